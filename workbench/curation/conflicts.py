"""Figures and dates of claims that belong together and cannot both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Literal

from workbench.curation.finding import Finding, Place, shorten
from workbench.curation.reading import Page
from workbench.errors import InputError
from workbench.ledger import Clash, Stating, Tie
from workbench.model import UNITING, Claim, ClaimRef, Link, Record
from workbench.model.record import Frozen
from workbench.text import Figure, find_bounds, load_figures, overlaps

TOLERANCE = Decimal("0.1")
"""How far, as a share of it, an approximate number may be from what it stands for."""

_TIES: Mapping[Tie, str] = {
    "cluster": "stands in the same cluster",
    "same": "is said to be the same",
    "restates": "is said to be copied by it or to copy it",
    "part_of": "is said to be the whole that it is a part of",
}


class Stated(Frozen, frozen=True):
    """What a claim states: its cluster, its figures and its date as the record writes them."""

    ref: ClaimRef
    cluster: str | None = None
    figure: str | None = None
    date: str | None = None


class Conflict(Frozen, frozen=True):
    """Two claims that belong together and whose figures or dates cannot both be true.

    Attributes
    ----------
    tie
        Why they have to agree: one cluster, or the relation that somebody said.
    start, end
        The claims; of ``part_of`` the part is `start`, otherwise in the order of their ids.
    feature
        Whether figures or dates are in conflict.
    first, second
        What `start` and `end` state, as written.
    cluster
        The cluster that both stand in, if they do.
    """

    tie: Tie
    start: ClaimRef
    end: ClaimRef
    feature: Literal["figure", "date"]
    first: str
    second: str
    cluster: str | None = None


def find_figure_conflicts(claims: Iterable[Stated], links: Iterable[Link] = ()) -> list[Conflict]:
    """Return which figures and dates cannot both be true, each pair of claims once for each.

    Claims of one cluster, and those that somebody called the same or a copy, have to meet: some
    number has to be left that both allow. A part may not exceed its whole, and has to fall into
    its time. Claims that are said to contradict, or to update, each other may differ.

    Only figures of one unit are compared, a part with a part; where each claim has one figure, a
    unit that is left open is the other's. An approximate number allows a tenth more and less. What
    is no figure or no date is passed over.

    Parameters
    ----------
    claims
        Of one layer; their order does not matter.
    links
        What the layer says of pairs.
    """
    known = {each.ref: each for each in claims}
    found: list[Conflict] = []
    for (tie, cluster), (start, end) in _iter_pairs(known, links):
        found += _compare(tie, cluster, known[start], known[end])
    return sorted(found, key=lambda each: (each.start, each.end, each.feature, each.tie))


def find_conflicting(pages: Sequence[Page], links: Iterable[Link]) -> Iterator[Finding]:
    """Yield the claims of a layer whose figures or dates cannot be true beside another's."""
    layers = {page.document: page.layer for page in pages}
    claims = _read_claims(page.record for page in pages)
    for conflict in _find_among(claims, links):
        start, end = claims[conflict.start], claims[conflict.end]
        yield Finding(
            "figure",
            layers[conflict.start.document],
            conflict.start.document,
            start.sentence,
            (start.id,),
            explain(_shorten(conflict, start, end)),
            1.0,
            (Place(layers[conflict.end.document], conflict.end.document, end.sentence, end.id),),
        )


def list_row_conflicts(records: Iterable[Record], links: Iterable[Link]) -> dict[str, list[Clash]]:
    """Return the conflicts by the row of a ledger that they concern.

    Whoever shows them words them in the language of who reads; `explain` is English. A row is
    called as its cluster, or ``DOCUMENT CLAIM`` where the claim stands in none.
    """
    claims = _read_claims(records)
    rows: dict[str, list[Clash]] = defaultdict(list)
    for conflict in _find_among(claims, links):
        clash = _shorten(conflict, claims[conflict.start], claims[conflict.end])
        ends = (conflict.start, conflict.end)
        for row in dict.fromkeys(claims[e].cluster or f"{e.document} {e.claim}" for e in ends):
            rows[row].append(clash)
    return dict(rows)


def _read_claims(records: Iterable[Record]) -> dict[ClaimRef, Claim]:
    return {
        ClaimRef(record.document.id, claim.id): claim
        for record in records
        for claim in record.claims
    }


def _find_among(claims: Mapping[ClaimRef, Claim], links: Iterable[Link]) -> list[Conflict]:
    return find_figure_conflicts([read_stated(ref, claim) for ref, claim in claims.items()], links)


def explain(clash: Clash) -> str:
    """Return in an English sentence why two claims cannot both be true."""
    first, second = clash.first, clash.second
    return (
        f"The claim «{first.words}» states {first.value}, and «{second.words}» of "
        f"{second.document}, which {_TIES[clash.tie]}, states {second.value}: "
        "both cannot be true."
    )


def _shorten(conflict: Conflict, start: Claim, end: Claim) -> Clash:
    return Clash(
        conflict.tie,
        Stating(conflict.start.document, _quote(start), conflict.first),
        Stating(conflict.end.document, _quote(end), conflict.second),
    )


def read_stated(ref: ClaimRef, claim: Claim) -> Stated:
    """Return what `claim` states."""
    return Stated(ref, claim.cluster, claim.features.get("figure"), claim.features.get("date"))


def _iter_pairs(
    known: Mapping[ClaimRef, Stated], links: Iterable[Link]
) -> Iterator[tuple[tuple[Tie, str | None], tuple[ClaimRef, ClaimRef]]]:
    clusters: dict[str, list[ClaimRef]] = defaultdict(list)
    for ref in sorted(known):
        each = known[ref]
        if each.cluster is not None and (each.figure or each.date):
            clusters[each.cluster].append(ref)
    for name, members in clusters.items():
        for pair in combinations(members, 2):
            yield ("cluster", name), pair
    for link in sorted(links, key=lambda each: (each.start, each.end)):
        if link.start not in known or link.end not in known:
            continue
        cluster = known[link.start].cluster
        if link.relation == "part_of":
            yield ("part_of", None), (link.start, link.end)
        elif link.relation in UNITING and (cluster is None or cluster != known[link.end].cluster):
            start, end = sorted((link.start, link.end))
            yield ("same" if link.relation == "same" else "restates", None), (start, end)


def _compare(tie: Tie, cluster: str | None, one: Stated, other: Stated) -> Iterator[Conflict]:
    if one.figure and other.figure and _are_figures_in_conflict(tie, one.figure, other.figure):
        yield Conflict(tie, one.ref, other.ref, "figure", one.figure, other.figure, cluster)
    if one.date and other.date and _are_dates_in_conflict(one.date, other.date):
        yield Conflict(tie, one.ref, other.ref, "date", one.date, other.date, cluster)


def _are_dates_in_conflict(one: str, other: str) -> bool:
    bounds = find_bounds(one), find_bounds(other)
    return (None, None) not in bounds and not overlaps(*bounds)


def _are_figures_in_conflict(tie: Tie, one: str, other: str) -> bool:
    """Answer whether the figures of some unit can in no combination be true together."""
    try:
        mine, theirs = load_figures(one), load_figures(other)
    except InputError:
        return False
    fits = _is_part if tie == "part_of" else _can_meet
    whole = tie == "part_of"  # a part is then the other claim's, whatever it is called here
    pairs = [
        (first, second)
        for first in mine
        for second in theirs
        if (whole or first.part == second.part) and _is_one_unit(first, second, mine, theirs)
    ]
    units = {first.unit or second.unit for first, second in pairs}
    return any(
        not any(fits(first, second) for first, second in pairs if unit in (first.unit, second.unit))
        for unit in units
    )


def _is_one_unit(
    one: Figure, other: Figure, mine: Sequence[Figure], theirs: Sequence[Figure]
) -> bool:
    alone = len(mine) == len(theirs) == 1
    return one.unit == other.unit or (alone and None in (one.unit, other.unit))


def _can_meet(one: Figure, other: Figure) -> bool:
    (low, low_open), (high, high_open) = _least(one), _most(other)
    (low2, low2_open), (high2, high2_open) = _least(other), _most(one)
    return _is_under(low, high, strictly=low_open or high_open) and _is_under(
        low2, high2, strictly=low2_open or high2_open
    )


def _is_part(part: Figure, whole: Figure) -> bool:
    (low, low_open), (high, high_open) = _least(part), _most(whole)
    return _is_under(low, high, strictly=low_open or high_open)


def _is_under(low: Decimal | None, high: Decimal | None, *, strictly: bool) -> bool:
    if low is None or high is None:
        return True
    return low < high if strictly else low <= high


def _least(figure: Figure) -> tuple[Decimal | None, bool]:
    if figure.low is None or not figure.approximate:
        return figure.low, figure.low_open
    return figure.low - abs(figure.low) * TOLERANCE, False


def _most(figure: Figure) -> tuple[Decimal | None, bool]:
    if figure.high is None or not figure.approximate:
        return figure.high, figure.high_open
    return figure.high + abs(figure.high) * TOLERANCE, False


def _quote(claim: Claim) -> str:
    return shorten(" … ".join(span.text for span in claim.spans) or claim.proposition or "")
