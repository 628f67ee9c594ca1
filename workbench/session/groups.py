"""Which suggestions hang together, so that a change in one sentence looks at few of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


class Groups:
    """Items in groups that links join, found by the place that any of them is in.

    Parameters
    ----------
    places
        Where each item is, in the order in which items are given back.
    links
        The items that an item needs; those that are not among the items join nothing.
    """

    def __init__(self, places: Mapping[str, str], links: Mapping[str, Sequence[str]]) -> None:
        self._order = {item: number for number, item in enumerate(places)}
        self._parents = {item: item for item in places}
        for item in places:
            for other in links.get(item, ()):
                if other in self._parents:
                    self._parents[self._find(other)] = self._find(item)
        self._members: dict[str, list[str]] = {}
        self._roots: dict[str, set[str]] = {}
        for item, place in places.items():
            root = self._find(item)
            self._members.setdefault(root, []).append(item)
            self._roots.setdefault(place, set()).add(root)

    def near(self, places: Iterable[str]) -> list[str]:
        """Return the items of all groups that have one in any of `places`."""
        roots = {root for place in places for root in self._roots.get(place, ())}
        found = [item for root in roots for item in self._members[root]]
        return sorted(found, key=self._order.__getitem__)

    def _find(self, item: str) -> str:
        root = item
        while self._parents[root] != root:
            root = self._parents[root]
        while self._parents[item] != root:
            self._parents[item], item = root, self._parents[item]
        return root
