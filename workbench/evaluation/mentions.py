"""Claims of all documents as mentions of clusters, on both sides."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from workbench.evaluation.alignment import ALIGNED, Alignment
from workbench.evaluation.answers import Answer, ClaimItem
from workbench.evaluation.cluster_table import ClusterTable
from workbench.evaluation.clusters import (
    Partition,
    compute_b_cubed,
    compute_ceaf_e,
    compute_lea,
    drop_singletons,
)
from workbench.evaluation.resampling import resample
from workbench.evaluation.results import ClusterScore, ClusterScores, Interval, PartitionScores
from workbench.evaluation.scores import Array, Prf

MEASURES = (compute_b_cubed, compute_ceaf_e, compute_lea)
MINIMUM_RESAMPLES = 100
_BUDGET = 300_000  # mentions that are visited for the intervals, all resamples together


class Mention(NamedTuple):
    """A claim in its cluster: `name` is the same on both sides where claims were matched."""

    name: int
    document: int
    cluster: str | None


@dataclass(slots=True)
class Mentions:
    """The mentions of both sides, document by document."""

    gold: list[Mention] = field(default_factory=list)
    pred: list[Mention] = field(default_factory=list)
    _last: int = 0

    def add(self, document: int, gold: Answer, pred: Answer, alignment: Alignment) -> None:
        """Add one document, known by its number."""
        paired = {edge.pred: edge.gold for edge in alignment.claims if edge.weight >= ALIGNED}
        names: dict[tuple[int, int], int] = {}
        for place, claim in enumerate(gold.claims):
            for rank, cluster in enumerate(_sort_clusters(claim, gold)):
                names[place, rank] = self._last = self._last + 1
                self.gold.append(Mention(self._last, document, cluster))
        for place, claim in enumerate(pred.claims):
            for rank, cluster in enumerate(_sort_clusters(claim, pred)):
                # A paired claim bears gold's name; others have a name that gold has not.
                name = names.get((paired.get(place, -1), rank))
                if name is None:
                    name = self._last = self._last + 1
                self.pred.append(Mention(name, document, cluster))


def count_ceaf_resamples(mentions: Mentions, resamples: int) -> int:
    """Return how many resamples CEAFe takes: fewer in a large set, none in a huge one.

    It needs an assignment of its own for each resample, where B3 and LEA need none.
    """
    visited = len(mentions.gold) + len(mentions.pred)
    affordable = min(resamples, _BUDGET // max(1, visited))
    return affordable if affordable >= MINIMUM_RESAMPLES else 0


def score_clusters(mentions: Mentions, documents: int, resamples: int, seed: int) -> ClusterScores:
    """Return all measures, with singletons and without; `resamples` may be 0 for no intervals.

    Without singletons means that clusters of one mention are taken out of each side.
    """
    fast: Sequence[Interval | None] = [None] * 4
    slow: Sequence[Interval | None] = [None] * 2
    if resamples:
        fast = ClusterTable(mentions, documents).compute_intervals(resamples, seed)
    few = count_ceaf_resamples(mentions, resamples)
    if few:
        slow = resample(documents, few, seed, lambda draw: _compute_ceaf_e(mentions, draw))
    with_all, without = partition_mentions(mentions)
    return ClusterScores(
        with_singletons=_score(with_all, (fast[0], slow[0], fast[1])),
        without_singletons=_score(without, (fast[2], slow[1], fast[3])),
    )


def _compute_ceaf_e(mentions: Mentions, draw: Array) -> list[float | None]:
    return [compute_ceaf_e(*sides).f1 for sides in partition_mentions(mentions, draw)]


def partition_mentions(
    mentions: Mentions, draw: Array | None = None
) -> tuple[tuple[Partition, Partition], tuple[Partition, Partition]]:
    """Return both sides with singletons, and without; `draw` says how often documents count."""
    copies = None if draw is None else draw.tolist()
    gold, pred = _group(mentions.gold, copies), _group(mentions.pred, copies)
    return (gold, pred), (drop_singletons(gold), drop_singletons(pred))


def _group(mentions: Sequence[Mention], copies: Sequence[int] | None) -> Partition:
    clusters: dict[Hashable, list[Hashable]] = {}
    for mention in mentions:
        for copy in range(1 if copies is None else copies[mention.document]):
            name: Hashable = mention.name if copies is None else (mention.name, copy)
            # A claim without a cluster is a singleton, under its own name, which is no string.
            key = name if mention.cluster is None else mention.cluster
            clusters.setdefault(key, []).append(name)
    return list(clusters.values())


def _score(
    sides: tuple[Partition, Partition], intervals: Sequence[Interval | None]
) -> PartitionScores:
    gold, pred = sides
    scores = [
        _attach(measure(gold, pred), interval)
        for measure, interval in zip(MEASURES, intervals, strict=True)
    ]
    return PartitionScores(sum(map(len, gold)), len(gold), sum(map(len, pred)), len(pred), *scores)


def _attach(score: Prf, interval: Interval | None) -> ClusterScore:
    return ClusterScore(score.precision, score.recall, score.f1, interval)


def _sort_clusters(claim: ClaimItem, answer: Answer) -> list[str | None]:
    """Return the clusters of a claim, several where identical spans are, by their content."""
    if len(claim.clusters) == 1:
        return list(claim.clusters)

    def content(cluster: str | None) -> Any:
        if cluster is None:
            return []
        return sorted(other.points for other in answer.claims if cluster in other.clusters)

    return sorted(claim.clusters, key=content)
