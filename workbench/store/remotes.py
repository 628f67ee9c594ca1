"""What is kept about Label Studio servers: what stands there, the bases of merges, the journal."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, delete, func, insert, select, update

from workbench.errors import UsageError
from workbench.store import tables
from workbench.store.database import Database, upsert
from workbench.store.remote_values import (
    Choice,
    Conflict,
    JournalEntry,
    Other,
    OtherKind,
    RemoteAnnotation,
    RemoteMark,
    RemoteProject,
    RemoteTask,
)

_MANY = 500
"""At most so many names go into one statement."""

_MARK = [tables.remote_annotation.c[name] for name in RemoteMark.__struct_fields__]


class Remotes:
    """The tables of all servers that a store was synchronised with.

    Each call is one transaction, or a part of the one that `Store.transaction` holds. Numbers of
    the server (tasks, annotations) are a cache: servers use them again after a deletion.
    """

    def __init__(self, database: Database, now: Callable[[], str]) -> None:
        self._database = database
        self._now = now

    # ------------------------------------------------------------ projects

    def ensure(self, server: str, uuid: str) -> RemoteProject:
        """Return the project `uuid` on `server`, known from now on."""
        with self._database.writing() as connection:
            connection.execute(select(tables.project.c.id).with_for_update())
            found = _read_remote(connection, server, uuid)
            if found is None:
                row = {"server": server, "uuid": uuid, "pulls": 0}
                connection.execute(insert(tables.remote), row)
                found = _read_remote(connection, server, uuid)
        assert found is not None  # noqa: S101  inserted above
        return found

    def all(self) -> tuple[RemoteProject, ...]:
        """Return every project that was ever synchronised with, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(tables.remote).order_by(tables.remote.c.number))
            return tuple(_load(row, RemoteProject) for row in rows)

    def update(self, remote: int, **values: Any) -> None:
        """Change the `project`, `cursor` or `pulls` of a remote."""
        columns = tables.remote.c
        with self._database.writing() as connection:
            connection.execute(
                update(tables.remote).where(columns.number == remote).values(**values)
            )

    # ------------------------------------------------------------ tasks

    def tasks(self, remote: int) -> dict[str, RemoteTask]:
        """Return all tasks by `wb_id`."""
        table = tables.remote_task
        with self._database.reading() as connection:
            rows = connection.execute(select(table).where(table.c.remote == remote))
            return {row.wb_id: _load(row, RemoteTask) for row in rows}

    def put_tasks(self, remote: int, tasks: Iterable[RemoteTask]) -> None:
        """Keep `tasks`, in place of those of the same `wb_id`."""
        self._put(tables.remote_task, remote, tasks)

    # ------------------------------------------------------------ annotations

    def marks(self, remote: int) -> dict[tuple[str, str], RemoteMark]:
        """Return the short side of all annotations by ``(wb_id, layer)``."""
        table = tables.remote_annotation
        with self._database.reading() as connection:
            rows = connection.execute(select(*_MARK).where(table.c.remote == remote))
            return {(row.wb_id, row.layer): _load(row, RemoteMark) for row in rows}

    def annotations(
        self, remote: int, wb_ids: Sequence[str]
    ) -> dict[tuple[str, str], RemoteAnnotation]:
        """Return the annotations of some tasks by ``(wb_id, layer)``."""
        table = tables.remote_annotation
        found: dict[tuple[str, str], RemoteAnnotation] = {}
        with self._database.reading() as connection:
            for start in range(0, len(wb_ids), _MANY):
                some = table.c.wb_id.in_(wb_ids[start : start + _MANY])
                for row in connection.execute(select(table).where(table.c.remote == remote, some)):
                    found[row.wb_id, row.layer] = _load(row, RemoteAnnotation)
        return found

    def put_annotations(self, remote: int, annotations: Iterable[RemoteAnnotation]) -> None:
        """Keep `annotations`, in place of those of the same task and layer."""
        self._put(tables.remote_annotation, remote, annotations)

    def stamps(self, layer: str, document_ids: Sequence[str] | None = None) -> dict[str, str]:
        """Return a stamp for each document that `layer` says something of, by document id.

        All of them, or those of at most some hundred `document_ids`.
        A stamp changes whenever a revision is added, and costs no reading of contents.
        """
        head, sentence, document = tables.head, tables.sentence, tables.document
        query = (
            select(document.c.id, func.max(head.c.revision).label("newest"))
            .select_from(head)
            .join(sentence, sentence.c.spot == head.c.spot)
            .join(document, document.c.number == sentence.c.document)
            .where(head.c.layer == layer, document.c.withdrawn == 0)
            .group_by(document.c.id)
        )
        if document_ids is not None:
            query = query.where(document.c.id.in_(document_ids))
        with self._database.reading() as connection:
            return {row.id: str(row.newest) for row in connection.execute(query)}

    def documents(self) -> dict[str, str]:
        """Return for each document a mark of its sentences and segments, by id, as they arrived.

        Withdrawn ones are left out.
        """
        table = tables.document
        query = select(table.c.id, table.c.sentences_sha256, table.c.segmentation)
        query = query.where(table.c.withdrawn == 0)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(table.c.number))
            return {row.id: f"{row.sentences_sha256}:{row.segmentation}" for row in rows}

    # ------------------------------------------------------------ journal

    def journal(self, remote: int) -> dict[str, JournalEntry]:
        """Return the writes that are not confirmed, by key."""
        table = tables.remote_journal
        query = select(table).where(table.c.remote == remote, table.c.state != "confirmed")
        with self._database.reading() as connection:
            return {row.key: _load(row, JournalEntry) for row in connection.execute(query)}

    def put_journal(self, remote: int, entries: Iterable[JournalEntry]) -> None:
        """Keep how far some writes are."""
        self._put(tables.remote_journal, remote, entries, at_utc=self._now())

    # ------------------------------------------------------------ conflicts

    def conflicts(
        self, remote: int, state: str | None = "open", wb_ids: Sequence[str] | None = None
    ) -> tuple[Conflict, ...]:
        """Return the conflicts in a state, or all of them, oldest first."""
        table = tables.remote_conflict
        query = select(table).where(table.c.remote == remote)
        if state is not None:
            query = query.where(table.c.state == state)
        if wb_ids is not None:
            query = query.where(table.c.wb_id.in_(wb_ids))
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(table.c.number))
            return tuple(_load_conflict(row) for row in rows)

    def add_conflict(
        self, remote: int, wb_id: str, layer: str, field: str, values: Mapping[str, Any]
    ) -> Conflict:
        """Keep a conflict with the values of both sides and of the base; a known one once.

        One that was open with other values is settled: the newer one stands in its place.
        """
        content = _dump_json({name: values.get(name) for name in ("base", "ours", "theirs")})
        sha256 = hashlib.sha256(content.encode()).hexdigest()
        table = tables.remote_conflict
        here = (table.c.remote == remote, table.c.wb_id == wb_id, table.c.layer == layer)
        is_live = (table.c.field == field, table.c.state != "settled")
        with self._database.writing() as connection:
            rows = connection.execute(select(table).where(*here, *is_live)).all()
            known = next((row for row in rows if row.sha256 == sha256), None)
            if known is not None:
                return _load_conflict(known)
            connection.execute(update(table).where(*here, *is_live).values(state="settled"))
            row = {
                "remote": remote,
                "wb_id": wb_id,
                "layer": layer,
                "field": field,
                "state": "open",
                "content": content,
                "sha256": sha256,
                "at_utc": self._now(),
            }
            added = connection.execute(insert(table).returning(table), row).one()
            return _load_conflict(added)

    def resolve(self, number: int, choice: Choice) -> Conflict:
        """Choose a side of an open or resolved conflict; the next sync carries it out.

        Raises
        ------
        UsageError
            There is no such conflict, or it is settled.
        """
        table = tables.remote_conflict
        with self._database.writing() as connection:
            row = connection.execute(
                update(table)
                .where(table.c.number == number, table.c.state != "settled")
                .values(state="resolved", choice=choice)
                .returning(table)
            ).one_or_none()
        if row is None:
            raise UsageError(
                f"Expected the number of an open conflict, got {number}.",
                hint="`workbench sync conflicts` lists them.",
            )
        return _load_conflict(row)

    def settle(self, numbers: Iterable[int]) -> None:
        """Note that some conflicts are over: carried out, or gone by themselves."""
        table = tables.remote_conflict
        listed = list(numbers)
        if not listed:
            return
        with self._database.writing() as connection:
            chosen = table.c.number.in_(listed)
            connection.execute(update(table).where(chosen).values(state="settled"))

    # ------------------------------------------------------------ what no layer holds

    def others(self, remote: int, kind: OtherKind) -> tuple[Other, ...]:
        """Return what is kept of one kind, by key."""
        table = tables.remote_other
        query = select(table).where(table.c.remote == remote, table.c.kind == kind)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(table.c.key))
            return tuple(_load(row, Other) for row in rows)

    def put_others(self, remote: int, others: Iterable[Other]) -> None:
        """Keep `others`, in place of those of the same kind and key."""
        self._put(tables.remote_other, remote, others)

    def drop_others(self, remote: int, kind: OtherKind, wb_ids: Sequence[str]) -> None:
        """Forget what is kept of one kind about some tasks."""
        table = tables.remote_other
        with self._database.writing() as connection:
            for start in range(0, len(wb_ids), _MANY):
                some = table.c.wb_id.in_(wb_ids[start : start + _MANY])
                here = (table.c.remote == remote, table.c.kind == kind)
                connection.execute(delete(table).where(*here, some))

    # ------------------------------------------------------------ people

    def emails(self) -> dict[str, str]:
        """Return the pseudonym of each known e-mail address."""
        with self._database.reading() as connection:
            rows = connection.execute(select(tables.email))
            return {row.address: row.pseudonym for row in rows}

    def put_email(self, address: str, pseudonym: str) -> None:
        """Keep whose e-mail address it is; addresses are compared without regard to case."""
        row = {"address": address.casefold(), "pseudonym": pseudonym}
        with self._database.writing() as connection:
            upsert(connection, tables.email, [row])

    def _put(
        self, table: Table, remote: int, values: Iterable[msgspec.Struct], **more: Any
    ) -> None:
        rows = [{"remote": remote, **msgspec.structs.asdict(each), **more} for each in values]
        if not rows:
            return
        with self._database.writing() as connection:
            for some in _iter_chunks(rows):
                upsert(connection, table, some)


def _iter_chunks(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for start in range(0, len(rows), _MANY):
        yield rows[start : start + _MANY]


def _read_remote(connection: Connection, server: str, uuid: str) -> RemoteProject | None:
    table = tables.remote
    query = select(table).where(table.c.server == server, table.c.uuid == uuid)
    row = connection.execute(query).one_or_none()
    return None if row is None else _load(row, RemoteProject)


def _load(row: Row[Any], kind: type[Any]) -> Any:
    values = row._mapping  # noqa: SLF001  its public name
    return kind(**{name: values[name] for name in kind.__struct_fields__})


def _load_conflict(row: Row[Any]) -> Conflict:
    content = json.loads(row.content)
    return Conflict(
        number=row.number,
        wb_id=row.wb_id,
        layer=row.layer,
        field=row.field,
        state=row.state,
        choice=row.choice,
        base=content["base"],
        ours=content["ours"],
        theirs=content["theirs"],
        at_utc=row.at_utc,
    )


def _dump_json(value: Any) -> str:
    # ASCII: a server may send halves of surrogate pairs, which no database takes.
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
