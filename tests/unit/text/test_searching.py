"""What a query means: words folded, with proclitics before them, alone or in a row."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import hard_text
from workbench.text import Term, find_matches, fold_key, index_words, parse_query
from workbench.text.searching import iter_bare


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("", ()),
        ("؟!", ()),
        ("قال", (Term(("قال",)),)),
        ("قال قال", (Term(("قال",)),)),
        ("نفى «وزير البحر»", (Term(("وزير", "البحر"), exact=True), Term(("نفي",)))),
        ('"قال', (Term(("قال",)),)),
        ("«» قال", (Term(("قال",)),)),
    ],
)
def test_a_query_is_words_and_words_in_a_row(query: str, terms: tuple[Term, ...]) -> None:
    assert parse_query(query) == terms


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("والجسر", ["الجسر", "جسر"]),
        ("فللجسر", ["للجسر", "الجسر", "جسر"]),
        ("بمصر", ["مصر"]),
        ("ولد", []),
        ("ال", []),
        ("minister", []),
    ],
)
def test_a_word_is_known_without_its_proclitics(word: str, bare: list[str]) -> None:
    assert list(iter_bare(word)) == bare


def test_matches_are_whole_words_and_overlap_nowhere() -> None:
    text = "قَالَ الوزيرُ إن وزيرةً أخرى قالت"
    found = find_matches(text, parse_query('قال "الوزير" وزير'))
    assert [text[start:end] for start, end in found] == ["قَالَ", "الوزيرُ", "وزيرةً", "قالت"]
    assert find_matches(text, parse_query("قال غائب")) == []


@given(hard_text(), st.data())
def test_each_word_of_a_text_is_found_in_it_and_stands_in_its_index(
    text: str, data: st.DataObject
) -> None:
    words, bare = index_words(text)
    if not words:
        assert find_matches(text, parse_query("word")) == []
        return
    word = data.draw(st.sampled_from([*words, *bare]))
    found = find_matches(text, (Term((word,)),))
    assert found
    for start, end in found:
        assert word in fold_key(text[start:end]) or word.startswith("ال")
    assert all(one[1] <= other[0] for one, other in pairwise(found))
