"""What several annotators found in one document: the claims and attributions that may be voted on.

Attributions are one thing where agreement's alignment says so. Spans are never voted on: what is
common has the same spans, links and sentence in every annotator who looked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Literal

from workbench.aggregation.results import Reason
from workbench.aggregation.voting import QUORUM
from workbench.agreement.pairs import Common, compare_sides
from workbench.agreement.reading import Held, Together
from workbench.agreement.units import Name, iter_units
from workbench.model import Attribution, Claim, Span

Points = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Finding:
    """One claim or attribution as each of several annotators has it, by the number of the layer.

    `key` tells it from all others of its document by spans and links alone. `reason` says why it
    cannot be voted on, or why nothing came of it; `lacks`
    is then the vote that nobody won.
    """

    kind: Literal["claim", "attribution"]
    place: int
    found: Mapping[int, Any]
    looked: frozenset[int]
    key: Any = None
    targets: frozenset[Any] = frozenset()
    reason: Reason | None = None
    lacks: str | None = None
    answers: dict[str, str | None] = field(default_factory=dict)

    @property
    def first(self) -> Any:
        """The item of the first annotator who has it."""
        return self.found[min(self.found)]

    @property
    def words(self) -> str:
        """The words of the item, or of what stands for it."""
        item = self.first
        spans = item.spans if self.kind == "claim" else (item.source.spans or item.cue or ())
        return " … ".join(span.text for span in spans)


@dataclass(frozen=True, slots=True)
class Findings:
    """All of one document; both lists are in the order of the text."""

    document: Together
    claims: list[Finding]
    attributions: list[Finding]


def find_all(document: Together) -> Findings:
    """Return what the annotators of `document` found in the sentences that they have done."""
    claims, claim_keys = _find_claims(document)
    attributions = list(_iter_attributions(document, claim_keys))
    return Findings(document, claims, sorted(attributions, key=_order))


def _find_claims(document: Together) -> tuple[list[Finding], dict[Name, Any]]:
    """Return the claims, each once, and where each annotator's own went."""
    places = {sentence.id: place for place, sentence in enumerate(document.sentences)}
    found: dict[Any, dict[int, Claim]] = {}
    keys: dict[Name, Any] = {}
    for layer in sorted(document.done):
        for claim in document.records[layer].claims:
            if places[claim.sentence] in document.done[layer]:
                key = _claim_key(claim)
                keys[layer, claim.id] = key
                found.setdefault(key, {}).setdefault(layer, claim)
    findings = [
        _judge(
            Finding(
                "claim",
                places[next(iter(items.values())).sentence],
                items,
                _find_looked(document, places[next(iter(items.values())).sentence]),
                key,
            )
        )
        for key, items in found.items()
    ]
    return sorted(findings, key=_order), keys


def _claim_key(claim: Claim) -> Any:
    # What is only understood is the same where it is said in the same words.
    said = "" if claim.spans else f"{claim.sentence} {claim.proposition}"
    return "claim", _points(claim.spans), said


def _iter_attributions(document: Together, claim_keys: Mapping[Name, Any]) -> Iterator[Finding]:
    held: dict[Name, Held] = {}
    common: list[Common] = []
    for first, second in combinations(sorted(document.done), 2):
        shared = document.find_common(first, second)
        if shared:
            sides = document.build_side(first, shared), document.build_side(second, shared)
            for side in sides:
                held.update({(side.layer, each.id): each for each in side.attributions})
            common.extend(compare_sides(*sides)[0].common)
    document.forget()
    items = {
        (layer, each.id): each
        for layer in document.done
        for each in document.records[layer].attributions
    }
    groups = [
        (unit.place, {layer: (layer, held.id) for layer, held in unit.found.items()})
        for unit in iter_units(document, held, common)
    ]
    numbers = {
        name: ("attribution", number)
        for number, (_, names) in enumerate(groups)
        for name in names.values()
    }

    def name_targets(layer: int, item: Attribution) -> frozenset[Any]:
        names = [(layer, target) for target in item.targets]
        return frozenset(claim_keys.get(name, numbers.get(name, name)) for name in names)

    for number, (place, names) in enumerate(groups):
        found = {layer: items[name] for layer, name in names.items()}
        looked = _find_looked(document, place)
        first = min(found)
        targets = name_targets(first, found[first])
        finding = Finding(
            "attribution", place, found, looked, ("attribution", number), targets=targets
        )
        yield _judge(finding, lambda layer, item: (_content(item), name_targets(layer, item)))


def _judge(finding: Finding, content: Callable[[int, Any], Any] | None = None) -> Finding:
    """Return the finding, with the reason why it cannot be voted on where there is one."""
    if len(finding.looked) < QUORUM:
        finding.reason = "too_few"
    elif finding.looked != finding.found.keys():
        finding.reason = "not_common"
    elif content is not None:
        contents = [content(layer, item) for layer, item in finding.found.items()]
        if any(each != contents[0] for each in contents):
            finding.reason = "spans_differ"
    return finding


def _content(item: Attribution) -> Any:
    return item.sentence, _points(item.source.spans), _points(item.cue or ()), _points(item.anchor)


def _find_looked(document: Together, place: int) -> frozenset[int]:
    return frozenset(layer for layer, done in document.done.items() if place in done)


def _points(spans: tuple[Span, ...]) -> Points:
    return tuple((span.start, span.end) for span in spans)


def _order(finding: Finding) -> Any:
    item = finding.first
    spans = item.spans if finding.kind == "claim" else (*(item.cue or ()), *item.source.spans)
    return finding.place, _points(spans), str(finding.key)


def drop_unheld(findings: Findings) -> None:
    """Give a reason to what hangs on something that is left out."""
    kept = {each.key for each in findings.claims if each.reason is None}
    standing = {each.key: each for each in findings.attributions if each.reason is None}
    fallen = list(standing.values())
    while fallen:
        known = kept | standing.keys()
        fallen = [each for each in standing.values() if not each.targets <= known]
        for each in fallen:
            each.reason = "target"
            del standing[each.key]
    reached = {target for each in standing.values() for target in each.targets}
    for claim in findings.claims:
        is_own = all(item.voice == "author" for item in claim.found.values())
        if claim.reason is None and claim.key not in reached and not is_own:
            claim.reason = "voice"
