"""Who relays whom as a small graph in layers: who relays stands before who is relayed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from workbench.ledger.ledger import Piece, Relay

SWEEPS = 8
"""How often the order within layers is improved; more changes nothing one sees."""


class Node(Piece, frozen=True):
    """A source in the graph: its layer from 0 (who is relayed by nobody) and its place there."""

    column: str
    layer: int
    place: int
    count: int


def layer_relays(relays: Iterable[Relay]) -> tuple[Node, ...]:
    """Return where each source of `relays` stands.

    Layers are the longest way from those whom nobody relays, circles left out; within a layer the
    sources stand near those that they are joined to (barycentres, in a few sweeps).
    """
    edges = [(each.start, each.end) for each in relays]
    counts: Counter[str] = Counter()
    for each in relays:
        counts[each.start] += each.count
        counts[each.end] += each.count
    layers = _find_layers(edges, counts)
    rows: dict[int, list[str]] = defaultdict(list)
    for name in sorted(layers, key=lambda name: (-counts[name], name)):
        rows[layers[name]].append(name)
    _reduce_crossings(rows, edges)
    return tuple(
        Node(name, layer, place, counts[name])
        for layer in sorted(rows)
        for place, name in enumerate(rows[layer])
    )


def _find_layers(edges: list[tuple[str, str]], names: Iterable[str]) -> dict[str, int]:
    onward: dict[str, list[str]] = defaultdict(list)
    for start, end in edges:
        if not _reaches(onward, end, start):  # an edge that closes a circle orders nothing
            onward[start].append(end)
    layers = dict.fromkeys(names, 0)
    for _ in range(len(layers)):
        moved = False
        for start, ends in onward.items():
            for end in ends:
                if layers[end] <= layers[start]:
                    layers[end], moved = layers[start] + 1, True
        if not moved:
            break
    return layers


def _reaches(onward: Mapping[str, list[str]], start: str, end: str) -> bool:
    waiting, seen = [start], set()
    while waiting:
        each = waiting.pop()
        if each == end:
            return True
        if each not in seen:
            seen.add(each)
            waiting.extend(onward.get(each, ()))
    return False


def _reduce_crossings(rows: dict[int, list[str]], edges: list[tuple[str, str]]) -> None:
    beside: dict[str, list[str]] = defaultdict(list)
    for start, end in edges:
        beside[start].append(end)
        beside[end].append(start)
    for sweep in range(SWEEPS):
        places = {
            name: (place + 0.5) / len(row)
            for row in rows.values()
            for place, name in enumerate(row)
        }
        for layer in sorted(rows, reverse=bool(sweep % 2)):
            middle = {
                name: sum(places[each] for each in beside[name]) / max(1, len(beside[name]))
                for name in rows[layer]
            }
            rows[layer].sort(key=lambda name: (middle[name], name))
            for place, name in enumerate(rows[layer]):
                places[name] = (place + 0.5) / len(rows[layer])
