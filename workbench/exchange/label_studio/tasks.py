"""One task for each document: its text and key in `data`, everything else in `meta.wb`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from workbench.model import Document, Segment, Sentence
from workbench.model.record import Frozen
from workbench.scheme.violations import Problem, escape_key

TASK_VERSION = 1
_PREFIX = "doc:"
_UNSENDABLE = re.compile("[\0\ud800-\udfff]")


class LoadedTask(Frozen, frozen=True):
    """What a task says of its document; parts that are missing or of another form are ``None``."""

    wb_id: str | None
    document_id: str | None
    text: str | None
    text_sha256: str | None
    document: Document | None
    segments: tuple[Segment, ...] | None
    sentences: tuple[Sentence, ...] | None


def task_key(document_id: str) -> str:
    """Return the key by which a task is found again: ``doc:`` and the document's id."""
    return f"{_PREFIX}{document_id}"


def dump_task(
    document: Document, segments: Iterable[Segment], sentences: Iterable[Sentence]
) -> dict[str, Any]:
    """Return the task of `document`, without annotations.

    What Label Studio can filter by and shows stands in ``data``; ``meta.wb`` carries the document's
    other fields, its segments and its sentences.
    """
    fields = msgspec.structs.asdict(document)
    for name in ("id", "text", "text_sha256"):
        del fields[name]
    return {
        "data": {
            "wb_id": task_key(document.id),
            "text": document.text,
            "text_sha256": document.text_sha256,
            "title": document.title or "",
        },
        "meta": {
            "wb": {
                "version": TASK_VERSION,
                "document": fields,
                "segments": msgspec.to_builtins(tuple(segments)),
                "sentences": msgspec.to_builtins(tuple(sentences)),
            }
        },
    }


def load_task(task: Any) -> LoadedTask:
    """Return what a task of a server or an export says; nothing in it is taken on trust."""
    data = _get(task, "data")
    wb = _get(_get(task, "meta"), "wb")
    key, text, digest = (_text(data, name) for name in ("wb_id", "text", "text_sha256"))
    name = key.removeprefix(_PREFIX) if key and key.startswith(_PREFIX) else None
    document = None
    if name is not None and text is not None and digest is not None:
        fields = {**_get(wb, "document"), "id": name, "text": text, "text_sha256": digest}
        document = _convert(fields, Document)
    return LoadedTask(
        key,
        name or None,
        text,
        digest,
        document,
        _convert(_get(wb, "segments", None), tuple[Segment, ...]),
        _convert(_get(wb, "sentences", None), tuple[Sentence, ...]),
    )


def list_task_problems(task: Any) -> tuple[Problem, ...]:
    """Return what in `task` would harm a server: U+0000 and halves of surrogate pairs.

    One of them makes a server refuse every later list and export of its whole project.
    """
    return () if is_sendable(task) else tuple(iter_unsendable(task, ""))


def is_sendable(value: Any) -> bool:
    """Answer whether nothing in `value` can harm a server; `False` asks for a closer look."""
    try:
        encoded = msgspec.json.encode(value)
    except (TypeError, ValueError):  # half of a surrogate pair, or no JSON
        return False
    return is_sendable_json(encoded)


def is_sendable_json(content: bytes) -> bool:
    """Answer so for JSON in UTF-8, which writes as escapes only what is in question."""
    return b"\\u0000" not in content and b"\\ud" not in content


def iter_unsendable(value: Any, at: str) -> Iterable[Problem]:
    """Yield a problem for each text in `value`, at pointer `at`, that no server can hold."""
    if isinstance(value, str):
        bad = _UNSENDABLE.search(value)
        if bad is not None:
            got = f"U+{ord(bad[0]):04X} at {bad.start()}"
            yield Problem(at, "text without U+0000 and halves of surrogate pairs", got)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from iter_unsendable(str(key), at)
            yield from iter_unsendable(item, f"{at}/{escape_key(str(key))}")
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from iter_unsendable(item, f"{at}/{index}")


def _get(value: Any, name: str, default: Any = msgspec.UNSET) -> Any:
    found = value.get(name) if isinstance(value, dict) else None
    if default is not msgspec.UNSET:
        return found
    return found if isinstance(found, dict) else {}


def _text(value: dict[str, Any], name: str) -> str | None:
    found = value.get(name)
    return found if isinstance(found, str) else None


def _convert(value: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(value, kind)
    except (msgspec.ValidationError, RecursionError):
        return None
