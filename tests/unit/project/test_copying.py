"""A project copied: what comes along, what is refused, and that nothing half-made stays."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run, gold, place, run, templates
from workbench.errors import StoreError, UsageError
from workbench.project import init_project, open_project
from workbench.project.copying import copy_project
from workbench.resources import resource_path

__all__ = ["gold", "place", "run", "templates"]


@pytest.fixture
def project(tmp_path: Path, templates: Path) -> Path:
    """Return a project with gold, a scheme file of its own, guidelines and a registry."""
    folder = tmp_path / "ميناء"
    own = tmp_path / "own.json"
    shutil.copy(resource_path("schemas") / "claims-sources-stances-1.0.json", own)
    with init_project(folder, scheme=own, name="harbour") as made:
        made.import_records(templates / "gold.jsonl", "gold")
    (folder / "registry").mkdir()
    (folder / "registry" / "entities.jsonl").write_text("{}\n", encoding="utf-8")
    (folder / "guidelines.md").write_text("# Ours\n", encoding="utf-8")
    (folder / "exports").mkdir()
    (folder / "exports" / "old.jsonl").write_text("", encoding="utf-8")
    return folder


def test_a_copy_in_a_folder_is_a_project(project: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    report = copy_project(project, backup)
    assert (report.documents, report.notes) == (3, ())
    names = {each.name for each in backup.iterdir() if not each.name.endswith(("-wal", "-shm"))}
    brought = {"guidelines.md", "own.json", "registry"}
    assert names == {*brought, "workbench.sqlite", "workbench.toml"}
    shutil.rmtree(project)
    with open_project(backup) as copy:
        assert copy.name == "harbour"
        assert copy.store.state_hash() == report.state_sha256
        lines = Path(copy.export("gold").path).read_text("utf-8").splitlines()
        assert len(lines) == 2


def test_from_an_address_only_the_store_comes_along(project: Path, tmp_path: Path) -> None:
    copy_project(f"sqlite:///{project / 'workbench.sqlite'}", tmp_path / "copy")
    with open_project(tmp_path / "copy") as copy, open_project(project) as original:
        assert copy.store.state_hash() == original.store.state_hash()
        assert copy.name == "harbour"


def test_to_an_address_says_how_to_switch(project: Path, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'elsewhere.sqlite'}"
    report = copy_project(project, address)
    assert address in report.notes[0]
    with open_project(address) as copy:
        assert copy.store.state_hash() == report.state_sha256


def test_a_project_is_never_copied_over(project: Path, tmp_path: Path) -> None:
    copy_project(project, tmp_path / "backup")
    with pytest.raises(UsageError, match="without a project"):
        copy_project(project, tmp_path / "backup")
    with pytest.raises(UsageError, match="without a project"):
        copy_project(project, project)


def test_a_copy_that_fails_leaves_nothing(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(share: float, _table: str) -> None:
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_project(project, tmp_path / "backup", interrupt)
    assert not (tmp_path / "backup").exists()


def test_a_file_in_the_way_is_kept(project: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    backup.mkdir()
    (backup / "workbench.sqlite").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="something already"):
        copy_project(project, backup)
    assert (backup / "workbench.sqlite").read_text("utf-8") == "mine"


def test_the_command_says_what_it_did(run: Run, project: Path, tmp_path: Path) -> None:
    ran = run("copy", project, tmp_path / "one")
    assert ran.status == 0
    assert "3 documents" in ran.out
    with_json = json.loads(run("copy", project, tmp_path / "two", "--json").out)
    assert (with_json["documents"], len(with_json["state_sha256"])) == (3, 64)


@pytest.mark.parametrize("target", ["postgresql+psycopg://me:secret@host/name", "mysql://host/x"])
def test_an_address_that_will_not_do_is_refused_in_one_sentence(
    run: Run, project: Path, target: str
) -> None:
    ran = run("copy", project, target)
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert "secret" not in ran.err


def test_a_project_that_is_not_there_leaves_no_folder(run: Run, tmp_path: Path) -> None:
    ran = run("copy", tmp_path / "none", tmp_path / "copy")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert not (tmp_path / "copy").exists()
