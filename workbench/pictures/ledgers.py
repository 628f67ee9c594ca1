"""The ledger drawn: claims by sources, figures in time, and who relays whom."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.ledger import Column, Ledger, Row, Statement
from workbench.ledger.layering import Node, layer_relays
from workbench.ledger.ledger import Relay
from workbench.pictures.drawing import INK, LINE, LONGEST, tidy

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

DIM, FAINT, WARN = "#565e6b", "#eef0f3", "#b26a00"
STEP = 0.34
"""The height of a row and the width of a column, in inches."""
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
        From the surest on.
    own
        What the writer's own voice is called.
    """

    colours: Mapping[str, str]
    shapes: Mapping[str, str]
    names: Mapping[str, str]
    certainties: Sequence[str]
    own: str = "own voice"

    def look(self, stance: str | None, certainty: str | None) -> tuple[str, str, float]:
        """Return the colour, the marker and how full it is (0 to 1)."""
        if stance is None:
            return DIM, _MARKERS["bar"], 1.0
        place = self.certainties.index(certainty) if certainty in self.certainties else 0
        colour = self.colours.get(stance, DIM)
        marker = _MARKERS[self.shapes.get(stance, "circle")]
        return colour, marker, _WEIGHTS[min(place, len(_WEIGHTS) - 1)]


def draw_ledger(figure: Figure, ledger: Ledger, title: str, palette: Palette) -> None:
    """Draw claims in rows and sources in columns, from the right where most claims are so read."""
    rows, columns = ledger.rows, ledger.columns
    is_rtl = _runs_from_right(rows)
    heads = [tidy(each.name) for each in columns]
    labels = ["\n".join(_wrap(row.text)) for row in rows]
    heights = [max(1.0, 0.82 * (1 + label.count("\n"))) for label in labels]
    places = [sum(heights[:number]) + height / 2 for number, height in enumerate(heights)]
    width = 6.2 + STEP * max(4, len(columns))
    figure.set_size_inches(width, 3.4 + STEP * sum(heights))
    axes = figure.subplots()
    _draw_stripes(axes, places, heights, len(columns))
    _draw_sides(axes, columns)
    for row, place in zip(rows, places, strict=True):
        for number, column in enumerate(columns):
            _draw_cell(axes, number, place, row.of(column.id), palette)
    axes.set_yticks(places, labels, fontsize=9)
    axes.xaxis.tick_top()
    axes.set_xticks(range(len(columns)), heads, fontsize=9, rotation=90, ha="center", va="bottom")
    axes.tick_params(length=0, pad=6)
    axes.set_ylim(sum(heights), 0)
    axes.set_xlim(-0.7, len(columns) + 1.9)
    _draw_tallies(axes, rows, places, len(columns))
    for label in axes.get_yticklabels():
        label.set_horizontalalignment("left" if is_rtl else "right")
    if is_rtl:
        axes.invert_xaxis()
        axes.yaxis.tick_right()
    axes.spines[:].set_visible(False)
    figure.suptitle(
        tidy(title), x=0.99 if is_rtl else 0.01, ha="right" if is_rtl else "left", fontweight="bold"
    )
    _draw_legend(figure, _used(rows), palette)


def draw_figures(figure: Figure, ledger: Ledger, title: str, palette: Palette) -> None:
    """Draw each figure as its bounds, in order of time: one panel for each unit."""
    groups = group_points(ledger)
    if not groups:
        _say_nothing(figure, title, "No claim here has a figure.")
        return
    sizes = [len(lines) + 1.6 for _, lines in groups]
    figure.set_size_inches(10.5, 1.3 + 0.36 * sum(sizes))
    panels = figure.subplots(len(groups), 1, squeeze=False, height_ratios=sizes)[:, 0]
    statements = {each.number: each for row in ledger.rows for each in row.statements}
    names = {each.id: each.name for each in ledger.columns}
    used: list[Statement] = []
    for axes, (unit, points) in zip(panels, groups, strict=True):
        _draw_panel(axes, unit, points, statements, names, ledger, palette)
        used += [statements[each.statement] for each in points]
    figure.suptitle(tidy(title), x=0.01, ha="left", fontweight="bold")
    _draw_legend(figure, used, palette, figures=True)


def draw_relays(figure: Figure, ledger: Ledger, title: str, top: int = 60) -> None:
    """Draw who relays whom: who passes on stands before whom is passed on."""
    relays = ledger.relays[:top]
    if not relays:
        _say_nothing(figure, title, "Nobody here relays anybody.")
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
        boxes[node.column] = axes.text(
            x, y, tidy(names[node.column].name), ha="center", va="center", fontsize=9, color=INK,
            bbox={"boxstyle": "round,pad=0.35", "facecolor": "white", "edgecolor": LINE},
        )  # fmt: skip
    for each in relays:
        _draw_relay(axes, each, boxes, most)
    axes.set_xlim(-0.55, layers - 0.45)
    axes.set_ylim(tallest - 0.3, -0.7)
    if is_rtl:
        axes.invert_xaxis()
    axes.set_axis_off()
    figure.suptitle(
        tidy(title), x=0.99 if is_rtl else 0.01, ha="right" if is_rtl else "left", fontweight="bold"
    )


def group_points(ledger: Ledger) -> list[tuple[str, list[Any]]]:
    """Return the points by unit, those with the most first, each group in order of time."""
    groups: dict[str, list[Any]] = {}
    for point in ledger.points:
        groups.setdefault(point.amount.unit or "", []).append(point)
    for points in groups.values():
        points.sort(key=lambda each: (each.day or "9999", each.statement))
    return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))


def _wrap(text: str) -> list[str]:
    """Return a text as at most two lines that a label has room for."""
    lines = textwrap.wrap(text, LONGEST - 1, max_lines=2, placeholder=" …") or [""]
    return [tidy(each) for each in lines]


def _runs_from_right(rows: Sequence[Row]) -> bool:
    return sum(row.direction == "rtl" for row in rows) * 2 > len(rows)


def _is_rtl(text: str) -> bool:
    return tidy(text).startswith("\u200f")


def _draw_stripes(
    axes: Axes, places: Sequence[float], heights: Sequence[float], columns: int
) -> None:
    for number, (place, height) in enumerate(zip(places, heights, strict=True)):
        if number % 2 == 0:
            axes.axhspan(place - height / 2, place + height / 2, color=FAINT, linewidth=0, zorder=0)
    for number in range(columns):
        axes.axvline(number, color=LINE, linewidth=0.35, zorder=0.5)


def _draw_sides(axes: Axes, columns: Sequence[Column]) -> None:
    """Draw a line where one side ends and the next begins."""
    for number in range(1, len(columns)):
        if columns[number].side != columns[number - 1].side:
            axes.axvline(number - 0.5, color=DIM, linewidth=0.5, zorder=0.6)


def _draw_cell(
    axes: Axes, x: float, y: float, statements: Sequence[Statement], palette: Palette
) -> None:
    """Draw what a source says: its positions in order of time, small what it only passes on."""
    shown = _choose_positions(statements)
    size = (9.5, 7.5, 6.0, 5.0)[len(shown) - 1] if shown else 0.0
    for number, (stance, certainty, is_weak) in enumerate(shown):
        colour, marker, full = palette.look(stance, certainty)
        axes.plot(
            [x + (number - (len(shown) - 1) / 2) * 0.36], [y], marker=marker, linestyle="",
            markersize=min(size, 6.5) if is_weak else size, markerfacecolor=_fade(colour, full),
            markeredgecolor=colour, markeredgewidth=1.2, alpha=0.6 if is_weak else 1.0, zorder=3,
        )  # fmt: skip


def _choose_positions(
    statements: Sequence[Statement],
) -> list[tuple[str | None, str | None, bool]]:
    """Return at most three positions, the first and the last ones, and one for all passed on."""
    own: list[tuple[str | None, str | None, bool]] = []
    passed: list[tuple[str | None, str | None, bool]] = []
    for each in statements:
        is_weak = each.part in ("relay", "copy")
        said = passed if is_weak else own
        if (each.stance, each.certainty, is_weak) not in said[-1:]:
            said.append((each.stance, each.certainty, is_weak))
    return [*(own if len(own) < 4 else [own[0], *own[-2:]]), *passed[:1]]


def _fade(colour: str, full: float) -> str:
    """Return `colour` mixed with white: 1 is the colour, 0 is white."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - each) * full):02x}" for each in parts)


def _draw_tallies(axes: Axes, rows: Sequence[Row], places: Sequence[float], start: int) -> None:
    """Write how many witnesses a claim has, and mark what is disputed or cannot be true at once."""
    axes.text(
        start + 0.1,
        -0.15,
        "witnesses",
        fontsize=8,
        color=DIM,
        ha="center",
        va="bottom",
        rotation=90,
    )
    for row, place in zip(rows, places, strict=True):
        strong = "bold" if row.disputed else "normal"
        axes.text(
            start + 0.1, place, str(row.witness_count), ha="center", va="center", fontsize=9,
            color=INK, fontweight=strong,
        )  # fmt: skip
        if row.disputed or row.conflicts:
            axes.text(
                start + 1.0, place, "⚡" if row.disputed else "≠", ha="center", va="center",
                fontsize=9, color=WARN,
            )  # fmt: skip


def _used(rows: Iterable[Row]) -> list[Statement]:
    return [each for row in rows for each in row.statements]


def _draw_legend(
    figure: Figure, statements: Sequence[Statement], palette: Palette, *, figures: bool = False
) -> None:
    from matplotlib.lines import Line2D

    used = {each.stance for each in statements}
    entries = []
    for stance in [*palette.names, None]:
        if stance not in used:
            continue
        colour, marker, _ = palette.look(stance, None)
        name = palette.own if stance is None else palette.names[stance]
        entries.append(Line2D([], [], marker=marker, linestyle="", color=colour, label=tidy(name)))
    for certainty in palette.certainties:
        if certainty in {each.certainty for each in statements}:
            _, _, full = palette.look("", certainty)
            entries.append(
                Line2D(
                    [], [], marker="o", linestyle="", markeredgecolor=DIM, label=tidy(certainty),
                    markerfacecolor=_fade(DIM, full),
                )
            )  # fmt: skip
    if figures:
        entries.append(
            Line2D(
                [],
                [],
                marker="o",
                linestyle="",
                markerfacecolor="white",
                markeredgecolor=DIM,
                markeredgewidth=0.8,
                label="hollow, dotted: proposed",
            )
        )
    if entries:
        figure.legend(
            handles=entries, loc="outside lower center", ncols=min(len(entries), 5), frameon=False,
            fontsize=9,
        )  # fmt: skip


def _draw_panel(
    axes: Axes,
    unit: str,
    points: Sequence[Any],
    statements: Mapping[int, Statement],
    names: Mapping[str, str],
    ledger: Ledger,
    palette: Palette,
) -> None:
    """Draw the figures of one unit: time runs down, the amount across."""
    edges = [each for point in points for each in (point.amount.low, point.amount.high) if each]
    low, high = min(edges, default=1.0), max(edges, default=1.0)
    if low > 0 and high / low > 40:
        axes.set_xscale("log")
    reach = high * (1.6 if axes.get_xscale() == "log" else 1.12)
    start = low / 1.6 if axes.get_xscale() == "log" else 0.0
    for number, point in enumerate(points):
        _draw_point(axes, number, point, statements[point.statement], palette, (start, reach))
    labels = [_label_point(each, statements, names, ledger) for each in points]
    axes.set_yticks(range(len(points)), labels, fontsize=9)
    axes.set_ylim(len(points) - 0.4, -0.6)
    axes.set_xlim(start, reach)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_formatter("{x:,.10g}")
    axes.xaxis.set_minor_formatter("")
    axes.grid(axis="x", color=LINE, linewidth=0.5)
    axes.spines[["left", "bottom"]].set_color(LINE)
    axes.set_title(tidy(unit or "no unit"), loc="left", fontsize=10, fontweight="bold")


def _draw_point(
    axes: Axes,
    y: int,
    point: Any,
    statement: Statement,
    palette: Palette,
    limits: tuple[float, float],
) -> None:
    amount = point.amount
    colour, marker, full = palette.look(statement.stance, statement.certainty)
    low = limits[0] if amount.low is None else amount.low
    high = limits[1] if amount.high is None else amount.high
    style = ":" if amount.proposed else "-"
    if amount.approximate:
        spread = 0.06 * max(abs(low), abs(high))
        for share, alpha in ((1.0, 0.12), (0.66, 0.16), (0.33, 0.2)):
            axes.plot(
                [low - spread * share, high + spread * share],
                [y, y],
                color=colour,
                alpha=alpha,
                linewidth=11,
                solid_capstyle="butt",
            )
    if low != high:
        axes.plot(
            [low, high], [y, y], color=colour, linewidth=2.6, linestyle=style, solid_capstyle="butt"
        )
    ends = [each for each in (amount.low, amount.high) if each is not None]
    for each in dict.fromkeys(ends):
        axes.plot(
            [each],
            [y],
            marker=marker,
            color=colour,
            markersize=8,
            markerfacecolor=_fade(colour, 0.0 if amount.proposed else full),
            markeredgecolor=colour,
            markeredgewidth=1.2,
        )
    if amount.high is None:
        axes.plot([high], [y], marker=">", color=colour, markersize=6, clip_on=False)
    if amount.low is None:
        axes.plot([low], [y], marker="<", color=colour, markersize=6, clip_on=False)


def _label_point(
    point: Any, statements: Mapping[int, Statement], names: Mapping[str, str], ledger: Ledger
) -> str:
    """Return who, where and when, for the axis: each part keeps its own direction."""
    statement = statements[point.statement]
    outlet = ledger.articles[statement.document].outlet
    source = names[statement.column]
    date = point.date or "?"
    parts = [tidy(source)] if source == outlet else [tidy(source), tidy(outlet)]
    # isolates: the date stays where it is, whatever the names beside it are written in
    return "  ·  ".join([*(f"\u2068{part}\u2069" for part in parts), date])


def _say_nothing(figure: Figure, title: str, words: str) -> None:
    figure.set_size_inches(6, 1.4)
    axes = figure.subplots()
    axes.set_axis_off()
    axes.set_title(tidy(title), loc="left", fontweight="bold")
    axes.text(0, 0.5, words, color=DIM)


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
    axes.annotate("", end.get_position(), start.get_position(), arrowprops=arrow)
