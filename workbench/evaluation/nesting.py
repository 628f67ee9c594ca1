"""Attributions of attributions: which parent has which child, and whole chains."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.evaluation.answers import AttributionItem

Pairs = Mapping[int, int]
"""From the place of a gold attribution to that of the predicted one it is paired with."""

Count = tuple[float, float, float]


def count_edges(
    gold: Sequence[AttributionItem], pred: Sequence[AttributionItem], pairs: Pairs
) -> Count:
    """Return matched, gold and predicted edges from an attribution to one that it relays.

    An edge is matched where both its ends are paired and the prediction has the edge between them.
    """
    edges = [(parent, child) for parent, item in enumerate(gold) for child in item.targets]
    matched = sum(
        parent in pairs and pairs.get(child) in pred[pairs[parent]].targets
        for parent, child in edges
    )
    return matched, len(edges), sum(len(item.targets) for item in pred)


def count_chains(
    gold: Sequence[AttributionItem], pred: Sequence[AttributionItem], pairs: Pairs
) -> Count:
    """Return matched, gold and predicted chains of two and more attributions.

    A chain runs from an attribution that none relays down to one that speaks of a claim itself. It
    is matched where it is whole: each of its attributions is paired, in the same order, with none
    more and none fewer. Chains are counted level by level, never listed: there may be many.
    """
    left, right = _find_roots(gold), _find_roots(pred)
    roots = {place for place in left if pairs.get(place) in right}
    common = [
        tuple(
            child
            for child in item.targets
            if place in pairs and pairs.get(child) in pred[pairs[place]].targets
        )
        for place, item in enumerate(gold)
    ]
    ends = [
        place in pairs and item.ends and pred[pairs[place]].ends for place, item in enumerate(gold)
    ]
    return (
        _count_paths(roots, common, ends),
        _count_paths(left, [item.targets for item in gold], [item.ends for item in gold]),
        _count_paths(right, [item.targets for item in pred], [item.ends for item in pred]),
    )


def _find_roots(items: Sequence[AttributionItem]) -> set[int]:
    relayed = {child for item in items for child in item.targets}
    return {place for place, item in enumerate(items) if item.targets and place not in relayed}


def _count_paths(roots: set[int], children: Sequence[Sequence[int]], ends: Sequence[bool]) -> float:
    """Return how many paths lead from a root over at least one edge to an end."""
    below: dict[int, float] = {}
    stack = list(roots)
    while stack:
        place = stack[-1]
        waiting = [child for child in children[place] if child not in below]
        if waiting:
            stack.extend(waiting)
        else:
            stack.pop()
            below[place] = ends[place] + sum(below[child] for child in children[place])
    return sum(below[child] for root in roots for child in children[root])
