"""Exports compared byte for byte; `tests/golden/export/README.md` says how to renew them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest

from tests.golden.export.invented import RELAYED, make_records
from workbench.errors import UsageError
from workbench.exchange import write_lines
from workbench.model import Record, dump_record
from workbench.project import Project
from workbench.project.exporting import FORMATS
from workbench.scheme import load_scheme
from workbench.scheme.validation import iter_violations
from workbench.store import ProjectInfo, create_store

# who ruled on a field is compared in the tests of adjudication, links have a test of their own
KEPT = [each for each in FORMATS if each not in ("rulings", "links")]
GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "export"
Write = Callable[[Iterable[Record]], Path]
Make = Callable[[str], Project]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Make projects whose clock ticks once a minute."""
    made: list[Project] = []

    def make(name: str) -> Project:
        minutes = count()
        start = datetime(2031, 5, 2, 8, tzinfo=UTC)
        info = ProjectInfo("0" * 32, "harbour", "claims-sources-stances", "1.0", "1.0")
        store = create_store(
            tmp_path / f"{name}.sqlite",
            info,
            clock=lambda: start + timedelta(minutes=next(minutes)),
        )
        made.append(Project(store, load_scheme(), directory=tmp_path / name))
        return made[-1]

    yield make
    for project in made:
        project.close()


def annotate(project: Project) -> None:
    """Let one person work on the sentence with the relay, and leave one thing unfinished."""
    session = project.session("أمل")
    text = project.store.get_document("harbour-2").document.text
    keys = (f"{number:016x}{0:016x}" for number in count(1))

    def do(name: str, active_s: float | None = None, **arguments: object) -> None:
        session.do(name, key=next(keys), active_s=active_s, **arguments)

    def mark(role: str, quote: str) -> None:
        start = text.index(quote)
        span = {"start": start, "end": start + len(quote), "text": quote}
        do("mark", role=role, spans=[span], active_s=1.5)

    do("goto", id="harbour-2")
    do("goto", id="s2")
    assert RELAYED in text
    mark("claim", "إن نحو 40 سفينة وصلت إلى الميناء")
    mark("source", "مسؤول لم تسمه")
    mark("cue", "قوله")
    do("stance", value="affirm", active_s=0.5)
    do("decide", status="done", active_s=2.0)
    do("goto", id="s4")
    mark("claim", "كان البحر هادئا")
    do("flag", value=True)


def check(name: str, path: Path) -> None:
    golden = GOLDEN / name
    if os.environ.get("WORKBENCH_RENEW_GOLDEN"):
        golden.write_bytes(path.read_bytes())
    assert path.read_bytes() == golden.read_bytes()


def test_the_gold_is_written_as_ever(make: Make, write_records: Write) -> None:
    project = make("one")
    project.import_records(write_records(make_records()), "gold")
    for line_format in KEPT:
        check(f"gold.{line_format}.jsonl", project.export("gold", line_format).path)


def test_an_annotators_work_is_written_as_ever(make: Make, write_records: Write) -> None:
    project = make("one")
    project.import_records(write_records(make_records()), "gold")
    annotate(project)
    for line_format in KEPT:
        report = project.export("annotator:أمل", line_format)
        assert report.left_out_unfinished == (0 if line_format == "history" else 1)
        check(f"annotator.{line_format}.jsonl", report.path)
        assert "أمل" not in report.path.read_text()


def test_links_are_written_as_ever(make: Make, write_records: Write) -> None:
    project = make("one")
    records = make_records()
    project.import_records(write_records(records), "gold")
    claims = [(record.document.id, claim.id) for record in records for claim in record.claims]
    first, second, third = claims[0], claims[-1], claims[1]
    project.link("gold", second, first, "updates")
    project.link("gold", third, second, "restates")
    project.link("gold", first, third, "contradicts")
    check("gold.links.jsonl", project.export("gold", "links").path)


def test_all_documents_are_valid(make: Make, write_records: Write, tmp_path: Path) -> None:
    project = make("one")
    project.import_records(write_records(make_records()), "gold")
    annotate(project)
    late = tmp_path / "late.txt"
    late.write_text("Nobody has looked at this.")
    project.ingest(late)
    for layer in ("gold", "annotator:a01"):
        written = project.export(layer, all=True)
        found = [each for each in iter_violations(written.path) if not each.is_warning]
        assert (found, written.lines) == ([], 4)


def test_gold_that_nobody_made_is_not_exported(make: Make, tmp_path: Path) -> None:
    project = make("one")
    article = tmp_path / "article.txt"
    article.write_text("Nobody has looked at this.")
    project.ingest(article)
    assert project.export("gold").lines == 0
    with pytest.raises(UsageError, match="nobody has made gold"):
        project.export("gold", all=True)


def test_the_order_of_arrival_does_not_show(make: Make, tmp_path: Path) -> None:
    written = set()
    path = tmp_path / "one.jsonl"
    for seed in range(3):
        project = make(str(seed))
        records = list(make_records())
        Random(seed).shuffle(records)
        for record in records:
            write_lines(path, [dump_record(record)])
            project.import_records(path, "gold")
        exports = [project.export("gold", each, all=True) for each in KEPT[:3]]
        written.add(b"".join(each.path.read_bytes() for each in exports))
    assert len(written) == 1


def test_the_history_comes_by_document_and_sentence(make: Make, tmp_path: Path) -> None:
    orders = []
    for name, records in (("a", make_records()), ("b", make_records()[::-1])):
        project = make(name)
        for record in records:
            path = tmp_path / "one.jsonl"
            write_lines(path, [dump_record(record)])
            project.import_records(path, "gold")
        history = project.frame("history", "gold")
        orders.append(history[["document", "sentence", "revision"]].values.tolist())
    assert orders[0] == orders[1]
    assert [row[1] for row in orders[0] if row[0] == "harbour-2"] == ["s1", "s2", "s3", "s4", "s6"]
