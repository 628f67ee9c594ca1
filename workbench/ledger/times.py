"""The days that an EDTF date can mean, so that statements can be put in order of time."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"(?P<year>[0-9]{1}[0-9X]{3})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def compute_days(edtf: str | None) -> tuple[date | None, date | None]:
    """Return the first and the last day that `edtf` can mean; ``None`` for an edge without a day.

    Qualifiers (``?``, ``~``, ``%``) move no edge. Sets give their outermost members. What has no
    four-digit year is not placed.

    Examples
    --------
    >>> compute_days("2025-04?")
    (datetime.date(2025, 4, 1), datetime.date(2025, 4, 30))
    >>> compute_days("2024-02-03/..")
    (datetime.date(2024, 2, 3), None)
    """
    if not edtf:
        return None, None
    text = re.sub("[?~%]", "", edtf)
    if text[0] in "[{":
        members = [compute_days(each.strip()) for each in re.split(r",|\.\.", text[1:-1]) if each]
        firsts = [first for first, _ in members if first]
        lasts = [last for _, last in members if last]
        return min(firsts, default=None), max(lasts, default=None)
    if "/" in text:
        start, _, end = text.partition("/")
        return compute_days(start.strip("."))[0], compute_days(end.strip("."))[1]
    return _read(text.partition("T")[0])


def _read(text: str) -> tuple[date | None, date | None]:
    match = _DATE.fullmatch(text)
    if match is None:
        return None, None
    years = [int(match["year"].replace("X", digit)) for digit in "09"]
    first_month, last_month = _edges(match["month"], 1, 12)
    if match["month"] and first_month in _SEASONS:
        first_month, last_month = _SEASONS[first_month]
    if years[0] < 1 or not 1 <= first_month <= last_month <= 12:
        return None, None
    first_day = _edges(match["day"], 1, 31)[0]
    last_day = min(_edges(match["day"], 1, 31)[1], monthrange(years[1], last_month)[1])
    first_day = min(first_day, monthrange(years[0], first_month)[1])
    return date(years[0], first_month, first_day), date(years[1], last_month, last_day)


def _edges(digits: str | None, least: int, most: int) -> tuple[int, int]:
    """Return what two digits can mean at least and at most; ``X`` is any digit."""
    if digits is None:
        return least, most
    low = max(least, int(digits.replace("X", "0")))
    high = int(digits.replace("X", "9"))
    return low, min(most, high) if "X" in digits else high
