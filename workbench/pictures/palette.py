"""How stances look in the pictures of a ledger: colour, shape and fullness."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from workbench.pictures.drawing import tidy

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DIM, WARN = "#565e6b", "#b26a00"
DISPUTED, CLASHING = "⚡", "≠"
"""The signs of rows that some affirm and others deny, and of figures that cannot all be true."""
WEAK, WEAK_SIZE = 0.6, 6.5
"""How strongly and how large at most (in points) a shape is that is no witness: relay or copy."""
WORDS = (
    "own_voice", "witnesses_head", "empty", "proposed", "undated", "inferred", "no_figures",
    "no_relays", "no_unit", "disputed", "shown.conflicts", "part.relay", "part.copy",
)  # fmt: skip
"""The words of the pictures: texts of the catalogue, under ``ledger.``."""
_MARKERS = {
    "circle": "o", "square": "s", "triangle": "^", "diamond": "D", "hexagon": "h",
    "pentagon": "p", "star": "*", "arrow": ">", "bar": "_",
}  # fmt: skip
_WEIGHTS = (1.0, 0.45, 0.0)
"""How full a shape is: the surest certainty, the next one, all others."""


class Palette(msgspec.Struct, frozen=True):
    """How stances and certainties look.

    Parameters
    ----------
    colours, shapes, names
        Of each stance of the scheme, in its order.
    certainties
        What they are called, from the surest on.
    texts
        The words of the pictures, by their names in `WORDS`.
    """

    colours: Mapping[str, str]
    shapes: Mapping[str, str]
    names: Mapping[str, str]
    certainties: Mapping[str, str]
    texts: Mapping[str, str]

    def look(self, stance: str | None, certainty: str | None) -> tuple[str, str, float]:
        """Return the colour, the marker and how full it is (0 to 1)."""
        if stance is None:
            return DIM, _MARKERS["bar"], 1.0
        order = list(self.certainties)
        place = order.index(certainty) if certainty in order else 0
        colour = self.colours.get(stance, DIM)
        marker = _MARKERS[self.shapes.get(stance, "circle")]
        return colour, marker, _WEIGHTS[min(place, len(_WEIGHTS) - 1)]


def fade(colour: str, full: float) -> str:
    """Return `colour` mixed with white: 1 is the colour, 0 is white."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - each) * full):02x}" for each in parts)


def draw_title(figure: Figure, title: str, *, is_rtl: bool = False) -> None:
    """Write the title at the edge where reading begins."""
    place, side = (0.99, "right") if is_rtl else (0.01, "left")
    figure.suptitle(tidy(title), x=place, ha=side, fontweight="bold")


def say_nothing(figure: Figure, title: str, words: str) -> None:
    """Draw a sentence in the place of a picture that has nothing to show."""
    figure.set_size_inches(6, 1.4)
    axes = figure.subplots()
    axes.set_axis_off()
    axes.set_title(tidy(title), loc="left", fontweight="bold")
    axes.text(0, 0.5, words, color=DIM)
