"""What a screen reader says after an operation: one short sentence."""

from __future__ import annotations

from typing import Any

from workbench.model import Claim
from workbench.scheme import Scheme
from workbench.session.desk import Desk
from workbench.session.draft import Draft
from workbench.session.focus import Focus
from workbench.session.wording import label_of, load_texts, name_of, word

QUOTE_LENGTH = 60


def describe(
    language: str, scheme: Scheme, name: str, args: dict[str, Any], focus: Focus, draft: Draft
) -> str:
    """Return what operation `name` did, and which slot is armed now."""
    done = _done(language, scheme, name, args, focus, draft)
    return " ".join(filter(None, [done, _armed(language, focus)]))


def _done(
    language: str, scheme: Scheme, name: str, args: dict[str, Any], focus: Focus, draft: Draft
) -> str:
    attribution = draft.attributions.get(focus.attribution or "")
    if name in ("mark", "fill"):
        quotes = shorten(" … ".join(span.text for span in args.get("spans", ())))
        role = name_of(language, "say.role", str(args.get("role", "words")))
        return word(language, "say.words", {"role": role, "quotes": quotes})
    if name == "source_kind":
        kind = name_of(language, "say.kind", args.get("realization", ""))
        return word(language, "say.source_kind", {"kind": kind})
    if name == "decide":
        nothing = bool(args.get("nothing"))
        return word(language, "say.nothing" if nothing else f"say.status.{args['status']}")
    if name in ("stance", "certainty") and attribution:
        return f"{_say_stance(language, scheme, attribution.stance, attribution.certainty)}."
    if name == "flag":
        flagged = draft.decision(focus.sentence).flagged
        return word(language, "say.flagged" if flagged else "say.unflagged")
    return str(load_texts(language).get(f"say.done.{name}", ""))


def _say_stance(language: str, scheme: Scheme, stance: str | None, certainty: str | None) -> str:
    names = {each.value: each.name for each in scheme.stances if each.value == stance}
    names |= {each.value: each.name for each in scheme.certainty_labels if each.value == certainty}
    separator = word(language, "tools.separator")
    return separator.join(label_of(language, texts) for texts in names.values())


def _armed(language: str, focus: Focus) -> str:
    if focus.armed is None:
        return ""
    return word(language, "say.armed", {"slot": name_of(language, "slot", focus.armed.slot)})


def add_suggestions(language: str, spoken: str, desk: Desk, focus: Focus) -> str:
    """Return what was said, how many suggestions were left, and the one in focus now."""
    parts = [spoken]
    if left := sum(each.verdict == "ignored" for each in desk.verdicts):
        parts.append(word(language, "say.untaken", {"count": left}))
    offer = desk.offers.by_id.get(focus.suggestion or "")
    if offer is not None:
        is_claim = isinstance(offer.item, Claim)
        spans = offer.item.spans if isinstance(offer.item, Claim) else offer.item.source.spans
        quotes = shorten(" … ".join(span.text for span in spans))
        key = "say.suggested_claim" if is_claim else "say.suggested_source"
        parts.append(word(language, key, {"quotes": quotes, "origin": offer.item.origin}))
    return " ".join(filter(None, parts))


def shorten(text: str) -> str:
    """Return the beginning of a long quotation."""
    return text if len(text) <= QUOTE_LENGTH else f"{text[:QUOTE_LENGTH].rstrip()}…"
