"""What is told of an aggregation: each vote, who was on the winning side, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.aggregation.findings import Finding, Findings
from workbench.aggregation.making import Maker
from workbench.aggregation.results import Aggregation, Counts, FieldCount, Label, LeftOut, Voice
from workbench.aggregation.voting import QUORUM, Answer, Ballot
from workbench.model import Record

HAS_CLAIM = "has_claim"


class Vote(NamedTuple):
    """One vote: on a sentence (its place in the document), or on an item in it."""

    findings: Findings
    place: int
    finding: Finding | None
    field: str
    ballot: Ballot
    answer: Answer


class _Looks(NamedTuple):
    """Who has done a sentence."""

    sentence: str
    layers: list[str]


def build_report(
    given: Mapping[str, Sequence[Record]],
    all_findings: Sequence[Findings],
    votes: Sequence[Vote],
    records: Sequence[Record],
    maker: Maker,
) -> Aggregation:
    """Return the report on `records`, which came of `votes` on what `given` holds."""
    looks = _collect_looks(given)
    names = sorted(given)
    return Aggregation(
        layer=maker.layer,
        origin=maker.origin,
        annotators=tuple(names),
        counts=Counts(
            sentences=len(looks),
            looked=sum(len(each.layers) >= QUORUM for each in looks.values()),
            complete=sum(each.status == "done" for record in records for each in record.decisions),
            claims=sum(len(record.claims) for record in records),
            attributions=sum(len(record.attributions) for record in records),
        ),
        fields=tuple(_iter_fields(votes)),
        voices=tuple(_iter_voices(votes, names)),
        labels=tuple(_iter_labels(votes, maker)),
        left_out=tuple(_iter_left_out(looks, all_findings, votes, names)),
    )


def _iter_fields(votes: Sequence[Vote]) -> Iterator[FieldCount]:
    for name in dict.fromkeys(vote.field for vote in votes):
        held = [vote for vote in votes if vote.field == name]
        unanimous = sum(len(set(vote.ballot.votes.values())) == 1 for vote in held)
        won = sum(vote.answer.label is not None for vote in held)
        yield FieldCount(name, len(held), unanimous, won)


def _iter_voices(votes: Sequence[Vote], names: Sequence[str]) -> Iterator[Voice]:
    for name in dict.fromkeys(vote.field for vote in votes):
        won = [vote for vote in votes if vote.field == name and vote.answer.label is not None]
        for layer in names:
            own = [
                vote.ballot.votes[layer] == vote.answer.label
                for vote in won
                if layer in vote.ballot.votes
            ]
            yield Voice(layer, name, len(own), sum(own))


def _iter_labels(votes: Sequence[Vote], maker: Maker) -> Iterator[Label]:
    for vote in sorted(votes, key=lambda vote: (vote.findings.document.id, vote.place)):
        is_kept = vote.finding is not None and vote.finding.reason is None
        yield Label(
            document=vote.findings.document.id,
            sentence=vote.findings.document.sentences[vote.place].id,
            item=maker.name_item(vote.findings, vote.finding) if vote.finding and is_kept else None,
            field=vote.field,
            label=vote.answer.label,
            share=round(vote.answer.share, 4),
            votes=dict(sorted(vote.ballot.votes.items())),
        )


def _collect_looks(given: Mapping[str, Sequence[Record]]) -> dict[tuple[str, int], _Looks]:
    """Return who has done each sentence, by document and place, in their order."""
    looks: dict[tuple[str, int], _Looks] = {}
    for layer, records in sorted(given.items()):
        for record in records:
            done = {each.sentence for each in record.decisions if each.status == "done"}
            ordered = sorted(record.sentences, key=lambda sentence: sentence.start)
            for place, sentence in enumerate(ordered):
                if sentence.id in done:
                    looked = looks.setdefault((record.document.id, place), _Looks(sentence.id, []))
                    looked.layers.append(layer)
    return dict(sorted(looks.items()))


def _iter_left_out(
    looks: Mapping[tuple[str, int], _Looks],
    all_findings: Sequence[Findings],
    votes: Sequence[Vote],
    names: Sequence[str],
) -> Iterator[LeftOut]:
    """Yield what is not aggregated, by document and place: each sentence before its items."""
    undecided = {
        (vote.findings.document.id, vote.place)
        for vote in votes
        if vote.field == HAS_CLAIM and vote.answer.label is None
    }
    items: dict[tuple[str, int], list[LeftOut]] = {}
    for findings in all_findings:
        for place, left in _iter_items(findings, names):
            items.setdefault((findings.document.id, place), []).append(left)
    for key, looked in looks.items():
        few = len(looked.layers) < QUORUM
        if few or key in undecided:
            yield LeftOut(
                document=key[0],
                sentence=looked.sentence,
                kind="sentence",
                words="",
                reason="too_few" if few else "no_winner",
                field=None if few else HAS_CLAIM,
                found=(),
                looked=tuple(looked.layers),
            )
        # Where too few have looked, that says it all.
        yield from () if few else items.get(key, ())


def _iter_items(findings: Findings, names: Sequence[str]) -> Iterator[tuple[int, LeftOut]]:
    document = findings.document
    for finding in (*findings.claims, *findings.attributions):
        if finding.reason is not None:
            yield (
                finding.place,
                LeftOut(
                    document=document.id,
                    sentence=document.sentences[finding.place].id,
                    kind=finding.kind,
                    words=finding.words,
                    reason=finding.reason,
                    field=finding.lacks,
                    found=tuple(names[layer] for layer in sorted(finding.found)),
                    looked=tuple(names[layer] for layer in sorted(finding.looked)),
                ),
            )
