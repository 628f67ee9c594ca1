"""Connections to SQLite and PostgreSQL, set up so that what is acknowledged is on the disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from workbench.errors import UsageError
from workbench.store.location import Mounts, find_network_type

_POOL = {"poolclass": QueuePool, "pool_size": 4, "max_overflow": 28, "pool_timeout": 30}


def make_engine(url: URL, *, busy_timeout_s: float) -> Engine:
    """Return an engine for `url`; connecting makes no file and changes none.

    Parameters
    ----------
    busy_timeout_s
        How long a statement waits for a lock, in seconds.
    """
    if url.get_backend_name() == "sqlite":
        return _make_sqlite_engine(Path(str(url.database)), busy_timeout_s)
    return _make_postgresql_engine(url, busy_timeout_s)


def as_writer(engine: Engine) -> Engine:
    """Return `engine` such that its transactions take the write lock when they begin.

    SQLite otherwise takes it at the first write, and then fails at once where another wrote since.
    """
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def as_reader(engine: Engine) -> Engine:
    """Return `engine` such that all reads of a transaction see the same state."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ")
    return engine


def choose_journal(engine: Engine, path: Path, mounts: Mounts) -> str | None:
    """Set the journal mode of the SQLite file `path`; return a warning where WAL is unsafe.

    WAL needs memory that all programs share, which a network file system does not give.
    """
    network = find_network_type(path, mounts)
    wanted = "WAL" if network is None else "DELETE"
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("PRAGMA journal_mode")
        found = cursor.fetchone() or ("",)
        if str(found[0]).upper() != wanted:
            cursor.execute(f"PRAGMA journal_mode = {wanted}")
            cursor.fetchone()
    finally:
        raw.close()
    if network is None:
        return None
    return (
        f"The store {path} is on a network file system ({network}), where SQLite's write-ahead "
        "log is unsafe: it is off, saving is slower, and only one machine should open the store. "
        "A local disk or PostgreSQL is better."
    )


def _make_sqlite_engine(path: Path, busy_timeout_s: float) -> Engine:
    # mode=rw: a file that has vanished is an error, not a new and empty store.
    uri = f"file:{quote(str(path))}?mode=rw"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=busy_timeout_s
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cache_size = -16384")
        return connection

    engine = create_engine("sqlite://", creator=connect, **_POOL)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # The driver is in autocommit, so that schema changes are transactional too.
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _make_postgresql_engine(url: URL, busy_timeout_s: float) -> Engine:
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise UsageError(
            f"Expected psycopg, with which PostgreSQL is reached, got none: {error}.",
            hint='Install it with: pip install "claims-workbench[postgres]"',
        ) from error
    engine = create_engine(
        url,
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": max(2, round(busy_timeout_s)),
            "application_name": "workbench",
        },
        **_POOL,
    )

    def set_up(connection: Any, _record: object) -> None:
        milliseconds = max(1, round(busy_timeout_s * 1000))
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {milliseconds}")
            # A server may be told to acknowledge before it has written; then we insist.
            cursor.execute(
                "SELECT set_config('synchronous_commit', 'on', false)"
                " WHERE current_setting('synchronous_commit') = 'off'"
            )
        connection.commit()

    event.listen(engine, "connect", set_up)
    return engine
