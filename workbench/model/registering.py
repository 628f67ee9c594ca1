"""What a change of the register has to be like: checked before it is written, whoever makes it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from workbench.errors import EditError
from workbench.model.register import (
    Add,
    Deed,
    Edit,
    Entry,
    Merge,
    Register,
    Split,
    Undo,
    fold_name,
    list_touched,
)
from workbench.model.registry import Entity, Name

MOST_NAMES, LONGEST_NAME, LONGEST_WORD, LONGEST_NOTE = 100, 500, 64, 4000
_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def clean_name(text: str) -> str:
    """Return a name as the register keeps it: NFC, words one space apart, no bidi controls."""
    return " ".join(unicodedata.normalize("NFC", _BIDI.sub("", text)).split())


def clean_entity(entity: Entity) -> Entity:
    """Return an entity as the register keeps it: clean names, each once, and no empty words."""
    names = (Name(clean_name(each.text), each.language or None) for each in entity.names)
    words = {
        field: (getattr(entity, field) or "").strip() or None
        for field in ("kind", "anonymity", "affiliation", "note")
    }
    kept = tuple(dict.fromkeys(each for each in names if each.text))
    return msgspec.structs.replace(entity, names=kept, **words)


def clean_deed(deed: Deed) -> Deed:
    """Return a change with its entity as the register keeps it."""
    if isinstance(deed, Add | Edit | Split):
        return msgspec.structs.replace(deed, entity=clean_entity(deed.entity))
    return deed


def check_deed(deed: Deed, register: Register) -> None:
    """Raise an `EditError` where `register` cannot take a change.

    What holds after every change that was checked: merges lead to a current entity and never in a
    circle, an id stands for one entity for ever, and no two entities of different articles are one
    where one of them is bound to its article (anonymous, or generic without anybody behind it).
    """
    match deed:
        case Add(entity):
            _check_new(entity, register)
        case Edit(entity):
            _check_current([entity.id], register)
            _check_line(entity, register)
        case Merge():
            _check_merge(deed, register)
        case Split():
            _check_split(deed, register)
        case Undo(of):
            _check_undo(of, register)
    _check_groups(deed, register)


def _check_new(entity: Entity, register: Register) -> None:
    if not _ID.fullmatch(entity.id):
        raise _refuse("id", id=_show(entity.id))
    deeds = (entry.deed for entry in register.entries)
    used = {each.entity.id for each in deeds if isinstance(each, Add | Split)}
    if entity.id in used or entity.id in register.base:
        raise _refuse("taken", id=entity.id)
    _check_line(entity, register)


def _check_line(entity: Entity, register: Register) -> None:
    if not entity.names or len(entity.names) > MOST_NAMES:
        raise _refuse("names", most=MOST_NAMES)
    for name in entity.names:
        if len(name.text) > LONGEST_NAME or not _is_clean(name.text) or not fold_name(name.text):
            raise _refuse("name", name=_show(name.text), most=LONGEST_NAME)
        if name.language is not None and not _LANGUAGE.fullmatch(name.language):
            raise _refuse("language", language=_show(name.language))
    for word in filter(None, (entity.kind, entity.anonymity)):
        if len(word) > LONGEST_WORD or not _is_clean(word):
            raise _refuse("word", word=_show(word), most=LONGEST_WORD)
    note = entity.note or ""
    if len(note) > LONGEST_NOTE or not _is_clean(note.replace("\n", " ")):
        raise _refuse("note", most=LONGEST_NOTE)
    if entity.affiliation is not None:
        _check_affiliation(entity, register)


def _check_affiliation(entity: Entity, register: Register) -> None:
    above: str | None = entity.affiliation
    if register.follow(above or "") not in register.entities:
        raise _refuse("unknown", id=_show(above or ""))
    seen = {entity.id}
    while above is not None:
        above = register.follow(above)
        if above in seen:
            raise _refuse("circle", id=entity.id)
        seen.add(above)
        above = register.affiliation(above)


def _check_current(ids: Iterable[str], register: Register) -> None:
    for each in ids:
        if not register.is_current(each):
            raise _refuse("merged", id=each, into=register.follow(each))
        if each not in register.lines:
            raise _refuse("unknown", id=_show(each))


def _check_merge(deed: Merge, register: Register) -> None:
    both = (deed.into, *deed.ids)
    if len(both) < 2 or len(set(both)) < len(both):
        raise _refuse("merge_two")
    _check_current(both, register)
    bound = [register.is_bound(each) for each in both]
    homes = {register.home(each) for each in both}
    if any(bound) and not (all(bound) and len(homes) == 1 and None not in homes):
        raise _refuse("bound", id=both[bound.index(True)])


def _check_split(deed: Split, register: Register) -> None:
    _check_current([deed.source], register)
    _check_new(deed.entity, register)
    if not (any(map(fold_name, deed.names)) or deed.documents or deed.attributions):
        raise _refuse("split_what")
    own = {fold_name(each.text) for each in register.entities[deed.source].names}
    if own <= {fold_name(each) for each in deed.names}:
        raise _refuse("split_all", id=deed.source)


def _check_undo(of: int, register: Register) -> None:
    by_number = {entry.number: entry for entry in register.entries}
    if of not in by_number:
        raise _refuse("no_change", number=of)
    if of in {*_list_undone(register)}:
        raise _refuse("undone", number=of)
    first, deed = of, by_number[of].deed
    while isinstance(deed, Undo):
        first, deed = deed.of, by_number[deed.of].deed
    touched = set(list_touched(deed, by_number))
    for entry in register.active:
        if entry.number > first and touched.intersection(list_touched(entry.deed, by_number)):
            raise _refuse("undo_first", number=of, later=entry.number)


def _list_undone(register: Register) -> set[int]:
    gone: set[int] = set()
    for entry in reversed(register.entries):
        if entry.number not in gone and isinstance(entry.deed, Undo):
            gone.add(entry.deed.of)
    return gone


def _check_groups(deed: Deed, register: Register) -> None:
    """Refuse what would leave the entities of a merge, or an affiliation, wrong elsewhere."""
    then = register.after(Entry(register.number + 1, "", None, deed))
    for entity in then.entities.values():
        if entity.affiliation is not None and entity.affiliation not in then.entities:
            before = register.entities.get(entity.id)
            if before is None or before.affiliation in register.entities:
                raise _refuse("still_used", id=entity.affiliation, by=entity.id)
    for root, ids in then.members.items():
        if len(ids) > 1 and then.is_bound(root) and then.home(root) is None:
            raise _refuse("bound", id=root)


def check_unused(deed: Deed, register: Register, uses: Mapping[str, int]) -> None:
    """Raise an `EditError` where a change takes the line off an id that attributions have.

    Parameters
    ----------
    uses
        How many attributions have an id, as it was chosen.
    """
    then = register.after(Entry(register.number + 1, "", None, deed))
    for each in register.lines:
        if each not in then.lines and uses.get(each):
            raise _refuse("in_use", id=each, count=uses[each])


def _is_clean(text: str) -> bool:
    return not any(unicodedata.category(each) in ("Cc", "Cs") for each in text)


def _show(text: str) -> str:
    """Return hostile text as what may stand in a sentence."""
    shown = repr(text[:40])
    return shown if len(text) <= 40 else f"{shown[:-1]}…'"


_TEXTS = {
    "id": "Expected an id of 1 to 64 of A-Z a-z 0-9 _ . : -, got {id}.",
    "taken": "Expected an id that no entity has or had, got {id}.",
    "names": "Expected an entity with a name, and at most {most}.",
    "name": "Expected a name of letters, up to {most} characters and no control ones, got {name}.",
    "language": "Expected a language such as ar or en-GB, got {language}.",
    "word": "Expected a word of up to {most} characters without control characters, got {word}.",
    "note": "Expected a note of up to {most} characters without control characters.",
    "unknown": "Expected an entity of the register, got {id}.",
    "circle": "Expected an affiliation that does not lead back to {id}.",
    "merged": "Expected an entity that stands for itself, got {id}, which was merged into {into}.",
    "merge_two": "Expected two entities or more to merge, each once.",
    "bound": "Expected entities that are known by name, got {id}, which belongs to one article: "
    "anonymous sources are never one across articles.",
    "split_what": "Expected names, articles or attributions that the new entity takes along.",
    "split_all": "Expected a name that stays with {id}, got all of its names to take away.",
    "no_change": "Expected a change of the register, got number {number}, which is none.",
    "undone": "Expected a change that stands, got number {number}, which was taken back.",
    "undo_first": "Expected the newest change of these entities, got number {number}: take back "
    "number {later} first.",
    "in_use": "Expected an entity that nobody has chosen, got {id}, which {count} attributions "
    "have.",
    "still_used": "Expected nobody to belong to {id} any more, but {by} does.",
}


def _refuse(key: str, **values: Any) -> EditError:
    filled: Mapping[str, Any] = values
    message = _TEXTS[key].format_map(filled)
    return EditError(message, subject=values.get("id"), wording=(f"entity_{key}", filled))
