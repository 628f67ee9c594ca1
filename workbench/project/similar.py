"""The part of a project that says which claims are most like a claim, and how well it does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from workbench.errors import UsageError
from workbench.model import ClaimRef
from workbench.project.layers import find_layer

if TYPE_CHECKING:
    from workbench.similarity import CandidateScores, IndexedClaim
    from workbench.store import Store


class Similar:
    """Candidates for links, as the annotator's panel shows them."""

    store: Store

    def candidates(
        self, layer: str, claim: ClaimRef | tuple[str, str], count: int = 5
    ) -> tuple[tuple[ClaimRef, float], ...]:
        """Return the claims of other articles that are most like a claim, the nearest first.

        Parameters
        ----------
        layer
            Whose claims these are.
        claim
            ``(document, claim)``.
        count
            How many at most; claims that have nothing in common with it are not given.

        Returns
        -------
        tuple
            Claims, each with its score: above 0, at most 1.
        """
        from workbench.session.candidates import find_candidates

        if count < 0:
            raise UsageError(f"Expected how many candidates, got {count}.")
        ref = claim if isinstance(claim, ClaimRef) else ClaimRef(*claim)
        name = find_layer(self.store, layer)
        return tuple(find_candidates(self.store, name, ref.document, ref.claim, count))

    def measure_candidates(self, layer: str, count: int = 5) -> CandidateScores:
        """Return how well the claims of a layer find those that it has put into their cluster.

        Worth a look before anybody trusts the first five: on your articles, with your clusters.
        """
        from workbench.similarity import make_ranking, measure_candidates

        if count < 1:
            raise UsageError(f"Expected how many candidates to look at, got {count}.")
        name = find_layer(self.store, layer)
        return measure_candidates(_iter_claims(self.store, name), make_ranking(), count)


def _iter_claims(store: Store, layer: str) -> Iterator[tuple[IndexedClaim, str | None]]:
    """Give the claims of a layer, each with its cluster."""
    from workbench.similarity import IndexedClaim

    for ids in _cut(store):
        for document, said in store.get_many_annotations(ids, layer).items():
            for each in said.values():
                for claim in each.annotation.claims:
                    words = " ".join(span.text for span in claim.spans)
                    texts = tuple(filter(None, (words, claim.proposition))) or ("",)
                    yield IndexedClaim(ClaimRef(document, claim.id), texts), claim.cluster


def _cut(store: Store) -> Iterator[tuple[str, ...]]:
    ids = store.document_ids()
    while portion := tuple(islice(ids, 500)):
        yield portion
