"""Records from the parts that a store keeps, and the parts back from a record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

import msgspec

from workbench.model import (
    Annotation,
    Attribution,
    Claim,
    Document,
    Provenance,
    Record,
    Segment,
    Sentence,
    canonicalize,
    derive_voices,
)
from workbench.model.record import SCHEMA_VERSION, Frozen
from workbench.scheme import Scheme, fill_features

NeedsCertainty = Callable[[str], bool]


class Assembly(Frozen, frozen=True):
    """A canonical record, and the ids of the unfinished items that it leaves out."""

    record: Record
    left_out: tuple[str, ...]


def assemble_record(
    document: Document,
    segments: Iterable[Segment],
    sentences: Iterable[Sentence],
    annotations: Mapping[str, Annotation],
    provenance: Provenance,
    *,
    needs_certainty: NeedsCertainty | None = None,
    scheme: Scheme | None = None,
) -> Assembly:
    """Return the record of one layer over one document, in canonical order.

    What is unfinished is left out: a claim that still waits for its source, an attribution that
    lacks its source, its stance or its targets, and whatever hangs on one of these. Voices are
    derived anew from what stays.

    Parameters
    ----------
    annotations
        The answers by sentence id; a sentence that nobody touched may be absent and is ``open``.
    needs_certainty
        Answers whether a stance asks for a certainty, so that an attribution that still lacks it
        counts as unfinished. Without it no stance does.
    scheme
        What says of which version the record is, and which features are on: an item that was made
        before one was turned on gets its key.
    """
    sentences = tuple(sentences)
    answers = [annotations.get(each.id, Annotation(each.id)) for each in sentences]
    all_claims = [claim for answer in answers for claim in answer.claims]
    all_attributions = [each for answer in answers for each in answer.attributions]
    claims, attributions = select_finished(
        all_claims, all_attributions, needs_certainty=needs_certainty
    )
    kept = set(_ids(claims, attributions))
    if scheme is not None:
        claims, attributions = fill_features(claims, scheme), fill_features(attributions, scheme)
    record = Record(
        schema_version=scheme.schema_version if scheme is not None else SCHEMA_VERSION,
        document=document,
        segments=tuple(segments),
        sentences=sentences,
        claims=claims,
        attributions=attributions,
        decisions=tuple(answer.decision for answer in answers),
        provenance=provenance,
    )
    left_out = tuple(each for each in _ids(all_claims, all_attributions) if each not in kept)
    return Assembly(canonicalize(record), left_out)


def select_finished(
    claims: Iterable[Claim],
    attributions: Iterable[Attribution],
    *,
    needs_certainty: NeedsCertainty | None = None,
) -> tuple[tuple[Claim, ...], tuple[Attribution, ...]]:
    """Return the finished claims, with their voices, and the finished attributions.

    An attribution is finished once all its targets are, so one that hangs on an unfinished item
    (or on itself, in a cycle) is not.
    """
    candidates = {claim.id: claim for claim in claims if claim.spans or claim.proposition}
    complete = [each for each in attributions if _is_complete(each, needs_certainty)]
    finished = _reach_down(complete, candidates)
    voiced = derive_voices(
        candidates.values(), tuple(each for each in complete if each.id in finished)
    )
    return (
        tuple(claim for claim in voiced if _has_voice(claim)),
        tuple(each for each in complete if each.id in finished),
    )


def split_record(record: Record) -> dict[str, Annotation]:
    """Return the answers that `record` holds, one for each of its sentences, in their order."""
    claims: dict[str, list[Claim]] = {}
    attributions: dict[str, list[Attribution]] = {}
    for claim in record.claims:
        claims.setdefault(claim.sentence, []).append(claim)
    for attribution in record.attributions:
        attributions.setdefault(attribution.sentence, []).append(attribution)
    return {
        decision.sentence: Annotation(
            sentence=decision.sentence,
            claims=tuple(claims.get(decision.sentence, ())),
            attributions=tuple(attributions.get(decision.sentence, ())),
            status=decision.status,
            flagged=decision.flagged,
            comment=decision.comment,
        )
        for decision in record.decisions
    }


def _is_complete(attribution: Attribution, needs_certainty: NeedsCertainty | None) -> bool:
    """Answer whether `attribution` has all parts of its own, whatever its targets are."""
    source, stance = attribution.source, attribution.stance
    if source.realization is None or not attribution.targets or stance is None:
        return False
    if source.realization == "explicit" and not source.spans:
        return False
    waits = needs_certainty is not None and needs_certainty(stance)
    return not (waits and attribution.certainty is None)


def _reach_down(attributions: Collection[Attribution], claims: Collection[str]) -> set[str]:
    """Return the ids of the attributions whose every chain ends in one of `claims`."""
    relays: dict[str, list[str]] = {}
    waiting: dict[str, int] = {}
    for attribution in attributions:
        open_targets = {target for target in attribution.targets if target not in claims}
        waiting[attribution.id] = len(open_targets)
        for target in open_targets:
            relays.setdefault(target, []).append(attribution.id)
    ready = [each for each, number in waiting.items() if number == 0]
    finished: set[str] = set()
    while ready:
        done = ready.pop()
        finished.add(done)
        for relay in relays.get(done, ()):
            waiting[relay] -= 1
            if waiting[relay] == 0:
                ready.append(relay)
    return finished


def _ids(claims: Iterable[Claim], attributions: Iterable[Attribution]) -> list[str]:
    return [*(claim.id for claim in claims), *(each.id for each in attributions)]


def _has_voice(claim: Claim) -> bool:
    # A claim without spans is always somebody's: it is only understood from an attribution.
    return claim.voice == "attributed" or (claim.voice == "author" and bool(claim.spans))


def as_layer(record: Record, layer: str) -> Record:
    """Return `record` as the answer of `layer`."""
    provenance = msgspec.structs.replace(record.provenance, layer=layer)
    return msgspec.structs.replace(record, provenance=provenance)
