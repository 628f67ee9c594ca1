"""The invented sample articles with their gold answers, as a project to try things on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import UsageError
from workbench.project.config import CONFIG_NAME
from workbench.project.opening import init_project, open_project
from workbench.resources import resource_path

if TYPE_CHECKING:
    from workbench.project.project import Project


SAMPLES = ("articles", "story")
FEATURES = {"articles": (), "story": ("figure", "date")}
"""The optional features that are on in their projects."""


def open_sample_project(
    directory: str | os.PathLike[str] = "sample-project", sample: str = "articles"
) -> Project:
    """Open the sample project in `directory`; where there is none it is made first.

    Parameters
    ----------
    sample
        ``articles``: five invented articles as real pages have them, the whole gold answer of
        each, and the registry of the entities and clusters in them. ``story``: eight short ones of
        one story over a month, linked, with outlets and dates, to look at in the ledger.
    """
    if sample not in SAMPLES:
        raise UsageError(f"Expected one of {', '.join(SAMPLES)}, got {sample!r}.")
    folder = Path(directory).expanduser()
    if (folder / CONFIG_NAME).exists():
        return open_project(folder)
    project = init_project(folder, features=FEATURES[sample])
    files = {name: _find_file(sample, name) for name in ("gold", "entities", "clusters", "links")}
    project.import_records(files["gold"], "gold", format="records")
    for name in ("entities", "clusters"):
        if files[name].exists():
            (folder / "registry").mkdir(exist_ok=True)
            shutil.copyfile(files[name], folder / "registry" / f"{name}.jsonl")
    if files["links"].exists():
        project.import_records(files["links"], "gold", format="links")
    return project


def _find_file(sample: str, name: str) -> Path:
    if sample == "story":
        return resource_path("seeds") / "story" / f"{name}.lines"
    return resource_path("exports") / f"sample-{name}.jsonl"
