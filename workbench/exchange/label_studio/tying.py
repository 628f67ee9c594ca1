"""Which source, target and anchor each attribution has, as relations tie them."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.exchange.label_studio.items import Group, by_region, is_fragment
from workbench.exchange.label_studio.parsing import Link, Parts


def tie(groups: Sequence[Group], parts: Parts) -> list[Group]:
    """Fill in what the hubs are tied to, and return them.

    A relation's ends say what it means: a hub with a source, a claim, an anchor, or another hub,
    which it then relays. A source that is tied to a claim and to no hub becomes a hub itself: an
    attribution without a cue. What is tied to nothing stays raw.
    """
    groups_of = by_region(groups)
    hubs = [group for group in groups if group.kind == "hub"]
    direct: list[tuple[Group, Group, Link]] = []
    for link in parts.links:
        if is_fragment(link):
            continue
        source, target = groups_of[link.source.id], groups_of[link.target.id]
        kinds = {source.kind, target.kind}
        if source is target:
            continue
        if source.kind == "hub":
            tied = _give(source, target)
        elif target.kind == "hub":
            tied = _give(target, source)
        else:
            tied = kinds == {"source", "claim"}
            if tied:
                pair = (source, target) if source.kind == "source" else (target, source)
                direct.append((*pair, link))
        if not tied:
            _leave(link, parts)
    hubs.extend(_tie_directly(direct, hubs, parts))
    _leave_loose(groups, hubs, parts)
    return hubs


def _give(hub: Group, other: Group) -> bool:
    places = {
        "source": hub.sources,
        "anchor": hub.anchors,
        "claim": hub.targets,
        "hub": hub.targets,
    }
    place = places.get(other.kind)
    if place is not None and other not in place:
        place.append(other)
    return place is not None


def _tie_directly(
    direct: Sequence[tuple[Group, Group, Link]], hubs: Sequence[Group], parts: Parts
) -> list[Group]:
    made: dict[str, Group] = {}
    for source, claim, link in direct:
        owners = [hub for hub in hubs if source in hub.sources]
        if len(owners) > 1:
            _leave(link, parts)
        elif owners:
            _give(owners[0], claim)
        else:
            hub = made.setdefault(
                source.head.id, Group("hub", [source.head], source.head, sources=[source])
            )
            _give(hub, claim)
    return list(made.values())


def _leave(link: Link, parts: Parts) -> None:
    parts.report("untied", link.source.id, "A relation ties two regions that do not belong so.")
    parts.raw.append(link.result)


def _leave_loose(groups: Sequence[Group], hubs: Sequence[Group], parts: Parts) -> None:
    tied = {group for hub in hubs for group in (*hub.sources, *hub.anchors)}
    loose = set()
    for group in groups:
        if group.kind in ("source", "anchor") and group not in tied:
            for region in group.regions:
                loose.add(region.id)
                parts.report("untied", region.id, f"A {group.kind} is tied to no attribution.")
                parts.raw.append(region.result)
    fragments = [each for each in parts.links if is_fragment(each)]
    parts.raw.extend(each.result for each in fragments if each.source.id in loose)
