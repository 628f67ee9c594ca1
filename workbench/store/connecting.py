"""The part of a store that knows which claims belong together, and what was said of pairs."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from workbench.model import ClaimRef, Cluster, Link
from workbench.store import linking, placing, rulings, undo
from workbench.store.database import Database
from workbench.store.values import StoredRule


class Connecting:
    """Links and clusters of a layer; they are saved with actions, and undone with them."""

    _database: Database

    def links(self, layer: str, claims: Collection[ClaimRef] | None = None) -> tuple[Link, ...]:
        """Return what `layer` says of pairs of claims, by the order of their ends.

        A link is there as long as both of its claims are, in documents that were not withdrawn.

        Parameters
        ----------
        claims
            Only links that one of these is an end of.
        """
        with self._database.reading() as connection:
            return linking.read_links(connection, layer, claims)

    def undo_sentences(self, layer: str) -> frozenset[tuple[str, str]]:
        """Return the documents and sentences of the action that an undo of `layer` would take."""
        with self._database.reading() as connection:
            return undo.read_sentences(connection, layer)

    def linked_documents(self, layer: str) -> frozenset[str]:
        """Return the ids of the documents in which `layer` has a claim in a cluster, or linked."""
        with self._database.reading() as connection:
            return linking.find_linked_documents(connection, layer)

    def has_claims(self, layer: str, count: int) -> bool:
        """Answer whether `layer` has at least `count` claims, those of withdrawn documents too."""
        with self._database.reading() as connection:
            return placing.has_claims(connection, layer, count)

    def newest_revisions(self, layer: str, document_ids: Collection[str]) -> dict[str, int]:
        """Return a number for each document that is another once `layer` says anything new of it.

        A document of which the layer says nothing is left out.
        """
        with self._database.reading() as connection:
            return placing.read_newest(connection, layer, document_ids)

    def link_rules(self, document_ids: Collection[str]) -> tuple[StoredRule, ...]:
        """Return what was ruled on links in gold of some documents, in the order of saving."""
        with self._database.reading() as connection:
            return rulings.read_link_rules(connection, "gold", document_ids)

    def cluster_lines(self, layer: str, ids: Iterable[str] | None = None) -> dict[str, Cluster]:
        """Return the lines that `layer` has written of its clusters, by id: of some, or of all.

        A cluster without a line has none; one that no claim is in any more keeps its line.
        """
        with self._database.reading() as connection:
            return linking.read_cluster_lines(connection, layer, ids)

    def cluster_members(self, layer: str, ids: Collection[str]) -> dict[str, tuple[ClaimRef, ...]]:
        """Return the claims of each of these clusters of `layer`, in the order of the texts.

        Claims of withdrawn documents are left out, and clusters without any.
        """
        with self._database.reading() as connection:
            return placing.read_members(connection, layer, ids)

    def cluster_sizes(self, layer: str, ids: Collection[str]) -> dict[str, tuple[int, int]]:
        """Return how many claims each of these clusters has, and in how many documents.

        What is withdrawn does not count; a cluster without claims is left out.
        """
        with self._database.reading() as connection:
            return placing.count_members(connection, layer, ids)
