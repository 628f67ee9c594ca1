"""Alpha against published numbers, another implementation, and its laws."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement import compute_alpha
from workbench.agreement.alpha import Level
from workbench.errors import UsageError

# Krippendorff (2011), "Computing Krippendorff's alpha-reliability": two observers and ten units of
# yes and no (section A), two observers and twelve units (section B), four observers, twelve units
# and missing values (sections C and D).
SECTION_A = ["0100000010", "1110010000"]
SECTION_B = ["aabbdcccedda", "babbbccceddd"]
SECTION_C = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
LETTERS = "abcd"


def read(rows: list[str]) -> list[list[str | None]]:
    return [[None if each == "." else each for each in row] for row in rows]


@pytest.mark.parametrize(
    ("rows", "level", "expected"),
    [
        (SECTION_A, "nominal", 0.095),
        (SECTION_B, "nominal", 0.692),
        (SECTION_C, "nominal", 0.743),
        (SECTION_C, "ordinal", 0.815),
    ],
)
def test_published_examples(rows: list[str], level: Level, expected: float) -> None:
    order = "12345" if level == "ordinal" else None
    found = compute_alpha(read(rows), level=level, order=order)
    assert found == pytest.approx(expected, abs=5e-4)


TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.none() | st.sampled_from(LETTERS), min_size=width, max_size=width),
        min_size=1,
        max_size=12,
    ).map(lambda units: [list(row) for row in zip(*units, strict=True)])
)
LEVELS = st.sampled_from(("nominal", "ordinal"))


def compute_by_definition(rows: list[list[str | None]], level: str) -> Fraction | None:
    """Return alpha from all pairs of values, in fractions: slow, and nothing like the matrices."""
    units = [[value for value in unit if value is not None] for unit in zip(*rows, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    everything = [value for unit in units for value in unit]

    def distance(one: str, other: str) -> Fraction:
        if level == "nominal" or one == other:
            return Fraction(one != other)
        low, high = sorted((one, other))
        between = sum(low <= value <= high for value in everything)
        ends = everything.count(low) + everything.count(high)
        apart: Fraction = between - Fraction(ends, 2)
        return apart * apart

    observed = sum(
        (distance(*pair) / (len(unit) - 1) for unit in units for pair in permutations(unit, 2)),
        Fraction(),
    )
    expected = sum((distance(*pair) for pair in permutations(everything, 2)), Fraction())
    return 1 - observed * (len(everything) - 1) / expected if expected else None


@given(TABLES, LEVELS)
def test_alpha_is_what_its_definition_says(rows: list[list[str | None]], level: Level) -> None:
    expected = compute_by_definition(rows, level)
    found = compute_alpha(rows, level=level, order=LETTERS)
    assert found == (None if expected is None else pytest.approx(float(expected)))


@given(TABLES, LEVELS)
def test_another_implementation_agrees(rows: list[list[str | None]], level: Level) -> None:
    oracle = pytest.importorskip("krippendorff", reason="the oracle is a tool for development")
    import numpy as np

    found = compute_alpha(rows, level=level, order=LETTERS)
    if found is not None:
        codes = [[np.nan if v is None else LETTERS.index(v) for v in row] for row in rows]
        expected = oracle.alpha(
            reliability_data=codes, level_of_measurement=level, value_domain=list(range(4))
        )
        assert found == pytest.approx(expected)


@given(TABLES, LEVELS, st.randoms())
def test_the_order_of_annotators_and_units_never_matters(
    rows: list[list[str | None]], level: Level, chance: object
) -> None:
    turned = [list(reversed(row)) for row in reversed(rows)]
    first = compute_alpha(rows, level=level, order=LETTERS)
    second = compute_alpha(turned, level=level, order=LETTERS)
    assert first == (None if second is None else pytest.approx(second))


@given(TABLES, st.permutations(LETTERS))
def test_other_names_for_the_labels_change_nothing(
    rows: list[list[str | None]], names: list[str]
) -> None:
    renamed = [[None if v is None else names[LETTERS.index(v)] for v in row] for row in rows]
    first, second = compute_alpha(rows), compute_alpha(renamed)
    assert first == (None if second is None else pytest.approx(second))


@given(st.lists(st.sampled_from(LETTERS), min_size=2), LEVELS)
def test_the_same_answers_give_one_or_nothing(values: list[str], level: Level) -> None:
    found = compute_alpha([values, values, values], level=level, order=LETTERS)
    assert found == (1 if len(set(values)) > 1 else None)


def test_what_cannot_be_rated_is_refused() -> None:
    with pytest.raises(UsageError, match="order"):
        compute_alpha(["ab", "ab"], level="ordinal")
    with pytest.raises(UsageError, match="each value in the order"):
        compute_alpha(["ab", "ab"], order="a")
    with pytest.raises(UsageError, match="each annotator and unit"):
        compute_alpha(["ab", "a"])


def test_a_unit_with_one_value_has_no_part() -> None:
    assert compute_alpha([["a", None], [None, "b"]]) is None
