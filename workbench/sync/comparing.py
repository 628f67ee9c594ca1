"""What two sides of an annotation come to, given the base on which they last agreed. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.exchange.label_studio import (
    CanonicalResult,
    FieldConflict,
    canonicalize_result,
    merge_results,
    replace_fields,
)
from workbench.exchange.label_studio.parsing import as_list
from workbench.model.record import Frozen
from workbench.store.remote_values import Choice
from workbench.sync.results import is_same_result

Result = list[Any]


class Comparison(Frozen, frozen=True):
    """What should stand on each side.

    Attributes
    ----------
    there
        What should stand on the server: both sides' changes; what is in conflict stays as it is.
    here
        What should stand in the store: the same, with our side of what is in conflict.
    base_if_sent, base_if_taken
        The base of the next merge, after `there` was sent or after `here` was saved: what the
        other side still has to get differs from it, and so does what is in conflict.
    changes_there, changes_here
        Whether the server, or the store, has to change.
    conflicts
        The open ones; those that somebody has decided are merged by the decision.
    """

    there: Result
    here: Result
    base_if_sent: Result
    base_if_taken: Result
    changes_there: bool
    changes_here: bool
    conflicts: tuple[FieldConflict, ...] = ()


def compare(
    base: Result,
    ours: Result,
    theirs: Result,
    *,
    choices: Mapping[str, Choice] | None = None,
    earlier: Result | None = None,
) -> Comparison:
    """Return what should stand on both sides of an annotation.

    Parameters
    ----------
    base
        The result on which both sides last agreed; empty where they never have.
    ours, theirs
        What we would send, and what the server has.
    choices
        The sides that a person has chosen, by the conflict's key.
    earlier
        What stood on the server before our last change. Where `theirs` goes back to it, an editor
        that was open meanwhile may have written over our change: that is a conflict too.
    """
    if is_same_result(ours, theirs):
        return Comparison(theirs, ours, theirs, theirs, changes_there=False, changes_here=False)
    undone = () if earlier is None else find_undone(base, theirs, earlier)
    if not undone:
        if is_same_result(base, ours):
            return Comparison(theirs, theirs, ours, theirs, changes_there=False, changes_here=True)
        if is_same_result(base, theirs):
            return Comparison(ours, ours, ours, theirs, changes_there=True, changes_here=False)
    return _merge(base, ours, theirs, undone, choices or {})


def find_undone(base: Result, theirs: Result, earlier: Result) -> tuple[FieldConflict, ...]:
    """Return the fields that our last change set and that are now as they were before it."""
    before, now, then = (canonicalize_result(each) for each in (base, theirs, earlier))
    undone = [
        key
        for key in dict.fromkeys([*before.fields, *then.fields])
        if before.fields.get(key) != then.fields.get(key)
        and now.fields.get(key) == then.fields.get(key)
        # What travels unseen says again what is seen.
        and key[2:3] != ("wb",)
    ]
    found: dict[str, FieldConflict] = {}
    for key in undone:
        conflict = _name_field(key, before, now)
        found.setdefault(conflict.key, conflict)
    return tuple(found.values())


def describe_change(before: Any, after: Any) -> dict[str, int]:
    """Return how many regions and relations come, go and change from one result to another.

    It names no words and no ids: a plan file may be shown to anybody.
    """
    if not before:
        return {"added": _count(after), "removed": 0, "changed": 0}
    old, new = (_group(canonicalize_result(each)) for each in (before, after))
    return {
        "added": len(new.keys() - old.keys()),
        "removed": len(old.keys() - new.keys()),
        "changed": sum(old[key] != new[key] for key in old.keys() & new.keys()),
    }


def _merge(
    base: Result,
    ours: Result,
    theirs: Result,
    undone: Sequence[FieldConflict],
    choices: Mapping[str, Choice],
) -> Comparison:
    merge = merge_results(base, ours, theirs)
    known = {each.key for each in merge.conflicts}
    found = [*merge.conflicts, *(each for each in undone if each.key not in known)]
    # What was undone is no conflict to the merge: it has let go of our side there.
    opened = tuple(each for each in found if each.key not in choices)
    mine = [each for each in found if choices.get(each.key) == "ours"]
    there = _replace(_replace(merge.result, mine, ours), opened, theirs)
    here = _replace(there, opened, ours)
    return Comparison(
        there=there,
        here=here,
        base_if_sent=_replace(ours, opened, base),
        base_if_taken=_replace(theirs, opened, base),
        changes_there=not is_same_result(there, theirs),
        changes_here=not is_same_result(here, ours),
        conflicts=opened,
    )


def _replace(result: Result, conflicts: Iterable[FieldConflict], source: Result) -> Result:
    listed = list(conflicts)
    return replace_fields(result, listed, source) if listed else result


def _name_field(
    key: tuple[str, ...], before: CanonicalResult, now: CanonicalResult
) -> FieldConflict:
    """Return the conflict of a field that was undone; of a whole region where that came or went."""
    if key[0] == "relation":
        return FieldConflict(key[1], f"relation:{key[2]}")
    if key[0] != "region":
        return FieldConflict("", ":".join(key))
    span = (*key[:2], "span")
    if (span in before.fields) != (span in now.fields):
        return FieldConflict(key[1], "region")
    return FieldConflict(key[1], ":".join(key[2:]))


def _count(result: Any) -> int:
    """Return how many regions, relations and answers for the whole task a result holds."""
    names = set()
    others = 0
    for each in as_list(result):
        if isinstance(each, dict) and "id" in each and each.get("type") != "relation":
            names.add(str(each["id"]))
        else:
            others += 1
    return len(names) + others


def _group(canonical: CanonicalResult) -> dict[tuple[str, ...], dict[tuple[str, ...], Any]]:
    groups: dict[tuple[str, ...], dict[tuple[str, ...], Any]] = {}
    for key, value in canonical.fields.items():
        name = key[:2] if key[0] == "region" else key
        groups.setdefault(name, {})[key] = value
    return groups
