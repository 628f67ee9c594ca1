"""Where a token comes from, and that it goes nowhere else."""

from __future__ import annotations

import pickle
import sys
import traceback
from types import ModuleType

import pytest

from workbench.errors import AccessError
from workbench.sync import Token, find_token
from workbench.sync.token import SERVICE, VARIABLE

URL = "https://labels.example.org/"


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """Give a key ring of our own in place of the system's."""
    kept: dict[tuple[str, str], str] = {}
    errors = ModuleType("keyring.errors")
    errors.KeyringError = type("KeyringError", (Exception,), {})  # type: ignore[attr-defined]
    module = ModuleType("keyring")
    module.get_password = lambda service, name: kept.get((service, name))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", module)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    monkeypatch.delenv(VARIABLE, raising=False)
    return kept


def test_the_environment_comes_before_the_key_ring(
    ring: dict[tuple[str, str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ring[SERVICE, URL] = "from-the-ring"
    assert find_token(URL).reveal() == "from-the-ring"
    monkeypatch.setenv(VARIABLE, " from-the-environment\n")
    assert find_token(URL).reveal() == "from-the-environment"


def test_without_a_token_both_places_are_named(ring: dict[tuple[str, str], str]) -> None:
    with pytest.raises(AccessError) as caught:
        find_token(URL)
    assert (VARIABLE in str(caught.value), f"{SERVICE} {URL}" in str(caught.value)) == (True, True)


def test_a_machine_without_a_key_ring_has_none(
    ring: dict[tuple[str, str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_service: str, _name: str) -> str:
        raise sys.modules["keyring.errors"].KeyringError("locked")

    monkeypatch.setattr(sys.modules["keyring"], "get_password", fail)
    with pytest.raises(AccessError, match="got none"):
        find_token(URL)
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(AccessError, match="got none"):
        find_token(URL)


@pytest.mark.parametrize("value", ["two words", "رمز", "a\x07b"])
def test_what_can_be_no_token_is_refused_and_not_repeated(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, value)
    with pytest.raises(AccessError) as caught:
        find_token(URL)
    assert value not in str(caught.value)


def test_a_token_shows_itself_nowhere() -> None:
    token = Token("s3cret")
    assert "s3cret" not in f"{token!r} {token} {[token]}"
    with pytest.raises(TypeError) as caught:
        pickle.dumps(token)
    assert "s3cret" not in "".join(traceback.format_exception(caught.value))
