from __future__ import annotations

import json
import tomllib
from pathlib import Path

from jupyterlab_server.config import get_federated_extensions

from workbench.lab.card import NAME, write_labextension
from workbench.resources import resource_path

ROOT = Path(__file__).parents[3]


def test_jupyterlab_finds_the_extension(tmp_path: Path) -> None:
    write_labextension(tmp_path)
    found = get_federated_extensions([str(tmp_path)])[NAME]
    load = found["jupyterlab"]["_build"]["load"]
    assert (tmp_path / NAME / load).is_file()


def test_its_notebook_is_the_one_of_all_projects_and_lies_beside_the_script(tmp_path: Path) -> None:
    write_labextension(tmp_path)
    (script,) = tmp_path.rglob("remoteEntry.js")
    notebook = resource_path("notebooks") / "annotate.ipynb"
    assert script.with_name("annotate.ipynb").read_bytes() == notebook.read_bytes()


def test_it_has_the_version_of_the_package(tmp_path: Path) -> None:
    write_labextension(tmp_path)
    described = json.loads((tmp_path / NAME / "package.json").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert (described["name"], described["version"]) == (project["name"], project["version"])
