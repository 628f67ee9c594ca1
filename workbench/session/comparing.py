"""What the comparison of two answers is told, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.scheme import Scheme
from workbench.session import wire
from workbench.session.sheet import Sheet
from workbench.store import Store


def dump_comparison(
    store: Store,
    scheme: Scheme,
    layers: Sequence[str],
    *,
    document: str,
    sentence: str,
    item: str | None = None,
    side: str | None = None,
) -> dict[str, Any]:
    """Return a document and what each of `layers` says of it.

    Parameters
    ----------
    sentence
        The id of the sentence to begin with.
    item
        The claim or attribution to point out.
    side
        The layer that has it; ids repeat from layer to layer.
    """
    sheets = [Sheet(store, layer, document) for layer in layers]
    return {
        "scheme": scheme.as_json(),
        "document": wire.dump_document(sheets[0].stored),
        "sentence": sentence,
        "item": item,
        "side": layers.index(side) if side in layers else 0,
        "sides": [
            {"name": layer, "annotations": sheet.dump()}
            for layer, sheet in zip(layers, sheets, strict=True)
        ],
    }
