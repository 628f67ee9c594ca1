"""An index of claims: which of them say most nearly what a given claim says.

Texts are bags of features: runs of three to five letters of light stems, the stems, their bones.
A text that is asked with weighs them by how rare they are, squared (once for each side); the texts
of the index are only brought to length one. That is ``lnc.ltc`` but for the logarithm of counts, in
the terms of Manning, Raghavan and Schütze (2008), "Introduction to information retrieval", section
6.4.3: no text that was there before changes when another one comes or goes, so that an index that
was brought along is the same as one built anew.

A text's features are those of its words. So a question is two sums: over the features of each
word of the vocabulary, and over the words of each text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from workbench.model import ClaimRef
from workbench.similarity.ragged import Floats, Integers, Ragged, grow
from workbench.similarity.vocabulary import Vocabulary
from workbench.similarity.words import read_words

_DIGITS = 6  # of a score: sums in another order differ after them
_PORTION = 10_000  # texts that are weighed at once
_WASTE = 2_000  # so many rows of removed claims are never worth a new index


class IndexedClaim(NamedTuple):
    """A claim with what is said of it: its words, its proposition; at least one text."""

    key: ClaimRef
    texts: tuple[str, ...]


class Candidate(NamedTuple):
    """A claim that says something similar, and how similar: above 0, at most 1."""

    key: ClaimRef
    score: float


class ClaimIndex:
    """Claims by what they say; they come and go, and each question sees those that are there.

    Not for several threads at once.

    Parameters
    ----------
    claims
        What to begin with: quicker at once than one by one.

    Examples
    --------
    >>> index = ClaimIndex([
    ...     IndexedClaim(ClaimRef("d1", "c1"), ("أن 12 ألف جندي وصلوا",)),
    ...     IndexedClaim(ClaimRef("d2", "c1"), ("انهيار الجسر",)),
    ... ])
    >>> [found.key for found in index.query(["لم يصل 12,000 جندي"])]
    [ClaimRef(document='d1', claim='c1')]
    """

    def __init__(self, claims: Iterable[IndexedClaim] = ()) -> None:
        self._start_anew(claims)

    def _start_anew(self, claims: Iterable[IndexedClaim]) -> None:
        self._vocabulary = Vocabulary()
        self._texts = Ragged()  # a row for each text: its words
        self._lengths: Floats = np.empty(0)  # of each text's vector
        self._claims = Ragged()  # a row for each claim: its texts
        self._documents: Integers = np.empty(0, np.int32)  # of each claim; -1 where it is gone
        self._counts: Integers = np.empty(0, np.int32)  # by feature: the texts that have it
        self._rows: dict[ClaimRef, int] = {}
        self._said: list[IndexedClaim | None] = []  # by row
        self._document_numbers: dict[str, int] = {}
        self._live_texts = 0
        self.add(claims)

    def __len__(self) -> int:
        """Return how many claims are there."""
        return len(self._rows)

    def said_of(self, key: ClaimRef) -> tuple[str, ...]:
        """Return the texts of a claim; none where it is not there."""
        claim = self._said[self._rows[key]] if key in self._rows else None
        return claim.texts if claim is not None else ()

    def __contains__(self, key: ClaimRef) -> bool:
        """Answer whether a claim is there."""
        return key in self._rows

    def add(self, claims: Iterable[IndexedClaim]) -> None:
        """Add claims, many at once; one that is there is replaced."""
        newest = {claim.key: claim for claim in claims}
        newest = {key: claim for key, claim in newest.items() if not self._says(claim)}
        self.remove(newest)
        if not newest:
            return
        texts = [text for claim in newest.values() for text in claim.texts]
        words = [read_words(text) or [""] for text in texts]
        self._extend_texts(words)
        first = len(self._texts) - len(texts)
        rows = np.arange(first, len(self._texts), dtype=np.int32)
        before = len(self._claims)
        self._claims.extend(rows, [len(claim.texts) for claim in newest.values()])
        self._documents = grow(self._documents, len(self._claims))
        for row, claim in enumerate(newest.values(), start=before):
            self._rows[claim.key] = row
            self._said.append(claim)
            self._documents[row] = self._number(claim.key.document)

    def replace(self, claim: IndexedClaim) -> None:
        """Add a claim, or say anew what it says."""
        self.add([claim])

    def remove(self, keys: Iterable[ClaimRef]) -> None:
        """Take claims out; those that are not there are passed over."""
        rows = [self._rows.pop(key) for key in keys if key in self._rows]
        if not rows:
            return
        texts, _ = self._claims.take(np.array(rows, np.int32))
        self._count(texts, -1)
        self._documents[rows] = -1
        for row in rows:
            self._said[row] = None
        if len(self._said) > 2 * len(self._rows) + _WASTE:
            self._start_anew([claim for claim in self._said if claim is not None])

    def query(
        self, texts: Sequence[str], count: int = 5, exclude_document: str | None = None
    ) -> list[Candidate]:
        """Return the claims that say most nearly what one of `texts` says, the nearest first.

        Parameters
        ----------
        texts
            What is said of the claim in question. Of two claims with several texts each, the pair
            of texts that are nearest counts.
        count
            How many at most; claims that have nothing in common with it are not given.
        exclude_document
            The document that the claim is in: none of its claims are given.
        """
        if not self._rows:
            return []
        scores: Floats = np.zeros(len(self._claims))
        for text in texts:
            near = self._compare(read_words(text))
            first_texts = self._claims.starts
            scores = np.maximum(scores, np.maximum.reduceat(near[self._claims.values], first_texts))
        scores = np.round(scores, _DIGITS)
        documents = self._documents[: len(scores)]
        scores[documents < 0] = 0
        if exclude_document is not None:
            scores[documents == self._document_numbers.get(exclude_document, -1)] = 0
        return self._take_best(scores, count)

    def _take_best(self, scores: Floats, count: int) -> list[Candidate]:
        """Return the best of the claims; of equals those whose key comes first."""
        count = min(count, len(scores))
        if count < 1:
            return []
        least = max(np.partition(scores, len(scores) - count)[len(scores) - count], 1e-9)
        found = []
        for row in np.flatnonzero(scores >= least):
            claim = self._said[row]
            if claim is not None:
                found.append(Candidate(claim.key, float(scores[row])))
        return sorted(found, key=lambda each: (-each.score, each.key))[:count]

    def _compare(self, words: Sequence[str]) -> Floats:
        """Return how near each text is to one of these words: a cosine, 0 to 1."""
        features, counts, others = self._vocabulary.find(words)
        rarity = self._weigh(self._counts[features])
        weights = counts * rarity
        length = np.sqrt((weights**2).sum() + ((others * self._weigh(np.zeros(1))) ** 2).sum())
        if not length:
            return np.zeros(len(self._texts))
        of_feature = np.zeros(self._vocabulary.size)
        of_feature[features] = weights / length
        of_word = self._vocabulary.features.sum(of_feature)
        return self._texts.sum(of_word) / self._lengths[: len(self._texts)]

    def _weigh(self, counts: Floats | Integers) -> Floats:
        """Return how much features count that so many texts have: their rarity, squared."""
        rarity: Floats = (np.log((1 + self._live_texts) / (1 + counts)) + 1) ** 2
        return rarity

    def _extend_texts(self, words: Sequence[Sequence[str]]) -> None:
        numbers = self._vocabulary.add(word for each in words for word in each)
        first = len(self._texts)
        self._texts.extend(np.array(numbers, np.int32), [len(each) for each in words])
        self._lengths = grow(self._lengths, len(self._texts))
        self._counts = grow(self._counts, self._vocabulary.size)
        for start in range(first, len(self._texts), _PORTION):
            stop = min(start + _PORTION, len(self._texts))
            rows = np.arange(start, stop, dtype=np.int32)
            self._lengths[start:stop] = self._count(rows, 1)

    def _count(self, texts: Integers, step: int) -> Floats:
        """Count the features of texts in or out, and return the lengths of their vectors."""
        words, of_text = self._texts.take(texts)
        features, of_word = self._vocabulary.features.take(words)
        text = np.repeat(np.repeat(np.arange(len(texts)), of_text), of_word)
        size = self._vocabulary.size
        pairs, counts = np.unique(text * size + features, return_counts=True)
        self._counts[:size] += step * np.bincount(pairs % size, minlength=size).astype(np.int32)
        self._live_texts += step * len(texts)
        return np.sqrt(np.bincount(pairs // size, counts.astype(np.float64) ** 2, len(texts)))

    def _says(self, claim: IndexedClaim) -> bool:
        return claim.key in self._rows and self._said[self._rows[claim.key]] == claim

    def _number(self, document: str) -> int:
        return self._document_numbers.setdefault(document, len(self._document_numbers))
