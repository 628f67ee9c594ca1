"""The claims of one document, and which of several annotators' are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.agreement.pairs import Common, find_common_claims
from workbench.agreement.reading import Side
from workbench.agreement.units import Name, group_common
from workbench.evaluation.alignment import Alignment
from workbench.model import Claim


class FoundClaims:
    """The claims of one document, gathered from one pair of annotators after another.

    Several claims of one annotator with the same spans are one; the first by its id stands for it.
    """

    def __init__(self) -> None:
        self._held: dict[Name, Sequence[Claim]] = {}
        self._common: list[Common] = []
        self._last: tuple[Sequence[Name], Sequence[Common]] = ((), ())

    def add(self, first: Side, second: Side, alignment: Alignment) -> Sequence[tuple[Claim, Claim]]:
        """Take in the claims of two annotators, and return those that both have."""
        names = []
        for side in (first, second):
            for claims in side.claims:
                names.append((side.layer, claims[0].id))
                self._held[names[-1]] = claims
        common = find_common_claims(first, second, alignment)
        self._common.extend(common)
        self._last = names, common
        return [(self._held[one][0], self._held[other][0]) for _, one, other in common]

    def iter_last(self) -> Iterator[Mapping[int, Sequence[Claim]]]:
        """Yield the claims of the two annotators that were added last, each by its layer."""
        names, common = self._last
        shared = {name for _, *pair in common for name in pair}
        for _, one, other in common:
            yield {one[0]: self._held[one], other[0]: self._held[other]}
        for name in names:
            if name not in shared:
                yield {name[0]: self._held[name]}

    def iter_whole(self) -> Iterator[Mapping[int, Sequence[Claim]]]:
        """Yield each claim as those annotators have it who found it, by their layer."""
        for group in group_common(self._held, self._common):
            yield {layer: self._held[name] for layer, name in group.items()}

    def group(self) -> Iterator[Mapping[int, Claim]]:
        """Yield the same, with the one claim that stands for those of the same spans."""
        for found in self.iter_whole():
            yield {layer: claims[0] for layer, claims in found.items()}
