"""Pandas frames of the register: its entities, and its history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from workbench.model.register import Deed, Merge, Register, Split, Undo, list_touched

if TYPE_CHECKING:
    import pandas as pd

    from workbench.store import Store

Row = dict[str, Any]
_ENTITY = {
    "entity": "str", "name": "str", "names": "object", "kind": "str", "anonymity": "str",
    "affiliation": "str", "note": "str", "document": "str", "stands_for": "object",
    "attributions": "Int64", "documents": "Int64",
}  # fmt: skip
_CHANGE = {
    "number": "Int64", "at_utc": "time", "by": "str", "kind": "str", "entities": "object",
    "stands": "boolean", "said": "str",
}  # fmt: skip


def build_entity_frame(register: Register, store: Store) -> pd.DataFrame:
    """Return the current entities by id, and how often each was chosen."""
    return _build(iter_entity_rows(register, store), _ENTITY)


def iter_entity_rows(register: Register, store: Store) -> Iterator[Row]:
    """Yield a row for each current entity, by id."""
    times: Counter[str] = Counter()
    places: dict[str, set[str]] = {}
    for (entity, document), count in store.count_uses().items():
        root = register.follow(entity)
        times[root] += count
        places.setdefault(root, set()).add(document)

    for entity in sorted(register.entities):
        line = register.entities[entity]
        is_bound = register.is_bound(entity)
        yield {
            "entity": entity,
            "name": line.names[0].text if line.names else None,
            "names": [each.text for each in line.names],
            "kind": line.kind,
            "anonymity": line.anonymity,
            "affiliation": line.affiliation,
            "note": line.note,
            "document": register.home(entity) if is_bound else None,
            "stands_for": list(register.members[entity][1:]),
            "attributions": times[entity],
            "documents": len(places.get(entity, ())),
        }


def build_history_frame(register: Register) -> pd.DataFrame:
    """Return the changes of the register; `stands` says whether one was not taken back."""
    standing = {entry.number for entry in register.active}
    by_number = {entry.number: entry for entry in register.entries}
    rows = (
        {
            "number": entry.number,
            "at_utc": entry.at_utc,
            "by": entry.by,
            "kind": entry.deed.__struct_config__.tag,
            "entities": list(list_touched(entry.deed, by_number)),
            "stands": entry.number in standing,
            "said": say_deed(entry.deed),
        }
        for entry in register.entries
    )
    return _build(rows, _CHANGE)


def say_deed(deed: Deed) -> str:
    """Return a change in a few words."""
    if isinstance(deed, Merge):
        return f"{', '.join(deed.ids)} into {deed.into}"
    if isinstance(deed, Split):
        places = [f"{each.document}/{each.attribution}" for each in deed.attributions]
        taken = ", ".join((*deed.names, *deed.documents, *places))
        return f"{deed.entity.id} from {deed.source}: {taken}"
    if isinstance(deed, Undo):
        return f"change {deed.of}"
    return ", ".join(each.text for each in deed.entity.names)


def _build(rows: Iterator[Row], columns: dict[str, str]) -> pd.DataFrame:
    import pandas as pd

    listed = list(rows)

    def series(name: str, held: str) -> pd.Series[Any]:
        values = [row[name] for row in listed]
        if held == "time":
            return pd.to_datetime(pd.Series(values, dtype="str"), utc=True, format="ISO8601")
        return pd.Series(values, dtype=held)

    return pd.DataFrame({name: series(name, held) for name, held in columns.items()})
