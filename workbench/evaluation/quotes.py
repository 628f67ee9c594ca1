"""Where a quote stands in its document: exactly, or in folded form, or nearest to a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Any

from workbench.model import Record, Sentence, Span
from workbench.text.folding import Folded, fold


class AnchorError(Exception):
    """A quote that has no one place; caught where the report is made."""

    def __init__(self, reason: str, role: str | None, quote: str | None) -> None:
        super().__init__(reason)
        self.reason, self.role, self.quote = reason, role, quote


class Anchorer:
    """Finds quotes in the document of one record."""

    def __init__(self, record: Record) -> None:
        self._text = record.document.text
        self._sentences = sorted(record.sentences, key=lambda sentence: sentence.start)
        self._by_id = {sentence.id: sentence for sentence in self._sentences}

    @cached_property
    def _folded(self) -> Folded:
        return fold(self._text)

    def anchor(
        self, role: str, value: Any, sentence: str | None, how: list[str]
    ) -> tuple[Span, ...]:
        """Return the spans that `value` stands for, in order, and append to `how` each was found.

        Raises
        ------
        AnchorError
            A quote is not in the document, or is there several times.
        """
        spans = []
        for offsets, quote in _iter_quotes(role, value):
            if offsets is None:
                start, end, way = self._find(role, quote, sentence)
            else:
                start, end, way = *offsets, "given"
                if not 0 <= start < end or self._text[start:end] != quote:
                    raise AnchorError("offsets do not hold the quote", role, quote)
            how.append(way)
            spans.append(Span(start, end, self._text[start:end]))
        spans.sort(key=lambda span: span.start)
        for first, second in pairwise(spans):
            if second.start < first.end:
                raise AnchorError("quotes overlap", role, second.text)
        return tuple(spans)

    def find_sentence(self, offset: int) -> str:
        """Return the id of the sentence that holds `offset`, or the last one before it."""
        place = bisect_right(self._sentences, offset, key=lambda each: each.start) - 1
        return self._sentences[max(0, place)].id if self._sentences else ""

    def _find(self, role: str, quote: str, sentence: str | None) -> tuple[int, int, str]:
        found, way = list(self._iter_exact(quote)), "exact"
        if not found:
            found, way = list(self._folded.iter_matches(quote)), "folded"
        if not found:
            raise AnchorError("not found", role, quote)
        if len(found) == 1:
            return (*found[0], way)
        named = self._by_id.get(sentence or "")
        if named is None:
            raise AnchorError(f"found {len(found)} times, no sentence named", role, quote)
        ranked = sorted((_distance(named, *place), place) for place in found)
        if ranked[0][0] == ranked[1][0]:
            raise AnchorError("found twice at the same distance", role, quote)
        return (*ranked[0][1], "nearest")

    def _iter_exact(self, quote: str) -> Iterator[tuple[int, int]]:
        start = self._text.find(quote)
        while start >= 0:
            yield start, start + len(quote)
            start = self._text.find(quote, start + 1)


def _distance(sentence: Sentence, start: int, end: int) -> int:
    """Return how many code points lie between a range and a sentence; 0 where they touch."""
    return max(0, sentence.start - end, start - sentence.end)


def _iter_quotes(role: str, value: Any) -> Iterator[tuple[tuple[int, int] | None, str]]:
    """Yield offsets (or ``None``) and words of each part of a role's value."""
    if value is None:
        return
    if isinstance(value, str):
        if value:
            yield None, value
    elif isinstance(value, list):
        for part in value:
            yield from _iter_quotes(role, part)
    elif isinstance(value, Mapping) and value.get("spans"):
        yield from _iter_quotes(role, value["spans"])
    elif isinstance(value, Mapping):
        start, end, text = value.get("start"), value.get("end"), value.get("text")
        if isinstance(text, str) and text:
            if isinstance(start, int) and isinstance(end, int):
                yield (start, end), text
            else:
                yield None, text
    else:
        raise AnchorError("neither words nor spans", role, str(value)[:80])
