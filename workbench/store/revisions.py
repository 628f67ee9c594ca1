"""One action's revisions, and what is derived from them: heads, counts, runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, cast

import msgspec
from sqlalchemy import Connection, Row, and_, bindparam, insert, select, update

from workbench.errors import ConflictError
from workbench.model import Annotation
from workbench.store import tables
from workbench.store.admission import is_id
from workbench.store.database import Step, insert_if_new, upsert
from workbench.store.documents import find_document, make_unknown_sentence
from workbench.store.mentions import Place, change_mentions
from workbench.store.naming import change_names
from workbench.store.placing import change_claims
from workbench.store.queues import follow
from workbench.store.values import Action, Saved, StoredAnnotation
from workbench.store.walking import close_sentences, open_sentence

DECIDED = ("done", "skipped")
"""The statuses that leave nothing to decide."""

_head, _revision, _layer = tables.head, tables.revision, tables.layer
_COUNTED = ("done", "skipped", "flagged")

# Built once: these run at every save.
_LOCK_PROJECT = select(tables.project.c.id).with_for_update(read=True)
_LOCK_LAYER = select(_layer).where(_layer.c.name == bindparam("in_layer")).with_for_update()
_ADD_ACTION = insert(tables.action).returning(tables.action.c.number)
_ADD_REVISIONS = insert(_revision)
_ADDED = select(_revision.c.id, _revision.c.sentence).where(
    _revision.c.action == bindparam("of_action")
)
_SET_TOPS = (
    update(_layer)
    .where(_layer.c.name == bindparam("in_layer"))
    .values(undo_top=bindparam("to_undo"), redo_top=bindparam("to_redo"))
)
_COUNT = (
    update(_layer)
    .where(_layer.c.name == bindparam("in_layer"))
    .values({name: _layer.c[name] + bindparam(f"more_{name}") for name in _COUNTED})
)
_TARGETS = (
    select(
        tables.sentence.c.id,
        tables.sentence.c.number.label("row"),
        tables.sentence.c.document.label("place"),
        tables.sentence.c.spot,
        tables.sentence.c.ordinal,
        tables.sentence.c.walkable,
        _head.c.number,
        _head.c.status,
        _head.c.flagged,
        _head.c.active_s,
        _revision.c.content,
    )
    .outerjoin(
        _head,
        and_(
            _head.c.spot == tables.sentence.c.spot,
            _head.c.layer == bindparam("in_layer"),
        ),
    )
    .outerjoin(_revision, _revision.c.id == _head.c.revision)
    .where(
        tables.sentence.c.document == bindparam("number"),
        tables.sentence.c.id.in_(bindparam("ids", expanding=True)),
    )
)
# Many documents at once: all of their sentences, of which nearly all are wanted.
_MANY_TARGETS = (
    select(*_TARGETS.selected_columns, tables.document.c.id.label("document_id"))
    .select_from(tables.document)
    .join(tables.sentence, tables.sentence.c.document == tables.document.c.number)
    .outerjoin(
        _head,
        and_(
            _head.c.spot == tables.sentence.c.spot,
            _head.c.layer == bindparam("in_layer"),
        ),
    )
    .outerjoin(_revision, _revision.c.id == _head.c.revision)
    .where(tables.document.c.id.in_(bindparam("ids", expanding=True)))
    .where(tables.document.c.withdrawn == 0)
)
_MANY = 500
"""At most so many names go into one statement."""


class Target(msgspec.Struct, frozen=True):
    """A sentence to be saved, with the head that it has in the layer (0 and "" where none).

    `row` is its number, and `place` that of its document.
    """

    document: str
    sentence: str
    row: int
    place: int
    spot: int
    ordinal: int
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


def lock_layer(connection: Connection, layer: str) -> Row[Any] | None:
    """Make other writers of `layer` wait, and return its row; None where it holds nothing yet.

    The project is locked for sharing first: whoever changes segments or adds documents waits too.
    """
    connection.execute(_LOCK_PROJECT)
    return connection.execute(_LOCK_LAYER, {"in_layer": layer}).one_or_none()


def add_layer(connection: Connection, layer: str) -> Row[Any]:
    """Make the row of a layer that holds nothing yet, lock it, and return it."""
    row = {"name": layer, "done": 0, "skipped": 0, "flagged": 0}
    insert_if_new(connection, tables.layer, row)
    return cast("Row[Any]", lock_layer(connection, layer))


def find_targets(
    connection: Connection, layer: str, names: Sequence[tuple[str, str]]
) -> list[Target]:
    """Return the sentences ``(document, sentence)`` with their heads in `layer`, in that order."""
    by_document: dict[str, dict[str, None]] = defaultdict(dict)
    for document_id, sentence_id in names:
        by_document[document_id][sentence_id] = None
    found = _find_in_many(connection, layer, by_document) if len(by_document) > 1 else {}
    for document_id, ids in by_document.items():
        # One by one where something is wrong, so that it is said what.
        if any((document_id, each) not in found for each in ids):
            for target in _find_in_document(connection, layer, document_id, list(ids)):
                found[document_id, target.sentence] = target
    return [found[name] for name in names]


def _find_in_many(
    connection: Connection, layer: str, wanted: Mapping[str, Mapping[str, None]]
) -> dict[tuple[str, str], Target]:
    """Return the sentences of many documents; what is not there is left out."""
    possible = [each for each in wanted if is_id(each)]
    found = {}
    for start in range(0, len(possible), _MANY):
        given = {"in_layer": layer, "ids": possible[start : start + _MANY]}
        for row in connection.execute(_MANY_TARGETS, given):
            if row.spot is not None and row.id in wanted[row.document_id]:
                target = _make_target(row.document_id, row)
                found[row.document_id, row.id] = target
    return found


def add_action(connection: Connection, row: Mapping[str, Any]) -> int:
    """Add a row to the actions and return its number."""
    return int(connection.execute(_ADD_ACTION, row).scalar_one())


def set_tops(
    connection: Connection, layer: str, *, undo_top: int | None, redo_top: int | None
) -> None:
    """Say which actions an undo and a redo of `layer` will take."""
    tops = {"in_layer": layer, "to_undo": undo_top, "to_redo": redo_top}
    connection.execute(_SET_TOPS, tops)


def push_action(
    connection: Connection, tops: Row[Any], row: Mapping[str, Any], kind: str, old: Row[Any] | None
) -> int:
    """Add an action on top of its layer's stacks, and return its number.

    Parameters
    ----------
    tops
        The layer's row, locked.
    kind
        ``edit`` lies on the stack to undo and empties the other; ``undo`` and ``redo`` take `old`
        off its stack and lie on the other.
    """
    below = tops.redo_top if kind == "undo" else tops.undo_top
    of = None if old is None else old.number
    number = add_action(connection, {**row, "kind": kind, "of": of, "below": below})
    if old is None:
        set_tops(connection, tops.name, undo_top=number, redo_top=None)
    elif kind == "undo":
        set_tops(connection, tops.name, undo_top=old.below, redo_top=number)
    else:
        set_tops(connection, tops.name, undo_top=number, redo_top=old.below)
    return number


def add_revisions(
    connection: Connection,
    action: Action,
    number: int,
    targets: Sequence[Target],
    contents: Mapping[tuple[str, str], str],
    step: Step,
) -> Saved:
    """Add one revision to each target, and bring along all that is derived from them."""
    times = [action.active_s, *[None] * (len(targets) - 1)]
    rows = [
        {
            "sentence": target.row,
            "layer": action.layer,
            "number": target.number + 1,
            "action": number,
            "active_s": active_s,
            "content": contents[target.document, target.sentence],
        }
        for target, active_s in zip(targets, times, strict=True)
    ]
    connection.execute(_ADD_REVISIONS, rows)
    # Asked for afterwards: SQLite would be sent the rows one by one to tell their ids in order.
    added = {row.sentence: row.id for row in connection.execute(_ADDED, {"of_action": number})}
    ids = [added[target.row] for target in targets]
    step("inserted")
    annotations = [change.annotation for change in action.changes]
    heads = zip(targets, annotations, ids, times, strict=True)
    upsert(connection, _head, [_make_head(action.layer, *each) for each in heads])
    step("inserted")
    before = [target.stored.annotation for target in targets]
    change_names(connection, action.layer, before=before, after=annotations, revision=max(ids))
    spots = [target.spot for target in targets]
    change_claims(
        connection,
        action.layer,
        before=list(zip(spots, before, strict=True)),
        after=list(zip(spots, annotations, strict=True)),
    )
    places = [Place(target.place, target.spot) for target in targets]
    change_mentions(connection, action.layer, places, before, annotations)
    _move_runs(connection, action.layer, targets, annotations)
    _add_counts(connection, action.layer, targets, annotations)
    follow(connection, action.layer, targets, annotations)
    return Saved(action.key, {(t.document, t.sentence): t.number + 1 for t in targets})


def find_places(connection: Connection, action: int) -> dict[tuple[str, str], Row[Any]]:
    """Return the revisions of an action, by document and sentence."""
    sentence = tables.sentence
    rows: list[Row[Any]] = list(
        connection.execute(
            select(
                _revision.c.id,
                _revision.c.sentence,
                sentence.c.document,
                sentence.c.id.label("sentence_id"),
                tables.document.c.id.label("document_id"),
            )
            .join(sentence, sentence.c.number == _revision.c.sentence)
            .join(tables.document, tables.document.c.number == sentence.c.document)
            .where(_revision.c.action == action)
        )
    )
    return {(row.document_id, row.sentence_id): row for row in rows}


def load_annotation(content: str) -> Annotation:
    """Return the annotation that a revision's content holds."""
    return msgspec.json.decode(content, type=Annotation)


def _find_in_document(
    connection: Connection, layer: str, document_id: str, ids: Sequence[str]
) -> list[Target]:
    number = find_document(connection, document_id).number
    possible = [each for each in ids if is_id(each)]
    names = {"in_layer": layer, "number": number, "ids": possible}
    rows: list[Row[Any]] = list(connection.execute(_TARGETS, names))
    gone = [row.id for row in rows if row.spot is None]
    if gone:
        raise _make_gone(document_id, min(gone))
    found = [_make_target(document_id, row) for row in rows]
    missing = set(ids) - {target.sentence for target in found}
    if missing:
        raise make_unknown_sentence(document_id, min(missing))
    return found


def _make_gone(document_id: str, sentence_id: str) -> ConflictError:
    return ConflictError(
        f"Expected sentence {sentence_id!r} of document {document_id!r}, "
        "it was split or merged meanwhile.",
        mine={},
        theirs={},
        hint="Look at the sentences as they are now, and do it again there.",
        wording=("sentences_changed", {}),
    )


def _make_target(document_id: str, row: Any) -> Target:
    return Target(
        document=document_id,
        sentence=row.id,
        row=row.row,
        place=row.place,
        spot=row.spot,
        ordinal=row.ordinal,
        walkable=row.walkable,
        number=row.number or 0,
        content=row.content or "",
        status=row.status or "open",
        flagged=row.flagged or 0,
        active_s=row.active_s,
    )


def _make_head(
    layer: str, target: Target, annotation: Annotation, revision: int, active_s: float | None
) -> dict[str, Any]:
    times = [each for each in (target.active_s, active_s) if each is not None]
    return {
        "layer": layer,
        "spot": target.spot,
        "number": target.number + 1,
        "revision": revision,
        "status": annotation.status,
        "flagged": int(annotation.flagged),
        "active_s": sum(times) if times else None,
        "timed": int(annotation.status in DECIDED and bool(times)),
    }


def _move_runs(
    connection: Connection,
    layer: str,
    targets: Sequence[Target],
    annotations: Sequence[Annotation],
) -> None:
    closed = []
    for target, annotation in zip(targets, annotations, strict=True):
        if annotation.status in DECIDED:
            closed.append(target)
        elif target.status in DECIDED and target.walkable:
            open_sentence(connection, layer, target.spot)
    close_sentences(connection, layer, closed)


def _add_counts(
    connection: Connection,
    layer: str,
    targets: Sequence[Target],
    annotations: Sequence[Annotation],
) -> None:
    counts = dict.fromkeys(_COUNTED, 0)
    for target, annotation in zip(targets, annotations, strict=True):
        if target.walkable:
            for status, sign in ((target.status, -1), (annotation.status, 1)):
                if status in counts:
                    counts[status] += sign
            counts["flagged"] += int(annotation.flagged) - target.flagged
    if any(counts.values()):
        more = {f"more_{name}": count for name, count in counts.items()}
        connection.execute(_COUNT, {"in_layer": layer, **more})
