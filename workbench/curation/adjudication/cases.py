"""What is left to settle in each sentence, with the claim as the unit, and of which kind it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from workbench.curation.adjudication.fields import EXISTENCE, Value
from workbench.curation.adjudication.rulings import Rulings
from workbench.curation.adjudication.settling import Field, Settled
from workbench.curation.adjudication.units import Unit, Units
from workbench.matching import Ranges, count_common, merge_ranges
from workbench.model import Attribution

DifferenceKind = Literal[
    "missed", "boundary", "source", "cue", "stance", "certainty", "nesting", "feature", "link"
]
KINDS: tuple[DifferenceKind, ...] = (
    "missed",
    "boundary",
    "source",
    "cue",
    "stance",
    "certainty",
    "nesting",
    "feature",
    "link",
)
_KINDS: dict[str, DifferenceKind] = {
    "spans": "boundary",
    "anchor": "boundary",
    "targets": "nesting",
    "stance": "stance",
    "certainty": "certainty",
}


@dataclass(frozen=True)
class Difference:
    """One field of one unit in which people differ; `id` stays when answers come to it."""

    id: str
    kind: DifferenceKind
    field: Field

    @property
    def unit(self) -> Unit:
        """The unit whose field it is."""
        return self.field.unit

    @property
    def is_open(self) -> bool:
        """Answer whether it waits to be settled."""
        return self.field.state == "open"


@dataclass(frozen=True)
class Case:
    """One sentence: who answered, and the differences of each claim.

    A claim in another sentence, or none at all, is None; `differences` has all of them in order.
    """

    sentence: str
    answered: tuple[str, ...]
    groups: tuple[tuple[Unit | None, tuple[Difference, ...]], ...] = ()

    @property
    def differences(self) -> list[Difference]:
        """All differences of the sentence, in the order of work."""
        return [each for _, differences in self.groups for each in differences]

    @property
    def open(self) -> list[Difference]:
        """The differences that wait to be settled."""
        return [each for each in self.differences if each.is_open]

    @property
    def is_unanimous(self) -> bool:
        """Answer whether at least two have answered, and all the same."""
        return len(self.answered) > 1 and not self.differences


def build_cases(
    units: Units,
    rulings: Rulings,
    settled: Mapping[int, Settled],
    wanted: Collection[str] | None = None,
) -> dict[str, Case]:
    """Return the case of each sentence that anybody answered, or of those `wanted`.

    Parameters
    ----------
    settled
        By the number of the unit, as `merge_answers` gives it.
    """
    answered = {each for answer in units.answers.values() for each in answer}
    sentences = answered if wanted is None else answered.intersection(wanted)
    return {
        sentence: Case(
            sentence,
            units.answered(sentence),
            tuple(_iter_groups(units, rulings, settled, units.by_sentence.get(sentence, []))),
        )
        for sentence in sorted(sentences)
    }


def _iter_groups(
    units: Units, rulings: Rulings, settled: Mapping[int, Settled], here: Iterable[Unit]
) -> Iterable[tuple[Unit | None, tuple[Difference, ...]]]:
    groups: dict[int, list[Difference]] = {}
    for unit in here:
        if not is_moot(units, settled, unit):
            found = [_make(units, rulings, each) for each in settled[unit.number].differences]
            groups.setdefault(_find_group(units, unit), []).extend(found)
    for number in sorted(groups, key=lambda each: (each < 0, each)):
        yield (units.all[number] if number >= 0 else None), tuple(groups[number])


def _find_group(units: Units, unit: Unit) -> int:
    """Return the number of the claim that a unit is shown with; -1 where it is elsewhere."""
    here = [n for n in units.leaves(unit) if units.all[n].sentence == unit.sentence]
    return min(here, default=-1)


def is_moot(units: Units, settled: Mapping[int, Settled], unit: Unit) -> bool:
    """Answer whether nothing has to be said of an attribution now.

    It waits while none of its claims is there: for the one who settles that, or for ever.
    """
    if unit.kind == "claim":
        return False
    leaves = units.leaves(unit)
    return not any(settled[leaf].is_there for leaf in leaves)


def _make(units: Units, rulings: Rulings, field: Field) -> Difference:
    return Difference(rulings.id_of(field.unit, field.name), find_kind(units, field), field)


def find_kind(units: Units, field: Field) -> DifferenceKind:
    """Return the kind of a difference; words that overlap differ in their boundary only."""
    if field.name == EXISTENCE:
        if field.unit.kind == "claim":
            return "missed"
        return "nesting" if _is_relay(units, field.unit) else "source"
    if field.name in ("source", "cue"):
        other: DifferenceKind = "source" if field.name == "source" else "cue"
        return "boundary" if _all_overlap(field.said.values()) else other
    return _KINDS.get(field.name, "feature")


def _is_relay(units: Units, unit: Unit) -> bool:
    return any(
        target in units.attributions(person)
        for person, item in unit.items.items()
        if isinstance(item, Attribution)
        for target in item.targets
    )


def _all_overlap(said: Iterable[Value]) -> bool:
    ranges = [_read_ranges(value) for value in said]
    return all(count_common(one, other) for one, other in combinations(ranges, 2))


def _read_ranges(value: Value) -> Ranges:
    spans = value["spans"] if isinstance(value, dict) else value or ()
    return merge_ranges((span["start"], span["end"]) for span in spans)
