"""Regions that belong together, and which claim, attribution or sentence they are."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from workbench.exchange.label_studio.controls import (
    ANCHOR,
    ATTRIBUTION,
    CLAIM,
    CUE,
    SENTENCE,
    SOURCE,
    UNDERSTOOD,
)
from workbench.exchange.label_studio.parsing import (
    Item,
    Link,
    Parts,
    Region,
    as_dict,
    as_list,
)
from workbench.scheme.names import is_id

_KINDS = {
    CLAIM: "claim",
    UNDERSTOOD: "claim",
    CUE: "hub",
    ATTRIBUTION: "hub",
    SOURCE: "source",
    ANCHOR: "anchor",
    SENTENCE: "sentence",
}
_MINTED = "ls:"


@dataclass(eq=False)
class Group:
    """The regions of one thing, in the order of the text: fragments, tied as parts.

    Attributes
    ----------
    kind
        ``claim``, ``hub``, ``source``, ``anchor`` or ``sentence``.
    head
        The region that the others are parts of.
    known
        The region whose ``meta.wb`` says what the group is, or ``None``: a person made it.
    carried
        What another region says of the group in place of `known`.
    id
        The id of the claim or attribution.
    """

    kind: str
    regions: list[Region]
    head: Region
    known: Region | None = None
    carried: Item | None = None
    id: str = ""
    sources: list[Group] = field(default_factory=list)
    anchors: list[Group] = field(default_factory=list)
    targets: list[Group] = field(default_factory=list)

    @property
    def wb(self) -> Item:
        """What the workbench said of the group."""
        if self.carried is not None:
            return self.carried
        return self.known.wb if self.known else {}

    def values(self, name: str) -> list[str]:
        """Return what the regions say by control `name`, the head's word first, each once."""
        if len(self.regions) == 1:
            word = self.head.values.get(name)
            return [] if word is None else [word]
        said = [self.head, *self.regions]
        return list(dict.fromkeys(each.values[name] for each in said if name in each.values))


def group_regions(parts: Parts) -> list[Group]:
    """Return the regions in groups: those of one kind that relations call parts of each other."""
    leader = {key: key for key in parts.regions}

    def find(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    tails = set()
    for link in parts.links:
        if is_fragment(link):
            leader[find(link.target.id)] = find(link.source.id)
            tails.add(link.target.id)
    if not tails:
        return [Group(_KINDS[each.label], [each], each) for each in parts.regions.values()]
    members: dict[str, list[Region]] = {}
    for key in parts.regions:
        members.setdefault(find(key), []).append(parts.regions[key])
    groups = []
    for regions in members.values():
        regions.sort(key=lambda each: (each.start, each.end, each.id))
        head = next((each for each in regions if each.id not in tails), regions[0])
        groups.append(Group(_KINDS[head.label], regions, head))
    return groups


def is_fragment(link: Link) -> bool:
    """Answer whether `link` ties two fragments of one thing."""
    if not link.is_part:
        return False
    kinds = (_KINDS[link.source.label], _KINDS[link.target.label])
    return kinds[0] == kinds[1] != "sentence"


def identify(groups: Iterable[Group], kind: str, taken: set[str]) -> None:
    """Give the groups of `kind` the ids that the workbench gave them; `taken` grows.

    Where two groups claim one id, the one with the first fragment keeps it.
    """
    wanted: list[tuple[int, int, str, Group, Region]] = []
    for group in groups:
        if group.kind == kind:
            for region in group.regions:
                name, part = region.wb.get("item"), region.wb.get("part")
                if is_item(name) and _KINDS.get(str(region.wb.get("label"))) == kind:
                    is_first = not region.id.startswith(f"{region_stem(str(name))}-")
                    number = part if type(part) is int else 0
                    wanted.append((number, is_first, region.id, group, region))
    for _, _, _, group, region in sorted(wanted, key=lambda each: each[:3]):
        name = str(region.wb["item"])
        if not group.id and name not in taken:
            group.id, group.known = name, region
            taken.add(name)


def adopt(hubs: Iterable[Group], taken: set[str]) -> None:
    """Give a hub that a person drew anew the id of the attribution that lost its hub.

    Its sources and anchors still say whose they are.
    """
    heirs: dict[str, list[tuple[Group, Region]]] = {}
    for hub in hubs:
        if not hub.id:
            names: dict[str, Region] = {}
            for group in (*hub.sources, *hub.anchors):
                for region in group.regions:
                    if is_item(region.wb.get("item")):
                        names.setdefault(str(region.wb["item"]), region)
            names = {name: region for name, region in names.items() if name not in taken}
            if len(names) == 1:
                ((name, region),) = names.items()
                heirs.setdefault(name, []).append((hub, region))
    for name, found in heirs.items():
        if len(found) == 1:
            hub, region = found[0]
            hub.id, hub.known = name, region
            taken.add(name)


def adopt_claims(hubs: Iterable[Group], taken: set[str]) -> None:
    """Give a claim that a person marked anew the id of the one that went, where that is plain.

    A hub has written down its targets: where one of them went and one new claim came, that is it.
    """
    heirs: dict[Group, dict[str, Item]] = {}
    for hub in hubs:
        entries = [as_dict(each) for each in as_list(hub.wb.get("rel"))]
        lost = {
            str(each["item"]): each
            for each in entries
            if is_item(each.get("item")) and each["item"] not in taken
        }
        new = [each for each in hub.targets if each.kind == "claim" and not each.id]
        if len(lost) == len(new) == 1:
            heirs.setdefault(new[0], {}).update(lost)
    for claim, found in heirs.items():
        if len(found) == 1 and not taken.intersection(found):
            ((claim.id, claim.carried),) = found.items()
            taken.add(claim.id)


def sort_targets(hub: Group) -> None:
    """Put the targets in the order that the workbench wrote down, new ones behind."""
    entries = [as_dict(each) for each in as_list(hub.wb.get("rel"))]
    order: dict[str, int] = {}
    for number, entry in enumerate(entries):
        for name in (entry.get("to"), entry.get("item")):
            order.setdefault(str(name), number)

    def key(target: Group) -> tuple[int, int, str]:
        names = [target.id, *(each.id for each in target.regions)]
        places = [order[name] for name in names if name in order]
        return (min(places, default=len(entries)), target.head.start, target.head.id)

    hub.targets.sort(key=key)


def mint(groups: Iterable[Group], taken: set[str]) -> None:
    """Give each group without an id one that follows from its head region's id."""
    for group in groups:
        if not group.id:
            group.id = mint_id(group.head.id, taken)
            taken.add(group.id)


def mint_id(region: str, taken: Collection[str]) -> str:
    """Return an id for what a person made with region `region`; the same one each time."""
    plain = f"{_MINTED}{region}"
    if is_id(plain) and plain not in taken:
        return plain
    number = 0
    while True:
        seed = f"{region}\0{number}".encode("utf-8", "surrogatepass")
        hashed = _MINTED + hashlib.sha256(seed).hexdigest()[:16]
        if hashed not in taken:
            return hashed
        number += 1


def region_stem(item: str) -> str:
    """Return what the ids of an item's regions begin with.

    The editor writes a region's id into the selector of its colour, where ``.`` and ``:`` mean
    something else: a region whose id has one is not painted.
    """
    return item.replace("_", "__").replace(".", "_d").replace(":", "_c")


def is_item(name: object) -> bool:
    """Answer whether a region's ``meta.wb`` names an item."""
    return isinstance(name, str) and bool(is_id(name))


def by_region(groups: Iterable[Group]) -> Mapping[str, Group]:
    """Return the groups by the ids of their regions."""
    return {region.id: group for group in groups for region in group.regions}
