"""What adjudicators ruled, and on which unit's field each ruling stands after another merge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from workbench.curation.adjudication.units import Kind, Ref, Unit, Units, load_ref
from workbench.model.record import Frozen

OWN = "own"
NOTHING = "nothing"
KEPT = "kept"
ANNOTATOR = "annotator:"


class Ruling(Frozen, frozen=True):
    """What was said of one field of one item.

    Parameters
    ----------
    refs
        The annotators' items that it was about, each a name and an id; none for an item that only
        gold has.
    choice
        ``annotator:NAME`` whose version was taken, ``own`` where gold was edited afresh,
        ``nothing`` where the sentence holds no claim, ``kept`` for what gold had before it was
        adjudicated; null where only a remark was made.
    people
        Those who had the version that was taken.
    value
        What was taken, as plain data; `gold` the id of gold's item.
    seen
        The versions that there were, as strings that are equal where the versions are.
    comment, gap
        Why, and whether the guidelines leave the case open.
    """

    kind: Kind
    field: str
    refs: tuple[Ref, ...] = ()
    choice: str | None = None
    people: tuple[str, ...] = ()
    value: Any = None
    gold: str | None = None
    seen: tuple[str, ...] = ()
    comment: str | None = None
    gap: bool = False
    adjudicator: str | None = None


@dataclass(frozen=True)
class Rulings:
    """The rulings that stand in one document, by their ids, each on the field that it is about.

    `placed` holds the id of the ruling on a field, by the unit's number and the field's name;
    `golds` the ids of items of gold that only a ruling speaks of.
    """

    by_id: Mapping[str, Ruling] = field(default_factory=dict)
    placed: Mapping[tuple[int, str], str] = field(default_factory=dict)
    golds: frozenset[str] = frozenset()

    def id_of(self, unit: Unit, name: str) -> str:
        """Return the id of the ruling on a field: that of the one that stands, or a new one."""
        return self.placed.get((unit.number, name)) or unit.hash(name)

    def of(self, unit: Unit, name: str) -> Ruling | None:
        """Return the ruling on a field, if there is one."""
        found = self.placed.get((unit.number, name))
        return None if found is None else self.by_id[found]

    def choice_of(self, unit: Unit, name: str) -> Ruling | None:
        """Return the ruling that settles a field, if there is one."""
        found = self.of(unit, name)
        return found if found is not None and found.choice is not None else None


def place_rulings(units: Units, by_id: Mapping[str, Ruling]) -> Rulings:
    """Return the rulings on the units that they are about, as those are now.

    A ruling goes with the unit that has most of the items that it was made on; where two come to
    the same field, the newer one counts.

    Parameters
    ----------
    by_id
        In the order of saving.
    """
    placed: dict[tuple[int, str], str] = {}
    golds: set[str] = set()
    for name, ruling in by_id.items():
        unit = find_unit(units, ruling.kind, ruling.refs)
        if unit is not None:
            placed[unit.number, ruling.field] = name
        elif ruling.choice is not None:
            # Who said it may have left: what was ruled stays.
            golds.update(item_id for _, item_id in ruling.refs)
            golds.update([ruling.gold] if ruling.gold else ())
    return Rulings(by_id, placed, frozenset(golds))


def find_unit(units: Units, kind: Kind, refs: Iterable[Ref]) -> Unit | None:
    """Return the unit of a kind that has most of some items; None where none has any."""
    counts: dict[int, int] = {}
    for ref in refs:
        unit = units.by_ref.get(ref)
        if unit is not None and unit.kind == kind:
            counts[unit.number] = counts.get(unit.number, 0) + 1
    if not counts:
        return None
    return units.all[min(counts, key=lambda number: (-counts[number], number))]


def load_ruling(content: Any) -> Ruling:
    """Return a ruling from plain data."""
    return msgspec.convert(content, Ruling)


def rename_targets(units: Units, value: Any) -> Any:
    """Return targets that were kept as keys of units, as those units are named now."""
    named = (units.by_ref.get(load_ref(key)) for key in value)
    pairs = zip(value, named, strict=True)
    return sorted({key if unit is None else unit.key for key, unit in pairs})
