"""How alike two annotators put claims into clusters: B3 and LEA."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from workbench.evaluation.clusters import Partition, compute_b_cubed, compute_lea
from workbench.evaluation.mentions import Mention, Mentions
from workbench.evaluation.scores import Array

MEASURES = (("clusters.b_cubed", compute_b_cubed), ("clusters.lea", compute_lea))
"""The name and the function of each measure."""

BUDGET = 300_000
"""Mentions that are visited for the intervals, all resamples together."""


def has_clusters(mentions: Mentions) -> bool:
    """Answer whether either annotator put any claim into a cluster."""
    return any(each.cluster is not None for each in (*mentions.gold, *mentions.pred))


def compute_clusters(mentions: Mentions, draw: Array | None = None) -> list[float | None]:
    """Return the F1 of each of `MEASURES`; a claim without a cluster is a singleton.

    `draw` says how often each document counts; without it each counts once.
    """
    copies = None if draw is None else draw.tolist()
    first, second = _group(mentions.gold, copies), _group(mentions.pred, copies)
    return [measure(first, second).f1 for _, measure in MEASURES]


def count_mentions(mentions: Mentions) -> int:
    """Return how many claims both annotators have together."""
    return len(mentions.gold) + len(mentions.pred)


def _group(mentions: Sequence[Mention], copies: Sequence[int] | None) -> Partition:
    clusters: dict[Hashable, list[Hashable]] = {}
    for mention in mentions:
        for copy in range(1 if copies is None else copies[mention.document]):
            name = (mention.name, copy)
            key: Hashable = name if mention.cluster is None else mention.cluster
            clusters.setdefault(key, []).append(name)
    return list(clusters.values())
