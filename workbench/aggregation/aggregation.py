"""One answer from several annotators': the votes are held, and what came of them is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from workbench.aggregation.findings import Finding, Findings, drop_unheld, find_all
from workbench.aggregation.making import Maker
from workbench.aggregation.reporting import HAS_CLAIM, Vote, build_report
from workbench.aggregation.results import Aggregation
from workbench.aggregation.voting import QUORUM, Answer, Ballot, Voter
from workbench.agreement.gathering import CLAIM_LABELS
from workbench.agreement.reading import read_layers
from workbench.errors import UsageError
from workbench.model import Record
from workbench.scheme import Scheme

UNSET = "unset"
"""Stands for an optional feature that an annotator has not set."""

Asked = Sequence[tuple[Findings, Finding]]
Say = Callable[[Finding, Any], str | None]
"""Returns what an annotator's item says of the field that is voted on."""


def aggregate(
    layers: Mapping[str, Iterable[Record]], scheme: Scheme, voter: Voter
) -> tuple[Aggregation, list[Record]]:
    """Return one answer from those of `layers`, and its records.

    What is voted on: whether a sentence has a claim; stance, certainty and features. A claim or
    attribution is there only where everybody who looked, three annotators or more, has it with the
    same spans and links.

    Parameters
    ----------
    layers
        The records of each annotator by the name of the layer, one for each document, in any order.
    voter
        Who counts the votes.

    Raises
    ------
    UsageError
        There are fewer than three layers, or a layer has two records of one document.
    InputError
        A document has another text or other sentences in another layer.
    RecordError
        A record whose spans or targets are broken.
    """
    if len(layers) < QUORUM:
        raise UsageError(
            f"Expected {QUORUM} or more annotators, got {len(layers)}.",
            hint="Where two differ no vote can settle it: let a third annotate, or adjudicate.",
        )
    given = {name: list(records) for name, records in layers.items()}
    names, documents = read_layers(given)
    all_findings = [find_all(document) for document in documents]
    votes = _Voting(names, all_findings, scheme, voter).hold()
    for findings in all_findings:
        drop_unheld(findings)
    maker = Maker(names, f"aggregated:{voter.name}@{voter.version}")
    has_claim = {
        (vote.findings.document.id, vote.place): vote.answer.label
        for vote in votes
        if vote.field == HAS_CLAIM
    }
    records = maker.make(all_findings, has_claim)
    return build_report(given, all_findings, votes, records, maker), records


class _Voting:
    """The votes of one run."""

    def __init__(
        self, names: Sequence[str], findings: Sequence[Findings], scheme: Scheme, voter: Voter
    ) -> None:
        self._names, self._findings, self._scheme, self._voter = names, findings, scheme, voter
        self._votes: list[Vote] = []

    def hold(self) -> list[Vote]:
        """Hold all votes; what has no winner that it needs is left out of those that follow."""
        self._vote_on_sentences()
        self._vote_on("stance", self._list_open("attribution"), lambda _, item: item.stance)
        certain = [
            (findings, each)
            for findings, each in self._list_open("attribution")
            if not self._scheme.allows(each.answers["stance"] or "", None)
        ]
        self._vote_on("certainty", certain, _say_certainty)
        for feature in self._scheme.features_on("attributions"):
            self._vote_on_feature(feature.name, "attribution")
        for feature in self._scheme.features_on("claims"):
            self._vote_on_feature(feature.name, "claim")
        return self._votes

    def _vote_on_sentences(self) -> None:
        places = [
            (findings, place)
            for findings in self._findings
            for place, count in sorted(findings.document.count_looks().items())
            if count >= QUORUM
        ]
        claims = {
            (findings.document.id, layer): findings.document.find_claims(layer)
            for findings in self._findings
            for layer in findings.document.done
        }
        ballots = [
            Ballot(
                {
                    self._names[layer]: CLAIM_LABELS[place not in claims[document.id, layer]]
                    for layer, done in document.done.items()
                    if place in done
                }
            )
            for findings, place in places
            for document in [findings.document]
        ]
        answers = self._count(ballots)
        for (findings, place), ballot, answer in zip(places, ballots, answers, strict=True):
            self._votes.append(Vote(findings, place, None, HAS_CLAIM, ballot, answer))

    def _vote_on(self, name: str, asked: Asked, say: Say) -> None:
        """Vote on a field that an item cannot do without."""
        for vote, finding in self._hold(name, asked, say):
            finding.answers[name] = vote.answer.label
            if vote.answer.label is None:
                finding.reason, finding.lacks = "no_winner", name

    def _vote_on_feature(self, name: str, kind: str) -> None:
        """Vote on a field that may stay unset: no item is left out for the want of it."""

        def say(_: Finding, item: Any) -> str:
            return item.features.get(name) or UNSET

        for vote, finding in self._hold(name, self._list_open(kind), say):
            label = vote.answer.label
            finding.answers[name] = None if label == UNSET else label

    def _hold(self, name: str, asked: Asked, say: Say) -> Iterator[tuple[Vote, Finding]]:
        ballots = [self._collect(finding, say) for _, finding in asked]
        answers = self._count(ballots)
        for (findings, finding), ballot, answer in zip(asked, ballots, answers, strict=True):
            vote = Vote(findings, finding.place, finding, name, ballot, answer)
            self._votes.append(vote)
            yield vote, finding

    def _collect(self, finding: Finding, say: Say) -> Ballot:
        said = {layer: say(finding, item) for layer, item in sorted(finding.found.items())}
        return Ballot({self._names[layer]: label for layer, label in said.items() if label})

    def _count(self, ballots: Sequence[Ballot]) -> list[Answer]:
        """Return the answers; a label that a model prefers and nobody gave has not won."""
        answers = self._voter.count(ballots) if ballots else []
        return [
            answer if answer.label in ballot.votes.values() else Answer(None, answer.share)
            for ballot, answer in zip(ballots, answers, strict=True)
        ]

    def _list_open(self, kind: str) -> Asked:
        """Return what nothing speaks against so far."""
        return [
            (findings, each)
            for findings in self._findings
            for each in (findings.claims if kind == "claim" else findings.attributions)
            if each.reason is None
        ]


def _say_certainty(finding: Finding, item: Any) -> str | None:
    """Return the certainty of who has the stance that won: another's belongs to another stance."""
    return item.certainty if item.stance == finding.answers["stance"] else None
