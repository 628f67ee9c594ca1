"""The unitizing alpha against published numbers, against counting all ways, and its laws."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement import compute_unitizing_alpha
from workbench.agreement.continuum import Continuum, Stretch
from workbench.agreement.unitizing import (
    Units,
    compute_disagreement,
    iter_gaps,
    sum_differences,
    unite,
)

# Krippendorff (2004), page 254: from 150 to 450, two categories.
FIRST = {"c": [(75, 145), (220, 250)], "k": [(30, 90), (150, 200)]}
SECOND = {"c": [(70, 150), (205, 225), (250, 270)], "k": [(30, 90), (150, 200)]}


def test_the_published_example() -> None:
    assert compute_disagreement(FIRST["c"], SECOND["c"], 300) == pytest.approx(
        (0.0144, 0.0532), abs=5e-5
    )
    assert compute_disagreement(FIRST["k"], SECOND["k"], 300) == pytest.approx(
        (0, 0.0490), abs=5e-5
    )
    assert compute_unitizing_alpha(FIRST, SECOND, 300) == pytest.approx(0.859, abs=5e-4)
    one = compute_unitizing_alpha({"c": FIRST["c"]}, {"c": SECOND["c"]}, 300)
    assert one == pytest.approx(0.7286, abs=5e-5)


# Krippendorff (1995), page 57: four pairs of annotators on 24 points, as (start, length).
PAIRS_1995: dict[str, tuple[list[tuple[int, int]], list[tuple[int, int]], float]] = {
    "A": ([(2, 8), (14, 6)], [(4, 4), (15, 2)], 0.03125),
    "B": (
        [(0, 18)],
        [(0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1)],
        2.26736,
    ),
    "C": (
        [(2, 6), (10, 2), (14, 4), (20, 2)],
        [(0, 2), (4, 4), (10, 4), (16, 2), (20, 2)],
        0.02777,
    ),
    "D": (
        [(0, 2), (2, 8), (10, 4), (14, 6), (20, 4)],
        [(0, 4), (4, 4), (8, 7), (15, 2), (17, 7)],
        0.38715,
    ),
}


def stretch(units: list[tuple[int, int]], factor: float = 1) -> Units:
    return [(int(start * factor), int((start + size) * factor)) for start, size in units]


@pytest.mark.parametrize("name", PAIRS_1995)
def test_the_observed_disagreements_of_1995(name: str) -> None:
    first, second, expected = PAIRS_1995[name]
    observed, _ = compute_disagreement(stretch(first), stretch(second), 24)
    assert observed == pytest.approx(expected, abs=1e-5)


def test_the_alphas_of_another_implementation() -> None:
    """The numbers are those that the tests of DKPro Statistics (Apache-2.0) state."""
    first, second, _ = PAIRS_1995["C"]
    half = compute_disagreement(stretch(first, 0.5), stretch(second, 0.5), 12)
    assert half == pytest.approx((0.02777, 0.05494), abs=1e-5)
    small = compute_disagreement([(1, 9)], [(2, 3), (4, 5), (6, 7)], 10)
    assert small == pytest.approx((0.9100, 0.5351), abs=1e-4)
    found = compute_unitizing_alpha({"A": [(1, 9)]}, {"A": [(2, 3), (4, 5), (6, 7)]}, 10)
    assert found == pytest.approx(-0.7003, abs=1e-4)


@st.composite
def units(draw: st.DrawFn, length: int = 30) -> Units:
    """Return ordered disjoint units, some of which touch."""
    borders = sorted(draw(st.sets(st.integers(0, length), max_size=10)))
    pairs = pairwise(borders)
    return [pair for pair in pairs if draw(st.booleans())]


@given(units(), units())
def test_the_expected_disagreement_counts_all_ways(first: Units, second: Units) -> None:
    """Move each unit over each other one, and through each gap, one point at a time."""
    length = 30
    sizes = [end - start for each in (first, second) for start, end in each]
    gaps = [gap for each in (first, second) for gap in iter_gaps(each, length)]
    total = 0
    for place, size in enumerate(sizes):
        for number, other in enumerate(sizes):
            if number != place:
                total += sum(at**2 + (at + size - other) ** 2 for at in range(1 - size, other))
        total += sum(2 * size**2 * max(0, gap - size + 1) for gap in gaps)
    ways = 2 * length * (2 * length - 1) - sum(size * (size - 1) for size in sizes)
    _, expected = compute_disagreement(first, second, length)
    assert expected == pytest.approx(total / length / ways)


@given(units(), units())
def test_differences_are_those_of_every_pair(first: Units, second: Units) -> None:
    total = 0
    for mine, theirs, both in ((first, second, True), (second, first, False)):
        for start, end in mine:
            shared = [(s, e) for s, e in theirs if s < end and start < e]
            total += 0 if shared else (end - start) ** 2
            total += sum((start - s) ** 2 + (end - e) ** 2 for s, e in shared) if both else 0
    assert sum_differences(first, second) == sum_differences(second, first) == total


@given(units(), units())
def test_it_is_at_most_one_and_one_only_for_the_same(first: Units, second: Units) -> None:
    found = compute_unitizing_alpha({"": first}, {"": second}, 30)
    assert found == compute_unitizing_alpha({"": second}, {"": first}, 30)
    if not first and not second:
        assert found is None
    else:
        assert found is not None
        assert (found == 1) == (list(first) == list(second))
        assert found <= 1


@given(st.lists(st.tuples(units(), units(), st.integers(0, 3)), min_size=1, max_size=5))
def test_joining_documents_is_one_long_continuum(
    documents: list[tuple[Units, Units, int]],
) -> None:
    """Any draw of documents gives what a text made of them, end to end, gives."""
    import numpy as np

    stretches = [Stretch(2 * n, 30, a, b) for n, (a, b, _) in enumerate(documents)]
    draws = np.zeros((2, 2 * len(documents)), dtype=int)
    draws[0, ::2] = 1
    draws[1, ::2] = [count for _, _, count in documents]
    found = Continuum(stretches).compute(draws)
    for row, counts in enumerate(draws[:, ::2].tolist()):
        sides: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
        offset = 0
        for (first, second, _), count in zip(documents, counts, strict=True):
            for _ in range(count):
                for side, marked in zip(sides, (first, second), strict=True):
                    side.extend((start + offset, end + offset) for start, end in marked)
                offset += 30
        expected = compute_unitizing_alpha({"": sides[0]}, {"": sides[1]}, offset)
        if expected is None:
            assert np.isnan(found[row])
        else:
            assert found[row] == pytest.approx(expected)


def test_overlapping_spans_are_one_unit_and_touching_ones_are_two() -> None:
    assert unite([(5, 9), (0, 3), (2, 4), (4, 5)]) == [(0, 4), (4, 5), (5, 9)]
