"""The words of ``figures.toml`` and ``units.toml`` as patterns over a folded text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import regex

from workbench.text.folding import fold_key
from workbench.text.numbers import load_table

# What a negation begins is the longer phrase, and a bound says more than an approximation.
_ORDER = ("most", "least", "less", "more", "approximate", "part")


def squeeze(words: str) -> str:
    """Return `words` with single spaces."""
    return " ".join(words.split())


def _any(phrases: Iterable[str]) -> str:
    """Return the pattern of any of the phrases, the longest first; ``*`` is one word."""
    folded = sorted({fold_key(phrase) for phrase in phrases}, key=len, reverse=True)
    return "(?:" + "|".join(map(_phrase, folded)) + ")"


def _phrase(words: str) -> str:
    return r"\s+".join(r"\w+" if word == "*" else regex.escape(word) for word in words.split())


@cache
def kinds_before() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """Return what a qualifier before a number says, and by which pattern it is known."""
    kinds = dict(load_table()["before"]) | {"part": load_table()["part"]["before"]}
    return tuple((name, regex.compile(_any(kinds[name]))) for name in _ORDER)


@cache
def before() -> regex.Pattern[str]:
    """Return the pattern of a qualifier that ends where a number starts."""
    phrases = [phrase for words in load_table()["before"].values() for phrase in words]
    phrases += load_table()["part"]["before"]
    return regex.compile(rf"(?<!\w)[وفبكل]{{0,2}}?(?P<q>{_any(phrases)})(?!\w)[ \t]*[,،]?[ \t]*\Z")


@cache
def mark_before() -> regex.Pattern[str]:
    """Return the pattern of a sign that ends where a number starts: ``~``, ``>``."""
    return regex.compile(rf"(?P<mark>{_any(load_table()['marks'])})[ ]?\Z")


@cache
def after_words() -> Mapping[str, frozenset[str]]:
    """Return the qualifiers after a number, folded, by what they say."""
    return {name: frozenset(map(fold_key, words)) for name, words in load_table()["after"].items()}


@cache
def after() -> regex.Pattern[str]:
    """Return the pattern of a qualifier after a number."""
    phrases = [phrase for words in load_table()["after"].values() for phrase in words]
    return regex.compile(rf"[ \t]*[,،]?[ \t]*(?P<q>{_any(phrases)})(?!\w)")


@cache
def part_after() -> regex.Pattern[str]:
    """Return the pattern of what calls the number before it a part."""
    return regex.compile(rf"[ \t]+{_any(load_table()['part']['after'])}(?!\w)")


@cache
def percent() -> regex.Pattern[str]:
    """Return the pattern of what calls the number before it a percentage."""
    return regex.compile(rf"[ \t]*-?{_any(load_table()['percent']['words'])}(?!\w)")


@cache
def opener() -> regex.Pattern[str]:
    """Return the pattern of what opens a range and ends where its first number starts."""
    words = _any(load_table()["ranges"]["open"])
    return regex.compile(rf"(?<!\w)[وفبكل]{{0,2}}?(?P<open>{words})[ \t]+\Z")


@cache
def is_between(word: str) -> bool:
    """Answer whether `word` opens a range that ``and`` joins."""
    return word in set(map(fold_key, load_table()["ranges"]["between"]))


@cache
def joiner(*, of_between: bool) -> regex.Pattern[str]:
    """Return the pattern of what joins the two numbers of a range."""
    words = _any(word for word in load_table()["ranges"]["join"] if of_between or word != "and")
    return regex.compile(rf"\s*{words}\s*" + (r"|\s+و\s*" if of_between else ""))


@cache
def changes() -> frozenset[str]:
    """Return the words that say a number changed into another."""
    return frozenset(map(fold_key, load_table()["ranges"]["changes"]))


@cache
def labels() -> frozenset[str]:
    """Return the words after which a number is a name."""
    return frozenset(map(fold_key, load_table()["labels"]["words"]))


@cache
def stop_words() -> frozenset[str]:
    """Return the words that part an English number from what stands behind them."""
    return frozenset(load_table()["adjectives"]["none"])


@cache
def _unit_table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(__package__).joinpath("units.toml").read_text("utf-8"))


@cache
def _units(form: str) -> Mapping[str, str]:
    return {
        fold_key(word): unit
        for unit, forms in _unit_table().items()
        for word in forms.get(form, ())
    }


def unit_of(words: str, *, dual: bool = False) -> str:
    """Return the unit that `words`, folded, stand for."""
    return _units("dual" if dual else "words")[squeeze(words)]


@cache
def unit_after() -> regex.Pattern[str]:
    """Return the pattern of a unit after a number."""
    return regex.compile(
        rf"[ \t]*-?(?:[ \t]*(?:من|of|of\s+the)[ \t]+)?[\"“”«»']?(?:ال)?"
        rf"(?<=[^\w]|\d|(?<!\w)ال)(?P<unit>{_any(_units('words'))})(?!\w)"
    )


@cache
def unit_before() -> regex.Pattern[str]:
    """Return the pattern of a unit that ends where its number starts, as one stands in Arabic."""
    return regex.compile(rf"(?<!\w)[وفبكل]{{0,2}}?(?P<unit>{_any(_units('words'))})[ \t]+\Z")


@cache
def duals() -> regex.Pattern[str]:
    """Return the pattern of what is two of something by its form."""
    return regex.compile(rf"(?<!\w)[وفبكل]{{0,2}}?(?P<dual>{_any(_units('dual'))})(?!\w)")
