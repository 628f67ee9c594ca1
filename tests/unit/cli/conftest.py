"""The command line as a person calls it: arguments in, both streams and the exit status out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.golden.export.invented import make_records
from workbench.cli import app
from workbench.exchange import write_lines
from workbench.model import dump_record
from workbench.project import init_project, open_project
from workbench.project.config import ENVIRONMENT_VARIABLE

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Ran:
    """What came of a call."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command inside this process."""
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)
    monkeypatch.delenv("WORKBENCH_DEBUG", raising=False)

    def run(*arguments: str | Path) -> Ran:
        result = CliRunner().invoke(app, [str(each) for each in arguments])
        return Ran(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def start() -> Callable[..., subprocess.Popen[bytes]]:
    """Start a command as a process of its own; the words `before` it may give up privileges."""

    def start(
        *arguments: str | Path, before: Sequence[str] = (), **options: object
    ) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": ""}
        command = [*before, sys.executable, "-m", "workbench", *map(str, arguments)]
        return subprocess.Popen(command, env=environment, **options)  # type: ignore[call-overload, no-any-return]

    return start


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Return a file with the records of the invented articles."""
    path = tmp_path / "gold.jsonl"
    write_lines(path, map(dump_record, make_records()))
    return path


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
def place(tmp_path: Path, templates: Path) -> Path:
    """Return the folder of an empty project."""
    return Path(shutil.copytree(templates / "empty", tmp_path / "harbour"))


@pytest.fixture
def filled(tmp_path: Path, templates: Path) -> Path:
    """Return the folder of a project with the invented gold in it."""
    return Path(shutil.copytree(templates / "filled", tmp_path / "harbour"))
