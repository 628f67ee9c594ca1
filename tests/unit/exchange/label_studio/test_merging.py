"""Three-way merges: both sides' work is kept, and what both changed is a conflict."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record_strategies import records, small_record
from tests.unit.exchange.label_studio.conftest import (
    choice,
    load_back,
    region,
    relation,
    save_in_editor,
)
from workbench.exchange.label_studio import (
    FieldConflict,
    canonicalize_result,
    dump_result,
    list_problems,
    merge_results,
    replace_fields,
)
from workbench.model import Record
from workbench.scheme import load_scheme

SCHEME = load_scheme()
SMALL = small_record()
TEXT = SMALL.document.text
BASE = dump_result(SMALL, SCHEME)

Edit = Callable[[list[Any]], None]


def edited(*edits: Edit, base: list[Any] = BASE) -> list[Any]:
    result = deepcopy(base)
    for edit in edits:
        edit(result)
    return result


def choose(name: str, control: str, value: str) -> Edit:
    def edit(result: list[Any]) -> None:
        for each in result:
            if each.get("id") == name and each.get("from_name") == control:
                each["value"]["choices"] = [value]

    return edit


def move(name: str, start: int, end: int, text: str = TEXT) -> Edit:
    def edit(result: list[Any]) -> None:
        for each in result:
            if each.get("id") == name:
                each["value"] |= {"start": start, "end": end}
                if isinstance(each["value"].get("text"), str):
                    each["value"]["text"] = text[start:end]

    return edit


def delete(*names: str) -> Edit:
    def edit(result: list[Any]) -> None:
        result[:] = [
            each
            for each in result
            if not {each.get("id"), each.get("from_id"), each.get("to_id")} & set(names)
        ]

    return edit


def add(*entries: Any) -> Edit:
    return lambda result: result.extend(entries)


def cut(start: str, end: str) -> Edit:
    def edit(result: list[Any]) -> None:
        pair = (start, end)
        result[:] = [each for each in result if (each.get("from_id"), each.get("to_id")) != pair]

    return edit


def is_same(one: list[Any], other: list[Any]) -> bool:
    return canonicalize_result(one) == canonicalize_result(other)


def test_changes_of_different_things_are_both_kept() -> None:
    ours = edited(choose("a3-cue-0", "stance", "doubt"), delete("a4-source-0"))
    theirs = edited(
        choose("a3-cue-0", "certainty", "possible"), add(relation("a4-cue-0", "c2-claim-0"))
    )
    merged = merge_results(BASE, ours, save_in_editor(theirs))
    assert merged.conflicts == ()
    both = edited(
        choose("a3-cue-0", "stance", "doubt"),
        choose("a3-cue-0", "certainty", "possible"),
        delete("a4-source-0"),
        add(relation("a4-cue-0", "c2-claim-0")),
    )
    assert is_same(merged.result, both)
    assert list_problems(merged.result, TEXT, SCHEME, theirs) == ()


def test_one_field_changed_twice_is_a_conflict_that_keeps_theirs() -> None:
    ours = edited(choose("a3-cue-0", "stance", "doubt"))
    theirs = edited(choose("a3-cue-0", "stance", "affirm"))
    merged = merge_results(BASE, ours, theirs)
    assert merged.conflicts == (
        FieldConflict("a3-cue-0", "value:stance", "deny", "doubt", "affirm"),
    )
    assert is_same(merged.result, theirs)
    assert is_same(replace_fields(merged.result, merged.conflicts, ours), ours)
    assert is_same(replace_fields(merged.result, merged.conflicts, BASE), BASE)


def test_a_span_moved_twice_is_a_conflict() -> None:
    ours, theirs = edited(move("c2-claim-0", 3, 9)), edited(move("c2-claim-0", 2, 8))
    (conflict,) = merge_results(BASE, ours, theirs).conflicts
    assert conflict.key == "c2-claim-0/span"
    assert conflict.ours == {"start": 3, "end": 9, "labels": ["CLAIM"]}


def test_the_same_change_on_both_sides_is_none() -> None:
    both = edited(choose("a3-cue-0", "stance", "doubt"), delete("a4-source-0"))
    merged = merge_results(BASE, both, save_in_editor(both))
    assert merged.conflicts == ()
    assert is_same(merged.result, both)


def test_what_one_side_deleted_and_the_other_left_is_gone() -> None:
    gone = edited(delete("a3-cue-0", "a3-source-0", "a3-anchor-0"))
    for ours, theirs in ((gone, BASE), (BASE, gone)):
        merged = merge_results(BASE, ours, theirs)
        assert merged.conflicts == ()
        assert is_same(merged.result, gone)


def test_an_item_deleted_here_and_changed_there_stays_whole_and_is_a_conflict() -> None:
    ours = edited(delete("a3-cue-0", "a3-source-0", "a3-anchor-0"))
    theirs = edited(choose("a3-cue-0", "stance", "doubt"))
    merged = merge_results(BASE, ours, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.field, conflict.ours) == ("region", None)
    assert is_same(merged.result, theirs)
    assert is_same(replace_fields(merged.result, merged.conflicts, ours), ours)


def test_an_item_changed_here_and_deleted_there_is_a_conflict_without_it() -> None:
    ours = edited(choose("a3-cue-0", "stance", "doubt"))
    theirs = edited(delete("a3-cue-0", "a3-source-0", "a3-anchor-0"))
    merged = merge_results(BASE, ours, theirs)
    (conflict,) = merged.conflicts
    assert conflict.theirs is None
    assert is_same(merged.result, theirs)
    assert is_same(replace_fields(merged.result, merged.conflicts, ours), ours)


def test_a_relation_to_what_the_other_side_deleted_does_not_come_along() -> None:
    ours = edited(add(relation("a3-cue-0", "c2-claim-0")))
    theirs = edited(delete("c2-claim-0"))
    merged = merge_results(BASE, ours, theirs)
    assert is_same(merged.result, theirs)
    assert list_problems(merged.result, TEXT, SCHEME) == ()


def test_a_new_region_on_each_side_is_kept() -> None:
    mine, yours = region("x", "CLAIM", TEXT, "300 متر"), region("y", "CUE", TEXT, "عن")
    ours = edited(add(mine))
    theirs = edited(add(yours, choice(yours, "stance", "affirm")))
    merged = merge_results(BASE, ours, theirs)
    assert merged.conflicts == ()
    assert {"x", "y"} <= {each.get("id") for each in merged.result}


def test_a_relation_cut_here_and_kept_there_is_cut() -> None:
    ours = edited(cut("a4-cue-0", "c1-claim-0"))
    merged = merge_results(BASE, ours, save_in_editor(BASE))
    assert merged.conflicts == ()
    assert ("a4-cue-0", "c1-claim-0") not in {
        (each.get("from_id"), each.get("to_id")) for each in merged.result
    }


def test_two_relations_of_a_pair_are_one_with_both_labels() -> None:
    twice = [relation("a", "b", "x"), relation("a", "b", "y")]
    assert is_same(twice, [relation("a", "b", "y", "x")])
    assert not is_same(twice, [relation("b", "a", "x", "y")])


def test_what_the_editor_writes_otherwise_is_no_change() -> None:
    saved = save_in_editor(BASE)
    for each in saved:
        each["origin"] = "prediction-changed"
    for each in saved[:3]:
        each.get("value", {}).update(
            {k: float(v) for k, v in each["value"].items() if k == "start"}
        )
    assert is_same(saved, BASE)
    assert not is_same(edited(choose("a3-cue-0", "stance", "doubt")), BASE)
    assert not is_same(edited(move("c2-claim-0", 3, 9)), BASE)


@pytest.mark.parametrize("odd", [None, 3, "x", [1, None, "x", [], {}], [{"id": 3}], {"a": [1]}])
def test_nonsense_is_compared_and_merged_too(odd: Any) -> None:
    assert is_same(odd, deepcopy(odd))
    assert not is_same(odd, BASE)
    assert is_same(merge_results(odd, odd, BASE).result, BASE)
    load_back(odd, SMALL)


def write_note(name: str, note: str) -> Edit:
    def edit(result: list[Any]) -> None:
        for each in result:
            if each.get("id") == name and each["type"] == "labels":
                each["meta"]["text"] = [note]

    return edit


def add_claim(name: str, text: str) -> Edit:
    def edit(result: list[Any]) -> None:
        if all(each.get("id") != name for each in result):
            result.append(region(name, "CLAIM", text, text[0]))

    return edit


def test_a_meta_of_another_form_does_not_stop_a_merge() -> None:
    odd = edited()
    odd[1]["meta"] = {"wb": "x"}
    merged = merge_results(BASE, odd, edited(write_note(BASE[1]["id"], "y")))
    assert {each.get("id") for each in merged.result} >= {BASE[1]["id"]}


@st.composite
def edits(draw: st.DrawFn, base: list[Any], text: str) -> Edit:
    """Return one random edit."""
    name = draw(st.sampled_from(sorted({e["id"] for e in base if e["type"] == "labels"})))
    start = draw(st.integers(0, len(text) - 1))
    ties = [(e["from_id"], e["to_id"]) for e in base if e["type"] == "relation"]
    kinds = [
        delete(name),
        choose(name, "stance", draw(st.sampled_from(("deny", "doubt")))),
        move(name, start, start + 1, text),
        write_note(name, draw(st.sampled_from("xy"))),
        cut(*draw(st.sampled_from(ties or [("", "")]))),
        add_claim(f"new{draw(st.integers(0, 9))}", text),
    ]
    return draw(st.sampled_from(kinds))


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Any], list[Any], list[Any]]:
    """Return a result and two sides' random edits of it."""
    record: Record = draw(records())
    base = dump_result(record, SCHEME)
    some = st.lists(edits(base, record.document.text), max_size=4)
    return base, edited(*draw(some), base=base), edited(*draw(some), base=base)


@given(histories())
def test_laws_of_merging(history: tuple[list[Any], list[Any], list[Any]]) -> None:
    base, ours, theirs = history
    assert is_same(merge_results(base, base, theirs).result, theirs)
    assert is_same(merge_results(base, ours, base).result, ours)
    assert is_same(merge_results(base, theirs, theirs).result, theirs)
    merged = merge_results(base, ours, theirs)
    ids = {each["id"] for each in merged.result if "id" in each}
    ends = {each[end] for each in merged.result if "to_id" in each for end in ("from_id", "to_id")}
    assert ends <= ids
    keys = [conflict.key for conflict in merged.conflicts]
    assert len(keys) == len(set(keys))


def test_a_cluster_given_here_survives_what_is_changed_there() -> None:
    claims = tuple(
        msgspec.structs.replace(each, cluster="k1" if each.id == "c1" else None)
        for each in SMALL.claims
    )
    ours = dump_result(msgspec.structs.replace(SMALL, claims=claims), SCHEME)
    theirs = edited(choose("a3-cue-0", "stance", "doubt"))
    merge = merge_results(BASE, ours, save_in_editor(theirs))
    assert merge.conflicts == ()
    loaded = [
        each
        for answer in load_back(merge.result, SMALL).annotations.values()
        for each in answer.claims
    ]
    assert {each.id: each.cluster for each in loaded} == {each.id: each.cluster for each in claims}
    stances = [
        each.stance
        for answer in load_back(merge.result, SMALL).annotations.values()
        for each in answer.attributions
    ]
    assert "doubt" in stances
