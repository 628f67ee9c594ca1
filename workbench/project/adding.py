"""Articles from files into the store."""

from __future__ import annotations

import re
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import DocumentError, InputError, StoreUnavailable
from workbench.model import compute_text_sha256
from workbench.project.reports import IngestReport, Remark

if TYPE_CHECKING:
    from workbench.ingest import Article, BadInput
    from workbench.model import Document, Segment, Sentence
    from workbench.store import Store

OnProgress = Callable[[float, str], object]
"""Is told how much of the input is done (0 to 1) and the name of the file it is in."""


class Ingest:
    """Brings the articles of files into a store, and remembers how that went."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: deque[Article] = deque()
        self._known = 0
        self._failed: list[Remark] = []
        self._notes: list[Remark] = []
        self.added: list[str] = []

    @property
    def report(self) -> IngestReport:
        """How it went so far."""
        return IngestReport(len(self.added), self._known, tuple(self._failed), tuple(self._notes))

    def add_files(
        self,
        paths: Sequence[Path],
        *,
        language: str | None = None,
        encoding: str | None = None,
        on_progress: OnProgress | None = None,
    ) -> None:
        """Add every article of `paths`; what cannot be taken is remembered and passed over."""
        from workbench.ingest import count_bytes, iter_articles

        items = iter_articles(paths, language=language, encoding=encoding)
        if on_progress:
            items = _iter_telling(items, on_progress, count_bytes(paths))
        answers = self._store.add_documents(self._iter_new(items))
        while True:
            try:
                document_id, is_new = next(answers)
            except StopIteration:
                break
            except StoreUnavailable as error:
                raise self._say_what_is_saved(error) from error.__cause__
            except DocumentError as error:
                article = self._waiting.popleft()
                self._failed.append(Remark(_name(article.path, article.line), str(error)))
            else:
                article = self._waiting.popleft()
                self._take(article, document_id if is_new else None)

    def _iter_new(
        self, items: Iterator[Article | BadInput]
    ) -> Iterator[tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]]]:
        """Yield what the store has to look at; what is known for sure is not segmented again."""
        from workbench.ingest import BadInput, build_document

        for item in items:
            if isinstance(item, BadInput):
                remarks = self._notes if item.is_other_kind else self._failed
                remarks.append(Remark(_name(item.path, item.line), str(item.error)))
            elif self._is_known(item):
                self._take(item, None)
            else:
                self._waiting.append(item)
                yield build_document(item)

    def _say_what_is_saved(self, error: StoreUnavailable) -> StoreUnavailable:
        if not self.added:
            return error
        saved = f"{len(self.added):,} new articles from before are saved"
        hint = f"{error.hint or ''} {saved}, and the same ingest goes on from there.".lstrip()
        return StoreUnavailable(error.message, hint=hint, subject=error.subject)

    def _is_known(self, article: Article) -> bool:
        digest = compute_text_sha256(article.text)
        document_id = article.id or digest[:16]
        if not self._store.has_document(document_id):
            return False
        return self._store.get_document(document_id).document.text_sha256 == digest

    def _take(self, article: Article, added: str | None) -> None:
        if added is None:
            self._known += 1
        else:
            self.added.append(added)
        name = _name(article.path, article.line)
        self._notes += (Remark(name, note) for note in article.notes)


def _iter_telling(
    items: Iterator[Article | BadInput], on_progress: OnProgress, total: int
) -> Iterator[Article | BadInput]:
    """Yield `items`, and tell after each how much of `total` bytes is behind it."""
    for item in items:
        yield item
        on_progress(min(1.0, item.read_bytes / max(total, 1)), item.path.name)


def add_article(store: Store, name: str, content: bytes) -> list[str]:
    """Add the articles of one file that was dropped, and return the ids of those that are new.

    Raises
    ------
    InputError
        Something in it could not be read; what could be is added.
    """
    with tempfile.TemporaryDirectory() as folder:
        # The name decides the format; where it came from does not matter.
        path = Path(folder) / (Path(name.replace("\0", "")).name[-100:] or "article.txt")
        path.write_bytes(content)
        ingest = Ingest(store)
        ingest.add_files([path])
    failed = ingest.report.failed
    if failed:
        raise InputError(_describe_failures(failed, len(ingest.added)), subject=failed)
    return ingest.added


def _describe_failures(failed: tuple[Remark, ...], added: int) -> str:
    """Say what is wrong with a file: its first fault with its line, and what became of the rest."""
    line = re.search(r":(\d+)$", failed[0].name)
    parts = [f"Line {line[1]}: {failed[0].reason}" if line else failed[0].reason]
    if len(failed) > 1:
        parts.append(f"As many as {len(failed):,} could not be taken.")
    if added:
        parts.append(f"The others were added: {added:,}.")
    return " ".join(parts)


def _name(path: Path, line: int | None) -> str:
    return f"{path}:{line}" if line else str(path)
