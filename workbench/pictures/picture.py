"""A picture: shown in a notebook, written to a file, and its numbers."""

from __future__ import annotations

import io
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import UsageError
from workbench.pictures.tables import Table

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = (".png", ".svg", ".pdf")
_DPI = 110
# The font comes with matplotlib and has Arabic: the same picture on any machine. Text is outlines
# in an SVG, so that it needs no font where it is shown. Dollars are no formulas.
_SETTINGS: dict[str, Any] = {
    "font.family": ["DejaVu Sans"],
    "font.size": 10,
    "svg.fonttype": "path",
    "svg.hashsalt": "claims-workbench",
    "text.usetex": False,
    "text.parse_math": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": False,
}


class Picture:
    """What one call draws.

    Parameters
    ----------
    draw
        Draws it onto a new figure. It is called when the picture is needed.
    description
        What it shows, in words, for whoever cannot see it.
    table
        The numbers that are drawn.

    Raises
    ------
    UsageError
        Matplotlib is not installed.
    """

    def __init__(self, draw: Callable[[Figure], None], description: str, table: Table) -> None:
        # Here, because a notebook swallows what is raised while it shows something.
        if find_spec("matplotlib") is None:
            raise UsageError(
                "Expected the library matplotlib, it is not installed.",
                hint="Install claims-workbench[pictures].",
            )
        self._draw = draw
        self.description = description
        self.table = table

    @property
    def figure(self) -> Figure:
        """A new matplotlib figure of it, to be changed further."""
        with _styled():
            return self._make_figure()

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write it to `path`, as PNG, SVG or PDF by its ending, and return the path.

        The same numbers give the same bytes with the same version of matplotlib.
        """
        target = Path(path)
        if target.suffix.lower() not in FORMATS:
            raise UsageError(f"Expected a file name with {', '.join(FORMATS)}, got {target.name}.")
        content = self.render(target.suffix.lower()[1:])
        try:
            target.write_bytes(content)
        except OSError as error:
            reason = error.strerror or str(error)
            raise UsageError(f"Expected a place to write to, got {target}: {reason}.") from error
        return target

    def __repr__(self) -> str:
        return f"<Picture: {self.description}>"

    def _repr_png_(self) -> bytes:
        """Return what a notebook shows."""
        return self.render("png")

    def render(self, kind: str) -> bytes:
        """Return it as a file's content: ``png``, ``svg`` or ``pdf``."""
        # What is written into a file of itself: no date, no program.
        forget = {"png": {"Software": None}, "svg": {"Date": None, "Creator": None}}
        empty = {"Creator": None, "Producer": None, "CreationDate": None}
        buffer = io.BytesIO()
        with _styled():
            self._make_figure().savefig(
                buffer, format=kind, dpi=_DPI, metadata=forget.get(kind, empty), bbox_inches="tight"
            )
        return buffer.getvalue()

    def _make_figure(self) -> Figure:
        from matplotlib.figure import Figure

        figure = Figure(layout="constrained")
        self._draw(figure)
        return figure


@contextmanager
def _styled() -> Iterator[None]:
    """Draw by our settings alone, and leave those of the notebook as they were."""
    import matplotlib as mpl

    with mpl.rc_context(), warnings.catch_warnings():
        # A letter that the font lacks is drawn as a box.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)  # type: ignore[arg-type]
        yield
