"""What adjudicators ruled: saved with an action of gold, taken back with its undo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from workbench.errors import UsageError
from workbench.store import tables
from workbench.store.documents import find_document
from workbench.store.revisions import find_places
from workbench.store.values import Action, Rule, StoredRule

_ruling, _revision, _sentence = tables.ruling, tables.revision, tables.sentence
_ROWS: Select[Any] = (
    select(
        _ruling,
        _revision.c.layer,
        _revision.c.number,
        _revision.c.sentence,
        _sentence.c.document,
        _sentence.c.id.label("sentence_id"),
        tables.document.c.id.label("document_id"),
        tables.action.c.at_utc,
    )
    .join(_revision, _revision.c.id == _ruling.c.revision)
    .join(_sentence, _sentence.c.number == _revision.c.sentence)
    .join(tables.document, tables.document.c.number == _sentence.c.document)
    .join(tables.action, tables.action.c.number == _revision.c.action)
    .order_by(_ruling.c.id)
)


def add_rules(connection: Connection, action: Action, number: int) -> None:
    """Keep the rulings of `action`, saved as `number`, each on the revision of its sentence."""
    if not action.rules:
        return
    places = find_places(connection, number)
    newest: dict[int, dict[str, str | None]] = {}
    rows = []
    for each in action.rules:
        place = places.get((each.document, each.sentence))
        if place is None:
            raise UsageError(
                f"Expected a ruling on a sentence that the action saves, got {each.sentence!r}."
            )
        if place.document not in newest:
            newest[place.document] = _read_newest(connection, action.layer, place.document)
        known = newest[place.document]
        content = None if each.content is None else msgspec.json.encode(each.content).decode()
        rows.append(
            {
                "revision": place.id,
                "item": each.item,
                "adjudicator": each.adjudicator,
                "before": known.get(each.item),
                "content": content,
            }
        )
        known[each.item] = content
    connection.execute(insert(_ruling), rows)


def turn_rules(connection: Connection, *, of: int, number: int) -> None:
    """Say again what was ruled before action `of`, which action `number` takes back."""
    turned = connection.execute(_ROWS.where(_revision.c.action == of)).all()
    if not turned:
        return
    new = {place.sentence: place.id for place in find_places(connection, number).values()}
    rows = [
        {
            "revision": new[row.sentence],
            "item": row.item,
            "adjudicator": row.adjudicator,
            "before": row.content,
            "content": row.before,
        }
        # The newest first: an item that was ruled on twice ends as it began.
        for row in reversed(turned)
    ]
    connection.execute(insert(_ruling), rows)


def read_rules(
    connection: Connection, layer: str, document_id: str | None = None
) -> tuple[StoredRule, ...]:
    """Return the rulings in `layer` (on one document, or on all), in the order of saving."""
    query = _ROWS.where(_revision.c.layer == layer, tables.document.c.withdrawn == 0)
    if document_id is not None:
        document = find_document(connection, document_id)
        query = query.where(_sentence.c.document == document.number)
    return tuple(_load(row) for row in connection.execute(query))


def read_author(connection: Connection, layer: str, kind: str) -> str | None:
    """Return whose action an undo (or a redo) of `layer` would take, where that is known."""
    top = tables.layer.c.undo_top if kind == "undo" else tables.layer.c.redo_top
    query = (
        select(_ruling.c.adjudicator)
        .join(_revision, _revision.c.id == _ruling.c.revision)
        .join(tables.layer, top == _revision.c.action)
        .where(tables.layer.c.name == layer, _ruling.c.adjudicator.is_not(None))
        .limit(1)
    )
    found = connection.scalar(query)
    return None if found is None else str(found)


def erase_document_rules(connection: Connection, document: int) -> int:
    """Empty all rulings on a document, and return how many; the table may be changed just now."""
    rows = connection.execute(_ROWS.where(_sentence.c.document == document)).all()
    _rewrite(connection, [(row.id, None, None) for row in rows])
    return len(rows)


def erase_person_rules(connection: Connection, pseudonym: str) -> int:
    """Take out of all rulings what a person said, and return how many that changes.

    That are the answers of theirs that a ruling compares, and their own comments on it.
    """
    newest: dict[tuple[str, int, str], str | None] = {}
    changed = []
    for row in connection.execute(_ROWS).all():
        name = (row.layer, row.document, row.item)
        content = _forget(row.content, pseudonym, is_author=row.adjudicator == pseudonym)
        before = newest.get(name)
        if (before, content) != (row.before, row.content):
            changed.append((row.id, before, content))
        newest[name] = content
    _rewrite(connection, changed)
    return len(changed)


def _forget(content: str | None, pseudonym: str, *, is_author: bool) -> str | None:
    if content is None:
        return None
    said = msgspec.json.decode(content)
    names = {pseudonym, f"annotator:{pseudonym}"}
    own = [each for each in said.get("refs", ()) if each[0] in names]
    if own:
        said["refs"] = [each for each in said["refs"] if each[0] not in names]
        said["seen"] = []
    if is_author and said.get("comment"):
        said["comment"] = None
    return msgspec.json.encode(said).decode() if own or is_author else content


def _rewrite(connection: Connection, rows: list[tuple[int, str | None, str | None]]) -> None:
    if rows:
        values: dict[str, Any] = {
            "before": bindparam("to_before"),
            "content": bindparam("to_content"),
        }
        statement = update(_ruling).where(_ruling.c.id == bindparam("at")).values(values)
        given = [{"at": at, "to_before": one, "to_content": two} for at, one, two in rows]
        connection.execute(statement, given)


def iter_rule_problems(connection: Connection) -> Iterator[str]:
    """Give a sentence for each ruling that does not follow on the one before."""
    newest: dict[tuple[str, int, str], str | None] = {}
    for row in connection.execute(_ROWS):
        name = (row.layer, row.document, row.item)
        before = newest.get(name)
        if row.before != before:
            yield f"ruling {row.id} on {name} follows {row.before!r}, expected {before!r}"
        newest[name] = row.content


def _read_newest(connection: Connection, layer: str, document: int) -> dict[str, str | None]:
    query = (
        select(_ruling.c.item, _ruling.c.content)
        .join(_revision, _revision.c.id == _ruling.c.revision)
        .join(_sentence, _sentence.c.number == _revision.c.sentence)
        .where(_revision.c.layer == layer, _sentence.c.document == document)
        .order_by(_ruling.c.id)
    )
    return {row.item: row.content for row in connection.execute(query)}


def _load(row: Row[Any]) -> StoredRule:
    content = None if row.content is None else msgspec.json.decode(row.content)
    rule = Rule(row.document_id, row.sentence_id, row.item, content, row.adjudicator)
    return StoredRule(row.layer, row.number, row.at_utc, rule)
