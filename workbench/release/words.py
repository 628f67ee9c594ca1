"""Words in folded form: what two spellings of the same sentence have in common."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from workbench.model import Record
from workbench.text import fold_key

_WORD = re.compile(r"\w+")


def find_words(text: str) -> list[str]:
    """Return the words of `text`, folded: no harakat, one alef, one digit for each numeral."""
    return _WORD.findall(fold_key(text))


def hash_words(words: Sequence[str]) -> int:
    """Return 64 bits that stand for `words`, the same on every machine."""
    data = " ".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest())


def iter_content(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of each sentence of `record` outside boilerplate."""
    text = record.document.text
    boilerplate = [each for each in record.segments if each.kind == "boilerplate"]
    for sentence in record.sentences:
        if not any(each.start <= sentence.start < each.end for each in boilerplate):
            yield sentence.id, text[sentence.start : sentence.end]
