"""The record: documents, segments, sentences, claims, attributions and decisions.

Field names and their order are those of the data model's table, so that encoding a `Record` field
by field gives the canonical key order. All types are frozen: an edit makes a new object.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

SCHEMA_VERSION = "1.0"
TYPED_SCHEMA_VERSION = "1.1"
"""The version of a record whose scheme has typed features on: figures and dates."""
SCHEMA_VERSIONS = (SCHEMA_VERSION, TYPED_SCHEMA_VERSION)

SegmentKind = Literal[
    "headline", "subheading", "summary", "body", "related", "credit", "boilerplate"
]
Realization = Literal["explicit", "pro_drop", "implicit", "author"]
Voice = Literal["attributed", "author"]
Status = Literal["open", "done", "skipped"]

SEGMENT_KINDS: tuple[SegmentKind, ...] = (
    "headline",
    "subheading",
    "summary",
    "body",
    "related",
    "credit",
    "boilerplate",
)
REALIZATIONS: tuple[Realization, ...] = ("explicit", "pro_drop", "implicit", "author")
VOICES: tuple[Voice, ...] = ("attributed", "author")
STATUSES: tuple[Status, ...] = ("open", "done", "skipped")


class Frozen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of all record types: immutable, compared by value, closed against unknown keys."""


class Span(Frozen, frozen=True):
    """A half-open range ``[start, end)`` of a text, in Unicode code points, and what it covers."""

    start: int
    end: int
    text: str


class Document(Frozen, frozen=True):
    """An immutable text with its metadata.

    `published` is an EDTF date or ``None``; `metadata` is the user's own object, carried verbatim.
    """

    id: str
    language: str | None
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    metadata: dict[str, Any]
    text: str
    text_sha256: str


class Segment(Frozen, frozen=True):
    """A stretch of a document of one kind, with its own publication date where it has one.

    `reason` says why it was marked so, for example ``pattern:url``.
    """

    start: int
    end: int
    kind: SegmentKind
    published: str | None = None
    reason: str | None = None


class Sentence(Frozen, frozen=True):
    """The unit that a person is shown and decides on."""

    id: str
    start: int
    end: int


class Claim(Frozen, frozen=True):
    """The content that someone could affirm or deny.

    `voice` is derived from the attributions in a finished record. While a claim still waits for its
    source it is ``None``, which the store keeps and an export leaves out.
    """

    id: str
    sentence: str
    spans: tuple[Span, ...]
    voice: Voice | None = None
    cluster: str | None = None
    proposition: str | None = None
    features: dict[str, str | None] = {}
    origin: str = "human"
    unsure: bool = False
    note: str | None = None


class Source(Frozen, frozen=True):
    """Who holds a claim: its spans, how it is realised, and the registry ids of who it is.

    `realization` is ``None`` only while the source is still missing.
    """

    spans: tuple[Span, ...] = ()
    realization: Realization | None = None
    entities: tuple[str, ...] = ()


class Attribution(Frozen, frozen=True):
    """A source, a cue, targets, a stance and a certainty.

    A target is the id of a claim or of another attribution. `cue` is ``None`` where there is none.
    Unfinished ones (no source yet, no stance, no target) live in the store only.
    """

    id: str
    sentence: str
    source: Source = Source()
    cue: tuple[Span, ...] | None = None
    targets: tuple[str, ...] = ()
    anchor: tuple[Span, ...] = ()
    stance: str | None = None
    certainty: str | None = None
    features: dict[str, str | None] = {}
    origin: str = "human"
    unsure: bool = False
    note: str | None = None


class Decision(Frozen, frozen=True):
    """What the annotator said of a sentence."""

    sentence: str
    status: Status = "open"
    flagged: bool = False
    comment: str | None = None


class Provenance(Frozen, frozen=True):
    """Whose answer a record is, and by which guideline and scheme."""

    layer: str
    annotators: tuple[str, ...]
    adjudicator: str | None
    guideline_version: str | None
    scheme: str
    scheme_version: str


class Record(Frozen, frozen=True):
    """One document with the whole answer of one layer: one line of a file."""

    schema_version: str
    document: Document
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    attributions: tuple[Attribution, ...]
    decisions: tuple[Decision, ...]
    provenance: Provenance


class Annotation(Frozen, frozen=True):
    """One annotator's whole answer for one sentence: what one revision of the store holds."""

    sentence: str
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    status: Status = "open"
    flagged: bool = False
    comment: str | None = None

    @property
    def decision(self) -> Decision:
        """The decision part of the answer."""
        return Decision(self.sentence, self.status, self.flagged, self.comment)
