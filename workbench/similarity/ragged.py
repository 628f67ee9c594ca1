"""Rows of whole numbers of different lengths, in one array that rows are added to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int32]
Floats = NDArray[np.float64]
Kind = TypeVar("Kind", bound=np.generic)


class Ragged:
    """Rows of numbers, none of them empty, laid one behind the other.

    Adding a row costs its length, on average; the arrays grow by half of what they are.
    """

    def __init__(self) -> None:
        self._values: Integers = np.empty(0, np.int32)
        self._starts: NDArray[np.int64] = np.zeros(1, np.int64)
        self._rows = 0

    def __len__(self) -> int:
        return self._rows

    @property
    def values(self) -> Integers:
        """The numbers of all rows, in order."""
        return self._values[: self._starts[self._rows]]

    @property
    def starts(self) -> NDArray[np.int64]:
        """Where each row begins among the `values`."""
        return self._starts[: self._rows]

    def __getitem__(self, row: int) -> Integers:
        """Return one row; not to be changed."""
        return self._values[self._starts[row] : self._starts[row + 1]]

    def extend(self, values: Integers, lengths: Sequence[int] | Integers) -> None:
        """Add rows of so many numbers each, at least one."""
        begin = int(self._starts[self._rows])
        self._values = grow(self._values, begin + len(values))
        self._starts = grow(self._starts, self._rows + len(lengths) + 1)
        self._values[begin : begin + len(values)] = values
        stops = begin + np.cumsum(lengths, dtype=np.int64)
        self._starts[self._rows + 1 : self._rows + 1 + len(lengths)] = stops
        self._rows += len(lengths)

    def take(self, rows: Integers) -> tuple[Integers, NDArray[np.int64]]:
        """Return the numbers of some rows, one behind the other, and how many each has."""
        lengths = self._starts[rows + 1] - self._starts[rows]
        within = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return self._values[np.repeat(self._starts[rows], lengths) + within], lengths

    def sum(self, weights: Floats) -> Floats:
        """Return for each row the sum of the weights that its numbers point at."""
        if not self._rows:
            return np.zeros(0)
        return np.add.reduceat(weights[self.values], self.starts)


def grow(array: NDArray[Kind], wanted: int) -> NDArray[Kind]:
    """Return an array with room for `wanted` values, of which those of `array` are the first."""
    if wanted <= len(array):
        return array
    grown = np.zeros(max(wanted, len(array) * 3 // 2 + 64), array.dtype)
    grown[: len(array)] = array
    return grown
