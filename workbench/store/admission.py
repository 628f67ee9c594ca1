"""Which documents are let in: whole, in Unicode, and never a second text under a known id."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from workbench.errors import DocumentError
from workbench.model import Document, Segment, Sentence, compute_text_sha256
from workbench.store import tables

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_QUOTE = 20


def check_document(
    document: Document, segments: tuple[Segment, ...], sentences: tuple[Sentence, ...]
) -> None:
    """Raise `DocumentError` where a new document cannot be kept as it is."""
    if not is_id(document.id):
        raise make_refusal(document.id, "an id of 1 to 255 characters without control characters")
    if "\0" in document.text:
        raise make_refusal(
            document.id, f"a text without U+0000, got one at {document.text.index(chr(0))}"
        )
    try:
        digest = compute_text_sha256(document.text)
    except UnicodeEncodeError as error:
        half = f"U+{ord(document.text[error.start]):04X} at {error.start}"
        raise make_refusal(document.id, f"a text in Unicode, got half of a pair: {half}") from error
    if digest != document.text_sha256:
        raise make_refusal(document.id, f"a text of SHA-256 {document.text_sha256}, got {digest}")
    _check_ranges(document.id, len(document.text), segments, "segment")
    _check_ranges(document.id, len(document.text), sentences, "sentence")
    ids = {sentence.id for sentence in sentences}
    if len(ids) != len(sentences):
        raise make_refusal(document.id, "sentences with different ids, got one id twice")
    if not all(is_id(each) for each in ids):
        raise make_refusal(document.id, "ids of sentences without control characters")


def _check_ranges(
    document_id: str, length: int, ranges: Iterable[Segment | Sentence], what: str
) -> None:
    before = 0
    for number, each in enumerate(ranges, 1):
        if not before <= each.start < each.end <= length:
            expected = f"{what}s in order, apart, and inside the {length} code points of the text"
            got = f"[{each.start}, {each.end}) as number {number}"
            raise make_refusal(document_id, f"{expected}, got {got}")
        before = each.end


def is_id(text: str) -> bool:
    """Return whether `text` may be a document's id: 1 to 255 characters, no control characters."""
    if not 1 <= len(text) <= 255 or _CONTROL.search(text):
        return False
    return not any("\ud800" <= character <= "\udfff" for character in text)


def compare_document(
    connection: Connection,
    row: dict[str, Any],
    document: Document,
    sentences: tuple[Sentence, ...],
) -> None:
    """Refuse a known document whose text or sentences are others, naming the first difference.

    Nothing can be compared with what was erased: that is refused too.
    """
    if row.get("withdrawn") == 2:
        raise make_refusal(
            document.id, "another id: the document of this one was erased on request"
        )
    if row["text"] != document.text:
        raise make_refusal(document.id, _differ_in_text(row["text"], document.text), known=True)
    if row["sentences_sha256"] == hash_sentences(sentences):
        return
    known = row["given"][1] if "given" in row else _read_sentences(connection, row["number"])
    pairs = zip(known, sentences, strict=False)
    number = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(known), len(sentences)))
    expected, got = (_show_sentence(each, number) for each in (known, sentences))
    raise make_refusal(document.id, f"as sentence {number + 1} {expected}, got {got}", known=True)


def _read_sentences(connection: Connection, number: int) -> list[Sentence]:
    table = tables.sentence
    rows = connection.execute(
        select(table)
        .where(table.c.document == number, table.c.spot.is_not(None))
        .order_by(table.c.spot)
    )
    return [Sentence(row.id, row.start, row.end) for row in rows]


def _differ_in_text(known: str, given: str) -> str:
    pairs = zip(known, given, strict=False)
    offset = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(known), len(given)))
    expected, got = (each[offset : offset + _QUOTE] or "its end" for each in (known, given))
    return f"the text that it has, at code point {offset} {expected!r}, got {got!r}"


def _show_sentence(sentences: Sequence[Sentence], number: int) -> str:
    if number >= len(sentences):
        return "none"
    each = sentences[number]
    return f"{each.id} [{each.start}, {each.end})"


def make_refusal(document_id: str, expected: str, *, known: bool = False) -> DocumentError:
    """Return the error of a document of which something else was `expected`."""
    what = "the known document" if known else "document"
    hint = "Give the other text an id of its own." if known else None
    name = document_id.encode("utf-8", "backslashreplace").decode()
    return DocumentError(f"Expected of {what} {name!r} {expected}.", hint=hint, subject=document_id)


def check_segments(document_id: str, length: int, segments: Iterable[Segment]) -> None:
    """Refuse segments that overlap, or leave a text of `length` code points."""
    _check_ranges(document_id, length, segments, "segment")


def hash_sentences(sentences: tuple[Sentence, ...]) -> str:
    """Return a hash that tells whether two documents have the same sentences."""
    listed = "\n".join(f"{each.start} {each.end} {each.id}" for each in sentences)
    return hashlib.sha256(listed.encode("utf-8", "surrogatepass")).hexdigest()
