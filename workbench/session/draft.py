"""All that one annotator has said about one document, open to edits.

A `Draft` is a working copy: an operation forks it, edits the fork, and the session saves the
sentences that came out different. Nothing here knows a store or a widget.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import Any

import msgspec

from workbench.errors import EditError
from workbench.model import (
    Annotation,
    Attribution,
    Claim,
    Decision,
    Segment,
    Sentence,
    Span,
    claim_order,
    derive_voices,
    find_cycle,
    find_start,
)
from workbench.session.wording import refusal
from workbench.text import is_grapheme_boundary

BIDI_CONTROLS = frozenset(
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


class Draft:
    """The claims, attributions and decisions of one annotator in one document.

    Parameters
    ----------
    text
        The document's text.
    sentences
        Its sentences, in order.
    annotations
        What the annotator has said, by sentence id; sentences that nobody touched may be missing.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        annotations: Mapping[str, Annotation],
    ) -> None:
        self.text = text
        self.sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._saved = dict(annotations)
        self.claims = {c.id: c for each in annotations.values() for c in each.claims}
        self.attributions = {a.id: a for each in annotations.values() for a in each.attributions}
        self._decisions: dict[str, Decision] = {}
        self._touched: dict[str, None] = {}

    def fork(self) -> Draft:
        """Return a copy whose edits leave this draft as it is."""
        fork = copy(self)
        fork.claims, fork.attributions = dict(self.claims), dict(self.attributions)
        fork._decisions, fork._touched = {}, {}  # noqa: SLF001 (a copy of this very object)
        return fork

    def settle(self, annotations: Mapping[str, Annotation]) -> Draft:
        """Return the draft after `annotations` were saved, or came from elsewhere."""
        return Draft(self.text, self.sentences, {**self._saved, **annotations})

    # -- reading -----------------------------------------------------------------------------

    def sentence_at(self, offset: int) -> str:
        """Return the id of the sentence that holds the code point at `offset`."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].end:
            raise EditError(f"Expected an offset inside a sentence, got {offset}.")
        return self.sentences[index].id

    def decision(self, sentence: str) -> Decision:
        """Return what was said of `sentence`, open where nobody did."""
        if sentence in self._decisions:
            return self._decisions[sentence]
        saved = self._saved.get(sentence)
        return saved.decision if saved else Decision(sentence)

    def saved(self, sentence: str) -> Annotation:
        """Return the answer for `sentence` as it is saved."""
        return self._saved.get(sentence, Annotation(sentence))

    def claim(self, claim_id: str) -> Claim:
        """Return a claim by its id."""
        if claim_id not in self.claims:
            raise EditError(f"Expected the id of a claim, got {claim_id!r}.", subject=claim_id)
        return self.claims[claim_id]

    def attribution(self, attribution_id: str) -> Attribution:
        """Return an attribution by its id."""
        if attribution_id not in self.attributions:
            message = f"Expected the id of an attribution, got {attribution_id!r}."
            raise EditError(message, subject=attribution_id)
        return self.attributions[attribution_id]

    def item(self, item_id: str) -> Claim | Attribution:
        """Return a claim or an attribution by its id."""
        return self.claims.get(item_id) or self.attribution(item_id)

    def parents(self, target_id: str) -> list[Attribution]:
        """Return the attributions that have `target_id` as a target."""
        return [a for a in self.attributions.values() if target_id in a.targets]

    def voiced(self) -> dict[str, Claim]:
        """Return all claims by id, each with the voice that follows from the attributions."""
        voiced = derive_voices(self.claims.values(), self.attributions.values())
        return {claim.id: claim for claim in voiced}

    def items_of(self, sentence: str) -> tuple[list[Claim], list[Attribution]]:
        """Return the claims and attributions that name `sentence`."""
        claims = [c for c in self.claims.values() if c.sentence == sentence]
        return claims, [a for a in self.attributions.values() if a.sentence == sentence]

    # -- editing -----------------------------------------------------------------------------

    def put(self, item: Claim | Attribution) -> None:
        """Add or replace an item; it moves to the sentence that it now belongs to."""
        moved = msgspec.structs.replace(item, sentence=self._home(item))
        if isinstance(moved, Claim):
            self._touch(self.claims.get(moved.id), moved)
            self.claims[moved.id] = moved
        else:
            self._touch(self.attributions.get(moved.id), moved)
            self.attributions[moved.id] = moved
            if cycle := find_cycle(self.attributions):
                raise refusal("circle", subject=cycle, count=len(cycle))

    def update(self, item_id: str, **fields: Any) -> None:
        """Replace fields of one item."""
        self.put(msgspec.structs.replace(self.item(item_id), **fields))

    def remove(self, item_id: str) -> None:
        """Take an item away, and mend what pointed at it.

        An attribution hands its targets to those that relay it. A claim is taken out of the targets
        of its attributions, and those that then have none go with it.
        """
        item = self.item(item_id)
        self._touch(item)
        self.claims.pop(item_id, None)
        self.attributions.pop(item_id, None)
        targets = item.targets if isinstance(item, Attribution) else ()
        heirs = [each for each in targets if each in self.claims or each in self.attributions]
        for parent in self.parents(item_id):
            targets = _replace(parent.targets, item_id, heirs)
            if targets:
                self.update(parent.id, targets=targets)
            else:
                self.remove(parent.id)

    def decide(self, decision: Decision) -> None:
        """Say something of a sentence."""
        self._decisions[decision.sentence] = decision
        self._touched[decision.sentence] = None

    def changes(self) -> dict[str, Annotation]:
        """Return the sentences that differ from what is saved, each with its whole new answer.

        Where claims or attributions differ and nobody decided anew, the decision is void. So it is
        where a claim lost its only source, though that source stood in another sentence; and not
        where a claim is in another cluster, or a source another entity: who somebody is says
        nothing of the sentence.
        """
        changes = {}
        for sentence in dict.fromkeys([*self._touched, *self._find_unfinished()]):
            annotation = self._answer(sentence)
            if annotation != self._saved.get(sentence, Annotation(sentence)):
                changes[sentence] = annotation
        return changes

    def _answer(self, sentence: str) -> Annotation:
        claims, attributions = self.items_of(sentence)
        decision = self.decision(sentence)
        answer = Annotation(
            sentence,
            claims=tuple(sorted(claims, key=claim_order)),
            attributions=tuple(sorted(attributions, key=lambda attribution: attribution.id)),
            status=decision.status,
            flagged=decision.flagged,
            comment=decision.comment,
        )
        saved = self._saved.get(sentence, Annotation(sentence))
        same = _clear_clusters(answer.claims) == _clear_clusters(saved.claims)
        same = same and _clear_entities(answer.attributions) == _clear_entities(saved.attributions)
        if sentence in self._decisions or (same and sentence not in self._find_unfinished()):
            return answer
        return msgspec.structs.replace(answer, status="open")

    def _find_unfinished(self) -> set[str]:
        """Return the sentences that are done though a claim of theirs waits for its source."""
        waiting = {claim.sentence for claim in self.voiced().values() if claim.voice is None}
        return {sentence for sentence in waiting if self.decision(sentence).status == "done"}

    def _home(self, item: Claim | Attribution) -> str:
        start = find_start(item)
        return item.sentence if start is None else self.sentence_at(start)

    def _touch(self, *items: Claim | Attribution | None) -> None:
        self._touched.update((item.sentence, None) for item in items if item is not None)

    # -- spans -------------------------------------------------------------------------------

    def check_spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return `spans` in order, overlapping ones joined, or raise an `EditError`.

        Each must lie in the text, carry its text, have no white space or bidi control at an edge,
        and cut no letter from its marks.
        """
        ordered = sorted(spans, key=lambda span: (span.start, span.end))
        joined: list[Span] = []
        for span in ordered:
            self._check_span(span)
            if joined and span.start < joined[-1].end:
                start, end = joined[-1].start, max(joined[-1].end, span.end)
                joined[-1] = Span(start, end, self.text[start:end])
            else:
                joined.append(span)
        return tuple(joined)

    def _check_span(self, span: Span) -> None:
        if not 0 <= span.start < span.end <= len(self.text):
            limits = f"0 <= start < end <= {len(self.text)}"
            raise EditError(f"Expected {limits}, got {span.start} and {span.end}.", subject=span)
        covered = self.text[span.start : span.end]
        if covered != span.text:
            raise refusal("other_text", subject=span, start=span.start, end=span.end)
        if covered.strip() != covered or {covered[0], covered[-1]} & BIDI_CONTROLS:
            message = "Expected a span without white space or bidi marks at its edges."
            raise EditError(message, subject=span)
        if not all(is_grapheme_boundary(self.text, edge) for edge in (span.start, span.end)):
            raise refusal("half_letter", subject=span)


def _replace(targets: Iterable[str], gone: str, heirs: Iterable[str]) -> tuple[str, ...]:
    """Put `heirs` where `gone` stood, each target once."""
    flat: dict[str, None] = {}
    for target in targets:
        flat.update(dict.fromkeys(heirs) if target == gone else {target: None})
    return tuple(flat)


def _clear_clusters(claims: Iterable[Claim]) -> list[Claim]:
    return [msgspec.structs.replace(claim, cluster=None) for claim in claims]


def find_segment(segments: Sequence[Segment], offset: int) -> Segment | None:
    """Return the segment that holds the code point at `offset`."""
    index = bisect_right(segments, offset, key=lambda segment: segment.start) - 1
    return segments[index] if index >= 0 and offset < segments[index].end else None


def replace_stretch(segments: Sequence[Segment], new: Segment) -> tuple[Segment, ...]:
    """Return `segments` with `new` laid over them: what it covers is cut away."""
    kept: list[Segment] = []
    for segment in segments:
        if segment.end <= new.start or new.end <= segment.start:
            kept.append(segment)
            continue
        if segment.start < new.start:
            kept.append(msgspec.structs.replace(segment, end=new.start))
        if new.end < segment.end:
            kept.append(msgspec.structs.replace(segment, start=new.end))
    return tuple(sorted([*kept, new], key=lambda segment: segment.start))


def _clear_entities(attributions: Iterable[Attribution]) -> list[Attribution]:
    replace = msgspec.structs.replace
    return [replace(each, source=replace(each.source, entities=())) for each in attributions]
