"""Undo and redo across sessions: two persistent stacks for each layer, linked by pointers.

An edit lies on the edit before it (`below`); the layer's row names the top of both stacks. Undo
and redo are actions of their own, which add revisions; nothing is ever taken away.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import msgspec
from sqlalchemy import Connection, Row, select

from workbench.errors import ConflictError
from workbench.model import Annotation
from workbench.store import tables
from workbench.store.annotations import check_names, dump_annotation, find_saved
from workbench.store.database import Step
from workbench.store.documents import find_document
from workbench.store.linking import LINKS, refuse_changed_links
from workbench.store.people import refuse_withdrawn
from workbench.store.renumbering import Author
from workbench.store.resegmenting import find_resegmented, lock_project, restore_sentences
from workbench.store.revisions import (
    Target,
    add_revisions,
    find_targets,
    load_annotation,
    lock_layer,
    push_action,
)
from workbench.store.rulings import RULINGS
from workbench.store.values import Action, Change, Resegmented, Saved, Undone
from workbench.store.verdicts import turn_verdicts

_revision = tables.revision


class _Restored(msgspec.Struct, frozen=True):
    """What one revision of the undone action wrote, and what was there before it."""

    target: Target
    after: str
    before: str


def undo_action(
    connection: Connection, layer: str, key: str, now: Callable[[], str], step: Step
) -> Undone | None:
    """Take back the newest action of `layer`; None where there is nothing to take back."""
    return _step_back(connection, layer, key, now, step, kind="undo")


def redo_action(
    connection: Connection, layer: str, key: str, now: Callable[[], str], step: Step
) -> Undone | None:
    """Do again what was last undone; None where nothing was, or an edit came after it."""
    return _step_back(connection, layer, key, now, step, kind="redo")


def read_names(connection: Connection, layer: str) -> tuple[str | None, str | None]:
    """Return the names of the actions that an undo and a redo of `layer` would take."""
    action = tables.action
    row = connection.execute(select(tables.layer).where(tables.layer.c.name == layer)).one_or_none()
    if row is None:
        return None, None
    names: dict[int, str] = {
        each.number: each.name
        for each in connection.execute(
            select(action.c.number, action.c.name).where(
                action.c.number.in_([row.undo_top, row.redo_top])
            )
        )
    }
    return names.get(row.undo_top), names.get(row.redo_top)


def read_sentences(connection: Connection, layer: str) -> frozenset[tuple[str, str]]:
    """Return the documents and sentences of the action that an undo of `layer` would take."""
    sentence, document = tables.sentence, tables.document
    query = (
        select(document.c.id, sentence.c.id.label("sentence"))
        .join(sentence, sentence.c.document == document.c.number)
        .join(_revision, _revision.c.sentence == sentence.c.number)
        .join(tables.layer, tables.layer.c.undo_top == _revision.c.action)
        .where(tables.layer.c.name == layer)
    )
    return frozenset((row.id, row.sentence) for row in connection.execute(query))


def _step_back(
    connection: Connection, layer: str, key: str, now: Callable[[], str], step: Step, *, kind: str
) -> Undone | None:
    check_names(layer, key)
    refuse_withdrawn(connection, layer)
    if _is_of_sentences(connection, layer, kind):
        lock_project(connection)
    tops = lock_layer(connection, layer)
    if tops is None:
        return None
    known = find_saved(connection, layer, key)
    if known is not None:
        return _repeat(connection, known)
    number = tops.undo_top if kind == "undo" else tops.redo_top
    if number is None:
        return None
    old = connection.execute(select(tables.action).where(tables.action.c.number == number)).one()
    row = {"key": key, "layer": layer, "name": old.name, "at_utc": now()}
    if find_resegmented(connection, old.key) is not None:
        author = Author(layer, key, row["at_utc"], None, kind, old)
        return _restore_sentences(connection, old, author, step)
    restored = _find_restored(connection, layer, number)
    _refuse_conflicts(restored, kind, old.name)
    refuse_changed_links(connection, number, kind, old.name)
    added = push_action(connection, tops, row, kind, old)
    undone = _write(connection, layer, key, old.name, added, restored, step)
    turn_verdicts(connection, of=number, number=added)
    RULINGS.turn(connection, of=number, number=added)
    LINKS.turn(connection, of=number, number=added)
    return undone


def _restore_sentences(
    connection: Connection, old: Row[Any], author: Author, step: Step
) -> Undone | None:
    known = cast("Resegmented", find_resegmented(connection, old.key))
    document = find_document(connection, known.document)
    made = restore_sentences(connection, document, old.key, author, step)
    saved = cast("Saved", find_saved(connection, author.layer, author.key))
    sentences = tuple((made.document, each.id) for each in made.came)
    return Undone(
        old.name, made.document, sentences, msgspec.structs.replace(saved, repeated=False)
    )


def _find_restored(connection: Connection, layer: str, action: int) -> list[_Restored]:
    document, sentence = tables.document, tables.sentence
    earlier = _revision.alias("earlier")
    rows = connection.execute(
        select(
            document.c.id.label("document_id"),
            sentence.c.id.label("sentence_id"),
            _revision.c.content,
            earlier.c.content.label("before"),
        )
        .select_from(_revision)
        .join(sentence, sentence.c.number == _revision.c.sentence)
        .join(document, document.c.number == sentence.c.document)
        .outerjoin(
            earlier,
            (earlier.c.sentence == _revision.c.sentence)
            & (earlier.c.layer == _revision.c.layer)
            & (earlier.c.number == _revision.c.number - 1),
        )
        .where(_revision.c.action == action)
        .order_by(_revision.c.id)
    ).all()
    targets = find_targets(connection, layer, [(r.document_id, r.sentence_id) for r in rows])
    return [
        _Restored(
            target,
            row.content,
            dump_annotation(Annotation(target.sentence)) if row.before is None else row.before,
        )
        for target, row in zip(targets, rows, strict=True)
    ]


def _refuse_conflicts(restored: list[_Restored], kind: str, name: str) -> None:
    """Refuse where a sentence no longer holds what the action left: something came in between."""
    changed = [each for each in restored if each.target.content != each.after]
    if not changed:
        return
    document_id = changed[0].target.document
    here = [each for each in changed if each.target.document == document_id]
    raise ConflictError(
        f"Expected to {kind} {name!r}, got another change of sentence "
        f"{here[0].target.sentence!r} of document {document_id!r} since then.",
        mine={each.target.sentence: load_annotation(each.before) for each in here},
        theirs={each.target.sentence: each.target.stored for each in here},
        hint="Look at both, then keep one.",
        wording=("changed_since", {"sentence": here[0].target.sentence}),
    )


def _write(
    connection: Connection,
    layer: str,
    key: str,
    name: str,
    number: int,
    restored: list[_Restored],
    step: Step,
) -> Undone:
    targets = [each.target for each in restored]
    contents = {(each.target.document, each.target.sentence): each.before for each in restored}
    changes = tuple(
        Change(each.target.document, load_annotation(each.before), each.target.number)
        for each in restored
    )
    action = Action(key=key, layer=layer, name=name, changes=changes)
    return _tell(name, add_revisions(connection, action, number, targets, contents, step))


def _is_of_sentences(connection: Connection, layer: str, kind: str) -> bool:
    """Answer whether a split or merge is to be taken back, which everybody has to wait for."""
    top = tables.layer.c.undo_top if kind == "undo" else tables.layer.c.redo_top
    query = (
        select(tables.segmentation.c.sentences)
        .join(tables.action, tables.action.c.key == tables.segmentation.c.key)
        .join(tables.layer, top == tables.action.c.number)
        .where(tables.layer.c.name == layer)
    )
    return connection.scalar(query) is not None


def _repeat(connection: Connection, saved: Saved) -> Undone:
    query = select(tables.action.c.name).where(tables.action.c.key == saved.key)
    name = str(connection.scalar(query))
    made = find_resegmented(connection, saved.key)
    if made is None:
        return _tell(name, saved)
    return Undone(name, made.document, tuple((made.document, s.id) for s in made.came), saved)


def _tell(name: str, saved: Saved) -> Undone:
    sentences = tuple(saved.revisions)
    return Undone(name, sentences[0][0], sentences, saved)
