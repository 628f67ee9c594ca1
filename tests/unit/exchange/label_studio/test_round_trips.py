"""Every record comes back from Label Studio's form as it was, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hard_texts import HARD_TEXTS, mark_hard_text
from tests.record_strategies import records, small_record
from tests.unit.exchange.label_studio.conftest import load_back, put_back, save_in_editor
from workbench.exchange import split_record
from workbench.exchange.label_studio import (
    canonicalize_result,
    dump_prediction,
    dump_result,
    dump_task,
    list_problems,
    list_task_problems,
    load_task,
)
from workbench.model import Attribution, Record, Source, dump_record, load_record
from workbench.resources import resource_path
from workbench.scheme import adopt_features, load_scheme, upgrade_record

SCHEME = load_scheme()


def check(record: Record) -> None:
    """Check that `record` survives the way there, a save in the editor, and the way back."""
    result = dump_result(record, SCHEME)
    sent = json.loads(json.dumps(result))
    assert list_problems(sent, record.document.text, SCHEME) == ()
    for each in (sent, save_in_editor(sent)):
        loaded = load_back(each, record)
        assert dump_record(put_back(loaded, record)) == dump_record(record)
        assert loaded.raw == loaded.quarantined == ()
        assert {finding.kind for finding in loaded.findings} <= {"unfinished"}
        assert canonicalize_result(each) == canonicalize_result(result)
        assert dump_result(record, SCHEME, each) == each


@given(records())
def test_every_record_comes_back_as_it_was(record: Record) -> None:
    check(record)


@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_results_says_nothing(record: Record, dice: Any) -> None:
    result = dump_result(record, SCHEME)
    shuffled = list(result)
    dice.shuffle(shuffled)
    assert dump_record(put_back(load_back(shuffled, record), record)) == dump_record(record)
    assert canonicalize_result(shuffled) == canonicalize_result(result)


@given(records())
def test_a_task_carries_the_document(record: Record) -> None:
    task = json.loads(json.dumps(dump_task(record.document, record.segments, record.sentences)))
    loaded = load_task(task)
    assert loaded.document == record.document
    assert (loaded.segments, loaded.sentences) == (record.segments, record.sentences)
    assert (loaded.wb_id, loaded.document_id) == (f"doc:{record.document.id}", record.document.id)


@pytest.mark.parametrize("task", [None, [], {}, {"data": 3}, {"data": {"wb_id": 1}, "meta": []}])
def test_a_task_of_another_form_says_nothing(task: Any) -> None:
    loaded = load_task(task)
    assert (loaded.wb_id, loaded.document, loaded.sentences) == (None, None, None)


def test_what_would_poison_a_project_is_found_in_a_task() -> None:
    record = small_record()
    task = dump_task(record.document, record.segments, record.sentences)
    assert list_task_problems(task) == ()
    task["meta"]["wb"]["document"]["metadata"] = {"a": ["\0"], "b": "half \ud800"}
    assert [each.pointer for each in list_task_problems(task)] == [
        "/meta/wb/document/metadata/a/0",
        "/meta/wb/document/metadata/b",
    ]


def test_the_sample_gold_comes_back_as_it_was() -> None:
    lines = (resource_path("exports") / "sample-gold.jsonl").read_text("utf-8").splitlines()
    for line in lines:
        check(load_record(line))
    assert len(lines) >= 5


def test_real_articles_come_back_as_they_were(shared: Path) -> None:
    lines = (shared / "reference" / "gold-001-003.jsonl").read_text("utf-8").splitlines()
    for line in lines:
        check(load_record(line))
    assert lines


@pytest.mark.parametrize("name", HARD_TEXTS)
def test_every_stretch_of_a_hard_text_comes_back(name: str) -> None:
    record = mark_hard_text(name, HARD_TEXTS[name])
    assert len(record.claims) > 10
    check(record)


UNFINISHED = (
    {"source": Source()},
    {"source": Source((), "explicit")},
    {"stance": None, "certainty": None},
    {"certainty": None},
    {"targets": ()},
    {"source": Source(), "cue": None, "targets": (), "stance": None, "certainty": None},
)


@pytest.mark.parametrize("fields", UNFINISHED)
def test_what_is_unfinished_comes_back_unfinished(fields: dict[str, Any]) -> None:
    record = small_record()
    attributions = tuple(
        msgspec.structs.replace(each, **fields) if each.id == "a3" else each
        for each in record.attributions
    )
    alone = msgspec.structs.replace(record.claims[1], voice=None)
    claims = (record.claims[0], alone)
    record = msgspec.structs.replace(record, claims=claims, attributions=attributions)
    loaded = load_back(dump_result(record, SCHEME), record)
    assert loaded.annotations == split_record(record)
    assert {each.region for each in loaded.findings if each.kind == "unfinished"} >= {"c2"}


def test_a_feature_that_is_on_is_a_control() -> None:
    scheme = SCHEME.with_features(["form", "claim_type"])
    small = small_record()
    with_form = tuple(
        msgspec.structs.replace(each, features={"form": "direct" if each.id == "a2" else None})
        for each in small.attributions
    )
    claims = tuple(
        msgspec.structs.replace(each, features={"claim_type": None}) for each in small.claims
    )
    record = msgspec.structs.replace(small, attributions=with_form, claims=claims)
    result = dump_result(record, scheme)
    assert list_problems(result, record.document.text, scheme) == ()
    shown = [each for each in result if each.get("from_name") == "feature_form"]
    assert [(each["id"], each["value"]["choices"]) for each in shown] == [("a2-cue-0", ["direct"])]
    assert put_back(load_back(result, record, scheme), record) == record
    shown[0]["value"]["choices"] = ["mixed"]
    loaded = load_back(result, record, scheme)
    (second,) = (a for a in loaded.annotations["s1"].attributions if a.id == "a2")
    assert second.features == {"form": "mixed"}


def test_a_typed_feature_is_a_text_field_that_is_read_in_its_one_form() -> None:
    scheme = load_scheme(features=["figure", "date"]).with_features(["figure", "date"])
    small = adopt_features(upgrade_record(small_record(), "1.1"), scheme)
    claims = tuple(
        msgspec.structs.replace(
            each, features={"figure": "~1500 soldier" if each.id == "c1" else None, "date": None}
        )
        for each in small.claims
    )
    record = msgspec.structs.replace(small, claims=claims)
    result = dump_result(record, scheme)
    assert list_problems(result, record.document.text, scheme) == ()
    assert put_back(load_back(result, record, scheme), record) == record
    (shown,) = [each for each in result if each.get("from_name") == "feature_figure"]
    assert (shown["type"], shown["value"]["text"]) == ("textarea", ["~1500 soldier"])
    for typed, read in ((">=45%;part 6", ">=45 %; part 6"), ("a lot", "~1500 soldier")):
        shown["value"]["text"] = [typed]
        loaded = load_back(result, record, scheme)
        (claim,) = (c for a in loaded.annotations.values() for c in a.claims if c.id == "c1")
        assert claim.features == {"figure": read, "date": None}
        adjusted = [each for each in loaded.findings if each.kind == "adjusted"]
        assert bool(adjusted) == (typed == "a lot")


def test_attributions_that_share_a_cue_have_a_hub_each() -> None:
    record = small_record()
    first = record.attributions[2]
    second = msgspec.structs.replace(first, id="a9", stance="doubt", certainty="possible")
    record = msgspec.structs.replace(record, attributions=(*record.attributions, second))
    check(record)
    names = [
        each["id"] for each in dump_result(record, SCHEME) if "labels" in each.get("value", {})
    ]
    assert {"a3-cue-0", "a9-cue-0"} <= set(names)


def test_an_attribution_without_any_words_hangs_on_its_claim() -> None:
    record = small_record()
    bare = Attribution("a9", "s2", Source((), "implicit"), None, ("c2",), (), "decline")
    claims = (record.claims[0], msgspec.structs.replace(record.claims[1], voice="attributed"))
    attributions = (*record.attributions, bare)
    record = msgspec.structs.replace(record, attributions=attributions, claims=claims)
    check(record)
    (hub,) = (
        each
        for each in dump_result(record, SCHEME)
        if each.get("id") == "a9-attribution-0" and each["type"] == "labels"
    )
    span = record.claims[1].spans[0]
    assert (hub["value"]["start"], hub["value"]["end"]) == (span.start, span.end)


@given(records())
def test_a_prediction_says_what_was_found_and_nothing_of_having_looked(record: Record) -> None:
    prediction = dump_prediction(record, SCHEME, "model-x@3")
    assert prediction["model_version"] == "model-x@3"
    controls = {each.get("from_name") for each in prediction["result"]}
    assert not controls & {"article", "status", "flag", "comment"}
    loaded = load_back(prediction["result"], record)
    assert {answer.status for answer in loaded.annotations.values()} <= {"open"}
    found = put_back(loaded, record)
    assert [each.id for each in found.claims] == [each.id for each in record.claims]
    assert not [each for each in found.attributions if each.origin.startswith("system:")]
