"""Sets of code points as sorted ranges: how much of one is in another.

A `Ranges` value stands for a set of code points: half-open ranges, ordered, neither overlapping nor
touching, so that two values are equal exactly where their sets are.
"""

from __future__ import annotations

from collections.abc import Iterable

Ranges = tuple[tuple[int, int], ...]


def merge_ranges(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Return the union of half-open `ranges`, in any order, as a `Ranges` value.

    Examples
    --------
    >>> merge_ranges([(5, 8), (0, 3), (3, 4), (7, 9)])
    ((0, 4), (5, 9))
    """
    ordered = sorted(ranges)
    if len(ordered) < 2:
        return tuple(ordered)
    merged = [ordered[0]]
    for start, end in ordered[1:]:
        last_start, last_end = merged[-1]
        if start <= last_end:
            merged[-1] = (last_start, max(last_end, end))
        else:
            merged.append((start, end))
    return tuple(merged)


def count_points(ranges: Ranges) -> int:
    """Return how many code points `ranges` holds."""
    return sum([end - start for start, end in ranges])


def count_common(first: Ranges, second: Ranges) -> int:
    """Return how many code points are in both sets.

    Examples
    --------
    >>> count_common(((0, 4), (6, 9)), ((2, 7),))
    3
    """
    common = left = right = 0
    while left < len(first) and right < len(second):
        start, end = first[left]
        other_start, other_end = second[right]
        shared = min(end, other_end) - max(start, other_start)
        if shared > 0:
            common += shared
        if end <= other_end:
            left += 1
        else:
            right += 1
    return common


def compute_dice(first: Ranges, second: Ranges) -> float | None:
    """Return the Dice coefficient of two sets of code points.

    ``2 |A & B| / (|A| + |B|)``: 1 for equal sets, 0 for disjoint ones; ``None`` where both are
    empty, which is 0/0. Source: Dice (1945), "Measures of the amount of ecologic association
    between species", Ecology 26(3), 297-302.

    Examples
    --------
    >>> compute_dice(((0, 10),), ((5, 10),))
    0.6666666666666666
    >>> compute_dice((), ()) is None
    True
    """
    size = count_points(first) + count_points(second)
    return 2 * count_common(first, second) / size if size else None
