"""A list of places, of which the chosen one is shown below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets

ROWS = 12
"""How many lines of the list are seen at once."""


class Choosing(ipywidgets.VBox):
    """A list to walk through with mouse or arrow keys; nothing is opened before it is chosen.

    Parameters
    ----------
    lines
        What the list says of each place.
    show
        Returns the widget that shows the place of this number.
    label
        What the list is called.
    """

    def __init__(
        self, lines: Sequence[str], show: Callable[[int], Any], label: str, **preferences: Any
    ) -> None:
        self.list = ipywidgets.Select(
            options=[(line, number) for number, line in enumerate(lines)],
            value=None,
            rows=max(2, min(ROWS, len(lines))),
            description=label,
            layout=ipywidgets.Layout(width="100%"),
            style={"description_width": "initial"},
        )
        self._show = show
        self._shown: list[Any] = []
        super().__init__([self.list], **preferences)
        self.list.observe(self._open, names="value")

    def _open(self, change: dict[str, Any]) -> None:
        before, number = self._shown, change["new"]
        self._shown = [] if number is None else [self._show(number)]
        self.children = (self.list, *self._shown)
        for widget in before:
            widget.close()
