"""Intervals and tests of significance."""

from __future__ import annotations

import random

import msgspec
import pytest

from tests.record_strategies import small_record
from workbench.evaluation import compare, evaluate
from workbench.model import Record
from workbench.scheme import load_scheme

SCHEME = load_scheme()


def golds(number: int) -> list[Record]:
    return [small_record(f"d{place:03d}") for place in range(number)]


def lose(gold: list[Record], share: float, seed: int = 1) -> list[Record]:
    """Lose everything in some documents, and give the denials a wrong stance in others."""
    chance = random.Random(seed)
    return [
        msgspec.structs.replace(record, claims=(), attributions=())
        if chance.random() < share
        else record
        for record in gold
    ]


@pytest.mark.parametrize(
    ("number", "resamples", "indicative"), [(5, 0, True), (6, 200, True), (20, 200, False)]
)
def test_few_documents_are_indicative_and_too_few_have_no_interval(
    number: int, resamples: int, indicative: bool
) -> None:
    gold = golds(number)
    found = evaluate(gold, lose(gold, 0.4), SCHEME, resamples=200)
    assert (found.resampling.resamples, found.resampling.indicative) == (resamples, indicative)
    assert (found.triples.interval is None) == (resamples == 0)
    assert (found.clusters.with_singletons.lea.interval is None) == (resamples == 0)
    assert [each.document for each in found.documents] == [each.document.id for each in gold]


def test_an_interval_holds_its_score_and_narrows_with_more_documents() -> None:
    widths = []
    for number in (10, 200):
        gold = golds(number)
        score = evaluate(gold, lose(gold, 0.4), SCHEME, resamples=500).triples
        assert score.interval is not None
        assert score.f1 is not None
        assert 0 <= score.interval.low <= score.f1 <= score.interval.high <= 1
        widths.append(score.interval.high - score.interval.low)
    assert widths[1] < widths[0] / 2


def test_the_same_seed_gives_the_same_intervals_whatever_the_order() -> None:
    gold = golds(12)
    pred = lose(gold, 0.4)
    first = evaluate(gold, pred, SCHEME, resamples=100, seed=7)
    again = evaluate(list(reversed(gold)), pred[::-1], SCHEME, resamples=100, seed=7)
    assert first == again


def test_a_perfect_system_has_an_interval_without_width() -> None:
    gold = golds(8)
    found = evaluate(gold, gold, SCHEME, resamples=50).attribution.strict.interval
    assert found is not None
    assert (found.low, found.high) == (1, 1)


def test_equal_systems_do_not_differ_and_far_ones_do() -> None:
    gold = golds(30)
    worse = lose(gold, 0.5)
    same = {each.score: each for each in compare(gold, worse, worse, SCHEME).differences}
    assert same["triples"].p_value == 1
    assert same["triples"].difference == 0
    far = {each.score: each for each in compare(gold, worse, gold, SCHEME).differences}
    assert far["triples"].difference is not None
    assert far["triples"].difference > 0
    assert far["triples"].p_value is not None
    assert far["triples"].p_value < 0.01


def test_one_document_can_prove_nothing() -> None:
    gold = golds(1)
    empty = lose(gold, 1)
    found = {each.score: each for each in compare(gold, empty, gold, SCHEME).differences}
    assert found["triples"].difference == 1
    assert found["triples"].p_value == 1


def test_an_undefined_score_has_no_p_value() -> None:
    gold = golds(3)
    empty = lose(gold, 1)
    found = {each.score: each for each in compare(gold, empty, gold, SCHEME).differences}
    assert found["stance"].first is None
    assert found["stance"].p_value is None


def test_systems_with_other_labels_are_compared() -> None:
    gold = golds(3)
    odd = [
        msgspec.structs.replace(
            record,
            attributions=tuple(
                msgspec.structs.replace(each, stance="applaud", certainty=None)
                for each in record.attributions
            ),
        )
        for record in gold
    ]
    found = {each.score: each for each in compare(gold, odd, gold, SCHEME, shuffles=50).differences}
    assert (found["stance"].first, found["stance"].second) == (0, 1)
