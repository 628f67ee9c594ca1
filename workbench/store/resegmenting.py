"""Splitting and merging sentences for everybody, in one transaction: annotations are carried along.

Each change is a revision of the document's segmentation that says which sentences went and which
came. A sentence that went keeps its row, its id and its revisions; taking the change back brings it
to life again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, func, select

from workbench.errors import ConflictError
from workbench.model import Annotation, Sentence
from workbench.store import queues, tables
from workbench.store.annotations import dump_annotation
from workbench.store.boundaries import Plan
from workbench.store.carrying import carry
from workbench.store.database import Step
from workbench.store.documents import read_live
from workbench.store.mentions import remove_mentions
from workbench.store.naming import change_names
from workbench.store.placing import change_claims
from workbench.store.renumbering import (
    Author,
    add_segmentation,
    describe_document,
    renumber,
    replace_rows,
)
from workbench.store.revisions import (
    DECIDED,
    Target,
    add_action,
    add_layer,
    add_revisions,
    find_targets,
    load_annotation,
    lock_layer,
    push_action,
)
from workbench.store.segments import change_counts
from workbench.store.values import Action, Change, Resegmented, Touched
from workbench.store.walking import open_sentence

CARRY = "carry"
"""The kind of an action that carried a layer's annotations along with somebody's split or merge."""

_sentence, _head, _revision = tables.sentence, tables.head, tables.revision

Contents = dict[str, dict[str, Annotation]]
"""What each layer is to say of the sentences that come, by layer and sentence."""


def lock_project(connection: Connection) -> None:
    """Make everybody who writes wait: the sentences of all layers are about to change."""
    connection.execute(select(tables.project.c.id).with_for_update())


def read_touched(
    connection: Connection, document: Row[Any], sentences: Iterable[str]
) -> tuple[Touched, ...]:
    """Return what each layer says of some sentences of a document, by layer."""
    wanted = set(sentences)
    rows = [row for row in read_live(connection, document) if row.id in wanted]
    found = []
    for layer, heads in _read_heads(connection, rows).items():
        annotations = [load_annotation(head.content) for head in heads.values()]
        found.append(
            Touched(
                layer,
                claims=sum(len(each.claims) for each in annotations),
                attributions=sum(len(each.attributions) for each in annotations),
                decided=sum(each.status in DECIDED for each in annotations),
                flagged=sum(each.flagged for each in annotations),
            )
        )
    return tuple(found)


def change_sentences(
    connection: Connection, document: Row[Any], plan: Plan, author: Author, step: Step
) -> Resegmented:
    """Do what `plan` says, and carry along what every layer has said; the project is locked."""
    gone = _find_gone(connection, document, plan)
    heads = _read_heads(connection, gone)
    contents = {
        layer: carry([_read_annotation(row, found) for row in gone], plan.came, layer)
        for layer, found in heads.items()
    }
    return _change(connection, document, plan, author, contents, step)


def restore_sentences(
    connection: Connection, document: Row[Any], key: str, author: Author, step: Step
) -> Resegmented:
    """Take back the change of sentences that was made with `key`, as if it had never been.

    Raises
    ------
    ConflictError
        Where somebody has worked in the sentences, or changed them again, since then.
    """
    table = tables.segmentation
    content = connection.scalar(select(table.c.sentences).where(table.c.key == key))
    before = msgspec.json.decode(content or "", type=Plan)
    rows = connection.execute(
        select(_sentence)
        .where(_sentence.c.document == document.number, _sentence.c.id.in_(before.gone))
        .order_by(_sentence.c.start, _sentence.c.end)
    ).all()
    came = tuple(Sentence(row.id, row.start, row.end) for row in rows)
    plan = Plan(before.name, tuple(each.id for each in before.came), came)
    gone = _find_gone(connection, document, plan)
    _refuse_worked_in(connection, gone, key, before.name)
    contents: Contents = {}
    for row in rows:
        for layer, revision in _read_last(connection, row.number).items():
            contents.setdefault(layer, {})[row.id] = load_annotation(revision.content)
    return _change(connection, document, plan, author, contents, step)


def find_resegmented(connection: Connection, key: str) -> Resegmented | None:
    """Return what the change of sentences with `key` led to, or None where there was none."""
    table = tables.segmentation
    row = connection.execute(
        select(table, tables.document.c.id.label("document_id"))
        .join(tables.document, tables.document.c.number == table.c.document)
        .where(table.c.key == key, table.c.sentences.is_not(None))
    ).one_or_none()
    if row is None:
        return None
    plan = msgspec.json.decode(row.sentences, type=Plan)
    return Resegmented(row.document_id, row.number, plan.gone, plan.came, {}, repeated=True)


def replay(rows: Sequence[Row[Any]], contents: Iterable[str]) -> set[str]:
    """Return the ids that a document's sentences have after all changes; for `Store.check`.

    Parameters
    ----------
    rows
        Of all sentences that the document has or had.
    contents
        What its segmentations say of sentences, in order.
    """
    plans = [msgspec.json.decode(content, type=Plan) for content in contents]
    went: set[str] = set()
    made: set[str] = set()
    for plan in plans:
        made |= {each.id for each in plan.came} - went
        went |= set(plan.gone)
    live = {row.id for row in rows} - made
    for plan in plans:
        live = (live - set(plan.gone)) | {each.id for each in plan.came}
    return live


def _change(
    connection: Connection,
    document: Row[Any],
    plan: Plan,
    author: Author,
    contents: Contents,
    step: Step,
) -> Resegmented:
    rows = read_live(connection, document)
    gone = [row for row in rows if row.id in plan.gone]
    readers = queues.take_away(connection, [row.spot for row in gone])
    _close_heads(connection, gone)
    came = replace_rows(connection, document, gone, plan)
    renumber(connection, document, gone, came)
    number = add_segmentation(connection, document, plan, author)
    describe_document(connection, document, number, len(rows) + len(came) - len(gone))
    step("inserted")
    carried = {}
    for layer in sorted({author.layer, *contents}):
        annotations = contents.get(layer, {})
        _save(connection, document.id, plan.name, author, layer, annotations, step)
        if annotations:
            carried[layer] = len(annotations)
    queues.give(connection, readers, [each["spot"] for each in came])
    return Resegmented(document.id, number, plan.gone, plan.came, carried)


def _find_gone(connection: Connection, document: Row[Any], plan: Plan) -> list[Row[Any]]:
    gone = [row for row in read_live(connection, document) if row.id in plan.gone]
    if len(gone) != len(plan.gone):
        raise ConflictError(
            f"Expected the sentences {', '.join(plan.gone)} of document {document.id!r}, they were "
            "split or merged again since then.",
            mine={},
            theirs={},
            hint="Take that back first, or split and merge by hand.",
            wording=("split_since", {}),
        )
    return gone


def _close_heads(connection: Connection, gone: Sequence[Row[Any]]) -> None:
    """Take what is derived from the sentences that go out of every layer's counts and runs."""
    for layer, heads in _read_heads(connection, gone).items():
        walkable = [row for row in gone if row.walkable]
        for row in walkable:
            open_sentence(connection, layer, row.spot)
        fewer = [heads[row.spot] for row in walkable if row.spot in heads]
        change_counts(connection, layer, more=(), fewer=fewer)
        said = {spot: load_annotation(head.content) for spot, head in heads.items()}
        change_names(connection, layer, before=said.values(), after=(), revision=0)
        change_claims(connection, layer, before=said.items(), after=())
        remove_mentions(connection, layer, list(heads))
    connection.execute(delete(_head).where(_head.c.spot.in_([row.spot for row in gone])))


def _save(
    connection: Connection,
    document_id: str,
    name: str,
    author: Author,
    layer: str,
    annotations: Mapping[str, Annotation],
    step: Step,
) -> None:
    """Add the action of one layer, and a revision for each annotation that it carries along."""
    own = layer == author.layer
    row = {
        "key": author.key if own else make_carry_key(author.key, layer),
        "layer": layer,
        "name": name,
        "at_utc": author.now,
    }
    if own:
        tops = lock_layer(connection, layer) or add_layer(connection, layer)
        number = push_action(connection, tops, row, author.kind, author.of)
    else:
        number = add_action(connection, {**row, "kind": CARRY})
    if not annotations:
        return
    targets = [
        _continue(connection, layer, target)
        for target in find_targets(connection, layer, [(document_id, each) for each in annotations])
    ]
    changes = tuple(
        Change(document_id, annotation, target.number)
        for annotation, target in zip(annotations.values(), targets, strict=True)
    )
    action = Action(row["key"], layer, name, changes, author.active_s if own else None)
    contents = {(document_id, each): dump_annotation(said) for each, said in annotations.items()}
    add_revisions(connection, action, number, targets, contents, step)


def make_carry_key(key: str, layer: str) -> str:
    """Return the key of the action that carried what `layer` had said."""
    return f"carry:{hashlib.sha256(f'{key} {layer}'.encode()).hexdigest()[:32]}"


def _continue(connection: Connection, layer: str, target: Target) -> Target:
    """Return `target` after the revisions that it had before it went, where it comes back."""
    number, active_s = connection.execute(
        select(func.max(_revision.c.number), func.sum(_revision.c.active_s)).where(
            _revision.c.sentence == target.row, _revision.c.layer == layer
        )
    ).one()
    return msgspec.structs.replace(target, number=number or 0, active_s=active_s)


def _refuse_worked_in(
    connection: Connection, gone: Sequence[Row[Any]], key: str, name: str
) -> None:
    """Refuse where a layer no longer says what the change of sentences left."""
    for layer, heads in _read_heads(connection, gone).items():
        for row in gone:
            head = heads.get(row.spot)
            found = Annotation(row.id) if head is None else load_annotation(head.content)
            left = connection.scalar(
                select(_revision.c.content)
                .join(tables.action, tables.action.c.number == _revision.c.action)
                .where(
                    _revision.c.sentence == row.number,
                    _revision.c.layer == layer,
                    tables.action.c.key.in_([key, make_carry_key(key, layer)]),
                )
            )
            if found != (Annotation(row.id) if left is None else load_annotation(left)):
                raise ConflictError(
                    f"Expected to take back {name!r}, got work of {layer} in sentence {row.id!r} "
                    "since then.",
                    mine={},
                    theirs={},
                    hint="Split or merge by hand: what was said is carried along.",
                    wording=("work_since", {}),
                )


def _read_heads(connection: Connection, rows: Sequence[Row[Any]]) -> dict[str, dict[int, Row[Any]]]:
    """Return what each layer says of some sentences, by layer and spot."""
    found: dict[str, dict[int, Row[Any]]] = {}
    query = (
        select(_head, _revision.c.content)
        .join(_revision, _revision.c.id == _head.c.revision)
        .where(_head.c.layer.in_(select(tables.layer.c.name)))
        .where(_head.c.spot.in_([row.spot for row in rows]))
        .order_by(_head.c.layer, _head.c.spot)
    )
    for head in connection.execute(query):
        found.setdefault(head.layer, {})[head.spot] = head
    return found


def _read_annotation(row: Row[Any], heads: Mapping[int, Row[Any]]) -> Annotation:
    head = heads.get(row.spot)
    return Annotation(row.id) if head is None else load_annotation(head.content)


def _read_last(connection: Connection, number: int) -> dict[str, Row[Any]]:
    """Return the last revision of a sentence in each layer."""
    query = select(_revision).where(_revision.c.sentence == number).order_by(_revision.c.number)
    return {row.layer: row for row in connection.execute(query)}
