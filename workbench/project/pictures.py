"""The pictures of a project, one call each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import UsageError
from workbench.pictures import Picture, Table, drawing, tables
from workbench.project.exporting import LayerReader
from workbench.project.layers import ANNOTATOR, list_layers
from workbench.project.pacing import compute_pace

if TYPE_CHECKING:
    from workbench.agreement import Agreement
    from workbench.evaluation import Evaluation
    from workbench.model import Record, Registry
    from workbench.scheme import Scheme
    from workbench.store import Store

OVER_TIME = ("claim.overlap", "source.overlap", "cue.overlap")
GATE = 0.80


class Pictures:
    """What can be drawn of a project: each method returns a `Picture`.

    A picture shows itself as the last line of a notebook's cell. ``picture.save("name.svg")``
    writes it, ``picture.table`` has its numbers. Needs the extra ``pictures``.

    Parameters
    ----------
    read
        Gives the reader of a layer by its name.
    directory
        The project's folder, whose registry says what entities are called.
    """

    def __init__(
        self,
        store: Store,
        scheme: Scheme,
        read: Callable[[str], LayerReader],
        directory: Path | None,
    ) -> None:
        self._store, self._scheme, self._read = store, scheme, read
        self._directory = directory

    def stance_by_source(self, layer: str = "gold", *, top: int = 20) -> Picture:
        """Draw which stances each source takes, the most frequent sources first.

        Parameters
        ----------
        top
            How many sources have a bar of their own.
        """
        entities = self._read_registry().entities
        names = {each.id: each.names[0].text for each in entities.values() if each.names}
        realizations: dict[str, str] = {
            each.value: each.name.en for each in self._scheme.realizations
        }
        table = tables.count_stances_by_source(
            self._iter_records(layer), self._stances, names, realizations, top
        )
        return self._bars(table, f"Stance by source ({layer})", self._stance_colours)

    def sources_by_kind(self, layer: str = "gold") -> Picture:
        """Draw of which kind the sources are (by the registry), and how each is realised."""
        kinds = {
            each.id: each.kind or "unknown" for each in self._read_registry().entities.values()
        }
        realizations = [each.value for each in self._scheme.realizations]
        table = tables.count_sources_by_kind(self._iter_records(layer), kinds, realizations)
        return self._bars(table, f"Sources by kind ({layer})", {})

    def label_distribution(self, layer: str = "gold") -> Picture:
        """Draw how often each stance was chosen, by certainty."""
        certainties = [each.value for each in self._scheme.certainty_labels]
        table = tables.count_labels(self._iter_records(layer), self._stances, certainties)
        return self._bars(table, f"Stances and certainties ({layer})", {})

    def span_lengths(self, layer: str = "gold") -> Picture:
        """Draw how many words claims, sources and cues have."""
        lengths = tables.measure_spans(self._iter_records(layer))
        longest = max((max(each) for each in lengths.values() if each), default=0)
        table = Table(
            tuple(str(length) for length in range(1, longest + 1)),
            tuple(lengths),
            tuple(
                tuple(lengths[role].count(length) for role in lengths)
                for length in range(1, longest + 1)
            ),
        )
        title = f"Length of spans ({layer})"
        colours: dict[str, str] = {each.value: each.colour.light for each in self._scheme.roles}
        draw = partial(drawing.draw_histograms, lengths=lengths, title=title, colours=colours)
        return Picture(draw, title, table)

    def agreement(
        self, agreement: Agreement, *, coefficients: Sequence[str] | None = None
    ) -> Picture:
        """Draw how far each pair of annotators agrees at each level; the first row is all of them.

        Parameters
        ----------
        agreement
            What `Project.agreement` returned.
        coefficients
            Names of its coefficients; by default those with a gate, where any pair has a value. A
            value below its gate is marked.
        """
        known = {each.name: each for each in agreement.coefficients}
        names = [*known] if coefficients is None else list(coefficients)
        _check_names(names, known)
        if coefficients is None:
            names = [each for each in names if known[each].gates and known[each].support]
        rows = {"all": {each: known[each].value for each in names}}
        for pair in agreement.pairs:
            rows[f"{_shorten(pair.first)} – {_shorten(pair.second)}"] = pair.values
        cells = tuple(tuple(values[each] for each in names) for values in rows.values())
        table = Table(tuple(rows), tuple(names), cells)
        title = "Agreement by pair and level"
        gates = {
            each: min(gate.minimum for gate in known[each].gates)
            for each in names
            if known[each].gates
        }
        draw = partial(drawing.draw_heat, table=table, title=title, minimums=gates, shortfall=" ▼")
        return Picture(draw, f"{title}; ▼ is below the gate", table)

    def confusion(self, of: Evaluation | Agreement) -> Picture:
        """Draw which stance was taken for which, over the attributions that were found.

        Of an evaluation, gold is in the rows; of an agreement, each pair of answers is there from
        either side, and ``none`` is an attribution that the other one has not.
        """
        from workbench.agreement import Agreement

        if isinstance(of, Agreement):
            counts = tables.mirror((each.first, each.second, each.count) for each in of.confusion)
            # What one lacks is a row as well: neither side is right.
            table = tables.build_confusion(counts, [*self._stances, "none"], with_none=True)
            sides, title = ("one annotator", "another one"), "Stances of pairs of annotators"
            draw = partial(drawing.draw_matrix, table=table, title=title, sides=sides)
            return Picture(draw, title, table)
        evaluation = of
        cells = [(each.gold, each.predicted, each.count) for each in evaluation.stance.confusion]
        table = tables.build_confusion(cells, self._stances)
        title = f"Stances of {evaluation.system} against gold"
        return Picture(partial(drawing.draw_matrix, table=table, title=title), title, table)

    def agreement_over_time(
        self, agreement: Agreement, *, coefficients: Sequence[str] = OVER_TIME
    ) -> Picture:
        """Draw how agreement went, by the day on which each document was last worked on.

        Parameters
        ----------
        agreement
            What `Project.agreement` returned.
        coefficients
            Names of its coefficients. Values of a day are means over its documents, weighted by
            the sentences that two people have done.
        """
        known = {name for each in agreement.documents for name in each.values}
        if known:
            _check_names(coefficients, known)
        days = self._find_days()
        points = [
            (days[each.document], name, each.values[name], each.sentences)
            for each in agreement.documents
            for name in coefficients
        ]
        table = tables.average_by_day(points, coefficients)
        title = "Agreement over time"
        draw = partial(drawing.draw_lines, table=table, title=title, unit="agreement", goal=GATE)
        return Picture(draw, title, table)

    def pace(self) -> Picture:
        """Draw how many seconds of work each annotator took for a sentence, day by day."""
        days = [
            each
            for layer in list_layers(self._store)
            if layer.startswith(ANNOTATOR)
            for each in compute_pace(layer.removeprefix(ANNOTATOR), self._store.history(layer))
        ]
        points = [(each.day, each.annotator, each.pace_s, each.decided) for each in days]
        names = dict.fromkeys(each.annotator for each in days if each.pace_s is not None)
        table = tables.average_by_day(points, list(names))
        title = "Pace"
        unit = "seconds a sentence"
        draw = partial(drawing.draw_lines, table=table, title=title, unit=unit, goal=None, top=None)
        return Picture(draw, title, table)

    @property
    def _stances(self) -> list[str]:
        return [each.value for each in self._scheme.stances]

    @property
    def _stance_colours(self) -> dict[str, str]:
        return {each.value: each.colour.light for each in self._scheme.stances}

    def _bars(self, table: Table, title: str, colours: dict[str, str]) -> Picture:
        draw = partial(
            drawing.draw_bars, table=table, title=title, unit="attributions", colours=colours
        )
        return Picture(draw, title, table)

    def _iter_records(self, layer: str) -> Iterator[Record]:
        return self._read(layer).iter_records(bool)

    def _read_registry(self) -> Registry:
        from workbench.project.linking import read_whole_registry

        layers = sorted(list_layers(self._store), key=lambda layer: layer != "gold")
        return read_whole_registry(self._store, self._directory, layers)

    def _find_days(self) -> dict[str, str]:
        """Return the day (UTC) of the last revision of each document by an annotator."""
        days: dict[str, str] = {}
        for layer in list_layers(self._store):
            if layer.startswith(ANNOTATOR):
                for row in self._store.history(layer):
                    days[row.document] = max(days.get(row.document, ""), row.at_utc[:10])
        return days


def _check_names(coefficients: Iterable[str], known: Iterable[str]) -> None:
    unknown = [name for name in coefficients if name not in known]
    if unknown:
        raise UsageError(
            f"Expected coefficients of agreement, got {', '.join(unknown)}.",
            hint=f"There are: {', '.join(sorted(known))}.",
        )


def _shorten(layer: str) -> str:
    return layer.removeprefix(ANNOTATOR)
