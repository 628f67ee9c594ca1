"""The full text of the sentences: SQLite's FTS5 and PostgreSQL's text search over the same words.

What a word is, and how it is folded, is decided in `workbench.text`, so that both find the same.
The table `sentence_text` is made by a migration, is none of SQLAlchemy's, and is derived: a
sentence's row stands at its spot, so that hits come in the order of the texts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, text

from workbench.model import Span
from workbench.store import tables
from workbench.store.values import Hit
from workbench.text import Term, find_matches, index_words

TABLE = "sentence_text"

_PAGE = 500
_POSITIONS = 16_383  # PostgreSQL counts no further within one text

_INSERT = {
    "sqlite": text("INSERT INTO sentence_text (rowid, words, bare) VALUES (:spot, :words, :bare)"),
    "postgresql": text("INSERT INTO sentence_text VALUES (:spot, CAST(:vector AS tsvector))"),
}
_DELETE = {
    "sqlite": text("DELETE FROM sentence_text WHERE rowid = :spot"),
    "postgresql": text("DELETE FROM sentence_text WHERE spot = :spot"),
}
_FIND = {
    "sqlite": text(
        "SELECT rowid FROM sentence_text WHERE sentence_text MATCH :query"
        " AND rowid >= :first AND rowid < :stop ORDER BY rowid LIMIT :count"
    ),
    "postgresql": text(
        "SELECT spot FROM sentence_text WHERE vector @@ CAST(:query AS tsquery)"
        " AND spot >= :first AND spot < :stop ORDER BY spot LIMIT :count"
    ),
}
_CREATE = {
    "sqlite": "CREATE VIRTUAL TABLE sentence_text USING fts5(words, bare,"
    " tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co M*'\")",
    "postgresql": "CREATE TABLE sentence_text (spot BIGINT PRIMARY KEY, vector tsvector NOT NULL)",
}
_DIFFERENT = text(
    "SELECT given.spot FROM unnest(CAST(:spots AS bigint[]), CAST(:vectors AS text[]))"
    " AS given(spot, vector) LEFT JOIN sentence_text AS found ON found.spot = given.spot"
    " WHERE found.vector IS DISTINCT FROM CAST(given.vector AS tsvector)"
)


def make_index(connection: Connection) -> None:
    """Make the index, empty."""
    name = connection.dialect.name
    connection.exec_driver_sql(_CREATE[name])
    if name == "postgresql":
        connection.exec_driver_sql(
            "CREATE INDEX ix_sentence_text ON sentence_text USING gin (vector)"
        )


def fill_index(connection: Connection) -> None:
    """Index all sentences of the project; the index is empty before."""
    for rows in _iter_sentences(connection):
        add_texts(connection, {row.spot: row.text for row in rows})


def add_texts(connection: Connection, texts: Mapping[int, str]) -> None:
    """Index sentences, by their spots."""
    rows = [_make_row(connection, spot, words) for spot, words in texts.items()]
    if rows:
        connection.execute(_INSERT[connection.dialect.name], rows)


def remove_texts(connection: Connection, spots: Iterable[int]) -> None:
    """Take sentences out of the index."""
    rows = [{"spot": spot} for spot in spots]
    if rows:
        connection.execute(_DELETE[connection.dialect.name], rows)


def read_hits(
    connection: Connection, terms: Sequence[Term], *, first: int, stop: int, count: int
) -> tuple[list[Hit], int]:
    """Return the first sentences from the spot `first` up to `stop` that meet a query.

    Returns
    -------
    tuple
        At most `count` of them, and the spot to go on from; `stop` where there are no more.
    """
    name = connection.dialect.name
    query = (_ask_sqlite if name == "sqlite" else _ask_postgresql)(terms)
    found: list[Hit] = []
    while first < stop and len(found) < count:
        given = {"query": query, "first": first, "stop": stop, "count": count - len(found)}
        spots = list(connection.execute(_FIND[name], given).scalars())
        first = spots[-1] + 1 if len(spots) == given["count"] else stop
        # The index knows no more of a phrase than that its first word has a proclitic somewhere.
        found += filter(None, (_make_hit(row, terms) for row in _read_rows(connection, spots)))
    return found, first


def find_documents(connection: Connection, item: str) -> set[str]:
    """Return the ids of the documents that have a sentence, claim or attribution of this id."""
    sentence, document = tables.sentence, tables.document
    head, revision = tables.head, tables.revision
    ids = select(document.c.id).join(sentence, sentence.c.document == document.c.number)
    ids = ids.where(document.c.withdrawn == 0)
    named = ids.where(sentence.c.id == item, sentence.c.spot.is_not(None))
    # Contents are canonical: an item's own id is written so, and a reference to it is not.
    said = (
        ids.join(head, head.c.spot == sentence.c.spot)
        .join(revision, revision.c.id == head.c.revision)
        .where(revision.c.content.contains(f'"id":{json.dumps(item)}', autoescape=True))
    )
    return {*connection.scalars(named), *connection.scalars(said)}


def iter_index_problems(connection: Connection) -> Iterator[str]:
    """Give a sentence for each stretch of the index that is not what the texts say."""
    count = 0
    for rows in _iter_sentences(connection):
        count += len(rows)
        wanted = [_make_row(connection, row.spot, row.text) for row in rows]
        wrong = _find_different(connection, wanted)
        if wrong:
            yield f"the sentences at the spots {sorted(wrong)[:3]} are not indexed as they are"
    stored = connection.scalar(text("SELECT count(*) FROM sentence_text"))
    if stored != count:
        yield f"the index has {stored} sentences, expected {count}"


def _find_different(connection: Connection, wanted: Sequence[Mapping[str, Any]]) -> set[int]:
    if connection.dialect.name == "postgresql":
        given = {
            "spots": [row["spot"] for row in wanted],
            "vectors": [row["vector"] for row in wanted],
        }
        return set(connection.execute(_DIFFERENT, given).scalars())
    query = text("SELECT rowid, words, bare FROM sentence_text WHERE rowid IN :spots").bindparams(
        bindparam("spots", expanding=True)
    )
    rows = connection.execute(query, {"spots": [row["spot"] for row in wanted]})
    found = {row[0]: (row[1], row[2]) for row in rows}
    return {row["spot"] for row in wanted if found.get(row["spot"]) != (row["words"], row["bare"])}


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


def _make_row(connection: Connection, spot: int, sentence: str) -> dict[str, Any]:
    words, bare = index_words(sentence)
    if connection.dialect.name == "sqlite":
        return {"spot": spot, "words": " ".join(words), "bare": " ".join(bare)}
    lexemes: dict[str, list[int]] = {}
    for place, word in enumerate(words, 1):
        lexemes.setdefault(word, []).append(min(place, _POSITIONS))
    listed = [f"'{word}':{','.join(map(str, places))}" for word, places in lexemes.items()]
    # A word without its proclitics is told from one that stands so by a sign before it.
    return {"spot": spot, "vector": " ".join([*listed, *(f"'~{word}'" for word in bare)])}


def _ask_sqlite(terms: Sequence[Term]) -> str:
    return " AND ".join(f"({_ask_term_sqlite(term)})" for term in terms)


def _ask_term_sqlite(term: Term) -> str:
    star = "" if term.exact else " *"
    first, rest = term.words[0], term.words[1:]
    if not rest:
        return f'"{first}"{star}'
    return (
        f'words : "{" ".join(term.words)}"{star}'
        f' OR (bare : "{first}" AND words : "{" ".join(rest)}"{star})'
    )


def _ask_postgresql(terms: Sequence[Term]) -> str:
    return " & ".join(f"({_ask_term_postgresql(term)})" for term in terms)


def _ask_term_postgresql(term: Term) -> str:
    star = "" if term.exact else ":*"
    quoted = [f"'{word}'" for word in term.words]
    quoted[-1] += star
    first, rest = term.words[0], quoted[1:]
    if not rest:
        return f"{quoted[0]} | '~{first}'{star}"
    return f"({' <-> '.join(quoted)}) | ('~{first}' & ({' <-> '.join(rest)}))"


def _read_rows(connection: Connection, spots: Sequence[int]) -> Sequence[Row[Any]]:
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
    if not spans:
        return None
    position = row.first + row.ordinal
    title = json.loads(row.description).get("title")
    place = (row.document_id, row.id, position, row.start, row.end)
    return Hit(*place, row.kind, words, spans, title)
