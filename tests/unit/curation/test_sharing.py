"""Who reads what: balanced, repeatable, and changed as little as can be."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.curation import Shareable, Shares, Terms, share_out
from workbench.curation.sharing import By
from workbench.errors import UsageError

PEOPLE = ("a", "b", "c")


def make_sentences(sizes: Iterable[int]) -> list[Shareable]:
    """Return documents of so many sentences."""
    return [
        Shareable(f"d{number}", f"s{place}")
        for number, size in enumerate(sizes)
        for place in range(size)
    ]


def carry_on(
    sentences: Iterable[Shareable], shares: Shares, decided: frozenset[tuple[str, str, str]]
) -> list[Shareable]:
    """Return the sentences as they are once they were given out, and some of them decided."""
    return [
        msgspec.structs.replace(
            each,
            given=frozenset(
                who
                for who, names in shares.given.items()
                if (each.document, each.sentence) in names
            ),
            begun=frozenset(who for who, *name in decided if tuple(name) == _name(each)),
            decided=frozenset(who for who, *name in decided if tuple(name) == _name(each)),
        )
        for each in sentences
    ]


def _name(sentence: Shareable) -> tuple[str, str]:
    return sentence.document, sentence.sentence


def count_readers(shares: Shares) -> Counter[tuple[str, str]]:
    return Counter(name for names in shares.given.values() for name in names)


def loads(shares: Shares) -> list[int]:
    return sorted(len(names) for names in shares.given.values())


def test_articles_stay_together_and_everybody_gets_about_as_many() -> None:
    shares = share_out(make_sentences([5] * 12), Terms(PEOPLE))
    assert loads(shares) == [20, 20, 20]
    holders = {
        document: {who for who, names in shares.given.items() if (document, "s0") in names}
        for document in (f"d{number}" for number in range(12))
    }
    for document, readers in holders.items():
        (reader,) = readers
        assert {(document, f"s{place}") for place in range(5)} <= shares.given[reader]
    assert set(shares.why.values()) == {"single"}


@pytest.mark.parametrize("by", ["document", "sentence"])
def test_the_share_that_two_read_is_met(by: By) -> None:
    shares = share_out(make_sentences([5] * 40), Terms(PEOPLE, by, 0.2))
    counts = Counter(count_readers(shares).values())
    assert counts == {1: 160, 2: 40}
    assert Counter(shares.why.values())["overlap"] == 40
    assert max(loads(shares)) - min(loads(shares)) <= (5 if by == "document" else 1)


def test_what_holds_a_stance_gets_a_second_reader_and_its_article_stays_whole() -> None:
    sentences = [
        msgspec.structs.replace(each, wanted=each.sentence in {"s1", "s3"})
        for each in make_sentences([5] * 6)
    ]
    shares = share_out(sentences, Terms(PEOPLE))
    for number in range(6):
        readers = {
            place: {who for who, names in shares.given.items() if (f"d{number}", place) in names}
            for place in ("s0", "s1", "s3")
        }
        assert len(readers["s0"]) == 1
        assert readers["s0"] < readers["s1"] == readers["s3"]
    assert Counter(shares.why.values())["stance"] == 12


def test_everybody_reads_with_everybody() -> None:
    people = tuple("abcde")
    shares = share_out(make_sentences([1] * 400), Terms(people, "sentence", 1.0))
    pairs = Counter(
        tuple(sorted(who for who in people if name in shares.given[who])) for name in shares.why
    )
    assert len(pairs) == 10
    assert min(pairs.values()) >= 10


def test_the_seed_decides_and_the_order_does_not() -> None:
    sentences = make_sentences([3, 1, 4, 1, 5, 9, 2, 6])
    terms = Terms(PEOPLE, overlap=0.3, seed=7)
    first = share_out(sentences, terms)
    random.Random(1).shuffle(sentences)
    again = share_out(sentences, msgspec.structs.replace(terms, people=PEOPLE[::-1]))
    assert (first.sha256, first.given) == (again.sha256, again.given)
    assert share_out(sentences, msgspec.structs.replace(terms, seed=8)).sha256 != first.sha256


def test_who_comes_gets_a_share_and_nothing_begun_moves() -> None:
    sentences = make_sentences([5] * 12)
    before = share_out(sentences, Terms(("a", "b")))
    begun = frozenset(
        (who, document, sentence)
        for who in ("a", "b")
        for document, sentence in sorted(before.given[who])[:7]
    )
    after = share_out(carry_on(sentences, before, begun), Terms(PEOPLE))
    assert loads(after) == [20, 20, 20]
    for who, *name in begun:
        assert tuple(name) in after.given[who]
    stayed = sum(len(after.given[who] & before.given[who]) for who in ("a", "b"))
    assert stayed == 40  # only what the new one gets has moved


def test_who_goes_keeps_what_is_decided_and_leaves_the_rest() -> None:
    sentences = make_sentences([5] * 12)
    before = share_out(sentences, Terms(PEOPLE))
    kept = sorted(before.given["c"])[:7]
    done = frozenset(("c", *name) for name in kept)
    after = share_out(carry_on(sentences, before, done), Terms(("a", "b")))
    assert after.given["c"] == frozenset(kept)
    assert set(count_readers(after).values()) == {1}
    assert abs(len(after.given["a"]) - len(after.given["b"])) <= 5


def test_a_smaller_share_takes_open_work_away_only() -> None:
    sentences = make_sentences([5] * 20)
    before = share_out(sentences, Terms(PEOPLE, overlap=1.0))
    done = frozenset((who, *min(before.given[who])) for who in PEOPLE)
    after = share_out(carry_on(sentences, before, done), Terms(PEOPLE))
    for who, *name in done:
        assert tuple(name) in after.given[who]
    assert sum(loads(after)) <= 100 + len(done)


def test_more_readers_than_people_are_left_is_counted() -> None:
    sentences = [
        msgspec.structs.replace(each, begun=frozenset("a"), decided=frozenset("a"), wanted=True)
        for each in make_sentences([4])
    ]
    assert share_out(sentences, Terms(("a",))).short == 4
    assert share_out(sentences, Terms(("b",))).short == 0


@pytest.mark.parametrize(
    "terms",
    [
        Terms(()),
        Terms(("a", "a")),
        Terms(PEOPLE, overlap=1.1),
        Terms(PEOPLE, readers=1),
        Terms(PEOPLE, readers=4),
        Terms(PEOPLE, "word"),  # type: ignore[arg-type]
    ],
)
def test_terms_that_cannot_be_are_refused(terms: Terms) -> None:
    with pytest.raises(UsageError, match="Expected"):
        share_out([], terms)


_everybody = st.sampled_from([("a",), ("a", "b"), PEOPLE, ("b", "c", "d"), tuple("abcde")])


@settings(max_examples=60, deadline=None)
@given(
    sizes=st.lists(st.integers(1, 7), max_size=8),
    wanted=st.sets(st.integers(0, 60)),
    people=st.tuples(_everybody, _everybody),
    by=st.sampled_from(["document", "sentence"]),
    overlap=st.sampled_from([0.0, 0.2, 0.5, 1.0]),
    seed=st.integers(0, 3),
    done=st.randoms(use_true_random=False),
)
def test_laws(
    sizes: list[int],
    wanted: set[int],
    people: tuple[tuple[str, ...], tuple[str, ...]],
    by: By,
    overlap: float,
    seed: int,
    done: random.Random,
) -> None:
    sentences = [
        msgspec.structs.replace(each, wanted=number in wanted)
        for number, each in enumerate(make_sentences(sizes))
    ]
    before = share_out(sentences, Terms(people[0], by, overlap, seed=seed))
    again = carry_on(sentences, before, frozenset())
    # The same again changes nothing.
    assert share_out(again, Terms(people[0], by, overlap, seed=seed)).given == before.given
    decided = frozenset(
        (who, *name)
        for who, names in sorted(before.given.items())
        for name in sorted(names)
        if done.random() < 0.3
    )
    after = share_out(
        carry_on(sentences, before, decided), Terms(people[1], by, overlap, seed=seed)
    )
    assert all(tuple(name) in after.given[who] for who, *name in decided)
    readers = count_readers(after)
    for each in sentences:
        name = (each.document, each.sentence)
        needed = 1 if after.why[name] == "single" else 2
        possible = len({*people[1], *(who for who, *other in decided if tuple(other) == name)})
        own = sum(tuple(other) == name for _, *other in decided)
        assert readers[name] >= min(needed, possible)
        assert readers[name] <= max(needed, own)
    fixed_point = share_out(
        carry_on(sentences, after, decided), Terms(people[1], by, overlap, seed=seed)
    )
    assert fixed_point.given == after.given
