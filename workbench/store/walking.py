"""Walking from sentence to sentence: the next one, the next open one, in any size of project.

For each layer, *runs* are stretches from spot to spot in which nothing is left to decide: every
sentence inside is decided or boilerplate. They are merged over boilerplate, so that between two
runs there is always something open, and the next open sentence is found by two lookups.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select

from workbench.store import tables
from workbench.store.admission import is_id
from workbench.store.documents import find_document, make_ref, make_unknown_sentence
from workbench.store.queues import find_next
from workbench.store.values import SentenceRef

_sentence = tables.sentence
_run = tables.run
_spot = _sentence.c.spot
_numbering = tables.numbering
_NO_LIMIT = 2**62  # greater than any spot
_PAGE = 500

# Built once: these run at every step that an annotator takes.
_REFERENCES = (
    select(
        _sentence,
        tables.document.c.id.label("document_id"),
        tables.document.c.withdrawn,
        _numbering.c.first,
    )
    .join(tables.document, tables.document.c.number == _sentence.c.document)
    .join(_numbering, _numbering.c.document == _sentence.c.document)
)
_AT = _REFERENCES.where(_spot == bindparam("at"))
_NAMED = _REFERENCES.where(
    tables.document.c.id == bindparam("document_id"), _sentence.c.id == bindparam("sentence_id")
)
# The last document that begins there: one without sentences begins where the next one does.
_DOCUMENT_AT = (
    select(_numbering)
    .where(_numbering.c.first <= bindparam("at"))
    .order_by(_numbering.c.first.desc(), _numbering.c.document.desc())
    .limit(1)
)
_NUMBERED = _REFERENCES.where(
    _sentence.c.document == bindparam("in_document"), _sentence.c.ordinal == bindparam("ordinal")
)
_SPOT_AT = select(_spot).where(
    _sentence.c.document == bindparam("in_document"), _sentence.c.ordinal == bindparam("ordinal")
)
_WALKABLE = select(_spot).where(_sentence.c.walkable == 1).limit(1)
_AFTER = _WALKABLE.where(_spot > bindparam("at")).order_by(_spot)
_NEXT_SHOWN = _WALKABLE.where(_spot > bindparam("at")).order_by(_spot).limit(_PAGE)
_BEFORE = _WALKABLE.where(_spot < bindparam("at")).order_by(_spot.desc())
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
_SENTENCE_PLACE = attrgetter("document", "ordinal", "spot")
_DELETE = delete(_run).where(_run.c.layer == bindparam("in_layer"), _run.c.first == bindparam("at"))


def read_sentence(connection: Connection, position: int) -> SentenceRef | None:
    """Return the sentence at `position`, or None outside of the project."""
    found = connection.execute(_DOCUMENT_AT, {"at": position}).one_or_none()
    if found is None:
        return None
    place = {"in_document": found.document, "ordinal": position - found.first}
    return _make_ref(connection.execute(_NUMBERED, place).one_or_none())


def find_sentence(connection: Connection, document_id: str, sentence_id: str) -> SentenceRef:
    """Return where a sentence is; `DocumentError` where it is unknown, or is no more."""
    names = {"document_id": document_id, "sentence_id": sentence_id}
    is_possible = all(map(is_id, names.values()))
    row = connection.execute(_NAMED, names).one_or_none() if is_possible else None
    found = None if row is None or row.spot is None else _make_ref(row)
    if found is None or row is None or row.withdrawn:
        find_document(connection, document_id)
        raise make_unknown_sentence(document_id, sentence_id)
    return found


def read_next(connection: Connection, position: int, step: int) -> SentenceRef | None:
    """Return the nearest sentence strictly after (`step` 1) or before (-1), not boilerplate."""
    found = find_walkable(connection, _find_spot(connection, position), step)
    return None if found is None else _read_at(connection, found)


def read_next_open(
    connection: Connection, position: int, step: int, layer: str
) -> SentenceRef | None:
    """Return the nearest sentence that `layer` has not decided, after or before `position`."""
    found = find_walkable(connection, _find_spot(connection, position), step)
    while found is not None:
        run = _find_run(connection, layer, found)
        if run is None:
            return _read_at(connection, found)
        found = find_walkable(connection, run.last if step > 0 else run.first, step)
    return None


def read_next_given(
    connection: Connection, position: int, step: int, layer: str, *, only_open: bool
) -> SentenceRef | None:
    """Return the nearest sentence that the person of `layer` has been given, after or before."""
    spot = _find_spot(connection, position)
    found = find_next(connection, layer, spot, step, only_open=only_open)
    return None if found is None else _read_at(connection, found)


def find_walkable(connection: Connection, spot: int, step: int) -> int | None:
    """Return the spot of the nearest sentence outside boilerplate, after or before."""
    return connection.scalar(_AFTER if step > 0 else _BEFORE, {"at": spot})


def close_sentences(connection: Connection, layer: str, sentences: Iterable[Any]) -> None:
    """Note that nothing is left to decide in `sentences`, and join the runs around.

    Their rows, or what else has the `document`, `ordinal` and `spot` of each.
    """
    groups = sorted(_group(sorted(map(_SENTENCE_PLACE, sentences))))
    for first, last in _unite(connection, groups) if len(groups) > 1 else groups:
        around = _find_run(connection, layer, first)
        if around is None or around.last < last:
            _join(connection, layer, first, last, [{"first": first, "last": last}])


def join_over(connection: Connection, layer: str, spot: int) -> None:
    """Join the runs on both sides of `spot`, where boilerplate is now, or no sentence at all."""
    if _find_run(connection, layer, spot) is None:
        _join(connection, layer, spot, spot, [])


def open_sentence(connection: Connection, layer: str, spot: int) -> None:
    """Note that the sentence at `spot`, outside boilerplate, is to be decided again."""
    run = _find_run(connection, layer, spot)
    if run is None:
        return
    connection.execute(_DELETE, {"in_layer": layer, "at": run.first})
    before = find_walkable(connection, spot, -1)
    after = find_walkable(connection, spot, 1)
    if before is not None and before >= run.first:
        connection.execute(_INSERT, {"layer": layer, "first": run.first, "last": before})
    if after is not None and after <= run.last:
        connection.execute(_INSERT, {"layer": layer, "first": after, "last": run.last})


def _find_spot(connection: Connection, position: int) -> int:
    """Return the spot at `position`; beyond an edge of the project one that lies there too."""
    if position < 0:
        return -1
    found = connection.execute(_DOCUMENT_AT, {"at": position}).one_or_none()
    if found is None:
        return _NO_LIMIT
    place = {"in_document": found.document, "ordinal": position - found.first}
    spot = connection.scalar(_SPOT_AT, place)
    return _NO_LIMIT if spot is None else spot


def _read_at(connection: Connection, spot: int) -> SentenceRef | None:
    return _make_ref(connection.execute(_AT, {"at": spot}).one_or_none())


def _make_ref(row: Row[Any] | None) -> SentenceRef | None:
    return None if row is None else make_ref(row.document_id, row.first, row)


def _find_run(connection: Connection, layer: str, spot: int) -> Row[Any] | None:
    row = connection.execute(_RUN, {"in_layer": layer, "at": spot}).one_or_none()
    return row if row is not None and row.last >= spot else None


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


def _unite(connection: Connection, groups: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the stretches with those as one between which nothing is shown for a decision.

    Stretches of neighbouring documents, mostly: joining runs costs more than looking.
    """
    start, last = groups[0]
    shown = iter(_iter_shown(connection, groups))
    for group in groups[1:]:
        if next(shown):
            yield start, last
            start = group[0]
        last = group[1]
    yield start, last


def _iter_shown(connection: Connection, groups: Sequence[tuple[int, int]]) -> Iterator[bool]:
    """Answer for each gap between two stretches whether a sentence in it is to be decided."""
    spots: list[int] = []
    index = 0
    for (_, last), (first, _) in pairwise(groups):
        while index < len(spots) and spots[index] <= last:
            index += 1
        if index == len(spots):
            found = connection.scalars(_NEXT_SHOWN, {"at": last})
            spots, index = list(found), 0
        yield index < len(spots) and spots[index] < first


def _group(places: Sequence[tuple[Any, int, int]]) -> Iterator[tuple[int, int]]:
    """Give the first and last spot of each stretch of neighbours in one document."""
    start = 0
    for index, (document, ordinal, spot) in enumerate(places):
        after = places[index + 1][:2] if index + 1 < len(places) else None
        if after == (document, ordinal + 1):
            continue
        yield places[start][2], spot
        start = index + 1
