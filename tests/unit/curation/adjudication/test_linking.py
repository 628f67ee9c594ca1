"""Which relations of gold's claims annotators state, agree on, and differ in."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.curation.adjudication import align_answers
from workbench.curation.adjudication.linking import (
    NONE,
    SAME,
    LinkRuling,
    Matched,
    Pair,
    Said,
    complete_links,
    find_pairs,
    list_refs,
    match_claims,
)
from workbench.model import (
    RELATIONS,
    Annotation,
    Claim,
    ClaimRef,
    Link,
    Relation,
    Span,
    make_link,
)

PEOPLE = ("a01", "a02")
FIRST, SECOND = ClaimRef("d1", "g1"), ClaimRef("d2", "g2")


def match(
    document: str,
    gold: str,
    people: tuple[str, ...] = PEOPLE,
    *,
    clusters: Mapping[str, str] | None = None,
    own: str | None = None,
) -> tuple[str, Matched]:
    """Return that each person has gold's claim of a document, under an id of their own."""
    answers = {}
    for person in people:
        cluster = (clusters or {}).get(person)
        claim = Claim(f"{person}-{gold}", "s1", (Span(0, 4, "word"),), cluster=cluster)
        answers[person] = {"s1": Annotation("s1", (claim,), status="done")}
    units = align_answers(answers)
    return document, match_claims(units, {0: gold} if people else {}, {gold: own})


def link(person: str, relation: Relation, *, backwards: bool = False) -> Link:
    ends = ClaimRef("d1", f"{person}-g1"), ClaimRef("d2", f"{person}-g2")
    return make_link(relation, *(reversed(ends) if backwards else ends))


def find(
    links: Mapping[str, list[Link]],
    *,
    matched: Mapping[str, Matched] | None = None,
    gold: Relation | None = None,
    ruling: LinkRuling | None = None,
) -> Pair:
    known = matched or dict([match("d1", "g1"), match("d2", "g2")])
    stated = [] if gold is None else [make_link(gold, FIRST, SECOND)]
    (found,) = find_pairs(known, links, stated, [] if ruling is None else [ruling]).values()
    assert (found.first, found.second) == (FIRST, SECOND)
    return found


def test_what_two_say_alike_is_agreed_and_may_be_taken_over() -> None:
    pair = find({each: [link(each, "updates", backwards=True)] for each in PEOPLE})
    assert pair.said == dict.fromkeys(PEOPLE, Said("updates", True))
    assert pair.agreed == Said("updates", True)
    assert pair.is_taken_over
    taken = find({each: [link(each, "same")] for each in PEOPLE}, gold="same")
    assert taken.state == "agreed"
    assert not taken.is_taken_over
    assert not taken.is_difference


@pytest.mark.parametrize(
    ("second", "versions"),
    [
        ([], [(("a01",), Said("updates")), (("a02",), None)]),
        (["same"], [(("a01",), Said("updates")), (("a02",), SAME)]),
        (["none"], [(("a01",), Said("updates")), (("a02",), NONE)]),
    ],
)
def test_another_relation_and_silence_are_versions(
    second: list[Relation], versions: list[tuple[tuple[str, ...], Said | None]]
) -> None:
    pair = find({"a01": [link("a01", "updates")], "a02": [link("a02", each) for each in second]})
    assert pair.state == "open"
    assert pair.versions(PEOPLE) == versions
    assert pair.agreed is None


def test_the_direction_is_part_of_a_relation() -> None:
    pair = find(
        {"a01": [link("a01", "restates")], "a02": [link("a02", "restates", backwards=True)]}
    )
    assert pair.said == {"a01": Said("restates"), "a02": Said("restates", True)}
    assert pair.state == "open"


def test_to_have_found_none_and_to_say_nothing_is_no_difference() -> None:
    assert find({"a01": [link("a01", "none")]}).state == "unsaid"
    both = find({each: [link(each, "none")] for each in PEOPLE})
    assert both.is_taken_over


def test_who_lacks_a_claim_has_no_say_and_one_alone_agrees_with_nobody() -> None:
    matched = dict([match("d1", "g1"), match("d2", "g2", ("a01",))])
    pair = find({"a01": [link("a01", "same")]}, matched=matched)
    assert pair.said == {"a01": SAME}
    assert pair.state == "open"
    assert not pair.is_taken_over
    assert find({"a01": [link("a01", "same")]}, matched=matched, gold="same").state == "agreed"


def test_a_pair_that_gold_lacks_a_claim_of_waits() -> None:
    matched = dict([match("d1", "g1"), match("d2", "g2", ())])
    links = {"a01": [link("a01", "same")]}
    assert find_pairs(matched, links) == {}
    assert find_pairs(dict([match("d1", "g1")]), links) == {}


def test_who_put_both_into_one_cluster_has_said_so_whatever_it_is_called() -> None:
    matched = dict(
        [
            match("d1", "g1", clusters={"a02": "k:mine"}),
            match("d2", "g2", clusters={"a02": "k:mine"}),
        ]
    )
    pair = find({"a01": [link("a01", "same")]}, matched=matched)
    assert pair.said == {"a01": SAME, "a02": SAME}
    assert pair.is_taken_over


def test_what_gold_came_to_by_its_clusters_is_settled_unless_all_say_otherwise() -> None:
    matched = dict([match("d1", "g1", own="k1"), match("d2", "g2", own="k1")])
    links = {"a01": [link("a01", "same")]}
    assert find(links, matched=matched).state == "implied"
    denied = {each: [link(each, "contradicts")] for each in PEOPLE}
    assert find(denied, matched=matched).state == "open"
    assert not find(denied, matched=matched).is_taken_over


def test_what_was_ruled_stands_and_is_stale_once_answers_change() -> None:
    before = find({"a01": [link("a01", "same")]})
    matched = dict([match("d1", "g1"), match("d2", "g2")])
    ruling = LinkRuling(
        FIRST, SECOND, list_refs(matched, before), "annotator:a01", ("a01",), SAME, before.seen
    )
    assert ruling.refs == (
        ("a01", "d1", "a01-g1"), ("a01", "d2", "a01-g2"),
        ("a02", "d1", "a02-g1"), ("a02", "d2", "a02-g2"),
    )  # fmt: skip
    kept = msgspec.convert(msgspec.to_builtins(ruling), LinkRuling)
    assert kept == ruling
    pair = find({"a01": [link("a01", "same")]}, gold="same", ruling=kept)
    assert (pair.state, pair.is_stale, pair.is_difference) == ("ruled", False, True)
    later = find({each: [link(each, "same")] for each in PEOPLE}, gold="same", ruling=kept)
    assert (later.state, later.is_stale) == ("ruled", True)
    back = msgspec.structs.replace(ruling, choice=None)
    assert find({"a01": [link("a01", "same")]}, ruling=back).state == "open"


def test_gold_from_elsewhere_waits_for_a_word_where_people_say_otherwise() -> None:
    assert find({each: [link(each, "same")] for each in PEOPLE}, gold="updates").state == "open"


def test_a_cluster_without_links_is_as_good_as_links() -> None:
    ones = [ClaimRef(f"d{number}", f"c{number}") for number in range(4)]
    linked = make_link("restates", ones[2], ones[0])
    found = complete_links([linked], [ones])
    # One link joins two already; two more join the rest, in the order of the texts.
    assert found == (
        linked,
        make_link("same", ones[0], ones[1]),
        make_link("same", ones[2], ones[3]),
    )
    assert complete_links(found, [ones]) == found
    assert complete_links([], []) == ()


@given(
    st.dictionaries(st.sampled_from(("a01", "a02", "a03")), st.sampled_from(RELATIONS), min_size=1),
)
def test_the_order_of_people_and_of_ends_never_matters(
    said: dict[str, Relation],
) -> None:
    people = ("a01", "a02", "a03")
    matched = dict([match("d1", "g1", people), match("d2", "g2", people)])
    links = {person: [link(person, each)] for person, each in said.items()}
    plain = find_pairs(matched, links)
    assert find_pairs(dict(reversed(matched.items())), dict(reversed(links.items()))) == plain
    (pair,) = plain.values()
    assert sorted(people) == sorted(
        person for group, _ in pair.versions(people) for person in group
    )
    # All agree exactly where there is one version.
    assert (pair.agreed is not None) == (len(pair.versions(people)) == 1)
