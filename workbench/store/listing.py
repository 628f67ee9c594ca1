"""The claims of a layer over all documents, with who holds them: filtered, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from workbench.model import Annotation, Attribution, Claim, claim_order, derive_voices
from workbench.store import tables
from workbench.store.looking import is_named
from workbench.store.revisions import load_annotation
from workbench.store.statements import SourceName, list_parents, reach
from workbench.store.values import ClaimFilter, ListedClaim, ListedClaims
from workbench.text import spell_name

MOST_DOCUMENTS = 500
"""So many articles are looked through for one page at most."""

_head, _revision, _sentence = tables.head, tables.revision, tables.sentence
_mention = tables.mention
_HERE = (
    select(_head.c.spot, _head.c.flagged, _sentence.c.ordinal, _revision.c.content)
    .join(_sentence, _sentence.c.spot == _head.c.spot)
    .join(_revision, _revision.c.id == _head.c.revision)
    .order_by(_head.c.spot)
)


def read_claims(
    connection: Connection, layer: str, wanted: ClaimFilter, *, first: int, count: int
) -> ListedClaims:
    """Return about `count` claims of `layer` that a filter lets through, from the spot `first` on.

    Claims of one sentence are never parted. A page may hold fewer, and none, where many articles
    had to be looked through: `rest` tells whether there may be more.
    """
    found: list[tuple[int, ListedClaim]] = []
    documents = _find_documents(connection, layer, wanted, _find_start(connection, first))
    for looked_at, document in enumerate(documents):
        if looked_at == MOST_DOCUMENTS:
            return ListedClaims(tuple(each for _, each in found), document.first_spot)
        for spot, claim in _iter_claims(connection, layer, document.number, wanted):
            if spot < first:
                continue
            if len(found) >= count and spot != found[-1][0]:
                return ListedClaims(tuple(each for _, each in found), spot)
            found.append((spot, claim))
    return ListedClaims(tuple(each for _, each in found))


def _find_start(connection: Connection, first: int) -> int:
    """Return the number of the document that holds the sentence at the spot `first`, or after."""
    query = select(_sentence.c.document).where(_sentence.c.spot >= first).order_by(_sentence.c.spot)
    found = connection.scalar(query.limit(1))
    return -1 if found is None else found


def _find_documents(
    connection: Connection, layer: str, wanted: ClaimFilter, begin: int
) -> Sequence[Any]:
    """Return the documents that may have such claims, in the order of the texts."""
    table = tables.document
    claims = select(_mention.c.document).where(
        _mention.c.layer == layer, _mention.c.role == "claim", _mention.c.document >= begin
    )
    query = select(table.c.number, table.c.first_spot).where(table.c.number.in_(claims))
    for condition in _make_conditions(layer, wanted):
        query = query.where(table.c.number.in_(condition))
    query = query.where(table.c.withdrawn == 0).order_by(table.c.number)
    return connection.execute(query.limit(MOST_DOCUMENTS + 1)).all()


def _make_conditions(layer: str, wanted: ClaimFilter) -> Iterator[Select[Any]]:
    """Give sets of documents, in all of which it is that has such a claim."""
    said = select(_mention.c.document).where(_mention.c.layer == layer)
    held = said.where(_mention.c.role == "source")
    if wanted.stance is not None:
        held = held.where(_mention.c.stance == wanted.stance)
    if wanted.realization is not None:
        held = held.where(_mention.c.realization == wanted.realization)
    if wanted.source:
        held = held.where(is_named(_make_source(wanted.source)))
    if wanted.stance or wanted.realization or wanted.source:
        yield held
    if wanted.unsure:
        yield said.where(_mention.c.unsure == 1)
    if wanted.flagged:
        flagged = select(_sentence.c.document).join(_head, _head.c.spot == _sentence.c.spot)
        yield flagged.where(_head.c.layer == layer, _head.c.flagged == 1)


def _make_source(name: str) -> SourceName:
    return SourceName(spell_name(name))


def _iter_claims(
    connection: Connection, layer: str, number: int, wanted: ClaimFilter
) -> Iterator[tuple[int, ListedClaim]]:
    """Give the claims of one document that a filter lets through, with the spots of sentences."""
    rows = connection.execute(
        _HERE.where(_sentence.c.document == number, _head.c.layer == layer)
    ).all()
    place = connection.execute(
        select(tables.document.c.id, tables.document.c.description, tables.numbering.c.first)
        .join(tables.numbering, tables.numbering.c.document == tables.document.c.number)
        .where(tables.document.c.number == number)
    ).one()
    annotations = [load_annotation(row.content) for row in rows]
    by_sentence = {each.sentence: row for each, row in zip(annotations, rows, strict=True)}
    about = json.loads(place.description)
    for claim, holders in find_claims(annotations, wanted):
        row: Any = by_sentence[claim.sentence]
        yield (
            row.spot,
            ListedClaim(
                document=place.id,
                title=about.get("title"),
                language=about.get("language"),
                position=place.first + row.ordinal,
                flagged=bool(row.flagged),
                claim=claim,
                attributions=holders,
            ),
        )


def find_claims(
    annotations: Sequence[Annotation], wanted: ClaimFilter
) -> Iterator[tuple[Claim, tuple[Attribution, ...]]]:
    """Give the claims of one document that a filter lets through, and all that speak of each.

    A stance and a source have to be of the same attribution; a flag or a doubt may be on the claim
    or on any attribution that reaches it.
    """
    attributions = [each for annotation in annotations for each in annotation.attributions]
    parents = list_parents(annotations)
    flagged = {each.sentence for each in annotations if each.flagged}
    claims = [claim for annotation in annotations for claim in annotation.claims]
    for claim in _put_in_order(derive_voices(claims, attributions), annotations):
        holders = reach(claim.id, parents)
        if _fits(claim, holders, flagged, wanted):
            yield claim, holders


def _put_in_order(claims: Iterable[Claim], annotations: Sequence[Annotation]) -> list[Claim]:
    order = {annotation.sentence: place for place, annotation in enumerate(annotations)}
    return sorted(claims, key=lambda claim: (order[claim.sentence], claim_order(claim)))


def _fits(
    claim: Claim, holders: Sequence[Attribution], flagged: set[str], wanted: ClaimFilter
) -> bool:
    items: tuple[Claim | Attribution, ...] = (claim, *holders)
    asks = wanted.stance or wanted.source or wanted.realization
    return (
        (not asks or any(_is_meant(each, wanted) for each in holders))
        and (not wanted.flagged or any(each.sentence in flagged for each in items))
        and (not wanted.unsure or any(each.unsure for each in items))
    )


def _is_meant(attribution: Attribution, wanted: ClaimFilter) -> bool:
    if wanted.stance is not None and attribution.stance != wanted.stance:
        return False
    if wanted.realization is not None and attribution.source.realization != wanted.realization:
        return False
    return not wanted.source or _make_source(wanted.source).is_of(attribution)
