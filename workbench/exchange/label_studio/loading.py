"""Claims, attributions and decisions from a result: what is visible wins, `meta.wb` fills."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import msgspec

from workbench.exchange.formats.ranges import trim_range, unite_ranges
from workbench.exchange.label_studio.controls import (
    CLAIM,
    CUE,
    FEATURE,
    YES,
    list_controls,
)
from workbench.exchange.label_studio.items import (
    Group,
    adopt,
    adopt_claims,
    group_regions,
    identify,
    mint,
    sort_targets,
)
from workbench.exchange.label_studio.parsing import Finding, Parts, Region, as_list, parse_result
from workbench.exchange.label_studio.places import Ruler
from workbench.exchange.label_studio.tying import tie
from workbench.model import (
    Annotation,
    Attribution,
    Claim,
    Document,
    Realization,
    Sentence,
    Source,
    Span,
    Status,
    derive_voices,
    find_cycle,
)
from workbench.model.record import Frozen
from workbench.scheme import Feature, Scheme
from workbench.scheme.names import is_id, is_origin


class ResultGround(Frozen, frozen=True):
    """What a result stands on: its document as it is here, and the scheme."""

    document: Document
    sentences: tuple[Sentence, ...]
    scheme: Any  # a Scheme, which is no part of a record


@dataclass(frozen=True)
class Kept:
    """What a result holds beside its record, and a later result has to hold again.

    Attributes
    ----------
    names
        The ids of regions, by item and label, each with its range.
    regions
        The regions as they are.
    links
        Relations as they are, by their two regions.
    """

    names: dict[tuple[str, str], list[tuple[int, int, str]]] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    links: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Loaded:
    """What a result says.

    Attributes
    ----------
    annotations
        The answer for each sentence of the document, finished or not.
    raw
        Results that have no place here, as they are; `dump_result` writes them again.
    quarantined
        Results over spans that the text does not have, as they are; never written again.
    findings
        What a person should know of.
    kept
        What `dump_result` needs to write the same regions again.
    """

    annotations: dict[str, Annotation]
    raw: tuple[Any, ...]
    quarantined: tuple[dict[str, Any], ...]
    findings: tuple[Finding, ...]
    kept: Kept


def load_result(result: Any, ground: ResultGround) -> Loaded:
    """Return what `result` says of the document of `ground`; never raises for what it holds.

    For every valid record, and for the unfinished ones of a store,
    ``load_result(dump_result(record))`` says what the record says.
    """
    parts = parse_result(result, ground.document.text, list_controls(ground.scheme))
    return _Loader(parts, ground).load()


class _Loader:
    def __init__(self, parts: Parts, ground: ResultGround) -> None:
        self._parts = parts
        self._text = ground.document.text
        self._sentences = ground.sentences
        self._scheme: Scheme = ground.scheme
        self._ruler = Ruler(self._text, ground.sentences)
        self._kept = Kept()
        self._features_on = {
            kind: [(each, FEATURE + each.name) for each in self._scheme.features_on(kind)]
            for kind in ("claims", "attributions")
        }

    def load(self) -> Loaded:
        parts = self._parts
        groups = group_regions(parts)
        taken = {sentence.id for sentence in self._sentences}
        identify(groups, "claim", taken)
        identify(groups, "hub", taken)
        hubs = tie(groups, parts)
        adopt(hubs, taken)
        adopt_claims(hubs, taken)
        found = [group for group in groups if group.kind == "claim"]
        mint([*found, *hubs], taken)
        for hub in hubs:
            sort_targets(hub)
        claims = [self._load_claim(group) for group in found]
        attributions = {hub.id: self._load_attribution(hub) for hub in hubs}
        self._cut_circles(attributions)
        self._keep(groups)
        return Loaded(
            self._answer(groups, derive_voices(claims, attributions.values()), attributions),
            tuple(parts.raw),
            tuple(parts.quarantined),
            tuple(parts.findings),
            self._kept,
        )

    # -- items -------------------------------------------------------------------------------

    def _load_claim(self, group: Group) -> Claim:
        wb = group.wb
        spans = self._spans([each for each in group.regions if each.label == CLAIM], group)
        return Claim(
            group.id,
            self._place(spans, group),
            spans,
            "author" if self._value(group, "voice") == YES["voice"] else None,
            cast("str | None", wb.get("cluster")) if is_name(wb.get("cluster")) else None,
            self._value(group, "proposition"),
            self._features(group, "claims"),
            self._origin(wb),
            self._value(group, "unsure") is not None,
            self._value(group, "note"),
        )

    def _load_attribution(self, hub: Group) -> Attribution:
        cue = self._spans([each for each in hub.regions if each.label == CUE], hub)
        source = self._spans([each for group in hub.sources for each in group.regions], hub)
        anchor = self._spans([each for group in hub.anchors for each in group.regions], hub)
        stance = self._stance(hub)
        entities = [each for each in as_list(hub.wb.get("entities")) if is_name(each)]
        return Attribution(
            hub.id,
            self._place(cue or source, hub),
            Source(source, self._realization(hub, is_explicit=bool(source)), tuple(entities)),
            cue or None,
            tuple(dict.fromkeys(each.id for each in hub.targets)),
            anchor,
            stance,
            self._certainty(hub, stance),
            self._features(hub, "attributions"),
            self._origin(hub.wb),
            self._value(hub, "unsure") is not None,
            self._value(hub, "note"),
        )

    def _value(self, group: Group, name: str) -> str | None:
        said = group.values(name)
        if len(said) > 1:
            self._parts.report("ambiguous", group.head.id, f"Two regions say two things: {name}.")
        return said[0] if said else None

    def _stance(self, hub: Group) -> str | None:
        stance = self._value(hub, "stance")
        if stance is None and hub.known is None:
            # A person who ties one attribution to another has said that the outer one relays.
            return self._scheme.relay_stance if any(t.kind == "hub" for t in hub.targets) else None
        return stance

    def _certainty(self, hub: Group, stance: str | None) -> str | None:
        certainty = self._value(hub, "certainty")
        if stance is None or self._scheme.allows(stance, certainty):
            return certainty
        if certainty is None and hub.wb.get("stance") == stance:
            return None  # still missing here too
        if certainty is not None:
            self._parts.report("adjusted", hub.head.id, "A certainty does not go with its stance.")
        return self._scheme.default_certainty(stance)

    def _realization(self, hub: Group, *, is_explicit: bool) -> Realization | None:
        said = self._value(hub, "realization")
        return "explicit" if is_explicit else cast("Realization | None", said)

    def _features(self, group: Group, kind: str) -> dict[str, str | None]:
        carried = group.wb.get("features")
        items = carried.items() if isinstance(carried, dict) else ()
        features = {k: v for k, v in items if isinstance(k, str) and (v is None or type(v) is str)}
        for feature, control in self._features_on[kind]:
            name, said = feature.name, self._value(group, control)
            if said is not None and feature.is_typed:
                said = self._read_typed(group, feature, said, features.get(name))
            # Where a record lacks the key of a feature that is on, it is none of its parts.
            if said is not None or name in features or not group.wb:
                features[name] = said
        return features

    def _read_typed(
        self, group: Group, feature: Feature, said: str, known: str | None
    ) -> str | None:
        """Return what was typed in its one form; what is none leaves what was there."""
        found = feature.normalize(said) if said.strip() else None
        if found is None and said.strip():
            expected = " or ".join(feature.expected)
            self._parts.report(
                "adjusted", group.head.id, f"Not read: {feature.name} is {expected}."
            )
            return known
        return found

    def _origin(self, wb: dict[str, Any]) -> str:
        origin = wb.get("origin")
        return origin if isinstance(origin, str) and is_origin(origin) else "human"

    # -- places ------------------------------------------------------------------------------

    def _spans(self, regions: Iterable[Region], group: Group) -> tuple[Span, ...]:
        ranges = []
        for each in regions:
            edges = trim_range(self._text, each.start, each.end)
            if edges is None:
                self._parts.report("quarantined", each.id, "A region covers white space alone.")
                continue
            if edges != (each.start, each.end):
                self._parts.report("moved", each.id, "A region's edges are on whole words now.")
            ranges.append(edges)
            owner = self._kept.names.setdefault((group.id, each.label), [])
            owner.append((*edges, each.id))
        united = unite_ranges(ranges) if len(ranges) > 1 else tuple(ranges)
        if len(united) < len(ranges) and len(united) < len(set(ranges)):
            self._parts.report("adjusted", group.head.id, "Fragments that overlap are one now.")
        return tuple(Span(start, end, self._text[start:end]) for start, end in united)

    def _place(self, spans: Sequence[Span], group: Group) -> str:
        at = spans[0].start if spans else group.head.start
        return self._ruler.sentence_at(at) or ""

    # -- the whole ---------------------------------------------------------------------------

    def _cut_circles(self, attributions: dict[str, Attribution]) -> None:
        while cycle := find_cycle(attributions):
            last = attributions[cycle[-1]]
            targets = tuple(each for each in last.targets if each != cycle[0])
            attributions[last.id] = msgspec.structs.replace(last, targets=targets)
            self._parts.report("ambiguous", None, "Attributions relay each other in a circle.")

    def _answer(
        self,
        groups: Iterable[Group],
        claims: Iterable[Claim],
        attributions: dict[str, Attribution],
    ) -> dict[str, Annotation]:
        marks: dict[str | None, list[Region]] = {}
        for group in groups:
            if group.kind == "sentence":
                name = self._ruler.sentence_at(group.head.start)
                marks.setdefault(name, []).append(group.head)
                self._kept.names.setdefault((name or "", group.head.label), []).append(
                    (group.head.start, group.head.end, group.head.id)
                )
        answers = {}
        all_claims, all_attributions = list(claims), list(attributions.values())
        self._report_unfinished(all_claims, all_attributions)
        claims_of, attributions_of = group_by_sentence(all_claims, all_attributions)
        for sentence in self._sentences:
            mine, theirs = claims_of[sentence.id], attributions_of[sentence.id]
            said = self._decide(marks.get(sentence.id, []), sentence.id)
            answers[sentence.id] = Annotation(
                sentence.id,
                tuple(sorted(mine, key=claim_order)),
                tuple(sorted(theirs, key=lambda each: each.id)),
                cast("Status", said.get("status") or self._default_status()),
                said.get("flag") is not None,
                said.get("comment"),
            )
        return answers

    def _default_status(self) -> Status:
        return "done" if self._parts.article == "done" else "open"

    def _decide(self, marks: list[Region], sentence: str) -> dict[str, str]:
        said: dict[str, str] = {}
        for region in sorted(marks, key=lambda each: (each.wb.get("item") != sentence, each.id)):
            for name, value in region.values.items():
                if said.setdefault(name, value) != value:
                    self._parts.report("ambiguous", region.id, "A sentence is decided on twice.")
        return said

    def _report_unfinished(self, claims: list[Claim], attributions: list[Attribution]) -> None:
        for claim in claims:
            if claim.voice is None:
                self._parts.report("unfinished", claim.id, "A claim waits for its source.")
            elif not claim.spans and not claim.proposition:
                self._parts.report("unfinished", claim.id, "A claim has no words.")
        for each in attributions:
            if each.source.realization is None or each.stance is None or not each.targets:
                message = "An attribution lacks its source, its stance or its target."
                self._parts.report("unfinished", each.id, message)

    def _keep(self, groups: Iterable[Group]) -> None:
        for group in groups:
            for region in group.regions:
                self._kept.regions[region.id] = region
                if region.label not in (CLAIM, CUE) and group.kind in ("claim", "hub"):
                    owner = self._kept.names.setdefault((group.id, region.label), [])
                    owner.append((region.start, region.end, region.id))
        for link in self._parts.links:
            self._kept.links[link.source.id, link.target.id] = link.result


def group_by_sentence(
    claims: Iterable[Claim], attributions: Iterable[Attribution]
) -> tuple[defaultdict[str, list[Claim]], defaultdict[str, list[Attribution]]]:
    """Return claims and attributions by the sentence that they belong to."""
    claims_of: defaultdict[str, list[Claim]] = defaultdict(list)
    attributions_of: defaultdict[str, list[Attribution]] = defaultdict(list)
    for claim in claims:
        claims_of[claim.sentence].append(claim)
    for attribution in attributions:
        attributions_of[attribution.sentence].append(attribution)
    return claims_of, attributions_of


def claim_order(claim: Claim) -> tuple[int, int, int, str]:
    """Return the key that claims of one sentence are sorted by."""
    if claim.spans:
        return (0, claim.spans[0].start, claim.spans[0].end, claim.id)
    return (1, 0, 0, claim.id)


def is_name(value: object) -> bool:
    """Answer whether `value` can be the id of a registry line."""
    return isinstance(value, str) and bool(is_id(value))
