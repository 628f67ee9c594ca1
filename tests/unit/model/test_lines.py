"""Canonical lines: one record has one line, and a line gives its record back."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record_strategies import METADATA, records, small_record
from workbench.errors import RecordError
from workbench.model import (
    Annotation,
    Record,
    canonicalize,
    compute_text_sha256,
    dump_line,
    dump_record,
    load_record,
)

replace = msgspec.structs.replace


@settings(max_examples=60)
@given(records(), st.integers())
def test_any_order_of_the_parts_gives_the_same_bytes(record: Record, seed: int) -> None:
    chance = random.Random(seed)

    def shuffled(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(chance.sample(items, len(items)))

    metadata = dict(shuffled(tuple(record.document.metadata.items())))
    mixed = replace(
        record,
        document=replace(record.document, metadata=metadata),
        segments=shuffled(record.segments),
        sentences=shuffled(record.sentences),
        claims=shuffled(record.claims),
        attributions=shuffled(record.attributions),
        decisions=shuffled(record.decisions),
    )
    assert dump_record(mixed) == dump_record(record)


@settings(max_examples=60)
@given(records())
def test_a_line_gives_its_record_back(record: Record) -> None:
    line = dump_record(record)
    assert load_record(line) == load_record(line.encode("utf-8")) == record
    assert dump_record(load_record(line)) == line
    assert "\n" not in line


@settings(max_examples=60)
@given(records())
def test_a_line_is_what_json_dumps_writes(record: Record) -> None:
    line = dump_record(record)
    again = json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":"))
    assert line == again


@given(METADATA)
def test_metadata_is_carried_verbatim(metadata: dict[str, Any]) -> None:
    record = small_record()
    record = replace(record, document=replace(record.document, metadata=metadata))
    loaded = load_record(dump_record(record)).document.metadata
    assert json.dumps(loaded, sort_keys=True) == json.dumps(metadata, sort_keys=True)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (10**40, "1" + "0" * 40),
        (0.1, "0.1"),
        (1e16, "1e+16"),
        (-0.0, "-0.0"),
        (1.0, "1.0"),
        (True, "true"),
        ('\u007f\u0085\u2028\u0001/\\"😀', '"\u007f\u0085\u2028\\u0001/\\\\\\"😀"'),
        ({"é": 1, "z": 2, "\U0001f600": 3, "\uffff": 4}, '{"z":2,"é":1,"\uffff":4,"😀":3}'),
    ],
)
def test_values_are_written_as_python_writes_them(value: Any, line: str) -> None:
    assert dump_line(value) == line


def test_keys_stand_in_the_order_of_the_data_model() -> None:
    data = json.loads(dump_record(small_record()))
    assert list(data) == [
        "schema_version", "document", "segments", "sentences", "claims", "attributions",
        "decisions", "provenance",
    ]  # fmt: skip
    assert list(data["attributions"][0]) == [
        "id", "sentence", "source", "cue", "targets", "anchor", "stance", "certainty", "features",
        "origin", "unsure", "note",
    ]  # fmt: skip


def test_claims_without_spans_come_last_by_sentence() -> None:
    record = small_record()
    understood = replace(record.claims[1], spans=(), proposition="p", voice="attributed")
    claims = (
        replace(understood, id="c9", sentence="s1"),
        replace(understood, id="c3", sentence="s2"),
        *record.claims[::-1],
        replace(understood, id="c8", sentence="s1"),
    )
    ordered = canonicalize(replace(record, claims=claims)).claims
    assert [claim.id for claim in ordered] == ["c1", "c2", "c8", "c9", "c3"]


def test_ids_are_sorted_as_strings_by_code_point() -> None:
    record = small_record()
    first = record.attributions[0]
    attributions = tuple(replace(first, id=name) for name in ("a10", "a2", "B", "a1", "_"))
    ordered = canonicalize(replace(record, attributions=attributions)).attributions
    assert [attribution.id for attribution in ordered] == ["B", "_", "a1", "a10", "a2"]


def test_the_contracts_example_is_written_byte_for_byte(shared: Path) -> None:
    content = (shared / "example-record.json").read_text(encoding="utf-8")
    compact = json.dumps(json.loads(content), ensure_ascii=False, separators=(",", ":"))
    assert dump_record(load_record(content)) == compact
    for line in (shared / "reference" / "gold-001-003.jsonl").read_bytes().splitlines():
        assert dump_record(load_record(line)).encode() == line


@pytest.mark.parametrize(
    "line", ["", "[]", "{}", "{", '{"a":1}', b"\xff", "[" * 100_000, "1" * 5_000, '"\ud800"']
)
def test_what_is_no_record_is_a_record_error(line: str | bytes) -> None:
    with pytest.raises(RecordError, match="Expected a record"):
        load_record(line)


def test_the_hash_is_of_the_text_in_utf8() -> None:
    # The digest of no bytes, and FIPS 180-2's first example.
    assert compute_text_sha256("").startswith("e3b0c44298fc1c14")
    assert compute_text_sha256("abc").startswith("ba7816bf8f01cfea")


@settings(max_examples=60)
@given(records(), st.none() | st.text())
def test_an_annotation_has_the_bytes_that_its_parts_have(
    record: Record, comment: str | None
) -> None:
    annotation = Annotation("s1", record.claims, record.attributions, "done", True, comment)
    # A list of them is written value by value.
    assert f"[{dump_line(annotation)}]" == dump_line([annotation])
