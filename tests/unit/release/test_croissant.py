"""The metadata as the reader of the format takes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.release.conftest import LIGHTHOUSE, MILL, MakeMaterial, make_record
from workbench.release import build_release

# Its parts warn of things of their own: of pandas, of a parser's regular expressions.
pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.slow]


def build(make_material: MakeMaterial, target: Path, **options: Any) -> Path:
    records = [
        make_record("lamp", LIGHTHOUSE, published="2031-04-02", title="Lamps", publisher="Bell"),
        make_record("mill", MILL, published="2031-05-01?"),
    ]
    material = make_material(records, license="https://spdx.org/licenses/CC0-1.0.html")
    return build_release(material, target, **options).path


def test_the_metadata_are_valid_and_lead_to_the_records(
    make_material: MakeMaterial, tmp_path: Path
) -> None:
    croissant = pytest.importorskip("mlcroissant")
    folder = build(make_material, tmp_path / "lamps-1")
    dataset = croissant.Dataset(jsonld=str(folder / "croissant.json"))
    assert dataset.metadata.ctx.conforms_to.value == "http://mlcommons.org/croissant/1.1"
    issues = dataset.metadata.ctx.issues
    assert issues.errors == set()
    assert all("is recommended" in warning for warning in issues.warnings)
    assert dataset.metadata.date_published.isoformat()[:10] == "2031-04-02"
    rows = {name: list(dataset.records(name)) for name in ("documents", "sentences", "triples")}
    assert {name: len(found) for name, found in rows.items()} == {
        "documents": 2, "sentences": 4, "triples": 4,
    }  # fmt: skip
    assert rows["documents"][0]["documents/text"].decode() == "\n".join(LIGHTHOUSE)
    assert rows["sentences"][1]["sentences/start"] == len(LIGHTHOUSE[0]) + 1
    assert rows["triples"][0]["triples/stance"] == b"affirm"


def test_the_metadata_without_texts_are_valid_too(
    make_material: MakeMaterial, tmp_path: Path
) -> None:
    croissant = pytest.importorskip("mlcroissant")
    folder = build(make_material, tmp_path / "lamps-1", with_texts=False)
    dataset = croissant.Dataset(jsonld=str(folder / "croissant.json"))
    assert dataset.metadata.ctx.issues.errors == set()
    assert "Without the articles' texts" in str(dataset.metadata.description)


def test_dates_that_are_not_certain_are_none(make_material: MakeMaterial, tmp_path: Path) -> None:
    material = make_material([make_record("lamp", LIGHTHOUSE, published="2031-05~")])
    report = build_release(material, tmp_path / "lamps-1")
    data = json.loads((report.path / "croissant.json").read_text())
    assert "datePublished" not in data
    assert any("no date" in note for note in report.notes)
