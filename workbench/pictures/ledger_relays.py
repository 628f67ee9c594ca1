"""Who relays whom, drawn as a small graph in layers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.ledger import Ledger, Relay
from workbench.ledger.layering import Node, layer_relays
from workbench.pictures.drawing import INK, LINE, tidy
from workbench.pictures.legend import draw_relays_legend
from workbench.pictures.palette import DIM, WARN, Palette, draw_title, say_nothing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

MOST = 60
"""So many arrows, the most frequent ones, are drawn."""


def draw_relays(figure: Figure, ledger: Ledger, title: str, palette: Palette) -> None:
    """Draw who relays whom: who passes on stands before whom is passed on."""
    relays = ledger.relays[:MOST]
    if not relays:
        say_nothing(figure, title, palette.texts["no_relays"])
        return
    nodes = layer_relays(relays)
    names = {each.id: each for each in ledger.columns}
    tallest = max(sum(1 for other in nodes if other.layer == each.layer) for each in nodes)
    layers = 1 + max(each.layer for each in nodes)
    figure.set_size_inches(3.4 * layers + 1.2, max(2.4, 1.2 + 0.46 * tallest))
    axes = figure.subplots()
    is_rtl = sum(_is_rtl(names[each.column].name) for each in nodes) * 2 > len(nodes)
    places = {each.column: _place(each, nodes, tallest) for each in nodes}
    most = max(each.count for each in relays)
    boxes = {}
    for node in nodes:
        x, y = places[node.column]
        box = {"boxstyle": "round,pad=0.35", "facecolor": "white", "edgecolor": LINE}
        # Arrows end at boxes that are drawn before them, and names stand over arrows.
        for name, order, alpha in (("ends", 1, 0.0), ("shown", 4, 1.0)):
            text = axes.text(
                x, y, tidy(names[node.column].name), ha="center", va="center", fontsize=9,
                color=INK, zorder=order, alpha=alpha, bbox={**box, "alpha": alpha},
            )  # fmt: skip
            if name == "ends":
                boxes[node.column] = text
    for each in relays:
        _draw_relay(axes, each, boxes, most)
    axes.set_xlim(-0.55, layers - 0.45)
    axes.set_ylim(tallest - 0.3, -0.7)
    if is_rtl:
        axes.invert_xaxis()
    axes.set_axis_off()
    draw_title(figure, title, is_rtl=is_rtl)
    draw_relays_legend(figure, relays, palette)


def _is_rtl(text: str) -> bool:
    return tidy(text).startswith("\u200f")


def _place(node: Node, nodes: Sequence[Node], tallest: int) -> tuple[float, float]:
    beside = sum(each.layer == node.layer for each in nodes)
    return float(node.layer), (node.place + 0.5) * tallest / beside - 0.5


def _draw_relay(axes: Axes, relay: Relay, boxes: Mapping[str, Text], most: int) -> None:
    """Draw an arrow from who passes on to who is passed on; the thicker, the more often."""
    start, end = boxes[relay.start], boxes[relay.end]
    is_level = math.isclose(start.get_position()[0], end.get_position()[0])
    arrow = {
        "arrowstyle": "-|>", "mutation_scale": 11, "patchA": start.get_bbox_patch(),
        "connectionstyle": f"arc3,rad={0.35 if is_level else 0.06}",
        "patchB": end.get_bbox_patch(), "shrinkA": 1, "shrinkB": 2,
        "color": WARN if relay.kind == "copy" else DIM,
        "linewidth": 0.8 + 2.2 * relay.count / most,
        "linestyle": "--" if relay.kind == "copy" else "-",
    }  # fmt: skip
    axes.annotate("", end.get_position(), start.get_position(), arrowprops=arrow, zorder=2)
