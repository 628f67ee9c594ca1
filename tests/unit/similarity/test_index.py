"""The index of claims: brought along it is the one built anew; what is near comes first."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.strategies import hard_text
from workbench.model import ClaimRef
from workbench.similarity import Candidate, ClaimIndex, IndexedClaim

TEXTS = (
    "أن 14 سفينة شحن كالدورية وصلت إلى ميناء سارلوند",
    "وصول أربع عشرة سفينة من كالدورا إلى مرفأ سارلوند",
    "لم تصل سفن كالدورية إلى ميناء سارلوند",
    "انهيار جسر غورنفال بعد الفيضانات",
    "أن جسر جورنفال سقط بسبب السيول",
    "استقالة وزير المالية",
    "The minister resigned.",
    "",
    "؟",
    "14",
)
texts = st.one_of(st.sampled_from(TEXTS), hard_text())
keys = st.builds(ClaimRef, st.sampled_from(["d1", "d2", "d3"]), st.sampled_from("abcdef"))
claims = st.builds(IndexedClaim, keys, st.lists(texts, min_size=1, max_size=2).map(tuple))


class Brought(RuleBasedStateMachine):
    """Claims come, change and go; after each step the index answers as a new one does."""

    def __init__(self) -> None:
        super().__init__()
        self.index = ClaimIndex()
        self.said: dict[ClaimRef, IndexedClaim] = {}

    @rule(some=st.lists(claims, max_size=4))
    def add(self, some: list[IndexedClaim]) -> None:
        self.index.add(some)
        self.said.update((each.key, each) for each in some)

    @rule(claim=claims)
    def replace(self, claim: IndexedClaim) -> None:
        self.index.replace(claim)
        self.said[claim.key] = claim

    @rule(some=st.lists(keys, max_size=4))
    def remove(self, some: list[ClaimRef]) -> None:
        self.index.remove(some)
        for key in some:
            self.said.pop(key, None)

    @rule(text=texts, document=st.sampled_from([None, "d1", "d9"]), count=st.integers(0, 6))
    def ask(self, text: str, document: str | None, count: int) -> None:
        anew = ClaimIndex(self.said.values())
        found = self.index.query([text, TEXTS[0]], count, document)
        assert found == anew.query([text, TEXTS[0]], count, document)
        assert len(found) <= count
        assert all(each.key.document != document and each.key in self.said for each in found)

    @invariant()
    def knows_who_is_there(self) -> None:
        assert len(self.index) == len(self.said)
        assert all(key in self.index for key in self.said)


TestBrought = Brought.TestCase
TestBrought.settings = settings(max_examples=40, stateful_step_count=12)


@given(st.lists(claims, max_size=12), texts, st.integers(1, 5))
def test_the_best_are_the_first_of_all_whatever_the_order(
    some: list[IndexedClaim], text: str, count: int
) -> None:
    unique = list({each.key: each for each in some}.values())
    every = ClaimIndex(unique).query([text], len(unique) + 1)
    assert ClaimIndex(reversed(unique)).query([text], count) == every[:count]
    assert every == sorted(every, key=lambda each: (-each.score, each.key))
    assert all(0 < each.score <= 1.000001 for each in every)


def test_many_changes_leave_no_waste_behind() -> None:
    index = ClaimIndex([_claim("d1", "a", TEXTS[0])])
    for number in range(4_500):
        index.replace(_claim("d2", "b", f"جسر رقم {number}"))
    assert len(index) == 2
    assert len(index._said) < 2_100
    assert index.query([TEXTS[1]], 1)[0].key == ClaimRef("d1", "a")


def test_an_index_of_nothing_finds_nothing() -> None:
    assert ClaimIndex().query([TEXTS[0]]) == []
    assert ClaimIndex([_claim("d1", "a", "")]).query([""]) == []
    emptied = ClaimIndex([_claim("d1", "a", TEXTS[0])])
    emptied.remove([ClaimRef("d1", "a"), ClaimRef("d1", "none")])
    assert emptied.query([TEXTS[0]]) == []


def test_a_proposition_counts_beside_the_words() -> None:
    unclear = IndexedClaim(ClaimRef("d2", "b"), ("وجودها", TEXTS[1]))
    index = ClaimIndex([unclear, _claim("d3", "c", TEXTS[3])])
    assert [each.key for each in index.query([TEXTS[0]], 1)] == [unclear.key]


NEGATIONS = ("لم", "لن", "لا", "ليس", "عدم", "not", "never")


@pytest.mark.parametrize("negation", NEGATIONS)
def test_who_denies_stands_beside_who_affirms(negation: str) -> None:
    others = [_claim("d9", f"n{at}", f"{negation} {text}") for at, text in enumerate(TEXTS[3:7])]
    meant = _claim("d2", "b", f"{negation} وصول سفن الشحن إلى ميناء سارلوند")
    index = ClaimIndex([meant, *others])
    found = index.query(["أن سفن الشحن وصلت إلى ميناء سارلوند"], 5)
    assert found[0].key == meant.key
    plain = ClaimIndex([_claim("d2", "b", "وصول سفن الشحن إلى ميناء سارلوند"), *others])
    assert plain.query(["أن سفن الشحن وصلت إلى ميناء سارلوند"], 1) == found[:1]


def test_a_question_with_a_negation_does_not_find_other_negations_first() -> None:
    index = ClaimIndex(
        [
            _claim("d1", "a", "وصول سفن الشحن إلى الميناء"),
            _claim("d1", "b", "لم ولن يستقيل الوزير"),
            _claim("d1", "c", "لم يفتح الجسر"),
        ]
    )
    assert index.query(["لم ولن تصل سفن الشحن إلى الميناء"], 1)[0].key.claim == "a"


def _claim(document: str, claim: str, *said: str) -> IndexedClaim:
    return IndexedClaim(ClaimRef(document, claim), said)


def read_paraphrases() -> list[tuple[str, IndexedClaim]]:
    """Return the invented claims of the folder, each with its cluster."""
    lines = Path(__file__).with_name("paraphrases.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(cluster, _claim(outlet, cluster, text)) for cluster, outlet, text in rows]


def test_outlets_with_spellings_of_their_own_find_each_other() -> None:
    rows = read_paraphrases()
    index = ClaimIndex(claim for _, claim in rows)
    for cluster, same in groupby(rows, key=lambda row: row[0]):
        members = [claim for _, claim in same]
        for claim in members:
            found = index.query(claim.texts, 5, claim.key.document)
            assert {each.key for each in found} >= {
                other.key for other in members if other.key.document != claim.key.document
            }, (cluster, claim, found)


def test_candidates_are_plain_values() -> None:
    index = ClaimIndex([_claim("d1", "a", "انهيار الجسر")])
    assert index.query(["انهيار الجسر"]) == [Candidate(ClaimRef("d1", "a"), 1.0)]
