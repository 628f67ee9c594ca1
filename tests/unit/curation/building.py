"""Short records from plain words: a line a sentence, and what is marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model import (
    SCHEMA_VERSION,
    Attribution,
    Claim,
    Decision,
    Document,
    Provenance,
    Record,
    Segment,
    Sentence,
    Source,
    Span,
    canonicalize,
    compute_text_sha256,
)


@dataclass
class Line:
    """One sentence: its claims by quote, its attributions as (source, cue, stance)."""

    text: str
    claims: Sequence[str] = ()
    said: Sequence[tuple[str | None, str | None, str]] = ()
    clusters: Sequence[str | None] = ()
    is_open: bool = False


def make_record(document: str, *lines: Line, layer: str = "gold") -> Record:
    """Return a record whose ids are ``DOCUMENT-c1``, ``DOCUMENT-a1``, in the order of the lines."""
    text = "\n".join(line.text for line in lines)
    sentences: list[Sentence] = []
    claims: list[Claim] = []
    attributions: list[Attribution] = []
    start = 0
    for number, line in enumerate(lines, 1):
        name = f"s{number}"
        sentences.append(Sentence(name, start, start + len(line.text)))
        first = len(claims)
        for place, quote in enumerate(line.claims):
            cluster = line.clusters[place] if place < len(line.clusters) else None
            spans = (find(text, quote, start),)
            claim_id = f"{document}-c{len(claims) + 1}"
            claims.append(Claim(claim_id, name, spans, "author", cluster))
        for source, cue, stance in line.said:
            attributions.append(
                Attribution(
                    f"{document}-a{len(attributions) + 1}",
                    name,
                    Source((find(text, source, start),), "explicit")
                    if source
                    else Source((), "implicit"),
                    (find(text, cue, start),) if cue else None,
                    tuple(claim.id for claim in claims[first:]),
                    stance=stance,
                    certainty="certain" if stance in ("affirm", "deny") else None,
                )
            )
        start += len(line.text) + 1
    decisions = tuple(
        Decision(f"s{number}", "open" if line.is_open else "done")
        for number, line in enumerate(lines, 1)
    )
    reached = {target for each in attributions for target in each.targets}
    return canonicalize(
        Record(
            SCHEMA_VERSION,
            Document(document, "ar", None, None, None, None, {}, text, compute_text_sha256(text)),
            (Segment(0, len(text), "body"),),
            tuple(sentences),
            tuple(
                Claim(
                    each.id,
                    each.sentence,
                    each.spans,
                    "attributed" if each.id in reached else "author",
                    each.cluster,
                )
                for each in claims
            ),
            tuple(attributions),
            decisions,
            Provenance(layer, ("a01",), None, "1.0", "claims-sources-stances", "1.0"),
        )
    )


def find(text: str, quote: str, start: int) -> Span:
    at = text.index(quote, start)
    return Span(at, at + len(quote), quote)
