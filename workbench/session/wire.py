"""What the widget is told, as plain data: the parts of the messages that `Session` answers."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from statistics import median
from typing import Any

import msgspec

from workbench.errors import EditError
from workbench.model import Claim, Segment, Span
from workbench.session.draft import Draft
from workbench.session.focus import Focus, find_missing
from workbench.store import Progress, StoredAnnotation, StoredDocument
from workbench.text import direction_of, propose_published

Json = dict[str, Any]

PACE_DECISIONS = 20
PACE_MINIMUM = 5


@lru_cache
def load_keys() -> dict[str, list[str]]:
    """Return the keys of each operation, as ``event.code`` with modifiers."""
    text = files("workbench.session").joinpath("keys.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def load_spans(spans: Any) -> tuple[Span, ...]:
    """Return the spans of a message; any other form is an `EditError`."""
    try:
        return msgspec.convert(spans, tuple[Span, ...])
    except msgspec.ValidationError as error:
        raise EditError(f"Expected spans with start, end and text, got: {error}.") from error


def dump_document(stored: StoredDocument, given: Collection[str] | None = None) -> Json:
    """Return the open document: its text, segments and sentences.

    `given` are the sentences that are the person's to decide; by default all.
    """
    document = stored.document
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "language": document.language,
        "dir": direction_of(document.language),
        "text": document.text,
        "segments": dump_segments(stored),
        "sentences": [
            {
                "id": sentence.sentence,
                "start": sentence.start,
                "end": sentence.end,
                "kind": sentence.kind,
                "position": sentence.position,
                "given": given is None or sentence.sentence in given,
            }
            for sentence in stored.sentences
        ],
    }


def dump_segments(stored: StoredDocument) -> list[Json]:
    """Return the segments, each with the publication date that the text proposes for it.

    A date that somebody gave needs no proposal, and a related article carries its own.
    """
    document = stored.document
    proposals = propose_published(document.text, stored.segments) if not document.published else ()
    likeliest = proposals[0].edtf if proposals else None

    def dump(segment: Segment) -> Json:
        waits = segment.published is None and segment.kind not in ("boilerplate", "related")
        return {**msgspec.to_builtins(segment), "proposed": likeliest if waits else None}

    return [dump(segment) for segment in stored.segments]


def dump_annotations(
    draft: Draft,
    stored: Mapping[str, StoredAnnotation],
    sentences: Iterable[str],
) -> Json:
    """Return what is said of `sentences`, claims with the voice that follows from all."""
    voiced = draft.voiced()
    return {
        sentence: _dump_annotation(stored[sentence], voiced)
        for sentence in sentences
        if sentence in stored
    }


def _dump_annotation(stored: StoredAnnotation, voiced: Mapping[str, Claim]) -> Json:
    annotation = stored.annotation
    return {
        "claims": [msgspec.to_builtins(voiced[claim.id]) for claim in annotation.claims],
        "attributions": [msgspec.to_builtins(each) for each in annotation.attributions],
        "status": annotation.status,
        "flagged": annotation.flagged,
        "comment": annotation.comment,
        "revision": stored.revision,
    }


def dump_ui(focus: Focus, draft: Draft, undo: tuple[str | None, str | None]) -> Json:
    """Return where the annotator is, and what keeps the sentence from being done."""
    return {
        "sentence": focus.sentence,
        "card": focus.card,
        "attribution": focus.attribution,
        "armed": msgspec.to_builtins(focus.armed),
        "suggestion": focus.suggestion,
        "missing": msgspec.to_builtins(find_missing(draft, focus.sentence)),
        "undo": undo[0],
        "redo": undo[1],
    }


def dump_progress(progress: Progress, position: int, active_s: Sequence[float]) -> Json:
    """Return how far the annotator is; the pace is the median of the last decisions."""
    pace_s = median(active_s) if len(active_s) >= PACE_MINIMUM else None
    return {**msgspec.to_builtins(progress), "position": position, "pace_s": pace_s}


def date_segments(
    segments: Sequence[Segment], start: int, published: str | None
) -> tuple[Segment, ...]:
    """Return `segments` with a publication date on the article that `start` lies in.

    The article itself and a related one that was spliced into it have each their own.
    """
    related = any(s.kind == "related" and s.start <= start < s.end for s in segments)
    return tuple(
        msgspec.structs.replace(segment, published=published)
        if segment.kind != "boilerplate" and (segment.kind == "related") == related
        else segment
        for segment in segments
    )
