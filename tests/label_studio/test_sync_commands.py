"""`workbench sync` as a person calls it, against the real server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from tests.label_studio.server import LabelStudio
from tests.label_studio.sides import AMAL, HARBOUR, Sides, choose, find_region, make_sides
from workbench.cli import app
from workbench.project import open_project
from workbench.resources import resource_path

PERSON = f"a01={AMAL}"


@pytest.fixture
def sides(
    label_studio: LabelStudio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Sides]:
    """Give a project that the command line finds, with its server in its settings."""
    if AMAL not in [user["email"] for user in label_studio.call("GET", "users")]:
        label_studio.make_user(AMAL)
    made = make_sides(tmp_path, label_studio)
    folder = made.project.directory
    assert folder is not None
    settings = f'\n[label_studio]\nurl = "{label_studio.url}"\npeople = {{ a01 = "{AMAL}" }}\n'
    path = folder / "workbench.toml"
    path.write_text(path.read_text("utf-8") + settings, "utf-8")
    monkeypatch.setenv("WORKBENCH_PROJECT", str(folder))
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", label_studio.token)
    yield made
    if made.sync.status().project is not None:
        label_studio.drop_project(made.number)
    made.close()


def run(*arguments: str) -> tuple[int, str, str]:
    """Return exit status and both streams of `workbench sync ARGUMENTS`."""
    result = CliRunner().invoke(app, ["sync", *arguments])
    return result.exit_code, result.stdout, result.stderr


def check(name: str, *arguments: str, status: int = 0) -> Any:
    """Return what a command prints as JSON, after a look at its schema."""
    got, out, err = run(name, *arguments, "--json")
    assert (got, err) == (status, "")
    path = resource_path("schemas") / f"output-sync-{name}.schema.json"
    answer = json.loads(out)
    Draft202012Validator(json.loads(path.read_text("utf-8"))).validate(answer)
    return answer


def test_a_day_with_the_commands(sides: Sides, tmp_path: Path) -> None:
    plan = tmp_path / "plan.jsonl"
    assert len(check("plan", "--out", str(plan))["entries"]) == 6
    assert check("push", "--plan", str(plan))["writes"] == 2
    assert check("push")["writes"] == 0
    sides.set_stance("a3", "affirm")
    cue = find_region(sides.annotation(HARBOUR)["result"], "a3", "CUE")
    sides.edit(HARBOUR, lambda each: choose(each, cue, "stance", "noncommittal"))
    status, out, err = run("push", "--plan", str(plan))
    assert (status, out, "make another plan" in err) == (1, "", True)
    check("pull", "--dry-run", status=1)
    assert check("status")["conflicts"] == 0
    check("pull", status=1)
    (conflict,) = check("conflicts", status=1)["conflicts"]
    assert (conflict["ours"], conflict["theirs"]) == ("affirm", "noncommittal")
    status, out, _ = run("conflicts")
    assert (status, "affirm" in out, "noncommittal" in out) == (1, True, True)
    assert run("resolve", str(conflict["number"]), "--take", "ours")[0] == 0
    assert check("push")["writes"] == 1
    assert check("conflicts")["conflicts"] == []
    assert check("status")["annotations"] == 2
    status, out, _ = run("plan")
    assert (status, out) == (0, "Both sides are the same: nothing to do.\n")


def test_what_is_said_when_something_is_wrong(
    sides: Sides, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    token = sides.server.token
    cases = [
        (("plan", "--url", "http://labels.example.org"), "https"),
        (("plan", "--url", f"{sides.server.url}/nowhere"), "something else"),
        (("push", "--person", "amal"), "NAME=EMAIL"),
        (("push", "--layer", "annotator:nobody"), "layer of this project"),
        (("pull", "--plan", str(tmp_path / "none")), "plan"),
        (("resolve", "7", "--take", "ours"), "open conflict"),
        (("resolve", "7", "--take", "mine"), "ours or theirs"),
    ]
    for arguments, words in cases:
        status, out, err = run(*arguments)
        assert (status, out, words in err, len(err.splitlines())) == (2, "", True, 1), err
        assert token not in err
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", "0" * 40)
    status, _, err = run("plan")
    assert (status, "401" in err, "0000" in err) == (2, True, False)
    monkeypatch.delenv("LABEL_STUDIO_API_KEY")
    monkeypatch.setitem(__import__("sys").modules, "keyring", None)
    status, _, err = run("plan")
    assert (status, "LABEL_STUDIO_API_KEY" in err) == (2, True)
    assert run("status")[0] == 0


def test_a_personal_access_token_works_too(sides: Sides, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", sides.server.make_access_token())
    assert check("push")["writes"] == 2
    assert check("pull")["counts"] == []


def test_without_a_server_the_next_step_is_named(tmp_path: Path) -> None:
    from workbench.project import init_project

    init_project(tmp_path / "bare", name="bare").close()
    status, _, err = run("plan", "--project", str(tmp_path / "bare"))
    assert (status, "workbench sync serve" in err) == (2, True)
    with open_project(tmp_path / "bare") as project:
        assert project.label_studio.url is None


def test_what_is_told_stands_on_lines_of_its_own(sides: Sides) -> None:
    for command in ("plan", "push", "status"):
        _, out, _ = run(command)
        assert "\\n" not in out
        assert len(out.splitlines()) > 1
