"""Candidates of a claim: ranked by what is said now, from one index that all sessions share."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.unit.session.conftest import make_document
from workbench.errors import StoreError
from workbench.scheme import load_scheme
from workbench.session import Session, candidates
from workbench.session.candidates import find_candidates, find_index
from workbench.store import ProjectInfo, Store, create_store, open_store

INFO = ProjectInfo("2" * 32, "harbour", "claims-sources-stances", "1.0", "1.0")
LINES = {
    "east": "قالت الوكالة إن 12 ألف مهندس كالدوري وصلوا إلى مرفأ سارلوند.",
    "west": "ونفت الوزارة وصول اثني عشر ألف مهندس من كالدورا إلى ميناء سارلوند.",
    "north": "وقال الناطق إن المنارة القديمة أغلقت بسبب العاصفة.",
    "south": "وأفاد المرصد بأن جسر غورنفال انهار فجرا.",
}
CLAIMS = {
    "east": "إن 12 ألف مهندس كالدوري وصلوا إلى مرفأ سارلوند",
    "west": "وصول اثني عشر ألف مهندس من كالدورا إلى ميناء سارلوند",
    "north": "إن المنارة القديمة أغلقت بسبب العاصفة",
    "south": "بأن جسر غورنفال انهار فجرا",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_store(tmp_path / "project.sqlite", INFO) as store:
        list(store.add_documents(make_document(name, line) for name, line in LINES.items()))
        yield store


@pytest.fixture
def mark(store: Store) -> Callable[..., str]:
    def mark(name: str, annotator: str = "amal", words: str | None = None) -> str:
        session = open_session(store, annotator)
        session.do("goto", id=name)
        session.do("mark", role="claim", spans=session.find(words or CLAIMS[name]))
        return str(session.snapshot()["ui"]["card"])

    return mark


def open_session(store: Store, annotator: str = "amal") -> Session:
    return Session(store, load_scheme("claims-sources-stances"), annotator)


def ask(store: Store, name: str, claim: str, annotator: str = "amal", **more: Any) -> list[str]:
    """Return the articles of the candidates that a view is told."""
    session = open_session(store, annotator)
    session.do("goto", id=name)
    told = session.ask("candidates", id=claim, **more)
    return [each["document"] for each in told["candidates"]]


def test_who_denies_comes_first_and_the_open_article_never(
    store: Store, mark: Callable[..., str]
) -> None:
    own = {name: mark(name) for name in LINES}
    mark("east", words="مهندس كالدوري")
    assert ask(store, "east", own["east"])[0] == "west"
    assert ask(store, "west", own["west"])[:2] == ["east", "east"]
    assert "east" not in ask(store, "east", own["east"], count=50)
    assert ask(store, "east", own["east"], count=0) == []


def test_only_claims_of_the_own_layer_are_candidates(
    store: Store, mark: Callable[..., str]
) -> None:
    own = mark("east")
    mark("west", "badr")
    assert ask(store, "east", own) == []
    theirs = mark("east", "badr")
    assert ask(store, "east", theirs, "badr") == ["west"]


def test_each_question_sees_what_was_said_meanwhile(
    store: Store, mark: Callable[..., str], tmp_path: Path
) -> None:
    own = mark("east")
    assert ask(store, "east", own) == []
    west = mark("west")
    assert ask(store, "east", own) == ["west"]
    session = open_session(store)
    session.do("goto", id="west")
    session.do("undo")
    assert ask(store, "east", own) == []
    session.do("redo")
    assert ask(store, "east", own) == ["west"]
    with open_store(tmp_path / "project.sqlite") as elsewhere:  # as another process has it
        other = open_session(elsewhere)
        other.do("goto", id=west, document="west")
        other.do("delete", id=west)
    assert ask(store, "east", own) == []


def test_a_withdrawn_article_has_no_candidates(store: Store, mark: Callable[..., str]) -> None:
    own = mark("east")
    mark("west")
    assert ask(store, "east", own) == ["west"]
    store.withdraw("document", "west", by="amal", reason="asked for")
    assert ask(store, "east", own) == []
    store.take_back("document", "west", by="amal", reason="a mistake")
    assert ask(store, "east", own) == ["west"]


def test_a_claim_that_is_gone_has_none(store: Store, mark: Callable[..., str]) -> None:
    mark("west")
    assert find_candidates(store, "annotator:a01", "east", "c.none", 5) == []
    assert find_candidates(store, "annotator:a99", "east", "c.none", 5) == []


def test_sessions_share_one_index_and_it_goes_with_its_store(
    tmp_path: Path, store: Store, mark: Callable[..., str]
) -> None:
    own = mark("east")
    shared = find_index(store, "annotator:a01")
    assert find_index(store, "annotator:a01") is shared
    assert find_index(store, "gold") is not shared
    gc.collect()  # stores of other tests
    known = len(candidates._INDEXES)
    with create_store(tmp_path / "other.sqlite", INFO) as other:
        find_candidates(other, "gold", "east", own, 5)
        assert len(candidates._INDEXES) == known + 1
    del other
    gc.collect()
    assert len(candidates._INDEXES) == known


def test_many_may_ask_at_once(store: Store, mark: Callable[..., str]) -> None:
    own = {name: mark(name) for name in LINES}
    answers: list[list[Any]] = []

    def ask_often() -> None:
        asked = (store, "annotator:a01", "east", own["east"], 1)
        answers.extend(find_candidates(*asked) for _ in range(20))

    threads = [threading.Thread(target=ask_often) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 80
    assert {answer[0][0].document for answer in answers} == {"west"}


def test_words_that_are_typed_find_claims_of_any_article_but_the_one_in_focus(
    store: Store, mark: Callable[..., str]
) -> None:
    own = mark("east")
    mark("east", words="مهندس كالدوري")
    mark("north")
    mark("south")
    assert ask(store, "east", own, words="انهيار جسر غورنفال")[0] == "south"
    assert ask(store, "east", own, words="مهندس كالدوري", count=1) == ["east"]


def test_a_large_layer_is_prepared_beside_the_questions(
    store: Store, mark: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {name: mark(name) for name in ("east", "west")}
    go_on, read = threading.Event(), Store.changed_claims

    def read_late(*args: Any) -> Any:
        go_on.wait()
        return read(*args)

    monkeypatch.setattr(candidates, "LARGE", 2)
    monkeypatch.setattr(Store, "changed_claims", read_late)
    session = open_session(store)
    session.do("goto", id="east")
    session.do("link", id=own["east"], document="west", claim=own["west"], relation="updates")
    for _ in range(2):  # nobody waits, whoever asks; what was said is told all the same
        told = session.ask("candidates", id=own["east"])
        assert (told["preparing"], told["candidates"]) == (True, [])
        assert [each["document"] for each in told["linked"]] == ["west"]
    builder = find_index(store, "annotator:a01")._builder
    assert builder is not None
    go_on.set()
    builder.join()
    told = session.ask("candidates", id=own["east"])
    assert not told["preparing"]
    assert [each["document"] for each in told["candidates"]] == ["west"]


def test_a_small_layer_is_asked_at_once(
    store: Store, mark: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "LARGE", 3)
    own = {name: mark(name) for name in ("east", "west")}
    assert ask(store, "east", own["east"]) == ["west"]
    assert find_index(store, "annotator:a01")._builder is None


def test_what_failed_beside_the_questions_is_told_by_the_next_one(
    store: Store, mark: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {name: mark(name) for name in ("east", "west")}

    def fail(*_: Any) -> Any:
        raise StoreError("Expected a file, got none.")

    monkeypatch.setattr(candidates, "LARGE", 2)
    with monkeypatch.context() as broken:
        broken.setattr(Store, "changed_claims", fail)
        session = open_session(store)
        session.do("goto", id="east")
        assert session.ask("candidates", id=own["east"])["preparing"]
        builder = find_index(store, "annotator:a01")._builder
        assert builder is not None
        builder.join()
        with pytest.raises(StoreError, match="got none"):
            session.ask("candidates", id=own["east"])
    assert ask(store, "east", own["east"]) == ["west"]
