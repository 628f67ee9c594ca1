"""A result reduced to what it says, so that two results can be compared and merged.

The editor copies a region's `meta` to each of its results, moves relations to the end and writes
line ends in its own way; none of that is a change.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from workbench.exchange.label_studio.parsing import as_dict, as_list

Item = dict[str, Any]
Key = tuple[str, ...]
"""``("region", id, part...)``, ``("relation", from, to)``, ``("task", control)``, ``("odd", n)``"""

_KNOWN = {"id", "from_name", "to_name", "type", "value", "meta", "origin"}


@dataclass(frozen=True, eq=False)
class CanonicalResult:
    """What a result says, by field: equal results have equal fields.

    Attributes
    ----------
    fields
        The value of each field. A region has ``("region", id, "span")`` with its label and place,
        ``(..., "value", control)``, ``(..., "meta", key)``, ``(..., "wb", key)`` and
        ``(..., "more", key)``.
    """

    fields: dict[Key, Any] = field(default_factory=dict)

    @cached_property
    def sha256(self) -> str:
        """The hash of what the result says, as 64 hex digits."""
        # In one piece: dumping each value apart takes most of the time of a sync.
        listed = sorted(self.fields.items(), key=lambda item: item[0])
        return hashlib.sha256(_dump(listed).encode("utf-8", "surrogatepass")).hexdigest()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, CanonicalResult):
            return NotImplemented
        return self.sha256 == other.sha256

    def __hash__(self) -> int:
        return hash(self.sha256)


def canonicalize_result(result: Any) -> CanonicalResult:
    """Return what `result` says; it may be anything, and what is no result is compared whole."""
    fields: dict[Key, Any] = {}
    entries = result if isinstance(result, list) else [result]
    odd: list[str] = []
    regions = {_id(each) for each in entries if is_region(each)}
    for each in entries:
        if not isinstance(each, dict):
            odd.append(_dump(each))
        elif each.get("type") == "relation":
            _add_relation(each, fields)
        elif is_region(each) or _id(each) in regions:
            _add_region(each, fields)
        else:
            value = {**each, "value": _plain_value(each)}
            for name in ("id", "origin", "meta"):
                value.pop(name, None)
            key: Key = ("task", str(each.get("from_name")))
            if "start" in as_dict(each.get("value")):  # of a region that is gone
                key = (*key, _id(each))
            fields[key] = _plain(value)
    for number, each in enumerate(sorted(odd)):
        fields["odd", str(number)] = each
    return CanonicalResult(fields)


def is_region(entry: Any) -> bool:
    """Answer whether `entry` of a result makes a region."""
    if not isinstance(entry, dict):
        return False
    kind = entry.get("type", "")
    return kind == "labels" or (kind != "choices" and str(kind).endswith("labels"))


def is_same(one: Any, other: Any) -> bool:
    """Answer whether two values of fields are equal: ``true`` is not 1, but 1.0 is."""
    if one is None or other is None:
        return one is other
    return _dump(_plain(one)) == _dump(_plain(other))


def _add_relation(result: Item, fields: dict[Key, Any]) -> None:
    key = ("relation", str(result.get("from_id")), str(result.get("to_id")))
    before = as_dict(fields.get(key))
    labels = {_dump(each): each for each in (*as_list(before.get("labels")), *_labels(result))}
    fields[key] = {
        "direction": before.get("direction") or result.get("direction") or "right",
        "labels": [labels[each] for each in sorted(labels)],
    }


def _labels(result: Item) -> list[Any]:
    return as_list(result.get("labels"))


def _add_region(result: Item, fields: dict[Key, Any]) -> None:
    at: Key = ("region", _id(result))
    named = {name: result.get(name) for name in ("from_name", "to_name", "type")}
    if is_region(result):
        fields.setdefault((*at, "span"), _plain({**named, "value": _plain_value(result)}))
    else:
        said = _plain({**named, "value": _plain_value(result, without_edges=True)})
        name = str(result.get("from_name"))
        if said["value"] or name in ("", "None"):
            fields[(*at, "value", name)] = said
    meta = as_dict(result.get("meta"))
    for name, value in meta.items():
        if name != "wb" or not isinstance(value, dict):
            fields[(*at, "meta", str(name))] = _plain(value)
    for name, value in as_dict(meta.get("wb")).items():
        fields[(*at, "wb", str(name))] = _plain(value)
    if is_region(result):
        for name in result.keys() - _KNOWN:
            fields[(*at, "more", str(name))] = _plain(result[name])


def _plain_value(result: Item, *, without_edges: bool = False) -> Any:
    value = result.get("value")
    if not isinstance(value, dict):
        return value
    kept = dict(value)
    if result.get("type") != "textarea" or not isinstance(kept.get("text"), list):
        kept.pop("text", None)
    for name in ("start", "end") if without_edges else ():
        kept.pop(name, None)
    # An empty choice or label list is one that is not there.
    return {name: each for name, each in kept.items() if each != []}


def _plain(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {str(name): _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _id(result: Mapping[str, Any]) -> str:
    return str(result.get("id"))


def _dump(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
