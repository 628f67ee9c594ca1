"""`workbench search`: words and filters, as lines and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.unit.cli.conftest import Run
from tests.unit.cli.test_check import make_project
from tests.unit.curation.building import Line, make_record
from workbench.errors import UsageError
from workbench.project import open_project
from workbench.resources import resource_path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    bridge, ship = "أن الجسر القديم مغلق", "أن السفينة قرب الجسر"
    return make_project(
        tmp_path,
        make_record("d", Line(f"صرح {bridge}", [bridge]), Line("وقال لا شيء عن الجسر", [])),
        make_record("e", Line(f"ذكر {ship}", [ship])),
    )


def test_hits_are_one_line_each_and_their_count_goes_beside(run: Run, place: Path) -> None:
    ran = run("search", "جسر", "-p", place)
    assert ran.status == 0
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["d s1", "d s2", "e s1"]
    assert "3 hits." in ran.err
    ran = run("search", "جسر", "-p", place, "--limit", "1")
    assert (len(ran.out.splitlines()), "The first 1" in ran.err) == (1, True)


def test_a_limit_may_be_larger_than_any_list(run: Run, place: Path) -> None:
    ran = run("search", "جسر", "-p", place, "--limit", str(10**30))
    assert (ran.status, len(ran.out.splitlines())) == (0, 3)
    with open_project(place) as project, pytest.raises(UsageError, match="-1"):
        project.search("جسر", limit=-1)


def test_claims_are_found_with_those_who_hold_them(run: Run, place: Path) -> None:
    ran = run("search", "role:claim سفينة", "-p", place)
    (line,) = ran.out.splitlines()
    assert line.startswith("e e-c1 (claim; ")
    assert run("search", "سفينة", "--role", "claim", "-p", place).out == ran.out


def test_json_is_as_its_schema_says(run: Run, place: Path) -> None:
    schema: Any = json.loads((resource_path("schemas") / "output-search.schema.json").read_text())
    for more in ((), ("--role", "claim"), ("--role", "claim", "--date", "1999")):
        ran = run("search", "جسر", "-p", place, "--json", *more)
        found = json.loads(ran.out)
        Draft202012Validator(schema).validate(found)
        assert len(found["hits"]) == {0: 3, 2: 2, 4: 0}[len(more)]
        assert found["layer"] == "gold"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "words"),
        (("stance:dney",), "one of affirm"),
        (("جسر", "--published", "2031-06/2031-01"), "the end not before"),
        (("جسر", "--date", "soon"), "EDTF"),
        (("جسر", "--layer", "annotator:nobody"), "layer"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(
    run: Run, place: Path, asked: tuple[str, ...], said: str
) -> None:
    ran = run("search", *asked, "-p", place)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_project_is_searched_from_python(place: Path) -> None:
    with open_project(str(place)) as project:
        frame = project.search("جسر", role="claim")
        assert list(frame.item) == ["d-c1", "e-c1"]
        assert [span["text"] for row in frame.spans for span in row] == ["الجسر", "الجسر"]
        assert project.search("جسر", published=(None, "2031")).empty
        project.add_entity(["الجسر القديم", "قنطرة المرفأ"])
        assert list(project.search('"قنطرة المرفأ"').document) == ["d"]
        project.import_records(place.parent / "records.jsonl", "annotator:amal")
        with pytest.raises(UsageError, match="the layer"):
            project.search("جسر", role="claim")
        assert len(project.search("جسر", role="claim", layer="annotator:amal")) == 2
        widget = project.open("e-c1", document="e")
        assert widget.session.focus.sentence == "s1"
