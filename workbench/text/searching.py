"""Searching for words: how a sentence is indexed, what a query means, and where it is met.

All is compared folded. A word of a query is met where a word of the text begins with it, or does so
without its proclitics: whoever types جسر finds الجسر, وبالجسر and جسرين. Words in quotation marks
are met where they stand in a row, whole; before the first of them proclitics may stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from workbench.text.folding import Folded, fold, fold_key

MAX_WORDS = 15_000
"""So many words of a sentence are indexed at most."""
MAX_LENGTH = 60
"""So many letters of a word are compared at most."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_QUOTED = regex.compile(r"[\"«“„]([^\"«»“”„]*)[\"»”“]")
_SHORTEST = 3  # letters that are left without a proclitic of one letter
_SHORTEST_NOUN = 2  # letters that are left without the article


@dataclass(frozen=True, slots=True)
class Term:
    """Words that have to stand in a row; without `exact` the last may go on."""

    words: tuple[str, ...]
    exact: bool = False


def parse_query(text: str) -> tuple[Term, ...]:
    """Return the terms of a query, all of which have to be met; none where it has no words.

    Examples
    --------
    >>> [term.words for term in parse_query('نفى «وزير البحر»')]
    [('وزير', 'البحر'), ('نفي',)]
    """
    terms = [Term(_find_words(match[1]), exact=True) for match in _QUOTED.finditer(text)]
    terms += [Term((word,)) for word in _find_words(_QUOTED.sub(" ", text))]
    return tuple(dict.fromkeys(term for term in terms if term.words))


def index_words(text: str) -> tuple[list[str], list[str]]:
    """Return the folded words of `text` in order, and what they are without their proclitics."""
    words = list(_find_words(text)[:MAX_WORDS])
    bare = dict.fromkeys(each for word in words for each in iter_bare(word))
    return words, list(bare)


def iter_bare(word: str) -> Iterator[str]:
    """Yield what a folded word may be without the proclitics that it may begin with.

    Examples
    --------
    >>> list(iter_bare("وبالجسر")), list(iter_bare("للجسر"))
    (['بالجسر', 'الجسر', 'جسر'], ['الجسر', 'جسر'])
    """
    rest = word
    if rest[:1] in {"و", "ف"} and len(rest) > _SHORTEST:
        rest = rest[1:]
        yield rest
    if rest[:2] == "لل" and len(rest) > _SHORTEST:
        rest = f"ال{rest[2:]}"
        yield rest
    elif rest[:1] in {"ب", "ل", "ك"} and len(rest) > _SHORTEST:
        rest = rest[1:]
        yield rest
    if rest[:2] == "ال" and len(rest) >= 2 + _SHORTEST_NOUN:
        yield rest[2:]


def find_matches(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Return where `text` meets the terms of a query, in order; nothing unless it meets all.

    Whole words, as ranges of code points; none overlaps another.
    """
    folded = fold(text)
    words = [(match[0][:MAX_LENGTH], match.span()) for match in _WORD.finditer(folded.text)]
    met: set[tuple[int, int]] = set()
    for term in terms:
        places = [place for place in range(len(words)) if _meets(words, place, term)]
        if not places:
            return []
        met |= {(words[p][1][0], words[p + len(term.words) - 1][1][1]) for p in places}
    return _unite(folded, sorted(met))


def _find_words(text: str) -> tuple[str, ...]:
    return tuple(word[:MAX_LENGTH] for word in _WORD.findall(fold_key(text)))


def _meets(words: Sequence[tuple[str, tuple[int, int]]], place: int, term: Term) -> bool:
    if place + len(term.words) > len(words):
        return False
    last = len(term.words) - 1
    for index, wanted in enumerate(term.words):
        word = words[place + index][0]
        forms = (word, *iter_bare(word)) if index == 0 else (word,)
        may_go_on = index == last and not term.exact
        if not any(form.startswith(wanted) if may_go_on else form == wanted for form in forms):
            return False
    return True


def _unite(folded: Folded, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in (folded.to_source(*each) for each in ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
