"""Dates that a text states, as EDTF; and which of them may be its publication date."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

import regex

from workbench.text.folding import fold, fold_key
from workbench.text.lines import iter_lines

_LINE_LENGTH = 160  # a longer line is prose
_DATELINE_LENGTH = 120
_DATELINE_DASH = regex.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:[-–—:]|ـ\s)")
_INFERENCE_LENGTH = 100_000
# What a line says of itself, best first; the reasons are names of patterns or of rules.
_RANKS = {
    "pattern:published": 0,
    "pattern:date-line": 1,
    "pattern:byline": 2,
    "pattern:by-name": 2,
    "pattern:updated": 4,
}
_DATELINE_RANK = 3


class Stretch(Protocol):
    """What is read of a stretch or segment: a range, its kind and why it was marked."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def reason(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date in a text: its range in code points, and its value in EDTF (a day or a month)."""

    start: int
    end: int
    edtf: str


@dataclass(frozen=True, slots=True)
class DateProposal:
    """A date that may be the publication date: where it stands, in EDTF, and why it is proposed."""

    start: int
    end: int
    edtf: str
    reason: str


def find_dates(text: str) -> list[StatedDate]:
    """Return the days and months that `text` names with their year, in order.

    Arabic month names of all regions and their pairs with a slash, English and French ones,
    ISO dates, numeric dates with the year last (only where the order of day and month is certain,
    or the text is in Arabic script, whose papers put the day first), and Chinese ones.

    Examples
    --------
    >>> [found.edtf for found in find_dates("في 3 يونيو/حزيران 2024")]
    ['2024-06-03']
    """
    folded = fold(text)
    return [
        StatedDate(*folded.to_source(start, end), edtf)
        for start, end, edtf in iter_key_dates(folded.text)
    ]


def iter_key_dates(key: str) -> Iterator[tuple[int, int, str]]:
    """Yield the range and the value of each date that the folded text `key` names with its year."""
    for match in _grammar().finditer(key):
        edtf = _read(match.groupdict(), key)
        if edtf:
            yield *match.span(), edtf


def month_names() -> tuple[str, ...]:
    """Return all names of months, folded."""
    return tuple(_months())


def month_of(name: str) -> int:
    """Return the number of the month called `name`, folded; its words may be parted by a slash."""
    return _months()[_SPACES.sub(" ", name)]


def is_date_line(line: str) -> bool:
    """Answer whether `line` holds a date and nothing else but its weekday, hour or zone."""
    key = fold_key(line)
    if len(key) > _LINE_LENGTH or not any(map(str.isdigit, key)):
        return False
    match = _grammar().search(key)
    if match is None or _read(match.groupdict(), key) is None:
        return False
    return bool(_residue().fullmatch(key[: match.start()] + " " + key[match.end() :]))


def infer_related_date(text: str) -> str | None:
    """Return when a spliced article of `text` may be from, as uncertain EDTF, or ``None``.

    It is the latest month that the text names with its year; the month after, where the text
    calls that month past. A guess, marked with ``?``, for a person to confirm.

    Examples
    --------
    >>> infer_related_date("من يناير إلى مارس 2025، ثم هدأت الجبهة منذ مارس الماضي.")
    '2025-04?'
    """
    text = text[:_INFERENCE_LENGTH]
    latest = max((found.edtf[:7] for found in find_dates(text)), default=None)
    if latest is None:
        return None
    year, month = int(latest[:4]), int(latest[5:7])
    if _is_called_past(fold_key(text), month):
        year, month = year + month // 12, month % 12 + 1
    return f"{year:04d}-{month:02d}?"


def propose_published(text: str, stretches: Sequence[Stretch]) -> tuple[DateProposal, ...]:
    """Return the publication dates that `text` states, the likeliest first.

    They are for a person to confirm. Looked at are lines that say when the article was published
    or updated, lines that hold a date alone, bylines, and a dateline at the start of the body; not
    the date of a page banner, which is the day of the crawl, and nothing in a related article.

    Parameters
    ----------
    text
        The stored text.
    stretches
        What `segment_text` made of it, or the document's segments.
    """
    ranked: list[tuple[int, DateProposal]] = []
    for stretch in stretches:
        if stretch.kind == "related":
            break
        if stretch.reason in _RANKS:
            ranked += [
                (_RANKS[stretch.reason], proposal)
                for proposal in _propose_lines(text, stretch, stretch.reason)
            ]
    body = next((stretch for stretch in stretches if stretch.kind == "body"), None)
    ranked += [(_DATELINE_RANK, proposal) for proposal in _propose_dateline(text, body)]
    return tuple(proposal for _, proposal in sorted(ranked, key=lambda item: item[0]))


def _propose_lines(text: str, stretch: Stretch, reason: str) -> Iterator[DateProposal]:
    for start, end in iter_lines(text[stretch.start : stretch.end]):
        line = text[stretch.start + start : stretch.start + end]
        for found in find_dates(line[:_LINE_LENGTH]):
            if len(found.edtf) == len("2024-10-24"):
                offset = stretch.start + start
                yield DateProposal(offset + found.start, offset + found.end, found.edtf, reason)
                break


def _propose_dateline(text: str, body: Stretch | None) -> Iterator[DateProposal]:
    if body is None:
        return
    line_end = text.find("\n", body.start, body.start + _DATELINE_LENGTH)
    head = text[body.start : line_end if line_end >= 0 else body.start + _DATELINE_LENGTH]
    found = next(iter(find_dates(head)), None)
    if found and len(found.edtf) == len("2024-10-24") and _DATELINE_DASH.match(head, found.end):
        yield DateProposal(
            body.start + found.start, body.start + found.end, found.edtf, "pattern:dateline"
        )


def _read(groups: dict[str, str | None], key: str) -> str | None:
    year = int(groups["y1"] or groups["y2"] or groups["y3"] or groups["y4"] or groups["y5"] or 0)
    name = groups["m2"] or groups["m3"]
    month = month_of(name) if name else int(groups["m1"] or groups["m4"] or groups["m5"] or 0)
    day = int(groups["d1"] or groups["d2"] or groups["d3"] or groups["d4"] or groups["d5"] or 0)
    if groups["m4"]:
        # Numbers with the year last: the day stands first, save in American English.
        day_first = groups["sep"] == "." or day == month or bool(_ARABIC.search(key))
        day_first = day_first or max(day, month) > 12
        if not day_first:
            return None
        if month > 12:
            day, month = month, day
    if not day:
        return f"{year:04d}-{month:02d}" if 1 <= month <= 12 else None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


_ARABIC = regex.compile(r"\p{Script=Arabic}")
_SPACES = regex.compile(r"[ /]+")


def _is_called_past(key: str, month: int) -> bool:
    names = "|".join(name for name, number in _months().items() if number == month)
    past = _data()["past"]
    after, before = "|".join(past["after"]), "|".join(past["before"])
    pattern = (
        rf"\b(?:{names})(?:\s*/\s*\w+(?:\s\w+)?)?\s+(?:{after})\b|\b(?:{before})\s+(?:{names})\b"
    )
    return bool(regex.search(pattern, key))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("dates.toml").read_text("utf-8"))


@cache
def _months() -> dict[str, int]:
    return {
        fold_key(name): number
        for names_of_months in _data()["months"].values()
        for number, names in enumerate(names_of_months, start=1)
        for name in names
    }


@cache
def _grammar() -> regex.Pattern[str]:
    names = "|".join(sorted(_months(), key=len, reverse=True)).replace(" ", r"[ /]")
    year = r"(?:19|20)\d\d"
    day = r"[0-3]?\d"
    return regex.compile(
        rf"""
        (?<!\d)(?P<y1>{year})-(?P<m1>[01]\d)-(?P<d1>[0-3]\d)(?!\d)
        |(?<!\d)(?P<d2>{day})(?:st|nd|rd|th|er)?,?\s+(?:of\s+|من\s+)?(?P<m2>{names})
            (?:\s?/\s?(?:{names}))?\b[.,،]?\s*(?:عام\s+|سنه\s+)?(?P<y2>{year})(?!\d)
        |\b(?P<m3>{names})(?:\s?/\s?(?:{names}))?\b[.]?\s*
            (?:(?P<d3>{day})(?:st|nd|rd|th)?(?:\s*[,،]\s*|\s+))?
            (?:عام\s+|سنه\s+|,\s*)?(?P<y3>{year})(?!\d)
        |(?<![\d/.-])(?P<d4>{day})(?P<sep>[/.-])(?P<m4>[0-3]?\d)(?P=sep)(?P<y4>{year})(?![\d/.-]\d)
        |(?<!\d)(?P<y5>{year})\s?年\s?(?P<m5>\d\d?)\s?月\s?(?P<d5>\d\d?)\s?日
        """,
        regex.VERBOSE,
    )


@cache
def _residue() -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, map(fold_key, _data()["residue"]["words"])))
    return regex.compile(
        rf"(?:\s|[,،|:.()\-–—/]|\d\d?:\d\d(?::\d\d)?|(?<!\w)(?:{words})(?!\w)|[+]\d\d?)*+"
    )
