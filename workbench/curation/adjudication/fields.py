"""The fields of a claim or attribution that annotators may differ in, read as plain values."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from workbench.curation.adjudication.units import Item, Unit, Units, dump_ref
from workbench.model import Attribution, Claim, Source, Span

EXISTENCE = "existence"
"""Whether the item is there at all: the one field that those have too who lack it."""
CLAIM_FIELDS = ("spans", "proposition")  # clusters are compared as links: ids are one's own
ATTRIBUTION_FIELDS = ("source", "entities", "cue", "anchor", "targets", "stance", "certainty")
FEATURE = "feature:"

Value = Any
"""Plain data: what a field says, comparable between annotators."""
NameTarget = Callable[[str], str]
"""Names a target by its id, so that it is the same for everybody."""


def list_fields(items: Sequence[Item]) -> list[str]:
    """Return the names of the fields that items of one unit have, in the order of work."""
    features = sorted({name for each in items for name in each.features})
    own = CLAIM_FIELDS if isinstance(items[0], Claim) else ATTRIBUTION_FIELDS
    return [*own, *(FEATURE + name for name in features)]


def read_field(item: Item, name: str, name_target: NameTarget) -> Value:
    """Return what an item says in one field, as plain data."""
    if name.startswith(FEATURE):
        return item.features.get(name.removeprefix(FEATURE))
    if isinstance(item, Claim):
        return _dump_spans(item.spans) if name == "spans" else getattr(item, name)
    return _read_attribution(item, name, name_target)


def _read_attribution(item: Attribution, name: str, name_target: NameTarget) -> Value:
    if name == "source":
        return {"spans": _dump_spans(item.source.spans), "realization": item.source.realization}
    if name == "entities":
        return list(item.source.entities)
    if name == "cue":
        return None if item.cue is None else _dump_spans(item.cue)
    if name == "anchor":
        return _dump_spans(item.anchor)
    if name == "targets":
        return sorted({name_target(each) for each in item.targets})
    return getattr(item, name)


def write_field(item: Item, name: str, value: Value) -> Item:
    """Return `item` with what `read_field` gave; targets are ids of gold by now."""
    if name.startswith(FEATURE):
        features = {**item.features, name.removeprefix(FEATURE): value}
        return msgspec.structs.replace(item, features=features)
    if isinstance(item, Claim):
        new = load_spans(value) if name == "spans" else value
        return msgspec.structs.replace(item, **{name: new})
    if name == "source":
        source = Source(load_spans(value["spans"]), value["realization"], item.source.entities)
        return msgspec.structs.replace(item, source=source)
    if name == "entities":
        source = msgspec.structs.replace(item.source, entities=tuple(value))
        return msgspec.structs.replace(item, source=source)
    if name in ("cue", "anchor"):
        spans = load_spans(value or [])
        return msgspec.structs.replace(item, **{name: spans or (None if name == "cue" else ())})
    return msgspec.structs.replace(item, **{name: tuple(value) if name == "targets" else value})


def read_person(units: Units, unit: Unit, person: str, name: str) -> Value:
    """Return what a person's item says in one field; a target is named by its unit."""

    def name_target(target: str) -> str:
        found = units.by_ref.get((person, target))
        return dump_ref(person, target) if found is None else found.key

    return read_field(unit.items[person], name, name_target)


def is_unsaid(item: Item, name: str, value: Value) -> bool:
    """Answer whether an empty field says nothing, rather than that there is nothing.

    Who writes no proposition, and links nothing to the registry, does not contradict who does.
    """
    if name == "proposition":
        return value is None and isinstance(item, Claim) and bool(item.spans)
    return name == "entities" and not value


def load_spans(value: Any) -> tuple[Span, ...]:
    """Return spans from plain data."""
    return msgspec.convert(value, tuple[Span, ...])


def dump_value(value: Value) -> str:
    """Return a value as a string that is equal where the values are."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _dump_spans(spans: Sequence[Span]) -> list[dict[str, Any]]:
    return [{"start": span.start, "end": span.end, "text": span.text} for span in spans]
