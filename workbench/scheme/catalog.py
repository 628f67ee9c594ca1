"""Schemes by name or by file: those that ship with the workbench, and a project's own."""

from __future__ import annotations

import json
import re
import threading
from collections import Counter
from collections.abc import Iterable
from functools import cache
from os import PathLike
from pathlib import Path
from typing import Any

import msgspec

from workbench.errors import SchemeError
from workbench.resources import resource_path
from workbench.scheme.faults import iter_faults
from workbench.scheme.nearest import hint_nearest
from workbench.scheme.scheme import SCHEME_FORMATS, Scheme

DEFAULT_SCHEME = "claims-sources-stances"

_SHIPPED = re.compile(r"(?P<name>[a-z][a-z-]*)-(?P<version>\d+\.\d+)\.json")
# msgspec finds out what a type is like when it is first used, and crashes where two threads do.
_LOADING = threading.Lock()


@cache
def shipped_schemes() -> tuple[tuple[str, str], ...]:
    """Return name and version of each shipped scheme, the oldest version of a name first."""
    found = (_SHIPPED.fullmatch(path.name) for path in resource_path("schemas").glob("*.json"))
    pairs = [(match["name"], match["version"]) for match in found if match]
    return tuple(sorted(pairs, key=lambda pair: (pair[0], _version_key(pair[1]))))


def load_scheme(
    name_or_path: str | PathLike[str] = DEFAULT_SCHEME,
    version: str | None = None,
    *,
    features: Iterable[str] = (),
) -> Scheme:
    """Return a scheme.

    Parameters
    ----------
    name_or_path
        The name of a shipped scheme, or the path of a scheme file (a path object, or a string that
        ends in ``.json`` or has a folder in it).
    version
        The version that is asked for; without it, the oldest of that name that knows all of
        `features`, so that what does not need a newer one is written as ever.
    features
        The features that have to be known. None is turned on.

    Raises
    ------
    SchemeError
        If there is no such scheme (the hint names the nearest), or the file is not a scheme.
    """
    is_name = isinstance(name_or_path, str) and not name_or_path.endswith(".json")
    if not (is_name and "/" not in str(name_or_path)):
        scheme = read_scheme(Path(name_or_path))
        if version not in (None, scheme.version):
            raise SchemeError(
                f"Expected version {version} in {name_or_path}, got {scheme.version}.",
                subject=scheme,
            )
        return scheme
    return _load_shipped(str(name_or_path), version, frozenset(features))


@cache
def _load_shipped(name: str, version: str | None, features: frozenset[str]) -> Scheme:
    versions = [each for known, each in shipped_schemes() if known == name]
    if not versions:
        raise SchemeError(
            f"Expected the name of a scheme, got {name!r}.",
            hint=hint_nearest(name, dict.fromkeys(known for known, _ in shipped_schemes())),
        )
    if version is not None and version not in versions:
        raise SchemeError(
            f"Expected a version of {name}, got {version!r}.", hint=hint_nearest(version, versions)
        )
    wanted = [version] if version is not None else versions
    schemes = [read_scheme(resource_path("schemas") / f"{name}-{each}.json") for each in wanted]
    known = [{feature.name for feature in scheme.features} for scheme in schemes]
    fitting = [one for one, names in zip(schemes, known, strict=True) if features <= names]
    if not fitting:
        schemes[-1].with_features(features)  # says which one is unknown
    return fitting[0]


def read_scheme(path: Path) -> Scheme:
    """Return the scheme in the file at `path`; anything else there is a `SchemeError`."""
    try:
        data = json.loads(path.read_bytes(), object_pairs_hook=_refuse_duplicates)
    except OSError as error:
        raise SchemeError(f"Expected a scheme file at {path}, got: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise SchemeError(f"Expected JSON in {path}, got: {error}.") from error
    return load_scheme_data(data, origin=str(path))


def load_scheme_data(data: Any, origin: str = "the scheme") -> Scheme:
    """Return the scheme that plain `data` describes; `origin` names it in the `SchemeError`."""
    if isinstance(data, dict) and data.get("format") not in SCHEME_FORMATS:
        known = " or ".join(SCHEME_FORMATS)
        raise SchemeError(
            f"Expected format {known} in {origin}, got {data.get('format')!r}.",
            hint="A newer workbench may read it; this one knows only its own formats.",
        )
    if isinstance(data, dict) and "enabled" in data:
        raise SchemeError(
            f"Expected no key 'enabled' in {origin}, got one.",
            hint="The project turns features on, not the scheme.",
        )
    try:
        with _LOADING:
            scheme = msgspec.convert(data, Scheme)
    except msgspec.ValidationError as error:
        raise SchemeError(
            f"Expected a scheme in {origin}, got something else: {error}.",
            hint="schemas/scheme.schema.json describes the form.",
        ) from error
    for fault in iter_faults(scheme):
        raise SchemeError(f"{fault} in {origin}.", subject=scheme)
    return scheme


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _refuse_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        twice = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
        raise ValueError(f"the key {twice[0]!r} twice")
    return value
