"""Searching what a layer says: first which documents may have it, then what is meant in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, false, or_, select, text

from workbench.model import Annotation, Attribution
from workbench.store import tables
from workbench.store.dating import Stretches, close_bounds
from workbench.store.mentions import MENTION_TEXT
from workbench.store.revisions import load_annotation
from workbench.store.searching import make_hit, read_rows
from workbench.store.statements import (
    SourceName,
    Statement,
    Wanted,
    is_dated,
    iter_statements,
)
from workbench.store.values import Hit, Holder
from workbench.store.words import ask
from workbench.text import Bounds, Term

MOST_DOCUMENTS = 2_000
"""So many documents are looked through for one page at most."""

_mention, _document = tables.mention, tables.document
_TOGETHER = 20
_FEW = 400  # documents that may be listed in one statement


@dataclass(frozen=True, slots=True)
class Time:
    """A time that is asked for, and where the texts of it stand.

    With `of_claims` a claim whose own date it is will do as well.
    """

    bounds: Bounds
    stretches: Stretches
    of_claims: bool = False


def read_found(
    connection: Connection,
    layer: str,
    wanted: Wanted,
    times: Sequence[Time],
    *,
    first: int,
    stop: int,
    count: int,
) -> tuple[list[Hit], int]:
    """Return about `count` hits in what `layer` says, from the spot `first` up to `stop`.

    Hits of one sentence are never parted. A page may hold fewer, and none, where many documents had
    to be looked through.

    Returns
    -------
    tuple
        The hits, and the spot to go on from; `stop` where there are no more.
    """
    found: list[Hit] = []
    looked_at = 0
    query = _make_query(connection, layer, wanted, times, first, stop)
    for documents in _iter_portions(connection, query):
        if looked_at >= MOST_DOCUMENTS:
            return found, _first_spot(connection, documents[0])
        looked_at += len(documents)
        spotted = _find_statements(connection, layer, documents, wanted, times)
        inside = [each for each in spotted if first <= each[0] < stop]
        room = count - len(found)
        if len(inside) >= room:
            # What comes after the page begins with a sentence of its own.
            border = inside[room - 1][0] + 1
            found += _make_hits(connection, [each for each in inside if each[0] < border])
            return found, border
        found += _make_hits(connection, inside)
    return found, stop


def _iter_portions(connection: Connection, query: Select[Any]) -> Iterator[list[int]]:
    """Give the numbers of documents in their order, a few at a time, many more each time."""
    after, size = -1, _TOGETHER
    while True:
        more = query.where(_mention.c.document > after).limit(size)
        documents = list(connection.scalars(more))
        for start in range(0, len(documents), _TOGETHER):
            yield documents[start : start + _TOGETHER]
        if len(documents) < size:
            return
        after, size = documents[-1], min(size * 4, MOST_DOCUMENTS)


def _make_query(
    connection: Connection,
    layer: str,
    wanted: Wanted,
    times: Sequence[Time],
    first: int,
    stop: int,
) -> Select[Any]:
    """Return the query for the numbers of documents that may have it, in the texts' order."""
    role = wanted.role or "claim"
    query = (
        select(_mention.c.document)
        .distinct()
        .where(_mention.c.layer == layer, _mention.c.role == role)
        .where(_mention.c.document.between(*_find_ends(connection, first, stop)))
        .order_by(_mention.c.document)
    )
    if wanted.terms and wanted.role is not None:
        query = query.where(_has_words(connection, wanted.terms, "query"))
    elif wanted.terms:
        for place, term in enumerate(wanted.terms):
            said = select(_mention.c.document).where(_mention.c.layer == layer)
            said = said.where(_has_words(connection, [term], f"query{place}"))
            query = query.where(_mention.c.document.in_(said))
    if wanted.stance is not None or wanted.source is not None:
        query = query.where(_mention.c.document.in_(_who_holds(layer, wanted)))
    for time in times:
        query = _limit_to(query, layer, time)
    return query


def _find_ends(connection: Connection, first: int, stop: int) -> tuple[int, int]:
    """Return the numbers of the documents of the first and last sentence in ``[first, stop)``."""
    table = tables.sentence
    inside = select(table.c.document).where(table.c.spot >= first, table.c.spot < stop).limit(1)
    begin = connection.scalar(inside.order_by(table.c.spot))
    end = connection.scalar(inside.order_by(table.c.spot.desc()))
    return (0, -1) if begin is None or end is None else (begin, end)


def _has_words(connection: Connection, terms: Sequence[Term], name: str) -> ColumnElement[bool]:
    at, meets = MENTION_TEXT.number_in(connection), MENTION_TEXT.meets(connection, name)
    listed = text(f"SELECT {at} FROM {MENTION_TEXT.name} WHERE {meets}")  # noqa: S608  names of our own
    return _mention.c.number.in_(listed.bindparams(**{name: ask(connection, terms)}))


def _who_holds(layer: str, wanted: Wanted) -> Select[Any]:
    holders = select(_mention.c.document).where(
        _mention.c.layer == layer, _mention.c.role == "source"
    )
    if wanted.stance is not None:
        holders = holders.where(_mention.c.stance == wanted.stance)
    if wanted.source is not None:
        holders = holders.where(is_named(wanted.source))
    return holders


def is_named(source: SourceName) -> ColumnElement[bool]:
    """Return the condition in SQL that a row of `mention` is of a source."""
    names = [_mention.c.name.contains(key, autoescape=True) for key in source.keys]
    ids = [_mention.c.entities.contains(f" {each} ", autoescape=True) for each in source.entities]
    return or_(false(), *names, *ids)


def _limit_to(query: Select[Any], layer: str, time: Time) -> Select[Any]:
    """Leave out documents of another time, where those of this one are few enough to be named."""
    if len(time.stretches.documents) > _FEW:
        return query
    is_then: ColumnElement[bool] = _mention.c.document.in_(sorted(time.stretches.documents))
    if time.of_claims:
        is_then = or_(is_then, _mention.c.document.in_(_dated_claims(layer, time.bounds)))
    return query.where(is_then)


def _dated_claims(layer: str, bounds: Bounds) -> Select[Any]:
    low, high = close_bounds(bounds)
    return select(_mention.c.document).where(
        _mention.c.layer == layer,
        _mention.c.role == "claim",
        _mention.c.until >= low,
        _mention.c.since <= high,
    )


def read_dated_spots(connection: Connection, layer: str, bounds: Bounds) -> list[tuple[int, int]]:
    """Return where a claim of `layer` has a date of its own within `bounds`.

    The spot of its sentence, and the number of the document.
    """
    query = _dated_claims(layer, bounds).add_columns(_mention.c.spot).distinct()
    return [(row.spot, row.document) for row in connection.execute(query)]


def _find_statements(
    connection: Connection,
    layer: str,
    documents: Sequence[int],
    wanted: Wanted,
    times: Sequence[Time],
) -> list[tuple[int, Statement]]:
    """Return what is meant in some documents, with the spots of the sentences, in order."""
    found: list[tuple[int, Statement]] = []
    for spots, said in _iter_annotations(connection, layer, documents):
        for statement in iter_statements(said, wanted):
            spot = spots[statement.sentence]
            if all(_is_then(spot, statement, time) for time in times):
                found.append((spot, statement))
    return sorted(found, key=lambda each: each[0])


def _is_then(spot: int, statement: Statement, time: Time) -> bool:
    if spot in time.stretches:
        return True
    return time.of_claims and is_dated(statement, time.bounds)


def _iter_annotations(
    connection: Connection, layer: str, documents: Sequence[int]
) -> Iterator[tuple[dict[str, int], list[Annotation]]]:
    """Give what a layer says of each document, with the spots of its sentences."""
    head, revision, sentence = tables.head, tables.revision, tables.sentence
    rows = connection.execute(
        select(sentence.c.document, head.c.spot, revision.c.content)
        .select_from(sentence)
        .join(head, head.c.spot == sentence.c.spot)
        .join(revision, revision.c.id == head.c.revision)
        .where(sentence.c.document.in_(documents), head.c.layer == layer)
        .order_by(head.c.spot)
    ).all()
    for _, group in groupby(rows, key=lambda row: row.document):
        spots: dict[str, int] = {}
        annotations = []
        for row in group:
            annotation = load_annotation(row.content)
            spots[annotation.sentence] = row.spot
            annotations.append(annotation)
        yield spots, annotations


def _first_spot(connection: Connection, document: int) -> int:
    query = select(_document.c.first_spot).where(_document.c.number == document)
    return int(connection.scalar(query) or 0)


def _make_hits(connection: Connection, found: Sequence[tuple[int, Statement]]) -> list[Hit]:
    spots = sorted({spot for spot, _ in found})
    rows = {row.spot: row for row in read_rows(connection, spots)}
    return [
        make_hit(
            rows[spot],
            each.spans,
            role=each.role,
            item=each.item,
            holders=tuple(_make_holder(holder) for holder in each.holders),
        )
        for spot, each in found
        if spot in rows
    ]


def _make_holder(attribution: Attribution) -> Holder:
    source = attribution.source
    words = " ".join(span.text for span in source.spans)
    return Holder(words, attribution.stance, attribution.certainty, source.realization)
