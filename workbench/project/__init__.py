"""The public face: open a project, fill it, annotate it, export it."""

from workbench.project.opening import init_project, open_project
from workbench.project.project import Project
from workbench.project.reports import (
    ExportReport,
    ImportReport,
    IngestReport,
    LayerStatus,
    Remark,
    StatusReport,
)
from workbench.project.samples import open_sample_project

__all__ = [
    "ExportReport",
    "ImportReport",
    "IngestReport",
    "LayerStatus",
    "Project",
    "Remark",
    "StatusReport",
    "init_project",
    "open_project",
    "open_sample_project",
]
