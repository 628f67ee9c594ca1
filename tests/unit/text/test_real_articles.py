"""Figures and dates of the real articles, against a list made by hand, read where they lie.

The list holds offsets and values and no words. The numbers stand in docs/figures.md.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.text import normalize_text, propose_dates, propose_figures

LIST = Path(__file__).with_name("stated_in_articles.json")
Found = list[tuple[int, int, str]]


@pytest.fixture(scope="module")
def wanted() -> dict[str, Any]:
    known: dict[str, Any] = json.loads(LIST.read_bytes())
    return known


def read(shared: Path, name: str) -> str:
    return normalize_text((shared / "seeds" / f"{name}.txt").read_bytes().decode())


def count_right(found: Found, wanted: list[list[Any]]) -> int:
    """Count what is wanted and found with its value, in about the same place."""
    return sum(
        any(start < end2 and start2 < end and value == value2 for start2, end2, value2 in found)
        for start, end, value in wanted
    )


def test_the_dates_of_the_articles_are_read(shared: Path, wanted: dict[str, Any]) -> None:
    right = total = proposed = 0
    for name, known in wanted.items():
        text = read(shared, name)
        found: Found = []
        for start, end, published in known["published"]:
            stretch = text[start:end]
            found += [
                (start + each.start, start + each.end, each.edtf)
                for each in propose_dates(stretch, published)
            ]
        right += count_right(found, known["dates"])
        total += len(known["dates"])
        proposed += len(found)
    assert total == 42
    assert right >= 41
    assert proposed <= 43


def test_the_figures_of_the_articles_are_read(shared: Path, wanted: dict[str, Any]) -> None:
    right = total = proposed = 0
    for name, known in wanted.items():
        found = [
            (each.start, each.end, str(each.figure))
            for each in propose_figures(read(shared, name), "ar")
        ]
        right += count_right(found, known["figures"])
        total += len(known["figures"])
        proposed += len(found)
    assert total == 29
    assert right >= 28
    assert proposed <= 30
