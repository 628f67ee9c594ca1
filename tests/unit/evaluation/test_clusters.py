"""Cluster measures against the published test cases of the reference scorers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.evaluation.clusters import (
    Partition,
    compute_b_cubed,
    compute_ceaf_e,
    compute_lea,
    drop_singletons,
)

# Key, response, then recall and precision of B3, CEAFe and LEA where the cases give them. From the
# test cases of the reference implementation (Pradhan et al. 2014), with LEA by Moosavi and Strube.
KEY = ["a", "bc", "def"]
CASES = [
    (KEY, ["a", "bc", "def"], (1, 1), (1, 1), (1, 1)),
    (KEY, ["a", "de"], (7 / 18, 1), (0.6, 0.9), (1 / 3, 1)),
    (KEY, ["a", "bcx", "defy", "z"], (1, 55 / 108), (0.88571, 0.66429), (1, 4 / 9)),
    (KEY, ["a", "bcx", "dy", "z"], (5 / 9, 17 / 42), (0.73333, 0.55), (0.5, 2 / 7)),
    (KEY, ["a", "bcxB", "dy", "z"], (5 / 9, 5 / 16), (0.68889, 0.51667), (0.5, 5 / 24)),
    (KEY, ["a", "b", "c", "d", "e", "f"], (0.5, 1), None, (1 / 6, 1 / 6)),
    (KEY, ["abcdef"], (1, 7 / 18), None, (5 / 6, 4 / 15)),
    (KEY, ["a", "x", "y", "c", "d", "e", "z"], (13 / 36, 4 / 7), None, (1 / 6, 1 / 7)),
    (KEY, ["axycdez"], (17 / 36, 6 / 49), None, (1 / 6, 1 / 21)),
    (["12345", "67", "89ABC"], ["12345", "6789ABC"], (1, 16 / 21), None, (1, 13 / 18)),
    (["BCDEGHJ"], ["ABC", "DEF", "GHI"], None, None, (1 / 7, 1 / 3)),
    (["ABC", "DEFG"], ["AB", "CD", "FGH"], None, None, (5 / 21, 3 / 7)),
    (["abcdef"], ["ab", "cde", "f"], None, None, (4 / 15, 5 / 6)),
    (list("abcdef"), ["abcdef"], None, None, (0, 0)),
    (list("abcdef"), list("abcxyz"), None, None, (0.5, 0.5)),
]
LABELS = st.lists(st.integers(0, 4), min_size=1, max_size=10)


def partition(labels: list[int]) -> Partition:
    clusters: dict[int, list[int]] = {}
    for mention, label in enumerate(labels):
        clusters.setdefault(label, []).append(mention)
    return list(clusters.values())


@pytest.mark.parametrize(("key", "response", "b_cubed", "ceaf_e", "lea"), CASES)
def test_published_cases(
    key: list[str],
    response: list[str],
    b_cubed: tuple[float, float] | None,
    ceaf_e: tuple[float, float] | None,
    lea: tuple[float, float] | None,
) -> None:
    for measure, expected in (
        (compute_b_cubed, b_cubed), (compute_ceaf_e, ceaf_e), (compute_lea, lea)
    ):  # fmt: skip
        if expected is not None:
            found = measure(key, response)
            assert (found.recall, found.precision) == pytest.approx(expected, abs=1e-5)


@given(LABELS, LABELS)
def test_the_measures_are_symmetric_and_bounded(first: list[int], second: list[int]) -> None:
    for measure in (compute_b_cubed, compute_ceaf_e, compute_lea):
        there = measure(partition(first), partition(second))
        back = measure(partition(second), partition(first))
        assert there.precision == pytest.approx(back.recall)
        assert there.f1 == pytest.approx(back.f1)
        for value in (there.precision, there.recall, there.f1):
            assert value is not None
            assert 0 <= value <= 1 + 1e-12


@pytest.mark.parametrize("measure", [compute_b_cubed, compute_ceaf_e, compute_lea])
def test_empty_sides_are_undefined(measure: object) -> None:
    assert callable(measure)
    assert measure([], []).f1 is None
    one = measure(["ab"], [])
    assert (one.precision, one.recall, one.f1) == (None, 0, 0)


def test_singletons_are_clusters_of_one() -> None:
    assert drop_singletons(["a", "bc", ""]) == ["bc"]
