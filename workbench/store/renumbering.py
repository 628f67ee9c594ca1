"""The rows behind a split or merge: sentences leave the order or come into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from workbench.model import Segment, Sentence, dump_line
from workbench.store import tables
from workbench.store.admission import hash_sentences
from workbench.store.boundaries import Plan
from workbench.store.documents import (
    count_numbers,
    load_segments,
    make_sentence_rows,
    read_live,
)
from workbench.store.searching import add_texts, remove_texts

_sentence = tables.sentence


class Author(msgspec.Struct, frozen=True):
    """Who changes sentences, when, with which key, and how long it took.

    `kind` is that of the action: ``edit``, or ``undo`` and ``redo`` of the action `of`.
    """

    layer: str
    key: str
    now: str
    active_s: float | None = None
    kind: str = "edit"
    of: Any = None


def replace_rows(
    connection: Connection, document: Row[Any], gone: Sequence[Row[Any]], plan: Plan
) -> list[dict[str, Any]]:
    """Take the sentences that go out of the order, and put those that come into it."""
    numbers = [row.number for row in gone]
    connection.execute(
        update(_sentence).where(_sentence.c.number.in_(numbers)).values(spot=None, ordinal=None)
    )
    more = len(plan.came) - len(gone)
    connection.execute(
        update(_sentence)
        .where(_sentence.c.document == document.number, _sentence.c.ordinal > gone[-1].ordinal)
        .values(ordinal=_sentence.c.ordinal + more)
    )
    segments = _read_segments(connection, document)
    row = {"number": document.number, "first_spot": document.first_spot}
    number = count_numbers(connection)
    rows = make_sentence_rows(row, number, segments, plan.came, gone[0].ordinal)
    known = _find_numbers(connection, document, [each.id for each in plan.came])
    for each in rows:
        if each["id"] in known:
            values = {name: each[name] for name in ("spot", "ordinal", "kind", "walkable")}
            at = _sentence.c.number == known[each["id"]]
            connection.execute(update(_sentence).where(at).values(values))
    remove_texts(connection, (row.spot for row in gone))
    words = {each["spot"]: document.text[each["start"] : each["end"]] for each in rows}
    add_texts(connection, words)
    new = [each for each in rows if each["id"] not in known]
    if new:
        connection.execute(insert(_sentence), new)
    return rows


def renumber(
    connection: Connection,
    document: Row[Any],
    gone: Sequence[Row[Any]],
    came: Sequence[Mapping[str, Any]],
) -> None:
    """Bring along the positions of all that come after, and the project's totals."""
    more = len(came) - len(gone)
    to_decide = sum(each["walkable"] for each in came) - sum(row.walkable for row in gone)
    project, numbering, place = tables.project, tables.numbering, tables.place
    first = connection.scalar(
        select(numbering.c.first).where(numbering.c.document == document.number)
    )
    connection.execute(
        update(project).values(
            sentences=project.c.sentences + more, to_decide=project.c.to_decide + to_decide
        )
    )
    connection.execute(
        update(numbering)
        .where(numbering.c.document > document.number)
        .values(first=numbering.c.first + more)
    )
    connection.execute(
        update(place)
        .where(place.c.position > (first or 0) + gone[0].ordinal)
        .values(position=place.c.position + more)
    )


def add_segmentation(connection: Connection, document: Row[Any], plan: Plan, author: Author) -> int:
    """Add the revision of the segmentation that says which sentences went and came."""
    number: int = document.segmentation + 1
    row = {
        "document": document.number,
        "number": number,
        "key": author.key,
        "layer": author.layer,
        "at_utc": author.now,
        "content": dump_line(_read_segments(connection, document)),
        "sentences": dump_line(plan),
    }
    connection.execute(insert(tables.segmentation), row)
    return number


def describe_document(
    connection: Connection, document: Row[Any], segmentation: int, sentences: int
) -> None:
    """Bring along what a document's row says of its sentences."""
    live = [Sentence(row.id, row.start, row.end) for row in read_live(connection, document)]
    connection.execute(
        update(tables.document)
        .where(tables.document.c.number == document.number)
        .values(
            segmentation=segmentation,
            sentences=sentences,
            sentences_sha256=hash_sentences(tuple(live)),
        )
    )


def _find_numbers(connection: Connection, document: Row[Any], ids: Sequence[str]) -> dict[str, int]:
    rows = connection.execute(
        select(_sentence.c.id, _sentence.c.number).where(
            _sentence.c.document == document.number, _sentence.c.id.in_(ids)
        )
    )
    return {row.id: row.number for row in rows}


def _read_segments(connection: Connection, document: Row[Any]) -> tuple[Segment, ...]:
    table = tables.segmentation
    query = select(table.c.content).where(
        table.c.document == document.number, table.c.number == document.segmentation
    )
    return load_segments(connection.scalar(query) or "[]")
