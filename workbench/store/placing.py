"""Where the claims of each layer stand, and in which cluster: derived from the heads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, select

from workbench.model import Annotation, ClaimRef
from workbench.store import tables
from workbench.store.database import upsert

_claim, _sentence, _document = tables.claim, tables.sentence, tables.document
_head, _revision = tables.head, tables.revision
_MANY = 400
"""At most so many names go into one statement."""
_PAGE = 1000
_DELETE = delete(_claim).where(
    _claim.c.layer == bindparam("of_layer"),
    _claim.c.spot == bindparam("of_spot"),
    _claim.c.id == bindparam("of_id"),
)

Said = tuple[int, Annotation | None]
"""A sentence's spot, and what a layer says of it; None for nothing."""


def change_claims(
    connection: Connection, layer: str, *, before: Iterable[Said], after: Iterable[Said]
) -> None:
    """Bring the claims of a layer along, where `after` was said in place of `before`."""
    old, new = _list_claims(before), _list_claims(after)
    gone = [{"of_layer": layer, "of_spot": spot, "of_id": name} for spot, name in old.keys() - new]
    if gone:
        connection.execute(_DELETE, gone)
    came = [
        {"layer": layer, "spot": spot, "id": name, "cluster": cluster}
        for (spot, name), cluster in new.items()
        if old.get((spot, name), "") != cluster
    ]
    if came:
        upsert(connection, _claim, came)


def fill_claims(connection: Connection) -> None:
    """Put down the claims of all layers; nothing is there before."""
    for page in _iter_heads(connection):
        rows = [
            {"layer": row.layer, "spot": row.spot, "id": name, "cluster": cluster}
            for row in page
            for (_, name), cluster in _list_claims([(row.spot, _load(row.content))]).items()
        ]
        if rows:
            connection.execute(_claim.insert(), rows)


def read_members(
    connection: Connection, layer: str, clusters: Collection[str]
) -> dict[str, tuple[ClaimRef, ...]]:
    """Return the claims of each of these clusters, in the order of the texts."""
    found: dict[str, list[ClaimRef]] = defaultdict(list)
    for names in cut(sorted(set(clusters))):
        query = (
            select(_claim, _document.c.id.label("document_id"))
            .join(_sentence, _sentence.c.spot == _claim.c.spot)
            .join(_document, _document.c.number == _sentence.c.document)
            .where(_claim.c.layer == layer, _claim.c.cluster.in_(names))
            .where(_document.c.withdrawn == 0)
        )
        # Put in order here: asked for in SQL, SQLite would walk through all claims by their spots.
        for row in sorted(connection.execute(query), key=lambda row: (row.spot, row.id)):
            found[row.cluster].append(ClaimRef(row.document_id, row.id))
    return {cluster: tuple(refs) for cluster, refs in found.items()}


def find_clustered_documents(connection: Connection, layer: str) -> frozenset[str]:
    """Return the ids of the documents in which a layer has a claim in a cluster."""
    query = (
        select(_document.c.id)
        .join(_sentence, _sentence.c.document == _document.c.number)
        .join(_claim, _claim.c.spot == _sentence.c.spot)
        .where(_claim.c.layer == layer, _claim.c.cluster.is_not(None), _document.c.withdrawn == 0)
        .distinct()
    )
    return frozenset(row.id for row in connection.execute(query))


def read_newest(connection: Connection, layer: str, documents: Collection[str]) -> dict[str, int]:
    """Return the newest revision of a layer in each of these documents, where there is one."""
    found: dict[str, int] = {}
    for names in cut(sorted(set(documents))):
        query = (
            select(_document.c.id, func.max(_head.c.revision).label("newest"))
            .join(_sentence, _sentence.c.document == _document.c.number)
            .join(_head, _head.c.spot == _sentence.c.spot)
            .where(_head.c.layer == layer, _document.c.id.in_(names))
            .group_by(_document.c.id)
        )
        found.update((row.id, row.newest) for row in connection.execute(query))
    return found


def count_members(
    connection: Connection, layer: str, clusters: Collection[str]
) -> dict[str, tuple[int, int]]:
    """Return how many claims each of these clusters has, and in how many documents."""
    found: dict[str, tuple[int, int]] = {}
    for names in cut(sorted(set(clusters))):
        documents = func.count(_sentence.c.document.distinct()).label("documents")
        query = (
            select(_claim.c.cluster, func.count().label("claims"), documents)
            .join(_sentence, _sentence.c.spot == _claim.c.spot)
            .join(_document, _document.c.number == _sentence.c.document)
            .where(_claim.c.layer == layer, _claim.c.cluster.in_(names))
            .where(_document.c.withdrawn == 0)
            .group_by(_claim.c.cluster)
            .order_by(_claim.c.cluster)
        )
        rows = connection.execute(query)
        found |= {row.cluster: (row.claims, row.documents) for row in rows}
    return found


def has_claims(connection: Connection, layer: str, count: int) -> bool:
    """Answer whether a layer has at least so many claims; no more of them are looked at."""
    if count < 1:
        return True
    query = select(_claim.c.spot).where(_claim.c.layer == layer).offset(count - 1).limit(1)
    return connection.execute(query).first() is not None


def find_present(
    connection: Connection, layer: str, claims: Iterable[tuple[int, str]]
) -> set[tuple[int, str]]:
    """Return those of the claims ``(document's number, id)`` that `layer` has now.

    Those of withdrawn documents are left out.
    """
    wanted = set(claims)
    found: set[tuple[int, str]] = set()
    for names in cut(sorted({name for _, name in wanted})):
        query = (
            select(_sentence.c.document, _claim.c.id)
            .join(_sentence, _sentence.c.spot == _claim.c.spot)
            .join(_document, _document.c.number == _sentence.c.document)
            .where(_claim.c.layer == layer, _claim.c.id.in_(names), _document.c.withdrawn == 0)
        )
        found |= {(row.document, row.id) for row in connection.execute(query)}
    return found & wanted


def iter_claim_problems(connection: Connection) -> Iterator[str]:
    """Give a sentence for each layer whose claims are not put down as its revisions say."""
    wanted: dict[str, dict[tuple[int, str], str | None]] = defaultdict(dict)
    for page in _iter_heads(connection):
        for row in page:
            wanted[row.layer] |= _list_claims([(row.spot, _load(row.content))])
    found: dict[str, dict[tuple[int, str], str | None]] = defaultdict(dict)
    for row in connection.execute(select(_claim)):
        found[row.layer][row.spot, row.id] = row.cluster
    for layer in sorted(wanted.keys() | found.keys()):
        if wanted[layer] != found[layer]:
            yield f"the claims of {layer} are not put down as they are"


def _list_claims(said: Iterable[Said]) -> dict[tuple[int, str], str | None]:
    """Return the cluster of each claim, by its sentence's spot and its id."""
    return {
        (spot, claim.id): claim.cluster
        for spot, annotation in said
        if annotation is not None
        for claim in annotation.claims
    }


def _iter_heads(connection: Connection) -> Iterator[Sequence[Any]]:
    """Give the heads of all layers, by pages."""
    after = 0
    while True:
        rows: Sequence[Any] = connection.execute(
            select(_head.c.layer, _head.c.spot, _revision.c.id, _revision.c.content)
            .join(_revision, _revision.c.id == _head.c.revision)
            .where(_revision.c.id > after)
            .order_by(_revision.c.id)
            .limit(_PAGE)
        ).all()
        yield rows
        if len(rows) < _PAGE:
            return
        after = rows[-1].id


def _load(content: str) -> Annotation:
    return msgspec.json.decode(content, type=Annotation)


def cut(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Give names in parts, each of which one statement takes."""
    return (names[at : at + _MANY] for at in range(0, len(names), _MANY))
