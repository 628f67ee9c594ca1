"""Who made gold, and whose version each of its fields is: read from the rulings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from workbench.curation.adjudication import ANNOTATOR, EXISTENCE, Field, Unit
from workbench.model import Provenance
from workbench.scheme import Scheme
from workbench.session.adjudicating import GOLD, Adjudicating
from workbench.session.bench import MARK, Bench
from workbench.session.link_lines import iter_link_lines
from workbench.session.sheet import Sheet
from workbench.store import Store, StoredRule

Json = dict[str, Any]

_KIND = "decision"


def find_decisions(rules: Iterable[StoredRule]) -> dict[str, StoredRule]:
    """Return the ruling with which each sentence was decided, as far as it stands."""
    found: dict[str, StoredRule] = {}
    for stored in rules:
        rule = stored.rule
        if rule.item == f"{_KIND}:{rule.sentence}":
            found.pop(rule.sentence, None)
            if rule.content is not None and rule.content.get("status") != "open":
                found[rule.sentence] = stored
    return found


def find_adjudicators(rules: Iterable[StoredRule]) -> dict[str, str | None]:
    """Return who decided each sentence in gold; None where all agreed and nobody had to."""
    return {each: stored.rule.adjudicator for each, stored in find_decisions(rules).items()}


def add_adjudication(known: Provenance, rules: Iterable[StoredRule]) -> Provenance:
    """Return the provenance of a document's gold with those whose answers were compared.

    The adjudicator is the one who decided most sentences, by name where several did as many; where
    nobody had to, it is as it was known before.
    """
    decisions = find_decisions(rules)
    people = {name for each in decisions.values() for name in _answered(each.rule.content)}
    counts = Counter(each.rule.adjudicator for each in decisions.values())
    del counts[None]
    names = sorted(counts, key=lambda name: (-counts[name], str(name)))
    return msgspec.structs.replace(
        known,
        annotators=tuple(sorted({*known.annotators, *people})),
        adjudicator=names[0] if names else known.adjudicator,
    )


def _answered(content: Mapping[str, Any] | None) -> list[str]:
    found = (content or {}).get("answered", [])
    return [str(each) for each in found] if MARK in (content or {}) else []


def iter_ruling_lines(store: Store, scheme: Scheme, document: str) -> Iterator[Json]:
    """Yield one line for each field of gold in the decided sentences of a document, then links.

    Keys: ``document sentence kind item field how version_of people adjudicator at_utc value
    versions comment guideline_gap``. `how` says how it came into gold: ``agreed`` (all who answered
    say so), ``taken`` (`version_of` says whose version), ``own`` (edited afresh), ``nothing``,
    ``kept`` (from before it was adjudicated) or ``late`` (answers that differ came in since).
    """
    rules = store.rules(document)
    decisions = find_decisions(rules)
    if not decisions:
        return
    times = {stored.rule.item: stored.at_utc for stored in rules}
    sheet = Sheet(store, GOLD, document)
    judge = Adjudicating(store, scheme)
    bench = judge.of(sheet)
    mapped = bench.map(sheet.draft)
    for ref in sheet.stored.sentences:
        if ref.sentence not in decisions:
            continue
        for unit in bench.units.by_sentence.get(ref.sentence, []):
            for field in _list_told(bench, unit, mapped):
                at = times.get(bench.rulings.id_of(unit, field.name))
                head = {"document": document, "sentence": ref.sentence, "kind": unit.kind}
                yield {**head, **_tell_field(bench, field, mapped.get(unit.number), at)}
    yield from iter_link_lines(store, judge, sheet)


def _list_told(bench: Bench, unit: Unit, mapped: Mapping[int, str]) -> list[Field]:
    """Return the fields of which gold says something: of what is not there, only that."""
    settled = bench.settled[unit.number]
    if unit.number not in mapped:
        return [each for each in settled.fields if each.name == EXISTENCE]
    return [each for each in settled.fields if each.state != "unsaid"]


def _tell_field(bench: Bench, field: Field, gold: str | None, at: str | None) -> Json:
    ruling = field.ruling if field.state == "ruled" else None
    how = "late" if field.state == "open" else "agreed"
    choice = ruling.choice if ruling is not None else None
    if choice is not None:
        how = "taken" if choice.startswith(ANNOTATOR) else choice
    said = field.ruling
    return {
        "item": gold,
        "field": field.name,
        "how": how,
        "version_of": choice.removeprefix(ANNOTATOR) if choice and how == "taken" else None,
        "people": sorted(field.said) if how == "agreed" else list(ruling.people) if ruling else [],
        "adjudicator": ruling.adjudicator if ruling else None,
        "at_utc": at if ruling else None,
        "value": field.value,
        "versions": [
            {"people": list(people), "value": field.said[people[0]]}
            for people in bench.versions(field)
        ],
        "comment": said.comment if said else None,
        "guideline_gap": bool(said and said.gap),
    }
