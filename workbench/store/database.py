"""Transactions on one store: begin, commit, and the errors of both."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from workbench.store import tables
from workbench.store.engine import as_reader, as_writer, make_engine
from workbench.store.failures import make_unavailable, translated
from workbench.store.location import show_location

_DIALECTS: dict[str, Any] = {"postgresql": postgresql, "sqlite": sqlite}

Step = Callable[[str], None]
"""Called at each border of a save (``begin inserted commit committed``): tests crash there."""


def ignore_step(_name: str) -> None:
    """Do nothing: what happens at each step in ordinary use."""


class _Abandoned(Exception):  # noqa: N818  a signal, never seen outside
    """Carries what a caller raised out of its transaction, past the translation of failures."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(error)
        self.error = error


class Database:
    """A store's connections; safe to use from many threads, not across a fork.

    Parameters
    ----------
    url
        As `parse_location` returns it.
    busy_timeout_s
        How long a statement waits for somebody else's lock, in seconds.
    step
        What to call at each border of a transaction that writes.
    place
        What messages call the store; by default its path or URL.
    """

    def __init__(
        self,
        url: URL,
        *,
        busy_timeout_s: float = 10.0,
        step: Step = ignore_step,
        place: str | None = None,
    ) -> None:
        self.place = place or show_location(url)
        self.step = step
        self.path = Path(str(url.database)) if url.get_backend_name() == "sqlite" else None
        self.engine = make_engine(url, busy_timeout_s=busy_timeout_s)
        self._reader = as_reader(self.engine)
        self._writer = as_writer(self.engine)
        self._file: tuple[int, int] | None = None
        self._project_id: str | None = None
        self._local = threading.local()

    def watch(self, project_id: str) -> None:
        """Remember which file and project this is, so that another in its place is noticed."""
        self._project_id = project_id
        self._file = None if self.path is None else _identify(self.path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection whose reads all see one state."""
        if self._outer is not None:
            with translated(self.place):
                yield self._outer
            return
        with translated(self.place):
            self._check_file()
            with self._reader.begin() as connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose writes are all saved at the end, or none of them."""
        if self._outer is not None:
            with translated(self.place), self._outer.begin_nested():
                yield self._outer
            return
        with translated(self.place):
            self._check_file()
            self.step("begin")
            with self._writer.begin() as connection:
                yield connection
                self.step("commit")
            self._check_file()
            self.step("committed")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make one transaction of all that this thread reads and writes inside the block."""
        if self._outer is not None:
            yield
            return
        try:
            with self.writing() as connection:
                # Exclusive from the start: locks taken one by one could wait for each other.
                connection.execute(select(tables.project.c.id).with_for_update())
                self._local.connection = connection
                try:
                    yield
                except BaseException as error:
                    # What the caller raised is not a failure of the store, even an OSError.
                    raise _Abandoned(error) from error
                finally:
                    self._local.connection = None
        except _Abandoned as abandoned:
            raise abandoned.error from abandoned.error.__cause__

    @property
    def _outer(self) -> Connection | None:
        return getattr(self._local, "connection", None)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def _check_file(self) -> None:
        """Refuse to write into a file that was deleted or replaced since it was opened."""
        if self.path is None or self._file is None:
            return
        found = _identify(self.path)
        if found == self._file:
            return
        self.engine.dispose()
        if found is None:
            raise make_unavailable(self.place, "its file is no longer there")
        with self._reader.begin() as connection:
            project_id = connection.scalar(select(tables.project.c.id))
        if project_id != self._project_id:
            raise make_unavailable(self.place, "another project's file is in its place")
        self._file = found


def upsert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert `rows`, overwriting those of `table` that have the same primary key."""
    connection.execute(_make_upsert(connection.dialect.name, table), rows)


@cache
def _make_upsert(dialect: str, table: Table) -> Any:
    insert = _DIALECTS[dialect].insert(table)
    keys = [column.name for column in table.primary_key]
    others = {c.name: insert.excluded[c.name] for c in table.columns if c.name not in keys}
    return insert.on_conflict_do_update(index_elements=keys, set_=others)


def insert_if_new(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Insert `row`, or leave the one that has its primary key."""
    insert = _DIALECTS[connection.dialect.name].insert(table)
    connection.execute(insert.on_conflict_do_nothing(), row)


def _identify(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino
