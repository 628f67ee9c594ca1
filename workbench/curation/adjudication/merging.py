"""Gold as it follows from what is agreed and what was ruled: never a guess at what is open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import msgspec

from workbench.curation.adjudication.fields import write_field
from workbench.curation.adjudication.golds import Golds, choose_id, map_gold
from workbench.curation.adjudication.rulings import Rulings
from workbench.curation.adjudication.settling import Settled, settle_unit
from workbench.curation.adjudication.units import Item, Unit, Units, load_ref
from workbench.model import Attribution, Claim

GOLD = "gold"
"""The name before the id of a target that only gold has."""


@dataclass(frozen=True)
class Merge:
    """One document's units, what is settled of them, and what gold makes of it.

    `items` are the new or changed items of gold, what is needed first; `gone` the ids of those that
    gold loses; `mapped` the item of each unit by its number, as gold is afterwards.
    """

    settled: Mapping[int, Settled]
    items: list[Item] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    mapped: dict[int, str] = field(default_factory=dict)


def merge_answers(
    units: Units,
    rulings: Rulings,
    golds: Golds | None = None,
    *,
    sentences: Collection[str],
    taken: Collection[str] = (),
    settled: Mapping[int, Settled] | None = None,
) -> Merge:
    """Return what gold becomes in `sentences`, with all that is agreed and ruled.

    A unit whose existence, words or targets are open is left out, another open field stays empty;
    what gold has of them already stays. The same whatever the order of the annotators, and a second
    merge changes nothing.

    Parameters
    ----------
    golds
        All of gold in the document; none for a merge from nothing.
    sentences
        Those that may change.
    taken
        Ids that gold's new items may not have.
    settled
        What is settled of each unit, where that is known already.
    """
    known = settled or {unit.number: settle_unit(units, rulings, unit) for unit in units.all}
    return _Merger(units, rulings, golds or {}, sentences, taken, known).merge()


class _Merger:
    """Plans the ids first, since targets are named by them, and then the items."""

    def __init__(
        self,
        units: Units,
        rulings: Rulings,
        golds: Golds,
        sentences: Collection[str],
        taken: Collection[str],
        settled: Mapping[int, Settled],
    ) -> None:
        self._units, self._rulings, self._golds = units, rulings, golds
        self._sentences = set(sentences)
        self._taken = {*taken, *golds}
        self._settled = settled
        self._before = map_gold(units, rulings, golds)
        self._ids: dict[int, str] = {}
        self._refused = self._find_refused()

    def merge(self) -> Merge:
        for unit in self._units.all:
            if unit.kind == "claim" and self._is_placed(unit):
                self._plan(unit)
        waiting = [unit for unit in self._units.all if unit.kind == "attribution"]
        while placed := [unit for unit in waiting if self._is_placed(unit)]:
            # A relay waits for what it holds.
            for unit in placed:
                self._plan(unit)
            waiting = [unit for unit in waiting if unit not in placed]
        items = [self._build(self._units.all[number]) for number in self._ids]
        changed = [each for each in items if self._golds.get(each.id) != each]
        lost = {gold_id for number, gold_id in self._before.items() if number not in self._ids}
        gone = [each for each in self._golds if each in self._refused | lost]
        return Merge(self._settled, changed, gone, self._ids)

    def _plan(self, unit: Unit) -> None:
        gold_id = self._before.get(unit.number) or choose_id(self._units, unit, self._taken)
        self._ids[unit.number] = gold_id
        self._taken.add(gold_id)

    def _is_placed(self, unit: Unit) -> bool:
        """Answer whether gold has a unit afterwards."""
        is_before = unit.number in self._before
        if unit.sentence not in self._sentences:
            return is_before
        settled = self._settled[unit.number]
        if settled.is_there is not True:
            return is_before and settled.is_there is None
        if unit.kind == "claim":
            return is_before or _has_words(settled)
        return bool(self._find_targets(unit))

    def _find_targets(self, unit: Unit) -> list[str]:
        """Return the ids in gold of what an attribution holds, as far as they are known."""
        found = self._settled[unit.number].find("targets")
        if found is not None and found.state in ("agreed", "ruled"):
            return list(dict.fromkeys(self._iter_targets(found.value, {unit.number})))
        before = self._golds.get(self._before.get(unit.number, ""))
        kept = before.targets if isinstance(before, Attribution) else ()
        return [each for each in kept if self._stays(each)]

    def _iter_targets(self, keys: Iterable[str], seen: set[int]) -> Iterable[str]:
        for key in keys:
            person, item_id = load_ref(key)
            unit = self._units.find(key)
            if person == GOLD and unit is None:
                if self._stays(item_id):
                    yield item_id
            elif unit is not None and unit.number in self._ids:
                yield self._ids[unit.number]
            elif unit is not None and unit.number not in seen:
                yield from self._iter_heirs(unit, seen | {unit.number})

    def _iter_heirs(self, unit: Unit, seen: set[int]) -> Iterable[str]:
        """Give what a relay holds that is not there: whoever relays it holds that instead."""
        if unit.kind == "attribution" and self._settled[unit.number].is_there is False:
            keys = {key for each in self._read_targets(unit) for key in each}
            yield from self._iter_targets(sorted(keys), seen)

    def _read_targets(self, unit: Unit) -> Iterable[list[str]]:
        for person, item in unit.items.items():
            if isinstance(item, Attribution):
                found = (self._units.by_ref.get((person, each)) for each in item.targets)
                yield [each.key for each in found if each is not None]

    def _stays(self, gold_id: str) -> bool:
        return gold_id in self._golds and gold_id not in self._refused

    # -- the items -----------------------------------------------------------------------------

    def _build(self, unit: Unit) -> Item:
        gold_id = self._ids[unit.number]
        base = self._golds.get(gold_id)
        if unit.sentence not in self._sentences and base is not None:
            return base
        item = _start(unit, gold_id) if base is None else base
        for each in self._settled[unit.number].fields[1:]:
            if each.name != "targets" and each.state in ("agreed", "ruled"):
                item = write_field(item, each.name, each.value)
            elif (
                each.name == "certainty" and each.state == "open" and _has_other_stance(item, base)
            ):
                item = write_field(item, "certainty", None)
        if isinstance(item, Attribution):
            return self._link(unit, item)
        return self._voice(unit, item)

    def _link(self, unit: Unit, item: Attribution) -> Attribution:
        targets = self._find_targets(unit)
        if set(targets) == set(item.targets):
            return item
        return msgspec.structs.replace(item, targets=tuple(targets))

    def _voice(self, unit: Unit, claim: Claim) -> Claim:
        """Say that a claim is the writer's own, where someone does and no source is open."""
        said = [isinstance(each, Claim) and each.voice == "author" for each in unit.items.values()]
        held = [
            self._settled[other.number].is_there
            for other in self._units.all
            if other.kind == "attribution" and unit.number in self._units.leaves(other)
        ]
        if any(said) and None not in held and True not in held:
            return msgspec.structs.replace(claim, voice="author")
        return claim

    def _find_refused(self) -> set[str]:
        """Return the ids of what gold loses: what is ruled out, and what nobody has any more."""
        units = {gold_id: self._units.all[number] for number, gold_id in self._before.items()}
        return {
            gold_id
            for gold_id, item in self._golds.items()
            if self._is_refused(gold_id, item, units.get(gold_id))
        }

    def _is_refused(self, gold_id: str, item: Item, unit: Unit | None) -> bool:
        if unit is None:
            return item.sentence in self._sentences and gold_id not in self._rulings.golds
        if unit.sentence not in self._sentences:
            return False
        return self._settled[unit.number].is_there is False


def _has_other_stance(item: Item, base: Item | None) -> bool:
    return isinstance(item, Attribution) and item.stance != getattr(base, "stance", None)


def _start(unit: Unit, gold_id: str) -> Item:
    """Return a new item with what is no field: its origin and its doubts, where all share them."""
    items = list(unit.items.values())
    origins, notes = {each.origin for each in items}, {each.note for each in items}
    unset: dict[str, str | None] = {name: None for each in items for name in each.features}
    kept = {
        "origin": origins.pop() if len(origins) == 1 else "human",
        "note": notes.pop() if len(notes) == 1 else None,
        "unsure": all(each.unsure for each in items),
        "features": unset,
    }
    if unit.kind == "claim":
        return Claim(gold_id, unit.sentence, (), None, **kept)  # type: ignore[arg-type]
    return Attribution(gold_id, unit.sentence, **kept)  # type: ignore[arg-type]


def _has_words(settled: Settled) -> bool:
    """Answer whether a claim has words that are settled, or says in its own what it states."""
    spans, proposition = settled.find("spans"), settled.find("proposition")
    if spans is None or proposition is None or spans.state == "open":
        return False
    return bool(spans.value) or proposition.state in ("agreed", "ruled")
