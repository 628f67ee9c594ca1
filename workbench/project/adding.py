"""Articles from files into the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.project.reports import IngestReport

if TYPE_CHECKING:
    from workbench.store import Store


def ingest(
    store: Store,
    paths: Sequence[Path],
    *,
    language: str | None,
    encoding: str | None,
    on_progress: Callable[[int, str], None] | None,
) -> IngestReport:
    """Add the articles of `paths` and report what failed."""
    raise NotImplementedError


def add_article(store: Store, name: str, content: bytes) -> list[str]:
    """Add the articles of one file that was dropped, and return their ids."""
    raise NotImplementedError
