"""Edits that give an item its stance, certainty, words, notes and features, or take it away."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from workbench.errors import EditError
from workbench.model import Attribution, Claim, Span
from workbench.session.desk import Desk, Role
from workbench.session.stated import read_feature
from workbench.session.wording import refusal


def stance(
    desk: Desk, value: str, attribution: str | None = None, certainty: str | None = None
) -> None:
    """Set a stance and its certainty: the one given, else the one it has, else the default."""
    desk.scheme.stance(value)
    found = desk.target_attribution(attribution)
    if certainty is not None:
        _check_certainty(desk, found, value, certainty)
    elif found.certainty is not None and desk.scheme.allows(value, found.certainty):
        certainty = found.certainty
    else:
        certainty = desk.scheme.default_certainty(value)
    desk.draft.update(found.id, stance=value, certainty=certainty)
    desk.show_attribution(found.id)


def certainty(desk: Desk, value: str | None = None, attribution: str | None = None) -> None:
    """Set a certainty; without a value, the next one that the stance allows."""
    found = desk.target_attribution(attribution)
    if found.stance is None:
        raise refusal("no_stance", subject=found)
    allowed = desk.scheme.certainties(found.stance)
    if value is None and found.certainty in allowed:
        value = allowed[(allowed.index(found.certainty) + 1) % len(allowed)]
    _check_certainty(desk, found, found.stance, value)
    desk.draft.update(found.id, certainty=value)


def _check_certainty(desk: Desk, found: Attribution, stance: str, value: str | None) -> None:
    if not desk.scheme.allows(stance, value):
        names = tuple(map(str, desk.scheme.certainties(stance))) or ("none",)
        raise refusal("certainty", subject=found, stance=stance, allowed=names, value=str(value))


def spans(desk: Desk, item_id: str, role: Role, spans: Sequence[Span]) -> None:
    """Replace the fragments of a role; an empty list takes them away."""
    checked = desk.draft.check_spans(spans)
    item = desk.draft.item(item_id)
    if isinstance(item, Claim):
        if role != "claim":
            raise EditError(f"Expected the role claim for a claim, got {role!r}.", subject=item)
        if not checked and not item.proposition:
            raise refusal("no_claim_words", subject=item)
        desk.draft.update(item.id, spans=checked)
    elif role == "source":
        realization = "explicit" if checked else None
        source = msgspec.structs.replace(item.source, spans=checked, realization=realization)
        desk.draft.update(item.id, source=source)
    elif role == "cue":
        desk.draft.update(item.id, cue=checked or None)
    elif role == "anchor":
        desk.draft.update(item.id, anchor=checked)
    else:
        raise EditError(f"Expected source, cue or anchor, got {role!r}.", subject=item)


def unsure(desk: Desk, item_id: str | None = None, *, value: bool | None = None) -> None:
    """Mark an item as unsure, or take that back; without a value, the other way round."""
    item = desk.target_item(item_id)
    desk.draft.update(item.id, unsure=not item.unsure if value is None else value)


def note(desk: Desk, text: str, item_id: str | None = None) -> None:
    """Write a note on an item; an empty one takes it away."""
    desk.draft.update(desk.target_item(item_id).id, note=text.strip() or None)


def proposition(desk: Desk, text: str, item_id: str | None = None) -> None:
    """Say in one sentence what a claim states."""
    claim = desk.draft.claim(item_id or desk.focus.card or "")
    if not text.strip() and not claim.spans:
        raise refusal("empty_claim", subject=claim)
    desk.draft.update(claim.id, proposition=text.strip() or None)


def feature(desk: Desk, name: str, value: str | None, item_id: str | None = None) -> None:
    """Set an optional feature of an item; ``None`` unsets it."""
    item = desk.target_item(item_id)
    on = "claims" if isinstance(item, Claim) else "attributions"
    known = {each.name: each for each in desk.scheme.features_on(on)}
    if name not in known:
        names = ", ".join(known) or "none"
        raise EditError(f"Expected a feature of the scheme ({names}), got {name!r}.", subject=item)
    value = read_feature(known[name], value)
    desk.draft.update(item.id, features={**item.features, name: value})


def confirm(desk: Desk, values: dict[str, str], item_id: str | None = None) -> None:
    """Set several features of an item at once: what was proposed for them is right."""
    item = desk.target_item(item_id)
    for name, value in values.items():
        feature(desk, name, value, item.id)


def delete(desk: Desk, item_id: str | None = None) -> None:
    """Take an item away, and mend what pointed at it."""
    item = desk.target_item(item_id)
    desk.draft.remove(item.id)
    desk.show(desk.focus.card if desk.focus.card in desk.draft.claims else None)
