"""The invented sample articles with their gold answers, as a project to try things on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.project.config import CONFIG_NAME
from workbench.project.opening import init_project, open_project
from workbench.resources import resource_path

if TYPE_CHECKING:
    from workbench.project.project import Project


def open_sample_project(directory: str | os.PathLike[str] = "sample-project") -> Project:
    """Open the sample project in `directory`; where there is none it is made first.

    It holds five invented articles and the whole gold answer of each.
    """
    folder = Path(directory).expanduser()
    if (folder / CONFIG_NAME).exists():
        return open_project(folder)
    project = init_project(folder)
    project.import_records(resource_path("exports") / "sample-gold.jsonl", "gold")
    return project
