"""Withdrawing a document or a person, and taking that back: a decision that is kept for ever.

Nothing is deleted. A withdrawn document's sentences are nobody's to decide, and whoever asks for
the document, or for the layer of a withdrawn person, is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, insert, or_, select, update

from workbench.errors import UsageError
from workbench.store import queues, tables
from workbench.store.documents import (
    ERASED,
    WITHDRAWN,
    find_document,
    is_walkable,
    make_withdrawn,
    read_live,
)
from workbench.store.people import ANNOTATOR, read_people
from workbench.store.segments import change_walkable
from workbench.store.values import Withdrawal

_person, _document, _withdrawal = tables.person, tables.document, tables.withdrawal
_sentence = tables.sentence

Kind = Literal["document", "person"]
STATES = {"withdrawn": WITHDRAWN, "taken back": 0, "erased": ERASED}
"""What each decision makes of the column `withdrawn`."""


class Decision(msgspec.Struct, frozen=True):
    """Who decides, when, and why."""

    by: str
    at_utc: str
    reason: str


def withdraw_document(connection: Connection, document_id: str, decision: Decision) -> Withdrawal:
    """Withdraw a document; one that is withdrawn already is a `WithdrawnError`."""
    document = _lock_document(connection, document_id)
    if document.withdrawn:
        raise make_withdrawn(f"document {document_id!r}", document_id, document.withdrawn)
    _set_walkable(connection, document, back=False)
    _mark(connection, _document, document.number, WITHDRAWN)
    return add_withdrawal(connection, "document", document_id, "withdrawn", decision)


def take_document_back(connection: Connection, document_id: str, decision: Decision) -> Withdrawal:
    """Make a withdrawn document part of the project again, with all that was said of it."""
    document = _lock_document(connection, document_id)
    refuse_not_withdrawn(f"document {document_id!r}", document_id, document.withdrawn)
    _mark(connection, _document, document.number, 0)
    _set_walkable(connection, document, back=True)
    _read_servers_again(connection)
    return add_withdrawal(connection, "document", document_id, "taken back", decision)


def withdraw_person(connection: Connection, name: str, decision: Decision) -> Withdrawal:
    """Withdraw a person; one who is withdrawn already is a `WithdrawnError`."""
    person = lock_person(connection, name)
    if person.withdrawn:
        what = f"the annotator {person.pseudonym}"
        raise make_withdrawn(what, person.pseudonym, person.withdrawn)
    _mark(connection, _person, person.number, WITHDRAWN)
    return add_withdrawal(connection, "person", person.pseudonym, "withdrawn", decision)


def take_person_back(connection: Connection, name: str, decision: Decision) -> Withdrawal:
    """Make a withdrawn person part of the project again, with all that they said."""
    person = lock_person(connection, name)
    what = f"the annotator {person.pseudonym}"
    refuse_not_withdrawn(what, person.pseudonym, person.withdrawn)
    _mark(connection, _person, person.number, 0)
    _read_servers_again(connection)
    return add_withdrawal(connection, "person", person.pseudonym, "taken back", decision)


def read_withdrawals(connection: Connection) -> tuple[Withdrawal, ...]:
    """Return all that was decided about leaving, in order."""
    rows = connection.execute(select(_withdrawal).order_by(_withdrawal.c.number))
    return tuple(
        Withdrawal(
            kind=row.kind,
            subject=row.subject,
            decision=row.decision,
            at_utc=row.at_utc,
            by=row.decided_by,
            reason=row.reason,
            erased=json.loads(row.counts),
        )
        for row in rows
    )


def add_withdrawal(
    connection: Connection,
    kind: Kind,
    subject: str,
    name: str,
    decision: Decision,
    counts: Mapping[str, int] | None = None,
) -> Withdrawal:
    """Keep a decision. Whoever is known here decides under the pseudonym."""
    by = _find_pseudonym(connection, decision.by)
    row = {
        "kind": kind,
        "subject": subject,
        "decision": name,
        "at_utc": decision.at_utc,
        "decided_by": by,
        "reason": decision.reason,
        "counts": json.dumps(counts or {}, sort_keys=True),
    }
    connection.execute(insert(_withdrawal), row)
    return Withdrawal(
        kind=kind,
        subject=subject,
        decision=name,
        at_utc=decision.at_utc,
        by=by,
        reason=decision.reason,
        erased=dict(counts or {}),
    )


def lock_person(connection: Connection, name: str) -> Row[Any]:
    """Return the row of a person, by name, pseudonym or layer, and make other writers wait."""
    connection.execute(select(tables.project.c.id).with_for_update())
    wanted = " ".join(name.removeprefix(ANNOTATOR).split())
    row = connection.execute(
        select(_person)
        .where(or_(_person.c.name_key == wanted.casefold(), _person.c.pseudonym == wanted))
        .order_by(_person.c.pseudonym != wanted)
    ).first()
    if row is None:
        raise UsageError(
            f"Expected an annotator of this project, got {wanted!r}.",
            hint="`workbench status` lists them.",
        )
    return row


def refuse_not_withdrawn(what: str, subject: str, withdrawn: int) -> None:
    """Raise where something was not withdrawn, or is erased and cannot come back."""
    if withdrawn == ERASED:
        raise make_withdrawn(what, subject, withdrawn)
    if not withdrawn:
        raise UsageError(f"Expected what was withdrawn, got {what}, which is part of the project.")


def iter_withdrawal_problems(connection: Connection) -> Iterator[str]:
    """Give a sentence for each document or person whose state is not what was last decided."""
    states = {
        (row.kind, row.subject): STATES[row.decision]
        for row in connection.execute(select(_withdrawal).order_by(_withdrawal.c.number))
    }
    columns = (("document", _document, _document.c.id), ("person", _person, _person.c.pseudonym))
    for kind, table, name in columns:
        for subject, found in connection.execute(select(name, table.c.withdrawn)):
            expected = states.get((kind, subject), 0)
            if found != expected:
                yield f"the {kind} {subject!r} has state {found}, expected {expected}"


def _find_pseudonym(connection: Connection, name: str) -> str:
    key = " ".join(name.split()).casefold()
    for person in read_people(connection, withdrawn=True):
        if person.name is not None and person.name.casefold() == key:
            return person.pseudonym
    return name


def _lock_document(connection: Connection, document_id: str) -> Row[Any]:
    connection.execute(select(tables.project.c.id).with_for_update())
    return find_document(connection, document_id, lock=True, withdrawn=True)


def _read_servers_again(connection: Connection) -> None:
    """Let the next pulls read all tasks: what was changed there meanwhile was not taken."""
    connection.execute(update(tables.remote).values(cursor=None))
    connection.execute(update(tables.remote_task).values(updated_at=None))


def _mark(connection: Connection, table: Any, number: int, state: int) -> None:
    connection.execute(update(table).where(table.c.number == number).values(withdrawn=state))


def _set_walkable(connection: Connection, document: Row[Any], *, back: bool) -> None:
    """Let the sentences of a document be decided, or no longer, in every count, run and queue."""
    rows = [row for row in read_live(connection, document) if is_walkable(row.kind)]
    around = queues.between(document.first_spot, document.first_spot + len(document.text) + 1)
    queues.leave(connection, around)
    numbers = [row.number for row in rows]
    for start in range(0, len(numbers), 500):
        at = _sentence.c.number.in_(numbers[start : start + 500])
        connection.execute(update(_sentence).where(at).values(walkable=int(back)))
    if rows:
        opened, closed = (rows, []) if back else ([], rows)
        change_walkable(connection, opened, closed)
    queues.enter(connection, around)
