"""An index of words: SQLite's FTS5 and PostgreSQL's text search over the same folded words.

What a word is, and how it is folded, is decided in `workbench.text`, so that both find the same.
Its tables are made by a migration, are none of SQLAlchemy's, and are derived.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, text

from workbench.text import Term, index_words

_POSITIONS = 16_383  # PostgreSQL counts no further within one text
_PORTION = 500


class WordIndex:
    """The words of texts, each with a number of its own.

    Parameters
    ----------
    name
        Of its table.
    column
        Of the texts' numbers on PostgreSQL; on SQLite it is the ``rowid``.
    """

    def __init__(self, name: str, column: str) -> None:
        self.name = name
        self._column = column
        self._insert = {
            "sqlite": text(f"INSERT INTO {name} (rowid, words, bare) VALUES (:at, :words, :bare)"),
            "postgresql": text(f"INSERT INTO {name} VALUES (:at, CAST(:vector AS tsvector))"),
        }
        self._delete = {
            "sqlite": text(f"DELETE FROM {name} WHERE rowid = :at"),
            "postgresql": text(f"DELETE FROM {name} WHERE {column} = :at"),
        }
        self._different = text(
            "SELECT given.at FROM unnest(CAST(:ats AS bigint[]), CAST(:vectors AS text[]))"
            f" AS given(at, vector) LEFT JOIN {name} AS found ON found.{column} = given.at"
            " WHERE found.vector IS DISTINCT FROM CAST(given.vector AS tsvector)"
        )

    def make(self, connection: Connection) -> None:
        """Make the index, empty."""
        if connection.dialect.name == "sqlite":
            tokens = "\"unicode61 remove_diacritics 0 categories 'L* N* Co M*'\""
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {self.name} USING fts5(words, bare, tokenize = {tokens})"
            )
            return
        columns = f"{self._column} BIGINT PRIMARY KEY, vector tsvector NOT NULL"
        connection.exec_driver_sql(f"CREATE TABLE {self.name} ({columns})")
        connection.exec_driver_sql(f"CREATE INDEX ix_{self.name} ON {self.name} USING gin (vector)")

    def clear(self, connection: Connection) -> None:
        """Take all texts out of the index."""
        connection.execute(text(f"DELETE FROM {self.name}"))

    def add(self, connection: Connection, texts: Mapping[int, str]) -> None:
        """Index texts, by their numbers."""
        rows = [_make_row(connection, at, words) for at, words in texts.items()]
        if rows:
            connection.execute(self._insert[connection.dialect.name], rows)

    def remove(self, connection: Connection, numbers: Iterable[int]) -> None:
        """Take texts out of the index."""
        rows = [{"at": number} for number in numbers]
        if rows:
            connection.execute(self._delete[connection.dialect.name], rows)

    def forget(self, connection: Connection) -> None:
        """Let nothing be left of words that were taken out: SQLite joins the index's parts."""
        if connection.dialect.name == "sqlite":
            connection.execute(text(f"INSERT INTO {self.name}({self.name}) VALUES ('optimize')"))

    def number_in(self, connection: Connection) -> str:
        """Return how SQL calls the number of a text."""
        return "rowid" if connection.dialect.name == "sqlite" else self._column

    def meets(self, connection: Connection, name: str) -> str:
        """Return the condition in SQL that a text meets the query that is bound to `name`."""
        if connection.dialect.name == "sqlite":
            return f"{self.name} MATCH :{name}"
        return f"vector @@ CAST(:{name} AS tsquery)"

    def count(self, connection: Connection) -> int:
        """Return how many texts are indexed."""
        return int(connection.scalar(text(f"SELECT count(*) FROM {self.name}")) or 0)

    def find_different(self, connection: Connection, texts: Mapping[int, str]) -> set[int]:
        """Return the numbers of those `texts` that are not indexed as they are."""
        found: set[int] = set()
        wanted = [_make_row(connection, at, words) for at, words in texts.items()]
        for start in range(0, len(wanted), _PORTION):
            found |= self._compare(connection, wanted[start : start + _PORTION])
        return found

    def _compare(self, connection: Connection, wanted: Sequence[Mapping[str, Any]]) -> set[int]:
        if connection.dialect.name == "postgresql":
            vectors = [row["vector"] for row in wanted]
            given = {"ats": [row["at"] for row in wanted], "vectors": vectors}
            return set(connection.execute(self._different, given).scalars())
        query = text(f"SELECT rowid, words, bare FROM {self.name} WHERE rowid IN :ats").bindparams(
            bindparam("ats", expanding=True)
        )
        rows = connection.execute(query, {"ats": [row["at"] for row in wanted]})
        found = {row[0]: (row[1], row[2]) for row in rows}
        return {row["at"] for row in wanted if found.get(row["at"]) != (row["words"], row["bare"])}


def ask(connection: Connection, terms: Sequence[Term]) -> str:
    """Return the query in the database's own language for texts that meet all terms."""
    if connection.dialect.name == "sqlite":
        return " AND ".join(f"({' OR '.join(map(_ask_sqlite, term.ways))})" for term in terms)
    return " & ".join(f"({' | '.join(map(_ask_postgresql, term.ways))})" for term in terms)


def _make_row(connection: Connection, at: int, given: str) -> dict[str, Any]:
    words, bare = index_words(given)
    if connection.dialect.name == "sqlite":
        return {"at": at, "words": " ".join(words), "bare": " ".join(bare)}
    lexemes: dict[str, list[int]] = {}
    for place, word in enumerate(words, 1):
        lexemes.setdefault(word, []).append(min(place, _POSITIONS))
    listed = [f"'{word}':{','.join(map(str, places))}" for word, places in lexemes.items()]
    # A word without its proclitics is told from one that stands so by a sign before it.
    return {"at": at, "vector": " ".join([*listed, *(f"'~{word}'" for word in bare)])}


def _ask_sqlite(term: Term) -> str:
    star = "" if term.exact else " *"
    first, rest = term.words[0], term.words[1:]
    if not rest:
        return f'("{first}"{star})'
    return (
        f'(words : "{" ".join(term.words)}"{star})'
        f' OR (bare : "{first}" AND words : "{" ".join(rest)}"{star})'
    )


def _ask_postgresql(term: Term) -> str:
    star = "" if term.exact else ":*"
    quoted = [f"'{word}'" for word in term.words]
    quoted[-1] += star
    first, rest = term.words[0], quoted[1:]
    if not rest:
        return f"{quoted[0]} | '~{first}'{star}"
    return f"({' <-> '.join(quoted)}) | ('~{first}' & ({' <-> '.join(rest)}))"
