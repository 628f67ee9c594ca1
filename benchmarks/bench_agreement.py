"""How long it takes to compare two annotators with 100,000 attributions over 1,000 documents."""

from __future__ import annotations

import random
import time
from typing import Any

import msgspec

from benchmarks.bench_evaluate import build_gold, perturb
from workbench.agreement import compute_agreement
from workbench.model import Record, dump_record, load_record
from workbench.scheme import load_scheme

DOCUMENTS = 1_000
LIMIT_S = 10.0


def rename(record: Record, layer: str) -> Record:
    """Return `record` as an answer of `layer`."""
    provenance = msgspec.structs.replace(record.provenance, layer=layer)
    return msgspec.structs.replace(record, provenance=provenance)


def build_layers(attributions: int) -> dict[str, list[Record]]:
    """Return two annotators' records: `attributions` a document, and four in five of these."""
    chance = random.Random(1)
    first = [build_gold(number, attributions) for number in range(DOCUMENTS)]
    second = [perturb(record, chance) for record in first]
    return {
        "annotator:a01": [rename(record, "annotator:a01") for record in first],
        "annotator:a02": [rename(record, "annotator:a02") for record in second],
    }


def measure() -> list[dict[str, Any]]:
    """Return the time of one comparison, intervals included, beside that of reading its records.

    The limit is for 100,000 attributions in both layers together; the second row has 180,000.
    """
    rows = []
    for attributions, number, target in (
        (56, "100,000", f"< {LIMIT_S:.0f} s"),
        (100, "180,000", "-"),
    ):
        layers = build_layers(attributions)
        started = time.perf_counter()
        compute_agreement(layers, load_scheme())
        ours_s = time.perf_counter() - started
        lines = [dump_record(record) for records in layers.values() for record in records]
        started = time.perf_counter()
        for line in lines:
            load_record(line)
        peer_s = time.perf_counter() - started
        rows.append(
            {
                "name": f"agreement, {number} attributions of two annotators, 1,000 documents",
                "ours_s": ours_s,
                "peer": "reading both layers",
                "peer_s": peer_s,
                "ratio": ours_s / peer_s,
                "target": target,
            }
        )
    return rows


if __name__ == "__main__":
    for row in measure():
        print(row)
