from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.golden.export.invented import make_records
from tests.record_strategies import records
from workbench.errors import (
    ConflictError,
    DocumentError,
    InputError,
    RecordError,
    UsageError,
)
from workbench.exchange import as_layer, write_lines
from workbench.model import Claim, Record, Span, compute_text_sha256, dump_record
from workbench.project import ImportReport, Project, init_project, open_project

Write = Callable[[Iterable[Record]], Path]
replace = msgspec.structs.replace


def export(project: Project, layer: str = "gold", *, everything: bool = False) -> list[str]:
    lines: list[str] = []
    project.export_to(lines.append, layer, all=everything)
    return lines


def count(project: Project) -> tuple[int, int]:
    return project.status().documents, len(project.frame("history"))


def test_what_was_imported_is_exported_byte_for_byte(
    project: Project, write_records: Write, tmp_path: Path
) -> None:
    decided = make_records()[:2]
    path = write_records(decided)
    report = project.import_records(path, "gold")
    assert report == ImportReport("gold", 2, 2, 7, 1, 0)
    out = tmp_path / "out.jsonl"
    project.export("gold", out=out)
    lines = sorted(
        path.read_text().splitlines(), key=lambda line: json.loads(line)["document"]["id"]
    )
    assert out.read_text().splitlines() == lines


def test_the_real_gold_goes_in_and_comes_out_identical(
    project: Project, write_records: Write, shared: Path
) -> None:
    gold = shared / "reference" / "gold-001-003.jsonl"
    project.import_records(write_records(make_records()), "annotator:a05")
    project.import_records(gold, "gold")
    written = project.export("gold")
    assert written.path.read_bytes() == gold.read_bytes()


def test_an_equal_annotation_adds_no_revision(filled: Project, write_records: Write) -> None:
    before = count(filled)
    report = filled.import_records(write_records(make_records()), "gold")
    assert (report.sentences, report.unchanged) == (0, 9)
    assert count(filled) == before


def test_a_different_annotation_needs_replace(filled: Project, write_records: Write) -> None:
    first, *others = make_records()
    changed = replace(first, claims=(replace(first.claims[0], note="!"), *first.claims[1:]))
    path = write_records([changed, *others])
    before = count(filled)
    with pytest.raises(ConflictError, match="'s2' of document 'harbour-2'"):
        filled.import_records(path, "gold")
    assert count(filled) == before
    report = filled.import_records(path, "gold", replace=True)
    assert (report.sentences, report.unchanged) == (1, 8)
    assert dump_record(changed) in export(filled)


def test_open_never_takes_the_place_of_done(filled: Project, write_records: Write) -> None:
    before = export(filled)
    blank = [
        replace(
            record,
            claims=(),
            attributions=(),
            decisions=tuple(replace(each, status="open", flagged=False, comment=None)
                            for each in record.decisions),
        )
        for record in make_records()[1:2]
    ]  # fmt: skip
    report = filled.import_records(write_records(blank), "gold", replace=True)
    assert (report.kept, report.sentences) == (2, 0)
    assert export(filled) == before


def test_parts_that_no_longer_fit_together_are_refused(
    filled: Project, write_records: Write
) -> None:
    first = make_records()[0]
    claim = first.claims[0]
    moved = replace(first.attributions[4], targets=("c9",))
    others = tuple(each for each in first.attributions if each.sentence != "s2")
    decisions = tuple(
        replace(each, status="open") if each.sentence == "s2" else each for each in first.decisions
    )
    span = first.claims[2].spans
    new = Claim("a1", "s4", span, "author")
    broken = replace(
        first,
        claims=(first.claims[1], new),
        attributions=others,
        decisions=decisions,
    )
    assert (claim.id, moved.id) == ("c1", "a5")
    with pytest.raises(RecordError, match="'a1' twice"):
        filled.import_records(write_records([broken]), "gold", replace=True)


@pytest.mark.parametrize(("name", "value"), [("text", "Another text."), ("sentences", "other")])
def test_a_known_document_with_another_text_or_other_sentences_is_refused(
    filled: Project, write_records: Write, name: str, value: str
) -> None:
    record = make_records()[2]
    if name == "text":
        document = replace(
            record.document, text=value * 3, text_sha256=compute_text_sha256(value * 3)
        )
        record = replace(record, document=document)
    else:
        record = replace(
            record,
            sentences=(replace(record.sentences[0], id=value),),
            decisions=(replace(record.decisions[0], sentence=value),),
        )
    fresh = replace(make_records()[1], document=replace(make_records()[1].document, id="fresh"))
    before = count(filled)
    with pytest.raises(DocumentError, match=r"records\.jsonl:2: "):
        filled.import_records(write_records([fresh, record]), "annotator:amal")
    assert count(filled) == before
    assert filled.layers == ["gold"]


def test_another_layer_of_the_same_documents_stands_beside(
    filled: Project, write_records: Write
) -> None:
    gold = export(filled)
    report = filled.import_records(write_records(make_records()), "system:rules")
    assert (report.layer, report.added, report.sentences) == ("system:rules", 0, 7)
    assert export(filled) == gold
    assert [json.loads(line)["provenance"]["layer"] for line in export(filled, "system:rules")] == [
        "system:rules"
    ] * 2


def test_a_persons_name_stays_in_the_store(project: Project, write_records: Write) -> None:
    report = project.import_records(write_records(make_records()), "annotator:أمل حداد")
    assert report.layer == "annotator:a01"
    written = project.export("annotator: أمل  حداد ")
    assert written.path.name == "annotator:a01.documents.jsonl"
    assert "حداد" not in written.path.read_text()
    assert [each.name for each in project.status().layers] == ["أمل حداد"]


def test_a_pseudonym_of_nobody_is_taken_and_not_given_away(
    project: Project, write_records: Write
) -> None:
    assert project.import_records(write_records(make_records()), "annotator:a07").layer == (
        "annotator:a07"
    )
    assert project.session("amal").layer == "annotator:a08"


@pytest.mark.parametrize("layer", ["", "silver", "system:", "annotator: ", "system:a b", "gold\n"])
def test_what_is_no_layer_is_refused(project: Project, write_records: Write, layer: str) -> None:
    with pytest.raises(UsageError, match="layer"):
        project.import_records(write_records(make_records()), layer)
    assert count(project) == (0, 0)


@pytest.mark.parametrize("content", [b"{}", b"\xff\xfe", b"[" * 10_000, b"\n", b"\0" * 50])
def test_a_file_with_one_bad_line_brings_nothing(
    project: Project, write_records: Write, content: bytes
) -> None:
    path = write_records(make_records())
    with path.open("ab") as file:
        file.write(content + b"\n")
    with pytest.raises(RecordError, match=r"records\.jsonl:4: .*validate"):
        project.import_records(path, "gold")
    assert count(project) == (0, 0)


def test_a_record_that_breaks_an_invariant_brings_nothing(
    project: Project, write_records: Write
) -> None:
    first = make_records()[0]
    broken = replace(
        first, claims=(*first.claims[:2], replace(first.claims[2], voice="attributed"))
    )
    with pytest.raises(RecordError, match=r"records\.jsonl:1: "):
        project.import_records(write_records([broken]), "gold")
    assert count(project) == (0, 0)


def test_what_is_valid_for_an_annotator_may_not_be_for_gold(
    project: Project, write_records: Write
) -> None:
    record = make_records("annotator:a01")[0]
    span = Span(0, 7, record.document.text[0:7])
    still_open = tuple(
        replace(each, status="open") if each.sentence == "s1" else each for each in record.decisions
    )
    claims = (Claim("c0", "s1", (span,), "author"), *record.claims)
    path = write_records([replace(record, claims=claims, decisions=still_open)])
    with pytest.raises(RecordError, match="records"):
        project.import_records(path, "gold")
    assert project.import_records(path, "annotator:a01").sentences == 5


def test_two_records_of_one_document_do_not_fit_into_one_layer(
    project: Project, write_records: Write
) -> None:
    records = [make_records("annotator:a01")[0], make_records("annotator:a02")[0]]
    with pytest.raises(RecordError, match="line 1"):
        project.import_records(write_records(records), "gold")


def test_another_scheme_is_refused(tmp_path: Path, write_records: Write) -> None:
    path = write_records(make_records())
    with init_project(tmp_path / "other", scheme="sdqc") as project:
        with pytest.raises(RecordError, match="sdqc"):
            project.import_records(path, "gold")
        assert count(project) == (0, 0)


@pytest.mark.parametrize("place", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_opened_is_named(
    project: Project, tmp_path: Path, place: str
) -> None:
    with pytest.raises(InputError, match=str(tmp_path)):
        project.import_records(tmp_path / place, "gold")


def test_an_empty_file_brings_nothing(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.touch()
    assert project.import_records(path, "gold") == ImportReport("gold", 0, 0, 0, 0, 0)


def test_an_annotators_own_export_comes_back_without_a_revision(
    filled: Project, tmp_path: Path
) -> None:
    session = filled.session("amal")
    session.do("goto", position=0)
    session.do("decide", status="done", nothing=True)
    written = filled.export("annotator:amal", out=tmp_path / "own.jsonl")
    before = count(filled)
    assert filled.import_records(written.path, "annotator:amal").sentences == 0
    assert count(filled) == before


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(found=st.lists(records(), max_size=3, unique_by=lambda record: record.document.id))
def test_any_valid_records_come_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, templates: Path, found: list[Record]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    path = folder / "in.jsonl"
    lines = [dump_record(each) for each in found]
    write_lines(path, lines)
    with open_project(shutil.copytree(templates / "empty", folder / "project")) as project:
        # What is valid in some layer is valid in a system's, which promises least.
        assert project.import_records(path, "system:any").documents == len(found)
        exported = export(project, "system:any", everything=True)
    expected = sorted(found, key=lambda record: record.document.id)
    assert exported == [dump_record(as_layer(record, "system:any")) for record in expected]
