"""The part of a store that knows which claims belong together, and what was said of pairs."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from workbench.model import ClaimRef, Cluster, Link
from workbench.store import linking, placing
from workbench.store.database import Database


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
