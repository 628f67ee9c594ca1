"""The history of revisions, in the order in which they were saved, and the hash of the state."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, func, select

from workbench.store import tables
from workbench.store.database import Database
from workbench.store.documents import ERASED, WITHDRAWN
from workbench.store.people import ANNOTATOR
from workbench.store.values import HistoryRow

_revision = tables.revision
_action = tables.action
_PAGE = 1000

ERASURE = "erased"
"""What a revision is called whose content was erased on request."""


def iter_history(database: Database, layer: str | None) -> Iterator[HistoryRow]:
    """Give every revision (of one layer, or of all) in the order of saving.

    What was withdrawn is left out; what was erased is named, with nothing in it.
    Pages are read one by one, so that a slow reader keeps no transaction open.
    """
    after = 0
    while True:
        with database.reading() as connection:
            rows = _read_page(connection, layer, after)
        for row in rows:
            yield _make_row(row)
        if len(rows) < _PAGE:
            return
        after = rows[-1].id


def compute_state_hash(connection: Connection) -> str:
    """Return the SHA-256 (64 hex digits) of documents, revisions, and all that is beside.

    And of what was decided about who reads what, who and what leaves, and who the sources are,
    where anything was. Documents come in the order of their ids, so that the order of arrival does
    not matter; positions, numbers of rows and other values that depend on it are left out.
    """
    digest = hashlib.sha256()
    document = tables.document
    found = connection.execute(select(document.c.id, document.c.number)).all()
    for _, number in sorted((row.id, row.number) for row in found):
        digest.update(_hash_document(connection, number))
    if decisions := _read_decisions(connection):
        digest.update(json.dumps(decisions).encode())
    return digest.hexdigest()


def _read_decisions(connection: Connection) -> list[list[Any]]:
    """Return what was decided about who reads what, who or what left, and who is who."""
    queries = [
        select(table).order_by(table.c.number)
        for table in (tables.assignment, tables.withdrawal, tables.register)
    ]
    return [list(row) for query in queries for row in connection.execute(query)]


def _read_page(connection: Connection, layer: str | None, after: int) -> list[Row[Any]]:
    document, sentence, person = tables.document, tables.sentence, tables.person
    query = (
        select(
            _revision.c.id,
            document.c.id.label("document_id"),
            sentence.c.id.label("sentence_id"),
            _revision.c.layer,
            _revision.c.number,
            _action.c.at_utc,
            _revision.c.active_s,
            _action.c.kind,
            _action.c.name,
            _revision.c.content,
            document.c.withdrawn,
            person.c.withdrawn.label("left"),
        )
        .select_from(_revision)
        .join(sentence, sentence.c.number == _revision.c.sentence)
        .join(document, document.c.number == sentence.c.document)
        .join(_action, _action.c.number == _revision.c.action)
        .outerjoin(person, ANNOTATOR + person.c.pseudonym == _revision.c.layer)
        .where(_revision.c.id > after)
        .where(document.c.withdrawn != WITHDRAWN, func.coalesce(person.c.withdrawn, 0) != WITHDRAWN)
        .order_by(_revision.c.id)
        .limit(_PAGE)
    )
    return list(
        connection.execute(query if layer is None else query.where(_revision.c.layer == layer))
    )


def _make_row(row: Row[Any]) -> HistoryRow:
    return HistoryRow(
        document=row.document_id,
        sentence=row.sentence_id,
        layer=row.layer,
        revision=row.number,
        at_utc=row.at_utc,
        active_s=row.active_s,
        action=ERASURE if ERASED in (row.withdrawn, row.left) else _name_action(row.kind, row.name),
        content=json.loads(row.content),
    )


def _name_action(kind: str, name: str) -> str:
    """Return ``mark claim``, or ``undo mark claim`` where it was taken back."""
    return f"{kind} {name}" if kind in {"undo", "redo"} else name


def _hash_document(connection: Connection, number: int) -> bytes:
    digest = hashlib.sha256()
    document, sentence, segmentation = tables.document, tables.sentence, tables.segmentation
    described = select(document.c.description, document.c.text_sha256)
    sentences = select(sentence.c.id, sentence.c.start, sentence.c.end)
    segmentations = select(
        segmentation.c.number,
        segmentation.c.key,
        segmentation.c.layer,
        segmentation.c.at_utc,
        segmentation.c.content,
        segmentation.c.sentences,
    )
    revisions = (
        select(
            sentence.c.id,
            _revision.c.layer,
            _revision.c.number,
            _action.c.key,
            _action.c.kind,
            _action.c.name,
            _action.c.at_utc,
            _revision.c.active_s,
            _revision.c.content,
        )
        .select_from(_revision)
        .join(sentence, sentence.c.number == _revision.c.sentence)
        .join(_action, _action.c.number == _revision.c.action)
        .where(sentence.c.document == number)
    )
    for rows in (
        connection.execute(described.where(document.c.number == number)).all(),
        connection.execute(
            sentences.where(sentence.c.document == number, sentence.c.spot.is_not(None)).order_by(
                sentence.c.spot
            )
        ).all(),
        connection.execute(
            segmentations.where(segmentation.c.document == number).order_by(segmentation.c.number)
        ).all(),
        sorted(
            connection.execute(revisions).all(), key=lambda row: (row.id, row.layer, row.number)
        ),
    ):
        digest.update(json.dumps([list(row) for row in rows]).encode())
    if verdicts := _read_verdicts(connection, number):
        digest.update(json.dumps(verdicts).encode())
    if rules := _read_rules(connection, number):
        digest.update(json.dumps(rules).encode())
    if links := _read_links(connection, number):
        digest.update(json.dumps(links).encode())
    return digest.digest()


def _read_rules(connection: Connection, number: int) -> list[list[Any]]:
    sentence, ruling = tables.sentence, tables.ruling
    rows = connection.execute(
        select(
            sentence.c.id,
            _revision.c.layer,
            _revision.c.number,
            ruling.c.item,
            ruling.c.adjudicator,
            ruling.c.before,
            ruling.c.content,
        )
        .select_from(ruling)
        .join(_revision, _revision.c.id == ruling.c.revision)
        .join(sentence, sentence.c.number == _revision.c.sentence)
        .where(sentence.c.document == number)
        .order_by(ruling.c.id)
    )
    return sorted([list(row) for row in rows], key=lambda row: row[:4])


def _read_links(connection: Connection, number: int) -> list[list[Any]]:
    sentence, link = tables.sentence, tables.link
    rows = connection.execute(
        select(
            sentence.c.id,
            _revision.c.layer,
            _revision.c.number,
            link.c.item,
            link.c.before,
            link.c.content,
        )
        .select_from(link)
        .join(_revision, _revision.c.id == link.c.revision)
        .join(sentence, sentence.c.number == _revision.c.sentence)
        .where(sentence.c.document == number)
        .order_by(link.c.id)
    )
    return sorted([list(row) for row in rows], key=lambda row: row[:4])


def _read_verdicts(connection: Connection, number: int) -> list[list[Any]]:
    sentence, verdict = tables.sentence, tables.verdict
    rows = connection.execute(
        select(
            sentence.c.id,
            _revision.c.layer,
            _revision.c.number,
            verdict.c.item,
            verdict.c.verdict,
            verdict.c.before,
            verdict.c.own,
            verdict.c.content,
        )
        .select_from(verdict)
        .join(_revision, _revision.c.id == verdict.c.revision)
        .join(sentence, sentence.c.number == _revision.c.sentence)
        .where(sentence.c.document == number)
    )
    return sorted([list(row) for row in rows], key=lambda row: row[:4])
