"""What a view shows of the differences between annotators, as plain data and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.curation.adjudication import (
    ANNOTATOR,
    EXISTENCE,
    FEATURE,
    KEPT,
    OWN,
    Case,
    Difference,
    Item,
    Ruling,
    Unit,
    dump_value,
    load_ref,
)
from workbench.model import Attribution, Claim, Entity, Status
from workbench.scheme import Scheme
from workbench.session.bench import Bench, list_golds
from workbench.session.draft import Draft
from workbench.session.wording import label_of, name_of, word

Json = dict[str, Any]

_ROLES = {"spans": "claim", "source": "source", "cue": "cue", "anchor": "anchor"}


@dataclass(frozen=True)
class Teller:
    """Says in a language what people's versions are.

    Parameters
    ----------
    shown
        What each person is called: the name, or a letter where names are hidden.
    names
        What adjudicators are called, as far as it is told.
    entities
        The register's current lines.
    """

    language: str
    scheme: Scheme
    bench: Bench
    draft: Draft
    shown: Mapping[str, str]
    mapped: Mapping[int, str]
    names: Mapping[str, str]
    entities: Mapping[str, Entity] = field(default_factory=dict)

    def dump_case(self, case: Case, waiting: Sequence[str]) -> Json:
        """Return one sentence's case, with the claim as the unit."""
        status = self.draft.decision(case.sentence).status
        return {
            "answered": self._name(case.answered),
            "waiting": self._name(waiting),
            "unanimous": case.is_unanimous,
            "status": status,
            "outcome": find_outcome(case, status),
            "units": [
                self._dump_group(unit, [self._dump(each, status) for each in differences])
                for unit, differences in case.groups
            ],
        }

    def place(self, sentence: str) -> tuple[tuple[str | None, ...], str | None]:
        """Return which items of gold a sentence's case points at."""
        units = self.bench.units
        here = units.by_sentence.get(sentence, [])
        numbers = sorted({n for unit in here for n in (unit.number, *units.leaves(unit))})
        return tuple(self.mapped.get(each) for each in numbers), self.bench.document

    def _dump_group(self, unit: Unit | None, differences: list[Json]) -> Json:
        return {
            "id": None if unit is None else unit.hash("unit"),
            "claim": None if unit is None else self.mapped.get(unit.number),
            "words": "" if unit is None else _say_item(next(iter(unit.items.values()))),
            "differences": differences,
        }

    def _dump(self, found: Difference, status: Status) -> Json:
        unit, field = found.unit, found.field
        gold = self.mapped.get(unit.number)
        item = list_golds(self.draft).get(gold or "")
        now = self._read_gold(item, field.name)
        versions = [self._dump_version(found, people, now) for people in self.bench.versions(field)]
        ruling = field.ruling
        is_late = status == "done" and found.is_open and found.unit.sentence in self.bench.marked
        return {
            "id": found.id,
            "kind": found.kind,
            "field": field.name,
            "item": gold,
            "claim": self._find_claim(unit),
            "attribution": gold if unit.kind == "attribution" else None,
            "about": self._say_source(unit) if unit.kind == "attribution" else "",
            "label": self._label(found, versions),
            "versions": versions,
            "chosen": self._find_chosen(found, versions, status),
            "stale": field.is_stale or is_late,
            "by": self.names.get(ruling.adjudicator or "") if ruling and ruling.choice else None,
            "comment": ruling.comment if ruling else None,
            "gap": bool(ruling and ruling.gap),
            "unsure": item is not None and item.unsure,
        }

    def _dump_version(self, found: Difference, people: Sequence[str], now: Any) -> Json:
        unit, field = found.unit, found.field
        value = field.said[people[0]]
        item = unit.items.get(people[0])
        absent = field.name == EXISTENCE and not value
        return {
            "people": self._name(people),
            "words": self.say(found.field.name, value, item),
            "value": None if absent else _show_value(field.name, value, item),
            "spans": [] if absent else _show_spans(field.name, value, item),
            "role": _find_role(unit, field.name),
            "absent": absent,
            "same_as_gold": dump_value(value) == dump_value(now),
        }

    def _read_gold(self, item: Item | None, name: str) -> Any:
        if name == EXISTENCE:
            return item is not None
        return self.bench.read_gold(self.mapped, item, name) if item else None

    def _find_claim(self, unit: Unit) -> str | None:
        leaves = [each for each in self.bench.units.leaves(unit) if each in self.mapped]
        return self.mapped[min(leaves)] if leaves else None

    def _find_chosen(
        self, found: Difference, versions: list[Json], status: Status
    ) -> int | str | None:
        """Return the version that gold has, counted from 1, as far as that is settled."""
        ruling = found.field.ruling
        if ruling is not None and ruling.choice == OWN:
            return OWN
        if ruling is None or ruling.choice is None:
            if status == "open":
                return None
            same = [n for n, each in enumerate(versions, 1) if each["same_as_gold"]]
            return same[0] if same else OWN
        wanted = dump_value(found.field.value)
        said = [found.field.said[people[0]] for people in self.bench.versions(found.field)]
        same = [n for n, value in enumerate(said, 1) if dump_value(value) == wanted]
        return same[0] if same else OWN

    # -- in words --------------------------------------------------------------------------------

    def say_item(self, item: Item) -> str:
        """Return an item in words: what it covers, and the stance of an attribution."""
        return self._say_whole(item)

    def say(self, name: str, value: Any, item: Item | None = None) -> str:
        """Return what a field says: words of the article, or the name of a label."""
        if name == EXISTENCE:
            if not value or item is None:
                return self._word("difference.absent")
            return self._say_whole(item)
        if value in (None, [], ""):
            return self._word("difference.none")
        if name == "targets":
            return " · ".join(self._say_target(each) for each in value)
        return self._say_value(name, value)

    def _say_value(self, name: str, value: Any) -> str:
        if name == "source":
            kind = name_of(self.language, "say.kind", str(value["realization"]))
            return _quote(value["spans"]) or kind
        if name in ("spans", "cue", "anchor"):
            return _quote(value)
        if name == "stance":
            return _find_label(self.language, self.scheme.stances, value)
        if name == "certainty":
            return _find_label(self.language, self.scheme.certainty_labels, value)
        if name == "entities":
            return self._word("tools.separator").join(map(self._name_entity, value))
        return ", ".join(value) if isinstance(value, list) else str(value)

    def _name_entity(self, entity: str) -> str:
        line = self.entities.get(entity)
        return f"\u2068{line.names[0].text}\u2069" if line and line.names else entity

    def _say_whole(self, item: Item) -> str:
        words = _say_item(item)
        if isinstance(item, Claim):
            return words
        kind = name_of(self.language, "say.kind", str(item.source.realization))
        stance = _find_label(self.language, self.scheme.stances, item.stance)
        return self._word("tools.separator").join(filter(None, [words or kind, stance]))

    def _say_source(self, unit: Unit) -> str:
        """Return whose attribution it is, as the first person has it."""
        source = next(each.source for each in unit.items.values() if isinstance(each, Attribution))
        words = " … ".join(span.text for span in source.spans)
        return words or name_of(self.language, "say.kind", str(source.realization))

    def _say_target(self, key: str) -> str:
        unit = self.bench.units.find(key)
        if unit is not None:
            return _say_item(next(iter(unit.items.values())))
        item = list_golds(self.draft).get(load_ref(key)[1])
        return _say_item(item) if item is not None else self._word("difference.none")

    def _label(self, found: Difference, versions: Sequence[Json]) -> str:
        """Return the sentence that a screen reader says of a difference."""
        separator = self._word("tools.separator")
        said = [
            self._word(
                "difference.version",
                number=number,
                words=each["words"],
                people=separator.join(each["people"]),
            )
            for number, each in enumerate(versions, 1)
        ]
        return self._word("difference.label", kind=self._name_kind(found), versions="; ".join(said))

    def _name_kind(self, found: Difference) -> str:
        """Return what a difference is about: of a feature, what the scheme calls it."""
        for feature in self.scheme.features:
            if found.field.name == FEATURE + feature.name:
                return label_of(self.language, feature.label)
        return self._word(f"difference.kind.{found.kind}")

    def _word(self, key: str, **values: str | int) -> str:
        return word(self.language, key, values)

    def _name(self, people: Sequence[str]) -> list[str]:
        return [self.shown[each] for each in people]


def find_outcome(case: Case, status: Status) -> str:
    """Return how far a sentence is: ``waiting differs settled agreed done``."""
    if status != "open":
        return "done"
    if not case.answered:
        return "waiting"
    if case.open:
        return "differs"
    return "settled" if case.differences else "agreed"


def find_person(ruling: Ruling) -> str | None:
    """Return whose version a ruling took, if it took anybody's."""
    choice = ruling.choice or ""
    return choice.removeprefix(ANNOTATOR) if choice.startswith(ANNOTATOR) else None


def is_kept(ruling: Ruling | None) -> bool:
    """Answer whether gold had it before it was adjudicated."""
    return ruling is not None and ruling.choice == KEPT


def _find_role(unit: Unit, name: str) -> str | None:
    if name == EXISTENCE:
        return "claim" if unit.kind == "claim" else "source"
    return _ROLES.get(name)


def _say_item(item: Item) -> str:
    if isinstance(item, Claim):
        return " … ".join(span.text for span in item.spans) or item.proposition or ""
    return " … ".join(span.text for span in item.source.spans)


def _quote(spans: Sequence[Json]) -> str:
    return " … ".join(span["text"] for span in spans)


def _show_value(name: str, value: Any, item: Item | None) -> Any:
    if name == EXISTENCE and item is not None and not isinstance(item, Claim):
        return {
            "stance": item.stance,
            "certainty": item.certainty,
            "realization": item.source.realization,
        }
    return value


def _show_spans(name: str, value: Any, item: Item | None) -> list[Json]:
    if name == EXISTENCE and item is not None:
        spans = item.spans if isinstance(item, Claim) else item.source.spans
        return [{"start": span.start, "end": span.end, "text": span.text} for span in spans]
    if name == "source":
        return list(value["spans"])
    return list(value or []) if name in ("spans", "cue", "anchor") else []


def _find_label(language: str, labels: Sequence[Any], value: str | None) -> str:
    found = next((each for each in labels if each.value == value), None)
    return str(value or "") if found is None else label_of(language, found.name)
