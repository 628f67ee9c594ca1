"""One article as a file or row gave it, before it is a document; or what was wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.errors import WorkbenchError


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read.

    Attributes
    ----------
    text
        Its stored text (see `workbench.text.normalize_text`), never blank.
    path, line
        The file it came from; and the line (CSV, JSONL) or row (Parquet) of it, counted from 1,
        or ``None`` where the file is the article.
    id, title, publisher, url, published, language
        What was given, else ``None``; `published` is EDTF.
    metadata
        All else that was given, as JSON values.
    notes
        What could not be taken as it was meant, one sentence each, for a person.
    read_bytes
        How much of all the inputs lies behind this article, for a progress bar.
    """

    text: str
    path: Path
    line: int | None = None
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    read_bytes: int = 0


@dataclass(frozen=True, slots=True)
class BadInput:
    """A file or row that is no article: where, and why. `line` is ``None`` for a whole file.

    `is_other_kind` says that the file only lay in a folder and does not claim to be articles, as
    a README does: that is worth a note, and no failure.
    """

    path: Path
    line: int | None
    error: WorkbenchError
    read_bytes: int = 0
    is_other_kind: bool = False

    def __str__(self) -> str:
        """Return one sentence that names the file, the line and the reason."""
        where = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{where}: {self.error}"
