"""What is voted on, what never is, and that everything left out says why."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record_strategies import records, small_record
from workbench.aggregation import Aggregation, Answer, Ballot, Majority, aggregate
from workbench.errors import UsageError
from workbench.model import Decision, Realization, Record, Source, Span
from workbench.project.crowds import DawidSkene
from workbench.scheme import load_scheme
from workbench.scheme.records import check_record

SCHEME = load_scheme()


def run(*answers: Record, voter: Any = None) -> tuple[Aggregation, list[Record]]:
    layers = {f"annotator:a{number:02d}": [each] for number, each in enumerate(answers, 1)}
    return aggregate(layers, SCHEME, voter or Majority())


def change(record: Record, item: str, **values: Any) -> Record:
    """Return a record with one of its attributions or claims changed."""

    def swap(items: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(
            msgspec.structs.replace(each, **values) if each.id == item else each for each in items
        )

    return msgspec.structs.replace(
        record, claims=swap(record.claims), attributions=swap(record.attributions)
    )


def find(record: Record, stance: str) -> Any:
    return next(each for each in record.attributions if each.stance == stance)


def reasons(report: Aggregation) -> set[tuple[str, str, str | None]]:
    return {(each.kind, each.reason, each.field) for each in report.left_out}


@pytest.fixture
def answer() -> Record:
    return small_record("invented")


def test_what_all_agree_on_comes_out_as_it_is(answer: Record) -> None:
    report, [made] = run(answer, answer, answer)
    assert not report.left_out
    assert report.counts.complete == len(answer.sentences)
    assert [claim.spans for claim in made.claims] == [claim.spans for claim in answer.claims]
    before = sorted(
        (each.sentence, str(each.cue), each.stance or "") for each in answer.attributions
    )
    after = sorted((each.sentence, str(each.cue), each.stance or "") for each in made.attributions)
    assert after == before
    items: list[Any] = [*made.claims, *made.attributions]
    assert {each.origin for each in items} == {"aggregated:majority@1.0"}
    assert made.provenance.layer == "system:aggregated-majority"
    assert made.provenance.annotators == ("a01", "a02", "a03")
    assert [each for each in check_record(made, SCHEME) if not each.is_warning] == []


def test_the_stance_of_more_than_half_wins_with_its_own_certainty(answer: Record) -> None:
    denial = find(answer, "deny")
    other = change(answer, denial.id, stance="affirm", certainty="possible")
    report, [made] = run(answer, other, answer)
    assert find(made, "deny").certainty == denial.certainty
    [vote] = [
        each
        for each in report.labels
        if each.field == "stance" and len(set(each.votes.values())) > 1
    ]
    assert (vote.label, vote.share) == ("deny", 0.6667)
    assert vote.votes == {
        "annotator:a01": "deny", "annotator:a02": "affirm", "annotator:a03": "deny",
    }  # fmt: skip
    worst = [each for each in report.voices if each.field == "stance" and each.same < each.votes]
    assert [each.layer for each in worst] == ["annotator:a02"]


def test_a_tie_is_named_and_settled_by_nobody(answer: Record) -> None:
    denial = find(answer, "deny")
    stances = (("deny", denial.certainty), ("affirm", "certain"), ("decline", None))
    answers = [change(answer, denial.id, stance=s, certainty=c) for s, c in stances]
    report, [made] = run(*answers)
    assert ("attribution", "no_winner", "stance") in reasons(report)
    assert len(made.attributions) == len(answer.attributions) - 1
    place = [each.sentence for each in answer.decisions].index(denial.sentence)
    assert made.decisions[place].status == "open"


def test_a_claim_whose_only_source_is_left_out_goes_with_it(answer: Record) -> None:
    claim = answer.claims[0]
    answers = [
        msgspec.structs.replace(
            answer,
            claims=(msgspec.structs.replace(claim, voice="attributed"),),
            attributions=(
                msgspec.structs.replace(
                    find(answer, "deny"), targets=(claim.id,), stance=stance, certainty=certainty
                ),
            ),
        )
        for stance, certainty in (("deny", "certain"), ("affirm", "certain"), ("decline", None))
    ]
    report, [made] = run(*answers)
    assert not made.claims
    assert ("claim", "voice", None) in reasons(report)


def test_spans_are_never_voted_on(answer: Record) -> None:
    claim = answer.claims[0]
    span = claim.spans[0]
    other = change(answer, claim.id, spans=(Span(span.start, span.end - 3, span.text[:-3]),))
    report, [made] = run(answer, answer, answer, other)
    kept = {each.spans for each in made.claims}
    assert claim.spans not in kept
    assert ("claim", "not_common", None) in reasons(report)
    assert ("attribution", "spans_differ", None) in reasons(report)
    assert made.decisions[0].status == "open"


def test_what_somebody_who_looked_has_not_is_not_taken(answer: Record) -> None:
    denial = find(answer, "deny")
    rest = tuple(each for each in answer.attributions if each.id != denial.id)
    without = msgspec.structs.replace(answer, attributions=rest)
    report, [made] = run(answer, answer, answer, without)
    assert all(each.stance != "deny" for each in made.attributions)
    [left] = [each for each in report.left_out if each.kind == "attribution"]
    assert left.reason == "not_common"
    assert left.found == ("annotator:a01", "annotator:a02", "annotator:a03")
    assert left.looked == (*left.found, "annotator:a04")
    assert denial.source.spans[0].text in left.words


def test_a_sentence_that_two_have_done_says_so(answer: Record) -> None:
    decisions = (*answer.decisions[:-1], Decision(answer.decisions[-1].sentence, "open"))
    behind = msgspec.structs.replace(answer, decisions=decisions)
    report, [made] = run(answer, answer, behind)
    [left] = [each for each in report.left_out if each.kind == "sentence"]
    assert (left.sentence, left.reason) == (decisions[-1].sentence, "too_few")
    assert left.looked == ("annotator:a01", "annotator:a02")
    assert made.decisions[-1].status == "open"
    assert report.counts.looked == report.counts.sentences - 1


def test_most_say_that_there_is_no_claim(answer: Record) -> None:
    empty = msgspec.structs.replace(answer, claims=(), attributions=())
    report, [made] = run(empty, empty, answer)
    assert not made.claims
    assert {each.status for each in made.decisions} == {"done"}
    votes = [each for each in report.labels if each.field == "has_claim"]
    assert {each.label for each in votes} == {"no claim"}
    assert {each.reason for each in report.left_out} == {"not_common"}


def test_features_are_voted_on_and_may_stay_unset(answer: Record) -> None:
    scheme = SCHEME.with_features(["form", "claim_type"])

    def feature(form: str | None, kind: str | None) -> Record:
        attributions = tuple(
            msgspec.structs.replace(each, features={"form": form}) for each in answer.attributions
        )
        claims = tuple(
            msgspec.structs.replace(each, features={"claim_type": kind}) for each in answer.claims
        )
        return msgspec.structs.replace(answer, claims=claims, attributions=attributions)

    answers = [feature("direct", "event"), feature("direct", "quantity"), feature(None, None)]
    layers = {f"annotator:a{number:02d}": [each] for number, each in enumerate(answers, 1)}
    report, [made] = aggregate(layers, scheme, Majority())
    assert {each.features["form"] for each in made.attributions} == {"direct"}
    assert {each.features["claim_type"] for each in made.claims} == {None}
    assert len(made.claims) == len(answer.claims)
    assert {each.label for each in report.labels if each.field == "claim_type"} == {None}
    assert [each for each in check_record(made, scheme) if not each.is_warning] == []


def test_a_source_that_is_called_differently_is_not_one_thing(answer: Record) -> None:
    denial = find(answer, "deny")
    kinds: tuple[Realization, ...] = ("pro_drop", "implicit", "pro_drop")
    answers = [change(answer, denial.id, source=Source((), kind)) for kind in kinds]
    report, [made] = run(*answers)
    assert all(each.source.realization == "explicit" for each in made.attributions)
    assert {each.reason for each in report.left_out} == {"not_common"}


def test_two_annotators_are_too_few(answer: Record) -> None:
    with pytest.raises(UsageError, match="3 or more annotators, got 2") as error:
        run(answer, answer)
    assert "adjudicate" in str(error.value.hint)


def test_nothing_depends_on_order(answer: Record) -> None:
    denial = find(answer, "deny")
    other = change(answer, denial.id, stance="affirm", certainty="possible")
    layers = {"annotator:a01": [answer], "annotator:a02": [other], "annotator:a03": [answer]}
    made = [
        aggregate(dict(order), SCHEME, Majority())
        for order in itertools.permutations(layers.items())
    ]
    assert all(each == made[0] for each in made)


@settings(max_examples=25, deadline=None)
@given(record=records(), seeds=st.tuples(st.integers(), st.integers(), st.integers()))
def test_what_comes_out_is_valid_and_invents_nothing(
    vary: Callable[[Record, int], Record], record: Record, seeds: tuple[int, int, int]
) -> None:
    answers = [vary(record, seed) for seed in seeds]
    report, made = run(*answers)
    known = {span for each in answers for claim in each.claims for span in claim.spans}
    for each in made:
        assert [fault for fault in check_record(each, SCHEME) if not fault.is_warning] == []
        assert {span for claim in each.claims for span in claim.spans} <= known
    labels = {each.label for each in report.labels if each.label}
    assert labels <= {vote for each in report.labels for vote in each.votes.values()}


@pytest.mark.slow  # loads scikit-learn
def test_dawid_skene_learns_who_errs() -> None:
    """One who always says the opposite of two others is heard the other way round."""
    ballots = [
        Ballot({"a": label, "b": label, "c": "no" if label == "yes" else "yes"})
        for label in ("yes", "no") * 10
    ]
    ballots.append(Ballot({"a": "yes", "c": "no"}))
    answers = DawidSkene().count(ballots)
    assert [each.label for each in answers] == [*("yes", "no") * 10, "yes"]
    assert answers[-1].share > 0.99
    assert Majority().count(ballots)[-1] == Answer(None, 0.5)


@pytest.mark.slow  # loads scikit-learn
def test_dawid_skene_ties_win_nothing() -> None:
    assert DawidSkene().count([Ballot({"a": "yes", "b": "no"})])[0].label is None
    assert DawidSkene().count([Ballot({})]) == [Answer(None, 0.0)]


@pytest.mark.slow  # loads scikit-learn
def test_dawid_skene_says_whose_it_is(answer: Record) -> None:
    report, [made] = run(answer, answer, answer, voter=DawidSkene())
    assert report.layer == "system:aggregated-dawid-skene"
    assert report.origin.startswith("aggregated:dawid-skene@")
    assert [each for each in check_record(made, SCHEME) if not each.is_warning] == []
