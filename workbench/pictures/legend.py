"""The legend below the pictures of a ledger: what shapes, signs and arrows mean there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from workbench.ledger import Relay, Row, Statement
from workbench.pictures.drawing import tidy
from workbench.pictures.palette import CLASHING, DIM, DISPUTED, WARN, WEAK, WEAK_SIZE, Palette, fade

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.path import Path

COLUMNS = 5


def draw_ledger_legend(figure: Figure, rows: Sequence[Row], palette: Palette) -> None:
    """Say what the shapes and signs of claims and sources mean: of those that are there."""
    used = [each for row in rows for each in row.statements]
    entries = [*_iter_positions(used, palette), *_iter_parts(used, palette)]
    signs = {
        DISPUTED: (any(row.disputed for row in rows), "disputed"),
        CLASHING: (any(row.conflicts and not row.disputed for row in rows), "shown.conflicts"),
    }
    for sign, (is_there, text) in signs.items():
        if is_there:
            look = {"marker": _outline(sign), "color": WARN, "markeredgewidth": 0.0}
            entries.append(_make(palette.texts[text], markersize=9, **look))
    _draw(figure, entries)


def draw_figures_legend(figure: Figure, statements: Sequence[Statement], palette: Palette) -> None:
    """Say what the shapes of figures mean, and that hollow ones are proposed."""
    proposed = _make(
        palette.texts["proposed"], marker="o", markerfacecolor="white", markeredgecolor=DIM,
        markeredgewidth=0.8,
    )  # fmt: skip
    _draw(figure, [*_iter_positions(statements, palette), proposed])


def draw_relays_legend(figure: Figure, relays: Iterable[Relay], palette: Palette) -> None:
    """Say which arrow is a relay and which a copy: of those that are there."""
    used = {each.kind for each in relays}
    looks = {"relay": (DIM, "-"), "copy": (WARN, "--")}
    entries = [
        _make(palette.texts[f"part.{kind}"], color=colour, linestyle=style, linewidth=1.6)
        for kind, (colour, style) in looks.items()
        if kind in used
    ]
    _draw(figure, entries)


def _iter_positions(statements: Sequence[Statement], palette: Palette) -> Iterator[Line2D]:
    used = {each.stance for each in statements}
    for stance in [*palette.names, None]:
        if stance in used:
            colour, marker, _ = palette.look(stance, None)
            name = palette.texts["own_voice"] if stance is None else palette.names[stance]
            yield _make(name, marker=marker, color=colour)
    for certainty, name in palette.certainties.items():
        if certainty in {each.certainty for each in statements}:
            _, _, full = palette.look("", certainty)
            yield _make(name, marker="o", markeredgecolor=DIM, markerfacecolor=fade(DIM, full))


def _iter_parts(statements: Sequence[Statement], palette: Palette) -> Iterator[Line2D]:
    """Yield what is drawn small because it is no witness, in the look of the first of its kind."""
    for part in ("relay", "copy"):
        first = next((each for each in statements if each.part == part), None)
        if first is not None:
            colour, marker, full = palette.look(first.stance, first.certainty)
            yield _make(
                palette.texts[f"part.{part}"], marker=marker, markersize=WEAK_SIZE, alpha=WEAK,
                markeredgecolor=colour, markerfacecolor=fade(colour, full), markeredgewidth=1.2,
            )  # fmt: skip


def _outline(sign: str) -> Path:
    """Return a sign as a marker, in the shape that text has in the same picture."""
    from matplotlib.path import Path
    from matplotlib.textpath import TextPath

    drawn = TextPath((0, 0), sign, size=10)
    box = drawn.get_extents()
    middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    return Path(drawn.vertices - middle, drawn.codes)


def _make(label: str, **look: Any) -> Line2D:
    from matplotlib.lines import Line2D

    return Line2D([], [], label=tidy(label), **{"linestyle": "", **look})


def _draw(figure: Figure, entries: Sequence[Line2D]) -> None:
    if entries:
        figure.legend(
            handles=list(entries), loc="outside lower center", ncols=min(len(entries), COLUMNS),
            frameon=False, fontsize=9,
        )  # fmt: skip
