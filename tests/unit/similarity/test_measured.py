"""How well claims of one article find those of others: on the samples, and on real articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from workbench.model import ClaimRef, Record, load_record
from workbench.similarity import CandidateScores, IndexedClaim, Ranking, measure_candidates

ROOT = Path(__file__).resolve().parents[3]


def iter_claims(records: Iterable[Record]) -> Iterator[tuple[IndexedClaim, str | None]]:
    """Yield the claims of records, each with its cluster."""
    for record in records:
        for claim in record.claims:
            said = (" ".join(span.text for span in claim.spans), claim.proposition or "")
            key = ClaimRef(record.document.id, claim.id)
            yield IndexedClaim(key, tuple(filter(None, said))), claim.cluster


def measure(path: Path) -> CandidateScores:
    """Return how well the claims of the records in a file find each other, by their words."""
    records = [load_record(line) for line in path.read_text("utf-8").splitlines()]
    return measure_candidates(iter_claims(records), Ranking())


def test_claims_of_the_sample_articles_find_each_other() -> None:
    scores = measure(ROOT / "exports" / "sample-gold.jsonl")
    assert scores.asked == 28
    assert (scores.recall or 0) >= 0.78
    assert (scores.reciprocal_rank or 0) >= 0.78


def test_claims_of_real_articles_find_each_other(shared: Path) -> None:
    path = shared / "reference" / "gold-001-003.jsonl"
    if not path.exists():
        pytest.skip(f"there is no reference in {path.parent}")
    scores = measure(path)
    assert scores.asked == 14
    assert (scores.recall or 0) >= 0.9
    assert (scores.reciprocal_rank or 0) >= 0.84


def test_scores_of_one_ranking_by_hand() -> None:
    given = [
        (claim("d1", "a", "انهيار الجسر القديم"), "k1"),
        (claim("d2", "b", "انهيار جسر"), "k1"),
        (claim("d2", "c", "وزير"), "k1"),
        (claim("d3", "d", "انهيار الجسر القديم"), None),
        (claim("d3", "e", "سفن"), "k2"),
    ]
    scores = measure_candidates(given, Ranking(), count=2)
    # a finds d, then b, and never c; b finds a behind d or before it, c finds nothing at all
    assert (scores.asked, scores.first) == (3, 2)
    assert scores.recall == pytest.approx((1 / 2 + 1 + 0) / 3)
    assert scores.reciprocal_rank == pytest.approx((1 / 2 + 1 + 0) / 3)
    assert measure_candidates([], Ranking()) == (0, None, None, 5)
    assert measure_candidates(given[3:], Ranking()).recall is None


def claim(document: str, name: str, text: str) -> IndexedClaim:
    return IndexedClaim(ClaimRef(document, name), (text,))
