"""Walking from sentence to sentence: the next one, the next open one, in any size of project.

For each layer, *runs* are stretches of positions in which nothing is left to decide: every
sentence inside is decided or boilerplate. They are merged over boilerplate, so that between two
runs there is always something open, and the next open sentence is found by two lookups.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select

from workbench.store import tables
from workbench.store.admission import is_id
from workbench.store.documents import find_document, make_ref, make_unknown_sentence
from workbench.store.values import SentenceRef

_sentence = tables.sentence
_run = tables.run
_position = _sentence.c.position
_NO_LIMIT = 2**31 - 1  # the greatest position that a column can hold

# Built once: these run at every step that an annotator takes.
_REFERENCES = select(_sentence, tables.document.c.id.label("document_id")).join(tables.document)
_AT = _REFERENCES.where(_position == bindparam("at"))
_NAMED = _REFERENCES.where(
    tables.document.c.id == bindparam("document_id"), _sentence.c.id == bindparam("sentence_id")
)
_WALKABLE = select(_position).where(_sentence.c.walkable == 1).limit(1)
_AFTER = _WALKABLE.where(_position > bindparam("at")).order_by(_position)
_BEFORE = _WALKABLE.where(_position < bindparam("at")).order_by(_position.desc())
_RUN = (
    select(_run)
    .where(_run.c.layer == bindparam("in_layer"), _run.c.first <= bindparam("at"))
    .order_by(_run.c.first.desc())
    .limit(1)
)

_BETWEEN = select(_run).where(
    _run.c.layer == bindparam("in_layer"),
    _run.c.first > bindparam("low"),
    _run.c.first <= bindparam("high"),
)
_INSERT = insert(_run)
_DELETE = delete(_run).where(_run.c.layer == bindparam("in_layer"), _run.c.first == bindparam("at"))


def read_sentence(connection: Connection, position: int) -> SentenceRef | None:
    """Return the sentence at `position`, or None outside of the project."""
    row = connection.execute(_AT, {"at": position}).one_or_none()
    return None if row is None else make_ref(row.document_id, row)


def find_sentence(connection: Connection, document_id: str, sentence_id: str) -> SentenceRef:
    """Return where a sentence is; `DocumentError` where it is unknown."""
    names = {"document_id": document_id, "sentence_id": sentence_id}
    is_possible = all(map(is_id, names.values()))
    row = connection.execute(_NAMED, names).one_or_none() if is_possible else None
    if row is None:
        find_document(connection, document_id)
        raise make_unknown_sentence(document_id, sentence_id)
    return make_ref(document_id, row)


def read_next(connection: Connection, position: int, step: int) -> SentenceRef | None:
    """Return the nearest sentence strictly after (`step` 1) or before (-1), not boilerplate."""
    found = find_walkable(connection, position, step)
    return None if found is None else read_sentence(connection, found)


def read_next_open(
    connection: Connection, position: int, step: int, layer: str
) -> SentenceRef | None:
    """Return the nearest sentence that `layer` has not decided, after or before `position`."""
    found = find_walkable(connection, position, step)
    while found is not None:
        run = _find_run(connection, layer, found)
        if run is None:
            return read_sentence(connection, found)
        found = find_walkable(connection, run.last if step > 0 else run.first, step)
    return None


def find_walkable(connection: Connection, position: int, step: int) -> int | None:
    """Return the position of the nearest sentence outside boilerplate, after or before."""
    return connection.scalar(_AFTER if step > 0 else _BEFORE, {"at": position})


def close_sentences(connection: Connection, layer: str, positions: Sequence[int]) -> None:
    """Note that nothing is left to decide at `positions` (in order), and join the runs around."""
    for first, last in _group(positions):
        around = _find_run(connection, layer, first)
        if around is None or around.last < last:
            _join(connection, layer, first, last, [{"first": first, "last": last}])


def join_over(connection: Connection, layer: str, position: int) -> None:
    """Join the runs on both sides of `position`, which has become boilerplate."""
    if _find_run(connection, layer, position) is None:
        _join(connection, layer, position, position, [])


def open_sentence(connection: Connection, layer: str, position: int) -> None:
    """Note that the sentence at `position`, outside boilerplate, is to be decided again."""
    run = _find_run(connection, layer, position)
    if run is None:
        return
    connection.execute(_DELETE, {"in_layer": layer, "at": run.first})
    before = find_walkable(connection, position, -1)
    after = find_walkable(connection, position, 1)
    if before is not None and before >= run.first:
        connection.execute(_INSERT, {"layer": layer, "first": run.first, "last": before})
    if after is not None and after <= run.last:
        connection.execute(_INSERT, {"layer": layer, "first": after, "last": run.last})


def _find_run(connection: Connection, layer: str, position: int) -> Row[Any] | None:
    row = connection.execute(_RUN, {"in_layer": layer, "at": position}).one_or_none()
    return row if row is not None and row.last >= position else None


def _join(
    connection: Connection, layer: str, first: int, last: int, parts: list[dict[str, int]]
) -> None:
    """Make one run of `parts` and of all runs that only boilerplate separates from the range."""
    before = find_walkable(connection, first, -1)
    after = find_walkable(connection, last, 1)
    bounds = {
        "in_layer": layer,
        "low": -1 if before is None else before,
        "high": _NO_LIMIT if after is None else after,
    }
    left = None if before is None else _find_run(connection, layer, before)
    found = [*connection.execute(_BETWEEN, bounds), *([] if left is None else [left])]
    runs = [{"first": run.first, "last": run.last} for run in found]
    if runs:
        rows = [{"in_layer": layer, "at": run["first"]} for run in runs]
        connection.execute(_DELETE, rows)
    if runs or parts:
        united = [*runs, *parts]
        row = {
            "layer": layer,
            "first": min(run["first"] for run in united),
            "last": max(run["last"] for run in united),
        }
        connection.execute(_INSERT, row)


def _group(positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the first and last of each stretch of neighbours."""
    start = 0
    for index, position in enumerate(positions):
        if index + 1 == len(positions) or positions[index + 1] != position + 1:
            yield positions[start], position
            start = index + 1
