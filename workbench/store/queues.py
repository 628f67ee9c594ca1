"""What each person has been given to read: their queue, and how much of it is left.

A sentence of a queue is open, decided, or not to be decided (boilerplate, a withdrawn document).
An index has them in that order, so that the next open one costs one lookup in any size of queue.
Whatever changes a sentence takes its rows out of the counts before, and puts them back after.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from workbench.store import tables
from workbench.store.database import insert_if_new

HIDDEN, OPEN, DECIDED = 0, 1, 2
"""The states of a sentence in a queue."""

_queue, _workload, _sentence, _head = tables.queue, tables.workload, tables.sentence, tables.head
_COUNTED = ("to_decide", "done", "skipped", "flagged")
_STATES = {"done": DECIDED, "skipped": DECIDED}
_PORTION = 500

# Built once: these run at every step that an annotator takes.
_IN_FORCE = select(tables.project.c.assignment)
_STATE = select(_queue.c.spot).where(
    _queue.c.layer == bindparam("in_layer"), _queue.c.state == bindparam("in_state")
)
_AFTER = _STATE.where(_queue.c.spot > bindparam("at")).order_by(_queue.c.spot).limit(1)
_BEFORE = _STATE.where(_queue.c.spot < bindparam("at")).order_by(_queue.c.spot.desc()).limit(1)
_FOUND = select(_queue.c.spot).where(
    _queue.c.layer == bindparam("in_layer"),
    _queue.c.state != HIDDEN,
    _queue.c.spot.in_(bindparam("spots", expanding=True)),
)
_COUNT = (
    update(_workload)
    .where(_workload.c.layer == bindparam("in_layer"))
    .values({name: _workload.c[name] + bindparam(f"more_{name}") for name in _COUNTED})
)
_SET_STATE = (
    update(_queue)
    .where(_queue.c.layer == bindparam("in_layer"), _queue.c.spot == bindparam("at"))
    .values(state=bindparam("to_state"))
)
# What the queues hold, with the sentences as they are now.
_ROWS = select(_queue, _sentence.c.walkable, _head.c.status, _head.c.flagged).select_from(
    _queue.join(_sentence, _sentence.c.spot == _queue.c.spot).outerjoin(
        _head, and_(_head.c.spot == _queue.c.spot, _head.c.layer == _queue.c.layer)
    )
)


def is_in_force(connection: Connection) -> bool:
    """Answer whether it was said who reads what."""
    return bool(connection.scalar(_IN_FORCE))


def find_next(
    connection: Connection, layer: str, spot: int, step: int, *, only_open: bool
) -> int | None:
    """Return the spot of the nearest sentence of a queue after (`step` 1) or before (-1) `spot`."""
    query = _AFTER if step > 0 else _BEFORE
    states = (OPEN,) if only_open else (OPEN, DECIDED)
    given = [{"in_layer": layer, "in_state": state, "at": spot} for state in states]
    found = [connection.scalar(query, each) for each in given]
    spots = [each for each in found if each is not None]
    return (min if step > 0 else max)(spots) if spots else None


def read_given(connection: Connection, layer: str, first: int, stop: int) -> frozenset[int]:
    """Return the spots from `first` up to `stop` that the person of `layer` has been given."""
    spots = select(_queue.c.spot).where(
        _queue.c.layer == layer, _queue.c.spot >= first, _queue.c.spot < stop
    )
    return frozenset(connection.scalars(spots))


def read_counts(connection: Connection, layer: str) -> Row[Any] | None:
    """Return the counts of a queue; None where the person has none."""
    query = select(_workload).where(_workload.c.layer == layer)
    return connection.execute(query).one_or_none()


def follow(
    connection: Connection, layer: str, targets: Sequence[Any], annotations: Sequence[Any]
) -> None:
    """Bring a queue along with what its person says now of some sentences.

    `targets` have the `spot`, and the `status` and `flagged` of before.
    """
    found = set(
        connection.scalars(_FOUND, {"in_layer": layer, "spots": [each.spot for each in targets]})
    )
    if not found:
        return
    counts: Counter[str] = Counter()
    moved = []
    for target, annotation in zip(targets, annotations, strict=True):
        if target.spot not in found:
            continue
        counts.subtract(_count(target.status, target.flagged))
        counts.update(_count(annotation.status, int(annotation.flagged)))
        states = _find_state(target.status), _find_state(annotation.status)
        if states[0] != states[1]:
            moved.append({"in_layer": layer, "at": target.spot, "to_state": states[1]})
    if moved:
        connection.execute(_SET_STATE, moved)
    _add(connection, {layer: counts})


def leave(connection: Connection, where: ColumnElement[bool]) -> list[Row[Any]]:
    """Take the rows of the queues that `where` says out of the counts, and return them."""
    rows = list(connection.execute(_ROWS.where(where)))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.state != HIDDEN:
            counts[row.layer].subtract(_count(row.status, row.flagged or 0))
    _add(connection, counts)
    return rows


def enter(connection: Connection, where: ColumnElement[bool]) -> None:
    """Put the rows that `where` says into the counts, in the state that their sentences have now.

    They were taken out before.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    moved = []
    for row in connection.execute(_ROWS.where(where)).all():
        state = _find_state(row.status) if row.walkable else HIDDEN
        if state != HIDDEN:
            counts[row.layer].update(_count(row.status, row.flagged or 0))
        if state != row.state:
            moved.append({"in_layer": row.layer, "at": row.spot, "to_state": state})
    if moved:
        connection.execute(_SET_STATE, moved)
    _add(connection, counts)


def between(first: int, stop: int) -> ColumnElement[bool]:
    """Return the condition of the rows whose spots are from `first` up to `stop`."""
    return and_(_queue.c.spot >= first, _queue.c.spot < stop)


def take_away(connection: Connection, spots: Collection[int]) -> dict[str, str]:
    """Take sentences that are about to go out of all queues; return why each layer had them."""
    rows = leave(connection, _queue.c.spot.in_(spots))
    connection.execute(delete(_queue).where(_queue.c.spot.in_(spots)))
    return {row.layer: row.why for row in rows}


def give(connection: Connection, layers: Mapping[str, str], spots: Collection[int]) -> None:
    """Put sentences into the queues of those who had the ones before them."""
    rows = [
        {"layer": layer, "spot": spot, "why": why, "state": HIDDEN}
        for layer, why in layers.items()
        for spot in spots
    ]
    if rows:
        connection.execute(insert(_queue), rows)
        enter(connection, _queue.c.spot.in_(spots))


def replace_queues(connection: Connection, queues: Mapping[str, Mapping[int, str]]) -> None:
    """Make `queues` all that anybody has been given: why, by layer and spot.

    Only rows that change are written.
    """
    known: dict[str, dict[int, str]] = defaultdict(dict)
    for row in connection.execute(select(_queue)):
        known[row.layer][row.spot] = row.why
    for layer in sorted(known.keys() | queues.keys()):
        old, new = known.get(layer, {}), queues.get(layer, {})
        gone = [spot for spot in old if spot not in new]
        for portion in _cut(gone):
            at = and_(_queue.c.layer == layer, _queue.c.spot.in_(portion))
            connection.execute(delete(_queue).where(at))
        came = [
            {"layer": layer, "spot": spot, "why": why, "state": HIDDEN}
            for spot, why in sorted(new.items())
            if old.get(spot) is None
        ]
        for portion in _cut(came):
            connection.execute(insert(_queue), portion)
        for spot, why in new.items():
            if old.get(spot, why) != why:
                at = and_(_queue.c.layer == layer, _queue.c.spot == spot)
                connection.execute(update(_queue).where(at).values(why=why))
    recount(connection)


def recount(connection: Connection) -> None:
    """Find the state of every sentence of every queue, and count anew."""
    connection.execute(delete(_workload))
    for layer in connection.scalars(select(_queue.c.layer).distinct().order_by("layer")).all():
        enter(connection, _queue.c.layer == layer)


def iter_queue_problems(connection: Connection) -> Iterator[str]:
    """Give a sentence for each queue whose states or counts are not what its sentences say."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    found = 0
    for row in connection.execute(_ROWS):
        found += 1
        counts[row.layer]["to_decide"] += 0
        state = _find_state(row.status) if row.walkable else HIDDEN
        if state != row.state:
            yield f"spot {row.spot} of the queue of {row.layer} is {row.state}, expected {state}"
        if state != HIDDEN:
            counts[row.layer].update(_count(row.status, row.flagged or 0))
    stored = connection.scalar(select(func.count()).select_from(_queue)) or 0
    if stored != found:
        yield f"{stored - found} sentences of the queues are not there"
    rows = {row.layer: row for row in connection.execute(select(_workload))}
    for layer in sorted(rows.keys() | counts.keys()):
        expected = tuple(counts[layer][name] for name in _COUNTED)
        got = tuple(rows[layer])[1:] if layer in rows else None
        if got != expected and (got is not None or any(expected)):
            yield f"the queue of {layer} counts {got}, expected {expected}"


def _find_state(status: str | None) -> int:
    return _STATES.get(status or "open", OPEN)


def _count(status: str | None, flagged: int) -> Counter[str]:
    counts = Counter(to_decide=1, flagged=flagged)
    if status in _STATES:
        counts[str(status)] += 1
    return counts


def _add(connection: Connection, counts: Mapping[str, Counter[str]]) -> None:
    for layer, more in sorted(counts.items()):
        if any(more.values()):
            insert_if_new(connection, _workload, {"layer": layer, **dict.fromkeys(_COUNTED, 0)})
            given = {f"more_{name}": more[name] for name in _COUNTED}
            connection.execute(_COUNT, {"in_layer": layer, **given})


def _cut(rows: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (rows[at : at + _PORTION] for at in range(0, len(rows), _PORTION))
