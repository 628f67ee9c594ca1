"""What the README shows is what happens: its blocks run, in order, in one folder.

A line ``$ workbench ...`` of a `console` block is run, and what the block shows below it has to
come out, where ``...`` stands for anything. A `python` block is run as a script.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that looks like a fresh checkout to the commands of the README."""
    for name in ("seeds", "exports", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_blocks_of_the_readme_do_what_they_show(folder: Path) -> None:
    blocks = BLOCK.findall(README.read_text("utf-8"))
    assert any("$ workbench" in block for _, block in blocks)
    for kind, block in blocks:
        if kind == "python":
            run([sys.executable, "-c", block], folder)
        else:
            run_console(block, folder)


def run_console(block: str, folder: Path) -> None:
    """Run the commands of one block; those of the set-up and of other programs are passed over."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        if command.startswith("workbench ") and not command.startswith("workbench lab"):
            printed = run(["sh", "-c", command], folder)
            assert matches(shown, printed), f"$ {command}\n{printed}\nbut shown is\n{shown}"


def matches(shown: str, printed: str) -> bool:
    """Answer whether `printed` is what is shown; nothing shown promises nothing."""
    pattern = r".*?".join(map(re.escape, shown.strip().split("...")))
    return not shown.strip() or re.fullmatch(pattern, printed.strip(), re.DOTALL) is not None


def run(command: list[str], folder: Path) -> str:
    """Return what a command prints; it has to do well."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8"
    )
    assert ran.returncode == 0, f"{command}\n{ran.stdout}{ran.stderr}"
    return ran.stdout


@pytest.mark.parametrize(
    ("shown", "printed", "fits"),
    [
        ("", "anything", True),
        ("5 added", "5 added\n", True),
        ("5 added", "6 added", False),
        ("5 ... failed.", "5 added,\n0 failed.", True),
        ("5 ... failed.", "5 added", False),
    ],
)
def test_an_ellipsis_stands_for_anything_and_nothing_else_does(
    shown: str, printed: str, *, fits: bool
) -> None:
    assert matches(shown, printed) == fits
