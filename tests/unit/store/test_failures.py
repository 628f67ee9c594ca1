"""Errors of databases and systems, told in one sentence."""

from __future__ import annotations

import errno
import sqlite3

import pytest
from sqlalchemy.exc import DBAPIError, InvalidRequestError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from workbench.errors import ConflictError, DocumentError, StoreError, StoreUnavailable
from workbench.store.failures import translated


def _sqlite(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("said by SQLite\nin two lines.")
    error.sqlite_errorcode = code
    return error


class OperationalError(Exception):
    """Stands for psycopg's error of that name."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__("said by the server\nDETAIL: more")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), "locked"),
        (_sqlite(sqlite3.SQLITE_FULL), "full"),
        (_sqlite(sqlite3.SQLITE_READONLY_DIRECTORY), "read-only"),
        (_sqlite(sqlite3.SQLITE_IOERR_FSYNC), "cannot be reached: said by SQLite"),
        (_sqlite(sqlite3.SQLITE_CORRUPT_INDEX), "cannot be read"),
        (_sqlite(sqlite3.SQLITE_CANTOPEN), "cannot be reached"),
        (OperationalError("53100"), "full"),
        (OperationalError("25006"), "read-only"),
        (OperationalError("42501"), "does not let this role"),
        (OperationalError("40P01"), "locked"),
        (OperationalError("08006"), "cannot be reached: said by the server"),
        (OperationalError(None), "cannot be reached"),
    ],
)
def test_what_may_pass_is_unavailable(error: Exception, said: str) -> None:
    with pytest.raises(StoreUnavailable, match=said) as caught, translated("PLACE"):
        raise DBAPIError("SELECT 1", {}, error)
    assert "\n" not in str(caught.value)
    assert "PLACE" in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left"), "full"),
        (OSError(errno.EDQUOT, "Quota"), "full"),
        (PermissionError(errno.EACCES, "Permission denied"), "read-only"),
        (OSError(errno.EIO, "Input/output error"), "cannot be reached"),
        (PoolTimeoutError("pool"), "locked"),
    ],
)
def test_errors_of_the_system_are_unavailable(error: Exception, said: str) -> None:
    with pytest.raises(StoreUnavailable, match=said), translated("PLACE"):
        raise error


@pytest.mark.parametrize(
    "error",
    [
        DBAPIError("SELECT 1", {}, _sqlite(sqlite3.SQLITE_CONSTRAINT_UNIQUE)),
        DBAPIError("SELECT 1", {}, OperationalError("23505")),
        InvalidRequestError("closed"),
    ],
)
def test_the_rest_is_an_error_of_the_store(error: Exception) -> None:
    with pytest.raises(StoreError) as caught, translated("PLACE"):
        raise error
    assert not isinstance(caught.value, StoreUnavailable)


def test_half_a_pair_is_an_error_of_the_document() -> None:
    with pytest.raises(DocumentError, match=r"U\+D83D"), translated("PLACE"):
        "x\ud83d".encode()


def test_our_own_errors_pass() -> None:
    with pytest.raises(ConflictError), translated("PLACE"):
        raise ConflictError("first", mine={}, theirs={})
