from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.golden.export.invented import HARBOUR, make_records
from workbench import UsageError
from workbench.errors import InputError
from workbench.exchange import COLUMNS
from workbench.model import Record
from workbench.project import Project
from workbench.project.adding import add_article

Write = Callable[[Iterable[Record]], Path]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "harbour.txt").write_text("\n".join(HARBOUR))
    (folder / "more.jsonl").write_text(
        '{"text": "The sea was calm.", "id": "calm"}\n{"text": "The bridge is closed."}\n'
    )
    return folder


def test_an_ingest_counts_what_is_new_and_what_is_known(project: Project, articles: Path) -> None:
    first = project.ingest(articles)
    again = project.ingest([articles, articles / "harbour.txt"])
    assert (first.added, first.known, first.failed) == (3, 0, ())
    assert (again.added, again.known, again.failed) == (0, 4, ())
    assert project.status().documents == 3


def test_the_same_id_with_another_text_is_named_and_refused(
    project: Project, articles: Path
) -> None:
    project.ingest(articles)
    other = articles / "other.jsonl"
    other.write_text('{"text": "New."}\n{"text": "The sea was rough.", "id": "calm"}\n')
    report = project.ingest(other)
    assert (report.added, len(report.failed)) == (1, 1)
    assert report.failed[0].name == f"{other}:2"
    assert project.store.get_document("calm").document.text == "The sea was calm."


def test_an_article_that_came_with_records_is_known(filled: Project, articles: Path) -> None:
    path = articles / "again.jsonl"
    text = "\n".join(HARBOUR).replace("\n", "\\n")
    path.write_text(f'{{"text": "{text}", "id": "harbour-2"}}\n')
    report = filled.ingest(path)
    assert (report.added, report.known, report.failed) == (0, 1, ())


def test_progress_is_told_up_to_the_end(project: Project, articles: Path) -> None:
    told: list[tuple[float, str]] = []
    project.ingest(articles, on_progress=lambda share, name: told.append((share, name)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert told[-1] == (1.0, "more.jsonl")
    again: list[tuple[float, str]] = []
    project.ingest(articles, on_progress=lambda share, name: again.append((share, name)))
    assert again == told


def test_a_dropped_file_gives_the_ids_that_are_new(project: Project) -> None:
    content = b'{"text": "The sea was calm.", "id": "calm"}\n'
    assert add_article(project.store, "../x/more.jsonl", content) == ["calm"]
    assert add_article(project.store, "more.jsonl", content) == []
    with pytest.raises(InputError, match=r"^Line 2: .* The others were added: 1\.$"):
        add_article(project.store, "more.jsonl", b'{"text": "New.", "id": "new"}\n[]\n')
    with pytest.raises(InputError, match=r"^Line 1: .* As many as 2 could not be taken\.$"):
        add_article(project.store, "more.jsonl", b"[]\n[]\n")
    with pytest.raises(InputError, match=r"^Expected text, got an empty file: more\.txt\.$"):
        add_article(project.store, "more.txt", b"")
    assert project.store.has_document("new")


def test_status_tells_how_far_everybody_is(filled: Project) -> None:
    session = filled.session("أمل <b>")
    session.do("decide", status="done", nothing=True)
    status = filled.status()
    assert (status.documents, status.sentences, status.to_decide) == (3, 9, 8)
    amal, gold = status.layers
    assert (amal.layer, amal.name, amal.done, amal.left) == ("annotator:a01", "أمل <b>", 1, 7)
    assert (gold.layer, gold.name, gold.done, gold.skipped, gold.flagged, gold.left) == (
        "gold", None, 6, 1, 1, 1,
    )  # fmt: skip
    shown = status._repr_html_()
    assert "أمل &lt;b&gt;" in shown
    assert "<b>أمل" not in shown


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_frame_of_an_empty_project_has_its_columns(project: Project, kind: str) -> None:
    frame = project.frame(kind)
    assert (list(frame.columns), len(frame)) == (list(COLUMNS[kind]), 0)


def test_frames_hold_one_layer_or_all(filled: Project, write_records: Write) -> None:
    filled.import_records(write_records(make_records()[:1]), "system:rules")
    assert len(filled.frame("claims")) == 7
    assert set(filled.frame("claims")["layer"]) == {"gold", "system:rules"}
    assert len(filled.frame("claims", "system:rules")) == 3
    assert list(filled.frame("documents")["document"]) == ["harbour-10", "harbour-2", "مرفأ"]
    triples = filled.frame("triples", "gold").set_index("attribution")
    assert triples.loc["a3", "factbank"] == "CT-"
    history = filled.frame("history", "gold")
    assert str(history["at_utc"].dtype).endswith("UTC]")
    assert set(history["action"]) == {"import"}


@pytest.mark.parametrize(("kind", "layer"), [("poems", None), ("claims", "annotator:nobody")])
def test_a_frame_of_nothing_is_refused(filled: Project, kind: str, layer: str | None) -> None:
    with pytest.raises(UsageError):
        filled.frame(kind, layer)


def test_records_are_those_of_an_export(filled: Project) -> None:
    assert tuple(filled.records("gold")) == tuple(
        sorted(make_records()[:2], key=lambda record: record.document.id)
    )
    assert len(list(filled.records("gold", all=True))) == 3
    assert [each.provenance.annotators for each in filled.records("annotator:a09", all=True)] == [
        ("a09",)
    ] * 3


def test_an_export_into_a_file_of_ones_own(filled: Project, tmp_path: Path) -> None:
    report = filled.export("gold", "triples", tmp_path / "new" / "t.jsonl")
    assert (report.path, report.lines) == (tmp_path / "new" / "t.jsonl", 6)
    assert report.path.read_text().count("\n") == 6


def test_an_export_that_fails_leaves_the_old_file(filled: Project, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old\n")
    with pytest.raises(UsageError, match="documents, sentences, triples, history"):
        filled.export("gold", "poems", path)
    assert path.read_text() == "old\n"
