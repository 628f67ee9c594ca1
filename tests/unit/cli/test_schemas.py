"""Every `--json` output is what its JSON Schema says, and so is its example."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.main import get_command

from tests.unit.cli.conftest import Ran, Run
from workbench.cli import app
from workbench.resources import resource_path

SUFFIX = ".schema.json"
OUTPUTS = sorted(
    path.name.removeprefix("output-").removesuffix(SUFFIX)
    for path in resource_path("schemas").glob(f"output-*{SUFFIX}")
)


def load(name: str) -> Any:
    return json.loads((resource_path("schemas") / name).read_text("utf-8"))


def check(name: str, text: str) -> None:
    schema = Draft202012Validator(load(f"output-{name}.schema.json"))
    lines = text.splitlines()
    assert lines
    for line in lines:
        schema.validate(json.loads(line))


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_schema_is_one_and_its_example_is_complete(name: str) -> None:
    schema, example = load(f"output-{name}.schema.json"), load(f"examples/output-{name}.json")
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(example)
    assert list(example) == list(schema["properties"]) == schema["required"]
    with pytest.raises(Exception, match="nonsense"):
        Draft202012Validator(schema).validate({**example, "nonsense": 1})


def test_there_is_a_schema_for_each_command_with_json(run: Run) -> None:
    group: Any = get_command(app)
    commands = dict(group.commands)
    for name, command in group.commands.items():
        for below, each in getattr(command, "commands", {}).items():
            commands[f"{name}-{below}"] = each
    with_json = {
        name
        for name, command in commands.items()
        if any("--json" in parameter.opts for parameter in command.params)
    }
    assert with_json == set(OUTPUTS)


def test_outputs_are_as_their_schemas_say(
    run: Run, filled: Path, gold: Path, tmp_path: Path
) -> None:
    article, bad = tmp_path / "article.txt", tmp_path / "bad.jsonl"
    article.write_text("The harbour is closed.\nالميناء مغلق.")
    bad.write_text('{"text": "New.", "published": "32 May"}\n{"text": ""}\n')
    outputs: dict[str, Ran] = {
        "ingest": run("ingest", article, bad, "-p", filled, "--json"),
        "status": run("status", "-p", filled, "--json"),
        "import": run("import", gold, "-l", "gold", "-p", filled, "--json"),
        "export": run("export", "-l", "gold", "-p", filled, "--json"),
        "segment": run("segment", article, "--json"),
        "validate": run("validate", bad, "--json"),
    }
    for name, ran in outputs.items():
        check(name, ran.out)
