"""Spans against their text: offsets, quotes, edges, and grapheme clusters that must stay whole."""

from __future__ import annotations

from typing import Any

import regex

from workbench.scheme.form import UNREADABLE, Problems
from workbench.scheme.violations import Problem, show, show_text

_BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_CLUSTER = regex.compile(r"\X")
_STANDS_ALONE = regex.compile(r"[\p{GCB=Other}\p{GCB=Control}\p{GCB=CR}\p{GCB=LF}]")

_PLAIN, _SPACE, _BIDI, _JOINS = range(4)


class _Edges(dict[str, int]):
    """What each character does at the edge of a span; looked up once, then remembered."""

    def __missing__(self, character: str) -> int:
        if character.isspace():
            kind = _SPACE
        elif character in _BIDI_CONTROLS:
            kind = _BIDI
        else:
            kind = _PLAIN if _STANDS_ALONE.match(character) else _JOINS
        self[character] = kind
        return kind


_EDGES = _Edges()


class SpanChecker:
    """Checks spans of one text.

    Parameters
    ----------
    text
        The document's text, or `UNREADABLE`: then only the order of spans is checked.
    problems
        Where problems are appended.
    """

    def __init__(self, text: Any, problems: Problems) -> None:
        self._text = text
        self._length = len(text)
        self._problems = problems
        self._boundaries: dict[int, frozenset[int]] = {}

    def check(self, spans: Any, at: str, role: str) -> None:
        """Check the spans of one role, at pointer `at` followed by `role`."""
        text, length = self._text, self._length
        before = 0
        for index, span in enumerate(spans):
            if span is UNREADABLE:
                continue
            start, end = span.start, span.end
            if not (
                before <= start < end <= length
                and text[start:end] == span.text
                and not _EDGES[text[start]]
                and not _EDGES[text[end - 1]]
                and (not start or _EDGES[text[start - 1]] != _JOINS)
                and (end == length or _EDGES[text[end]] != _JOINS)
            ):
                self._look_closer(span, before, f"{at}{role}/{index}")
            before = max(before, end)

    def _look_closer(self, span: Any, before: int, at: str) -> None:
        """Report what is wrong with `span`, if anything is: the quick look may be mistaken."""
        start, end = span.start, span.end
        inside = self._check_range(start, end, at)
        if start < before and start >= 0:
            self._report(f"{at}/start", f"at least {before}, where the one before ends", start)
        if not inside or self._text is UNREADABLE:
            return
        if span.text is not UNREADABLE and self._text[start:end] != span.text:
            stands = show_text(self._text[start:end])
            self._problems.append(Problem(f"{at}/text", stands, show_text(span.text)))
        self._check_edge(start, start, f"{at}/start")
        self._check_edge(end, end - 1, f"{at}/end")

    def _check_range(self, start: int, end: int, at: str) -> bool:
        limit = self._length if self._text is not UNREADABLE else max(start, end)
        if start < 0:
            self._report(f"{at}/start", "at least 0", start)
        if end > limit:
            self._report(f"{at}/end", f"at most {limit}, the length of the text", end)
        if start >= end:
            self._report(f"{at}/end", f"more than {show(start)}, the start", end)
        return 0 <= start < end <= limit

    def _check_edge(self, offset: int, character_at: int, at: str) -> None:
        character = self._text[character_at]
        kind = _EDGES[character]
        if kind == _SPACE:
            self._report(at, "no white space at the edge", f"U+{ord(character):04X}")
        elif kind == _BIDI:
            self._report(at, "no bidi control at the edge", f"U+{ord(character):04X}")
        elif self._cuts(offset):
            around = show_text(self._text[offset - 1 : offset + 1])
            self._report(at, "the edge of a grapheme cluster", f"{offset}, between {around}")

    def _cuts(self, offset: int) -> bool:
        """Answer whether `offset` lies inside a grapheme cluster (UAX 29)."""
        if not 0 < offset < self._length:
            return False
        pair = self._text[offset - 1 : offset + 1]
        if all(_EDGES[character] != _JOINS for character in pair):
            return False
        # A cluster never crosses a line feed, so that only this line is looked at, once.
        line_start = self._text.rfind("\n", 0, offset) + 1
        if line_start not in self._boundaries:
            line_end = self._text.find("\n", offset)
            line = self._text[line_start : line_end if line_end >= 0 else self._length]
            starts = (line_start + match.start() for match in _CLUSTER.finditer(line))
            self._boundaries[line_start] = frozenset(starts)
        return offset not in self._boundaries[line_start] and self._text[offset] != "\n"

    def _report(self, pointer: str, expected: str, got: object) -> None:
        shown = got if isinstance(got, str) else show(got)
        self._problems.append(Problem(pointer, expected, shown))
