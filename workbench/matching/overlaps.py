"""Which sets of code points of two sides share any, found in one sweep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from workbench.matching.assignment import Edge, assign
from workbench.matching.ranges import Ranges, count_common, count_points


def iter_overlaps(gold: Sequence[Ranges], pred: Sequence[Ranges]) -> Iterator[tuple[int, int]]:
    """Yield the places of all pairs that share a code point, each once, by the gold place.

    Costs a sort of the ranges and a step for each pair of ranges that are open at the same point.
    """
    events = [(*part, 0, place) for place, ranges in enumerate(gold) for part in ranges]
    events += [(*part, 1, place) for place, ranges in enumerate(pred) for part in ranges]
    events.sort()
    open_ranges: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    pairs: set[tuple[int, int]] = set()
    for start, end, side, place in events:
        others = open_ranges[1 - side]
        if others:
            others[:] = [other for other in others if other[0] > start]
            for _, other in others:
                pairs.add((other, place) if side else (place, other))
        open_ranges[side].append((end, place))
    return iter(sorted(pairs))


def iter_dice_edges(
    gold: Sequence[Ranges],
    pred: Sequence[Ranges],
    agrees: Callable[[int, int], bool] | None = None,
) -> Iterator[Edge]:
    """Yield an edge for each pair that overlaps: its Dice coefficient, and whether it is exact."""
    gold_sizes = [count_points(ranges) for ranges in gold]
    pred_sizes = [count_points(ranges) for ranges in pred]
    for left, right in iter_overlaps(gold, pred):
        first, second = gold[left], pred[right]
        same = first == second
        common = gold_sizes[left] if same else count_common(first, second)
        weight = 2 * common / (gold_sizes[left] + pred_sizes[right])
        yield Edge(left, right, weight, int(same), agrees is not None and agrees(left, right))


def match_ranges(gold: Iterable[Ranges], pred: Iterable[Ranges]) -> list[Edge]:
    """Return the optimal one-to-one matching of two sides by Dice coefficient.

    Pairs that share nothing are not made. The matching does not depend on the order of either
    side. Source: the assignment problem, as solved by Crouse (2016), "On implementing 2D
    rectangular assignment algorithms", IEEE Transactions on Aerospace and Electronic Systems
    52(4), which is what `scipy.optimize.linear_sum_assignment` implements.

    Examples
    --------
    >>> outer, inner = ((0, 20),), ((5, 9),)
    >>> [edge[:3] for edge in match_ranges([outer, inner], [inner, outer])]
    [(0, 1, 1.0), (1, 0, 1.0)]
    """
    golds, preds = list(gold), list(pred)
    return assign(iter_dice_edges(golds, preds), golds.__getitem__, preds.__getitem__)
