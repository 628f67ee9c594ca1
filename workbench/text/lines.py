"""The lines of a text that hold anything, trimmed of white space."""

from __future__ import annotations

from collections.abc import Iterator

import regex

_BREAK = regex.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLOCK = 4096


def iter_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the range of each line of `text` that is not blank, trimmed of white space."""
    start = 0
    for line_break in _BREAK.finditer(text):
        if trimmed := trim(text, start, line_break.start()):
            yield trimmed
        start = line_break.end()
    if trimmed := trim(text, start, len(text)):
        yield trimmed


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return ``[start, end)`` without white space at its edges; ``None`` where nothing is left."""
    start = _skip_white_space(text, start, end)
    # By blocks, since a line may be the whole of a very large file.
    while end > start:
        block = text[max(start, end - _BLOCK) : end]
        kept = len(block.rstrip())
        end -= len(block) - kept
        if kept:
            return start, end
    return None


def _skip_white_space(text: str, start: int, end: int) -> int:
    while start < end:
        block = text[start : min(end, start + _BLOCK)]
        kept = len(block.lstrip())
        start += len(block) - kept
        if kept:
            break
    return start
