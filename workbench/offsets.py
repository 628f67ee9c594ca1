"""Offsets in code points, UTF-16 units and UTF-8 bytes: the one place where units are converted.

Inside the package an offset is always a count of Unicode code points, which is what indexing a
Python string counts. Any other unit says so in its name (``start_utf16``) and passes through an
`OffsetMap` at the border: the browser and some file formats count UTF-16 units, others UTF-8 bytes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate

from workbench.errors import OffsetError


def _utf16_width(character: str) -> int:
    return 2 if ord(character) > 0xFFFF else 1


def _utf8_width(character: str) -> int:
    return len(character.encode("utf-8", "surrogatepass"))


class OffsetMap:
    """Converts offsets into one text between code points, UTF-16 units and UTF-8 bytes.

    Parameters
    ----------
    text
        The text that all offsets point into. Building the map costs one pass over it; each
        conversion is a lookup or a binary search.

    Examples
    --------
    >>> offsets = OffsetMap("a😀b")
    >>> offsets.to_utf16(2), offsets.from_utf16(3)
    (3, 2)
    >>> offsets.to_utf8(2), offsets.from_utf8(5)
    (5, 2)
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._utf16 = None if text.isascii() else _boundaries(text, _utf16_width)
        self._utf8 = None if text.isascii() else _boundaries(text, _utf8_width)

    def to_utf16(self, offset: int) -> int:
        """Return how many UTF-16 units stand before code point `offset`."""
        return _forward(self._utf16, offset, self._length)

    def to_utf8(self, offset: int) -> int:
        """Return how many UTF-8 bytes stand before code point `offset`."""
        return _forward(self._utf8, offset, self._length)

    def from_utf16(self, offset_utf16: int) -> int:
        """Return the code point offset of `offset_utf16`; half a pair is an `OffsetError`."""
        return _backward(self._utf16, offset_utf16, self._length, "UTF-16 unit")

    def from_utf8(self, offset_utf8: int) -> int:
        """Return the code point offset of `offset_utf8`; inside a character is an `OffsetError`."""
        return _backward(self._utf8, offset_utf8, self._length, "UTF-8 byte")


def _boundaries(text: str, width: Callable[[str], int]) -> list[int]:
    return list(accumulate(map(width, text), initial=0))


def _forward(boundaries: list[int] | None, offset: int, length: int) -> int:
    if not 0 <= offset <= length:
        raise OffsetError(f"Expected an offset from 0 to {length} code points, got {offset}.")
    return offset if boundaries is None else boundaries[offset]


def _backward(boundaries: list[int] | None, offset: int, length: int, unit: str) -> int:
    total = length if boundaries is None else boundaries[-1]
    if not 0 <= offset <= total:
        raise OffsetError(f"Expected an offset from 0 to {total} ({unit}s), got {offset}.")
    if boundaries is None:
        return offset
    index = bisect_left(boundaries, offset)
    if boundaries[index] != offset:
        raise OffsetError(f"Expected the edge of a character, got {unit} {offset}, inside one.")
    return index
