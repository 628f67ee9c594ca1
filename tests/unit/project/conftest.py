"""Projects in a folder of their own, and the files of records that go into them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.golden.export.invented import make_records
from workbench.exchange import write_lines
from workbench.model import Record, dump_record
from workbench.project import Project, init_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with init_project(tmp_path / "harbour") as project:
        yield project


@pytest.fixture
def write_records(tmp_path: Path) -> Callable[[Iterable[Record]], Path]:
    def write(records: Iterable[Record]) -> Path:
        path = tmp_path / "records.jsonl"
        write_lines(path, map(dump_record, records))
        return path

    return write


@pytest.fixture
def filled(project: Project, write_records: Callable[[Iterable[Record]], Path]) -> Project:
    """A project with the invented gold in it."""
    project.import_records(write_records(make_records()), "gold")
    return project
