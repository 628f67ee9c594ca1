"""What annotators say of pairs of claims: which pairs they share, and what each says of them.

An annotator says of a pair what a link says, or ``same`` where both claims stand in one cluster and
no link says otherwise: who linked the first with the second and the second with the third has said
the rest. Only pairs that somebody linked are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.agreement.claims import FoundClaims
from workbench.agreement.pairs import Count
from workbench.agreement.tables import PairTable, Ratings
from workbench.evaluation.scores import Array
from workbench.model import DIRECTED, RELATIONS, Claim, ClaimRef, Link

NONE = "none"
REVERSED = " reversed"
"""Stands behind a directed relation that goes from the later claim to the earlier one."""

LABELS = (
    *(name + end for name in RELATIONS for end in ("", REVERSED) if not end or name in DIRECTED),
)
COUNTED = ("relation.given_claims", "relation.end_to_end")
"""The names of the pairwise F1 scores."""

Key = tuple[int, int]
"""Two claims by their numbers, the smaller first."""


@dataclass(slots=True)
class Space:
    """Claims by numbers that are the same for all layers that have them, and each one's document.

    `names` gives the number of a claim by its layer, `clusters` the clusters of a number by layer.
    """

    names: dict[tuple[int, ClaimRef], int] = field(default_factory=dict)
    documents: list[int] = field(default_factory=list)
    clusters: dict[tuple[int, int], set[str]] = field(default_factory=dict)

    def add(self, document: int, name: str, found: Mapping[int, Iterable[Claim]]) -> None:
        """Give the next number to one claim of a document, as each of several layers has it."""
        number = len(self.documents)
        self.documents.append(document)
        for layer, claims in found.items():
            clusters = self.clusters.setdefault((layer, number), set())
            for claim in claims:
                self.names[layer, ClaimRef(name, claim.id)] = number
                clusters.update([claim.cluster] if claim.cluster else [])

    def read(self, layer: int, links: Iterable[Link]) -> dict[Key, str]:
        """Return what the links of a layer say of the pairs of its claims that are known here."""
        said: dict[Key, str] = {}
        for link in sorted(links, key=lambda link: (link.start, link.end, link.relation)):
            start = self.names.get((layer, link.start))
            end = self.names.get((layer, link.end))
            if start is None or end is None or start == end:
                continue
            back = REVERSED if link.relation in DIRECTED and end < start else ""
            said.setdefault((min(start, end), max(start, end)), link.relation + back)
        return said

    def has(self, layer: int, key: Key) -> bool:
        """Answer whether a layer has both claims."""
        return all((layer, number) in self.clusters for number in key)

    def say(self, layer: int, key: Key, said: Mapping[Key, str]) -> str | None:
        """Return what a layer that has both claims says of them."""
        first, second = (self.clusters[layer, number] for number in key)
        return said.get(key) or (None if first.isdisjoint(second) else "same")


class Relations:
    """The relations that layers state, gathered document by document.

    Parameters
    ----------
    links
        By the number of the layer.
    pairs
        The pairs of layers that are compared.
    """

    def __init__(
        self, links: Mapping[int, Sequence[Link]], pairs: Sequence[tuple[int, int]], layers: int
    ) -> None:
        self._links, self._pairs = links, pairs
        self._all = Space()
        self._spaces = [Space() for _ in pairs]
        self._dyads: dict[tuple[int, int], int] = {}
        self._table = PairTable(COUNTED)
        self.both = Ratings(LABELS, layers)
        self.with_none = Ratings(LABELS, layers, nothing=NONE)
        self.is_present = any(links.values())

    def add_pair(self, pair: int, document: int, name: str, claims: FoundClaims) -> None:
        """Add the claims of two layers in one document, those that both have under one number."""
        for found in claims.iter_last() if self.is_present else ():
            self._spaces[pair].add(document, name, found)

    def add_units(self, document: int, name: str, claims: FoundClaims) -> None:
        """Add the claims of all layers in one document."""
        if self.is_present:
            for found in sorted(claims.iter_whole(), key=_place):
                self._all.add(document, name, found)

    def finish(self) -> None:
        """Count what is said of each pair, once all documents are added."""
        self._rate()
        counts: dict[tuple[int, int], dict[str, Count]] = {}
        for number, (layers, space) in enumerate(zip(self._pairs, self._spaces, strict=True)):
            for key, given, values in _iter_said(space, layers, self._links):
                dyad = self._find_dyad(space, key)
                known = counts.setdefault((dyad, number), dict.fromkeys(COUNTED, (0, 0, 0)))
                for name in COUNTED if given else COUNTED[1:]:
                    known[name] = _count(known[name], values)
        for (dyad, number), known in counts.items():
            self._table.add(dyad, number, known)

    def _rate(self) -> None:
        space = self._all
        said = {layer: space.read(layer, links) for layer, links in self._links.items()}
        for key in sorted({key for each in said.values() for key in each}):
            values = {
                layer: space.say(layer, key, each)
                for layer, each in said.items()
                if space.has(layer, key)
            }
            dyad = self._find_dyad(space, key)
            self.both.add(dyad, {layer: each for layer, each in values.items() if each})
            self.with_none.add(dyad, {layer: each or NONE for layer, each in values.items()})

    def _find_dyad(self, space: Space, key: Key) -> int:
        """Return the number of the pair of documents that a pair of claims stands in."""
        first, second = sorted(space.documents[number] for number in key)
        return self._dyads.setdefault((first, second), len(self._dyads))

    # -- for the measures ------------------------------------------------------------------------

    @property
    def size(self) -> int:
        """How many pairs of documents there are."""
        return len(self._dyads)

    def select(self, name: str) -> Array:
        """Return the counts of one F1, sparse, of shape ``(pairs of documents, 3 * pairs)``."""
        return self._table.select(name, self.size, len(self._pairs))

    def weigh(self, draws: Array) -> Array:
        """Return how often each pair of documents is in draws of shape ``(draws, documents)``.

        A document that is drawn twice has two copies, each beside each copy of the other.
        """
        import numpy as np

        places = np.array(list(self._dyads), dtype=int).reshape(-1, 2)
        first, second = draws[:, places[:, 0]], draws[:, places[:, 1]]
        return np.where(places[:, 0] == places[:, 1], first, first * second)


def _iter_said(
    space: Space, layers: tuple[int, int], links: Mapping[int, Sequence[Link]]
) -> Iterator[tuple[Key, bool, list[str | None]]]:
    """Yield each pair that either of two layers linked, whether both have it, and what they say."""
    said = [space.read(layer, links.get(layer, ())) for layer in layers]
    for key in sorted({key for each in said for key in each}):
        there = [space.has(layer, key) for layer in layers]
        values = [
            space.say(layer, key, each) if has else None
            for layer, each, has in zip(layers, said, there, strict=True)
        ]
        yield key, all(there), [None if each == NONE else each for each in values]


def _count(known: Count, values: Sequence[str | None]) -> Count:
    first, second = values
    same = first is not None and first == second
    return known[0] + same, known[1] + (first is not None), known[2] + (second is not None)


def _place(found: Mapping[int, Sequence[Claim]]) -> tuple[bool, int, int, str]:
    """Return where a claim stands in its document; ids and layers make no difference."""
    claims = [claim for each in found.values() for claim in each]
    starts = [(span.start, span.end) for claim in claims for span in claim.spans[:1]]
    start, end = min(starts, default=(0, 0))
    return (not starts, start, end, min(claim.proposition or "" for claim in claims))
