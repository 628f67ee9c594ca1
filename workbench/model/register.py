"""The register of entities: a log that only grows, and what stands once its changes are told.

A merge or a split changes no annotation: those keep the ids that were chosen, and who reads them
asks the register what the ids stand for now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

import msgspec

from workbench.model.kinds import load_vocabulary
from workbench.model.record import Attribution, Frozen
from workbench.model.registry import Entity, Name
from workbench.text import fold_key

_NOTHING: Mapping[str, Entity] = MappingProxyType({})


class Add(Frozen, frozen=True, tag="add", tag_field="kind"):
    """A new entity; `document` is the article that it was met in."""

    entity: Entity
    document: str | None = None


class Edit(Frozen, frozen=True, tag="edit", tag_field="kind"):
    """Another line for an entity."""

    entity: Entity
    document: str | None = None


class Merge(Frozen, frozen=True, tag="merge", tag_field="kind"):
    """Some entities are one with another, under whose id they go on."""

    ids: tuple[str, ...]
    into: str


class Place(Frozen, frozen=True):
    """An attribution of an article."""

    document: str
    attribution: str


class Split(Frozen, frozen=True, tag="split", tag_field="kind"):
    """A part of an entity is another one: what goes by these names, or stands in these places.

    An attribution goes with the new entity where any of the three says so.
    """

    source: str
    entity: Entity
    names: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    attributions: tuple[Place, ...] = ()
    document: str | None = None


class Undo(Frozen, frozen=True, tag="undo", tag_field="kind"):
    """A change is taken back; taking back an undo brings the change again."""

    of: int


Deed = Add | Edit | Merge | Split | Undo


class Entry(Frozen, frozen=True):
    """A change of the register: its number (from 1), when (UTC), by whom (a pseudonym), and what.

    `by` is None where no person of the project made it.
    """

    number: int
    at_utc: str
    by: str | None
    deed: Deed


@dataclass(frozen=True)
class Register:
    """The entities of a project as they stand after some changes.

    Parameters
    ----------
    base
        Entities that are known from files; the log's own lines win.
    entries
        The log, in the order of its numbers.
    """

    base: Mapping[str, Entity] = field(default_factory=lambda: _NOTHING)
    entries: tuple[Entry, ...] = ()

    @property
    def number(self) -> int:
        """The number of the newest change; 0 before the first."""
        return self.entries[-1].number if self.entries else 0

    @cached_property
    def active(self) -> tuple[Entry, ...]:
        """The changes that stand, without undos and without what those took back."""
        gone: set[int] = set()
        kept = []
        for entry in reversed(self.entries):
            if entry.number in gone:
                continue
            if isinstance(entry.deed, Undo):
                gone.add(entry.deed.of)
            else:
                kept.append(entry)
        return tuple(reversed(kept))

    @cached_property
    def lines(self) -> Mapping[str, Entity]:
        """The line of each id as it was written, merged ones too."""
        found = dict(self.base)
        for entry in self.active:
            if isinstance(entry.deed, Add | Edit | Split):
                found[entry.deed.entity.id] = entry.deed.entity
        return found

    @cached_property
    def homes(self) -> Mapping[str, str]:
        """The article that an entity was met in, where that is known."""
        found: dict[str, str] = {}
        for entry in self.active:
            if isinstance(entry.deed, Add | Edit | Split) and entry.deed.document is not None:
                found[entry.deed.entity.id] = entry.deed.document
        return found

    @cached_property
    def merged(self) -> Mapping[str, str]:
        """The entity that each merged one goes on as; that one may be merged again."""
        deeds = (entry.deed for entry in self.active)
        return {each: deed.into for deed in deeds if isinstance(deed, Merge) for each in deed.ids}

    @cached_property
    def splits(self) -> Mapping[str, tuple[Split, ...]]:
        """The splits of each entity, in the order of the log."""
        found: dict[str, tuple[Split, ...]] = {}
        for entry in self.active:
            if isinstance(entry.deed, Split):
                found[entry.deed.source] = (*found.get(entry.deed.source, ()), entry.deed)
        return found

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """All ids that each current entity stands for, its own first."""
        found: dict[str, list[str]] = {each: [each] for each in self.lines if self.is_current(each)}
        for each in self.merged:
            found.setdefault(self.follow(each), []).append(each)
        return {entity: tuple(ids) for entity, ids in found.items()}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The current entities by id: a merged one is no more, and its names are the other's."""
        return {
            each: self._combine(ids) for each, ids in self.members.items() if each in self.lines
        }

    @cached_property
    def by_name(self) -> Mapping[str, tuple[str, ...]]:
        """The current entities of each name, folded."""
        found: dict[str, dict[str, None]] = {}
        for entity in self.entities.values():
            for name in entity.names:
                found.setdefault(fold_name(name.text), {})[entity.id] = None
        return {name: tuple(ids) for name, ids in found.items() if name}

    @cached_property
    def newest(self) -> Mapping[str, int]:
        """The number of the newest change, undos included, that touched each entity."""
        by_number = {entry.number: entry for entry in self.entries}
        found: dict[str, int] = {}
        for entry in self.entries:
            found |= dict.fromkeys(list_touched(entry.deed, by_number), entry.number)
        return found

    def after(self, *entries: Entry) -> Register:
        """Return the register once more changes are made."""
        return Register(self.base, (*self.entries, *entries))

    def is_current(self, entity: str) -> bool:
        """Answer whether an id was not merged into another one."""
        return entity not in self.merged

    def follow(self, entity: str) -> str:
        """Return the current entity that an id goes on as, whatever the attribution."""
        while entity in self.merged:
            entity = self.merged[entity]
        return entity

    def resolve(self, entity: str, attribution: Attribution, document: str) -> str:
        """Return what an id stands for in an attribution: a current entity, or the id itself.

        Merges are followed, and splits whose rule the attribution meets. Doing it again changes
        nothing. Where rules lead round in a circle, all its ids stand for the first by code point
        that is current.
        """
        if not self.merged and not self.splits:
            return entity
        path: list[str] = []
        following: str | None = entity
        while following is not None:
            if following in path:
                circle = path[path.index(following) :]
                return min(each for each in circle if self.is_current(each))
            path.append(following)
            following = self._step(following, attribution, document)
        return path[-1]

    def _step(self, entity: str, attribution: Attribution, document: str) -> str | None:
        if entity in self.merged:
            return self.merged[entity]
        for split in self.splits.get(entity, ()):
            if is_split(split, attribution, document):
                return split.entity.id
        return None

    def affiliation(self, entity: str) -> str | None:
        """Return the current entity that an entity belongs to, where it has a line."""
        line = self.entities.get(self.follow(entity))
        return None if line is None else line.affiliation

    def is_bound(self, entity: str) -> bool:
        """Answer whether an entity belongs to a single article, so that others never share it."""
        line = self.entities.get(self.follow(entity))
        seen: set[str] = set()
        while line is not None and line.id not in seen:
            seen.add(line.id)
            bound = load_vocabulary().bound(line.anonymity)
            if bound != "unaffiliated":
                return bound == "always"
            line = self.entities.get(line.affiliation or "")
        return True

    def home(self, entity: str) -> str | None:
        """Return the one article that a current entity was met in, where that is known."""
        found = {self.homes.get(each) for each in self.members.get(entity, (entity,))}
        return next(iter(found)) if len(found) == 1 else None

    def _combine(self, ids: Sequence[str]) -> Entity:
        """Return the line of the first id with what the others add: names, and what it lacks."""
        lines = [self.lines[each] for each in ids if each in self.lines]
        own = lines[0]
        gone = {fold_name(each) for split in self.splits.get(own.id, ()) for each in split.names}
        kept = (name for line in lines for name in line.names)
        names = _unite(name for name in kept if fold_name(name.text) not in gone)
        affiliations = (self.follow(each.affiliation) for each in lines if each.affiliation)
        return msgspec.structs.replace(
            own,
            names=names,
            kind=_first(each.kind for each in lines),
            anonymity=_first(each.anonymity for each in lines),
            affiliation=_first(each for each in affiliations if each != own.id),
            note=_first(each.note for each in lines),
        )


def fold_name(name: str) -> str:
    """Return the folded form of a name, its words one space apart."""
    return " ".join(fold_key(name).split())


def words_of(attribution: Attribution) -> str:
    """Return the words that say who the source is, its fragments joined."""
    return " ".join(span.text for span in attribution.source.spans)


def is_split(split: Split, attribution: Attribution, document: str) -> bool:
    """Answer whether an attribution goes with the new entity of a split."""
    if document in split.documents:
        return True
    if any(each == Place(document, attribution.id) for each in split.attributions):
        return True
    words = fold_name(words_of(attribution))
    return bool(words) and words in {fold_name(each) for each in split.names}


def list_touched(deed: Deed, entries: Mapping[int, Entry]) -> tuple[str, ...]:
    """Return the ids of the entities that a change is about."""
    match deed:
        case Merge(ids, into):
            return (into, *ids)
        case Split(source, entity):
            return (source, entity.id)
        case Undo(of):
            return list_touched(entries[of].deed, entries) if of in entries else ()
        case Add(entity) | Edit(entity):
            return (entity.id,)


def adopt_base(deed: Deed, register: Register) -> tuple[Add, ...]:
    """Return what brings entities from files into the log, so that a change may be about them."""
    wanted = list(list_touched(deed, {}))
    if isinstance(deed, Add | Edit | Split) and deed.entity.affiliation is not None:
        wanted.append(deed.entity.affiliation)
    known = Register(entries=register.entries).lines
    return take_over(wanted, register.base, known)


def take_over(
    ids: Iterable[str], base: Mapping[str, Entity], known: Mapping[str, Entity]
) -> tuple[Add, ...]:
    """Return additions of entities that are not known yet; whom they belong to comes first."""
    found: dict[str, Add] = {}

    def add(each: str | None, above: frozenset[str]) -> None:
        line = base.get(each or "")
        if line is None or line.id in found or line.id in known or line.id in above:
            return
        add(line.affiliation, above | {line.id})
        if line.affiliation not in known and line.affiliation not in found:
            line = msgspec.structs.replace(line, affiliation=None)
        found[line.id] = Add(line)

    for each in ids:
        add(each, frozenset())
    return tuple(found.values())


def _unite(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(names))


def _first(values: Iterable[str | None]) -> str | None:
    return next((each for each in values if each is not None), None)
