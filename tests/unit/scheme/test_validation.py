"""Validation: nothing valid is refused, nothing wrong gets through, nothing makes it fall over."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.record_strategies import plain, records, small_record
from workbench.errors import InputError
from workbench.model import Record, dump_record
from workbench.scheme import (
    Scheme,
    Violation,
    check_record,
    iter_violations,
    load_scheme,
    validation,
)
from workbench.scheme.records import SchemeFinder, _check_slowly, check_line

STYLES: list[dict[str, Any]] = [
    {"ensure_ascii": False, "separators": (",", ":")},
    {"ensure_ascii": False},
    {},
    {"separators": (" ,\t", " : "), "sort_keys": True},
]


def check(content: bytes | str, scheme: Scheme | None = None) -> list[Violation]:
    data = content.encode() if isinstance(content, str) else content
    return list(iter_violations(io.BytesIO(data), scheme, name="f"))


def errors(content: bytes | str, scheme: Scheme | None = None) -> list[Violation]:
    return [violation for violation in check(content, scheme) if not violation.is_warning]


@settings(max_examples=60)
@given(records())
def test_a_valid_record_has_no_violations_however_it_is_written(record: Record) -> None:
    assert errors(dump_record(record)) == []
    for style in STYLES:
        assert errors(json.dumps(plain(record), **style)) == []
    assert [each for each in check_record(record) if not each.is_warning] == []


@st.composite
def spoiled_lines(draw: st.DrawFn) -> bytes:
    """Return the bytes of a valid line with a few pieces cut, doubled or put in."""
    line = dump_record(draw(records()))
    line = json.dumps(json.loads(line), **draw(st.sampled_from(STYLES)))
    content = line.encode("utf-8", "surrogatepass")
    pieces = st.sampled_from(
        [b"", b"\xff", b'"', b"{", b"}", b"[", b"]", b",", b":", b"0", b"-", b".5", b"e1", b"\\",
         b"\\ud800", b"\\u0000", b"null", b" ", b"\r", b"\n", b'"id":1,', b'"a":NaN,', b"\x00"]
    )  # fmt: skip
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 12)))
        content = content[:start] + draw(pieces | st.just(content[start:end] * 2)) + content[end:]
    return content


@settings(max_examples=60)
@given(spoiled_lines())
@example(b"[" * 100_000)
@example(b'{"document":{"metadata":' + b'{"a":' * 90_000)
@example(b"1" * 6_000)
@example(b'{"sentences":' + b"9" * 6_000 + b"}")
def test_no_line_makes_validation_fall_over(content: bytes) -> None:
    for violation in check(content):
        assert str(violation).isprintable()
        assert len(violation.expected) < 300
        assert len(violation.got) < 300


@settings(max_examples=60)
@given(spoiled_lines())
def test_the_quick_way_and_the_exact_way_agree(content: bytes) -> None:
    find_scheme = SchemeFinder(None)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        with pytest.raises(UnicodeDecodeError):
            check_line(content, find_scheme)
        return
    assert check_line(content, find_scheme)[0] == _check_slowly(text, find_scheme)[0]


@st.composite
def mutated_records(draw: st.DrawFn) -> dict[str, Any]:
    """Return the plain data of a valid record with one to three values replaced."""
    data = plain(draw(records()))
    for _ in range(draw(st.integers(1, 3))):
        item: Any = data
        while True:
            keys = list(item) if isinstance(item, dict) else list(range(len(item)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(item[key], dict | list) and draw(st.integers(0, 3)):
                item = item[key]
                continue
            item[key] = draw(
                st.sampled_from(
                    [None, True, 0, -5, 3, 1.0, 10**40, "", "a1", "\ud800", [], [1], {}]
                )
            )
            break
    return data


@settings(max_examples=60)
@given(mutated_records())
def test_no_wrong_value_makes_validation_fall_over(data: dict[str, Any]) -> None:
    find_scheme = SchemeFinder(None)
    line = json.dumps(data)
    assert check_line(line.encode(), find_scheme)[0] == _check_slowly(line, find_scheme)[0]


def replaced(old: str, new: str, **style: Any) -> str:
    line = json.dumps(plain(small_record()), **(STYLES[0] | style))
    assert old in line
    return line.replace(old, new, 1)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"id"', '"id":0,"id"'),
        ("2", "2.0"),
        ("0", "-0"),
        ("0", "0e0"),
        ('"edition"', '"a":NaN,"edition"'),
        ('"edition"', '"a":1e999,"edition"'),
        ('"edition"', '"edition":1e0,"edition"'),
        ('"edition"', '"a":"\\ud800","edition"'),
    ],
)
def test_no_trick_gets_through_in_any_style(old: str, new: str, style: dict[str, Any]) -> None:
    metadata = {"edition": 2}
    data = plain(small_record()) | {"schema_version": "1.0"}
    data["document"]["metadata"] = metadata
    line = json.dumps(data, **style)
    at = line.index(old, line.index('"segments"') if old in "20" else line.index('"document"'))
    assert errors(line) == []
    assert errors(line[:at] + new + line[at + len(old) :])


def test_a_shorter_number_does_not_hide_a_second_key() -> None:
    # Written again, 1e2 grows by three bytes: as many as a short second key takes.
    line = replaced('"edition":2', '"edition":1e2,"":1,"":100.5')
    assert [each.expected for each in errors(line)] == ["each key once"]


def test_the_real_gold_is_valid(shared: Path) -> None:
    assert list(iter_violations(shared / "reference" / "gold-001-003.jsonl")) == []
    example = json.loads((shared / "example-record.json").read_bytes())
    assert check(json.dumps(example)) == []


def test_lines_are_named_and_all_are_checked() -> None:
    bad = replaced('"note":null', '"note":7')
    good = dump_record(small_record("other"))
    found = errors(f"{good}\n{bad}\n\n{bad}")
    assert [(each.line, each.pointer) for each in found] == [
        (2, "/claims/0/note"),
        (3, ""),
        (4, "/claims/0/note"),
        (4, "/document/id"),
    ]


def test_a_separator_inside_a_string_ends_no_line() -> None:
    line = replaced('"note":null', '"note":"a\u2028b\u2029c\x85d"')
    assert check(line) == []


def test_a_line_over_the_limit_is_skipped_and_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    good = dump_record(small_record())
    monkeypatch.setattr(validation, "MAX_LINE_BYTES", len(good.encode()))
    monkeypatch.setattr(validation, "_PIECE_BYTES", 100)
    found = check(f"{'x' * 50_000}\n{good}\n{good} \n{good}")
    assert [(each.line, each.pointer) for each in found] == [(1, ""), (3, ""), (4, "/document/id")]
    assert "at most" in found[0].expected


def test_a_file_that_cannot_be_opened_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        list(iter_violations(tmp_path / "none.jsonl"))
    with pytest.raises(InputError, match="directory"):
        list(iter_violations(tmp_path))


def test_a_file_name_is_escaped_too(tmp_path: Path) -> None:
    path = tmp_path / "a\u202eb\nc.jsonl"
    path.write_text("{\n", encoding="utf-8")
    assert all(str(each).isprintable() for each in iter_violations(path))


def own_scheme() -> Scheme:
    return msgspec.structs.replace(load_scheme("sdqc"), name="own", version="3")


def test_a_given_scheme_is_known_and_others_still_are() -> None:
    data = plain(small_record())
    data["provenance"] |= {"scheme": "own", "scheme_version": "3"}
    for attribution in data["attributions"]:
        attribution |= {"stance": "query", "certainty": None}
    line = json.dumps(data)
    assert [each.pointer for each in errors(line)] == ["/provenance/scheme"]
    assert errors(line, own_scheme()) == []
    assert errors(dump_record(small_record()), own_scheme()) == []


def test_features_that_are_on_have_their_key_everywhere() -> None:
    scheme = load_scheme().with_features(["claim_type"])
    record = small_record()
    assert [each.pointer for each in check_record(record, scheme)] == [
        "/claims/0/features",
        "/claims/1/features",
    ]
    claims = tuple(
        msgspec.structs.replace(claim, features={"claim_type": value})
        for claim, value in zip(record.claims, ("event", None), strict=True)
    )
    record = msgspec.structs.replace(record, claims=claims)
    assert check_record(record, scheme) == check_record(record) == []


def test_what_is_unfinished_has_no_place_in_files() -> None:
    record = small_record()
    claims = (record.claims[0], msgspec.structs.replace(record.claims[1], voice=None))
    first = msgspec.structs.replace(record.attributions[0], stance=None)
    unfinished = msgspec.structs.replace(
        record, claims=claims, attributions=(first, *record.attributions[1:])
    )
    found = check_record(unfinished)
    assert [each.pointer for each in found] == ["/claims/1/voice", "/attributions/0/stance"]


@pytest.mark.parametrize("value", [float("nan"), "\ud800"])
def test_metadata_that_no_file_can_hold_is_found_in_a_record(value: Any) -> None:
    record = small_record()
    document = msgspec.structs.replace(record.document, metadata={"a": [value]})
    found = check_record(msgspec.structs.replace(record, document=document))
    assert [each.pointer for each in found] == ["/document/metadata/a/0"]


def test_absurd_nesting_in_a_record_is_found() -> None:
    deep: Any = []
    for _ in range(50_000):
        deep = [deep]
    record = small_record()
    document = msgspec.structs.replace(record.document, metadata={"a": deep})
    found = check_record(msgspec.structs.replace(record, document=document))
    assert "levels of nesting" in found[0].expected
    while deep:  # so that the test does not free it recursively
        deep = deep.pop()
