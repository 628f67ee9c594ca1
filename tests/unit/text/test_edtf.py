"""Dates in EDTF: what is one, what only looks like one."""

from __future__ import annotations

import pytest

from workbench.text.edtf import is_edtf

DATES = """
2025 2025-04 2025-04-30 0000 -1985 2004-02-29 1985-04-12T23:20:30 1985-04-12T23:20:30Z
1985-04-12T23:20:30-04 1985-04-12T23:20:30+04:30 1964/2008 2004-06/2006-08 2004-02-01/2005
2025-04? 2025~ 2025-04-30% 201X 20XX 2004-XX 1985-04-XX 1985-XX-XX Y170000002 Y-170000002 2001-21
1985-04-12/.. ../1985 1985/ /1985-04 1984~/2004-06? [1667,1668,1670..1672] {1960,1961-12}
[..1760-12-03] 156X-12-25 XXXX-12-XX Y-17E7 1950S2 2004?-06-11 ?2004-06-~11 2001-34
"""
LOOK_ALIKES = """
20255 2025-4 2025-13 2025-00 2025-04-31 2023-02-29 2025/04/30 30-04-2025 April Y2025 Y02025
٢٠٢٥ 2025-04-30T25:00:00 2025-04-30T10:00 2025-04?? / ../.. 2025- 2025--04 -0000 2025-20 2025-42
2025-21-01 [] {} [..] 2025/2026/2027 10:00 2025-XX-32 2025-04-30Z 2025-02-30/2026
"""
NO_DATES = [*LOOK_ALIKES.split(), "", " 2025", "2025-04-30\n", "2025-04-30 10:00:00", "9" * 300]


@pytest.mark.parametrize("text", DATES.split())
def test_a_date_of_levels_zero_to_two_is_one(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize("text", NO_DATES, ids=ascii)
def test_what_looks_like_a_date_is_none(text: str) -> None:
    assert not is_edtf(text)
