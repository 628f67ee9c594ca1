"""The figures that a text states, as proposals: how many, how exactly, of what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import regex

from workbench.text.figures import Figure
from workbench.text.folding import Folded, fold
from workbench.text.numbers import Number, iter_numbers, load_table
from workbench.text.quantity_words import (
    after,
    after_words,
    before,
    changes,
    duals,
    is_between,
    joiner,
    kinds_before,
    labels,
    mark_before,
    opener,
    part_after,
    percent,
    squeeze,
    stop_words,
    unit_after,
    unit_before,
    unit_of,
)
from workbench.text.timing import find_date_ranges

_LOOK_BEHIND = 60
_ADDRESS = regex.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_ENUMERATOR = regex.compile(r"(?:^|\n)[ \t]*[(\[]?\d{1,2}[.)\]][ \t]")
_OF = regex.compile(r"[ \t]+(?:من|of)\b")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_ADJECTIVES = 3  # English words that may stand between a number and what is counted


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure in a text: the range of its words in code points, and what they say."""

    start: int
    end: int
    figure: Figure


@dataclass(slots=True)
class _Reading:
    """A number with what its surroundings add to it."""

    number: Number
    start: int
    end: int
    after: int  # where its unit ends, or its last digit
    unit: str | None
    bounds: set[str]
    part: bool

    @property
    def is_sure(self) -> bool:
        return bool(self.unit or self.bounds or self.part) or not self.number.is_doubtful


def propose_figures(text: str, language: str | None = None) -> tuple[FoundFigure, ...]:
    """Return the figures that `text` states, in order; they do not overlap.

    Read are digits of all scripts and number words in Arabic and English, with approximations,
    bounds, ranges, percentages, currencies and the units of ``units.toml``. Left out are the
    numbers of dates, hours, addresses and ordinals, and the names of things that have a number.

    Parameters
    ----------
    text
        Any text: an article, a sentence, or the words of a claim.
    language
        The text's language; it decides only what a single point before three digits means.

    Examples
    --------
    >>> [str(found.figure) for found in propose_figures("نحو ألفي جندي")]
    ['~2000 soldier']
    """
    folded = fold(text)
    key = folded.text
    dated = find_date_ranges(folded)
    blocked = [*dated, *(match.span() for match in _ADDRESS.finditer(key))]
    blocked += [match.span() for match in _ENUMERATOR.finditer(key)]
    numbers = [
        number
        for number in iter_numbers(key, language)
        if not any(start < number.end and number.start < end for start, end in blocked)
    ]
    readings = _read_all(key, numbers)
    found = list(_iter_figures(folded, readings))
    taken = [*blocked, *((reading.start, reading.end) for reading in readings)]
    found += _iter_duals(folded, taken)
    return tuple(sorted(found, key=lambda each: each.start))


def _iter_figures(folded: Folded, readings: Sequence[_Reading]) -> Iterator[FoundFigure]:
    index = 0
    while index < len(readings):
        one = readings[index]
        other = readings[index + 1] if index + 1 < len(readings) else None
        index += 1
        if other is not None and (figure := _join(folded.text, one, other)) is not None:
            start = _start_of_range(folded.text, one)
            index += 1
            yield FoundFigure(*folded.to_source(start, other.end), figure)
        elif one.is_sure and not _is_year(one):
            yield FoundFigure(*folded.to_source(one.start, one.end), _make_figure(one))


def _make_figure(reading: _Reading) -> Figure:
    number, bounds = reading.number, reading.bounds
    low: Decimal | None = number.low
    high = number.high
    approximate = "approximate" in bounds or number.is_vague
    low_open = high_open = False
    if bounds & {"more", "least"}:
        high, low_open = None, "more" in bounds and not number.is_vague
    elif bounds & {"most", "less"} and high is not None:
        low, high_open = None, "less" in bounds
    return Figure(low, high, approximate, reading.unit, reading.part, low_open, high_open)


def _join(key: str, one: _Reading, other: _Reading) -> Figure | None:
    """Return the range that two numbers are, or ``None``."""
    first, second = one.number, other.number
    if first.high is None or second.high is None or other.part:
        return None
    if other.bounds - {"approximate"} or (one.unit and other.unit not in (None, one.unit)):
        return None
    opened = _opener_before(key, one.start)
    is_of_between = opened is not None and is_between(squeeze(opened["open"]))
    gap = key[one.after : min(second.outer, other.start)] + second.proclitic
    if not joiner(of_between=is_of_between).fullmatch(gap) or _is_change(key, one.start):
        return None
    low = first.low
    if first.scale == 1 != second.scale and low * second.scale < second.high:
        low *= second.scale
    if low >= second.high or (opened is None and _is_year(one) and _is_year(other)):
        return None
    approximate = "approximate" in one.bounds | other.bounds
    return Figure(low, second.high, approximate, other.unit or one.unit, one.part)


def _read_all(key: str, numbers: Sequence[Number]) -> list[_Reading]:
    """Read from the last number to the first: what is said before one is not said after another."""
    readings: list[_Reading] = []
    limit = len(key)
    for number in reversed(numbers):
        reading = _read(key, number, limit)
        if reading is not None:
            readings.append(reading)
        limit = reading.start if reading else number.outer
    return readings[::-1]


def _read(key: str, number: Number, limit: int) -> _Reading | None:
    if _is_label(key, number.outer) or _is_code(key, number):
        return None
    currency = _currency_before(key, number.start)
    first = number.outer if currency is None else currency[0]
    start, bounds, part = _look_behind(key, first)
    if start == number.outer:
        start = number.start
    unit, end = _look_ahead(key, number.end, limit)
    if number.is_doubtful and _OF.match(key, number.end):  # one of the men counts nothing
        unit, end = None, number.end
    if unit is None and number.is_doubtful and (match := unit_before().search(key, 0, first)):
        unit, start = unit_of(match["unit"]), min(start, match.start("unit"))  # one week: week one
    reading = _Reading(number, start, end, end, unit, bounds, part)
    if currency is not None:
        reading.unit = currency[1]
    _look_after(key, reading, limit)
    return reading


def _look_after(key: str, reading: _Reading, limit: int) -> None:
    if match := after().match(key, reading.end, limit):
        reading.end = match.end()
        said = squeeze(match["q"])
        reading.bounds |= {name for name, words in after_words().items() if said in words}
        if reading.unit is None:  # ten or more ships
            reading.unit, reading.end = _look_ahead(key, reading.end, limit)
    if match := part_after().match(key, reading.end, limit):
        reading.end, reading.part = match.end(), True


def _look_behind(key: str, start: int) -> tuple[int, set[str], bool]:
    """Return where the qualifiers before `start` begin, what they say, and whether of a part."""
    said: set[str] = set()
    while True:
        first = max(0, start - _LOOK_BEHIND)
        if match := before().search(key, first, start):
            start = match.start("q")
            phrase = match["q"]
            said.add(next(name for name, known in kinds_before() if known.fullmatch(phrase)))
        elif match := mark_before().search(key, first, start):
            start = match.start()
            said.add(load_table()["marks"][match["mark"]])
        else:
            return start, said - {"part"}, "part" in said


def _look_ahead(key: str, end: int, limit: int) -> tuple[str | None, int]:
    """Return the unit that follows `end`, and where its words end."""
    if match := percent().match(key, end, limit):
        return "%", match.end()
    if match := unit_after().match(key, end, limit):
        return unit_of(match["unit"]), match.end()
    position = end
    for _ in range(_ADJECTIVES):
        word = _ENGLISH_WORD.match(key, position, limit)
        if word is None or word["word"] in stop_words():
            break
        position = word.end()
        if match := unit_after().match(key, position, limit):
            return unit_of(match["unit"]), match.end()
    return None, end


_ENGLISH_WORD = regex.compile(r"[ ]+(?P<word>[a-z]+(?:-[a-z]+)?)(?=[ ])")


def _start_of_range(key: str, one: _Reading) -> int:
    opened = _opener_before(key, one.start)
    return opened.start("open") if opened else one.start


def _opener_before(key: str, start: int) -> regex.Match[str] | None:
    return opener().search(key, max(0, start - _LOOK_BEHIND), start)


def _is_change(key: str, start: int) -> bool:
    words = regex.findall(r"\w+", key[max(0, start - _LOOK_BEHIND) : start])[-6:]
    return any(word in changes() or word.lstrip("وف") in changes() for word in words)


def _is_label(key: str, start: int) -> bool:
    """Answer whether the number at `start` names the thing before it: Article 5, No. 7."""
    match = _WORD_BEFORE.search(key, max(0, start - _LOOK_BEHIND), start)
    return match is not None and (match["word"] in labels() or match["bare"] in labels())


_WORD_BEFORE = regex.compile(r"(?P<word>(?<!\w)[وفبكل]?(?P<bare>\w+))[.]?[ ]*[-–(#№]?[ ]*\Z")


def _is_code(key: str, number: Number) -> bool:
    """Answer whether the number is joined to letters, or hangs on a hyphen of a name."""
    if not number.digits or unit_after().match(key, number.end):
        return False
    return regex.match(r"[-–][^\W\d]|[a-z]", key[number.end : number.end + 2]) is not None


def _is_year(reading: _Reading) -> bool:
    number = reading.number
    return bool(_YEAR.fullmatch(number.digits)) and not (reading.unit or reading.bounds)


def _iter_duals(folded: Folded, taken: Sequence[tuple[int, int]]) -> Iterator[FoundFigure]:
    """Yield what is two of something by its form alone: two months."""
    key, two, floor = folded.text, Decimal(2), 0
    for match in duals().finditer(key):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        floor = max([floor, *(end for _, end in taken if end <= match.start())])
        limit = min([len(key), *(start for start, _ in taken if start >= match.end())])
        start, bounds, part = _look_behind(key, match.start())
        if start < floor:  # it was said of the number before
            start, bounds, part = match.start(), set(), False
        start = match.start("dual") if start == match.start() else start
        number = Number(match.start("dual"), match.end(), start, two, two)
        unit = unit_of(match["dual"], dual=True)
        reading = _Reading(number, start, match.end(), match.end(), unit, bounds, part)
        _look_after(key, reading, limit)
        floor = reading.end
        yield FoundFigure(*folded.to_source(start, reading.end), _make_figure(reading))


def _currency_before(key: str, start: int) -> tuple[int, str] | None:
    match = regex.search(r"(?:us)?([$€£])[ ]?\Z", key[max(0, start - 4) : start])
    if match is None:
        return None
    return start - len(match[0]), load_table()["currencies"][match[1]]
