"""Annotators for tests: invented answers to the same text."""

from __future__ import annotations

import random
from collections.abc import Callable

import msgspec
import pytest

from workbench.model import Decision, Record, Span
from workbench.scheme import load_scheme

Vary = Callable[[Record, int], Record]


@pytest.fixture(scope="session")
def vary() -> Vary:
    """Return a function that answers as another annotator would: drop, shorten, relabel, pass."""
    scheme = load_scheme()

    def vary(record: Record, seed: int) -> Record:
        chance = random.Random(seed)
        claims = []
        for claim in record.claims:
            spans = claim.spans
            if spans and chance.random() < 0.4:
                last = spans[-1]
                end = chance.randint(last.start + 1, last.end)
                spans = (*spans[:-1], Span(last.start, end, record.document.text[last.start : end]))
            cluster = claim.cluster if chance.random() < 0.7 else None
            claims.append(msgspec.structs.replace(claim, spans=spans, cluster=cluster))
        relayed = {target for each in record.attributions for target in each.targets}
        attributions = []
        for attribution in record.attributions:
            stance = attribution.stance
            if chance.random() < 0.4:
                stance = chance.choice([each.value for each in scheme.stances])
            assert stance is not None
            if attribution.id in relayed or chance.random() < 0.7:
                certainty = chance.choice(scheme.certainties(stance))
                attributions.append(
                    msgspec.structs.replace(attribution, stance=stance, certainty=certainty)
                )
        decisions = tuple(
            Decision(each.sentence, chance.choice(("done", "done", "done", "skipped", "open")))
            for each in record.decisions
        )
        return msgspec.structs.replace(
            record, claims=tuple(claims), attributions=tuple(attributions), decisions=decisions
        )

    return vary
