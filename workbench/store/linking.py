"""What was said of pairs of claims, and what clusters state: saved and taken back with actions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, or_, select

from workbench.errors import ConflictError
from workbench.model import ClaimRef, Cluster, Link, make_link, name_pair
from workbench.store import tables
from workbench.store.beside import Beside, Remark
from workbench.store.documents import find_document
from workbench.store.placing import cut, find_clustered_documents, find_present
from workbench.store.values import Action, ClusterLine, SaidLink

_link, _revision, _document = tables.link, tables.revision, tables.document
LINKS = Beside(_link, "link", within_document=False)
_PAIR, _CLUSTER = "pair:", "cluster:"


def add_links(connection: Connection, action: Action, number: int) -> None:
    """Keep what `action`, saved as `number`, says of pairs of claims and of clusters."""
    numbers: dict[str, int] = {}

    def find_number(document: str) -> int:
        if document not in numbers:
            numbers[document] = int(find_document(connection, document).number)
        return numbers[document]

    remarks = [
        _make_line(each) if isinstance(each, ClusterLine) else _make_statement(each, find_number)
        for each in action.links
    ]
    LINKS.add(connection, action, number, remarks)


def read_links(
    connection: Connection, layer: str, claims: Collection[ClaimRef] | None = None
) -> tuple[Link, ...]:
    """Return what `layer` says of pairs (that one of `claims` is in, or of all), in their order.

    A link is there as long as both of its claims are, in documents that are part of the project.
    """
    rows = _read_newest_pairs(connection, layer, claims)
    ends = {(row.first_document, row.first_claim) for row in rows}
    ends |= {(row.second_document, row.second_claim) for row in rows}
    present = find_present(connection, layer, ends)
    links = [
        msgspec.json.decode(row.content, type=Link)
        for row in rows
        if (row.first_document, row.first_claim) in present
        and (row.second_document, row.second_claim) in present
    ]
    return tuple(sorted(links, key=lambda each: (each.start, each.end)))


def find_linked_documents(connection: Connection, layer: str) -> frozenset[str]:
    """Return the ids of the documents in which a layer has linked or clustered a claim."""
    clustered = find_clustered_documents(connection, layer)
    ends = {
        each.document for link in read_links(connection, layer) for each in (link.start, link.end)
    }
    return clustered | ends


def read_cluster_lines(
    connection: Connection, layer: str, ids: Iterable[str] | None = None
) -> dict[str, Cluster]:
    """Return the lines that `layer` has written of its clusters (of some, or of all), by id."""
    query = (
        select(_link.c.item, _link.c.content)
        .join(_revision, _revision.c.id == _link.c.revision)
        .where(_revision.c.layer == layer)
        .order_by(_link.c.id)
    )
    if ids is None:
        query = query.where(_link.c.item.startswith(_CLUSTER, autoescape=True))
    else:
        query = query.where(_link.c.item.in_([_CLUSTER + each for each in ids]))
    newest = {row.item: row.content for row in connection.execute(query)}
    lines = (msgspec.json.decode(each, type=Cluster) for each in newest.values() if each)
    return {line.id: line for line in sorted(lines, key=lambda line: line.id)}


def refuse_changed_links(connection: Connection, action: int, kind: str, name: str) -> None:
    """Refuse to take `action` back where something else was said of its pairs since then."""
    if LINKS.find_changed(connection, action) is None:
        return
    raise ConflictError(
        f"Expected to {kind} {name!r}, got another word on the same claims since then.",
        mine={},
        theirs={},
        hint="Say of the claims what you want to be said of them.",
        wording=("linked_since", {}),
    )


def erase_document_links(connection: Connection, document: int) -> int:
    """Empty all that names a claim of a document, or was said in it; return how many rows change.

    The table may be changed just now.
    """
    ours = (_link.c.first_document, _link.c.second_document)

    def forget(row: Row[Any]) -> str | None:
        return (
            None
            if document in (row.document, *(getattr(row, c.name) for c in ours))
            else (row.content)
        )

    return LINKS.rewrite(connection, forget)


def erase_layer_links(connection: Connection, layer: str) -> int:
    """Empty all that `layer` said, and return how many rows change; see above."""
    return LINKS.rewrite(connection, lambda _: None, _revision.c.layer == layer)


def _make_line(line: ClusterLine) -> Remark:
    content = msgspec.json.encode(line.cluster).decode()
    own = dict.fromkeys(("first_document", "first_claim", "second_document", "second_claim"))
    return Remark(line.document, line.sentence, _CLUSTER + line.cluster.id, content, own)


def _make_statement(said: SaidLink, find_number: Any) -> Remark:
    content = None
    if said.relation is not None:
        link = make_link(said.relation, said.start, said.end)
        content = msgspec.json.encode(link).decode()
    first, second = sorted((said.start, said.end))
    own = {
        "first_document": find_number(first.document),
        "first_claim": first.claim,
        "second_document": find_number(second.document),
        "second_claim": second.claim,
    }
    item = name_pair(said.start, said.end)
    return Remark(said.document, said.sentence, item, content, own)


def _read_newest_pairs(
    connection: Connection, layer: str, claims: Collection[ClaimRef] | None
) -> Sequence[Row[Any]]:
    """Return the newest row of each pair of which something is said."""
    query = (
        select(_link)
        .join(_revision, _revision.c.id == _link.c.revision)
        .where(_revision.c.layer == layer, _link.c.first_document.is_not(None))
        .order_by(_link.c.id)
    )
    if claims is None:
        rows = connection.execute(query).all()
    else:
        numbers = _find_numbers(connection, {each.document for each in claims})
        wanted = {(numbers.get(each.document), each.claim) for each in claims}
        names = sorted({each.claim for each in claims})
        rows = [
            row
            for some in cut(names)
            for row in connection.execute(query.where(_names(some)))
            if (row.first_document, row.first_claim) in wanted
            or (row.second_document, row.second_claim) in wanted
        ]
    newest = {row.item: row for row in sorted(rows, key=lambda row: row.id)}
    return [row for row in newest.values() if row.content is not None]


def _names(claims: Sequence[str]) -> Any:
    return or_(_link.c.first_claim.in_(claims), _link.c.second_claim.in_(claims))


def _find_numbers(connection: Connection, documents: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in cut(sorted(documents)):
        query = select(_document.c.id, _document.c.number).where(_document.c.id.in_(some))
        found.update((row.id, row.number) for row in connection.execute(query))
    return found
