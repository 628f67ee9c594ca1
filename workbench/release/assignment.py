"""Dividing documents into train, dev and test, so that nothing that hangs together is torn."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from workbench.errors import ReleaseError
from workbench.model import Record
from workbench.release.leaks import name_tie
from workbench.release.links import Links, find_links
from workbench.release.splits import SIDES, SideCounts, SplitPlan, Splits, make_splits

ReadRecords = Callable[[], Iterable[Record]]
_DOCUMENTS = ""  # the label that counts documents, beside those that count stances


def compute_splits(read_records: ReadRecords, plan: SplitPlan) -> Splits:
    """Return the splits of the records that `read_records` yields, by `plan`.

    Documents that share a cluster, a copied claim or sentence, or that are copies of each other,
    stay on one side; with `plan.group_by` those of one outlet or date too. What hangs together is
    placed as a whole, that with the rarest stances first, where it takes the shares of documents
    and of each stance nearest to those that were asked for (least chi-square). Ties fall by the
    hash of seed and id, so the order of the records does not matter.

    Raises
    ------
    ReleaseError
        Fewer groups hang together than there are sides; the message names what holds them.
    """
    links = find_links(read_records(), plan.group_by)
    groups = links.components.groups()
    wanted = [side for side, ratio in zip(SIDES, plan.ratios, strict=True) if ratio > 0]
    if len(groups) < len(wanted):
        raise ReleaseError(_describe_lump(links, groups, wanted, read_records), subject=groups)
    placed = _place(links, groups, dict(zip(SIDES, plan.ratios, strict=True)), plan.seed)
    sides = {links.ids[number]: side for number, side in placed.items()}
    return make_splits(
        sides, count_sides(links, sides), plan, groups=len(groups), stock=links.stock
    )


def count_sides(links: Links, sides: Mapping[str, str]) -> dict[str, SideCounts]:
    """Return how many documents and attributions of each stance stand on each side."""
    documents = Counter(sides[each] for each in links.ids)
    stances: dict[str, Counter[str]] = {side: Counter() for side in SIDES}
    for document, counts in zip(links.ids, links.stances, strict=True):
        stances[sides[document]].update(counts)
    known = sorted({stance for counts in links.stances for stance in counts})
    return {
        side: SideCounts(documents[side], {each: stances[side][each] for each in known})
        for side in SIDES
    }


def _place(
    links: Links, groups: Sequence[tuple[int, ...]], ratios: Mapping[str, float], seed: int
) -> dict[int, str]:
    """Return the side of each document, by number."""
    counts = [_count(links, group) for group in groups]
    totals: Counter[str] = Counter()
    for each in counts:
        totals.update(each)
    order = sorted(range(len(groups)), key=lambda group: (
        -max(count / totals[label] for label, count in counts[group].items()),
        _draw(seed, min(links.ids[number] for number in groups[group])),
    ))  # fmt: skip
    held: dict[str, Counter[str]] = {side: Counter() for side in SIDES if ratios[side] > 0}
    placed: dict[str, list[int]] = {side: [] for side in held}
    for group in order:
        side = min(held, key=lambda side: _cost(held[side], counts[group], totals, ratios[side]))
        held[side].update(counts[group])
        placed[side].append(group)
    _fill_empty(placed, counts)
    return {
        number: side for side, members in placed.items() for group in members
        for number in groups[group]
    }  # fmt: skip


def _count(links: Links, group: tuple[int, ...]) -> Counter[str]:
    count = Counter({_DOCUMENTS: len(group)})
    for number in group:
        count.update(links.stances[number])
    return count


def _cost(
    held: Mapping[str, int], added: Mapping[str, int], totals: Mapping[str, int], ratio: float
) -> float:
    """Return how much further from its share a side gets that takes in `added`."""
    cost = 0.0
    for label, count in added.items():
        share = ratio * totals[label]
        distance = held[label] - share
        weight = len(totals) - 1 or 1 if label == _DOCUMENTS else 1
        cost += weight * count * (2 * distance + count) / (share * totals[label])
    return cost


def _fill_empty(placed: Mapping[str, list[int]], counts: Sequence[Counter[str]]) -> None:
    """Give each side that got nothing the smallest group of the side with the most groups."""
    for side in placed:
        if not placed[side]:
            giver = max(placed, key=lambda each: len(placed[each]))
            smallest = min(placed[giver], key=lambda group: counts[group][_DOCUMENTS])
            placed[giver].remove(smallest)
            placed[side].append(smallest)


def _draw(seed: int, document: str) -> bytes:
    data = f"{seed}\t{document}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=16).digest()


def _describe_lump(
    links: Links,
    groups: Sequence[tuple[int, ...]],
    wanted: Sequence[str],
    read_records: ReadRecords,
) -> str:
    largest = max(groups, key=len, default=())
    ties = sorted(links.ties, key=lambda tie: -len(tie.documents))
    holding = [tie for tie in ties if set(tie.documents) <= set(largest)][:3]
    names = [f"{name_tie(tie, read_records)} in {len(tie.documents)}" for tie in holding]
    if not names and len(largest) > 1:
        names = [f"copies such as {' and '.join(links.ids[each] for each in largest[:2])}"]
    held = f" Its largest holds {len(largest)} documents together by {'; '.join(names)}."
    return (
        f"Expected at least {len(wanted)} groups of documents for {', '.join(wanted)}, got "
        f"{len(groups)} among {len(links.ids)} documents: no split of them is free of leaks."
        f"{held if names else ''} Add documents about other matters, or release without splits."
    )
