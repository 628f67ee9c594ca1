"""Other spellings of foreign names: data, and the laws that it has to obey."""

from __future__ import annotations

import pytest

from workbench.text import find_matches, find_spellings, fold_key, parse_query, spell_name
from workbench.text.spellings import _load_table, expand_pattern

PAIRS = [
    ("ترامب", "ترمب"),
    ("غوغل", "جوجل"),
    ("غوغل", "قوقل"),
    ("هامبورغ", "هامبورج"),
    ("الإنجليزية", "الانكليزية"),
    ("أمريكا", "أميركا"),
    ("الأمريكيين", "الأميركيين"),
    ("والديمقراطية", "والديموقراطية"),
    ("غوتيريش", "جوتيريس"),
    ("بنسلفانيابورغ", "بنسلفانيابورج"),
]
ORDINARY = [
    *("كمال", "جمال", "كرام", "غرام", "ستون", "كيف", "توتر", "سيول", "كانا", "برج", "كتاب", "مسك"),
    *("الجسر", "وزارة", "minister", "", "ال", "بال"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_foreign_name_is_met_in_its_other_spelling(one: str, other: str) -> None:
    for written, typed in ((one, other), (other, one)):
        text = f"قال {written} ذلك"
        ((start, end),) = find_matches(text, parse_query(typed))
        assert text[start:end] == written
        assert find_matches(text, parse_query(f'"قال {typed}"'))


@pytest.mark.parametrize("word", ORDINARY)
def test_an_ordinary_word_is_no_foreign_name(word: str) -> None:
    assert find_spellings(word) == ()


def test_each_spelling_brings_all_others_of_its_name() -> None:
    words = _load_table().words
    assert len(words) > 400
    for way, ways in words.items():
        assert way == fold_key(way)
        assert way in ways
        assert set(ways) - {way} <= set(find_spellings(way))
        assert all(way in words[other] for other in ways)


def test_no_name_has_more_spellings_than_are_looked_for() -> None:
    assert max(len(spell_name(way)) for way in _load_table().words) <= 49


def test_a_pattern_says_each_of_its_ways_once_the_first_first() -> None:
    ways = list(expand_pattern("{g}و(ل)[تط]|بان", {"g": "غج"}))
    assert ways[0] == "غولت"
    assert sorted(ways) == sorted({*ways})
    assert len(ways) == 9
