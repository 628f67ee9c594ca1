"""Where the annotator points: which card is in focus, and which slot is armed."""

from __future__ import annotations

import msgspec

from workbench.errors import EditError
from workbench.session.desk import Desk, find_card
from workbench.session.focus import Armed, Focus, Slot
from workbench.session.wording import refusal


def arm(
    desk: Desk,
    slot: Slot | None,
    claim: str | None = None,
    attribution: str | None = None,
) -> None:
    """Arm a slot, or disarm (no slot); this is focus, not an edit."""
    if slot is None:
        desk.focus = msgspec.structs.replace(desk.focus, armed=None)
        return
    if slot not in ("source", "cue", "stance", "target"):
        raise EditError(f"Expected source, cue, stance or target, got {slot!r}.")
    if attribution is None and claim is None and slot != "source":
        attribution = desk.target_attribution(None).id
    if attribution is not None:
        desk.draft.attribution(attribution)
        desk.show(find_card(desk.draft, attribution), attribution, Armed(slot, None, attribution))
        return
    if not (claim or desk.focus.card):
        raise refusal("no_claim")
    found = desk.draft.claim(claim or desk.focus.card or "")
    if slot != "source":
        raise EditError(f"Expected an attribution whose {slot} to arm, got a claim.")
    desk.show(found.id, None, Armed("source", claim=found.id))


def focus(
    desk: Desk,
    card: str | None = None,
    attribution: str | None = None,
    suggestion: str | None = None,
) -> None:
    """Put a card, and an attribution on it, in focus; or a suggestion."""
    if suggestion is not None:
        offer = desk.offers.by_id.get(suggestion)
        near = [] if offer is None else [offer.item.sentence]
        if suggestion not in desk.offers.look(desk.draft, near).visible:
            message = f"Expected the id of a suggestion, got {suggestion!r}."
            raise EditError(message, subject=suggestion)
        desk.focus = Focus(desk.focus.sentence, suggestion=suggestion)
        return
    if card is not None:
        desk.draft.claim(card)
    if attribution is not None:
        desk.draft.attribution(attribution)
        card = card or find_card(desk.draft, attribution)
    desk.show(card, attribution)
