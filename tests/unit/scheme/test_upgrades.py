"""Records of an older scheme are brought to a newer one step by step, on copies."""

from __future__ import annotations

import msgspec
import pytest

from tests.record_strategies import small_record
from workbench.errors import SchemeError
from workbench.model import Record, dump_record
from workbench.scheme import Upgrade, upgrade_record

replace = msgspec.structs.replace


def rename_remark(record: Record) -> Record:
    """Version 0.8 of an invented scheme called a claim's cluster by a short name."""
    claims = tuple(replace(claim, cluster=f"k:{claim.cluster}") for claim in record.claims)
    return replace(record, claims=claims)


def rename_stance(record: Record) -> Record:
    """Version 0.9 of it said `confirm` where 1.0 says `affirm`."""
    attributions = tuple(replace(each, stance="affirm") for each in record.attributions)
    return replace(record, attributions=attributions)


UPGRADES = (
    Upgrade("invented", "0.9", "1.0", rename_stance),
    Upgrade("invented", "0.8", "0.9", rename_remark),
    Upgrade("round", "1.0", "1.1", rename_stance),
    Upgrade("round", "1.1", "1.0", rename_stance),
)


def old_record(scheme: str, version: str) -> Record:
    record = small_record()
    provenance = replace(record.provenance, scheme=scheme, scheme_version=version)
    attributions = tuple(replace(each, stance="confirm") for each in record.attributions)
    claims = tuple(replace(each, cluster="bridge") for each in record.claims)
    return replace(record, provenance=provenance, attributions=attributions, claims=claims)


def test_each_step_is_taken_and_the_record_that_was_given_stays() -> None:
    record = old_record("invented", "0.8")
    before = dump_record(record)
    upgraded = upgrade_record(record, "1.0", UPGRADES)
    assert dump_record(record) == before
    assert {each.stance for each in upgraded.attributions} == {"affirm"}
    assert {each.cluster for each in upgraded.claims} == {"k:bridge"}
    assert upgraded.provenance.scheme_version == "1.0"


def test_a_record_of_the_version_asked_for_is_left_alone() -> None:
    record = old_record("invented", "1.0")
    assert upgrade_record(record, "1.0", UPGRADES) is record


@pytest.mark.parametrize(
    ("scheme", "version", "target"),
    [("invented", "1.0", "0.9"), ("invented", "0.1", "1.0"), ("round", "1.0", "2.0")],
)
def test_where_no_steps_lead_nothing_is_guessed(scheme: str, version: str, target: str) -> None:
    with pytest.raises(SchemeError, match="Expected steps"):
        upgrade_record(old_record(scheme, version), target, UPGRADES)
