"""Ranges as spans of a record have to be: inside the text, on whole characters, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.errors import OffsetError
from workbench.exchange.formats.found import Range
from workbench.exchange.formats.losses import Losses
from workbench.text import widen_to_graphemes

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def clean_ranges(
    text: str, ranges: Iterable[Range], losses: Losses, place: str
) -> tuple[Range, ...]:
    """Return `ranges` without white space and bidi controls at their edges, ordered and disjoint.

    An edge inside a grapheme cluster moves outwards, ranges that overlap become one. Each change is
    counted in `losses`.

    Raises
    ------
    OffsetError
        A range is empty or reaches out of the text.
    """
    cleaned = []
    for start, end in ranges:
        if not 0 <= start < end <= len(text):
            raise OffsetError(
                f"{place}: Expected a range within 0 to {len(text)}, got {start} to {end}."
            )
        edges = trim_range(text, start, end)
        if edges is None:
            losses.add("spans", "dropped", why="nothing but white space")
            continue
        if edges != (start, end):
            losses.add("spans", "changed", why="moved to whole characters without white space")
        cleaned.append(edges)
    united = unite_ranges(cleaned)
    losses.add("spans", "changed", len(cleaned) - len(united), "overlapping fragments united")
    return united


def trim_range(text: str, start: int, end: int) -> Range | None:
    """Return the range without white space and bidi controls at its edges, on whole characters."""
    if start:
        start, end = widen_to_graphemes(text, start, end)
    else:
        end = widen_to_graphemes(text, 0, end)[1]
    while start < end and _is_edge(text[start]):
        start += 1
    while start < end and _is_edge(text[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def unite_ranges(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Return `ranges` in order, those that overlap as one; those that touch stay apart."""
    united: list[Range] = []
    for start, end in sorted(ranges):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return tuple(united)


def _is_edge(character: str) -> bool:
    return character.isspace() or character in _BIDI
