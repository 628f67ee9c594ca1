"""The patterns of lines that are no prose, read from the data file beside this module."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import regex

Kind = Literal["headline", "subheading", "summary", "body", "related", "credit", "boilerplate"]
Place = Literal["any", "head", "tail", "edges", "outside"]

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
        ``date`` where the line must state a date as well.
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
    needs: Literal["", "date"] = ""


@cache
def load_patterns() -> tuple[Pattern, ...]:
    """Return the patterns of the data file, in its order, which is that of their precedence."""
    table = tomllib.loads(files(__package__).joinpath("patterns.toml").read_text("utf-8"))
    return tuple(
        Pattern(**{**entry, "examples": tuple(entry["examples"])}) for entry in table["pattern"]
    )


def match_pattern(key: str) -> Pattern | None:
    """Return the first pattern that the folded line `key` matches, or ``None``."""
    if len(key) > LONGEST_LINE:
        return None
    match = _alternation().fullmatch(key)
    return load_patterns()[int((match.lastgroup or "")[1:])] if match else None


@cache
def _alternation() -> regex.Pattern[str]:
    # One regex for all: a line is mostly refused by its first letters, in a single call.
    parts = (f"(?P<p{number}>{pattern.regex})" for number, pattern in enumerate(load_patterns()))
    return regex.compile("|".join(parts))
