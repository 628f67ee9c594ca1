"""What is kept about a layer beside its annotations: provenance, places, counts, times."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, func, select

from workbench.model import Provenance, dump_line
from workbench.store import tables
from workbench.store.database import upsert
from workbench.store.documents import find_document
from workbench.store.people import ANNOTATOR, find_withdrawn
from workbench.store.queues import read_counts
from workbench.store.values import Progress

_provenance = tables.provenance
_place = tables.place


def read_provenance(connection: Connection, document_id: str, layer: str) -> Provenance | None:
    """Return whose answer a layer is for one document, where that was said."""
    number = find_document(connection, document_id).number
    content = connection.scalar(
        select(_provenance.c.content).where(
            _provenance.c.document == number, _provenance.c.layer == layer
        )
    )
    return None if content is None else msgspec.json.decode(content, type=Provenance)


def write_provenance(
    connection: Connection, document_id: str, layer: str, provenance: Provenance
) -> None:
    """Keep whose answer a layer is for one document, in place of what was said before."""
    number = find_document(connection, document_id).number
    row = {"document": number, "layer": layer, "content": dump_line(provenance)}
    upsert(connection, _provenance, [row])


def read_place(connection: Connection, layer: str) -> int | None:
    """Return the position at which the annotator of `layer` was, if any."""
    return connection.scalar(select(_place.c.position).where(_place.c.layer == layer))


def write_place(connection: Connection, layer: str, position: int) -> None:
    """Keep the position at which the annotator of `layer` is."""
    upsert(connection, _place, [{"layer": layer, "position": position}])


def read_preferences(connection: Connection, layer: str) -> str | None:
    """Return what the person of `layer` chose for the interface, if anything."""
    return connection.scalar(
        select(tables.preference.c.content).where(tables.preference.c.layer == layer)
    )


def write_preferences(connection: Connection, layer: str, content: str) -> None:
    """Keep what the person of `layer` chose, in place of what was there before."""
    upsert(connection, tables.preference, [{"layer": layer, "content": content}])


def read_layers(connection: Connection) -> tuple[str, ...]:
    """Return the layers that hold any annotation, by name; not those of people who left."""
    layers = set(connection.scalars(select(tables.layer.c.name)))
    return tuple(sorted(layers - find_withdrawn(connection)))


def read_progress(connection: Connection, layer: str, *, given: bool = False) -> Progress:
    """Return the counts of one layer; they are kept, not counted.

    With `given` those of what its person has been given, where it was said who reads what.
    """
    project = connection.execute(select(tables.project)).one()
    if given and project.assignment and layer.startswith(ANNOTATOR):
        queue = read_counts(connection, layer)
        counts = (0, 0, 0, 0) if queue is None else tuple(queue)[1:]
        return Progress(project.sentences, *counts)
    row = connection.execute(select(tables.layer).where(tables.layer.c.name == layer)).one_or_none()
    done, skipped, flagged = (0, 0, 0) if row is None else (row.done, row.skipped, row.flagged)
    return Progress(project.sentences, project.to_decide, done, skipped, flagged)


def read_recent_active_s(connection: Connection, layer: str, count: int) -> list[float]:
    """Return the seconds that the sentences decided last have taken, newest first."""
    head = tables.head
    rows = connection.scalars(
        select(head.c.active_s)
        .where(head.c.layer == layer, head.c.timed == 1)
        .order_by(head.c.revision.desc())
        .limit(count)
    )
    return [each for each in rows if each is not None]


def read_active_s(connection: Connection, layer: str) -> float:
    """Return the seconds of work of one layer over all its sentences."""
    head = tables.head
    total = connection.scalar(select(func.sum(head.c.active_s)).where(head.c.layer == layer))
    return float(total or 0.0)
