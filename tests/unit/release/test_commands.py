"""The commands around releases, as a person calls them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

from tests.unit.release.conftest import (
    BRIDGE,
    LIGHTHOUSE,
    MILL,
    MakeProject,
    make_record,
    write_records,
)
from workbench.cli import app
from workbench.resources import resource_path

Run = Callable[..., Result]
RECORDS = [make_record("lamp", LIGHTHOUSE), make_record("mill", MILL), make_record("span", BRIDGE)]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("WORKBENCH_DEBUG", raising=False)
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.fixture
def place(make_project: MakeProject) -> Path:
    """Return the folder of a project with three articles."""
    project = make_project("isle", RECORDS)
    assert project.directory is not None
    return project.directory


def check(name: str, ran: Result) -> dict[str, object]:
    schema = json.loads((resource_path("schemas") / f"output-{name}.schema.json").read_text())
    answer: dict[str, object] = json.loads(ran.stdout)
    Draft202012Validator(schema).validate(answer)
    return answer


def test_from_release_to_rehydrated(run: Run, place: Path, tmp_path: Path) -> None:
    options = ("-p", place, "--splits", "34,33,33", "--license", "CC0-1.0")
    made = run("release", "isle-1", *options, "--json")
    whole = place / "releases" / "isle-1"
    assert check("release", made)["path"] == str(whole)
    assert "Note: There is no agreement report" in made.stderr
    bare = run("release", "isle-1", *options, "--without-texts", "-o", tmp_path)
    assert "without texts" in bare.stdout
    verified = run("release", "--verify", whole)
    assert (verified.exit_code, "problems" in verified.stdout) == (0, False)
    texts = write_records(tmp_path / "texts.jsonl", RECORDS)
    back = run("rehydrate", tmp_path / "isle-1", texts, "--json")
    assert check("rehydrate", back)["sha256"] == check("release", made)["sha256"]
    same = run("diff", whole, tmp_path / "isle-1-with-texts")
    assert (same.exit_code, same.stdout) == (0, "No difference.\n")


def test_a_changed_release_is_a_problem_in_the_data(run: Run, place: Path) -> None:
    assert run("release", "isle-1", "-p", place).exit_code == 0
    whole = place / "releases" / "isle-1"
    (whole / "gold.triples.jsonl").write_text("")
    ran = run("release", "--verify", whole, "--json")
    assert ran.exit_code == 1
    assert check("release", ran)["problems"]
    assert "Problem: gold.triples.jsonl" in ran.stderr


def test_a_difference_is_told_in_words_and_numbers(run: Run, tmp_path: Path) -> None:
    one = write_records(tmp_path / "one.jsonl", RECORDS)
    denied = make_record("lamp", LIGHTHOUSE, stances=["deny"])
    other = write_records(tmp_path / "other.jsonl", [denied, *RECORDS[1:]])
    told = run("diff", one, other).stdout.splitlines()
    assert told[0] == "lamp"
    assert told[1].startswith("  s1 stance changed: قال on «المنارة القديمة")
    assert told[1].endswith("affirm, certain -> deny, certain")
    assert told[2] == "stance: 1 changed"
    answer = check("diff", run("diff", one, other, "--json"))
    assert len(answer["changes"]) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("release",), 2, "either a NAME or --verify"),
        (("release", "a", "--verify", "b"), 2, "either a NAME or --verify"),
        (("release", "--verify", "nowhere"), 2, "Expected a release in nowhere"),
        (("release", "a", "--layer", "annotator:nobody"), 2, "Expected a layer"),
        (("release", "a", "--splits", "nowhere.json"), 2, "file of splits, got nowhere.json"),
        (("release", "a", "--splits", "80,20"), 2, "80,10,10"),
        (("release", "a", "--splits", "1,1,1", "--group-by", "outlets"), 2, "outlet or date"),
        (("diff", "nowhere", "nowhere"), 2, "nowhere"),
        (("rehydrate", "nowhere", "nowhere"), 2, "Expected a release in nowhere"),
    ],
)
def test_a_mistake_is_one_sentence(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...], status: int, said: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(place)
    ran = run(*arguments)
    assert (ran.exit_code, ran.stdout) == (status, "")
    assert said in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_no_way_to_split_is_a_problem_in_the_data(run: Run, make_project: MakeProject) -> None:
    shared = [make_record(f"d{n}", [LIGHTHOUSE[0]], clusters=["k:lamp"]) for n in range(4)]
    project = make_project("one", shared)
    ran = run("release", "a", "-p", project.directory, "--splits", "80,10,10")
    assert ran.exit_code == 1
    assert "got 1 among 4 documents" in ran.stderr
    assert "k:lamp in 4" in ran.stderr
