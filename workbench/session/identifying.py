"""The part of a session that says who the sources are, and keeps the register of entities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from workbench.errors import EditError
from workbench.model import Attribution, Entity
from workbench.model.kinds import load_vocabulary
from workbench.model.register import Register, Undo, fold_name, list_touched
from workbench.model.registering import check_deed, check_unused
from workbench.model.resolving import resolve_entities
from workbench.session.proposing import may_be_here, propose_entities
from workbench.session.registrar import EDITABLE, Names, Registrar
from workbench.session.reply import Json, Reply
from workbench.text import detect_language, direction_of

if TYPE_CHECKING:
    from workbench.session.desk import Desk
    from workbench.session.draft import Draft
    from workbench.session.focus import Focus
    from workbench.session.sheet import Sheet
    from workbench.store import Store

LISTED, TOLD = 200, 100
"""At most so many entities, and so many changes, are told at once."""
MOST_ENTITIES = 20
_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")


def choose_entities(desk: Desk, ids: Sequence[str], item_id: str | None = None) -> None:
    """Say who the source of an attribution is: these entities, or with none of them nobody."""
    attribution = desk.target_attribution(item_id)
    if isinstance(ids, str) or len(ids) > MOST_ENTITIES or not all(map(_is_id, ids)):
        raise EditError(f"Expected up to {MOST_ENTITIES} ids of entities, got {ids!r:.80}.")
    source = msgspec.structs.replace(attribution.source, entities=tuple(dict.fromkeys(ids)))
    desk.draft.update(attribution.id, source=source)


def _is_id(entity: object) -> bool:
    return isinstance(entity, str) and _ID.fullmatch(entity) is not None


class Identifying:
    """What a view is told of entities, and what a person makes of them."""

    store: Store
    _registrar: Registrar
    _focus: Focus
    _sheet: Sheet | None

    if TYPE_CHECKING:

        @property
        def sheet(self) -> Sheet: ...  # noqa: D102
        def _delta(self, sentences: Iterable[str] = ()) -> Json: ...
        def _edit(self, name: str, key: str, active_s: float | None, args: Json) -> Reply: ...
        def _name(self, pseudonym: str) -> str: ...
        def _word(self, key: str, **values: str | int) -> str: ...

    # -- telling ---------------------------------------------------------------------------------

    def _dump_entities(self) -> Json | None:
        """Return who the sources of the sentence in focus are, and who they may be."""
        if self._sheet is None:
            return None
        register, sheet = self._registrar.register, self._sheet
        sources: dict[str, dict[str, list[str]]] = {}
        for each in list_shown(sheet.draft, self._focus.sentence):
            chosen = resolve_entities(each, sheet.id, register)
            proposed = [] if chosen else propose_entities(each, sheet.id, sheet.draft, register)
            sources[each.id] = {"chosen": list(chosen), "proposed": proposed}
        ids = {each for source in sources.values() for part in source.values() for each in part}
        return {
            "number": register.number,
            "sources": sources,
            "lines": {each: dump_entity(each, register) for each in sorted(ids)},
        }

    def _list_entities(self, text: str = "", id: str | None = None) -> Json:  # noqa: A002
        """Return entities to choose from: those proposed for a source, and those with a name."""
        register, sheet = self._registrar.register, self.sheet
        attribution = sheet.draft.attributions.get(id or self._focus.attribution or "")
        proposed: list[str] = []
        if attribution is not None and not text.strip():
            proposed = propose_entities(attribution, sheet.id, sheet.draft, register)
        chosen = _list_chosen(sheet.draft, sheet.id, register)
        found = [
            each
            for each in find_entities(text, register)
            if each not in proposed and may_be_here(each, sheet.id, chosen, register)
        ]
        found.sort(key=lambda each: each not in chosen)
        listed = found[:LISTED]
        return {
            "number": register.number,
            "proposed": proposed,
            "found": listed,
            "here": sorted(chosen.intersection([*proposed, *listed])),
            "rest": len(found) - len(listed),
            "lines": {each: dump_entity(each, register) for each in [*proposed, *listed]},
            "vocabulary": msgspec.to_builtins(load_vocabulary()),
        }

    def _list_register(self, text: str = "") -> Json:
        """Return the register: current entities with where they were chosen, and its changes."""
        register = self._registrar.register
        found = find_entities(text, register)
        listed = found[:LISTED]
        uses: dict[str, dict[str, int]] = {}
        chosen: Counter[str] = Counter()
        for (entity, document), count in self.store.count_uses().items():
            chosen[entity] += count
            there = uses.setdefault(register.follow(entity), {})
            there[document] = there.get(document, 0) + count
        return {
            "number": register.number,
            "entities": [
                {
                    "id": each,
                    "members": list(register.members[each][1:]),
                    "documents": [
                        {"id": document, "count": count}
                        for document, count in sorted(uses.get(each, {}).items())
                    ],
                }
                for each in listed
            ],
            "rest": len(found) - len(listed),
            "lines": {each: dump_entity(each, register) for each in listed},
            "history": self._dump_history(register, chosen),
            "vocabulary": msgspec.to_builtins(load_vocabulary()),
        }

    def _dump_history(self, register: Register, uses: Mapping[str, int]) -> list[Json]:
        standing = {entry.number for entry in register.active}
        by_number = {entry.number: entry for entry in register.entries}
        return [
            {
                "number": entry.number,
                "at_utc": entry.at_utc,
                "by": None if entry.by is None else self._name(entry.by),
                "kind": entry.deed.__struct_config__.tag,
                "of": entry.deed.of if isinstance(entry.deed, Undo) else None,
                "names": [_name_of(each, register) for each in list_touched(entry.deed, by_number)],
                "stands": entry.number in standing,
                "undoable": entry.number in standing and _may_undo(entry.number, register, uses),
            }
            for entry in reversed(register.entries[-TOLD:])
        ]

    def _say_entities(self, name: str, args: Json) -> str:
        if name != "entities":
            return ""
        names = [_name_of(each, self._registrar.register) for each in args["ids"]]
        listed = self._word("entity_separator").join(f"\u2068{each}\u2069" for each in names)
        return self._word("entities", names=listed) if names else self._word("no_entities")

    # -- changing --------------------------------------------------------------------------------

    def _register_operations(self) -> dict[str, Callable[..., Reply]]:
        return {
            "entity_add": self._add_entity,
            "entity_edit": self._edit_entity,
            "entity_merge": self._merge_entities,
            "entity_split": self._split_entity,
            "entity_undo": self._undo_entity,
        }

    def _add_entity(
        self,
        *,
        key: str,
        fields: Json,
        item_id: str | None = None,
        take: bool = True,
        beside: bool = False,
    ) -> Reply:
        """Add an entity that was met in the open article, and with `take` say that it is a source.

        Both or neither; the undo of the session takes back who the source is, not the entity.
        """
        _check_plain(fields)
        words = {name: value for name, value in fields.items() if name != "names"}
        try:
            with self.store.transaction():
                new = self._registrar.add(
                    fields.get("names", ()), key=key, document=self.sheet.id, **words
                )
                if not take:
                    return self._registered("added", name=_name_of(new, self._registrar.register))
                known = self.sheet.draft.attributions.get(item_id or self._focus.attribution or "")
                before = known.source.entities if known is not None and beside else ()
                args: Json = {"ids": [*before, new], "item_id": item_id}
                return self._edit("entities", key, None, args)
        except BaseException:
            self._registrar.forget()  # it may have seen what was not saved
            raise

    def _edit_entity(
        self, *, key: str, entity: str, fields: Json, based_on: int | None = None
    ) -> Reply:
        _check_plain(fields)
        self._registrar.edit(entity, key=key, based_on=based_on, **fields)
        return self._registered("edited", name=_name_of(entity, self._registrar.register))

    def _merge_entities(
        self, *, key: str, into: str, ids: Sequence[str], based_on: int | None = None
    ) -> Reply:
        self._registrar.merge(into, ids, key=key, based_on=based_on)
        name = _name_of(into, self._registrar.register)
        return self._registered("merged", name=name, count=len(ids) + 1)

    def _split_entity(
        self,
        *,
        key: str,
        entity: str,
        names: Names,
        by_names: Sequence[str] = (),
        documents: Sequence[str] = (),
        attributions: Sequence[Sequence[str]] = (),
        based_on: int | None = None,
    ) -> Reply:
        places = [(str(each[0]), str(each[1])) for each in attributions if len(each) == 2]
        new = self._registrar.split(
            entity,
            names,
            key=key,
            based_on=based_on,
            by_names=by_names,
            documents=documents,
            attributions=places,
        )
        return self._registered("split", name=_name_of(new, self._registrar.register))

    def _undo_entity(self, *, key: str, number: int, based_on: int | None = None) -> Reply:
        self._registrar.undo(number, key=key, based_on=based_on)
        return self._registered("undone", number=number)

    def _registered(self, said: str, **values: str | int) -> Reply:
        if "name" in values:
            values["name"] = f"\u2068{values['name']}\u2069"
        return Reply(self._delta(), self._word(f"entity.{said}", **values))


def _check_plain(fields: object) -> None:
    if not isinstance(fields, dict) or not set(fields) <= set(EDITABLE):
        raise EditError(f"Expected some of {', '.join(EDITABLE)} of an entity, got {fields!r:.80}.")


def list_shown(draft: Draft, sentence: str) -> list[Attribution]:
    """Return the attributions of a sentence, and all that speak of its claims, relays too."""
    claims, own = draft.items_of(sentence)
    found = {each.id: each for each in own}
    waiting = [each.id for each in claims]
    while waiting:
        for parent in draft.parents(waiting.pop()):
            if parent.id not in found or parent.id in {each.id for each in own}:
                own = [each for each in own if each.id != parent.id]
                found[parent.id] = parent
                waiting.append(parent.id)
    return list(found.values())


def find_entities(text: str, register: Register) -> list[str]:
    """Return the current entities with a name that holds the words of `text`, by name."""
    words = fold_name(text).split()

    def is_meant(entity: Entity) -> bool:
        names = " ".join(fold_name(each.text) for each in entity.names)
        return all(word in names for word in words)

    found = [each for each in register.entities.values() if is_meant(each)]
    key = " ".join(words)
    found.sort(key=lambda each: (*_rank(each, key), each.id))
    return [each.id for each in found]


def _rank(entity: Entity, key: str) -> tuple[bool, str]:
    names = [fold_name(each.text) for each in entity.names] or [""]
    return not any(each.startswith(key) for each in names), names[0]


def dump_entity(entity: str, register: Register) -> Json:
    """Return an entity as a view shows it; one without a line is its id."""
    line = register.entities.get(entity)
    if line is None:
        line = Entity(entity, None, (), None, None, None)
    affiliation = line.affiliation
    return {
        "id": entity,
        "names": [
            {
                "text": each.text,
                "language": each.language,
                "dir": direction_of(each.language or detect_language(each.text)),
            }
            for each in line.names
        ],
        "kind": line.kind,
        "anonymity": line.anonymity,
        "affiliation": affiliation,
        "belongs": None if affiliation is None else _name_of(affiliation, register),
        "note": line.note,
        "bound": entity in register.entities and register.is_bound(entity),
    }


def _name_of(entity: str, register: Register) -> str:
    line = register.entities.get(entity) or register.lines.get(entity)
    return line.names[0].text if line is not None and line.names else entity


def _list_chosen(draft: Draft, document: str, register: Register) -> set[str]:
    return {
        each
        for attribution in draft.attributions.values()
        for each in resolve_entities(attribution, document, register)
    }


def _may_undo(number: int, register: Register, uses: Mapping[str, int]) -> bool:
    try:
        check_deed(Undo(number), register)
        check_unused(Undo(number), register, uses)
    except EditError:
        return False
    return True
