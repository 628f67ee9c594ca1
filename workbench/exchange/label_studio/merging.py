"""Three-way merges of results: by region, by what is said of it, and by relation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from workbench.exchange.label_studio.canonical import (
    CanonicalResult,
    Item,
    Key,
    canonicalize_result,
    is_region,
    is_same,
)
from workbench.exchange.label_studio.parsing import as_dict, as_list
from workbench.model.record import Frozen

_REGION = 2
_ABSENT: Any = None


class FieldConflict(Frozen, frozen=True):
    """A field that both sides changed, each in its own way.

    Attributes
    ----------
    region
        The region's id; of a relation the one that it goes out from; ``""`` for the whole task.
    field
        ``region`` (deleted on one side), ``span``, ``value:CONTROL``, ``meta:KEY``, ``wb:KEY``,
        ``relation:ID``, ``task:CONTROL``.
    base, ours, theirs
        What the field said; ``None`` where it is absent.
    """

    region: str
    field: str
    base: Any = None
    ours: Any = None
    theirs: Any = None

    @property
    def key(self) -> str:
        """A name that the same conflict has each time."""
        return f"{self.region}/{self.field}"


class Merge(Frozen, frozen=True):
    """A merged result; where the sides are in conflict, it holds what `theirs` had."""

    result: list[Any]
    conflicts: tuple[FieldConflict, ...]


def merge_results(base: Any, ours: Any, theirs: Any) -> Merge:
    """Return both sides' changes to `base` in one result.

    A field that only one side changed takes its value; what both deleted is gone. A region that one
    side deleted and the other changed is a conflict of the region, and so is an item (a claim, an
    attribution) of which one side deleted all regions.
    """
    merger = _Merger(*(canonicalize_result(each) for each in (base, ours, theirs)))
    fields = merger.merge()
    result = build_result(fields, [theirs, ours, base])
    return Merge(result, tuple(sorted(merger.conflicts, key=lambda each: each.key)))


def replace_fields(result: Any, conflicts: Iterable[FieldConflict], source: Any) -> list[Any]:
    """Return `result` with the field of each conflict as it is in `source`, or taken out.

    A region comes with all that is said of it and its relations, as far as their other ends are
    there.
    """
    fields = dict(canonicalize_result(result).fields)
    other = canonicalize_result(source).fields
    for conflict in conflicts:
        for key in [key for key in fields if _is_part(key, conflict)]:
            del fields[key]
        fields |= {key: value for key, value in other.items() if _is_part(key, conflict)}
    return build_result(fields, [result, source])


def build_result(fields: dict[Key, Any], sources: Sequence[Any]) -> list[Any]:
    """Return a result that says `fields`, with entries of `sources` as they are where they fit."""
    builder = _Builder(fields, sources)
    return builder.build()


class _Merger:
    def __init__(
        self, base: CanonicalResult, ours: CanonicalResult, theirs: CanonicalResult
    ) -> None:
        self._base, self._ours, self._theirs = base.fields, ours.fields, theirs.fields
        self.conflicts: list[FieldConflict] = []

    def merge(self) -> dict[Key, Any]:
        settled = self._settle_deletions()
        fields: dict[Key, Any] = {}
        for key in dict.fromkeys([*self._theirs, *self._ours, *self._base]):
            if key[0] == "region" and key[1] in settled:
                if settled[key[1]] and key in self._theirs:
                    fields[key] = self._theirs[key]
                continue
            value = self._merge_field(key, settled)
            if value is not _ABSENT:
                fields[key] = value
        return _drop_dangling(fields)

    def _merge_field(self, key: Key, settled: dict[str, bool]) -> Any:
        base, ours, theirs = (side.get(key) for side in (self._base, self._ours, self._theirs))
        if key[0] == "relation" and (settled.get(key[1]) or settled.get(key[2])):
            return theirs if theirs is not _ABSENT else ours
        if is_same(ours, base) or is_same(ours, theirs):
            return theirs
        if is_same(theirs, base):
            return ours
        if key[0] == "region" and key[2] == "wb" and key[3] == "rel":
            return theirs  # the relations themselves are merged; this only orders them
        self.conflicts.append(make_conflict(key, base, ours, theirs))
        return theirs

    def _settle_deletions(self) -> dict[str, bool]:
        """Return the regions that one side deleted: whether the merged result has them.

        A region that is in the base and was deleted by one side alone is gone, unless the other
        side changed it, or something else of the same item; then it is as in `theirs`.
        """
        sides = [_group(side) for side in (self._base, self._ours, self._theirs)]
        base, ours, theirs = sides
        settled: dict[str, bool] = {}
        for item, names in _list_items(base).items():
            gone_here = [name for name in names if name not in ours]
            gone_there = [name for name in names if name not in theirs]
            whole = names if len(gone_here) == len(names) or len(gone_there) == len(names) else ()
            if whole and gone_here != gone_there:
                self._settle_item(item, sides, settled)
            else:
                for name in dict.fromkeys([*gone_here, *gone_there]):
                    self._settle_region(name, [name], sides, settled)
        return settled

    def _settle_item(
        self,
        item: str,
        sides: Sequence[dict[str, dict[Key, Any]]],
        settled: dict[str, bool],
    ) -> None:
        names = list(dict.fromkeys(name for side in sides for name in _list_items(side)[item]))
        self._settle_region(names[0], names, sides, settled)

    def _settle_region(
        self,
        shown: str,
        names: Sequence[str],
        sides: Sequence[dict[str, dict[Key, Any]]],
        settled: dict[str, bool],
    ) -> None:
        """Settle regions that are deleted on one side: they go, or stay as in `theirs`."""
        base, ours, theirs = (
            {name: side[name] for name in names if name in side} for side in sides
        )
        if not ours and not theirs:
            settled |= dict.fromkeys(names, False)
            return
        left = theirs if not ours or len(ours) < len(theirs) else ours
        if is_same(_flat(left), _flat({name: base.get(name, {}) for name in left})):
            settled |= dict.fromkeys(names, False)
            return
        conflict = FieldConflict(shown, "region", _show(base), _show(ours), _show(theirs))
        self.conflicts.append(conflict)
        settled |= {name: name in theirs for name in names}


def make_conflict(key: Key, base: Any, ours: Any, theirs: Any) -> FieldConflict:
    """Return the conflict of one field, with its values as short as they can be."""
    shown = [_shorten(key, each) for each in (base, ours, theirs)]
    if key[0] == "region":
        return FieldConflict(key[1], ":".join(key[2:]), *shown)
    if key[0] == "relation":
        return FieldConflict(key[1], f"relation:{key[2]}", *shown)
    return FieldConflict("", ":".join(key), *shown)


def _shorten(key: Key, value: Any) -> Any:
    said = as_dict(as_dict(value).get("value"))
    if key[0] == "region" and key[2] == "span" and said:
        labels = as_list(said.get("labels"))
        return {"start": said.get("start"), "end": said.get("end"), "labels": labels}
    if said:
        listed = said.get("choices", said.get("text"))
        return listed[0] if isinstance(listed, list) and len(listed) == 1 else said
    return value


def _show(regions: dict[str, dict[Key, Any]]) -> Any:
    """Return what is said of deleted or changed regions, or ``None`` where there are none."""
    if not regions:
        return None
    return {
        name: {
            ":".join(key[2:]): _shorten(key, value)
            for key, value in sorted(fields.items())
            if key[2] in ("span", "value")
        }
        for name, fields in regions.items()
    }


def _flat(regions: dict[str, dict[Key, Any]]) -> dict[str, Any]:
    return {
        "\0".join(key): value
        for fields in regions.values()
        for key, value in fields.items()
        if key[2:4] != ("wb", "rel")
    }


def _group(fields: dict[Key, Any]) -> dict[str, dict[Key, Any]]:
    """Return the fields of each region."""
    regions: dict[str, dict[Key, Any]] = {}
    for key, value in fields.items():
        if key[0] == "region":
            regions.setdefault(key[1], {})[key] = value
    return regions


class _Items(dict[str, list[str]]):
    def __missing__(self, item: str) -> list[str]:
        return []


def _list_items(regions: dict[str, dict[Key, Any]]) -> _Items:
    """Return the regions of each item; a region that names none is an item of its own."""
    items = _Items()
    for name, fields in regions.items():
        item = fields.get(("region", name, "wb", "item"))
        key = f"item:{item}" if isinstance(item, str) else f"region:{name}"
        items.setdefault(key, []).append(name)
    return items


def _drop_dangling(fields: dict[Key, Any]) -> dict[Key, Any]:
    """Leave out relations to regions that are gone: they would make the editor an empty page."""
    there = {key[1] for key in fields if key[0] == "region" and key[2] == "span"}
    there.update(str(as_dict(value).get("id")) for key, value in fields.items() if key[0] == "task")
    return {
        key: value
        for key, value in fields.items()
        if (key[0] != "relation" or there.issuperset(key[1:]))
        and (key[0] != "region" or key[1] in there)
    }


def _is_part(key: Key, conflict: FieldConflict) -> bool:
    """Answer whether the field `key` is what `conflict` is about."""
    if conflict.field == "region":
        names = {conflict.region}
        for side in (conflict.base, conflict.ours, conflict.theirs):
            names.update(as_dict(side))
        if key[0] == "relation":
            return bool(names.intersection(key[1:]))
        return key[0] == "region" and key[1] in names
    return make_conflict(key, None, None, None).key == conflict.key


class _Builder:
    """Writes a result that says given fields, in the order of the first source that has each."""

    def __init__(self, fields: dict[Key, Any], sources: Sequence[Any]) -> None:
        self._fields = _drop_dangling(fields)
        self._meta: dict[str, Item] = {}
        self._more: dict[str, Item] = {}
        wb: dict[str, Item] = {}
        for key, value in self._fields.items():
            if key[0] != "region":
                continue
            if key[2] == "meta":
                self._meta.setdefault(key[1], {})[key[3]] = value
            elif key[2] == "wb":
                wb.setdefault(key[1], {})[key[3]] = value
            elif key[2] == "more":
                self._more.setdefault(key[1], {})[key[3]] = value
        for name, said in wb.items():
            self._meta.setdefault(name, {})["wb"] = said
        self._entries = [
            each
            for source in sources
            for each in (source if isinstance(source, list) else [source])
        ]

    def build(self) -> list[Any]:
        results: list[Any] = []
        relations: list[Any] = []
        done: set[Key] = set()
        names = {key[1] for key in self._fields if key[0] == "region"}
        for entry in self._entries:
            key = _key_of(entry, names)
            if key is None or key in done or key not in self._fields:
                continue
            done.add(key)
            built = self._build(key, entry)
            (relations if key[0] == "relation" else results).append(built)
        odd = [key for key in self._fields if key[0] == "odd"]
        plain = [each for each in self._entries if not isinstance(each, dict)]
        return [*results, *plain[: len(odd)], *relations]

    def _build(self, key: Key, entry: Item) -> Item:
        said = self._fields[key]
        built = deepcopy(entry)
        if key[0] == "relation":
            same = canonicalize_result([entry]).fields.get(key)
            return built if is_same(same, said) else {**_strip(built), **_tidy(said)}
        if key[0] == "task":
            return {**built, **said}
        value = dict(as_dict(said.get("value")))
        span = as_dict(as_dict(self._fields.get((*key[:2], "span"))).get("value"))
        before = as_dict(entry.get("value"))
        if key[2] == "value":
            value = {**{name: span[name] for name in ("start", "end") if name in span}, **value}
        has_words = "text" in before and "text" not in value
        if has_words and (before.get("start"), before.get("end")) == (
            value.get("start"),
            value.get("end"),
        ):
            value["text"] = before["text"]
        built |= {**said, "value": value}
        meta = deepcopy(self._meta.get(key[1], {}))
        built.pop("meta", None)
        if meta:
            built["meta"] = meta
        if key[2] == "span":
            self._put_more(built, key[1])
        return built

    def _put_more(self, built: Item, region: str) -> None:
        known = ("id", "from_name", "to_name", "type", "value", "meta", "origin")
        for name in [name for name in built if name not in known]:
            del built[name]
        built |= self._more.get(region, {})


def _strip(relation: Item) -> Item:
    relation.pop("labels", None)
    return relation


def _tidy(said: Item) -> Item:
    return {name: value for name, value in said.items() if value != []}


def _key_of(entry: Any, regions: set[str]) -> Key | None:
    """Return the field that `entry` is written for."""
    if not isinstance(entry, dict):
        return None
    if entry.get("type") == "relation":
        return ("relation", str(entry.get("from_id")), str(entry.get("to_id")))
    name = str(entry.get("id"))
    if is_region(entry):
        return ("region", name, "span")
    if name in regions:
        return ("region", name, "value", str(entry.get("from_name")))
    key = ("task", str(entry.get("from_name")))
    return (*key, name) if "start" in as_dict(entry.get("value")) else key
