"""What a prediction gets wrong, item by item, as findings that can be opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.curation import Finding, Place
from workbench.curation.finding import shorten
from workbench.evaluation.alignment import align_answers
from workbench.evaluation.answers import Grid, build_answer
from workbench.evaluation.pairing import pair_records
from workbench.matching import Ranges, merge_ranges
from workbench.model import Attribution, Claim, Record, Sentence, Span

Item = Claim | Attribution


def find_errors(gold: Iterable[Record], pred: Iterable[Record]) -> list[Finding]:
    """Return where `pred` differs from `gold`, in the order of documents and of their text.

    Pairs are those of the evaluation; claims without spans are left out. A missed item is found in
    gold's layer, an extra one in the prediction's. The score is how wrong it is: 1 for a whole
    item, for another edge what is missing to a Dice coefficient of 1.
    """
    found: list[Finding] = []
    for one, other in pair_records(gold, pred).records:
        if other is not None:
            starts = {sentence.id: sentence.start for sentence in one.sentences}
            errors = _Errors(one, other).iter_errors()
            found += sorted(errors, key=lambda each: (starts.get(each.sentence, 0), each.kind))
    return found


class _Errors:
    """The errors of one document."""

    def __init__(self, gold: Record, pred: Record) -> None:
        self._gold, self._pred = gold, pred
        self._grid = Grid(gold)
        self._answers = (build_answer(gold, self._grid), build_answer(pred, self._grid))
        self._pairs = align_answers(*self._answers)

    def iter_errors(self) -> Iterator[Finding]:
        yield from self._iter_claims()
        yield from self._iter_attributions()

    def _iter_claims(self) -> Iterator[Finding]:
        gold, pred = (answer.claims for answer in self._answers)
        left, right = _index_claims(self._gold), _index_claims(self._pred)
        for edge in self._pairs.claims:
            one, other = left.get(gold[edge.gold].points), right.get(pred[edge.pred].points)
            if one and other and gold[edge.gold].points != pred[edge.pred].points:
                why = f"The claim is «{_quote(one.spans)}» in gold, here «{_quote(other.spans)}»."
                yield self._tell("other edges", self._pred, other, why, 1 - edge.weight, one)
        for each in _find_alone(gold, [edge.gold for edge in self._pairs.claims]):
            if claim := left.get(gold[each].points):
                why = f"The claim «{_quote(claim.spans)}» was missed."
                yield self._tell("missed claim", self._gold, claim, why, 1.0)
        for each in _find_alone(pred, [edge.pred for edge in self._pairs.claims]):
            if claim := right.get(pred[each].points):
                why = f"The claim «{_quote(claim.spans)}» is none in gold."
                yield self._tell("extra claim", self._pred, claim, why, 1.0)

    def _iter_attributions(self) -> Iterator[Finding]:
        left, right = self._list_attributions(self._gold), self._list_attributions(self._pred)
        for edge in self._pairs.attributions:
            one, other = left[edge.gold], right[edge.pred]
            if one.stance != other.stance:
                why = f"The stance is {one.stance} in gold, here {other.stance}: {_name(one)}."
                yield self._tell("other stance", self._pred, other, why, 1.0, one)
        for each in _find_alone(left, [edge.gold for edge in self._pairs.attributions]):
            why = f"The attribution was missed: {_name(left[each])}, {left[each].stance}."
            yield self._tell("missed attribution", self._gold, left[each], why, 1.0)
        for each in _find_alone(right, [edge.pred for edge in self._pairs.attributions]):
            why = f"The attribution is none in gold: {_name(right[each])}, {right[each].stance}."
            yield self._tell("extra attribution", self._pred, right[each], why, 1.0)

    def _list_attributions(self, record: Record) -> list[Attribution]:
        """Return the attributions that are scored, as the answer lists them."""
        starts = {sentence.id: sentence.start for sentence in record.sentences}

        def place(each: Attribution) -> int:
            spans = each.cue or each.source.spans
            return self._grid.locate(spans[0].start if spans else starts[each.sentence])

        return [each for each in record.attributions if place(each) not in self._grid.open]

    def _tell(
        self,
        kind: str,
        record: Record,
        item: Item,
        why: str,
        score: float,
        twin: Item | None = None,
    ) -> Finding:
        document, layer = record.document.id, record.provenance.layer
        other = self._gold if record is self._pred else self._pred
        sentence = twin.sentence if twin else _match_sentence(item, record, other)
        place = Place(other.provenance.layer, document, sentence, twin.id if twin else None)
        items = (item.id,)
        return Finding(kind, layer, document, item.sentence, items, why, round(score, 3), (place,))


def _index_claims(record: Record) -> dict[Ranges, Claim]:
    """Return the claims that have spans, by what they cover."""
    return {
        merge_ranges([(span.start, span.end) for span in claim.spans]): claim
        for claim in record.claims
        if claim.spans
    }


def _match_sentence(item: Item, record: Record, other: Record) -> str:
    """Return the sentence of `other` that begins where the item's own does, else the same id."""
    start = next((each.start for each in record.sentences if each.id == item.sentence), -1)
    found: Sentence | None = next((each for each in other.sentences if each.start == start), None)
    return found.id if found else item.sentence


def _find_alone(items: Sequence[object], paired: Iterable[int]) -> list[int]:
    found = set(paired)
    return [number for number in range(len(items)) if number not in found]


def _quote(spans: Iterable[Span]) -> str:
    return shorten(" … ".join(span.text for span in spans))


def _name(attribution: Attribution) -> str:
    source = _quote(attribution.source.spans) or f"({attribution.source.realization})"
    cue = _quote(attribution.cue or ())
    return f"«{source}» «{cue}»" if cue else f"«{source}»"
