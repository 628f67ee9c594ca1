"""Dates as EDTF writes them: levels 0 to 2 of ISO 8601-2:2019."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

_QUALIFIER = r"[?~%]?"
_LONG_YEAR = r"Y-?[1-9][0-9]{4,}|Y-?[1-9][0-9]*E[1-9][0-9]*"
_YEAR = rf"{_QUALIFIER}(?:-?[0-9X]{{4}}|{_LONG_YEAR})(?:S[1-9][0-9]*)?"
_DATE = re.compile(
    rf"(?P<year>{_YEAR}){_QUALIFIER}"
    rf"(?:-{_QUALIFIER}(?P<month>[0-9X]{{2}}){_QUALIFIER}"
    rf"(?:-{_QUALIFIER}(?P<day>[0-9X]{{2}}){_QUALIFIER})?)?"
)
_TIME = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)"
    r"(?:Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?"
)
_MONTHS = [f"{number:02}" for number in (*range(1, 13), *range(21, 42))]
_DAYS = [f"{number:02}" for number in range(1, 32)]


@lru_cache(maxsize=4096)
def is_edtf(text: str) -> bool:
    """Answer whether `text` is a date in the Extended Date/Time Format.

    Accepted are dates of reduced precision (``2025-04``), uncertain and approximate ones
    (``2025-04?``), unspecified digits (``201X``), seasons (``2025-21``), date and time, long
    years, intervals with open or unknown ends (``2024/..``) and sets (``{2024,2025}``); a day that
    its month does not have is refused.

    Examples
    --------
    >>> is_edtf("2025-04?"), is_edtf("2025-02-30"), is_edtf("April 2025")
    (True, False, False)
    """
    # The longest sensible one is short, and no pattern should be tried on a whole text.
    if not text.isascii() or len(text) > 200:
        return False
    if text[:1] + text[-1:] in ("[]", "{}"):
        return all(map(_is_set_member, text[1:-1].split(",")))
    if "/" in text:
        start, _, end = text.partition("/")
        dated = _is_date(start) or _is_date(end)
        return dated and all(side in ("", "..") or _is_date(side) for side in (start, end))
    return _is_date(text) or _is_time(text)


def _is_set_member(text: str) -> bool:
    first, dots, last = text.strip().partition("..")
    if not dots:
        return _is_date(first)
    return bool(first or last) and all(not side or _is_date(side) for side in (first, last))


def _is_time(text: str) -> bool:
    match = _TIME.fullmatch(text)
    return match is not None and _is_date(match["date"])


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None or match["year"].lstrip("?~%").startswith("-0000"):
        return False
    month, day = match["month"], match["day"]
    if month is None:
        return True
    months = [known for known in _MONTHS if _fits(month, known)]
    if day is None:
        return bool(months)
    year = match["year"].lstrip("?~%-")
    return any(_fits(day, known) for known in _DAYS[: _longest_month(year, months)])


def _longest_month(year: str, months: list[str]) -> int:
    """Return how many days the longest of `months` has; a year with unknown digits may be leap."""
    number = int(year) if year.isdecimal() and len(year) == 4 and year != "0000" else 2000
    return max(
        (monthrange(number, int(month))[1] for month in months if int(month) <= 12), default=0
    )


def _fits(pattern: str, digits: str) -> bool:
    return all(mark in ("X", digit) for mark, digit in zip(pattern, digits, strict=True))
