"""Records of an older scheme brought to a newer one, one version at a time, on copies."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from workbench.errors import SchemeError
from workbench.model import Record


class Upgrade(msgspec.Struct, frozen=True):
    """One step from a version of a scheme to the next.

    `step` takes a record and returns another; it must not change what it is given. What names the
    scheme in the provenance is set for it.
    """

    scheme: str
    before: str
    after: str
    step: Callable[[Record], Record]


# A released scheme is frozen: a changed one is a new file, and a step here.
UPGRADES: tuple[Upgrade, ...] = ()


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
