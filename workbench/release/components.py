"""Things that hang together directly or by way of others, by union and find."""

from __future__ import annotations

from collections.abc import Sequence


class Components:
    """Numbers from 0 on, each alone until it is joined to another."""

    def __init__(self) -> None:
        self._parents: list[int] = []

    def add(self) -> int:
        """Return a new number, which is alone."""
        self._parents.append(len(self._parents))
        return len(self._parents) - 1

    def find(self, number: int) -> int:
        """Return the least number of those that `number` hangs together with."""
        root = number
        while self._parents[root] != root:
            root = self._parents[root]
        while self._parents[number] != root:
            self._parents[number], number = root, self._parents[number]
        return root

    def join(self, one: int, other: int) -> None:
        """Let the two hang together."""
        least, greatest = sorted((self.find(one), self.find(other)))
        self._parents[greatest] = least

    def groups(self) -> Sequence[tuple[int, ...]]:
        """Return what hangs together, ordered by the least number, numbers ascending."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._parents)):
            found.setdefault(self.find(number), []).append(number)
        return [tuple(members) for members in found.values()]
