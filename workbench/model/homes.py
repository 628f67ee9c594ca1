"""The sentence that a claim or an attribution belongs to, and the order in which they stand there.

A claim belongs to the sentence that its first span starts in; an attribution to the one that its
cue starts in, else its first source span; what has no spans, to the one that it was made in.
"""

from __future__ import annotations

from workbench.model.record import Attribution, Claim


def find_start(item: Claim | Attribution) -> int | None:
    """Return the code point that decides where `item` belongs; None where it has no spans."""
    spans = item.spans if isinstance(item, Claim) else item.cue or item.source.spans
    return spans[0].start if spans else None


def claim_order(claim: Claim) -> tuple[int, int, int, str]:
    """Return the key that sorts the claims of a sentence: by first span, those without at last."""
    if claim.spans:
        return (0, claim.spans[0].start, claim.spans[0].end, claim.id)
    return (1, 0, 0, claim.id)
