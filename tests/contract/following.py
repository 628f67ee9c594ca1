"""Somebody who reads along what the claims of a layer say, for the tests of the store."""

from __future__ import annotations

from tests.contract.building import LAYER
from workbench.model import ClaimRef
from workbench.store import Mark, Store


class Reader:
    """Somebody who asks now and then, and keeps what was said."""

    def __init__(self, store: Store, layer: str = LAYER) -> None:
        self.store, self.layer = store, layer
        self.mark: Mark | None = None
        self.said: dict[ClaimRef, tuple[str, ...]] = {}

    def read(self) -> list[str]:
        """Return the documents that were read; what is known then is what there is."""
        changed = self.store.changed_claims(self.layer, self.mark)
        if changed.is_all:
            self.said = {}
        for document, claims in changed.documents.items():
            kept = {ref: texts for ref, texts in self.said.items() if ref.document != document}
            self.said = kept | {each.ref: each.texts for each in claims}
        self.mark = changed.mark
        assert self.said == read_all(self.store, self.layer)
        return sorted(changed.documents)


def read_all(store: Store, layer: str) -> dict[ClaimRef, tuple[str, ...]]:
    changed = store.changed_claims(layer)
    assert changed.is_all
    return {each.ref: each.texts for said in changed.documents.values() for each in said}
