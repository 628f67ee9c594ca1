"""Walking from sentence to sentence: the next one, the next open one, in any size of project.

For each layer, *runs* are stretches of positions in which nothing is left to decide: every
sentence inside is decided or boilerplate. They are merged over boilerplate, so that between two
runs there is always something open, and the next open sentence is found by two lookups.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select

from workbench.store import tables
from workbench.store.admission import is_id
from workbench.store.documents import find_document, make_ref, make_unknown_sentence
from workbench.store.values import SentenceRef

_sentence = tables.sentence
_run = tables.run
_position = _sentence.c.position

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


def close_sentence(connection: Connection, layer: str, position: int) -> None:
    """Note that nothing is left to decide at `position`, and join the runs around it."""
    if _find_run(connection, layer, position) is None:
        found = _take_neighbours(connection, layer, position)
        first = min([position, *(run.first for run in found)])
        last = max([position, *(run.last for run in found)])
        connection.execute(insert(_run), {"layer": layer, "first": first, "last": last})


def join_over(connection: Connection, layer: str, position: int) -> None:
    """Join the runs on both sides of `position`, which has become boilerplate."""
    if _find_run(connection, layer, position) is None:
        found = _take_neighbours(connection, layer, position)
        if found:
            first, last = min(run.first for run in found), max(run.last for run in found)
            connection.execute(insert(_run), {"layer": layer, "first": first, "last": last})


def open_sentence(connection: Connection, layer: str, position: int) -> None:
    """Note that the sentence at `position`, outside boilerplate, is to be decided again."""
    run = _find_run(connection, layer, position)
    if run is None:
        return
    connection.execute(delete(_run).where(*_is_run(layer, run.first)))
    before = find_walkable(connection, position, -1)
    after = find_walkable(connection, position, 1)
    if before is not None and before >= run.first:
        connection.execute(insert(_run), {"layer": layer, "first": run.first, "last": before})
    if after is not None and after <= run.last:
        connection.execute(insert(_run), {"layer": layer, "first": after, "last": run.last})


def _find_run(connection: Connection, layer: str, position: int) -> Row[Any] | None:
    row = connection.execute(_RUN, {"in_layer": layer, "at": position}).one_or_none()
    return row if row is not None and row.last >= position else None


def _take_neighbours(connection: Connection, layer: str, position: int) -> list[Row[Any]]:
    """Delete and return the runs that only boilerplate separates from `position`."""
    before = find_walkable(connection, position, -1)
    after = find_walkable(connection, position, 1)
    between = [_run.c.layer == layer]
    if before is not None:
        between.append(_run.c.first > before)
    if after is not None:
        between.append(_run.c.first <= after)
    found = list(connection.execute(select(_run).where(*between)))
    left = None if before is None else _find_run(connection, layer, before)
    if left is not None:
        found.append(left)
    for run in found:
        connection.execute(delete(_run).where(*_is_run(layer, run.first)))
    return found


def _is_run(layer: str, first: int) -> tuple[Any, Any]:
    return _run.c.layer == layer, _run.c.first == first
