"""The words of ``timing.toml`` as patterns over a folded text, and what each word means."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from workbench.text.dates import month_names
from workbench.text.folding import fold_key

_PRO = r"(?<!\w)[وفبكل]{0,2}?"
_YEAR = r"(?:19|20)\d\d(?![\d٪%]|[.,:/]\d)"


@cache
def load_words() -> Mapping[str, Mapping[str, Any]]:
    """Return the tables of ``timing.toml``."""
    return tomllib.loads(files(__package__).joinpath("timing.toml").read_text("utf-8"))


@cache
def _meanings(table: str) -> dict[str, Any]:
    return {
        fold_key(word): int(value) if value.lstrip("-").isdecimal() else value
        for value, words in load_words()[table].items()
        for word in words
    }


def meaning(table: str, word: str) -> Any:
    """Return what `word`, folded, means in `table`: a number, or the name of a period."""
    return _meanings(table)[" ".join(word.split())]


@cache
def twice_words() -> frozenset[str]:
    """Return the words that are two of a period by their form."""
    return frozenset(map(fold_key, load_words()["twice"]["words"]))


@cache
def one_words() -> frozenset[str]:
    """Return the words that count one period: a, an."""
    return frozenset(load_words()["ago"]["one"])


@cache
def since_words() -> frozenset[str]:
    """Return the words after which a month lies in the past."""
    return frozenset(map(fold_key, load_words()["before"]["since"]))


@cache
def pattern(name: str) -> regex.Pattern[str]:
    """Return the pattern called `name`; what it finds is its group ``words``."""
    return regex.compile(_sources()[name])


@cache
def _sources() -> Mapping[str, str]:
    return _days() | _months_and_years() | _relative() | _ranges()


def _any(words: Iterable[str]) -> str:
    folded = sorted({fold_key(word) for word in words}, key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(map(regex.escape, word.split())) for word in folded) + ")"


def _words(table: str, key: str | None = None) -> str:
    found = load_words()[table]
    return _any(found[key] if key else (word for words in found.values() for word in words))


def _month() -> str:
    names = sorted(month_names(), key=len, reverse=True)
    name = "|".join("[ /]+".join(map(regex.escape, each.split())) for each in names)
    return rf"(?<![^\W\d])(?P<month>{name})(?P<pair>\s?/\s?(?:{name}))?(?![^\W\d])"


def _tail() -> str:
    """Return what may follow a month: its year, its turn, or of which year it is."""
    turns, years = _words("turns"), _words("years", "words")
    return (
        rf"(?:[.,،]?\s*(?:(?:من|of)\s+)?(?:{years}\s+)?(?P<year>{_YEAR})"
        rf"|\s+(?:(?:من|of)\s+)?{years}\s+(?P<year_turn>{turns})(?!\w)"
        rf"|\s+(?P<turn>{turns})(?!\w))?"
    )


def _days() -> dict[str, str]:
    weekday = _words("weekdays")
    hours, days = _words("hours", "words"), _words("days")
    lead = (
        rf"(?:(?:{hours}\s+){{0,2}}(?:{days}\s+)?{weekday}(?!\w)[,،]?\s+"
        rf"(?:(?:في|الموافق|on)\s+)?|يوم\s+)?"
    )
    join = rf"(?:\s*[-–]\s*|\s+{_words('ranges', 'join')}\s+|\s+و\s?|\s+and\s+)"
    first = (
        rf"(?:(?:{_words('ranges', 'open')}\s+)?(?P<first>(?<![\d.,:/-])[0-3]?\d)(?![:/%]|[.,]\d)"
        rf"(?:st|nd|rd|th)?{join})?"
    )
    day = (
        rf"(?:(?P<day>[0-3]?\d)(?![\d:/])(?:st|nd|rd|th|er)?,?"
        rf"|(?P<ordinal>{_words('ordinals')})(?!\w))"
    )
    between = r"\s*(?:of\s+|من\s+|في\s+)?(?:شهر\s+)?"
    return {
        "days": rf"{_PRO}(?P<words>{lead}{first}(?<![\d.,:/]){day}{between}{_month()}{_tail()})",
        "days_english": (
            rf"(?P<words>{lead}{_month()}\.?\s+{first}(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
            rf"(?![\w:/%]|[.,]\d)(?:,?\s+(?P<year>{_YEAR}))?)"
        ),
    }


def _months_and_years() -> dict[str, str]:
    parts, years = _words("parts", "words"), _words("years", "words")
    turns = _words("turns")
    until = rf"(?:(?:\s*[-–/]\s*|\s+و\s?|\s+and\s+)(?P<until>{_YEAR}))?"
    return {
        "month": (
            rf"(?:(?P<before>(?<!\w){_words('before', 'words')}\s+|(?<=\w)\s?[-–]\s?))?"
            rf"(?<!\w)(?P<proclitic>[وفبكل]{{0,2}}?)(?P<words>(?:(?P<part>{parts})[-\s]+)?"
            rf"(?:(?P<turn2>last|this|next)\s+)?(?:(?P<noun>شهر|month\s+of)\s+)?{_month()}{_tail()})"
        ),
        "season": (
            rf"{_PRO}(?P<words>(?P<season>{_words('seasons')})(?:(?:\s+(?:من|of))?(?:\s+the)?"
            rf"(?:\s+{years})?\s+(?P<year>{_YEAR})|(?:\s+(?:من|of))?\s+{years}\s+(?P<year_turn>{turns})"
            rf"|\s+(?P<turn>{turns}))(?!\w))"
        ),
        "decade": (
            rf"{_PRO}(?:ال)?(?P<words>(?:(?P<digits>(?:19|20)\d0)s|(?P<decade>{_words('decades')}))"
            rf"(?:\s+القرن\s+(?:الماضي|العشرين))?)(?!\w)"
        ),
        "year": (
            rf"(?:{_PRO}|(?<!\w){_words('years', 'prepositions')}\s+(?P<sure>))"
            rf"(?P<words>(?:{parts}\s+)?(?P<noun>{years}\s+)?(?P<year>{_YEAR}){until})"
            rf"(?(sure)|(?(noun)|(?(until)|(?!))))(?!\w)"
        ),
    }


def _relative() -> dict[str, str]:
    turns, days, hours = _words("turns"), _words("days"), _words("hours", "words")
    periods, turned = _words("periods"), _words("turned", "words")
    parts = _words("parts", "words")
    about = rf"(?:(?P<about>{_words('ago', 'about')})\s+)?"
    many = rf"{about}(?P<count>\w+(?:[\s-]+\w+){{0,2}}?\s+)?(?P<period>{periods})"
    return {
        "ago": (
            rf"{_PRO}(?P<words>{_words('ago', 'before')}\s+{many})(?!\w|\s*\d)"
            rf"|(?<!\w)(?P<words>{many}\s+{_words('ago', 'after')})(?!\w)"
        ),
        "weekday": (
            rf"{_PRO}(?P<words>(?:(?P<turn2>{turns})\s+)?(?:{hours}\s+){{0,2}}"
            rf"(?:(?P<about>{days})[,،]?\s+)?(?P<weekday>{_words('weekdays')})(?!\w)"
            rf"(?:\s+(?P<turn>{turns})(?!\w))?)"
        ),
        "turned": (
            rf"{_PRO}(?P<words>(?:{parts}\s+)?(?P<period>{turned})\s+(?P<turn>{turns})"
            rf"|(?P<turn2>{turns})\s+(?P<period2>{turned}))(?!\w)"
        ),
        "day": rf"{_PRO}(?P<words>(?:{hours}\s+)?(?P<about>{days}))(?!\w)",
    }


def _ranges() -> dict[str, str]:
    join, between = _words("ranges", "join"), _words("ranges", "between")
    dash = r"\s?[-–—]\s?"
    return {
        "opener": rf"(?<!\w)[وفبكل]{{0,2}}?(?P<open>{_words('ranges', 'open')})\s+\Z",
        "between": between,
        "dash": dash,
        "gap_join": rf"{dash}|\s+{join}\s+",
        "gap_between": rf"{dash}|\s+{join}\s+|\s+و\s?|\s+and\s+",
        "of_it": rf"\s+{join}\s+{_words('parts', 'of_it')}(?!\w)",
    }
