"""The register of entities in a store: a log that everybody adds to, one change after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, bindparam, func, insert, select, text, update

from workbench.errors import ConflictError, EditError, UsageError
from workbench.model.register import (
    Add,
    Deed,
    Edit,
    Entry,
    Register,
    Split,
    Undo,
    list_touched,
)
from workbench.model.registering import check_deed, clean_deed
from workbench.store import tables
from workbench.store.database import Database
from workbench.store.revisions import load_annotation

_register = tables.register
_LOCK = 0x776B7267  # "wkrg": whoever changes the register of a PostgreSQL store holds it
_DECODER = msgspec.json.Decoder(Deed)


class Registering:
    """The part of a store that knows who the sources are."""

    _database: Database

    if TYPE_CHECKING:

        def _now(self) -> str: ...

    def register(self, since: int = 0) -> tuple[Entry, ...]:
        """Return the changes of the register after number `since`, in their order."""
        with self._database.reading() as connection:
            return read_entries(connection, since)

    def changes_of(self, key: str) -> tuple[Entry, ...]:
        """Return what was added to the register under a key: nothing, where it is new."""
        with self._database.reading() as connection:
            return _read_repeated(connection, key)

    def count_uses(self) -> dict[tuple[str, str], int]:
        """Return how many attributions of all layers chose an entity, by its id and the document.

        The ids are those that were chosen, whatever the register makes of them. All that was said
        with an entity is read through.
        """
        with self._database.reading() as connection:
            return count_uses(connection)

    def change_register(
        self, key: str, deeds: Sequence[Deed], *, by: str | None, based_on: int
    ) -> tuple[Entry, ...]:
        """Add changes to the register, all or none, and return them; a known key adds nothing.

        Parameters
        ----------
        by
            The pseudonym of who makes them, if a person of the project does.
        based_on
            The number of the newest change that they have seen.

        Raises
        ------
        EditError
            The register cannot take one of them; the sentence says why.
        ConflictError
            Somebody else has changed one of these entities since; `theirs` are the changes.
        """
        with self._database.writing() as connection:
            _wait_for_others(connection)
            known = _read_repeated(connection, key)
            if known:
                return known
            log = Register(entries=read_entries(connection))
            return _add(connection, log, key, deeds, by, based_on, self._now())


def read_register(connection: Connection) -> Register:
    """Return the register as it stands, without what only files say."""
    return Register(entries=read_entries(connection))


def read_entries(connection: Connection, since: int = 0) -> tuple[Entry, ...]:
    """Return the changes after number `since`."""
    query = select(_register).where(_register.c.number > since).order_by(_register.c.number)
    return tuple(_load(row) for row in connection.execute(query))


def _load(row: Any) -> Entry:
    return Entry(row.number, row.at_utc, row.by, _DECODER.decode(row.content))


def _wait_for_others(connection: Connection) -> None:
    """Make whoever changes the register at once come one after the other; SQLite does anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def _read_repeated(connection: Connection, key: str) -> tuple[Entry, ...]:
    """Return what was added with a key: one change under it, the others numbered."""
    last = connection.scalar(select(_register.c.number).where(_register.c.key == key))
    if last is None:
        return ()
    beside = _register.c.key.startswith(f"{key}/", autoescape=True)
    query = select(_register).where((_register.c.key == key) | beside)
    rows = connection.execute(query.order_by(_register.c.number))
    return tuple(_load(row) for row in rows)


def _add(
    connection: Connection,
    log: Register,
    key: str,
    deeds: Sequence[Deed],
    by: str | None,
    based_on: int,
    at_utc: str,
) -> tuple[Entry, ...]:
    if not 0 < len(key) <= 200:
        raise UsageError(f"Expected a key of 1 to 200 characters, got {len(key)}.")
    added: list[Entry] = []
    for place, deed in enumerate(map(clean_deed, deeds), 1):
        if place < len(deeds) and isinstance(deed, Add) and deed.entity.id in log.lines:
            continue  # somebody else has taken it over from a file meanwhile
        _refuse_stale(log, deed, based_on)
        check_deed(deed, log)
        added.append(Entry(log.number + 1, at_utc, by, deed))
        log = log.after(added[-1])
    rows = [
        {
            "number": entry.number,
            "key": key if entry is added[-1] else f"{key}/{place}",
            "at_utc": entry.at_utc,
            "by": entry.by,
            "kind": entry.deed.__struct_config__.tag,
            "content": msgspec.json.encode(entry.deed).decode(),
        }
        for place, entry in enumerate(added)
    ]
    if rows:
        connection.execute(insert(_register), rows)
    return tuple(added)


def _refuse_stale(log: Register, deed: Deed, based_on: int) -> None:
    """Refuse a change of what somebody else has changed since it was looked at."""
    by_number = {entry.number: entry for entry in log.entries}
    for each in list_touched(deed, by_number):
        newest = by_number.get(log.newest.get(each, 0))
        if newest is None or isinstance(newest.deed, Add):
            continue  # nobody has changed what it was
        if newest.number > based_on:
            raise ConflictError(
                f"Expected {each} as it was seen, but it was changed since (number "
                f"{newest.number}).",
                mine=deed,
                theirs=newest,
                hint="Look at it again, then change it.",
                wording=("entity_stale", {"id": each, "number": newest.number}),
            )


def count_uses(connection: Connection) -> dict[tuple[str, str], int]:
    """Return how many attributions chose an entity, by its id and the document."""
    head, revision, sentence = tables.head, tables.revision, tables.sentence
    query = (
        select(tables.document.c.id, revision.c.content)
        .select_from(head)
        .join(revision, revision.c.id == head.c.revision)
        .join(sentence, sentence.c.spot == head.c.spot)
        .join(tables.document, tables.document.c.number == sentence.c.document)
        .where(revision.c.content.contains('"entities":["', autoescape=True))
        .where(tables.document.c.withdrawn == 0)
    )
    counts: Counter[tuple[str, str]] = Counter()
    for document, content in connection.execute(query):
        for attribution in load_annotation(content).attributions:
            counts.update((each, document) for each in attribution.source.entities)
    return dict(counts)


# ---------------------------------------------------------------- erasing and checking


def erase_document_register(connection: Connection, document: str) -> int:
    """Take the words out of all entities that were met in a document; return in how many changes.

    The table may be changed just now.
    """

    def forget(entry: Entry) -> Deed:
        deed = entry.deed
        if not isinstance(deed, Add | Edit | Split) or deed.entity.id not in bound:
            return deed
        return _without_words(deed)

    entries = read_entries(connection)
    deeds = [each.deed for each in entries if isinstance(each.deed, Add | Edit | Split)]
    bound = {each.entity.id for each in deeds if each.document == document}
    return _rewrite(connection, entries, forget)


def erase_person_register(connection: Connection, pseudonym: str) -> int:
    """Take a person's notes out of the register; return in how many changes.

    The entities stay: others have chosen them too.
    """

    def forget(entry: Entry) -> Deed:
        deed = entry.deed
        if entry.by != pseudonym or not isinstance(deed, Add | Edit | Split):
            return deed
        entity = msgspec.structs.replace(deed.entity, note=None)
        return msgspec.structs.replace(deed, entity=entity)

    return _rewrite(connection, read_entries(connection), forget)


def _without_words(deed: Add | Edit | Split) -> Deed:
    entity = msgspec.structs.replace(deed.entity, names=(), note=None)
    if isinstance(deed, Split):
        return msgspec.structs.replace(deed, entity=entity, names=())
    return msgspec.structs.replace(deed, entity=entity)


def _rewrite(
    connection: Connection, entries: Sequence[Entry], forget: Callable[[Entry], Deed]
) -> int:
    rows = [
        {"at": entry.number, "said": msgspec.json.encode(forget(entry)).decode()}
        for entry in entries
        if forget(entry) != entry.deed
    ]
    if rows:
        statement = update(_register).where(_register.c.number == bindparam("at"))
        connection.execute(statement.values(content=bindparam("said")), rows)
    return len(rows)


def iter_register_problems(connection: Connection) -> Iterator[str]:
    """Give a sentence for each change of the register that does not follow on those before."""
    newest = connection.scalar(select(func.max(_register.c.number))) or 0
    entries = read_entries(connection)
    if [entry.number for entry in entries] != list(range(1, newest + 1)):
        yield f"the register's changes do not count from 1 to {newest}"
        return
    log = Register()
    for entry in entries:
        deed = entry.deed
        try:
            # What was erased has no words left; whether it had any does not matter here.
            if not isinstance(deed, Add | Edit | Split) or deed.entity.names:
                check_deed(deed, log)
        except EditError as error:
            yield f"change {entry.number} of the register does not fit those before: {error}"
        if isinstance(deed, Undo) and deed.of >= entry.number:
            yield f"change {entry.number} of the register takes back a later one"
            return
        log = log.after(entry)
