"""What one document adds to each score: counts that add up over documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from workbench.errors import SchemeError
from workbench.evaluation.alignment import (
    ALIGNED,
    Alignment,
    build_strict_key,
    is_same_source,
)
from workbench.evaluation.answers import Answer, AttributionItem, Grid
from workbench.evaluation.nesting import count_chains, count_edges
from workbench.matching import (
    Edge,
    Ranges,
    assign,
    count_common,
    count_points,
    match_ranges,
    merge_ranges,
)
from workbench.model import Record
from workbench.scheme import Scheme

Triple = tuple[float, float, float]
"""Matched, gold, predicted."""

CASES = ("explicit", "pro_drop", "implicit", "other_sentence")
CONTENT, BOILERPLATE = "content", "boilerplate"

COUNTED = (
    "has_claim",
    *(f"{role}.{how}" for role in ("claim", "source", "cue")
      for how in ("strict", "partial", "character")),
    "attribution.strict",
    "attribution.lenient",
    *(f"source.case.{case}" for case in CASES),
    "nesting.parent_edge",
    "nesting.whole_chain",
    "triples",
)  # fmt: skip
"""The names of the scores that are precision, recall and F1 of counts."""

CLASSIFIED = ("segments", "stance", "factbank")
"""The names of the scores that are averages over classes."""

Pairs = list[tuple[str, str | None]]
"""Gold's class and the predicted one, ``None`` where nothing was predicted."""


@dataclass(slots=True)
class DocumentCounts:
    """The counts of one document, by the names of `COUNTED` and `CLASSIFIED`."""

    counts: dict[str, Triple] = field(default_factory=dict)
    classes: dict[str, Pairs] = field(default_factory=dict)


def count_document(
    gold: Answer, pred: Answer, alignment: Alignment, grid: Grid, scheme: Scheme
) -> DocumentCounts:
    """Return what `pred` adds to each score but those of segments and clusters."""
    result = DocumentCounts()
    counts = result.counts
    counts["has_claim"] = _count_sets(_claim_places(gold, grid), _claim_places(pred, grid))
    _count_claims(gold, pred, alignment.claims, counts)
    for role, read in (("source", _read_source), ("cue", _read_cue)):
        _count_role(role, set(_iter_spans(gold, read)), set(_iter_spans(pred, read)), counts)
    counts["attribution.strict"] = _count_sets(
        {build_strict_key(item) for item in gold.attributions},
        {build_strict_key(item) for item in pred.attributions},
    )
    counts["attribution.lenient"] = (
        len(alignment.attributions), len(gold.attributions), len(pred.attributions),
    )  # fmt: skip
    _count_cases(gold, pred, alignment.attributions, counts)
    pairs = {edge.gold: edge.pred for edge in alignment.attributions}
    counts["nesting.parent_edge"] = count_edges(gold.attributions, pred.attributions, pairs)
    counts["nesting.whole_chain"] = count_chains(gold.attributions, pred.attributions, pairs)
    counts["triples"] = _count_triples(gold, pred, alignment.claims)
    _classify(gold, pred, alignment.attributions, scheme, result.classes)
    return result


def classify_segments(gold: Record, pred: Record | None) -> Pairs:
    """Return content or boilerplate for each of gold's sentences, open ones too.

    A sentence is boilerplate where the segment that holds its start is. Where the prediction has
    no segments it says nothing.
    """
    kinds = _find_kinds(gold, gold)
    if pred is None or not pred.segments:
        return [(kind, None) for kind in kinds]
    return list(zip(kinds, _find_kinds(gold, pred), strict=True))


def _count_sets(gold: set[Hashable], pred: set[Hashable]) -> Triple:
    return len(gold & pred), len(gold), len(pred)


def _claim_places(answer: Answer, grid: Grid) -> set[Hashable]:
    return {claim.place for claim in answer.claims if claim.place < len(grid.starts)}


def _count_claims(
    gold: Answer, pred: Answer, pairs: Sequence[Edge], counts: dict[str, Triple]
) -> None:
    """Count claims; those without spans only where whole claims are counted."""
    left = Counter(claim.points for claim in gold.claims)
    right = Counter(claim.points for claim in pred.claims)
    sizes = len(gold.claims), len(pred.claims)
    counts["claim.strict"] = ((left & right).total(), *sizes)
    counts["claim.partial"] = (_sum_partial(pairs), *sizes)
    counts["claim.character"] = _count_characters(
        (claim.points for claim in gold.claims if claim.has_spans),
        (claim.points for claim in pred.claims if claim.has_spans),
    )


def _count_role(role: str, gold: set[Ranges], pred: set[Ranges], counts: dict[str, Triple]) -> None:
    sizes = len(gold), len(pred)
    counts[f"{role}.strict"] = (len(gold & pred), *sizes)
    counts[f"{role}.partial"] = (_sum_partial(match_ranges(sorted(gold), sorted(pred))), *sizes)
    counts[f"{role}.character"] = _count_characters(gold, pred)


def _sum_partial(pairs: Iterable[Edge]) -> float:
    return sum([1.0 if edge.exact else 0.5 for edge in pairs])


def _count_characters(gold: Iterable[Ranges], pred: Iterable[Ranges]) -> Triple:
    left = merge_ranges([part for ranges in gold for part in ranges])
    right = merge_ranges([part for ranges in pred for part in ranges])
    return count_common(left, right), count_points(left), count_points(right)


def _read_source(item: AttributionItem) -> Ranges:
    return item.source


def _read_cue(item: AttributionItem) -> Ranges:
    return item.cue


def _iter_spans(answer: Answer, read: Callable[[AttributionItem], Ranges]) -> Iterable[Ranges]:
    return (spans for item in answer.attributions if (spans := read(item)))


def _is_case(item: AttributionItem, case: str) -> bool:
    return item.in_other_sentence if case == "other_sentence" else item.realization == case


def _count_cases(
    gold: Answer, pred: Answer, pairs: Sequence[Edge], counts: dict[str, Triple]
) -> None:
    """Count the attributions of each case of source; a pair counts where both are of the case."""
    lefts, rights = gold.attributions, pred.attributions
    for case in CASES:
        matched = sum(
            _is_case(lefts[edge.gold], case) and _is_case(rights[edge.pred], case) for edge in pairs
        )
        counts[f"source.case.{case}"] = (
            matched,
            sum(_is_case(item, case) for item in lefts),
            sum(_is_case(item, case) for item in rights),
        )


def _count_triples(gold: Answer, pred: Answer, pairs: Sequence[Edge]) -> Triple:
    """Count (source, leaf claim, stance); one to one among the triples of an aligned claim."""
    lefts, rights = _group_by_leaf(gold), _group_by_leaf(pred)
    matched = 0
    for edge in pairs:
        if edge.weight >= ALIGNED:
            matched += _match_triples(lefts.get(edge.gold, ()), rights.get(edge.pred, ()))
    return matched, sum(map(len, lefts.values())), sum(map(len, rights.values()))


def _group_by_leaf(answer: Answer) -> dict[int, list[AttributionItem]]:
    grouped: dict[int, list[AttributionItem]] = {}
    for item in answer.attributions:
        for leaf in item.leaves:
            grouped.setdefault(leaf, []).append(item)
    return grouped


def _match_triples(gold: Sequence[AttributionItem], pred: Sequence[AttributionItem]) -> int:
    edges = [
        Edge(left, right, 1.0)
        for left, first in enumerate(gold)
        for right, second in enumerate(pred)
        if first.stance == second.stance and is_same_source(first, second)
    ]
    # Only the number of pairs counts, so the place will do as the content.
    return len(edges) if len(edges) < 2 else len(assign(edges, int, int))


def _classify(
    gold: Answer,
    pred: Answer,
    pairs: Sequence[Edge],
    scheme: Scheme,
    classes: dict[str, Pairs],
) -> None:
    """Note the stances and the FactBank codes of the pairs that match leniently."""
    stances: Pairs = []
    codes: Pairs = []
    for edge in pairs:
        left, right = gold.attributions[edge.gold], pred.attributions[edge.pred]
        stances.append((left.stance, right.stance or None))
        code = _find_code(scheme, left)
        if code is not None:
            codes.append((code, _find_code(scheme, right)))
    classes["stance"] = stances
    classes["factbank"] = codes


def _find_code(scheme: Scheme, item: AttributionItem) -> str | None:
    try:
        return scheme.factbank(item.stance, item.certainty)
    except SchemeError:  # a system may say what the scheme does not know: it is then wrong
        return None


def _find_kinds(gold: Record, record: Record) -> list[str]:
    segments = sorted(record.segments, key=lambda segment: segment.start)
    sentences = sorted(gold.sentences, key=lambda sentence: sentence.start)
    kinds, place = [], -1
    for sentence in sentences:
        while place + 1 < len(segments) and segments[place + 1].start <= sentence.start:
            place += 1
        inside = place >= 0 and sentence.start < segments[place].end
        boilerplate = inside and segments[place].kind == BOILERPLATE
        kinds.append(BOILERPLATE if boilerplate else CONTENT)
    return kinds
