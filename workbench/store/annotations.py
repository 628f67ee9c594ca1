"""Saving and reading annotations: one action, one transaction, one new revision a sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import msgspec
from sqlalchemy import Connection, Row, and_, bindparam, insert, select, update

from workbench.errors import ConflictError, DocumentError, UsageError
from workbench.model import Annotation, dump_line
from workbench.store import tables
from workbench.store.admission import is_id
from workbench.store.database import Step, insert_if_new, upsert
from workbench.store.documents import find_document, make_unknown_sentence
from workbench.store.values import Action, Change, Saved, StoredAnnotation
from workbench.store.walking import close_sentence, open_sentence

IMPORT = "import"
"""An action of this name is not the annotator's: undo passes it over."""

_NAME = re.compile(r"[A-Za-z0-9_.:\-]{1,128}")
_DECIDED = ("done", "skipped")

_head, _revision = tables.head, tables.revision
_HEADS = (
    select(_head.c.number, _revision.c.content)
    .join(_revision, _revision.c.id == _head.c.revision)
    .where(
        _head.c.layer == bindparam("in_layer"),
        _head.c.position >= bindparam("first"),
        _head.c.position < bindparam("stop"),
    )
    .order_by(_head.c.position)
)
_TARGET = (
    select(
        tables.sentence.c.position,
        tables.sentence.c.walkable,
        _head.c.number,
        _head.c.status,
        _head.c.flagged,
        _head.c.active_s,
        _revision.c.content,
    )
    .join(tables.document, tables.document.c.number == tables.sentence.c.document)
    .outerjoin(
        _head,
        and_(
            _head.c.position == tables.sentence.c.position,
            _head.c.layer == bindparam("in_layer"),
        ),
    )
    .outerjoin(_revision, _revision.c.id == _head.c.revision)
    .where(
        tables.document.c.id == bindparam("document_id"),
        tables.sentence.c.id == bindparam("sentence_id"),
    )
)


class Target(msgspec.Struct, frozen=True):
    """A sentence to be saved, with the head that it has in the layer (0 and "" where none)."""

    document: str
    sentence: str
    position: int
    walkable: int
    number: int
    content: str
    status: str
    flagged: int
    active_s: float | None

    @property
    def stored(self) -> StoredAnnotation:
        """The annotation that stands now."""
        if not self.content:
            return StoredAnnotation(Annotation(self.sentence), 0)
        return StoredAnnotation(load_annotation(self.content), self.number)


def save_action(
    connection: Connection, action: Action, now: Callable[[], str], step: Step
) -> Saved:
    """Save `action`, or refuse it whole; called inside a transaction that writes."""
    check_names(action.layer, action.key)
    _check_changes(action)
    tops = lock_layer(connection, action.layer) or _add_layer(connection, action.layer)
    known = find_saved(connection, action.layer, action.key)
    if known is not None:
        return known
    contents = {_name(each): dump_annotation(each.annotation) for each in action.changes}
    targets = find_targets(connection, action.layer, list(contents))
    _refuse_conflicts(action, targets)
    is_import = action.name == IMPORT
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
    return add_revisions(connection, action, number, targets, contents, step)


def check_names(layer: str, key: str) -> None:
    """Refuse a layer or key that is not made of the alphabet of ids."""
    for what, name in (("layer", layer), ("key", key)):
        if _NAME.fullmatch(name) is None:
            raise UsageError(
                f"Expected a {what} of 1 to 128 characters A-Z a-z 0-9 _ . : -, got {name!r}."
            )


def lock_layer(connection: Connection, layer: str) -> Row[Any] | None:
    """Make other writers of `layer` wait, and return its row; None where it holds nothing yet.

    The project is locked for sharing first: whoever changes segments or adds documents waits too.
    """
    connection.execute(select(tables.project.c.id).with_for_update(read=True))
    query = select(tables.layer).where(tables.layer.c.name == layer).with_for_update()
    return connection.execute(query).one_or_none()


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


def find_targets(
    connection: Connection, layer: str, names: Sequence[tuple[str, str]]
) -> list[Target]:
    """Return the sentences ``(document, sentence)`` with their heads in `layer`."""
    return [_find_target(connection, layer, *name) for name in names]


def add_action(connection: Connection, row: dict[str, Any]) -> int:
    """Add a row to the actions and return its number."""
    done = connection.execute(insert(tables.action).returning(tables.action.c.number), row)
    return int(done.scalar_one())


def set_tops(
    connection: Connection, layer: str, *, undo_top: int | None, redo_top: int | None
) -> None:
    """Say which actions an undo and a redo of `layer` will take."""
    connection.execute(
        update(tables.layer)
        .where(tables.layer.c.name == layer)
        .values(undo_top=undo_top, redo_top=redo_top)
    )


def add_revisions(
    connection: Connection,
    action: Action,
    number: int,
    targets: Sequence[Target],
    contents: Mapping[tuple[str, str], str],
    step: Step,
) -> Saved:
    """Add one revision to each target, and bring along all that is derived from them."""
    numbers: dict[tuple[str, str], int] = {}
    counts = {"done": 0, "skipped": 0, "flagged": 0}
    for index, (target, change) in enumerate(zip(targets, action.changes, strict=True)):
        name = target.document, target.sentence
        annotation = change.annotation
        active_s = action.active_s if index == 0 else None
        row = {
            "position": target.position,
            "layer": action.layer,
            "number": target.number + 1,
            "action": number,
            "active_s": active_s,
            "content": contents[name],
        }
        added = insert(tables.revision).returning(tables.revision.c.id)
        revision = int(connection.execute(added, row).scalar_one())
        step("inserted")
        _set_head(connection, action.layer, target, annotation, revision, active_s)
        _count(counts, target, annotation)
        numbers[name] = target.number + 1
    _add_counts(connection, action.layer, counts)
    return Saved(action.key, numbers)


def read_annotations(
    connection: Connection, document_id: str, layer: str
) -> dict[str, StoredAnnotation]:
    """Return what `layer` has said of the sentences of one document."""
    document = find_document(connection, document_id)
    first, stop = document.first_position, document.first_position + document.sentences
    rows = connection.execute(_HEADS, {"in_layer": layer, "first": first, "stop": stop})
    stored = (StoredAnnotation(load_annotation(row.content), row.number) for row in rows)
    return {each.annotation.sentence: each for each in stored}


def load_annotation(content: str) -> Annotation:
    """Return the annotation that a revision's content holds."""
    return msgspec.json.decode(content, type=Annotation)


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
            subject=annotation.sentence,
        ) from error
    return content


def _add_layer(connection: Connection, layer: str) -> Row[Any]:
    row = {"name": layer, "done": 0, "skipped": 0, "flagged": 0}
    insert_if_new(connection, tables.layer, row)
    return cast("Row[Any]", lock_layer(connection, layer))


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


def _find_target(connection: Connection, layer: str, document_id: str, sentence_id: str) -> Target:
    if not is_id(sentence_id):
        raise make_unknown_sentence(document_id, sentence_id)
    names = {"in_layer": layer, "document_id": document_id, "sentence_id": sentence_id}
    row = connection.execute(_TARGET, names).one_or_none() if is_id(document_id) else None
    if row is None:
        find_document(connection, document_id)
        raise make_unknown_sentence(document_id, sentence_id)
    return Target(
        document=document_id,
        sentence=sentence_id,
        position=row.position,
        walkable=row.walkable,
        number=row.number or 0,
        content=row.content or "",
        status=row.status or "open",
        flagged=row.flagged or 0,
        active_s=row.active_s,
    )


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
    )


def _read_numbers(connection: Connection, action: int) -> dict[tuple[str, str], int]:
    document, sentence, revision = tables.document, tables.sentence, tables.revision
    rows = connection.execute(
        select(document.c.id.label("document_id"), sentence.c.id, revision.c.number)
        .select_from(revision)
        .join(sentence, sentence.c.position == revision.c.position)
        .join(document, document.c.number == sentence.c.document)
        .where(revision.c.action == action)
        .order_by(revision.c.id)
    )
    return {(row.document_id, row.id): row.number for row in rows}


def _set_head(
    connection: Connection,
    layer: str,
    target: Target,
    annotation: Annotation,
    revision: int,
    active_s: float | None,
) -> None:
    times = [each for each in (target.active_s, active_s) if each is not None]
    total = sum(times) if times else None
    decided = annotation.status in _DECIDED
    row = {
        "layer": layer,
        "position": target.position,
        "number": target.number + 1,
        "revision": revision,
        "status": annotation.status,
        "flagged": int(annotation.flagged),
        "active_s": total,
        "timed": int(decided and total is not None),
    }
    upsert(connection, tables.head, [row])
    if decided:
        close_sentence(connection, layer, target.position)
    elif target.status in _DECIDED and target.walkable:
        open_sentence(connection, layer, target.position)


def _count(counts: dict[str, int], target: Target, annotation: Annotation) -> None:
    if not target.walkable:
        return
    if target.status in counts:
        counts[target.status] -= 1
    if annotation.status in counts:
        counts[annotation.status] += 1
    counts["flagged"] += int(annotation.flagged) - target.flagged


def _add_counts(connection: Connection, layer: str, counts: Mapping[str, int]) -> None:
    columns = tables.layer.c
    changed = {name: columns[name] + count for name, count in counts.items() if count}
    if changed:
        connection.execute(update(tables.layer).where(columns.name == layer).values(changed))
