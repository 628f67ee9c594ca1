"""Copies of articles are found by their words, against counting every pair."""

from __future__ import annotations

from random import Random

import pytest

from workbench.release.components import Components
from workbench.release.copies import CopyFinder, hash_runs
from workbench.release.words import find_words

_VOCABULARY = [f"كلمة{number}" for number in range(500)]


def make_articles() -> list[list[str]]:
    """Return ten articles, and of each some copies with more and more words exchanged."""
    chance = Random(5)
    articles = []
    for _ in range(10):
        words = chance.choices(_VOCABULARY, k=200)
        articles.append(words)
        for share in (0, 4, 12, 60):
            copy = list(words)
            for place in chance.sample(range(len(copy)), share):
                copy[place] = chance.choice(_VOCABULARY)
            articles.append(copy)
    return articles


def join(articles: list[list[str]]) -> Components:
    components, finder = Components(), CopyFinder()
    for words in articles:
        finder.add(components.add(), words)
    finder.join(components)
    return components


def measure(one: list[str], other: list[str]) -> float:
    first, second = set(hash_runs(one)), set(hash_runs(other))
    return len(first & second) / len(first | second)


def test_what_is_alike_is_joined_and_what_is_not_is_apart() -> None:
    articles = make_articles()
    components = join(articles)
    alike = apart = 0
    for number, words in enumerate(articles):
        for other in range(number):
            similarity = measure(words, articles[other])
            if similarity >= 0.6:
                alike += 1
                assert components.find(number) == components.find(other)
            if number // 5 != other // 5:
                apart += 1
                assert similarity < 0.2
                assert components.find(number) != components.find(other)
    assert (alike, apart) == (60, 1125)


def test_the_order_does_not_matter() -> None:
    articles = make_articles()
    order = list(range(len(articles)))
    Random(2).shuffle(order)
    shuffled = join([articles[number] for number in order])
    groups = {frozenset(order[each] for each in group) for group in shuffled.groups()}
    assert groups == {frozenset(group) for group in join(articles).groups()}


def test_many_same_articles_are_one_group_and_empty_ones_none() -> None:
    components = join([["الطاحونة", "تعمل"]] * 300 + [[]] * 3)
    assert [len(group) for group in components.groups()] == [300, 1, 1, 1]


@pytest.mark.parametrize("words", [["a"], ["a", "b"], ["a", "b", "c"]])
def test_few_words_are_one_run(words: list[str]) -> None:
    assert len(hash_runs(words)) == 1


def test_words_are_folded() -> None:
    assert find_words("قالَت الوزارةُ: ٣ سُفنٍ!") == find_words("قالت الوزاره 3 سفن")
