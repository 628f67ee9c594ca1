"""Which claim and attribution of one version of a record is which of another version."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from workbench.model import Attribution, Claim, Record, Span
from workbench.model.record import Frozen

Item = TypeVar("Item", Claim, Attribution)
Edges = tuple[tuple[int, int], ...]


class Pairs(Frozen, frozen=True):
    """Pairs of before and after; ``None`` where there is no such item."""

    claims: tuple[tuple[Claim | None, Claim | None], ...]
    attributions: tuple[tuple[Attribution | None, Attribution | None], ...]
    ids: dict[str, str]
    """The id after, by the id before, of every item that is in both."""


def pair_items(before: Record, after: Record) -> Pairs:
    """Return which items are the same: those of one id, then those of the same words and place."""
    claims = tuple(_pair(before.claims, after.claims, _claim_key))
    ids = {one.id: other.id for one, other in claims if one and other}
    attributions = tuple(_pair(before.attributions, after.attributions, _attribution_key))
    ids |= {one.id: other.id for one, other in attributions if one and other}
    return Pairs(claims, attributions, ids)


def find_edges(spans: Iterable[Span]) -> Edges:
    """Return where `spans` begin and end."""
    return tuple((span.start, span.end) for span in spans)


def _pair(
    before: tuple[Item, ...], after: tuple[Item, ...], find_key: Callable[[Item], Hashable]
) -> Iterator[tuple[Item | None, Item | None]]:
    by_id = {item.id: item for item in after}
    known = {item.id for item in before}
    free: dict[Hashable, list[Item]] = {}
    for item in after:
        if item.id not in known:
            free.setdefault(find_key(item), []).append(item)
    for item in before:
        other = by_id.get(item.id)
        if other is None:
            same = free.get(find_key(item))
            other = same.pop(0) if same else None
        yield item, other
    for left in free.values():
        for item in left:
            yield None, item


def _claim_key(claim: Claim) -> Hashable:
    return (claim.sentence, find_edges(claim.spans), None if claim.spans else claim.proposition)


def _attribution_key(attribution: Attribution) -> Hashable:
    source = attribution.source
    cue = find_edges(attribution.cue or ())
    return (attribution.sentence, source.realization, find_edges(source.spans), cue)
