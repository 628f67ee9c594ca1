"""Revisions of a document's segmentation, and what follows from them for every layer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, insert, select, update

from workbench.errors import ConflictError
from workbench.model import Segment, dump_line
from workbench.store import tables
from workbench.store.admission import check_segments
from workbench.store.annotations import check_names
from workbench.store.documents import (
    find_document,
    find_kind,
    is_walkable,
    load_segments,
)
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
    return number


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
    )


def _change_kinds(connection: Connection, document: Row[Any], segments: Sequence[Segment]) -> None:
    rows = connection.execute(
        select(_sentence.c.position, _sentence.c.start, _sentence.c.kind, _sentence.c.walkable)
        .where(_sentence.c.document == document.number)
        .order_by(_sentence.c.position)
    ).all()
    updates: list[dict[str, Any]] = []
    opened: list[int] = []
    closed: list[int] = []
    for row in rows:
        kind = find_kind(segments, row.start)
        walkable = is_walkable(kind)
        if kind != row.kind:
            updates.append({"at": row.position, "kind": kind, "walkable": walkable})
        if walkable != row.walkable:
            (opened if walkable else closed).append(row.position)
    if updates:
        statement = (
            update(_sentence)
            .where(_sentence.c.position == bindparam("at"))
            .values(kind=bindparam("kind"), walkable=bindparam("walkable"))
        )
        connection.execute(statement, updates)
    if opened or closed:
        _change_totals(connection, len(opened) - len(closed))
        for layer in connection.scalars(select(tables.layer.c.name).order_by("name")).all():
            _change_layer(connection, layer, opened, closed)


def _change_totals(connection: Connection, more: int) -> None:
    to_decide = tables.project.c.to_decide
    connection.execute(update(tables.project).values(to_decide=to_decide + more))


def _change_layer(
    connection: Connection, layer: str, opened: Sequence[int], closed: Sequence[int]
) -> None:
    """Bring one layer's counts and runs along: sentences that left boilerplate or entered it."""
    opened_heads = _read_heads(connection, layer, opened)
    closed_heads = _read_heads(connection, layer, closed)
    counts = {"done": 0, "skipped": 0, "flagged": 0}
    for heads, sign in ((opened_heads, 1), (closed_heads, -1)):
        for head in heads.values():
            if head.status in counts:
                counts[head.status] += sign
            counts["flagged"] += sign * head.flagged
    columns = tables.layer.c
    connection.execute(
        update(tables.layer)
        .where(columns.name == layer)
        .values({name: columns[name] + count for name, count in counts.items()})
    )
    decided = {at for at, head in opened_heads.items() if head.status in DECIDED}
    for position in opened:
        if position not in decided:
            open_sentence(connection, layer, position)
    close_sentences(connection, layer, sorted(decided))
    for position in closed:
        join_over(connection, layer, position)


def _read_heads(
    connection: Connection, layer: str, positions: Sequence[int]
) -> dict[int, Row[Any]]:
    head = tables.head
    if not positions:
        return {}
    # One document's sentences stand side by side: a range is found faster than a long list.
    rows: Iterable[Row[Any]] = connection.execute(
        select(head.c.position, head.c.status, head.c.flagged).where(
            and_(
                head.c.layer == layer,
                head.c.position >= min(positions),
                head.c.position <= max(positions),
            )
        )
    )
    wanted = set(positions)
    return {row.position: row for row in rows if row.position in wanted}
