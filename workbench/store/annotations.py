"""Saving and reading annotations: one action, one transaction, one new revision a sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from sqlalchemy import Connection, bindparam, select

from workbench.errors import ConflictError, DocumentError, UsageError
from workbench.model import Annotation, dump_line
from workbench.store import tables
from workbench.store.database import Step
from workbench.store.documents import find_document
from workbench.store.linking import add_links
from workbench.store.people import refuse_withdrawn
from workbench.store.revisions import (
    Target,
    add_action,
    add_layer,
    add_revisions,
    find_targets,
    load_annotation,
    lock_layer,
    set_tops,
)
from workbench.store.rulings import add_rules
from workbench.store.values import Action, Change, Saved, StoredAnnotation
from workbench.store.verdicts import add_verdicts

IMPORT = "import"
"""The kind of an action that is not the annotator's: undo passes it over."""
MERGE = "take over"
"""The name of the action that takes over into gold what annotators agree on."""
_IMPORTS = (IMPORT, "sync", MERGE)
"""Actions of these names are of that kind."""

_NAME = re.compile(r"[A-Za-z0-9_.:\-]{1,128}")

_head, _revision = tables.head, tables.revision
_HEADS = (
    select(_head.c.number, _revision.c.content)
    .join(_revision, _revision.c.id == _head.c.revision)
    .where(
        _head.c.layer == bindparam("in_layer"),
        _head.c.spot >= bindparam("first"),
        _head.c.spot < bindparam("stop"),
    )
    .order_by(_head.c.spot)
)


def save_action(
    connection: Connection, action: Action, now: Callable[[], str], step: Step
) -> Saved:
    """Save `action`, or refuse it whole; called inside a transaction that writes."""
    check_names(action.layer, action.key)
    _check_changes(action)
    refuse_withdrawn(connection, action.layer)
    tops = lock_layer(connection, action.layer) or add_layer(connection, action.layer)
    known = find_saved(connection, action.layer, action.key)
    if known is not None:
        return known
    contents = {_name(each): dump_annotation(each.annotation) for each in action.changes}
    targets = find_targets(connection, action.layer, list(contents))
    _refuse_conflicts(action, targets)
    is_import = action.name in _IMPORTS
    kind = IMPORT if is_import else "edit"
    number = add_action(
        connection,
        {
            "key": action.key,
            "layer": action.layer,
            "kind": kind,
            "name": action.name,
            "below": None if is_import else tops.undo_top,
            "at_utc": now(),
        },
    )
    if not is_import:
        set_tops(connection, action.layer, undo_top=number, redo_top=None)
    saved = add_revisions(connection, action, number, targets, contents, step)
    add_verdicts(connection, action, number)
    add_rules(connection, action, number)
    add_links(connection, action, number)
    return saved


def check_names(layer: str, key: str) -> None:
    """Refuse a layer or key that is not made of the alphabet of ids."""
    for what, name in (("layer", layer), ("key", key)):
        if _NAME.fullmatch(name) is None:
            raise UsageError(
                f"Expected a {what} of 1 to 128 characters A-Z a-z 0-9 _ . : -, got {name!r}."
            )


def has_action(connection: Connection, key: str) -> bool:
    """Return whether an action was saved with `key`."""
    query = select(tables.action.c.number).where(tables.action.c.key == key)
    return connection.scalar(query) is not None


def find_saved(connection: Connection, layer: str, key: str) -> Saved | None:
    """Return the receipt of the action that was saved with `key`, or None."""
    row = connection.execute(select(tables.action).where(tables.action.c.key == key)).one_or_none()
    if row is None:
        return None
    if row.layer != layer:
        raise UsageError(
            f"Expected a key that no other layer has used, got {key!r}, known in {row.layer}."
        )
    return Saved(key, _read_numbers(connection, row.number), repeated=True)


def read_annotations(
    connection: Connection, document_id: str, layer: str
) -> dict[str, StoredAnnotation]:
    """Return what `layer` has said of the sentences of one document."""
    document = find_document(connection, document_id)
    first, stop = document.first_spot, document.first_spot + len(document.text) + 1
    rows = connection.execute(_HEADS, {"in_layer": layer, "first": first, "stop": stop})
    stored = (StoredAnnotation(load_annotation(row.content), row.number) for row in rows)
    return {each.annotation.sentence: each for each in stored}


def dump_annotation(annotation: Annotation) -> str:
    """Return the content of a revision; `DocumentError` where it is no Unicode text."""
    content = dump_line(annotation)
    try:
        content.encode()
    except UnicodeEncodeError as error:
        raise DocumentError(
            "Expected an annotation in Unicode, got half of a surrogate pair "
            f"(U+{ord(content[error.start]):04X}) in sentence {annotation.sentence!r}.",
            hint="Type the text again.",
            wording=("half_pair", {}),
            subject=annotation.sentence,
        ) from error
    return content


def _name(change: Change) -> tuple[str, str]:
    return change.document, change.annotation.sentence


def _check_changes(action: Action) -> None:
    names = [_name(change) for change in action.changes]
    if not names or len(set(names)) != len(names):
        got = "a sentence twice" if names else "none"
        raise UsageError(f"Expected an action to change sentences, each once, got {got}.")
    if not 1 <= len(action.name) <= 128 or not action.name.isprintable():
        raise UsageError(f"Expected an action's name of 1 to 128 characters, got {action.name!r}.")
    if action.active_s is not None and not 0 <= action.active_s < math.inf:
        raise UsageError(f"Expected a number of active seconds, got {action.active_s}.")


def _refuse_conflicts(action: Action, targets: Sequence[Target]) -> None:
    pairs = zip(action.changes, targets, strict=True)
    wrong = [(c, t) for c, t in pairs if c.based_on != t.number]
    if not wrong:
        return
    document_id = wrong[0][0].document
    mine = {c.annotation.sentence: c.annotation for c, _ in wrong if c.document == document_id}
    theirs = {t.sentence: t.stored for _, t in wrong if t.document == document_id}
    sentence, (change, target) = next(iter(mine)), wrong[0]
    raise ConflictError(
        f"Expected sentence {sentence!r} of document {document_id!r} at revision "
        f"{change.based_on}, got {target.number}: somebody saved it first.",
        mine=mine,
        theirs=theirs,
        hint="Look at both, then keep one.",
        wording=("saved_first", {"sentence": sentence}),
    )


def _read_numbers(connection: Connection, action: int) -> dict[tuple[str, str], int]:
    document, sentence, revision = tables.document, tables.sentence, tables.revision
    rows = connection.execute(
        select(document.c.id.label("document_id"), sentence.c.id, revision.c.number)
        .select_from(revision)
        .join(sentence, sentence.c.number == revision.c.sentence)
        .join(document, document.c.number == sentence.c.document)
        .where(revision.c.action == action)
        .order_by(revision.c.id)
    )
    return {(row.document_id, row.id): row.number for row in rows}
