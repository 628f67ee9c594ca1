"""Layers in the formats of other programs, as a person carries them out and in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.unit.cli.conftest import Run
from workbench.model import dump_record
from workbench.project import open_project
from workbench.resources import resource_path

POLNEAR = (
    "T1\tSource 0 12\tThe minister\nT2\tCue 13 17\tsaid\nT3\tContent 18 34\tthe port is open\n"
    "T4\tAttribution 13 17\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
)


def check(name: str, text: str) -> None:
    path = resource_path("schemas") / f"output-{name}.schema.json"
    Draft202012Validator(json.loads(path.read_text("utf-8"))).validate(json.loads(text))


@pytest.fixture
def polnear(tmp_path: Path) -> Path:
    """Return a folder of brat files that another team made."""
    folder = tmp_path / "polnear"
    folder.mkdir()
    (folder / "port.txt").write_text("The minister said the port is open.")
    (folder / "port.ann").write_text(POLNEAR)
    return folder


@pytest.mark.parametrize("name", ["brat", "cas-json", "cas-xmi", "w3c"])
def test_a_layer_goes_out_and_comes_back_unchanged(run: Run, filled: Path, name: str) -> None:
    out = run("export", "-l", "gold", "-f", name, "-p", filled, "--all", "--json")
    assert out.status == 0
    check("export", out.out)
    path = Path(json.loads(out.out)["path"])
    assert path == filled / "exports" / f"gold.{name}"
    back = run("import", path, "-l", "gold", "-p", filled, "--json")
    check("import", back.out)
    report = json.loads(back.out)
    assert (report["format"], report["documents"], report["sentences"]) == (name, 3, 0)
    assert report["losses"] == []


def test_another_project_takes_the_documents_along(run: Run, filled: Path, tmp_path: Path) -> None:
    run("export", "-l", "gold", "-f", "cas-json", "-p", filled, "--all", "-o", tmp_path / "cas")
    other = tmp_path / "other"
    run("init", other)
    assert run("import", tmp_path / "cas", "-l", "gold", "-p", other).status == 0
    with open_project(filled) as first, open_project(other) as second:
        lines = [[dump_record(r) for r in p.records("gold", all=True)] for p in (first, second)]
    assert lines[0] == lines[1] != []


@pytest.mark.parametrize("name", ["brat", "conll", "csv"])
def test_the_losses_are_printed(run: Run, filled: Path, name: str) -> None:
    shown = run("export", "-l", "gold", "-f", name, "-p", filled)
    assert f"What {name} has no place for:" in shown.out
    assert "  provenance: 2 " in shown.out
    data = json.loads(run("export", "-l", "gold", "-f", name, "-p", filled, "--json").out)
    assert {"what": "provenance", "count": 2} in [
        {key: loss[key] for key in ("what", "count")} for loss in data["losses"]
    ]


def test_what_others_made_is_imported_with_a_stance_only_if_asked(
    run: Run, place: Path, polnear: Path
) -> None:
    shown = run("import", polnear, "-l", "system:polnear", "-p", place)
    assert shown.status == 0
    assert "attributions: 1 dropped (without a stance of the scheme)" in shown.out
    again = run(
        "import", polnear, "-l", "system:other", "--stance", "affirm", "-p", place, "--json"
    )
    check("import", again.out)
    with open_project(place) as project:
        (record,) = project.records("system:other")
    assert [each.stance for each in record.attributions] == ["affirm"]
    assert record.document.id == "port"


def test_an_import_is_repeated_without_a_revision(run: Run, place: Path, polnear: Path) -> None:
    run("import", polnear, "-l", "annotator:Amal", "-p", place)
    report = json.loads(run("import", polnear, "-l", "annotator:Amal", "-p", place, "--json").out)
    assert (report["layer"], report["sentences"], report["added"]) == ("annotator:a01", 0, 0)


def test_annotations_of_others_find_the_ingested_article(
    run: Run, place: Path, polnear: Path, tmp_path: Path
) -> None:
    run("ingest", polnear / "port.txt", "-p", place)
    report = json.loads(run("import", polnear, "-l", "gold", "-p", place, "--json").out)
    assert (report["documents"], report["added"]) == (1, 0)
    assert "segments and sentences" not in {loss["what"] for loss in report["losses"]}


def test_the_whole_file_or_nothing(run: Run, place: Path, polnear: Path) -> None:
    (polnear / "zz.txt").write_text("Some words.")
    (polnear / "zz.ann").write_text("T1\tContent 0 99\tSome words.\n")
    shown = run("import", polnear, "-l", "gold", "-p", place)
    assert shown.status == 2
    assert "zz" in shown.err
    assert json.loads(run("status", "-p", place, "--json").out)["documents"] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "-l", "gold", "-f", "excel"), "one of documents, sentences"),
        (("export", "-l", "gold", "-f", "label-studio"), "one of documents, sentences"),
        (("export", "-l", "gold", "-f", "brat", "-o", "-"), "files and folders"),
        (("import", "FILE", "-l", "gold", "-f", "conll"), "one of brat"),
        (("import", "FILE", "-l", "gold", "-f", "cas-xmi"), "the type system"),
        (("import", "FILE", "-l", "gold", "--stance", "shout"), "stance"),
        (("import", "GONE", "-l", "gold", "-f", "brat"), "neither"),
    ],
)
def test_a_mistake_is_one_clear_sentence(
    run: Run, filled: Path, polnear: Path, arguments: tuple[str, ...], said: str
) -> None:
    places = {"FILE": str(polnear), "GONE": str(polnear / "gone")}
    shown = run(*(places.get(each, each) for each in arguments), "-p", filled)
    assert shown.status == 2
    assert said in shown.err
    assert shown.err.count("\n") == 1


def test_an_export_that_somebody_annotated_is_not_overwritten(run: Run, filled: Path) -> None:
    assert run("export", "-l", "gold", "-f", "brat", "-p", filled).status == 0
    assert run("export", "-l", "gold", "-f", "brat", "-p", filled).status == 0
    file = next((filled / "exports" / "gold.brat").glob("*.ann"))
    file.write_text(f"{file.read_text()}T99\tContent 0 1\tx\n")
    shown = run("export", "-l", "gold", "-f", "brat", "-p", filled)
    assert (shown.status, "T99" in file.read_text()) == (2, True)
    assert "nobody has touched" in shown.err
