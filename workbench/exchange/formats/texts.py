"""From the text of a file to the stored text, and where each of its offsets goes."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

import regex

from workbench.errors import InputError, OffsetError
from workbench.text import normalize_text

_PIECE = regex.compile(r"\r\n|\X")


class TextMap:
    """The stored form of a file's text, and the way there for its offsets.

    Parameters
    ----------
    raw
        The text as the file has it, a leading BOM included.
    place
        The file, for messages.
    is_stored
        Whether `raw` is the stored text already, so that nothing is to be changed.

    Attributes
    ----------
    text
        The stored text.
    """

    def __init__(self, raw: str, place: str, *, is_stored: bool = False) -> None:
        self._length = len(raw)
        self._place = place
        self._raw_edges: list[int] | None = None
        self._edges: list[int] = []
        try:
            self.text = normalize_text(raw)
        except InputError as error:
            raise InputError(f"{place}: {error.message}", hint=error.hint) from error
        if is_stored or self.text == raw:
            self.text = raw
        else:
            self._map(raw)

    def move(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``[start, end)`` of the file's text is in the stored text.

        An edge inside a character that the stored text writes otherwise moves outwards.

        Raises
        ------
        OffsetError
            The range is empty or reaches out of the text.
        """
        if not 0 <= start < end <= self._length:
            raise OffsetError(
                f"{self._place}: Expected a range within 0 to {self._length}, got {start} to {end}."
            )
        if self._raw_edges is None:
            return start, end
        first = bisect_right(self._raw_edges, start) - 1
        last = bisect_right(self._raw_edges, end - 1)
        return self._edges[first], self._edges[last]

    def _map(self, raw: str) -> None:
        pieces = [match[0] for match in _PIECE.finditer(raw)]
        stored = [normalize_text(piece) for piece in pieces]
        if pieces and pieces[0].startswith("\ufeff") and len(pieces[0]) > 1:
            stored[0] = normalize_text(pieces[0][1:])
        if "".join(stored) != self.text:
            raise InputError(
                f"{self._place}: Expected a text that is normalized character by character, "
                "got one where that changes its neighbours.",
                hint="Write the text in Unicode's form NFC before it is annotated.",
            )
        self._raw_edges = list(accumulate(map(len, pieces), initial=0))
        self._edges = list(accumulate(map(len, stored), initial=0))
