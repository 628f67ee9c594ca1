"""What annotators said of suggestions: saved with an action, taken back with its undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, insert, select

from workbench.errors import UsageError
from workbench.store import tables
from workbench.store.documents import find_document
from workbench.store.revisions import find_places
from workbench.store.values import Action, StoredVerdict, Verdict

_verdict, _revision, _sentence = tables.verdict, tables.revision, tables.sentence
_ROWS: Select[Any] = (
    select(
        _verdict,
        _revision.c.layer,
        _revision.c.sentence,
        _revision.c.number,
        _sentence.c.id.label("sentence_id"),
        tables.document.c.id.label("document_id"),
    )
    .join(_revision, _revision.c.id == _verdict.c.revision)
    .join(_sentence, _sentence.c.number == _revision.c.sentence)
    .join(tables.document, tables.document.c.number == _sentence.c.document)
    .order_by(_verdict.c.id)
)


def add_verdicts(connection: Connection, action: Action, number: int) -> None:
    """Keep the verdicts of `action`, saved as `number`, each on the revision of its sentence."""
    if not action.verdicts:
        return
    places = find_places(connection, number)
    rows = []
    for each in action.verdicts:
        place = places.get((each.document, each.sentence))
        if place is None:
            raise UsageError(
                f"Expected a verdict on a sentence that the action saves, got {each.sentence!r}."
            )
        rows.append(
            {
                "revision": place.id,
                "item": each.item,
                "verdict": each.verdict,
                "before": _read_newest(connection, action.layer, place.sentence, each.item),
                "own": each.own,
                "content": msgspec.json.encode(each.content).decode(),
            }
        )
    connection.execute(insert(_verdict), rows)


def turn_verdicts(connection: Connection, *, of: int, number: int) -> None:
    """Say again what was said before action `of`, which action `number` takes back."""
    turned = connection.execute(_ROWS.where(_revision.c.action == of)).all()
    if not turned:
        return
    new = {place.sentence: place.id for place in find_places(connection, number).values()}
    rows = [
        {
            "revision": new[row.sentence],
            "item": row.item,
            "verdict": row.before,
            "before": row.verdict,
            "own": row.own,
            "content": row.content,
        }
        for row in turned
    ]
    connection.execute(insert(_verdict), rows)


def read_verdicts(
    connection: Connection,
    layer: str,
    document_id: str | None = None,
    sentences: Iterable[str] | None = None,
) -> tuple[StoredVerdict, ...]:
    """Return the verdicts of `layer` (on one document, or on all), in the order of saving."""
    query = _ROWS.where(_revision.c.layer == layer, tables.document.c.withdrawn == 0)
    if document_id is not None:
        document = find_document(connection, document_id)
        query = query.where(_sentence.c.document == document.number)
    if sentences is not None:
        query = query.where(_sentence.c.id.in_(tuple(sentences)))
    return tuple(_load(row) for row in connection.execute(query))


def count_verdicts(connection: Connection, layer: str) -> dict[str, int]:
    """Return how many suggestions have which verdict now; those of an undo have none."""
    rows = connection.execute(
        select(_sentence.c.document, _verdict.c.item, _verdict.c.verdict)
        .join(_revision, _revision.c.id == _verdict.c.revision)
        .join(_sentence, _sentence.c.number == _revision.c.sentence)
        .join(tables.document, tables.document.c.number == _sentence.c.document)
        .where(_revision.c.layer == layer, tables.document.c.withdrawn == 0)
        .order_by(_verdict.c.id)
    )
    newest = {(row.document, row.item): str(row.verdict) for row in rows}
    return dict(Counter(verdict for verdict in newest.values() if verdict != "open"))


def iter_verdict_problems(connection: Connection) -> Iterator[str]:
    """Give a sentence for each verdict that does not follow on the one before."""
    newest: dict[tuple[str, int, str], str] = {}
    for row in connection.execute(_ROWS):
        name = (row.layer, row.sentence, row.item)
        before = newest.get(name, "open")
        if row.before != before:
            yield f"verdict {row.id} on {name} follows {row.before!r}, expected {before!r}"
        newest[name] = row.verdict


def _read_newest(connection: Connection, layer: str, sentence: int, item: str) -> str:
    found = connection.scalar(
        select(_verdict.c.verdict)
        .join(_revision, _revision.c.id == _verdict.c.revision)
        .where(
            _revision.c.layer == layer, _revision.c.sentence == sentence, _verdict.c.item == item
        )
        .order_by(_verdict.c.id.desc())
        .limit(1)
    )
    return "open" if found is None else str(found)


def _load(row: Row[Any]) -> StoredVerdict:
    verdict = Verdict(
        row.document_id,
        row.sentence_id,
        row.item,
        row.verdict,
        row.own,
        msgspec.json.decode(row.content),
    )
    return StoredVerdict(row.layer, row.number, verdict)
