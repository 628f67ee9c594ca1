"""What ties two documents together, so that they must not stand on two sides of a split."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from workbench.model import Record
from workbench.model.record import Frozen
from workbench.release.components import Components
from workbench.release.copies import CopyFinder
from workbench.release.words import find_words, hash_words, iter_content

Kind = Literal["cluster", "claim", "sentence", "outlet", "date"]

KINDS: tuple[Kind, ...] = ("cluster", "claim", "sentence", "outlet", "date")
ALWAYS = frozenset({"cluster", "claim", "sentence"})
ON_REQUEST: tuple[Kind, ...] = ("outlet", "date")

COPIED_WORDS = 6
"""A sentence or claim of so many words or more is a copy where another has the same words."""

STOCK_DOCUMENTS = 50
"""What stands in more documents than this is a stock phrase, which ties nothing together."""


class Tie(Frozen, frozen=True):
    """A claim, sentence, outlet or date that several documents share: their numbers."""

    kind: Kind
    key: int
    documents: tuple[int, ...]


@dataclass(slots=True)
class Links:
    """The documents in the order they came, with all that ties them together.

    Attributes
    ----------
    ids, stances
        Of each document: its id, and how often each stance occurs in it.
    components
        Which documents hang together.
    copies
        Pairs of documents that are copies; ``None`` where nobody looked for copies.
    ties, stock
        What several documents share, and how many sentences and claims are stock phrases.
    """

    ids: list[str] = field(default_factory=list)
    stances: list[Counter[str]] = field(default_factory=list)
    components: Components = field(default_factory=Components)
    copies: list[tuple[int, int]] | None = None
    ties: list[Tie] = field(default_factory=list)
    stock: int = 0


def find_links(
    records: Iterable[Record], kinds: Iterable[str] = (), *, with_copies: bool = True
) -> Links:
    """Return what ties `records` together: clusters, copied claims and sentences, copies.

    Parameters
    ----------
    kinds
        Also ``outlet`` (the publisher) and ``date`` (the day or month of publication).
    with_copies
        Look for articles that are copies of each other as well.
    """
    links = Links()
    wanted = ALWAYS.union(kinds)
    finder = CopyFinder() if with_copies else None
    keys = _Keys()
    for record in records:
        number = links.components.add()
        links.ids.append(record.document.id)
        links.stances.append(Counter(each.stance or "" for each in record.attributions))
        content = [(text, find_words(text)) for _, text in iter_content(record)]
        for kind, key, _ in _iter_keys(record, content):
            if kind in wanted:
                keys.add(kind, key, number)
        if finder is not None:
            finder.add(number, [word for _, words in content for word in words])
    # Copies first: where they are joined by what they share, no pair would be left to name.
    links.copies = finder.join(links.components) if finder else None
    _join_shared(links, keys)
    return links


def iter_keys(record: Record) -> Iterator[tuple[Kind, int, str]]:
    """Yield kind, key and words of everything in `record` that another may share with it."""
    yield from _iter_keys(record, [(text, find_words(text)) for _, text in iter_content(record)])


def _iter_keys(
    record: Record, content: Iterable[tuple[str, list[str]]]
) -> Iterator[tuple[Kind, int, str]]:
    document = record.document
    for claim in record.claims:
        if claim.cluster is not None:
            yield "cluster", hash_words([claim.cluster]), claim.cluster
        said = " ".join(span.text for span in claim.spans)
        words = find_words(said)
        if len(words) >= COPIED_WORDS:
            yield "claim", hash_words(words), said
    for text, words in content:
        if len(words) >= COPIED_WORDS:
            yield "sentence", hash_words(words), text
    if document.publisher:
        name = " ".join(find_words(document.publisher))
        yield "outlet", hash_words([name]), document.publisher
    if document.published:
        yield "date", hash_words([document.published[:10]]), document.published[:10]


def _join_shared(links: Links, keys: _Keys) -> None:
    for tie in keys.iter_ties():
        if tie.kind in ("claim", "sentence") and len(tie.documents) > STOCK_DOCUMENTS:
            links.stock += 1
            continue
        links.ties.append(tie)
        for number in tie.documents[1:]:
            links.components.join(tie.documents[0], number)


class _Keys:
    """Keys and the documents that have them, eight bytes each: there are millions."""

    def __init__(self) -> None:
        self._kinds, self._keys, self._documents = array("B"), array("Q"), array("Q")

    def add(self, kind: Kind, key: int, document: int) -> None:
        self._kinds.append(KINDS.index(kind))
        self._keys.append(key)
        self._documents.append(document)

    def iter_ties(self) -> Iterator[Tie]:
        """Yield the keys that more than one document has, by kind and key."""
        import numpy as np

        if not self._keys:
            return
        arrays: list[Any] = [
            np.frombuffer(self._kinds, dtype=np.uint8).astype(np.uint64),
            np.frombuffer(self._keys, dtype=np.uint64),
            np.frombuffer(self._documents, dtype=np.uint64),
        ]
        rows = np.unique(np.stack(arrays, axis=1), axis=0)
        same = np.all(rows[1:, :2] == rows[:-1, :2], axis=1)
        for first, last in _iter_runs(np.flatnonzero(same).tolist()):
            kind, key = int(rows[first, 0]), int(rows[first, 1])
            yield Tie(KINDS[kind], key, tuple(rows[first : last + 1, 2].tolist()))


def _iter_runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last row of each run, where row n is the same as row n + 1 for `numbers`."""
    first = last = -1
    for number in numbers:
        if number != last:
            if first >= 0:
                yield first, last
            first = number
        last = number + 1
    if first >= 0:
        yield first, last
