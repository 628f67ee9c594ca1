"""Features whose text has a form of its own: figures and dates."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from tests.record_strategies import small_record
from workbench.errors import SchemeError
from workbench.model import Record, dump_record, load_record
from workbench.resources import resource_path
from workbench.scheme import (
    Scheme,
    adopt_features,
    check_record,
    find_versions,
    load_scheme,
    load_scheme_data,
    upgrade_record,
)

replace = msgspec.structs.replace


@pytest.fixture
def scheme() -> Scheme:
    return load_scheme(features=["figure", "date"]).with_features(["figure", "date"])


def typed_record(scheme: Scheme, **features: str | None) -> Record:
    record = adopt_features(upgrade_record(small_record(), "1.1"), scheme)
    claims = tuple(replace(each, features={**each.features, **features}) for each in record.claims)
    return replace(record, claims=claims)


def test_the_oldest_version_that_knows_the_features_is_taken() -> None:
    assert load_scheme().version == "1.0"
    assert load_scheme(features=["claim_type"]).version == "1.0"
    assert load_scheme(features=["claim_type", "date"]).version == "1.1"
    with pytest.raises(SchemeError, match="dates"):
        load_scheme(features=["dates"])


def test_version_1_1_says_all_that_1_0_says() -> None:
    before, after = load_scheme(version="1.0"), load_scheme(version="1.1")
    assert after.stances == before.stances
    assert after.features[: len(before.features)] == before.features
    assert find_versions("claims-sources-stances", "1.0") == ["1.1"]


def test_a_record_is_upgraded_without_being_changed(scheme: Scheme) -> None:
    record = small_record()
    before = dump_record(record)
    upgraded = adopt_features(upgrade_record(record, "1.1"), scheme)
    assert dump_record(record) == before
    assert upgraded.schema_version == "1.1"
    assert {tuple(claim.features.items()) for claim in upgraded.claims} == {
        (("figure", None), ("date", None))
    }
    assert [each for each in check_record(upgraded, scheme) if not each.is_warning] == []
    assert load_record(dump_record(upgraded)) == upgraded
    assert adopt_features(upgraded, scheme) is upgraded


def test_without_typed_features_a_record_stays_as_it_is() -> None:
    record = small_record()
    assert adopt_features(record, load_scheme()) is record
    assert load_scheme(version="1.1").with_features(["claim_type"]).schema_version == "1.0"


@pytest.mark.parametrize(
    "features", [{"figure": "~1500 soldier; part 600"}, {"date": "2031-10/.."}]
)
def test_a_written_form_is_valid(scheme: Scheme, features: dict[str, str]) -> None:
    assert [
        e for e in check_record(typed_record(scheme, **features), scheme) if not e.is_warning
    ] == []


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        ({"figure": "1,500 soldiers"}, 'a figure such as "~1500 soldier" | null'),
        ({"figure": "45%"}, 'a figure such as "~1500 soldier" | null'),
        ({"date": "October 2031"}, "a date in EDTF | null"),
    ],
)
def test_another_form_is_named_with_its_place(
    scheme: Scheme, features: dict[str, str], expected: str
) -> None:
    (name,) = features
    found = [
        each
        for each in check_record(typed_record(scheme, **features), scheme)
        if not each.is_warning
    ]
    assert found[0].pointer == f"/claims/0/features/{name}"
    assert found[0].expected == expected


def test_the_version_of_a_record_says_whether_typed_features_are_on(scheme: Scheme) -> None:
    old = replace(typed_record(scheme), schema_version="1.0")
    new = replace(small_record(), schema_version="1.1")
    bare = replace(upgrade_record(small_record(), "1.1"), schema_version="1.1")
    for record, given, got in (
        (old, None, "1.0"),
        (new, None, "1.1"),
        (bare, None, "1.1"),
        (old, scheme, "1.0"),
    ):
        found = [each for each in check_record(record, given) if not each.is_warning]
        assert [(each.pointer, each.got) for each in found] == [("/schema_version", f'"{got}"')]


def _scheme_data() -> dict[str, Any]:
    path = resource_path("schemas") / "claims-sources-stances-1.1.json"
    data: dict[str, Any] = json.loads(path.read_bytes())
    return data


def test_a_scheme_is_written_as_it_was_read() -> None:
    data = _scheme_data()
    scheme = load_scheme_data(data)
    full = scheme.with_features(feature.name for feature in scheme.features)
    assert full.as_json() == data


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: data.update(format="1.0"), "format 1.1, since figure is typed"),
        (lambda data: data["features"][3].update(type="number"), "number"),
        (
            lambda data: data["features"][3].update(values=data["features"][2]["values"]),
            "no values of figure",
        ),
        (lambda data: data["features"][2].update(values=[]), "at least one value of claim_type"),
    ],
)  # fmt: skip
def test_a_wrong_feature_says_what_is_wrong(change: Any, message: str) -> None:
    data = _scheme_data()
    change(data)
    with pytest.raises(SchemeError, match=message):
        load_scheme_data(data)
