"""Meanings: beside words, across languages, learnt while nobody waits; never in the way."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from workbench.model import ClaimRef
from workbench.similarity import ClaimIndex, IndexedClaim, Meanings, Ranking
from workbench.similarity import meanings as module
from workbench.similarity.meanings import Encode, Vectors, is_installed, load_encode

HERE = Path(__file__).parent
TOPICS = (("جسر", "bridge"), ("سفن", "ships"), ("وزير", "minister"))


def encode(texts: Sequence[str]) -> Vectors:
    """Return vectors of topics: a model of three words in two languages."""
    rows = [[float(any(name in text for name in topic)) for topic in TOPICS] for text in texts]
    vectors = np.array(rows, np.float32) + 1e-3
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def claim(document: str, *texts: str) -> IndexedClaim:
    return IndexedClaim(ClaimRef(document, "c"), texts)


def ask(ranking: Ranking, text: str, document: str | None = None) -> list[str]:
    ranking.query([text], 5, document)
    ranking.finish()
    return [each.key.document for each in ranking.query([text], 5, document)]


def make(*claims: IndexedClaim, most: Encode = encode) -> Ranking:
    ranking = Ranking(Meanings(lambda: most))
    ranking.add(claims)
    return ranking


ARABIC = (claim("ar1", "انهيار جسر قديم"), claim("ar2", "وصول سفن"), claim("ar3", "تنحي وزير"))
ENGLISH = (claim("en1", "the bridge fell"), claim("en2", "ships came"))


def test_claims_find_those_of_another_language() -> None:
    ranking = make(*ARABIC, *ENGLISH)
    assert ask(ranking, "انهيار جسر قديم", "ar1")[0] == "en1"
    assert ask(ranking, "ships came", "en2")[0] == "ar2"
    assert ranking.query(["a ships list"], 2, None)[0].key.document in {"en2", "ar2"}


def test_who_asks_does_not_wait_and_is_answered_by_words() -> None:
    may_go_on = threading.Event()

    def encode_late(texts: Sequence[str]) -> Vectors:
        may_go_on.wait(timeout=60)
        return encode(texts)

    ranking, plain = make(*ARABIC, *ENGLISH, most=encode_late), ClaimIndex([*ARABIC, *ENGLISH])
    assert ranking.query(["وصول سفن"], 5) == plain.query(["وصول سفن"], 5)
    may_go_on.set()
    ranking.finish()
    assert ranking.query(["وصول سفن"], 5) != plain.query(["وصول سفن"], 5)


def test_in_one_language_words_alone_count() -> None:
    ranking, plain = make(*ARABIC), ClaimIndex(ARABIC)
    assert ask(ranking, "انهيار جسر") == ["ar1"]
    assert ranking.query(["انهيار جسر"], 5) == plain.query(["انهيار جسر"], 5)
    ranking.add(ENGLISH)
    assert ask(ranking, "انهيار جسر")[:2] == ["ar1", "en1"]
    ranking.remove([each.key for each in ENGLISH])
    assert ranking.query(["انهيار جسر"], 5) == plain.query(["انهيار جسر"], 5)


def test_claims_that_change_or_go_are_followed() -> None:
    ranking = make(*ARABIC, *ENGLISH)
    assert ask(ranking, "انهيار جسر قديم", "ar1")[0] == "en1"
    ranking.add([claim("en1", "a minister left")])
    assert "en1" not in ask(ranking, "انهيار جسر قديم", "ar1")
    assert ask(ranking, "تنحي وزير", "ar3")[0] == "en1"
    ranking.remove([ClaimRef("en1", "c"), ClaimRef("none", "c")])
    assert ask(ranking, "تنحي وزير", "ar3") == []
    assert ranking.said_of(ClaimRef("en1", "c")) == ()
    assert ranking.said_of(ClaimRef("en2", "c")) == ("ships came",)


def test_the_order_in_which_claims_came_does_not_matter() -> None:
    one, other = make(*ARABIC, *ENGLISH), make(*reversed([*ARABIC, *ENGLISH]))
    for each in (one, other):
        ask(each, "جسر")
    for text in ("انهيار جسر قديم", "ships", "وزير"):
        assert one.query([text], 5) == other.query([text], 5)
    assert all(0 < each.score <= 1 for each in one.query(["جسر"]))


def test_a_model_that_fails_is_told_once_and_not_asked_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(texts: Sequence[str]) -> Vectors:
        raise OSError("no weights")

    ranking = make(*ARABIC, *ENGLISH, most=fail)
    with caplog.at_level(logging.WARNING):
        assert ask(ranking, "انهيار جسر") == ["ar1"]
        assert ask(ranking, "انهيار جسر") == ["ar1"]
    assert len(caplog.records) == 1


def test_of_too_many_claims_no_vectors_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    ranking = make(*ARABIC, *ENGLISH)
    assert ask(ranking, "انهيار جسر قديم", "ar1") == []


@pytest.mark.skipif(not is_installed(), reason="the extra `meanings` is not installed")
def test_with_the_extra_outlets_of_two_languages_find_each_other() -> None:
    lines = [
        line.split("\t")
        for name in ("paraphrases.tsv", "translations.tsv")
        for line in (HERE / name).read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    ranking = Ranking(Meanings(load_encode))
    ranking.add(IndexedClaim(ClaimRef(outlet, cluster), (text,)) for cluster, outlet, text in lines)
    found = {}
    for _ in range(2):  # the first time the meanings are not known yet
        found = {
            (outlet, cluster): [each.key.claim for each in ranking.query([text], 5, outlet)].count(
                cluster
            )
            for cluster, outlet, text in lines
        }
        ranking.finish()
    assert len(found) == 92
    assert sum(found.values()) >= 0.95 * 92 * 3
    english = [count for (outlet, _), count in found.items() if outlet == "harbour"]
    assert sum(english) >= 0.9 * 23 * 3
