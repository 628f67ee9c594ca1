"""How far annotators agree on the optional features of what they both found.

A feature with labels is a coefficient of its own, alpha over the items to which two annotators gave
a value. One whose values are no labels, such as a figure, has no chance to speak of: its F1 counts
values that are the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.agreement.pairs import Count
from workbench.agreement.tables import Ratings
from workbench.model import Attribution, Claim
from workbench.scheme import Scheme

Items = Sequence[tuple[Claim, Claim]] | Sequence[tuple[Attribution, Attribution]]
"""Pairs of items that two annotators share."""


class Features:
    """The features that are on, and what annotators gave them.

    `ratings` are those of the features with labels; `counted` the names of the F1 of the others.
    """

    def __init__(self, scheme: Scheme, layers: int) -> None:
        self._on = {kind: scheme.features_on(kind) for kind in ("claims", "attributions")}
        every = [each for features in self._on.values() for each in features]
        self.ratings = {
            each.name: Ratings([label.value for label in each.values], layers)
            for each in every
            if each.values
        }
        self.counted = tuple(name_f1(each.name) for each in every if not each.values)

    def is_on(self, kind: str) -> bool:
        """Answer whether any feature is on for ``claims``, or for ``attributions``."""
        return bool(self._on[kind])

    def add(self, kind: str, document: int, found: Mapping[int, Claim | Attribution]) -> None:
        """Add a unit: one item as each of several layers has it."""
        for feature in self._on[kind]:
            if feature.name in self.ratings:
                given = {layer: item.features.get(feature.name) for layer, item in found.items()}
                values = {layer: value for layer, value in given.items() if value is not None}
                self.ratings[feature.name].add(document, values)

    def count(self, claims: Items, attributions: Items) -> dict[str, Count]:
        """Return the counts of the features that have no labels, over what two annotators share."""
        kinds: dict[str, Items] = {"claims": claims, "attributions": attributions}
        return {
            name_f1(feature.name): _count(items, feature.name)
            for kind, items in kinds.items()
            for feature in self._on[kind]
            if not feature.values
        }


def name_alpha(feature: str) -> str:
    """Return the name of the coefficient of a feature with labels."""
    return f"feature.{feature}.alpha"


def name_f1(feature: str) -> str:
    """Return the name of the coefficient of a feature without labels."""
    return f"feature.{feature}.f1"


def _count(items: Items, name: str) -> Count:
    pairs = [(one.features.get(name), other.features.get(name)) for one, other in items]
    return (
        sum(one is not None and one == other for one, other in pairs),
        sum(one is not None for one, _ in pairs),
        sum(other is not None for _, other in pairs),
    )
