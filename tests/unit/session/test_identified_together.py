"""Two people's entities compared: as the register has them now, not by the ids that were chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from workbench.model import Entity, Name
from workbench.model.register import Add
from workbench.session import Session
from workbench.store import Store

Open = Callable[..., Session]
CLAIM = "نحو 40 سفينة 🚢 وصلت"


@pytest.fixture(autouse=True)
def _entities(store: Store) -> None:
    lines = [
        Entity(each, None, (Name(f"name of {each}", None),), "named", None, None) for each in "ab"
    ]
    store.change_register("k", [Add(each) for each in lines], by=None, based_on=0)


def annotate(session: Session, entity: str) -> None:
    session.do("mark", role="claim", spans=session.find(CLAIM))
    session.do("fill", spans=session.find("مسؤول لم تسمه"))
    session.do("stance", value="affirm")
    session.do("entities", ids=[entity])
    session.do("decide", status="done")


def fields(session: Session) -> list[str]:
    cases = session.snapshot()["adjudication"]["cases"]
    units: list[dict[str, Any]] = cases["s1"]["units"]
    return [each["field"] for unit in units for each in unit["differences"]]


def chosen(session: Session) -> tuple[str, ...]:
    (attribution,) = session.sheet.draft.attributions.values()
    return attribution.source.entities


def test_entities_that_were_merged_are_no_difference(
    open_session: Open, open_adjudication: Open
) -> None:
    amal, bilal = open_session(), open_session("bilal")
    annotate(amal, "a")
    annotate(bilal, "b")
    judge = open_adjudication()
    assert fields(judge) == ["entities"]
    amal.do("entity_merge", into="a", ids=["b"])
    again = open_adjudication()
    assert fields(again) == []
    assert chosen(again) == ("a",)
    again.do("decide", status="done")
    assert amal.snapshot()["outcome"]["s1"]["items"][1]["verdict"] == "taken"
    bilal_sees = open_session("bilal").snapshot()["outcome"]["s1"]["items"]
    assert {each["verdict"] for each in bilal_sees} == {"taken"}


def test_a_difference_of_entities_is_settled_by_one_choice(
    open_session: Open, open_adjudication: Open
) -> None:
    annotate(open_session(), "a")
    annotate(open_session("bilal"), "b")
    judge = open_adjudication()
    judge.do("choose", version=2)
    assert chosen(judge) == ("b",)
    (unit,) = judge.snapshot()["adjudication"]["cases"]["s1"]["units"]
    versions = unit["differences"][0]["versions"]
    assert [each["words"] for each in versions] == [
        "\u2068name of a\u2069",
        "\u2068name of b\u2069",
    ]
    assert judge.snapshot()["adjudication"]["cases"]["s1"]["outcome"] == "settled"
