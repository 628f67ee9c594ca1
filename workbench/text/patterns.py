"""The patterns of lines that are no prose, read from the data file beside this module."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import regex

from workbench.text.dates import find_dates
from workbench.text.folding import fold_key

Kind = Literal["headline", "subheading", "summary", "body", "related", "credit", "boilerplate"]
Place = Literal["any", "head", "tail", "edges", "outside"]

_NAMES = regex.compile(
    r"\p{L}+(?:[\s,]+(?:\p{Lu}[\p{L}.'’-]*|and|de|van|von|bin|al|of|in))+\s*(?:[|–-]|\Z)"
)

LONGEST_LINE = 200  # a longer line is prose, whatever it says


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of the data file.

    Attributes
    ----------
    name
        What the reason of a segment says: ``pattern:NAME``.
    kind
        The kind of segment that a matching line is.
    family
        The publishers that write so.
    language
        The language of its words, or ``any``; for the reader.
    where
        Where in a text it counts: anywhere, before the first paragraph (``head``), after the last
        (``tail``), in either (``edges``), or anywhere but directly above a paragraph inside the
        article, where the same words may be a subheading (``outside``).
    needs
        ``date`` where the line must state a date too, and not end as a sentence does; ``name``
        where its words must begin with capitals.
    regex
        What the whole folded line has to match.
    examples
        Lines that match.
    """

    name: str
    kind: Kind
    family: str
    language: str
    regex: str
    examples: tuple[str, ...]
    where: Place = "any"
    needs: Literal["", "date", "name"] = ""


@cache
def load_patterns() -> tuple[Pattern, ...]:
    """Return the patterns of the data file, in its order, which is that of their precedence."""
    table = tomllib.loads(files(__package__).joinpath("patterns.toml").read_text("utf-8"))
    return tuple(
        Pattern(**{**entry, "examples": tuple(entry["examples"])}) for entry in table["pattern"]
    )


def match_pattern(line: str) -> Pattern | None:
    """Return the first pattern that `line` matches, or ``None``."""
    if len(line) > LONGEST_LINE:
        return None
    match = _alternation().fullmatch(fold_key(line).strip())
    if match is None:
        return None
    pattern = load_patterns()[int((match.lastgroup or "")[1:])]
    if pattern.needs == "date" and (line.endswith(".") or not find_dates(line)):
        return None
    if pattern.needs == "name" and not _NAMES.match(line):
        return None
    return pattern


@cache
def _alternation() -> regex.Pattern[str]:
    # One regex for all: a line is mostly refused by its first letters, in a single call.
    parts = (f"(?P<p{number}>{pattern.regex})" for number, pattern in enumerate(load_patterns()))
    return regex.compile("|".join(parts))
