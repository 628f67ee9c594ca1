"""Attributions that several annotators found, as rows of ratings.

Two annotators' attributions are one unit where the lenient matching pairs them. With more
annotators, pairs are taken best first, and a pair that would put two attributions of one annotator
into one unit is passed over: so each attribution is in exactly one unit, whatever the order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.agreement.pairs import Common
from workbench.agreement.reading import Held, Together

Name = tuple[int, str]
"""An attribution: the number of its layer, and its id."""


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
    members: dict[Name, dict[int, Name]] = {name: {name[0]: name} for name in held}
    for _, first, second in sorted(common, key=lambda pair: pair[0]):
        ones, others = members[first], members[second]
        if ones is not others and ones.keys().isdisjoint(others):
            ones.update(others)
            for name in others.values():
                members[name] = ones
    for name, group in members.items():
        if name == min(group.values()):
            found = {layer: held[other] for layer, other in sorted(group.items())}
            places = {each.place for each in found.values()}
            absent = [
                layer
                for layer, done in document.done.items()
                if layer not in found and places <= done
            ]
            yield Unit(min(places), found, absent)
