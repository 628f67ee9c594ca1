"""What a project shows of who says what: the ledger as a widget, frames, files and pictures."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

    from workbench.ledger import Clash, Ledger
    from workbench.model import Registry
    from workbench.pictures import Picture
    from workbench.pictures.palette import Palette
    from workbench.project.exporting import LayerReader
    from workbench.scheme import Scheme
    from workbench.store import Store

VIEWS = ("ledger", "figures", "relays")
FILES = ("svg", "png", "csv")
WIDEST = 48
"""How many columns a picture has room for; the other sources share the last one."""


class LedgerReport(msgspec.Struct, frozen=True):
    """What `Project.save_ledger` wrote, and what the ledger holds.

    `claims` counts rows: claims of one cluster are one. `figures` counts each figure once for each
    who stands for it, `conflicts` the rows whose figures cannot all be true.
    """

    layer: str
    path: Path
    files: tuple[str, ...]
    claims: int
    articles: int
    sources: int
    disputed: int
    witnesses: int
    relays: int
    copies: int
    figures: int
    conflicts: int

    def __str__(self) -> str:
        """Say in two lines what is there and what of it is seen first."""
        said = f"{self.claims} claims of {self.articles} articles, {self.sources} sources"
        told = f"{self.disputed} disputed; {self.relays} relays and {self.copies} copies"
        return f"{self.path}: {len(self.files)} files.\n{said}; {told} are no witnesses."


class Ledgers:
    """The part of a project that tells who says what."""

    store: Store
    scheme: Scheme
    directory: Path | None

    if TYPE_CHECKING:

        def registry(self) -> Registry: ...  # noqa: D102
        def _reader(self, layer: str, *, unused: bool = False) -> LayerReader: ...

    def build_ledger(self, layer: str = "gold") -> Ledger:
        """Return the ledger of `layer` as plain data: rows, columns, statements.

        Claims of one cluster are one row, sources with one entity one column; what nobody has
        linked stands by itself. `workbench.ledger.build_ledger` says how it is made.
        """
        from workbench.curation.conflicts import list_row_conflicts
        from workbench.ledger import build_ledger

        reader = self._reader(layer)
        registry = self.registry()
        # What the layer itself wrote of a cluster stands over a line of a file.
        clusters = {**registry.clusters, **self.store.cluster_lines(reader.layer)}
        registry = msgspec.structs.replace(registry, clusters=clusters)
        links = self.store.links(reader.layer)
        records = list(reader.iter_records(bool))
        conflicts = list_row_conflicts(records, links)
        return build_ledger(records, self.scheme, registry, links, conflicts)

    def ledger(self, layer: str = "gold", *, annotator: Any = None) -> Any:
        """Return the widget that shows who says what; show it in a cell of a notebook.

        Parameters
        ----------
        layer
            Whose answers: ``gold``, or an annotator's.
        annotator
            What `annotate` or `adjudicate` returned: sentences can then be opened in it.
        """
        from workbench.ledger.shapes import choose_shapes
        from workbench.widgets.ledger import LedgerWidget

        built = self.build_ledger(layer)
        return LedgerWidget(
            built,
            self.scheme.as_json(),
            choose_shapes(self.scheme),
            lambda view, kind, rows, sides, language: self.draw_ledger(
                built, view, kind, rows=rows, sides=sides, language=language
            ),
            annotator=annotator,
        )

    def ledger_frames(self, layer: str = "gold") -> dict[str, pd.DataFrame]:
        """Return the ledger as pandas frames.

        ``claims`` has a line for each row, ``statements`` one for each time that a source speaks of
        a claim, ``figures`` one for each figure that somebody stands for, ``relays`` one for each
        pair; ``matrix`` is the table itself, with a column for each source.
        """
        from workbench.exchange.frames import build_table
        from workbench.ledger.tables import COLUMNS, build_matrix, iter_lines

        built = self.build_ledger(layer)
        explain = partial(say_clash, built, "en")
        frames = {
            kind: build_table(columns, iter_lines(kind, built, explain))
            for kind, columns in COLUMNS.items()
        }
        names, lines = build_matrix(built)
        frames["matrix"] = build_table(_matrix_columns(names), lines)
        return frames

    def ledger_picture(
        self, view: str = "ledger", layer: str = "gold", *, language: str = "en"
    ) -> Picture:
        """Return the ledger of `layer` as a picture, which shows itself in a notebook.

        Parameters
        ----------
        view
            ``ledger`` (claims by sources), ``figures`` (their bounds in order of time) or
            ``relays`` (who passes on whom).
        language
            ``en`` or ``ar``: of the words of the picture, and of names where the registry has them.
        """
        _check(view, "svg")
        return draw_view(self.build_ledger(layer), view, self.scheme, language)

    def save_ledger(
        self,
        layer: str = "gold",
        out: str | os.PathLike[str] | None = None,
        *,
        language: str = "en",
    ) -> LedgerReport:
        """Write the ledger of `layer` into a folder: tables as CSV, pictures as SVG and PNG.

        Parameters
        ----------
        out
            The folder; by default ``exports/LAYER.ledger`` in the project.
        language
            ``en`` or ``ar``: of the words in the pictures, and of what is explained in the tables.

        Raises
        ------
        UsageError
            Nothing can be written there.
        """
        built = self.build_ledger(layer)
        name = f"{built.layer or layer}.ledger".replace(":", "-")
        folder = Path(out) if out is not None else (self.directory or Path()) / "exports" / name
        contents = dict(iter_tables(built, language))
        for view in VIEWS if _can_draw() else ():
            for kind in ("svg", "png"):
                contents[f"{view}.{kind}"] = self.draw_ledger(built, view, kind, language=language)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for each, content in contents.items():
                (folder / each).write_bytes(content)
        except OSError as error:
            reason = error.strerror or str(error)
            raise UsageError(f"Expected a folder to write to, got {folder}: {reason}.") from error
        return _report(built, layer, folder, tuple(contents))

    def draw_ledger(
        self,
        ledger: Ledger,
        view: str = "ledger",
        kind: str = "svg",
        *,
        rows: Collection[str] | None = None,
        sides: bool = False,
        language: str = "en",
    ) -> bytes:
        """Return a ledger as a file's content.

        Parameters
        ----------
        view
            ``ledger``, ``figures`` or ``relays``.
        kind
            ``svg``, ``png`` or ``csv``.
        rows
            The ids of the rows to show; by default all.
        sides
            One column for all who belong together.
        language
            Of the words in a picture and of what a table explains, ``en`` or ``ar``.
        """
        from workbench.ledger.selecting import join_sides, select_rows

        _check(view, kind)
        shown = ledger if rows is None else select_rows(ledger, rows)
        shown = join_sides(shown) if sides else shown
        if kind == "csv":
            return dict(iter_tables(shown, language))[f"{view}.csv"]
        return draw_view(shown, view, self.scheme, language).render(kind)


def draw_view(ledger: Ledger, view: str, scheme: Scheme, language: str = "en") -> Picture:
    """Return one view of a ledger as a picture; its table is the numbers of witnesses.

    What only a writer states is left out of the picture of the whole ledger.
    """
    from workbench.ledger.selecting import keep_columns, name_columns, select_spoken
    from workbench.pictures import Picture, Table
    from workbench.pictures.ledger_figures import draw_figures
    from workbench.pictures.ledger_relays import draw_relays
    from workbench.pictures.ledgers import draw_ledger
    from workbench.session.wording import label_of, word

    palette = make_palette(scheme, language)
    stances = tuple(palette.names)
    tab = {"ledger": "title", "figures": "tab.figures", "relays": "tab.relays"}[view]
    title = word(language, f"ledger.{tab}") + (f" ({ledger.layer})" if ledger.layer else "")
    draw = {"ledger": draw_ledger, "figures": draw_figures, "relays": draw_relays}[view]
    kinds = {str(each.value): label_of(language, each.name) for each in scheme.realizations}
    shown = name_columns(ledger, language, realizations=kinds)
    if view == "ledger":
        spoken = select_spoken(shown)
        left = len(spoken.columns) - WIDEST + 1
        others = word(language, "ledger.others", {"count": left})
        shown = name_columns(keep_columns(spoken, WIDEST), language, others)
    table = Table(
        tuple(row.text for row in shown.rows),
        stances,
        tuple(tuple(row.witnesses.get(each, 0) for each in stances) for row in shown.rows),
    )
    drawn = partial(draw, ledger=shown, title=title, palette=palette)
    return Picture(drawn, title, table)


def make_palette(scheme: Scheme, language: str) -> Palette:
    """Return how stances look, and what all is called in `language`."""
    from workbench.ledger.shapes import choose_shapes
    from workbench.pictures.palette import WORDS, Palette
    from workbench.session.wording import label_of, word

    return Palette(
        {each.value: each.colour.light for each in scheme.stances},
        choose_shapes(scheme),
        {each.value: label_of(language, each.name) for each in scheme.stances},
        {each.value: label_of(language, each.name) for each in scheme.certainty_labels},
        {name: word(language, f"ledger.{name}") for name in WORDS},
    )


def say_clash(ledger: Ledger, language: str, clash: Clash) -> str:
    """Return in a sentence of `language` why two claims of a ledger cannot both be true."""
    from workbench.session.wording import word

    values = {}
    for before, each in (("", clash.first), ("other_", clash.second)):
        values[f"{before}outlet"] = ledger.articles[each.document].outlet
        values[f"{before}value"] = each.value
    values |= {"first": clash.first.words, "second": clash.second.words}
    # isolates: what is quoted leaves the order of the sentence as it is
    values = {name: f"\u2068{value}\u2069" for name, value in values.items()}
    return word(language, f"ledger.clash.{clash.tie}", values)


def iter_tables(ledger: Ledger, language: str = "en") -> Iterator[tuple[str, bytes]]:
    """Yield the tables of a ledger as CSV files, by name; the matrix is ``ledger.csv``.

    What a table explains in sentences is said in `language`; its columns have one name in all.
    """
    from workbench.exchange.formats.csv_tables import dump_csv
    from workbench.ledger.tables import COLUMNS, build_matrix, iter_lines

    explain = partial(say_clash, ledger, language)
    names, lines = build_matrix(ledger)
    yield "ledger.csv", dump_csv(names, lines)
    for kind, columns in COLUMNS.items():
        yield f"{kind}.csv", dump_csv(list(columns), iter_lines(kind, ledger, explain))


def _matrix_columns(names: list[str]) -> dict[str, str]:
    numbers = {"articles": "Int64", "witnesses": "Int64", "disputed": "boolean"}
    return {name: numbers.get(name, "str") for name in names}


def _check(view: str, kind: str) -> None:
    if view not in VIEWS or kind not in FILES:
        raise UsageError(
            f"Expected one of {', '.join(VIEWS)} as {', '.join(FILES)}, got {view!r} as {kind!r}."
        )


def _can_draw() -> bool:
    from importlib.util import find_spec

    return find_spec("matplotlib") is not None


def _report(ledger: Ledger, layer: str, path: Path, files: tuple[str, ...]) -> LedgerReport:
    return LedgerReport(
        layer=ledger.layer or layer,
        path=path,
        files=files,
        claims=len(ledger.rows),
        articles=len(ledger.articles),
        sources=len(ledger.columns),
        disputed=sum(row.disputed for row in ledger.rows),
        witnesses=sum(row.witness_count for row in ledger.rows),
        relays=sum(row.relays for row in ledger.rows),
        copies=sum(row.copies for row in ledger.rows),
        figures=len(ledger.points),
        conflicts=sum(bool(row.conflicts) for row in ledger.rows),
    )
