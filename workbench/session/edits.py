"""The edits: what each operation does to a draft and to the focus.

Each function takes a `Desk` (a forked draft and the focus) and changes it. Nothing here saves: the
session does, and throws the desk away where that fails. Ids of new items come from the operation's
key, so that a repeated operation makes the same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from workbench.errors import EditError, UnfinishedError
from workbench.model import Attribution, Claim, Decision, Realization, Source, Span, Status
from workbench.scheme import Scheme
from workbench.session.draft import Draft
from workbench.session.focus import Armed, Focus, Slot, arm_next, find_missing

Role = Literal["claim", "source", "cue", "anchor"]


@dataclass
class Desk:
    """What one operation works on: a draft of its own, the focus, the scheme, and its key."""

    draft: Draft
    focus: Focus
    scheme: Scheme
    key: str

    def new_id(self, letter: str) -> str:
        """Return the id of the one item of a kind that this operation may make."""
        return f"{letter}{self.key[:16]}"

    def features(self, on: Literal["claims", "attributions"]) -> dict[str, str | None]:
        """Return the features that a new item carries, all unset."""
        return {feature.name: None for feature in self.scheme.features_on(on)}

    def show(
        self,
        card: str | None = None,
        attribution: str | None = None,
        armed: Armed | None = None,
    ) -> None:
        """Move the focus within the sentence."""
        self.focus = Focus(self.focus.sentence, card, attribution, armed)

    def show_attribution(self, attribution_id: str) -> None:
        """Put an attribution in focus, with the card of its claim, and arm its next empty slot."""
        armed = arm_next(self.draft, attribution_id)
        self.show(_card_of(self.draft, attribution_id), attribution_id, armed)

    def target_attribution(self, attribution_id: str | None) -> Attribution:
        """Return the attribution that an operation is about: named, armed, or in focus."""
        armed = self.focus.armed.attribution if self.focus.armed else None
        found = attribution_id or armed or self.focus.attribution or _only_one(self)
        if found is None:
            raise EditError(
                "Expected an attribution in focus, there is none.",
                hint="Select the source in the text, or click one on a card.",
            )
        return self.draft.attribution(found)


def _card_of(draft: Draft, attribution_id: str) -> str | None:
    """Return the first claim that the chain of an attribution ends in."""
    seen: set[str] = set()
    stack = [attribution_id]
    while stack:
        node = stack.pop()
        if node in draft.claims:
            return node
        if node in draft.attributions and node not in seen:
            seen.add(node)
            stack.extend(reversed(draft.attributions[node].targets))
    return None


def _only_one(desk: Desk) -> str | None:
    parents = desk.draft.parents(desk.focus.card) if desk.focus.card else []
    return parents[0].id if len(parents) == 1 else None


# -- marking ---------------------------------------------------------------------------------


def mark(desk: Desk, role: Role, spans: Sequence[Span], *, append: bool = False) -> None:
    """Make a claim of a selection, or give a role of an attribution its spans."""
    checked = desk.draft.check_spans(spans)
    if not checked:
        raise EditError(f"Expected a selection for the {role}, got none.")
    marks: dict[Role, Callable[..., None]] = {
        "claim": _mark_claim,
        "source": _mark_source,
        "cue": _mark_cue,
        "anchor": _mark_anchor,
    }
    if role not in marks:
        raise EditError(f"Expected one of {', '.join(marks)}, got {role!r}.")
    marks[role](desk, checked, append=append)


def _mark_claim(desk: Desk, spans: tuple[Span, ...], *, append: bool) -> None:
    draft, focus = desk.draft, desk.focus
    if append and focus.card:
        claim = draft.claim(focus.card)
        draft.update(claim.id, spans=draft.check_spans([*claim.spans, *spans]))
        return
    claim = Claim(desk.new_id("c"), focus.sentence, spans, None, features=desk.features("claims"))
    _place_claim(desk, claim)


def _place_claim(desk: Desk, claim: Claim) -> None:
    """Add a claim; it is what an armed target waited for, or its source slot is armed."""
    armed = desk.focus.armed
    desk.draft.put(claim)
    if armed and armed.slot == "target" and armed.attribution:
        target(desk, target=claim.id, attribution=armed.attribution)
    else:
        desk.show(claim.id, None, Armed("source", claim=claim.id))


def _mark_source(desk: Desk, spans: tuple[Span, ...], *, append: bool) -> None:
    attribution = desk.draft.attributions.get(desk.focus.attribution or "")
    if append and attribution and attribution.source.spans:
        spans = desk.draft.check_spans([*attribution.source.spans, *spans])
        source = msgspec.structs.replace(attribution.source, spans=spans)
        desk.draft.update(attribution.id, source=source)
    else:
        _give_source(desk, Source(spans, "explicit"))


def _give_source(desk: Desk, source: Source) -> None:
    """Fill the armed or empty source slot, or make one more attribution to the claim in focus."""
    draft, focus = desk.draft, desk.focus
    armed = focus.armed.attribution if focus.armed and focus.armed.slot == "source" else None
    current = draft.attributions.get(focus.attribution or "")
    if armed is None and current is not None and current.source.realization is None:
        armed = current.id
    if armed is not None:
        draft.update(armed, source=source)
        desk.show_attribution(armed)
    else:
        _new_attribution(desk, source=source)


def _new_attribution(
    desk: Desk,
    *,
    source: Source | None = None,
    cue: tuple[Span, ...] | None = None,
    anchor: tuple[Span, ...] = (),
) -> None:
    armed = desk.focus.armed
    claim = armed.claim if armed and armed.claim else desk.focus.card
    attribution = Attribution(
        desk.new_id("a"),
        desk.focus.sentence,
        source=source or Source(),
        cue=cue,
        targets=(claim,) if claim and not anchor else (),
        anchor=anchor,
        features=desk.features("attributions"),
    )
    desk.draft.put(attribution)
    desk.show_attribution(attribution.id)


def _mark_cue(desk: Desk, spans: tuple[Span, ...], *, append: bool) -> None:
    attribution = _attribution_in_focus(desk)
    if attribution is None:
        _new_attribution(desk, cue=spans)
        return
    if append and attribution.cue:
        spans = desk.draft.check_spans([*attribution.cue, *spans])
    desk.draft.update(attribution.id, cue=spans)
    desk.show_attribution(attribution.id)


def _mark_anchor(desk: Desk, spans: tuple[Span, ...], *, append: bool) -> None:
    attribution = _attribution_in_focus(desk)
    if attribution is None:
        _new_attribution(desk, anchor=spans)
        return
    if append:
        spans = desk.draft.check_spans([*attribution.anchor, *spans])
    desk.draft.update(attribution.id, anchor=spans)
    desk.show_attribution(attribution.id)


def _attribution_in_focus(desk: Desk) -> Attribution | None:
    armed = desk.focus.armed.attribution if desk.focus.armed else None
    return desk.draft.attributions.get(armed or desk.focus.attribution or "")


def fill(desk: Desk, spans: Sequence[Span]) -> None:
    """Give the armed slot its spans."""
    armed = desk.focus.armed
    if armed is None or armed.slot not in ("source", "cue"):
        raise EditError(
            "Expected an armed slot for words, there is none.",
            hint="Press the key of a role, or click a slot first.",
        )
    mark(desk, armed.slot, spans)


def source_kind(desk: Desk, realization: Realization) -> None:
    """Give a source that has no words here: understood, unnamed, or the writer."""
    if realization not in ("pro_drop", "implicit", "author"):
        raise EditError(f"Expected pro_drop, implicit or author, got {realization!r}.")
    if not (desk.focus.card or desk.focus.attribution or desk.focus.armed):
        raise EditError("Expected a claim in focus, there is none.", hint="Mark the claim first.")
    _give_source(desk, Source((), realization))


def writer(desk: Desk, claim: str | None = None) -> None:
    """Say that a claim is the writer's own."""
    found = desk.draft.claim(claim or desk.focus.card or "")
    if desk.draft.parents(found.id):
        raise EditError(
            "Expected a claim without a source, this one has one.",
            hint="Delete its attribution first.",
            subject=found,
        )
    desk.draft.update(found.id, voice="author")
    desk.show(found.id)


def relay(desk: Desk, attribution: str | None = None) -> None:
    """Make an attribution that relays another, with the scheme's stance for relays."""
    inner = desk.target_attribution(attribution)
    stance = desk.scheme.relay_stance
    outer = Attribution(
        desk.new_id("a"),
        inner.sentence,
        targets=(inner.id,),
        stance=stance,
        certainty=desk.scheme.default_certainty(stance),
        features=desk.features("attributions"),
    )
    desk.draft.put(outer)
    desk.show_attribution(outer.id)


# -- values ----------------------------------------------------------------------------------


def stance(desk: Desk, value: str, attribution: str | None = None) -> None:
    """Set a stance, and the certainty that goes with it by default."""
    desk.scheme.stance(value)
    found = desk.target_attribution(attribution)
    certainty = found.certainty
    if certainty is None or not desk.scheme.allows(value, certainty):
        certainty = desk.scheme.default_certainty(value)
    desk.draft.update(found.id, stance=value, certainty=certainty)
    desk.show_attribution(found.id)


def certainty(desk: Desk, value: str | None = None, attribution: str | None = None) -> None:
    """Set a certainty; without a value, the next one that the stance allows."""
    found = desk.target_attribution(attribution)
    if found.stance is None:
        raise EditError("Expected a stance before its certainty, there is none.", subject=found)
    allowed = desk.scheme.certainties(found.stance)
    if value is None and found.certainty in allowed:
        value = allowed[(allowed.index(found.certainty) + 1) % len(allowed)]
    if not desk.scheme.allows(found.stance, value):
        names = ", ".join(str(each) for each in allowed) or "none"
        message = f"Expected a certainty that goes with {found.stance} ({names}), got {value}."
        raise EditError(message, subject=found)
    desk.draft.update(found.id, certainty=value)


def target(desk: Desk, target: str, attribution: str | None = None, *, on: bool = True) -> None:
    """Link an attribution to a claim or to another attribution, or take the link away."""
    found = desk.target_attribution(attribution)
    desk.draft.item(target)
    others = tuple(each for each in found.targets if each != target)
    desk.draft.update(found.id, targets=(*others, target) if on else others)
    desk.show_attribution(found.id)


def spans(desk: Desk, item_id: str, role: Role, spans: Sequence[Span]) -> None:
    """Replace the fragments of a role; an empty list takes them away."""
    checked = desk.draft.check_spans(spans)
    item = desk.draft.item(item_id)
    if isinstance(item, Claim):
        if role != "claim":
            raise EditError(f"Expected the role claim for a claim, got {role!r}.", subject=item)
        if not checked and not item.proposition:
            message = "Expected words or a proposition for a claim, got neither."
            raise EditError(message, subject=item)
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
    item = _item_in_focus(desk, item_id)
    desk.draft.update(item.id, unsure=not item.unsure if value is None else value)


def note(desk: Desk, text: str, item_id: str | None = None) -> None:
    """Write a note on an item; an empty one takes it away."""
    desk.draft.update(_item_in_focus(desk, item_id).id, note=text.strip() or None)


def proposition(desk: Desk, text: str, item_id: str | None = None) -> None:
    """Say in one sentence what a claim states."""
    claim = desk.draft.claim(item_id or desk.focus.card or "")
    if not text.strip() and not claim.spans:
        raise EditError("Expected a proposition: this claim has no words.", subject=claim)
    desk.draft.update(claim.id, proposition=text.strip() or None)


def feature(desk: Desk, name: str, value: str | None, item_id: str | None = None) -> None:
    """Set an optional feature of an item; ``None`` unsets it."""
    item = _item_in_focus(desk, item_id)
    on = "claims" if isinstance(item, Claim) else "attributions"
    known = {each.name: each for each in desk.scheme.features_on(on)}
    if name not in known:
        names = ", ".join(known) or "none"
        raise EditError(f"Expected a feature of the scheme ({names}), got {name!r}.", subject=item)
    values = [label.value for label in known[name].values]
    if value is not None and value not in values:
        raise EditError(f"Expected one of {', '.join(values)}, got {value!r}.", subject=item)
    desk.draft.update(item.id, features={**item.features, name: value})


def understood_claim(desk: Desk, proposition: str) -> None:
    """Make a claim without words, that is only understood; the proposition says it."""
    text = proposition.strip()
    if not text:
        raise EditError("Expected a proposition: a claim without words needs one.")
    _place_claim(
        desk,
        Claim(
            desk.new_id("c"),
            desk.focus.sentence,
            (),
            None,
            proposition=text,
            features=desk.features("claims"),
        ),
    )


def delete(desk: Desk, item_id: str | None = None) -> None:
    """Take an item away, and mend what pointed at it."""
    item = _item_in_focus(desk, item_id)
    desk.draft.remove(item.id)
    desk.show(desk.focus.card if desk.focus.card in desk.draft.claims else None)


def _item_in_focus(desk: Desk, item_id: str | None) -> Claim | Attribution:
    found = item_id or desk.focus.attribution or desk.focus.card
    if found is None:
        raise EditError("Expected a card in focus, there is none.", hint="Click one first.")
    return desk.draft.item(found)


# -- decisions -------------------------------------------------------------------------------


def decide(desk: Desk, status: Status, *, nothing: bool = False) -> None:
    """Say of the sentence in focus that it is done, skipped, or open again."""
    if status not in ("open", "done", "skipped"):
        raise EditError(f"Expected open, done or skipped, got {status!r}.")
    sentence = desk.focus.sentence
    if status == "done":
        _check_done(desk, sentence, nothing=nothing)
    decision = desk.draft.decision(sentence)
    desk.draft.decide(msgspec.structs.replace(decision, status=status))
    desk.show()


def _check_done(desk: Desk, sentence: str, *, nothing: bool) -> None:
    claims, attributions = desk.draft.items_of(sentence)
    count = len(claims) + len(attributions)
    if nothing and count:
        raise EditError(
            f"Expected a sentence without annotations, this one has {count}.",
            hint="Delete them first, or accept the sentence as done.",
        )
    if not nothing and not count:
        raise UnfinishedError(
            "Expected something to accept, this sentence has no annotations.",
            hint="Say that there is nothing here instead.",
        )
    if missing := find_missing(desk.draft, sentence):
        slots = ", ".join(sorted({each.slot for each in missing}))
        count = "1 slot is" if len(missing) == 1 else f"{len(missing)} slots are"
        raise UnfinishedError(
            f"Expected finished claims, {count} empty: {slots}.",
            hint="Fill what is marked, or delete it.",
            subject=[each.id for each in missing],
        )


def flag(desk: Desk, *, value: bool | None = None) -> None:
    """Flag the sentence in focus, or take the flag off; without a value, the other way round."""
    decision: Decision = desk.draft.decision(desk.focus.sentence)
    flagged = not decision.flagged if value is None else value
    desk.draft.decide(msgspec.structs.replace(decision, flagged=flagged))


def comment(desk: Desk, text: str) -> None:
    """Comment on the sentence in focus; an empty text takes the comment away."""
    decision = desk.draft.decision(desk.focus.sentence)
    desk.draft.decide(msgspec.structs.replace(decision, comment=text.strip() or None))


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
    if attribution is not None:
        desk.draft.attribution(attribution)
        desk.show(_card_of(desk.draft, attribution), attribution, Armed(slot, None, attribution))
        return
    found = desk.draft.claim(claim or desk.focus.card or "")
    if slot != "source":
        raise EditError(f"Expected an attribution whose {slot} to arm, got a claim.")
    desk.show(found.id, None, Armed("source", claim=found.id))


def focus(desk: Desk, card: str | None = None, attribution: str | None = None) -> None:
    """Put a card, and an attribution on it, in focus; an armed target takes what is picked."""
    if card is not None:
        desk.draft.claim(card)
    if attribution is not None:
        desk.draft.attribution(attribution)
        card = card or _card_of(desk.draft, attribution)
    desk.show(card, attribution)
