"""The figures of a ledger drawn: bounds on one axis, in order of time, by source and outlet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.ledger import Ledger, Point, Statement
from workbench.pictures.drawing import LINE, tidy
from workbench.pictures.legend import draw_figures_legend
from workbench.pictures.palette import Palette, draw_title, fade, say_nothing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def draw_figures(figure: Figure, ledger: Ledger, title: str, palette: Palette) -> None:
    """Draw each figure as its bounds, in order of time: one panel for each unit.

    A figure that no other one can be held against is left out where any can; tables have it.
    """
    found = group_points(ledger)
    groups = [(unit, points) for unit, points in found if len(points) > 1] or found
    if not groups:
        say_nothing(figure, title, palette.texts["no_figures"])
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
    draw_title(figure, title)
    draw_figures_legend(figure, used, palette)


def group_points(ledger: Ledger) -> list[tuple[str, list[Point]]]:
    """Return the points by unit, those with the most first, each group in order of time."""
    groups: dict[str, list[Point]] = {}
    for point in ledger.points:
        groups.setdefault(point.amount.unit or "", []).append(point)
    for points in groups.values():
        points.sort(key=lambda each: (each.day is None, each.day or 0, each.statement))
    return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))


def _draw_panel(
    axes: Axes,
    unit: str,
    points: Sequence[Point],
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
    labels = [_label_point(each, statements, names, ledger, palette.texts) for each in points]
    axes.set_yticks(range(len(points)), labels, fontsize=9)
    axes.set_ylim(len(points) - 0.4, -0.6)
    axes.set_xlim(start, reach)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_formatter("{x:,.10g}")
    axes.xaxis.set_minor_formatter("")
    axes.grid(axis="x", color=LINE, linewidth=0.5)
    axes.spines[["left", "bottom"]].set_color(LINE)
    axes.set_title(
        tidy(unit or palette.texts["no_unit"]), loc="left", fontsize=10, fontweight="bold"
    )


def _draw_point(
    axes: Axes,
    y: int,
    point: Point,
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
        # where one side has no bound, only the other one is rough
        rough = (low, high)
        if amount.low is None or amount.high is None:
            end = amount.low if amount.high is None else amount.high
            rough = (end or 0.0, end or 0.0)
        _draw_cloud(axes, rough, y, colour)
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
            markerfacecolor=fade(colour, 0.0 if amount.proposed else full),
            markeredgecolor=colour,
            markeredgewidth=1.2,
        )
    if amount.high is None:
        axes.plot([high], [y], marker=">", color=colour, markersize=6, clip_on=False)
    if amount.low is None:
        axes.plot([low], [y], marker="<", color=colour, markersize=6, clip_on=False)


def _draw_cloud(axes: Axes, ends: tuple[float, float], y: int, colour: str) -> None:
    spread = 0.06 * max(map(abs, ends))
    for share, alpha in ((1.0, 0.12), (0.66, 0.16), (0.33, 0.2)):
        axes.plot(
            [ends[0] - spread * share, ends[1] + spread * share], [y, y], color=colour,
            alpha=alpha, linewidth=11, solid_capstyle="butt",
        )  # fmt: skip


def _label_point(
    point: Point,
    statements: Mapping[int, Statement],
    names: Mapping[str, str],
    ledger: Ledger,
    texts: Mapping[str, str],
) -> str:
    """Return who, where and when, for the axis: each part keeps its own direction."""
    statement = statements[point.statement]
    outlet = ledger.articles[statement.document].outlet
    source = names[statement.column]
    date = point.date or tidy(texts["undated"])
    if statement.inferred and not point.dated:
        date = f"\u2068{date}\u2069 ({tidy(texts['inferred'])})"
    parts = [tidy(source)] if source == outlet else [tidy(source), tidy(outlet)]
    # isolates: the date stays where it is, whatever the names beside it are written in
    return "  ·  ".join([*(f"\u2068{part}\u2069" for part in parts), date])
