"""`workbench entities`: who the sources are, in a terminal and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from workbench.cli import app
from workbench.project.samples import open_sample_project
from workbench.resources import resource_path


def run(*args: str) -> str:
    done = CliRunner().invoke(app, ["entities", *args])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def project(tmp_path: Path) -> str:
    sample = open_sample_project(tmp_path / "sample")
    sample.merge_entities("ent:delmar", "ent:yaran-foss")
    sample.close()
    return str(tmp_path / "sample")


def test_entities_are_listed_with_where_they_were_chosen(project: str) -> None:
    lines = run("-p", project).splitlines()
    (delmar,) = [line for line in lines if line.startswith("ent:delmar ")]
    assert "أرفان ديلمار" in delmar
    assert not any(line.startswith("ent:yaran-foss") for line in lines)


def test_json_is_as_its_schema_says_and_a_file_is_added(project: str) -> None:
    schema = json.loads((resource_path("schemas") / "output-entities.schema.json").read_text())
    told = json.loads(run("-p", project, "--json"))
    jsonschema.validate(told, schema)
    assert told["imported"] is None
    (delmar,) = [each for each in told["entities"] if each["entity"] == "ent:delmar"]
    assert delmar["stands_for"] == ["ent:yaran-foss"]
    path = Path(project) / "registry" / "entities.jsonl"
    told = json.loads(run(str(path), "-p", project, "--json"))
    jsonschema.validate(told, schema)
    # the two that were merged came into the store with whom they belong to
    assert told["imported"]["known"] == 3
    assert "known already" in run(str(path), "-p", project)
