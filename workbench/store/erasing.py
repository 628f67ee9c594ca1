"""Erasing what was withdrawn: the one exception to tables that only grow.

Rows stay, with their numbers, ids and times; what was said, and the words of a document, go. A
document's text becomes as many blanks, so that every other sentence stays where it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    bindparam,
    delete,
    false,
    func,
    or_,
    select,
    text,
    update,
)

from workbench.errors import UsageError
from workbench.model import Annotation, Document, dump_line
from workbench.store import queues, tables
from workbench.store.database import Database
from workbench.store.dating import change_dates
from workbench.store.documents import ERASED, find_document, read_live
from workbench.store.linking import erase_document_links, erase_layer_links
from workbench.store.mentions import MENTION_TEXT, remove_mentions
from workbench.store.naming import change_names
from workbench.store.people import ANNOTATOR
from workbench.store.placing import change_claims
from workbench.store.registering import erase_document_register, erase_person_register
from workbench.store.revisions import DECIDED, load_annotation
from workbench.store.rulings import erase_document_rules, erase_person_rules
from workbench.store.searching import SENTENCE_TEXT, add_texts, remove_texts
from workbench.store.segments import change_counts
from workbench.store.training import erase_document_items, erase_person_rounds
from workbench.store.values import Withdrawal
from workbench.store.walking import open_sentence
from workbench.store.withdrawing import (
    Decision,
    add_withdrawal,
    lock_person,
    refuse_not_withdrawn,
)

_revision, _sentence, _head, _verdict = (
    tables.revision,
    tables.sentence,
    tables.head,
    tables.verdict,
)
_PORTION = 400
_REWRITTEN = (
    *("revision", "verdict", "document", "sentence_text", "named_source", "person", "email"),
    *("mention", "mention_text", "dated"),
    *(
        "segmentation",
        "ruling",
        "link",
        "claim",
        "register",
        "preference",
        "provenance",
        "head",
        "training_round",
        "training_item",
    ),
    *("remote_annotation", "remote_conflict", "remote_other", "remote_journal", "remote_task"),
)
"""Tables that erasing empties of words: PostgreSQL writes them anew."""


def erase_document(connection: Connection, document_id: str, decision: Decision) -> Withdrawal:
    """Erase a withdrawn document: its words, its metadata, and what everybody said of it."""
    connection.execute(select(tables.project.c.id).with_for_update())
    document = find_document(connection, document_id, lock=True, withdrawn=True)
    refuse_not_withdrawn(f"document {document_id!r}", document_id, document.withdrawn)
    ours = _sentence.c.document == document.number
    counts = {"sentences": document.sentences, "characters": len(document.text)}
    counts |= _erase_answers(connection, ours, None)
    counts["remote"] = _erase_remote_document(connection, document_id)
    counts["training"] = erase_document_items(connection, document.number)
    with _changing(connection, "ruling"):
        counts["rulings"] = erase_document_rules(connection, document.number)
    with _changing(connection, "link", "register"):
        counts["links"] = erase_document_links(connection, document.number)
        counts["register"] = erase_document_register(connection, document_id)
    connection.execute(
        delete(tables.provenance).where(tables.provenance.c.document == document.number)
    )
    _erase_text(connection, document)
    return add_withdrawal(connection, "document", document_id, "erased", decision, counts)


def erase_person(connection: Connection, name: str, decision: Decision) -> Withdrawal:
    """Erase a withdrawn person: their name, their address, and all that they said."""
    person = lock_person(connection, name)
    what = f"the annotator {person.pseudonym}"
    refuse_not_withdrawn(what, person.pseudonym, person.withdrawn)
    layer = ANNOTATOR + person.pseudonym
    counts = _erase_answers(connection, _revision.c.layer == layer, layer)
    counts["remote"] = _erase_remote_person(connection, layer, person.pseudonym)
    counts["training"] = erase_person_rounds(connection, layer)
    with _changing(connection, "ruling"):
        counts["rulings"] = erase_person_rules(connection, person.pseudonym)
    with _changing(connection, "link", "register"):
        counts["links"] = erase_layer_links(connection, layer)
        counts["register"] = erase_person_register(connection, person.pseudonym)
    adjudicated = tables.place.c.layer == f"adjudicator:{person.pseudonym}"
    connection.execute(delete(tables.place).where(adjudicated))
    for table in (tables.preference, tables.place, tables.provenance, tables.queue):
        connection.execute(delete(table).where(table.c.layer == layer))
    queues.recount(connection)
    # Before the name goes: who decided it may be the same person.
    erased = add_withdrawal(connection, "person", person.pseudonym, "erased", decision, counts)
    connection.execute(
        update(tables.person)
        .where(tables.person.c.number == person.number)
        .values(name=None, name_key=None, withdrawn=ERASED)
    )
    return erased


def scrub(database: Database) -> bool:
    """Make the database forget what was erased: its free pages, its log, its index.

    Returns
    -------
    bool
        Whether that was done; False where others have it open, and it is to be done again.
    """
    if database.engine.dialect.name == "postgresql":
        return _scrub_postgresql(database)
    raw = database.engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("VACUUM")
        # The log holds pages of before; a reader elsewhere keeps it from being cut.
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy = (cursor.fetchone() or (0,))[0]
    finally:
        raw.close()
    return not is_busy


def _scrub_postgresql(database: Database) -> bool:
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"VACUUM (FULL) {', '.join(_REWRITTEN)}"))
    return True


# ---------------------------------------------------------------- what was said


def _erase_answers(
    connection: Connection, ours: ColumnElement[bool], layer: str | None
) -> dict[str, int]:
    """Empty the revisions that `ours` says, of one layer or of all, and what follows from them."""
    query = select(_revision.c.id, _sentence.c.id.label("sentence_id"), _revision.c.content)
    found = connection.execute(
        query.join(_sentence, _sentence.c.number == _revision.c.sentence).where(ours)
    ).all()
    counts = _count_items(found)
    # How long somebody took says something of the person, and nothing of the document.
    forgotten = {} if layer is None else {"active_s": None}
    _erase_derived(connection, ours, forgotten)
    if not found:
        return counts
    with _changing(connection, "revision", "verdict"):
        empty = [{"at": row.id, "empty": dump_line(Annotation(row.sentence_id))} for row in found]
        values: dict[str, Any] = {"content": bindparam("empty"), **forgotten}
        at_id = _revision.c.id == bindparam("at")
        connection.execute(update(_revision).where(at_id).values(values), empty)
        for portion in _cut([row.id for row in found]):
            at = _verdict.c.revision.in_(portion)
            connection.execute(update(_verdict).where(at).values(content="{}", own=None))
    return counts


def _count_items(rows: Iterable[Any]) -> dict[str, int]:
    claims, attributions = set(), set()
    count = 0
    for row in rows:
        count += 1
        annotation = load_annotation(row.content)
        claims |= {(row.sentence_id, each.id) for each in annotation.claims}
        attributions |= {(row.sentence_id, each.id) for each in annotation.attributions}
    return {"revisions": count, "claims": len(claims), "attributions": len(attributions)}


def _erase_derived(
    connection: Connection, ours: ColumnElement[bool], forgotten: Mapping[str, Any]
) -> None:
    """Make the heads of all that is about to be emptied open, in every count, run and list."""
    heads = connection.execute(
        select(_head, _sentence.c.walkable, _revision.c.content)
        .join(_revision, _revision.c.id == _head.c.revision)
        .join(_sentence, _sentence.c.spot == _head.c.spot)
        .where(ours)
        .order_by(_head.c.layer, _head.c.spot)
    ).all()
    for layer in dict.fromkeys(row.layer for row in heads):
        rows = [row for row in heads if row.layer == layer]
        said = [load_annotation(row.content) for row in rows]
        change_names(connection, layer, before=said, after=(), revision=0)
        placed = zip((row.spot for row in rows), said, strict=True)
        change_claims(connection, layer, before=placed, after=())
        remove_mentions(connection, layer, [row.spot for row in rows])
        walkable = [row for row in rows if row.walkable]
        for row in walkable:
            if row.status in DECIDED:
                open_sentence(connection, layer, row.spot)
        change_counts(connection, layer, more=(), fewer=walkable)
    MENTION_TEXT.forget(connection)
    values = {"status": "open", "flagged": 0, "timed": 0, **forgotten}
    spots: dict[str, list[int]] = {}
    for row in heads:
        spots.setdefault(row.layer, []).append(row.spot)
    for layer, listed in spots.items():
        for portion in _cut(listed):
            at = and_(_head.c.layer == layer, _head.c.spot.in_(portion))
            connection.execute(update(_head).where(at).values(values))


# ---------------------------------------------------------------- the words of a document


def _erase_text(connection: Connection, document: Row[Any]) -> None:
    blanks = " " * len(document.text)
    digest = hashlib.sha256(blanks.encode()).hexdigest()
    rows = read_live(connection, document)
    remove_texts(connection, [row.spot for row in rows])
    add_texts(connection, {row.spot: blanks[row.start : row.end] for row in rows})
    SENTENCE_TEXT.forget(connection)
    empty = Document(
        id=document.id,
        language=None,
        title=None,
        publisher=None,
        url=None,
        published=None,
        metadata={},
        text="",
        text_sha256=digest,
    )
    connection.execute(
        update(tables.document)
        .where(tables.document.c.number == document.number)
        .values(description=dump_line(empty), text=blanks, text_sha256=digest, withdrawn=ERASED)
    )
    _erase_segments(connection, document)


def _erase_segments(connection: Connection, document: Row[Any]) -> None:
    """Take dates and reasons, which are facts about the text, off the segments."""
    table = tables.segmentation
    rows = connection.execute(select(table).where(table.c.document == document.number)).all()
    change_dates(connection, document, None, ())
    with _changing(connection, "segmentation"):
        for row in rows:
            segments = [
                {**each, "published": None, "reason": None}
                for each in msgspec.json.decode(row.content)
            ]
            at = and_(table.c.document == row.document, table.c.number == row.number)
            connection.execute(update(table).where(at).values(content=dump_line(segments)))


# ---------------------------------------------------------------- what servers were told and said


def _erase_remote_document(connection: Connection, document_id: str) -> int:
    wb_id = f"doc:{document_id}"
    count = _empty_annotations(connection, tables.remote_annotation.c.wb_id == wb_id)
    count += _delete(connection, tables.remote_conflict, "wb_id", [wb_id])
    count += _delete(connection, tables.remote_other, "wb_id", [wb_id])
    return count


def _erase_remote_person(connection: Connection, layer: str, pseudonym: str) -> int:
    email = tables.email
    addresses = list(
        connection.scalars(select(email.c.address).where(email.c.pseudonym == pseudonym))
    )
    count = _empty_annotations(connection, tables.remote_annotation.c.layer == layer)
    count += _delete(connection, tables.remote_conflict, "layer", [layer])
    count += _delete(connection, tables.remote_other, "author", addresses)
    _delete(connection, email, "address", addresses)
    return count


def _empty_annotations(connection: Connection, where: ColumnElement[bool]) -> int:
    """Forget what stood on a server, and keep that something did."""
    values = {"author": None, "base": None, "earlier": None, "raw": None}
    table = tables.remote_annotation
    count = connection.scalar(select(func.count()).select_from(table).where(where)) or 0
    connection.execute(update(table).where(where).values({**values, "state": "gone"}))
    return count


def _delete(connection: Connection, table: Any, column: str, values: Sequence[str]) -> int:
    where = or_(false(), *(func.lower(table.c[column]) == each.lower() for each in values))
    if not values:
        return 0
    count = connection.scalar(select(func.count()).select_from(table).where(where)) or 0
    connection.execute(delete(table).where(where))
    return count


# ---------------------------------------------------------------- tables that only grow


@contextmanager
def _changing(connection: Connection, *names: str) -> Iterator[None]:
    """Let rows of tables that only grow be changed in the block; a failure takes all of it back."""
    if connection.dialect.name == "postgresql":
        _refuse_others(connection, names[0])
        for name in names:
            connection.execute(text(f"ALTER TABLE {name} DISABLE TRIGGER {name}_append_only"))
        yield
        for name in names:
            connection.execute(text(f"ALTER TABLE {name} ENABLE TRIGGER {name}_append_only"))
        return
    found = [
        row
        for name in names
        for row in connection.execute(
            text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :of"),
            {"of": name},
        )
    ]
    for row in found:
        connection.execute(text(f"DROP TRIGGER {row.name}"))
    yield
    for row in found:
        connection.exec_driver_sql(row.sql)


def _refuse_others(connection: Connection, name: str) -> None:
    """Raise `UsageError` where the role does not own the tables."""
    owned = text("SELECT pg_has_role(tableowner, 'USAGE') FROM pg_tables WHERE tablename = :of")
    if not connection.scalar(owned, {"of": name}):
        raise UsageError(
            "Expected the owner of the database, who alone may erase, got another role.",
            hint="Connect as the role that made the project.",
        )


def _cut(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (rows[at : at + _PORTION] for at in range(0, len(rows), _PORTION))
