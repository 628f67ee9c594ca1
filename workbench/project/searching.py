"""Searching a project: words in its texts, and what somebody said of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.errors import UsageError
from workbench.project.layers import find_layer, list_layers
from workbench.scheme import Query, read_query
from workbench.store import Hit

if TYPE_CHECKING:
    import pandas as pd

    from workbench.model.register import Register
    from workbench.scheme import Scheme
    from workbench.store import Store

COLUMNS = ("document", "sentence", "position", "kind", "text", "spans", "role", "item", "holders")
_PAGE = 500

Dates = str | tuple[str | None, str | None]
"""A date or a stretch of time in EDTF; or its first and its last, either of which may be open."""


class SearchReport(msgspec.Struct, frozen=True):
    """What a search found: what was asked for, of which layer, and the hits.

    `more` says that there are others after them.
    """

    query: Query
    layer: str | None
    hits: tuple[Hit, ...]
    more: bool


class Searching:
    """The part of a project that searches."""

    store: Store
    scheme: Scheme

    if TYPE_CHECKING:

        def read_register(self) -> Register: ...  # noqa: D102

    def search(  # noqa: PLR0913  each is a filter
        self,
        query: str = "",
        *,
        role: str | None = None,
        stance: str | None = None,
        source: str | None = None,
        published: Dates | None = None,
        date: Dates | None = None,
        layer: str | None = None,
        document: str | None = None,
        limit: int | None = 1000,
    ) -> pd.DataFrame:
        """Return what meets a query, one hit a row, in the order of the texts.

        Hits are sentences; where a role, a stance or a source is asked for, they are claims,
        sources or cues of one layer.

        Parameters
        ----------
        query
            Words that all have to be there, or ``"words in quotation marks"`` that stand in a row.
            Harakat, forms of alef and hamza and the like make no difference, nor do spellings of
            foreign names; a word may have proclitics before it and endings after it. Filters may
            be typed between them: ``stance:deny source:"وزارة البحر" date:2031-04``. Without words
            one filter is enough.
        role
            ``claim``, ``source`` or ``cue``: what the words stand inside of. Without it they may,
            beside a stance or a source, be those of a claim or of any who hold it.
        stance, source
            Of one attribution: its stance, and words in the name of its source, in any of the names
            that the register has for it.
        published
            When the text was published.
        date
            The same, or the date that a claim itself is of.
        layer
            Whose claims, sources and cues; not needed where there is only one layer.
        document
            The only document to look in.
        limit
            How many at most; ``None`` for all.

        Returns
        -------
        pandas.DataFrame
            `document`, `sentence`, `position`, `kind`, `text`, and `spans`: where the words are, in
            code points of the document; `role`, `item` (the id of the claim or attribution) and
            `holders` (who speaks of it, with stance and certainty), where a layer was searched.
            ``project.open(row.item or row.sentence, document=row.document)`` shows a row in its
            article.

        Raises
        ------
        UsageError
            The query asks for nothing, or a filter has no such value.
        """
        import pandas as pd

        found = self.find(
            query,
            role=role,
            stance=stance,
            source=source,
            published=published,
            date=date,
            layer=layer,
            document=document,
            limit=limit,
        )
        return pd.DataFrame([_make_row(hit) for hit in found.hits], columns=list(COLUMNS))

    def find(
        self,
        query: str = "",
        *,
        layer: str | None = None,
        document: str | None = None,
        limit: int | None = 1000,
        **filters: Dates | None,
    ) -> SearchReport:
        """Return what `search` does, as values."""
        if limit is not None and limit < 0:
            raise UsageError(f"Expected a limit of 0 or more hits, or None, got {limit}.")
        chosen = {name: _join_dates(value) for name, value in filters.items()}
        asked = read_query(query, self.scheme, **chosen)
        searched = self._choose_layer(asked, layer)
        hits = self._iter_hits(asked, searched, document)
        found = tuple(islice(hits, None if limit is None else min(limit, sys.maxsize)))
        return SearchReport(asked, searched, found, next(hits, None) is not None)

    def _choose_layer(self, asked: Query, layer: str | None) -> str | None:
        if layer is not None:
            return find_layer(self.store, layer)
        used = self.store.layers()
        if len(used) == 1:
            return used[0]
        if asked.asks_layer:
            known = ", ".join(list_layers(self.store)) or "none yet"
            raise UsageError(
                "Expected the layer whose claims, sources and cues to search, got none.",
                hint=f"The project's layers: {known}.",
            )
        return None

    def _iter_hits(self, asked: Query, layer: str | None, document: str | None) -> Iterator[Hit]:
        """Yield all hits, read a page at a time."""
        from workbench.model.namesakes import make_namesakes

        namesakes = make_namesakes(self.read_register())
        first: int | None = 0
        while first is not None:
            found = self.store.search(
                asked,
                layer=layer,
                document_id=document,
                first=first,
                count=_PAGE,
                namesakes=namesakes,
            )
            yield from found.hits
            first = found.rest


def _join_dates(value: Dates | None) -> str | None:
    if isinstance(value, tuple):
        return "/".join(each or ".." for each in value)
    return value


def _make_row(hit: Hit) -> dict[str, Any]:
    return {name: msgspec.to_builtins(getattr(hit, name)) for name in COLUMNS}
