"""What a query means: words folded, with proclitics before them, alone or in a row."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import hard_text
from workbench.text import (
    Namesakes,
    Term,
    find_matches,
    fold_key,
    index_words,
    make_key,
    parse_query,
    widen_terms,
)
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


SAME = [
    *(
        ("أحمد", "احمد"),
        ("إلى", "الي"),
        ("ٱلجسر", "الجسر"),
        ("مستشفى", "مستشفي"),
        ("وزارة", "وزاره"),
    ),
    *(("مسؤول", "مسئول"), ("شؤون", "شئون"), ("رؤوس", "رءوس"), ("جَـــسر", "جسر"), ("١٢٣", "123")),
    *(("ﻻ", "لا"), ("کتاب", "كتاب")),
]
_MARKS = st.sampled_from(["\u064e", "\u0651", "\u0640", "\u200f", "\u0670", ""])
_ALIKE = {"ا": "اأإآٱ", "ي": "يىی", "ه": "هة", "ك": "كک", "ء": "ءؤئ"}


@pytest.mark.parametrize(("one", "other"), SAME)
def test_ways_of_writing_one_word_are_the_same(one: str, other: str) -> None:
    assert make_key(one) == make_key(other)
    assert find_matches(f"قال {one} ذلك", parse_query(other))
    assert find_matches(f"قال {other} ذلك", parse_query(one))


@given(hard_text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert make_key(make_key(text)) == make_key(text)


@given(st.text("ابتجرسشعفكلمنهويء", min_size=3, max_size=8), st.data())
def test_marks_and_forms_of_letters_make_no_difference(word: str, data: st.DataObject) -> None:
    letters = [data.draw(st.sampled_from(_ALIKE.get(letter, letter))) for letter in word]
    written = "".join(letter + data.draw(_MARKS) for letter in letters)
    assert make_key(written) == make_key(word)
    assert find_matches(f"x {written} y", parse_query(f'"{word}"'))


def test_a_feminine_word_is_met_before_a_pronoun() -> None:
    assert find_matches("قالت وزارتها ذلك", parse_query("وزارة"))
    assert not find_matches("قالت وزارتها ذلك", parse_query('"وزارة"'))


def test_names_of_one_and_the_same_are_met_by_each_other() -> None:
    known = Namesakes(
        [(["e1"], ["شرطة المرفأ", "Port Police", "حرس الميناء"]), (["e2"], ["البحر"])]
    )
    text = "وقال حرس الميناء ذلك"
    for query in ("شرطة المرفأ", '"port police"', "«شرطة المرفأ»"):
        assert not find_matches(text, parse_query(query))
        ((start, end),) = find_matches(text, widen_terms(parse_query(query), known))
        assert text[start:end] == "حرس الميناء"
    assert not find_matches(text, widen_terms(parse_query("شرطة"), known))
    assert find_matches("شرطة في المرفأ", widen_terms(parse_query("شرطة المرفأ"), known))
    assert known.find([make_key("المرفأ")])[0] == {"e1"}
    assert known.find([]) == (set(), set())
