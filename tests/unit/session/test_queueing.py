"""Each person walks their own queue, reads around it, and sees nothing that others have said."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from workbench.errors import EditError, UsageError, WithdrawnError
from workbench.session import Session, SuggestionPlan
from workbench.store import Store

Open = Callable[[str], Session]
SECRET = "badr-was-here"


def give(store: Store, **sentences: list[str]) -> None:
    """Give sentences, as ``document.sentence``, to people by name."""
    spots = {f"{each.document}.{each.sentence}": each.spot for each in store.readings()}
    store.assign(
        {
            f"annotator:{store.ensure_person(name).pseudonym}": {
                spots[each]: "single" for each in listed
            }
            for name, listed in sentences.items()
        },
        settings="{}",
        sha256="0" * 64,
    )


@pytest.fixture
def names(open_session: Open) -> list[str]:
    """Give the names of the sentences to decide, in order, as ``document.sentence``."""
    return [f"{each.document}.{each.sentence}" for each in open_session("amal").store.readings()]


def where(session: Session) -> str:
    return f"{session.sheet.id}.{session.focus.sentence}"


def test_steps_go_through_what_one_was_given(open_session: Open, names: list[str]) -> None:
    session = open_session("amal")
    mine = [names[1], names[3], names[-1]]
    give(session.store, amal=mine)
    session.do("goto", id=names[1].split(".", 1)[1])
    seen = [where(session)]
    for _ in range(2):
        session.do("next")
        seen.append(where(session))
    assert seen == mine
    session.do("decide", status="done", nothing=True, advance=True)
    assert where(session) == mine[0]  # what is left lies on the other side
    session.do("previous_open")
    assert where(session) == mine[1]


def test_progress_counts_what_one_was_given(open_session: Open, names: list[str]) -> None:
    session = open_session("amal")
    give(session.store, amal=names[:2])
    session.do("decide", status="done", nothing=True)
    progress = session.snapshot()["progress"]
    assert (progress["to_decide"], progress["done"]) == (2, 1)


def test_one_begins_with_ones_own_sentence(open_session: Open, names: list[str]) -> None:
    store = open_session("amal").store
    give(store, badr=[names[2]])
    assert where(open_session("badr")) == names[2]


def test_the_sentences_around_are_read_and_not_decided(
    open_session: Open, names: list[str]
) -> None:
    session = open_session("amal")
    give(session.store, amal=[names[0]])
    given = {each["id"]: each["given"] for each in session.snapshot()["document"]["sentences"]}
    assert [name for name, mine in given.items() if mine] == [names[0].split(".", 1)[1]]
    session.do("goto", id=names[1].split(".", 1)[1])
    for name, args in (("decide", {"status": "skipped"}), ("flag", {}), ("comment", {"text": "?"})):
        with pytest.raises(EditError, match="given to others"):
            session.do(name, **args)  # type: ignore[arg-type]
    text = session.sheet.stored.document.text
    ref = session.sheet.ref(session.focus.sentence)
    word = text[ref.start : ref.end].split()[0]
    session.do("mark", role="claim", spans=session.find(word))  # a claim lies where it lies
    assert session.sheet.draft.claims


def test_an_article_of_others_is_not_gone_to(open_session: Open, names: list[str]) -> None:
    session = open_session("amal")
    here = [each for each in names if each.startswith(f"{session.sheet.id}.")]
    other = next(each for each in names if each not in here)
    give(session.store, amal=here, badr=[other])
    document, sentence = other.split(".", 1)
    position = session.store.find_sentence(document, sentence).position
    places: tuple[dict[str, Any], ...] = ({"position": position}, {"id": document})
    for args in places:
        with pytest.raises(EditError, match="given to others"):
            session.do("goto", **args)
    assert where(session) in here


def test_who_was_given_nothing_is_told_so(open_session: Open, names: list[str]) -> None:
    give(open_session("amal").store, amal=names)
    session = open_session("badr")
    snapshot = session.snapshot()
    assert (snapshot["document"], snapshot["empty"]) == (None, "queue")
    with pytest.raises(UsageError):
        session.do("next")


def test_an_article_that_is_withdrawn_makes_room_for_another(
    open_session: Open, names: list[str]
) -> None:
    session = open_session("amal")
    first = session.sheet.id
    session.store.withdraw("document", first, by="badr", reason="asked for it")
    with pytest.raises(WithdrawnError, match="withdrawn"):
        session.do("decide", status="done", nothing=True)
    assert session.sheet.id != first
    session.do("decide", status="done", nothing=True)
    with pytest.raises(WithdrawnError):
        session.do("goto", id=names[0].split(".", 1)[1], document=first)


# ---------------------------------------------------------------- no sight of others


@pytest.fixture
def pair(open_session: Open) -> tuple[Session, Session]:
    """Give two sessions in one article, in which Badr has said things that Amal is not to see."""
    amal, badr = open_session("amal"), open_session("badr")
    word = badr.sheet.stored.document.text.split()[0]
    badr.do("mark", role="claim", spans=badr.find(word))
    badr.do("mark", role="source", spans=badr.find(word))
    badr.do("note", text=SECRET)
    badr.do("comment", text=SECRET)
    return amal, badr


def test_nothing_of_others_is_in_what_a_view_is_told(pair: tuple[Session, Session]) -> None:
    amal, badr = pair
    for told in (amal.snapshot(), amal.do("next").delta, amal.do("previous").delta):
        assert SECRET not in json.dumps(told)
    assert amal.snapshot()["annotations"] == {}
    assert amal.snapshot()["suggestions"] in ({}, None)
    assert badr.snapshot()["annotations"] != {}


@pytest.mark.parametrize(
    ("question", "args"),
    [("sources", {"text": ""}), ("search", {"query": "badr"}), ("search", {"query": SECRET})],
)
def test_questions_know_nothing_of_others(
    pair: tuple[Session, Session], question: str, args: dict[str, Any]
) -> None:
    amal, badr = pair
    answer = json.dumps(amal.ask(question, **args))
    assert "badr" not in answer.replace(json.dumps(args.get("query", "")), "")
    if question == "sources":
        assert amal.ask(question, **args)["sources"] == []
        assert badr.ask(question, **args)["sources"] != []


def test_ids_of_others_lead_nowhere(pair: tuple[Session, Session]) -> None:
    amal, badr = pair
    for item in (*badr.sheet.draft.claims, *badr.sheet.draft.attributions):
        with pytest.raises(EditError):
            amal.do("goto", id=item)


@pytest.mark.parametrize("source", ["annotator:a02", "annotator:*", "gold"])
def test_others_are_never_a_source_of_suggestions(source: str) -> None:
    with pytest.raises(UsageError, match="layer of suggestions"):
        SuggestionPlan((source,))


def test_a_splits_question_tells_neither_who_nor_what(pair: tuple[Session, Session]) -> None:
    amal, _ = pair
    text = amal.sheet.stored.document.text
    at = text.index(" ", amal.sheet.ref(amal.focus.sentence).start) + 1
    answers = amal.handle(
        {"t": "op", "view": "v", "key": "k", "op": "split", "args": {"at": at}, "session": amal.id}
    )
    assert SECRET not in json.dumps(answers)
    assert "badr" not in json.dumps([{**each, "project": None} for each in answers])
