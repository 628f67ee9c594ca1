"""The first and last day of a date: which dates lie within which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.text.test_edtf import DATES, LOOK_ALIKES
from workbench.text import find_bounds, is_edtf, overlaps

INSIDE = """
2031-04-05 2031-04-05T10:00:00Z 2031-04? 2031 203X 2031-XX 2031-XX-05 2031-21 2031-34 2031-40
2031-04-01/2031-04-09 2030/.. ../2031-04-05 /2032 {2019,2031-04} [2031-03..2031-05] 2031-31
2000S1 2031-~04-05
"""
OUTSIDE = """
2031-04-04 2031-04-06 2031-05 2032 202X 2031-22 2031-33 2031-41 2031-04-06/.. ../2031-04-04
{2019,2020} Y20310 -2031 2031-29 2031-30/2032
"""


@pytest.mark.parametrize("date", INSIDE.split())
def test_a_day_lies_within_a_date(date: str) -> None:
    assert is_edtf(date)
    assert overlaps(find_bounds("2031-04-05"), find_bounds(date))


@pytest.mark.parametrize("date", OUTSIDE.split())
def test_a_day_lies_outside_a_date(date: str) -> None:
    assert is_edtf(date)
    assert not overlaps(find_bounds("2031-04-05"), find_bounds(date))


def test_a_winter_ends_in_the_next_year() -> None:
    assert overlaps(find_bounds("2031-24"), find_bounds("2032-02-28"))
    assert not overlaps(find_bounds("2031-24"), find_bounds("2031-02"))


@pytest.mark.parametrize("text", [None, "", "soon", *LOOK_ALIKES.split()])
def test_what_is_no_date_has_no_bounds_and_lies_nowhere(text: str | None) -> None:
    assert find_bounds(text) == (None, None)
    assert not overlaps(find_bounds(text), find_bounds("2031"))


@given(one=st.sampled_from(DATES.split()), other=st.sampled_from(DATES.split()))
def test_bounds_are_in_order_and_overlapping_is_mutual(one: str, other: str) -> None:
    first, last = find_bounds(one)
    assert first is not None or last is not None
    assert first is None or last is None or first <= last
    assert overlaps(find_bounds(one), find_bounds(one))
    there, back = (
        overlaps(find_bounds(a), find_bounds(b)) for a, b in ((one, other), (other, one))
    )
    assert there == back


@given(st.dates(), st.dates())
def test_days_compare_as_their_numbers_do(one: object, other: object) -> None:
    first, second = find_bounds(str(one)), find_bounds(str(other))
    assert first[0] == first[1]
    assert (first[0] < second[0]) == (str(one) < str(other))  # type: ignore[operator]
    month = find_bounds(str(one)[:7])
    assert overlaps(first, month)
