"""Where a sentence may be split, and which two may be made one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import regex
from sqlalchemy import Row

from workbench.errors import EditError
from workbench.model import Sentence
from workbench.model.record import Frozen
from workbench.store.documents import make_unknown_sentence
from workbench.text import is_grapheme_boundary

_WORD_EDGE = regex.compile(r"(?w)\b")
_LETTER = regex.compile(r"[\p{L}\p{M}\p{N}]")
_SAYS_SOMETHING = regex.compile(r"[\p{L}\p{N}\p{Extended_Pictographic}]")


class Plan(Frozen, frozen=True):
    """Sentences that go, by id, and those that come in their place; `name` is what history says."""

    name: str
    gone: tuple[str, ...]
    came: tuple[Sentence, ...]


def plan_split(
    document_id: str, text: str, rows: Sequence[Row[Any]], sentence: str, at: int, key: str
) -> Plan:
    """Return the split of a sentence before the code point `at`; `EditError` where it cannot be.

    White space at the cut belongs to neither half. The error's subject says in a word what is
    wrong, for who tells it in another language.
    """
    row = rows[_find(document_id, rows, sentence)]
    start, end = row.start, row.end
    if not start < at < end:
        raise EditError(
            f"Expected a place inside the sentence, {start + 1} to {end - 1}, got {at}."
        )
    if _is_in_word(text, at):
        raise EditError(
            "Expected a place between two words to split at, got one inside a word.",
            hint="Put the caret before the first word of the second sentence.",
            subject="word",
        )
    left, right = text[start:at].rstrip(), text[at:end].lstrip()
    if not all(_SAYS_SOMETHING.search(half) for half in (left, right)):
        raise EditError(
            "Expected words on both sides of the place to split at.",
            hint="Put the caret before the first word of the second sentence.",
            subject="empty",
        )
    name = make_sentence_id(key)
    came = (
        Sentence(f"{name}.1", start, start + len(left)),
        Sentence(f"{name}.2", end - len(right), end),
    )
    return Plan("split sentence", (sentence,), came)


def plan_merge(document_id: str, rows: Sequence[Row[Any]], sentence: str, key: str) -> Plan:
    """Return the merge of a sentence with the next; `EditError` where it cannot be."""
    index = _find(document_id, rows, sentence)
    if index + 1 == len(rows):
        message = "Expected a sentence with another one after it, got the last one."
        raise EditError(message, subject="last")
    first, second = rows[index], rows[index + 1]
    if first.walkable != second.walkable:
        raise EditError(
            "Expected two sentences of the article or two of boilerplate, got one of each.",
            hint="Say first what the stretch is.",
            subject="kinds",
        )
    came = Sentence(make_sentence_id(key), first.start, second.end)
    return Plan("merge sentences", (first.id, second.id), (came,))


def make_sentence_id(key: str) -> str:
    """Return an id for a sentence that the operation with this key makes."""
    return f"s{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def _find(document_id: str, rows: Sequence[Row[Any]], sentence: str) -> int:
    for index, row in enumerate(rows):
        if row.id == sentence:
            return index
    raise make_unknown_sentence(document_id, sentence)


def _is_in_word(text: str, at: int) -> bool:
    if not is_grapheme_boundary(text, at):
        return True
    letters = _LETTER.match(text, at - 1) and _LETTER.match(text, at)
    return bool(letters) and not _WORD_EDGE.match(text, at)
