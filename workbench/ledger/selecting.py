"""A part of a ledger: some of its rows, whole sides as columns, or its busiest columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

import msgspec

from workbench.ledger.ledger import Column, Ledger, Row, Statement

REST = "rest"
"""The id of the column that stands for all that are left out."""


def select_rows(ledger: Ledger, rows: Collection[str]) -> Ledger:
    """Return the ledger with the rows of these ids alone, and the columns that they use.

    Relays are kept between sources that are.
    """
    wanted = set(rows)
    kept = tuple(row for row in ledger.rows if row.id in wanted)
    used = {each.column for row in kept for each in row.statements}
    return msgspec.structs.replace(
        ledger,
        rows=kept,
        columns=tuple(each for each in ledger.columns if each.id in used),
        points=tuple(each for each in ledger.points if each.row in wanted),
        relays=tuple(each for each in ledger.relays if {each.start, each.end} <= used),
    )


def select_spoken(ledger: Ledger) -> Ledger:
    """Return the ledger without the rows that no source stands for: the writers' own sentences."""
    return select_rows(ledger, [row.id for row in ledger.rows if row.witness_count or row.relays])


def name_columns(
    ledger: Ledger,
    language: str,
    others: str | None = None,
    realizations: Mapping[str, str] | None = None,
) -> Ledger:
    """Return the ledger with its sources called by their names in `language`, where they have one.

    Parameters
    ----------
    others
        What the column of all the others is called.
    realizations
        What the realizations of sources without a name are called.
    """
    unnamed = {f"({key})": f"({name})" for key, name in (realizations or {}).items()}

    def named(each: Column) -> Column:
        name = others if others and each.id == REST else each.names.get(language, each.name)
        if each.naming == "unnamed":
            name = unnamed.get(name, name)
        side = each.side_names.get(language, each.side_name)
        return msgspec.structs.replace(each, name=name, side_name=side)

    return msgspec.structs.replace(ledger, columns=tuple(map(named, ledger.columns)))


def join_sides(ledger: Ledger) -> Ledger:
    """Return the ledger with one column for each side: who belongs together speaks as one.

    Witnesses stay counted as before: only the columns are fewer.
    """
    sides: dict[str, Column] = {}
    for each in ledger.columns:
        sides.setdefault(
            each.side,
            msgspec.structs.replace(
                each, id=each.side, name=each.side_name, names=each.side_names, document=None
            ),
        )
    return _move(ledger, {each.id: each.side for each in ledger.columns}, tuple(sides.values()))


def keep_columns(ledger: Ledger, count: int) -> Ledger:
    """Return the ledger with its `count` busiest columns; all others share the last one."""
    if len(ledger.columns) <= count:
        return ledger
    places = {each.id: place for place, each in enumerate(ledger.columns)}
    busiest = sorted(ledger.columns, key=lambda each: (-each.claims, places[each.id]))
    kept = {each.id for each in busiest[: count - 1]}
    left = len(ledger.columns) - len(kept)
    rest = Column(REST, f"{left} others", {}, "unnamed", REST, "", {}, claims=0)
    columns = tuple(each for each in ledger.columns if each.id in kept)
    targets = {each.id: each.id if each.id in kept else REST for each in ledger.columns}
    return _move(ledger, targets, (*columns, rest))


def _move(ledger: Ledger, targets: dict[str, str], columns: tuple[Column, ...]) -> Ledger:
    rows = tuple(_move_row(row, targets) for row in ledger.rows)
    relays = (
        msgspec.structs.replace(each, start=targets[each.start], end=targets[each.end])
        for each in ledger.relays
    )
    counts = Counter(column for row in rows for column in {each.column for each in row.statements})
    return msgspec.structs.replace(
        ledger,
        rows=rows,
        relays=tuple(each for each in relays if each.start != each.end),
        columns=tuple(msgspec.structs.replace(each, claims=counts[each.id]) for each in columns),
    )


def _move_row(row: Row, targets: dict[str, str]) -> Row:
    def moved(each: Statement) -> Statement:
        via = tuple(targets[column] for column in each.via)
        return msgspec.structs.replace(each, column=targets[each.column], via=via)

    return msgspec.structs.replace(row, statements=tuple(map(moved, row.statements)))
