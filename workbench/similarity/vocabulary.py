"""The words of an index and what they are made of: runs of letters, the word, its bones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np

from workbench.similarity.ragged import Floats, Integers, Ragged
from workbench.similarity.words import load_table

LENGTHS = (3, 4, 5)
"""The lengths of the runs of letters, the edges of the word among them."""
_WHOLE = 3  # a word that is the same counts as much as so many runs of its letters
_SHORTEST_BONES = 3


def iter_features(word: str) -> Iterator[str]:
    """Yield what a word is compared by; some of it twice, which makes it weigh more.

    Examples
    --------
    >>> list(iter_features("جسر"))
    [' جس', 'جسر', 'سر ', ' جسر', 'جسر ', ' جسر ', '=جسر', '=جسر', '=جسر', '~جسر']
    """
    edged = f" {word} "
    if len(edged) < LENGTHS[0]:
        yield edged
    for length in LENGTHS:
        for start in range(len(edged) - length + 1):
            yield edged[start : start + length]
    for _ in range(_WHOLE):
        yield f"={word}"
    bones = _find_bones(word)
    if len(bones) >= _SHORTEST_BONES:
        yield f"~{bones}"


def _find_bones(word: str) -> str:
    """Return the word in letters that one sound has one of, without vowels: for names."""
    letters, vowels = _letters()
    return (word[:1] + "".join([each for each in word[1:] if each not in vowels])).translate(
        letters
    )


@cache
def _letters() -> tuple[dict[int, str], frozenset[str]]:
    table = dict(load_table()["letters"])
    vowels = frozenset(table.pop("vowels"))
    return {ord(other): one for one, others in table.items() for other in others}, vowels


class Vocabulary:
    """Words by number, with the numbers of their features. It only grows.

    Attributes
    ----------
    features
        A row for each word: the numbers of its features.
    """

    def __init__(self) -> None:
        self.features = Ragged()
        self._words: dict[str, int] = {}
        self._features: dict[str, int] = {}
        self.add([""])  # of which a text without words is made; no other has its feature

    @property
    def size(self) -> int:
        """How many features there are."""
        return len(self._features)

    def add(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of words; what is new gets the next ones."""
        known, numbers = self._words, self._features
        found, features, lengths = [], [], []
        for word in words:
            number = known.get(word)
            if number is None:
                number = known[word] = len(known)
                own = [numbers.setdefault(each, len(numbers)) for each in iter_features(word)]
                features += own
                lengths.append(len(own))
            found.append(number)
        if lengths:
            self.features.extend(np.array(features, np.int32), lengths)
        return found

    def find(self, words: Iterable[str]) -> tuple[Integers, Floats, Floats]:
        """Return the features of `words` that are known, how often each is there, and the others.

        Of the others, which no word of an index has, there is only how often each is there.
        """
        counts = Counter(each for word in words for each in iter_features(word))
        known = {each: self._features[each] for each in counts if each in self._features}
        return (
            np.array(list(known.values()), np.int32),
            np.array([counts[each] for each in known], np.float64),
            np.array([n for each, n in counts.items() if each not in known], np.float64),
        )
