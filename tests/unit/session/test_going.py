"""Going anywhere by an id; searching; and the sources that are offered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.session.conftest import PORT
from workbench.errors import EditError, UsageError
from workbench.session import Session
from workbench.store import Store

Open = Callable[..., Session]


def hold(session: Session, claim: str, source: str) -> str:
    """Mark a claim and its source in the sentence in focus; return the attribution's id."""
    session.do("mark", role="claim", spans=session.find(claim))
    session.do("mark", role="source", spans=session.find(source))
    found = session.focus.attribution
    assert found is not None
    return found


def source_of(session: Session) -> dict[str, Any]:
    attribution = session.sheet.draft.attributions[session.focus.attribution or ""]
    words = [span.text for span in attribution.source.spans]
    kind, note = attribution.source.realization, attribution.note
    return {"words": words, "kind": kind, "note": note}


def test_a_claim_of_another_article_is_gone_to_by_its_id(session: Session) -> None:
    attribution = hold(session, "وصلت", "وكالة المرفأ")
    claim = session.focus.card
    session.do("goto", id="late")
    reply = session.do("goto", id=attribution)
    assert (reply.opened, session.sheet.id) == (True, "port")
    assert (session.focus.card, session.focus.attribution) == (claim, attribution)
    assert reply.delta["ui"]["attribution"] == attribution
    session.do("goto", id="late")
    session.do("goto", id=claim)
    assert (session.focus.sentence, session.focus.card) == ("s1", claim)


def test_an_id_that_several_articles_have_is_meant_in_this_one_or_in_a_named_one(
    session: Session, store: Store
) -> None:
    session.do("goto", id="s2")
    assert (session.sheet.id, session.focus.sentence) == ("port", "s2")
    session.do("goto", id="s2", document="late")
    assert (session.sheet.id, session.focus.sentence) == ("late", "s2")
    with pytest.raises(EditError, match="got 's3'") as caught:
        session.do("goto", id="s3", document="late")
    assert caught.value.subject == "s3"
    assert store.documents_with("s2") == ("late", "port")


@pytest.mark.parametrize("wrong", ["", "nothing", "%", "a_", 'x"', "\0"])
def test_an_id_that_is_nowhere_is_said(session: Session, wrong: str) -> None:
    hold(session, "وصلت", "وكالة المرفأ")
    with pytest.raises(EditError, match="Expected an id"):
        session.do("goto", id=wrong)


def test_what_others_said_is_not_gone_to(open_session: Open) -> None:
    amal, badr = open_session("amal"), open_session("badr")
    attribution = hold(badr, "وصلت", "وكالة المرفأ")
    with pytest.raises(EditError):
        amal.do("goto", id=attribution)


def test_a_search_lists_this_article_and_the_others(session: Session) -> None:
    answer = session.handle(
        {"t": "ask", "view": "v", "key": "k", "name": "search", "args": {"query": "العاصفة"}}
    )
    (only,) = answer
    assert (only["t"], only["view"], only["key"], only["error"]) == ("answer", "v", "k", None)
    assert [hit["sentence"] for hit in only["result"]["here"]] == ["s2"]
    assert [(hit["document"], hit["position"]) for hit in only["result"]["project"]] == [
        ("late", 5)
    ]
    assert [span["text"] for span in only["result"]["here"][0]["spans"]] == ["العاصفة"]


def test_a_question_that_cannot_be_answered_is_answered(session: Session) -> None:
    with pytest.raises(UsageError):
        session.ask("weather")
    message = {"t": "ask", "view": "v", "key": "k", "name": "search", "args": {"query": "؟"}}
    (only,) = session.handle(message)
    assert (only["result"], only["error"]["kind"]) == (None, "UsageError")


def test_sources_of_this_article_are_offered_first_then_those_of_the_project(
    session: Session,
) -> None:
    agency = hold(session, "وصلت", "وكالة المرفأ")
    hold(session, "رفض", "القصر")
    session.do("goto", id="late")
    session.do("goto", id="s2", document="late")
    hold(session, "تصل", "العاصفة")
    offered = session.ask("sources")["sources"]
    assert [(each["name"], each["item"] is not None) for each in offered] == [
        ("العاصفة", True),
        ("القصر", False),
        ("وكالة المرفأ", False),
    ]
    session.do("goto", id="port")
    assert session.ask("sources", text="وكاله")["sources"] == [
        {"name": "وكالة المرفأ", "count": 1, "item": agency}
    ]


def test_a_name_that_stands_in_the_sentence_becomes_the_source(session: Session) -> None:
    session.do("mark", role="claim", spans=session.find("وصلت"))
    session.do("name_source", text="وزاره البحر")
    assert source_of(session) == {"words": ["وزارة البحر"], "kind": "explicit", "note": None}


def test_a_name_from_before_is_understood_and_kept_with_the_source(session: Session) -> None:
    agency = hold(session, "وصلت", "وكالة المرفأ")
    session.do("goto", id="s2")
    session.do("mark", role="claim", spans=session.find("تصل"))
    session.do("name_source", text="وكالة المرفأ", id=agency)
    assert source_of(session) == {"words": [], "kind": "pro_drop", "note": "وكالة المرفأ"}
    session.do("name_source", text="القصر")
    assert source_of(session)["note"] == "وكالة المرفأ\nالقصر"
    session.do("undo")
    assert source_of(session)["note"] == "وكالة المرفأ"


def test_entities_that_are_known_are_taken_over(session: Session) -> None:
    agency = hold(session, "وصلت", "وكالة المرفأ")
    draft = session.sheet.draft.fork()
    source = draft.attributions[agency].source
    draft.update(agency, source=type(source)(source.spans, "explicit", ("e1",)))
    session.sheet.save("k1", "import", draft.changes(), None)
    session.do("goto", id="s2")
    session.do("mark", role="claim", spans=session.find("تصل"))
    session.do("source_kind", realization="implicit")
    session.do("name_source", text="وكالة المرفأ", id=agency)
    attribution = session.sheet.draft.attributions[session.focus.attribution or ""]
    assert attribution.source.entities == ("e1",)
    assert (attribution.source.realization, attribution.note) == ("implicit", None)


def test_a_name_needs_letters_and_a_claim(session: Session) -> None:
    with pytest.raises(EditError, match="a claim in focus"):
        session.do("name_source", text="القصر")
    session.do("mark", role="claim", spans=session.find("وصلت"))
    with pytest.raises(EditError, match="the name of a source"):
        session.do("name_source", text="  ")
    # A part of a word is not the name.
    session.do("name_source", text="المرف")
    assert source_of(session)["kind"] == "pro_drop"
    assert "المرف" in PORT
