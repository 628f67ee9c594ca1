"""`workbench adjudicate`: gold from what annotators agree on, or from one of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.unit.cli.conftest import Run
from workbench.model import Record
from workbench.project import init_project, open_project
from workbench.resources import resource_path
from workbench.scheme import check_record

LINES = (
    "The harbour office said that the ferry was late.",
    "The clerk denied that the bridge was closed.",
    "It was cold.",
)
CLAIMS = ("the ferry was late", "the bridge was closed")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which amal and badr agree on two of three sentences; gold is empty."""
    (tmp_path / "article.txt").write_text("\n".join(LINES))
    with init_project(tmp_path / "project") as project:
        project.ingest(tmp_path / "article.txt")
        for name, stance in (("amal", "deny"), ("badr", "doubt")):
            _annotate(project.session(name), stance)
    return tmp_path / "project"


def _annotate(session: Any, stance: str) -> None:
    for number, claim in enumerate(CLAIMS):
        session.do("goto", position=number)
        session.do("mark", role="claim", spans=session.find(claim))
        session.do("fill", spans=session.find("The harbour office" if number == 0 else "The clerk"))
        session.do("stance", value=stance if number else "affirm")
        session.do("decide", status="done")
    session.do("goto", position=2)
    session.do("decide", status="done", nothing=True)


def call(run: Run, *arguments: str | Path) -> dict[str, Any]:
    ran = run("adjudicate", *arguments, "--json")
    assert (ran.status, ran.err) == (0, "")
    schema = json.loads((resource_path("schemas") / "output-adjudicate.schema.json").read_text())
    found: dict[str, Any] = json.loads(ran.out)
    Draft202012Validator(schema).validate(found)
    return found


def read_gold(place: Path) -> Record:
    with open_project(str(place)) as project:
        (record,) = project.records("gold")
        assert not [each for each in check_record(record) if not each.is_warning]
        return record


def test_what_is_agreed_is_taken_over_once(run: Run, project: Path) -> None:
    found = call(run, "-p", project)
    assert (found["sentences"], found["agreed"], found["differing"]) == (3, 2, 1)
    assert {kind: count for kind, count in found["differences"].items() if count} == {"stance": 1}
    assert (found["taken_over"], found["done"]) == (2, 0)
    with open_project(str(project)) as opened:
        before = opened.store.state_hash()
    assert call(run, "-p", project)["taken_over"] == 0
    with open_project(str(project)) as opened:
        assert opened.store.state_hash() == before
        # what is not decided is nobody's gold yet
        assert list(opened.records("gold")) == []


def test_the_unanimous_are_accepted_and_nobody_had_to_adjudicate(run: Run, project: Path) -> None:
    found = call(run, "-p", project, "--unanimous")
    assert (found["accepted"], found["done"], found["differing"]) == (2, 2, 1)
    record = read_gold(project)
    assert [each.status for each in record.decisions] == ["done", "open", "done"]
    assert [claim.spans[0].text for claim in record.claims] == [CLAIMS[0]]
    assert (record.provenance.annotators, record.provenance.adjudicator) == (("a01", "a02"), None)
    assert call(run, "-p", project, "--unanimous")["accepted"] == 0


def test_one_persons_answers_become_gold_where_it_has_not_decided(run: Run, project: Path) -> None:
    call(run, "-p", project, "--unanimous")
    found = call(run, "-p", project, "--accept", "annotator:badr")
    assert (found["accepted"], found["accepted_from"], found["kept"]) == (1, "annotator:a02", 2)
    record = read_gold(project)
    assert [each.stance for each in record.attributions] == ["affirm", "doubt"]
    assert record.provenance.adjudicator == "a02"
    assert call(run, "-p", project, "--accept", "annotator:a02")["accepted"] == 0
    with open_project(str(project)) as opened:
        assert opened.store.check() == ()


def test_a_share_is_left_to_be_looked_at(run: Run, project: Path) -> None:
    found = call(run, "-p", project, "--unanimous", "--sample", "1")
    assert (found["accepted"], found["left"], found["agreed"]) == (0, 2, 2)


def test_the_numbers_are_said_in_words(run: Run, project: Path) -> None:
    ran = run("adjudicate", "-p", project)
    assert "3 sentences answered" in ran.out
    assert "1 with differences (1 stance)" in ran.out


def test_nobody_known_is_refused_by_name(run: Run, project: Path) -> None:
    ran = run("adjudicate", "-p", project, "--accept", "annotator:nobody")
    assert (ran.status, "nobody" in ran.err) == (2, True)


def test_gold_that_came_from_elsewhere_stays(run: Run, project: Path, tmp_path: Path) -> None:
    with open_project(str(project)) as opened:
        opened.export("annotator:badr", out=tmp_path / "badr.jsonl")
        opened.import_records(tmp_path / "badr.jsonl", "gold")
        (before,) = opened.records("gold")
    found = call(run, "-p", project, "--accept", "annotator:amal", "--unanimous")
    assert (found["accepted"], found["kept"], found["taken_over"]) == (0, 3, 0)
    assert read_gold(project) == before


def test_each_field_of_gold_says_whose_version_it_is(run: Run, project: Path) -> None:
    call(run, "-p", project, "--unanimous")
    call(run, "-p", project, "--accept", "annotator:badr", "--as", "noor")
    ran = run("export", "-l", "gold", "--format", "rulings", "--out", "-", "-p", project)
    lines = [json.loads(line) for line in ran.out.splitlines()]
    schema = json.loads((resource_path("schemas") / "ruling.schema.json").read_text())
    for line in lines:
        Draft202012Validator(schema).validate(line)
    assert {line["how"] for line in lines} == {"agreed", "taken"}
    (stance,) = [line for line in lines if line["how"] == "taken" and line["field"] == "stance"]
    assert (stance["version_of"], stance["people"], stance["adjudicator"]) == (
        "a02",
        ["a02"],
        "a03",
    )
    assert [each["value"] for each in stance["versions"]] == ["deny", "doubt"]
    assert run("export", "-l", "annotator:amal", "--format", "rulings", "-p", project).status == 2
