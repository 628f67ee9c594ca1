"""Which claims say nearly the same: an index that claims come into and go out of."""

from workbench.similarity.index import Candidate, ClaimIndex, IndexedClaim
from workbench.similarity.meanings import Encode, Meanings
from workbench.similarity.measuring import CandidateScores, measure_candidates
from workbench.similarity.ranking import Ranking, make_ranking

__all__ = [
    "Candidate",
    "CandidateScores",
    "ClaimIndex",
    "Encode",
    "IndexedClaim",
    "Meanings",
    "Ranking",
    "make_ranking",
    "measure_candidates",
]
