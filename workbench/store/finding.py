"""The part of a store that finds words: in the texts, and in what sources were called."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from workbench.errors import UsageError
from workbench.model.namesakes import make_namesakes
from workbench.scheme import Query
from workbench.store import documents, listing, looking, naming, searching, tables
from workbench.store.admission import is_id
from workbench.store.database import Database
from workbench.store.dating import Stretches, read_stretches
from workbench.store.looking import Time
from workbench.store.recent import ChangedClaims, Mark, read_changed_claims
from workbench.store.registering import read_register
from workbench.store.statements import SourceName, Wanted
from workbench.store.values import ClaimFilter, Hits, ListedClaims, NamedSource
from workbench.text import Namesakes, find_bounds, parse_query, spell_name, widen_terms


class Finding:
    """Searching, in any size of project."""

    _database: Database
    _known: tuple[int, Namesakes] | None = None

    def search(
        self,
        query: str | Query,
        *,
        layer: str | None = None,
        document_id: str | None = None,
        first: int = 0,
        count: int = 50,
        namesakes: Namesakes | None = None,
    ) -> Hits:
        """Return what meets a query, in the order of the texts.

        Sentences, or where it asks for a role, a stance or a source, what `layer` says.

        Parameters
        ----------
        query
            Words, all of which have to be there, in any order; ``"quoted words"`` in a row. Letters
            are compared folded; a word may have proclitics before it, and go on after it. Filters
            stand in a `Query`.
        document_id
            The only document to look in.
        first
            Where to go on: the `rest` of the answer before.
        count
            How many at most; where `layer` is searched about as many, those of a sentence together.
            A page may then hold fewer, and none, while there may be more.
        namesakes
            Who is known by several names: any of them is met by the others. By default who is so in
            the register.

        Raises
        ------
        UsageError
            Where the query asks for nothing, or for what a layer says without naming one.
        """
        asked = query if isinstance(query, Query) else Query(query)
        if asked.is_empty:
            raise UsageError(
                f"Expected words to look for, got {asked.words!r}.", wording=("no_query", {})
            )
        if asked.asks_layer and layer is None:
            raise UsageError("Expected a layer whose claims, sources and cues to search, got none.")
        with self._database.reading() as connection:
            namesakes = namesakes or self._read_namesakes(connection)
            terms = widen_terms(parse_query(asked.words), namesakes)
            stop: int = connection.scalar(select(tables.project.c.spots)) or 0
            if document_id is not None:
                document = documents.find_document(connection, document_id)
                first = max(first, document.first_spot)
                stop = document.first_spot + len(document.text) + 1
            times = _read_times(connection, asked, layer)
            place: Any = {"first": first, "stop": stop, "count": count}
            if asked.asks_layer and layer is not None:
                source = _make_source(asked.source, namesakes)
                wanted = Wanted(terms, asked.role, asked.stance, source)
                found, rest = looking.read_found(connection, layer, wanted, times, **place)
            else:
                stretches = [_with_claims(connection, layer, time) for time in times]
                found, rest = searching.read_hits(connection, terms, times=stretches, **place)
        return Hits(tuple(found), rest if rest < stop else None)

    def _read_namesakes(self, connection: Connection) -> Namesakes:
        """Return who is known by several names in the register, read again where that has grown."""
        newest = connection.scalar(select(func.max(tables.register.c.number))) or 0
        if self._known is None or self._known[0] != newest:
            self._known = (newest, make_namesakes(read_register(connection)))
        return self._known[1]

    def documents_with(self, item: str) -> tuple[str, ...]:
        """Return the documents in which `item` is the id of a sentence, claim or attribution now.

        Claims and attributions count in every layer.
        """
        if not is_id(item):
            return ()
        with self._database.reading() as connection:
            return tuple(sorted(searching.find_documents(connection, item)))

    def claims(
        self, layer: str, wanted: ClaimFilter, *, first: int = 0, count: int = 50
    ) -> ListedClaims:
        """Return claims of `layer` in any document that a filter lets through, in textual order.

        Parameters
        ----------
        first
            Where to go on: the `rest` of the answer before.
        count
            About how many at most: those of one sentence come together.
        """
        with self._database.reading() as connection:
            return listing.read_claims(connection, layer, wanted, first=first, count=count)

    def changed_claims(self, layer: str, since: Mark | None = None) -> ChangedClaims:
        """Return what the claims of `layer` say in the documents that changed since a mark.

        Without one all that it says. Whatever has changed them counts: edits of any process,
        undo, imports, sentences that were split, documents that were withdrawn or taken back.
        """
        with self._database.reading() as connection:
            return read_changed_claims(connection, layer, since)

    def named_sources(self, layer: str, words: str, count: int = 20) -> tuple[NamedSource, ...]:
        """Return the sources that `layer` has named whose name has `words` in it, likeliest first.

        Without words all that it has named. Names are compared folded.
        """
        with self._database.reading() as connection:
            return naming.find_names(connection, layer, words, count)


def _make_source(name: str | None, namesakes: Namesakes) -> SourceName | None:
    if name is None:
        return None
    keys = spell_name(name)
    entities, names = namesakes.find(keys)
    return SourceName(tuple(dict.fromkeys([*keys, *sorted(names)])), frozenset(entities))


def _read_times(connection: Connection, query: Query, layer: str | None) -> list[Time]:
    found = []
    for date, of_claims in ((query.published, False), (query.date, layer is not None)):
        if date is not None:
            bounds = find_bounds(date)
            found.append(Time(bounds, read_stretches(connection, bounds), of_claims))
    return found


def _with_claims(connection: Connection, layer: str | None, time: Time) -> Stretches:
    """Return where the texts of a time stand, and the sentences with a claim that is of it."""
    if not time.of_claims or layer is None:
        return time.stretches
    return time.stretches.with_spots(looking.read_dated_spots(connection, layer, time.bounds))
