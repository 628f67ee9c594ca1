"""Figures and dates of claims: proposed by rules, confirmed by a person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.page_fixture import make_document
from workbench.errors import EditError
from workbench.model import Claim
from workbench.scheme import load_scheme
from workbench.session import Session
from workbench.store import ProjectInfo, create_store

FEATURES = ("claim_type", "figure", "date")
CLAIM = "إن نحو ألفي طن وصلت في يونيو الماضي"
OTHER = "وصلت السفينة"
ARTICLE = [
    ("headline", "قمح سارلند"),
    ("body", f"قالت وزارة البحر {CLAIM}."),
    ("body", f"{OTHER}."),
]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Return a session whose claim in focus states a figure and a date."""
    info = ProjectInfo("0" * 32, "harbour", "claims-sources-stances", "1.1", "1.0", FEATURES)
    with create_store(tmp_path / "workbench.sqlite", info) as store:
        for _ in store.add_documents([make_document("port", ARTICLE, published="2031-10-23")]):
            pass
        scheme = load_scheme(version="1.1").with_features(FEATURES)
        session = Session(store, scheme, "amal")
        session.do("goto", id="port-s1")
        session.do("mark", role="claim", spans=session.find(CLAIM))
        session.do("writer")
        yield session


def claim(session: Session) -> Claim:
    """The claim in focus."""
    return session.sheet.draft.claims[session.focus.card or ""]


def proposed(session: Session) -> Any:
    return session.snapshot()["proposed"].get(claim(session).id)


def test_what_the_words_state_is_proposed_and_not_set(session: Session) -> None:
    assert proposed(session) == {"figure": "~2000 tonne", "date": "2031-06"}
    assert claim(session).features == {"claim_type": None, "figure": None, "date": None}


def test_confirming_is_one_operation(session: Session) -> None:
    reply = session.do("confirm", values=proposed(session))
    assert claim(session).features == {
        "claim_type": None, "figure": "~2000 tonne", "date": "2031-06",
    }  # fmt: skip
    assert reply.delta["proposed"] == {}
    assert reply.say == "The figure or date was confirmed."
    session.do("undo")
    assert proposed(session) == {"figure": "~2000 tonne", "date": "2031-06"}


def test_a_message_of_the_widget_may_set_a_feature(session: Session) -> None:
    operation = {"name": "feature", "args": {"name": "figure", "value": " 45% ;part 6"}}
    message = {"t": "do", "view": "v", "key": "1" * 32, "active_s": None, "language": "en"}
    (answer, *_) = session.handle({**message, **operation})
    assert answer["t"] == "ack", answer
    assert claim(session).features["figure"] == "45 %; part 6"
    session.do("feature", name="figure", value=" ")
    assert claim(session).features["figure"] is None


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("figure", "2,000 tonnes", "Expected a figure such as"),
        ("date", "June 2031", "Expected a date in EDTF"),
        ("claim_type", "rumour", "Expected one of event"),
        ("weight", "5", "Expected a feature of the scheme"),
    ],
)
def test_another_form_is_refused(session: Session, name: str, value: str, message: str) -> None:
    with pytest.raises(EditError, match=message):
        session.do("feature", name=name, value=value)
    with pytest.raises(EditError, match=message):
        session.do("confirm", values={name: value})
    assert claim(session).features[name] if name == "none" else proposed(session)


def test_a_date_is_resolved_against_the_segment_of_its_own(session: Session) -> None:
    session.do("date", published="2032-05-01")
    assert proposed(session)["date"] == "2031-06"
    session.do("date", published="2032-08-01")
    assert proposed(session)["date"] == "2032-06"


def test_without_typed_features_nothing_is_told(tmp_path: Path) -> None:
    info = ProjectInfo("0" * 32, "harbour", "claims-sources-stances", "1.0", "1.0", ())
    with create_store(tmp_path / "workbench.sqlite", info) as store:
        for _ in store.add_documents([make_document("port", ARTICLE)]):
            pass
        assert "proposed" not in Session(store, load_scheme(), "amal").snapshot()


def test_the_panel_says_what_cannot_both_be_true(session: Session) -> None:
    session.do("confirm", values=proposed(session))
    first = claim(session).id
    session.do("next")
    session.do("mark", role="claim", spans=session.find(OTHER))
    session.do("writer")
    session.do("confirm", values={"figure": "500 tonne", "date": "2031-06-03"})
    assert _conflicts(session) == [None]
    session.do("link", document="port", claim=first, relation="same")
    assert _conflicts(session) == ["500 tonne here and ~2000 tonne there cannot both be true."]


def _conflicts(session: Session) -> list[str | None]:
    found = session._list_candidates(words=CLAIM)
    others = [*found["candidates"], *found["linked"]]
    others += found["cluster"]["members"] if found["cluster"] else []
    return [each["conflict"] for each in others]
