"""A place to drop files onto: each becomes articles of the project."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import anywidget
from traitlets import Int

from workbench.errors import InputError, WorkbenchError

STATIC = Path(__file__).parent / "static"
MEGABYTE = 1_000_000
logger = logging.getLogger(__name__)

AddArticle = Callable[[str, bytes], Sequence[str]]
"""Takes a file's name and content; returns the ids of the articles that are new."""


class Articles(anywidget.AnyWidget):
    """Takes files from the browser, txt, JSONL, CSV or Parquet, and says what became of each.

    A file comes in pieces, each asked for after the one before, so that no message is larger than
    what servers let through.

    Parameters
    ----------
    add
        What brings a file's articles into the project. A `WorkbenchError` that it raises is shown
        beside the file's name.
    max_bytes
        The largest file that is taken; larger ones belong to ``workbench ingest``.
    """

    # texts, not paths: anywidget ties each widget to the path of its class for ever
    _esm = (STATIC / "articles.js").read_text(encoding="utf-8")
    _css = (STATIC / "articles.css").read_text(encoding="utf-8")

    max_bytes = Int(200 * MEGABYTE, help="the largest file that is taken").tag(sync=True)

    def __init__(self, add: AddArticle, **preferences: Any) -> None:
        super().__init__(**preferences)
        self._add = add
        self._received: dict[str, bytearray] = {}
        self._lock = threading.Lock()
        self.on_msg(self._answer)

    def _answer(self, _widget: object, message: dict[str, Any], buffers: Sequence[Any]) -> None:
        with self._lock:
            self.send(self._take(message, buffers))

    def _take(self, message: dict[str, Any], buffers: Sequence[Any]) -> dict[str, Any]:
        """Return the answer to one piece: that the next may come, or what became of the file."""
        file_id, name = str(message.get("file")), str(message.get("name"))
        try:
            received = self._receive(file_id, message, buffers)
            if len(received) < message["size"]:
                return {"t": "more", "file": file_id, "received": len(received)}
            del self._received[file_id]
            count = len(self._add(name, bytes(received)))
            return {"t": "done", "file": file_id, "ok": True, "lines": [], "count": count}
        except WorkbenchError as error:
            lines = [str(error)]
        except Exception as error:
            logger.exception("adding %s failed", name)
            lines = [f"{type(error).__name__}: {error}"]
        self._received.pop(file_id, None)
        return {"t": "done", "file": file_id, "ok": False, "lines": lines, "count": None}

    def _receive(self, file_id: str, message: dict[str, Any], buffers: Sequence[Any]) -> bytearray:
        size, start = message["size"], message["start"]
        if not 0 <= size <= self.max_bytes:
            limit = self.max_bytes // MEGABYTE
            raise InputError(
                f"Expected a file of at most {limit} MB, got {size / MEGABYTE:.0f} MB.",
                hint="Add it on the command line: workbench ingest FILE.",
            )
        received = self._received.setdefault(file_id, bytearray())
        if start != len(received):
            raise InputError(f"Expected the piece at byte {len(received)}, got {start}.")
        for buffer in buffers:
            received += buffer
        return received
