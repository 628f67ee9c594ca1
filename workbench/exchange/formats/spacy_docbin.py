"""spaCy DocBin: spans in ``doc.spans``, tokens of a blank pipeline; written only.

The tokens are those of ``spacy.blank("ar")`` (or of the document's language; ``xx`` where spaCy
does not know it), so that a model trained on the file meets the same ones. A span whose edges are
inside a token (Arabic proclitics are outside spans) is widened to whole tokens and counted.

Groups are ``claim source cue anchor sentence``; a span's label is the upper-case role, its
`span_id` the claim's or attribution's id. Attributions, and every exact offset, are in
``doc.user_data["workbench"]`` as JSON.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from workbench.exchange.formats.extras import import_extra
from workbench.exchange.formats.folders import File
from workbench.exchange.formats.losses import Fate, Losses
from workbench.model import Record, Span, dump_line
from workbench.scheme import Scheme

FATES: dict[str, Fate] = {
    "document fields": "dropped",
    "segments": "dropped",
    "decisions": "dropped",
    "comments and flags": "dropped",
    "provenance": "dropped",
    "claims without spans": "kept",
    "voices": "kept",
    "clusters": "kept",
    "propositions": "kept",
    "links": "kept",
    "nested attributions": "kept",
    "stances": "kept",
    "certainties": "kept",
    "realizations": "kept",
    "entities": "kept",
    "features": "kept",
    "origins": "kept",
    "unsure": "kept",
    "notes": "kept",
}

GROUPS = ("claim", "source", "cue", "anchor", "sentence")


def iter_spacy(records: Iterable[Record], _scheme: Scheme, losses: Losses) -> Iterator[File]:
    """Yield the one file of a DocBin."""
    spacy_tokens = import_extra("spacy.tokens", "spacy")
    docs = spacy_tokens.DocBin(store_user_data=True)
    for record in records:
        losses.add_parts(record, FATES)
        docs.add(build_doc(record, losses))
    yield "data.spacy", docs.to_bytes()


def build_doc(record: Record, losses: Losses) -> Any:
    """Return the spaCy document of `record`."""
    doc = _make_blank(record.document.language)(record.document.text)
    spans: dict[str, list[Any]] = {name: [] for name in GROUPS}
    for name, item_id, span in _iter_spans(record):
        aligned = doc.char_span(span.start, span.end, name.upper(), alignment_mode="strict")
        if aligned is None:
            aligned = doc.char_span(span.start, span.end, name.upper(), alignment_mode="expand")
            losses.add(f"{name} spans", "changed", why="widened to whole tokens")
        if aligned is None:
            losses.add(f"{name} spans", "dropped", why="on no token")
            continue
        aligned.id_ = item_id
        spans[name].append(aligned)
    for name in GROUPS:
        doc.spans[name] = spans[name]
    items = {"claims": record.claims, "attributions": record.attributions}
    doc.user_data["workbench"] = dump_line({"document": record.document.id, **items})
    return doc


def _iter_spans(record: Record) -> Iterator[tuple[str, str, Span]]:
    for claim in record.claims:
        yield from (("claim", claim.id, span) for span in claim.spans)
    for each in record.attributions:
        roles = {"source": each.source.spans, "cue": each.cue or (), "anchor": each.anchor}
        for name, spans in roles.items():
            yield from ((name, each.id, span) for span in spans)
    for sentence in record.sentences:
        yield "sentence", sentence.id, Span(sentence.start, sentence.end, "")


@lru_cache(maxsize=8)
def _make_blank(language: str | None) -> Any:
    """Return the tokenizer of `language` (a BCP 47 tag), else that of no language."""
    spacy = import_extra("spacy", "spacy")
    code = (language or "xx").split("-")[0].lower()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some languages ask for parts that a tokenizer never needs
        try:
            pipeline = spacy.blank(code)
        except (ImportError, ValueError):
            pipeline = spacy.blank("xx")
    pipeline.max_length = 10**9
    return pipeline
