"""Krippendorff's alpha for unitizing, of two annotators, as the books define it.

Source: Krippendorff (1995), "On the reliability of unitizing continuous data", Sociological
Methodology 25, 47-76; Krippendorff (2004), Content Analysis, 2nd edition, chapter 11, with the
worked example on page 254. Two annotators mark units, each a stretch, on the same continuum of L
points; what lies between an annotator's units are gaps.

- Two units that share a point disagree by the squares of the distances of their starts and of their
  ends; a unit that lies inside a gap disagrees by the square of its length.
- The observed disagreement is the sum of these over ``L ** 2``.
- The expected disagreement is the mean of the same over all ways in which the units and gaps of
  both annotators could have come to lie.

For more than two annotators that definition misbehaves (Krippendorff, Mathet, Bouvry and Widlöcher
2016, "On the reliability of unitizing textual continua", Quality & Quantity 50), so that the mean
over pairs of annotators is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

Units = Sequence[tuple[int, int]]
"""Half-open stretches ``(start, end)``, ordered and disjoint; touching ones are two units."""


def compute_unitizing_alpha(
    first: Mapping[str, Units], second: Mapping[str, Units], length: int
) -> float | None:
    """Return the unitizing alpha of two annotators.

    Parameters
    ----------
    first, second
        The units of each annotator by category; a category that is not there has none.
    length
        How many points the continuum has; no unit ends behind it.

    Returns
    -------
    float or None
        At most 1, which is the same units; 0 is chance; ``None`` where neither has a unit (0/0).

    Examples
    --------
    The example on page 254 of the source, .859, from 150 to 450:

    >>> ones = {"c": [(75, 145), (220, 250)], "k": [(30, 90), (150, 200)]}
    >>> others = {"c": [(70, 150), (205, 225), (250, 270)], "k": [(30, 90), (150, 200)]}
    >>> round(compute_unitizing_alpha(ones, others, 300), 3)
    0.859
    """
    names = sorted({*first, *second})
    parts = [compute_disagreement(first.get(n, ()), second.get(n, ()), length) for n in names]
    expected = sum(part for _, part in parts)
    return 1 - sum(part for part, _ in parts) / expected if expected else None


def compute_disagreement(first: Units, second: Units, length: int) -> tuple[float, float]:
    """Return the observed and the expected disagreement of one category; (0, 0) without units."""
    if not length:
        return 0.0, 0.0
    observed = sum_differences(first, second) / length**2
    return observed, compute_expected(first, second, length)


def compute_expected(first: Units, second: Units, length: int) -> float:
    """Return the expected disagreement of one category; 0 without units."""
    lengths = [end - start for units in (first, second) for start, end in units]
    if not lengths:
        return 0.0
    gaps = sorted(gap for units in (first, second) for gap in iter_gaps(units, length))
    above = list(accumulate(reversed(gaps), initial=0))
    total = 0.0
    for size, count in Counter(lengths).items():
        larger = len(gaps) - bisect_left(gaps, size)
        room = above[larger] - larger * (size - 1)
        pairs = (len(lengths) - 1) / 3 * cost_of_pairs(size)
        total += count * (pairs + size * size * room)
    ways = 2 * length * (2 * length - 1) - sum(size * (size - 1) for size in lengths)
    return 2 / length * total / ways


def cost_of_pairs(size: int) -> int:
    """Return what a unit of `size` adds for each other unit, over all ways of sharing a point."""
    return size * (size - 1) * (2 * size - 1)


def sum_differences(first: Units, second: Units) -> int:
    """Return the sum of squared differences between two annotators' units."""
    total = place = 0
    alone = [True] * len(second)
    for start, end in first:
        while place < len(second) and second[place][1] <= start:
            place += 1
        number = place
        while number < len(second) and second[number][0] < end:
            other_start, other_end = second[number]
            total += (start - other_start) ** 2 + (end - other_end) ** 2
            alone[number] = False
            number += 1
        if number == place:
            total += (end - start) ** 2
    return total + sum(
        (end - start) ** 2 for (start, end), single in zip(second, alone, strict=True) if single
    )


def iter_gaps(units: Units, length: int) -> Iterable[int]:
    """Yield the lengths of the gaps of one annotator, none of them 0."""
    last = 0
    for start, end in units:
        if start > last:
            yield start - last
        last = end
    if length > last:
        yield length - last


def unite(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return `spans` as units: those that overlap are one, those that only touch are not."""
    units: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if units and start < units[-1][1]:
            units[-1] = (units[-1][0], max(units[-1][1], end))
        else:
            units.append((start, end))
    return units
