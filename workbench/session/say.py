"""What a screen reader says after an operation: one short sentence."""

from __future__ import annotations

from typing import Any

from workbench.session.draft import Draft
from workbench.session.focus import Focus

QUOTE_LENGTH = 60

DONE = {
    "writer": "The claim is the writer's own.",
    "relay": "A relay was added.",
    "delete": "Deleted.",
    "note": "Note saved.",
    "proposition": "Proposition saved.",
    "comment": "Comment saved.",
    "understood_claim": "A claim that is only understood was added.",
    "spans": "The words were changed.",
    "target": "The link was changed.",
    "feature": "The feature was set.",
    "segment": "The stretch was changed.",
    "date": "The publication date was set.",
    "resolve": "The conflict is settled.",
}
REALIZATIONS = {"pro_drop": "understood", "implicit": "unnamed", "author": "the writer"}
STATUSES = {"done": "Done.", "skipped": "Skipped.", "open": "Open again."}


def describe(name: str, args: dict[str, Any], focus: Focus, draft: Draft) -> str:
    """Return what operation `name` did, and which slot is armed now."""
    return " ".join(filter(None, [_done(name, args, focus, draft), _armed(focus)]))


def _done(name: str, args: dict[str, Any], focus: Focus, draft: Draft) -> str:
    attribution = draft.attributions.get(focus.attribution or "")
    if name in ("mark", "fill"):
        quotes = " … ".join(span.text for span in args.get("spans", ()))
        return f"{str(args.get('role', 'words')).capitalize()}: {shorten(quotes)}."
    if name == "source_kind":
        return f"Source: {REALIZATIONS.get(args.get('realization', ''), '')}."
    if name == "decide":
        return "Nothing here." if args.get("nothing") else STATUSES[args["status"]]
    if name in ("stance", "certainty") and attribution:
        parts = [attribution.stance, attribution.certainty]
        return f"{', '.join(part for part in parts if part)}."
    if name == "flag":
        return "Flagged." if draft.decision(focus.sentence).flagged else "Flag taken off."
    return DONE.get(name, "")


def _armed(focus: Focus) -> str:
    return f"Next: {focus.armed.slot}." if focus.armed else ""


def shorten(text: str) -> str:
    """Return the beginning of a long quotation."""
    return text if len(text) <= QUOTE_LENGTH else f"{text[:QUOTE_LENGTH].rstrip()}…"
