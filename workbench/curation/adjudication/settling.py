"""What is settled of each unit: agreed by all, ruled on, or still open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbench.curation.adjudication.fields import (
    EXISTENCE,
    Value,
    dump_value,
    is_unsaid,
    list_fields,
    read_person,
)
from workbench.curation.adjudication.rulings import Ruling, Rulings, rename_targets
from workbench.curation.adjudication.units import Unit, Units

State = Literal["agreed", "ruled", "open", "unsaid"]


@dataclass(frozen=True)
class Field:
    """One field of a unit, and what is settled of it.

    `said` is what each annotator says of it; `value` what is settled, where anything is. Where the
    state is ``unsaid``, nobody says anything, and gold may say what it likes.
    """

    unit: Unit
    name: str
    said: Mapping[str, Value]
    state: State
    value: Value = None
    ruling: Ruling | None = None

    @property
    def versions(self) -> list[tuple[str, ...]]:
        """The people of each version; versions and people in the order of the names."""
        groups: dict[str, list[str]] = {}
        for person in sorted(self.said):
            groups.setdefault(dump_value(self.said[person]), []).append(person)
        return [tuple(group) for group in groups.values()]

    @property
    def seen(self) -> tuple[str, ...]:
        """The versions, as strings that are equal where the versions are."""
        return tuple(sorted({dump_value(value) for value in self.said.values()}))

    @property
    def is_stale(self) -> bool:
        """Answer whether the versions have changed since the ruling."""
        is_ruled = self.ruling is not None and self.ruling.choice is not None
        return is_ruled and self.ruling is not None and self.ruling.seen != self.seen

    @property
    def is_difference(self) -> bool:
        """Answer whether there is anything to settle, or to see how it was settled."""
        if len(self.seen) > 1:
            return True
        return self.state == "ruled" and self.seen != (dump_value(self.value),)


@dataclass(frozen=True)
class Settled:
    """All fields of a unit: the first is whether it is there.

    The others are listed where it is there. `is_there` is None where that is open.
    """

    unit: Unit
    fields: tuple[Field, ...] = field(default_factory=tuple)

    @property
    def is_there(self) -> bool | None:
        """Answer whether gold has the unit, as far as that is settled."""
        first = self.fields[0]
        return None if first.state == "open" else bool(first.value)

    def find(self, name: str) -> Field | None:
        """Return a field by its name."""
        return next((each for each in self.fields if each.name == name), None)

    @property
    def differences(self) -> list[Field]:
        """The fields that people differ in, or that were ruled on."""
        return [each for each in self.fields if each.is_difference]


def settle_unit(units: Units, rulings: Rulings, unit: Unit) -> Settled:
    """Return what is settled of a unit; its fields wait until it is settled that it is there."""
    there = {person: person in unit.items for person in units.voters(unit)}
    existence = _settle(units, rulings, unit, EXISTENCE, there)
    fields = [existence]
    if existence.state != "open" and existence.value:
        for name in list_fields(list(unit.items.values())):
            fields.append(_settle_field(units, rulings, unit, name, fields))
    return Settled(unit, tuple(fields))


def _settle_field(
    units: Units, rulings: Rulings, unit: Unit, name: str, before: list[Field]
) -> Field:
    said = {person: read_person(units, unit, person, name) for person in unit.items}
    said = {
        person: value
        for person, value in said.items()
        if not is_unsaid(unit.items[person], name, value)
    }
    if name == "certainty":
        said = _with_stance(said, next(each for each in before if each.name == "stance"))
    return _settle(units, rulings, unit, name, said)


def _with_stance(said: Mapping[str, Value], stance: Field) -> dict[str, Value]:
    """Return the certainties of those who have the stance: another one brings another along."""
    if stance.state == "open":
        return {}
    return {person: value for person, value in said.items() if stance.said[person] == stance.value}


def _settle(
    units: Units, rulings: Rulings, unit: Unit, name: str, said: Mapping[str, Value]
) -> Field:
    ruling = rulings.of(unit, name)
    if ruling is not None and ruling.choice is not None:
        value = rename_targets(units, ruling.value) if name == "targets" else ruling.value
        return Field(unit, name, said, "ruled", value, ruling)
    values = {dump_value(value): value for value in said.values()}
    if len(values) > 1:
        return Field(unit, name, said, "open", None, ruling)
    state: State = "agreed" if values else "unsaid"
    return Field(unit, name, said, state, next(iter(values.values()), None), ruling)
