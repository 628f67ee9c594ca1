"""Projects in a folder of their own, and the files of records that go into them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.golden.export.invented import make_records
from workbench.exchange import write_lines
from workbench.model import Record, dump_record
from workbench.project import Project, init_project, open_project


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an empty project and one with the invented gold, to be copied."""
    folder = tmp_path_factory.mktemp("templates")
    gold = folder / "gold.jsonl"
    write_lines(gold, map(dump_record, make_records()))
    init_project(folder / "empty", name="harbour").close()
    shutil.copytree(folder / "empty", folder / "filled")
    with open_project(folder / "filled") as project:
        project.import_records(gold, "gold")
    return folder


@pytest.fixture
def project(tmp_path: Path, templates: Path) -> Iterator[Project]:
    """An empty project."""
    with open_project(shutil.copytree(templates / "empty", tmp_path / "harbour")) as project:
        yield project


@pytest.fixture
def filled(tmp_path: Path, templates: Path) -> Iterator[Project]:
    """A project with the invented gold in it."""
    with open_project(shutil.copytree(templates / "filled", tmp_path / "harbour")) as project:
        yield project


@pytest.fixture
def write_records(tmp_path: Path) -> Callable[[Iterable[Record]], Path]:
    def write(records: Iterable[Record]) -> Path:
        path = tmp_path / "records.jsonl"
        write_lines(path, map(dump_record, records))
        return path

    return write
