"""Which item of one side is which of the other: Dice coefficients and optimal assignment."""

from workbench.matching.assignment import MAX_EXACT, Edge, assign
from workbench.matching.overlaps import iter_dice_edges, iter_overlaps, match_ranges
from workbench.matching.ranges import (
    Ranges,
    compute_dice,
    count_common,
    count_points,
    merge_ranges,
)

__all__ = [
    "MAX_EXACT",
    "Edge",
    "Ranges",
    "assign",
    "compute_dice",
    "count_common",
    "count_points",
    "iter_dice_edges",
    "iter_overlaps",
    "match_ranges",
    "merge_ranges",
]
