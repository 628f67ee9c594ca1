"""What the claims of a layer say, and how that changed since somebody last looked.

Read are only the documents in which the layer has a newer revision, or which were withdrawn or
taken back. Whoever keeps the mark of one answer asks for the next with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, func, select

from workbench.model import ClaimRef
from workbench.model.record import Frozen
from workbench.store import tables
from workbench.store.people import ANNOTATOR

_TIMED = (0, 1)  # both: with them the index of heads leads to the newest revisions

_head, _revision, _sentence = tables.head, tables.revision, tables.sentence
_document, _withdrawal = tables.document, tables.withdrawal
_PLACE = (
    _document.c.number,
    _document.c.id,
    _document.c.first_spot,
    func.length(_document.c.text).label("length"),
    _document.c.withdrawn,
)


class Mark(Frozen, frozen=True):
    """How far somebody has read a layer: its newest revision, and the newest withdrawal."""

    revision: int = 0
    withdrawal: int = 0


class SaidClaim(Frozen, frozen=True):
    """A claim and what is said of it: its words, then its proposition; either may be missing."""

    ref: ClaimRef
    texts: tuple[str, ...]


class ChangedClaims(Frozen, frozen=True):
    """What changed since a mark.

    Attributes
    ----------
    mark
        What to ask with the next time.
    is_all
        Whether this is all that the layer says, whatever was known before.
    documents
        All claims of each document that was touched: none where it was withdrawn.
    """

    mark: Mark
    is_all: bool
    documents: dict[str, tuple[SaidClaim, ...]]


class _Span(msgspec.Struct):
    text: str


class _Claim(msgspec.Struct):
    id: str
    spans: tuple[_Span, ...] = ()
    proposition: str | None = None


class _Said(msgspec.Struct):
    """What is read of a revision's content; all else is passed over, which is quick."""

    claims: tuple[_Claim, ...] = ()


_DECODER = msgspec.json.Decoder(_Said)


def read_changed_claims(connection: Connection, layer: str, since: Mark | None) -> ChangedClaims:
    """Return the claims of the documents that `layer` changed after `since`; None for all."""
    now = Mark(_find_newest(connection, layer), _find_newest_withdrawal(connection))
    if since is None or not _goes_on(connection, layer, since, now):
        return ChangedClaims(now, is_all=True, documents=_read_all(connection, layer))
    changed = _find_changed(connection, layer, since.revision)
    if since.withdrawal < now.withdrawal:
        changed |= _find_withdrawn(connection, since.withdrawal)
    documents = {each.id: _read_document(connection, layer, each) for each in changed.values()}
    return ChangedClaims(now, is_all=False, documents=documents)


def _goes_on(connection: Connection, layer: str, since: Mark, now: Mark) -> bool:
    """Answer whether what was read at `since` still holds, but for what came after it.

    Not where a copy of earlier days was put back, nor where the layer's person left or came back.
    """
    if now.revision < since.revision or now.withdrawal < since.withdrawal:
        return False
    if now.withdrawal == since.withdrawal or not layer.startswith(ANNOTATOR):
        return True
    person = and_(
        _withdrawal.c.kind == "person",
        _withdrawal.c.subject == layer.removeprefix(ANNOTATOR),
        _withdrawal.c.number > since.withdrawal,
    )
    return not connection.scalar(select(func.count()).select_from(_withdrawal).where(person))


def _find_newest(connection: Connection, layer: str) -> int:
    """Return the newest revision that is a head of the layer: two steps through an index."""
    newest = [
        connection.scalar(
            select(func.max(_head.c.revision)).where(_head.c.layer == layer, _head.c.timed == timed)
        )
        for timed in _TIMED
    ]
    return max(each or 0 for each in newest)


def _find_newest_withdrawal(connection: Connection) -> int:
    return connection.scalar(select(func.max(_withdrawal.c.number))) or 0


def _find_changed(connection: Connection, layer: str, after: int) -> dict[int, Any]:
    """Return the documents, by number, in which the layer has a revision after this one."""
    query = (
        select(*_PLACE)
        .distinct()
        .select_from(_head)
        .join(_sentence, _sentence.c.spot == _head.c.spot)
        .join(_document, _document.c.number == _sentence.c.document)
        .where(_head.c.layer == layer, _head.c.timed.in_(_TIMED), _head.c.revision > after)
    )
    return {row.number: row for row in connection.execute(query)}


def _find_withdrawn(connection: Connection, after: int) -> dict[int, Any]:
    """Return the documents that were withdrawn, taken back or erased after this decision."""
    query = (
        select(*_PLACE)
        .join(_withdrawal, _withdrawal.c.subject == _document.c.id)
        .where(_withdrawal.c.kind == "document", _withdrawal.c.number > after)
    )
    return {row.number: row for row in connection.execute(query)}


def _read_all(connection: Connection, layer: str) -> dict[str, tuple[SaidClaim, ...]]:
    query = (
        select(_document.c.id, _revision.c.content)
        .select_from(_head)
        .join(_revision, _revision.c.id == _head.c.revision)
        .join(_sentence, _sentence.c.spot == _head.c.spot)
        .join(_document, _document.c.number == _sentence.c.document)
        .where(_head.c.layer == layer, _document.c.withdrawn == 0)
        .order_by(_head.c.spot)
    )
    found: dict[str, list[SaidClaim]] = {}
    for row in connection.execute(query):
        found.setdefault(row.id, []).extend(_iter_said(row.id, row.content))
    return {document: tuple(claims) for document, claims in found.items()}


def _read_document(connection: Connection, layer: str, document: Any) -> tuple[SaidClaim, ...]:
    if document.withdrawn:
        return ()
    # By the spots of the document's text: a join would look through all that the layer says.
    stop = document.first_spot + document.length + 1
    query = (
        select(_revision.c.content)
        .join(_head, _head.c.revision == _revision.c.id)
        .where(_head.c.layer == layer, _head.c.spot >= document.first_spot, _head.c.spot < stop)
        .order_by(_head.c.spot)
    )
    contents = connection.scalars(query)
    return tuple(claim for each in contents for claim in _iter_said(document.id, each))


def _iter_said(document: str, content: str) -> Iterator[SaidClaim]:
    for claim in _DECODER.decode(content).claims:
        words = " ".join([span.text for span in claim.spans])
        texts = tuple(each for each in (words, claim.proposition) if each)
        yield SaidClaim(ClaimRef(document, claim.id), texts)
