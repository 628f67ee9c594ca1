"""What two annotators share in one document: spans, links, and where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.agreement.reading import Held, Side
from workbench.agreement.unitizing import Units, unite
from workbench.evaluation.alignment import ALIGNED, Alignment, align_answers, build_strict_key
from workbench.evaluation.answers import AttributionItem
from workbench.matching import Ranges, match_ranges

ROLES = ("claim", "source", "cue")
COUNTED = (
    *(f"{role}.{how}" for role in ROLES for how in ("strict", "overlap")),
    "link.given_spans",
    "link.end_to_end",
    "entity.given_attributions",
)
"""The names of the pairwise F1 scores; those of features come to them."""

KINDS = ("missed", "boundary", "source", "stance", "certainty")
"""The kinds of differences between two answers."""

Count = tuple[int, int, int]
"""Matched, first, second."""

Common = tuple[Any, tuple[int, str], tuple[int, str]]
"""How good a pair of items is (the best sorts first), and both as (layer, id)."""


@dataclass(slots=True)
class PairCounts:
    """What one pair of annotators adds in one document.

    `differences` counts, by the place of the sentence, each kind of difference. `units` are those
    of each role for the unitizing alpha. `common` are the attributions that both found, `matched`
    the attributions themselves.
    """

    counts: dict[str, Count]
    units: dict[str, tuple[Units, Units]]
    common: list[Common]
    matched: Sequence[tuple[Held, Held]]
    differences: dict[int, Counter[str]] = field(default_factory=dict)


def compare_sides(first: Side, second: Side) -> tuple[PairCounts, Alignment]:
    """Return what `first` and `second` share, and how their items were aligned."""
    alignment = align_answers(first.answer, second.answer)
    spans = {role: (_read_role(first, role), _read_role(second, role)) for role in ROLES[1:]}
    matches = {role: match_ranges(sorted(a), sorted(b)) for role, (a, b) in spans.items()}
    left = Counter(claim.points for claim in first.answer.claims)
    right = Counter(claim.points for claim in second.answer.claims)
    sizes = left.total(), right.total()
    counts: dict[str, Count] = {
        "claim.strict": ((left & right).total(), *sizes),
        "claim.overlap": (len(alignment.claims), *sizes),
    }
    for role, (ones, others) in spans.items():
        counts[f"{role}.strict"] = (len(ones & others), len(ones), len(others))
        counts[f"{role}.overlap"] = (len(matches[role]), len(ones), len(others))
    lefts, rights = (sorted(each) for each in spans["source"])
    sources = {lefts[edge.gold]: rights[edge.pred] for edge in matches["source"]}
    counts.update(_count_links(first, second, alignment, sources))
    units = {
        "claim": (_unite_claims(first), _unite_claims(second)),
        **{role: (_unite(a), _unite(b)) for role, (a, b) in spans.items()},
    }
    matched = _match_attributions(first, second, alignment)
    counts["entity.given_attributions"] = _count_entities(matched)
    result = PairCounts(counts, units, _find_common(first, second, alignment), matched)
    _note_differences(first, second, alignment, result)
    return result, alignment


def _read_role(side: Side, role: str) -> set[Ranges]:
    spans = {getattr(item, role) for item in side.answer.attributions}
    return spans - {()}


def _unite_claims(side: Side) -> Units:
    return _unite(claim.points for claim in side.answer.claims if claim.has_spans)


def _unite(spans: Iterable[Ranges]) -> Units:
    return unite(part for ranges in spans for part in ranges)


def _count_links(
    first: Side, second: Side, alignment: Alignment, sources: dict[Ranges, Ranges]
) -> dict[str, Count]:
    """Count the links from a source to a leaf claim, all of them and those of matched spans.

    A source without spans is known by its realization, and needs no match.
    """
    claims = {edge.gold: edge.pred for edge in alignment.claims}
    back_claims, back_sources = set(claims.values()), set(sources.values())
    left, right = _find_links(first), _find_links(second)
    possible = [
        (sources[source] if isinstance(source, tuple) else source, claims[claim])
        for source, claim in left
        if claim in claims and (isinstance(source, str) or source in sources)
    ]
    matched = sum(link in right for link in possible)
    others = sum(
        claim in back_claims and (isinstance(source, str) or source in back_sources)
        for source, claim in right
    )
    return {
        "link.given_spans": (matched, len(possible), others),
        "link.end_to_end": (matched, len(left), len(right)),
    }


def _find_links(side: Side) -> set[tuple[Ranges | str, int]]:
    return {
        (held.item.source or held.item.realization, leaf)
        for held in side.attributions
        for leaf in held.item.leaves
    }


def _find_common(first: Side, second: Side, alignment: Alignment) -> list[Common]:
    left = {held.number: held.id for held in first.attributions}
    right = {held.number: held.id for held in second.attributions}
    found: list[Common] = []
    for edge in alignment.attributions:
        contents = sorted(
            _content(side.answer.attributions[number])
            for side, number in ((first, edge.gold), (second, edge.pred))
        )
        rank = (-edge.weight, -edge.exact, not edge.agrees, contents)
        found.append((rank, (first.layer, left[edge.gold]), (second.layer, right[edge.pred])))
    return found


def find_common_claims(first: Side, second: Side, alignment: Alignment) -> list[Common]:
    """Return the claims that both have, as evaluation aligns them."""
    found: list[Common] = []
    for edge in alignment.claims:
        if edge.weight < ALIGNED:
            continue
        items = first.answer.claims[edge.gold], second.answer.claims[edge.pred]
        contents = sorted((each.points, sorted(each.stances), each.proposition) for each in items)
        rank = (-edge.weight, -edge.exact, not edge.agrees, contents)
        names = first.claims[edge.gold][0].id, second.claims[edge.pred][0].id
        found.append((rank, (first.layer, names[0]), (second.layer, names[1])))
    return found


def _match_attributions(
    first: Side, second: Side, alignment: Alignment
) -> Sequence[tuple[Held, Held]]:
    left = {held.number: held for held in first.attributions}
    right = {held.number: held for held in second.attributions}
    return [(left[edge.gold], right[edge.pred]) for edge in alignment.attributions]


def _count_entities(matched: Iterable[tuple[Held, Held]]) -> Count:
    """Count the entities of the sources of attributions that both found."""
    pairs = [
        (set(one.said.source.entities), set(other.said.source.entities)) for one, other in matched
    ]
    return (
        sum(len(one & other) for one, other in pairs),
        sum(len(one) for one, _ in pairs),
        sum(len(other) for _, other in pairs),
    )


def _content(item: AttributionItem) -> Any:
    return (*build_strict_key(item), item.stance, item.certainty or "")


def _note_differences(first: Side, second: Side, alignment: Alignment, result: PairCounts) -> None:
    """Note each difference at its sentence, by kind."""
    for place, kind in (
        *_iter_claim_differences(first, second, alignment),
        *_iter_attribution_differences(first, second, alignment),
    ):
        result.differences.setdefault(place, Counter())[kind] += 1


def _iter_claim_differences(
    first: Side, second: Side, alignment: Alignment
) -> Iterator[tuple[int, str]]:
    matched: tuple[set[int], set[int]] = (set(), set())
    for edge in alignment.claims:
        matched[0].add(edge.gold)
        matched[1].add(edge.pred)
        if not edge.exact:
            places = first.answer.claims[edge.gold].place, second.answer.claims[edge.pred].place
            yield min(places), "boundary"
    for side, numbers in zip((first, second), matched, strict=True):
        for number, claim in enumerate(side.answer.claims):
            if number not in numbers:
                yield claim.place, "missed"


def _iter_attribution_differences(
    first: Side, second: Side, alignment: Alignment
) -> Iterator[tuple[int, str]]:
    left = {held.number: held for held in first.attributions}
    right = {held.number: held for held in second.attributions}
    for edge in alignment.attributions:
        one, other = left.pop(edge.gold), right.pop(edge.pred)
        for kind in _list_kinds(one.item, other.item):
            # Both may have the cue in another sentence; the earlier one is shown.
            yield min(one.place, other.place), kind
    found = {edge.gold for edge in alignment.claims}, {edge.pred for edge in alignment.claims}
    for rest, claims in zip((left, right), found, strict=True):
        for held in rest.values():
            # Where the claim itself is missing, that is the difference already.
            if not claims.isdisjoint(held.item.leaves):
                yield held.place, "source"


def _list_kinds(one: AttributionItem, other: AttributionItem) -> Sequence[str]:
    kinds = []
    if (one.source, one.cue) != (other.source, other.cue):
        kinds.append("boundary")
    if one.stance != other.stance:
        kinds.append("stance")
    elif one.certainty != other.certainty:  # another stance brings another certainty with it
        kinds.append("certainty")
    return kinds
