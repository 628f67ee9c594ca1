"""Records of an older scheme brought to a newer one, one version at a time, on copies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from workbench.errors import SchemeError
from workbench.model import Attribution, Claim, Record
from workbench.scheme.scheme import Scheme

_KINDS: dict[type, str] = {Claim: "claims", Attribution: "attributions"}
_Item = TypeVar("_Item", Claim, Attribution)


class Upgrade(msgspec.Struct, frozen=True):
    """One step from a version of a scheme to the next.

    `step` takes a record and returns another; it must not change what it is given. What names the
    scheme in the provenance is set for it.
    """

    scheme: str
    before: str
    after: str
    step: Callable[[Record], Record]


def _keep(record: Record) -> Record:
    """Version 1.1 only adds features, which are off until a project turns them on."""
    return record


# A released scheme is frozen: a changed one is a new file, and a step here.
UPGRADES: tuple[Upgrade, ...] = (Upgrade("claims-sources-stances", "1.0", "1.1", _keep),)


def upgrade_record(record: Record, version: str, upgrades: Iterable[Upgrade] = UPGRADES) -> Record:
    """Return `record` as of `version` of its scheme; `record` itself stays as it is.

    Raises
    ------
    SchemeError
        If no steps lead from the record's version to `version`: there is no way back to an older
        one, and none from a version that is unknown.
    """
    name = record.provenance.scheme
    steps = {each.before: each for each in upgrades if each.scheme == name}
    passed: set[str] = set()
    while (current := record.provenance.scheme_version) != version:
        if current not in steps or current in passed:
            raise SchemeError(
                f"Expected steps from {name} {current} to {version}, got none.",
                hint="Only an older version is brought to a newer one.",
                subject=record,
            )
        passed.add(current)
        upgraded = steps[current].step(record)
        provenance = msgspec.structs.replace(
            upgraded.provenance, scheme_version=steps[current].after
        )
        record = msgspec.structs.replace(upgraded, provenance=provenance)
    return record


def find_versions(scheme: str, before: str, upgrades: Iterable[Upgrade] = UPGRADES) -> list[str]:
    """Return the versions that steps lead to from version `before` of `scheme`, one by one."""
    steps = {each.before: each.after for each in upgrades if each.scheme == scheme}
    found: list[str] = []
    while (after := steps.get(found[-1] if found else before)) is not None and after not in found:
        found.append(after)
    return found


def adopt_features(record: Record, scheme: Scheme) -> Record:
    """Return `record` with a key, ``null`` where it is unset, for each feature that is on.

    Its version is that of records of `scheme`. `record` itself stays as it is.
    """
    claims = fill_features(record.claims, scheme)
    attributions = fill_features(record.attributions, scheme)
    version = scheme.schema_version
    if (claims, attributions, version) == (
        record.claims,
        record.attributions,
        record.schema_version,
    ):
        return record
    return msgspec.structs.replace(
        record, schema_version=version, claims=claims, attributions=attributions
    )


def fill_features(items: Iterable[_Item], scheme: Scheme) -> tuple[_Item, ...]:
    """Return `items`, each with a key for each feature of its kind that is on in `scheme`."""
    return tuple(_fill(item, scheme) for item in items)


def _fill(item: _Item, scheme: Scheme) -> _Item:
    on = scheme.features_on(_KINDS[type(item)])
    missing = [feature.name for feature in on if feature.name not in item.features]
    if not missing:
        return item
    known = dict(item.features) | dict.fromkeys(missing)
    ordered = {each.name: known.pop(each.name) for each in on}
    return msgspec.structs.replace(item, features=ordered | known)
