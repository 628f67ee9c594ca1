"""The release of the sample gold, byte for byte; `tests/golden/release` says how to renew it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.unit.release.conftest import MakeProject, read_tree
from workbench.exchange import iter_records, write_lines
from workbench.project import Project
from workbench.release import rehydrate, verify_release
from workbench.resources import resource_path

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = ROOT / "tests" / "golden" / "release" / "sample-gold"
LICENSE = "Apache-2.0"


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script that makes the sample gold."""
    spec = importlib.util.spec_from_file_location(
        "release_build", resource_path("seeds") / "gold" / "build.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(make_project: MakeProject, build: ModuleType) -> Project:
    """A project with the sample gold, which arrived backwards, and its registry."""
    records = list(iter_records(resource_path("exports") / "sample-gold.jsonl"))
    project = make_project("any-name", records[::-1])
    assert project.directory is not None
    registry = build.load_registry()
    for name, text in (
        ("entities.jsonl", build.dump_entities(registry)),
        ("clusters.jsonl", build.dump_clusters(registry)),
    ):
        write_lines(project.directory / "registry" / name, text.splitlines()[::-1])
    return project


def test_the_sample_gold_is_released_as_ever(project: Project) -> None:
    made = project.release("sample-gold", license=LICENSE).path
    if os.environ.get("WORKBENCH_RENEW_GOLDEN"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        shutil.copytree(made, GOLDEN)
    found, golden = read_tree(made), read_tree(GOLDEN)
    assert sorted(found) == sorted(golden)
    for name, content in golden.items():
        assert found[name] == content, name


def test_the_golden_release_verifies() -> None:
    report = verify_release(GOLDEN)
    assert (report.problems, report.documents) == ((), 5)


def test_its_texts_go_out_and_come_back_from_the_articles(project: Project, tmp_path: Path) -> None:
    bare = project.release("sample-gold", out=tmp_path, with_texts=False, license=LICENSE).path
    texts = resource_path("seeds").glob("*.txt")
    back = rehydrate(bare, texts, tmp_path / "back").path
    assert read_tree(back) == read_tree(GOLDEN)
