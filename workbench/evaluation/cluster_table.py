"""B3 and LEA of many resamples at once, from how many mentions clusters share.

A resample says how often each document was drawn. A cluster holds all copies of its mentions; a
claim without a cluster is a singleton in each copy. Whatever is counted is then a sum over
documents, so that a product of two matrices counts it for all resamples.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.evaluation.resampling import find_bounds, iter_draws
from workbench.evaluation.results import Interval
from workbench.evaluation.scores import Array, divide

if TYPE_CHECKING:
    from workbench.evaluation.mentions import Mention, Mentions

_CHUNK = 4_000_000  # numbers in one array, so that memory stays small


class ClusterTable:
    """The mentions of both sides as counts by cluster and document."""

    def __init__(self, mentions: Mentions, documents: int) -> None:
        left, right = _number(mentions.gold), _number(mentions.pred)
        partner = {each.name: each for each in mentions.pred}
        cells: dict[tuple[int, int], int] = {}
        shared, only_gold, only_pred, both_single = [], [], [], []
        for mention in mentions.gold:
            other = partner.get(mention.name)
            if other is None:
                continue
            first, second = left.get(mention.cluster), right.get(other.cluster)
            if first is not None and second is not None:
                cell = cells.setdefault((first, second), len(cells))
                shared.append((cell, mention.document))
            elif first is not None:
                only_gold.append((first, mention.document))
            elif second is not None:
                only_pred.append((second, mention.document))
            else:
                both_single.append((0, mention.document))
        self._rows = [first for first, _ in cells]
        self._columns = [second for _, second in cells]
        self._gold = _count(_place(mentions.gold, left), len(left), documents)
        self._pred = _count(_place(mentions.pred, right), len(right), documents)
        self._shared = _count(shared, len(cells), documents)
        self._only_gold = _count(only_gold, len(left), documents)
        self._only_pred = _count(only_pred, len(right), documents)
        self._both_single = _count(both_single, 1, documents)
        self._all_gold = _count([(0, each.document) for each in mentions.gold], 1, documents)
        self._all_pred = _count([(0, each.document) for each in mentions.pred], 1, documents)
        self._documents = documents

    def compute_intervals(self, resamples: int, seed: int) -> list[Interval | None]:
        """Return the intervals of B3 and LEA with singletons, then without."""
        import numpy as np

        step = max(1, _CHUNK // max(1, len(self._rows), self._gold.shape[0], self._pred.shape[0]))
        found = [
            self.compute(draws[first : first + step])
            for draws in iter_draws(self._documents, resamples, seed)
            for first in range(0, len(draws), step)
        ]
        return [find_bounds(values) for values in np.concatenate(found, axis=1)] if found else []

    def compute(self, draws: Array) -> Array:
        """Return F1 for each resample: B3 and LEA with singletons, B3 and LEA without.

        Parameters
        ----------
        draws
            Shape ``(resamples, documents)``: how often each document was drawn.

        Returns
        -------
        Array
            Shape ``(4, resamples)``; NaN where undefined.
        """
        import numpy as np

        times = draws.T.astype(float)
        gold, pred, shared = self._gold @ times, self._pred @ times, self._shared @ times
        gold_here, pred_here = gold[self._rows], pred[self._columns]
        sides = (
            (gold, gold_here, pred_here, self._only_gold @ times, self._only_pred @ times),
            (pred, pred_here, gold_here, self._only_pred @ times, self._only_gold @ times),
        )
        singles = (self._both_single @ times)[0]
        totals = (self._all_gold @ times)[0], (self._all_pred @ times)[0]
        sums = []
        for (size, here, there, alone, others), total in zip(sides, totals, strict=True):
            other_size = pred if size is gold else gold
            b_cubed = divide(shared * shared, here), divide(alone, size)
            links = divide(shared * (shared - 1), here - 1)
            many = (here > 1) & (there > 1)
            whole = np.where(size > 1, size, 0).sum(axis=0)
            resolved = (
                np.where(here > 1, links, (shared == 1) & (there == 1)).sum(axis=0)
                + ((size == 1) & (alone == 1)).sum(axis=0)
                + np.where(other_size == 1, others, 0).sum(axis=0)
                + singles
            )
            near = np.nansum(b_cubed[0], axis=0) + np.nansum(b_cubed[1], axis=0)
            sums.append(
                (
                    (near + others.sum(axis=0) + singles, total),
                    (resolved, total),
                    (np.where(many, b_cubed[0], 0).sum(axis=0), whole),
                    (np.where(many, links, 0).sum(axis=0), whole),
                )
            )
        return np.array([_compute_f1(*both) for both in zip(*sums, strict=True)])


def _compute_f1(recall: tuple[Array, Array], precision: tuple[Array, Array]) -> Array:
    """Return F1 of two quotients: 0 where one side is empty, NaN where both are."""
    import numpy as np

    first, second = divide(*recall), divide(*precision)
    mean = divide(2 * np.nan_to_num(first) * np.nan_to_num(second), np.nan_to_num(first + second))
    return np.where(np.isnan(first) & np.isnan(second), np.nan, np.nan_to_num(mean))


def _number(mentions: Sequence[Mention]) -> dict[str | None, int]:
    names = dict.fromkeys(each.cluster for each in mentions if each.cluster is not None)
    return {name: number for number, name in enumerate(names)}


def _place(mentions: Sequence[Mention], numbers: dict[str | None, int]) -> list[tuple[int, int]]:
    return [(numbers[each.cluster], each.document) for each in mentions if each.cluster is not None]


def _count(places: Sequence[tuple[int, int]], rows: int, documents: int) -> Array:
    """Return a sparse matrix ``(rows, documents)`` of how often each place is listed."""
    import numpy as np
    from scipy.sparse import csr_array

    pairs = np.array(places, dtype=np.int64).reshape(-1, 2)
    ones = np.ones(len(pairs))
    return csr_array((ones, (pairs[:, 0], pairs[:, 1])), shape=(rows, documents))
