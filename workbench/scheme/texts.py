"""A document and its stretches: text, dates, segments, sentences."""

from __future__ import annotations

import unicodedata
from typing import Any

from workbench.model import compute_text_sha256
from workbench.scheme.form import UNREADABLE, Problems
from workbench.scheme.names import DOCUMENT_ID_FORM, is_document_id
from workbench.scheme.violations import Problem, show, show_text
from workbench.text import is_edtf


def check_document(document: Any, problems: Problems) -> None:
    """Check id, date, text and hash of a document (invariants 1 and 2)."""
    name, text = document.id, document.text
    if name is not UNREADABLE and not is_document_id(name):
        problems.append(Problem("/document/id", DOCUMENT_ID_FORM, show_text(name)))
    check_date(document.published, "/document/published", problems)
    if text is UNREADABLE:
        return
    _check_characters(text, problems)
    if document.text_sha256 is UNREADABLE:
        return
    try:
        sha256 = compute_text_sha256(text)
    except UnicodeEncodeError:  # a lone surrogate, which is reported as such
        return
    if document.text_sha256 != sha256:
        got = show_text(document.text_sha256)
        expected = f'the hash of the text, "{sha256}"'
        problems.append(Problem("/document/text_sha256", expected, got))


def check_date(date: Any, at: str, problems: Problems) -> None:
    """Check that `date` is in EDTF, where there is one."""
    if isinstance(date, str) and not is_edtf(date):
        problems.append(Problem(at, "a date in EDTF | null", show_text(date)))


def check_stretches(stretches: Any, at: str, length: int, problems: Problems) -> None:
    """Check that segments or sentences are ordered, disjoint and inside the text (invariant 12).

    `length` is that of the text, or -1 where the text cannot be read.
    """
    before = 0
    for index, stretch in enumerate(stretches):
        start, end = stretch.start, stretch.end
        if start is UNREADABLE or end is UNREADABLE:
            continue
        if not (before <= start < end and (end <= length or length < 0)):
            _check_stretch(stretch, before, f"{at}/{index}", length, problems)
        before = max(before, end)


def _check_stretch(stretch: Any, before: int, at: str, length: int, problems: Problems) -> None:
    start, end = stretch.start, stretch.end
    if start < before:
        expected = f"at least {before}, where the one before ends" if before else "at least 0"
        problems.append(Problem(f"{at}/start", expected, show(start)))
    if start >= end:
        problems.append(Problem(f"{at}/end", f"more than {show(start)}, the start", show(end)))
    if 0 <= length < end:
        expected = f"at most {length}, the length of the text"
        problems.append(Problem(f"{at}/end", expected, show(end)))


def _check_characters(text: str, problems: Problems) -> None:
    at = "/document/text"
    for character, expected in (("\r", "LF as the end of a line"), ("\0", "no U+0000")):
        if character in text:
            where = f"U+{ord(character):04X} at offset {text.index(character)}"
            problems.append(Problem(at, expected, where))
    if not unicodedata.is_normalized("NFC", text):
        normal = unicodedata.normalize("NFC", text)
        pairs = zip(text, normal, strict=False)
        differs = (index for index, (one, other) in enumerate(pairs) if one != other)
        offset = next(differs, min(len(text), len(normal)))
        problems.append(Problem(at, "text in NFC", f"text that is not from offset {offset} on"))
