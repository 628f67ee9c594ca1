"""Results by their bytes: equal ones are never looked into, others say what they say."""

from __future__ import annotations

import gc
import json
from typing import Any

import httpx
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.sync.test_remote import Server, connect
from workbench.sync.api import ServerAnnotation, export_tasks
from workbench.sync.results import (
    collecting_seldom,
    dump_content,
    hash_content,
    hash_result,
    is_same_content,
    is_same_result,
    load_content,
    shrink_content,
)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


def read_export(results: list[Any]) -> list[ServerAnnotation]:
    annotations = [{"id": number, "result": each} for number, each in enumerate(results)]
    body = json.dumps([{"id": 5, "annotations": annotations}], indent=1)
    with connect(Server(httpx.Response(200, content=body.encode()))) as remote:
        (task,) = export_tasks(remote, 1, [5])
    return task.annotations


def count_answers() -> int:
    return sum(type(each) is httpx.Response for each in gc.get_objects())


@given(st.lists(VALUES))
def test_what_is_kept_of_a_result_gives_it_back(result: list[Any]) -> None:
    content = dump_content(result)
    assert load_content(content) == result
    # As servers write it: with white space, and with other escapes.
    written = shrink_content(json.dumps(result, indent=2, ensure_ascii=False).encode())
    assert load_content(written) == result
    assert is_same_content(content, hash_content(content), written)


@pytest.mark.parametrize("result", [[{"id": "a", "text": "\ud800"}], "x", None, [1e5, {"a": 0.1}]])
def test_an_export_gives_any_result_as_it_came(result: Any) -> None:
    (annotation,) = read_export([result])
    wanted = result if isinstance(result, list) else [] if result is None else [result]
    assert annotation.result == wanted
    kept = dump_content(annotation).decode()
    kept.encode()  # any database takes it
    assert json.loads(kept)["result"] == result


def test_one_odd_result_does_not_change_its_neighbours() -> None:
    good, odd = read_export([[{"id": "a", "n": 2**70}], ["\udfff"]])
    assert good.result == [{"id": "a", "n": 2**70}]
    assert odd.result == ["\udfff"]


def test_results_that_say_the_same_in_other_bytes_are_the_same() -> None:
    value = {"start": 0, "end": 3, "text": "abc", "labels": ["CUE"]}
    one = [{"id": "a", "from_name": "role", "to_name": "text", "type": "labels", "value": value}]
    other = [{**one[0], "origin": "prediction", "value": {**value, "end": 3.0}}]
    assert dump_content(one) != dump_content(other)
    assert is_same_result(one, other)
    assert hash_result(one) == hash_result(other)
    assert not is_same_result(one, [])
    assert not is_same_result(one, [{**one[0], "value": {**value, "end": 4}}])


def test_the_garbage_collector_is_as_it_was_whatever_happens() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), collecting_seldom():
        dict[object, int]()[gc.get_threshold()]
    assert gc.get_threshold() == before
    with collecting_seldom():
        assert gc.get_threshold() != before


def test_an_annotation_without_a_result_has_an_empty_one() -> None:
    assert msgspec.json.decode(b'{"id": 1}', type=ServerAnnotation).result == []


def test_long_answers_are_let_go_of_while_the_collector_seldom_looks() -> None:
    body = json.dumps([{"id": 5, "annotations": []}]).encode()
    with connect(Server(httpx.Response(200, content=body))) as remote, collecting_seldom():
        export_tasks(remote, 1, [5])
        before = count_answers()
        for _ in range(20):
            export_tasks(remote, 1, [5])
        assert count_answers() < before + 5
