"""What is said beside the annotations, such as rulings and links: kept on the revision it made.

Each row of such a table names an item and holds what was said of it before and now, as JSON. An
undo adds one more row, which says what was said before; the newest row of an item counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    bindparam,
    insert,
    select,
    update,
)

from workbench.errors import UsageError
from workbench.store import tables
from workbench.store.revisions import find_places
from workbench.store.values import Action

_revision, _sentence = tables.revision, tables.sentence


class Remark(msgspec.Struct, frozen=True):
    """What an action says of one item, on one of the sentences that it saves.

    `content` is JSON, or None where nothing is said any more; `own` fills the table's own columns.
    """

    document: str
    sentence: str
    item: str
    content: str | None
    own: Mapping[str, Any] = {}


class Beside:
    """One table of what is said beside the annotations.

    Parameters
    ----------
    table
        Has the columns ``id revision item before content``, and others of its own.
    what
        What a row is called in a message.
    within_document
        Whether an item is one of its document; otherwise one of its layer.
    """

    def __init__(self, table: Table, what: str, *, within_document: bool) -> None:
        self.table, self.what = table, what
        self._within_document = within_document
        shared = {"id", "revision", "item", "before", "content"}
        self._own = [column.name for column in table.columns if column.name not in shared]
        self.rows: Select[Any] = (
            select(
                table,
                _revision.c.layer,
                _revision.c.number,
                _revision.c.sentence,
                _sentence.c.document,
                _sentence.c.id.label("sentence_id"),
                tables.document.c.id.label("document_id"),
                tables.action.c.at_utc,
            )
            .join(_revision, _revision.c.id == table.c.revision)
            .join(_sentence, _sentence.c.number == _revision.c.sentence)
            .join(tables.document, tables.document.c.number == _sentence.c.document)
            .join(tables.action, tables.action.c.number == _revision.c.action)
            .order_by(table.c.id)
        )

    def add(
        self, connection: Connection, action: Action, number: int, remarks: Sequence[Remark]
    ) -> None:
        """Keep what `action`, saved as `number`, says, each on the revision of its sentence."""
        if not remarks:
            return
        places = find_places(connection, number)
        for each in remarks:
            if (each.document, each.sentence) not in places:
                raise UsageError(
                    f"Expected a {self.what} on a sentence that the action saves, "
                    f"got {each.sentence!r}."
                )
        newest = self._read_newest(connection, action.layer, remarks, places)
        rows = []
        for each in remarks:
            place = places[each.document, each.sentence]
            name = self._name(action.layer, place.document, each.item)
            row = {"revision": place.id, "item": each.item, **each.own}
            rows.append({**row, "before": newest.get(name), "content": each.content})
            newest[name] = each.content
        connection.execute(insert(self.table), rows)

    def turn(self, connection: Connection, *, of: int, number: int) -> None:
        """Say again what was said before action `of`, which action `number` takes back."""
        turned = connection.execute(self.rows.where(_revision.c.action == of)).all()
        if not turned:
            return
        new = {place.sentence: place.id for place in find_places(connection, number).values()}
        rows = [
            {
                "revision": new[row.sentence],
                "item": row.item,
                **{name: getattr(row, name) for name in self._own},
                "before": row.content,
                "content": row.before,
            }
            # The newest first: an item that was spoken of twice ends as it began.
            for row in reversed(turned)
        ]
        connection.execute(insert(self.table), rows)

    def find_changed(self, connection: Connection, action: int) -> Row[Any] | None:
        """Return a row of `action` of whose item something else was said since then, if any."""
        left = {
            self._name(row.layer, row.document, row.item): row
            for row in connection.execute(self.rows.where(_revision.c.action == action))
        }
        if not left:
            return None
        items = {row.item for row in left.values()}
        newest = {
            self._name(row.layer, row.document, row.item): row.content
            for row in connection.execute(self.rows.where(self.table.c.item.in_(items)))
        }
        return next((row for name, row in left.items() if newest[name] != row.content), None)

    def rewrite(
        self,
        connection: Connection,
        forget: Callable[[Row[Any]], str | None],
        where: ColumnElement[bool] | None = None,
    ) -> int:
        """Put what `forget` returns in the place of each content, and return how many rows change.

        The table may be changed just now; `where` chooses all rows of whole items.
        """
        query = self.rows if where is None else self.rows.where(where)
        newest: dict[tuple[Any, ...], str | None] = {}
        changed = []
        for row in connection.execute(query).all():
            name = self._name(row.layer, row.document, row.item)
            before, content = newest.get(name), forget(row)
            if (before, content) != (row.before, row.content):
                changed.append({"at": row.id, "to_before": before, "to_content": content})
            newest[name] = content
        if changed:
            values: dict[str, Any] = {
                "before": bindparam("to_before"),
                "content": bindparam("to_content"),
            }
            at = self.table.c.id == bindparam("at")
            connection.execute(update(self.table).where(at).values(values), changed)
        return len(changed)

    def iter_problems(self, connection: Connection) -> Iterator[str]:
        """Give a sentence for each row that does not follow on the one before."""
        newest: dict[tuple[Any, ...], str | None] = {}
        for row in connection.execute(self.rows):
            name = self._name(row.layer, row.document, row.item)
            before = newest.get(name)
            if row.before != before:
                yield f"{self.what} {row.id} on {name} follows {row.before!r}, expected {before!r}"
            newest[name] = row.content

    def _read_newest(
        self,
        connection: Connection,
        layer: str,
        remarks: Sequence[Remark],
        places: Mapping[tuple[str, str], Row[Any]],
    ) -> dict[tuple[Any, ...], str | None]:
        items = {each.item for each in remarks}
        query = (
            select(self.table.c.item, self.table.c.content, _sentence.c.document)
            .join(_revision, _revision.c.id == self.table.c.revision)
            .join(_sentence, _sentence.c.number == _revision.c.sentence)
            .where(_revision.c.layer == layer, self.table.c.item.in_(items))
            .order_by(self.table.c.id)
        )
        if self._within_document:
            documents = {places[each.document, each.sentence].document for each in remarks}
            query = query.where(_sentence.c.document.in_(documents))
        rows = connection.execute(query)
        return {self._name(layer, row.document, row.item): row.content for row in rows}

    def _name(self, layer: str, document: int, item: str) -> tuple[Any, ...]:
        return (layer, document, item) if self._within_document else (layer, item)
