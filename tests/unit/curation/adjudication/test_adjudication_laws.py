"""Laws of adjudication: what answers lead to, whoever gave them and in whatever order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.curation.adjudication import (
    ANNOTATOR,
    Answers,
    Difference,
    Item,
    Merge,
    Ruling,
    Rulings,
    Units,
    align_answers,
    build_cases,
    merge_answers,
    place_rulings,
)
from workbench.exchange import assemble_record
from workbench.model import (
    Annotation,
    Attribution,
    Claim,
    Document,
    Provenance,
    Realization,
    Segment,
    Sentence,
    Source,
    Span,
    Voice,
    compute_text_sha256,
    derive_voices,
    find_cycle,
    find_start,
)
from workbench.scheme import check_record, load_scheme

TEXT = "aa bb cc dd ee ff gg hh. ii jj kk ll mm nn oo pp."
SENTENCES = (Sentence("s1", 0, 24), Sentence("s2", 25, 49))
WORDS = [(0, 2), (3, 5), (6, 8), (9, 11), (12, 14), (15, 17), (18, 20), (21, 23)]
SCHEME = load_scheme("claims-sources-stances")
PEOPLE = ("a01", "a02", "a03")


def make_span(first: int, last: int, offset: int) -> Span:
    start, end = WORDS[first][0] + offset, WORDS[last][1] + offset
    return Span(start, end, TEXT[start:end])


@st.composite
def spans(draw: st.DrawFn, offset: int) -> tuple[Span, ...]:
    first = draw(st.integers(0, 7))
    return (make_span(first, draw(st.integers(first, min(7, first + 2))), offset),)


@st.composite
def sources(draw: st.DrawFn, offset: int) -> Source:
    kinds: list[Realization] = ["explicit", "pro_drop", "implicit"]
    kind = draw(st.sampled_from(kinds))
    return Source(draw(spans(offset)) if kind == "explicit" else (), kind)


STANCES = [("affirm", "certain"), ("affirm", "possible"), ("deny", "certain"), ("decline", None)]


@st.composite
def answers_of(draw: st.DrawFn, person: str, number: int) -> Annotation:
    """One person's answer for one sentence: claims, those who hold them, and some who relay."""
    offset = SENTENCES[number].start
    sentence = SENTENCES[number].id
    claims: dict[Any, Claim] = {}
    held: list[Attribution] = []
    for index in range(draw(st.integers(0, 2))):
        words = draw(spans(offset))
        is_author = draw(st.booleans())
        name = f"{person}.{sentence}.c{index}"
        voice: Voice = "author" if is_author else "attributed"
        claims.setdefault(words, Claim(name, sentence, words, voice))
        if not is_author and claims[words].id == name:
            held += draw(attributions(name, f"{person}.{sentence}.{index}", number))
    return Annotation(sentence, tuple(claims.values()), tuple(held), "done")


@st.composite
def attributions(draw: st.DrawFn, target: str, name: str, number: int) -> list[Attribution]:
    offset, found = SENTENCES[number].start, []
    for depth in range(draw(st.integers(1, 2))):
        cue = draw(st.none() | spans(offset))
        source = draw(sources(offset))
        stance, certainty = draw(st.sampled_from(STANCES))
        made = Attribution(
            f"{name}.a{depth}",
            SENTENCES[number].id,
            source,
            cue,
            (target,),
            (),
            stance,
            certainty,
        )
        found.append(made)
        target = made.id
    return found


@st.composite
def answers(draw: st.DrawFn, people: tuple[str, ...] = PEOPLE) -> dict[str, dict[str, Annotation]]:
    return {
        person: {
            SENTENCES[number].id: draw(answers_of(person, number))
            for number in range(2)
            if draw(st.integers(0, 4))
        }
        for person in people
    }


def merge(units: Units, by_id: Mapping[str, Ruling], golds: Mapping[str, Item]) -> Merge:
    rulings = place_rulings(units, by_id)
    return merge_answers(units, rulings, golds, sentences=["s1", "s2"], taken={"s1", "s2"})


def apply(golds: Mapping[str, Item], made: Merge) -> dict[str, Item]:
    kept = {each: item for each, item in golds.items() if each not in made.gone}
    return {**kept, **{item.id: item for item in made.items}}


def list_open(units: Units, rulings: Rulings, made: Merge) -> list[Difference]:
    cases = build_cases(units, rulings, made.settled)
    return [each for case in cases.values() for each in case.open]


def rule(found: Difference, person: str) -> Ruling:
    return Ruling(
        found.unit.kind,
        found.field.name,
        found.unit.refs,
        choice=f"{ANNOTATOR}{person}",
        people=(person,),
        value=found.field.said[person],
        seen=found.field.seen,
    )


def settle(
    said: Answers, person: str | None = None, picks: st.DataObject | None = None
) -> tuple[dict[str, Item], dict[str, Ruling]]:
    """Settle all differences, as `person` has it where they have an opinion."""
    units = align_answers(said)
    by_id: dict[str, Ruling] = {}
    golds: dict[str, Item] = {}
    for _ in range(60):
        made = merge(units, by_id, golds)
        golds = apply(golds, made)
        waiting = list_open(units, place_rulings(units, by_id), made)
        if not waiting:
            return golds, by_id
        found = waiting[0]
        voters = sorted(found.field.said)
        chosen = person if person in voters else voters[0]
        if picks is not None:
            chosen = picks.draw(st.sampled_from(voters))
        by_id[found.id] = rule(found, str(chosen))
    raise AssertionError("there is always something left to settle")


def contents(items: Mapping[str, Item]) -> set[Any]:
    """What items say, ids left out: each with the words of the claims that its chain ends in."""
    attributions_ = {each.id: each for each in items.values() if isinstance(each, Attribution)}
    claims = [each for each in items.values() if isinstance(each, Claim)]
    voiced = derive_voices(claims, attributions_.values())
    said: set[Any] = {("claim", each.spans, each.voice, each.proposition) for each in voiced}

    def describe(item_id: str) -> Any:
        item = items[item_id]
        if isinstance(item, Claim):
            return item.spans
        below = frozenset(describe(each) for each in item.targets)
        return (item.source, item.cue, item.anchor, item.stance, item.certainty, below)

    return said | {describe(each) for each in attributions_}


def of(answer: Mapping[str, Annotation]) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for annotation in answer.values():
        found.update({each.id: each for each in annotation.claims})
        found.update({each.id: each for each in annotation.attributions})
    return found


@given(answers())
def test_the_order_of_the_annotators_does_not_matter(said: dict[str, Any]) -> None:
    turned = dict(reversed(said.items()))
    one, other = align_answers(said), align_answers(turned)
    assert [unit.refs for unit in one.all] == [unit.refs for unit in other.all]
    assert merge(one, {}, {}) == merge(other, {}, {})


@given(answers(("a01",)))
def test_gold_of_one_annotator_is_their_answer(said: dict[str, Any]) -> None:
    golds, rulings = settle(said)
    assert rulings == {}
    assert contents(golds) == contents(of(said["a01"]))
    assert set(golds) == set(of(said["a01"]))


@given(answers(("a01",)))
def test_gold_of_identical_answers_is_the_answer(said: dict[str, Any]) -> None:
    renamed = {
        sentence: msgspec.json.decode(
            msgspec.json.encode(each).replace(b"a01.", b"a02."), type=Annotation
        )
        for sentence, each in said["a01"].items()
    }
    golds, rulings = settle({"a02": renamed, **said})
    assert rulings == {}
    assert contents(golds) == contents(of(said["a01"]))


@settings(max_examples=200)
@given(answers())
def test_choosing_all_of_somebodys_versions_gives_their_answer(said: dict[str, Any]) -> None:
    for person in PEOPLE:
        golds, _ = settle({**said}, person)
        answered = {s: said[person].get(s) for s in ("s1", "s2")}
        mine = of({s: each for s, each in answered.items() if each is not None})
        here = {each: item for each, item in golds.items() if answered[item.sentence] is not None}
        assert contents(here) == contents(mine)


@given(answers(), st.data())
def test_gold_is_valid_once_all_is_settled(said: dict[str, Any], picks: st.DataObject) -> None:
    golds, _ = settle(said, picks=picks)
    attributions_ = {each.id: each for each in golds.values() if isinstance(each, Attribution)}
    if find_cycle(attributions_):
        return  # the session refuses the choice that closes a circle
    assert check_gold(golds) == []


def check_gold(golds: Mapping[str, Item]) -> list[str]:
    """Return what is wrong with a record of these items."""
    home = {item.id: find_home(item) for item in golds.values()}
    annotations_ = {
        each.id: Annotation(
            each.id,
            tuple(i for i in golds.values() if isinstance(i, Claim) and home[i.id] == each.id),
            tuple(
                i for i in golds.values() if isinstance(i, Attribution) and home[i.id] == each.id
            ),
            "done",
        )
        for each in SENTENCES
    }
    document = Document("d", "en", None, None, None, None, {}, TEXT, compute_text_sha256(TEXT))
    provenance = Provenance("gold", PEOPLE, "a09", None, SCHEME.name, SCHEME.version)
    made = assemble_record(
        document, [Segment(0, len(TEXT), "body")], SENTENCES, annotations_, provenance
    )
    assert made.left_out == ()
    return [str(each) for each in check_record(made.record) if not each.is_warning]


def find_home(item: Item) -> str:
    start = find_start(item)
    return item.sentence if start is None else "s1" if start < SENTENCES[1].start else "s2"


@given(answers(), answers(("a00", "a04")), st.data())
def test_another_merge_keeps_rulings(
    said: dict[str, Any], more: dict[str, Any], picks: st.DataObject
) -> None:
    golds, by_id = settle(said, picks=picks)
    seeds = [each.refs for each in reversed(by_id.values())]
    units = align_answers({**said, **more}, seeds)
    rulings = place_rulings(units, by_id)
    made = merge(units, by_id, golds)
    for name, ruling in by_id.items():
        found = [key for key, placed in rulings.placed.items() if placed == name]
        assert len(found) == 1
        settled = made.settled[found[0][0]].find(ruling.field)
        if settled is not None and ruling.field != "targets":
            assert (settled.state, settled.value) == ("ruled", ruling.value)
    again = merge(units, by_id, apply(golds, made))
    assert (again.items, again.gone) == ([], [])


@given(answers())
def test_a_second_merge_changes_nothing(said: dict[str, Any]) -> None:
    units = align_answers(said)
    golds = apply({}, merge(units, {}, {}))
    again = merge(units, {}, golds)
    assert (again.items, again.gone) == ([], [])
