"""The messages between a view and its session."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from workbench.errors import StoreUnavailable
from workbench.model import Annotation
from workbench.session import Session
from workbench.store import Action, Change

Json = dict[str, Any]


def hello(session: Session, resume: Json | None = None) -> Json:
    message = {"t": "hello", "view": "v1", "proto": 1, "resume": resume}
    (snap,) = session.handle(message)
    return snap


def do(session: Session, name: str, key: str = "0" * 32, **args: Any) -> list[Json]:
    return session.handle({"t": "do", "view": "v1", "key": key, "name": name, "args": args})


def spans(session: Session, quote: str) -> list[Json]:
    (span,) = session.find(quote)
    return [{"start": span.start, "end": span.end, "text": span.text}]


def test_hello_is_answered_with_all_that_a_view_draws(session: Session) -> None:
    snap = hello(session)
    assert (snap["t"], snap["view"]) == ("snap", "v1")
    assert snap["document"]["dir"] == "rtl"
    assert [s["position"] for s in snap["document"]["sentences"]] == [0, 1, 2, 3]
    assert snap["project"]["annotator"] == "amal"
    assert snap["annotations"] == {}
    assert snap["ui"]["sentence"] == "s1"
    assert json.loads(json.dumps(snap)) == snap


def test_an_edit_is_acknowledged_with_what_changed(session: Session) -> None:
    (ack,) = do(session, "mark", role="claim", spans=spans(session, "وصلت"))
    assert (ack["t"], ack["key"]) == ("ack", "0" * 32)
    assert list(ack["delta"]["annotations"]) == ["s1"]
    assert ack["delta"]["annotations"]["s1"]["claims"][0]["voice"] is None
    assert ack["delta"]["ui"]["missing"][0]["slot"] == "source"
    assert ack["delta"]["segments"] is None
    assert "وصلت" in ack["say"]


def test_another_document_comes_as_a_snapshot_for_all_views(session: Session) -> None:
    ack, snap = do(session, "goto", id="late")
    assert ack["delta"] is None
    assert (snap["view"], snap["document"]["id"]) == (None, "late")


def test_a_voice_that_changes_in_another_sentence_is_drawn_again(session: Session) -> None:
    (ack,) = do(session, "mark", role="claim", spans=spans(session, "وصلت"))
    claim = ack["delta"]["annotations"]["s1"]["claims"][0]["id"]
    do(session, "next", "1" * 32)
    do(session, "focus", "2" * 32, card=claim)
    (ack,) = do(session, "source_kind", "3" * 32, realization="implicit")
    assert set(ack["delta"]["annotations"]) == {"s1", "s2"}
    assert ack["delta"]["annotations"]["s1"]["claims"][0]["voice"] == "attributed"


def test_undoing_everything_leaves_an_empty_answer_to_draw(session: Session) -> None:
    do(session, "mark", role="claim", spans=spans(session, "وصلت"))
    (ack,) = do(session, "undo", "1" * 32)
    assert ack["delta"]["annotations"]["s1"]["claims"] == []
    assert (ack["delta"]["ui"]["undo"], ack["delta"]["ui"]["redo"]) == (None, "mark claim")


def test_what_is_refused_says_why_and_what_next(session: Session) -> None:
    (nack,) = do(session, "decide", status="done")
    assert nack["t"] == "nack"
    assert nack["error"]["kind"] == "UnfinishedError"
    assert nack["error"]["hint"]


def test_a_conflict_carries_both_contents_and_then_what_is_stored(session: Session) -> None:
    change = Change("port", Annotation("s1", comment="elsewhere"), 0)
    session.store.save(Action("f" * 32, session.layer, "comment", (change,)))
    nack, snap = do(session, "comment", text="here")
    assert nack["conflict"]["s1"]["mine"]["comment"] == "here"
    assert nack["conflict"]["s1"]["theirs"]["comment"] == "elsewhere"
    assert snap["annotations"]["s1"]["comment"] == "elsewhere"


def test_a_store_that_cannot_save_asks_for_patience(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(action: Action) -> None:
        raise StoreUnavailable("The disk is full.", hint="Make room.")

    with monkeypatch.context() as patch:
        patch.setattr(session.store, "save", fail)
        (later,) = do(session, "flag")
    assert (later["t"], later["message"]) == ("later", "The disk is full. Make room.")
    (ack,) = do(session, "flag")
    assert ack["delta"]["annotations"]["s1"]["flagged"]


def test_an_unforeseen_failure_is_answered_too(
    session: Session, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(action: Action) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(session.store, "save", fail)
    (nack,) = do(session, "flag")
    assert "ZeroDivisionError" in nack["error"]["message"]
    assert "not foreseen" in caplog.text


@pytest.mark.parametrize(
    "message",
    [
        None,
        [],
        {"t": "dance"},
        {"t": "do", "view": "v", "key": 3, "name": "flag"},
        {"t": "hello", "view": "v", "proto": 99},
    ],
)
def test_a_message_of_another_kind_is_refused(session: Session, message: Any) -> None:
    (nack,) = session.handle(message)
    assert nack["t"] == "nack"
    assert nack["error"]["message"].startswith("Expected")


def test_a_restarted_kernel_takes_over_what_the_view_knew(
    session: Session, open_session: Callable[..., Session]
) -> None:
    (ack,) = do(session, "mark", role="claim", spans=spans(session, "وصلت"))
    known = {"session": session.id, "document": "port", **ack["delta"]["ui"]}
    restarted = open_session()
    snap = hello(restarted, known)
    assert snap["ui"]["armed"] == ack["delta"]["ui"]["armed"]
    (ack,) = do(restarted, "fill", "1" * 32, spans=spans(restarted, "القصر"))
    assert len(ack["delta"]["annotations"]["s1"]["attributions"]) == 1


def test_a_view_that_knows_another_document_opens_it(session: Session) -> None:
    known = {"session": "another", "document": "late", "sentence": "s2", "armed": "nonsense"}
    snap = hello(session, known)
    assert snap["document"]["id"] == "late"


def test_the_schemes_keys_are_those_that_the_widget_listens_to(session: Session) -> None:
    snap = hello(session)
    for realization in snap["scheme"]["realizations"]:
        if realization["hotkey"]:
            assert realization["hotkey"] in snap["keys"][realization["value"]]
    for role in snap["scheme"]["roles"]:
        assert role["hotkey"] in snap["keys"][f"mark {role['value']}"]
    # what counts in a panel alone takes nothing from a stance
    taken = {
        code
        for operation, codes in snap["keys"].items()
        for code in codes
        if not operation.startswith(("ruling ", "linking "))
    }
    assert not taken & {stance["hotkey"] for stance in snap["scheme"]["stances"]}
