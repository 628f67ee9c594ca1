"""Label Studio's JSON export: results as its server writes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.record_strategies import small_record
from tests.unit.exchange.formats.conftest import read
from workbench.errors import InputError, WorkbenchError
from workbench.exchange import as_layer
from workbench.exchange.label_studio import dump_result, dump_task
from workbench.model import Record
from workbench.scheme import load_scheme

TEXT = "😀 قال المتحدث إن الميناء مفتوح\nونفت البلدية ذلك"


def region(key: str, label: str, words: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    value = {"start": start, "end": start + len(words), "text": words, "labels": [label]}
    return {
        "id": key, "from_name": "label", "to_name": "text", "type": "labels", "origin": "manual",
        "value": {**value, **more},
    }  # fmt: skip


def choice(key: str, control: str, value: str) -> dict[str, Any]:
    return {"id": key, "from_name": control, "type": "choices", "value": {"choices": [value]}}


def relation(start: str, end: str, direction: str = "right") -> dict[str, Any]:
    return {"from_id": start, "to_id": end, "type": "relation", "direction": direction}


RESULT = [
    region("k1", "CUE", "قال"),
    choice("k1", "stance", "Affirm"),
    choice("k1", "certainty", "probable"),
    region("s1", "SOURCE", "المتحدث"),
    region("c1", "CLAIM", "إن الميناء مفتوح"),
    region("k2", "CUE", "نفت"),
    choice("k2", "stance", "deny"),
    {"id": "k2", "from_name": "note", "type": "textarea", "value": {"text": ["من؟"]}},
    region("s2", "SOURCE", "البلدية"),
    region("n2", "ANCHOR", "ذلك"),
    relation("k1", "s1"),
    relation("c1", "k1", "left"),
    relation("k2", "s2"),
    relation("k2", "c1"),
    relation("k2", "n2"),
]


def write(folder: Path, *results: Any, text: Any = TEXT, **task: Any) -> Path:
    annotations = [{"id": n, "result": r, "was_cancelled": False} for n, r in enumerate(results)]
    path = folder / "export.json"
    tasks = [{"id": 7, "data": {"text": text}, "annotations": annotations, **task}]
    path.write_text(json.dumps(tasks), "utf-8")
    return path


def test_cues_with_choices_and_relations_are_attributions(tmp_path: Path) -> None:
    (record,), report = read("label-studio", write(tmp_path, RESULT))
    first, second = record.attributions
    assert record.document.id == "7"
    assert [claim.id for claim in record.claims] == ["c1"]
    assert (first.id, first.stance, first.certainty) == ("k1", "affirm", "probable")
    assert [span.text for span in first.source.spans] == ["المتحدث"]
    assert (second.stance, second.note, second.anchor[0].text) == ("deny", "من؟", "ذلك")
    assert first.targets == second.targets == ("c1",)
    assert {loss.what for loss in report.losses} <= {
        "segments and sentences", "decisions", "certainties",
    }  # fmt: skip


def test_a_source_tied_to_a_claim_needs_no_cue(tmp_path: Path) -> None:
    result = [
        region("a", "Source", "المتحدث"), region("b", "Claim", "الميناء مفتوح"),
        relation("b", "a"), choice("a", "stance", "affirm"),
    ]  # fmt: skip
    (record,), _ = read("label-studio", write(tmp_path, result))
    assert [(each.cue, each.targets) for each in record.attributions] == [(None, ("b",))]


def test_a_relation_between_cues_is_a_relay(tmp_path: Path) -> None:
    result = [*RESULT[:6], choice("k2", "stance", "report"), *RESULT[10:12], relation("k2", "k1")]
    (record,), _ = read("label-studio", write(tmp_path, result))
    assert {each.id: each.targets for each in record.attributions} == {"k1": ("c1",), "k2": ("k1",)}


def test_what_cannot_be_mapped_is_counted(tmp_path: Path) -> None:
    result = [
        region("c", "CLAIM", "إن الميناء مفتوح", text="XXX"),
        region("p", "Person", "المتحدث"),
        {**region("far", "CLAIM", "قال"), "value": {"start": 5, "end": 999, "labels": ["CLAIM"]}},
        {**region("odd", "CLAIM", "قال"), "value": {"start": 5, "end": 4.5, "labels": ["CLAIM"]}},
        choice("c", "topic", "sea"),
        choice("task", "quality", "good"),
        {"id": "c", "from_name": "when", "type": "datetime", "value": {"datetime": "2026-11-21"}},
        relation("c", "gone"),
        {**relation("c", "c"), "labels": ["x"]},
    ]
    (record,), report = read("label-studio", write(tmp_path, result, predictions=[1, 2]))
    assert [claim.spans[0].text for claim in record.claims] == ["إن الميناء مفتوح"]
    counted = {(loss.what, loss.why): loss.count for loss in report.losses}
    assert counted["regions", "of a label that is no role"] == 1
    assert counted["regions", "offsets that do not fit the text"] == 2
    assert counted["quotes", "not the words at the offsets"] == 1
    assert counted["choices", "of topic, unknown to the scheme"] == 1
    assert counted["values", "choices on no region"] == 1
    assert counted["values", "datetime"] == 1
    assert counted["links", "between regions that cannot be tied"] == 2
    assert counted["relation labels", ""] == 1
    assert counted["predictions", ""] == 2


def test_a_line_end_in_the_quote_is_no_difference(tmp_path: Path) -> None:
    words = "مفتوح\nونفت"
    result = [region("c", "CLAIM", words, text=words.replace("\n", "\\n"))]
    (record,), report = read("label-studio", write(tmp_path, result))
    assert record.claims[0].spans[0].text == words
    assert "quotes" not in {loss.what for loss in report.losses}


def test_the_last_annotation_is_taken_and_the_others_counted(tmp_path: Path) -> None:
    early, late = [region("a", "CLAIM", "قال")], [region("b", "CLAIM", "قال")]
    annotations = [
        {"result": late, "updated_at": "2026-11-02T00:00:00Z"},
        {"result": early, "updated_at": "2026-11-01T00:00:00Z"},
        {"result": [], "was_cancelled": True, "updated_at": "2026-11-03T00:00:00Z"},
    ]
    path = write(tmp_path, annotations=annotations)
    (record,), report = read("label-studio", path)
    assert [claim.id for claim in record.claims] == ["b"]
    dropped = {loss.why: loss.count for loss in report.losses if loss.what == "annotations"}
    assert dropped == {"skipped or without result": 1, "not the last of their task": 1}


def test_a_task_that_nobody_annotated_is_no_record(tmp_path: Path) -> None:
    records, report = read("label-studio", write(tmp_path))
    assert records == []
    assert list(map(str, report.losses)) == ["tasks: 1 dropped (without an annotation)"]


@pytest.mark.parametrize("text", [None, 3, "a\0b", "half \ud800"])
def test_a_text_that_no_record_can_carry_is_refused(tmp_path: Path, text: Any) -> None:
    with pytest.raises(WorkbenchError, match=r"export\.json"):
        read("label-studio", write(tmp_path, RESULT[:0], text=text))


@pytest.mark.parametrize("content", ["{}", "[1]", '[{"data": 3}]', "", "[", '"x"'])
def test_what_is_no_export_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "export.json"
    path.write_text(content)
    with pytest.raises(InputError, match=r"export\.json"):
        read("label-studio", path)


def export_pushed(record: Record, **task: Any) -> dict[str, Any]:
    made = dump_task(record.document, record.segments, record.sentences)
    result = dump_result(record, load_scheme())
    return {"id": 9, **made, "annotations": [{"id": 1, "result": result}], **task}


@pytest.mark.parametrize("layer", ["gold", "annotator:a01"])
def test_what_the_workbench_pushed_comes_back_whole(tmp_path: Path, layer: str) -> None:
    record = as_layer(small_record(), layer)
    path = tmp_path / "export.json"
    path.write_text(json.dumps([export_pushed(record)]), "utf-8")
    (found,), report = read("label-studio", path, layer)
    provenance = msgspec.structs.replace(
        record.provenance, annotators=found.provenance.annotators, adjudicator=None,
        guideline_version=None,
    )  # fmt: skip
    assert found == msgspec.structs.replace(record, provenance=provenance)
    assert {loss.what for loss in report.losses} <= {"annotators"}


def test_a_pushed_task_with_another_text_is_refused(tmp_path: Path) -> None:
    task = export_pushed(small_record())
    task["data"]["text"] += "!"
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task]), "utf-8")
    with pytest.raises(InputError, match="task 1"):
        read("label-studio", path)


def test_what_is_unfinished_or_unknown_there_is_counted(tmp_path: Path) -> None:
    task = export_pushed(small_record())
    result = task["annotations"][0]["result"]
    alone = {"start": 0, "end": 5, "labels": ["CLAIM"]}
    role = {"from_name": "role", "to_name": "text", "type": "labels"}
    result.append({"id": "x1", **role, "value": alone})
    result.append({"id": "x2", **role, "value": {**alone, "labels": ["Person"]}})
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task]), "utf-8")
    (found,), report = read("label-studio", path, "gold")
    assert found.claims == small_record().claims
    counted = {loss.what: loss.count for loss in report.losses}
    assert counted["claims and attributions"] == 1
    assert counted["parts of other configurations"] == 1
