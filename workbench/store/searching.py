"""The full text of the sentences: which of them meet a query, in the order of the texts.

A sentence's row in the index stands at its spot, so that hits come in that order and the first page
costs the same however many there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select, text

from workbench.model import Span
from workbench.store import tables
from workbench.store.dating import Stretches
from workbench.store.values import Hit
from workbench.store.words import WordIndex, ask
from workbench.text import Term, find_matches

SENTENCE_TEXT = WordIndex("sentence_text", "spot")

_PAGE = 500
_LOOKED_AT = 5_000  # spots at a time, where most of them may be of another time
_ALL_SPOTS = text(
    "SELECT spot FROM sentence WHERE spot >= :first AND spot < :stop ORDER BY spot LIMIT :count"
)


def make_index(connection: Connection) -> None:
    """Make the index, empty."""
    SENTENCE_TEXT.make(connection)


def fill_index(connection: Connection) -> None:
    """Index all sentences of the project; the index is empty before."""
    for rows in _iter_sentences(connection):
        add_texts(connection, {row.spot: row.text for row in rows})


def add_texts(connection: Connection, texts: Mapping[int, str]) -> None:
    """Index sentences, by their spots."""
    SENTENCE_TEXT.add(connection, texts)


def remove_texts(connection: Connection, spots: Iterable[int]) -> None:
    """Take sentences out of the index."""
    SENTENCE_TEXT.remove(connection, spots)


def read_hits(
    connection: Connection,
    terms: Sequence[Term],
    *,
    times: Sequence[Stretches] = (),
    first: int,
    stop: int,
    count: int,
) -> tuple[list[Hit], int]:
    """Return the first sentences from the spot `first` up to `stop` that meet a query.

    Parameters
    ----------
    terms
        The words, all of which have to be met; without any, each sentence meets them.
    times
        Where the texts of some time stand; a hit lies in each of them.

    Returns
    -------
    tuple
        At most `count` of them, and the spot to go on from; `stop` where there are no more.
    """
    found: list[Hit] = []
    for spots in _iter_spots(connection, terms, times, first, stop, count):
        for start in range(0, len(spots), count):
            portion = spots[start : start + count]
            # The index knows no more of a phrase than that its first word has a proclitic
            # somewhere.
            for row in read_rows(connection, portion):
                hit = _make_hit(row, terms)
                if hit is not None:
                    found.append(hit)
                    if len(found) == count:
                        return found, row.spot + 1
    return found, stop


def _iter_spots(
    connection: Connection,
    terms: Sequence[Term],
    times: Sequence[Stretches],
    first: int,
    stop: int,
    count: int,
) -> Iterator[list[int]]:
    """Give the spots of sentences that may meet a query, in order."""
    driving = next((each for each in times if each.are_few), None)
    ranges = [(first, stop)] if driving is None else driving.within(first, stop)
    size = _LOOKED_AT if times and driving is None else count
    find = _ALL_SPOTS if not terms else text(_find_sql(connection))
    query = {"query": ask(connection, terms)} if terms else {}
    for begin, end in ranges:
        at = begin
        while at < end:
            given = {**query, "first": at, "stop": end, "count": size}
            spots = list(connection.execute(find, given).scalars())
            at = spots[-1] + 1 if len(spots) == size else end
            yield [spot for spot in spots if all(spot in each for each in times)]


def _find_sql(connection: Connection) -> str:
    at = SENTENCE_TEXT.number_in(connection)
    meets = SENTENCE_TEXT.meets(connection, "query")
    return (
        f"SELECT {at} FROM {SENTENCE_TEXT.name} WHERE {meets}"  # noqa: S608  names of our own
        f" AND {at} >= :first AND {at} < :stop ORDER BY {at} LIMIT :count"
    )


def find_documents(connection: Connection, item: str) -> set[str]:
    """Return the ids of the documents that have a sentence, claim or attribution of this id."""
    sentence, document, mention = tables.sentence, tables.document, tables.mention
    ids = select(document.c.id).where(document.c.withdrawn == 0)
    named = ids.join(sentence, sentence.c.document == document.c.number)
    named = named.where(sentence.c.id == item, sentence.c.spot.is_not(None))
    said = ids.join(mention, mention.c.document == document.c.number)
    said = said.where(mention.c.item == item)
    return {*connection.scalars(named), *connection.scalars(said)}


def iter_index_problems(connection: Connection) -> Iterator[str]:
    """Give a sentence for each stretch of the index that is not what the texts say."""
    count = 0
    for rows in _iter_sentences(connection):
        count += len(rows)
        texts = {row.spot: row.text for row in rows}
        wrong = SENTENCE_TEXT.find_different(connection, texts)
        if wrong:
            yield f"the sentences at the spots {sorted(wrong)[:3]} are not indexed as they are"
    stored = SENTENCE_TEXT.count(connection)
    if stored != count:
        yield f"the index has {stored} sentences, expected {count}"


def _iter_sentences(connection: Connection) -> Iterator[Sequence[Row[Any]]]:
    """Give the spots and texts of all sentences, in order, a page at a time."""
    after = -1
    while True:
        rows = connection.execute(
            text(
                "SELECT sentence.spot AS spot, substr(document.text,"
                ' sentence."start" + 1, sentence."end" - sentence."start") AS text'
                " FROM sentence JOIN document ON document.number = sentence.document"
                " WHERE sentence.spot > :after ORDER BY sentence.spot LIMIT :count"
            ),
            {"after": after, "count": _PAGE},
        ).all()
        if rows:
            yield rows
        if len(rows) < _PAGE:
            return
        after = rows[-1].spot


def read_rows(connection: Connection, spots: Sequence[int]) -> Sequence[Row[Any]]:
    """Return the sentences at some spots, with their documents, in order; no withdrawn ones."""
    sentence, document, numbering = tables.sentence, tables.document, tables.numbering
    return connection.execute(
        select(
            sentence,
            document.c.id.label("document_id"),
            document.c.description,
            document.c.text,
            numbering.c.first,
        )
        .join(document, document.c.number == sentence.c.document)
        .join(numbering, numbering.c.document == sentence.c.document)
        .where(sentence.c.spot.in_(spots), document.c.withdrawn == 0)
        .order_by(sentence.c.spot)
    ).all()


def _make_hit(row: Row[Any], terms: Sequence[Term]) -> Hit | None:
    words = row.text[row.start : row.end]
    spans = tuple(
        Span(row.start + start, row.start + end, words[start:end])
        for start, end in find_matches(words, terms)
    )
    return make_hit(row, spans) if spans or not terms else None


def make_hit(row: Row[Any], spans: tuple[Span, ...], **more: Any) -> Hit:
    """Return the hit of a sentence, as `read_rows` gives it."""
    about = json.loads(row.description)
    return Hit(
        document=row.document_id,
        sentence=row.id,
        position=row.first + row.ordinal,
        start=row.start,
        end=row.end,
        kind=row.kind,
        text=row.text[row.start : row.end],
        spans=spans,
        title=about.get("title"),
        **more,
    )
