"""The command, the project's method, and the golden report."""

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
from workbench.project import Project, init_project
from workbench.resources import resource_path

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "agreement"
LAYERS = ("a01", "a02", "a03")


@pytest.fixture(scope="module")
def renewal() -> ModuleType:
    spec = importlib.util.spec_from_file_location("renew_agreement", GOLDEN / "renew.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that holds the golden answers of three annotators, and gold of nobody."""
    folder = tmp_path_factory.mktemp("agreement") / "project"
    with init_project(folder) as project:
        for layer in LAYERS:
            project.import_records(GOLDEN / f"{layer}.jsonl", f"annotator:{layer}")
            project.import_records(GOLDEN / "links.jsonl", f"annotator:{layer}", format="links")
    return folder


@pytest.fixture
def project(folder: Path) -> Iterator[Project]:
    from workbench.project import open_project

    with open_project(folder) as project:
        yield project


def run(folder: Path, *arguments: str) -> Any:
    command = ["agreement", "-p", str(folder), "--resamples", "20", *arguments]
    return CliRunner().invoke(app, command)


def test_the_golden_report(renewal: ModuleType) -> None:
    found = renewal.dump_report(renewal.compute_report())
    assert found == (GOLDEN / "report.json").read_text("utf-8")


def test_the_schema_is_that_of_the_types(renewal: ModuleType) -> None:
    path = resource_path("schemas") / "output-agreement.schema.json"
    assert json.loads(path.read_text("utf-8")) == renewal.build_schema()


def test_json_is_as_its_schema_says(folder: Path) -> None:
    path = resource_path("schemas") / "output-agreement.schema.json"
    result = run(folder, "--json")
    assert result.exit_code == 0, result.output
    data = json.loads(result.stdout)
    Draft202012Validator(json.loads(path.read_text("utf-8"))).validate(data)
    golden = json.loads((GOLDEN / "report.json").read_text("utf-8"))
    values = {each["name"]: each["value"] for each in data["coefficients"]}
    assert values == pytest.approx({each["name"]: each["value"] for each in golden["coefficients"]})


def test_tables_name_each_level_gate_and_worst_sentence(folder: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    result = run(folder)
    assert result.exit_code == 0, result.output
    for words in ("CLAIM, u-alpha", "stance with none", "pass (>= 0.67 to publish)",
                  "FAIL (>= 0.80", "Gates failed", "golden-4", "annotator:a01 - annotator:a02",
                  "only indicative"):  # fmt: skip
        assert words in result.stdout, words


def test_layers_are_chosen_and_undefined_values_explained(folder: Path) -> None:
    result = run(folder, "--layers", "annotator:a01, annotator:a02", "--json")
    data = json.loads(result.stdout)
    assert [each["layer"] for each in data["layers"]] == ["annotator:a01", "annotator:a02"]
    shown = run(folder, "--layers", "annotator:a01,annotator:a02").stdout
    assert "alpha is 0/0" in " ".join(shown.split())


def test_one_layer_or_an_unknown_one_is_wrong_usage(folder: Path) -> None:
    for layers in ("annotator:a01", "annotator:a01,annotator:nobody"):
        result = run(folder, "--layers", layers)
        assert result.exit_code == 2
        assert "layer" in result.stderr


def test_few_documents_are_shown_one_by_one(tmp_path: Path) -> None:
    with init_project(tmp_path / "small") as project:
        for layer in LAYERS:
            lines = (GOLDEN / f"{layer}.jsonl").read_text("utf-8").splitlines(keepends=True)
            path = tmp_path / f"{layer}.jsonl"
            path.write_text("".join(lines[:2]), encoding="utf-8")
            project.import_records(path, f"annotator:{layer}")
    shown = run(tmp_path / "small").stdout
    assert "no intervals" in shown
    assert "golden-2" in shown


def test_a_project_compares_all_its_annotators(project: Project) -> None:
    found = project.agreement(resamples=0)
    assert [each.layer for each in found.layers] == [f"annotator:{layer}" for layer in LAYERS]
    worst = found.worst[0]
    text = project.store.get_document(worst.document).document.text
    assert text[worst.start : worst.end].strip()
    two = project.agreement(["a01", "annotator:a03"], resamples=0)
    assert len(two.pairs) == 1
    with pytest.raises(UsageError, match="two layers"):
        project.agreement(["annotator:a01"])
