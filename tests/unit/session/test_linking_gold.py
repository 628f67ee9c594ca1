"""Links of several annotators made one: agreed ones taken over, the others settled."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from tests.unit.session.conftest import make_document
from workbench.errors import EditError
from workbench.model import ClaimRef, Relation
from workbench.resources import resource_path
from workbench.scheme import load_scheme
from workbench.session import (
    Adjudicating,
    AdjudicationPlan,
    Session,
    make_gold,
)
from workbench.session.provenance import iter_ruling_lines
from workbench.store import Action, Change, ProjectInfo, Store, create_store

SCHEME = load_scheme("claims-sources-stances")
NAMES = ("east", "west", "north", "south")
INFO = ProjectInfo("1" * 32, "harbour", "claims-sources-stances", "1.0", "1.0")

Claims = dict[str, ClaimRef]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_store(tmp_path / "linked.sqlite", INFO) as store:
        documents = [
            make_document(name, f"قالت البلدية إن {number} سفينة وصلت.", "ونفى الميناء ذلك.")
            for number, name in enumerate(NAMES, 40)
        ]
        assert all(added for _, added in store.add_documents(documents))
        yield store


def annotate(store: Store, person: str) -> Claims:
    """Mark and decide one claim in each article, and return where they are."""
    session, found = Session(store, SCHEME, person), {}
    for number, name in enumerate(NAMES, 40):
        session.do("goto", id=name)
        session.do("mark", role="claim", spans=session.find(f"إن {number} سفينة وصلت"))
        found[name] = ClaimRef(name, session.snapshot()["ui"]["card"])
        session.do("mark", role="source", spans=session.find("البلدية"))
        session.do("stance", value="affirm")
        session.do("decide", status="done")
    return found


@pytest.fixture
def everybody(store: Store) -> dict[str, Claims]:
    return {person: annotate(store, person) for person in ("amal", "badr")}


def link(
    store: Store,
    person: str,
    claims: Claims,
    one: str,
    other: str,
    relation: Relation | None,
    **more: Any,
) -> None:
    session = Session(store, SCHEME, person)
    session.do("goto", id=claims[one].claim, document=one)
    session.do("link", document=other, claim=claims[other].claim, relation=relation, **more)


def judge(store: Store, name: str = "noor", *, hide_names: bool = False) -> Session:
    """Return an adjudication; gold has what all agree on in all articles."""
    make_gold(store, SCHEME, Adjudicating(store, SCHEME))
    plan = AdjudicationPlan(hide_names=hide_names)
    return Session(store, SCHEME, name, adjudication=plan)


def open_claim(session: Session, article: str) -> str:
    """Put gold's claim of an article in focus, and return its id."""
    session.do("goto", id=article)
    (claim,) = session.sheet.draft.claims
    session.do("goto", id=claim, document=article)
    return claim


def ask(session: Session, article: str) -> dict[str, dict[str, Any]]:
    """Return what is told of the other articles' claims beside that of `article`."""
    open_claim(session, article)
    told = session.ask("candidates")
    members = told["cluster"]["members"] if told["cluster"] else []
    return {each["document"]: each for each in [*told["candidates"], *members, *told["linked"]]}


def settle(session: Session, one: str, other: str, relation: Relation | None, **more: Any) -> None:
    claim = ask(session, one)[other]["claim"]
    session.do("link", document=other, claim=claim, relation=relation, **more)


def progress(session: Session) -> tuple[int, int]:
    links = session.snapshot()["adjudication"]["progress"]["links"]
    assert bool(links["claims"]) == (links["left"] > 0)
    return links["differences"], links["left"]


def stated(store: Store) -> list[tuple[str, str, str]]:
    """Return what gold says of pairs, by the names of the articles."""
    return [(e.start.document, e.relation, e.end.document) for e in store.links("gold")]


def group(store: Store) -> set[frozenset[str]]:
    """Return the articles of each cluster of gold."""
    clusters: dict[str, set[str]] = {}
    for name in NAMES:
        for each in store.get_annotations(name, "gold").values():
            for claim in each.annotation.claims:
                if claim.cluster is not None:
                    clusters.setdefault(claim.cluster, set()).add(name)
    return {frozenset(each) for each in clusters.values()}


def list_lines(store: Store) -> list[dict[str, Any]]:
    """Return the lines of the rulings on links, once gold has decided what all agree on."""
    make_gold(store, SCHEME, Adjudicating(store, SCHEME), unanimous=True)
    lines = [line for name in NAMES for line in iter_ruling_lines(store, SCHEME, name)]
    return [line for line in lines if line["kind"] == "link"]


def test_what_all_link_is_in_gold_already(store: Store, everybody: dict[str, Claims]) -> None:
    for person, claims in everybody.items():
        link(store, person, claims, "east", "west", "same")
        # The same cluster, joined over another claim: it is the same answer.
        ends = ("east", "north") if person == "amal" else ("west", "north")
        link(store, person, claims, *ends, "same")
        link(store, person, claims, "south", "north", "updates")
    session = judge(store)
    assert group(store) == {frozenset({"east", "west", "north"})}
    assert ("south", "updates", "north") in stated(store)
    before = store.state_hash()
    assert {each["state"] for each in ask(session, "north").values()} == {"agreed"}
    assert progress(session) == (0, 0)
    judge(store)
    assert store.state_hash() == before
    assert store.check() == ()


def test_a_difference_is_settled_by_the_same_keys(
    store: Store, everybody: dict[str, Claims]
) -> None:
    link(store, "amal", everybody["amal"], "east", "west", "same")
    link(store, "badr", everybody["badr"], "west", "east", "updates")
    link(store, "amal", everybody["amal"], "east", "south", "contradicts")
    session = judge(store)
    told = ask(session, "east")
    assert stated(store) == []
    assert progress(session) == (2, 2)
    # What waits comes first, whatever is most alike.
    assert list(told)[:2] == ["south", "west"]
    assert told["west"]["versions"] == [
        {"people": ["amal"], "relation": "same", "reversed": False},
        {"people": ["badr"], "relation": "updates", "reversed": True},
    ]
    # Who has both claims and says nothing has said so.
    assert told["south"]["versions"][1] == {"people": ["badr"], "relation": None, "reversed": False}
    assert (told["north"]["versions"], told["north"]["state"]) == ([], None)
    settle(session, "east", "west", "updates", reversed=True)
    assert stated(store) == [("west", "updates", "east")]
    told = ask(session, "east")
    assert (told["west"]["state"], told["west"]["chosen"]) == ("settled", 2)
    assert (told["west"]["relation"], told["west"]["reversed"]) == ("updates", True)
    assert progress(session) == (2, 1)
    # From the other article it reads the other way round.
    west = ask(session, "west")["east"]
    assert (west["reversed"], west["versions"][1]["reversed"], west["chosen"]) == (False, False, 2)
    settle(session, "south", "east", "none")
    assert ask(session, "south")["east"]["chosen"] == "own"
    assert progress(session) == (1, 0)


def test_what_annotators_wrote_of_a_cluster_is_proposed(
    store: Store, everybody: dict[str, Claims]
) -> None:
    for person, claims in everybody.items():
        link(store, person, claims, "east", "west", "same")
    writer = Session(store, SCHEME, "badr")
    writer.do("goto", id=everybody["badr"]["east"].claim, document="east")
    writer.do("cluster_proposition", text="وصلت عشرات السفن")
    session = judge(store)
    open_claim(session, "west")
    told = session.ask("candidates")["cluster"]
    assert (told["proposition"], told["proposed"]) == (None, "وصلت عشرات السفن")


def test_undo_takes_link_and_ruling_back(store: Store, everybody: dict[str, Claims]) -> None:
    link(store, "amal", everybody["amal"], "east", "west", "same")
    session = judge(store)
    settle(session, "west", "east", "same")
    assert group(store) == {frozenset({"east", "west"})}
    assert ask(session, "east")["west"]["state"] == "settled"
    session.do("undo")
    assert group(store) == set()
    assert ask(session, "east")["west"]["state"] == "open"
    session.do("redo")
    assert group(store) == {frozenset({"east", "west"})}
    assert ask(session, "west")["east"]["state"] == "settled"
    with pytest.raises(EditError, match="noor"):
        judge(store, "sami").do("undo")
    settle(session, "east", "west", None)
    assert ask(session, "east")["west"]["state"] == "open"
    assert store.check() == ()


def test_a_later_answer_keeps_what_was_ruled_and_is_told(
    store: Store, everybody: dict[str, Claims]
) -> None:
    link(store, "amal", everybody["amal"], "east", "west", "same")
    session = judge(store)
    settle(session, "east", "west", "same")
    link(store, "badr", everybody["badr"], "east", "west", "restates")
    told = ask(session, "east")["west"]
    assert (told["state"], told["stale"], told["relation"]) == ("settled", True, "same")
    settle(session, "east", "west", "same")
    assert ask(session, "east")["west"]["stale"] is False


def test_an_answer_taken_back_asks_again_where_nobody_ruled(
    store: Store, everybody: dict[str, Claims]
) -> None:
    for person, claims in everybody.items():
        link(store, person, claims, "east", "west", "same")
    session = judge(store)
    assert stated(store) == [("east", "same", "west")]
    link(store, "badr", everybody["badr"], "east", "west", None)
    told = ask(session, "east")["west"]
    assert (told["state"], told["relation"]) == ("open", "same")
    # To confirm what gold says already settles it.
    settle(session, "east", "west", "same")
    assert ask(session, "east")["west"]["state"] == "settled"


def test_agreed_links_come_with_the_decision_of_their_sentence(
    store: Store, everybody: dict[str, Claims]
) -> None:
    """A claim that is settled in an open article brings its links along, and loses them again."""
    session = judge(store)
    open_claim(session, "east")
    for person, claims in everybody.items():
        link(store, person, claims, "east", "west", "part_of")
    link(store, "amal", everybody["amal"], "east", "south", "same")
    reply = session.do("decide", status="done")
    assert "1 link of its claims waits" in str(reply.say)
    assert stated(store) == [("east", "part_of", "west")]
    session.do("undo")
    assert stated(store) == []
    assert session.sheet.draft.decision("s1").status == "open"


def test_the_last_action_can_be_undone_whatever_all_link(
    store: Store, everybody: dict[str, Claims]
) -> None:
    session = judge(store)
    open_claim(session, "east")
    session.do("decide", status="done")
    for person, claims in everybody.items():
        link(store, person, claims, "east", "west", "same")
    session.do("goto", id="west")
    assert stated(store) == []
    session.do("undo")
    assert session.sheet.draft.decision("s1").status == "open"
    session.do("goto", id="west")
    assert stated(store) == [("east", "same", "west")]


def test_nothing_that_gold_says_is_taken_back_by_what_is_agreed(
    store: Store, everybody: dict[str, Claims]
) -> None:
    session = judge(store)
    settle(session, "east", "north", "contradicts")
    for person, claims in everybody.items():
        link(store, person, claims, "east", "west", "same")
        link(store, person, claims, "west", "north", "same")
    session = judge(store)
    assert ("east", "contradicts", "north") in stated(store)
    left = {name: ask(session, name) for name in ("east", "west", "north")}
    open_ = {
        frozenset((one, other))
        for one, told in left.items()
        for other, each in told.items()
        if each["state"] == "open"
    }
    # One of the two unites; the other would unite what is said to contradict.
    assert len(open_) == 1
    before = store.state_hash()
    judge(store)
    assert store.state_hash() == before


def test_names_are_hidden(store: Store, everybody: dict[str, Claims]) -> None:
    link(store, "amal", everybody["amal"], "east", "west", "same")
    session = judge(store, hide_names=True)
    told = ask(session, "east")
    people = {p for each in told["west"]["versions"] for p in each["people"]}
    assert people == {"A", "B"}
    said = str([told, session.snapshot()])
    # As words: an id of random hex digits may well have a01 in it.
    assert re.search(r"\b(amal|badr|a01|a02)\b", said) is None


def test_gold_from_elsewhere_stays_when_it_is_linked(
    store: Store, everybody: dict[str, Claims]
) -> None:
    """A link takes no sentence in hand: claims that only gold has are still there afterwards."""
    person = Session(store, SCHEME, "noor", adjudication=AdjudicationPlan(annotators=()))
    person.do("goto", id="east")
    person.do("mark", role="claim", spans=person.find("سفينة"))
    session = judge(store)
    ask(session, "east")
    before = dict(session.sheet.draft.claims)
    session.do("goto", id="west")
    settle(session, "west", "north", "same")
    session.do("goto", id="east")
    judge(store).do("goto", id="east")
    assert set(session.sheet.draft.claims) == set(before)


def test_one_persons_answers_bring_their_links(store: Store, everybody: dict[str, Claims]) -> None:
    link(store, "amal", everybody["amal"], "east", "west", "same")
    link(store, "badr", everybody["badr"], "east", "west", "updates")
    link(store, "badr", everybody["badr"], "north", "south", "restates")
    adjudicating = Adjudicating(store, SCHEME, adjudicator="a02")
    tally = make_gold(store, SCHEME, adjudicating, accept="a02")
    assert stated(store) == [("east", "updates", "west"), ("north", "restates", "south")]
    assert tally.kinds["link"] == 0
    again = make_gold(store, SCHEME, Adjudicating(store, SCHEME))
    assert (again.kinds["link"], again.linked) == (0, 0)
    first, second = list_lines(store)
    assert (first["how"], first["version_of"]) == ("taken", "a02")
    assert first["value"]["relation"] == "updates"
    assert second["value"]["from"]["document"] == "north"


def test_links_left_are_counted_once_for_the_whole_project(
    store: Store, everybody: dict[str, Claims]
) -> None:
    link(store, "amal", everybody["amal"], "east", "west", "same")
    link(store, "amal", everybody["amal"], "west", "south", "contradicts")
    for person, claims in everybody.items():
        link(store, person, claims, "north", "south", "part_of")
    tally = make_gold(store, SCHEME, Adjudicating(store, SCHEME))
    assert (tally.kinds["link"], tally.linked) == (2, 1)


def test_each_ruling_is_a_line_with_its_versions(
    store: Store, everybody: dict[str, Claims]
) -> None:
    link(store, "amal", everybody["amal"], "east", "west", "same")
    for person, claims in everybody.items():
        link(store, person, claims, "north", "south", "contradicts")
    session = judge(store)
    settle(session, "west", "east", "same")
    agreed, taken = sorted(list_lines(store), key=lambda line: str(line["how"]))
    assert (taken["adjudicator"], taken["version_of"], taken["people"]) == ("a03", "a01", ["a01"])
    assert taken["versions"][0]["value"]["relation"] == "same"
    assert taken["versions"][1] == {"people": ["a02"], "value": None}
    assert taken["at_utc"]
    assert agreed["value"]["relation"] == "contradicts"
    assert (agreed["people"], agreed["at_utc"]) == (["a01", "a02"], None)
    schema = json.loads((resource_path("schemas") / "ruling.schema.json").read_text("utf-8"))
    for line in (agreed, taken):
        Draft202012Validator(schema).validate(line)


def test_a_cluster_from_a_file_speaks_as_links_do(
    store: Store, everybody: dict[str, Claims]
) -> None:
    for person, claims in everybody.items():
        layer = f"annotator:{person_of(store, person)}"
        changes = []
        for name in ("east", "west", "north"):
            stored = store.get_annotations(name, layer)["s1"]
            ((claim,), said) = stored.annotation.claims, stored.annotation
            assert claim.id == claims[name].claim
            clustered = replace(said, claims=(replace(claim, cluster=f"{person}:ships"),))
            changes.append(Change(name, clustered, stored.revision))
        store.save(Action(f"import-{person}", layer, "import", tuple(changes)))
    session = judge(store)
    assert group(store) == {frozenset({"east", "west", "north"})}
    assert len(stated(store)) == 2
    assert progress(session) == (0, 0)


def person_of(store: Store, name: str) -> str:
    return next(each.pseudonym for each in store.people() if each.name == name)


def tell_links(store: Store, person: str, article: str) -> list[tuple[str, Any, Any]]:
    """Return what a person is told of the links of an article: the verdict, theirs, gold's."""
    session = Session(store, SCHEME, person)
    session.do("goto", id=article)
    outcome = (session.snapshot()["outcome"] or {}).get("s1", {"links": []})
    return [(each["verdict"], each["mine"], each["gold"]) for each in outcome["links"]]


def test_annotators_see_what_became_of_their_links(
    store: Store, everybody: dict[str, Claims]
) -> None:
    link(store, "amal", everybody["amal"], "east", "west", "restates")
    link(store, "badr", everybody["badr"], "east", "west", "restates")
    link(store, "amal", everybody["amal"], "east", "south", "updates")
    session = judge(store, hide_names=True)
    # Nothing before gold has decided both sentences.
    settle(session, "south", "east", "contradicts")
    assert tell_links(store, "amal", "east") == []
    open_claim(session, "east")
    session.do("decide", status="done")
    assert tell_links(store, "amal", "east") == []
    for article in ("west", "south"):
        open_claim(session, article)
        session.do("decide", status="done")
    here, there = {"reversed": False}, {"reversed": True}
    kept = {"relation": "restates"}
    own = {"relation": "updates"}
    gold = {"relation": "contradicts"} | here
    assert tell_links(store, "amal", "east") == [
        ("changed", own | here, gold),
        ("taken", kept | here, kept | here),
    ]
    assert tell_links(store, "amal", "south") == [("changed", own | there, gold)]
    assert tell_links(store, "amal", "west") == [("taken", kept | there, kept | there)]
    # Badr said nothing of a pair, and it was settled otherwise.
    assert tell_links(store, "badr", "south") == [("missed", None, gold)]
    amal = Session(store, SCHEME, "amal")
    amal.do("goto", id="east")
    outcome = amal.snapshot()["outcome"]["s1"]
    told = outcome["links"][0]
    assert (told["claim"], told["words"]) == (
        everybody["amal"]["east"].claim,
        "إن 40 سفينة وصلت",
    )
    other = told["other"]
    assert (other["document"], other["words"]) == ("south", "إن 43 سفينة وصلت")
    assert other["claim"] == everybody["amal"]["south"].claim
    assert "badr" not in str(outcome["links"])


def test_of_a_link_that_waits_nothing_is_told(store: Store, everybody: dict[str, Claims]) -> None:
    link(store, "amal", everybody["amal"], "east", "west", "same")
    session = judge(store)
    for article in ("east", "west"):
        open_claim(session, article)
        session.do("decide", status="done")
    assert tell_links(store, "amal", "east") == []
    settle(session, "east", "west", "none")
    same, none = ({"relation": each, "reversed": False} for each in ("same", "none"))
    assert tell_links(store, "amal", "east") == [("changed", same, none)]
    assert tell_links(store, "badr", "east") == []  # who said nothing has missed nothing
    settle(session, "east", "west", None)
    assert tell_links(store, "amal", "east") == []


def test_an_open_view_is_told_when_the_annotator_links_anew(
    store: Store, everybody: dict[str, Claims]
) -> None:
    link(store, "amal", everybody["amal"], "east", "west", "same")
    session = judge(store)
    for article in ("east", "west"):
        open_claim(session, article)
        session.do("decide", status="done")
    settle(session, "east", "west", "contradicts")
    amal, claims = Session(store, SCHEME, "amal"), everybody["amal"]
    amal.do("goto", id=claims["east"].claim, document="east")
    amal.snapshot()
    reply = amal.do("link", document="west", claim=claims["west"].claim, relation="contradicts")
    assert reply.delta is not None
    (told,) = reply.delta["outcome"]["s1"]["links"]
    assert told["verdict"] == "taken"
