"""What intervals may cost, and means of what is defined."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.agreement.continuum import Continuum, Stretch
from workbench.agreement.measures import UnitizingMeasure, average


@pytest.mark.parametrize(("pairs", "resamples"), [(1, 1000), (200, 197), (1000, 0)])
def test_joining_many_pairs_takes_fewer_resamples_or_none(pairs: int, resamples: int) -> None:
    continuum = Continuum([Stretch(number, 10, [], []) for number in range(3)])
    measure = UnitizingMeasure("claim.u_alpha", [continuum] * pairs, 3)
    assert measure.afford(1000) == resamples
    assert measure.afford(0) == 0


def test_a_mean_is_of_what_is_defined() -> None:
    values = np.array([[1.0, np.nan, 0.0], [np.nan, np.nan, np.nan]])
    assert average(values)[0] == 0.5
    assert np.isnan(average(values)[1])
