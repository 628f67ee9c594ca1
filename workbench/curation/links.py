"""Claims that say the same, nearly word for word, and stand in no common cluster.

Pairs are found by prefix filtering: of two sets with a Jaccard coefficient of t and more, the
rarest words of one are among the rarest of the other (Chaudhuri, Ganti and Kaushik, "A primitive
operator for similarity joins in data cleaning", ICDE 2006). Not all pairs have to be looked at.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from workbench.curation.finding import Finding, Place, shorten
from workbench.curation.reading import Page
from workbench.curation.words import load_words
from workbench.model import Claim, ClaimRef, name_pair

ALIKE = 0.8
"""The Jaccard coefficient of their words from which two claims are alike."""
FEWEST = 4
"""Shorter claims say too little by themselves."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim, its words as a set, and the words that may not differ."""

    page: Page
    claim: Claim
    words: frozenset[str]
    strict: frozenset[str]

    @property
    def place(self) -> Place:
        return Place(self.page.layer, self.page.document, self.claim.sentence, self.claim.id)


def find_unlinked(
    pages: Sequence[Page], parted: Collection[str] = frozenset()
) -> Iterator[Finding]:
    """Yield the claims that repeat an earlier one and are not in its cluster.

    Figures and negations have to be the same: another figure is another claim. Pairs that are named
    in `parted` were looked at by somebody, who says that they do not state the same.
    """
    said = [each for page in pages for each in _iter_said(page)]
    counts = Counter(word for each in said for word in each.words)
    index: dict[str, list[int]] = defaultdict(list)
    seen: set[tuple[frozenset[str], str | None]] = set()
    for number, each in enumerate(said):
        prefix = _find_prefix(each.words, counts)
        rivals = sorted({other for word in prefix for other in index[word]})
        finding = _judge(
            each, [said[o] for o in rivals if not parted or _name(each, said[o]) not in parted]
        )
        if finding is not None:
            yield finding
        # The first of equal claims stands for all: hundreds of agency copies cost no more than one.
        key = each.words, each.claim.cluster
        if key not in seen:
            seen.add(key)
            for word in prefix:
                index[word].append(number)


def _iter_said(page: Page) -> Iterator[_Said]:
    for claim in page.record.claims:
        words = frozenset(page.find_keys(claim.spans)) - load_words("complementisers")
        if len(words) >= FEWEST:
            strict = frozenset(word for word in words if _is_strict(word))
            yield _Said(page, claim, words, strict)


def _is_strict(word: str) -> bool:
    return word in load_words("negations") or any(letter.isdigit() for letter in word)


def _find_prefix(words: frozenset[str], counts: Counter[str]) -> Sequence[str]:
    ordered = sorted(words, key=lambda word: (counts[word], word))
    return ordered[: len(ordered) - math.ceil(ALIKE * len(ordered)) + 1]


def _judge(said: _Said, rivals: Sequence[_Said]) -> Finding | None:
    """Return what is wrong with a claim, compared with those before it that are most alike."""
    alike = [(_compare(said, rival), rival) for rival in rivals]
    alike = [(score, rival) for score, rival in alike if score >= ALIKE]
    cluster = said.claim.cluster
    if not alike or any(cluster and rival.claim.cluster == cluster for _, rival in alike):
        return None
    score, rival = max(alike, key=lambda each: each[0])
    first, second = cluster or "none", rival.claim.cluster or "none"
    return Finding(
        "unlinked",
        said.page.layer,
        said.page.document,
        said.claim.sentence,
        (said.claim.id,),
        f"The claim «{_quote(said)}» repeats «{_quote(rival)}» of {rival.page.document}, and they "
        f"share no cluster ({first} here, {second} there).",
        round(score, 3),
        (rival.place,),
    )


def _compare(one: _Said, other: _Said) -> float:
    """Return the Jaccard coefficient of two claims; 0 where a figure or a negation differs."""
    if one.strict != other.strict:
        return 0.0
    return len(one.words & other.words) / len(one.words | other.words)


def _name(one: _Said, other: _Said) -> str:
    ends = (ClaimRef(each.page.document, each.claim.id) for each in (one, other))
    return name_pair(*ends)


def _quote(said: _Said) -> str:
    return shorten(" … ".join(span.text for span in said.claim.spans))
