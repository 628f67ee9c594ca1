"""Lines that are derived from a record: sentence views, triples, and the history of a layer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from workbench.model import (
    Attribution,
    Claim,
    Document,
    Record,
    Segment,
    compute_leaf_claims,
    dump_line,
)

FactBank = Callable[[str, str | None], str | None]
"""Gives the FactBank code of a stance and a certainty, as `Scheme.factbank` does."""

Line = dict[str, Any]


def iter_sentence_lines(record: Record) -> Iterator[Line]:
    """Yield one line for each sentence of `record`, in order: its text, its kind, its answer.

    Keys: ``document sentence start end text kind published status flagged claims attributions``.
    The kind is that of the segment that holds the sentence's start. `published` is that segment's
    own date, else the document's; a related segment is another article, so it has its own or none.
    """
    claims = _by_sentence(record.claims)
    attributions = _by_sentence(record.attributions)
    decisions = {decision.sentence: decision for decision in record.decisions}
    document = record.document
    for sentence in record.sentences:
        segment = find_segment(record.segments, sentence.start)
        decision = decisions[sentence.id]
        yield {
            "document": document.id,
            "sentence": sentence.id,
            "start": sentence.start,
            "end": sentence.end,
            "text": document.text[sentence.start : sentence.end],
            "kind": "body" if segment is None else segment.kind,
            "published": find_published(document, segment),
            "status": decision.status,
            "flagged": decision.flagged,
            "claims": claims.get(sentence.id, []),
            "attributions": attributions.get(sentence.id, []),
        }


def iter_triples(record: Record, factbank: FactBank) -> Iterator[Line]:
    """Yield one line for each attribution of a canonical `record` and each claim it ends in.

    Keys: ``document sentence attribution path source claim stance certainty factbank``. `path`
    holds the ids from the outermost relay to this attribution. Where several relay the same one,
    it follows the first of them in the record's order.
    """
    by_id = {attribution.id: attribution for attribution in record.attributions}
    claims = {claim.id: claim for claim in record.claims}
    order = {claim.id: number for number, claim in enumerate(record.claims)}
    relays = find_relays(record.attributions)
    for attribution in record.attributions:
        path = trace_path(attribution.id, relays)
        leaves = (leaf for leaf in compute_leaf_claims(attribution, by_id) if leaf in claims)
        for leaf in sorted(leaves, key=order.__getitem__):
            claim = claims[leaf]
            yield {
                "document": record.document.id,
                "sentence": attribution.sentence,
                "attribution": attribution.id,
                "path": path,
                "source": attribution.source,
                "claim": {"id": claim.id, "spans": claim.spans, "text": quote_claim(claim)},
                "stance": attribution.stance,
                "certainty": attribution.certainty,
                "factbank": factbank(attribution.stance or "", attribution.certainty),
            }


def find_segment(segments: Sequence[Segment], start: int) -> Segment | None:
    """Return the segment that holds offset `start` (code points), or ``None`` between segments."""
    index = bisect_right(segments, start, key=lambda segment: segment.start) - 1
    return segments[index] if index >= 0 and start < segments[index].end else None


def find_published(document: Document, segment: Segment | None) -> str | None:
    """Return the publication date (EDTF) that holds for `segment` of `document`."""
    if segment is None or (segment.published is None and segment.kind != "related"):
        return document.published
    return segment.published


def find_relays(attributions: Sequence[Attribution]) -> dict[str, str]:
    """Return, for each attribution that another one relays, the id of the first that does."""
    by_id = {attribution.id for attribution in attributions}
    relays: dict[str, str] = {}
    for attribution in attributions:
        for target in attribution.targets:
            if target in by_id:
                relays.setdefault(target, attribution.id)
    return relays


def trace_path(attribution: str, relays: Mapping[str, str]) -> list[str]:
    """Return the ids from the outermost relay down to `attribution`, itself included."""
    path = [attribution]
    while (relay := relays.get(path[-1])) is not None and relay not in path:
        path.append(relay)
    return path[::-1]


def quote_claim(claim: Claim) -> str:
    """Return the words of `claim`: its fragments joined by a space, or else its proposition."""
    return " ".join(span.text for span in claim.spans) or claim.proposition or ""


def dump_lines(lines: Iterator[Line]) -> Iterator[str]:
    """Yield each of `lines` as JSON in the record's style, keys in the order they have."""
    return (dump_object(line) for line in lines)


def dump_object(line: Line) -> str:
    """Return `line` as JSON in the record's style; its own keys keep their order."""
    # `dump_line` sorts the keys of plain objects, which is right for what lies deeper only.
    return "{" + ",".join(f"{dump_line(key)}:{dump_line(line[key])}" for key in line) + "}"


def _by_sentence(items: Sequence[Any]) -> dict[str, list[Any]]:
    grouped: dict[str, list[Any]] = {}
    for item in items:
        grouped.setdefault(item.sentence, []).append(item)
    return grouped
