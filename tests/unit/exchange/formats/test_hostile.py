"""Files with something broken in them: a record or a clear error, and never anything else."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record_strategies import small_record
from tests.unit.exchange.formats.conftest import TWO_WAY, export, read
from tests.unit.exchange.formats.test_label_studio import RESULT
from tests.unit.exchange.formats.test_label_studio import write as write_tasks
from workbench.errors import WorkbenchError
from workbench.exchange.formats.found import Ground
from workbench.model import Record
from workbench.scheme import check_record, load_scheme

PIECES = st.sampled_from(
    (
        b"", b"0", b"-1", b"99999999999999999999", b"null", b"[]", b"{}", b'""', b"true", b"1.5",
        b"T1", b"E1", b"\\ud800", b"\xff", b"\x00", b"\n", b"\t", b'"', b"&x;", b"<!DOCTYPE a>",
        b"\xd9\x8f",
    )
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, 0, -1, 10**20, 1.5, True, "", "x", "c1", "\x00", [], {}, [None], {"a": 1},
)  # fmt: skip


def make_files(name: str) -> dict[str, bytes]:
    """Return the files of a small valid input."""
    with tempfile.TemporaryDirectory() as folder:
        if name == "label-studio":
            write_tasks(Path(folder), RESULT)
        else:
            export(name, [small_record()], Path(folder))
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


@pytest.mark.parametrize("name", [*TWO_WAY, "label-studio"])
def test_a_broken_file_becomes_a_valid_record_or_a_clear_error(name: str) -> None:
    whole = make_files(name)
    data = sorted(file for file in whole if not file.endswith(".conf"))

    @given(st.sampled_from(data), st.floats(0, 1), st.integers(0, 12), PIECES)
    @settings(max_examples=80)
    def holds(file: str, place: float, length: int, piece: bytes) -> None:
        content = whole[file]
        at = int(place * len(content))
        check(name, {**whole, file: content[:at] + piece + content[at + length :]})

    holds()


@pytest.mark.parametrize("name", ["brat", "cas-json", "w3c", "label-studio"])
def test_json_of_another_shape_becomes_a_valid_record_or_a_clear_error(name: str) -> None:
    whole = make_files(name)
    file = next(each for each in whole if each.endswith((".json", ".jsonld")))
    paths = list(iter_paths(json.loads(whole[file])))

    @given(st.sampled_from(paths), st.sampled_from(VALUES))
    @settings(max_examples=120)
    def holds(path: tuple[Any, ...], value: Any) -> None:
        tree = json.loads(whole[file])
        holder = tree
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = value
        check(name, {**whole, file: json.dumps(tree).encode()})

    holds()


def iter_paths(tree: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the way to each value of `tree`."""
    steps = tree if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for step in steps:
        yield (step,)
        yield from ((step, *rest) for rest in iter_paths(tree[step]))


def check(name: str, files: dict[str, bytes]) -> None:
    """Read `files`: what comes is valid, and an error names the file."""
    ground = Ground(load_scheme(), "gold", default_stance="affirm")
    records: list[Record] = []
    said = ""
    with tempfile.TemporaryDirectory() as folder:
        for each, content in files.items():
            (Path(folder) / each).write_bytes(content)
        try:
            records, _ = read(name, Path(folder), ground=ground)
        except WorkbenchError as error:
            said = str(error)
    assert not said or folder in said
    for record in records:
        assert not [each for each in check_record(record) if not each.is_warning]
