"""Ingest of many articles against segmenting the same texts and nothing else."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

from workbench.project import init_project
from workbench.text import segment_text

ARTICLES = 10_000
SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def measure() -> dict[str, object]:
    """Return the row: what reading, hashing and storing add to segmenting."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    articles = [f"{texts[number % len(texts)]}\n{number}" for number in range(ARTICLES)]
    started = time.perf_counter()
    for text in articles:
        segment_text(text)
    segmenting_s = time.perf_counter() - started
    ingest_s = _ingest(articles)
    return {
        "name": f"ingest of {ARTICLES:,} articles",
        "ours_s": ingest_s,
        "peer": "segmenting the same texts",
        "peer_s": segmenting_s,
        "ratio": ingest_s / segmenting_s,
        "target": "at most 2: bound by the segmenter",
    }


def _ingest(articles: list[str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"text": text}) + "\n" for text in articles)
        with init_project(Path(folder) / "project") as project:
            started = time.perf_counter()
            report = project.ingest([path])
            ingest_s = time.perf_counter() - started
    if report.added != len(articles):
        raise RuntimeError(f"expected {len(articles)} articles to be added, got {report.added}")
    return ingest_s
