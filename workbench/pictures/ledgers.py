"""The ledger drawn: claims in rows, sources in columns, a shape for each position."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.ledger import Column, Ledger, Row, Statement
from workbench.pictures.drawing import INK, LINE, LONGEST, tidy
from workbench.pictures.legend import draw_ledger_legend
from workbench.pictures.palette import (
    CLASHING,
    DIM,
    DISPUTED,
    WARN,
    WEAK,
    WEAK_SIZE,
    Palette,
    draw_title,
    fade,
    say_nothing,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FAINT = "#eef0f3"
STEP = 0.34
"""The height of a row and the width of a column, in inches."""


def draw_ledger(figure: Figure, ledger: Ledger, title: str, palette: Palette) -> None:
    """Draw claims in rows and sources in columns, from the right where most claims are so read."""
    rows, columns = ledger.rows, ledger.columns
    if not rows:
        say_nothing(figure, title, palette.texts["empty"])
        return
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
    _draw_tallies(axes, rows, places, len(columns), tidy(palette.texts["witnesses_head"]))
    for label in axes.get_yticklabels():
        label.set_horizontalalignment("left" if is_rtl else "right")
    if is_rtl:
        axes.invert_xaxis()
        axes.yaxis.tick_right()
    axes.spines[:].set_visible(False)
    draw_title(figure, title, is_rtl=is_rtl)
    draw_ledger_legend(figure, rows, palette)


def _wrap(text: str) -> list[str]:
    """Return a text as at most two lines that a label has room for."""
    lines = textwrap.wrap(text, LONGEST - 1, max_lines=2, placeholder=" …") or [""]
    return [tidy(each) for each in lines]


def _runs_from_right(rows: Sequence[Row]) -> bool:
    return sum(row.direction == "rtl" for row in rows) * 2 > len(rows)


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
            markersize=min(size, WEAK_SIZE) if is_weak else size, markeredgewidth=1.2, zorder=3,
            markerfacecolor=fade(colour, full), markeredgecolor=colour,
            alpha=WEAK if is_weak else 1.0,
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


def _draw_tallies(
    axes: Axes, rows: Sequence[Row], places: Sequence[float], start: int, head: str
) -> None:
    """Write how many witnesses a claim has, and mark what is disputed or cannot be true at once."""
    axes.text(
        start + 0.1,
        -0.15,
        head,
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
                start + 1.0, place, DISPUTED if row.disputed else CLASHING, ha="center",
                va="center", fontsize=9, color=WARN,
            )  # fmt: skip
