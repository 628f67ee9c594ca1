"""Counts of all documents as one table, so that each resample is one product of matrices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.evaluation.counting import CLASSIFIED, COUNTED, DocumentCounts
from workbench.evaluation.scores import Array, compute_f1, compute_macro_f1


@dataclass(frozen=True)
class Table:
    """Counts by document.

    Attributes
    ----------
    values
        Shape ``(documents, columns)``: three columns for each of `COUNTED`, then a confusion matrix
        of ``classes * (classes + 1)`` columns for each of `CLASSIFIED`.
    labels
        The classes of each of `CLASSIFIED`.
    """

    values: Array
    labels: Mapping[str, Sequence[str]]

    def select(self, name: str, values: Array | None = None) -> Array:
        """Return the counts of one score out of `values`, as its own shape wants them.

        `values` has shape ``(..., columns)``; without it, it is the table itself.
        """
        values = self.values if values is None else values
        if name in COUNTED:
            start = 3 * COUNTED.index(name)
            return values[..., start : start + 3]
        start = 3 * len(COUNTED)
        for other in CLASSIFIED[: CLASSIFIED.index(name)]:
            start += _size(self.labels[other])
        classes = len(self.labels[name])
        part = values[..., start : start + _size(self.labels[name])]
        return part.reshape(*values.shape[:-1], classes, classes + 1)

    def compute(self, name: str, values: Array | None = None) -> Array:
        """Return F1, or macro-F1 where `name` is a classification; NaN where undefined."""
        counts = self.select(name, values)
        return compute_f1(counts) if name in COUNTED else compute_macro_f1(counts)


def build_table(documents: Sequence[DocumentCounts], labels: Mapping[str, Sequence[str]]) -> Table:
    """Return the table of `documents`; a class that `labels` lacks is appended to them."""
    import numpy as np

    complete = {name: _complete(labels[name], documents, name) for name in CLASSIFIED}
    rows = [
        np.concatenate(
            [
                np.asarray([document.counts[name] for name in COUNTED], dtype=float).ravel(),
                *(_count_cells(document, name, complete[name]) for name in CLASSIFIED),
            ]
        )
        for document in documents
    ]
    width = 3 * len(COUNTED) + sum(_size(each) for each in complete.values())
    return Table(np.array(rows).reshape(len(documents), width), complete)


def join_tables(first: Table, second: Table) -> tuple[Table, Table]:
    """Return both tables with the same labels, so that their columns are the same."""
    import numpy as np

    labels = {
        name: tuple(dict.fromkeys([*first.labels[name], *second.labels[name]]))
        for name in CLASSIFIED
    }

    def widen(table: Table) -> Table:
        parts = [table.values[:, : 3 * len(COUNTED)]]
        for name in CLASSIFIED:
            size = len(labels[name])
            wide = np.zeros((len(table.values), size, size + 1))
            places = [labels[name].index(label) for label in table.labels[name]]
            part = table.select(name)
            wide[np.ix_(range(len(part)), places, [*places, size])] = part
            parts.append(wide.reshape(len(wide), -1))
        return Table(np.concatenate(parts, axis=1), labels)

    return widen(first), widen(second)


def _complete(
    labels: Sequence[str], documents: Sequence[DocumentCounts], name: str
) -> tuple[str, ...]:
    seen = {
        label
        for document in documents
        for pair in document.classes[name]
        for label in pair
        if label is not None
    }
    return (*labels, *sorted(seen.difference(labels)))


def _count_cells(document: DocumentCounts, name: str, labels: Sequence[str]) -> Any:
    import numpy as np

    places: dict[str | None, int] = {label: place for place, label in enumerate(labels)}
    places[None] = len(labels)
    cells = np.zeros((len(labels), len(labels) + 1))
    for gold, predicted in document.classes[name]:
        cells[places[gold], places[predicted]] += 1
    return cells.ravel()


def _size(labels: Sequence[str]) -> int:
    return len(labels) * (len(labels) + 1)
