"""The unitizing alpha of two annotators over many documents, joined end to end, for any draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from workbench.agreement.unitizing import Units, compute_expected, sum_differences
from workbench.evaluation.scores import Array, divide

Pieces = Sequence[tuple[int, int]]
"""The place of a document in the continuum, and a length."""


@dataclass(slots=True)
class Stretch:
    """One document of a continuum: its number, its length, and both annotators' units.

    `differences` is the sum of squared differences between the two.
    """

    document: int
    length: int
    first: Units
    second: Units
    differences: int = field(init=False)

    def __post_init__(self) -> None:
        self.differences = sum_differences(self.first, self.second)

    def compute_alpha(self) -> float | None:
        """Return the unitizing alpha of this document alone."""
        expected = compute_expected(self.first, self.second, self.length)
        return 1 - self.differences / self.length**2 / expected if expected else None


class Continuum:
    """The documents that two annotators looked at, joined end to end in their order.

    A gap runs on from one document into the next; units never do. Drawing a document twice puts it
    there twice, side by side.

    Parameters
    ----------
    stretches
        The documents that both looked at, in the order of their ids.
    """

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._stretches = stretches

    def compute(self, draws: Array) -> Array:
        """Return the alpha of each draw.

        Parameters
        ----------
        draws
            Shape ``(some, documents)``: how often each document is drawn.

        Returns
        -------
        Array
            Shape ``(some,)``; NaN where neither annotator has a unit.
        """
        import numpy as np

        sizes, per_document = self._units
        if not len(sizes):
            return np.full(len(draws), np.nan)
        draws = draws[:, [stretch.document for stretch in self._stretches]]
        counts = draws @ per_document
        gaps, gaps_per_document = self._gaps
        room = np.clip(sizes[:, None] - 1, 0, None)
        inner = (draws @ gaps_per_document) @ np.clip(gaps[None, :] - room, 0, None).T
        outer = np.array([self._measure_borders(draw, sizes) for draw in draws])
        number = counts.sum(axis=1)
        pairs = (number[:, None] - 1) / 3 * (sizes * (sizes - 1) * (2 * sizes - 1))
        total = (counts * (pairs + sizes**2 * (inner + outer))).sum(axis=1)
        length = draws @ self._lengths
        ways = 2 * length * (2 * length - 1) - counts @ (sizes * (sizes - 1))
        # Observed is a sum over length ** 2, expected is 2 / length * total / ways.
        expected = 2 * length * total
        return 1 - divide((draws @ self._observed) * ways, expected)

    def compute_documents(self) -> Sequence[tuple[int, float | None]]:
        """Return the number and the alpha of each document alone."""
        return [(stretch.document, stretch.compute_alpha()) for stretch in self._stretches]

    def count_units(self) -> int:
        """Return how many units both annotators have together."""
        return sum(len(each.first) + len(each.second) for each in self._stretches)

    def count_documents(self) -> int:
        """Return how many documents are joined."""
        return len(self._stretches)

    @cached_property
    def _lengths(self) -> Array:
        import numpy as np

        return np.array([each.length for each in self._stretches], dtype=float)

    @cached_property
    def _observed(self) -> Array:
        import numpy as np

        return np.array([each.differences for each in self._stretches], dtype=float)

    @cached_property
    def _units(self) -> tuple[Array, Array]:
        return self._tabulate(
            [
                (place, end - start)
                for place, each in enumerate(self._stretches)
                for units in (each.first, each.second)
                for start, end in units
            ]
        )

    @cached_property
    def _gaps(self) -> tuple[Array, Array]:
        """Return the lengths of gaps inside documents, and how many of each a document has."""
        return self._tabulate(
            [
                (place, start - last)
                for place, each in enumerate(self._stretches)
                for units in (each.first, each.second)
                for (_, last), (start, _) in pairwise(units)
                if start > last
            ]
        )

    @cached_property
    def _borders(self) -> Sequence[tuple[Array, Array, Array]]:
        """Return, for each annotator, the gap that opens and the one that ends each document.

        The third part says which documents have units; one without is all gap.
        """
        import numpy as np

        sides = []
        for units in zip(*((each.first, each.second) for each in self._stretches), strict=True):
            heads = [marked[0][0] if marked else 0 for marked in units]
            ends = [marked[-1][1] if marked else 0 for marked in units]
            full = np.array([bool(marked) for marked in units])
            sides.append((np.array(heads, dtype=float), self._lengths - ends, full))
        return sides

    def _measure_borders(self, draw: Array, sizes: Array) -> Array:
        """Return in how many places a unit of each size fits into gaps at documents' borders."""
        import numpy as np

        order = np.repeat(np.arange(len(self._stretches)), draw)
        found = []
        for heads, tails, full in self._borders:
            marked = full[order]
            # What lies between two documents with units: the lengths of those without.
            without = np.where(marked, 0, self._lengths[order])
            before = np.concatenate([[0], np.cumsum(without)[marked], [without.sum()]])
            opening = np.concatenate([heads[order[marked]], [0]])
            closing = np.concatenate([[0], tails[order[marked]]])
            found.append(closing + np.diff(before) + opening)
        gaps = np.sort(np.concatenate(found))
        above = np.concatenate([[0], np.cumsum(gaps[::-1])])
        larger = len(gaps) - np.searchsorted(gaps, sizes, side="left")
        return above[larger] - larger * (sizes - 1)

    def _tabulate(self, pieces: Pieces) -> tuple[Array, Array]:
        """Return the distinct lengths, and how many of each a document has (sparse)."""
        import numpy as np
        from scipy.sparse import coo_array

        documents, lengths = np.array(pieces, dtype=float).reshape(-1, 2).T
        distinct, places = np.unique(lengths, return_inverse=True)
        shape = (len(self._stretches), len(distinct))
        cells = (documents.astype(int), places)
        return distinct, coo_array((np.ones(len(places)), cells), shape=shape).tocsr()
