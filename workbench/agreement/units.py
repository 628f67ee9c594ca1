"""Attributions and claims that several annotators found, as rows of ratings.

Two annotators' items are one unit where the matching pairs them. With more annotators, pairs are
taken best first, and a pair that would put two items of one annotator into one unit is passed over:
so each item is in exactly one unit, whatever the order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.agreement.pairs import Common
from workbench.agreement.reading import Held, Together

Name = tuple[int, str]
"""A claim or an attribution: the number of its layer, and its id."""


class Unit(NamedTuple):
    """One attribution as each of several annotators has it, by layer; `place` is its sentence.

    `absent` are the layers that looked at the same sentences, and have nothing of it.
    """

    place: int
    found: Mapping[int, Held]
    absent: Sequence[int]


def iter_units(
    document: Together, held: Mapping[Name, Held], common: Iterable[Common]
) -> Iterator[Unit]:
    """Yield the units of one document.

    Parameters
    ----------
    held
        Every attribution in a sentence that somebody else looked at too.
    common
        The pairs of attributions that two annotators share.
    """
    for group in group_common(held, common):
        found = {layer: held[other] for layer, other in group.items()}
        places = {each.place for each in found.values()}
        absent = [
            layer for layer, done in document.done.items() if layer not in found and places <= done
        ]
        yield Unit(min(places), found, absent)


def group_common(names: Iterable[Name], common: Iterable[Common]) -> Iterator[Mapping[int, Name]]:
    """Yield the items of each unit by their layer, in the order of the layers.

    Parameters
    ----------
    names
        Every item, those that only one annotator has among them.
    common
        The pairs of items that two annotators share.
    """
    members: dict[Name, dict[int, Name]] = {name: {name[0]: name} for name in names}
    for _, first, second in sorted(common, key=lambda pair: pair[0]):
        ones, others = members[first], members[second]
        if ones is not others and ones.keys().isdisjoint(others):
            ones.update(others)
            for name in others.values():
                members[name] = ones
    for name, group in members.items():
        if name == min(group.values()):
            yield dict(sorted(group.items()))
