"""The names of the operations, as `docs/widget-protocol.md` lists them, and what each one runs."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from workbench.errors import UsageError
from workbench.session import (
    deciding,
    identifying,
    linking,
    marking,
    naming,
    pointing,
    ruling,
    suggesting,
    values,
)

EDITS: dict[str, Callable[..., None]] = {
    "mark": marking.mark,
    "fill": marking.fill,
    "source_kind": marking.source_kind,
    "name_source": naming.name_source,
    "writer": marking.writer,
    "relay": marking.relay,
    "understood_claim": marking.understood_claim,
    "target": marking.target,
    "stance": values.stance,
    "certainty": values.certainty,
    "spans": values.spans,
    "unsure": values.unsure,
    "note": values.note,
    "proposition": values.proposition,
    "feature": values.feature,
    "confirm": values.confirm,
    "delete": values.delete,
    "decide": deciding.decide,
    "entities": identifying.choose_entities,
    "link": linking.link,
    "cluster_proposition": linking.cluster_proposition,
    "flag": deciding.flag,
    "comment": deciding.comment,
    "take": suggesting.take,
    "refuse": suggesting.refuse,
    "choose": ruling.choose,
    "gap": ruling.gap,
    "remark": ruling.remark,
    "nothing": ruling.nothing,
}
FOCUS: dict[str, Callable[..., None]] = {"arm": pointing.arm, "focus": pointing.focus}
# How far a step goes, and whether it stops at open sentences only.
STEPS: dict[str, tuple[int, bool]] = {
    "next": (1, False),
    "previous": (-1, False),
    "next_open": (1, True),
    "previous_open": (-1, True),
}


def action_name(name: str, args: dict[str, Any]) -> str:
    """Return what the history and the undo button call an operation."""
    if name in ("take", "refuse"):
        return f"{'change' if args.get('change') else name} suggestion"
    detail = args.get("role") or args.get("realization") or args.get("status")
    return f"{name} {detail}" if detail else name


def check_arguments(function: Callable[..., Any], name: str, args: dict[str, Any]) -> None:
    """Raise a `UsageError` where an operation does not take these arguments."""
    try:
        inspect.signature(function).bind(**args)
    except TypeError as error:
        raise UsageError(f"Expected the arguments of {name}, got others: {error}.") from error
