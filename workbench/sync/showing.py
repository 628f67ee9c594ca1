"""How a notebook shows what both sides say of the same thing."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from workbench.store.remote_values import Conflict

COLUMNS = ("number", "task", "layer", "field", "before", "here (ours)", "there (theirs)", "state")


class Conflicts(tuple[Conflict, ...]):
    """Conflicts in the order in which they were found; a notebook shows both sides of each."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return a table; what people and servers have written stays text."""
        if not self:
            return "<p>No conflicts.</p>"
        head = "".join(f"<th>{name}</th>" for name in COLUMNS)
        rows = "".join(map(_show_row, self))
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _show_row(conflict: Conflict) -> str:
    cells = (
        str(conflict.number),
        conflict.wb_id,
        conflict.layer,
        conflict.field,
        *map(_show_value, (conflict.base, conflict.ours, conflict.theirs)),
        conflict.state if conflict.choice is None else f"{conflict.state}: {conflict.choice}",
    )
    shown = "".join(
        f'<td dir="auto" style="text-align:start">{escape(each)}</td>' for each in cells
    )
    return f"<tr>{shown}</tr>"


def _show_value(value: Any) -> str:
    """Return a value as a person reads it: the bare word where there is but one."""
    while isinstance(value, list | dict) and len(value) == 1:
        value = next(iter(value.values() if isinstance(value, dict) else value))
    if value is None:
        return "nothing"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
