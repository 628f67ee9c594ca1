"""What a release without texts gives away, and that everything comes back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record_strategies import records
from tests.unit.release.conftest import BRIDGE, LIGHTHOUSE, make_record
from workbench.errors import RecordError
from workbench.model import Record, dump_record
from workbench.release.standoff import find_runs, iter_spans, restore, split_pieces, withhold
from workbench.release.words import find_words


def bring_back(line: str, record: Record) -> str:
    document = record.document
    return restore(line, document.text, document.title, document.metadata)


@given(records())
def test_all_comes_back_byte_for_byte(record: Record) -> None:
    line = dump_record(record)
    assert bring_back(withhold(line), record) == line


@given(records())
def test_no_span_keeps_its_words(record: Record) -> None:
    plain = json.loads(withhold(dump_record(record)))["record"]
    assert plain["document"]["text"] == ""
    assert {span["text"] for span in iter_spans(plain)} <= {""}


@given(st.text(alphabet="ab ", max_size=60), st.text(alphabet="ab ", max_size=60))
def test_pieces_make_up_the_string_again(value: str, text: str) -> None:
    pieces = split_pieces(value, text)
    joined = "".join(each if isinstance(each, str) else text[each[0] : each[1]] for each in pieces)
    assert joined == value
    kept = " ".join(each for each in pieces if isinstance(each, str))
    assert all(" ".join(run) not in text for run in find_runs(kept.split())) or not kept


def test_a_quotation_in_a_note_is_a_range_of_the_text() -> None:
    quoted = " ".join(LIGHTHOUSE[0].split()[2:10])
    record = make_record("lamp", comment=f"see: {quoted}, twice")
    line = withhold(dump_record(record))
    assert quoted not in line
    comments = [each for each in json.loads(line)["withheld"] if each["path"][0] == "decisions"]
    assert [type(piece) for piece in comments[0]["pieces"]] == [str, list, str]
    assert bring_back(line, record) == dump_record(record)


def test_titles_and_longer_metadata_are_withheld() -> None:
    metadata = {"desk": "night desk", "lead": "A lamp went out, nobody knows why or when.", "n": 3}
    record = make_record("lamp", title="Lamp out", metadata=metadata)
    line = withhold(dump_record(record))
    kept = json.loads(line)["record"]["document"]
    assert (kept["title"], kept["metadata"]) == (
        None, {"desk": "night desk", "lead": None, "n": 3},
    )  # fmt: skip
    assert bring_back(line, record) == dump_record(record)
    with pytest.raises(RecordError, match=r"document/title .*got another one"):
        restore(line, record.document.text, "Lamp on", metadata)
    with pytest.raises(RecordError, match=r"metadata/lead .*got none"):
        restore(line, record.document.text, "Lamp out", {})


def test_a_key_that_quotes_the_text_is_refused() -> None:
    key = " ".join(LIGHTHOUSE[0].split()[:7])
    with pytest.raises(RecordError, match="document/metadata/"):
        withhold(dump_record(make_record("lamp", metadata={key: 1})))


def test_a_title_that_the_text_holds_needs_no_copy() -> None:
    record = make_record("lamp", title=LIGHTHOUSE[0])
    line = withhold(dump_record(record))
    assert restore(line, record.document.text, None, {}) == dump_record(record)


def test_another_text_is_refused() -> None:
    record = make_record("lamp")
    with pytest.raises(RecordError, match="sha256"):
        restore(withhold(dump_record(record)), record.document.text + " ", None, {})


def test_a_quotation_in_another_spelling_is_refused() -> None:
    said = " ".join(BRIDGE[0].split()[:8]).upper()
    line = dump_record(make_record("bridge", BRIDGE, comment=said))
    with pytest.raises(RecordError, match="decisions/0/comment"):
        withhold(line)


@given(records())
def test_what_stays_has_no_six_words_in_a_row(record: Record) -> None:
    said = f" {' '.join(find_words(record.document.text))} "
    plain = json.loads(withhold(dump_record(record)))["record"]
    for string in _iter_strings(plain):
        assert all(f" {' '.join(run)} " not in said for run in find_runs(find_words(string)))


def _iter_strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [string for each in value.values() for string in _iter_strings(each)]
    if isinstance(value, list):
        return [string for each in value for string in _iter_strings(each)]
    return [value] if isinstance(value, str) else []
