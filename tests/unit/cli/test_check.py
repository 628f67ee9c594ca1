"""`workbench check`: findings on standard output, counts on standard error, exit 1 when any."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from tests.unit.cli.conftest import Run
from tests.unit.curation.building import Line, make_record
from workbench.exchange import write_lines
from workbench.model import Record, dump_record
from workbench.project import init_project
from workbench.resources import resource_path


def make_project(folder: Path, *records: Record) -> Path:
    write_lines(folder / "records.jsonl", map(dump_record, records))
    with init_project(folder / "project") as project:
        project.import_records(folder / "records.jsonl", "gold")
    return folder / "project"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    text = "أن الجسر القديم مغلق منذ يوم الأحد"
    return make_project(
        tmp_path,
        make_record("d", Line(f"صرح {text}", [text])),
        make_record("e", Line(f"صرح {text}", [text]), Line("ذكر بأن الباب مفتوح", ["بأن الباب"])),
    )


def test_findings_are_one_line_each_and_the_exit_status_says_so(run: Run, faulty: Path) -> None:
    ran = run("check", "-p", faulty)
    assert ran.status == 1
    lines = ran.out.splitlines()
    assert sorted(line.split()[0] for line in lines) == ["edge", "unlinked"]
    assert "gold e s1 e-c1" in ran.out
    assert "2 findings in gold." in ran.err


def test_a_clean_layer_exits_with_0(run: Run, tmp_path: Path) -> None:
    clean = make_project(tmp_path, make_record("d", Line("أن الجسر مغلق", ["أن الجسر مغلق"])))
    ran = run("check", "-p", clean, "--layer", "gold")
    assert (ran.status, ran.out) == (0, "")


def test_json_is_as_its_schema_says_and_the_same_every_time(run: Run, faulty: Path) -> None:
    ran = run("check", "-p", faulty, "--json")
    schema: Any = json.loads((resource_path("schemas") / "output-check.schema.json").read_text())
    found = json.loads(ran.out)
    Draft202012Validator(schema).validate(found)
    assert ran.status == 1
    assert found["layers"] == ["gold"]
    assert [each["score"] for each in found["findings"]] == [1.0, 0.95]
    assert run("check", "-p", faulty, "--json").out == ran.out


def test_the_schema_knows_every_kind() -> None:
    from workbench.curation import KINDS

    schema = json.loads((resource_path("schemas") / "output-check.schema.json").read_text())
    kinds = schema["properties"]["findings"]["items"]["properties"]["kind"]["enum"]
    assert sorted(kinds) == sorted(KINDS)


def test_the_kind_of_one_layer_that_is_none_is_named(run: Run, faulty: Path) -> None:
    ran = run("check", "-p", faulty, "--layer", "annotator:nobody")
    assert ran.status == 2
    assert "nobody" in ran.err


def test_what_an_article_holds_cannot_steer_a_terminal(run: Run, tmp_path: Path) -> None:
    record = make_record("d", Line("قال \x1b[31mالجسر مغلق.", ["الجسر مغلق."]))
    spoilt = msgspec.structs.replace(record.claims[0], note="\x1b[2J")
    project = make_project(tmp_path, msgspec.structs.replace(record, claims=(spoilt,)))
    ran = run("check", "-p", project)
    assert ran.status == 1
    assert "\x1b" not in ran.out + ran.err
