"""The nearest right name, for the hint of an error about a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def hint_nearest(value: str, known: Iterable[str]) -> str:
    """Return one sentence that names the values of `known` nearest to `value`, else all of them."""
    names = list(known)
    near = get_close_matches(value, names, n=2)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    return f"Known are: {', '.join(names)}." if names else "None is known."
