"""The laws of the scores, and the cases that the data model's evaluation section names."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record_strategies import records, small_record
from workbench.errors import InputError, RecordError, UsageError
from workbench.evaluation import Evaluation, evaluate
from workbench.evaluation.results import ClassScores
from workbench.exchange import iter_records
from workbench.model import Attribution, Claim, Decision, Record, Segment, Sentence, Source, Span
from workbench.scheme import load_scheme

SCHEME = load_scheme()
FEW = settings(max_examples=40)


def run(gold: list[Record], pred: list[Record], **options: Any) -> Evaluation:
    return evaluate(gold, pred, SCHEME, resamples=0, **options)


def change(record: Record, **parts: Any) -> Record:
    return msgspec.structs.replace(record, **parts)


def iter_numbers(value: Any, path: str = "") -> Iterator[tuple[str, float | None]]:
    """Yield each score of plain data with its path; counts are left out."""
    scores = ("precision", "recall", "f1", "accuracy", "low", "high")
    if isinstance(value, dict):
        for key, part in value.items():
            if key in scores or key.startswith("macro_") or path.endswith(".scores"):
                yield f"{path}.{key}", part
            else:
                yield from iter_numbers(part, f"{path}.{key}")
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from iter_numbers(part, f"{path}.{number}")


def scores_of(evaluation: Evaluation) -> dict[str, float | None]:
    return dict(iter_numbers(msgspec.to_builtins(evaluation)))


def rename(record: Record) -> Record:
    """Give every sentence, claim, attribution and cluster another id, and turn all lists round."""

    def name(old: str) -> str:
        return "z" + old[::-1] + "_"

    def item(each: Any, **parts: Any) -> Any:
        return msgspec.structs.replace(
            each, id=name(each.id), sentence=name(each.sentence), **parts
        )

    return change(
        record,
        sentences=tuple(msgspec.structs.replace(s, id=name(s.id)) for s in record.sentences),
        claims=tuple(
            item(c, cluster=None if c.cluster is None else name(c.cluster))
            for c in reversed(record.claims)
        ),
        attributions=tuple(
            item(a, targets=tuple(name(t) for t in reversed(a.targets)))
            for a in reversed(record.attributions)
        ),
        decisions=tuple(
            msgspec.structs.replace(d, sentence=name(d.sentence))
            for d in reversed(record.decisions)
        ),
    )


def decide_all(record: Record) -> Record:
    return change(record, decisions=tuple(Decision(each.id, "done") for each in record.sentences))


def perturb(record: Record, seed: int) -> Record:
    """Drop, shorten and relabel at random, as a system would."""
    chance = random.Random(seed)
    claims = []
    for claim in record.claims:
        spans = claim.spans
        if spans and chance.random() < 0.5:
            last = spans[-1]
            end = chance.randint(last.start + 1, last.end)
            text = record.document.text[last.start : end]
            spans = (*spans[:-1], Span(last.start, end, text))
        claims.append(msgspec.structs.replace(claim, spans=spans))
    attributions = []
    for attribution in record.attributions:
        stance = chance.choice([each.value for each in SCHEME.stances])
        attributions.append(
            msgspec.structs.replace(
                attribution, stance=stance, certainty=SCHEME.certainties(stance)[0]
            )
        )
    relayed = {target for each in attributions for target in each.targets}
    kept = [each for each in attributions if each.id in relayed or chance.random() < 0.7]
    return change(record, claims=tuple(claims), attributions=tuple(kept))


@FEW
@given(records())
def test_gold_against_itself_is_one_wherever_it_is_defined(record: Record) -> None:
    found = scores_of(run([record], [record]))
    majority = {key for key in found if ".majority." in key}
    assert {found[key] for key in found.keys() - majority} <= {1.0, None}


@FEW
@given(records(), st.integers(0, 1000))
def test_ids_and_order_never_matter(record: Record, seed: int) -> None:
    pred = perturb(record, seed)
    plain = run([record], [pred])
    assert scores_of(run([record], [rename(pred)])) == scores_of(plain)
    assert scores_of(run([rename(record)], [pred])) == scores_of(plain)


@FEW
@given(records(), st.integers(0, 1000))
def test_swapping_the_sides_swaps_precision_and_recall(record: Record, seed: int) -> None:
    gold = decide_all(record)
    pred = perturb(gold, seed)
    there, back = run([gold], [pred]).as_json(), run([pred], [gold]).as_json()
    for level in ("has_claim", "claim", "source", "cue", "attribution", "source_cases",
                  "nesting", "triples", "clusters"):  # fmt: skip
        first, second = dict(iter_numbers(there[level])), dict(iter_numbers(back[level]))
        for key, value in first.items():
            turned = key.replace("precision", "?").replace("recall", "precision")
            assert second[turned.replace("?", "recall")] == pytest.approx(value), (level, key)


@FEW
@given(records(), st.integers(0, 1000))
def test_every_score_is_between_zero_and_one_or_undefined(record: Record, seed: int) -> None:
    for value in scores_of(run([record], [perturb(record, seed)])).values():
        assert value is None or 0 <= value <= 1


@FEW
@given(records(), st.integers(0, 1000), st.booleans())
def test_a_spurious_span_never_raises_a_score(
    record: Record, seed: int, with_attribution: bool
) -> None:
    record = decide_all(record)
    tail = "\nsomething nobody claimed"
    text = record.document.text + tail
    start = len(record.document.text) + 1
    longer = change(
        record,
        document=msgspec.structs.replace(record.document, text=text),
        sentences=(*record.sentences, Sentence("tail", start, len(text))),
        decisions=(*record.decisions, Decision("tail", "done")),
    )
    pred = perturb(longer, seed)
    span = Span(start, len(text), text[start:])
    claims = (*pred.claims, Claim("spurious-claim", "tail", (span,), "author"))
    attributions = pred.attributions
    if with_attribution:
        cue = Span(start, start + 9, "something")
        attributions = (
            *attributions,
            Attribution(
                "spurious", "tail", Source((cue,), "explicit"), (cue,), ("spurious-claim",),
                (), "affirm", "certain",
            ),
        )  # fmt: skip
    before = run([longer], [pred]).as_json()
    after = run([longer], [change(pred, claims=claims, attributions=attributions)]).as_json()
    for level in ("claim", "source", "cue", "attribution", "source_cases", "nesting", "triples"):
        first, second = dict(iter_numbers(before[level])), dict(iter_numbers(after[level]))
        for key, value in second.items():
            was = first[key]
            assert was is None or value is None or value <= was + 1e-12, (level, key)


def test_the_reference_scores_itself_and_falls_with_what_is_changed(shared: Path) -> None:
    gold = list(iter_records(shared / "reference" / "gold-001-003.jsonl"))
    perfect = run(gold, list(reversed(gold)))
    assert {value for key, value in scores_of(perfect).items() if ".majority." not in key} <= {
        1.0,
        None,
    }
    pred = [perturb(record, 3) for record in gold]
    worse = run(gold, pred)
    assert worse.claim.strict.f1 is not None
    assert 0 < worse.claim.strict.f1 < 1
    assert worse.claim.strict.f1 < (worse.claim.partial.f1 or 0) < 1
    assert worse.stance.macro_f1 is not None
    assert worse.stance.macro_f1 < 1
    assert scores_of(run(gold, [rename(record) for record in pred])) == scores_of(worse)


# ---------------------------------------------------------------- what the contract names


def test_a_missing_prediction_is_all_missed_and_an_extra_one_is_named() -> None:
    first, second = small_record("one"), small_record("two")
    found = run([first, second], [first, small_record("other")])
    assert (found.extent.missing, found.extent.extra) == (("two",), ("other",))
    strict = found.claim.strict
    assert (strict.matched, strict.gold, strict.predicted) == (2, 4, 2)
    assert (strict.precision, strict.recall) == (1, 0.5)
    assert strict.macro.recall == 0.5
    assert strict.macro.precision == 1
    assert found.segments is not None
    assert found.segments.accuracy == 0.5


def test_no_predictions_at_all_are_zero_recall_and_undefined_precision() -> None:
    found = run([small_record()], [])
    assert (found.claim.strict.precision, found.claim.strict.recall) == (None, 0.0)
    assert found.claim.strict.f1 == 0
    assert found.stance.macro_f1 is None
    assert found.stance.majority is None


def test_documents_with_another_text_are_refused() -> None:
    gold = small_record()
    document = msgspec.structs.replace(gold.document, text=gold.document.text + ".")
    with pytest.raises(InputError, match=gold.document.id):
        run([gold], [change(gold, document=document)])


def test_two_records_of_one_document_and_no_gold_are_refused() -> None:
    with pytest.raises(UsageError):
        run([small_record(), small_record()], [])
    with pytest.raises(UsageError):
        run([], [small_record()])


@pytest.mark.parametrize("broken", ["span", "target", "cycle"])
def test_broken_records_are_refused(broken: str) -> None:
    gold = small_record()
    first, *others = gold.attributions
    if broken == "span":
        first = msgspec.structs.replace(first, cue=(Span(0, 4, "none"),))
    else:
        targets = ("nobody",) if broken == "target" else (first.id,)
        first = msgspec.structs.replace(first, targets=targets)
    with pytest.raises(RecordError):
        run([gold], [change(gold, attributions=(first, *others))])


def test_predictions_in_sentences_that_gold_leaves_open_are_dropped() -> None:
    pred = small_record()
    gold = change(
        pred,
        claims=pred.claims[:1],
        decisions=(Decision("s1", "done"), Decision("s2", "open")),
    )
    found = run([gold], [pred])
    assert found.claim.strict.f1 == 1
    assert found.has_claim.predicted == 1
    assert found.extent.dropped == 1
    assert (found.extent.sentences, found.extent.open_sentences) == (1, 1)


def test_a_sentence_that_was_looked_at_and_is_empty_counts_against_a_prediction() -> None:
    pred = small_record()
    gold = change(pred, claims=pred.claims[:1])
    assert run([gold], [pred]).has_claim.precision == 0.5


def test_segments_are_scored_over_open_sentences_too() -> None:
    gold = small_record()
    start = gold.sentences[1].start
    parts = (Segment(0, start, "body"), Segment(start, len(gold.document.text), "boilerplate"))
    gold = change(
        gold, segments=parts, claims=gold.claims[:1],
        decisions=(Decision("s1", "done"), Decision("s2", "open")),
    )  # fmt: skip
    found = run([gold], [change(gold, segments=small_record().segments)]).segments
    assert found is not None
    assert [each.support for each in found.classes] == [1, 1]
    assert found.macro_f1 == pytest.approx((2 / 3 + 0) / 2)


def test_identical_spans_of_a_role_count_once() -> None:
    gold = small_record()
    doubled = (*gold.claims, msgspec.structs.replace(gold.claims[1], id="again"))
    assert run([gold], [change(gold, claims=doubled)]).claim.strict.predicted == 2


def test_a_claim_without_spans_matches_one_without_spans_in_the_same_sentence_only() -> None:
    gold = small_record()
    spanless = msgspec.structs.replace(gold.claims[0], spans=(), proposition="the bridge is shut")
    gold = change(gold, claims=(spanless, gold.claims[1]))
    assert run([gold], [gold]).attribution.strict.f1 == 1
    assert run([gold], [small_record()]).attribution.lenient.f1 == 0
    moved = msgspec.structs.replace(spanless, sentence="s2")
    found = run([gold], [change(gold, claims=(moved, gold.claims[1]))])
    assert found.claim.strict.matched == 1
    assert found.triples.f1 == 0


def test_unsure_items_are_scored_and_counted() -> None:
    gold = small_record()
    unsure = tuple(msgspec.structs.replace(each, unsure=True) for each in gold.attributions)
    found = run([change(gold, attributions=unsure)], [gold])
    assert (found.extent.gold_unsure, found.extent.predicted_unsure) == (4, 0)
    assert found.attribution.strict.f1 == 1


def test_strict_wants_every_part_and_lenient_half_of_the_leaf_claims() -> None:
    gold = small_record()
    claim = gold.claims[0]
    whole = claim.spans[0]
    short = Span(whole.start, whole.start + 9, whole.text[:9])
    pred = change(gold, claims=(msgspec.structs.replace(claim, spans=(short,)), gold.claims[1]))
    dice = 2 * 9 / (9 + len(whole.text))
    found = run([gold], [pred])
    assert dice >= 0.5
    assert (found.attribution.strict.f1, found.attribution.lenient.f1) == (0, 1)
    assert (found.triples.f1, found.stance.macro_f1) == (1, 1)
    assert found.claim.partial.f1 == 0.75


def test_a_source_without_spans_needs_the_same_realization() -> None:
    gold = small_record()

    def with_source(realization: Any) -> Record:
        first, *others = gold.attributions
        return change(
            gold,
            attributions=(
                msgspec.structs.replace(first, source=Source((), realization)), *others
            ),
        )  # fmt: skip

    found = run([with_source("pro_drop")], [with_source("implicit")])
    assert found.attribution.lenient.matched == 3
    assert (found.source_cases.pro_drop.f1, found.source_cases.implicit.f1) == (0, 0)
    assert found.source_cases.explicit.f1 == 1


def test_a_source_in_another_sentence_is_a_case_of_its_own() -> None:
    gold = small_record()
    start = gold.document.text.index("الجسر على")
    source = Source((Span(start, start + 5, "الجسر"),), "explicit")
    first, *others = gold.attributions
    gold = change(gold, attributions=(msgspec.structs.replace(first, source=source), *others))
    found = run([gold], [gold]).source_cases
    assert (found.other_sentence.gold, found.other_sentence.f1) == (1, 1)


def test_a_lost_relay_costs_its_edge_and_its_chain() -> None:
    gold = small_record()
    flat = tuple(msgspec.structs.replace(each, targets=("c1",)) for each in gold.attributions)
    found = run([gold], [change(gold, attributions=flat)]).nesting
    assert (found.parent_edge.recall, found.parent_edge.precision) == (0, None)
    assert (found.whole_chain.gold, found.whole_chain.matched) == (1, 0)


def test_an_extra_level_leaves_the_edge_and_breaks_the_chain() -> None:
    gold = small_record()
    outer = msgspec.structs.replace(
        gold.attributions[3], targets=("a1",), stance="report", certainty=None
    )
    found = run([gold], [change(gold, attributions=(*gold.attributions[:3], outer))]).nesting
    assert (found.parent_edge.matched, found.parent_edge.predicted) == (1, 2)
    assert found.whole_chain.matched == 0


def stance_classes(found: ClassScores) -> dict[str, Any]:
    return {each.label: (each.support, each.f1) for each in found.classes}


def test_stances_are_scored_over_pairs_with_their_confusion() -> None:
    gold = small_record()
    wrong = tuple(
        msgspec.structs.replace(each, stance="affirm", certainty="certain")
        for each in gold.attributions
    )
    found = run([gold], [change(gold, attributions=wrong)])
    classes = stance_classes(found.stance)
    assert classes["affirm"] == (1, 2 / 5)
    assert classes["deny"] == (1, 0)
    assert classes["doubt"] == (0, None)
    assert found.stance.macro_f1 == pytest.approx(0.1)
    assert found.stance.macro_f1_supported is None
    assert {(cell.gold, cell.count) for cell in found.stance.confusion} == {
        ("report", 1), ("affirm", 1), ("deny", 1), ("decline", 1)
    }  # fmt: skip
    assert found.factbank is not None
    assert found.factbank.macro_f1 == pytest.approx((0.4 + 0 + 0) / 3)
    assert found.triples.matched == 1


def test_two_stances_of_one_source_to_one_claim_find_each_their_own() -> None:
    gold = small_record()
    denial = gold.attributions[2]
    doubt = msgspec.structs.replace(
        denial, id="a9", stance="doubt", certainty="possible", cue=gold.attributions[3].cue
    )
    gold = change(gold, attributions=(*gold.attributions, doubt))
    turned = change(gold, attributions=tuple(reversed(gold.attributions)))
    assert run([gold], [turned]).stance.accuracy == 1


def test_clusters_run_across_documents() -> None:
    gold = [small_record("one"), small_record("two")]
    apart = change(
        gold[1], claims=(msgspec.structs.replace(gold[1].claims[0], cluster="k:other"),
                         gold[1].claims[1]),
    )  # fmt: skip
    found = run(gold, [gold[0], apart]).clusters
    assert found.with_singletons.b_cubed.recall == pytest.approx(3 / 4)
    assert found.with_singletons.b_cubed.precision == 1
    assert found.without_singletons.gold_clusters == 1
    assert found.without_singletons.predicted_clusters == 0
    assert found.without_singletons.lea.recall == 0


def test_a_scheme_without_factbank_codes_has_no_such_score() -> None:
    sdqc = load_scheme("sdqc")
    gold = small_record()
    stance = sdqc.stances[0].value
    attributions = tuple(
        msgspec.structs.replace(each, stance=stance, certainty=sdqc.certainties(stance)[0])
        for each in gold.attributions
    )
    gold = change(gold, attributions=attributions)
    found = evaluate([gold], [gold], sdqc, resamples=0)
    assert found.stance.macro_f1 == 1
    assert (found.factbank is None) == (sdqc.factbank(stance, None) is None)
