"""The laws of matching: order and side never matter, and the sum of the weights is the largest."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.matching import (
    Edge,
    Ranges,
    assign,
    compute_dice,
    count_common,
    count_points,
    iter_overlaps,
    match_ranges,
    merge_ranges,
)

RANGES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: (pair[0], sum(pair))),
    min_size=1,
    max_size=3,
).map(merge_ranges)
SIDE = st.lists(RANGES, max_size=6)
SET_SIDE = st.lists(RANGES, max_size=5, unique=True)


def points(ranges: Ranges) -> set[int]:
    return {point for start, end in ranges for point in range(start, end)}


@given(RANGES, RANGES)
def test_ranges_count_as_sets_of_points_do(first: Ranges, second: Ranges) -> None:
    common = len(points(first) & points(second))
    assert count_points(first) == len(points(first))
    assert count_common(first, second) == common
    assert compute_dice(first, second) == pytest.approx(
        2 * common / (len(points(first)) + len(points(second)))
    )
    assert (first == second) == (points(first) == points(second))


@given(SIDE, SIDE)
def test_the_sweep_finds_every_overlap_once(gold: list[Ranges], pred: list[Ranges]) -> None:
    expected = [
        (left, right)
        for left in range(len(gold))
        for right in range(len(pred))
        if points(gold[left]) & points(pred[right])
    ]
    assert list(iter_overlaps(gold, pred)) == expected


@given(SET_SIDE, SET_SIDE, st.randoms())
def test_neither_order_nor_side_matters(
    gold: list[Ranges], pred: list[Ranges], random: object
) -> None:
    expected = {(gold[edge.gold], pred[edge.pred]) for edge in match_ranges(gold, pred)}
    shuffled = list(gold)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    again = {(shuffled[edge.gold], pred[edge.pred]) for edge in match_ranges(shuffled, pred)}
    turned = {(gold[edge.pred], pred[edge.gold]) for edge in match_ranges(pred, gold)}
    assert again == expected
    assert turned == expected


@given(st.lists(RANGES, max_size=4), st.lists(RANGES, max_size=4))
def test_no_other_assignment_weighs_more(gold: list[Ranges], pred: list[Ranges]) -> None:
    found = sum(edge.weight for edge in match_ranges(gold, pred))
    few, many = sorted((gold, pred), key=len)
    best = max(
        sum(compute_dice(one, other) or 0 for one, other in zip(few, chosen, strict=True))
        for chosen in permutations(many, len(few))
    )
    assert found == pytest.approx(best, abs=1e-6)


@given(SET_SIDE)
def test_a_side_matches_itself_exactly(side: list[Ranges]) -> None:
    matched = match_ranges(side, list(reversed(side)))
    assert len(matched) == len(side)
    assert all(edge.exact for edge in matched)


def test_each_item_is_in_one_pair_at_most() -> None:
    whole, left, right = ((0, 10),), ((0, 5),), ((5, 10),)
    assert len(match_ranges([whole], [left, right])) == 1


@pytest.mark.parametrize("turned", [False, True])
def test_a_tie_prefers_the_exact_span_then_the_same_stance(turned: bool) -> None:
    edges = [Edge(0, 0, 0.8), Edge(0, 1, 0.8, agrees=True), Edge(0, 2, 0.8, exact=1)]
    order = list(reversed(edges)) if turned else edges
    assert [edge.pred for edge in assign(order, int, int)] == [2]
    assert [edge.pred for edge in assign(order[:-1] if not turned else order[1:], int, int)] == [1]


def test_a_large_block_stays_exact() -> None:
    edges = [
        Edge(row, column, 0.5, agrees=row == column) for row in range(300) for column in range(300)
    ]
    assert all(edge.gold == edge.pred for edge in assign(edges, int, int))
