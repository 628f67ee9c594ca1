"""Documents with their sentences: adding them in batches, and reading one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, insert, select, update

from workbench.errors import DocumentError, WithdrawnError
from workbench.model import (
    Document,
    Segment,
    SegmentKind,
    Sentence,
    dump_line,
)
from workbench.store import tables
from workbench.store.admission import (
    check_document,
    compare_document,
    hash_sentences,
    is_id,
    make_refusal,
)
from workbench.store.database import Database
from workbench.store.dating import add_dates, make_dates
from workbench.store.searching import add_texts
from workbench.store.values import SentenceRef, StoredDocument

NewDocument = tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]]

WITHDRAWN, ERASED = 1, 2
"""What the column `withdrawn` says of a document or person that has left; 0 of all others."""

BATCH_DOCUMENTS = 64
"""At most so many documents are saved in one transaction."""
_BATCH_TEXT = 4_000_000

_PAGE = 1000

_DOCUMENT = select(tables.document).where(tables.document.c.id == bindparam("document_id"))
_SEGMENTATION = select(tables.segmentation.c.content).where(
    tables.segmentation.c.document == bindparam("number"),
    tables.segmentation.c.number == bindparam("revision"),
)
_SENTENCES = (
    select(tables.sentence)
    .where(
        tables.sentence.c.spot >= bindparam("first"),
        tables.sentence.c.spot < bindparam("stop"),
    )
    .order_by(tables.sentence.c.spot)
)
_FIRST = select(tables.numbering.c.first).where(tables.numbering.c.document == bindparam("number"))


class AddDocuments(Iterator[tuple[str, bool]]):
    """Adds documents while it is iterated over; gives ``(id, added)`` once each is on the disk.

    A refused document raises; the iterator can be asked for the next one after that, and the
    others of its batch are saved.

    Parameters
    ----------
    database, now
        Where to save, and what tells the time in ISO 8601.
    documents
        Read lazily, a batch at a time, outside of any transaction.
    """

    def __init__(
        self, database: Database, now: Callable[[], str], documents: Iterable[NewDocument]
    ) -> None:
        self._database = database
        self._now = now
        self._documents = iter(documents)
        self._answers: list[tuple[str, bool] | DocumentError] = []

    def __next__(self) -> tuple[str, bool]:
        if not self._answers:
            batch = _take_batch(self._documents)
            if not batch:
                raise StopIteration
            with self._database.writing() as connection:
                answers = _add_batch(connection, batch, self._now())
            self._answers = answers[::-1]
        answer = self._answers.pop()
        if isinstance(answer, DocumentError):
            raise answer
        return answer


def read_document(connection: Connection, document_id: str) -> StoredDocument:
    """Return one document with its newest segments."""
    row = find_document(connection, document_id)
    newest = {"number": row.number, "revision": row.segmentation}
    content = connection.scalar(_SEGMENTATION, newest)
    first = connection.scalar(_FIRST, {"number": row.number}) or 0
    return StoredDocument(
        document=load_document(row),
        segments=load_segments(content or "[]"),
        sentences=tuple(make_ref(document_id, first, each) for each in read_live(connection, row)),
        segmentation=row.segmentation,
    )


def read_live(connection: Connection, document: Row[Any]) -> Sequence[Row[Any]]:
    """Return the rows of the sentences that a document has now, in order."""
    bounds = {"first": document.first_spot, "stop": document.first_spot + len(document.text) + 1}
    return connection.execute(_SENTENCES, bounds).all()


def read_outline(connection: Connection, document_id: str) -> tuple[int, int]:
    """Return the number of a document's segmentation, and the position of its first sentence.

    Of a document that was withdrawn two zeros, which no other has.
    """
    document, numbering = tables.document, tables.numbering
    query = (
        select(document.c.segmentation, numbering.c.first, document.c.withdrawn)
        .join(numbering, numbering.c.document == document.c.number)
        .where(document.c.id == document_id)
    )
    row = connection.execute(query).one()
    return (0, 0) if row.withdrawn else (row.segmentation, row.first)


def read_order(connection: Connection, document_id: str) -> tuple[str, ...]:
    """Return the ids of all sentences that a document has or had, in the order of the text."""
    number = find_document(connection, document_id, withdrawn=True).number
    table = tables.sentence
    query = select(table.c.id).where(table.c.document == number)
    return tuple(connection.scalars(query.order_by(table.c.start, table.c.end, table.c.id)))


def iter_ids(database: Database) -> Iterator[str]:
    """Give the ids of the documents that were not withdrawn, in order of arrival, by pages."""
    table = tables.document
    after = -1
    while True:
        query = select(table.c.number, table.c.id).where(table.c.number > after)
        query = query.where(table.c.withdrawn == 0)
        with database.reading() as connection:
            rows = connection.execute(query.order_by(table.c.number).limit(_PAGE)).all()
        yield from (row.id for row in rows)
        if len(rows) < _PAGE:
            return
        after = rows[-1].number


def is_known(connection: Connection, document_id: str) -> bool:
    """Return whether there is such a document; one that was withdrawn is not."""
    if not is_id(document_id):
        return False
    query = select(tables.document.c.number).where(
        tables.document.c.id == document_id, tables.document.c.withdrawn == 0
    )
    return connection.scalar(query) is not None


def find_document(
    connection: Connection, document_id: str, *, lock: bool = False, withdrawn: bool = False
) -> Row[Any]:
    """Return the row of a document; `DocumentError` where there is none.

    One that was withdrawn is a `WithdrawnError`, unless `withdrawn` says that it will do.
    """
    query = _DOCUMENT.with_for_update() if lock else _DOCUMENT
    given = {"document_id": document_id}
    row = connection.execute(query, given).one_or_none() if is_id(document_id) else None
    if row is None:
        raise DocumentError(
            f"Expected a document of this project, got {document_id!r}.",
            hint='`project.frame("documents")` lists what is there.',
            subject=document_id,
            wording=("unknown_document", {"id": repr(document_id)}),
        )
    if row.withdrawn and not withdrawn:
        raise make_withdrawn(f"document {document_id!r}", document_id, row.withdrawn)
    return row


def make_withdrawn(what: str, subject: str, withdrawn: int) -> WithdrawnError:
    """Return the error of a document or person that is no longer part of the project."""
    done, hint = "withdrawn", "`workbench withdraw --list` says by whom and why."
    if withdrawn == ERASED:
        done = "erased"
    return WithdrawnError(
        f"Expected what is part of the project, got {what}, which was {done}.",
        hint=hint,
        subject=subject,
    )


def make_unknown_sentence(document_id: str, sentence_id: str) -> DocumentError:
    """Return the error of a sentence that its document does not have."""
    return DocumentError(
        f"Expected a sentence of document {document_id!r}, got {sentence_id!r}.",
        subject=(document_id, sentence_id),
    )


def make_ref(document_id: str, first: int, row: Row[Any]) -> SentenceRef:
    """Return the sentence that a row of the table holds; `first` is the position of its first."""
    return SentenceRef(document_id, row.id, first + row.ordinal, row.start, row.end, row.kind)


def load_segments(content: str) -> tuple[Segment, ...]:
    """Return the segments that a row of the table `segmentation` holds."""
    return msgspec.json.decode(content, type=tuple[Segment, ...])


def find_kind(segments: Sequence[Segment], start: int) -> SegmentKind:
    """Return the kind of the segment that holds the code point `start`; body where none does."""
    for segment in segments:
        if segment.start <= start < segment.end:
            return segment.kind
    return "body"


def is_walkable(kind: SegmentKind) -> int:
    """Return 1 where sentences of this kind are shown for a decision, else 0."""
    return int(kind != "boilerplate")


def _take_batch(documents: Iterator[NewDocument]) -> list[NewDocument]:
    batch: list[NewDocument] = []
    size = 0
    for each in islice(documents, BATCH_DOCUMENTS):
        batch.append(each)
        size += len(each[0].text)
        if size >= _BATCH_TEXT:
            break
    return batch


def _add_batch(
    connection: Connection, batch: list[NewDocument], now: str
) -> list[tuple[str, bool] | DocumentError]:
    project = connection.execute(select(tables.project).with_for_update()).one()
    adding = _Adding(connection, project, now)
    known = _read_known(connection, batch)
    answers: list[tuple[str, bool] | DocumentError] = []
    for document, segments, sentences in batch:
        try:
            added = document.id not in known
            if added:
                known[document.id] = adding.add(document, segments, sentences)
            else:
                compare_document(connection, known[document.id], document, sentences)
            answers.append((document.id, added))
        except DocumentError as error:
            answers.append(error)
    adding.insert(connection)
    return answers


def _read_known(connection: Connection, batch: list[NewDocument]) -> dict[str, dict[str, Any]]:
    ids = [document.id for document, _, _ in batch if is_id(document.id)]
    rows = connection.execute(select(tables.document).where(tables.document.c.id.in_(ids)))
    return {row.id: dict(row._mapping) for row in rows}  # noqa: SLF001  its public name


class _Adding:
    """The rows of one batch, and the totals that they lead to."""

    def __init__(self, connection: Connection, project: Row[Any], now: str) -> None:
        names = ("documents", "sentences", "to_decide", "spots")
        self._totals: dict[str, int] = {name: getattr(project, name) for name in names}
        self._number = count_numbers(connection)
        self._now = now
        self._documents: list[dict[str, Any]] = []
        self._sentences: list[dict[str, Any]] = []
        self._segmentations: list[dict[str, Any]] = []
        self._numberings: list[dict[str, Any]] = []
        self._texts: dict[int, str] = {}
        self._dates: list[dict[str, Any]] = []

    def add(
        self, document: Document, segments: tuple[Segment, ...], sentences: tuple[Sentence, ...]
    ) -> dict[str, Any]:
        check_document(document, segments, sentences)
        number, spot = self._totals["documents"], self._totals["spots"]
        row = _make_document_row(document, sentences) | {
            "number": number,
            "first_spot": spot,
            "segmentation": 1,
        }
        content = dump_line(segments)
        rows = make_sentence_rows(row, self._number, segments, sentences)
        self._documents.append(row)
        self._sentences.extend(rows)
        self._numberings.append({"document": number, "first": self._totals["sentences"]})
        self._number += len(rows)
        self._texts |= {each["spot"]: document.text[each["start"] : each["end"]] for each in rows}
        self._dates += make_dates(row, document.published, segments)
        self._totals["spots"] += len(document.text) + 1
        self._segmentations.append(
            {"document": number, "number": 1, "at_utc": self._now, "content": content}
        )
        self._totals["documents"] += 1
        self._totals["sentences"] += len(rows)
        self._totals["to_decide"] += sum(each["walkable"] for each in rows)
        return row | {"given": (document, sentences)}

    def insert(self, connection: Connection) -> None:
        if not self._documents:
            return
        connection.execute(insert(tables.document), self._documents)
        connection.execute(insert(tables.segmentation), self._segmentations)
        connection.execute(insert(tables.numbering), self._numberings)
        add_dates(connection, self._dates)
        if self._sentences:
            connection.execute(insert(tables.sentence), self._sentences)
            add_texts(connection, self._texts)
        connection.execute(update(tables.project).values(self._totals))


def _make_document_row(document: Document, sentences: tuple[Sentence, ...]) -> dict[str, Any]:
    try:
        description = dump_line(msgspec.structs.replace(document, text=""))
        description.encode()
    except (TypeError, ValueError) as error:
        raise make_refusal(document.id, f"metadata that JSON can hold, got: {error}") from error
    return {
        "id": document.id,
        "description": description,
        "text": document.text,
        "text_sha256": document.text_sha256,
        "sentences_sha256": hash_sentences(sentences),
        "sentences": len(sentences),
    }


def count_numbers(connection: Connection) -> int:
    """Return the first number that no sentence has had."""
    last = select(tables.sentence.c.number).order_by(tables.sentence.c.number.desc()).limit(1)
    found = connection.scalar(last)
    return 0 if found is None else found + 1


def make_sentence_rows(
    document: Mapping[str, Any],
    number: int,
    segments: Sequence[Segment],
    sentences: Sequence[Sentence],
    ordinal: int = 0,
) -> list[dict[str, Any]]:
    """Return the rows of sentences that come to a document, numbered from `number`.

    `ordinal` is the place of the first of them in the document.
    """
    rows = []
    index = 0
    for place, sentence in enumerate(sentences):
        # Both are in order: one walk over the segments serves all sentences.
        while index < len(segments) and segments[index].end <= sentence.start:
            index += 1
        kind = find_kind(segments[index : index + 1], sentence.start)
        rows.append(
            {
                "number": number + place,
                "document": document["number"],
                "id": sentence.id,
                "start": sentence.start,
                "end": sentence.end,
                "kind": kind,
                "walkable": is_walkable(kind),
                "spot": document["first_spot"] + sentence.start,
                "ordinal": ordinal + place,
            }
        )
    return rows


def load_document(row: Row[Any]) -> Document:
    """Return the document that a row of the table holds."""
    described = msgspec.json.decode(row.description, type=Document)
    return msgspec.structs.replace(described, text=row.text)
