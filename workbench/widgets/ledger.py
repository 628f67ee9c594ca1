"""The ledger widget: who says what, to look at, to filter, and to take along."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import msgspec

from workbench.errors import WorkbenchError
from workbench.ledger import Ledger
from workbench.ledger.layering import layer_relays

if TYPE_CHECKING:
    from workbench.widgets.annotator import Annotator

STATIC = Path(__file__).parent / "static"
logger = logging.getLogger(__name__)

Draw = Callable[[str, str, list[str] | None, bool, str], bytes]
"""Takes a view, a kind of file, the ids of the rows, whether sides are joined, and a language."""


class LedgerWidget(anywidget.AnyWidget):
    """Shows claims in rows and sources in columns, figures in time, and who relays whom.

    Nothing can be changed in it. All goes through messages, not through synced traits: a saved
    notebook would keep the articles' sentences.

    Parameters
    ----------
    ledger
        What is shown.
    scheme
        The label scheme as plain data: names and colours of the stances.
    shapes
        The shape of each stance (`workbench.ledger.shapes`).
    draw
        What makes a file of a view.
    annotator
        Where sentences are opened; without it they are only shown.
    """

    # texts, not paths: anywidget ties each widget to the path of its class for ever
    _esm = (STATIC / "ledger.js").read_text(encoding="utf-8")
    _css = (STATIC / "ledger.css").read_text(encoding="utf-8")

    def __init__(
        self,
        ledger: Ledger,
        scheme: Any,
        shapes: dict[str, str],
        draw: Draw,
        *,
        annotator: Annotator | None = None,
        **preferences: Any,
    ) -> None:
        super().__init__(**preferences)
        self.ledger = ledger
        self.annotator = annotator
        self._scheme, self._shapes, self._draw = scheme, shapes, draw
        self._lock = threading.Lock()
        self.on_msg(self._answer)

    def content(self) -> dict[str, Any]:
        """Return the message that holds all that is shown."""
        return {
            "t": "ledger",
            "ledger": msgspec.to_builtins(self.ledger),
            "nodes": msgspec.to_builtins(layer_relays(self.ledger.relays)),
            "scheme": self._scheme,
            "shapes": self._shapes,
            "opens": self.annotator is not None,
        }

    def _answer(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        with self._lock:
            answer, buffers = self.handle(message)
            if answer is not None:
                self.send(answer, buffers)

    def handle(self, message: dict[str, Any]) -> tuple[dict[str, Any] | None, list[bytes]]:
        """Return what is answered to a message of a view, and the bytes that go with it."""
        known = {"hello": self._greet, "save": self._save, "open": self._open}
        act = known.get(str(message.get("t")))
        if act is None:
            return None, []
        try:
            return act(message)
        except WorkbenchError as error:
            said = str(error)
        except Exception as error:
            # An exception in here is shown nowhere.
            logger.exception("the ledger failed on %s", message.get("t"))
            said = f"{type(error).__name__}: {error}"
        return {"t": "failed", "key": message.get("key"), "message": said}, []

    def _greet(self, _message: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        return self.content(), []

    def _save(self, message: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        view, kind = str(message["view"]), str(message["kind"])
        rows = None if message.get("rows") is None else [str(each) for each in message["rows"]]
        language = "ar" if message.get("language") == "ar" else "en"
        content = self._draw(view, kind, rows, bool(message.get("sides")), language)
        layer = self.ledger.layer.replace(":", "-") or "ledger"
        name = f"{layer}.{view}.{kind}"
        return {"t": "file", "key": message.get("key"), "name": name, "kind": kind}, [content]

    def _open(self, message: dict[str, Any]) -> tuple[dict[str, Any] | None, list[bytes]]:
        if self.annotator is None:
            return None, []
        document, sentence = str(message["document"]), str(message["sentence"])
        item = message.get("item")
        # Ids of claims are the layer's own; sentences are the same for everybody.
        is_own = self.annotator.session.layer == self.ledger.layer
        self.annotator.show(document, str(item) if item and is_own else sentence)
        return {"t": "opened", "key": message.get("key")}, []
