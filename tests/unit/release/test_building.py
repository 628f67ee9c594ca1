"""A release as a folder: what is in it, and that it is whole or not there."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.unit.release.conftest import (
    BRIDGE,
    LIGHTHOUSE,
    MILL,
    MakeMaterial,
    MakeProject,
    make_record,
    read_tree,
    write_records,
)
from workbench.errors import ReleaseError, UsageError
from workbench.exchange import iter_records
from workbench.model import Cluster, Entity, Name, Registry
from workbench.release import build_release, verify_release
from workbench.release import folder as folders

GOLD = [
    make_record("lamp", LIGHTHOUSE, clusters=["k:lamp", "k:lamp"], entities=["ent:keeper"],
                publisher="The | Bell", published="2031-04-02"),
    make_record("mill", MILL, stances=["affirm", "decline"], published="2031-05"),
]  # fmt: skip
REGISTRY = Registry(
    {
        "ent:keeper": Entity(
            "ent:keeper", "person", (Name("الحارس", "ar"),), None, "ent:isle", None
        ),
        "ent:isle": Entity("ent:isle", "state", (Name("الجزيرة", "ar"),), None, None, None),
        "ent:stranger": Entity("ent:stranger", "person", (), None, None, None),
    },
    {"k:lamp": Cluster("k:lamp", "The lamp went out.", None)},
)


def annotators(*names: str) -> dict[str, Any]:
    layers = {}
    for name in names:
        layer = f"annotator:{name}"
        stances = ["affirm", "doubt"] if name == "a02" else ["affirm", "deny"]
        layers[layer] = [make_record("lamp", LIGHTHOUSE, layer=layer, stances=stances,
                                      publisher="The | Bell", published="2031-04-02")]  # fmt: skip
    return layers


def test_all_that_belongs_to_a_release_is_there(
    make_material: MakeMaterial, tmp_path: Path
) -> None:
    material = make_material(
        GOLD, registry=REGISTRY, guidelines="Mark claims.\n", license="CC0-1.0",
        layers=annotators("a01", "a02"),
    )  # fmt: skip
    report = build_release(material, tmp_path / "lamps-1")
    assert set(read_tree(report.path)) == {
        "README.md", "agreement.json", "annotators/a01.documents.jsonl",
        "annotators/a02.documents.jsonl", "croissant.json", "gold.documents.jsonl",
        "gold.sentences.jsonl", "gold.triples.jsonl", "guidelines.md", "manifest.json",
        "registry/clusters.jsonl", "registry/entities.jsonl", "schemas/record.schema.json",
        "schemas/scheme.json", "schemas/scheme.schema.json", "schemas/sentence.schema.json",
        "schemas/triple.schema.json",
    }  # fmt: skip
    assert (report.notes, report.documents) == ((), 2)
    assert list(iter_records(report.path / "gold.documents.jsonl")) == GOLD
    entities = (report.path / "registry" / "entities.jsonl").read_text().splitlines()
    assert [json.loads(line)["id"] for line in entities] == ["ent:isle", "ent:keeper"]
    assert json.loads((report.path / "agreement.json").read_text())
    assert verify_release(report.path) == report


def test_what_is_missing_is_said(make_material: MakeMaterial, tmp_path: Path) -> None:
    report = build_release(make_material(GOLD), tmp_path / "lamps-1")
    said = " ".join(report.notes)
    for expected in ("k:lamp", "ent:keeper", "agreement", "guidelines", "licence"):
        assert expected in said
    card = (report.path / "README.md").read_text()
    assert all(note in card for note in report.notes)
    assert not (report.path / "agreement.json").exists()


def test_the_order_of_arrival_does_not_show(make_project: MakeProject, tmp_path: Path) -> None:
    records = [*GOLD, *(each for found in annotators("a01", "a02").values() for each in found)]
    trees = []
    for name, arriving in (("one", records), ("two", records[::-1])):
        project = make_project(name, arriving)
        trees.append(read_tree(project.release("lamps-1", out=tmp_path / f"out-{name}").path))
    assert trees[0] == trees[1]
    assert "annotators/a02.documents.jsonl" in trees[0]


def test_a_name_that_is_taken_is_refused(make_project: MakeProject) -> None:
    project = make_project("one", GOLD)
    before = read_tree(project.release("lamps-1").path)
    with pytest.raises(UsageError, match="exists"):
        project.release("lamps-1", license="CC0-1.0")
    assert read_tree(project.directory / "releases" / "lamps-1") == before  # type: ignore[operator]


@pytest.mark.parametrize("name", ["", "..", ".a", "a/b", "a b", "é", "a" * 65])
def test_a_name_that_is_no_name_is_refused(name: str, make_project: MakeProject) -> None:
    with pytest.raises(UsageError, match="Expected a name"):
        make_project("one", GOLD).release(name)


@pytest.mark.parametrize("failing", ["README.md", "croissant.json", "scheme.json"])
def test_a_full_disk_leaves_nothing(
    failing: str, make_material: MakeMaterial, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.open

    def fail(path: Path, *arguments: Any, **options: Any) -> Any:
        if path.name == failing:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, *arguments, **options)

    material = make_material(GOLD)
    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(UsageError, match="No space left"):
        build_release(material, tmp_path / "out" / "lamps-1")
    assert list((tmp_path / "out").iterdir()) == []


def test_an_interrupt_leaves_nothing(
    make_material: MakeMaterial, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(folders, "_sync_tree", interrupt)
    with pytest.raises(KeyboardInterrupt):
        build_release(make_material(GOLD), tmp_path / "out" / "lamps-1")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_appears_meanwhile_is_left_alone(
    make_material: MakeMaterial, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out" / "lamps-1"

    def appear(_: Path) -> None:
        target.mkdir()
        (target / "theirs").touch()

    monkeypatch.setattr(folders, "_sync_tree", appear)
    with pytest.raises(UsageError, match="exists"):
        build_release(make_material(GOLD), target)
    assert list(read_tree(tmp_path / "out")) == ["lamps-1/theirs"]


def test_nothing_decided_is_no_release(make_project: MakeProject) -> None:
    with pytest.raises(ReleaseError, match="gold"):
        make_project("one", []).release("empty")


def test_invalid_records_are_no_release(make_material: MakeMaterial, tmp_path: Path) -> None:
    claims = (msgspec.structs.replace(GOLD[0].claims[0], voice="author"), GOLD[0].claims[1])
    wrong = msgspec.structs.replace(GOLD[0], claims=claims)
    with pytest.raises(ReleaseError, match="/claims/0/voice"):
        build_release(make_material([wrong]), tmp_path / "lamps-1")


def test_only_annotators_documents_that_are_gold_are_released(make_project: MakeProject) -> None:
    other = make_record("bridge", BRIDGE, layer="annotator:a01")
    report = make_project("one", [GOLD[0], *annotators("a01")["annotator:a01"], other]).release("x")
    found = list(iter_records(report.path / "annotators" / "a01.documents.jsonl"))
    assert [record.document.id for record in found] == ["lamp"]


def test_people_are_pseudonyms_and_an_own_name_in_a_comment_is_told(
    make_project: MakeProject, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.jsonl"
    for name, comment, expected in (("one", "ask rihana!", 2), ("two", None, 0)):
        project = make_project(name, [GOLD[0]])
        project.store.ensure_person("Rihana")
        record = make_record("lamp", LIGHTHOUSE, layer="annotator:a01", comment=comment)
        project.import_records(write_records(theirs, [record]), "annotator:Rihana")
        report = project.release("x")
        tree = read_tree(report.path)
        assert "annotators/a01.documents.jsonl" in tree
        assert all(b"Rihana" not in content for content in tree.values())
        assert len(report.warnings) == expected
        assert all("holds the own name of a01" in warning for warning in report.warnings)


@pytest.mark.slow
def test_a_killed_process_leaves_no_half_release(make_project: MakeProject) -> None:
    project = make_project("one", GOLD)
    assert project.directory is not None
    script = (
        "import os, sys; from workbench.project import open_project; "
        "from workbench.release import folder; folder._sync_tree = lambda _: os._exit(9); "
        "open_project(sys.argv[1]).release('x')"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(project.directory)], check=False)
    assert killed.returncode == 9
    left = [path.name for path in (project.directory / "releases").iterdir()]
    assert [name.startswith(".x.") and name.endswith(".part") for name in left] == [True]
    assert verify_release(project.release("x").path).problems == ()
