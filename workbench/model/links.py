"""Links: what somebody said of a pair of claims, in one article or in two."""

from __future__ import annotations

import hashlib
from typing import Literal

from workbench.model.record import Frozen

Relation = Literal["same", "contradicts", "updates", "part_of", "restates", "none"]

RELATIONS: tuple[Relation, ...] = (
    "same",
    "contradicts",
    "updates",
    "part_of",
    "restates",
    "none",
)
"""All that may be said of a pair: ``none`` says that somebody looked, and found nothing."""
DIRECTED: tuple[Relation, ...] = ("updates", "part_of", "restates")
"""Relations that go from one claim to the other: the newer, the part, the copy comes first."""
UNITING: tuple[Relation, ...] = ("same", "restates")
"""Relations of claims that state the same proposition: both stand in one cluster."""


class ClaimRef(Frozen, frozen=True, order=True):
    """A claim of some layer: its document, and its id there."""

    document: str
    claim: str


class Link(Frozen, frozen=True, rename={"start": "from", "end": "to"}):
    """One relation between two claims; in files and messages the ends are ``from`` and ``to``.

    A directed relation reads "`start` updates `end`", and "`start` restates `end`": the copy is no
    second witness. The ends of the others are in the order of their code points.
    """

    relation: Relation
    start: ClaimRef
    end: ClaimRef


class LinkLine(Frozen, frozen=True, rename={"start": "from", "end": "to"}):
    """A link as a file has it: with the layer whose answer it is."""

    layer: str
    relation: Relation
    start: ClaimRef
    end: ClaimRef

    @property
    def link(self) -> Link:
        """The link alone, its ends in order."""
        return make_link(self.relation, self.start, self.end)


def make_link(relation: Relation, start: ClaimRef, end: ClaimRef) -> Link:
    """Return the link that says `relation` of two claims, its ends in order."""
    if relation not in DIRECTED and end < start:
        start, end = end, start
    return Link(relation, start, end)


def name_pair(one: ClaimRef, other: ClaimRef) -> str:
    """Return the name of a pair, whatever the order: ``pair:`` and 32 hex digits."""
    first, second = sorted((one, other))
    said = f"{first.document}\n{first.claim}\n{second.document}\n{second.claim}"
    return f"pair:{hashlib.sha256(said.encode()).hexdigest()[:32]}"
