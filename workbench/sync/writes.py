"""One write of an annotation: whether it may be sent, what it says, and what came of it."""

from __future__ import annotations

from typing import Any

from workbench.exchange.label_studio import list_problems
from workbench.sync.comparing import Comparison, describe_change
from workbench.sync.entries import Entry
from workbench.sync.link import Link
from workbench.sync.pairs import Item, Pair
from workbench.sync.results import hash_result, is_same_result


def check_write(link: Link, pair: Pair, item: Item, sent: list[Any]) -> Entry | None:
    """Return why a result is not sent, where the editor there could not show it."""
    assert pair.document is not None  # noqa: S101  the caller has looked
    there = item.theirs.result if item.theirs else []
    text = pair.document.document.text
    problems = list_problems(sent, text, link.scheme, there)
    if not problems:
        return None
    details = tuple(str(each) for each in problems)
    return Entry("there", "hold", "annotation", pair.wb_id, item.layer, "invalid", details=details)


def describe_write(
    pair: Pair, item: Item, ours: list[Any], sent: list[Any], found: Comparison | None
) -> Entry:
    """Return the entry of a result that is about to be sent."""
    there = item.theirs.result if item.theirs else []
    keys = tuple(each.key for each in found.conflicts) if found else ()
    return Entry(
        "there",
        "conflict" if keys else ("update" if item.theirs else "create"),
        "annotation",
        pair.wb_id,
        item.layer,
        changes=describe_change(there, sent),
        ours=hash_result(ours),
        theirs=hash_result(there) if item.theirs else None,
        details=keys,
    )


def judge_write(outcome: str, sent: list[Any], fresh: list[Any] | None) -> str | None:
    """Return ``""`` where a write is there, why it is not, or ``None`` to try again."""
    if fresh is not None and is_same_result(fresh, sent):
        return ""
    if outcome == "sent" and fresh is not None:
        return "raced"
    if outcome == "refused" or (outcome == "taken" and fresh is None):
        return outcome
    return None
