"""A record as scoring sees it: sets of code points over gold's sentences, and no ids.

What gold leaves open is left out, identical spans are one, and a claim without spans stands as a
point of its own behind the text, the same for all such claims of a sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.errors import RecordError
from workbench.matching import Ranges, merge_ranges
from workbench.model import Attribution, Claim, Record, Span, compute_leaf_claims, find_cycle

_ROOM = 1 << 20  # points behind the text for each sentence


class Grid:
    """Gold's sentences as the places that items are in.

    Parameters
    ----------
    record
        A record of gold; a sentence without a decision counts as open.
    """

    def __init__(self, record: Record) -> None:
        sentences = sorted(record.sentences, key=lambda sentence: sentence.start)
        decided = {each.sentence for each in record.decisions if each.status != "open"}
        self._starts = [sentence.start for sentence in sentences]
        self._ends = [sentence.end for sentence in sentences]
        self._length = len(record.document.text)
        self.open = frozenset(
            place for place, sentence in enumerate(sentences) if sentence.id not in decided
        )
        self.starts: Sequence[int] = self._starts

    def locate(self, offset: int) -> int:
        """Return the place of the sentence that holds `offset`; the number of all where none."""
        place = bisect_right(self._starts, offset) - 1
        return place if place >= 0 and offset < self._ends[place] else len(self._starts)

    def point(self, place: int, number: int = 0) -> tuple[int, int]:
        """Return the range that stands for a claim without spans, made in sentence `place`."""
        start = self._length + 1 + place * _ROOM + 2 * number
        return start, start + 1


@dataclass(slots=True)
class ClaimItem:
    """One claim, or several of the same spans."""

    points: Ranges
    place: int
    has_spans: bool
    proposition: str
    clusters: set[str | None] = field(default_factory=set)
    stances: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class AttributionItem:
    """One attribution; `leaves` are places in the answer's claims, `targets` in its attributions.

    `leaf_keys` are the leaf claims one by one, `content` is the union of their code points.
    """

    source: Ranges
    realization: str
    cue: Ranges
    content: Ranges
    leaf_keys: tuple[Ranges, ...]
    leaves: tuple[int, ...]
    targets: tuple[int, ...]
    ends: bool
    stance: str
    certainty: str | None
    in_other_sentence: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What one side says of one document, as far as it is scored.

    `claim_places` says which of `claims` each claim of the record went into, by its id.
    """

    claims: Sequence[ClaimItem] = ()
    attributions: Sequence[AttributionItem] = ()
    unsure: int = 0
    dropped: int = 0
    claim_places: Mapping[str, int] = field(default_factory=dict)


def build_answer(record: Record, grid: Grid) -> Answer:
    """Return the answer of `record` over gold's sentences.

    Raises
    ------
    RecordError
        A span does not hold its text, a target is unknown, or attributions form a cycle.
    """
    reader = _Reader(record, grid)
    claims, claim_places = reader.read_claims()
    attributions = reader.read_attributions(claims, claim_places)
    kept = len(reader.kept_claims) + len(attributions)
    return Answer(
        claims,
        attributions,
        reader.count_unsure(),
        len(record.claims) + len(record.attributions) - kept,
        claim_places,
    )


class _Reader:
    """Reads one record against one grid."""

    def __init__(self, record: Record, grid: Grid) -> None:
        self._record, self._grid, self._text = record, grid, record.document.text
        self._starts = {sentence.id: sentence.start for sentence in record.sentences}
        self._by_id = {each.id: each for each in record.attributions}
        self._nested = False
        self.kept_claims: list[Claim] = []
        self.kept_attributions: list[Attribution] = []

    def read_claims(self) -> tuple[list[ClaimItem], dict[str, int]]:
        """Return the claims that are scored, and where each id went; identical spans are one."""
        items: list[ClaimItem] = []
        places: dict[str, int] = {}
        seen: dict[Ranges, int] = {}
        for claim in self._record.claims:
            place = self._locate(claim.sentence, claim.spans)
            if place in self._grid.open:
                continue
            self.kept_claims.append(claim)
            points = self._points(claim.spans) if claim.spans else (self._grid.point(place),)
            if claim.spans and points in seen:
                number = seen[points]
            else:
                number = seen[points] = len(items)
                items.append(ClaimItem(points, place, bool(claim.spans), claim.proposition or ""))
            items[number].clusters.add(claim.cluster)
            places[claim.id] = number
        return items, places

    def read_attributions(
        self, claims: Sequence[ClaimItem], claim_places: dict[str, int]
    ) -> list[AttributionItem]:
        """Return the attributions that are scored, and tell `claims` the stances to them."""
        self._check_targets()
        kept: dict[str, tuple[Attribution, int]] = {}
        for attribution in self._record.attributions:
            cue = attribution.cue or ()
            place = self._locate(attribution.sentence, cue or attribution.source.spans)
            if place not in self._grid.open:
                kept[attribution.id] = attribution, place
        numbers = {name: number for number, name in enumerate(kept)}
        self.kept_attributions = [attribution for attribution, _ in kept.values()]
        items = []
        for attribution, place in kept.values():
            item = self._read_attribution(attribution, place, claims, claim_places, numbers)
            for leaf in item.leaves:
                claims[leaf].stances.add(item.stance)
            items.append(item)
        return items

    def count_unsure(self) -> int:
        """Return how many of the scored items their annotator was unsure of."""
        return sum(claim.unsure for claim in self.kept_claims) + sum(
            attribution.unsure for attribution in self.kept_attributions
        )

    def _read_attribution(
        self,
        attribution: Attribution,
        place: int,
        claims: Sequence[ClaimItem],
        claim_places: dict[str, int],
        numbers: dict[str, int],
    ) -> AttributionItem:
        # Most attributions speak of claims alone: then there is no chain to follow.
        reached = attribution.targets
        targets: tuple[int, ...] = ()
        if self._nested:
            reached = compute_leaf_claims(attribution, self._by_id)
            targets = tuple(
                sorted({numbers[each] for each in attribution.targets if each in numbers})
            )
        leaves = tuple(sorted({claim_places[leaf] for leaf in reached if leaf in claim_places}))
        leaf_keys = self._number_leaves([claims[leaf] for leaf in leaves])
        source = attribution.source
        return AttributionItem(
            source=self._points(source.spans),
            realization=source.realization or "",
            cue=self._points(attribution.cue or ()),
            content=leaf_keys[0] if len(leaf_keys) == 1 else _unite(leaf_keys),
            leaf_keys=leaf_keys,
            leaves=leaves,
            targets=targets,
            ends=not targets or any(each not in self._by_id for each in attribution.targets),
            stance=attribution.stance or "",
            certainty=attribution.certainty,
            in_other_sentence=bool(source.spans)
            and self._grid.locate(source.spans[0].start) != place,
        )

    def _number_leaves(self, leaves: Sequence[ClaimItem]) -> tuple[Ranges, ...]:
        """Return the code points of each leaf, so that two without spans do not fall into one."""
        if len(leaves) == 1:
            return (leaves[0].points,)
        without: dict[int, int] = {}
        keys = []
        for leaf in leaves:
            if leaf.has_spans:
                keys.append(leaf.points)
            else:
                number = without.get(leaf.place, 0)
                without[leaf.place] = number + 1
                keys.append((self._grid.point(leaf.place, number),))
        return tuple(sorted(keys))

    def _locate(self, sentence: str, spans: Sequence[Span]) -> int:
        start = spans[0].start if spans else self._starts.get(sentence, -1)
        return self._grid.locate(start)

    def _points(self, spans: Sequence[Span]) -> Ranges:
        text = self._text
        for span in spans:
            if not 0 <= span.start < span.end or text[span.start : span.end] != span.text:
                self._refuse(f"[{span.start}, {span.end}) to hold {span.text!r}", "another text")
        if len(spans) == 1:
            return ((spans[0].start, spans[0].end),)
        return merge_ranges([(span.start, span.end) for span in spans])

    def _check_targets(self) -> None:
        known = {claim.id for claim in self._record.claims}
        for attribution in self._record.attributions:
            for target in attribution.targets:
                if target in self._by_id:
                    self._nested = True
                elif target not in known:
                    self._refuse("the id of a claim or attribution as target", repr(target))
        if self._nested and find_cycle(self._by_id):
            self._refuse("attributions that end in claims", "a cycle")

    def _refuse(self, expected: str, got: str) -> None:
        record = self._record
        raise RecordError(
            f"Expected {expected}, got {got}, "
            f"in document {record.document.id} of {record.provenance.layer}.",
            hint="Run `workbench validate FILE` to see every violation.",
            subject=record,
        )


def _unite(keys: Sequence[Ranges]) -> Ranges:
    return merge_ranges([points for key in keys for points in key])
