"""Grapheme clusters: where a text may be cut without parting a letter from its marks."""

from __future__ import annotations

from functools import lru_cache

import regex

_CLUSTER = regex.compile(r"\X")
_BASE = regex.compile(r"\p{GCB=Other}")
_ANCHOR = regex.compile(r"[\p{GCB=Other}\p{GCB=Control}\p{GCB=LF}]")


def is_grapheme_boundary(text: str, offset: int) -> bool:
    """Answer whether `text` can be cut at `offset` (code points) without cutting a character."""
    if offset <= 0 or offset >= len(text):
        return True
    return _is_surely_boundary(text, offset) or _cluster_around(text, offset)[0] == offset


def widen_to_graphemes(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the smallest range around ``[start, end)`` that cuts no grapheme cluster of `text`."""
    if not is_grapheme_boundary(text, start):
        start = _cluster_around(text, start)[0]
    if not is_grapheme_boundary(text, end):
        end = _cluster_around(text, end)[1]
    return start, end


def _is_surely_boundary(text: str, offset: int) -> bool:
    # Between a base or control character and a base there is always a boundary (rules GB4, GB999).
    return _is_base(text[offset]) and _is_anchor(text[offset - 1])


@lru_cache(maxsize=4096)
def _is_base(character: str) -> bool:
    return _BASE.match(character) is not None


@lru_cache(maxsize=4096)
def _is_anchor(character: str) -> bool:
    return _ANCHOR.match(character) is not None


def _cluster_around(text: str, offset: int) -> tuple[int, int]:
    """Return the cluster that holds the character at `offset`."""
    anchor = offset - 1
    while anchor > 0 and not _is_surely_boundary(text, anchor):
        anchor -= 1
    for cluster in _CLUSTER.finditer(text, anchor):
        if cluster.end() > offset:
            return cluster.span()
    return len(text), len(text)
