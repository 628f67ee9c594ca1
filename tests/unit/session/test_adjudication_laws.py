"""Laws of the adjudicating session: what is taken back is as it was, and gold is what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.session.conftest import PORT, QUIET, STORM, make_document
from workbench.errors import EditError
from workbench.scheme import load_scheme
from workbench.session import AdjudicationPlan, Session
from workbench.store import ProjectInfo, Store, create_store

SCHEME = load_scheme("claims-sources-stances")
QUOTES = ("نحو 40 سفينة 🚢 وصلت", "إن نحو 40 سفينة 🚢 وصلت")
SOURCES = ("مسؤول لم تسمه", "وكالة المرفأ")
STANCES = ("affirm", "deny", "doubt")


@contextmanager
def make_store() -> Iterator[Store]:
    info = ProjectInfo("0" * 32, "harbour", SCHEME.name, SCHEME.version, "1.0", ())
    with (
        TemporaryDirectory() as folder,
        create_store(Path(folder) / "store.sqlite", info) as store,
    ):
        list(store.add_documents([make_document("port", PORT, STORM, QUIET)]))
        yield store


@st.composite
def answers(draw: st.DrawFn) -> list[tuple[str, str, str] | None]:
    """What each of two or three people say of the first sentence: nothing, or a claim."""
    answer = st.tuples(*(st.sampled_from(each) for each in (QUOTES, SOURCES, STANCES)))
    return draw(st.lists(st.none() | answer, min_size=2, max_size=3))


def annotate(session: Session, answer: tuple[str, str, str] | None) -> None:
    session.do("goto", position=0)
    if answer is not None:
        quote, source, stance = answer
        session.do("mark", role="claim", spans=session.find(quote))
        session.do("fill", spans=session.find(source))
        session.do("stance", value=stance)
    session.do("decide", status="done", nothing=answer is None)


STEPS = ("choose 1", "choose 2", "gap", "remark", "nothing", "doubt", "mark", "delete", "done")


def step(session: Session, name: str) -> None:
    """Do one thing, as far as it can be done."""
    calls: dict[str, Callable[[], object]] = {
        "choose 1": lambda: session.do("choose", version=1),
        "choose 2": lambda: session.do("choose", version=2),
        "gap": lambda: session.do("gap"),
        "remark": lambda: session.do("remark", text="It only relays."),
        "nothing": lambda: session.do("nothing"),
        "doubt": lambda: session.do("stance", value="doubt", attribution=_first(session)),
        "mark": lambda: session.do("mark", role="claim", spans=session.find("40 سفينة")),
        "delete": lambda: session.do("delete", id=_first(session)),
        "done": lambda: session.do("decide", status="done"),
    }
    calls[name]()


def _first(session: Session) -> str:
    found = session.snapshot()["annotations"].get("s1", {}).get("attributions", [])
    return str(found[0]["id"]) if found else "none"


def look(session: Session) -> Any:
    """What is shown: gold without the numbers of its revisions, and the differences."""
    snapshot = session.snapshot()
    gold = {
        sentence: {name: value for name, value in each.items() if name != "revision"}
        for sentence, each in snapshot["annotations"].items()
    }
    empty = {"claims": [], "attributions": [], "status": "open", "flagged": False, "comment": None}
    said = {sentence: each for sentence, each in gold.items() if each != empty}
    return said, snapshot["adjudication"]["cases"]


@settings(max_examples=25)
@given(answers(), st.lists(st.sampled_from(STEPS), max_size=6))
def test_undo_restores_the_state_exactly_and_redo_brings_it_back(
    said: list[Any], steps: list[str]
) -> None:
    with make_store() as store:
        for number, answer in enumerate(said):
            annotate(Session(store, SCHEME, f"person {number}"), answer)
        judge = Session(store, SCHEME, "noor", adjudication=AdjudicationPlan())
        judge.do("goto", position=0)
        seen = [look(judge)]
        for name in steps:
            try:
                step(judge, name)
            except EditError:
                continue
            if look(judge) != seen[-1] or store.undo_names("gold")[0] is not None:
                seen.append(look(judge))
        fresh = Session(store, SCHEME, "noor", adjudication=AdjudicationPlan())
        assert look(fresh) == look(judge)
        while store.undo_names("gold")[0] is not None:
            judge.do("undo")
        assert look(judge) == seen[0]
        while store.undo_names("gold")[1] is not None:
            judge.do("redo")
        assert look(judge) == seen[-1]
        assert store.check() == ()
