"""Where the annotator is: the sentence, card and attribution in focus, and the armed slot."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from workbench.session.draft import Draft

Slot = Literal["source", "cue", "stance", "target"]


class Armed(msgspec.Struct, frozen=True):
    """A slot that the next selection, stance or pick fills."""

    slot: Slot
    claim: str | None = None
    attribution: str | None = None


class Focus(msgspec.Struct, frozen=True):
    """The sentence in focus, the claim whose card is, the attribution on it, and the armed slot.

    Where a suggestion is in focus, no card is.
    """

    sentence: str
    card: str | None = None
    attribution: str | None = None
    armed: Armed | None = None
    suggestion: str | None = None


class Missing(msgspec.Struct, frozen=True):
    """One thing that keeps a sentence from being done: an item, and the slot that is empty."""

    id: str
    slot: Slot


def find_missing(draft: Draft, sentence: str) -> list[Missing]:
    """Return what the items of `sentence` still need, claims first."""
    claims, attributions = draft.items_of(sentence)
    voiced = draft.voiced() if claims else {}
    missing = [Missing(claim.id, "source") for claim in claims if voiced[claim.id].voice is None]
    for attribution in attributions:
        if attribution.source.realization is None:
            missing.append(Missing(attribution.id, "source"))
        if not attribution.targets:
            missing.append(Missing(attribution.id, "target"))
        if attribution.stance is None:
            missing.append(Missing(attribution.id, "stance"))
    return missing


def arm_next(draft: Draft, attribution_id: str, given: str | None = None) -> Armed | None:
    """Return the next empty slot of an attribution in the order of work, or ``None``.

    The order is target, source, cue, stance. A cue may stay empty: it is offered only while the
    stance is open too, or is the one that the attribution was `given` when it was made.
    """
    attribution = draft.attributions.get(attribution_id)
    if attribution is None:
        return None
    empty: dict[Slot, bool] = {
        "target": not attribution.targets,
        "source": attribution.source.realization is None,
        "cue": attribution.cue is None and attribution.stance in (None, given),
        "stance": attribution.stance is None,
    }
    for slot, is_empty in empty.items():
        if is_empty:
            return Armed(slot, attribution=attribution_id)
    return None


def mend(focus: Focus, draft: Draft) -> Focus:
    """Return `focus` without what is no longer there."""
    card = focus.card if focus.card in draft.claims else None
    attribution = focus.attribution if focus.attribution in draft.attributions else None
    armed = focus.armed
    if armed is not None:
        gone_claim = armed.claim is not None and armed.claim not in draft.claims
        gone = armed.attribution is not None and armed.attribution not in draft.attributions
        armed = None if gone_claim or gone else armed
    return Focus(focus.sentence, card, attribution, armed, focus.suggestion)


def load_focus(data: dict[str, Any]) -> Focus | None:
    """Return the focus that plain data says, or ``None`` where it says none."""
    known = {name: data.get(name) for name in Focus.__struct_fields__}
    try:
        return msgspec.convert(known, Focus)
    except msgspec.ValidationError:
        return None
