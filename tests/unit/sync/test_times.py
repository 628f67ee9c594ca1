"""Times of a server: six digits, always."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.sync.times import normalize_time, seconds_between, step_back


@pytest.mark.parametrize(
    ("given_", "shown"),
    [
        ("2031-04-05T06:07:08Z", "2031-04-05T06:07:08.000000Z"),
        ("2031-04-05T06:07:08.5Z", "2031-04-05T06:07:08.500000Z"),
        ("2031-04-05T08:07:08.991777+02:00", "2031-04-05T06:07:08.991777Z"),
        ("2031-04-05T06:07:08", "2031-04-05T06:07:08.000000Z"),
        ("yesterday", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_time_has_a_fraction_even_where_it_is_zero(given_: str | None, shown: str) -> None:
    assert normalize_time(given_) == shown


def test_the_cursor_goes_back_five_minutes() -> None:
    assert step_back("2031-01-01T00:02:00.000000Z") == "2030-12-31T23:57:00.000000Z"


@given(st.lists(st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)), min_size=2, max_size=2))  # noqa: DTZ001
def test_normalized_times_compare_as_texts(pair: list[datetime]) -> None:
    one, other = (each.replace(tzinfo=UTC) for each in pair)
    texts = [normalize_time(each.isoformat().replace("+00:00", "Z")) for each in (one, other)]
    assert (texts[0] < texts[1]) == (one < other)
    assert seconds_between(*texts) == pytest.approx((other - one).total_seconds())
