"""The claims of a layer over all documents, with who holds them: filtered, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from workbench.model import Annotation, Attribution, Claim, claim_order, derive_voices
from workbench.store import tables
from workbench.store.revisions import load_annotation
from workbench.store.values import ClaimFilter, ListedClaim, ListedClaims
from workbench.text import fold_key

WINDOW = 4_000
"""So many sentences with annotations are looked through for one page at most."""

_head, _revision, _sentence = tables.head, tables.revision, tables.sentence
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

    Claims of one sentence are never parted. A page may hold fewer, and none, where many sentences
    had to be looked through: `rest` tells whether there may be more.
    """
    begin = _find_start(connection, first)
    stop = _find_stop(connection, layer, begin)
    found: list[tuple[int, ListedClaim]] = []
    for document in _find_documents(connection, layer, wanted, begin, stop):
        for spot, claim in _iter_claims(connection, layer, document, wanted):
            if spot < first:
                continue
            if len(found) >= count and spot != found[-1][0]:
                return ListedClaims(tuple(each for _, each in found), spot)
            found.append((spot, claim))
    return ListedClaims(tuple(each for _, each in found), stop)


def _find_start(connection: Connection, first: int) -> int:
    """Return the first spot of the document that holds the spot `first`."""
    document = (
        select(_sentence.c.document)
        .where(_sentence.c.spot >= first)
        .order_by(_sentence.c.spot)
        .limit(1)
        .scalar_subquery()
    )
    query = select(func.min(_sentence.c.spot)).where(_sentence.c.document == document)
    start: int | None = connection.scalar(query)
    return first if start is None else start


def _find_stop(connection: Connection, layer: str, begin: int) -> int | None:
    """Return the spot before which to look this time, after a whole document; None for the end."""
    last: int | None = connection.scalar(
        select(_head.c.spot)
        .where(_head.c.layer == layer, _head.c.spot >= begin)
        .order_by(_head.c.spot)
        .offset(WINDOW)
        .limit(1)
    )
    if last is None:
        return None
    document = select(_sentence.c.document).where(_sentence.c.spot == last).scalar_subquery()
    query = select(func.max(_sentence.c.spot)).where(_sentence.c.document == document)
    return int(connection.scalar(query) or last) + 1


def _find_documents(
    connection: Connection, layer: str, wanted: ClaimFilter, begin: int, stop: int | None
) -> Sequence[int]:
    """Return the numbers of the documents that may have such claims, in the order of the texts."""
    rows = connection.execute(
        select(_sentence.c.document, func.min(_head.c.spot))
        .join(_head, _head.c.spot == _sentence.c.spot)
        .join(_revision, _revision.c.id == _head.c.revision)
        .join(tables.document, tables.document.c.number == _sentence.c.document)
        .where(_head.c.layer == layer, _head.c.spot >= begin, *_make_conditions(wanted))
        .where(tables.document.c.withdrawn == 0)
        .where(*([] if stop is None else [_head.c.spot < stop]))
        .group_by(_sentence.c.document)
        .order_by(func.min(_head.c.spot))
    )
    return [row.document for row in rows]


def _make_conditions(wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """Give what a document surely has in one of its sentences: contents are canonical JSON."""

    def holds(*written: str) -> ColumnElement[bool]:
        return _revision.c.content.contains("".join(written), autoescape=True)

    if wanted.stance is not None:
        yield holds('"stance":', json.dumps(wanted.stance))
    elif wanted.realization is not None:
        yield holds('"realization":', json.dumps(wanted.realization))
    elif wanted.unsure:
        yield holds('"unsure":true')
    elif wanted.flagged:
        yield _head.c.flagged == 1
    else:
        yield ~holds('"claims":[]')


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
    parents: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        for target in attribution.targets:
            parents.setdefault(target, []).append(attribution)
    flagged = {each.sentence for each in annotations if each.flagged}
    claims = [claim for annotation in annotations for claim in annotation.claims]
    for claim in _put_in_order(derive_voices(claims, attributions), annotations):
        holders = _reach(claim.id, parents)
        if _fits(claim, holders, flagged, wanted):
            yield claim, holders


def _put_in_order(claims: Iterable[Claim], annotations: Sequence[Annotation]) -> list[Claim]:
    order = {annotation.sentence: place for place, annotation in enumerate(annotations)}
    return sorted(claims, key=lambda claim: (order[claim.sentence], claim_order(claim)))


def _reach(claim_id: str, parents: dict[str, list[Attribution]]) -> tuple[Attribution, ...]:
    found: dict[str, Attribution] = {}
    waiting = [claim_id]
    while waiting:
        for each in parents.get(waiting.pop(), ()):
            if each.id not in found:
                found[each.id] = each
                waiting.append(each.id)
    return tuple(found.values())


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
    words = " ".join(span.text for span in attribution.source.spans)
    return not wanted.source or fold_key(wanted.source) in fold_key(words)
