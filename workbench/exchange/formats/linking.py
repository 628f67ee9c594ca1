"""Attributions from labelled regions and the links between them, as other tools draw them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbench.exchange.formats.found import (
    Extra,
    FoundAttribution,
    FoundClaim,
    FoundDocument,
    Range,
)
from workbench.exchange.formats.losses import Losses

RoleName = Literal["claim", "source", "cue", "anchor"]

_ROLES: dict[str, RoleName] = {
    "claim": "claim", "content": "claim", "proposition": "claim", "statement": "claim",
    "source": "source", "claimer": "source", "holder": "source", "speaker": "source",
    "cue": "cue", "trigger": "cue",
    "anchor": "anchor", "anaphor": "anchor",
}  # fmt: skip


def find_role(label: str) -> RoleName | None:
    """Return the role that a label of another tool means, or ``None``; case does not matter."""
    return _ROLES.get(label.strip().rpartition(".")[2].lower())


@dataclass
class Region:
    """A labelled region of a text: its role, its fragments, and the labels that hang on it."""

    key: str
    role: RoleName
    ranges: list[Range]
    stance: str | None = None
    certainty: str | None = None
    realization: str | None = None
    extra: Extra = field(default_factory=Extra)


def link_regions(
    document: FoundDocument,
    regions: Mapping[str, Region],
    links: Iterable[tuple[str, str]],
    losses: Losses,
) -> None:
    """Add claims and attributions to `document`.

    Each cue is an attribution, with the sources, claims and anchors that a link ties to it, in
    either direction; a link from cue to cue makes the first relay the second. A source that is tied
    to a claim directly is an attribution without a cue. What is tied to nothing is counted.
    """
    hubs: dict[str, FoundAttribution] = {}
    for region in regions.values():
        if region.role == "claim":
            document.claims.append(FoundClaim(region.key, region.ranges, region.extra))
        elif region.role == "cue":
            hubs[region.key] = _make_hub(region, cue=region.ranges)
    tied: set[str] = set()
    for start, end in links:
        pair = _order(regions.get(start), regions.get(end))
        if pair is None:
            losses.add("links", "dropped", why="between regions that cannot be tied")
            continue
        hub, other = pair
        tied.add(other.key)
        if hub.key not in hubs:
            hubs[hub.key] = _make_hub(hub, source=hub.ranges)
            tied.add(hub.key)
        _tie(hubs[hub.key], other)
    document.attributions.extend(hubs.values())
    loose = [r for r in regions.values() if r.role in ("source", "anchor") and r.key not in tied]
    losses.add("regions", "dropped", len(loose), "a source or anchor that is tied to nothing")


def _make_hub(
    region: Region, *, cue: list[Range] | None = None, source: list[Range] | None = None
) -> FoundAttribution:
    return FoundAttribution(
        f"hub:{region.key}",
        source=list(source or ()),
        cue=list(cue or ()),
        stance=region.stance,
        certainty=region.certainty,
        realization=region.realization,
        extra=region.extra,
    )


def _order(start: Region | None, end: Region | None) -> tuple[Region, Region] | None:
    """Return the two with the hub first, or ``None`` where they cannot be tied."""
    if start is None or end is None or start is end:
        return None
    if start.role == "cue":
        return start, end
    if end.role == "cue":
        return end, start
    if {start.role, end.role} == {"source", "claim"}:
        return (start, end) if start.role == "source" else (end, start)
    return None


def _tie(hub: FoundAttribution, other: Region) -> None:
    if other.role == "claim":
        hub.targets.append(other.key)
    elif other.role == "cue":
        hub.targets.append(f"hub:{other.key}")
    elif other.role == "source":
        hub.source.extend(other.ranges)
    else:
        hub.anchor.extend(other.ranges)
