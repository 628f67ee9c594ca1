"""The claims of one document, and which of several annotators' are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.agreement.pairs import Common, find_common_claims
from workbench.agreement.reading import Side
from workbench.agreement.units import Name, group_common
from workbench.evaluation.alignment import Alignment
from workbench.model import Claim


class FoundClaims:
    """The claims of one document, gathered from one pair of annotators after another."""

    def __init__(self) -> None:
        self._held: dict[Name, Claim] = {}
        self._common: list[Common] = []

    def add(self, first: Side, second: Side, alignment: Alignment) -> Sequence[tuple[Claim, Claim]]:
        """Take in the claims of two annotators, and return those that both have."""
        for side in (first, second):
            self._held.update({(side.layer, claim.id): claim for claim in side.claims})
        common = find_common_claims(first, second, alignment)
        self._common.extend(common)
        return [(self._held[one], self._held[other]) for _, one, other in common]

    def group(self) -> Iterator[Mapping[int, Claim]]:
        """Yield each claim as those annotators have it who found it, by their layer."""
        for group in group_common(self._held, self._common):
            yield {layer: self._held[name] for layer, name in group.items()}
