"""How well claims of one article find those of others: on the samples, and on real articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import mean

import pytest

from workbench.model import ClaimRef, Record, load_record
from workbench.similarity import ClaimIndex, IndexedClaim

ROOT = Path(__file__).resolve().parents[3]


def iter_claims(records: Iterable[Record]) -> Iterator[tuple[IndexedClaim, str | None]]:
    """Yield the claims of records, each with its cluster."""
    for record in records:
        for claim in record.claims:
            said = (" ".join(span.text for span in claim.spans), claim.proposition or "")
            key = ClaimRef(record.document.id, claim.id)
            yield IndexedClaim(key, tuple(filter(None, said))), claim.cluster


def measure(records: Iterable[Record]) -> tuple[int, float, float]:
    """Return how many claims have others to find, the recall at five and the mean first rank.

    The recall of a claim is the share of its cluster's claims in other articles (five of them
    where there are more) that are among its five candidates; then 1 by the rank of the first.
    """
    clusters = {claim: cluster for claim, cluster in iter_claims(records) if cluster}
    every = [claim for claim, _ in iter_claims(records)]
    index = ClaimIndex(every)
    recalls, ranks = [], []
    for claim, cluster in clusters.items():
        wanted = {
            other.key
            for other, theirs in clusters.items()
            if theirs == cluster and other.key.document != claim.key.document
        }
        if wanted:
            found = index.query(claim.texts, len(every), claim.key.document)
            order = [each.key for each in found]
            recalls.append(len(wanted.intersection(order[:5])) / min(5, len(wanted)))
            ranks.append(next((1 / at for at, key in enumerate(order, 1) if key in wanted), 0.0))
    return len(recalls), mean(recalls), mean(ranks)


def read_records(path: Path) -> list[Record]:
    """Return the records of a file."""
    return [load_record(line) for line in path.read_text("utf-8").splitlines()]


def test_claims_of_the_sample_articles_find_each_other() -> None:
    asked, recall, rank = measure(read_records(ROOT / "exports" / "sample-gold.jsonl"))
    assert asked == 28
    assert recall >= 0.78
    assert rank >= 0.78


def test_claims_of_real_articles_find_each_other(shared: Path) -> None:
    path = shared / "reference" / "gold-001-003.jsonl"
    if not path.exists():
        pytest.skip(f"there is no reference in {path.parent}")
    asked, recall, rank = measure(read_records(path))
    assert asked == 14
    assert recall >= 0.9
    assert rank >= 0.84
