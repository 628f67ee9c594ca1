"""Where regions stand that cover no words of their own: sentences, hubs, understood claims."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from workbench.model import Attribution, Claim, Sentence
from workbench.text import widen_to_graphemes

Range = tuple[int, int]


class Ruler:
    """The sentences of one text, and the places in them.

    Parameters
    ----------
    sentences
        In order and disjoint, as a record has them.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._by_id = {sentence.id: sentence for sentence in sentences}

    def sentence_at(self, offset: int) -> str | None:
        """Return the id of the sentence at `offset`; between two of them, of the one before."""
        if not self._sentences:
            return None
        index = bisect_right(self._starts, offset) - 1
        return self._sentences[max(index, 0)].id

    def place_sentence(self, sentence: Sentence) -> Range:
        """Return where a sentence's region stands: on its last mark, else on its last word.

        The whole sentence would lie under every claim in it and take the clicks.
        """
        end = self._skip_spaces(sentence.end, sentence.start)
        start, _ = widen_to_graphemes(self._text, end - 1, end)
        start = max(start, sentence.start)
        if unicodedata.category(self._text[start])[0] in "PS":
            return (start, end)
        while start > sentence.start and not self._text[start - 1].isspace():
            start -= 1
        return (start, end)

    def place_start(self, name: str) -> Range:
        """Return the first word of the sentence `name`: there stands what has no words."""
        sentence = self._by_id[name]
        start = sentence.start
        while start < sentence.end - 1 and self._text[start].isspace():
            start += 1
        end = start + 1
        while end < sentence.end and not self._text[end].isspace():
            end += 1
        return (start, end)

    def place_hub(self, attribution: Attribution, claims: Mapping[str, Claim]) -> Range:
        """Return where the hub of an attribution without a cue stands.

        On its source; else on an anchor or a target of its sentence; else on the first word there.
        """
        if attribution.source.spans:
            first = attribution.source.spans[0]
            return (first.start, first.end)
        targets = [claims[each] for each in attribution.targets if each in claims]
        near = [*attribution.anchor, *(span for each in targets for span in each.spans[:1])]
        for span in near:
            if self.sentence_at(span.start) == attribution.sentence:
                return (span.start, span.end)
        return self.place_start(attribution.sentence)

    def _skip_spaces(self, end: int, start: int) -> int:
        while end > start + 1 and self._text[end - 1].isspace():
            end -= 1
        return end
