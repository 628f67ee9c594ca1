"""EDTF, levels 0 and 1: which strings are dates of the data model.

The grammar is the Library of Congress's Extended Date/Time Format of 2019
(https://www.loc.gov/standards/datetime/), without level 2.
"""

from __future__ import annotations

from datetime import date, datetime

import regex

_DAY = regex.compile(
    r"""
    (?P<y>-?\d{4})(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?)?(?P<q>[?~%])?   # a day, month, season or year
    |(?P<x>-?\d{4}-\d\d-XX|-?\d{4}-XX(?:-XX)?|-?\d{3}X|-?\d{2}XX)[?~%]?  # digits not known
    |Y-?[1-9]\d{4,}  # a year of more than four digits
    """,
    regex.VERBOSE,
)
_TIME = regex.compile(
    r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?", regex.ASCII
)
_LENGTH = 64


def is_edtf(value: str) -> bool:
    """Answer whether `value` is a date, a time or an interval of EDTF level 0 or 1.

    Examples
    --------
    >>> [is_edtf(v) for v in ("2025-04?", "2024-10-24", "2024-02-30", "24/10/2024", "2024/..")]
    [True, True, False, False, True]
    """
    if len(value) > _LENGTH or not value.isascii():
        return False
    if _TIME.fullmatch(value):
        return _is_time(value)
    start, slash, end = value.partition("/")
    if not slash:
        return _is_date(start)
    open_ends = {"", ".."}
    return (
        (start in open_ends or _is_date(start))
        and (end in open_ends or _is_date(end))
        and not (start in open_ends and end in open_ends)
    )


def _is_date(value: str) -> bool:
    match = _DAY.fullmatch(value)
    if match is None:
        return False
    if match["x"]:
        return _is_month(match["x"].lstrip("-")[5:7])
    if match["y"] is None or match["m"] is None:
        return True
    if match["d"] is None:
        return _is_month(match["m"]) or match["m"] in {"21", "22", "23", "24"}
    # Negative years and year 0 repeat the Gregorian calendar every 400 years.
    year = int(match["y"]) % 400 + 400
    try:
        date(year, int(match["m"]), int(match["d"]))
    except ValueError:
        return False
    return True


def _is_month(value: str) -> bool:
    return value in {"", "XX"} or "01" <= value <= "12"


def _is_time(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
