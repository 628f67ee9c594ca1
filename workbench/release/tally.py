"""What is counted in the records of one layer, for the data card."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.model import Document, Record, Segment

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?![\d?~%])")


@dataclass(slots=True)
class Tally:
    """Numbers of things, and the ids that annotations refer to.

    Attributes
    ----------
    statuses
        Sentences by status; `to_decide` are those outside boilerplate.
    understood, clustered, unsure
        Claims without spans, claims with a cluster, claims and attributions that are unsure.
    days
        The days on which documents and their segments were published, where the day is certain.
    """

    documents: int = 0
    characters: int = 0
    sentences: int = 0
    to_decide: int = 0
    flagged: int = 0
    understood: int = 0
    clustered: int = 0
    unsure: int = 0
    nested: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    publishers: Counter[str] = field(default_factory=Counter)
    voices: Counter[str] = field(default_factory=Counter)
    stances: Counter[tuple[str, str]] = field(default_factory=Counter)
    realizations: Counter[str] = field(default_factory=Counter)
    origins: Counter[str] = field(default_factory=Counter)
    clusters: Counter[str] = field(default_factory=Counter)
    entities: Counter[str] = field(default_factory=Counter)
    days: set[str] = field(default_factory=set)
    annotators: set[str] = field(default_factory=set)
    adjudicators: set[str] = field(default_factory=set)
    guideline_versions: set[str] = field(default_factory=set)
    schemes: set[tuple[str, str]] = field(default_factory=set)

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return self.voices.total()

    @property
    def attributions(self) -> int:
        """How many attributions there are."""
        return self.stances.total()

    def add(self, record: Record) -> None:
        """Count one record in."""
        self._add_document(record.document, record.segments)
        self._add_sentences(record)
        self._add_answers(record)
        provenance = record.provenance
        self.annotators.update(provenance.annotators)
        self.adjudicators.update(filter(None, [provenance.adjudicator]))
        self.guideline_versions.update(filter(None, [provenance.guideline_version]))
        self.schemes.add((provenance.scheme, provenance.scheme_version))

    def _add_document(self, document: Document, segments: Iterable[Segment]) -> None:
        self.documents += 1
        self.characters += len(document.text)
        self.languages[document.language or "und"] += 1
        self.publishers[document.publisher or ""] += 1
        for published in (document.published, *(segment.published for segment in segments)):
            if published and (match := _DAY.match(published)):
                self.days.add(match[0])

    def _add_sentences(self, record: Record) -> None:
        self.sentences += len(record.sentences)
        boilerplate = [each for each in record.segments if each.kind == "boilerplate"]
        self.to_decide += sum(
            not any(each.start <= sentence.start < each.end for each in boilerplate)
            for sentence in record.sentences
        )
        for decision in record.decisions:
            self.statuses[decision.status] += 1
            self.flagged += decision.flagged

    def _add_answers(self, record: Record) -> None:
        ids = {attribution.id for attribution in record.attributions}
        for claim in record.claims:
            self.voices[claim.voice or ""] += 1
            self.understood += not claim.spans
            self.unsure += claim.unsure
            self.origins[claim.origin] += 1
            if claim.cluster is not None:
                self.clustered += 1
                self.clusters[claim.cluster] += 1
        for attribution in record.attributions:
            self.stances[attribution.stance or "", attribution.certainty or ""] += 1
            self.realizations[attribution.source.realization or ""] += 1
            self.entities.update(attribution.source.entities)
            self.nested += any(target in ids for target in attribution.targets)
            self.unsure += attribution.unsure
            self.origins[attribution.origin] += 1


def count_records(records: Iterable[Record]) -> Tally:
    """Return the tally of `records`."""
    tally = Tally()
    for record in records:
        tally.add(record)
    return tally
