"""Making a store and opening one, whatever state it is found in."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from workbench.store.database import Database, Step, ignore_step
from workbench.store.engine import choose_journal
from workbench.store.failures import translated
from workbench.store.location import Mounts, parse_location, read_mounts
from workbench.store.migration import (
    MIGRATIONS,
    check_is_store,
    create_postgresql,
    create_sqlite,
    migrate,
)
from workbench.store.store import Clock, Store
from workbench.store.values import ProjectInfo


def read_clock() -> datetime:
    """Return the present time in UTC."""
    return datetime.now(UTC)


def create_store(
    location: str | Path,
    info: ProjectInfo,
    *,
    clock: Clock = read_clock,
    mounts: Mounts = read_mounts,
    busy_timeout_s: float = 10.0,
    step: Step = ignore_step,
) -> Store:
    """Make a new store and open it.

    Parameters
    ----------
    location
        The path of a SQLite file that is not there yet, or the URL of a PostgreSQL database.
    info
        What the project is.
    clock, mounts, busy_timeout_s, step
        As in `open_store`.

    Raises
    ------
    StoreError
        Where something is there already.
    StoreUnavailable
        Where nothing can be written.
    """
    url = parse_location(location)
    if url.get_backend_name() == "sqlite":
        create_sqlite(Path(str(url.database)), url, info)
    else:
        create_postgresql(url, info)
    return open_store(
        location, clock=clock, mounts=mounts, busy_timeout_s=busy_timeout_s, step=step
    )


def open_store(
    location: str | Path,
    *,
    clock: Clock = read_clock,
    mounts: Mounts = read_mounts,
    busy_timeout_s: float = 10.0,
    step: Step = ignore_step,
    migrations: Path = MIGRATIONS,
) -> Store:
    """Open a store; an older one is brought up to date, after a backup beside its file.

    Parameters
    ----------
    location
        The path of a SQLite file, or the URL of a PostgreSQL database.
    clock
        Gives the time of each save, in UTC.
    mounts
        Gives the mounted file systems: on a network's, SQLite works without its WAL.
    busy_timeout_s
        How long a save waits for somebody else's lock, in seconds.
    step
        Called at each border of a save; for tests.
    migrations
        The folder of Alembic's scripts; for tests.

    Raises
    ------
    StoreVersionError
        Where the store is newer than this workbench, or is none.
    StoreUnavailable
        Where it is locked, gone or cannot be reached.
    """
    url = parse_location(location)
    path = Path(str(url.database)) if url.get_backend_name() == "sqlite" else None
    if path is not None:
        check_is_store(path)
    database = Database(url, busy_timeout_s=busy_timeout_s, step=step)
    try:
        info, warning = migrate(database, migrations)
        warnings = [warning]
        if path is not None:
            with translated(database.place):
                warnings.append(choose_journal(database.engine, path, mounts))
        database.watch(info.id)
    except BaseException:
        database.close()
        raise
    return Store(database, info, clock=clock, warnings=tuple(filter(None, warnings)))
