"""Tag claims, sources and stances in news articles, Arabic first, inside JupyterLab.

>>> from workbench import open_project  # doctest: +SKIP
>>> open_project("my-project").annotate("amal")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.errors import (
    ConflictError,
    DecodingError,
    DocumentError,
    EditError,
    InputError,
    OffsetError,
    RecordError,
    SchemeError,
    StoreError,
    StoreUnavailable,
    StoreVersionError,
    UnfinishedError,
    UsageError,
    WorkbenchError,
)

if TYPE_CHECKING:
    from workbench.project import Project, init_project, open_project, open_sample_project

__all__ = [
    "ConflictError",
    "DecodingError",
    "DocumentError",
    "EditError",
    "InputError",
    "OffsetError",
    "Project",
    "RecordError",
    "SchemeError",
    "StoreError",
    "StoreUnavailable",
    "StoreVersionError",
    "UnfinishedError",
    "UsageError",
    "WorkbenchError",
    "init_project",
    "open_project",
    "open_sample_project",
]

_LAZY = frozenset({"Project", "init_project", "open_project", "open_sample_project"})


def __getattr__(name: str) -> Any:
    """Load the heavier names when they are first used."""
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from workbench import project

    return getattr(project, name)


def __dir__() -> list[str]:
    """Return the public names, also those that are not loaded yet."""
    return sorted({*globals(), *__all__})
