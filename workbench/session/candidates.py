"""Which claims of other articles may belong to a claim: the likeliest first, never linked by it.

One index for each store and layer, shared by the sessions of a process. Each question brings it
along by what was changed since the last one, by whomever; it is read and built at the first. Where
that takes seconds, it is done beside the questions.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from workbench.model import ClaimRef
from workbench.store import Mark, Store

if TYPE_CHECKING:
    from workbench.similarity import Ranking


LARGE = 5_000
"""With so many claims an index is built beside the questions: half a second and more."""


class LayerIndex:
    """The claims of one layer, by what they say; for sessions of several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._beginning = threading.Lock()
        self._builder: threading.Thread | None = None
        self._mark: Mark | None = None
        self._documents: dict[str, frozenset[ClaimRef]] = {}
        self._index: Ranking | None = None

    def prepare(self, store: Store, layer: str) -> bool:
        """Answer whether a question is answered at once; begin to build what would take long."""
        with self._beginning:
            if self._mark is not None:
                return True
            if self._builder is None:
                if not store.has_claims(layer, LARGE):
                    return True
                # A daemon: nobody who leaves has to wait for it.
                self._builder = threading.Thread(
                    target=self._build, args=(store, layer), name="candidates", daemon=True
                )
                self._builder.start()
                return False
            return not self._builder.is_alive()

    def _build(self, store: Store, layer: str) -> None:
        # What fails here is done again by the next question, which says why it fails.
        with suppress(Exception), self._lock:
            self._bring_along(store, layer)

    def find(
        self, store: Store, layer: str, claim: ClaimRef, count: int, words: str | None = None
    ) -> list[tuple[ClaimRef, float]]:
        """Return the claims of other articles that are nearest to a claim as it stands now.

        With `words` those nearest to these, of any article.
        """
        with self._lock:
            index = self._bring_along(store, layer)
            if words is None:
                found = index.query(index.said_of(claim), count, claim.document)
            else:
                found = index.query((words,), count + 1)
        return [(each.key, each.score) for each in found if each.key != claim][:count]

    def _bring_along(self, store: Store, layer: str) -> Ranking:
        # Loaded with the first question: NumPy would keep the article waiting.
        from workbench.similarity import IndexedClaim, make_ranking

        changed = store.changed_claims(layer, self._mark)
        if self._index is None or changed.is_all:
            self._index, self._documents = make_ranking(), {}
        came = []
        for document, claims in changed.documents.items():
            now = frozenset(each.ref for each in claims)
            self._index.remove(self._documents.get(document, frozenset()) - now)
            self._documents[document] = now
            came += [IndexedClaim(each.ref, each.texts or ("",)) for each in claims]
        self._index.add(came)
        self._mark = changed.mark
        return self._index


_INDEXES: WeakKeyDictionary[Store, dict[str, LayerIndex]] = WeakKeyDictionary()
_LOCK = threading.Lock()


def find_index(store: Store, layer: str) -> LayerIndex:
    """Return the index of a layer, which all sessions of this process share."""
    with _LOCK:
        return _INDEXES.setdefault(store, {}).setdefault(layer, LayerIndex())


def prepare_candidates(store: Store, layer: str) -> bool:
    """Answer whether `find_candidates` answers at once; if not, it is being seen to."""
    return find_index(store, layer).prepare(store, layer)


def find_candidates(
    store: Store, layer: str, document: str, claim_id: str, count: int, words: str | None = None
) -> list[tuple[ClaimRef, float]]:
    """Return the claims of other articles that are most similar to a claim, with scores 0 to 1.

    At most `count`; none of a claim that has nothing in common with any. With `words` those that
    say most nearly what these say, of the same article too.
    """
    return find_index(store, layer).find(store, layer, ClaimRef(document, claim_id), count, words)
