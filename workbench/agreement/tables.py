"""Ratings of all documents as arrays: one row a unit, one column an annotator."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from workbench.agreement.alpha import (
    MISSING,
    Level,
    alpha_of,
    count_coincidences,
    observed_agreement,
)
from workbench.evaluation.scores import Array


class Ratings:
    """The ratings of one coefficient.

    Parameters
    ----------
    labels
        The values, in their order.
    level
        How far apart two values are.
    layers
        How many annotators there are.
    nothing
        The label that stands for not found, if there is one: two annotators who both found nothing
        have nothing in common that could be compared.
    """

    def __init__(
        self, labels: Sequence[str], layers: int, level: Level = "nominal", nothing: str = ""
    ) -> None:
        self.labels, self.level = tuple(labels), level
        self._layers, self._nothing = layers, nothing
        self._places = {label: place for place, label in enumerate(self.labels)}
        self._rows: list[tuple[int, ...]] = []  # tuples, so that the collector forgets them
        self._documents: list[int] = []

    def add(self, document: int, values: dict[int, str]) -> None:
        """Add a unit of a document: the value of each layer that gave one."""
        if len(values) < 2:
            return
        row = [MISSING] * self._layers
        for layer, value in values.items():
            if value not in self._places:  # a label that the scheme does not know is one of its own
                self._places[value] = len(self.labels)
                self.labels = (*self.labels, value)
            row[layer] = self._places[value]
        self._rows.append(tuple(row))
        self._documents.append(document)

    def count_by_document(self, documents: int) -> Array:
        """Return the coincidence matrix of each document."""
        return count_coincidences(self._codes, len(self.labels), self._groups, documents)

    def count_pair(self, first: int, second: int) -> Array:
        """Return how often `first` gave which label (row) and `second` which (column)."""
        import numpy as np

        size = len(self.labels)
        left, right = self._codes[:, first], self._codes[:, second]
        both = (left != MISSING) & (right != MISSING)
        if self._nothing:
            nothing = self._places[self._nothing]
            both &= (left != nothing) | (right != nothing)
        cells = left[both] * size + right[both]
        return np.bincount(cells, minlength=size * size).reshape(size, size).astype(float)

    def compute(self, coincidences: Array) -> Array:
        """Return the alpha of each coincidence matrix; NaN where it is undefined."""
        return alpha_of(coincidences, self.level)

    def explain(self, coincidences: Array) -> str | None:
        """Return why alpha is undefined, or ``None`` where it is defined."""
        values = coincidences.sum(axis=0)
        if not values.sum():
            return "Nothing was given a value by two annotators."
        used = [label for label, count in zip(self.labels, values, strict=True) if count]
        if len(used) > 1:
            return None
        agreement = float(observed_agreement(coincidences))
        return (
            f"Every value is {used[0]!r}, so chance alone would agree as well: alpha is 0/0 "
            f"(observed agreement {agreement:.2f})."
        )

    @property
    def units(self) -> int:
        """How many units have two values or more."""
        return len(self._rows)

    @cached_property
    def _codes(self) -> Array:
        import numpy as np

        return np.array(self._rows, dtype=int).reshape(len(self._rows), self._layers)

    @cached_property
    def _groups(self) -> Array:
        import numpy as np

        return np.array(self._documents, dtype=int)


class PairTable:
    """Counts (matched, first, second) by document, pair of annotators, and score."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self._cells: dict[tuple[int, int], list[Sequence[int]]] = {}

    def add(self, document: int, pair: int, counts: dict[str, tuple[int, int, int]]) -> None:
        """Add what one pair of annotators shares in one document."""
        self._cells[document, pair] = [counts[name] for name in self.names]

    def select(self, name: str, documents: int, pairs: int) -> Array:
        """Return the counts of one score, sparse, of shape ``(documents, 3 * pairs)``."""
        import numpy as np
        from scipy.sparse import coo_array

        place = self.names.index(name)
        values = np.array([counts[place] for counts in self._cells.values()], dtype=float)
        cells = np.array(list(self._cells), dtype=int).reshape(-1, 2)
        rows = np.repeat(cells[:, 0], 3)
        columns = (3 * cells[:, 1:] + np.arange(3)).ravel()
        return coo_array((values.ravel(), (rows, columns)), shape=(documents, 3 * pairs)).tocsr()
