"""Annotations of tasks that the workbench made, from a JSON export: with all that it put there."""

from __future__ import annotations

from typing import Any

import msgspec

from workbench.errors import InputError
from workbench.exchange.assembly import assemble_record
from workbench.exchange.formats.found import Ground, Known
from workbench.exchange.formats.losses import Losses
from workbench.exchange.formats.rebuilding import find_provenance, require_valid
from workbench.exchange.label_studio.loading import Loaded, ResultGround, load_result
from workbench.exchange.label_studio.parsing import as_dict, as_list
from workbench.exchange.label_studio.tasks import LoadedTask, load_task
from workbench.model import Record, compute_text_sha256

_LOST = {
    "unknown": "parts of other configurations",
    "untied": "sources, anchors and relations that are tied to nothing",
    "quarantined": "regions that do not fit the text",
}


def is_pushed(task: dict[str, Any], result: Any) -> bool:
    """Answer whether the workbench made the task, or wrote down what a region of it is."""
    if load_task(task).document is not None:
        return True
    named = (as_dict(as_dict(as_dict(each).get("meta")).get("wb")) for each in as_list(result))
    return load_task(task).document_id is not None and any("item" in each for each in named)


def rebuild_pushed(
    task: dict[str, Any], result: Any, place: str, ground: Ground, losses: Losses
) -> Record:
    """Return the record that `result` says of the document of `task`.

    Raises
    ------
    InputError
        The document is neither in the task nor known with the same text.
    RecordError
        The record would break a rule; the message names it.
    """
    known = _find_document(load_task(task), place, ground)
    loaded = load_result(result, ResultGround(known.document, known.sentences, ground.scheme))
    _count(loaded, losses)
    assembly = assemble_record(
        known.document,
        known.segments,
        known.sentences,
        loaded.annotations,
        find_provenance(None, ground, losses),
        needs_certainty=lambda stance: None not in ground.scheme.certainties(stance),
        scheme=ground.scheme,
    )
    losses.add("claims and attributions", "dropped", len(assembly.left_out), "unfinished")
    return require_valid(_close(assembly.record, losses), ground, place)


def _find_document(task: LoadedTask, place: str, ground: Ground) -> Known:
    text = task.text or ""
    known = ground.find(task.document_id or "")
    if known is not None and known.document.text == text:
        return known
    if known is not None or task.document is None or task.sentences is None:
        raise InputError(
            f"{place}: Expected a document that the project has with this text, got another.",
            hint="Import from a project that the task was pushed from.",
        )
    if compute_text_sha256(text) != task.text_sha256:
        raise InputError(
            f"{place}: Expected the text that was pushed, got a changed one.",
            hint="Annotations stand on its characters: put the pushed text back.",
        )
    return Known(task.document, task.segments or (), task.sentences)


def _count(loaded: Loaded, losses: Losses) -> None:
    for finding in loaded.findings:
        if finding.kind in _LOST:
            losses.add(_LOST[finding.kind], "dropped")
        elif finding.kind in ("moved", "adjusted", "needs_review", "ambiguous"):
            losses.add("regions", "changed", why=finding.message.rstrip("."))


def _close(record: Record, losses: Losses) -> Record:
    """Decide on the open sentences of gold that have annotations: open ones may have none."""
    used = {each.sentence for each in record.claims}
    used.update(each.sentence for each in record.attributions)
    decisions = []
    for decision in record.decisions:
        if (
            record.provenance.layer == "gold"
            and decision.status == "open"
            and decision.sentence in used
        ):
            losses.add("decisions", "changed", why="open sentences with annotations are done")
            decision = msgspec.structs.replace(decision, status="done")  # noqa: PLW2901
        decisions.append(decision)
    return msgspec.structs.replace(record, decisions=tuple(decisions))
