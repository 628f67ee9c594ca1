"""The widget answers every message, in any thread, and there is one of it."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import Any

import pytest

from workbench.widgets import Annotator


class FakeSession:
    """Remembers what it was asked; breaks on request."""

    def __init__(self, layer: str = "annotator:a01", *, broken: bool = False) -> None:
        self.store = SimpleNamespace(info=SimpleNamespace(id="p"))
        self.layer = layer
        self.broken = broken
        self.inside = 0
        self.language = "en"

    def handle(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        assert self.inside == 0, "two threads at once"
        self.inside += 1
        try:
            if self.broken:
                raise ZeroDivisionError("out of luck")
            return [{"t": "ack", "key": message["key"]}, {"t": "snap"}]
        finally:
            self.inside -= 1


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    messages: list[Any] = []
    monkeypatch.setattr(Annotator, "send", lambda _self, content: messages.append(content))
    return messages


def deliver(widget: Annotator, message: dict[str, Any]) -> None:
    widget._handle_custom_msg(message, [])


def test_answers_go_out_in_their_order(sent: list[Any]) -> None:
    widget = Annotator(FakeSession())  # type: ignore[arg-type]
    deliver(widget, {"t": "do", "key": "k", "view": "v"})
    assert [answer["t"] for answer in sent] == ["ack", "snap"]
    widget.close()


def test_a_failure_is_answered_too(sent: list[Any]) -> None:
    widget = Annotator(FakeSession(broken=True))  # type: ignore[arg-type]
    deliver(widget, {"t": "do", "key": "k", "view": "v"})
    answer = sent[0]
    assert (answer["t"], answer["key"], answer["view"]) == ("nack", "k", "v")
    assert "ZeroDivisionError" in answer["error"]["message"]
    assert answer["error"]["hint"]
    widget.close()


def test_messages_of_several_threads_are_taken_one_by_one(sent: list[Any]) -> None:
    widget = Annotator(FakeSession())  # type: ignore[arg-type]
    threads = [
        threading.Thread(target=deliver, args=(widget, {"t": "do", "key": str(n), "view": "v"}))
        for n in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    acks = [answer["key"] for answer in sent if answer["t"] == "ack"]
    assert sorted(acks, key=int) == [str(n) for n in range(20)]
    widget.close()


def test_a_new_widget_closes_the_one_before_it(sent: list[Any]) -> None:
    first = Annotator(FakeSession())  # type: ignore[arg-type]
    other = Annotator(FakeSession("annotator:a02"))  # type: ignore[arg-type]
    second = Annotator(FakeSession())  # type: ignore[arg-type]
    assert (first.comm, second.comm is None, other.comm is None) == (None, False, False)
    second.close()
    other.close()


def test_nothing_is_synced(sent: list[Any]) -> None:
    widget = Annotator(FakeSession())  # type: ignore[arg-type]
    own = {name for name in widget.keys if not name.startswith("_")}
    assert own - {"layout", "tabbable", "tooltip"} == set()
    widget.close()
