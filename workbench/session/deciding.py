"""What is said of a sentence: done, nothing here, skipped, flagged, commented on."""

from __future__ import annotations

import msgspec

from workbench.errors import EditError, UnfinishedError
from workbench.model import Status
from workbench.session.desk import Desk
from workbench.session.focus import find_missing
from workbench.session.suggesting import note_decision
from workbench.session.wording import refusal


def decide(desk: Desk, status: Status, *, nothing: bool = False) -> None:
    """Say of the sentence in focus that it is done, skipped, or open again."""
    if status not in ("open", "done", "skipped"):
        raise EditError(f"Expected open, done or skipped, got {status!r}.")
    sentence = desk.focus.sentence
    if status == "done":
        _check_done(desk, sentence, nothing=nothing)
    note_decision(desk, status)
    decision = desk.draft.decision(sentence)
    desk.draft.decide(msgspec.structs.replace(decision, status=status))
    desk.show()


def _check_done(desk: Desk, sentence: str, *, nothing: bool) -> None:
    claims, attributions = desk.draft.items_of(sentence)
    count = len(claims) + len(attributions)
    if nothing and count:
        raise refusal("has_annotations", count=count)
    if not nothing and not count:
        raise refusal("no_annotations", kind=UnfinishedError)
    if missing := find_missing(desk.draft, sentence):
        raise refusal(
            "unfinished",
            kind=UnfinishedError,
            subject=[each.id for each in missing],
            count=len(missing),
            slots=tuple(f"slot.{slot}" for slot in sorted({each.slot for each in missing})),
        )


def flag(desk: Desk, *, value: bool | None = None) -> None:
    """Flag the sentence in focus, or take the flag off; without a value, the other way round."""
    decision = desk.draft.decision(desk.focus.sentence)
    flagged = not decision.flagged if value is None else value
    desk.draft.decide(msgspec.structs.replace(decision, flagged=flagged))


def comment(desk: Desk, text: str) -> None:
    """Comment on the sentence in focus; an empty text takes the comment away."""
    decision = desk.draft.decision(desk.focus.sentence)
    desk.draft.decide(msgspec.structs.replace(decision, comment=text.strip() or None))
