"""Edits that settle differences between annotators: a version taken, nothing, gold afresh."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from workbench.curation.adjudication import (
    ANNOTATOR,
    EXISTENCE,
    KEPT,
    NOTHING,
    OWN,
    Difference,
    Field,
    Item,
    Kind,
    Ruling,
    Unit,
    dump_value,
)
from workbench.errors import UnfinishedError
from workbench.model import Claim, Status
from workbench.session.bench import Bench, list_golds
from workbench.session.deciding import decide
from workbench.session.desk import Desk
from workbench.session.draft import Draft
from workbench.session.wording import refusal

RULINGS = ("choose", "gap", "remark", "nothing")
"""The operations that rule on differences; the others edit gold afresh."""


def choose(desk: Desk, version: int, difference: str | None = None) -> None:
    """Settle a difference by taking a version; they are counted from 1."""
    _, found = _find_here(desk, difference)
    bench = adopt(desk, found.unit.sentence)
    found = bench.find(found.id) or found
    versions = bench.versions(found.field)
    if not 1 <= version <= len(versions):
        raise refusal("no_version", subject=found.id, count=len(versions))
    people = versions[version - 1]
    value = found.field.said[people[0]]
    _settle(desk, bench, found, f"{ANNOTATOR}{people[0]}", people, value)
    desk.merge_answers([found.unit.sentence])


def gap(desk: Desk, difference: str | None = None, *, value: bool | None = None) -> None:
    """Say that the guidelines leave a case open, or take that back."""
    bench, found = _find_here(desk, difference)
    before = _ruling_on(bench, found.field)
    _say(desk, bench, found, gap=not before.gap if value is None else value)


def remark(desk: Desk, text: str, difference: str | None = None) -> None:
    """Say why a difference is settled so; an empty text takes it away."""
    bench, found = _find_here(desk, difference)
    _say(desk, bench, found, comment=text.strip() or None)


def nothing(desk: Desk) -> None:
    """Say that the sentence in focus holds no claim, whatever anybody has marked."""
    sentence = desk.focus.sentence
    bench = adopt(desk, sentence)
    mapped = bench.map(desk.draft)
    for unit in bench.units.by_sentence.get(sentence, []):
        ruling = _start_ruling(bench, unit, EXISTENCE, mapped.get(unit.number))
        lacking = [each for each in bench.units.voters(unit) if each not in unit.items]
        taken = {"choice": NOTHING, "people": tuple(lacking), "value": False}
        desk.rules.append(bench.make_rule(unit, msgspec.structs.replace(ruling, **taken)))
    for item in _items_of(desk.draft, sentence):
        if item.id in desk.draft.claims or item.id in desk.draft.attributions:
            desk.draft.remove(item.id)
    desk.merge_answers([sentence])
    decide_gold(desk, "done", nothing=True)


def take_versions(desk: Desk, person: str, sentences: Iterable[str]) -> list[str]:
    """Settle all that is open in `sentences` as `person` has it, and decide them.

    What was settled otherwise stays. Returns the sentences that were decided; one in which
    something is still missing is not.
    """
    wanted = list(sentences)
    while found := _list_open(desk, person, wanted):
        bench = desk.use_bench()
        for each in found:
            value = each.field.said[person]
            people = next(group for group in bench.versions(each.field) if person in group)
            _settle(desk, bench, each, f"{ANNOTATOR}{person}", people, value)
    desk.merge_answers(wanted)
    decided = []
    for sentence in wanted:
        desk.go_to(sentence)
        try:
            decide_gold(desk, "done")
        except UnfinishedError:
            continue
        decided.append(sentence)
    return decided


def _list_open(desk: Desk, person: str, sentences: Iterable[str]) -> list[Difference]:
    cases = desk.use_bench().cases
    found = [each for sentence in sentences for each in cases[sentence].open]
    return [each for each in found if person in each.field.said]


def decide_gold(desk: Desk, status: Status, *, nothing: bool = False) -> None:
    """Say of the sentence in focus that gold has it; nothing may be left to settle in it."""
    bench, sentence = desk.use_bench(), desk.focus.sentence
    case = bench.cases.get(sentence)
    if status == "done" and case is not None:
        if case.open:
            raise refusal(
                "unsettled",
                kind=UnfinishedError,
                subject=[each.id for each in case.open],
                count=len(case.open),
                kinds=tuple(f"difference.kind.{each}" for each in _kinds(case.open)),
            )
        if waiting := bench.find_waiting(desk.draft, sentence):
            refs = [unit.key for unit in waiting]
            raise refusal("waits_elsewhere", kind=UnfinishedError, subject=refs, count=len(refs))
        # Whether all agree on no claim, or it was settled so: that is an answer.
        nothing = nothing or not _items_of(desk.draft, sentence)
    decide(desk, status, nothing=nothing)
    answered = case.answered if case is not None else ()
    said = {"status": status, "answered": list(answered)}
    desk.rules.append(bench.make_mark(sentence, "decision", **said))


def note_edits(desk: Desk, before: Draft) -> None:
    """Rule ``own`` on whatever an edit changed, and take over what now has its place."""
    old, new = list_golds(before), list_golds(desk.draft)
    changed = {each for each in {*old, *new} if _drop(old.get(each)) != _drop(new.get(each))}
    if not changed:
        return
    touched = [golds[each] for golds in (old, new) for each in changed if each in golds]
    sentences = sorted({item.sentence for item in touched})
    for sentence in sentences:
        adopt(desk, sentence, before)
    _rule_own(desk, before, changed)
    desk.merge_answers(sentences)
    armed = desk.focus.armed
    if armed and armed.claim and not armed.attribution and desk.draft.parents(armed.claim):
        desk.show(armed.claim)  # its source came along with it


def _drop(item: Item | None) -> Item | None:
    """Return an item without its cluster, which may change because another claim went away."""
    return msgspec.structs.replace(item, cluster=None) if isinstance(item, Claim) else item


def _rule_own(desk: Desk, before: Draft, changed: set[str]) -> None:
    bench = desk.use_bench()
    mapped_before, mapped = bench.map(before), bench.map(desk.draft)
    numbers = {**{v: k for k, v in mapped_before.items()}, **{v: k for k, v in mapped.items()}}
    old, new = list_golds(before), list_golds(desk.draft)
    for item_id in sorted(changed):
        one, other = old.get(item_id), new.get(item_id)
        unit = bench.units.all[numbers[item_id]] if item_id in numbers else None
        if unit is None:
            if other is not None:
                loose = Ruling(_kind(other), EXISTENCE, choice=OWN, value=True, gold=item_id)
                loose = msgspec.structs.replace(loose, adjudicator=bench.adjudicator)
                desk.rules.append(bench.make_loose(other, loose))
            continue
        if (one is None) != (other is None):
            _own(desk, bench, unit, EXISTENCE, other is not None, item_id)
        if other is not None:
            for name in _list_changed(bench, before, desk.draft, one, other, unit):
                value = bench.read_gold(mapped, other, name)
                _own(desk, bench, unit, name, value, item_id)


def _list_changed(
    bench: Bench, before: Draft, after: Draft, one: Item | None, other: Item, unit: Unit
) -> list[str]:
    """Return the fields of an item that an edit changed, or gave words to."""
    mapped_before, mapped = bench.map(before), bench.map(after)
    changed = []
    for name in bench.list_fields(unit, other):
        value = bench.read_gold(mapped, other, name)
        if one is None:
            is_changed = not _is_empty(value)
        else:
            is_changed = value != bench.read_gold(mapped_before, one, name)
        if is_changed:
            changed.append(name)
    return changed


def _is_empty(value: object) -> bool:
    if isinstance(value, dict):
        return value.get("realization") is None
    return value in (None, [], ())


def _own(desk: Desk, bench: Bench, unit: Unit, name: str, value: object, gold: str | None) -> None:
    ruling = _start_ruling(bench, unit, name, gold)
    own = {"choice": OWN, "people": (), "value": value}
    desk.rules.append(bench.make_rule(unit, msgspec.structs.replace(ruling, **own)))


def adopt(desk: Desk, sentence: str, before: Draft | None = None) -> Bench:
    """Return the bench with a sentence taken in hand: what gold had of it before is kept.

    Gold may come from elsewhere, or may have been decided when other answers were there.
    """
    bench = desk.use_bench()
    draft = before or desk.draft
    if sentence in bench.marked or not (
        _items_of(draft, sentence) or draft.decision(sentence).status != "open"
    ):
        return bench
    mapped = bench.map(draft)
    settled = bench.settled
    rules = [bench.make_mark(sentence, "kept")]
    for unit in bench.units.by_sentence.get(sentence, []):
        gold_id = mapped.get(unit.number)
        item = list_golds(draft).get(gold_id or "")
        names = [EXISTENCE] if item is None else [EXISTENCE, *bench.list_fields(unit, item)]
        for name in names:
            value = item is not None if name == EXISTENCE else None
            if item is not None and name != EXISTENCE:
                value = bench.read_gold(mapped, item, name)
            known = settled[unit.number].find(name)
            if known and known.state == "agreed" and dump_value(known.value) == dump_value(value):
                continue
            ruling = _start_ruling(bench, unit, name, gold_id)
            kept = {"choice": KEPT, "people": (), "value": value, "adjudicator": None}
            rules.append(bench.make_rule(unit, msgspec.structs.replace(ruling, **kept)))
    for item in _items_of(draft, sentence):
        if item.id not in mapped.values():
            loose = Ruling(_kind(item), EXISTENCE, choice=KEPT, value=True, gold=item.id)
            rules.append(bench.make_loose(item, loose))
    desk.rules += rules
    return desk.use_bench()


def _settle(
    desk: Desk,
    bench: Bench,
    found: Difference,
    choice: str,
    people: Iterable[str],
    value: object,
) -> None:
    unit, name = found.unit, found.field.name
    ruling = _start_ruling(bench, unit, name, bench.map(desk.draft).get(unit.number))
    taken = {"choice": choice, "people": tuple(people), "value": value}
    desk.rules.append(bench.make_rule(unit, msgspec.structs.replace(ruling, **taken)))
    if name == "stance":  # another stance brings another certainty along
        dropped = bench.drop_rule(unit, "certainty")
        is_other = dump_value(found.field.value) != dump_value(value)
        if dropped is not None and is_other:
            desk.rules.append(dropped)


def _say(desk: Desk, bench: Bench, found: Difference, **said: object) -> None:
    """Change what is said beside a ruling; the ruling itself stays."""
    before = _ruling_on(bench, found.field)
    ruling = msgspec.structs.replace(before, adjudicator=bench.adjudicator, **said)
    desk.rules.append(bench.make_rule(found.unit, ruling))


def _ruling_on(bench: Bench, field: Field) -> Ruling:
    known = bench.rulings.of(field.unit, field.name)
    return known or Ruling(field.unit.kind, field.name, field.unit.refs, seen=field.seen)


def _start_ruling(bench: Bench, unit: Unit, name: str, gold: str | None) -> Ruling:
    """Return a ruling on a field as it is now, with what was said beside it before."""
    known = bench.rulings.of(unit, name)
    field = bench.settled[unit.number].find(name)
    return Ruling(
        unit.kind,
        name,
        unit.refs,
        gold=gold,
        seen=() if field is None else field.seen,
        comment=known.comment if known else None,
        gap=known.gap if known else False,
        adjudicator=bench.adjudicator,
    )


def _find_here(desk: Desk, difference: str | None) -> tuple[Bench, Difference]:
    bench = desk.use_bench()
    return bench, _find(desk, bench, difference)


def _find(desk: Desk, bench: Bench, difference: str | None) -> Difference:
    """Return a difference by its id, else the first that is open in the sentence in focus."""
    if difference is not None:
        found = bench.find(difference)
    else:
        case = bench.cases.get(desk.focus.sentence)
        found = next(iter(case.open), None) if case is not None else None
    if found is None:
        raise refusal("no_difference", subject=difference)
    return found


def _kinds(differences: Iterable[Difference]) -> list[str]:
    return sorted({each.kind for each in differences})


def _items_of(draft: Draft, sentence: str) -> list[Item]:
    claims, attributions = draft.items_of(sentence)
    return [*claims, *attributions]


def _kind(item: Item) -> Kind:
    return "claim" if isinstance(item, Claim) else "attribution"
