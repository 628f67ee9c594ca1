"""What a view may ask the search for: typed filters, chosen ones, and what cannot be understood."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from workbench.session import Session

Open = Callable[..., Session]


def search(session: Session, query: str = "", **chosen: str) -> dict[str, Any]:
    return session.ask("search", query=query, **chosen)


def hold(session: Session, claim: str, source: str, stance: str) -> None:
    session.do("mark", role="claim", spans=session.find(claim))
    session.do("mark", role="source", spans=session.find(source))
    session.do("stance", value=stance)


@pytest.fixture
def working(session: Session) -> Session:
    session.do("goto", id="s1", document="port")
    hold(session, "نحو 40 سفينة 🚢 وصلت", "وكالة المرفأ", "affirm")
    hold(session, "التعليق", "القصر", "decline")
    session.do("goto", id="s2", document="late")
    return session


@pytest.mark.parametrize(
    ("query", "chosen"),
    [
        ("stance:affirm سفينة", {}),
        ("موقف:إثبات سفينة", {}),
        ("سفينة", {"stance": "affirm"}),
        ("role:claim source:المرفا", {}),
        ('دور:ادعاء مصدر:"وكاله المرفأ"', {}),
        ("", {"role": "claim", "source": "المرفأ"}),
        ("stance:affirm", {"stance": "affirm"}),
    ],
)
def test_filters_are_typed_or_chosen_in_either_language(
    working: Session, query: str, chosen: dict[str, str]
) -> None:
    answer = search(working, query, **chosen)
    assert (answer["problem"], answer["here"], answer["rest"]) == (None, [], None)
    (hit,) = answer["project"]
    assert (hit["document"], hit["role"]) == ("port", "claim")
    assert [each["stance"] for each in hit["holders"]] == ["affirm"]
    reply = working.do("goto", id=hit["item"], document=hit["document"])
    assert (reply.opened, working.focus.card) == (True, hit["item"])


@pytest.mark.parametrize(
    ("query", "word", "arabic"),
    [
        ("stance:dney", "dney", "الموقف"),
        ("role:verb", "verb", "المتوقع"),
        ("stanc:deny", "stanc", "مرشّح"),
        ("date:soon", "soon", "تاريخ"),
        ("source:", "source", "المصدر"),
        ("stance:deny موقف:إثبات", "stance", "أكثر"),
    ],
)
def test_what_is_not_understood_is_said_in_one_sentence(
    working: Session, query: str, word: str, arabic: str
) -> None:
    answer = search(working, query)
    assert (answer["here"], answer["project"]) == ([], [])
    assert word in answer["problem"]
    working.language = "ar"
    assert arabic in search(working, query)["problem"]


def test_words_with_a_colon_that_are_no_filter_are_words(working: Session) -> None:
    assert search(working, "وأضاف:")["problem"] is None
    assert [hit["sentence"] for hit in search(working, "وأضاف: أن")["here"]] == ["s2"]


def test_nobody_finds_what_others_said(working: Session, open_session: Open) -> None:
    other = open_session("noor")
    assert search(other, role="claim")["project"] == []
    assert search(other, role="claim")["here"] == []
