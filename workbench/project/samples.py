"""The invented sample articles with their gold answers, as a project to try things on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.project.config import CONFIG_NAME
from workbench.project.opening import init_project, open_project
from workbench.resources import resource_path

if TYPE_CHECKING:
    from workbench.project.project import Project


def open_sample_project(directory: str | os.PathLike[str] = "sample-project") -> Project:
    """Open the sample project in `directory`; where there is none it is made first.

    It holds five invented articles, the whole gold answer of each, and the registry of the entities
    and clusters in them.
    """
    folder = Path(directory).expanduser()
    if (folder / CONFIG_NAME).exists():
        return open_project(folder)
    samples = resource_path("exports")
    project = init_project(folder)
    project.import_records(samples / "sample-gold.jsonl", "gold")
    for name in ("entities", "clusters"):
        source = samples / f"sample-{name}.jsonl"
        if source.exists():
            (folder / "registry").mkdir(exist_ok=True)
            shutil.copyfile(source, folder / "registry" / f"{name}.jsonl")
    return project
