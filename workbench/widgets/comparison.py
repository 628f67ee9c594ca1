"""Two answers to one document side by side, to be read and not changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget

STATIC = Path(__file__).parent / "static"


class Comparison(anywidget.AnyWidget):
    """Shows one sentence with two answers beside each other, and lets a person walk on from it.

    What is shown goes through a message, not through a synced trait: a saved notebook would keep
    the article's text.

    Parameters
    ----------
    content
        What `workbench.session.comparing.dump_comparison` returns.
    """

    # texts, not paths: anywidget ties each widget to the path of its class for ever
    _esm = (STATIC / "comparison.js").read_text(encoding="utf-8")
    _css = (STATIC / "comparison.css").read_text(encoding="utf-8")

    def __init__(self, content: dict[str, Any], **preferences: Any) -> None:
        super().__init__(**preferences)
        self.content = content
        self.on_msg(self._answer)

    def _answer(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        if message.get("t") == "hello":
            self.send({"t": "comparison", **self.content})
