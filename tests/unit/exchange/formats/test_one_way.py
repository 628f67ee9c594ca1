"""What is only written, read by the library that its readers use."""

from __future__ import annotations

import csv
import io
import re
import warnings
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.export.invented import make_records
from tests.record_strategies import records, small_record
from tests.unit.exchange.formats.conftest import export
from workbench.exchange.formats.conll import COLUMNS, iter_conll_lines, split_tokens
from workbench.exchange.formats.csv_tables import KINDS, guard
from workbench.exchange.formats.losses import Losses
from workbench.model import Record
from workbench.scheme import load_scheme

# ---------------------------------------------------------------- CSV

RISKY = st.text(st.sampled_from("=+-@\t\r\n;,\"' |\u200f\ufeff\uff1dab1(")) | st.sampled_from(
    (
        ';"\u200f=',
        "=1+1",
        "@SUM(A1)",
        "-2+3",
        "+1",
        "\t=1",
        " =1",
        "a;=1",
        'a";=1',
        "'=1",
        '=HYPERLINK("x")',
    )
)


@given(RISKY)
def test_no_cell_begins_a_formula(text: str) -> None:
    """Whatever sign a spreadsheet splits a field at, what it then sees first computes nothing."""
    first, *rest = re.split("[;\t]", guard(text))
    hidden = "\ufeff\u200f\r\n "
    for visible in (first.lstrip(hidden), *(cell.lstrip(hidden + '"') for cell in rest)):
        assert not visible.startswith(("=", "+", "-", "@", "\uff1d"))


@given(RISKY)
def test_the_guard_adds_apostrophes_and_nothing_else(text: str) -> None:
    shown = guard(text)
    assert shown.replace("'", "") == text.replace("'", "")
    if ";" not in text and "\t" not in text:
        assert text == shown.removeprefix("'")


def test_csv_is_as_rfc_4180_says_and_spreadsheets_see_arabic(tmp_path: Path) -> None:
    record = small_record()
    document = msgspec.structs.replace(record.document, title='=cmd|" /C calc"!A0')
    report = export("csv", [msgspec.structs.replace(record, document=document)], tmp_path)
    assert sorted(each.stem for each in tmp_path.iterdir()) == sorted(KINDS)
    for path in tmp_path.iterdir():
        content = path.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b'"\r\n')
    text = (tmp_path / "documents.csv").read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    assert row["title"] == '\'=cmd|" /C calc"!A0'
    assert row["text"] == record.document.text
    assert any(loss.what == "cells" and loss.count == 1 for loss in report.losses)


def test_pandas_reads_the_tables(tmp_path: Path) -> None:
    import pandas as pd

    export("csv", make_records(), tmp_path)
    claims = pd.read_csv(tmp_path / "claims.csv", encoding="utf-8-sig", keep_default_na=False)
    expected = [claim.id for record in make_records() for claim in record.claims]
    assert list(claims["claim"]) == expected


# ---------------------------------------------------------------- CoNLL


def read_conll(lines: list[str]) -> list[list[list[str]]]:
    """Return the rows of each sentence."""
    sentences: list[list[list[str]]] = [[]]
    for line in lines:
        if line and not line.startswith("# "):
            sentences[-1].append(line.split("\t"))
        elif not line:
            sentences.append([])
    return sentences[:-1]


@given(records())
def test_conll_columns_are_well_formed(record: Record) -> None:
    losses = Losses()
    lines = list(iter_conll_lines([record], load_scheme(), losses))
    assert lines[0] == "# global.columns = " + " ".join(COLUMNS)
    sentences = read_conll(lines)
    assert len(sentences) == len(record.sentences)
    begun = 0
    for rows in sentences:
        assert [int(row[0]) for row in rows] == list(range(1, len(rows) + 1))
        before = ["O"] * 4
        for row in rows:
            assert len(row) == len(COLUMNS)
            start, end = map(int, row[-1].rpartition("TokenRange=")[2].split(":"))
            assert record.document.text[start:end] == row[1]
            for tag, last in zip(row[2:6], before, strict=True):
                assert not tag.startswith("I-") or last[2:] == tag[2:]
                begun += tag.startswith("B-")
            before = row[2:6]
    spans = {("c", span) for claim in record.claims for span in claim.spans}
    for each in record.attributions:
        spans |= {("s", span) for span in each.source.spans} | {("k", x) for x in each.cue or ()}
        spans |= {("a", span) for span in each.anchor}
    dropped = sum(
        x.count
        for x in losses.report("conll", "export").losses
        if x.what == "spans" and x.fate == "dropped"
    )
    assert begun + dropped == len(spans)


def test_tokens_keep_marks_joiners_and_figures() -> None:
    text = "كَتَبَ می\u200cشود 10,000.5، (A)"
    tokens = [text[each.start : each.end] for each in split_tokens(text, 0, len(text))]
    assert tokens == ["كَتَبَ", "می\u200cشود", "10,000.5", "،", "(", "A", ")"]


# ---------------------------------------------------------------- spaCy


@pytest.mark.slow
def test_spacy_reads_the_spans(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    record = small_record()
    report = export("spacy", [record], tmp_path)
    from spacy.tokens import DocBin

    (doc,) = DocBin().from_disk(tmp_path / "data.spacy").get_docs(spacy.blank("ar").vocab)
    assert doc.text == record.document.text
    assert [(span.text, span.label_, span.id_) for span in doc.spans["claim"]] == [
        ("إن الجسر الجديد أُغلق", "CLAIM", "c1"), ("ويمتد الجسر على 300 متر", "CLAIM", "c2"),
    ]  # fmt: skip
    assert [span.text for span in doc.spans["anchor"]] == ["ذلك"]
    kept = msgspec.json.decode(doc.user_data["workbench"])
    assert [each["id"] for each in kept["attributions"]] == ["a1", "a2", "a3", "a4"]
    widened = {loss.what: loss.count for loss in report.losses if loss.fate == "changed"}
    assert widened == {"claim spans": 1, "cue spans": 2}


@pytest.mark.slow
@pytest.mark.parametrize("language", [None, "ar-LB", "tlh", "en"])
def test_a_language_that_spacy_does_not_know_is_no_obstacle(
    tmp_path: Path, language: str | None
) -> None:
    pytest.importorskip("spacy")
    record = small_record()
    document = msgspec.structs.replace(record.document, language=language)
    export("spacy", [msgspec.structs.replace(record, document=document)], tmp_path)
    assert (tmp_path / "data.spacy").stat().st_size > 0


# ---------------------------------------------------------------- Hugging Face


@pytest.mark.slow
def test_load_dataset_opens_the_folder_with_its_features(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    datasets = pytest.importorskip("datasets")
    monkeypatch.setattr(datasets.config, "HF_DATASETS_OFFLINE", True)
    written = make_records()
    export("huggingface", written, tmp_path / "set")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        rows = datasets.load_dataset(
            str(tmp_path / "set"), split="train", cache_dir=str(tmp_path / "cache")
        )
    features = msgspec.json.decode((tmp_path / "set" / "features.json").read_bytes())
    assert rows.features == datasets.Features.from_dict(features)
    stances = rows.features["attributions"].feature["stance"]
    assert stances.names == [each.value for each in load_scheme().stances]
    for row, record in zip(rows, written, strict=True):
        assert row["document"]["text"] == record.document.text
        assert msgspec.json.decode(row["document"]["metadata"]) == record.document.metadata
        for given_row, attribution in zip(row["attributions"], record.attributions, strict=True):
            assert stances.int2str(given_row["stance"]) == attribution.stance
            assert (given_row["cue"] is None) == (attribution.cue is None)
            assert tuple(given_row["targets"]) == attribution.targets
        for claim_row, claim in zip(row["claims"], record.claims, strict=True):
            assert claim_row["spans"] == [msgspec.structs.asdict(span) for span in claim.spans]
            assert claim_row["proposition"] == claim.proposition
