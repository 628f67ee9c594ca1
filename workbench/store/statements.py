"""Which claims, sources and cues of one document are meant by a search: pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.model import Annotation, Attribution, Claim, Span, claim_order
from workbench.store.mentions import name_key, words_of_claim, words_of_source
from workbench.text import Bounds, Term, find_bounds, find_matches, overlaps


@dataclass(frozen=True, slots=True)
class SourceName:
    """A source that is looked for: what its name may have in it, or who it may be."""

    keys: tuple[str, ...]
    entities: frozenset[str] = frozenset()

    def is_of(self, attribution: Attribution) -> bool:
        """Answer whether it is the source of `attribution`."""
        name = name_key(words_of_source(attribution))
        return any(key in name for key in self.keys) or not self.entities.isdisjoint(
            attribution.source.entities
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for in what a layer says: words, and what they have to be of."""

    terms: tuple[Term, ...] = ()
    role: str | None = None
    stance: str | None = None
    source: SourceName | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What was found: a claim, or an attribution whose source or cue it is.

    `spans` are the words that meet the query, or all of its own where no words were looked for.
    """

    sentence: str
    item: str
    role: str
    spans: tuple[Span, ...]
    holders: tuple[Attribution, ...]
    date: str | None = None


def iter_statements(annotations: Sequence[Annotation], wanted: Wanted) -> Iterator[Statement]:
    """Give what is meant of all that a layer says of one document, sentence by sentence."""
    order = {annotation.sentence: place for place, annotation in enumerate(annotations)}
    if wanted.role in ("source", "cue"):
        attributions = (each for annotation in annotations for each in annotation.attributions)
        for attribution in attributions:
            yield from _find_attribution(attribution, wanted)
        return
    parents = list_parents(annotations)
    claims = [claim for annotation in annotations for claim in annotation.claims]
    for claim in sorted(claims, key=lambda each: (order[each.sentence], claim_order(each))):
        yield from _find_claim(claim, reach(claim.id, parents), wanted)


def list_parents(annotations: Iterable[Annotation]) -> dict[str, list[Attribution]]:
    """Return the attributions that point at each item, by its id."""
    parents: dict[str, list[Attribution]] = {}
    for annotation in annotations:
        for attribution in annotation.attributions:
            for target in attribution.targets:
                parents.setdefault(target, []).append(attribution)
    return parents


def reach(claim_id: str, parents: dict[str, list[Attribution]]) -> tuple[Attribution, ...]:
    """Return all attributions whose chains end in a claim."""
    found: dict[str, Attribution] = {}
    waiting = [claim_id]
    while waiting:
        for each in parents.get(waiting.pop(), ()):
            if each.id not in found:
                found[each.id] = each
                waiting.append(each.id)
    return tuple(found.values())


def _find_claim(
    claim: Claim, holders: tuple[Attribution, ...], wanted: Wanted
) -> Iterator[Statement]:
    if (wanted.stance or wanted.source) and not any(_is_meant(each, wanted) for each in holders):
        return
    texts = [(claim.spans, words_of_claim(claim))]
    if wanted.role is None:
        for each in holders:
            texts.append((each.source.spans, words_of_source(each)))
            texts.append((each.cue or (), ""))
    spans = find_spans(texts, wanted.terms)
    if spans is not None:
        met = spans if wanted.terms else claim.spans
        date = claim.features.get("date")
        yield Statement(claim.sentence, claim.id, "claim", met, holders, date)


def _find_attribution(attribution: Attribution, wanted: Wanted) -> Iterator[Statement]:
    if not _is_meant(attribution, wanted):
        return
    if wanted.role == "source":
        own, words = attribution.source.spans, words_of_source(attribution)
    else:
        own, words = attribution.cue or (), ""
        if not own:
            return
    spans = find_spans([(own, words)], wanted.terms)
    if spans is not None:
        met = spans if wanted.terms else own
        role = wanted.role or ""
        yield Statement(attribution.sentence, attribution.id, role, met, (attribution,))


def _is_meant(attribution: Attribution, wanted: Wanted) -> bool:
    return (wanted.stance is None or attribution.stance == wanted.stance) and (
        wanted.source is None or wanted.source.is_of(attribution)
    )


def find_spans(
    texts: Sequence[tuple[Sequence[Span], str]], terms: Sequence[Term]
) -> tuple[Span, ...] | None:
    """Return the words that meet `terms`, each in any of `texts`; None where one is not met.

    Parameters
    ----------
    texts
        The fragments of each text, and what stands for it where it has none.
    """
    found: dict[tuple[int, int], Span] = {}
    for term in terms:
        is_met = False
        for fragments, instead in texts:
            words = " ".join(span.text for span in fragments) or instead
            matches = find_matches(words, (term,))
            is_met = is_met or bool(matches)
            for span in _place(fragments, matches):
                found[span.start, span.end] = span
        if not is_met:
            return None
    return tuple(found[place] for place in sorted(found))


def _place(fragments: Sequence[Span], matches: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Give the spans that ranges of the joined fragments stand for, cut where a fragment ends."""
    begin = 0
    for span in fragments:
        length = len(span.text)
        for start, end in matches:
            low, high = max(start - begin, 0), min(end - begin, length)
            if low < high:
                yield Span(span.start + low, span.start + high, span.text[low:high])
        begin += length + 1


def is_dated(statement: Statement, bounds: Bounds) -> bool:
    """Answer whether the claim that was found is itself of a time."""
    return overlaps(find_bounds(statement.date), bounds)
