"""Schemes: what they allow, what they say of each label, and that released ones never change."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from workbench.errors import SchemeError
from workbench.resources import resource_path
from workbench.scheme import Scheme, load_scheme, load_scheme_data, read_scheme, shipped_schemes

SCHEMAS = resource_path("schemas")

# A released scheme is frozen. Never change a hash here: a changed scheme is a new file.
RELEASED = [
    (
        "claims-sources-stances-1.0.json",
        "55642f2cd083a2a4fe5c0625717f5665d24fcaf0bc2dcf3bbdeb51a0fdc15d3d",
    ),
    (
        "claims-sources-stances-1.1.json",
        "7494c2e5a44d12ad3fce4e50da6350cd59b90d5f9681ff432fe80abf5fec83f6",
    ),
    (
        "sdqc-1.0.json",
        "5aca5af7dfb9f4f261b62f925c4fa4f8df8ce811ade0c4a300b4864a1ec26e5b",
    ),
]

EXPECTED_CODES = {
    ("affirm", "certain"): "CT+",
    ("affirm", "probable"): "PR+",
    ("affirm", "possible"): "PS+",
    ("deny", "certain"): "CT-",
    ("deny", "probable"): "PR-",
    ("deny", "possible"): "PS-",
    ("doubt", "probable"): "PR-",
    ("doubt", "possible"): "PS-",
    ("noncommittal", None): "Uu",
    ("decline", None): "Uu",
    ("report", None): "Uu",
}


@pytest.fixture(params=shipped_schemes(), ids="-".join)
def scheme(request: pytest.FixtureRequest) -> Scheme:
    return load_scheme(*request.param)


def scheme_data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((SCHEMAS / "claims-sources-stances-1.0.json").read_bytes())
    return data


@pytest.mark.parametrize(("name", "sha256"), RELEASED)
def test_a_released_scheme_is_frozen(name: str, sha256: str) -> None:
    assert hashlib.sha256((SCHEMAS / name).read_bytes()).hexdigest() == sha256


def test_the_default_scheme_combines_stances_and_certainties_as_the_data_model_says() -> None:
    scheme = load_scheme()
    values = [stance.value for stance in scheme.stances]
    certainties = [*(label.value for label in scheme.certainty_labels), None]
    allowed = {
        (stance, certainty): scheme.factbank(stance, certainty)
        for stance in values
        for certainty in certainties
        if scheme.allows(stance, certainty)
    }
    assert allowed == EXPECTED_CODES
    assert not scheme.allows("unheard", None)


def test_the_default_scheme_has_the_keys_and_defaults_that_people_learn() -> None:
    scheme = load_scheme()
    assert {stance.value: stance.hotkey for stance in scheme.stances} == {
        "affirm": "KeyQ",
        "deny": "KeyW",
        "doubt": "KeyE",
        "noncommittal": "KeyR",
        "decline": "KeyT",
        "report": "KeyY",
    }
    assert [scheme.default_certainty(value) for value in ("affirm", "deny", "doubt", "report")] == [
        "certain",
        "certain",
        "probable",
        None,
    ]
    assert scheme.relay_stance == "report"
    assert scheme.certainties("doubt") == ("probable", "possible")
    assert scheme.certainties("decline") == (None,)


def test_a_second_scheme_is_only_another_file() -> None:
    scheme = load_scheme("sdqc")
    assert [stance.value for stance in scheme.stances] == ["support", "deny", "query", "comment"]
    assert {scheme.certainties(stance.value) for stance in scheme.stances} == {(None,)}
    assert scheme.relay_stance == "comment"


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_colour_can_be_read_and_is_never_the_only_sign(scheme: Scheme) -> None:
    colours = [each.colour for each in scheme.roles] + [each.colour for each in scheme.stances]
    for colour in colours:
        assert min(contrast(colour.light, ground) for ground in ("#ffffff", "#f6f7f9")) >= 4.5
        assert min(contrast(colour.dark, ground) for ground in ("#111111", "#212121")) >= 4.5
    assert len({stance.symbol for stance in scheme.stances}) == len(scheme.stances)
    assert len({role.line for role in scheme.roles}) == len(scheme.roles)


def test_each_stance_is_shown_by_examples_and_counter_examples(scheme: Scheme) -> None:
    values = {stance.value for stance in scheme.stances}
    for stance in scheme.stances:
        assert stance.examples
        assert stance.counter_examples
        for example in stance.counter_examples:
            assert example.instead in values - {stance.value}
        assert all(example.gloss for example in (*stance.examples, *stance.counter_examples))


def test_features_are_off_until_they_are_turned_on() -> None:
    scheme = load_scheme()
    assert scheme.as_json()["features"] == []
    on = scheme.with_features(["claim_type", "form"])
    assert [feature["name"] for feature in on.as_json()["features"]] == ["form", "claim_type"]
    assert [feature.name for feature in on.features_on("claims")] == ["claim_type"]
    assert scheme.enabled == ()
    with pytest.raises(SchemeError, match="claim_type"):
        scheme.with_features(["claim_typ"])


def test_as_json_with_all_features_is_the_file(scheme: Scheme) -> None:
    path = SCHEMAS / f"{scheme.name}-{scheme.version}.json"
    full = scheme.with_features([feature.name for feature in scheme.features])
    assert full.as_json() == json.loads(path.read_bytes())


def test_shipped_schemes_follow_their_json_schema(scheme: Scheme) -> None:
    form = json.loads((SCHEMAS / "scheme.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(form)
    full = scheme.with_features([feature.name for feature in scheme.features])
    jsonschema.Draft202012Validator(form).validate(full.as_json())


def test_an_unknown_scheme_names_the_nearest() -> None:
    with pytest.raises(SchemeError, match="Did you mean sdqc"):
        load_scheme("sdcq")
    with pytest.raises(SchemeError, match=r"Known are: 1\.0|Did you mean 1\.0"):
        load_scheme("sdqc", "9.0")
    with pytest.raises(SchemeError, match="Did you mean affirm"):
        load_scheme().stance("affirms")
    with pytest.raises(SchemeError, match="probable, possible"):
        load_scheme().factbank("doubt", "certain")


def test_a_project_may_bring_its_own_scheme(tmp_path: Path) -> None:
    data = scheme_data() | {"name": "my-own", "version": "3.2"}
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert load_scheme(path).name == load_scheme(str(path), "3.2").name == "my-own"
    with pytest.raises(SchemeError, match="Expected version 1"):
        load_scheme(path, "1.0")


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b'{"format": "1.0"}', b'{"a":1,"a":2}', b"[" * 100_000]
)
def test_a_file_that_is_no_scheme_is_a_scheme_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(content)
    with pytest.raises(SchemeError, match="Expected"):
        read_scheme(path)


def _set(*keys: str | int) -> Any:
    def change(data: Any, value: Any) -> None:
        for key in keys[:-1]:
            data = data[key]
        data[keys[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "value", "message"),
    [
        (_set("format"), "2.0", "format 1.0"),
        (_set("enabled"), [], "no key 'enabled'"),
        (_set("relay_stance"), "relay", "relay_stance"),
        (_set("unknown"), 1, "unknown"),
        (_set("stances", 0, "value"), "deny", "'deny' 2 times"),
        (_set("stances", 0, "value"), "a b", "A-Z"),
        (_set("stances", 0, "hotkey"), "KeyW", "'KeyW' 2 times"),
        (_set("stances", 0, "default_certainty"), None, "default for affirm"),
        (_set("stances", 0, "certainties"), [], "certainties of affirm"),
        (_set("stances", 0, "certainties", 0, "certainty"), None, "null alone"),
        (_set("stances", 0, "certainties", 0, "certainty"), "sure", "'sure'"),
        (_set("stances", 0, "certainties", 0, "factbank"), "CT", "factbank"),
        (_set("stances", 0, "colour", "light"), "red", "#rrggbb"),
        (_set("features", 0, "values", 0, "value"), "indirect", "'indirect' 2 times"),
    ],
)
def test_a_wrong_scheme_says_what_is_wrong(change: Any, value: Any, message: str) -> None:
    data = scheme_data()
    change(data, value)
    with pytest.raises(SchemeError, match=message):
        load_scheme_data(data)
