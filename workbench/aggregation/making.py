"""The records of an aggregated layer: what all have in common, with the labels that won."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256
from typing import Any

import msgspec

from workbench.aggregation.findings import Finding, Findings
from workbench.agreement.gathering import CLAIM_LABELS
from workbench.model import (
    Attribution,
    Claim,
    Decision,
    Provenance,
    Record,
    Source,
    canonicalize,
    derive_voices,
)


class Maker:
    """Makes the records of one aggregation.

    Parameters
    ----------
    names
        The layers that were aggregated, in the order of their numbers.
    origin
        What each item carries.
    """

    def __init__(self, names: Sequence[str], origin: str) -> None:
        self.origin = origin
        self.layer = f"system:aggregated-{origin.removeprefix('aggregated:').partition('@')[0]}"
        self._names = names
        self._ids: dict[str, dict[Any, str]] = {}

    def make(
        self,
        all_findings: Sequence[Findings],
        has_claim: Mapping[tuple[str, int], str | None],
    ) -> list[Record]:
        """Return a record for each document.

        Parameters
        ----------
        has_claim
            What the vote on each sentence came to, by document and place.
        """
        return [self._make_record(findings, has_claim) for findings in all_findings]

    def name_item(self, findings: Findings, finding: Finding) -> str:
        """Return the id of an item: made from its place and spans, so that it stays the same."""
        document = findings.document.id
        ids = self._ids.setdefault(document, {})
        if finding.key not in ids:
            item = finding.first
            parts = _spans_of(item) if finding.kind == "claim" else _parts_of(item)
            name = _mint(finding.kind[0], [document, item.sentence, *parts], ids.values())
            ids[finding.key] = name
        return ids[finding.key]

    def _make_record(
        self, findings: Findings, has_claim: Mapping[tuple[str, int], str | None]
    ) -> Record:
        document = findings.document
        given = document.records[min(document.records)]
        claims = [
            self._make_claim(findings, each) for each in findings.claims if each.reason is None
        ]
        kept = [each for each in findings.attributions if each.reason is None]
        by_key = {each.key: each for each in (*findings.claims, *kept)}
        attributions = tuple(self._make_attribution(findings, each, by_key) for each in kept)
        lacking: dict[int, list[Finding]] = {}
        for each in (*findings.claims, *findings.attributions):
            if each.reason is not None:
                lacking.setdefault(each.place, []).append(each)
        decisions = tuple(
            Decision(sentence.id, "done")
            if is_complete(has_claim.get((document.id, place)), lacking.get(place, ()))
            else Decision(sentence.id)
            for place, sentence in enumerate(document.sentences)
        )
        return canonicalize(
            msgspec.structs.replace(
                given,
                sentences=tuple(document.sentences),
                claims=derive_voices(claims, attributions),
                attributions=attributions,
                decisions=decisions,
                provenance=self._make_provenance(given),
            )
        )

    def _make_claim(self, findings: Findings, finding: Finding) -> Claim:
        items = list(finding.found.values())
        features = {name: finding.answers.get(name) for name in finding.first.features}
        return Claim(
            id=self.name_item(findings, finding),
            sentence=finding.first.sentence,
            spans=finding.first.spans,
            voice="author" if all(item.voice == "author" for item in items) else None,
            cluster=_common([item.cluster for item in items], None),
            proposition=_common([item.proposition for item in items], None),
            features=features,
            origin=self.origin,
        )

    def _make_attribution(
        self, findings: Findings, finding: Finding, by_key: Mapping[Any, Finding]
    ) -> Attribution:
        item: Attribution = finding.first
        items: list[Attribution] = list(finding.found.values())
        entities = _common([each.source.entities for each in items], ())
        targets = {self.name_item(findings, by_key[target]) for target in finding.targets}
        return Attribution(
            id=self.name_item(findings, finding),
            sentence=item.sentence,
            source=Source(item.source.spans, item.source.realization, entities),
            cue=item.cue or None,
            targets=tuple(sorted(targets)),
            anchor=item.anchor,
            stance=finding.answers["stance"],
            certainty=finding.answers.get("certainty"),
            features={name: finding.answers.get(name) for name in item.features},
            origin=self.origin,
        )

    def _make_provenance(self, record: Record) -> Provenance:
        return msgspec.structs.replace(
            record.provenance,
            layer=self.layer,
            annotators=tuple(each.removeprefix("annotator:") for each in self._names),
            adjudicator=None,
        )


def is_complete(has_claim: str | None, lacking: Sequence[Finding]) -> bool:
    """Answer whether a sentence is done, `lacking` being what is left out of it.

    Where the vote is that there is no claim, what a minority marked is outvoted. Otherwise all that
    anybody marked has to be there: whether a span exists is not voted on.
    """
    if has_claim == CLAIM_LABELS[1]:
        return all(2 * len(each.found) < len(each.looked) for each in lacking)
    return has_claim is not None and not lacking


def _spans_of(item: Claim) -> list[str]:
    return [*(f"{span.start}-{span.end}" for span in item.spans), item.proposition or ""]


def _parts_of(item: Attribution) -> list[str]:
    groups = (item.source.spans, item.cue or (), item.anchor)
    return [" ".join(f"{span.start}-{span.end}" for span in spans) for spans in groups]


def _mint(letter: str, parts: Sequence[str], used: Collection[str]) -> str:
    number = 0
    while True:
        text = "\x1f".join([*parts, str(number)])
        name = f"{letter}{sha256(text.encode()).hexdigest()[:16]}"
        if name not in used:
            return name
        number += 1


def _common(values: Sequence[Any], otherwise: Any) -> Any:
    return values[0] if all(each == values[0] for each in values) else otherwise
