"""A whole store, copied row by row into a new one of either kind, and verified by hash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from sqlalchemy import Column, Connection, Integer, Table, func, select, text

from workbench.errors import StoreError
from workbench.store import tables
from workbench.store.checking import iter_problems
from workbench.store.database import Database, Step, ignore_step
from workbench.store.dating import fill_dates
from workbench.store.history import compute_state_hash
from workbench.store.location import parse_location
from workbench.store.mentions import fill_mentions
from workbench.store.migration import fill_postgresql, fill_sqlite
from workbench.store.searching import fill_index

OnRows = Callable[[float, str], None]
"""Told after each portion how much is done (0 to 1), and of which table."""

_PORTION = 500
_MADE_ANEW = (tables.mention, tables.dated)  # derived, as the indexes of words are


def copy_store(
    source: Database, location: str | Path, on_rows: OnRows, step: Step = ignore_step
) -> str:
    """Copy `source` to a place where nothing is yet, and return the state hash of both.

    All is read in one transaction, so it is the state of one instant, whoever saves meanwhile. The
    copy is there whole and verified, or not at all.

    Parameters
    ----------
    location
        The path of a new SQLite file, or the URL of a PostgreSQL database without a store.
    step
        Called after each portion of rows; for tests.

    Raises
    ------
    StoreError
        There is something already, or the copy is not what was copied.
    """
    url = parse_location(location)
    with source.reading() as reader:
        state = compute_state_hash(reader)

        def fill(writer: Connection) -> None:
            _copy_rows(reader, writer, on_rows, step)
            _verify(writer, state, source.place)

        if url.get_backend_name() == "sqlite":
            fill_sqlite(Path(str(url.database)), url, fill)
        else:
            fill_postgresql(url, fill)
    return state


def _copy_rows(reader: Connection, writer: Connection, on_rows: OnRows, step: Step) -> None:
    listed = [each for each in tables.metadata.sorted_tables if each not in _MADE_ANEW]
    counts = {table.name: _count(reader, table) for table in listed}
    done, total = 0, sum(counts.values()) or 1
    for table in listed:
        for portion in _iter_portions(reader, table):
            writer.execute(table.insert(), portion)
            done += len(portion)
            on_rows(done / total, table.name)
            step("copied")
        _go_on_counting(writer, table)
    fill_index(writer)
    fill_mentions(writer)
    fill_dates(writer)


def _count(connection: Connection, table: Table) -> int:
    return int(connection.scalar(select(func.count()).select_from(table)) or 0)


def _iter_portions(reader: Connection, table: Table) -> Iterator[list[dict[str, object]]]:
    # In the order of their keys: a row of `action` refers only to rows before it.
    query = select(table).order_by(*table.primary_key.columns)
    streamed = reader.execution_options(yield_per=_PORTION).execute(query)
    rows = (dict(row._mapping) for row in streamed)  # noqa: SLF001  SQLAlchemy's public name
    while portion := list(islice(rows, _PORTION)):
        yield portion


def _go_on_counting(writer: Connection, table: Table) -> None:
    """Let PostgreSQL mint numbers after those that were copied; SQLite does so by itself."""
    minted = _find_minted(table)
    if minted is None or writer.dialect.name != "postgresql":
        return
    newest = writer.scalar(select(func.max(minted)))
    if newest is not None:
        sequence = text("SELECT setval(pg_get_serial_sequence(:table, :column), :newest)")
        names = {"table": table.name, "column": minted.name, "newest": newest}
        writer.execute(sequence, names)


def _find_minted(table: Table) -> Column[int] | None:
    """Return the column whose numbers the database mints, if `table` has one."""
    column = table.autoincrement_column
    return column if column is not None and isinstance(column.type, Integer) else None


def _verify(writer: Connection, state: str, place: str) -> None:
    copied = compute_state_hash(writer)
    problems = [*iter_problems(writer)]
    if copied != state:
        problems.insert(0, f"its hash is {copied}, not {state}")
    if problems:
        raise StoreError(
            f"Expected the copy of {place} to equal it, got another: {problems[0]}.",
            hint="Nothing was kept. Check the original with `workbench status`.",
            subject=place,
        )
