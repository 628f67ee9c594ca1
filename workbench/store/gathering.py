"""Reading many documents at once: two statements for a hundred of them, in place of four each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, and_, bindparam, select

from workbench.store import tables
from workbench.store.admission import is_id
from workbench.store.documents import load_document, load_segments, make_ref
from workbench.store.revisions import load_annotation
from workbench.store.values import SentenceRef, StoredAnnotation, StoredDocument

_MANY = 500
"""At most so many names go into one statement."""

_document, _sentence, _head = tables.document, tables.sentence, tables.head
_revision, _segmentation = tables.revision, tables.segmentation
_NAMED = and_(_document.c.id.in_(bindparam("ids", expanding=True)), _document.c.withdrawn == 0)

_DOCUMENTS = (
    select(_document, tables.numbering.c.first, _segmentation.c.content)
    .outerjoin(tables.numbering, tables.numbering.c.document == _document.c.number)
    .outerjoin(
        _segmentation,
        and_(
            _segmentation.c.document == _document.c.number,
            _segmentation.c.number == _document.c.segmentation,
        ),
    )
    .where(_NAMED)
)
_SENTENCES = (
    select(_sentence)
    .where(
        _sentence.c.document.in_(bindparam("numbers", expanding=True)),
        _sentence.c.spot.is_not(None),
    )
    .order_by(_sentence.c.spot)
)
_ANNOTATIONS = (
    select(_document.c.id, _head.c.number, _revision.c.content)
    .select_from(_document)
    .join(_sentence, _sentence.c.document == _document.c.number)
    .join(_head, and_(_head.c.spot == _sentence.c.spot, _head.c.layer == bindparam("in_layer")))
    .join(_revision, _revision.c.id == _head.c.revision)
    .where(_NAMED)
    .order_by(_head.c.spot)
)


def read_documents(
    connection: Connection, document_ids: Sequence[str]
) -> dict[str, StoredDocument]:
    """Return documents with their newest segments, by id; others are left out."""
    found: dict[str, StoredDocument] = {}
    for ids in _iter_ids(document_ids):
        rows = {row.number: row for row in connection.execute(_DOCUMENTS, {"ids": ids})}
        sentences: dict[int, list[SentenceRef]] = {number: [] for number in rows}
        for each in connection.execute(_SENTENCES, {"numbers": list(rows)}):
            row = rows[each.document]
            sentences[each.document].append(make_ref(row.id, row.first or 0, each))
        for number, row in rows.items():
            found[row.id] = StoredDocument(
                document=load_document(row),
                segments=load_segments(row.content or "[]"),
                sentences=tuple(sentences[number]),
                segmentation=row.segmentation,
            )
    return found


def read_many_annotations(
    connection: Connection, document_ids: Sequence[str], layer: str
) -> dict[str, dict[str, StoredAnnotation]]:
    """Return what `layer` says of documents, by document and sentence, in order.

    Documents and sentences that nobody has touched are left out.
    """
    found: dict[str, dict[str, StoredAnnotation]] = {}
    for ids in _iter_ids(document_ids):
        for row in connection.execute(_ANNOTATIONS, {"ids": ids, "in_layer": layer}):
            annotation = load_annotation(row.content)
            said = found.setdefault(row.id, {})
            said[annotation.sentence] = StoredAnnotation(annotation, row.number)
    return found


def _iter_ids(document_ids: Sequence[str]) -> Iterator[list[str]]:
    possible = [each for each in document_ids if is_id(each)]
    for start in range(0, len(possible), _MANY):
        yield possible[start : start + _MANY]
