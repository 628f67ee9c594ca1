"""The scores of training: a round against its known answers, and people against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from workbench.project.training_reports import (
    Calibration,
    RoundReport,
    SetAnswer,
    SetPair,
    SetSentence,
    TrainedPerson,
    TrainingReport,
    TrainingSettings,
)
from workbench.session import TrainingResult
from workbench.session.feedback import compare, make_record
from workbench.session.training import COUNTED

if TYPE_CHECKING:
    from workbench.model import Annotation, Record
    from workbench.scheme import Scheme
    from workbench.store import Store, TrainingItem, TrainingRound

GOLD = "gold"


def score_round(
    store: Store, scheme: Scheme, done: TrainingRound, pass_mark: float
) -> TrainingResult:
    """Return what a round came to; `store` is one that has its articles."""
    from workbench.evaluation import evaluate

    gold = list(_iter_records(store, scheme, done.items, GOLD))
    pred = list(_iter_records(store, scheme, done.items, done.layer))
    found = evaluate(gold, pred, scheme, resamples=0)
    scores = {
        "has_claim": found.has_claim.f1,
        "claim": found.claim.partial.f1,
        "source": found.source.partial.f1,
        "cue": found.cue.partial.f1,
        "stance": found.stance.macro_f1,
        "triples": found.triples.f1,
    }
    counted = [scores[name] for name in COUNTED]
    passed = all(score is None or score >= pass_mark for score in counted)
    rounded = {name: None if s is None else round(s, 6) for name, s in scores.items()}
    return TrainingResult(rounded, pass_mark, passed)


def _iter_records(
    store: Store, scheme: Scheme, items: Iterable[TrainingItem], layer: str
) -> Iterator[Record]:
    """Yield what `layer` (or gold) says of the sentences of a round, document by document."""
    by_document: dict[str, dict[str, Annotation]] = defaultdict(dict)
    for item in items:
        said = item.gold if layer == GOLD else item.answer
        if said is not None:
            by_document[item.document][said.sentence] = said
    for document, said_there in sorted(by_document.items()):
        stored = store.get_document(document)
        yield make_record(stored, said_there, said_there, layer, scheme)


def build_training_report(store: Store, scheme: Scheme) -> TrainingReport:
    """Return all rounds, people and calibrations of a project."""
    rounds = store.training_rounds()
    reports = tuple(_describe(each) for each in rounds)
    people = []
    for person in store.people():
        layer = f"annotator:{person.pseudonym}"
        own = [each for each in reports if each.layer == layer]
        if own:
            finished = [each for each in own if each.passed is not None]
            passed = any(each.passed for each in finished)
            people.append(TrainedPerson(layer, person.name, len(own), len(finished), passed))
    return TrainingReport(tuple(people), reports, tuple(_iter_calibrations(store, scheme, rounds)))


def _describe(begun: TrainingRound) -> RoundReport:
    settings = msgspec.json.decode(begun.settings, type=TrainingSettings)
    result = None
    if begun.result is not None:
        result = msgspec.json.decode(begun.result, type=TrainingResult)
    return RoundReport(
        number=begun.number,
        layer=begun.layer,
        set=settings.set,
        seed=settings.seed,
        at_utc=begun.at_utc,
        sentences=settings.sentences,
        answered=sum(each.answer is not None for each in begun.items),
        pass_mark=settings.pass_mark,
        scores=None if result is None else result.scores,
        passed=None if result is None else result.passed,
    )


def _iter_calibrations(
    store: Store, scheme: Scheme, rounds: Iterable[TrainingRound]
) -> Iterator[Calibration]:
    """Yield the sets that two people or more have finished; the first round of each counts."""
    sets: dict[str, dict[str, TrainingRound]] = defaultdict(dict)
    for each in rounds:
        if each.result is not None:
            settings = msgspec.json.decode(each.settings, type=TrainingSettings)
            sets[settings.set].setdefault(each.layer, each)
    for name, done in sorted(sets.items()):
        if len(done) > 1:
            yield _calibrate(store, scheme, name, dict(sorted(done.items())))


def _calibrate(
    store: Store, scheme: Scheme, name: str, done: dict[str, TrainingRound]
) -> Calibration:
    from workbench.agreement import compute_agreement

    known = {layer: _keep_known(store, each.items) for layer, each in done.items()}
    first = next(iter(known.values()))
    records = {
        layer: list(_iter_records(store, scheme, items, layer)) for layer, items in known.items()
    }
    records[GOLD] = list(_iter_records(store, scheme, first, GOLD))
    found = compute_agreement(records, scheme, resamples=0, worst=0)
    return Calibration(
        set=name,
        layers=tuple(done),
        sentences=tuple(
            SetSentence(
                item.document,
                item.gold.sentence,
                tuple(
                    _compare(store, scheme, layer, items[place], answer)
                    for layer, items in known.items()
                    if (answer := items[place].answer) is not None
                ),
            )
            for place, item in enumerate(first)
        ),
        pairs=tuple(SetPair(each.first, each.second, each.values) for each in found.pairs),
    )


def _keep_known(store: Store, items: Iterable[TrainingItem]) -> list[TrainingItem]:
    """Return the items whose sentences are still there: real work may have split them since."""
    kept = []
    for item in items:
        sentences = {ref.sentence for ref in store.get_document(item.document).sentences}
        if item.gold.sentence in sentences:
            kept.append(item)
    return kept


def _compare(
    store: Store, scheme: Scheme, layer: str, item: TrainingItem, answer: Annotation
) -> SetAnswer:
    mine = {answer.sentence: answer}
    feedback = compare(store.get_document(item.document), item.gold, mine, scheme)
    different = dict.fromkeys(row.field for row in feedback.rows if row.verdict != "right")
    return SetAnswer(layer, feedback.right, len(feedback.rows), tuple(different))
