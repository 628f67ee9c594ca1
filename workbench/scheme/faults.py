"""What is wrong with a scheme beyond its types: names that point nowhere, values given twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from workbench.scheme.labels import Feature, Stance
from workbench.scheme.scheme import Scheme

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_VALUE = re.compile(r"[A-Za-z0-9_.:-]{1,64}")


def iter_faults(scheme: Scheme) -> Iterator[str]:
    """Yield each fault of `scheme` as what was expected and what was got, without a full stop."""
    if scheme.relay_stance not in {stance.value for stance in scheme.stances}:
        yield f"Expected one of the stances as relay_stance, got {scheme.relay_stance!r}"
    for what, values in _iter_names(scheme):
        yield from _iter_name_faults(what, values)
    for feature in scheme.features:
        yield from _iter_feature_faults(feature, scheme.format)
    known = {label.value for label in scheme.certainty_labels}
    for stance in scheme.stances:
        yield from _iter_certainty_faults(stance, known)
    colours = [(role.value, role.colour) for role in scheme.roles]
    for value, colour in [*colours, *((each.value, each.colour) for each in scheme.stances)]:
        for code in (colour.light, colour.dark):
            if not _COLOUR.fullmatch(code):
                yield f"Expected a colour as #rrggbb for {value}, got {code!r}"


def _iter_feature_faults(feature: Feature, scheme_format: str) -> Iterator[str]:
    if feature.is_typed and scheme_format == "1.0":
        yield f"Expected format 1.1, since {feature.name} is typed, got {scheme_format}"
    if not feature.is_typed and not feature.values:
        yield f"Expected at least one value of {feature.name}, got none"
    if feature.is_typed and feature.values:
        yield f"Expected no values of {feature.name}, which is a {feature.type}, got some"


def _iter_names(scheme: Scheme) -> Iterator[tuple[str, list[str]]]:
    """Yield each set of names that must not hold one twice."""
    yield "stance", [stance.value for stance in scheme.stances]
    yield "certainty", [label.value for label in scheme.certainty_labels]
    yield "role", [role.value for role in scheme.roles]
    yield "realization", [each.value for each in scheme.realizations]
    yield "feature", [feature.name for feature in scheme.features]
    for feature in scheme.features:
        yield f"value of {feature.name}", [label.value for label in feature.values]
    hotkeys = [role.hotkey for role in scheme.roles]
    hotkeys += [each.hotkey for each in scheme.realizations]
    hotkeys += [stance.hotkey for stance in scheme.stances]
    yield "hotkey", [hotkey for hotkey in hotkeys if hotkey]


def _iter_name_faults(what: str, values: list[str]) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"Expected each {what} once, got {value!r} {count} times"
        if not _VALUE.fullmatch(value):
            yield f"Expected 1 to 64 of A-Z a-z 0-9 _ . : - as {what}, got {value!r}"


def _iter_certainty_faults(stance: Stance, known: set[str]) -> Iterator[str]:
    allowed = [rule.certainty for rule in stance.certainties]
    null_among_others = None in allowed and len(allowed) > 1
    if not allowed or len(set(allowed)) < len(allowed) or null_among_others:
        yield f"Expected certainties of {stance.value}, each once, or null alone, got {allowed}"
    for certainty in allowed:
        if certainty is not None and certainty not in known:
            yield f"Expected a certainty of the scheme for {stance.value}, got {certainty!r}"
    if stance.default_certainty not in allowed:
        yield f"Expected an allowed default for {stance.value}, got {stance.default_certainty!r}"
