"""The files of the registry: one line for each entity, and for each cluster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from workbench.errors import InputError, RecordError
from workbench.exchange.files import iter_lines
from workbench.model import dump_line
from workbench.model.registry import CLUSTERS, ENTITIES, Cluster, Entity, Line, Registry


def read_registry(folder: Path) -> Registry:
    """Return the registry in `folder`; a file that is not there is the same as an empty one.

    Raises
    ------
    RecordError
        A line is no registry line, or has the id of another one; the message names it.
    """
    return Registry(_read(folder / ENTITIES, Entity), _read(folder / CLUSTERS, Cluster))


def read_entities(path: Path) -> dict[str, Entity]:
    """Return the entities of one file, by id; one that is not there is an `InputError`."""
    if not path.is_file():
        raise InputError(f"Expected a file of entities, got {path}, which is none.")
    return _read(path, Entity)


def read_clusters(path: Path) -> dict[str, Cluster]:
    """Return the clusters of a file, by id; errors as above."""
    return _read(path, Cluster)


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
