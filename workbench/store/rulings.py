"""What adjudicators ruled: saved with an action of gold, taken back with its undo."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from workbench.store import tables
from workbench.store.beside import Beside, Remark
from workbench.store.documents import find_document
from workbench.store.values import Action, Rule, StoredRule

_ruling, _revision, _sentence = tables.ruling, tables.revision, tables.sentence
RULINGS = Beside(_ruling, "ruling", within_document=True)
LINK = "link:"
"""What the item of a ruling on a link begins with."""


def add_rules(connection: Connection, action: Action, number: int) -> None:
    """Keep the rulings of `action`, saved as `number`, each on the revision of its sentence."""
    remarks = []
    for each in action.rules:
        content = None if each.content is None else msgspec.json.encode(each.content).decode()
        own = {"adjudicator": each.adjudicator}
        remarks.append(Remark(each.document, each.sentence, each.item, content, own))
    RULINGS.add(connection, action, number, remarks)


def read_rules(
    connection: Connection, layer: str, document_id: str | None = None
) -> tuple[StoredRule, ...]:
    """Return the rulings in `layer` (on one document, or on all), in the order of saving."""
    query = RULINGS.rows.where(_revision.c.layer == layer, tables.document.c.withdrawn == 0)
    if document_id is not None:
        document = find_document(connection, document_id)
        query = query.where(_sentence.c.document == document.number)
    return tuple(_load(row) for row in connection.execute(query))


def read_link_rules(
    connection: Connection, layer: str, document_ids: Collection[str]
) -> tuple[StoredRule, ...]:
    """Return the rulings on links in some documents, in the order of saving."""
    query = RULINGS.rows.where(
        _revision.c.layer == layer,
        tables.document.c.withdrawn == 0,
        tables.document.c.id.in_(sorted(document_ids)),
        _ruling.c.item.startswith(LINK, autoescape=True),
    )
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
    where = _sentence.c.document == document
    count = len(connection.execute(RULINGS.rows.where(where)).all())
    RULINGS.rewrite(connection, lambda _: None, where)
    name = connection.scalar(
        select(tables.document.c.id).where(tables.document.c.number == document)
    )
    return count + RULINGS.rewrite(
        connection,
        lambda row: None if _is_end(row.content, str(name)) else row.content,
        _ruling.c.item.startswith(LINK, autoescape=True),
    )


def erase_person_rules(connection: Connection, pseudonym: str) -> int:
    """Take out of all rulings what a person said, and return how many that changes.

    That are the answers of theirs that a ruling compares, and their own comments on it.
    """

    def forget(row: Row[Any]) -> str | None:
        return _forget(row.content, pseudonym, is_author=row.adjudicator == pseudonym)

    return RULINGS.rewrite(connection, forget)


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


def _is_end(content: str | None, document: str) -> bool:
    """Answer whether a ruling is on a link that a claim of a document is an end of."""
    said = {} if content is None else msgspec.json.decode(content)
    return document in [said.get(each, {}).get("document") for each in ("first", "second")]


def _load(row: Row[Any]) -> StoredRule:
    content = None if row.content is None else msgspec.json.decode(row.content)
    rule = Rule(row.document_id, row.sentence_id, row.item, content, row.adjudicator)
    return StoredRule(row.layer, row.number, row.at_utc, rule)
