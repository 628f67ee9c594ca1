"""Claims of all documents as mentions of clusters, on both sides."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from workbench.evaluation.alignment import ALIGNED, Alignment
from workbench.evaluation.answers import Answer, ClaimItem
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

    name: Hashable
    document: int
    cluster: str | None


@dataclass(slots=True)
class Mentions:
    """The mentions of both sides, document by document."""

    gold: list[Mention] = field(default_factory=list)
    pred: list[Mention] = field(default_factory=list)

    def add(self, document: int, gold: Answer, pred: Answer, alignment: Alignment) -> None:
        """Add one document, known by its number."""
        paired = {edge.pred: edge.gold for edge in alignment.claims if edge.weight >= ALIGNED}
        for place, claim in enumerate(gold.claims):
            for rank, cluster in enumerate(_sort_clusters(claim, gold)):
                self.gold.append(Mention((document, 0, place, rank), document, cluster))
        for place, claim in enumerate(pred.claims):
            # A paired claim bears gold's name; others have a name that gold has not.
            name = (document, 0, paired[place]) if place in paired else (document, 1, place)
            for rank, cluster in enumerate(_sort_clusters(claim, pred)):
                self.pred.append(Mention((*name, rank), document, cluster))


def count_resamples(mentions: Mentions, resamples: int) -> int:
    """Return how many resamples the clusters take: fewer in a large set, none in a huge one."""
    visited = len(mentions.gold) + len(mentions.pred)
    affordable = min(resamples, _BUDGET // max(1, visited))
    return affordable if affordable >= MINIMUM_RESAMPLES else 0


def score_clusters(mentions: Mentions, documents: int, resamples: int, seed: int) -> ClusterScores:
    """Return all measures, with singletons and without; `resamples` may be 0 for no intervals.

    Without singletons means that clusters of one mention are taken out of each side.
    """
    with_all, without = _partition(mentions)
    intervals: Sequence[Interval | None] = [None] * (2 * len(MEASURES))
    if resamples:
        intervals = resample(
            documents, resamples, seed, lambda draw: list(_iter_f1(_partition(mentions, draw)))
        )
    return ClusterScores(
        with_singletons=_score(with_all, intervals[: len(MEASURES)]),
        without_singletons=_score(without, intervals[len(MEASURES) :]),
    )


def _partition(
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
            name = (mention.name, copy)
            # A claim without a cluster is a singleton, under its own name.
            key: Hashable = name if mention.cluster is None else mention.cluster
            clusters.setdefault(key, []).append(name)
    return list(clusters.values())


def _iter_f1(sides: Sequence[tuple[Partition, Partition]]) -> Iterator[float | None]:
    for gold, pred in sides:
        for measure in MEASURES:
            yield measure(gold, pred).f1


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
