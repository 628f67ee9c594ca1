"""The registry: which entities and clusters the ids in a project's annotations stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from workbench.errors import RecordError
from workbench.exchange import iter_lines
from workbench.model import dump_line
from workbench.model.record import Frozen

REGISTRY = "registry"
ENTITIES, CLUSTERS = "entities.jsonl", "clusters.jsonl"


class Name(Frozen, frozen=True):
    """What an entity is called, and in which language (BCP 47) where that is known."""

    text: str
    language: str | None


class Entity(Frozen, frozen=True):
    """Somebody or something that holds claims; `affiliation` is the id of another entity."""

    id: str
    kind: str | None
    names: tuple[Name, ...]
    anonymity: str | None
    affiliation: str | None
    note: str | None


class Cluster(Frozen, frozen=True):
    """What the claims of a cluster state."""

    id: str
    proposition: str | None
    note: str | None


Line = TypeVar("Line", Entity, Cluster)


class Registry(Frozen, frozen=True):
    """Entities and clusters by id."""

    entities: dict[str, Entity] = msgspec.field(default_factory=dict)
    clusters: dict[str, Cluster] = msgspec.field(default_factory=dict)


def read_registry(folder: Path) -> Registry:
    """Return the registry in `folder`; a file that is not there is the same as an empty one.

    Raises
    ------
    RecordError
        A line is no registry line, or has the id of another one; the message names it.
    """
    return Registry(_read(folder / ENTITIES, Entity), _read(folder / CLUSTERS, Cluster))


def select_registry(
    registry: Registry, entities: Collection[str], clusters: Collection[str]
) -> tuple[Registry, tuple[str, ...]]:
    """Return the lines of these ids, of whom they belong to, and the ids that have no line."""
    wanted = _with_affiliations(entities, registry.entities)
    selected = Registry(_pick(registry.entities, wanted), _pick(registry.clusters, clusters))
    unknown = {*wanted.difference(selected.entities)}
    unknown |= set(clusters).difference(selected.clusters)
    return selected, tuple(sorted(unknown))


def dump_registry_lines(lines: Mapping[str, Entity] | Mapping[str, Cluster]) -> Iterator[str]:
    """Yield the lines of one registry file, by id."""
    for key in sorted(lines):
        yield dump_line(lines[key])


def _read(path: Path, kind: type[Line]) -> dict[str, Line]:
    if not path.exists():
        return {}
    found: dict[str, Line] = {}
    for number, text in iter_lines(path):
        line = _load(text, kind, f"{path}:{number}")
        if line.id in found:
            raise RecordError(f"{path}:{number}: Expected each id once, got {line.id!r} again.")
        found[line.id] = line
    return found


def _load(text: str, kind: type[Line], place: str) -> Line:
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        expected = ", ".join(kind.__struct_fields__)
        raise RecordError(
            f"{place}: Expected a registry line ({expected}), got: {error}."
        ) from error


def _with_affiliations(ids: Collection[str], entities: Mapping[str, Entity]) -> set[str]:
    found: set[str] = set()
    waiting: list[Any] = list(ids)
    while waiting:
        each = waiting.pop()
        if each in found:
            continue
        found.add(each)
        if each in entities and entities[each].affiliation is not None:
            waiting.append(entities[each].affiliation)
    return found


def _pick(lines: Mapping[str, Line], ids: Collection[str]) -> dict[str, Line]:
    return {each: lines[each] for each in sorted(ids) if each in lines}
