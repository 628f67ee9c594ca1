"""The part of a store that finds words: in the texts, and in what sources were called."""

from __future__ import annotations

from sqlalchemy import select

from workbench.errors import UsageError
from workbench.store import documents, listing, naming, searching, tables
from workbench.store.admission import is_id
from workbench.store.database import Database
from workbench.store.recent import ChangedClaims, Mark, read_changed_claims
from workbench.store.values import ClaimFilter, Hits, ListedClaims, NamedSource
from workbench.text import parse_query


class Finding:
    """Searching, in any size of project."""

    _database: Database

    def search(
        self, query: str, *, document_id: str | None = None, first: int = 0, count: int = 50
    ) -> Hits:
        """Return sentences that meet a query, in the order of the texts.

        Parameters
        ----------
        query
            Words, all of which have to be there, in any order; ``"quoted words"`` in a row. Letters
            are compared folded; a word may have proclitics before it, and go on after it.
        document_id
            The only document to look in.
        first
            Where to go on: the `rest` of the answer before.
        count
            How many at most.

        Raises
        ------
        UsageError
            Where the query has no words.
        """
        terms = parse_query(query)
        if not terms:
            raise UsageError(
                f"Expected words to look for, got {query!r}.", wording=("no_query", {})
            )
        with self._database.reading() as connection:
            stop: int = connection.scalar(select(tables.project.c.spots)) or 0
            if document_id is not None:
                document = documents.find_document(connection, document_id)
                first = max(first, document.first_spot)
                stop = document.first_spot + len(document.text) + 1
            found, rest = searching.read_hits(
                connection, terms, first=first, stop=stop, count=count
            )
        return Hits(tuple(found), rest if rest < stop else None)

    def documents_with(self, item: str) -> tuple[str, ...]:
        """Return the documents in which `item` is the id of a sentence, claim or attribution now.

        Claims and attributions count in every layer. Sentences are looked up; for the others all
        that was said is read through once.
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
