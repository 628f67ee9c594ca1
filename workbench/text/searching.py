"""Searching for words: how a sentence is indexed, what a query means, and where it is met.

All is compared folded, and hamza the same whatever it sits on. A word of a query is met where a
word of the text begins with it, or does so without its proclitics: whoever types جسر finds الجسر,
وبالجسر and جسرين. Words in quotation marks are met where they stand in a row, whole; before the
first of them proclitics may stand. A foreign name is met in its other spellings too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

import regex

from workbench.text.folding import Folded, fold, fold_key
from workbench.text.spellings import find_spellings

MAX_WORDS = 15_000
"""So many words of a sentence are indexed at most."""
MAX_LENGTH = 60
"""So many letters of a word are compared at most."""

LONGEST_NAME = 8
"""A name that is looked for has so many words at most."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_FEMININE = regex.compile(r"ة\p{M}*$")
_QUOTED = regex.compile(r"[\"«“„]([^\"«»“”„]*)[\"»”“]")
_HAMZAS = str.maketrans("ؤئ", "ءء")
_SHORTEST = 3  # letters that are left without a proclitic of one letter
_SHORTEST_NOUN = 2  # letters that are left without the article


MAX_SPELLINGS = 48
"""In so many ways a word, or a row of words, is looked for at most."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that have to stand in a row; without `exact` the last may go on.

    Any of the `others` will do instead: other spellings, other names of who is meant.
    """

    words: tuple[str, ...]
    exact: bool = False
    others: tuple[Term, ...] = ()

    @property
    def ways(self) -> tuple[Term, ...]:
        """The term itself and what will do instead."""
        return (self, *self.others)


class Namesakes:
    """Who is known by several names.

    Parameters
    ----------
    groups
        The ids and all names of each.
    """

    def __init__(self, groups: Iterable[tuple[Iterable[str], Iterable[str]]] = ()) -> None:
        self._groups = [
            (frozenset(ids), frozenset(filter(None, map(_find_words, names))))
            for ids, names in groups
        ]
        self._joined = [[" ".join(name) for name in names] for _, names in self._groups]
        self._by_name: dict[tuple[str, ...], list[int]] = {}
        for index, (_, names) in enumerate(self._groups):
            for name in names:
                self._by_name.setdefault(name, []).append(index)

    def others(self, name: tuple[str, ...]) -> set[tuple[str, ...]]:
        """Return the names of all who are called `name` (its folded words), but that one."""
        found = {each for at in self._by_name.get(name, ()) for each in self._groups[at][1]}
        return found - {name}

    def find(self, keys: Iterable[str]) -> tuple[set[str], set[str]]:
        """Return the ids and the names of all whose name has one of `keys` in it."""
        ids: set[str] = set()
        found: set[str] = set()
        wanted = tuple(keys)
        for (known, _), names in zip(self._groups, self._joined, strict=True):
            if any(key in name for key in wanted for name in names):
                ids |= known
                found.update(names)
        return ids, found


def parse_query(text: str) -> tuple[Term, ...]:
    """Return the terms of a query, all of which have to be met; none where it has no words.

    Examples
    --------
    >>> [term.words for term in parse_query('نفى «وزير البحر»')]
    [('وزير', 'البحر'), ('نفي',)]
    """
    terms = [_make_term(match[1], exact=True) for match in _QUOTED.finditer(text)]
    rest = _QUOTED.sub(" ", text)
    terms += [_make_term(word, exact=False) for word in _WORD.findall(fold(rest).text)]
    feminine = {make_key(word) for word in _WORD.findall(rest) if _FEMININE.search(word)}
    found = (_add_construct(term) if set(term.words) & feminine else term for term in terms)
    return tuple(dict.fromkeys(term for term in found if term.words))


def widen_terms(terms: Sequence[Term], namesakes: Namesakes) -> tuple[Term, ...]:
    """Return the terms of a query, met as well by other names of who is named in them.

    A name may stand in the query in quotation marks or word by word.
    """
    found = list(terms)
    for start, stop, key in _iter_runs(terms):
        others = [Term(each, exact=True) for each in sorted(namesakes.others(key))]
        for place in range(start, stop) if others else ():
            found[place] = _add(found[place], others)
    return tuple(found)


def spell_name(name: str) -> tuple[str, ...]:
    """Return the keys under which a name may be written: as it stands, and in other spellings."""
    ways = _make_term(name, exact=True).ways
    return tuple(" ".join(way.words) for way in ways if way.words)


def make_key(text: str) -> str:
    """Return the form in which words are compared: folded, hamza on its own."""
    return fold_key(text).translate(_HAMZAS)


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
    key = folded.text.translate(_HAMZAS)
    words = [(match[0][:MAX_LENGTH], match.span()) for match in _WORD.finditer(key)]
    met: set[tuple[int, int]] = set()
    for term in terms:
        places = [
            (words[place][1][0], words[place + len(way.words) - 1][1][1])
            for way in term.ways
            for place in range(len(words))
            if _meets(words, place, way)
        ]
        if not places:
            return []
        met.update(places)
    return _unite(folded, sorted(met))


def _find_words(text: str) -> tuple[str, ...]:
    return tuple(word[:MAX_LENGTH] for word in _WORD.findall(make_key(text)))


def _make_term(text: str, *, exact: bool) -> Term:
    words = _find_words(text)
    spelled = [(word, *map(make_key, find_spellings(word))) for word in words]
    ways = islice(product(*spelled), 1, MAX_SPELLINGS)
    return Term(words, exact, tuple(Term(way, exact) for way in ways) if words else ())


def _add_construct(term: Term) -> Term:
    """Let وزارة meet وزارتها too."""
    if term.exact or len(term.words) > 1:
        return term
    return _add(term, [Term((f"{term.words[0][:-1]}ت",))])


def _add(term: Term, others: Iterable[Term]) -> Term:
    known = {way.words for way in term.ways}
    new = [other for other in others if other.words not in known]
    return replace(term, others=(*term.others, *new))


def _iter_runs(terms: Sequence[Term]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Give what may be a name in a query: from which term on, up to which, and its words."""
    for start, term in enumerate(terms):
        for way in term.ways:
            yield start, start + 1, way.words
        words = term.words
        for stop in range(start + 1, min(len(terms), start + LONGEST_NAME)):
            if term.exact or terms[stop].exact:
                break
            words += terms[stop].words
            yield start, stop + 1, words


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
