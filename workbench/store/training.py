"""Rounds of training: sentences with known answers, what a person answered, and the score.

They are kept apart from annotations: no layer, no revision, no export ever holds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from workbench.errors import UsageError
from workbench.model import Annotation
from workbench.store import tables
from workbench.store.database import Database
from workbench.store.documents import find_document
from workbench.store.people import find_withdrawn
from workbench.store.rounds import Known, TrainingItem, TrainingRound

_round, _item, _document = tables.training_round, tables.training_item, tables.document


class Training:
    """The part of a store that keeps rounds of training."""

    _database: Database

    if TYPE_CHECKING:

        def _now(self) -> str: ...

    def add_round(self, layer: str, settings: str, known: Sequence[Known]) -> TrainingRound:
        """Keep a new round of the person of `layer`, with what is known of its sentences.

        Parameters
        ----------
        settings
            How it came about, as JSON that only the project reads.
        """
        with self._database.writing() as connection:
            row = {"layer": layer, "settings": settings, "at_utc": self._now(), "result": None}
            added = insert(_round).returning(_round.c.number)
            number = int(connection.execute(added, row).scalar_one())
            items = [
                {
                    "round": number,
                    "place": place,
                    "document": find_document(connection, each.document).number,
                    "sentence": each.gold.sentence,
                    "gold": msgspec.json.encode(each.gold).decode(),
                }
                for place, each in enumerate(known)
            ]
            connection.execute(insert(_item), items)
            return _read(connection, _round.c.number == number)[0]

    def answer_round(self, number: int, document_id: str, answer: Annotation) -> None:
        """Keep a person's answer to one sentence of a round; the first one stays."""
        content = msgspec.json.encode(answer).decode()
        with self._database.writing() as connection:
            connection.execute(
                update(_item)
                .where(_item.c.round == number, _item.c.sentence == answer.sentence)
                .where(_item.c.document == find_document(connection, document_id).number)
                .where(_item.c.answer.is_(None))
                .values(answer=content, at_utc=self._now())
            )

    def close_round(self, number: int, result: str) -> None:
        """Keep what a round came to, as JSON that only the project reads; the first one stays."""
        with self._database.writing() as connection:
            connection.execute(
                update(_round)
                .where(_round.c.number == number, _round.c.result.is_(None))
                .values(result=result)
            )

    def training_rounds(self, layer: str | None = None) -> tuple[TrainingRound, ...]:
        """Return the rounds, of one person or of all who are there, in the order of beginning."""
        with self._database.reading() as connection:
            if layer is not None:
                return _read(connection, _round.c.layer == layer)
            return _read(connection, _round.c.layer.not_in(find_withdrawn(connection)))

    def training_round(self, number: int) -> TrainingRound:
        """Return one round; an unknown number is a `UsageError`."""
        with self._database.reading() as connection:
            found = _read(connection, _round.c.number == number)
        if not found:
            raise UsageError(f"Expected a round of training, got {number}.")
        return found[0]


def _read(connection: Connection, which: ColumnElement[bool]) -> tuple[TrainingRound, ...]:
    items: dict[int, list[TrainingItem]] = {}
    query = (
        select(_item, _document.c.id.label("document_id"))
        .join(_round, _round.c.number == _item.c.round)
        .join(_document, _document.c.number == _item.c.document)
        .where(which, _document.c.withdrawn == 0)
        .order_by(_item.c.round, _item.c.place)
    )
    for row in connection.execute(query):
        items.setdefault(row.round, []).append(_load_item(row))
    rows = connection.execute(select(_round).where(which).order_by(_round.c.number))
    return tuple(
        TrainingRound(
            row.number,
            row.layer,
            row.at_utc,
            row.settings,
            row.result,
            tuple(items.get(row.number, ())),
        )
        for row in rows
    )


def _load_item(row: Any) -> TrainingItem:
    answer = None if row.answer is None else msgspec.json.decode(row.answer, type=Annotation)
    gold = msgspec.json.decode(row.gold, type=Annotation)
    return TrainingItem(row.document_id, gold, answer, row.at_utc)


def erase_person_rounds(connection: Connection, layer: str) -> int:
    """Delete the rounds of a person; return how many there were."""
    numbers = select(_round.c.number).where(_round.c.layer == layer)
    connection.execute(delete(_item).where(_item.c.round.in_(numbers)))
    return int(connection.execute(delete(_round).where(_round.c.layer == layer)).rowcount)


def erase_document_items(connection: Connection, document: int) -> int:
    """Delete what rounds hold of a document's words; return how many sentences that were."""
    return int(connection.execute(delete(_item).where(_item.c.document == document)).rowcount)
