"""Tables as figures: bars, histograms, lines and a matrix."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from workbench.pictures.tables import Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

LONGEST = 44
"""Longer labels are cut."""
INK, LINE = "#1b1f24", "#c9ced6"
SHADES = ("#1a66c9", "#6ba3ea", "#b6d1f6", "#c9ced6", "#8d95a1", "#565e6b")
HATCHES = ("", "///", "...", "xx", "\\\\\\", "++")
_RTL_MARK = "\u200f"


def tidy(label: str) -> str:
    """Return a label that is one short line and turns nothing around that comes after it.

    A label with Arabic (or other right-to-left) letters runs from the right, whatever it begins
    with, so that a number or a Latin name at its edge stays where it belongs.
    """
    line = " ".join("".join(map(_show_character, label)).split())
    if len(line) > LONGEST:
        line = line[: LONGEST - 1].rstrip() + "…"
    is_rtl = any(unicodedata.bidirectional(each) in ("R", "AL") for each in line)
    return _RTL_MARK + line if is_rtl else line


def _show_character(character: str) -> str:
    """Return a character that can be drawn: no controls, no surrogates; the two joiners stay."""
    if character in "\u200c\u200d":
        return character
    category = unicodedata.category(character)
    return {"Cc": " ", "Cf": "", "Cs": "\ufffd"}.get(category, character)


def draw_bars(
    figure: Figure, table: Table, title: str, unit: str, colours: Mapping[str, str]
) -> None:
    """Draw a bar for each row, made of a piece for each column that is not empty."""
    figure.set_size_inches(8, max(1.8, 0.9 + 0.34 * len(table.rows)))
    axes = figure.subplots()
    used = [name for name in table.columns if any(table.column(name))]
    starts = [0.0] * len(table.rows)
    places = list(range(len(table.rows)))
    for number, name in enumerate(used):
        values = table.column(name)
        colour = colours.get(name) or SHADES[number % len(SHADES)]
        axes.barh(
            places, values, left=starts, height=0.7, label=tidy(name), color=colour,
            edgecolor="white", linewidth=0.8, hatch=HATCHES[number % len(HATCHES)],
        )  # fmt: skip
        starts = [start + value for start, value in zip(starts, values, strict=True)]
    for place, total in zip(places, starts, strict=True):
        axes.text(total, place, f" {total:g}", va="center", color=INK, fontsize=9)
    axes.set_yticks(places, [tidy(row) for row in table.rows])
    axes.tick_params(axis="y", length=0)
    axes.invert_yaxis()
    _finish(axes, title, unit)
    axes.set_xlim(0, max(starts, default=0.0) * 1.08 or 1.0)
    axes.xaxis.set_major_locator(_make_integers())
    if len(used) > 1:
        figure.legend(loc="outside lower center", ncols=min(len(used), 6), frameon=False)


def draw_histograms(
    figure: Figure, lengths: Mapping[str, Sequence[int]], title: str, colours: Mapping[str, str]
) -> None:
    """Draw one histogram a role, one below the other, with the median."""
    figure.set_size_inches(8, 1.6 * len(lengths) + 0.6)
    longest = max((max(values) for values in lengths.values() if values), default=1)
    edges = range(1, longest + 2, max(1, math.ceil(longest / 40)))
    rows = figure.subplots(len(lengths), 1, sharex=True, squeeze=False)
    for axes, (role, values) in zip(rows[:, 0], lengths.items(), strict=True):
        bins = [edge - 0.5 for edge in (*edges, edges[-1] + edges.step)]
        axes.hist(values, bins=bins, color=colours.get(role, SHADES[0]), edgecolor="white")
        if values:
            middle = median(values)
            axes.axvline(middle, color=INK, linewidth=1, linestyle="--")
            label = f"{role}: {len(values)} spans, median {middle:g}"
        else:
            label = f"{role}: none"
        axes.set_title(label, loc="left", fontsize=10)
        axes.yaxis.set_major_locator(_make_integers())
    rows[-1, 0].set_xlabel("words")
    rows[-1, 0].xaxis.set_major_locator(_make_integers())
    rows[-1, 0].set_xlim(0.4, longest + 0.6)
    figure.suptitle(tidy(title), x=0.02, ha="left", fontweight="bold")


def draw_lines(
    figure: Figure,
    table: Table,
    title: str,
    unit: str,
    goal: float | None,
    top: float | None = 1.02,
) -> None:
    """Draw a line for each column over the days of the rows; `goal` is a dashed line.

    `top` is where the axis of values ends; ``None`` for where they do.
    """
    figure.set_size_inches(8, 3.4)
    axes = figure.subplots()
    days = [date.fromisoformat(row) for row in table.rows]
    for number, name in enumerate(table.columns):
        place = table.columns.index(name)
        points = [
            (day, line[place])
            for day, line in zip(days, table.cells, strict=True)
            if line[place] is not None
        ]
        colour = SHADES[number * 2 % len(SHADES)]
        # Figures on an axis of days, as matplotlib reads them.
        axes.plot(
            [day for day, _ in points], [value for _, value in points],  # type: ignore[arg-type]
            marker="osD^v"[number % 5], color=colour, label=name,
        )  # fmt: skip
    if goal is not None:
        axes.axhline(goal, color=INK, linewidth=1, linestyle="--", label=f"gate {goal:.2f}")
    axes.set_ylim(min(0.0, axes.get_ylim()[0]), top)
    shown = days[:: max(1, math.ceil(len(days) / 12))]
    labels = [day.isoformat() for day in shown]
    axes.set_xticks(shown, labels, rotation=30, ha="right")  # type: ignore[arg-type]
    _finish(axes, title, "")
    axes.set_ylabel(unit)
    if table.columns:
        figure.legend(loc="outside right center", frameon=False)


def draw_heat(
    figure: Figure, table: Table, title: str, minimums: Mapping[str, float], shortfall: str
) -> None:
    """Draw a value, up to 1, in each cell; darker is more.

    Parameters
    ----------
    minimums
        What a column's values should reach; one that does not is marked with `shortfall`.
    """
    size = 2.6 + 0.82 * len(table.columns), 1.7 + 0.42 * len(table.rows)
    figure.set_size_inches(max(size[0], 5), max(size[1], 2.2))
    axes = figure.subplots()
    shades = [[-0.2 if value is None else value for value in line] for line in table.cells]
    axes.imshow(shades or [[0.0]], cmap="Blues", vmin=-0.2, vmax=1.25, aspect="auto")
    for row, line in enumerate(table.cells):
        for column, value in enumerate(line):
            minimum = minimums.get(table.columns[column])
            missed = value is not None and minimum is not None and value < minimum
            said = "–" if value is None else f"{value:.2f}{shortfall if missed else ''}"
            axes.text(
                column, row, said, ha="center", va="center", fontsize=9,
                color="white" if (value or 0.0) > 0.75 else INK,
                fontweight="bold" if missed else "normal",
            )  # fmt: skip
    heads = [
        f"{tidy(each)}\n≥ {minimums[each]:.2f}" if each in minimums else tidy(each)
        for each in table.columns
    ]
    axes.set_xticks(range(len(heads)), heads, rotation=35, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(len(table.rows)), [tidy(each) for each in table.rows])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.set_title(tidy(title), loc="left", fontweight="bold")


def draw_matrix(
    figure: Figure, table: Table, title: str, sides: tuple[str, str] = ("gold", "predicted")
) -> None:
    """Draw a matrix: shaded by the share of its row, with the counts in the cells.

    Parameters
    ----------
    sides
        What the rows and what the columns are.
    """
    size = 1.6 + 0.75 * len(table.columns), 1.6 + 0.55 * len(table.rows)
    figure.set_size_inches(max(size[0], 5), max(size[1], 2.4))
    axes = figure.subplots()
    totals = [sum(value or 0 for value in line) for line in table.cells]
    shares = [
        [(value or 0) / total if total else 0.0 for value in line]
        for line, total in zip(table.cells, totals, strict=True)
    ]
    axes.imshow(shares or [[0.0]], cmap="Blues", vmin=0, vmax=1.25, aspect="auto")
    for row, line in enumerate(table.cells):
        for column, value in enumerate(line):
            if value:
                colour = "white" if shares[row][column] > 0.7 else INK
                axes.text(column, row, f"{value:g}", ha="center", va="center", color=colour)
    labels = [tidy(each) for each in table.columns]
    axes.set_xticks(range(len(labels)), labels, rotation=30, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(len(table.rows)), [tidy(each) for each in table.rows])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.set_xlabel(sides[1])
    axes.set_ylabel(sides[0])
    axes.set_title(tidy(title), loc="left", fontweight="bold")


def _finish(axes: Axes, title: str, unit: str) -> None:
    axes.set_title(tidy(title), loc="left", fontweight="bold")
    axes.set_xlabel(unit)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.spines[["left", "bottom"]].set_color(LINE)


def _make_integers() -> MaxNLocator:
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(nbins="auto", integer=True)
