"""Who the sources are, while annotating: proposed from their words, never set by itself."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.errors import ConflictError, EditError
from workbench.model import Entity, Name
from workbench.scheme import load_scheme
from workbench.session import Session
from workbench.store import ProjectInfo, Store, create_store

TEXT_ONE = "قالت وزارة النقل إن الجسر سيفتح. ونفى مسؤول في الوزارة أن يتأخر."
TEXT_TWO = "أعلنت وزارة النقل في الجزيرة أن العبّارة عادت. وقال مسؤول إنها آمنة."
MINISTRY = "ent:ministry"
BASE = {
    MINISTRY: Entity(MINISTRY, "organization", (Name("وزارة النقل", "ar"),), "named", None, None)
}


@pytest.fixture
def store(tmp_path: Any) -> Store:
    from workbench.ingest import Article, build_document

    info = ProjectInfo("0" * 32, "n", "claims-sources-stances", "1.0")
    store = create_store(tmp_path / "store.sqlite", info)
    articles = [
        build_document(Article(text=text, id=name, language="ar", path=tmp_path))
        for name, text in (("one", TEXT_ONE), ("two", TEXT_TWO))
    ]
    list(store.add_documents(articles))
    return store


def open_session(store: Store, name: str = "amal") -> Session:
    return Session(store, load_scheme("claims-sources-stances"), name, entities=BASE)


def say(session: Session, claim: str, source: str | None = None) -> str:
    """Mark a claim and its source in the sentence in focus, and return the attribution."""
    session.do("mark", role="claim", spans=session.find(claim))
    if source is None:
        session.do("source_kind", realization="pro_drop")
    else:
        session.do("fill", spans=session.find(source))
    attribution = session.focus.attribution
    assert attribution is not None
    return attribution


def part(session: Session, attribution: str) -> dict[str, list[str]]:
    sources: dict[str, dict[str, list[str]]] = session.snapshot()["entities"]["sources"]
    return sources[attribution]


def test_an_entity_is_proposed_from_the_words_and_set_only_when_taken(store: Store) -> None:
    session = open_session(store)
    said = say(session, "الجسر سيفتح", "وزارة النقل")
    assert part(session, said) == {"chosen": [], "proposed": [MINISTRY]}
    assert session.sheet.draft.attribution(said).source.entities == ()
    reply = session.do("entities", ids=[MINISTRY])
    assert "وزارة النقل" in (reply.say or "")
    assert part(session, said) == {"chosen": [MINISTRY], "proposed": []}
    session.do("undo")
    assert part(session, said)["chosen"] == []


def test_a_name_within_the_words_is_proposed_too(store: Store) -> None:
    session = open_session(store)
    session.do("goto", id="two")
    said = say(session, "العبّارة عادت", "وزارة النقل في الجزيرة")
    assert part(session, said)["proposed"] == [MINISTRY]


def test_who_is_new_is_made_and_taken_in_one_step_and_offered_again(store: Store) -> None:
    session = open_session(store)
    session.do("next")
    said = say(session, "يتأخر", "مسؤول")
    fields = {"names": ["مسؤول"], "kind": "person", "anonymity": "anonymous"}
    session.do("entity_add", fields=fields, key="once")
    session.do("entity_add", fields=fields, key="once")  # the answer was lost on the way
    (new,) = part(session, said)["chosen"]
    assert len(store.register()) == 1
    again = say(session, "أن يتأخر", "مسؤول")
    assert part(session, again)["proposed"] == [new]


def test_an_anonymous_one_is_never_offered_in_another_article(store: Store) -> None:
    session = open_session(store)
    session.do("next")
    say(session, "يتأخر", "مسؤول")
    fields = {"names": ["مسؤول"], "kind": "person", "anonymity": "anonymous"}
    session.do("entity_add", fields=fields)
    session.do("goto", id="two")
    session.do("next")
    said = say(session, "آمنة", "مسؤول")
    assert part(session, said)["proposed"] == []
    assert session.ask("entities", text="مسؤول")["found"] == []
    assert [each["id"] for each in session.ask("register")["entities"]][:1] != []


def test_a_subject_understood_from_before_is_who_spoke_last(store: Store) -> None:
    session = open_session(store)
    say(session, "الجسر سيفتح", "وزارة النقل")
    session.do("entities", ids=[MINISTRY])
    session.do("next")
    assert part(session, say(session, "يتأخر"))["proposed"] == [MINISTRY]


def test_two_people_merge_and_undo_without_rewriting_what_was_chosen(store: Store) -> None:
    amal, bilal = open_session(store), open_session(store, "bilal")
    said = say(amal, "الجسر سيفتح", "وزارة النقل")
    amal.do("entity_add", fields={"names": ["النقل"], "kind": "organization"}, id=said)
    (new,) = part(amal, said)["chosen"]
    number = amal.snapshot()["entities"]["number"]
    bilal.do("entity_merge", into=MINISTRY, ids=[new], based_on=number)
    assert part(amal, said)["chosen"] == [MINISTRY]
    assert amal.sheet.draft.attribution(said).source.entities == (new,)
    with pytest.raises(ConflictError):
        amal.do("entity_edit", entity=MINISTRY, fields={"note": "n"}, based_on=number)
    (merge,) = [each for each in bilal.ask("register")["history"] if each["kind"] == "merge"]
    assert (merge["by"], merge["undoable"], merge["stands"]) == ("bilal", True, True)
    bilal.do("entity_undo", number=merge["number"])
    assert part(amal, said)["chosen"] == [new]


def test_nothing_of_a_new_entity_is_kept_where_the_annotation_cannot_be(store: Store) -> None:
    session = open_session(store)
    with pytest.raises(EditError):
        session.do("entity_add", fields={"names": ["أحد"]})  # no attribution is in focus
    assert store.register() == ()
    assert session.snapshot()["entities"]["number"] == 0


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("entities", {"ids": ["no id"]}),
        ("entities", {"ids": "ent:x"}),
        ("entity_add", {"fields": {"id": "x", "names": ["n"]}}),
        ("entity_add", {"fields": {"names": [{"words": "n"}]}}),
        ("entity_add", {"fields": {"names": 7}}),
        ("entity_edit", {"entity": "x", "fields": {"names": ["y"]}}),
        ("entity_merge", {"into": MINISTRY, "ids": [MINISTRY]}),
        ("entity_undo", {"number": 3}),
    ],
)
def test_what_a_broken_view_sends_is_refused(store: Store, name: str, args: dict[str, Any]) -> None:
    session = open_session(store)
    say(session, "الجسر سيفتح", "وزارة النقل")
    (answer,) = session.handle(
        {"t": "do", "view": "v", "key": "k", "name": name, "args": args, "language": "ar"}
    )
    assert answer["t"] == "nack"
    assert answer["error"]["kind"] == "EditError"
    assert store.register() == ()


def test_saying_who_a_source_is_voids_no_decision(store: Store) -> None:
    session = open_session(store)
    say(session, "الجسر سيفتح", "وزارة النقل")
    session.do("stance", value="affirm")
    session.do("decide", status="done")
    (said,) = session.snapshot()["entities"]["sources"]
    session.do("entities", ids=[MINISTRY], id=said)
    assert session.sheet.draft.decision(session.focus.sentence).status == "done"
