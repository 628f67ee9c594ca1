"""Which claim and which attribution of a prediction is which of gold, in one document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.evaluation.answers import Answer, AttributionItem, ClaimItem
from workbench.matching import (
    Edge,
    Ranges,
    assign,
    count_common,
    count_points,
    iter_dice_edges,
    iter_overlaps,
)

ALIGNED = 0.5
"""The Dice coefficient from which claims count as the same in the lenient scores."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The optimal pairs of two answers.

    `claims` holds every pair that overlaps; `attributions` only pairs that match leniently.
    """

    claims: Sequence[Edge]
    attributions: Sequence[Edge]


def align_answers(gold: Answer, pred: Answer) -> Alignment:
    """Return which items of `pred` stand for which of `gold`, whatever their order and ids."""
    return Alignment(
        _align_claims(gold.claims, pred.claims),
        _align_attributions(gold.attributions, pred.attributions),
    )


def is_same_source(first: AttributionItem, second: AttributionItem) -> bool:
    """Answer whether two sources match leniently.

    Their spans overlap, or neither has spans and the realization is the same.
    """
    if first.source and second.source:
        return first.source == second.source or count_common(first.source, second.source) > 0
    return not first.source and not second.source and first.realization == second.realization


def is_same_attribution(first: AttributionItem, second: AttributionItem) -> bool:
    """Answer whether two attributions match strictly: source, cue and leaf claims are exact."""
    return build_strict_key(first) == build_strict_key(second)


def build_strict_key(item: AttributionItem) -> tuple[Any, ...]:
    """Return what has to be the same for a strict match."""
    return item.source, item.realization, item.cue, item.leaf_keys


def _align_claims(gold: Sequence[ClaimItem], pred: Sequence[ClaimItem]) -> list[Edge]:
    def agrees(left: int, right: int) -> bool:
        return not gold[left].stances.isdisjoint(pred[right].stances)

    edges = iter_dice_edges(
        [claim.points for claim in gold], [claim.points for claim in pred], agrees
    )
    return assign(edges, _claim_key(gold), _claim_key(pred))


def _align_attributions(
    gold: Sequence[AttributionItem], pred: Sequence[AttributionItem]
) -> list[Edge]:
    edges = []
    contents = [item.content for item in gold]
    for left, right in iter_overlaps(contents, [item.content for item in pred]):
        first, second = gold[left], pred[right]
        weight = _compute_weight(first.content, second.content)
        if weight >= ALIGNED and is_same_source(first, second):
            source = (first.source, first.realization) == (second.source, second.realization)
            exact = source + (first.cue == second.cue) + (first.leaf_keys == second.leaf_keys)
            edges.append(Edge(left, right, weight, exact, first.stance == second.stance))
    return assign(edges, _attribution_key(gold), _attribution_key(pred))


def _compute_weight(first: Ranges, second: Ranges) -> float:
    if first == second:
        return 1.0
    return 2 * count_common(first, second) / (count_points(first) + count_points(second))


def _claim_key(claims: Sequence[ClaimItem]) -> Callable[[int], Any]:
    """Return a function that gives the content of a claim, its fellows in a cluster included."""

    def key(place: int) -> Any:
        claim = claims[place]
        named = claim.clusters - {None}
        fellows = sorted(
            other.points for other in claims if named and not named.isdisjoint(other.clusters)
        )
        return claim.points, sorted(claim.stances), claim.proposition, fellows

    return key


def _attribution_key(items: Sequence[AttributionItem]) -> Callable[[int], Any]:
    """Return a function that gives the content of an attribution, its neighbours included."""

    def own(item: AttributionItem) -> Any:
        return (*build_strict_key(item), item.stance, item.certainty or "")

    def key(place: int) -> Any:
        item = items[place]
        below = sorted(own(items[target]) for target in item.targets)
        above = sorted(own(other) for other in items if place in other.targets)
        return own(item), below, above

    return key
