"""`workbench evaluate` as a person calls it, and its golden files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from tests.golden.evaluate.renew import build_gold, build_prediction, build_schema, build_triples
from workbench.cli import app
from workbench.model import dump_record
from workbench.resources import resource_path

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "evaluate"
GOLD, PRED, TRIPLES = (GOLDEN / f"{name}.jsonl" for name in ("gold", "pred", "triples"))


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["evaluate", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


def load(*arguments: object) -> Any:
    _, out, _ = run("--json", *arguments)
    report = json.loads(out)
    Draft202012Validator(build_schema()).validate(report)
    return report


@pytest.mark.parametrize(
    ("pred", "expected", "status"), [(PRED, "report", 0), (TRIPLES, "report-triples", 1)]
)
def test_the_report_is_the_golden_one_byte_for_byte(pred: Path, expected: str, status: int) -> None:
    code, out, _ = run("--gold", GOLD, "--pred", pred, "--baselines", "--json")
    assert out == (GOLDEN / f"{expected}.json").read_text("utf-8")
    assert code == status


def test_the_golden_inputs_are_what_their_script_writes() -> None:
    for path, build in ((GOLD, build_gold), (PRED, build_prediction)):
        assert path.read_text("utf-8").splitlines() == [
            dump_record(build(number)) for number in (1, 2, 3)
        ]
    lines = TRIPLES.read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == build_triples()


def test_the_schema_is_that_of_the_types() -> None:
    path = resource_path("schemas") / "output-evaluate.schema.json"
    assert json.loads(path.read_text("utf-8")) == build_schema()


def test_the_table_has_a_row_for_each_level_and_a_table_of_few_documents() -> None:
    code, out, err = run("--gold", GOLD, "--pred", PRED, "--baselines")
    assert (code, err) == (0, "")
    for name in ("segments", "sentence has a claim", "CLAIM strict", "SOURCE partial",
                 "CUE character", "attribution lenient", "source pro_drop", "parent edge",
                 "stance", "triples", "FactBank", "LEA", "golden-3"):  # fmt: skip
        assert name in out


def test_triples_that_have_no_place_are_named_and_the_exit_status_says_so() -> None:
    code, _, err = run("--gold", GOLD, "--pred", TRIPLES)
    assert code == 1
    assert "line 9" in err
    report = load("--gold", GOLD, "--pred", TRIPLES)
    assert [each["line"] for each in report["anchoring"][0]["failures"]] == [9]
    assert report["evaluation"]["system"] == "system:triples"


def test_two_systems_are_compared() -> None:
    report = load("--gold", GOLD, "--pred", PRED, "--pred2", GOLD)
    assert (report["comparison"]["first"], report["comparison"]["second"]) == (
        "system:golden", "gold"
    )  # fmt: skip
    differences = {each["score"]: each for each in report["comparison"]["differences"]}
    assert differences["attribution.strict"]["difference"] > 0
    assert report["second"]["triples"]["f1"] == 1
    code, out, _ = run("--gold", GOLD, "--pred", PRED, "--pred2", GOLD)
    assert code == 0
    assert "difference" in out


def test_an_extra_document_is_a_warning(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(dump_record(build_gold(1)) + "\n", "utf-8")
    code, _, err = run("--gold", gold, "--pred", PRED)
    assert code == 0
    assert "golden-2" in err
    assert len(load("--gold", gold, "--pred", PRED)["warnings"]) == 1


def test_an_empty_prediction_is_all_missed(tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", "utf-8")
    report = load("--gold", GOLD, "--pred", empty)
    assert report["evaluation"]["claim"]["strict"]["recall"] == 0
    assert len(report["evaluation"]["extent"]["missing"]) == 3


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (None, 2),
        ("no json\n", 1),
        ("[]\n", 1),
        ('{"claim": "x", "document": "golden-1"}\nno json\n', 1),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    tmp_path: Path, content: str | None, status: int
) -> None:
    path = tmp_path / "pred.jsonl"
    if content is not None:
        path.write_text(content, "utf-8")
    code, out, err = run("--gold", GOLD, "--pred", path)
    assert (code, out) == (status, "")
    assert err.startswith("Error: ")
    assert "Traceback" not in err


def test_another_text_of_a_document_is_wrong_usage(tmp_path: Path) -> None:
    path = tmp_path / "pred.jsonl"
    path.write_text(PRED.read_text("utf-8").replace("300", "301"), "utf-8")
    code, _, err = run("--gold", GOLD, "--pred", path)
    assert code == 2
    assert "golden-1" in err


def test_an_unknown_scheme_is_wrong_usage() -> None:
    assert run("--gold", GOLD, "--pred", PRED, "--scheme", "nonesuch")[0] == 2
