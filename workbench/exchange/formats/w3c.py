"""W3C Web Annotation: a JSON-LD page of annotations beside each text, as JSON-LD.

A claim is an annotation with the motivation ``identifying`` whose targets are its fragments. An
attribution is one with the motivation ``linking``: its targets are the fragments of its source, cue
and anchor, each with the term ``role``; its bodies name the claims and attributions it is about,
and classify them (stance, certainty, realization).

Positions count Unicode code points, which the recommendation demands of both text selectors
(W3C REC-annotation-model-20170223, sections 4.2.4 and 4.2.5: the "character number", not code
units); they are ours as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from workbench.exchange.formats.folders import File, dump_json, name_file
from workbench.exchange.formats.found import carry_item, carry_record
from workbench.exchange.formats.losses import Fate, Losses
from workbench.model import Attribution, Claim, Record, Span
from workbench.scheme import Scheme

FATES: dict[str, Fate] = {
    "document fields": "kept",
    "segments": "kept",
    "sentences": "kept",
    "decisions": "kept",
    "comments and flags": "kept",
    "provenance": "kept",
    "claims without spans": "kept",
    "voices": "kept",
    "clusters": "kept",
    "entities": "kept",
    "features": "kept",
    "origins": "kept",
    "unsure": "kept",
}

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
VOCABULARY = "urn:claims-workbench:"
CONTEXT = [
    ANNOTATION_CONTEXT,
    {
        "workbench": {"@id": f"{VOCABULARY}workbench", "@type": "@json"},
        "role": f"{VOCABULARY}role",
    },
]
LABELS = ("stance", "certainty", "realization")

_AROUND = 32  # code points of prefix and suffix, enough to tell a repeated word from another


def iter_w3c(records: Iterable[Record], _scheme: Scheme, losses: Losses) -> Iterator[File]:
    """Yield two files a document: its text, and the page of annotations on it."""
    for record in records:
        losses.add_parts(record, FATES)
        name = name_file(record.document.id)
        yield f"{name}.txt", record.document.text.encode("utf-8")
        yield f"{name}.jsonld", dump_json(build_page(record, name))


def build_page(record: Record, name: str) -> dict[str, Any]:
    """Return the annotation page of `record` on the text ``NAME.txt``."""
    text, source = record.document.text, f"{name}.txt"
    items = [_build_claim(claim, text, source) for claim in record.claims]
    items += [_build_attribution(each, text, source) for each in record.attributions]
    return {
        "@context": CONTEXT,
        "id": f"{name}.jsonld",
        "type": "AnnotationPage",
        "workbench": carry_record(record),
        "items": items,
    }


def _build_claim(claim: Claim, text: str, source: str) -> dict[str, Any]:
    bodies = [_label("tagging", "claim")]
    if claim.proposition is not None:
        bodies.append(_label("describing", claim.proposition))
    if claim.note is not None:
        bodies.append(_label("commenting", claim.note))
    # An annotation has to have a target: a claim without words is about the whole text.
    targets: list[Any] = [_select(span, text, source, None) for span in claim.spans]
    return _annotation(claim, "identifying", bodies, targets or [source])


def _build_attribution(attribution: Attribution, text: str, source: str) -> dict[str, Any]:
    bodies: list[dict[str, Any]] = [
        {"type": "SpecificResource", "purpose": "linking", "source": f"#{target}"}
        for target in attribution.targets
    ]
    realization = attribution.source.realization
    values = (attribution.stance, attribution.certainty, realization)
    for name, value in zip(LABELS, values, strict=True):
        if value is not None:
            bodies.append({**_label("classifying", value), "role": name})
    if attribution.note is not None:
        bodies.append(_label("commenting", attribution.note))
    roles = {
        "source": attribution.source.spans,
        "cue": attribution.cue or (),
        "anchor": attribution.anchor,
    }
    targets: list[Any] = [
        _select(span, text, source, role) for role, spans in roles.items() for span in spans
    ]
    return _annotation(attribution, "linking", bodies, targets or [source])


def _annotation(
    item: Claim | Attribution, motivation: str, bodies: list[Any], targets: list[Any]
) -> dict[str, Any]:
    extra = carry_item(item)
    del extra["note"], extra["proposition"]
    return {
        "id": f"#{item.id}",
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": targets,
        "workbench": extra,
    }


def _label(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _select(span: Span, text: str, source: str, role: str | None) -> dict[str, Any]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    target = {"type": "SpecificResource", "source": source, "selector": [position, quote]}
    return target if role is None else {**target, "role": role}
