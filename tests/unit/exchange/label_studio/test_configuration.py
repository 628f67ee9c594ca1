"""The labeling configuration says what the scheme says."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from workbench.exchange.label_studio import dump_config
from workbench.scheme import load_scheme


@pytest.mark.parametrize("name", ["claims-sources-stances", "sdqc"])
def test_the_stances_of_the_scheme_are_what_one_can_choose(name: str) -> None:
    scheme = load_scheme(name)
    root = ET.fromstring(dump_config(scheme))
    (stance,) = root.findall(".//Choices[@name='stance']")
    assert [each.get("alias") for each in stance] == [each.value for each in scheme.stances]
    assert stance.get("whenLabelValue") == "CUE,ATTRIBUTION"
    shown = [each.get("value", "") for each in stance]
    assert all(each.name.ar in value for each, value in zip(scheme.stances, shown, strict=True))


def test_a_scheme_without_certainties_asks_for_none() -> None:
    root = ET.fromstring(dump_config(load_scheme("sdqc")))
    assert all(len(each) for each in root.iter("Choices"))
    assert root.find(".//Choices[@name='certainty']") is None


def test_features_are_controls_once_they_are_on() -> None:
    scheme = load_scheme()
    assert "feature_form" not in dump_config(scheme)
    root = ET.fromstring(dump_config(scheme.with_features(["form", "claim_type"])))
    found = {each.get("name"): each.get("whenLabelValue") for each in root.iter("Choices")}
    assert found["feature_form"] == "CUE,ATTRIBUTION"
    assert found["feature_claim_type"] == "CLAIM,UNDERSTOOD"


def test_the_same_scheme_gives_the_same_bytes_and_the_direction_is_style() -> None:
    scheme = load_scheme()
    assert dump_config(scheme) == dump_config(load_scheme())
    left = dump_config(scheme, direction="ltr")
    assert "direction: rtl" in dump_config(scheme)
    assert left.replace("direction: ltr", "direction: rtl") == dump_config(scheme)


@pytest.mark.parametrize("name", ["claims-sources-stances", "sdqc"])
def test_no_hotkey_is_given_twice(name: str) -> None:
    root = ET.fromstring(dump_config(load_scheme(name)))
    keys = [each.get("hotkey") for each in root.iter() if each.get("hotkey")]
    assert len(keys) == len(set(keys))
