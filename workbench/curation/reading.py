"""A record as the checks see it: its words in folded form, and its marks as ranges of words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from workbench.model import Record, Span
from workbench.text import fold

Role = Literal["claim", "source", "cue", "anchor"]
ROLES: tuple[Role, ...] = ("claim", "source", "cue")
"""The roles that are compared; an anchor stands for something else and says little by itself."""

_WORD = regex.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its folded form, and where it stands in the text."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """The spans of one role of one item."""

    role: Role
    item: str
    sentence: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The marked words, fragments joined with dots."""
        return " … ".join(span.text for span in self.spans)


class Page:
    """One record with its words.

    Attributes
    ----------
    words
        The words of the document in order.
    marks
        All marks of claims, sources and cues that have spans, in the record's order.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.layer = record.provenance.layer
        self.document = record.document.id
        self.words = _read_words(record.document.text)
        self.marks = tuple(_iter_marks(record))
        self.done = {each.sentence for each in record.decisions if each.status == "done"}
        self._starts = [word.start for word in self.words]

    def words_of(self, start: int, end: int) -> Sequence[Word]:
        """Return the words that begin in ``[start, end)``, and one that `start` cuts."""
        first = bisect_left(self._starts, start)
        if first and self.words[first - 1].end > start:
            first -= 1
        return self.words[first : bisect_left(self._starts, end)]

    def find_keys(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Return the folded words of some spans, each cut where its span is."""
        return tuple(word.key for span in spans for word in _read_words(span.text))


def _read_words(text: str) -> tuple[Word, ...]:
    folded = fold(text)
    return tuple(
        Word(match[0], folded.origins[match.start()], folded.origins[match.end() - 1] + 1)
        for match in _WORD.finditer(folded.text)
    )


def _iter_marks(record: Record) -> Iterator[Mark]:
    for claim in record.claims:
        if claim.spans:
            yield Mark("claim", claim.id, claim.sentence, claim.spans)
    for attribution in record.attributions:
        if attribution.source.spans:
            yield Mark("source", attribution.id, attribution.sentence, attribution.source.spans)
        if attribution.cue:
            yield Mark("cue", attribution.id, attribution.sentence, attribution.cue)
