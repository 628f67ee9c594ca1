"""The registry: which entities and clusters the ids in a project's annotations stand for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

import msgspec

from workbench.model.record import Frozen

REGISTRY = "registry"
"""The folder of a project, or of a release, that holds the registry's files."""
ENTITIES, CLUSTERS, LINKS = "entities.jsonl", "clusters.jsonl", "links.jsonl"


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


def select_registry(
    registry: Registry, entities: Collection[str], clusters: Collection[str]
) -> tuple[Registry, tuple[str, ...]]:
    """Return the lines of these ids, of whom they belong to, and the entities that have no line.

    A cluster that nobody has described has a line that says nothing of it: an id in a record is
    always that of a line, and what its claims have in common can be filled in there.
    """
    wanted = with_affiliations(entities, registry.entities)
    described = {**{each: Cluster(each, None, None) for each in clusters}, **registry.clusters}
    selected = Registry(_pick(registry.entities, wanted), _pick(described, clusters))
    return selected, tuple(sorted(wanted.difference(selected.entities)))


def with_affiliations(ids: Collection[str], entities: Mapping[str, Entity]) -> set[str]:
    """Return `ids`, and those of all whom these entities belong to."""
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        each = waiting.pop()
        if each in found:
            continue
        found.add(each)
        affiliation = entities[each].affiliation if each in entities else None
        if affiliation is not None:
            waiting.append(affiliation)
    return found


def _pick(lines: Mapping[str, Line], ids: Collection[str]) -> dict[str, Line]:
    return {each: lines[each] for each in sorted(ids) if each in lines}
