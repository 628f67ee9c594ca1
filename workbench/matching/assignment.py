"""Optimal one-to-one assignment between two sides, whatever the order of either.

An assignment maximises the sum of the weights. Among those of the same sum it prefers more exact
pairs, then more pairs that agree on the label (the stance). What is then still a tie is settled by
the content of the items alone, and in the same way from either side.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

MAX_EXACT = 3
"""The largest value that `Edge.exact` may take."""

_WEIGHT_BITS = 24  # weights that differ by less than 2 ** -24 tie


class Edge(NamedTuple):
    """A possible pair: the places of both items, and what speaks for it.

    `weight` is above 0 and at most 1; `exact` counts what is the same to the code point (0 to
    `MAX_EXACT`); `agrees` says whether the labels are the same.
    """

    gold: int
    pred: int
    weight: float
    exact: int = 0
    agrees: bool = False


Key = Callable[[int], Any]


def assign(edges: Iterable[Edge], gold_key: Key, pred_key: Key) -> list[Edge]:
    """Return the edges of an optimal one-to-one assignment, ordered by their gold item.

    Parameters
    ----------
    edges
        The possible pairs; one that is not listed weighs 0 and is never made.
    gold_key, pred_key
        Give the content of an item by its place, as something that sorts and knows no id. Items of
        the same key are interchangeable. Asked only where there is a choice.

    Examples
    --------
    >>> edges = [Edge(0, 0, 0.9), Edge(0, 1, 0.8), Edge(1, 0, 0.7)]
    >>> [(edge.gold, edge.pred) for edge in assign(edges, str, str)]
    [(0, 1), (1, 0)]
    """
    chosen, contested = _split_contested(list(edges))
    for block in _iter_blocks(contested):
        chosen.extend(block if len(block) == 1 else _solve(block, gold_key, pred_key))
    return sorted(chosen)


def _split_contested(edges: Sequence[Edge]) -> tuple[list[Edge], list[Edge]]:
    """Return the edges that share no item with another, which are most, and the rest."""
    golds: dict[int, int] = {}
    preds: dict[int, int] = {}
    for edge in edges:
        golds[edge.gold] = golds.get(edge.gold, 0) + 1
        preds[edge.pred] = preds.get(edge.pred, 0) + 1
    alone: list[Edge] = []
    contested: list[Edge] = []
    for edge in edges:
        single = golds[edge.gold] == 1 and preds[edge.pred] == 1
        (alone if single else contested).append(edge)
    return alone, contested


def _iter_blocks(edges: Sequence[Edge]) -> Iterable[list[Edge]]:
    """Return the connected components: no item is in two of them, so each is solved alone."""
    parents: dict[int, int] = {}

    def find(node: int) -> int:
        root = node
        while parents[root] != root:
            root = parents[root]
        while parents[node] != root:
            parents[node], node = root, parents[node]
        return root

    for edge in edges:  # predicted items are the negative nodes
        gold, pred = edge.gold, -1 - edge.pred
        parents.setdefault(gold, gold)
        parents.setdefault(pred, pred)
        parents[find(gold)] = find(pred)
    blocks: dict[int, list[Edge]] = {}
    for edge in edges:
        blocks.setdefault(find(edge.gold), []).append(edge)
    return blocks.values()


def _solve(block: list[Edge], gold_key: Key, pred_key: Key) -> list[Edge]:
    """Return the best edges of one component."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    golds = _by_key({edge.gold for edge in block}, gold_key)
    preds = _by_key({edge.pred for edge in block}, pred_key)
    values = np.zeros((len(golds), len(preds)))
    rows = {item: row for row, (_, item) in enumerate(golds)}
    columns = {item: column for column, (_, item) in enumerate(preds)}
    scale = _Scale(min(len(golds), len(preds)))
    for edge in block:
        values[rows[edge.gold], columns[edge.pred]] = scale.value(edge)
    # The same matrix from either side, so that exchanging the sides cannot change a tie.
    turned = [key for key, _ in preds] < [key for key, _ in golds]
    found = linear_sum_assignment(values.T if turned else values, maximize=True)
    chosen_rows, chosen_columns = reversed(found) if turned else found
    pairs = {
        (golds[row][1], preds[column][1])
        for row, column in zip(chosen_rows.tolist(), chosen_columns.tolist(), strict=True)
    }
    return [edge for edge in block if (edge.gold, edge.pred) in pairs]


def _by_key(items: Iterable[int], key: Key) -> list[tuple[Any, int]]:
    return sorted((key(item), item) for item in items)


class _Scale:
    """Turns weight, exactness and agreement, in this order, into one whole number.

    Whole numbers below 2 ** 53 add up without rounding, so sums compare as they should.
    """

    def __init__(self, pairs: int) -> None:
        self._agree_room = pairs + 1
        self._exact_room = MAX_EXACT * pairs + 1
        room = math.log2(pairs * self._agree_room * self._exact_room)
        self._weight: int = 1 << max(0, min(_WEIGHT_BITS, int(52 - room)))

    def value(self, edge: Edge) -> int:
        """Return the number that stands for `edge`; above 0."""
        weight = max(1, round(edge.weight * self._weight))
        return (weight * self._exact_room + edge.exact) * self._agree_room + edge.agrees
