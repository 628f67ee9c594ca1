"""Numbers in a folded text: digits of all kinds, number words, scales, and both together."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from workbench.text.folding import fold_key

_DOTTED = regex.compile(r"\d{1,3}(?:\.\d{3})+")
_GROUPED = regex.compile(r"\d{1,3}(?:[,٬،'’]\d{3})+(?:[.٫]\d+)?")
_GAP = regex.compile(r"[ \t]*-?[ \t]*|[ \t]+(?:and|of)[ \t]+(?:a[ \t]+)?")
_LITERAL = (
    r"(?<![\w.,:/٫٬])(?<![A-Za-z]-)(?P<pro>[وفبكل]{0,2}?)(?P<al>ال)?"
    r"(?P<digits>[1-9]\d{0,2}(?: \d{3}(?!\d))++|\d++(?:[.,٫٬،'’]\d++)*+)"
    r"(?![:/]\d|[^\W\d_](?<![kmb])|[kmb]\w(?<!bn|mn))"
)
_SEVERAL = (Decimal(3), Decimal(9))


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a folded text.

    Parameters
    ----------
    start, end
        Its range, without a proclitic.
    outer
        Where its proclitic or article starts, or `start`.
    low, high
        Its value twice; the least and the most that several means; no most where it is vague.
    proclitic
        What is joined to it in front: ``و``, ``ب``.
    digits
        Its digits where it is written in digits alone.
    scale
        What multiplies it: thousand, million; 1 where nothing does.
    is_vague
        Whether it is a plural without a number: thousands.
    is_doubtful
        Whether it is a word that is mostly another one.
    """

    start: int
    end: int
    outer: int
    low: Decimal
    high: Decimal | None
    proclitic: str = ""
    digits: str = ""
    scale: Decimal = Decimal(1)
    is_vague: bool = False
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    outer: int
    kind: str  # value, scale, vague, several, fraction
    value: Decimal
    proclitic: str
    is_definite: bool
    word: str

    @property
    def is_joined(self) -> bool:
        return self.proclitic.startswith("و")


@dataclass(slots=True)
class _Sum:
    """A number as far as it is read: what the last scale closed, and what stands after it."""

    closed: Decimal = Decimal(0)
    current: Decimal | None = None
    scale: Decimal | None = None
    fraction: bool = False
    ends_in_half: bool = False

    def take(self, token: _Token) -> bool:
        """Answer whether `token` goes on with the number, and add it if so."""
        if token.kind == "scale":
            return self._take_scale(token)
        if token.kind == "fraction":
            return self._take_fraction(token)
        return token.kind == "value" and not token.is_definite and self._take_value(token)

    def _take_scale(self, token: _Token) -> bool:
        scale = token.value
        if token.is_definite and not self.fraction:
            return self.ends_in_half and scale == self.scale and not token.is_joined
        if self.current is None:
            if not token.is_joined or self.scale is None or scale >= self.scale:
                return False
            self.closed += scale
        elif token.is_joined:
            return False
        elif scale <= 100:  # hundred and dozen, which a larger scale may follow
            self.current *= scale
            return self.current < 1000 * scale
        elif self.scale is not None and scale >= self.scale:
            return False
        else:
            self.closed += self.current * scale
        self.current, self.scale, self.fraction = None, scale, False
        return True

    def _take_fraction(self, token: _Token) -> bool:
        if self.current is not None or self.scale is None or not token.is_joined:
            return False
        self.closed += token.value * self.scale
        self.ends_in_half = True  # of the million, the next word may say
        return True

    def _take_value(self, token: _Token) -> bool:
        value, now = token.value, self.current
        is_arabic = not token.word.isascii()
        if now is None:
            if self.scale is None or value >= self.scale or (is_arabic and not token.is_joined):
                return False
            self.current = value
            return True
        if token.word.isdecimal() or now != int(now):
            return False
        if is_arabic and not token.is_joined:  # fifteen: five ten
            fits = value == 10 and 2 <= now % 100 <= 9
        elif is_arabic:
            fits = (0 < now % 100 < 10 and 20 <= value < 100) or (now % 100 == 0 and value < 100)
        else:
            fits = (now % 100 == 0 and value < 100) or (
                now % 10 == 0 and now % 100 >= 20 and 0 < value < 10
            )
        if fits and now:
            self.current = now + value
        return bool(fits and now)

    @property
    def value(self) -> Decimal:
        return self.closed + (self.current or 0)


def iter_numbers(key: str, language: str | None = None) -> Iterator[Number]:
    """Yield the numbers of the folded text `key`, in order.

    In `language` ``en`` a single point before three digits is a decimal one; elsewhere it parts
    thousands.
    """
    tokens = list(_iter_tokens(key, language))
    index = 0
    while index < len(tokens):
        number, index = _read_number(key, tokens, index)
        if number is not None:
            yield number


def _read_number(key: str, tokens: list[_Token], index: int) -> tuple[Number | None, int]:
    first = last = tokens[index]
    index += 1
    if first.kind in ("vague", "several"):
        return _read_vague(key, tokens, index)
    total = _Sum()
    if first.is_definite and not first.word.isdecimal():
        return None, index
    if first.kind == "scale":
        if first.value <= 100 or first.value >= 1000:
            total.closed, total.scale = first.value, first.value
    elif first.value >= 1000 and not first.word[:1].isdecimal():  # a dual: two thousand
        total.closed, total.scale = first.value, first.value / 2
    else:
        total.current, total.fraction = first.value, first.kind == "fraction"
    while index < len(tokens) and _is_beside(key, last, tokens[index]):
        if _starts_anew(tokens, index, total) or not total.take(tokens[index]):
            break
        last = tokens[index]
        index += 1
    if total.fraction:  # half of nothing that is known
        return None, index
    number = _make_number(first, last, total.value, total.value)
    single = first is last
    scale = total.scale if total.scale and total.current is None and not single else Decimal(1)
    digits = key[first.start : first.end] if single and first.word[:1].isdecimal() else ""
    doubtful = single and first.word in _doubtful()
    return replace(number, scale=scale, digits=digits, is_doubtful=doubtful), index


def _starts_anew(tokens: list[_Token], index: int, total: _Sum) -> bool:
    """Answer whether a token has a scale of its own that is no smaller: 9 and 11 million."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    is_scaled = following is not None and following.kind == "scale" and not following.is_joined
    if tokens[index].kind != "value" or total.scale is None or not is_scaled:
        return False
    return following is not None and 100 < following.value >= total.scale


def _read_vague(key: str, tokens: list[_Token], index: int) -> tuple[Number | None, int]:
    """Read thousands, tens of thousands, several hundred."""
    first = last = tokens[index - 1]
    low, high = (first.value * 2, None) if first.kind == "vague" else _SEVERAL
    while index < len(tokens) and _is_beside(key, last, tokens[index]):
        token = tokens[index]
        is_scale = token.kind == "scale" or (token.kind == "vague" and token.value >= 100)
        if not is_scale or token.is_joined or token.value < 100:
            break
        low, high = low * token.value, high and high * token.value
        last = token
        index += 1
    number = _make_number(first, last, low, high)
    doubtful = first is last and first.kind == "several"
    return replace(number, is_vague=True, is_doubtful=doubtful), index


def _make_number(first: _Token, last: _Token, low: Decimal, high: Decimal | None) -> Number:
    return Number(first.start, last.end, first.outer, low, high, first.proclitic)


def _is_beside(key: str, one: _Token, other: _Token) -> bool:
    return _GAP.fullmatch(key, one.end, other.outer) is not None


def _iter_tokens(key: str, language: str | None) -> Iterator[_Token]:
    for match in _grammar().finditer(key):
        if match["digits"]:
            value = read_digits(match["digits"], language)
            if value is not None:
                yield _make_token(match, "digits", "value", value)
            continue
        word = " ".join(match["word"].split())
        is_fresh_plural = word in _lexicon()["vague"] and not _follows_number(key, match.start())
        kind = "vague" if is_fresh_plural else _kind_of(word)
        yield _make_token(match, "word", kind, _lexicon()[kind][word])


def _follows_number(key: str, start: int) -> bool:
    """Answer whether a number, or what counts several, stands right before `start`."""
    before = _NUMBER_BEFORE.search(key[max(0, start - 24) : start])
    return before is not None and (
        before[0].strip()[-1:].isdecimal() or before["word"] in _lexicon()["value"]
    )


_NUMBER_BEFORE = regex.compile(r"(?:\d|(?<!\w)[وفبكل]?(?P<word>\w+))[ \t]*\Z")


def _make_token(match: regex.Match[str], group: str, kind: str, value: Decimal) -> _Token:
    return _Token(
        match.start(group), match.end(group), match.start(), kind, value,
        match["pro"] or match["pro2"] or "", bool(match["al"] or match["al2"]),
        " ".join(match[group].split()),
    )  # fmt: skip


def read_digits(digits: str, language: str | None = None) -> Decimal | None:
    """Return what `digits` with their separators mean, or ``None`` where that is not clear.

    Examples
    --------
    >>> read_digits("10,000"), read_digits("1.7"), read_digits("3,5")
    (Decimal('10000'), Decimal('1.7'), Decimal('3.5'))
    """
    digits = digits.replace(" ", "")
    if len(digits) > 18:
        return None
    if digits.isdecimal():
        return Decimal(digits)
    if _GROUPED.fullmatch(digits):
        return Decimal(regex.sub(r"[,٬،'’]", "", digits).replace("٫", "."))
    if _DOTTED.fullmatch(digits) and (digits.count(".") > 1 or language != "en"):
        return None if digits.startswith("0") else Decimal(digits.replace(".", ""))
    plain = regex.sub(r"[,٫،]", ".", digits)
    return Decimal(plain) if plain.count(".") == 1 and plain.replace(".", "").isdecimal() else None


@cache
def load_table() -> dict[str, Any]:
    """Return the words of ``figures.toml``."""
    return tomllib.loads(files(__package__).joinpath("figures.toml").read_text("utf-8"))


@cache
def _lexicon() -> dict[str, dict[str, Decimal]]:
    """Return the value of each number word, folded, by its kind."""
    table = load_table()
    named = {"value": "values", "scale": "scales", "vague": "vague", "fraction": "fractions"}
    lexicon = {
        kind: {
            fold_key(word): Decimal(value)
            for of_language in table[section].values()
            for value, words in of_language.items()
            for word in words
        }
        for kind, section in named.items()
    }
    several = [word for words in table["several"].values() for word in words]
    return lexicon | {"several": {fold_key(word): Decimal(3) for word in several}}


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(map(fold_key, load_table()["doubtful"]["words"]))


def _kind_of(word: str) -> str:
    return next(kind for kind, words in _lexicon().items() if word in words)


@cache
def _grammar() -> regex.Pattern[str]:
    words = {word for of_kind in _lexicon().values() for word in of_kind}
    alternatives = "|".join(
        r"[ \t]+".join(map(regex.escape, word.split()))
        for word in sorted(words, key=len, reverse=True)
    )
    # A scale may touch its number (12k); a word of the text may not.
    return regex.compile(
        rf"{_LITERAL}|(?:(?<!\w)|(?<=\d)(?=k\b|bn\b|mn\b))(?P<pro2>[وفبكل]{{0,2}}?)(?P<al2>ال)?"
        rf"(?P<word>{alternatives})(?!\w)"
    )
