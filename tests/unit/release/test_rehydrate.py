"""A release without texts, and the texts put back from copies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.release.conftest import (
    BRIDGE,
    LIGHTHOUSE,
    MILL,
    MakeMaterial,
    make_record,
    read_tree,
    write_records,
)
from workbench.errors import InputError, ReleaseError, UsageError
from workbench.model import Cluster, Record, Registry
from workbench.release import build_release, load_plan, rehydrate, verify_release
from workbench.release.standoff import find_runs
from workbench.release.words import find_words

RECORDS = [
    make_record("lamp", LIGHTHOUSE, title=LIGHTHOUSE[0], comment=LIGHTHOUSE[1]),
    make_record("mill", MILL, clusters=["k:mill"]),
    make_record("span", BRIDGE, url="https://bell.example/bridge"),
]
LAYERS = {"annotator:a01": [make_record("mill", MILL, layer="annotator:a01")]}


@pytest.fixture
def whole(make_material: MakeMaterial, tmp_path: Path) -> Path:
    """Return a release with texts; `bare` is the same without them."""
    material = make_material(RECORDS, layers=LAYERS)
    plan = load_plan("34,33,33")
    build_release(material, tmp_path / "bare", splits=plan, with_texts=False)
    return build_release(material, tmp_path / "whole", splits=plan).path


@pytest.fixture
def bare(whole: Path) -> Path:
    return whole.with_name("bare")


def write_texts(folder: Path, records: list[Record]) -> Path:
    folder.mkdir()
    for number, record in enumerate(records):
        (folder / f"any name {number}.txt").write_text(record.document.text + "\n\n", "utf-8")
    return folder


def test_no_file_holds_six_words_of_an_article(whole: Path, bare: Path) -> None:
    runs = {run for each in RECORDS for run in find_runs(find_words(each.document.text))}
    assert runs
    for name, content in read_tree(bare).items():
        assert not runs.intersection(find_runs(find_words(content.decode()))), name
    assert any(
        runs.intersection(find_runs(find_words(content.decode())))
        for content in read_tree(whole).values()
    )
    assert verify_release(bare).problems == ()


def test_plain_texts_give_the_whole_release_byte_for_byte(
    whole: Path, bare: Path, tmp_path: Path
) -> None:
    texts = write_texts(tmp_path / "texts", RECORDS)
    report = rehydrate(bare, [texts], tmp_path / "back")
    assert read_tree(report.path) == read_tree(whole)
    assert verify_release(report.path) == report
    assert json.loads((bare / "manifest.json").read_text())["full_sha256"] == report.sha256


def test_records_and_tables_will_do_as_copies(whole: Path, bare: Path, tmp_path: Path) -> None:
    records = write_records(tmp_path / "records.jsonl", RECORDS[:2])
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"text": RECORDS[2].document.text, "id": "other"}) + "\n")
    report = rehydrate(bare, [records, rows], tmp_path / "back")
    assert read_tree(report.path) == read_tree(whole)


def test_missing_and_changed_copies_are_named(bare: Path, tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "texts", RECORDS[:1])
    changed = RECORDS[2].document.text.replace("seven", "eight")
    (texts / "changed.txt").write_text(changed)
    with pytest.raises(ReleaseError, match=r"of 2: mill, span \(https://bell.example/bridge\)"):
        rehydrate(bare, [texts], tmp_path / "back")
    assert not (tmp_path / "back").exists()
    with pytest.raises(UsageError, match="got none"):
        rehydrate(bare, [tmp_path / "nowhere"], tmp_path / "back")


@pytest.mark.parametrize("fields", [{"title": "Lamps"}, {"metadata": {"lead": "x" * 90}}])
def test_what_no_text_holds_has_to_come_with_a_copy(
    fields: dict[str, Any], make_material: MakeMaterial, tmp_path: Path
) -> None:
    record = make_record("lamp", LIGHTHOUSE, **fields)
    material = make_material([record])
    whole = build_release(material, tmp_path / "whole").path
    bare = build_release(material, tmp_path / "bare", with_texts=False).path
    with pytest.raises(ReleaseError, match=r"lamp: .*got none"):
        rehydrate(bare, [write_texts(tmp_path / "texts", [record])], tmp_path / "back")
    rows = tmp_path / "rows.jsonl"
    row = {"text": record.document.text, **fields.get("metadata", fields)}
    rows.write_text(json.dumps(row) + "\n")
    report = rehydrate(bare, [tmp_path / "texts", rows], tmp_path / "back")
    assert read_tree(report.path) == read_tree(whole)


def test_only_an_unchanged_release_without_texts_is_taken(
    whole: Path, bare: Path, tmp_path: Path
) -> None:
    texts = write_texts(tmp_path / "texts", RECORDS)
    with pytest.raises(UsageError, match="without its texts"):
        rehydrate(whole, [texts], tmp_path / "back")
    with pytest.raises(UsageError, match="exists"):
        rehydrate(bare, [texts], whole)
    path = bare / "gold.standoff.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"affirm"', b'"deny"', 1))
    with pytest.raises(InputError, match=r"gold\.standoff\.jsonl"):
        rehydrate(bare, [texts], tmp_path / "back")


def test_a_registry_that_quotes_an_article_is_refused(
    make_material: MakeMaterial, tmp_path: Path
) -> None:
    quoted = " ".join(MILL[0].split()[:8])
    registry = Registry(clusters={"k:mill": Cluster("k:mill", quoted, None)})
    material = make_material(RECORDS, registry=registry)
    with pytest.raises(ReleaseError, match=r"document mill in the proposition of k:mill"):
        build_release(material, tmp_path / "bare", with_texts=False)
    assert build_release(material, tmp_path / "whole").documents == 3
