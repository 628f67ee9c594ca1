"""What `dev.py` says and does on a machine that lacks something, and the versions that it uses."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import dev

PROJECT = tomllib.loads((dev.ROOT / "pyproject.toml").read_text("utf-8"))
PINS = (dev.ROOT / "constraints.txt").read_text("utf-8").splitlines()


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of what would be installed on a machine where nothing is set up yet."""
    installed: list[str] = []
    monkeypatch.setattr(dev, "STATE", tmp_path / ".dev")
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(dev, "_make_venv", lambda: None)
    monkeypatch.setattr(dev, "_venv_works", lambda: True)
    monkeypatch.setattr(dev, "_pip", lambda *arguments: installed.append(" ".join(arguments)))
    return installed


def answer(status: int, text: str) -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess([], status, stdout="", stderr=text)


def test_the_workbench_alone_is_installed_without_tools(machine: list[str]) -> None:
    dev.set_up(dev=False)
    assert machine[-1].endswith("-e .[parquet,pictures,postgres,splits]")
    assert "dev" not in machine[-1].split()


def test_a_second_time_nothing_is_installed(machine: list[str]) -> None:
    dev.set_up(dev=True)
    before = list(machine)
    dev.set_up(dev=True)
    dev.set_up(dev=False)
    assert machine == before


def test_the_tools_come_when_they_are_wanted(machine: list[str]) -> None:
    dev.set_up(dev=False)
    dev.set_up(dev=True)
    assert machine[-1].endswith("--group dev")


def test_other_versions_are_installed_again(
    machine: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.set_up(dev=False)
    before = len(machine)
    monkeypatch.setattr(dev, "_fingerprint", lambda: "of other versions")
    dev.set_up(dev=False)
    assert len(machine) == 2 * before


@pytest.mark.usefixtures("machine")
def test_an_old_python_is_told_which_one_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(dev.Trouble, match=r"3\.11 or newer"):
        dev.set_up(dev=False)


def test_a_python_without_venv_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: answer(1, "ensurepip is missing"))
    with pytest.raises(dev.Trouble, match="python3-venv"):
        dev._make_venv()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("NewConnectionError: Failed to establish a connection", "is there a network"),
        ("ERROR: No matching distribution found for anywidget==99", "anywidget==99"),
    ],
)
def test_what_pip_could_not_do_is_said_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, sentence: str
) -> None:
    monkeypatch.setattr(dev, "STATE", tmp_path)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: answer(1, said))
    with pytest.raises(dev.Trouble, match=sentence) as trouble:
        dev._pip("anything")
    assert "\n" not in str(trouble.value)
    assert said in (tmp_path / "pip.log").read_text("utf-8")


def test_a_browser_is_the_one_that_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = tmp_path / "browser"
    browser.touch(mode=0o755)
    monkeypatch.setenv("CHROMIUM", str(browser))
    assert dev.find_browser() == str(browser)
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    assert dev.find_browser() is None


def test_every_requirement_has_an_exact_version_and_no_address() -> None:
    project = PROJECT["project"]
    groups = [*project["optional-dependencies"].values(), *PROJECT["dependency-groups"].values()]
    wanted = [project["dependencies"], *groups, PROJECT["build-system"]["requires"]]
    names = {Requirement(text).name for group in wanted for text in group}
    pinned = {line.partition("==")[0] for line in PINS if "==" in line}
    assert names - pinned == set()
    assert [line for line in PINS if re.search(r"://|@", line)] == []
