"""Dates as texts give them, with parts left open, and what they are on a day of publication."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

import regex

Period = Literal["day", "week", "month", "year"]
_NEAR = 3  # months
_REFERENCE = regex.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*|[?~%])?")


@dataclass(frozen=True, slots=True)
class Reference:
    """When a text was published, as far as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, where it is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def load_reference(published: str | None) -> Reference | None:
    """Return what the EDTF date `published` says, or ``None`` where it names no year."""
    match = _REFERENCE.fullmatch(published or "")
    if match is None or match[1] == "0000":
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if month is not None and not 1 <= month <= 12:
        month = day = None
    if day is not None and not 1 <= day <= monthrange(year or 2000, month or 1)[1]:
        day = None
    return Reference(year or 0, month, day)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as a text gives it.

    Parameters
    ----------
    year, month, day
        What is named; `month` may be an EDTF season, quarter or half of a year (21 to 41).
    decade
        The first three digits of a decade's years.
    weekday
        1 Monday to 7 Sunday.
    turn
        -1 the last, 0 the present, 1 the next; ``None`` where nothing is said.
    year_turn
        The same, of the year: in June of last year.
    shift
        How many `period`s after the publication; negative before it.
    approximate
        Whether the text says about.
    is_past
        Whether it cannot lie ahead: since March.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    decade: str | None = None
    weekday: int | None = None
    turn: int | None = None
    year_turn: int | None = None
    shift: int | None = None
    period: Period | None = None
    approximate: bool = False
    is_past: bool = False

    def resolve(self, reference: Reference | None) -> str | None:
        """Return the date in EDTF, or ``None`` where the publication date does not tell it."""
        try:
            edtf = self._resolve(reference)
        except (ValueError, OverflowError):
            return None
        return f"{edtf}~" if edtf and self.approximate and "/" not in edtf else edtf

    def _resolve(self, reference: Reference | None) -> str | None:
        if self.decade is not None:
            return f"{self.decade}X"
        if self.year is not None:
            return _write(self.year, self.month, self.day)
        return None if reference is None else self._resolve_from(reference)

    def _resolve_from(self, reference: Reference) -> str | None:
        if self.weekday is not None:
            return _resolve_weekday(self, reference)
        if self.month is not None:
            return _resolve_month(self, reference)
        if self.shift is not None and self.period is not None:
            return _shift(self.shift, self.period, reference)
        return None


def complete(first: Stated, last: Stated) -> Stated:
    """Return `first` of a range with the year or turn that only `last` names."""
    if first.year is not None or first.month is None or first.turn is not None:
        return first
    if last.month is None:
        return first
    if last.year is not None:
        return replace(first, year=last.year - (first.month > last.month))
    return replace(first, turn=last.turn, year_turn=last.year_turn)


def _write(year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    return date(year, month, day).isoformat()


def _resolve_weekday(stated: Stated, reference: Reference) -> str | None:
    published = reference.date
    if published is None or stated.weekday is None:
        return None
    back = (published.isoweekday() - stated.weekday) % 7
    if stated.turn == -1:
        days = -(back or 7)
    elif stated.turn == 1:
        days = 7 - back
    else:
        # Today, yesterday, tomorrow beside the weekday: the nearest such day to what they say.
        about = stated.shift or 0
        days = -back if about <= 0 else 7 - back
    return (published + timedelta(days=days)).isoformat()


def _resolve_month(stated: Stated, reference: Reference) -> str | None:
    month, year = stated.month or 1, reference.year
    if stated.year_turn is not None:
        return _write(year + stated.year_turn, month, stated.day)
    if month > 12:  # a season or a quarter
        return _write(year + (stated.turn or 0), month, None)
    if reference.month is None:
        return None if stated.turn is None else _write(year + stated.turn, month, stated.day)
    ahead = month - reference.month
    if stated.day is not None and ahead == 0 and reference.day is not None:
        ahead_of_day = stated.day - reference.day
    else:
        ahead_of_day = 0
    if stated.turn == -1:
        year -= ahead > 0 or (ahead == 0 and (stated.day is None or ahead_of_day >= 0))
    elif stated.turn == 1:
        year += ahead < 0 or (ahead == 0 and (stated.day is None or ahead_of_day <= 0))
    elif stated.turn is None:
        # News tell of what was: a month is ahead only where it is near.
        year -= ahead > (0 if stated.is_past else _NEAR)
        year += not stated.is_past and ahead + 12 <= _NEAR
    return _write(year, month, stated.day)


def _shift(count: int, period: Period, reference: Reference) -> str | None:
    if period == "year":
        return _write(reference.year + count, None, None)
    if reference.month is None:
        return None
    if period == "month":
        months = reference.year * 12 + reference.month - 1 + count
        return _write(months // 12, months % 12 + 1, None)
    published = reference.date
    if published is None:
        return None
    return (published + timedelta(days=count * (7 if period == "week" else 1))).isoformat()


def write_week(count: int, reference: Reference) -> str | None:
    """Return the week `count` weeks after that of the publication, Monday to Sunday, as EDTF.

    Its bounds are approximate: weeks begin on other days elsewhere.
    """
    published = reference.date
    if published is None:
        return None
    try:
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=count)
        return f"{monday.isoformat()}~/{(monday + timedelta(days=6)).isoformat()}~"
    except OverflowError:  # before the first year, or after the last
        return None
