"""How well claims find those of their cluster: recall at five, and the rank of the first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from statistics import fmean
from typing import NamedTuple

from workbench.model import ClaimRef
from workbench.similarity.index import IndexedClaim
from workbench.similarity.ranking import Ranking

_DEEPEST = 1_000  # a first claim of the cluster that stands lower counts as not found


class CandidateScores(NamedTuple):
    """How well candidates fit clusters; the scores are ``None`` where no claim has any to find.

    Attributes
    ----------
    asked
        The claims whose cluster has claims in other documents.
    recall
        The mean over them of the share of those claims, or of `first` where there are more, that
        are among the `first` candidates: 0 to 1.
    reciprocal_rank
        The mean of 1 by the rank of the first candidate of the cluster: 0 to 1. Voorhees (1999),
        "The TREC-8 question answering track report".
    first
        How many candidates were looked at for the recall.
    """

    asked: int
    recall: float | None
    reciprocal_rank: float | None
    first: int


def measure_candidates(
    claims: Iterable[tuple[IndexedClaim, str | None]], ranking: Ranking, count: int = 5
) -> CandidateScores:
    """Return how well `ranking`, empty before, finds the claims of the same cluster.

    Parameters
    ----------
    claims
        Claims, each with its cluster.
    """
    given = list(claims)
    ranking.add(claim for claim, _ in given)
    if given:
        ranking.query(given[0][0].texts)  # meanings are made from the first question on
        ranking.finish()
    members: dict[str, set[ClaimRef]] = defaultdict(set)
    for claim, cluster in given:
        if cluster is not None:
            members[cluster].add(claim.key)
    recalls, ranks = [], []
    for claim, cluster in given:
        own = members[cluster] if cluster is not None else set()
        wanted = {ref for ref in own if ref.document != claim.key.document}
        if wanted:
            found = ranking.query(claim.texts, _DEEPEST, claim.key.document)
            order = [each.key for each in found]
            recalls.append(len(wanted.intersection(order[:count])) / min(count, len(wanted)))
            ranks.append(next((1 / at for at, ref in enumerate(order, 1) if ref in wanted), 0.0))
    if not recalls:
        return CandidateScores(0, None, None, count)
    return CandidateScores(len(recalls), fmean(recalls), fmean(ranks), count)
