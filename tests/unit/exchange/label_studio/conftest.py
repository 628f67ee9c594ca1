"""What the tests of the Label Studio mapping share: laws, and results as its editor saves them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import msgspec

from workbench.exchange.label_studio import Loaded, ResultGround, load_result
from workbench.model import Record, canonicalize
from workbench.scheme import Scheme, load_scheme

Item = dict[str, Any]


def load_back(result: Any, record: Record, scheme: Scheme | None = None) -> Loaded:
    """Return what `result` says of the document of `record`."""
    ground = ResultGround(record.document, record.sentences, scheme or load_scheme())
    return load_result(result, ground)


def put_back(loaded: Loaded, record: Record) -> Record:
    """Return `record` with the answers that were loaded in place of its own."""
    answers = list(loaded.annotations.values())
    return canonicalize(
        msgspec.structs.replace(
            record,
            claims=tuple(each for answer in answers for each in answer.claims),
            attributions=tuple(each for answer in answers for each in answer.attributions),
            decisions=tuple(answer.decision for answer in answers),
        )
    )


def save_in_editor(result: list[Any]) -> list[Any]:
    """Return `result` as the editor saves it when nothing was changed.

    It copies a region's meta to each of its results, drops keys of its own choosing, writes line
    ends in words as two characters, and puts relations at the end.
    """
    saved = deepcopy(result)
    metas = {each["id"]: each["meta"] for each in saved if "meta" in each}
    for each in saved:
        if each["type"] == "relation":
            each.pop("id", None)
            continue
        if each["id"] in metas:
            each["meta"] = metas[each["id"]]
        words = each["value"].get("text")
        if isinstance(words, str):
            each["value"]["text"] = words.replace("\n", "\\n")
    saved.sort(key=lambda each: each["type"] == "relation")
    return saved


def region(name: str, label: str, text: str, words: str, **more: Any) -> Item:
    """Return a region over the first `words` of `text`, as the editor writes one."""
    start = text.index(words)
    value = {"start": start, "end": start + len(words), "text": words, "labels": [label]}
    return {
        "id": name, "from_name": "role", "to_name": "text", "type": "labels",
        "origin": "manual", "value": value, **more,
    }  # fmt: skip


def choice(of: Item, control: str, value: str) -> Item:
    """Return a choice on the region `of`."""
    edges = {key: of["value"][key] for key in ("start", "end", "text")}
    return {
        "id": of["id"], "from_name": control, "to_name": "text", "type": "choices",
        "origin": "manual", "value": {**edges, "choices": [value]},
    }  # fmt: skip


def said(of: Item, control: str, *lines: str) -> Item:
    """Return a text on the region `of`."""
    edges = {key: of["value"][key] for key in ("start", "end")}
    return {
        "id": of["id"], "from_name": control, "to_name": "text", "type": "textarea",
        "origin": "manual", "value": {**edges, "text": list(lines)},
    }  # fmt: skip


def relation(start: Item | str, end: Item | str, *labels: str, direction: str = "right") -> Item:
    """Return a relation between two regions."""
    ends = [each if isinstance(each, str) else each["id"] for each in (start, end)]
    item: Item = {
        "from_id": ends[0], "to_id": ends[1], "type": "relation", "direction": direction,
    }  # fmt: skip
    return {**item, "labels": list(labels)} if labels else item
