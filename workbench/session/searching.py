"""Searching from a view: what was typed and chosen, in the open article, then in the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from workbench.errors import UsageError
from workbench.scheme import read_query
from workbench.session.wording import say_error

if TYPE_CHECKING:
    from workbench.scheme import Scheme
    from workbench.session.sheet import Sheet
    from workbench.store import Hit, Store

Json = dict[str, Any]

MOST = 100
"""At most so many hits are told at once."""


class Searcher(Protocol):
    """Who searches: a session."""

    store: Store
    scheme: Scheme
    layer: str
    language: str

    @property
    def sheet(self) -> Sheet:
        """The open article."""


def search(
    who: Searcher, query: str, first: int | None = None, count: int = 50, **chosen: str | None
) -> Json:
    """Return the hits of the open article, and those of the project from `first` on.

    What was said is searched in the layer that is worked on, and in no other.

    Parameters
    ----------
    query
        Words, with filters such as ``stance:deny`` between them.
    chosen
        The same filters, chosen beside it: `role`, `stance`, `source`, `published`, `date`.

    Returns
    -------
    dict
        As `docs/widget-protocol.md` says; `problem` is one sentence where it cannot be understood.
    """
    try:
        asked = read_query(query, who.scheme, **chosen)
    except UsageError as error:
        said = " ".join(filter(None, say_error(who.language, error)))
        return {"query": query, "problem": said, "here": [], "project": [], "rest": None}
    open_id = who.sheet.id
    here: tuple[Hit, ...] = ()
    if not first:
        here = who.store.search(asked, layer=who.layer, document_id=open_id, count=MOST).hits
    found = who.store.search(asked, layer=who.layer, first=first or 0, count=min(count, MOST))
    return {
        "query": query,
        "problem": None,
        "here": [_dump_hit(hit) for hit in here],
        "project": [_dump_hit(hit) for hit in found.hits if hit.document != open_id],
        "rest": found.rest,
    }


def _dump_hit(hit: Hit) -> Json:
    return dict(msgspec.to_builtins(hit))
