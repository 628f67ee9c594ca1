"""The command, the project's method, and the golden answer."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from workbench.cli import app
from workbench.errors import UsageError
from workbench.project import Project, init_project, open_project
from workbench.resources import resource_path

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
LAYERS = ("a01", "a02", "a03")


@pytest.fixture(scope="module")
def renewal() -> ModuleType:
    path = GOLDEN / "aggregate" / "renew.py"
    spec = importlib.util.spec_from_file_location("renew_aggregate", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    with init_project(folder) as project:
        for layer in LAYERS:
            path = GOLDEN / "agreement" / f"{layer}.jsonl"
            project.import_records(path, f"annotator:{layer}")
    return folder


@pytest.fixture
def project(folder: Path) -> Iterator[Project]:
    with open_project(folder) as project:
        yield project


def run(folder: Path, *arguments: str) -> Any:
    return CliRunner().invoke(app, ["aggregate", "-p", str(folder), *arguments])


def test_the_golden_answer(renewal: ModuleType) -> None:
    report, records = renewal.compute_answer()
    golden = GOLDEN / "aggregate"
    assert renewal.dump_report(report) == (golden / "report.json").read_text("utf-8")
    assert records == (golden / "records.jsonl").read_text("utf-8")


def test_the_schema_is_that_of_the_types(renewal: ModuleType) -> None:
    path = resource_path("schemas") / "output-aggregate.schema.json"
    assert json.loads(path.read_text("utf-8")) == renewal.build_schema()


def test_the_layer_is_what_the_golden_records_say(project: Project, tmp_path: Path) -> None:
    report = project.aggregate()
    assert report.layer in project.layers
    project.export(report.layer, out=tmp_path / "out.jsonl", all=True)
    golden = (GOLDEN / "aggregate" / "records.jsonl").read_text("utf-8").splitlines()
    made = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert made == golden


def test_a_second_run_writes_nothing(project: Project) -> None:
    project.aggregate()
    before = project.store.state_hash()
    project.aggregate()
    assert project.store.state_hash() == before


def test_what_no_longer_holds_is_taken_back(project: Project) -> None:
    """A sentence that was complete is open again once somebody differs there."""
    first = project.aggregate()
    golden = next(project.records(first.layer))
    sentence = next(each.sentence for each in golden.decisions if each.status == "done")
    session = project.session("a01")
    session.do("goto", id=sentence, document=golden.document.id)
    session.do("decide", status="open")
    second = project.aggregate()
    assert second.counts.complete == first.counts.complete - 1
    made = next(project.records(first.layer, all=True))
    assert next(each for each in made.decisions if each.sentence == sentence).status == "open"


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    result = run(folder, "--dry-run")
    assert result.exit_code == 0, result.output
    with open_project(folder) as project:
        assert project.layers == [f"annotator:{layer}" for layer in LAYERS]


def test_json_is_as_its_schema_says(folder: Path) -> None:
    result = run(folder, "--json")
    assert result.exit_code == 0, result.output
    path = resource_path("schemas") / "output-aggregate.schema.json"
    data = json.loads(result.stdout)
    Draft202012Validator(json.loads(path.read_text("utf-8"))).validate(data)
    assert data["counts"]["looked"] == 9


def test_what_is_left_out_is_shown_with_its_reason(folder: Path) -> None:
    result = run(folder)
    assert "fewer than three annotators have done this sentence" in result.stdout
    assert "stance: 13 votes" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--layers", "a01,a02"], "3 or more annotators, got 2"),
        (["--layers", "a01,a02,gold"], "annotators"),
        (["--method", "dice"], "majority, dawid-skene"),
    ],
)
def test_mistakes_are_one_sentence(folder: Path, arguments: list[str], expected: str) -> None:
    result = run(folder, *arguments)
    assert result.exit_code == 2
    assert expected in result.output
    assert result.stdout == ""


def test_without_the_library_the_extra_is_named(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from importlib.metadata import PackageNotFoundError

    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("workbench.project.crowds.version", missing)
    with pytest.raises(UsageError, match="crowd-kit") as error:
        project.aggregate("dawid-skene")
    assert "claims-workbench[aggregation]" in str(error.value.hint)


def test_it_is_not_suggested_to_those_who_still_decide(project: Project) -> None:
    """What others say is no machine's guess: nobody is shown it before deciding."""
    report = project.aggregate()
    part = project.session("newcomer").snapshot()["suggestions"]
    assert part == {}
    assert not project.is_suggested(report.layer)
    asked = project.session("newcomer", suggestions=report.layer).snapshot()
    assert asked["suggestions"] != {}
