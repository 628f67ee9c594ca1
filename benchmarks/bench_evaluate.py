"""How long it takes to score 100,000 attributions over 1,000 documents."""

from __future__ import annotations

import random
import time
from typing import Any

import msgspec

from workbench.evaluation import evaluate
from workbench.model import (
    SCHEMA_VERSION,
    Attribution,
    Claim,
    Decision,
    Document,
    Provenance,
    Record,
    Segment,
    Sentence,
    Source,
    Span,
    compute_text_sha256,
    dump_record,
    load_record,
)
from workbench.scheme import load_scheme

DOCUMENTS, ATTRIBUTIONS = 1_000, 100
LIMIT_S = 10.0

_SENTENCE = "قال مسؤول في الميناء إن الجسر رقم {number:04d} أُغلق أمس أمام الشاحنات. "
_STANCES = (("affirm", "certain"), ("deny", "certain"), ("doubt", "possible"), ("report", None))


def build_gold(number: int, attributions: int = ATTRIBUTIONS) -> Record:
    """Return one invented document with one attribution a sentence."""
    text = "".join(_SENTENCE.format(number=place) for place in range(attributions))
    width = len(_SENTENCE.format(number=0))
    starts = [place * width for place in range(attributions)]

    def span(start: int, end: int) -> Span:
        return Span(start, end, text[start:end])

    claims, answers = [], []
    for place, start in enumerate(starts):
        cluster = f"k{(number * attributions + place) % 5_000}" if place % 4 == 0 else None
        claims.append(
            Claim(f"c{place}", f"s{place}", (span(start + 21, start + 61),), cluster=cluster)
        )
        stance, certainty = _STANCES[place % len(_STANCES)]
        answers.append(
            Attribution(
                f"a{place}", f"s{place}", Source((span(start + 4, start + 20),), "explicit"),
                (span(start, start + 3),), (f"c{place}",), (), stance, certainty,
            )
        )  # fmt: skip
    return Record(
        SCHEMA_VERSION,
        Document(
            f"d{number:05d}", "ar", None, None, None, None, {}, text, compute_text_sha256(text)
        ),
        (Segment(0, len(text), "body"),),
        tuple(
            Sentence(f"s{place}", start, start + width - 1) for place, start in enumerate(starts)
        ),
        tuple(claims),
        tuple(answers),
        tuple(Decision(f"s{place}", "done") for place in range(attributions)),
        Provenance("gold", ("a01",), None, "1.0", "claims-sources-stances", "1.0"),
    )  # fmt: skip


def perturb(record: Record, chance: random.Random) -> Record:
    """Return `record` as a system would have it: shifted spans, missing and wrong answers."""
    text = record.document.text
    claims = []
    for claim in record.claims:
        first = claim.spans[0]
        end = first.end - (chance.randrange(15) if chance.random() < 0.4 else 0)
        spans = (Span(first.start, end, text[first.start : end]),)
        claims.append(msgspec.structs.replace(claim, spans=spans))
    kept = []
    for attribution in record.attributions:
        if chance.random() < 0.8:
            stance, certainty = chance.choice(_STANCES)
            kept.append(msgspec.structs.replace(attribution, stance=stance, certainty=certainty))
    chance.shuffle(kept)
    provenance = msgspec.structs.replace(record.provenance, layer="system:bench")
    return msgspec.structs.replace(
        record, claims=tuple(claims), attributions=tuple(kept), provenance=provenance
    )


def measure() -> list[dict[str, Any]]:
    """Return the time of one evaluation, intervals included, beside that of reading its records."""
    chance = random.Random(1)
    gold = [build_gold(number) for number in range(DOCUMENTS)]
    pred = [perturb(record, chance) for record in gold]
    started = time.perf_counter()
    evaluate(gold, pred, load_scheme())
    ours_s = time.perf_counter() - started
    lines = [dump_record(record) for record in (*gold, *pred)]
    started = time.perf_counter()
    for line in lines:
        load_record(line)
    peer_s = time.perf_counter() - started
    return [
        {
            "name": "evaluate 100,000 attributions over 1,000 documents",
            "ours_s": ours_s,
            "peer": "reading both files",
            "peer_s": peer_s,
            "ratio": ours_s / peer_s,
            "target": f"< {LIMIT_S:.0f} s",
        }
    ]


if __name__ == "__main__":
    for row in measure():
        print(row)
