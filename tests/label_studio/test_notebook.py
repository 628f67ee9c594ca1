"""The notebook against a real server: what a person sees who presses Run All, twice."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import nbformat
import pytest

from tests.browser.jupyterlab import own_folders
from tests.label_studio.server import ACCOUNT, ROOT, LabelStudio
from tests.label_studio.syncing import (
    change_here,
    change_there,
    drop,
    ensure_user,
    find_project,
    find_stance,
    find_stance_there,
    make_project,
)
from workbench.project import Project, open_project

NOTEBOOK = ROOT / "notebooks" / "label_studio.ipynb"
DEFAULT_URL = "http://127.0.0.1:8080"


def run(project: Project, url: str, tmp_path: Path, choices: str = "{}") -> str:
    """Run the notebook in a project; return all that it shows."""
    assert project.directory is not None
    copy = project.directory / NOTEBOOK.name
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    for cell in notebook.cells:
        cell.source = (
            cell.source.replace(DEFAULT_URL, url)
            .replace("annotator@example.org", ACCOUNT.email)
            .replace("choices = {}", f"choices = {choices}")
        )
    nbformat.write(notebook, copy)
    ran = subprocess.run(
        [sys.executable, "-m", "jupyter", "execute", "--allow-errors", "--inplace", str(copy)],
        env={
            **os.environ,
            **own_folders(tmp_path),
            "PYTHONPATH": str(ROOT),
            "LABEL_STUDIO_API_KEY": ACCOUNT.token,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ACCOUNT.token not in copy.read_text("utf-8") + ran.stdout + ran.stderr
    outputs = [
        output
        for cell in nbformat.read(copy, as_version=4).cells
        for output in cell.get("outputs", [])
    ]
    assert [each for each in outputs if each.output_type == "error"] == []
    return "\n".join(
        str(each.get("text") or each["data"].get("text/html") or each["data"]["text/plain"])
        for each in outputs
    )


@pytest.mark.notebooks
@pytest.mark.slow
def test_run_all_plans_pushes_pulls_and_settles_a_conflict(
    label_studio: LabelStudio, tmp_path: Path
) -> None:
    ensure_user(label_studio)
    make_project(tmp_path / "project").close()
    with closing(open_project(tmp_path / "project")) as project:
        shown = run(project, label_studio.url, tmp_path)
        assert "3 x create task" in shown
        assert "No conflicts" in shown
        number = find_project(label_studio, project)

        change_here(project, "deny", attribution="a4")
        change_there(label_studio, number, "doubt", hub="a4")
        shown = run(project, label_studio.url, tmp_path)
        assert "<td" in shown
        assert "deny" in shown
        assert "doubt" in shown

        run(project, label_studio.url, tmp_path, choices='{1: "theirs"}')
        assert find_stance(project, "a4") == "doubt"
        assert find_stance_there(label_studio, number, "a4") == "doubt"
        drop(label_studio, project)


def test_the_address_and_the_account_are_those_of_a_server_of_ones_own() -> None:
    from workbench.sync.server.account import DEFAULT_EMAIL
    from workbench.sync.server.home import FIRST_PORT

    source = NOTEBOOK.read_text("utf-8")
    assert f"127.0.0.1:{FIRST_PORT}" in source
    assert DEFAULT_EMAIL in source
