"""What two sides of an annotation come to."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.sync.comparing import Comparison, compare, describe_change
from workbench.sync.results import hash_result

Result = list[dict[str, Any]]


def region(name: str, start: int = 0, stance: str | None = None) -> Result:
    value = {"start": start, "end": start + 3, "text": "abc"}
    made: Result = [
        {"id": name, "from_name": "role", "to_name": "text", "type": "labels",
         "value": {**value, "labels": ["CUE"]}}
    ]  # fmt: skip
    if stance is not None:
        made.append(
            {"id": name, "from_name": "stance", "to_name": "text", "type": "choices",
             "value": {**value, "choices": [stance]}}
        )  # fmt: skip
    return made


BASE = region("a", 0, "deny") + region("b", 10, "affirm")


def with_stance(name: str, stance: str) -> Result:
    made = deepcopy(BASE)
    for each in made:
        if each["id"] == name and each["from_name"] == "stance":
            each["value"]["choices"] = [stance]
    return made


def same(one: Any, other: Any) -> bool:
    return hash_result(one) == hash_result(other)


def test_equal_sides_need_nothing() -> None:
    found = compare([], BASE, deepcopy(BASE))
    assert (found.changes_there, found.changes_here, found.conflicts) == (False, False, ())


def test_the_side_that_changed_is_taken() -> None:
    changed = with_stance("a", "doubt")
    here = compare(BASE, changed, BASE)
    assert (here.changes_there, here.changes_here, same(here.there, changed)) == (True, False, True)
    there = compare(BASE, BASE, changed)
    assert (there.changes_there, there.changes_here, same(there.here, changed)) == (
        False, True, True,
    )  # fmt: skip


def test_both_may_change_other_things() -> None:
    found = compare(BASE, with_stance("a", "doubt"), with_stance("b", "deny"))
    both = with_stance("a", "doubt")
    both[3]["value"]["choices"] = ["deny"]
    assert same(found.there, both)
    assert same(found.here, both)
    assert found.conflicts == ()
    # What each side still has to get is what differs from the next base.
    assert same(found.base_if_sent, with_stance("a", "doubt"))
    assert same(found.base_if_taken, with_stance("b", "deny"))


def quarrel(**options: Any) -> Comparison:
    return compare(BASE, with_stance("a", "doubt"), with_stance("a", "affirm"), **options)


def test_a_conflict_stays_on_both_sides_and_stays_one() -> None:
    found = quarrel()
    (conflict,) = found.conflicts
    assert (conflict.base, conflict.ours, conflict.theirs) == ("deny", "doubt", "affirm")
    assert (found.changes_there, found.changes_here) == (False, False)
    for base in (found.base_if_sent, found.base_if_taken):
        again = compare(base, found.here, found.there)
        assert [each.key for each in again.conflicts] == [conflict.key]


@pytest.mark.parametrize(("choice", "stance"), [("ours", "doubt"), ("theirs", "affirm")])
def test_a_decided_conflict_is_merged(choice: str, stance: str) -> None:
    (conflict,) = quarrel().conflicts
    found = quarrel(choices={conflict.key: choice})
    assert found.conflicts == ()
    assert same(found.there, with_stance("a", stance))
    assert same(found.here, with_stance("a", stance))
    sent = compare(found.base_if_sent, with_stance("a", "doubt"), found.there)
    taken = compare(found.base_if_taken, found.here, with_stance("a", "affirm"))
    assert (sent.conflicts, taken.conflicts) == ((), ())
    assert same(sent.here, with_stance("a", stance))
    assert same(taken.there, with_stance("a", stance))


def test_a_stale_editor_that_drops_what_was_sent_makes_a_conflict() -> None:
    added = BASE + region("c", 20, "affirm")
    stale = with_stance("b", "deny")
    assert len(compare(added, added, stale).here) == len(stale)
    found = compare(added, added, stale, earlier=BASE)
    assert [each.key for each in found.conflicts] == ["c/region"]
    assert same(found.there, stale)
    assert same(found.here, stale + region("c", 20, "affirm"))
    again = compare(found.base_if_taken, found.here, stale, earlier=BASE)
    assert [each.key for each in again.conflicts] == ["c/region"]
    assert not again.changes_here
    ours = compare(added, added, stale, earlier=BASE, choices={"c/region": "ours"})
    assert (ours.conflicts, same(ours.there, found.here)) == ((), True)


def test_what_changes_is_counted_without_words() -> None:
    after = with_stance("a", "doubt") + region("c", 20)
    assert describe_change(BASE, after) == {"added": 1, "removed": 0, "changed": 1}
    assert describe_change(after, BASE) == {"added": 0, "removed": 1, "changed": 1}


_SIDES = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(["affirm", "deny", "doubt"])),
    max_size=4,
    unique_by=lambda each: each[0],
).map(
    lambda listed: [each for name, stance in listed
                    for each in region(name, "abcd".index(name) * 10, stance)]
)  # fmt: skip


@given(_SIDES, _SIDES, _SIDES)
def test_both_sides_come_to_the_same_but_for_conflicts(
    base: Result, ours: Result, theirs: Result
) -> None:
    """After a pull and a push both sides are equal, or differ in conflicts; then nothing moves."""
    pulled = compare(base, ours, theirs)
    here = pulled.here
    pushed = compare(pulled.base_if_taken, here, theirs)
    there = pushed.there
    assert not pushed.changes_here
    assert [each.key for each in pushed.conflicts] == [each.key for each in pulled.conflicts]
    again = compare(pushed.base_if_sent, here, there)
    assert (again.changes_here, again.changes_there) == (False, False)
    if not pulled.conflicts:
        assert same(here, there)
