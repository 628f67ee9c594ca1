"""Claims ranked by their words, and by their meaning where they are in several languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nsmallest

from workbench.model import ClaimRef
from workbench.similarity.index import Candidate, ClaimIndex, IndexedClaim
from workbench.similarity.meanings import Meanings, is_installed, load_encode

# Measured: with these, meaning helps across languages and changes nothing within Arabic.
_SHARE = 0.3  # what meaning counts, beside 1 for words
_LEAST = 0.2  # of a cosine: what any two claims have


class Ranking:
    """An index of claims by their words; with an encoder of meanings, by these as well.

    Parameters
    ----------
    meanings
        What knows meanings; None for words alone.
    """

    def __init__(self, meanings: Meanings | None = None) -> None:
        self._index = ClaimIndex()
        self._meanings = meanings

    def add(self, claims: Iterable[IndexedClaim]) -> None:
        """Add claims, many at once; one that is there is replaced."""
        claims = list(claims)
        self._index.add(claims)
        if self._meanings is not None:
            self._meanings.add(claims)

    def remove(self, refs: Iterable[ClaimRef]) -> None:
        """Take claims out; those that are not there are passed over."""
        refs = list(refs)
        self._index.remove(refs)
        if self._meanings is not None:
            self._meanings.remove(refs)

    def said_of(self, ref: ClaimRef) -> tuple[str, ...]:
        """Return the texts of a claim; none where it is not there."""
        return self._index.said_of(ref)

    def query(
        self, texts: Sequence[str], count: int = 5, exclude_document: str | None = None
    ) -> list[Candidate]:
        """Return the claims that say most nearly what one of `texts` says; as `ClaimIndex.query`.

        A claim whose meaning is not known yet counts by its words.
        """
        near = {} if self._meanings is None else self._meanings.compare(texts)
        if not near:
            return self._index.query(texts, count, exclude_document)
        by_words = self._index.query(texts, len(self._index), exclude_document)
        words = {each.key: each.score for each in by_words}
        scored = []
        for ref in words.keys() | near.keys():
            meaning = max(0.0, (near.get(ref, 0.0) - _LEAST) / (1 - _LEAST))
            score = round((words.get(ref, 0.0) + _SHARE * meaning) / (1 + _SHARE), 6)
            if score > 0 and ref.document != exclude_document:
                scored.append(Candidate(ref, min(score, 1.0)))
        return nsmallest(count, scored, key=lambda each: (-each.score, each.key))

    def finish(self) -> None:
        """Wait until the meanings of all claims are known, as far as any are made."""
        if self._meanings is not None:
            self._meanings.finish()


def make_ranking() -> Ranking:
    """Return an empty ranking, with meanings where the extra ``meanings`` is installed."""
    return Ranking(Meanings(load_encode) if is_installed() else None)
