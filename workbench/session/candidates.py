"""Which claims of other articles may belong to a claim: the likeliest first, never linked by it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model import Claim, ClaimRef
from workbench.store import ClaimFilter, Store
from workbench.text import fold_key


def find_candidates(
    store: Store, layer: str, document: str, claim_id: str, count: int
) -> list[tuple[ClaimRef, float]]:
    """Return the claims of other articles that are most similar to a claim, with scores 0 to 1.

    The score is the share of words, folded, that two claims have in common.
    """
    words: dict[ClaimRef, frozenset[str]] = dict(_iter_words(store, layer))
    mine = words.get(ClaimRef(document, claim_id), frozenset())
    scored = [
        (ref, len(mine & theirs) / len(mine | theirs))
        for ref, theirs in words.items()
        if ref.document != document and mine & theirs
    ]
    return sorted(scored, key=lambda each: (-each[1], each[0]))[:count]


def _iter_words(store: Store, layer: str) -> Iterator[tuple[ClaimRef, frozenset[str]]]:
    first: int | None = 0
    while first is not None:
        page = store.claims(layer, ClaimFilter(), first=first, count=1000)
        for each in page.claims:
            yield ClaimRef(each.document, each.claim.id), _find_words(each.claim)
        first = page.rest


def _find_words(claim: Claim) -> frozenset[str]:
    said = [*(span.text for span in claim.spans), claim.proposition or ""]
    return frozenset(fold_key(" ".join(said)).split())
