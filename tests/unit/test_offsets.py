"""Offsets in three units agree with what encoders count, over text that is hard on them."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.strategies import hard_text
from workbench.errors import OffsetError
from workbench.offsets import OffsetMap


@given(hard_text())
def test_utf16_offsets_count_what_the_encoder_writes_and_lead_back(text: str) -> None:
    offsets = OffsetMap(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert offsets.to_utf16(offset) == units
        assert offsets.from_utf16(units) == offset


@given(hard_text())
def test_utf8_offsets_count_what_the_encoder_writes_and_lead_back(text: str) -> None:
    offsets = OffsetMap(text)
    for offset in range(len(text) + 1):
        size = len(text[:offset].encode("utf-8"))
        assert offsets.to_utf8(offset) == size
        assert offsets.from_utf8(size) == offset


@given(hard_text())
def test_half_a_surrogate_pair_and_the_inside_of_a_character_raise(text: str) -> None:
    offsets = OffsetMap(text)
    utf16 = {offsets.to_utf16(offset) for offset in range(len(text) + 1)}
    utf8 = {offsets.to_utf8(offset) for offset in range(len(text) + 1)}
    for inside in set(range(max(utf16))) - utf16:
        with pytest.raises(OffsetError):
            offsets.from_utf16(inside)
    for inside in set(range(max(utf8))) - utf8:
        with pytest.raises(OffsetError):
            offsets.from_utf8(inside)


@pytest.mark.parametrize("text", ["", "ascii", "عربي", "a😀b"])
def test_an_offset_outside_the_text_raises_in_every_unit(text: str) -> None:
    offsets = OffsetMap(text)
    units, size = len(text.encode("utf-16-le")) // 2, len(text.encode("utf-8"))
    for convert, length in (
        (offsets.to_utf16, len(text)),
        (offsets.to_utf8, len(text)),
        (offsets.from_utf16, units),
        (offsets.from_utf8, size),
    ):
        for outside in (-1, length + 1):
            with pytest.raises(OffsetError):
                convert(outside)


def test_half_an_emoji_is_no_offset() -> None:
    offsets = OffsetMap("a😀b")
    assert [offsets.to_utf16(offset) for offset in range(4)] == [0, 1, 3, 4]
    with pytest.raises(OffsetError):
        offsets.from_utf16(2)
