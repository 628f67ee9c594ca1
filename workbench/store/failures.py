"""What goes wrong below the store, told in one sentence: locked, full, read-only, gone."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from workbench.errors import DocumentError, StoreError, StoreUnavailable

_FULL = "The disk of the store {place} is full."
_READ_ONLY = "The store {place} is read-only."
_DENIED = "The store {place} does not let this role do so: {reason}."
_LOCKED = "The store {place} is locked by another program."
_DAMAGED = "The store {place} cannot be read: {reason}."
_GONE = "The store {place} cannot be reached: {reason}."

_NAMES = {
    _FULL: "full",
    _READ_ONLY: "read_only",
    _DENIED: "denied",
    _LOCKED: "locked",
    _DAMAGED: "damaged",
    _GONE: "gone",
}
"""What the interface's catalogue calls them, after ``store_``."""

_LOG_BYTES = 65_536
"""What SQLite needs beside a store before it can open it: the index of its log, and some pages."""

_HINTS = {
    _FULL: "Free some space, then try again.",
    _READ_ONLY: "Make the file and its folder writable, or move them, then try again.",
    _DENIED: "Ask whoever owns the database; `workbench grant ROLE` gives annotators their rights.",
    _LOCKED: "Try again; if it stays so, close the other program that has the store open.",
    _DAMAGED: "Check the disk, and restore the file from its newest backup.",
    _GONE: "Check that the file or server is there, then try again.",
}

_SQLITE = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _GONE,
    sqlite3.SQLITE_IOERR: _GONE,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_PROTOCOL: _LOCKED,
}

_POSTGRESQL = {  # SQLSTATE, by code or by class
    "53100": _FULL,
    "25006": _READ_ONLY,
    "55P03": _LOCKED,
    "40P01": _LOCKED,
    "40001": _LOCKED,
    "57014": _LOCKED,
    "42501": _DENIED,
}
_POSTGRESQL_CLASSES = {"08": _GONE, "53": _GONE, "57": _GONE, "28": _GONE, "3D": _GONE, "58": _GONE}

_OS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
}


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Raise what SQLAlchemy, a driver or the system raises as an error that a person can act on.

    Parameters
    ----------
    place
        The store's path or URL, as messages name it.

    Raises
    ------
    StoreUnavailable
        Where trying again may help: locked, full, read-only, damaged, gone.
    StoreError
        For anything else that the database refused.
    """
    try:
        yield
    except DBAPIError as error:
        cut = error.connection_invalidated
        raise _explain(error.orig or error, place, cut=cut) from error
    except (PoolTimeoutError, sqlite3.Error, OSError) as error:
        raise _explain(error, place) from error
    except UnicodeEncodeError as error:
        raise DocumentError(
            "Expected text in Unicode, got half of a surrogate pair "
            f"(U+{ord(error.object[error.start]):04X}).",
            hint="Save the text in UTF-8 again.",
            wording=("half_pair", {}),
        ) from error
    except SQLAlchemyError as error:
        raise _make_failed(f"The store {place} failed", place, error) from error


def make_unavailable(place: str, reason: str) -> StoreUnavailable:
    """Return the error of a store that is not where it was."""
    return _make_unavailable(_GONE, place, reason)


def _explain(error: BaseException, place: str, *, cut: bool = False) -> StoreError:
    sentence = _classify(error, place, cut=cut)
    reason = _one_line(error)
    if sentence is None:
        return _make_failed(f"The store {place} refused what was asked", place, error)
    return _make_unavailable(sentence, place, reason)


def _make_unavailable(sentence: str, place: str, reason: str) -> StoreUnavailable:
    values = {"place": place, "reason": reason}
    return StoreUnavailable(
        sentence.format_map(values),
        hint=_HINTS[sentence],
        wording=(f"store_{_NAMES[sentence]}", values),
    )


def _make_failed(what: str, place: str, error: BaseException) -> StoreError:
    reason = _one_line(error)
    wording = ("store_failed", {"place": place, "reason": reason})
    return StoreError(f"{what}: {reason}.", wording=wording)


def _classify(error: BaseException, place: str, *, cut: bool) -> str | None:
    if isinstance(error, sqlite3.Error):
        return _classify_sqlite(error, Path(place))
    if isinstance(error, OSError):
        return _OS.get(error.errno or 0, _GONE)
    if isinstance(error, PoolTimeoutError):
        return _LOCKED
    state = getattr(error, "sqlstate", None)
    if state is not None:
        known = _POSTGRESQL.get(state)
        return known or _POSTGRESQL_CLASSES.get(state[:2]) or (_GONE if cut else None)
    # A psycopg error without a state never reached the server.
    is_network = type(error).__name__ in {"OperationalError", "InterfaceError"}
    return _GONE if cut or is_network else None


def _classify_sqlite(error: sqlite3.Error, path: Path) -> str | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    # The log needs a folder that can be written, and some space, even for reading.
    if code == sqlite3.SQLITE_CANTOPEN and _is_read_only(path):
        return _READ_ONLY
    if code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN} and _is_full(path):
        return _FULL
    return _SQLITE.get(code)


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LOG_BYTES
    except OSError:
        return False


def _is_read_only(path: Path) -> bool:
    return path.exists() and not all(os.access(each, os.W_OK) for each in (path, path.parent))


def _one_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].strip().rstrip(".")
