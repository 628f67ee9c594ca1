"""Claims and attributions of several annotators, each aligned into one unit."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from workbench.model import Annotation, Attribution, Claim, compute_leaf_claims

Item = Claim | Attribution
Kind = Literal["claim", "attribution"]
Ref = tuple[str, str]
"""An item of an annotator: the person's name, and the item's id."""

Answers = Mapping[str, Mapping[str, Annotation]]
"""What each annotator answered: by person, then by sentence; only sentences that are done."""

SEPARATOR = "/"  # stands in no name and in no id


@dataclass(frozen=True, slots=True)
class Unit:
    """One claim or attribution, as each of those who found it has it, by name.

    `number` is its place among the document's units.
    """

    number: int
    kind: Kind
    sentence: str
    items: Mapping[str, Item]

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The items that it is made of, in the order of the names."""
        return tuple((person, item.id) for person, item in self.items.items())

    @property
    def key(self) -> str:
        """What names it: its first item."""
        return dump_ref(*self.refs[0])

    def hash(self, field_name: str) -> str:
        """Return an id for one of its fields, or for itself, that follows from its first item."""
        said = SEPARATOR.join((self.kind, self.key, field_name))
        return hashlib.sha256(said.encode()).hexdigest()[:20]


def dump_ref(person: str, item_id: str) -> str:
    """Return an item of an annotator as one string."""
    return f"{person}{SEPARATOR}{item_id}"


def load_ref(key: str) -> Ref:
    """Return the item that `dump_ref` made a string of."""
    person, _, item_id = key.partition(SEPARATOR)
    return person, item_id


@dataclass(frozen=True)
class Units:
    """All units of one document, claims first, and whose answers they were made of."""

    answers: Answers
    all: tuple[Unit, ...] = ()
    _cache: dict[int, frozenset[int]] = field(default_factory=dict, repr=False)

    @cached_property
    def by_ref(self) -> dict[Ref, Unit]:
        """The unit of each item."""
        return {ref: unit for unit in self.all for ref in unit.refs}

    @cached_property
    def by_sentence(self) -> dict[str, list[Unit]]:
        """The units of each sentence, claims first."""
        found: dict[str, list[Unit]] = {}
        for unit in self.all:
            found.setdefault(unit.sentence, []).append(unit)
        return found

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Everybody whose answers are compared, in the order of the names."""
        return tuple(sorted(self.answers))

    def find(self, key: str) -> Unit | None:
        """Return the unit that has the item which `dump_ref` made `key` of."""
        return self.by_ref.get(load_ref(key))

    def answered(self, sentence: str) -> tuple[str, ...]:
        """Return who has answered a sentence, in the order of the names."""
        return tuple(each for each in self.people if sentence in self.answers[each])

    def leaves(self, unit: Unit) -> frozenset[int]:
        """Return the numbers of the claims that a unit's chains end in, whoever says so."""
        if unit.kind == "claim":
            return frozenset([unit.number])
        if unit.number not in self._cache:
            self._cache[unit.number] = frozenset(self._iter_leaves(unit))
        return self._cache[unit.number]

    def _iter_leaves(self, unit: Unit) -> Iterator[int]:
        for person, item in unit.items.items():
            for leaf in find_leaves(item, self.attributions(person)):
                found = self.by_ref.get((person, leaf))
                if found is not None:
                    yield found.number

    def attributions(self, person: str) -> Mapping[str, Attribution]:
        """Return the attributions of a person in the sentences that are done, by id."""
        if person not in self._attributions:
            self._attributions[person] = index_attributions(self.answers[person])
        return self._attributions[person]

    @cached_property
    def _attributions(self) -> dict[str, Mapping[str, Attribution]]:
        return {}

    def voters(self, unit: Unit) -> tuple[str, ...]:
        """Return who could have had a unit: for whom its absence says something.

        Who has no claim that an attribution ends in has said so of the claim already.
        """
        answered = self.answered(unit.sentence)
        leaves = self.leaves(unit)
        if unit.kind == "claim" or not leaves:
            return answered
        found = {person for leaf in leaves for person in self.all[leaf].items}
        return tuple(each for each in answered if each in found or each in unit.items)


def index_attributions(answer: Mapping[str, Annotation]) -> dict[str, Attribution]:
    """Return all attributions of an answer by id."""
    return {each.id: each for annotation in answer.values() for each in annotation.attributions}


def find_leaves(item: Item, attributions: Mapping[str, Attribution]) -> tuple[str, ...]:
    """Return the ids of the claims that a chain ends in; those of a claim are itself."""
    return (item.id,) if isinstance(item, Claim) else compute_leaf_claims(item, attributions)
