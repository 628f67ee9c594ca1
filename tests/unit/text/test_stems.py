"""Light stems: what stays of a word when clitics and endings are off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import hard_text
from workbench.text import fold_key
from workbench.text.stems import find_stem


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        (("الجنود", "والجنود", "بالجنود", "للجنود", "جنود"), "جنود"),
        (("جنديين", "الجنديان", "جنديات", "جندي"), "جند"),
        (("سفينة", "السفينة"), "سفين"),
        (("soldier", "soldiers"), "soldier"),
        (("city", "cities"), "city"),
        (("bus",), "bus"),
        (("press",), "press"),
        (("1500",), "1500"),
        (("москва",), "москва"),
    ],
)
def test_forms_of_a_word_have_one_stem(words: tuple[str, ...], stem: str) -> None:
    assert {find_stem(fold_key(word)) for word in words} == {stem}


@pytest.mark.parametrize("word", ["ولد", "الف", "بال", "ها", "و", "يد", "a", "s"])
def test_a_short_word_stays_as_it_is(word: str) -> None:
    assert find_stem(word) == word


@given(hard_text().map(fold_key).flatmap(lambda text: st.sampled_from(text.split() or ["كلمة"])))
def test_a_stem_is_a_part_of_its_word_and_never_empty(word: str) -> None:
    stem = find_stem(word)
    assert 0 < len(stem) <= len(word)
    assert stem in word or (word.isascii() and word.endswith("ies"))
