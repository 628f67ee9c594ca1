"""The first and the last day that a date in EDTF may mean, as numbers to compare."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.text.edtf import is_edtf

Bounds = tuple[int | None, int | None]

LAST_DAY = 10**15
"""No day has a larger number, and none a smaller one than its negative."""

_YEAR_DAYS, _MONTH_DAYS = 372, 31  # every month has 31 places: order is all that counts
_QUALIFIERS = re.compile(r"[?~%]")
_DATE = re.compile(
    r"(?P<year>-?[0-9X]{4}|Y-?[0-9]+(?:E[0-9]+)?)(?:S(?P<digits>[0-9]+))?"
    r"(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?"
)
# Months from the first to the last, counted from the year's own January: winter ends in the next.
_SPRING, _SUMMER, _AUTUMN, _WINTER = (3, 5), (6, 8), (9, 11), (12, 14)
_SEASONS = {
    **dict(zip(range(21, 25), (_SPRING, _SUMMER, _AUTUMN, _WINTER), strict=True)),
    **dict(zip(range(25, 29), (_SPRING, _SUMMER, _AUTUMN, _WINTER), strict=True)),
    **dict(zip(range(29, 33), (_AUTUMN, _WINTER, _SPRING, _SUMMER), strict=True)),
    **{33 + number: (1 + 3 * number, 3 + 3 * number) for number in range(4)},  # quarters
    **{37 + number: (1 + 4 * number, 4 + 4 * number) for number in range(3)},
    **{40 + number: (1 + 6 * number, 6 + 6 * number) for number in range(2)},
}


@lru_cache(maxsize=4096)
def find_bounds(date: str | None) -> Bounds:
    """Return the first and the last day that `date` may mean, both inclusive.

    Days are whole numbers that compare as the days do, and nothing else: of any two days the later
    one has the larger number. A side without an end is ``None``; so are both where the date is
    unknown or no EDTF.

    Examples
    --------
    >>> overlaps(find_bounds("2031-04?"), find_bounds("2031-04-05/2031-06"))
    True
    >>> find_bounds("2031-04/..")[0] == find_bounds("2031-04-01?")[0], find_bounds("2031/..")[1]
    (True, None)
    """
    if date is None or not is_edtf(date):
        return None, None
    plain = _QUALIFIERS.sub("", date)
    if plain[0] in "[{":
        return _span([_read_range(each.strip(), "..") for each in plain[1:-1].split(",")])
    return _read_range(plain, "/")


def overlaps(one: Bounds, other: Bounds) -> bool:
    """Answer whether two dates may be the same day; what is unknown may not."""
    if one == (None, None) or other == (None, None):
        return False
    (first, last), (begin, end) = one, other
    return (last is None or begin is None or begin <= last) and (
        first is None or end is None or first <= end
    )


def _read_range(text: str, sign: str) -> Bounds:
    start, found, end = text.partition(sign)
    if not found:
        return _read_date(text)
    return _read_date(start)[0], _read_date(end)[1]


def _read_date(text: str) -> Bounds:
    match = _DATE.fullmatch(text.partition("T")[0])
    if match is None:  # an open or unknown end
        return None, None
    first, last = _read_year(match["year"], int(match["digits"] or 0))
    months = _read_months(match["month"])
    low, high = _read_digits(match["day"]) if match["day"] else (1, 31)
    return (
        _number(first, months[0], max(low, 1)),
        _number(last, months[1], min(high, 31)),
    )


def _read_year(text: str, digits: int) -> tuple[int, int]:
    if text.startswith("Y"):
        base, _, power = text[1:].partition("E")
        # A longer one is later than all days that are told apart.
        low = high = int(base[:16]) * 10 ** min(int(power[:2] or 0), 15)
    elif text.startswith("-"):
        low, high = (-each for each in reversed(_read_digits(text[1:])))
    else:
        low, high = _read_digits(text)
    unsure = 10 ** max(len(str(abs(low))) - digits, 0) if digits else 1
    if unsure > 1:
        low, high = low // unsure * unsure, high // unsure * unsure + unsure - 1
    return low, high


def _read_months(text: str | None) -> tuple[int, int]:
    if text is None or text == "XX":
        return 1, 12
    low, high = _read_digits(text)
    if low in _SEASONS:
        return _SEASONS[low]
    return max(low, 1), min(high, 12)


def _read_digits(text: str) -> tuple[int, int]:
    return int(text.replace("X", "0")), int(text.replace("X", "9"))


def _number(year: int, month: int, day: int) -> int:
    number = year * _YEAR_DAYS + (month - 1) * _MONTH_DAYS + day - 1
    return max(-LAST_DAY, min(LAST_DAY, number))


def _span(bounds: list[Bounds]) -> Bounds:
    firsts = [first for first, _ in bounds]
    lasts = [last for _, last in bounds]
    known = ([each for each in firsts if each is not None], [x for x in lasts if x is not None])
    first = min(known[0]) if len(known[0]) == len(firsts) else None
    last = max(known[1]) if len(known[1]) == len(lasts) else None
    return first, last
