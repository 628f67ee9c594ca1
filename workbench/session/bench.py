"""One document in front of an adjudicator: all answers, the rulings, and what gold makes of them.

Pure, but for what is handed to it: `adjudicating` reads and saves, `ruling` has the operations.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import msgspec

from workbench.curation.adjudication import (
    GOLD,
    Answers,
    Case,
    Difference,
    Field,
    Item,
    Merge,
    Ref,
    Ruling,
    Rulings,
    Settled,
    Unit,
    Units,
    align_answers,
    build_cases,
    list_fields,
    load_ruling,
    map_gold,
    merge_answers,
    place_rulings,
    read_field,
    settle_unit,
)
from workbench.session.draft import Draft
from workbench.store import Rule, StoredRule

MARK = "mark"
LINK = "link"
"""The mark of a ruling on a link: it says nothing of the sentence that it is kept on."""
Seed = tuple[Ref, ...]
"""Items of annotators that are one."""


@dataclass(frozen=True)
class Bench:
    """The answers to one document, the rulings on them, and who rules.

    Parameters
    ----------
    answers
        By person and sentence; only what is done.
    by_id
        The rulings that stand, in the order of saving.
    marked
        The sentences that adjudication has had a hand in: with them gold follows the answers.
    adjudicator
        The pseudonym of who rules, or None where nobody has to.
    order
        The people in the order in which their versions are shown.
    """

    document: str
    units: Units
    by_id: Mapping[str, Ruling] = field(default_factory=dict)
    marked: frozenset[str] = frozenset()
    adjudicator: str | None = None
    order: tuple[str, ...] = ()

    @cached_property
    def rulings(self) -> Rulings:
        """The rulings, each on the field that it is about now."""
        return place_rulings(self.units, self.by_id)

    def after(self, rules: Iterable[Rule]) -> Bench:
        """Return the bench once `rules` are saved too."""
        by_id, marked = dict(self.by_id), set(self.marked)
        new = list(rules)
        if not new:
            return self
        for rule in new:
            _take(rule, by_id, marked)
        then = replace(self, by_id=by_id, marked=frozenset(marked))
        then._learn(self, {rule.item for rule in new})  # noqa: SLF001 (one of this very class)
        return then

    def _learn(self, before: Bench, names: set[str]) -> None:
        """Take over what is settled of all units but those that rulings of `names` are about."""
        placed = {**before.rulings.placed, **self.rulings.placed}
        numbers = {
            number
            for each in (before.rulings.placed, self.rulings.placed)
            for (number, field_name), name in each.items()
            if name in names or name != placed[number, field_name]
        }
        anew = {n: settle_unit(self.units, self.rulings, self.units.all[n]) for n in numbers}
        self.__dict__["settled"] = {**before.settled, **anew}
        touched = {
            unit.sentence
            for unit in self.units.all
            if unit.number in numbers or not numbers.isdisjoint(self.units.leaves(unit))
        }
        cases = build_cases(self.units, self.rulings, self.settled, touched)
        self.__dict__["cases"] = {**before.cases, **cases}

    # -- gold ------------------------------------------------------------------------------------

    def managed(self, draft: Draft) -> set[str]:
        """Return the open sentences in which gold follows what is agreed and ruled.

        What gold has from elsewhere is kept until the adjudicator has a hand in it.
        """
        used = {item.sentence for item in list_golds(draft).values()}
        return {
            sentence.id
            for sentence in draft.sentences
            if draft.decision(sentence.id).status == "open"
            and (sentence.id in self.marked or sentence.id not in used)
        }

    def merge(self, draft: Draft, only: Iterable[str] | None = None) -> Merge:
        """Return what gold becomes where it follows the answers.

        Parameters
        ----------
        only
            The sentences in which something was settled: what depends on them follows, whatever
            has been decided there, and nothing else is looked at.
        """
        return merge_answers(
            self.units,
            self.rulings,
            list_golds(draft),
            sentences=self.managed(draft) if only is None else self._spread(draft, only),
            taken={sentence.id for sentence in draft.sentences},
            settled=self.settled,
        )

    def _spread(self, draft: Draft, sentences: Iterable[str]) -> set[str]:
        """Return sentences, and the open ones in which somebody speaks of their claims."""
        wanted = set(sentences)
        claims = {unit.number for each in wanted for unit in self.units.by_sentence.get(each, [])}
        speaking = (u for u in self.units.all if not claims.isdisjoint(self.units.leaves(u)))
        return wanted | ({unit.sentence for unit in speaking} & self.managed(draft))

    def apply(self, draft: Draft, only: Iterable[str] | None = None) -> None:
        """Bring gold up to what is agreed and ruled, in all of the document or in `only`."""
        merge = self.merge(draft, only)
        for item_id in merge.gone:
            if item_id in draft.claims or item_id in draft.attributions:
                draft.remove(item_id)
        for item in merge.items:
            draft.put(item)

    def map(self, draft: Draft) -> dict[int, str]:
        """Return the id of gold's item for each unit that gold has."""
        return map_gold(self.units, self.rulings, list_golds(draft))

    def find_waiting(self, draft: Draft, sentence: str) -> list[Unit]:
        """Return the attributions of a sentence that wait for a claim of another one.

        Gold gets them once it is settled there whether there is such a claim, and where.
        """
        mapped = self.map(draft)

        def is_open(leaf: int) -> bool:
            is_elsewhere = self.units.all[leaf].sentence != sentence
            return is_elsewhere and leaf not in mapped and self.settled[leaf].is_there is not False

        return [
            unit
            for unit in self.units.by_sentence.get(sentence, [])
            if unit.kind == "attribution"
            and unit.number not in mapped
            and self.settled[unit.number].is_there is not False
            and any(is_open(leaf) for leaf in self.units.leaves(unit))
        ]

    # -- differences -----------------------------------------------------------------------------

    @cached_property
    def settled(self) -> dict[int, Settled]:
        """What is settled of each unit, by its number."""
        return {unit.number: settle_unit(self.units, self.rulings, unit) for unit in self.units.all}

    @cached_property
    def cases(self) -> dict[str, Case]:
        """The case of each sentence that anybody answered."""
        return build_cases(self.units, self.rulings, self.settled)

    def find(self, difference: str) -> Difference | None:
        """Return a difference by its id."""
        found = (each for case in self.cases.values() for each in case.differences)
        return next((each for each in found if each.id == difference), None)

    def list_fields(self, unit: Unit, item: Item) -> list[str]:
        """Return the names of the fields that gold's item has, or the annotators' have."""
        return list_fields([*unit.items.values(), item])

    def versions(self, field_: Field) -> list[tuple[str, ...]]:
        """Return the people of each version in the order in which they are shown."""
        places = {person: place for place, person in enumerate(self.order)}
        ordered = [tuple(sorted(people, key=places.__getitem__)) for people in field_.versions]
        return sorted(ordered, key=lambda people: places[people[0]])

    def read_gold(self, mapped: Mapping[int, str], item: Item, name: str) -> Any:
        """Return what gold's item says in a field, its targets named as the annotators' are."""
        named = {gold_id: self.units.all[number].key for number, gold_id in mapped.items()}
        return read_field(item, name, lambda target: named.get(target, f"{GOLD}/{target}"))

    # -- rulings ---------------------------------------------------------------------------------

    def make_rule(self, unit: Unit, ruling: Ruling) -> Rule:
        """Return a ruling on a unit's field as the store keeps it."""
        rule_id = self.rulings.id_of(unit, ruling.field)
        return self._make(unit.sentence, rule_id, msgspec.to_builtins(ruling))

    def make_loose(self, item: Item, ruling: Ruling) -> Rule:
        """Return a ruling on an item that only gold has."""
        digest = hashlib.sha256(f"{GOLD}/{item.id}".encode()).hexdigest()
        return self._make(item.sentence, digest[:20], msgspec.to_builtins(ruling))

    def make_mark(self, sentence: str, kind: str, **said: Any) -> Rule:
        """Return the note that something was done to a sentence, by whom."""
        return self._make(sentence, f"{kind}:{sentence}", {MARK: kind, **said})

    def make_aside(self, sentence: str) -> Rule:
        """Return the note of who wrote what a cluster states, on a sentence of its claim."""
        return self._make(sentence, f"cluster:{sentence}", {MARK: LINK})

    def drop_rule(self, unit: Unit, name: str) -> Rule | None:
        """Return what takes the ruling on a field back, where there is one."""
        rule_id = self.rulings.placed.get((unit.number, name))
        return None if rule_id is None else self._make(unit.sentence, rule_id, None)

    def _make(self, sentence: str, rule_id: str, content: dict[str, Any] | None) -> Rule:
        return Rule(self.document, sentence, rule_id, content, self.adjudicator)


def build_bench(
    document: str,
    answers: Answers,
    rules: Iterable[StoredRule],
    adjudicator: str | None = None,
    order: Iterable[str] = (),
    units: Units | None = None,
) -> Bench:
    """Return the bench of a document; `units` where they are known already."""
    by_id: dict[str, Ruling] = {}
    marked: set[str] = set()
    for stored in rules:
        _take(stored.rule, by_id, marked)
    known = units or align_answers(answers)
    people = tuple(order) or known.people
    return Bench(document, known, by_id, frozenset(marked), adjudicator, people)


def list_seeds(rules: Iterable[StoredRule]) -> list[Seed]:
    """Return the items that are one because something was ruled on them, the newest first."""
    by_id: dict[str, Ruling] = {}
    for stored in rules:
        _take(stored.rule, by_id, set())
    found = [each.refs for each in by_id.values() if each.refs and each.choice is not None]
    return list(reversed(found))


def list_golds(draft: Draft) -> dict[str, Item]:
    """Return all items of gold in a document, claims first."""
    return {**draft.claims, **draft.attributions}


def _take(rule: Rule, by_id: dict[str, Ruling], marked: set[str]) -> None:
    """Take one more ruling in; what was taken back is no ruling any more."""
    by_id.pop(rule.item, None)
    if rule.content is not None and rule.content.get(MARK) != LINK:
        marked.add(rule.sentence)
        if MARK not in rule.content:
            by_id[rule.item] = load_ruling(rule.content)
