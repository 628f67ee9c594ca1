"""Sentences that were changed in a project's files, and words that are looked for in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.errors import DocumentError, UsageError
from workbench.model import load_record
from workbench.project import Project
from workbench.project.importing import check_file


def find_long(project: Project) -> tuple[str, str, int]:
    """Return a sentence with claims, and a place between two of its words."""
    for record in project.records("gold"):
        for sentence in record.sentences:
            words = record.document.text[sentence.start : sentence.end].split(" ")
            if len(words) > 5 and any(c.sentence == sentence.id for c in record.claims):
                at = sentence.start + len(" ".join(words[:4])) + 1
                return record.document.id, sentence.id, at
    raise AssertionError


def split(project: Project) -> str:
    document, sentence, at = find_long(project)
    based_on = project.store.get_document(document).segmentation
    project.store.split_sentence(
        document, sentence, at, based_on=based_on, layer="annotator:a01", key="k1"
    )
    return document


def test_an_export_has_the_newest_sentences_and_is_valid(filled: Project, tmp_path: Path) -> None:
    before, after = tmp_path / "before.jsonl", tmp_path / "after.jsonl"
    filled.export("gold", out=before)
    document = split(filled)
    filled.export("gold", out=after)
    check_file(after, filled.scheme, "gold")
    old, new = (
        {record.document.id: record for record in map(load_record, path.read_text().splitlines())}
        for path in (before, after)
    )
    assert len(new[document].sentences) == len(old[document].sentences) + 1
    assert {claim.id for claim in new[document].claims} == {c.id for c in old[document].claims}
    assert {name: each for name, each in new.items() if name != document} == {
        name: each for name, each in old.items() if name != document
    }
    filled.import_records(after, "annotator:a09")
    with pytest.raises(DocumentError, match=r"as sentence \d+ "):
        filled.import_records(before, "annotator:a09", replace=True)


def test_the_history_has_what_was_split_too(filled: Project, tmp_path: Path) -> None:
    _, sentence, _ = find_long(filled)
    split(filled)
    path = tmp_path / "history.jsonl"
    filled.export("gold", format="history", out=path)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert sentence in {row["sentence"] for row in rows}
    assert [row["action"] for row in rows].count("split sentence") >= 1
    assert filled.frame("history", "gold")["action"].eq("split sentence").any()


def test_words_are_looked_for_in_the_whole_project(filled: Project) -> None:
    document, sentence, _ = find_long(filled)
    stored = filled.store.get_document(document)
    ref = filled.store.find_sentence(document, sentence)
    word = stored.document.text[ref.start : ref.end].split()[0]
    frame = filled.search(word)
    row = frame[(frame.document == document) & (frame.sentence == sentence)].iloc[0]
    assert (row.position, row.kind) == (ref.position, ref.kind)
    assert row.text == stored.document.text[ref.start : ref.end]
    for span in row.spans:
        assert stored.document.text[span["start"] : span["end"]] == span["text"]
    assert len(filled.search(word, limit=1)) == 1
    assert set(filled.search(word, document=document).document) == {document}
    assert list(filled.search("لاتوجدكلمةكهذه").columns) == list(frame.columns)
    with pytest.raises(UsageError):
        filled.search("…")


def test_a_hit_opens_in_its_article(filled: Project) -> None:
    session = filled.session("amal")
    session.do("flag")
    document, sentence, _ = find_long(filled)
    widget = filled.open(sentence, document=document)
    assert (widget.session.sheet.id, widget.session.focus.sentence) == (document, sentence)
    widget.close()
