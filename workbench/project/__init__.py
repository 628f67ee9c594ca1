"""The public face: open a project, fill it, annotate it, export it."""

from workbench.project.opening import init_project, open_project
from workbench.project.project import Project
from workbench.project.reports import (
    ExportReport,
    Failure,
    ImportReport,
    IngestReport,
    LayerStatus,
    StatusReport,
)

__all__ = [
    "ExportReport",
    "Failure",
    "ImportReport",
    "IngestReport",
    "LayerStatus",
    "Project",
    "StatusReport",
    "init_project",
    "open_project",
]
