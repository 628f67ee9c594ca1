"""The register of entities in front of one person: as it stands, and changed on what they saw."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from workbench.errors import EditError
from workbench.model import Entity, Name
from workbench.model.register import (
    Add,
    Deed,
    Edit,
    Entry,
    Merge,
    Place,
    Register,
    Split,
    Undo,
    adopt_base,
    list_touched,
)
from workbench.model.registering import check_deed, check_unused, clean_deed
from workbench.store import Store

Names = str | Iterable[str | Name | Mapping[str, Any]]
"""What an entity is called: a name, or several, each with its language where that is known."""

EDITABLE = ("kind", "names", "anonymity", "affiliation", "note")


class Registrar:
    """Reads and changes the register of a project.

    Parameters
    ----------
    base
        Entities that the project's files know; what the store says of them wins.
    by
        The pseudonym of who makes the changes, if a person of the project does.
    """

    def __init__(
        self, store: Store, base: Mapping[str, Entity] | None = None, by: str | None = None
    ) -> None:
        self._store, self._by = store, by
        self._register = Register(base or {})

    @property
    def register(self) -> Register:
        """The register as it stands now."""
        new = self._store.register(self._register.number)
        if new:
            self._register = self._register.after(*new)
        return self._register

    def forget(self) -> None:
        """Read all of it again the next time: what was read may not have been saved."""
        self._register = Register(self._register.base)

    def change(self, deed: Deed, *, key: str | None = None, based_on: int | None = None) -> Entry:
        """Make one change; a known key makes none, and gives that of then.

        Parameters
        ----------
        based_on
            The number of the newest change that was seen; by default that of the register now.

        Raises
        ------
        EditError
            The register cannot take it.
        ConflictError
            Somebody has changed one of its entities since.
        """
        key = key or secrets.token_hex(16)
        if known := self._store.changes_of(key):
            return known[-1]
        register = self.register
        seen = register.number if based_on is None else based_on
        deed = clean_deed(deed)
        if not _is_behind(deed, register, seen):  # else the store says so
            check_deed(deed, register)
        deeds = [*adopt_base(deed, register), deed]
        added = self._store.change_register(key, deeds, by=self._by, based_on=seen)
        return added[-1]

    def add(
        self, names: Names, *, key: str | None = None, document: str | None = None, **fields: Any
    ) -> str:
        """Add an entity and return its id, which comes from the key unless it is given."""
        key = key or secrets.token_hex(16)
        entity = make_entity(fields.pop("id", None) or f"ent:{key[:16]}", names, **fields)
        entry = self.change(Add(entity, document), key=key)
        return list_touched(entry.deed, {})[0]

    def edit(
        self, entity: str, *, key: str | None = None, based_on: int | None = None, **fields: Any
    ) -> Entry:
        """Say something else of an entity; what is not named stays."""
        register = self.register
        before = register.lines.get(entity)
        if before is None or not register.is_current(entity):
            before = Entity(entity, None, (Name(entity, None),), None, None, None)  # is refused
        if "names" in fields:
            fields["names"] = load_names(fields["names"])
        _check_fields(fields)
        document = fields.pop("document", None)
        after = msgspec.structs.replace(before, **fields)
        return self.change(Edit(after, document), key=key, based_on=based_on)

    def count_uses(self) -> dict[str, int]:
        """Return how many attributions of all layers have an id, as it was chosen."""
        uses: Counter[str] = Counter()
        for (entity, _), count in self._store.count_uses().items():
            uses[entity] += count
        return dict(uses)

    def merge(
        self,
        into: str,
        ids: Iterable[str],
        *,
        key: str | None = None,
        based_on: int | None = None,
    ) -> Entry:
        """Make some entities one with another, under whose id they go on."""
        return self.change(Merge(tuple(ids), into), key=key, based_on=based_on)

    def split(
        self,
        source: str,
        names: Names,
        *,
        key: str | None = None,
        based_on: int | None = None,
        by_names: Iterable[str] = (),
        documents: Iterable[str] = (),
        attributions: Iterable[tuple[str, str]] = (),
        document: str | None = None,
        **fields: Any,
    ) -> str:
        """Make a part of an entity another one, and return its id."""
        key = key or secrets.token_hex(16)
        register = self.register
        known = register.entities.get(source)
        given = {"kind": None, "anonymity": None, "affiliation": None}
        if known is not None:
            given = {name: getattr(known, name) for name in given}
        entity = make_entity(
            fields.pop("id", None) or f"ent:{key[:16]}", names, **{**given, **fields}
        )
        deed = Split(
            source,
            entity,
            tuple(by_names),
            tuple(documents),
            tuple(Place(*each) for each in attributions),
            document or register.home(source),
        )
        entry = self.change(deed, key=key, based_on=based_on)
        return list_touched(entry.deed, {})[-1]

    def undo(self, number: int, *, key: str | None = None, based_on: int | None = None) -> Entry:
        """Take a change back; of an undo, the change comes again.

        An entity that somebody has chosen stays: an `EditError`.
        """
        if not (key and self._store.changes_of(key)):
            check_unused(Undo(number), self.register, self.count_uses())
        return self.change(Undo(number), key=key, based_on=based_on)


def make_entity(
    entity: str,
    names: Names,
    *,
    kind: str | None = None,
    anonymity: str | None = "named",
    affiliation: str | None = None,
    note: str | None = None,
) -> Entity:
    """Return an entity of plain values."""
    fields = {"kind": kind, "anonymity": anonymity, "affiliation": affiliation, "note": note}
    _check_fields(fields)
    return Entity(entity, names=load_names(names), **fields)


def load_names(names: Names) -> tuple[Name, ...]:
    """Return names from texts and plain data; another form is an `EditError`."""
    try:
        listed = [names] if isinstance(names, str) else list(names)
        return tuple(
            Name(each, None) if isinstance(each, str) else msgspec.convert(each, Name)
            for each in (msgspec.to_builtins(given) for given in listed)
        )
    except (msgspec.ValidationError, TypeError) as error:
        raise EditError(f"Expected names with text and language, got: {error}.") from error


def _check_fields(fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        if name not in (*EDITABLE, "document"):
            raise EditError(f"Expected one of {', '.join(EDITABLE)}, got {name!r}.")
        if name != "names" and not isinstance(value, str | None):
            raise EditError(f"Expected words as {name}, got {type(value).__name__}.")


def _is_behind(deed: Deed, register: Register, seen: int) -> bool:
    by_number = {entry.number: entry for entry in register.entries}
    touched = list_touched(deed, by_number)
    return any(register.newest.get(each, 0) > seen for each in touched)
