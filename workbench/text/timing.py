"""The dates that a text states, as proposals in EDTF, resolved against its publication."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from workbench.text.dates import iter_key_dates, month_of
from workbench.text.edtf import is_edtf
from workbench.text.folding import Folded, fold
from workbench.text.moments import Reference, Stated, complete, load_reference, write_week
from workbench.text.numbers import iter_numbers
from workbench.text.quantity_words import unit_after
from workbench.text.timing_words import meaning, one_words, pattern, since_words, twice_words


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: the range of its words in code points, and the date in EDTF."""

    start: int
    end: int
    edtf: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A date as the folded text gives it, or a range of two."""

    start: int
    end: int
    stated: Stated
    until: Stated | None = None

    def resolve(self, reference: Reference | None) -> str | None:
        """Return the date or interval in EDTF, or ``None`` where it cannot be told."""
        if self.until is not None:
            return _resolve_range(self.stated, self.until, reference)
        if self.stated.period == "week" and self.stated.turn is not None:
            return write_week(self.stated.turn, reference) if reference else None
        return self.stated.resolve(reference)


def propose_dates(text: str, published: str | None = None) -> tuple[FoundDate, ...]:
    """Return the dates that `text` states, in order; they do not overlap.

    Read are days, months, years, weekdays, seasons, quarters, decades, ranges of these, and what
    is counted from the day of publication (yesterday, last June, three days ago), in Arabic (with
    the month names of all regions and their pairs with a slash) and English.

    Parameters
    ----------
    text
        Any text: an article, a sentence, or the words of a claim.
    published
        When it was published, in EDTF; that of the segment where the segment has its own. Without
        it only dates that name their year are read; without its day, no weekdays.

    Examples
    --------
    >>> [found.edtf for found in propose_dates("في حزيران/يونيو الماضي", "2031-11-10")]
    ['2031-06']
    """
    folded = fold(text)
    reference = load_reference(published)
    found = []
    for place in _find_places(folded):
        edtf = place.resolve(reference)
        if edtf is not None and is_edtf(edtf):
            found.append(FoundDate(*folded.to_source(place.start, place.end), edtf))
    return tuple(found)


def find_date_ranges(folded: Folded) -> list[tuple[int, int]]:
    """Return the ranges of `folded` that state dates, whether or not they can be resolved."""
    return [(place.start, place.end) for place in _find_places(folded)]


def _resolve_range(first: Stated, last: Stated, reference: Reference | None) -> str | None:
    start, end = complete(first, last).resolve(reference), last.resolve(reference)
    if start is None or end is None or "/" in start + end or start.rstrip("~") > end.rstrip("~"):
        return end
    return start if start == end else f"{start}/{end}"


def _find_places(folded: Folded) -> list[_Place]:
    taken: list[_Place] = []
    for place in _iter_candidates(folded):
        if not any(place.start < each.end and each.start < place.end for each in taken):
            taken.append(place)
    return _join_ranges(folded.text, sorted(taken, key=lambda place: place.start))


def _iter_candidates(folded: Folded) -> Iterator[_Place]:
    """Yield what may be a date, the surest first: a later one gives way to an earlier."""
    key = folded.text
    for name in ("days", "days_english"):
        for match in pattern(name).finditer(key):
            if _is_capital(folded, match):
                yield from _read_days(match)
    for match in pattern("month").finditer(key):
        if _is_month(folded, match):
            yield _Place(*match.span("words"), _read_month(match))
    for start, end, edtf in iter_key_dates(key):
        year, month, day, *_ = (*map(int, edtf.split("-")), None)
        yield _Place(start, end, Stated(year, month, day))
    for name, read in _READERS.items():
        for match in pattern(name).finditer(key):
            place = read(match)
            if place is not None:
                yield place


def _read_days(match: regex.Match[str]) -> Iterator[_Place]:
    """Read a day of a month, or two days of one: 8 to 13 October."""
    groups = match.groupdict()
    word = groups.get("ordinal")
    day = meaning("ordinals", word) if word else _number(groups["day"])
    tail = Stated(
        _number(groups["year"]),
        _month(groups),
        day,
        turn=_turn(groups),
        year_turn=_year_turn(groups),
    )
    if day is None or not 1 <= day <= 31:
        return
    first = _number(groups.get("first"))
    if first is not None and 1 <= first < day:
        yield _Place(*match.span("words"), replace(tail, day=first), tail)
    elif first is None:
        yield _Place(*match.span("words"), tail)


def _is_month(folded: Folded, match: regex.Match[str]) -> bool:
    """Answer whether the name of a month stands there, and no other word (may, to march)."""
    sure = ("pair", "year", "turn", "turn2", "year_turn", "noun", "before", "part", "proclitic")
    return any(match[name] for name in sure) and _is_capital(folded, match)


def _is_capital(folded: Folded, match: regex.Match[str]) -> bool:
    if not match["month"].isascii():
        return True
    return folded.source[folded.to_source(*match.span("month"))[0]].isupper()


def _read_month(match: regex.Match[str]) -> Stated:
    groups = match.groupdict()
    year = _number(groups["year"])
    is_past = (match["before"] or "").strip() in since_words()
    turn, year_turn = _turn(groups), _year_turn(groups)
    return Stated(year, _month(groups), turn=turn, year_turn=year_turn, is_past=is_past)


def _read_season(match: regex.Match[str]) -> _Place:
    groups = match.groupdict()
    turn = _turn(groups) if _turn(groups) is not None else _year_turn(groups)
    season = meaning("seasons", match["season"])
    return _Place(*match.span("words"), Stated(_number(groups["year"]), season, turn=turn))


def _read_ago(match: regex.Match[str]) -> _Place | None:
    """Read three days ago; what has no whole number is nothing."""
    word, count = match["period"], " ".join((match["count"] or "").split())
    if count in one_words() or not count:
        number = 2 if word in twice_words() else 1
    else:
        found = list(iter_numbers(count))
        if len(found) != 1 or found[0].low != found[0].high or found[0].low % 1:
            return None
        number = int(found[0].low)
    stated = Stated(
        shift=-number, period=meaning("periods", word), approximate=bool(match["about"])
    )
    return _Place(*match.span("words"), stated) if number < 1000 else None


def _read_weekday(match: regex.Match[str]) -> _Place | None:
    groups = match.groupdict()
    weekday = meaning("weekdays", match["weekday"])
    shift = meaning("days", match["about"]) if match["about"] else None
    stated = Stated(weekday=weekday, turn=_turn(groups), shift=shift)
    return _Place(*match.span("words"), stated)


def _read_turned(match: regex.Match[str]) -> _Place | None:
    """Read this month, last year, next week."""
    period, turn = meaning("periods", match["period"] or match["period2"]), _turn(match.groupdict())
    if period == "week":
        return _Place(*match.span("words"), Stated(turn=turn, period="week"))
    return _Place(*match.span("words"), Stated(shift=turn, period=period))


def _read_decade(match: regex.Match[str]) -> _Place | None:
    if match["digits"]:
        return _Place(*match.span("words"), Stated(decade=match["digits"][:3]))
    return _Place(*match.span("words"), Stated(decade=f"19{meaning('decades', match['decade'])}"))


def _read_year(match: regex.Match[str]) -> _Place | None:
    if unit_after().match(match.string, match.end("words")):
        return None  # so many of something
    until = Stated(int(match["until"])) if match["until"] else None
    return _Place(*match.span("words"), Stated(int(match["year"])), until)


def _read_relative_day(match: regex.Match[str]) -> _Place | None:
    shift = meaning("days", match["about"])
    return _Place(*match.span("words"), Stated(shift=shift, period="day"))


_READERS: Mapping[str, Callable[[regex.Match[str]], _Place | None]] = {
    "season": _read_season,
    "ago": _read_ago,
    "weekday": _read_weekday,
    "turned": _read_turned,
    "decade": _read_decade,
    "year": _read_year,
    "day": _read_relative_day,
}


def _join_ranges(key: str, places: Sequence[_Place]) -> list[_Place]:
    """Join what stands on both sides of to, or of between and and, and what goes to its middle."""
    joined: list[_Place] = []
    index = 0
    while index < len(places):
        one = places[index]
        other = places[index + 1] if index + 1 < len(places) else None
        index += 1
        if other is not None and _is_range(key, one, other):
            start = _opened(key, one.start)
            joined.append(_Place(start, other.end, one.stated, other.stated))
            index += 1
        else:
            rest = pattern("of_it").match(key, one.end)
            joined.append(replace(one, end=rest.end()) if rest else one)
    return joined


def _is_range(key: str, one: _Place, other: _Place) -> bool:
    if one.until or other.until or one.end >= other.start:
        return False
    gap = key[one.end : other.start]
    if pattern("dash").fullmatch(gap):
        return True
    opener = pattern("opener").search(key, max(0, one.start - 24), one.start)
    if opener is None:
        return False
    name = "between" if pattern("between").fullmatch(opener["open"]) else "join"
    return pattern(f"gap_{name}").fullmatch(gap) is not None


def _opened(key: str, start: int) -> int:
    opener = pattern("opener").search(key, max(0, start - 24), start)
    return opener.start("open") if opener else start


def _month(groups: dict[str, str | None]) -> int | None:
    name = groups.get("month") or groups.get("month2")
    return month_of(name) if name else None


def _turn(groups: dict[str, str | None]) -> int | None:
    word = groups.get("turn") or groups.get("turn2")
    return meaning("turns", word) if word else None


def _year_turn(groups: dict[str, str | None]) -> int | None:
    word = groups.get("year_turn")
    return meaning("turns", word) if word else None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
