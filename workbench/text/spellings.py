"""Other ways of writing a foreign name in Arabic, read from the data file beside this module."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import NamedTuple

import regex

from workbench.text.folding import fold_key

SHORTEST_NAME_BEFORE_END = 3
"""So many letters stand at least before the end of a name that is known by its end."""

_PART = regex.compile(
    r"\((?P<maybe>[^()]*)\)|\[(?P<one>[^\[\]]*)\]|\{(?P<kind>\w+)\}|(?P<same>[^()\[\]{}])"
)


class _Table(NamedTuple):
    """What the data file says: each way of writing with all ways of that name."""

    words: Mapping[str, tuple[str, ...]]
    ends: Mapping[str, tuple[str, ...]]
    before: tuple[str, ...]
    after: frozenset[str]


@lru_cache(maxsize=4096)
def find_spellings(word: str) -> tuple[str, ...]:
    """Return the other ways of writing `word`, folded; none where it is no known foreign name.

    Examples
    --------
    >>> find_spellings("ترامب"), find_spellings("كتاب")
    (('ترمب', 'طرامب', 'طرمب'), ())
    """
    table = _load_table()
    folded = fold_key(word)
    found: dict[str, None] = {}
    for before in ("", *table.before):
        if folded.startswith(before):
            rest = folded[len(before) :]
            for other in _iter_others(table, rest):
                found[before + other] = None
    found.pop(folded, None)
    return tuple(found)


def _iter_others(table: _Table, word: str) -> Iterator[str]:
    for cut in range(len(word), 1, -1):
        stem, after = word[:cut], word[cut:]
        if after and after not in table.after:
            continue
        yield from (way + after for way in table.words.get(stem, ()))
        for end, ways in table.ends.items():
            name = stem.removesuffix(end)
            if name != stem and len(name) >= SHORTEST_NAME_BEFORE_END:
                yield from (name + way + after for way in ways)


@cache
def _load_table() -> _Table:
    path = files("workbench.text").joinpath("spellings.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    classes = data["classes"]
    return _Table(
        _by_way(data["names"]["words"], classes),
        _by_way(data["names"]["ends"], classes),
        tuple(data["endings"]["before"]),
        frozenset(data["endings"]["after"]),
    )


def _by_way(patterns: Iterable[str], classes: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for pattern in patterns:
        ways = dict.fromkeys(expand_pattern(pattern, classes))
        for way in ways:
            found[way] |= ways
    return {way: tuple(ways) for way, ways in found.items()}


def expand_pattern(pattern: str, classes: Mapping[str, str]) -> Iterator[str]:
    """Yield all that a line of the data file says, folded, the first way first.

    Examples
    --------
    >>> list(expand_pattern("{g}ر(ا)م|طن", {"g": "غج"}))
    ['غرام', 'غرم', 'جرام', 'جرم', 'طن']
    """
    for way in pattern.split("|"):
        choices = [_choose(match.groupdict(), classes) for match in _PART.finditer(way)]
        yield from (fold_key("".join(letters)) for letters in product(*choices))


def _choose(part: Mapping[str, str | None], classes: Mapping[str, str]) -> tuple[str, ...]:
    if part["maybe"] is not None:
        return (part["maybe"], "")
    if part["same"] is not None:
        return (part["same"],)
    return tuple(part["one"] or classes[part["kind"] or ""])
