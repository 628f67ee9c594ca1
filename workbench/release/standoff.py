"""Records without the texts they are about, and the way back.

What is taken out of a record is all that would hand on the publisher's words:

- the document's text, and the words of every span (both come back from a copy of the text);
- its title, and each string of its metadata with more than five words or 80 characters;
- of propositions, notes, comments and reasons each run of six or more words that the text has too.

What the text itself holds word for word is written as ranges of it and needs nothing else. What
it does not hold (a headline that is not in the body, a summary) is left as a hash alone, and comes
back from a copy that has it. Ids, addresses, dates, names of publishers and all labels stay.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import RecordError
from workbench.model import compute_text_sha256
from workbench.release.words import find_words

LEAK_WORDS = 6
"""So many words in a row are a quotation; fewer are a phrase that anybody might write."""

_SHORT_CHARACTERS = 80
_TOKEN = re.compile(r"\S+")

Path = tuple[str | int, ...]
Plain = dict[str, Any]


def withhold(line: str) -> str:
    """Return the stand-off line of the canonical record in `line`.

    It has the keys ``record`` (the record, with what is withheld empty or null), ``characters``
    (the length of the text in code points) and ``withheld``: for each string that was taken out
    its ``path``, and either its ``pieces`` (words that stay, and ranges of the text) or only the
    ``sha256`` of its UTF-8.

    Raises
    ------
    RecordError
        Something that stays repeats the text in another spelling; the message names it.
    """
    record = json.loads(line)
    text = record["document"]["text"]
    withheld = [_take(record, path, text) for path in list(_iter_strings(record, text))]
    record["document"]["text"] = ""
    for span in iter_spans(record):
        span["text"] = ""
    _check_kept(record, withheld, text)
    return _dump({"record": record, "characters": len(text), "withheld": withheld})


def restore(line: str, text: str, title: str | None, metadata: Mapping[str, Any]) -> str:
    """Return the canonical record line that the stand-off `line` was made from.

    Raises
    ------
    RecordError
        `text` is another one, or `title` and `metadata` lack a string that the text cannot give.
    """
    plain = json.loads(line)
    record, document = plain["record"], plain["record"]["document"]
    if compute_text_sha256(text) != document["text_sha256"]:
        raise RecordError(f"{document['id']}: Expected the text of another sha256.")
    document["text"] = text
    for span in iter_spans(record):
        span["text"] = text[span["start"] : span["end"]]
    copy = {"document": {"title": title, "metadata": metadata}}
    for item in plain["withheld"]:
        value = _join(item["pieces"], text) if item["pieces"] else _find(copy, item["path"])
        if not isinstance(value, str) or _hash(value) != item["sha256"]:
            place = "/".join(map(str, item["path"]))
            raise RecordError(
                f"{document['id']}: Expected a copy with the {place} of sha256 {item['sha256']}, "
                f"got {'none' if value is None else 'another one'}."
            )
        _put(record, item["path"], value)
    return _dump(record)


def iter_spans(record: Plain) -> Iterator[Plain]:
    """Yield every span of a record in plain data."""
    for claim in record["claims"]:
        yield from claim["spans"]
    for attribution in record["attributions"]:
        yield from attribution["source"]["spans"]
        yield from attribution["cue"] or ()
        yield from attribution["anchor"]


def split_pieces(value: str, text: str) -> list[str | list[int]]:
    """Return `value` as words of its own, and ranges ``[start, end]`` of `text`.

    A range is a run of at least `LEAK_WORDS` words that `text` holds letter for letter.
    """
    tokens = [match.span() for match in _TOKEN.finditer(value)]
    pieces: list[str | list[int]] = []
    behind = first = 0
    while first + LEAK_WORDS <= len(tokens):
        last = first + LEAK_WORDS - 1
        start, end = tokens[first][0], tokens[last][1]
        if value[start:end] not in text:
            first += 1
            continue
        while last + 1 < len(tokens) and value[start : tokens[last + 1][1]] in text:
            last += 1
            end = tokens[last][1]
        found = text.index(value[start:end])
        pieces += [value[behind:start], [found, found + end - start]]
        behind, first = end, last + 1
    return [each for each in [*pieces, value[behind:]] if each]


def find_runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield each run of `LEAK_WORDS` words."""
    for first in range(len(words) - LEAK_WORDS + 1):
        yield tuple(words[first : first + LEAK_WORDS])


def _iter_strings(record: Plain, text: str) -> Iterator[Path]:
    """Yield where the strings lie that have to go, as a whole or in part."""
    document = record["document"]
    if document["title"]:
        yield ("document", "title")
    for path in _iter_leaves(document["metadata"], ("document", "metadata")):
        value = _find(record, path)
        if isinstance(value, str) and _is_long(value):
            yield path
    for kind, keys in (
        ("segments", ("reason",)),
        ("claims", ("proposition", "note")),
        ("attributions", ("note",)),
        ("decisions", ("comment",)),
    ):
        for number, item in enumerate(record[kind]):
            for key in keys:
                if any(isinstance(each, list) for each in split_pieces(item[key] or "", text)):
                    yield (kind, number, key)


def _take(record: Plain, path: Path, text: str) -> Plain:
    value = _find(record, path)
    whole = text.find(value)
    pieces = [[whole, whole + len(value)]] if whole >= 0 else split_pieces(value, text)
    if path[0] == "document" and whole < 0:
        pieces = []  # a title or summary in other words is the publisher's as well
    _put(record, path, None)
    return {"path": list(path), "pieces": pieces, "sha256": _hash(value)}


def _check_kept(record: Plain, withheld: list[Plain], text: str) -> None:
    leaves = (path for path in _iter_leaves(record, ()) if path != ("document", "url"))
    kept = [(path, _find(record, path)) for path in leaves]
    # A key of the user's own object may be a sentence as well.
    metadata = _iter_leaves(record["document"]["metadata"], ("document", "metadata"))
    kept += [(path, key) for path in metadata for key in path]
    kept += [(tuple(item["path"]), piece) for item in withheld for piece in item["pieces"]]
    said = None
    for path, value in kept:
        words = find_words(value) if isinstance(value, str) else []
        if len(words) < LEAK_WORDS:
            continue
        said = said or f" {' '.join(find_words(text))} "
        for run in find_runs(words):
            if f" {' '.join(run)} " in said:
                raise RecordError(
                    f"{record['document']['id']}: Expected {'/'.join(map(str, path))} in words of "
                    f"its own, got six of the text in another spelling: {' '.join(run)}.",
                    hint="Shorten the quotation, and release again.",
                )


def _is_long(value: str) -> bool:
    return len(value) > _SHORT_CHARACTERS or len(find_words(value)) >= LEAK_WORDS


def _iter_leaves(value: Any, path: Path) -> Iterator[Path]:
    if isinstance(value, dict):
        for key in value:
            yield from _iter_leaves(value[key], (*path, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _iter_leaves(each, (*path, number))
    else:
        yield path


def _find(value: Any, path: Path | list[str | int]) -> Any:
    for key in path:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _put(record: Plain, path: Path | list[str | int], value: str | None) -> None:
    _find(record, path[:-1])[path[-1]] = value


def _join(pieces: list[str | list[int]], text: str) -> str:
    return "".join(each if isinstance(each, str) else text[each[0] : each[1]] for each in pieces)


def _hash(value: str) -> str:
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()


def _dump(value: Plain) -> str:
    # Keys keep the order they were read in, which in a canonical record is the canonical one.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
