"""Making a new store, and bringing an older one up to date after a backup."""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import msgspec
from sqlalchemy import URL, Connection, inspect, text

from workbench.errors import StoreError, StoreUnavailable, StoreVersionError
from workbench.model import dump_line
from workbench.store import tables
from workbench.store.database import Database
from workbench.store.failures import translated
from workbench.store.location import show_location
from workbench.store.values import ProjectInfo

MIGRATIONS = Path(__file__).with_name("migrations")
"""The folder of Alembic's scripts."""

_ADVISORY_LOCK = 0x776B62  # "wkb": one number, the same in every workbench
_SQLITE_HEADER = b"SQLite format 3\0"


Fill = Callable[[Connection], None]
"""Puts the rows of a new store into its empty tables."""


def create_sqlite(path: Path, url: URL, info: ProjectInfo) -> None:
    """Make the file `path` for the project `info`, complete or not at all.

    Raises
    ------
    StoreError
        Where there is such a file already.
    """
    fill_sqlite(path, url, partial(_add_project, info=info))


def create_postgresql(url: URL, info: ProjectInfo) -> None:
    """Make the tables for the project `info` in the database that `url` names.

    Raises
    ------
    StoreError
        Where there is a store, or a table of the same name, already.
    """
    fill_postgresql(url, partial(_add_project, info=info))


def fill_sqlite(path: Path, url: URL, fill: Fill) -> None:
    """Make the file `path` and let `fill` put rows into it; complete or not at all.

    Raises
    ------
    StoreError
        Where there is such a file already.
    """
    place = show_location(url)
    with translated(place):
        # The log of a store that was deleted would be replayed into the new one.
        if any(os.path.lexists(f"{path}{tail}") for tail in ("", "-wal", "-journal")):
            raise _exists(place)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        os.close(handle)
        fresh = Path(name)
        try:
            _fill_new(Database(url.set(database=name), place=place), fill)
            _publish(fresh, path, place)
        finally:
            for leftover in (name, f"{name}-wal", f"{name}-shm", f"{name}-journal"):
                Path(leftover).unlink(missing_ok=True)


def fill_postgresql(url: URL, fill: Fill) -> None:
    """Make the tables in the database that `url` names and let `fill` put rows into them.

    Raises
    ------
    StoreError
        Where there is a store, or a table of the same name, already.
    """
    _fill_new(Database(url), fill)


def check_is_store(path: Path) -> None:
    """Refuse what is no SQLite file, before SQLite is asked.

    Raises
    ------
    StoreUnavailable
        Where it is not there, or may not be read.
    StoreVersionError
        Where it is something else.
    """
    with translated(str(path)):
        try:
            with path.open("rb") as file:
                header = file.read(len(_SQLITE_HEADER))
        except FileNotFoundError:
            raise StoreUnavailable(
                f"There is no store at {path}.",
                hint="Check the path, or make a project with `workbench init`.",
            ) from None
        except IsADirectoryError:
            raise _foreign(str(path), "a folder") from None
        if header != _SQLITE_HEADER:
            raise _foreign(str(path), "another kind of file" if header else "an empty file")


def migrate(database: Database, scripts: Path = MIGRATIONS) -> tuple[ProjectInfo, str | None]:
    """Bring the store up to date where it is older, after a backup.

    Returns
    -------
    tuple
        Its project, and a sentence for the person where something was done.

    Raises
    ------
    StoreVersionError
        Where the store is newer than this workbench, or no store at all.
    """
    newest = find_newest(scripts)
    with translated(database.place):
        version = _read_version(database)
        _refuse_newer(version, newest, database.place)
        if version == newest:
            return _read_info(database), None
        copy = None if database.path is None else back_up(database.path, version)
        with database.writing() as connection:
            _lock(connection)
            _run_scripts(connection, scripts)
        return _read_info(database), _describe_migration(database.place, version, newest, copy)


def _describe_migration(place: str, version: str, newest: str, copy: Path | None) -> str:
    kept = "" if copy is None else f", and a copy of it as it was is kept in {copy}"
    return (
        f"The store {place} was made by an older workbench: it was brought from version "
        f"{int(version)} to {int(newest)}{kept}."
    )


def find_newest(scripts: Path) -> str:
    """Return the version that the scripts in the folder `scripts` lead to."""
    if scripts == MIGRATIONS:
        return tables.STORE_VERSION
    from alembic.script import ScriptDirectory

    return str(ScriptDirectory(scripts).get_current_head())


def back_up(path: Path, version: str) -> Path:
    """Copy the SQLite file `path` beside itself while it is in use, and return the copy's path.

    The copy is named with `version`; an earlier copy stays, and this one gets a number.
    """
    stem = f"{path.name}.version-{version}"
    names = [f"{stem}.backup", *(f"{stem}.{number}.backup" for number in range(2, 1000))]
    target = next(path.with_name(name) for name in names if not path.with_name(name).exists())
    unfinished = target.with_name(f"{target.name}.unfinished")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as copy:
        source.backup(copy)
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    unfinished.rename(target)
    return target


def _fill_new(database: Database, fill: Fill) -> None:
    try:
        with database.writing() as connection:
            _lock(connection)
            if set(inspect(connection).get_table_names()) & set(tables.metadata.tables):
                raise _exists(database.place)
            _run_scripts(connection, MIGRATIONS)
            fill(connection)
    finally:
        database.close()


def _add_project(connection: Connection, info: ProjectInfo) -> None:
    row = {"id": info.id, "info": dump_line(info)}
    counts = {"documents": 0, "sentences": 0, "to_decide": 0}
    connection.execute(tables.project.insert(), row | counts)


def _publish(fresh: Path, path: Path, place: str) -> None:
    """Give the finished file its name, which must still be free."""
    fresh.chmod(0o666 & ~_read_umask())
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise _exists(place) from None
    except OSError:  # a file system without hard links
        if path.exists():
            raise _exists(place) from None
        fresh.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _read_umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _lock(connection: Connection) -> None:
    """Let two programs that create or migrate the same store take turns."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})


def _run_scripts(connection: Connection, scripts: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _read_version(database: Database) -> str:
    with database.reading() as connection:
        found = set(inspect(connection).get_table_names())
        if not {"alembic_version", tables.project.name} <= found:
            raise _foreign(database.place, "a database without a project")
        return str(connection.scalar(text("SELECT version_num FROM alembic_version")))


def _refuse_newer(version: str, newest: str, place: str) -> None:
    if re.fullmatch(r"[0-9]{4,}", version) is None:
        raise _foreign(place, f"a database of version {version!r}")
    if int(version) > int(newest):
        raise StoreVersionError(
            f"Expected a store of version {int(newest)} or older, got version {int(version)}: "
            f"{place} was made by a newer workbench.",
            hint="Upgrade the workbench, then open it again.",
            subject=place,
        )


def _read_info(database: Database) -> ProjectInfo:
    with database.reading() as connection:
        content = connection.execute(tables.project.select()).one().info
    return msgspec.json.decode(content, type=ProjectInfo)


def _exists(place: str) -> StoreError:
    return StoreError(
        f"Expected a place for a new store, got {place}, where there is something already.",
        hint="Open it instead, or choose another place.",
        subject=place,
    )


def _foreign(place: str, got: str) -> StoreVersionError:
    return StoreVersionError(
        f"Expected a store of the workbench at {place}, got {got}.",
        hint="Check the path or URL.",
        subject=place,
    )
