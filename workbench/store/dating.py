"""When each stretch of the texts was published: derived, so that a search by date is a range."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, and_, delete, insert, select

from workbench.model import Segment
from workbench.store import tables
from workbench.text import Bounds, find_bounds
from workbench.text.edtf_bounds import LAST_DAY

_dated, _document = tables.dated, tables.document
_PAGE = 500
_FEW = 200


class Stretches:
    """Where the texts of some time stand, as ranges of spots in order.

    Parameters
    ----------
    places
        The first spot of each, the first after it, and the number of its document.

    Attributes
    ----------
    documents
        The numbers of their documents.
    """

    def __init__(self, places: Sequence[tuple[int, int, int]]) -> None:
        self._firsts: list[int] = []
        self._stops: list[int] = []
        self.documents: set[int] = set()
        for first, stop, document in sorted(places):
            self.documents.add(document)
            if self._stops and first <= self._stops[-1]:
                self._stops[-1] = max(self._stops[-1], stop)
            else:
                self._firsts.append(first)
                self._stops.append(stop)
        self._places = places

    def __contains__(self, spot: int) -> bool:
        place = bisect_right(self._firsts, spot) - 1
        return place >= 0 and spot < self._stops[place]

    def with_spots(self, spots: Iterable[tuple[int, int]]) -> Stretches:
        """Return these and some single spots, given with the numbers of their documents."""
        return Stretches([*self._places, *((spot, spot + 1, number) for spot, number in spots)])

    @property
    def are_few(self) -> bool:
        """Whether each may be looked through by itself."""
        return len(self._firsts) <= _FEW

    def within(self, first: int, stop: int) -> Iterator[tuple[int, int]]:
        """Give what of them lies in ``[first, stop)``, in order."""
        for begin, end in zip(self._firsts, self._stops, strict=True):
            if begin < stop and first < end:
                yield max(begin, first), min(end, stop)


def read_stretches(connection: Connection, bounds: Bounds) -> Stretches:
    """Return where what was published within `bounds` stands; what has no date is left out."""
    low, high = close_bounds(bounds)
    query = (
        select(_dated.c.first, _dated.c.stop, _dated.c.document)
        .where(_dated.c.until >= low, _dated.c.since <= high)
        .order_by(_dated.c.first)
    )
    return Stretches([(row.first, row.stop, row.document) for row in connection.execute(query)])


def close_bounds(bounds: Bounds) -> tuple[int | None, int | None]:
    """Return the bounds with numbers in place of open ends; two None where nothing is known."""
    if bounds == (None, None):
        return bounds
    low, high = bounds
    return (-LAST_DAY if low is None else low, LAST_DAY if high is None else high)


def make_dates(
    document: Mapping[str, Any], published: str | None, segments: Sequence[Segment]
) -> list[dict[str, Any]]:
    """Return the rows of one document: where each of its dates holds.

    A spliced article without a date of its own has none; any other stretch has its document's.
    """
    first, stop = document["first_spot"], document["first_spot"] + len(document["text"]) + 1
    found: list[tuple[int, Bounds]] = [(first, find_bounds(published))]
    for segment in segments:
        whole = segment.published is None and segment.kind != "related"
        bounds = find_bounds(published if whole else segment.published)
        start = first + segment.start
        if bounds != found[-1][1]:
            if start == found[-1][0]:
                found.pop()
            found.append((start, bounds))
    ends = [*(start for start, _ in found[1:]), stop]
    rows = []
    for (start, bounds), end in zip(found, ends, strict=True):
        since, until = close_bounds(bounds)
        place = {"first": start, "stop": end, "document": document["number"]}
        rows.append({**place, "since": since, "until": until})
    return rows


def add_dates(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows of `make_dates`."""
    if rows:
        connection.execute(insert(_dated), list(rows))


def change_dates(
    connection: Connection, document: Row[Any], published: str | None, segments: Sequence[Segment]
) -> None:
    """Bring along what a document's segments say of its dates."""
    connection.execute(delete(_dated).where(_dated.c.document == document.number))
    given = {name: getattr(document, name) for name in ("number", "first_spot", "text")}
    add_dates(connection, make_dates(given, published, segments))


def read_published(document: Row[Any]) -> str | None:
    """Return the publication date that a row of the table `document` holds, in EDTF."""
    published: str | None = json.loads(document.description)["published"]
    return published


def fill_dates(connection: Connection) -> None:
    """Make the rows of all documents; there are none before."""
    for rows in _iter_rows(connection):
        add_dates(connection, rows)


def iter_date_problems(connection: Connection) -> Iterator[str]:
    """Give a sentence for each page of documents whose dates are not what their segments say."""
    count = 0
    for wanted in _iter_rows(connection):
        count += len(wanted)
        numbers = [row["document"] for row in wanted]
        query = select(_dated).where(_dated.c.document.between(numbers[0], numbers[-1]))
        rows = connection.execute(query.order_by(_dated.c.first)).mappings()
        if [dict(row) for row in rows] != wanted:
            yield f"the dates of the documents {numbers[0]} to {numbers[-1]} are not as they were"
    if len(connection.execute(select(_dated.c.first)).all()) != count:
        yield f"there are dates of other documents than the {count} stretches that are dated"


def _iter_rows(connection: Connection) -> Iterator[list[dict[str, Any]]]:
    """Give the rows that all documents have to have, in order, a page of documents at a time."""
    table = tables.segmentation
    newest = and_(
        table.c.document == _document.c.number, table.c.number == _document.c.segmentation
    )
    query = select(_document, table.c.content).join(table, newest).order_by(_document.c.number)
    after = -1
    while True:
        page = connection.execute(query.where(_document.c.number > after).limit(_PAGE)).all()
        if page:
            yield [row for document in page for row in _make_document_dates(document)]
        if len(page) < _PAGE:
            return
        after = page[-1].number


def _make_document_dates(document: Row[Any]) -> list[dict[str, Any]]:
    segments = msgspec.json.decode(document.content, type=tuple[Segment, ...])
    given = {name: getattr(document, name) for name in ("number", "first_spot", "text")}
    return make_dates(given, read_published(document), segments)
