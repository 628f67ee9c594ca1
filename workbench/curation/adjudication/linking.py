"""What annotators say of pairs of gold's claims: relations, never ids of clusters.

A person says of a pair what a link says, or ``same`` where both claims stand in one cluster of
theirs and no link says otherwise. Who has both claims and says neither is silent, which is an
answer too, unless nobody has found more than ``none``. Who lacks one of the claims says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

import msgspec

from workbench.curation.adjudication.units import Ref, Units
from workbench.model import DIRECTED, UNITING, ClaimRef, Link, Relation, make_link, name_pair
from workbench.model.record import Frozen

State = Literal["open", "ruled", "agreed", "implied", "unsaid"]


class Said(NamedTuple):
    """A relation of two claims; `reversed` where it goes from the second to the first."""

    relation: Relation
    reversed: bool = False


NONE, SAME = Said("none"), Said("same")


class LinkRuling(Frozen, frozen=True):
    """What was ruled on a pair of gold's claims.

    Parameters
    ----------
    first, second
        The claims, in the order of their documents and ids.
    refs
        The annotators' claims that it was about: each a name, a document, and an id.
    choice
        ``annotator:NAME`` whose version was taken, ``own`` where nobody had said so; null where it
        was taken back.
    people
        Those who had the version that was taken.
    value
        What gold says since then; null for nothing.
    seen
        What each of them said, in the order of the names.
    """

    first: ClaimRef
    second: ClaimRef
    refs: tuple[tuple[str, str, str], ...] = ()
    choice: str | None = None
    people: tuple[str, ...] = ()
    value: Said | None = None
    seen: tuple[tuple[str, Said | None], ...] = ()
    adjudicator: str | None = None


@dataclass(frozen=True)
class Matched:
    """The claims of one document that gold has, as each person has them.

    Parameters
    ----------
    golds
        The id of gold's claim, by a person and the id of theirs.
    clusters
        The cluster of a person's claim, by the person and the id of gold's.
    own
        The cluster of each claim of gold, by its id.
    refs
        The id of a person's claim, by the person and the id of gold's.
    """

    golds: Mapping[Ref, str] = field(default_factory=dict)
    clusters: Mapping[Ref, str | None] = field(default_factory=dict)
    own: Mapping[str, str | None] = field(default_factory=dict)
    refs: Mapping[Ref, str] = field(default_factory=dict)

    @cached_property
    def holders(self) -> dict[str, set[str]]:
        """Who has each of gold's claims."""
        found: dict[str, set[str]] = {}
        for person, gold in self.refs:
            found.setdefault(gold, set()).add(person)
        return found


def match_claims(units: Units, mapped: Mapping[int, str], own: Mapping[str, str | None]) -> Matched:
    """Return which claims of a document people have that gold has too.

    Parameters
    ----------
    mapped
        The id of gold's item for each unit that gold has.
    own
        The cluster of each claim of gold.
    """
    golds: dict[Ref, str] = {}
    clusters: dict[Ref, str | None] = {}
    for number, gold in mapped.items():
        unit = units.all[number]
        if unit.kind == "claim" and gold in own:
            for person, item in unit.items.items():
                golds[person, item.id] = gold
                clusters[person, gold] = getattr(item, "cluster", None)
    refs = {(person, gold): claim for (person, claim), gold in golds.items()}
    return Matched(golds, clusters, own, refs)


@dataclass(frozen=True)
class Pair:
    """Two claims of gold that somebody spoke of, and who says what of them.

    Parameters
    ----------
    first, second
        In the order of their documents and ids.
    said
        By everybody who has both claims; None where that person says nothing.
    gold
        What gold says of the pair itself.
    is_together
        Whether both stand in one cluster of gold.
    ruling
        What was ruled on it, where that stands.
    """

    first: ClaimRef
    second: ClaimRef
    said: Mapping[str, Said | None]
    gold: Said | None = None
    is_together: bool = False
    ruling: LinkRuling | None = None

    @property
    def name(self) -> str:
        """The name of the pair, whatever the order of its claims."""
        return name_pair(self.first, self.second)

    @property
    def value(self) -> Said | None:
        """What gold says, of itself or by a cluster."""
        return self.gold or (SAME if self.is_together else None)

    @property
    def agreed(self) -> Said | None:
        """What two people or more say, if they are all who have both claims."""
        values = set(self.said.values())
        return next(iter(values)) if len(self.said) > 1 and len(values) == 1 else None

    @property
    def state(self) -> State:
        """How far it is settled.

        ``ruled`` by somebody, ``agreed`` where gold says what all say, ``implied`` where gold's
        clusters came to say it, ``unsaid`` where nobody has found anything, else ``open``.
        """
        if self.ruling is not None and self.ruling.choice is not None:
            return "ruled"
        values = set(self.said.values())
        if self.value is not None and values == {self.value}:
            return "agreed"
        if self.gold is None and self.is_together and self.agreed in (None, SAME):
            return "implied"
        if values <= {None, NONE} and self.agreed is None:
            return "unsaid"
        return "open"

    @property
    def is_difference(self) -> bool:
        """Answer whether there is anything to settle, or to see how it was settled."""
        return self.state in ("open", "ruled")

    @property
    def is_stale(self) -> bool:
        """Answer whether people say something else than when it was ruled."""
        if self.ruling is None or self.ruling.choice is None:
            return False
        return self.ruling.seen != self.seen

    @property
    def seen(self) -> tuple[tuple[str, Said | None], ...]:
        """What each person says, in the order of the names."""
        return tuple(sorted(self.said.items()))

    @property
    def is_taken_over(self) -> bool:
        """Answer whether gold may take what all say, since it says nothing of the pair itself."""
        return self.state == "open" and self.agreed is not None and self.value is None

    def versions(self, order: Iterable[str]) -> list[tuple[tuple[str, ...], Said | None]]:
        """Return the people of each version, and what it says; people in the order given."""
        groups: dict[Said | None, list[str]] = {}
        for person in order:
            if person in self.said:
                groups.setdefault(self.said[person], []).append(person)
        return [(tuple(people), said) for said, people in groups.items()]


def find_pairs(
    matched: Mapping[str, Matched],
    links: Mapping[str, Iterable[Link]],
    gold: Iterable[Link] = (),
    rulings: Iterable[LinkRuling] = (),
) -> dict[str, Pair]:
    """Return the pairs of gold's claims that anybody linked, by their names, in order.

    Parameters
    ----------
    matched
        By document; links to others are left out.
    links
        What each person says of pairs of their own claims.
    gold
        What gold says.
    """
    explicit: dict[tuple[ClaimRef, ClaimRef], dict[str, Said]] = {}
    for person, own in sorted(links.items()):
        for ends, relation in _iter_said(own, matched, person):
            explicit.setdefault(ends, {}).setdefault(person, relation)
    stated = dict(_iter_said(gold, matched, None))
    ruled = {name_pair(each.first, each.second): each for each in rulings}
    pairs = {}
    for (first, second), by_person in sorted(explicit.items()):
        name = name_pair(first, second)
        voters = _find_voters(matched, first, second)
        said = {
            person: by_person.get(person) or _imply(matched, person, first, second)
            for person in voters
        }
        together = _share(matched[first.document].own, first, matched[second.document].own, second)
        pairs[name] = Pair(
            first, second, said, stated.get((first, second)), together, ruled.get(name)
        )
    return pairs


def complete_links(
    links: Iterable[Link], clusters: Iterable[Sequence[ClaimRef]]
) -> tuple[Link, ...]:
    """Return links that join all claims of each cluster: those given, and as few as are missing.

    Who has clusters without links, as from a file, has said as much with them.

    Parameters
    ----------
    clusters
        The claims of each, in the order of the texts.
    """
    known = list(links)
    for members in clusters:
        parts = {ref: {ref} for ref in members}
        for link in known:
            if link.relation in UNITING and link.start in parts and link.end in parts:
                _join(parts, link.start, link.end)
        for one, other in pairwise(members):
            if other not in parts[one]:
                known.append(make_link("same", one, other))
                _join(parts, one, other)
    return tuple(known)


def _join(parts: dict[ClaimRef, set[ClaimRef]], one: ClaimRef, other: ClaimRef) -> None:
    whole = parts[one] | parts[other]
    parts.update(dict.fromkeys(whole, whole))


def list_refs(matched: Mapping[str, Matched], pair: Pair) -> tuple[tuple[str, str, str], ...]:
    """Return the claims of the people that a pair is about."""
    return tuple(
        (person, end.document, matched[end.document].refs[person, end.claim])
        for person in sorted(pair.said)
        for end in (pair.first, pair.second)
    )


def orient(link: Link) -> tuple[tuple[ClaimRef, ClaimRef], Said]:
    """Return the ends of a link in their order, and what it says of them in that order."""
    first, second = sorted((link.start, link.end))
    is_reversed = link.relation in DIRECTED and link.start != first
    return (first, second), Said(link.relation, is_reversed)


def _iter_said(
    links: Iterable[Link], matched: Mapping[str, Matched], person: str | None
) -> Iterator[tuple[tuple[ClaimRef, ClaimRef], Said]]:
    """Yield what links say of gold's claims; of a person's, as far as gold has them."""
    for link in links:
        start, end = (_find_gold(each, matched, person) for each in (link.start, link.end))
        if start is not None and end is not None and start != end:
            yield orient(msgspec.structs.replace(link, start=start, end=end))


def _find_gold(
    ref: ClaimRef, matched: Mapping[str, Matched], person: str | None
) -> ClaimRef | None:
    known = matched.get(ref.document)
    if known is None:
        return None
    found = ref.claim if person is None else known.golds.get((person, ref.claim))
    return None if found is None or found not in known.own else ClaimRef(ref.document, found)


def _find_voters(matched: Mapping[str, Matched], first: ClaimRef, second: ClaimRef) -> list[str]:
    holders = [matched[ref.document].holders.get(ref.claim, set()) for ref in (first, second)]
    return sorted(set.intersection(*holders))


def _imply(
    matched: Mapping[str, Matched], person: str, first: ClaimRef, second: ClaimRef
) -> Said | None:
    one = matched[first.document].clusters.get((person, first.claim))
    other = matched[second.document].clusters.get((person, second.claim))
    return SAME if one is not None and one == other else None


def _share(
    ones: Mapping[str, str | None],
    first: ClaimRef,
    others: Mapping[str, str | None],
    second: ClaimRef,
) -> bool:
    cluster = ones.get(first.claim)
    return cluster is not None and cluster == others.get(second.claim)
