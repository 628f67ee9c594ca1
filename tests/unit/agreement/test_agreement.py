"""The laws of agreement, and the cases that the data model's section on it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record_strategies import records, small_record
from workbench.agreement import GATES, Agreement, compute_agreement
from workbench.errors import InputError, RecordError, UsageError
from workbench.exchange import iter_records
from workbench.model import (
    RELATIONS,
    Claim,
    ClaimRef,
    Decision,
    Link,
    Record,
    Relation,
    Sentence,
    Source,
    Span,
    make_link,
)
from workbench.scheme import load_scheme

SCHEME = load_scheme()
FEW = settings(max_examples=40)


def run(*layers: Sequence[Record], **options: Any) -> Agreement:
    named = {f"annotator:a{number:02d}": layer for number, layer in enumerate(layers, 1)}
    return compute_agreement(named, SCHEME, **options)


def change(record: Record, **parts: Any) -> Record:
    return msgspec.structs.replace(record, **parts)


def decide(record: Record, *statuses: str) -> Record:
    pairs = zip(record.sentences, statuses, strict=True)
    decisions = tuple(Decision(each.id, status) for each, status in pairs)  # type: ignore[arg-type]
    return change(record, decisions=decisions)


def decide_all(record: Record) -> Record:
    return decide(record, *["done"] * len(record.sentences))


def values_of(agreement: Agreement) -> dict[str, float | None]:
    return {each.name: each.value for each in agreement.coefficients}


def iter_values(agreement: Agreement) -> Iterator[float]:
    """Yield every defined coefficient of the report, wherever it stands."""
    groups = [
        values_of(agreement),
        *(pair.values for pair in agreement.pairs),
        *(document.values for document in agreement.documents),
        *(layer.values for layer in agreement.layers),
    ]
    for group in groups:
        yield from (value for value in group.values() if value is not None)
    yield from (each.alpha for each in agreement.labels if each.alpha is not None)


def rename(record: Record) -> Record:
    """Give claims, attributions and clusters other ids, and turn all lists round."""

    def name(old: str) -> str:
        return "z" + old[::-1] + "_"

    return change(
        record,
        claims=tuple(
            msgspec.structs.replace(
                each, id=name(each.id), cluster=None if each.cluster is None else name(each.cluster)
            )
            for each in reversed(record.claims)
        ),
        attributions=tuple(
            msgspec.structs.replace(
                each, id=name(each.id), targets=tuple(name(t) for t in reversed(each.targets))
            )
            for each in reversed(record.attributions)
        ),
        decisions=tuple(reversed(record.decisions)),
    )


# ---------------------------------------------------------------- laws


@FEW
@given(records(), st.integers(2, 3))
def test_the_same_answers_give_one_wherever_it_is_defined(record: Record, people: int) -> None:
    found = run(*[[record]] * people)
    assert set(iter_values(found)) <= {1.0}
    assert found.worst == ()
    assert found.passed is not False


@FEW
@given(records(), st.lists(st.integers(0, 1000), min_size=2, max_size=3))
def test_nothing_is_above_one(vary: Any, record: Record, seeds: list[int]) -> None:
    found = run(*([vary(decide_all(record), seed)] for seed in seeds))
    assert all(value <= 1 for value in iter_values(found))


@FEW
@given(st.lists(records(), min_size=1, max_size=3), st.integers(0, 1000))
def test_ids_and_order_never_matter(vary: Any, answers: list[Record], seed: int) -> None:
    texts = [
        decide_all(change(each, document=msgspec.structs.replace(each.document, id=f"d{number}")))
        for number, each in enumerate(answers)
    ]
    first, second, third = ([vary(each, seed + n) for each in texts] for n in range(3))
    plain = run(first, second, third)
    turned = run(list(reversed(first)), [rename(each) for each in reversed(second)], third)
    assert values_of(turned) == pytest.approx(values_of(plain))
    assert [each.sentence for each in turned.worst] == [each.sentence for each in plain.worst]
    swapped = run(third, second, first)
    assert values_of(swapped) == pytest.approx(values_of(plain))
    assert swapped.confusion == plain.confusion


@FEW
@given(records(), st.integers(0, 1000))
def test_what_was_not_looked_at_changes_nothing(vary: Any, record: Record, seed: int) -> None:
    """A third annotator who has only opened the document is as good as not there."""
    first, second = vary(record, seed), vary(record, seed + 1)
    idle = decide(record, *["open"] * len(record.sentences))
    assert values_of(run([first], [second], [idle])) == values_of(run([first], [second]))


@FEW
@given(records(), st.permutations([each.value for each in SCHEME.stances]), st.integers(0, 1000))
def test_other_names_for_the_stances_change_nothing(
    vary: Any, record: Record, names: list[str], seed: int
) -> None:
    new = {each.value: name for each, name in zip(SCHEME.stances, names, strict=True)}

    def relabel(answer: Record) -> Record:
        attributions = tuple(
            msgspec.structs.replace(each, stance=new[each.stance or ""], certainty=None)
            for each in answer.attributions
        )
        return change(answer, attributions=attributions)

    first, second = vary(decide_all(record), seed), vary(decide_all(record), seed + 1)
    plain, other = (
        values_of(run([first], [second])),
        values_of(run([relabel(first)], [relabel(second)])),
    )
    for name in ("stance.alpha", "stance.alpha_with_none"):
        assert other[name] == (None if plain[name] is None else pytest.approx(plain[name]))


# ---------------------------------------------------------------- what the contract names


def test_an_empty_answer_counts_and_an_open_sentence_does_not() -> None:
    record = small_record()
    empty = change(record, claims=(), attributions=())
    found = run([record], [empty])
    assert found.coefficient("claim.overlap").value == 0
    assert found.extent.sentences == 2
    half = change(
        record,
        claims=record.claims[1:],
        attributions=(),
        decisions=(Decision("s1", "open"), Decision("s2", "done")),
    )
    found = run([record], [half])
    assert (found.extent.sentences, found.coefficient("claim.strict").value) == (1, 1)
    skipped = change(half, decisions=(Decision("s1", "skipped"), Decision("s2", "done")))
    assert values_of(run([record], [skipped])) == values_of(found)


def test_a_sentence_with_a_claim_against_one_without() -> None:
    record = small_record()
    first = [record, small_record("small-2")]
    second = [change(record, claims=record.claims[:1]), small_record("small-2")]
    # Four sentences, "claim" seven times of eight: 1 - 7 * 2 / (2 * 7 * 1).
    found = run(first, second).coefficient("has_claim.alpha")
    assert found.value == pytest.approx(0)
    assert found.support == 4


def test_undefined_values_say_why() -> None:
    found = run([small_record()], [small_record()])
    claim = found.coefficient("has_claim.alpha")
    assert claim.value is None
    assert claim.reason is not None
    assert claim.observed == 1
    assert "'claim'" in claim.reason
    assert claim.gates[0].passed is None
    empty = change(small_record(), claims=(), attributions=())
    for each in run([empty], [empty]).coefficients:
        assert (each.value is None) == (each.reason is not None)


def test_layers_without_a_common_sentence_have_nothing_to_say() -> None:
    found = run([small_record("one")], [small_record("two")])
    assert (found.extent.documents, found.pairs, found.documents) == (0, (), ())
    assert {each.value for each in found.coefficients} == {None}
    assert all(each.reason for each in found.coefficients)
    assert found.passed is None


def test_links_given_the_spans_and_end_to_end() -> None:
    record = small_record()
    official, denial = record.attributions[1:3]
    # The second annotator has the same sources, but one of them speaks of the other claim.
    turned = msgspec.structs.replace(denial, targets=("c2",))
    other = change(record, attributions=(record.attributions[0], official, turned))
    found = run([record], [other])
    # Four links against three, two of them the same; the fourth source has no match.
    assert found.coefficient("link.given_spans").value == pytest.approx(2 * 2 / (3 + 3))
    assert found.coefficient("link.end_to_end").value == pytest.approx(2 * 2 / (4 + 3))


def test_stances_of_common_attributions_and_with_none() -> None:
    record = small_record()
    relay, official, denial, _refusal = record.attributions
    doubt = msgspec.structs.replace(denial, stance="doubt", certainty="possible")
    found = run([record], [change(record, attributions=(relay, official, doubt))])
    pair = found.pairs[0]
    cells = {(cell.first, cell.second): cell.count for cell in pair.confusion}
    assert cells == {
        ("report", "report"): 1, ("affirm", "affirm"): 1, ("deny", "doubt"): 1,
        ("decline", "none"): 1,
    }  # fmt: skip
    # Six values in three units, one unit disagrees: 1 - (2 / 6) / (26 / 30).
    assert found.coefficient("stance.alpha").value == pytest.approx(1 - (2 / 6) / (26 / 30))
    assert found.coefficient("stance.alpha").support == 3
    # Eight values in four units, two disagree; 52 of 56 ordered pairs of values differ.
    none = found.coefficient("stance.alpha_with_none")
    assert none.value == pytest.approx(1 - (4 / 8) / (52 / 56))
    assert found.worst[0].differences == {
        "missed": 0, "boundary": 0, "source": 1, "stance": 1, "certainty": 0,
    }  # fmt: skip
    assert (found.worst[0].sentence, found.worst[0].number) == ("s1", 1)
    labels = {each.label: each for each in found.labels if each.coefficient == "stance"}
    assert (labels["report"].agreement, labels["deny"].agreement) == (1, 0)


def test_three_annotators_make_one_unit_of_what_all_found() -> None:
    record = small_record()
    relay, official, denial, refusal = record.attributions
    doubt = msgspec.structs.replace(denial, stance="doubt", certainty="possible")
    found = run(
        [record],
        [change(record, attributions=(relay, official, doubt, refusal))],
        [change(record, attributions=(relay, official, denial))],
    )
    assert found.coefficient("stance.alpha").support == 4
    # Canonical alpha over the four units: report x3, affirm x3, deny/doubt/deny, decline x2.
    from workbench.agreement import compute_alpha

    rows: list[list[str | None]] = [
        ["report", "affirm", "deny", "decline"],
        ["report", "affirm", "doubt", "decline"],
        ["report", "affirm", "deny", None],
    ]
    assert found.coefficient("stance.alpha").value == pytest.approx(compute_alpha(rows))
    rows[2][3] = "none"
    assert found.coefficient("stance.alpha_with_none").value == pytest.approx(compute_alpha(rows))
    assert [(pair.first[-1], pair.second[-1]) for pair in found.pairs] == [
        ("1", "2"), ("1", "3"), ("2", "3"),
    ]  # fmt: skip


def test_certainty_is_ordinal() -> None:
    record = small_record()
    relay, official, denial, refusal = record.attributions

    def answer(*certainties: str) -> Record:
        pair = [
            msgspec.structs.replace(each, certainty=certainty)
            for each, certainty in zip((official, denial), certainties, strict=True)
        ]
        return change(record, attributions=(relay, *pair, refusal))

    near = run([answer("certain", "possible")], [answer("probable", "possible")])
    far = run([answer("certain", "possible")], [answer("possible", "possible")])
    nearer, farther = near.coefficient("certainty.alpha"), far.coefficient("certainty.alpha")
    assert nearer.value is not None
    assert farther.value is not None
    assert nearer.value > farther.value
    assert nearer.support == 2


def test_a_unit_over_all_of_a_text_and_documents_end_to_end() -> None:
    """The unitizing alpha of a role is that of the joined texts, worked out by hand."""
    from workbench.agreement import compute_unitizing_alpha

    first = [small_record("one"), small_record("two")]
    moved = first[1].claims[1]
    span = moved.spans[0]
    shorter = Span(span.start, span.end - 4, span.text[:-4])
    second = [
        first[0],
        change(
            first[1], claims=(first[1].claims[0], msgspec.structs.replace(moved, spans=(shorter,)))
        ),
    ]
    length = len(first[0].document.text)
    bounds = [(claim.spans[0].start, claim.spans[0].end) for claim in first[0].claims]
    ones = bounds + [(start + length, end + length) for start, end in bounds]
    others = [*ones[:-1], (ones[-1][0], ones[-1][1] - 4)]
    expected = compute_unitizing_alpha({"": ones}, {"": others}, 2 * length)
    found = run(first, second).coefficient("claim.u_alpha")
    assert found.value == pytest.approx(expected)
    assert found.support == 8


def test_units_of_open_sentences_are_left_out() -> None:
    record = small_record()
    half = change(record, decisions=(Decision("s1", "done"), Decision("s2", "open")))
    found = run([change(record, claims=record.claims[:1])], [half])
    assert found.coefficient("claim.u_alpha").value == 1
    assert found.coefficient("claim.u_alpha").support == 2


def test_clusters_where_present() -> None:
    first = [small_record("one"), small_record("two")]
    apart = [
        change(first[0], claims=(msgspec.structs.replace(first[0].claims[0], cluster="k:other"),
                                 first[0].claims[1])),
        first[1],
    ]  # fmt: skip
    found = run(first, apart)
    # One cluster of two against two singletons, and two singletons that both have.
    assert found.coefficient("clusters.b_cubed").value == pytest.approx(2 * 0.75 / 1.75)
    assert found.coefficient("clusters.lea").value == pytest.approx(0.5)
    # Three clusters against four: two are the same, and one shares one of its two claims.
    assert found.coefficient("clusters.ceaf_e").value == pytest.approx(2 * (2 + 2 / 3) / 7)
    for name in ("b_cubed", "ceaf_e", "lea"):
        alone = found.coefficient(f"clusters.{name}_without_singletons")
        assert alone.value == 0
        assert alone.gates == ()
    bare = [
        change(each, claims=tuple(msgspec.structs.replace(c, cluster=None) for c in each.claims))
        for each in first
    ]
    assert run(bare, bare).coefficient("clusters.lea").reason


def with_entities(record: Record, *entities: Sequence[str]) -> Record:
    """Give the sources of a record's attributions these entities, in their order."""
    pairs = zip(record.attributions, entities, strict=True)
    attributions = tuple(
        change(each, source=msgspec.structs.replace(each.source, entities=tuple(named)))  # type: ignore[arg-type]
        for each, named in pairs
    )
    return change(record, attributions=attributions)


def test_entities_by_their_ids_and_as_clusters() -> None:
    one = [with_entities(small_record(name), ["e1"], [], ["e2"], ["e2"]) for name in ("d1", "d2")]
    # The same groups under other names: not one id is shared, and nothing else differs.
    other = [with_entities(small_record(name), ["x"], [], ["y"], ["y"]) for name in ("d1", "d2")]
    found = run(one, other)
    assert found.coefficient("entity.given_attributions").value == 0
    for name in ("b_cubed", "ceaf_e", "lea", "lea_without_singletons"):
        assert found.coefficient(f"entities.{name}").value == 1
    # Who names one source of two shares one entity of three.
    half = [with_entities(one[0], ["e1"], [], [], ["e3"])]
    found = run(one[:1], half)
    assert found.coefficient("entity.given_attributions").value == pytest.approx(2 / 5)


def test_sources_without_entities_have_nothing_to_agree_on() -> None:
    bare = [with_entities(small_record(), [], [], [], [])]
    found = run(bare, bare)
    assert found.coefficient("entity.given_attributions").value is None
    assert found.coefficient("entities.lea").reason == "No source was given an entity."


def test_a_feature_that_is_on_is_a_coefficient_of_its_own() -> None:
    scheme = SCHEME.with_features(["claim_type", "form"])

    def answer(name: str, *types: str | None) -> Record:
        record = small_record(name)
        claims = tuple(
            change(claim, features={"claim_type": each})  # type: ignore[arg-type]
            for claim, each in zip(record.claims, types, strict=True)
        )
        return change(record, claims=claims)

    first = [answer("d1", "event", "quantity"), answer("d2", "event", "state")]
    second = [answer("d1", "event", "quantity"), answer("d2", "norm", None)]
    layers = {"annotator:a01": first, "annotator:a02": second}
    found = compute_agreement(layers, scheme)
    types = found.coefficient("feature.claim_type.alpha")
    # Three units of two values: two are the same; chance would differ in 22 of 30 pairs.
    assert types.support == 3
    assert types.observed == pytest.approx(2 / 3)
    assert types.value == pytest.approx(1 - (1 / 3) / (22 / 30))
    assert {each.label for each in found.labels if each.coefficient == "feature.claim_type"} > {
        "event",
        "norm",
    }
    assert found.coefficient("feature.form.alpha").value is None
    assert "feature.claim_type.alpha" not in values_of(run(first, second))


def test_figures_and_dates_agree_where_they_are_written_the_same() -> None:
    scheme = load_scheme("claims-sources-stances", "1.1").with_features(["figure", "date"])

    def answer(*figures: str | None) -> Record:
        record = small_record("d1")
        claims = tuple(
            change(claim, features={"figure": each, "date": None})  # type: ignore[arg-type]
            for claim, each in zip(record.claims, figures, strict=True)
        )
        return change(record, claims=claims)

    layers = {
        "annotator:a01": [answer("~300 metre", "7")],
        "annotator:a02": [answer("~300 metre", None)],
    }
    found = compute_agreement(layers, scheme)
    # One value that both gave, and one that the other left unset.
    assert found.coefficient("feature.figure.f1").value == pytest.approx(2 / 3)
    assert found.coefficient("feature.date.f1").value is None


def say(relation: Relation, start: str, end: str) -> Link:
    """Return what somebody says of the first claims of two documents."""
    return make_link(relation, ClaimRef(start, "c1"), ClaimRef(end, "c1"))


def unlinked(name: str, *clusters: str | None) -> Record:
    """Return a record whose claims are in these clusters; in none by default."""
    record = small_record(name)
    named = (*clusters, *[None] * (len(record.claims) - len(clusters)))
    claims = tuple(
        change(claim, cluster=cluster)  # type: ignore[arg-type]
        for claim, cluster in zip(record.claims, named, strict=True)
    )
    return change(record, claims=claims)


def relate(
    first: Sequence[Record], second: Sequence[Record], *links: Sequence[Link], **options: Any
) -> Agreement:
    said = {f"annotator:a{number:02d}": each for number, each in enumerate(links, 1)}
    return run(first, second, links=said, **options)


NAMES = ("d1", "d2", "d3", "d4")


def test_relations_that_both_judged_and_all_of_them() -> None:
    texts = [unlinked(name) for name in NAMES]
    ones = [say("same", "d1", "d2"), say("updates", "d2", "d3"), say("contradicts", "d1", "d4")]
    others = [say("same", "d1", "d2"), say("updates", "d3", "d2"), say("none", "d3", "d4")]
    found = relate(texts, texts, ones, others)
    # Both judged two pairs: one alike, one in the other direction. Of two values of one kind and
    # two of others, ten of twelve pairs differ by chance.
    both = found.coefficient("relation.alpha")
    assert (both.support, both.observed) == (2, 0.5)
    assert both.value == pytest.approx(1 - 0.5 / (10 / 12))
    # One of three relations against one of two; to have found none is no relation.
    for name in ("relation.given_claims", "relation.end_to_end"):
        assert found.coefficient(name).value == pytest.approx(2 / 5)
    with_none = found.coefficient("relation.alpha_with_none")
    assert with_none.support == 4
    assert with_none.observed == pytest.approx(0.5)
    assert found.documents[0].values.keys().isdisjoint({"relation.alpha"})
    assert {each.label for each in found.labels if each.coefficient == "relation"} >= {
        "updates",
        "updates reversed",
    }


def test_what_follows_from_a_cluster_is_said_as_well() -> None:
    texts = [unlinked(name, "k1") for name in NAMES[:3]]
    ones = [say("same", "d1", "d2"), say("same", "d2", "d3")]
    others = [say("same", "d1", "d3"), say("same", "d2", "d3")]
    found = relate(texts, texts, ones, others)
    assert found.coefficient("relation.end_to_end").value == 1
    assert found.coefficient("relation.alpha").observed == 1
    assert found.coefficient("relation.alpha").reason
    # A link that says otherwise counts before the cluster.
    apart = [say("contradicts", "d1", "d3"), say("same", "d2", "d3")]
    differing = relate(texts, texts, ones, apart).coefficient("relation.alpha")
    assert differing.observed == pytest.approx(2 / 3)


def test_a_pair_whose_claim_the_other_has_not_is_missed_only_end_to_end() -> None:
    texts = [unlinked(name) for name in NAMES[:2]]
    fewer = [texts[0], change(texts[1], claims=texts[1].claims[1:], attributions=())]
    found = relate(texts, fewer, [say("same", "d1", "d2")], [])
    assert found.coefficient("relation.given_claims").value is None
    assert found.coefficient("relation.end_to_end").value == 0
    # Where the other has not looked at the sentence, nothing is missed.
    open_ = [texts[0], decide(texts[1], "open", "done")]
    found = relate(texts, open_, [say("same", "d1", "d2")], [])
    assert found.coefficient("relation.end_to_end").value is None


@FEW
@given(
    st.lists(
        st.tuples(st.sampled_from(RELATIONS), st.integers(0, 3), st.integers(0, 3)), max_size=6
    ).map(lambda said: {frozenset(ends): (relation, *ends) for relation, *ends in said}),
    st.randoms(),
)
def test_neither_ids_nor_order_matter_to_relations(
    said: dict[frozenset[int], tuple[Relation, int, int]], chance: Any
) -> None:
    texts = [unlinked(name) for name in NAMES]
    links = [say(relation, NAMES[a], NAMES[b]) for relation, a, b in said.values() if a != b]
    others = [each for each in links if chance.random() < 0.7]
    plain = relate(texts, texts, links, others)
    chance.shuffle(links)
    renamed = [
        make_link(
            each.relation,
            ClaimRef(each.start.document, "z1c_"),
            ClaimRef(each.end.document, "z1c_"),
        )
        for each in others
    ]
    turned = relate(texts, [rename(each) for each in reversed(texts)], links, renamed)
    assert values_of(turned) == pytest.approx(values_of(plain))
    swapped = run(
        texts, texts, links={"annotator:a01": others, "annotator:a02": links}
    )  # fmt: skip
    assert values_of(swapped) == pytest.approx(values_of(plain))
    same = relate(texts, texts, links, links)
    assert {each for each in values_of(same).values() if each is not None} == {1.0}


def test_intervals_of_relations_draw_the_documents_of_both_ends() -> None:
    names = [f"d{number}" for number in range(8)]
    texts = [unlinked(name) for name in names]
    ones = [say("same", one, other) for one, other in pairwise(names)]
    found = relate(texts, texts, ones, ones[:4], resamples=200)
    interval = found.coefficient("relation.end_to_end").interval
    assert interval is not None
    value = found.coefficient("relation.end_to_end").value
    assert value == pytest.approx(8 / 11)
    assert interval.low < 8 / 11 < interval.high


def test_gates_pass_and_fail() -> None:
    record = small_record()
    found = run([record], [change(record, claims=record.claims[:1])])
    gates = {each.name: each.gates for each in found.coefficients if each.gates}
    assert gates.keys() == GATES.keys()
    assert gates["source.overlap"][0].passed is True
    assert gates["has_claim.alpha"][0].passed is False
    assert gates["claim.overlap"][0].passed is False  # 2/3
    assert [gate.name for gate in gates["stance.alpha"]] == ["publish", "gold"]
    assert found.passed is False


def test_intervals_need_documents_and_hold_the_value(vary: Any) -> None:
    def answer(seed: int, count: int) -> list[Record]:
        return [
            vary(small_record(f"d{number:02d}"), seed * 100 + number) for number in range(count)
        ]

    few = run(answer(1, 5), answer(2, 5))
    assert {each.interval for each in few.coefficients} == {None}
    assert few.resampling.resamples == 0
    found = run(answer(1, 12), answer(2, 12), seed=4, resamples=200)
    assert found.resampling.indicative
    for each in found.coefficients:
        if each.value is not None:
            assert each.interval is not None
            assert each.interval.low - 1e-9 <= each.value <= each.interval.high + 1e-9, each.name
    assert found == run(answer(1, 12), answer(2, 12), seed=4, resamples=200)
    other = run(answer(1, 12), answer(2, 12), seed=5, resamples=200)
    intervals = [[each.interval for each in report.coefficients] for report in (found, other)]
    assert intervals[0] != intervals[1]


def test_the_worst_sentences_come_first_and_are_cut(vary: Any) -> None:
    first = [small_record(f"d{number}") for number in range(4)]
    second = [vary(record, number) for number, record in enumerate(first)]
    found = run(first, [decide_all(each) for each in second])
    scores = [each.score for each in found.worst]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 2
    assert len(run(first, [decide_all(each) for each in second], worst=2).worst) == 2
    for each in found.worst:
        assert sum(each.differences.values()) == each.score


def test_layers_count_what_they_have_and_pairs_what_they_share() -> None:
    record = small_record()
    half = change(record, decisions=(Decision("s1", "done"), Decision("s2", "skipped")))
    found = run([record, small_record("alone")], [half])
    first, second = found.layers
    assert (first.documents, first.sentences, first.claims, first.attributions) == (1, 2, 2, 4)
    assert (second.documents, second.sentences, second.claims, second.attributions) == (1, 1, 1, 4)
    assert (found.pairs[0].documents, found.pairs[0].sentences) == (1, 1)
    assert first.values == second.values == found.pairs[0].values


def test_an_attribution_whose_claim_nobody_looked_at_is_no_disagreement() -> None:
    record = small_record()
    away = tuple(
        msgspec.structs.replace(each, targets=("c2",)) if each.id == "a3" else each
        for each in record.attributions
    )
    half = change(
        record, attributions=away,
        decisions=(Decision("s1", "done"), Decision("s2", "open")),
    )  # fmt: skip
    assert set(iter_values(run([half], [half]))) == {1.0}


# ---------------------------------------------------------------- what is refused


def test_one_layer_is_no_agreement() -> None:
    with pytest.raises(UsageError, match="two layers"):
        run([small_record()])


def test_two_records_of_a_document_are_refused() -> None:
    with pytest.raises(UsageError, match="one record"):
        run([small_record(), small_record()], [small_record()])


def test_another_text_or_other_sentences_are_refused() -> None:
    record = small_record()
    text = record.document.text + "."
    other = change(record, document=msgspec.structs.replace(record.document, text=text))
    with pytest.raises(InputError, match="same text"):
        run([record], [other])
    whole = Sentence("s1", 0, record.sentences[1].end)
    joined = change(
        record, sentences=(whole, msgspec.structs.replace(record.sentences[1], id="s2"))
    )
    with pytest.raises(InputError, match="same sentences"):
        run([record], [joined])


def test_an_attribution_that_names_another_sentence_is_refused() -> None:
    record = small_record()
    first, *rest = record.attributions
    wrong = change(
        record,
        attributions=(msgspec.structs.replace(first, sentence="s2"), *rest),
        decisions=(Decision("s1", "done"), Decision("s2", "open")),
    )
    with pytest.raises(RecordError, match="name the sentence"):
        run([wrong], [record])


def test_real_articles_agree_with_themselves_and_less_with_another(shared: Path, vary: Any) -> None:
    gold = list(iter_records(shared / "reference" / "gold-001-003.jsonl"))
    perfect = run(gold, list(reversed(gold)))
    assert set(iter_values(perfect)) == {1.0}
    worse = run(gold, [vary(record, 3) for record in gold])
    stance, claim = worse.coefficient("stance.alpha").value, worse.coefficient("claim.strict").value
    assert stance is not None
    assert claim is not None
    assert stance < 1
    assert 0 < claim < 1
    assert worse.worst


def test_a_claim_without_spans_is_met_by_another_one_there() -> None:
    record = small_record()
    bare = Claim("c9", "s2", (), "attributed", proposition="the bridge is long")
    holder = msgspec.structs.replace(
        record.attributions[1], id="a9", sentence="s2", targets=("c9",), cue=None,
        source=Source((), "implicit"),
    )  # fmt: skip
    both = change(
        record, claims=(*record.claims, bare), attributions=(*record.attributions, holder)
    )
    assert run([both], [rename(both)]).coefficient("link.end_to_end").value == 1
    found = run([both], [record])
    assert found.coefficient("claim.strict").value == pytest.approx(4 / 5)
