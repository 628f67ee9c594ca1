"""Figures and dates of claims: what is written down of them, and what is proposed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workbench.errors import EditError, InputError
from workbench.model import Claim, Document, Segment
from workbench.scheme import Feature, Scheme
from workbench.session.wording import refusal
from workbench.text import (
    dump_figures,
    is_edtf,
    load_figures,
    propose_dates,
    propose_figures,
)

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
    if feature.type == "figure":
        try:
            return dump_figures(load_figures(value))
        except InputError:
            raise refusal("figure", given=value) from None
    if feature.type == "edtf" and not is_edtf(value.strip()):
        raise refusal("date", given=value)
    value = value.strip() if feature.is_typed else value
    if not feature.accepts(value):
        expected = ", ".join(label.value for label in feature.values)
        raise EditError(f"Expected one of {expected}, got {value!r}.", subject=feature)
    return value


def propose_features(
    claim: Claim, document: Document, segments: Sequence[Segment], scheme: Scheme
) -> Proposals:
    """Return what the words of `claim` say, by the names of its typed features that are unset.

    Dates are resolved against the publication of the segment that the claim stands in, else of
    the document. It is for a person to confirm.
    """
    typed = [
        each
        for each in scheme.features_on("claims")
        if each.is_typed and claim.features.get(each.name) is None
    ]
    words = [span.text for span in claim.spans] or [claim.proposition or ""]
    proposed = {
        feature.name: _propose_figures(words, document.language)
        if feature.type == "figure"
        else _propose_date(words, find_published(claim, document, segments))
        for feature in typed
    }
    return {name: value for name, value in proposed.items() if value is not None}


def find_published(claim: Claim, document: Document, segments: Sequence[Segment]) -> str | None:
    """Return when the segment of `claim` was published, else when its document was."""
    start = claim.spans[0].start if claim.spans else None
    for segment in segments:
        if start is not None and segment.start <= start < segment.end and segment.published:
            return segment.published
    return document.published


def _propose_figures(words: Iterable[str], language: str | None) -> str | None:
    found = [each.figure for text in words for each in propose_figures(text, language)]
    return dump_figures(found[:_MOST])


def _propose_date(words: Iterable[str], published: str | None) -> str | None:
    found = [each.edtf for text in words for each in propose_dates(text, published)]
    return found[0] if found else None
