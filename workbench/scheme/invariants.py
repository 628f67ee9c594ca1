"""The data model's invariants: everything that is checked inside one record.

A record here is a model's `Record`, a line of the right form, or what could be saved of a wrong
one (`workbench.scheme.form`); its values are therefore not typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.model import SCHEMA_VERSION, SCHEMA_VERSIONS, TYPED_SCHEMA_VERSION
from workbench.scheme.form import UNREADABLE, Problems
from workbench.scheme.links import check_ids, check_links
from workbench.scheme.names import (
    ID_FORM,
    LAYER_FORM,
    ORIGIN_FORM,
    is_id,
    is_layer,
    is_origin,
)
from workbench.scheme.places import Places, warn
from workbench.scheme.scheme import Scheme
from workbench.scheme.spans import SpanChecker
from workbench.scheme.texts import check_date, check_document, check_stretches
from workbench.scheme.violations import Problem, escape_key, show, show_choices, show_text

FindScheme = Callable[[str, str, Problems], Scheme | None]


def check_invariants(record: Any, find_scheme: FindScheme, problems: Problems) -> None:
    """Append to `problems` each invariant that `record` breaks, and each warning."""
    if record.schema_version not in (*SCHEMA_VERSIONS, UNREADABLE):
        got = show_text(record.schema_version)
        problems.append(Problem("/schema_version", show_choices(SCHEMA_VERSIONS), got))
    text = record.document.text
    length = -1 if text is UNREADABLE else len(text)
    check_document(record.document, problems)
    check_stretches(record.segments, "/segments", length, problems)
    check_stretches(record.sentences, "/sentences", length, problems)
    for index, segment in enumerate(record.segments):
        check_date(segment.published, f"/segments/{index}/published", problems)
    check_ids(record, problems)
    leaves = check_links(record, problems)
    places = Places(record, problems)
    spans = SpanChecker(text, problems)
    scheme = _find_scheme(record.provenance, find_scheme, problems)
    for index, claim in enumerate(record.claims):
        _check_claim(claim, f"/claims/{index}", spans, places, problems)
    for index, attribution in enumerate(record.attributions):
        _check_attribution(attribution, f"/attributions/{index}", spans, places, problems)
    if scheme is not None:
        _check_labels(record.attributions, scheme, problems)
        _check_features(record.claims, "claims", scheme, problems)
        _check_features(record.attributions, "attributions", scheme, problems)
        _check_version(record, scheme, problems)
    places.check_decisions()
    _check_provenance(record.provenance, problems)
    warn(record, leaves, places, problems)


def _check_claim(
    claim: Any, at: str, spans: SpanChecker, places: Places, problems: Problems
) -> None:
    spans.check(claim.spans, at, "/spans")
    places.check_sentence(claim.sentence, claim.spans, at, "the claim")
    if isinstance(claim.cluster, str) and not is_id(claim.cluster):
        problems.append(Problem(f"{at}/cluster", f"{ID_FORM} | null", show_text(claim.cluster)))
    if claim.origin is not UNREADABLE and not is_origin(claim.origin):
        problems.append(Problem(f"{at}/origin", ORIGIN_FORM, show_text(claim.origin)))
    if claim.spans or claim.spans is UNREADABLE or claim.proposition is UNREADABLE:
        return
    if claim.proposition is None or not claim.proposition.strip():
        expected = "a proposition, since the claim has no spans"
        problems.append(Problem(f"{at}/proposition", expected, show(claim.proposition)))


def _check_attribution(
    attribution: Any, at: str, spans: SpanChecker, places: Places, problems: Problems
) -> None:
    source, cue = attribution.source, attribution.cue
    spans.check(source.spans, at, "/source/spans")
    if cue is not None:
        spans.check(cue, at, "/cue")
        if not cue and cue is not UNREADABLE:
            problems.append(Problem(f"{at}/cue", "at least one span | null", "[]"))
    spans.check(attribution.anchor, at, "/anchor")
    if (source.realization == "explicit") != bool(source.spans):
        _check_realization(source, at, problems)
    for index, entity in enumerate(source.entities):
        if entity is not UNREADABLE and not is_id(entity):
            pointer = f"{at}/source/entities/{index}"
            problems.append(Problem(pointer, ID_FORM, show_text(entity)))
    if attribution.origin is not UNREADABLE and not is_origin(attribution.origin):
        problems.append(Problem(f"{at}/origin", ORIGIN_FORM, show_text(attribution.origin)))
    what = "its cue" if cue else "its source"
    # An unreadable cue may be what decides on the sentence.
    decisive = cue if cue or cue is UNREADABLE else source.spans
    places.check_sentence(attribution.sentence, decisive, at, what)


def _check_realization(source: Any, at: str, problems: Problems) -> None:
    if UNREADABLE in (source.spans, source.realization):
        return
    pointer = f"{at}/source/realization"
    if source.spans:
        expected = '"explicit", since the source has spans'
    else:
        expected = '"pro_drop" | "implicit" | "author", since the source has no spans'
    problems.append(Problem(pointer, expected, show(source.realization)))


def _check_labels(attributions: Any, scheme: Scheme, problems: Problems) -> None:
    """Check that stances are known, and combine with certainties (invariant 11)."""
    for index, attribution in enumerate(attributions):
        stance, certainty = attribution.stance, attribution.certainty
        if scheme.allows(stance, certainty) or stance is UNREADABLE:
            continue
        at = f"/attributions/{index}"
        known = [each.value for each in scheme.stances]
        if stance not in known:
            problems.append(Problem(f"{at}/stance", show_choices(known), show(stance)))
        elif certainty is not UNREADABLE:
            allowed = f"{show_choices(scheme.certainties(stance))} with {stance}"
            problems.append(Problem(f"{at}/certainty", allowed, show(certainty)))


def _check_features(items: Any, kind: str, scheme: Scheme, problems: Problems) -> None:
    """Check that features are known, and that what has one item of a kind, all have."""
    on = [feature.name for feature in scheme.features_on(kind)]
    if not on and not any(item.features for item in items):
        return
    known = {feature.name: feature for feature in scheme.features if feature.on == kind}
    used = {name for item in items for name in item.features}
    everywhere = [name for name in known if name in on or name in used]
    for index, item in enumerate(items):
        if item.features is UNREADABLE:
            continue
        at = f"/{kind}/{index}/features"
        for name, value in item.features.items():
            pointer = f"{at}/{escape_key(name)}"
            if name not in known:
                expected = f"a feature of {kind} in {scheme.name} {scheme.version}"
                problems.append(Problem(pointer, expected, show_text(name)))
            elif isinstance(value, str) and not known[name].accepts(value):
                expected = " | ".join([*known[name].expected, "null"])
                problems.append(Problem(pointer, expected, show(value)))
        for name in everywhere:
            if name not in item.features:
                expected = f'the key "{name}" (null when unset), as all {kind} have it'
                problems.append(Problem(at, expected, "none"))


def _check_version(record: Any, scheme: Scheme, problems: Problems) -> None:
    """Check that a record is of version 1.1 exactly where it has typed features."""
    typed = {(feature.on, feature.name) for feature in scheme.features if feature.is_typed}
    if record.schema_version not in SCHEMA_VERSIONS[bool(not typed) :]:
        return  # unknown, or of a scheme that has none
    items = [("claims", each) for each in record.claims]
    items += [("attributions", each) for each in record.attributions]
    used = any((kind, name) in typed for kind, item in items for name in item.features)
    on = scheme.schema_version == TYPED_SCHEMA_VERSION
    if (used or on) and record.schema_version == SCHEMA_VERSION:
        expected = f'"{TYPED_SCHEMA_VERSION}", since a typed feature is on'
    elif (
        record.schema_version == TYPED_SCHEMA_VERSION and not (used or on) and (items or not typed)
    ):
        expected = f'"{SCHEMA_VERSION}", since no typed feature is on'
    else:
        return
    problems.append(Problem("/schema_version", expected, show_text(record.schema_version)))


def _check_provenance(provenance: Any, problems: Problems) -> None:
    """Check names, and that gold says who made it (invariant 14)."""
    layer = provenance.layer
    if layer is not UNREADABLE and not is_layer(layer):
        problems.append(Problem("/provenance/layer", LAYER_FORM, show_text(layer)))
    annotators = provenance.annotators
    if layer == "gold" and not annotators and annotators is not UNREADABLE:
        problems.append(Problem("/provenance/annotators", "at least one annotator in gold", "[]"))
    for index, name in enumerate(annotators):
        if name is not UNREADABLE and not is_id(name):
            pointer = f"/provenance/annotators/{index}"
            problems.append(Problem(pointer, ID_FORM, show_text(name)))
    adjudicator = provenance.adjudicator
    if isinstance(adjudicator, str) and not is_id(adjudicator):
        expected = f"{ID_FORM} | null"
        problems.append(Problem("/provenance/adjudicator", expected, show_text(adjudicator)))


def _find_scheme(provenance: Any, find_scheme: FindScheme, problems: Problems) -> Scheme | None:
    if UNREADABLE in (provenance.scheme, provenance.scheme_version):
        return None
    return find_scheme(provenance.scheme, provenance.scheme_version, problems)
