"""Folding makes spellings equal and always finds the way back."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.strategies import hard_text
from workbench.errors import OffsetError
from workbench.text import fold, fold_key, is_grapheme_boundary, widen_to_graphemes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد إبراهيم آدم", "احمد ابراهيم ادم"),
        ("مُحَمَّدٌ", "محمد"),
        ("كـــتاب", "كتاب"),
        ("على", "علي"),
        ("علی کریم", "علي كريم"),
        ("مدرسة", "مدرسه"),
        ("٢٠٢٤ ۲۰۲۴", "2024 2024"),
        ("\u200fنص\u200e \u2067نص\u2069", "نص نص"),
        ("می\u200cشود", "ميشود"),
        ("ﻻ ﷲ", "لا الله"),
        ("الرحمٰن", "الرحمن"),
        ("WHO\u00a0Report", "who report"),
    ],
)
def test_spellings_of_the_same_word_fold_alike(one: str, other: str) -> None:
    assert fold_key(one) == fold_key(other)


@pytest.mark.parametrize(("one", "other"), [("سال", "سأل."), ("مسؤول", "مسول"), ("حرب", "خرب")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert fold_key(one) != fold_key(other)


@given(hard_text())
def test_each_folded_character_has_one_origin_that_folds_to_it(text: str) -> None:
    folded = fold(text)
    assert len(folded.origins) == len(folded.text)
    assert list(folded.origins) == sorted(folded.origins)
    for character, origin in zip(folded.text, folded.origins, strict=True):
        assert character in fold_key(text[origin])


@given(hard_text())
def test_a_folded_range_leads_back_to_whole_graphemes_around_its_origins(text: str) -> None:
    folded = fold(text)
    for index in range(len(folded.text)):
        start, end = folded.to_source(index, index + 1)
        assert start <= folded.origins[index] < end
        assert is_grapheme_boundary(text, start)
        assert is_grapheme_boundary(text, end)
        assert folded.text[index] in fold_key(text[start:end])


@given(hard_text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_key(fold_key(text)) == fold_key(text)


def test_a_match_takes_the_harakat_of_its_last_letter_along() -> None:
    text = "ثم قَالَ أَحْمَدُ للصحفيين"
    assert [text[start:end] for start, end in fold(text).iter_matches("قال احمد")] == ["قَالَ أَحْمَدُ"]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 1), (0, 5)])
def test_an_empty_or_outside_range_is_refused(start: int, end: int) -> None:
    with pytest.raises(OffsetError):
        fold("كتاب").to_source(start, end)


@pytest.mark.parametrize(
    "cluster", ["👨\u200d👩\u200d👧", "🇪🇬", "بِّ", "e\u0301", "क्षि", "\r\n", "👍🏽"]
)
def test_a_cut_grapheme_is_widened_to_the_whole(cluster: str) -> None:
    text = f"🇩🇪{cluster}🇫🇷 x"
    start, end = 2, 2 + len(cluster)
    for cut in range(start + 1, end):
        assert not is_grapheme_boundary(text, cut)
        assert widen_to_graphemes(text, cut, cut + 1)[0] == start
        assert widen_to_graphemes(text, start, cut) == (start, end)
    assert widen_to_graphemes(text, start, end) == (start, end)
