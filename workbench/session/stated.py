"""Figures and dates of claims: what is written down of them, and what is proposed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from workbench.curation.conflicts import find_figure_conflicts, read_stated
from workbench.errors import EditError
from workbench.model import Claim, ClaimRef, Document, Link, Segment
from workbench.scheme import Feature, Scheme
from workbench.session.sheet import Sheet
from workbench.session.wording import refusal, word
from workbench.text import dump_figures, propose_dates, propose_figures

Json = dict[str, Any]
Proposals = Mapping[str, str]

_MOST = 3  # more figures or dates than this in one claim are for a person to choose from


def read_feature(feature: Feature, value: str | None) -> str | None:
    """Return `value` of `feature` in its one form; ``None`` where it is empty.

    Raises
    ------
    EditError
        It is no value of the feature; what is expected is said in the person's language.
    """
    if value is None or (feature.is_typed and not value.strip()):
        return None
    found = feature.normalize(value)
    if found is None and feature.type == "figure":
        raise refusal("feature_figure", subject=feature, given=value)
    if found is None and feature.type == "edtf":
        raise refusal("feature_edtf", subject=feature, given=value)
    if found is None:
        expected = ", ".join(label.value for label in feature.values)
        raise EditError(f"Expected one of {expected}, got {value!r}.", subject=feature)
    return found


def dump_proposals(sheet: Sheet | None, scheme: Scheme) -> Json:
    """Return what a view is told of the figures and dates that the open article's claims state.

    It is the part ``proposed``: by claim, by the name of each typed feature that is unset. Where
    no such feature is on there is no such part.
    """
    typed = [each for each in scheme.features_on("claims") if each.is_typed]
    if sheet is None or not typed:
        return {}
    found = {
        claim.id: propose_features(claim, sheet.stored.document, sheet.stored.segments, typed)
        for claim in sheet.draft.claims.values()
    }
    return {"proposed": {claim: values for claim, values in found.items() if values}}


def propose_features(
    claim: Claim, document: Document, segments: Sequence[Segment], typed: Iterable[Feature]
) -> Proposals:
    """Return what the words of `claim` say, by the names of those `typed` features it lacks.

    Dates are resolved against the publication of the segment that the claim stands in, else of
    the document. It is for a person to confirm.
    """
    words = tuple(span.text for span in claim.spans) or (claim.proposition or "",)
    proposed = {
        feature.name: _propose_figures(words, document.language)
        if feature.type == "figure"
        else _propose_date(words, find_published(claim, document, segments))
        for feature in typed
        if claim.features.get(feature.name) is None
    }
    return {name: value for name, value in proposed.items() if value is not None}


def say_conflict(
    language: str,
    focus: ClaimRef,
    claim: Claim,
    ref: ClaimRef,
    other: Claim,
    links: Mapping[ClaimRef, Link],
) -> str | None:
    """Return what of a claim in focus cannot be true beside another one, or ``None``.

    `links` are what was said of the claim in focus and others, by the other one.
    """
    said = [links[ref]] if ref in links else []
    stated = [read_stated(focus, claim), read_stated(ref, other)]
    sentences = []
    for each in find_figure_conflicts(stated, said):
        here, there = each.first, each.second
        if each.start != focus:
            here, there = there, here
        sentences.append(word(language, "figure.conflict", {"here": here, "there": there}))
    return " ".join(sentences) or None


def find_published(claim: Claim, document: Document, segments: Sequence[Segment]) -> str | None:
    """Return when the segment of `claim` was published, else when its document was."""
    start = claim.spans[0].start if claim.spans else None
    for segment in segments:
        if start is not None and segment.start <= start < segment.end and segment.published:
            return segment.published
    return document.published


@lru_cache(maxsize=4096)  # claims are asked about again after each edit
def _propose_figures(words: tuple[str, ...], language: str | None) -> str | None:
    found = [each.figure for text in words for each in propose_figures(text, language)]
    return dump_figures(found[:_MOST])


@lru_cache(maxsize=4096)
def _propose_date(words: tuple[str, ...], published: str | None) -> str | None:
    found = [each.edtf for text in words for each in propose_dates(text, published)]
    return found[0] if found else None
