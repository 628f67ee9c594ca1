"""The part of a store that knows who has been given what to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import func, insert, select, update

from workbench.model import Annotation
from workbench.store import queues, tables
from workbench.store.database import Database
from workbench.store.documents import find_document
from workbench.store.people import ANNOTATOR, find_withdrawn
from workbench.store.values import Assigned, Reading

_queue, _head, _sentence = tables.queue, tables.head, tables.sentence


class Assigning:
    """Queues of people: giving them out, and reading them."""

    _database: Database

    if TYPE_CHECKING:

        def _now(self) -> str: ...

    def assign(
        self, given: Mapping[str, Mapping[int, str]], *, settings: str, sha256: str
    ) -> Assigned:
        """Keep who reads what, in place of what was said before; annotations are not touched.

        Parameters
        ----------
        given
            Why each layer has been given which sentences, by layer and spot. Without any, all
            sentences are everybody's again.
        settings, sha256
            How it came about, as JSON, and a hash of the whole of it: kept for ever.
        """
        row = {"at_utc": self._now(), "settings": settings, "sha256": sha256}
        with self._database.writing() as connection:
            connection.execute(select(tables.project.c.id).with_for_update())
            added = insert(tables.assignment).returning(tables.assignment.c.number)
            number = int(connection.execute(added, row).scalar_one())
            queues.replace_queues(connection, given)
            in_force = number if given else 0
            connection.execute(update(tables.project).values(assignment=in_force))
        return Assigned(number, **row)

    def assignment(self) -> Assigned | None:
        """Return what is in force of who reads what; None where everybody reads everything."""
        table = tables.assignment
        query = select(table).join(tables.project, tables.project.c.assignment == table.c.number)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else Assigned(row.number, row.at_utc, row.settings, row.sha256)

    def readings(self) -> list[Reading]:
        """Return all sentences outside boilerplate, in order, with who has them and who began.

        People who left have none of them.
        """
        with self._database.reading() as connection:
            left = find_withdrawn(connection)
            given: dict[int, dict[str, str]] = defaultdict(dict)
            for row in connection.execute(select(_queue.c.layer, _queue.c.spot, _queue.c.why)):
                if row.layer not in left:
                    given[row.spot][row.layer] = row.why
            heads = select(_head.c.layer, _head.c.spot, _head.c.status)
            status: dict[int, dict[str, str]] = defaultdict(dict)
            for row in connection.execute(heads.where(_head.c.layer.startswith(ANNOTATOR))):
                if row.layer not in left:
                    status[row.spot][row.layer] = row.status
            sentences = connection.execute(
                select(tables.document.c.id.label("document_id"), _sentence.c.id, _sentence.c.spot)
                .join(tables.document, tables.document.c.number == _sentence.c.document)
                .where(_sentence.c.walkable == 1, _sentence.c.spot.is_not(None))
                .order_by(_sentence.c.spot)
            )
            return [
                Reading(
                    row.document_id,
                    row.id,
                    row.spot,
                    given.get(row.spot, {}),
                    status.get(row.spot, {}),
                )
                for row in sentences
            ]

    def iter_answers(self, layer: str) -> Iterator[tuple[int, Annotation]]:
        """Give what `layer` says now of each sentence, by spot; not of withdrawn documents."""
        revision = tables.revision
        query = (
            select(_head.c.spot, revision.c.content)
            .join(revision, revision.c.id == _head.c.revision)
            .join(_sentence, _sentence.c.spot == _head.c.spot)
            .where(_head.c.layer == layer, _sentence.c.walkable == 1)
            .order_by(_head.c.spot)
        )
        with self._database.reading() as connection:
            for row in connection.execution_options(yield_per=1000).execute(query):
                yield row.spot, msgspec.json.decode(row.content, type=Annotation)

    def given(self, document_id: str, layer: str) -> frozenset[str] | None:
        """Return the sentences of a document that the person of `layer` has been given.

        None where they may decide all: nobody said who reads what, or it is nobody's layer.
        """
        if not layer.startswith(ANNOTATOR):
            return None
        with self._database.reading() as connection:
            if not queues.is_in_force(connection):
                return None
            document = find_document(connection, document_id)
            first, stop = document.first_spot, document.first_spot + len(document.text) + 1
            query = select(_sentence.c.id).join(_queue, _queue.c.spot == _sentence.c.spot)
            rows = query.where(_queue.c.layer == layer, queues.between(first, stop))
            return frozenset(connection.scalars(rows))

    def count_ungiven(self) -> int:
        """Return how many sentences nobody has been given who is still there."""
        with self._database.reading() as connection:
            left = find_withdrawn(connection)
            held = select(_queue.c.spot).where(_queue.c.layer.not_in(left))
            query: Any = (
                select(func.count())
                .select_from(_sentence)
                .where(_sentence.c.walkable == 1, _sentence.c.spot.is_not(None))
                .where(_sentence.c.spot.not_in(held))
            )
            return int(connection.scalar(query) or 0)

    def count_withdrawn(self) -> tuple[int, int]:
        """Return how many documents were withdrawn, and how many sentences they have."""
        document = tables.document
        query = select(func.count(), func.sum(document.c.sentences)).where(document.c.withdrawn > 0)
        with self._database.reading() as connection:
            documents, sentences = connection.execute(query).one()
        return int(documents), int(sentences or 0)
