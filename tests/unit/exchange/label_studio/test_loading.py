"""What people do in Label Studio's editor, and what nobody should have done, read back."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record_strategies import small_record
from tests.unit.exchange.label_studio.conftest import (
    Item,
    choice,
    load_back,
    put_back,
    region,
    relation,
    said,
)
from workbench.exchange.label_studio import dump_result
from workbench.model import Attribution, Claim, Decision
from workbench.scheme import check_record, load_scheme

SCHEME = load_scheme()
SMALL = small_record()
TEXT = SMALL.document.text
EMPTY = msgspec.structs.replace(
    SMALL,
    claims=(),
    attributions=(),
    decisions=tuple(Decision(each.id) for each in SMALL.sentences),
)

CLAIM = region("clm_1aBcD2", "CLAIM", TEXT, "إن الجسر الجديد أُغلق")
SOURCE = region("src-1aBcD2", "SOURCE", TEXT, "البلدية")
CUE = region("cue_1aBcD2", "CUE", TEXT, "نفت")
MADE = [
    CLAIM, SOURCE, CUE,
    choice(CUE, "stance", "deny"),
    relation(CUE, SOURCE),
    relation(CUE, CLAIM),
]  # fmt: skip


def find(result: list[Any], record: Any = EMPTY) -> tuple[list[Claim], list[Attribution]]:
    loaded = load_back(result, record)
    answers = loaded.annotations.values()
    return (
        [each for answer in answers for each in answer.claims],
        [each for answer in answers for each in answer.attributions],
    )


def kinds(result: list[Any], record: Any = EMPTY) -> dict[str, str | None]:
    return {each.kind: each.region for each in load_back(result, record).findings}


def of(result: list[Any], name: str, control: str = "role") -> Item:
    (found,) = (
        each for each in result if each.get("id") == name and each.get("from_name") == control
    )
    return dict(found)


def without(result: list[Any], *names: str) -> list[Any]:
    gone = set(names)
    return [
        each
        for each in deepcopy(result)
        if not {each.get("id"), each.get("from_id"), each.get("to_id")} & gone
    ]


def test_what_a_person_makes_is_a_full_attribution() -> None:
    (claim,), (attribution,) = find(MADE)
    assert claim.id == "ls:clm_1aBcD2"
    assert claim.voice == "attributed"
    assert attribution.id == "ls:cue_1aBcD2"
    assert attribution.source.realization == "explicit"
    assert attribution.source.spans[0].text == "البلدية"
    assert (attribution.stance, attribution.certainty) == ("deny", "certain")
    assert (attribution.targets, attribution.origin) == ((claim.id,), "human")
    whole = put_back(load_back([*MADE, ARTICLE_DONE], EMPTY), EMPTY)
    assert not [each for each in check_record(whole, SCHEME) if not each.is_warning]


ARTICLE_DONE = {
    "id": "xyz", "from_name": "article", "to_name": "text", "type": "choices",
    "value": {"choices": ["done"]},
}  # fmt: skip


def test_loading_twice_gives_the_same_ids_and_dumping_keeps_the_regions() -> None:
    assert load_back(MADE, EMPTY).annotations == load_back(deepcopy(MADE), EMPTY).annotations
    record = put_back(load_back(MADE, EMPTY), EMPTY)
    assert dump_result(record, SCHEME, MADE) == MADE
    (claim,), (attribution,) = find(MADE)
    denied = msgspec.structs.replace(attribution, stance="doubt", certainty="possible")
    changed = msgspec.structs.replace(record, attributions=(denied,))
    pushed = dump_result(changed, SCHEME, MADE)
    assert of(pushed, "cue_1aBcD2", "stance")["value"]["choices"] == ["doubt"]
    assert {CLAIM["id"], SOURCE["id"], CUE["id"]} <= {each.get("id") for each in pushed}
    (again,), (back,) = find(pushed)
    assert (again, back) == (claim, denied)


@pytest.mark.parametrize("direction", ["right", "left", "bi"])
def test_the_ends_of_a_relation_say_what_it_means_in_any_direction(direction: str) -> None:
    result = [
        *MADE[:4],
        relation(SOURCE, CUE, direction=direction),
        relation(CLAIM, CUE, direction=direction),
    ]
    assert find(result) == find(MADE)


def test_a_chain_from_cue_to_source_to_claim_is_one_attribution() -> None:
    assert find([*MADE[:4], relation(CUE, SOURCE), relation(SOURCE, CLAIM)]) == find(MADE)


def test_a_source_tied_to_a_claim_is_an_attribution_without_a_cue() -> None:
    _, (attribution,) = find([CLAIM, SOURCE, relation(SOURCE, CLAIM)])
    assert (attribution.cue, attribution.stance) == (None, None)
    assert kinds([CLAIM, SOURCE, relation(SOURCE, CLAIM)])["unfinished"] == attribution.id
    hub = region("hub_1aBcD2", "ATTRIBUTION", TEXT, "البلدية")
    ties = [choice(hub, "stance", "deny"), relation(hub, SOURCE), relation(hub, CLAIM)]
    _, (full,) = find([CLAIM, SOURCE, hub, *ties])
    assert (full.cue, full.stance, full.source.spans[0].text) == (None, "deny", "البلدية")


def test_an_understood_source_and_an_understood_claim_need_no_words_of_their_own() -> None:
    hub = region("hub_1aBcD2", "ATTRIBUTION", TEXT, "ويمتد")
    claim = region("clm_2aBcD2", "UNDERSTOOD", TEXT, "متر")
    (found,), (attribution,) = find(
        [
            hub, choice(hub, "realization", "implicit"), choice(hub, "stance", "affirm"),
            claim, said(claim, "proposition", "الجسر مفتوح"), relation(hub, claim),
        ]
    )  # fmt: skip
    assert (found.spans, found.proposition, found.sentence) == ((), "الجسر مفتوح", "s2")
    assert attribution.source.realization == "implicit"
    assert (attribution.sentence, attribution.targets) == ("s2", (found.id,))


def test_an_outer_attribution_relays_unless_somebody_says_otherwise() -> None:
    outer = region("out_1aBcD2", "CUE", TEXT, "نقلت")
    _, found = find([*MADE, outer, relation(outer, CUE)])
    relay = next(each for each in found if each.id == "ls:out_1aBcD2")
    assert (relay.stance, relay.targets) == ("report", ("ls:cue_1aBcD2",))


def test_fragments_are_tied_as_parts() -> None:
    rest = region("cue_2aBcD2", "CUE", TEXT, "التعليق")
    _, (attribution,) = find([*MADE, rest, relation(CUE, rest, "part")])
    assert [span.text for span in attribution.cue or ()] == ["نفت", "التعليق"]
    _, two = find([*MADE, rest, relation(CUE, rest)])
    assert len(two) == 2


def test_a_person_says_that_the_whole_article_was_looked_at() -> None:
    mark = region("sen_1aBcD2", "Sentence", TEXT, "متر")
    loaded = load_back([mark, choice(mark, "status", "skipped"), ARTICLE_DONE], EMPTY)
    assert [each.status for each in loaded.annotations.values()] == ["done", "skipped"]
    loaded = load_back([mark, choice(mark, "status", "skipped")], EMPTY)
    assert [each.status for each in loaded.annotations.values()] == ["open", "skipped"]


def test_visible_parts_win_over_what_the_workbench_wrote_down() -> None:
    result = dump_result(SMALL, SCHEME)
    of(result, "a3-cue-0", "stance")["value"]["choices"] = ["decline"]
    value = of(result, "a3-source-0")["value"]
    value |= {"start": value["start"], "end": value["start"] + 3, "text": value["text"][:3]}
    _, found = find(result, SMALL)
    third = next(each for each in found if each.id == "a3")
    assert (third.stance, third.certainty) == ("decline", None)
    assert third.source.spans[0].text == "الب"
    assert third.source.entities == SMALL.attributions[2].source.entities
    assert kinds(result, SMALL)["adjusted"] == "a3-cue-0"


def test_a_retargeted_relation_is_taken_over() -> None:
    result = [
        each
        for each in dump_result(SMALL, SCHEME)
        if (each.get("from_id"), each.get("to_id")) != ("a4-cue-0", "c1-claim-0")
    ]
    _, found = find([*result, relation("a4-cue-0", "c2-claim-0")], SMALL)
    assert next(each for each in found if each.id == "a4").targets == ("c2",)


def test_a_cue_drawn_anew_is_the_same_attribution() -> None:
    result = without(dump_result(SMALL, SCHEME), "a1-cue-0")
    cue = region("new_1aBcD2", "CUE", TEXT, "ونقلت")
    ties = [relation(cue, "a1-source-0"), relation(cue, "a2-cue-0")]
    _, found = find([*result, cue, choice(cue, "stance", "report"), *ties], SMALL)
    first = next(each for each in found if each.id == "a1")
    assert first.source == SMALL.attributions[0].source  # with the entity that nobody sees there
    assert [span.text for span in first.cue or ()] == ["ونقلت"]


def test_a_claim_marked_anew_is_the_same_claim() -> None:
    result = without(dump_result(SMALL, SCHEME), "c1-claim-0")
    claim = region("new_1aBcD2", "CLAIM", TEXT, "الجسر الجديد أُغلق")
    ties = [relation(hub, claim) for hub in ("a2-cue-0", "a3-cue-0")]
    claims, found = find([*result, claim, *ties], SMALL)
    first = next(each for each in claims if each.id == "c1")
    assert first.cluster == SMALL.claims[0].cluster  # which nobody sees there
    assert [span.text for span in first.spans] == ["الجسر الجديد أُغلق"]
    assert [each.targets for each in found] == [("a2",), ("c1",), ("c1",), ()]
    two = region("new_2aBcD2", "CLAIM", TEXT, "أُغلق")
    claims, _ = find([*result, claim, two, *ties, relation("a2-cue-0", two)], SMALL)
    assert "c1" in {each.id for each in claims}  # as the other hub says


def test_a_deleted_region_takes_its_item_along() -> None:
    claims, found = find(without(dump_result(SMALL, SCHEME), "a4-cue-0", "a4-cue-1"), SMALL)
    assert [each.id for each in found] == ["a1", "a2", "a3"]
    assert len(claims) == 2
    _, found = find(without(dump_result(SMALL, SCHEME), "c1-claim-0"), SMALL)
    assert [each.targets for each in found] == [("a2",), (), (), ()]


def test_a_region_that_got_another_label_is_another_thing() -> None:
    result = dump_result(SMALL, SCHEME)
    of(result, "a3-anchor-0")["value"]["labels"] = ["CUE"]
    _, found = find(result, SMALL)
    assert len(found) == 5
    third = next(each for each in found if each.id == "a3")
    assert third.anchor == ()


def test_spans_are_put_on_whole_words_and_said_so() -> None:
    start = TEXT.index("مهندس")
    wide = {**CLAIM, "value": {**CLAIM["value"], "start": start - 1, "end": start + 6}}
    wide["value"]["text"] = TEXT[start - 1 : start + 6]
    (claim,), _ = find([wide])
    assert claim.spans[0].text == "مهندس"
    assert kinds([wide])["moved"] == CLAIM["id"]


def test_what_cannot_be_is_quarantined_and_what_is_unknown_is_kept() -> None:
    far = {**CLAIM, "id": "far", "value": {"start": 5, "end": 9999, "labels": ["CLAIM"]}}
    odd = {**CLAIM, "id": "odd", "value": {**CLAIM["value"], "labels": ["Person"]}}
    topic = choice(CUE, "topic", "sea")
    grade = {"id": "t", "from_name": "grade", "to_name": "text", "type": "rating",
             "value": {"rating": 3}}  # fmt: skip
    lone = region("lone", "SOURCE", TEXT, "المقاول")
    result = [*MADE, far, odd, topic, grade, lone, relation(CUE, far), relation(CUE, "gone"), "x"]
    loaded = load_back(result, EMPTY)
    assert find(result) == find(MADE)
    assert far in loaded.quarantined
    assert {"quarantined", "unknown", "untied"} <= {each.kind for each in loaded.findings}
    for kept in (odd, topic, grade, lone, "x"):
        assert kept in loaded.raw
    record = put_back(loaded, EMPTY)
    flagged = msgspec.structs.replace(record.decisions[0], flagged=True)
    changed = msgspec.structs.replace(record, decisions=(flagged, *record.decisions[1:]))
    pushed = dump_result(changed, SCHEME, result)
    assert all(kept in pushed for kept in (odd, topic, grade, lone, "x"))
    assert far not in pushed
    assert {each["to_id"] for each in pushed if isinstance(each, dict) and "to_id" in each} == {
        CLAIM["id"], SOURCE["id"],
    }  # fmt: skip


def test_people_s_notes_on_regions_and_scores_stay() -> None:
    result = dump_result(SMALL, SCHEME)
    result[1]["meta"]["text"] = ["حقا؟"]
    result[1]["score"] = 0.5
    flagged = msgspec.structs.replace(SMALL.decisions[0], flagged=True)
    record = msgspec.structs.replace(SMALL, decisions=(flagged, SMALL.decisions[1]))
    pushed = dump_result(record, SCHEME, result)
    assert of(pushed, result[1]["id"])["meta"]["text"] == ["حقا؟"]
    assert of(pushed, result[1]["id"])["score"] == 0.5


def test_words_that_do_not_fit_want_a_review_and_keep_their_offsets() -> None:
    wrong = {**CLAIM, "value": {**CLAIM["value"], "text": "XXX"}}
    assert find([wrong]) == find([CLAIM])
    assert kinds([wrong])["needs_review"] == CLAIM["id"]


def test_a_circle_is_cut_and_said_so() -> None:
    other = region("cue_2aBcD2", "CUE", TEXT, "رفض")
    result = [*MADE, other, relation(CUE, other), relation(other, CUE)]
    _, found = find(result)
    assert sum(len(each.targets) for each in found) == 2
    assert "ambiguous" in kinds(result)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 99) | st.text(max_size=3) | st.floats(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=5,
)


@given(st.data())
def test_no_result_is_too_odd_to_read(data: st.DataObject) -> None:
    result: list[Any] = deepcopy(dump_result(SMALL, SCHEME))
    for _ in range(data.draw(st.integers(1, 6))):
        each = result[data.draw(st.integers(0, len(result) - 1))]
        key = data.draw(st.sampled_from(sorted(each)))
        if key == "value" and data.draw(st.booleans()):
            inner = data.draw(st.sampled_from(("start", "end", "labels", "choices", "text")))
            each["value"] = {**dict(each["value"] or {}), inner: data.draw(JSON)}
        elif key == "meta":
            keys = ("item", "label", "part", "rel", "features", "entities", "stance", "origin")
            each["meta"] = {"wb": {name: data.draw(JSON) for name in keys}}
        else:
            each[key] = data.draw(JSON)
        if not isinstance(each.get("value", {}), dict):
            result.remove(each)
    loaded = load_back(result, SMALL)
    assert list(loaded.annotations) == ["s1", "s2"]
    record = put_back(loaded, SMALL)
    for pushed in (dump_result(record, SCHEME, result), dump_result(record, SCHEME)):
        assert put_back(load_back(pushed, record), SMALL) == record
