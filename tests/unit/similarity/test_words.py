"""What a claim is compared by: numbers, months and signs in one spelling, no silent words."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.strategies import hard_text
from workbench.similarity.words import MAX_WORDS, read_words


@pytest.mark.parametrize(
    "tellings",
    [
        ("12 ألف مهندس", "١٢ ألف مهندس", "12,000 مهندس", "اثني عشر ألف مهندس", "12000 مهندس"),
        ("8 نوفمبر", "8 تشرين الثاني", "8 نوفمبر/تشرين الثاني", "8 تشرين الثاني / نوفمبر"),
        ("5 آب 2024", "5 أغسطس 2024", "2024-08-05", "5/8/2024", "5 august 2024"),
        ("30% ربحا", "٣٠٪ ربحا", "30 في المئة ربحا", "ثلاثين بالمئة ربحا"),
        ("خمسة وتسعين بيتا", "95 بيتا"),
        ("وصلت السفن", "أن السفن وصلت", "السفن لم وصلت"),
    ],
)
def test_tellings_of_one_thing_have_the_same_words(tellings: tuple[str, ...]) -> None:
    assert len({tuple(sorted(read_words(each))) for each in tellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 ألف مهندس", "11 ألف مهندس"),
        ("8 نوفمبر", "8 أكتوبر"),
        ("1.5 مليون", "15 مليون"),
        ("أب غاضب", "أغسطس غاضب"),  # a father is no month where no number stands beside him
    ],
)
def test_what_differs_stays_apart(one: str, other: str) -> None:
    assert read_words(one) != read_words(other)


@pytest.mark.parametrize(("text", "words"), [("لا", ["لا"]), ("؟!", []), ("", []), ("🙂", [])])
def test_of_silent_words_alone_something_is_left(text: str, words: list[str]) -> None:
    assert read_words(text) == words


@given(hard_text())
def test_any_text_has_words_without_edges_and_not_too_many(text: str) -> None:
    words = read_words(text)
    assert all(word == word.strip() != "" for word in words)
    assert words == read_words(text)
    assert len(read_words(text * 50)) <= MAX_WORDS * 2


def test_a_very_long_word_is_cut() -> None:
    assert max(map(len, read_words("ب" * 100_000))) < 100
