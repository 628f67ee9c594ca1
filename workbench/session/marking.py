"""Edits that make claims and attributions, and link them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from workbench.errors import EditError
from workbench.model import Attribution, Claim, Realization, Source, Span
from workbench.session.desk import Desk, Role
from workbench.session.focus import Armed
from workbench.session.wording import refusal


def mark(desk: Desk, role: Role, spans: Sequence[Span], *, append: bool = False) -> None:
    """Make a claim of a selection, or give a role of an attribution its spans."""
    checked = desk.draft.check_spans(spans)
    if not checked:
        raise refusal("no_words", role=f"notice.role.{role}")
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
        # Words marked with the mouse may lie in another sentence: work goes on there.
        desk.go_to(desk.draft.claim(claim.id).sentence)
        desk.show(claim.id, None, Armed("source", claim=claim.id))


def _mark_source(desk: Desk, spans: tuple[Span, ...], *, append: bool) -> None:
    attribution = desk.draft.attributions.get(desk.focus.attribution or "")
    if append and attribution and attribution.source.spans:
        spans = desk.draft.check_spans([*attribution.source.spans, *spans])
        source = msgspec.structs.replace(attribution.source, spans=spans)
        desk.draft.update(attribution.id, source=source)
    else:
        give_source(desk, Source(spans, "explicit"))


def give_source(desk: Desk, source: Source) -> None:
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
    if claim is None:
        desk.go_to(desk.draft.attribution(attribution.id).sentence)
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
    here = desk.draft.sentence_at(spans[0].start)
    # Words that point back stand in the sentence of who speaks: in another one, somebody else does.
    if attribution is None or (here not in (attribution.sentence, desk.focus.sentence)):
        desk.go_to(here)
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
        raise refusal("nothing_armed")
    mark(desk, armed.slot, spans)


def source_kind(desk: Desk, realization: Realization) -> None:
    """Give a source that has no words here: understood, unnamed, or the writer."""
    if realization not in ("pro_drop", "implicit", "author"):
        raise EditError(f"Expected pro_drop, implicit or author, got {realization!r}.")
    if not (desk.focus.card or desk.focus.attribution or desk.focus.armed):
        raise refusal("no_claim")
    give_source(desk, Source((), realization))


def writer(desk: Desk, claim: str | None = None) -> None:
    """Say that a claim is the writer's own."""
    found = desk.draft.claim(claim or desk.focus.card or "")
    if desk.draft.parents(found.id):
        raise refusal("has_source", subject=found)
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


def understood_claim(desk: Desk, proposition: str) -> None:
    """Make a claim without words, that is only understood; the proposition says it."""
    text = proposition.strip()
    if not text:
        raise refusal("no_proposition")
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


def target(desk: Desk, target: str, attribution: str | None = None, *, on: bool = True) -> None:
    """Link an attribution to a claim or to another attribution, or take the link away."""
    found = desk.target_attribution(attribution)
    desk.draft.item(target)
    others = tuple(each for each in found.targets if each != target)
    desk.draft.update(found.id, targets=(*others, target) if on else others)
    desk.show_attribution(found.id)
