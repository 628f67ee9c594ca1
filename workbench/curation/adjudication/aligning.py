"""Which items of several annotators are one, whatever the order of the annotators.

Items of two annotators are paired by an optimal assignment. With more of them, pairs are taken best
first, and a pair that would put two items of one annotator into one unit is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import msgspec

from workbench.curation.adjudication.units import (
    Answers,
    Item,
    Kind,
    Ref,
    Unit,
    Units,
    find_leaves,
    index_attributions,
)
from workbench.matching import Edge, Ranges, assign, compute_dice, iter_dice_edges, merge_ranges
from workbench.model import Annotation, Attribution, Claim, Span

_SOURCE, _CUE, _STANCE, _LEVEL = 0.5, 0.3, 0.1, 0.1
"""How much each part weighs where two attributions are compared; together 1."""
_UNDERSTOOD = 0.5
"""The weight of two claims without spans whose propositions differ."""


class Held(NamedTuple):
    """An item of somebody in one sentence.

    `leaves` are the claims that its chain ends in; a relay holds another attribution.
    """

    person: str
    item: Item
    leaves: frozenset[int] = frozenset()
    is_relay: bool = False

    @property
    def ref(self) -> Ref:
        """Its person and its id."""
        return self.person, self.item.id


class Pair(NamedTuple):
    """Two items that are the same, and how good that is: the best sorts first."""

    rank: tuple[Any, ...]
    first: Ref
    second: Ref


def align_answers(answers: Answers, seeds: Iterable[Iterable[Ref]] = ()) -> Units:
    """Return the units of one document: which items of the annotators are one.

    Claims are one where they overlap in the same sentence, or where neither has spans; attributions
    where they reach the same claim and share words of the source or of the cue, or their stance.
    Depends on the names of the annotators, never on their order.

    Parameters
    ----------
    answers
        By person and sentence; only what is done.
    seeds
        Items that were one when something was ruled on them, the newest ruling first: they stay
        one, and those of different rulings stay apart, whatever is answered later.
    """
    units: list[Unit] = []
    rooted = _root(seeds)
    _add_units(units, "claim", _hold(answers, _hold_claims), compare_claims, rooted)
    numbers = {ref: unit.number for unit in units for ref in unit.refs}
    known = {person: index_attributions(answer) for person, answer in answers.items()}

    def hold(person: str, annotation: Annotation) -> list[Held]:
        return hold_attributions(person, annotation.attributions, known[person], numbers)

    _add_units(units, "attribution", _hold(answers, hold), compare_attributions, rooted)
    return Units(answers, tuple(units))


def hold_attributions(
    person: str,
    attributions: Iterable[Attribution],
    known: Mapping[str, Attribution],
    numbers: Mapping[Ref, int],
) -> list[Held]:
    """Return attributions with the units of the claims that their chains end in."""
    held = []
    for each in attributions:
        leaves = (numbers.get((person, leaf)) for leaf in find_leaves(each, known))
        relay = any(target in known for target in each.targets)
        held.append(Held(person, each, frozenset(n for n in leaves if n is not None), relay))
    return held


def _hold_claims(person: str, annotation: Annotation) -> list[Held]:
    return [Held(person, claim) for claim in annotation.claims]


def _hold(answers: Answers, hold: Callable[[str, Annotation], list[Held]]) -> dict[str, list[Held]]:
    """Return what people hold, by sentence, the people in the order of their names."""
    held: dict[str, list[Held]] = {}
    for person in sorted(answers):
        for sentence, annotation in answers[person].items():
            held.setdefault(sentence, []).extend(hold(person, annotation))
    return held


def _add_units(
    units: list[Unit],
    kind: Kind,
    held: Mapping[str, list[Held]],
    compare: Callable[[Sequence[Held], Sequence[Held]], list[Edge]],
    rooted: Mapping[Ref, int],
) -> None:
    for sentence in sorted(held):
        groups = group_held(held[sentence], compare, rooted)
        for group in sorted(groups, key=_place):
            items = {each.person: each.item for each in group}
            units.append(Unit(len(units), kind, sentence, items))


def _root(seeds: Iterable[Iterable[Ref]]) -> dict[Ref, int]:
    """Return to which ruled group each item belongs; a newer ruling counts before an older one."""
    rooted: dict[Ref, int] = {}
    for number, seed in enumerate(seeds):
        refs = list(seed)
        known = {rooted[ref] for ref in refs if ref in rooted}
        root = min(known, default=number)
        people = {person for (person, _), at in rooted.items() if at == root}
        rooted.update({ref: root for ref in refs if ref not in rooted and ref[0] not in people})
    return rooted


def group_held(
    held: Sequence[Held],
    compare: Callable[[Sequence[Held], Sequence[Held]], list[Edge]],
    rooted: Mapping[Ref, int],
) -> list[list[Held]]:
    """Return the items of a sentence in groups, each of one item of several people.

    Parameters
    ----------
    rooted
        The items that are in a group already, by the group's number.
    """
    by_person: dict[str, list[Held]] = {}
    for each in held:
        by_person.setdefault(each.person, []).append(each)
    pairs = [
        pair
        for first, second in combinations(sorted(by_person), 2)
        for pair in iter_pairs(by_person[first], by_person[second], compare)
    ]
    groups: dict[Ref, dict[str, Held]] = {each.ref: {each.person: each} for each in held}
    _join_rooted(groups, rooted)
    for _, first_ref, second_ref in sorted(pairs):
        ones, others = groups[first_ref], groups[second_ref]
        is_apart = _find_roots(ones, rooted) and _find_roots(others, rooted)
        if ones is not others and ones.keys().isdisjoint(others) and not is_apart:
            ones.update(others)
            for other in others.values():
                groups[other.ref] = ones
    unique = {id(group): group for group in groups.values()}
    return [[group[name] for name in sorted(group)] for group in unique.values()]


def _join_rooted(groups: dict[Ref, dict[str, Held]], rooted: Mapping[Ref, int]) -> None:
    """Begin with the groups that were ruled on."""
    begun: dict[int, dict[str, Held]] = {}
    for ref in [each for each in groups if each in rooted]:
        group = begun.setdefault(rooted[ref], groups[ref])
        group.update(groups[ref])
        groups[ref] = group


def _find_roots(group: Mapping[str, Held], rooted: Mapping[Ref, int]) -> set[int]:
    return {rooted[each.ref] for each in group.values() if each.ref in rooted}


def iter_pairs(
    firsts: Sequence[Held],
    seconds: Sequence[Held],
    compare: Callable[[Sequence[Held], Sequence[Held]], list[Edge]],
) -> Iterator[Pair]:
    """Yield the items of two people that are the same, each at most once."""
    edges = compare(firsts, seconds)
    keys = [[content_key(each) for each in side] for side in (firsts, seconds)]
    for edge in assign(edges, keys[0].__getitem__, keys[1].__getitem__):
        first, second = firsts[edge.gold], seconds[edge.pred]
        contents = sorted([keys[0][edge.gold], keys[1][edge.pred]])
        rank = (-edge.weight, -edge.exact, not edge.agrees, contents)
        yield Pair(rank, first.ref, second.ref)


def content_key(held: Held) -> str:
    """Return what an item says, ids left out, as something that sorts."""
    plain = msgspec.to_builtins(held.item)
    said = {name: value for name, value in plain.items() if name not in ("id", "targets")}
    return json.dumps([said, sorted(held.leaves), held.is_relay], sort_keys=True)


def _place(group: Sequence[Held]) -> tuple[Any, ...]:
    """Return where a group stands in its sentence: at the first of its spans."""
    starts = [span.start for each in group for span in _spans(each.item)]
    return (not starts, min(starts, default=0), sorted(content_key(each) for each in group))


def _spans(item: Item) -> Sequence[Span]:
    return item.spans if isinstance(item, Claim) else (*item.source.spans, *(item.cue or ()))


def _ranges(spans: Iterable[Span]) -> Ranges:
    return merge_ranges((span.start, span.end) for span in spans)


def compare_claims(firsts: Sequence[Held], seconds: Sequence[Held]) -> list[Edge]:
    """Return the possible pairs of claims of two people in one sentence."""
    lefts = [each.item for each in firsts if isinstance(each.item, Claim)]
    rights = [each.item for each in seconds if isinstance(each.item, Claim)]
    edges = [
        *iter_dice_edges(
            [_ranges(each.spans) for each in lefts], [_ranges(each.spans) for each in rights]
        )
    ]
    for left, one in enumerate(lefts):
        for right, other in enumerate(rights):
            if not one.spans and not other.spans:
                same = one.proposition == other.proposition
                edges.append(Edge(left, right, 1.0 if same else _UNDERSTOOD, int(same)))
    return edges


def compare_attributions(firsts: Sequence[Held], seconds: Sequence[Held]) -> list[Edge]:
    """Return the possible pairs of attributions of two people in one sentence."""
    edges = []
    for left, one in enumerate(firsts):
        for right, other in enumerate(seconds):
            if one.leaves.isdisjoint(other.leaves) and (one.leaves or other.leaves):
                continue
            edge = _weigh(left, right, one, other)
            if edge is not None:
                edges.append(edge)
    return edges


def _weigh(left: int, right: int, one: Held, other: Held) -> Edge | None:
    first, second = one.item, other.item
    if not (isinstance(first, Attribution) and isinstance(second, Attribution)):
        return None
    source = _compare_sources(first, second)
    cue = compute_dice(_ranges(first.cue or ()), _ranges(second.cue or ())) or 0.0
    stance = first.stance == second.stance
    level = one.is_relay == other.is_relay
    is_worded = all(each.source.spans and each.cue for each in (first, second))
    if not (source or cue or (stance and level and not is_worded)):
        return None
    weight = _SOURCE * source + _CUE * cue + _STANCE * stance + _LEVEL * level
    exact = (source == 1) + (cue == 1) + (one.leaves == other.leaves)
    return Edge(left, right, weight, exact, stance)


def _compare_sources(first: Attribution, second: Attribution) -> float:
    if first.source.spans and second.source.spans:
        return compute_dice(_ranges(first.source.spans), _ranges(second.source.spans)) or 0.0
    same = first.source.realization == second.source.realization
    return float(not first.source.spans and not second.source.spans and same)
