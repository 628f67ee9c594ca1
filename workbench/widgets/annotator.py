"""The annotation widget: one session bound to the messages of its views."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import Any, ClassVar

import anywidget

from workbench.session import Session
from workbench.session.wording import refusal, say_error

STATIC = Path(__file__).parent / "static"
logger = logging.getLogger(__name__)


class Annotator(anywidget.AnyWidget):
    """Shows articles to one person and takes their annotations; display it in a notebook's cell.

    Nothing is a synced trait: events sent through one could be lost, and a saved notebook would
    keep what they hold. All goes through messages (see `docs/widget-protocol.md`), what the person
    chose for the interface too: the store keeps it.
    A new widget for the same person and project closes the one before, which the kernel would
    otherwise keep for ever.

    Parameters
    ----------
    session
        Who annotates what. The widget is only one way to drive it.
    """

    # texts, not paths: anywidget ties each widget to the path of its class for ever
    _esm = (STATIC / "annotator.js").read_text(encoding="utf-8")
    _css = (STATIC / "annotator.css").read_text(encoding="utf-8")

    _open: ClassVar[dict[tuple[str, str], Annotator]] = {}

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        # Messages come in several threads where the kernel answers while a cell runs.
        self._lock = threading.Lock()
        self.on_msg(self._answer)
        place = (session.store.info.id, session.layer)
        previous = self._open.pop(place, None)
        if previous is not None:
            previous.close()
        self._open[place] = self

    def show(self, document: str, item: str) -> None:
        """Go to a sentence, claim or attribution by its id, in every view of this widget.

        Raises
        ------
        WorkbenchError
            There is no such thing in the document, or it is not this person's to read.
        """
        with self._lock:
            self.session.do("goto", id=item, document=document)
            self.send({"t": "snap", "view": None, **self.session.snapshot()})

    def close(self) -> None:
        """Close the widget and its layout, which the kernel would keep for ever."""
        layout = self.layout if self.comm is not None else None
        for place in [place for place, widget in self._open.items() if widget is self]:
            del self._open[place]
        super().close()
        if layout is not None:
            layout.close()

    def _answer(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        with self._lock:
            for answer in self._handle(message):
                self.send(answer)

    def _handle(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        try:
            return self.session.handle(message)
        except Exception as error:
            # An exception in here is shown nowhere: without an answer the work would look lost.
            logger.exception("the session failed on %s", message.get("name") or message.get("t"))
            fault = refusal("unforeseen", name=type(error).__name__)
            said, hint = say_error(self.session.language, fault)
            failure = {"kind": type(error).__name__, "message": said, "hint": hint}
            answer = {"t": "nack", "error": failure, "conflict": None, "delta": None}
            return [{**answer, "view": message.get("view"), "key": message.get("key")}]
