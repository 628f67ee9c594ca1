"""The JSON Schemas and the validator say the same of the form of a record."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record_strategies import plain, records, small_record
from workbench.resources import resource_path
from workbench.scheme.form import salvage
from workbench.scheme.records import SchemeFinder, check_line
from workbench.scheme.violations import Problem

SCHEMAS = resource_path("schemas")
EXAMPLES = SCHEMAS / "examples"
KINDS = ("record", "sentence", "triple", "history")


def validator(kind: str) -> Any:
    schema = json.loads((SCHEMAS / f"{kind}.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


RECORD = validator("record")


def problems_of(data: Any) -> list[Problem]:
    problems, _ = check_line(json.dumps(data).encode(), SchemeFinder(None))
    return [problem for problem in problems if not problem.is_warning]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("record", "record.json"),
        ("sentence", "sentences.jsonl"),
        ("triple", "triples.jsonl"),
        ("history", "history.jsonl"),
        ("ruling", "rulings.jsonl"),
        ("link", "links.jsonl"),
    ],
)
def test_each_example_follows_its_schema(kind: str, name: str) -> None:
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    values = [json.loads(line) for line in text.splitlines()] if "jsonl" in name else []
    for value in values or [json.loads(text)]:
        validator(kind).validate(value)


def test_the_example_of_a_record_is_valid() -> None:
    assert problems_of(json.loads((EXAMPLES / "record.json").read_bytes())) == []


def test_what_schemas_share_they_say_alike() -> None:
    shared: dict[str, Any] = {}
    for kind in ("record", "sentence", "triple"):
        schema = json.loads((SCHEMAS / f"{kind}.schema.json").read_bytes())
        for name, definition in schema["$defs"].items():
            assert shared.setdefault(name, definition) == definition


@settings(max_examples=40)
@given(records())
def test_valid_records_follow_the_schema(record: Any) -> None:
    assert [error.message for error in RECORD.iter_errors(plain(record))] == []


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of each value inside `value`, except inside metadata."""
    found = [path] if path else []
    if path != ("document", "metadata"):
        pairs: Any = ()
        if isinstance(value, dict | list):
            pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in pairs:
            found += places(item, (*path, key))
    return found


PLACES = places(plain(small_record()))
OTHERS: list[Any] = [
    None, True, False, 0, 1, -1, 7.5, 10**30, "", "c1", "s1", "x y", "\n", "gold", "author",
    "explicit", "2031-13", [], ["c1"], ["c1", "c1"], [None], {}, {"a": 1}, "human", "a\u0001",
]  # fmt: skip


def changed(path: tuple[Any, ...], value: Any) -> Any:
    data = plain(small_record())
    item: Any = data
    for key in path[:-1]:
        item = item[key]
    if value is ...:
        del item[path[-1]]
    else:
        item[path[-1]] = value
    return data


@given(st.sampled_from(PLACES), st.sampled_from([*OTHERS, ...]))
def test_the_schema_never_refuses_what_the_validator_takes(
    path: tuple[Any, ...], value: Any
) -> None:
    data = changed(path, value)
    refused = [error.message for error in RECORD.iter_errors(data)]
    assert not refused or problems_of(data), refused


@given(st.sampled_from(PLACES), st.sampled_from([*OTHERS, ...]))
def test_the_schema_refuses_every_wrong_form(path: tuple[Any, ...], value: Any) -> None:
    data = changed(path, value)
    problems: list[Problem] = []
    salvage(data, problems)
    assert not problems or not RECORD.is_valid(data), problems
