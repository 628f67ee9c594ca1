"""Which claims say nearly the same: an index that claims come into and go out of."""

from workbench.similarity.index import Candidate, ClaimIndex, IndexedClaim

__all__ = ["Candidate", "ClaimIndex", "IndexedClaim"]
