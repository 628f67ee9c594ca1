"""The stored text: what is changed, what is refused, and that nothing else is touched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from tests.strategies import hard_text
from workbench.errors import InputError
from workbench.text import normalize_text


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("\ufeffنص", "نص"),
        ("\ufeff\ufeffنص", "\ufeffنص"),
        ("a\r\nb\rc\n\r\n", "a\nb\nc\n\n"),
        ("e\u0301", "é"),
        ("ا\u0654", "أ"),
        ("نص\u00a0ـ کی \u200f😀 ", "نص\u00a0ـ کی \u200f😀 "),
    ],
)
def test_only_mark_line_ends_and_composition_change(raw: str, stored: str) -> None:
    assert normalize_text(raw) == stored


@given(hard_text())
def test_a_stored_text_is_nfc_with_lf_and_stays_as_it_is(raw: str) -> None:
    text = normalize_text(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    if not text.startswith("\ufeff"):
        assert normalize_text(text) == text


@pytest.mark.parametrize("raw", ["a\0b", "\ud83d", "نص\udc00"])
def test_what_no_record_can_carry_is_refused(raw: str) -> None:
    with pytest.raises(InputError):
        normalize_text(raw)
