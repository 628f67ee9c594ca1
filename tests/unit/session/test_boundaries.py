"""Sentences that are split and merged by the person at work, or by somebody else meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.session.conftest import PORT, STORM
from workbench.errors import ConflictError, EditError, UnconfirmedError
from workbench.session import Session

Open = Callable[..., Session]
SECOND = "ونفت وزارة البحر ذلك"
AT = PORT.index(SECOND)


def words(session: Session) -> list[str]:
    stored = session.sheet.stored
    return [stored.document.text[ref.start : ref.end] for ref in stored.sentences]


def mark(session: Session, quote: str) -> None:
    session.do("mark", role="claim", spans=session.find(quote))


def send(session: Session, name: str, **args: Any) -> list[dict[str, Any]]:
    return session.handle({"t": "do", "view": "v", "key": "k" * 32, "name": name, "args": args})


def test_a_sentence_is_split_at_the_caret_and_the_view_gets_all_anew(session: Session) -> None:
    mark(session, "وصلت")
    ack, snap = send(session, "split", at=AT)
    assert ack["say"] == "Split in two."
    assert (ack["delta"], snap["t"], snap["view"]) == (None, "snap", None)
    assert len(snap["document"]["sentences"]) == 5
    assert words(session)[:2] == [PORT[:AT].rstrip(), PORT[AT:]]
    first = session.focus.sentence
    assert first == snap["document"]["sentences"][0]["id"]
    assert [each["text"] for each in snap["annotations"][first]["claims"][0]["spans"]] == ["وصلت"]


def test_a_merge_takes_the_next_and_undo_brings_both_back(session: Session) -> None:
    session.do("decide", status="done", nothing=True)
    before = words(session)
    reply = session.do("merge")
    assert reply.opened
    assert words(session)[0] == f"{PORT}\n{STORM}"
    undone = session.do("undo")
    assert (undone.opened, undone.say) == (True, "Undo: merge of sentences.")
    assert words(session) == before
    assert session.focus.sentence == "s1"
    assert session.sheet.draft.decision("s1").status == "done"
    assert session.do("redo").opened
    assert len(words(session)) == 3


def test_others_work_is_moved_after_a_yes(open_session: Open) -> None:
    amal, badr = open_session("amal"), open_session("badr")
    mark(badr, "وصلت")
    with pytest.raises(UnconfirmedError, match="somebody else has worked here") as caught:
        amal.do("split", at=AT)
    # Neither who nor what: nobody sees others' work before deciding.
    assert "badr" not in str(caught.value)
    assert caught.value.subject is None
    assert len(words(amal)) == 4
    assert caught.value.hint
    reply = amal.do("split", at=AT, confirmed=True)
    assert reply.say == "Split in two. What others had said moved along."
    assert len(words(amal)) == 5


def test_who_has_the_article_open_sees_the_new_sentences_at_the_next_step(
    open_session: Open,
) -> None:
    amal, badr = open_session("amal"), open_session("badr")
    badr.do("goto", id="s2")
    amal.do("split", at=AT)
    reply = badr.do("flag")
    assert reply.opened
    assert badr.focus.sentence == "s2"
    assert badr.snapshot()["progress"]["position"] == 2
    assert badr.do("next").delta["progress"]["position"] == 4


def test_a_decision_on_a_sentence_that_is_no_more_is_refused(open_session: Open) -> None:
    amal, badr = open_session("amal"), open_session("badr")
    amal.do("split", at=AT)
    nack, snap = send(badr, "decide", status="done", nothing=True)
    assert (nack["error"]["kind"], nack["conflict"]) == ("ConflictError", None)
    assert len(snap["document"]["sentences"]) == 5
    assert badr.store.get_annotations("port", badr.layer) == {}
    assert badr.focus.sentence == snap["document"]["sentences"][0]["id"]


def test_positions_follow_a_split_in_an_earlier_article(open_session: Open) -> None:
    amal, badr = open_session("amal"), open_session("badr")
    badr.do("goto", id="late")
    amal.do("split", at=AT)
    assert badr.do("next").delta["progress"]["position"] == 6


def test_a_split_that_is_sent_again_is_done_once(session: Session) -> None:
    for _ in range(2):
        session.do("split", key="k1", at=AT)
    assert len(words(session)) == 5
    for _ in range(2):
        session.do("merge", key="k2")
    assert len(words(session)) == 4


def test_a_conflict_about_segments_is_answered(open_session: Open) -> None:
    amal, badr = open_session("amal"), open_session("badr")
    badr.sheet.reload = lambda: None  # type: ignore[method-assign]  # as if both pressed at once
    amal.do("segment", start=0, end=len(PORT), kind="headline")
    nack, snap = send(badr, "segment", start=0, end=len(PORT), kind="summary")
    assert (nack["error"]["kind"], nack["conflict"]) == ("ConflictError", None)
    assert snap["t"] == "snap"


def test_a_place_that_is_none_is_refused(session: Session) -> None:
    with pytest.raises(EditError):
        session.do("split", at=PORT.index("وصلت") + 2)
    with pytest.raises(ConflictError):
        session.store.split_sentence("port", "s1", AT, based_on=7, layer="gold", key="k")
