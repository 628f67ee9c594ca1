"""The records of several annotators, put side by side document by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from workbench.errors import InputError, RecordError, UsageError
from workbench.evaluation.answers import Answer, AttributionItem, Grid, build_answer
from workbench.model import Attribution, Claim, Decision, Record, Sentence


class Held(NamedTuple):
    """An attribution: its number in the answer, its sentence's place, and what it says.

    `item` is what scoring sees of it, `said` the whole.
    """

    number: int
    place: int
    item: AttributionItem
    said: Attribution

    @property
    def id(self) -> str:
        """Its id."""
        return self.said.id


@dataclass(frozen=True, slots=True)
class Side:
    """What one annotator says in the sentences that two annotators looked at.

    `attributions` are those of which a claim can be seen; `claims` has, for each of the answer's
    claims, those of the record that it stands for, by id.
    """

    layer: int
    answer: Answer
    attributions: Sequence[Held]
    claims: Sequence[Sequence[Claim]]


@dataclass(slots=True)
class Together:
    """One document and everybody who looked at some of it.

    `done` has, for each layer, the places of the sentences that are done; open and skipped ones are
    not looked at. Layers go by their number.
    """

    number: int
    id: str
    length: int
    sentences: Sequence[Sentence]
    records: Mapping[int, Record]
    done: Mapping[int, frozenset[int]]
    _sides: dict[tuple[int, frozenset[int]], Side] = field(default_factory=dict)

    def find_common(self, first: int, second: int) -> frozenset[int]:
        """Return the places of the sentences that both layers have done."""
        nobody: frozenset[int] = frozenset()
        return self.done.get(first, nobody) & self.done.get(second, nobody)

    def build_side(self, layer: int, common: frozenset[int]) -> Side:
        """Return what `layer` says in the sentences `common`."""
        key = layer, common
        if key not in self._sides:
            self._sides[key] = self._read(layer, common)
        return self._sides[key]

    def forget(self) -> None:
        """Let go of what was read; asked again, it is read again."""
        self._sides.clear()

    def count_looks(self) -> Counter[int]:
        """Return how many layers have done each sentence, by its place."""
        return Counter(place for done in self.done.values() for place in done)

    def count_shared(self) -> int:
        """Return how many sentences two layers or more have done."""
        return sum(count > 1 for count in self.count_looks().values())

    def find_claims(self, layer: int) -> frozenset[int]:
        """Return the places of the sentences that `layer` has a claim in."""
        record = self.records[layer]
        places = _place_sentences(record)
        return frozenset(places[claim.sentence] for claim in record.claims)

    def count_items(self, layer: int) -> tuple[int, int]:
        """Return how many claims and attributions `layer` has in sentences that it has done."""
        record, done = self.records[layer], self.done[layer]
        names = {name for name, place in _place_sentences(record).items() if place in done}
        return (
            sum(claim.sentence in names for claim in record.claims),
            sum(attribution.sentence in names for attribution in record.attributions),
        )

    def _read(self, layer: int, common: frozenset[int]) -> Side:
        record = self.records[layer]
        places = _place_sentences(record)
        decisions = tuple(
            Decision(name, "done" if place in common else "open") for name, place in places.items()
        )
        answer = build_answer(record, Grid(msgspec.structs.replace(record, decisions=decisions)))
        kept = [each for each in record.attributions if places.get(each.sentence) in common]
        if len(kept) != len(answer.attributions):
            raise RecordError(
                f"Expected each attribution to name the sentence it is in, got another, "
                f"in document {self.id} of {record.provenance.layer}.",
                hint="Run `workbench validate FILE` to see every violation.",
                subject=record,
            )
        pairs = zip(kept, answer.attributions, strict=True)
        held = (
            Held(number, places[each.sentence], item, each)
            for number, (each, item) in enumerate(pairs)
        )
        seen = [each for each in held if each.item.leaves]
        return Side(layer, answer, seen, _group_claims(record, answer))


def read_layers(layers: Mapping[str, Iterable[Record]]) -> tuple[tuple[str, ...], list[Together]]:
    """Return the names of the layers, sorted, and the documents that two of them looked at.

    A document counts where at least one sentence is done in two layers. Documents are in the order
    of their ids, so that nothing depends on the order in which records arrive.

    Raises
    ------
    UsageError
        There are fewer than two layers, or a layer has two records of one document.
    InputError
        A document has another text or other sentences in another layer.
    """
    names = tuple(sorted(layers))
    if len(names) < 2:
        raise UsageError(
            f"Expected at least two layers, got {', '.join(names) or 'none'}.",
            hint="Agreement is between people: name two layers that hold the same documents.",
        )
    records: dict[str, dict[int, Record]] = {}
    for layer, name in enumerate(names):
        for record in layers[name]:
            known = records.setdefault(record.document.id, {})
            if layer in known:
                raise UsageError(
                    f"Expected one record of document {record.document.id} in {name}, got two.",
                    subject=record,
                )
            known[layer] = record
    found: list[Together] = []
    for document in sorted(records):
        together = _join(len(found), document, records[document])
        if together is not None:
            found.append(together)
    return names, found


def _join(number: int, document: str, records: Mapping[int, Record]) -> Together | None:
    """Return one document, or ``None`` where no sentence was done twice."""
    done = {layer: _find_done(record) for layer, record in records.items()}
    counted = [place for places in done.values() for place in places]
    if len(counted) == len(set(counted)):
        return None
    first = next(iter(records.values()))
    sentences = sorted(first.sentences, key=lambda sentence: sentence.start)
    bounds = [(sentence.start, sentence.end) for sentence in sentences]
    for record in records.values():
        same_text = record.document.text == first.document.text
        others = sorted((sentence.start, sentence.end) for sentence in record.sentences)
        if not same_text or others != bounds:
            what = "sentences" if same_text else "text"
            raise InputError(
                f"Expected the same {what} of document {document} in each layer, got two.",
                hint="Export the layers from one project.",
                subject=document,
            )
    return Together(number, document, len(first.document.text), sentences, records, done)


def _group_claims(record: Record, answer: Answer) -> list[list[Claim]]:
    """Return for each of the answer's claims those of the record, by id."""
    groups: list[list[Claim]] = [[] for _ in answer.claims]
    for claim in sorted(record.claims, key=lambda claim: claim.id):
        number = answer.claim_places.get(claim.id)
        if number is not None:
            groups[number].append(claim)
    return groups


def _place_sentences(record: Record) -> dict[str, int]:
    ordered = sorted(record.sentences, key=lambda sentence: sentence.start)
    return {sentence.id: place for place, sentence in enumerate(ordered)}


def _find_done(record: Record) -> frozenset[int]:
    places = _place_sentences(record)
    return frozenset(places[each.sentence] for each in record.decisions if each.status == "done")
