"""Folding: a form of the text for search and for match keys, with the way back to its offsets.

Folded away are harakat, Koranic signs, tatweel, bidi and zero-width marks. Made the same are the
alefs, ya and alef maqsura, the Persian ya and kaf, ta marbuta and ha, all decimal digits,
presentation forms, letter case, and all kinds of space. Hamza on waw or ya, and hamza alone, stay.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from workbench.errors import OffsetError
from workbench.text.graphemes import widen_to_graphemes

_DROPPED = regex.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff"  # harakat, superscript alef, Koranic signs
    "\u0640"  # tatweel
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"  # zero width and bidi
)
_LETTERS = str.maketrans("أإآٱىیکة", "ااااييكه")
_PRESENTATION_FORM = regex.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]")


class _Table(dict[str, str]):
    """From a character to its folded form, worked out when first met."""

    def __missing__(self, character: str) -> str:
        folded = self[character] = _fold_character(character)
        return folded


def _fold_character(character: str) -> str:
    if _DROPPED.match(character):
        return ""
    if _PRESENTATION_FORM.match(character):
        plain = unicodedata.normalize("NFKC", character)
        if plain != character:
            return "".join(map(_fold_character, plain))
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(character) == "Zs":
        return " "
    # Decomposed because case folding may add marks of its own: an i with a dot, for example.
    return character.casefold().translate(_LETTERS)


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters comes from.

    Attributes
    ----------
    text
        The folded form, for searching.
    origins
        For each character of `text`, the offset of its origin in `source`; never decreasing.
    source
        The text that was folded.
    """

    text: str
    origins: Sequence[int]
    source: str

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of `source` that the range ``[start, end)`` of `text` stands for.

        Whole grapheme clusters only: the harakat of the last letter belong to the range.
        An empty range, or one outside the text, is an `OffsetError`.
        """
        if not 0 <= start < end <= len(self.text):
            raise OffsetError(
                f"Expected a range inside 0 to {len(self.text)} (folded), got [{start}, {end})."
            )
        return widen_to_graphemes(self.source, self.origins[start], self.origins[end - 1] + 1)

    def iter_matches(self, query: str) -> Iterator[tuple[int, int]]:
        """Yield where `query`, folded alike, occurs in `source`; occurrences do not overlap."""
        key = fold_key(query)
        start = self.text.find(key) if key else -1
        while start >= 0:
            yield self.to_source(start, start + len(key))
            start = self.text.find(key, start + len(key))


def fold(text: str) -> Folded:
    """Return the folded form of `text` with one origin for each of its characters.

    Examples
    --------
    >>> folded = fold("قالَ أحمد")
    >>> folded.text
    'قال احمد'
    >>> folded.to_source(0, 3)
    (0, 4)
    """
    pieces = [_TABLE[character] for character in text]
    folded = "".join(pieces)
    if len(folded) == len(text) and all(pieces):
        return Folded(folded, range(len(text)), text)
    origins = [offset for offset, piece in enumerate(pieces) for _ in piece]
    return Folded(folded, origins, text)


def fold_key(text: str) -> str:
    """Return the folded form of `text` alone, for a match key."""
    return "".join([_TABLE[character] for character in text])
