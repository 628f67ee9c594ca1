"""Krippendorff's alpha from coincidence matrices, one matrix or many at once.

Source of every formula: Krippendorff (2011), "Computing Krippendorff's alpha-reliability",
University of Pennsylvania, sections C (coincidences, nominal) and D (ordinal); the same in
Krippendorff (2004), Content Analysis, 2nd edition, chapter 11.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Literal

from workbench.errors import UsageError
from workbench.evaluation.scores import Array, as_number, divide

Level = Literal["nominal", "ordinal"]

MISSING = -1
"""The code of a unit that an annotator gave no value."""


def compute_alpha(
    ratings: Sequence[Sequence[Hashable | None]],
    *,
    level: Level = "nominal",
    order: Sequence[Hashable] | None = None,
) -> float | None:
    """Return Krippendorff's alpha of a table of ratings.

    Parameters
    ----------
    ratings
        ``ratings[annotator][unit]``: a value, or ``None`` where the annotator gave none.
    level
        ``nominal``: two values are the same or not. ``ordinal``: they are as far apart as the
        values between them are many.
    order
        All values, the lowest first; needed for ``ordinal``.

    Returns
    -------
    float or None
        1 for perfect agreement, 0 for what chance would give, below 0 for systematic disagreement.
        ``None`` where no disagreement was to be expected (one value only), or where no unit has two
        values: then alpha is 0/0. A unit with a single value has no part in it.

    Examples
    --------
    Two observers and twelve units (section B of the source), .692:

    >>> round(compute_alpha(["aabbdcccedda", "babbbccceddd"]), 3)
    0.692
    """
    import numpy as np

    seen = {value for row in ratings for value in row if value is not None}
    if order is None and level == "ordinal":
        raise UsageError("Expected an order of the values for an ordinal alpha, got none.")
    labels = list(order) if order is not None else sorted(seen, key=str)
    if seen.difference(labels) or len({len(row) for row in ratings}) > 1:
        raise UsageError(
            "Expected a value or None for each annotator and unit, and each value in the order."
        )
    places: dict[Hashable | None, int] = {label: place for place, label in enumerate(labels)}
    places[None] = MISSING
    codes = np.array([[places[value] for value in row] for row in ratings], dtype=int).T
    groups = np.zeros(len(codes), dtype=int)
    return as_number(alpha_of(count_coincidences(codes, len(labels), groups, 1)[0], level))


def count_coincidences(codes: Array, labels: int, groups: Array, size: int) -> Array:
    """Return the coincidence matrix of each group of units.

    Parameters
    ----------
    codes
        Shape ``(units, annotators)``: the place of each value among the labels, or `MISSING`.
    labels
        How many labels there are.
    groups
        Shape ``(units,)``: the group of each unit, from 0 to ``size - 1`` (its document).

    Returns
    -------
    Array
        Shape ``(size, labels, labels)``. A unit of m values adds each of its ``m (m - 1)`` ordered
        pairs with the weight ``1 / (m - 1)``, so that it adds m in all; matrices of groups add up
        to the matrix of their union.
    """
    import numpy as np

    result = np.zeros((size, labels, labels))
    if not codes.size or not labels:
        return result
    values = np.stack([(codes == label).sum(axis=1) for label in range(labels)], axis=1)
    numbers = values.sum(axis=1)
    paired = numbers > 1
    values, groups, numbers = values[paired], groups[paired], numbers[paired]
    for first in range(labels):
        for second in range(first, labels):
            others = values[:, second] - (first == second)
            weights = values[:, first] * others / (numbers - 1)
            counts = np.bincount(groups, weights=weights, minlength=size)
            result[:, first, second] = result[:, second, first] = counts
    return result


def alpha_of(coincidences: Array, level: Level = "nominal") -> Array:
    """Return the alpha of each matrix of shape ``(..., labels, labels)``; NaN where undefined."""
    values = coincidences.sum(axis=-1)
    total = values.sum(axis=-1)
    distances = _measure(values, level)
    observed = (coincidences * distances).sum(axis=(-2, -1))
    chance = values[..., :, None] * values[..., None, :]
    expected = (chance * distances).sum(axis=(-2, -1))
    return 1 - divide(observed * (total - 1), expected)


def observed_agreement(coincidences: Array) -> Array:
    """Return the share of pairs of values that are the same; NaN where there are none."""
    import numpy as np

    same = np.diagonal(coincidences, axis1=-2, axis2=-1).sum(axis=-1)
    return divide(same, coincidences.sum(axis=(-2, -1)))


def collapse(coincidences: Array, label: int) -> Array:
    """Return the two-by-two matrix of one label against all others."""
    import numpy as np

    own = coincidences[label, label]
    mixed = coincidences[label].sum() - own
    rest = coincidences.sum() - own - 2 * mixed
    return np.array([[own, mixed], [mixed, rest]])


def _measure(values: Array, level: Level) -> Any:
    """Return the squared difference of each pair of labels, given how often each is used."""
    import numpy as np

    if level == "nominal":
        return 1.0 - np.eye(values.shape[-1])
    # From the middle of one label's values to the middle of the other's, all in their order.
    middles = values.cumsum(axis=-1) - values / 2
    return (middles[..., :, None] - middles[..., None, :]) ** 2
