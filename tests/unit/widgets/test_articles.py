"""Pieces become files, and nothing that is sent breaks the widget."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from workbench.errors import InputError
from workbench.widgets import Articles


@pytest.fixture
def added() -> dict[str, bytes]:
    return {}


@pytest.fixture
def articles(added: dict[str, bytes]) -> Iterator[Articles]:
    def add(name: str, content: bytes) -> list[str]:
        if name == "bad.txt":
            raise InputError("Expected text, got none.", hint="Try another.")
        if name == "bug.txt":
            raise ZeroDivisionError("out of luck")
        added[name] = content
        return ["a1"]

    widget = Articles(add, max_bytes=10_000_000)
    yield widget
    widget.close()


def piece(name: str, size: int, start: int = 0, file: str = "f") -> dict[str, Any]:
    return {"t": "piece", "file": file, "name": name, "size": size, "start": start}


def test_pieces_join(articles: Articles, added: dict[str, bytes]) -> None:
    first = articles._take(piece("a.txt", 5), [memoryview(b"abc")])
    assert first == {"t": "more", "file": "f", "received": 3}
    other = articles._take(piece("b.txt", 1, file="g"), [b"x"])
    last = articles._take(piece("a.txt", 5, start=3), [b"de"])
    assert (other["ok"], last["ok"]) == (True, True)
    assert (last["lines"], last["count"]) == ([], 1)
    assert added == {"a.txt": b"abcde", "b.txt": b"x"}


def test_an_empty_file_arrives(articles: Articles, added: dict[str, bytes]) -> None:
    assert articles._take(piece("empty.txt", 0), [b""])["ok"]
    assert added == {"empty.txt": b""}


def test_an_error_is_told_with_its_hint(articles: Articles) -> None:
    answer = articles._take(piece("bad.txt", 1), [b"x"])
    assert (answer["ok"], answer["lines"]) == (False, ["Expected text, got none. Try another."])


def test_a_failure_is_told_too(articles: Articles) -> None:
    answer = articles._take(piece("bug.txt", 1), [b"x"])
    assert (answer["ok"], answer["lines"]) == (False, ["ZeroDivisionError: out of luck"])


def test_a_large_file_is_refused_at_its_first_piece(articles: Articles) -> None:
    answer = articles._take(piece("large.csv", 10_000_001), [b"x"])
    assert not answer["ok"]
    assert "workbench ingest" in answer["lines"][0]


def test_a_piece_out_of_order_ends_the_file(articles: Articles, added: dict[str, bytes]) -> None:
    articles._take(piece("a.txt", 5), [b"abc"])
    assert not articles._take(piece("a.txt", 5, start=4), [b"e"])["ok"]
    assert not articles._take(piece("a.txt", 5, start=3), [b"de"])["ok"]
    assert added == {}


def test_a_message_that_is_none_is_answered(articles: Articles) -> None:
    assert not articles._take({"t": "piece"}, [])["ok"]
