"""How alike two annotators put claims, or sources, into clusters: B3, CEAFe and LEA."""

from __future__ import annotations

from workbench.evaluation.clusters import compute_b_cubed, compute_ceaf_e, compute_lea
from workbench.evaluation.mentions import Mentions, partition_mentions
from workbench.evaluation.scores import Array

MEASURES = (("b_cubed", compute_b_cubed), ("ceaf_e", compute_ceaf_e), ("lea", compute_lea))
"""The name and the function of each measure."""

WITHOUT = "_without_singletons"
"""Stands behind the name of a measure that leaves clusters of one mention out of each side."""

BUDGET = 300_000
"""Mentions that are visited for the intervals, all resamples together."""


def list_names(prefix: str) -> tuple[str, ...]:
    """Return the names of the coefficients: each measure with singletons, then without."""
    return tuple(f"{prefix}.{name}{end}" for end in ("", WITHOUT) for name, _ in MEASURES)


def has_clusters(mentions: Mentions) -> bool:
    """Answer whether either annotator put anything into a cluster."""
    return any(each.cluster is not None for each in (*mentions.gold, *mentions.pred))


def compute_clusters(mentions: Mentions, draw: Array | None = None) -> list[float | None]:
    """Return the F1 of each of `MEASURES` with singletons, then without.

    What is in no cluster is a singleton. `draw` says how often each document counts; without it
    each counts once.
    """
    return [
        measure(first, second).f1
        for first, second in partition_mentions(mentions, draw)
        for _, measure in MEASURES
    ]


def count_mentions(mentions: Mentions) -> int:
    """Return how many mentions both annotators have together."""
    return len(mentions.gold) + len(mentions.pred)
