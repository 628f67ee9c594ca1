"""The import contracts of `pyproject.toml` notice what they are there to notice."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]

# One fault for each contract: the module that commits it, and what it imports.
FAULTS = {
    "Imports point down only": ("store/wrong.py", "workbench.session"),
    "Only the store knows SQL": ("ingest/wrong.py", "sqlalchemy"),
    "Only the widgets know Jupyter's widgets": ("session/wrong.py", "traitlets"),
    "Only sync knows Label Studio's SDK": ("exchange/wrong.py", "label_studio_sdk"),
    "Frames are made in two places": ("cli/wrong.py", "pandas"),
}

pytestmark = pytest.mark.slow


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """Return a folder with the settings and a package that has an empty module for each layer."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    layers = " ".join(CONTRACTS["contracts"][0]["layers"])
    for layer in re.findall(r"\w+", layers):
        (tmp_path / "workbench" / layer).mkdir(parents=True)
        (tmp_path / "workbench" / layer / "__init__.py").touch()
    (tmp_path / "workbench" / "__init__.py").touch()
    return tmp_path


def find_broken(folder: Path) -> set[str]:
    """Return the names of the contracts that the package in `folder` breaks."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    verdicts = {name: f"{name} BROKEN" in ran.stdout for name in FAULTS}
    assert f"Contracts: {len(FAULTS) - sum(verdicts.values())} kept" in ran.stdout, ran.stdout
    return {name for name, is_broken in verdicts.items() if is_broken}


def test_there_is_a_fault_for_each_contract() -> None:
    assert set(FAULTS) == {contract["name"] for contract in CONTRACTS["contracts"]}


def test_a_package_without_imports_breaks_none(skeleton: Path) -> None:
    assert find_broken(skeleton) == set()


def test_each_fault_breaks_its_contract(skeleton: Path) -> None:
    for module, imported in FAULTS.values():
        (skeleton / "workbench" / module).write_text(f"import {imported}\n", encoding="utf-8")
    assert find_broken(skeleton) == set(FAULTS)


def test_a_module_without_a_layer_is_noticed(skeleton: Path) -> None:
    (skeleton / "workbench" / "stray.py").touch()
    assert find_broken(skeleton) == {"Imports point down only"}
