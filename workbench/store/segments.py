"""Revisions of a document's segmentation, and what follows from them for every layer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, insert, select, update

from workbench.errors import ConflictError
from workbench.model import Segment, dump_line
from workbench.store import queues, tables
from workbench.store.admission import check_segments
from workbench.store.annotations import check_names
from workbench.store.dating import change_dates, read_published
from workbench.store.documents import (
    find_document,
    find_kind,
    is_walkable,
    load_segments,
    read_live,
)
from workbench.store.people import refuse_withdrawn
from workbench.store.revisions import DECIDED
from workbench.store.walking import close_sentences, join_over, open_sentence

_sentence = tables.sentence


def save_segmentation(
    connection: Connection,
    document_id: str,
    segments: Sequence[Segment],
    *,
    based_on: int,
    layer: str,
    key: str,
    now: str,
) -> int:
    """Add a revision of the segmentation and return its number.

    The project is locked meanwhile: kinds of sentences decide what every layer has to do.
    """
    check_names(layer, key)
    refuse_withdrawn(connection, layer)
    connection.execute(select(tables.project.c.id).with_for_update())
    document = find_document(connection, document_id, lock=True)
    table = tables.segmentation
    known = connection.execute(
        select(table.c.number, table.c.document).where(table.c.key == key)
    ).one_or_none()
    if known is not None and known.document == document.number:
        number: int = known.number
        return number
    check_segments(document_id, len(document.text), segments)
    if based_on != document.segmentation:
        raise _conflict(connection, document, segments, based_on)
    number = document.segmentation + 1
    row = {
        "document": document.number,
        "number": number,
        "key": key,
        "layer": layer,
        "at_utc": now,
        "content": dump_line(tuple(segments)),
    }
    connection.execute(insert(table), row)
    connection.execute(
        update(tables.document)
        .where(tables.document.c.number == document.number)
        .values(segmentation=number)
    )
    _change_kinds(connection, document, segments)
    change_dates(connection, document, read_published(document), segments)
    return number


def check_newest(document: Row[Any], based_on: int) -> None:
    """Raise `ConflictError` where a document's newest segmentation is not `based_on`."""
    if based_on != document.segmentation:
        raise ConflictError(
            f"Expected the sentences of document {document.id!r} at revision {based_on}, "
            f"got {document.segmentation}: somebody changed them first.",
            mine={},
            theirs={},
            hint="Look at the sentences as they are now, and do it again there.",
            wording=("sentences_changed", {}),
        )


def _conflict(
    connection: Connection, document: Row[Any], segments: Sequence[Segment], based_on: int
) -> ConflictError:
    table = tables.segmentation
    content = connection.scalar(
        select(table.c.content).where(
            table.c.document == document.number, table.c.number == document.segmentation
        )
    )
    return ConflictError(
        f"Expected the segments of document {document.id!r} at revision {based_on}, "
        f"got {document.segmentation}: somebody saved them first.",
        mine=tuple(segments),
        theirs=load_segments(content or "[]"),
        hint="Look at both, then keep one.",
        wording=("segments_first", {}),
    )


def _change_kinds(connection: Connection, document: Row[Any], segments: Sequence[Segment]) -> None:
    updates: list[dict[str, Any]] = []
    opened: list[Row[Any]] = []
    closed: list[Row[Any]] = []
    for row in read_live(connection, document):
        kind = find_kind(segments, row.start)
        walkable = is_walkable(kind)
        if kind != row.kind:
            updates.append({"at": row.number, "to_kind": kind, "to_walkable": walkable})
        if walkable != row.walkable:
            (opened if walkable else closed).append(row)
    if not updates:
        return
    around = queues.between(document.first_spot, document.first_spot + len(document.text) + 1)
    if opened or closed:
        queues.leave(connection, around)
    statement = (
        update(_sentence)
        .where(_sentence.c.number == bindparam("at"))
        .values(kind=bindparam("to_kind"), walkable=bindparam("to_walkable"))
    )
    connection.execute(statement, updates)
    if opened or closed:
        change_walkable(connection, opened, closed)
        queues.enter(connection, around)


def change_walkable(
    connection: Connection, opened: Sequence[Row[Any]], closed: Sequence[Row[Any]]
) -> None:
    """Bring totals, counts and runs along with sentences that are to be decided, or no longer.

    `opened` and `closed` are each of one document, in order.
    """
    _change_totals(connection, len(opened) - len(closed))
    for layer in connection.scalars(select(tables.layer.c.name).order_by("name")).all():
        _change_layer(connection, layer, opened, closed)


def _change_totals(connection: Connection, more: int) -> None:
    to_decide = tables.project.c.to_decide
    connection.execute(update(tables.project).values(to_decide=to_decide + more))


def _change_layer(
    connection: Connection, layer: str, opened: Sequence[Row[Any]], closed: Sequence[Row[Any]]
) -> None:
    """Bring one layer's counts and runs along: sentences that left boilerplate or entered it."""
    opened_heads = _read_heads(connection, layer, opened)
    closed_heads = _read_heads(connection, layer, closed)
    change_counts(connection, layer, more=opened_heads.values(), fewer=closed_heads.values())
    decided = {at for at, head in opened_heads.items() if head.status in DECIDED}
    for row in opened:
        if row.spot not in decided:
            open_sentence(connection, layer, row.spot)
    close_sentences(connection, layer, [row for row in opened if row.spot in decided])
    for row in closed:
        join_over(connection, layer, row.spot)


def change_counts(
    connection: Connection, layer: str, *, more: Iterable[Row[Any]], fewer: Iterable[Row[Any]]
) -> None:
    """Add the heads of sentences that count from now on, and take off those that no longer do."""
    counts = {"done": 0, "skipped": 0, "flagged": 0}
    for heads, sign in ((more, 1), (fewer, -1)):
        for head in heads:
            if head.status in counts:
                counts[head.status] += sign
            counts["flagged"] += sign * head.flagged
    columns = tables.layer.c
    connection.execute(
        update(tables.layer)
        .where(columns.name == layer)
        .values({name: columns[name] + count for name, count in counts.items()})
    )


def _read_heads(
    connection: Connection, layer: str, sentences: Sequence[Row[Any]]
) -> dict[int, Row[Any]]:
    head = tables.head
    if not sentences:
        return {}
    # One document's sentences stand side by side: a range is found faster than a long list.
    rows: Iterable[Row[Any]] = connection.execute(
        select(head.c.spot, head.c.status, head.c.flagged).where(
            and_(
                head.c.layer == layer,
                head.c.spot >= sentences[0].spot,
                head.c.spot <= sentences[-1].spot,
            )
        )
    )
    wanted = {row.spot for row in sentences}
    return {row.spot: row for row in rows if row.spot in wanted}
