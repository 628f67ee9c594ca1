"""Each notebook is short and clean, uses public names, and runs from first cell to last."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

import workbench
from tests.browser.jupyterlab import own_folders
from workbench import init_project

ROOT = Path(__file__).resolve().parent.parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
WIDGET = "application/vnd.jupyter.widget-view+json"

pytestmark = pytest.mark.notebooks


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture
def notebook(path: Path) -> nbformat.NotebookNode:
    found: nbformat.NotebookNode = nbformat.read(path, as_version=4)
    return found


def test_there_is_a_notebook_to_annotate_with() -> None:
    assert "annotate" in [path.stem for path in NOTEBOOKS]


def test_it_has_at_most_twelve_cells(notebook: nbformat.NotebookNode) -> None:
    assert 0 < len(notebook.cells) <= 12


def test_no_outputs_are_committed(notebook: nbformat.NotebookNode) -> None:
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code)


def test_it_imports_public_names_only(notebook: nbformat.NotebookNode) -> None:
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            assert all(not name.name.startswith("workbench.") for name in node.names)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("workbench"):
            assert node.module == "workbench"
            assert {name.name for name in node.names} <= set(workbench.__all__)
        if isinstance(node, ast.Attribute):
            assert not node.attr.startswith("_"), f"{node.attr} is private"


@pytest.mark.timeout(300)
def test_it_runs_in_a_project(path: Path, tmp_path: Path) -> None:
    text = "قال وزير النقل في سروند إن الجسر سيفتح يوم الأحد. ولم تعلق الشركة على الخبر.\n"
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    with init_project(tmp_path / "project") as project:
        project.ingest(tmp_path / "article.txt")
    copy = shutil.copy(path, tmp_path / "project")
    # A process of its own: the browser tests of this one have an event loop that is running.
    ran = subprocess.run(
        [sys.executable, "-m", "jupyter", "execute", "--allow-errors", "--inplace", str(copy)],
        env={**os.environ, **own_folders(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    outputs = [
        output
        for cell in nbformat.read(copy, as_version=4).cells
        for output in cell.get("outputs", [])
    ]
    assert [output for output in outputs if output.output_type == "error"] == []
    if path.stem == "agreement":
        assert sum("image/png" in output.get("data", {}) for output in outputs) == 2
    if path.stem == "ledger":
        assert sum("image/png" in output.get("data", {}) for output in outputs) == 3
    if path.stem in {"annotate", "agreement", "ledger"}:
        assert any(WIDGET in output.get("data", {}) for output in outputs)
