"""The sentences of a project that have some words, as a frame."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    import pandas as pd

    from workbench.store import Hit, Store

COLUMNS = ("document", "sentence", "position", "kind", "text", "spans")
_PAGE = 500


def search(store: Store, query: str, *, document: str | None, limit: int | None) -> pd.DataFrame:
    """Return the sentences that meet `query`, in the order of the texts, at most `limit`."""
    import pandas as pd

    hits = islice(iter_hits(store, query, document), limit)
    return pd.DataFrame([_make_row(hit) for hit in hits], columns=list(COLUMNS))


def iter_hits(store: Store, query: str, document: str | None) -> Iterator[Hit]:
    """Yield all sentences that meet `query`, read a page at a time."""
    first: int | None = 0
    while first is not None:
        found = store.search(query, document_id=document, first=first, count=_PAGE)
        yield from found.hits
        first = found.rest


def _make_row(hit: Hit) -> dict[str, Any]:
    return {name: msgspec.to_builtins(getattr(hit, name)) for name in COLUMNS}
