"""What became of an annotator's own answers, once gold has decided, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from workbench.curation.adjudication import (
    EXISTENCE,
    Item,
    Ruling,
    Unit,
    Units,
    align_answers,
    dump_value,
    list_fields,
)
from workbench.curation.adjudication.fields import read_person
from workbench.model import Annotation
from workbench.model.resolving import resolve_annotation
from workbench.scheme import Scheme
from workbench.session.bench import Bench, build_bench
from workbench.session.cases import Teller
from workbench.session.link_outcomes import LinkOutcomes
from workbench.session.provenance import find_adjudicators
from workbench.session.registrar import Registrar
from workbench.session.sheet import Sheet
from workbench.store import Store, StoredRule

Json = dict[str, Any]

_GOLD, _MINE = "gold", "mine"


class Outcomes:
    """What gold made of the answers of one annotator.

    Nothing is told of a sentence before the annotator has decided it, and gold too.

    Parameters
    ----------
    layer
        The annotator's.
    """

    def __init__(self, store: Store, scheme: Scheme, layer: str) -> None:
        self._store, self._scheme, self._layer = store, scheme, layer
        self._links = LinkOutcomes(store, scheme, layer)
        self._told: Json = {}
        self._state: Any = None
        self._outcomes: Json = {}

    def dump(self, sheet: Sheet | None, language: str, *, changes: bool = False) -> Json | None:
        """Return the outcome of each sentence that may be told, or only what is told otherwise now.

        ``None`` where nothing is to be told; a sentence that is ``None`` is told no more.
        """
        if not changes:
            self._state = None  # of links some things are said in other articles
        before = self._told
        now = self._told = {} if sheet is None else self._dump(sheet, language)
        if not changes:
            return now or None
        changed: Json = {each: None for each in before if each not in now}
        changed |= {each: told for each, told in now.items() if told != before.get(each)}
        return changed or None

    def _dump(self, sheet: Sheet, language: str) -> Json:
        decided = {
            each.id
            for each in sheet.draft.sentences
            if sheet.draft.decision(each.id).status != "open"
        }
        rules = self._store.rules(sheet.id) if decided else ()
        if not rules:
            return {}
        # Each change of adjudicated gold comes with a ruling: without one nothing else is told.
        mine = {each: sheet.draft.saved(each) for each in decided}
        state = (sheet.id, language, rules, mine, self._links.read_state(sheet.id))
        if self._state != state:
            self._state, self._outcomes = state, self._tell(sheet, language, decided, rules)
        return self._outcomes

    def _tell(
        self, sheet: Sheet, language: str, decided: set[str], rules: Sequence[StoredRule]
    ) -> Json:
        adjudicators = find_adjudicators(rules)
        stored = self._store.get_annotations(sheet.id, _GOLD) if adjudicators else {}
        golds = {each: found.annotation for each, found in stored.items()}
        visible = [
            sentence
            for sentence, gold in golds.items()
            if gold.status == "done" and sentence in adjudicators and sentence in decided
        ]
        if not visible:
            return {}
        teller = self._make_teller(sheet, golds, visible, language, rules)
        names = {each.pseudonym: each.name or each.pseudonym for each in self._store.people()}
        names_of = {each: names.get(adjudicators[each] or "") for each in visible}
        links = self._links.tell(sheet.id, visible)
        return {
            each: teller.tell(each, golds[each], names_of[each]) | {"links": links.get(each, [])}
            for each in visible
        }

    def _make_teller(
        self,
        sheet: Sheet,
        golds: Mapping[str, Annotation],
        visible: Collection[str],
        language: str,
        rules: Sequence[StoredRule],
    ) -> _OutcomeTeller:
        register = Registrar(self._store).register

        def resolve(said: Mapping[str, Annotation]) -> dict[str, Annotation]:
            return {each: resolve_annotation(said[each], sheet.id, register) for each in visible}

        mine = {each: sheet.draft.saved(each) for each in visible}
        answers = {_GOLD: resolve(golds), _MINE: resolve(mine)}
        units = align_answers(answers)
        bench = build_bench(sheet.id, answers, rules, units=units)
        shown = {_GOLD: _GOLD, _MINE: _MINE}
        names = register.entities
        teller = Teller(language, self._scheme, bench, sheet.draft, shown, {}, {}, names)
        return _OutcomeTeller(units, bench, teller, self._layer.removeprefix("annotator:"))


class _OutcomeTeller:
    """Compares the annotator's items with those of gold that stand for them."""

    def __init__(self, units: Units, bench: Bench, teller: Teller, person: str) -> None:
        self._units, self._teller, self._person = units, teller, person
        self._rulings: dict[tuple[str, str], Ruling] = {}
        for ruling in bench.by_id.values():
            for ref_person, item_id in ruling.refs:
                if ref_person == person:
                    self._rulings[item_id, ruling.field] = ruling

    def tell(self, sentence: str, gold: Annotation, adjudicator: str | None) -> Json:
        units = self._units.by_sentence.get(sentence, [])
        items = [self._tell_mine(each) for each in units if _MINE in each.items]
        return {
            "adjudicator": adjudicator,
            "comment": gold.comment,
            "gap": _has_gap(items),
            "items": items,
            "missed": [self._tell_missed(each) for each in units if _MINE not in each.items],
        }

    def _tell_mine(self, unit: Unit) -> Json:
        mine = unit.items[_MINE]
        changes = list(self._iter_changes(unit)) if _GOLD in unit.items else []
        verdict = "dropped" if _GOLD not in unit.items else "changed" if changes else "taken"
        ruling = self._rulings.get((mine.id, EXISTENCE))
        return {
            "item": mine.id,
            "kind": unit.kind,
            "words": self._teller.say_item(mine),
            "verdict": verdict,
            "comment": ruling.comment if ruling else None,
            "gap": bool(ruling and ruling.gap),
            "changes": changes,
        }

    def _iter_changes(self, unit: Unit) -> Iterator[Json]:
        mine, gold = unit.items[_MINE], unit.items[_GOLD]
        for name in list_fields([mine, gold]):
            values = [read_person(self._units, unit, who, name) for who in (_MINE, _GOLD)]
            if dump_value(values[0]) == dump_value(values[1]) or self._is_hidden(name, values):
                continue
            ruling = self._rulings.get((mine.id, name))
            yield {
                "field": name,
                "mine": self._teller.say(name, values[0], mine),
                "gold": self._teller.say(name, values[1], gold),
                "comment": ruling.comment if ruling else None,
                "gap": bool(ruling and ruling.gap),
            }

    def _is_hidden(self, name: str, values: Sequence[Any]) -> bool:
        """Answer whether a target is in a sentence of which nothing may be told."""
        keys = [key for value in values for key in value] if name == "targets" else []
        return any(self._units.find(key) is None for key in keys)

    def _tell_missed(self, unit: Unit) -> Json:
        item: Item = unit.items[_GOLD]
        return {"kind": unit.kind, "words": self._teller.say_item(item)}


def _has_gap(items: Iterable[Json]) -> bool:
    return any(each["gap"] or any(c["gap"] for c in each["changes"]) for each in items)
