"""The words that a claim is compared by: light stems, numbers and months in one spelling each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import regex

from workbench.text import fold_key
from workbench.text.dates import month_names, month_of
from workbench.text.numbers import iter_numbers
from workbench.text.numbers import load_table as load_numbers
from workbench.text.stems import find_stem

MAX_WORDS = 400
"""So many words of a text are compared at most."""
MAX_LENGTH = 40
"""So many letters of a word are compared at most."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.]*|%")
_NUMERIC_DATE = regex.compile(
    r"(?<!\d)(?:(?P<y>\d{4})-(?P<m>[01]\d)-(?P<d>[0-3]\d)"
    r"|(?P<d2>[0-3]?\d)(?P<sep>[/.])(?P<m2>[01]?\d)(?P=sep)(?P<y2>\d{4}))(?!\d)"
)
_HAS_DIGIT = regex.compile(r"\d")
_SEPARATOR = regex.compile(r"\d[-/.]\d")
_FOLDED_MONTH = regex.compile(r"m1?\d")
_MAX_KNOWN = 200_000
_GAP = 2  # characters between two words of one number, at most


def read_words(text: str) -> list[str]:
    """Return what `text` says as words to compare, in order; none where it has no words.

    Stems stand for words, ``12000`` for ``12 ألف``, ``m11`` for both names of November. Words that
    turn a claim round or only begin it are left out, unless there are no others.

    Examples
    --------
    >>> read_words("أن 12 ألف جندي وصلوا في 8 نوفمبر/تشرين الثاني")
    ['12000', 'جند', 'صلوا', 'في', '8', 'm11']
    >>> read_words("لم يصل 12,000 جندي")
    ['يصل', '12000', 'جند']
    """
    key = fold_key(text)
    tokens = _find_tokens(key)
    if any(token.is_number or token.is_month for token in tokens):
        tokens = _find_tokens(_fold_spellings(key, tokens))
    stems = [token.stem for token in tokens]
    return [stem for stem, token in zip(stems, tokens, strict=True) if not token.is_silent] or stems


class _Token(NamedTuple):
    """What is known of a word of a text by itself."""

    stem: str
    is_silent: bool
    is_number: bool  # or the part of one
    is_month: bool  # or the part of one


class _Tokens(dict[str, _Token]):
    """From a folded word to what is known of it, worked out when first met."""

    def __missing__(self, word: str) -> _Token:
        token = _make_token(word)
        if len(self) < _MAX_KNOWN:
            self[word] = token
        return token


_TOKENS = _Tokens()


def _find_tokens(key: str) -> list[_Token]:
    return [_TOKENS[word] for word in _WORD.findall(key)[:MAX_WORDS]]


def _make_token(word: str) -> _Token:
    bare = word.rstrip(".")[:MAX_LENGTH]
    if _FOLDED_MONTH.fullmatch(bare):
        return _Token(bare, is_silent=False, is_number=False, is_month=False)
    if _HAS_DIGIT.search(word):
        return _Token(bare, is_silent=False, is_number=True, is_month=False)
    forms = set(_iter_bare(word))
    return _Token(
        find_stem(bare),
        is_silent=word in _silent(),
        is_number=not forms.isdisjoint(_number_words()),
        is_month=not forms.isdisjoint(_month_words()),
    )


def _iter_bare(word: str) -> Iterator[str]:
    """Give the word without up to two proclitics of one letter."""
    for start in range(min(len(word), 3)):
        yield word[start:]
        if word[start] not in "وفبكل":
            return


def _fold_spellings(key: str, tokens: list[_Token]) -> str:
    """Write months and numbers in one way each, as far as there are any: looking is slow."""
    if _SEPARATOR.search(key):
        key = _NUMERIC_DATE.sub(_name_day, key)
    if any(token.is_month for token in tokens):
        key = _month_grammar().sub(_name_month, key)
    return _percent_grammar().sub(" % ", _fold_numbers(key))


def _fold_numbers(key: str) -> str:
    pieces, done = [], 0
    for start, end in _find_runs(key):
        pieces += [key[done:start], _fold_run(key[start:end])]
        done = end
    return "".join([*pieces, key[done:]])


def _find_runs(key: str) -> list[tuple[int, int]]:
    """Return where words stand in a row that may be numbers together."""
    runs: list[tuple[int, int]] = []
    for match in _WORD.finditer(key):
        if _TOKENS[match[0]].is_number:
            start, end = match.span()
            if runs and start - runs[-1][1] <= _GAP:
                start = runs.pop()[0]
            runs.append((start, end))
    return runs


@lru_cache(maxsize=20_000)
def _fold_run(key: str) -> str:
    pieces, done = [], 0
    for number in iter_numbers(key):
        if number.high == number.low and not number.is_doubtful:
            pieces.append(f"{key[done : number.outer]} {_dump(number.low)} ")
            done = number.end
    return "".join([*pieces, key[done:]])


def _dump(value: Decimal) -> str:
    return f"{value:f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def _name_day(match: regex.Match[str]) -> str:
    day, month, year = (match[name] or match[f"{name}2"] for name in "dmy")
    return f"{int(day)} m{int(month)} {year}"


def _name_month(match: regex.Match[str]) -> str:
    return f" m{month_of(match['month'] or match['doubtful'])} "


@cache
def _month_grammar() -> regex.Pattern[str]:
    ambiguous = set(load_table()["ambiguous_months"])
    every = _join(month_names())
    sure, doubtful = _join(set(month_names()) - ambiguous), _join(ambiguous)
    pair = rf"(?:\s?/\s?(?:{every}))?"
    return regex.compile(
        rf"(?<!\w)(?:[وبلف]?(?P<month>{sure})|(?<=\d\s|/)(?P<doubtful>{doubtful})){pair}(?!\w)"
    )


@cache
def _number_words() -> frozenset[str]:
    table = load_numbers()
    named = [table[section] for section in ("values", "scales", "fractions")]
    names = [each for languages in named for of in languages.values() for each in of.values()]
    return frozenset(fold_key(word) for words in names for name in words for word in name.split())


@cache
def _month_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in month_names())


@cache
def _percent_grammar() -> regex.Pattern[str]:
    return regex.compile(rf"(?<=\d\s*)(?:{_join(load_table()['percent'])})(?!\w)")


def _join(names: Any) -> str:
    return "|".join(sorted(map(regex.escape, names), key=len, reverse=True))


@cache
def _silent() -> frozenset[str]:
    return frozenset(load_table()["silent"])


@cache
def load_table() -> dict[str, Any]:
    """Return what stands in ``words.toml``."""
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
