"""Bringing a project to a newer version of its scheme, with features turned on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import SchemeError, UsageError
from workbench.exchange import write_lines
from workbench.model.record import Frozen
from workbench.project.config import CONFIG_NAME, DEFAULT_SCHEME, read_config
from workbench.project.opening import locate_scheme

if TYPE_CHECKING:
    from workbench.project.project import Project
    from workbench.scheme import Scheme

_FEATURES = re.compile(r"^features[ \t]*=[ \t]*\[[^\]]*\][ \t]*\n", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


class UpgradeReport(Frozen, frozen=True):
    """What a project follows now: its scheme, and the features that are on."""

    scheme: str
    scheme_version: str
    features: tuple[str, ...]


def upgrade_project(project: Project, features: Iterable[str]) -> UpgradeReport:
    """Turn `features` of the scheme on, besides those that are, and go to the version for them.

    No annotation is changed: an item that was made before has the feature unset, and every record
    that is written from now on is of the new version. The project is to be opened anew.

    Raises
    ------
    SchemeError
        No version that steps lead to knows the features.
    UsageError
        No feature is named.
    """
    wanted = (*project.scheme.enabled, *features)
    if len(wanted) == len(project.scheme.enabled):
        raise UsageError(
            "Expected at least one feature to turn on, got none.",
            hint="Name one with --features, such as figure,date.",
        )
    scheme = _find_scheme(project, wanted).with_features(wanted)
    if project.directory is not None:
        _write_features(project.directory / CONFIG_NAME, scheme.enabled)
    project.store.change_scheme(scheme.version, scheme.enabled)
    return UpgradeReport(scheme.name, scheme.version, scheme.enabled)


def _find_scheme(project: Project, features: tuple[str, ...]) -> Scheme:
    """Return the first version, from the project's own on, that knows all of `features`."""
    from workbench.scheme import find_versions, load_scheme

    own = project.scheme
    name = DEFAULT_SCHEME if project.directory is None else read_config(project.directory).scheme
    place = own.name if project.directory is None else locate_scheme(name, project.directory)
    tried = [own]
    if not isinstance(place, Path):
        tried += [load_scheme(place, each) for each in find_versions(own.name, own.version)]
    for scheme in tried:
        if set(features) <= {feature.name for feature in scheme.features}:
            return scheme
    try:
        return tried[-1].with_features(features)
    except SchemeError as error:
        raise SchemeError(error.message, hint=error.hint, subject=own) from None


def _write_features(path: Path, features: tuple[str, ...]) -> None:
    """Put `features` into the settings, and leave every other line as its owner wrote it."""
    text = path.read_text("utf-8-sig")
    table = _TABLE.search(text)
    end = table.start() if table else len(text)
    own, rest = text[:end], text[end:]
    line = f"features = [{', '.join(map(json.dumps, features))}]\n"
    if _FEATURES.search(own):
        own = _FEATURES.sub(lambda _: line, own, count=1)
    else:
        own = own if not own or own.endswith("\n") else f"{own}\n"
        own += line
    write_lines(path, (own + rest).splitlines())
