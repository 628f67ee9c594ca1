"""Which item of gold stands for which unit: by id, by a ruling, else by what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping

from workbench.curation.adjudication.aligning import (
    Held,
    compare_attributions,
    compare_claims,
    hold_attributions,
    iter_pairs,
)
from workbench.curation.adjudication.rulings import Rulings, find_unit
from workbench.curation.adjudication.units import Item, Kind, Ref, Unit, Units
from workbench.model import Attribution, Claim

Golds = Mapping[str, Item]
"""All items of gold in one document, by id."""

_GOLD = ""  # the name of nobody


def mint_id(unit: Unit) -> str:
    """Return an id for a unit whose own ids are taken."""
    return f"g{hashlib.sha256(unit.key.encode()).hexdigest()[:20]}"


def choose_id(units: Units, unit: Unit, taken: Collection[str]) -> str:
    """Return the id of the item that gold gets for a unit: that of its first item, if it is free.

    An id that several annotators use for different things is nobody's.
    """
    for _, item_id in unit.refs:
        holders = {units.by_ref[person, item_id].number for person in _holders(units, item_id)}
        if holders == {unit.number} and item_id not in taken:
            return item_id
    return mint_id(unit)


def _holders(units: Units, item_id: str) -> list[str]:
    return [person for person in units.people if (person, item_id) in units.by_ref]


def map_gold(units: Units, rulings: Rulings, golds: Golds) -> dict[int, str]:
    """Return the id of gold's item for each unit that gold has, by the unit's number."""
    found: dict[int, str] = {}
    _map_ruled(units, rulings, golds, found)
    _map_ids(units, golds, found)
    for sentence in sorted({item.sentence for item in golds.values()}):
        _map_contents(units, golds, sentence, "claim", found)
    for sentence in sorted({item.sentence for item in golds.values()}):
        _map_contents(units, golds, sentence, "attribution", found)
    return found


def _map_ruled(units: Units, rulings: Rulings, golds: Golds, found: dict[int, str]) -> None:
    for ruling in rulings.by_id.values():
        if ruling.gold is None or ruling.gold not in golds:
            continue
        unit = find_unit(units, ruling.kind, ruling.refs)
        if unit is not None:
            _put(found, unit, ruling.gold)


def _map_ids(units: Units, golds: Golds, found: dict[int, str]) -> None:
    minted = {mint_id(unit): unit for unit in units.all}
    for gold_id, item in golds.items():
        unit = minted.get(gold_id)
        if unit is not None:
            _put(found, unit, gold_id)
            continue
        same = [units.by_ref[person, gold_id] for person in _holders(units, gold_id)]
        same = [each for each in same if each.kind == _kind(item)]
        if len({each.number for each in same}) == 1:
            _put(found, same[0], gold_id)


def _put(found: dict[int, str], unit: Unit, gold_id: str) -> None:
    if unit.number not in found and gold_id not in found.values():
        found[unit.number] = gold_id


def _map_contents(
    units: Units, golds: Golds, sentence: str, kind: Kind, found: dict[int, str]
) -> None:
    used = set(found.values())
    free = [
        item
        for item in golds.values()
        if item.sentence == sentence and _kind(item) == kind and item.id not in used
    ]
    rest = [
        unit
        for unit in units.by_sentence.get(sentence, [])
        if unit.kind == kind and unit.number not in found
    ]
    if not free or not rest:
        return
    mine = _hold_gold(free, golds, found)
    compare = compare_claims if kind == "claim" else compare_attributions
    pairs = [
        pair
        for person in units.people
        for pair in iter_pairs(mine, _hold_person(units, rest, person), compare)
    ]
    for _, (_, gold_id), other in sorted(pairs):
        _put(found, units.by_ref[other], gold_id)


def _hold_gold(items: Iterable[Item], golds: Golds, found: Mapping[int, str]) -> list[Held]:
    attributions = {each.id: each for each in golds.values() if isinstance(each, Attribution)}
    numbers: dict[Ref, int] = {(_GOLD, gold_id): number for number, gold_id in found.items()}
    held = [Held(_GOLD, each) for each in items if isinstance(each, Claim)]
    rest = [each for each in items if isinstance(each, Attribution)]
    return [*held, *hold_attributions(_GOLD, rest, attributions, numbers)]


def _hold_person(units: Units, rest: Iterable[Unit], person: str) -> list[Held]:
    items = [unit.items[person] for unit in rest if person in unit.items]
    numbers = {ref: unit.number for ref, unit in units.by_ref.items()}
    held = [Held(person, each) for each in items if isinstance(each, Claim)]
    attributions = [each for each in items if isinstance(each, Attribution)]
    return [*held, *hold_attributions(person, attributions, units.attributions(person), numbers)]


def _kind(item: Item) -> Kind:
    return "claim" if isinstance(item, Claim) else "attribution"
