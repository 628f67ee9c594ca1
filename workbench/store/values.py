"""What the store takes and gives: plain frozen values that know no database."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from workbench.model import (
    Annotation,
    Attribution,
    Claim,
    ClaimRef,
    Cluster,
    Document,
    Relation,
    Segment,
    SegmentKind,
    Sentence,
    Span,
)
from workbench.model.record import Frozen

VerdictName = Literal["open", "taken", "refused", "ignored", "matched", "held"]
"""What may be said of a suggestion.

``ignored``: the sentence was decided and it was neither taken nor refused. ``matched``: decided,
and the annotator says the same without having taken it. ``held``: decided before it was shown.
``open``: nothing any more, after an undo.
"""


class ProjectInfo(Frozen, frozen=True):
    """What a project is: `id` is minted once (32 hex digits), the rest is chosen by its maker."""

    id: str
    name: str
    scheme: str
    scheme_version: str
    guideline_version: str | None = None
    features: tuple[str, ...] = ()


class SentenceRef(Frozen, frozen=True):
    """A sentence and its place: `position` counts over the whole project from 0, without gaps.

    `start` and `end` are code points of the document's text; `kind` is that of the segment which
    holds `start`, in the newest segmentation.
    """

    document: str
    sentence: str
    position: int
    start: int
    end: int
    kind: SegmentKind


class StoredDocument(Frozen, frozen=True):
    """A document with its newest segments; `segmentation` numbers their revisions from 1."""

    document: Document
    segments: tuple[Segment, ...]
    sentences: tuple[SentenceRef, ...]
    segmentation: int


class StoredAnnotation(Frozen, frozen=True):
    """An annotation and the number of its revision; 0 says that nobody has touched it yet."""

    annotation: Annotation
    revision: int


class Progress(Frozen, frozen=True):
    """How far a layer is: all counts but `sentences` are of sentences outside boilerplate."""

    sentences: int
    to_decide: int
    done: int
    skipped: int
    flagged: int


class Person(Frozen, frozen=True):
    """Somebody who annotates; the name never leaves the store, the pseudonym does."""

    pseudonym: str
    name: str | None = None


class Withdrawal(Frozen, frozen=True):
    """A decision that a document or a person leaves the project, comes back, or is erased.

    `kind` is ``document`` or ``person``, `subject` its id or pseudonym, `decision` one of
    ``withdrawn``, ``taken back``, ``erased``. `by` is a pseudonym, or a name of nobody known here.
    `erased` counts what was erased, by what it was.
    """

    kind: str
    subject: str
    decision: str
    at_utc: str
    by: str
    reason: str
    erased: dict[str, int] = {}  # noqa: RUF012  msgspec copies it


class Assigned(Frozen, frozen=True):
    """A decision about who reads what: its settings as JSON, and the hash of the whole of it."""

    number: int
    at_utc: str
    settings: str
    sha256: str


class Reading(Frozen, frozen=True):
    """A sentence outside boilerplate, who was given it, and what each person has done with it.

    `given` says why, by layer; `status` has ``open``, ``done`` or ``skipped`` of each layer that
    has begun with it.
    """

    document: str
    sentence: str
    spot: int
    given: dict[str, str]
    status: dict[str, str]


class Change(Frozen, frozen=True):
    """One sentence's new annotation, and the revision that its author saw (0: none)."""

    document: str
    annotation: Annotation
    based_on: int


class Verdict(Frozen, frozen=True):
    """What was said of one suggestion for a sentence.

    `item` tells the suggestion by what it says (a hash, stable over imports), `own` is the id of
    the annotator's item that was made of it, and `content` the suggestion as it was shown.
    """

    document: str
    sentence: str
    item: str
    verdict: VerdictName
    own: str | None = None
    content: dict[str, Any] = msgspec.field(default_factory=dict)


class StoredVerdict(Frozen, frozen=True):
    """A verdict with its layer, and the number of the sentence's revision that it came with."""

    layer: str
    revision: int
    verdict: Verdict


class Rule(Frozen, frozen=True):
    """What was ruled on one field of gold, or nothing any more (`content` None).

    `item` tells the field, stable over merges; `content` is what the session made, as plain data.
    """

    document: str
    sentence: str
    item: str
    content: dict[str, Any] | None = None
    adjudicator: str | None = None


class StoredRule(Frozen, frozen=True):
    """A ruling with its layer, the revision that it came with, and when that was (UTC)."""

    layer: str
    revision: int
    at_utc: str
    rule: Rule


class SaidLink(Frozen, frozen=True):
    """What is said of a pair of claims, or that nothing is said of it any more (`relation` None).

    `document` and `sentence` name the sentence that it is kept on, among the changes of its action.
    """

    document: str
    sentence: str
    start: ClaimRef
    end: ClaimRef
    relation: Relation | None


class ClusterLine(Frozen, frozen=True):
    """What a cluster states, kept on a sentence among the changes of its action."""

    document: str
    sentence: str
    cluster: Cluster


class Action(Frozen, frozen=True):
    """What a person did at once: saved whole or not at all.

    `key` is minted by the client, once for each action, so that sending it again is harmless.
    `active_s` are the seconds of attention that it took. Each of `verdicts`, `rules` and `links` is
    kept on a sentence that is among the changes.
    """

    key: str
    layer: str
    name: str
    changes: tuple[Change, ...]
    active_s: float | None = None
    verdicts: tuple[Verdict, ...] = ()
    rules: tuple[Rule, ...] = ()
    links: tuple[SaidLink | ClusterLine, ...] = ()


class Saved(Frozen, frozen=True):
    """The receipt of an action: the new revision of each ``(document, sentence)``.

    `repeated` says that the key was known: nothing was written, the numbers are those of that time.
    """

    key: str
    revisions: dict[tuple[str, str], int]
    repeated: bool = False


class Undone(Frozen, frozen=True):
    """What an undo or redo touched; `name` is that of the action taken back or done again."""

    name: str
    document: str
    sentences: tuple[tuple[str, str], ...]
    saved: Saved


class Resegmented(Frozen, frozen=True):
    """What a split or merge of sentences led to.

    `gone` are ids of sentences that are no more, `came` the sentences in their place, and `carried`
    says how many annotations of each layer have moved to them.
    """

    document: str
    segmentation: int
    gone: tuple[str, ...]
    came: tuple[Sentence, ...]
    carried: dict[str, int]
    repeated: bool = False


class Touched(Frozen, frozen=True):
    """What one layer has said of some sentences, for who wants to split or merge them."""

    layer: str
    claims: int
    attributions: int
    decided: int
    flagged: int


class Holder(Frozen, frozen=True):
    """Who speaks of a claim: the words of the source, and what the attribution says."""

    words: str
    stance: str | None
    certainty: str | None
    realization: str | None


class Hit(Frozen, frozen=True):
    """A sentence that meets a query: where it is, its words, and the spans that meet it.

    Where what a layer says was searched, `item` is the claim or attribution that was found, `role`
    what it is (claim, source, cue), and `holders` all that speak of it.
    """

    document: str
    sentence: str
    position: int
    start: int
    end: int
    kind: SegmentKind
    text: str
    spans: tuple[Span, ...]
    title: str | None = None
    """The document's."""
    role: str | None = None
    item: str | None = None
    holders: tuple[Holder, ...] = ()


class Hits(Frozen, frozen=True):
    """Some sentences that meet a query, in the order of the texts.

    `rest` is what to ask for to get those after them; None where these are all.
    """

    hits: tuple[Hit, ...]
    rest: int | None = None


class NamedSource(Frozen, frozen=True):
    """A source that a layer has named, in its words, and how often."""

    name: str
    count: int


class ClaimFilter(Frozen, frozen=True):
    """Which claims are asked for; what is left out lets all through.

    Parameters
    ----------
    stance
        Of an attribution that speaks of the claim.
    source
        Words in the name of its source, compared folded.
    realization
        How that source is there, such as ``implicit``.
    flagged, unsure
        The claim, or an attribution that speaks of it, stands in a flagged sentence, is unsure.
    """

    stance: str | None = None
    source: str | None = None
    realization: str | None = None
    flagged: bool = False
    unsure: bool = False


class ListedClaim(Frozen, frozen=True):
    """A claim with its place, and all attributions whose chains end in it."""

    document: str
    title: str | None
    language: str | None
    position: int
    flagged: bool
    claim: Claim
    attributions: tuple[Attribution, ...]


class ListedClaims(Frozen, frozen=True):
    """Some claims of a layer, in the order of the texts.

    `rest` is what to ask for to get those after them; None where these are all.
    """

    claims: tuple[ListedClaim, ...]
    rest: int | None = None


class HistoryRow(Frozen, frozen=True):
    """One revision, as the history export writes it.

    `at_utc` is ISO 8601 with ``Z``; `active_s` stands on the first revision of its action, so that
    summing counts no second twice; `content` is the annotation as plain data.
    """

    document: str
    sentence: str
    layer: str
    revision: int
    at_utc: str
    active_s: float | None
    action: str
    content: dict[str, Any]
