"""What becomes of annotations when their sentences are split or merged: pure functions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from workbench.errors import EditError
from workbench.model import (
    Annotation,
    Attribution,
    Claim,
    Sentence,
    Status,
    claim_order,
    find_start,
)

GOLD = "gold"

Item = Claim | Attribution


def carry(
    gone: Sequence[Annotation], came: Sequence[Sentence], layer: str
) -> dict[str, Annotation]:
    """Return what one layer says of the sentences that `came`, out of what it said of the `gone`.

    Each item goes to the sentence that it now belongs to, each once. One without spans goes where
    those go that it is linked to, else to the first sentence. Flags and comments go to all: nobody
    knows which half they were about. A decision was about a sentence that is no more, so that it is
    void; only gold keeps it, which may not leave a sentence with annotations open.

    Parameters
    ----------
    gone
        One for each sentence that goes, in order; one that nobody touched is empty.
    came
        What comes in their place, in order; they cover the same words.

    Raises
    ------
    EditError
        Gold has decided only some of the sentences that are to be one.
    """
    items: list[Item] = []
    for each in gone:
        items += [*each.claims, *each.attributions]
    homes = _find_homes(items, came)
    moved = [msgspec.structs.replace(item, sentence=homes[item.id]) for item in items]
    comments = dict.fromkeys(each.comment for each in gone if each.comment)
    carried = {
        sentence.id: Annotation(
            sentence.id,
            claims=_take_claims(moved, sentence.id),
            attributions=_take_attributions(moved, sentence.id),
            status=_choose_status(gone, layer),
            flagged=any(each.flagged for each in gone),
            comment="\n".join(comments) or None,
        )
        for sentence in came
    }
    return {name: each for name, each in carried.items() if each != Annotation(name)}


def _choose_status(gone: Sequence[Annotation], layer: str) -> Status:
    statuses = {each.status for each in gone}
    if layer != GOLD or statuses == {"open"}:
        return "open"
    if len(statuses) == 1:
        return statuses.pop()
    if any(each.claims or each.attributions for each in gone):
        said = " and ".join(sorted(statuses))
        raise EditError(
            f"Expected one decision of gold on all sentences that are to be one, got {said}.",
            hint="Decide them all in gold first, or none.",
            subject="gold",
        )
    return "open"


def _find_homes(items: Sequence[Item], came: Sequence[Sentence]) -> dict[str, str]:
    """Return the sentence of each item, by id."""
    starts = [sentence.start for sentence in came]
    homes: dict[str, str] = {}
    waiting: dict[str, Item] = {}
    for item in items:
        start = find_start(item)
        if start is None:
            waiting[item.id] = item
        else:
            homes[item.id] = came[max(0, bisect_right(starts, start) - 1)].id
    linked = _find_links(items)
    while waiting:
        placed = _place_linked(waiting, linked, homes)
        homes |= placed or dict.fromkeys(waiting, came[0].id)
        waiting = {name: item for name, item in waiting.items() if name not in homes}
    return homes


def _place_linked(
    waiting: Iterable[str], linked: Mapping[str, Sequence[str]], homes: Mapping[str, str]
) -> dict[str, str]:
    """Return the homes of those `waiting` items that are linked to one that has a home."""
    found = {name: [homes[each] for each in linked[name] if each in homes] for name in waiting}
    return {name: places[0] for name, places in found.items() if places}


def _find_links(items: Sequence[Item]) -> dict[str, list[str]]:
    """Return what each item is linked to: its targets, then what has it as a target."""
    linked: dict[str, list[str]] = {item.id: [] for item in items}
    attributions = [item for item in items if isinstance(item, Attribution)]
    for attribution in attributions:
        linked[attribution.id] += attribution.targets
    for attribution in attributions:
        for target in attribution.targets:
            linked.setdefault(target, []).append(attribution.id)
    return linked


def _take_claims(items: Iterable[Item], sentence: str) -> tuple[Claim, ...]:
    claims = (item for item in items if isinstance(item, Claim) and item.sentence == sentence)
    return tuple(sorted(claims, key=claim_order))


def _take_attributions(items: Iterable[Item], sentence: str) -> tuple[Attribution, ...]:
    found = (item for item in items if isinstance(item, Attribution) and item.sentence == sentence)
    return tuple(sorted(found, key=lambda each: each.id))
