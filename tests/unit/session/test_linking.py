"""Claims of different articles said to belong together, and what becomes of their clusters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.unit.session.conftest import make_document
from workbench.errors import ConflictError, EditError, StoreUnavailable, UsageError
from workbench.model import ClaimRef, Link
from workbench.scheme import load_scheme
from workbench.session import Session
from workbench.session.elsewhere import Elsewhere
from workbench.session.linking import state
from workbench.store import ProjectInfo, Store, create_store

LAYER = "annotator:a01"
NAMES = ("east", "west", "north", "south")
INFO = ProjectInfo("1" * 32, "harbour", "claims-sources-stances", "1.0", "1.0")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_store(tmp_path / "linked.sqlite", INFO) as store:
        documents = [
            make_document(name, f"قالت البلدية إن {number} سفينة وصلت.", "ونفى الميناء ذلك.")
            for number, name in enumerate(NAMES, 40)
        ]
        assert all(added for _, added in store.add_documents(documents))
        yield store


@pytest.fixture
def claims(store: Store) -> dict[str, ClaimRef]:
    """One claim in the first sentence of each article, decided."""
    session = open_session(store)
    found = {}
    for name in NAMES:
        session.do("goto", id=name)
        number = NAMES.index(name) + 40
        session.do("mark", role="claim", spans=session.find(f"إن {number} سفينة وصلت"))
        claim = session.snapshot()["ui"]["card"]
        session.do("mark", role="source", spans=session.find("البلدية"))
        session.do("stance", value="affirm")
        session.do("decide", status="done")
        found[name] = ClaimRef(name, claim)
    return found


def open_session(store: Store, annotator: str = "amal") -> Session:
    return Session(store, load_scheme("claims-sources-stances"), annotator)


def link(
    store: Store, one: ClaimRef, other: ClaimRef, relation: str | None, **more: Any
) -> Session:
    session = open_session(store)
    session.do("goto", id=one.claim, document=one.document)
    session.do("link", document=other.document, claim=other.claim, relation=relation, **more)
    return session


def read_clusters(store: Store, claims: dict[str, ClaimRef]) -> dict[str, str | None]:
    return {
        name: claim.cluster
        for name, ref in claims.items()
        for each in store.get_annotations(ref.document, LAYER).values()
        for claim in each.annotation.claims
        if claim.id == ref.claim
    }


def group(store: Store, claims: dict[str, ClaimRef]) -> set[frozenset[str]]:
    """Return which claims are in one cluster."""
    found: dict[str, set[str]] = {}
    for name, cluster in read_clusters(store, claims).items():
        if cluster is not None:
            found.setdefault(cluster, set()).add(name)
    return {frozenset(names) for names in found.values()}


def test_two_claims_that_are_the_same_become_a_cluster(
    store: Store, claims: dict[str, ClaimRef]
) -> None:
    session = link(store, claims["west"], claims["east"], "same")
    assert group(store, claims) == {frozenset({"east", "west"})}
    assert store.links(LAYER) == (Link("same", claims["east"], claims["west"]),)
    (cluster,) = session.snapshot()["clusters"]
    assert session.snapshot()["clusters"][cluster] == {
        "size": 2,
        "documents": 2,
        "proposition": None,
    }
    assert store.check() == ()


def test_a_link_leaves_the_decisions_of_both_articles(
    store: Store, claims: dict[str, ClaimRef]
) -> None:
    link(store, claims["west"], claims["east"], "same")
    link(store, claims["north"], claims["east"], "contradicts")
    for name in ("east", "west", "north"):
        assert store.get_annotations(name, LAYER)["s1"].annotation.status == "done"


def test_the_smaller_cluster_joins_the_larger(store: Store, claims: dict[str, ClaimRef]) -> None:
    link(store, claims["west"], claims["east"], "same")
    larger = read_clusters(store, claims)["east"]
    link(store, claims["north"], claims["west"], "restates")
    assert set(read_clusters(store, claims).values()) == {larger, None}
    link(store, claims["south"], claims["north"], "same")
    assert set(read_clusters(store, claims).values()) == {larger}
    assert Link("restates", claims["north"], claims["west"]) in store.links(LAYER)


def test_a_directed_relation_may_go_the_other_way(
    store: Store, claims: dict[str, ClaimRef]
) -> None:
    link(store, claims["west"], claims["east"], "updates", reversed=True)
    assert store.links(LAYER) == (Link("updates", claims["east"], claims["west"]),)
    link(store, claims["west"], claims["east"], "updates")
    assert store.links(LAYER) == (Link("updates", claims["west"], claims["east"]),)
    assert group(store, claims) == set()


@pytest.mark.parametrize("relation", ["none", "contradicts", "updates", "part_of", None])
def test_what_is_not_the_same_leaves_the_cluster(
    store: Store, claims: dict[str, ClaimRef], relation: str | None
) -> None:
    link(store, claims["west"], claims["east"], "same")
    link(store, claims["north"], claims["east"], "same")
    link(store, claims["north"], claims["west"], "same")
    link(store, claims["north"], claims["east"], relation)
    assert group(store, claims) == {frozenset({"east", "west"})}
    said = {each.relation for each in store.links(LAYER)}
    assert said == ({"same", relation} if relation else {"same"})
    link(store, claims["west"], claims["east"], relation)
    assert group(store, claims) == set()
    assert store.check() == ()


def test_who_unites_takes_back_what_told_apart(store: Store, claims: dict[str, ClaimRef]) -> None:
    link(store, claims["west"], claims["east"], "none")
    link(store, claims["north"], claims["east"], "same")
    session = open_session(store)
    session.do("goto", id=claims["north"].claim)
    west = claims["west"]
    reply = session.do("link", document="west", claim=west.claim, relation="same")
    assert "1 earlier answer" in (reply.say or "")
    assert group(store, claims) == {frozenset({"east", "west", "north"})}
    assert {each.relation for each in store.links(LAYER)} == {"same"}


def test_undo_and_redo_take_both_articles(store: Store, claims: dict[str, ClaimRef]) -> None:
    link(store, claims["west"], claims["east"], "same")
    before = read_clusters(store, claims), store.links(LAYER)
    session = link(store, claims["north"], claims["east"], "same")
    session.do("undo")
    assert (read_clusters(store, claims), store.links(LAYER)) == before
    assert session.snapshot()["document"]["id"] == "north"
    session.do("redo")
    assert group(store, claims) == {frozenset({"east", "west", "north"})}
    session.do("undo")
    session.do("goto", id="east")
    session.do("undo")
    assert session.snapshot()["document"]["id"] == "east", "the open article was changed too"
    assert group(store, claims) == set()
    assert store.links(LAYER) == ()
    assert store.check() == ()


def test_a_deleted_claim_takes_its_links_and_a_cluster_of_one_along(
    store: Store, claims: dict[str, ClaimRef]
) -> None:
    link(store, claims["west"], claims["east"], "same")
    session = link(store, claims["west"], claims["south"], "contradicts")
    session.do("delete", id=claims["west"].claim)
    assert read_clusters(store, claims)["east"] is None
    assert store.links(LAYER) == ()
    assert store.get_annotations("east", LAYER)["s1"].annotation.status == "done"
    session.do("undo")
    assert group(store, claims) == {frozenset({"east", "west"})}
    assert len(store.links(LAYER)) == 2
    assert store.check() == ()


def test_a_key_that_is_sent_again_links_once(store: Store, claims: dict[str, ClaimRef]) -> None:
    link(store, claims["west"], claims["east"], "same", key="a" * 32)
    state = store.state_hash()
    link(store, claims["west"], claims["east"], "same", key="a" * 32)
    assert store.state_hash() == state
    link(store, claims["west"], claims["east"], "same")
    assert store.state_hash() == state, "what is said already is not said again"


@pytest.mark.parametrize("point", ["inserted", "commit", "committed"])
def test_a_store_that_fails_at_any_moment_saves_both_articles_or_none(
    store: Store, claims: dict[str, ClaimRef], point: str
) -> None:
    session = open_session(store)
    session.do("goto", id=claims["west"].claim)
    east: dict[str, Any] = {"document": "east", "claim": claims["east"].claim, "relation": "same"}
    state = store.state_hash()

    def fail(step: str) -> None:
        if step == point:
            raise StoreUnavailable("The disk is full.")

    before, store._database.step = store._database.step, fail
    with pytest.raises(StoreUnavailable):
        session.do("link", key="b" * 32, **east)
    store._database.step = before
    assert (store.state_hash() == state) == (point != "committed")
    session.do("link", key="b" * 32, **east)
    assert group(store, claims) == {frozenset({"east", "west"})}
    assert len(store.links(LAYER)) == 1
    (cluster,) = session.snapshot()["clusters"].values()
    assert cluster["size"] == 2
    session.do("undo")
    assert group(store, claims) == set()
    assert store.check() == ()


def test_two_claims_of_one_article_can_be_linked(store: Store, claims: dict[str, ClaimRef]) -> None:
    session = open_session(store)
    session.do("goto", id="s2", document="west")
    session.do("mark", role="claim", spans=session.find("ذلك"))
    mine = session.snapshot()["ui"]["card"]
    session.do("link", document="west", claim=claims["west"].claim, relation="same")
    (cluster,) = session.snapshot()["clusters"].values()
    assert (cluster["size"], cluster["documents"]) == (2, 1)
    told = session.ask("claims")
    assert set(told["clusters"]) == set(session.snapshot()["clusters"])
    session.do("delete", id=mine)
    assert session.snapshot()["clusters"] == {}
    assert store.check() == ()


def test_two_sessions_link_at_once(store: Store, claims: dict[str, ClaimRef]) -> None:
    one, two = open_session(store), open_session(store)
    one.do("goto", id=claims["west"].claim)
    two.do("goto", id=claims["west"].claim)
    one.do("link", document="east", claim=claims["east"].claim, relation="same")
    two.do("link", document="north", claim=claims["north"].claim, relation="same")
    assert group(store, claims) == {frozenset({"east", "west", "north"})}
    one.do("goto", id=claims["east"].claim)
    two.do("goto", id=claims["north"].claim)
    two.do("delete", id=claims["north"].claim)
    with pytest.raises(ConflictError, match="not there any more"):
        one.do("link", document="north", claim=claims["north"].claim, relation="same")
    assert store.check() == ()


def test_what_cannot_be_linked_is_refused(store: Store, claims: dict[str, ClaimRef]) -> None:
    session = open_session(store)
    session.do("goto", id=claims["west"].claim)
    with pytest.raises(EditError, match="another claim"):
        session.do("link", document="west", claim=claims["west"].claim, relation="same")
    with pytest.raises(EditError, match="got 'twin'"):
        session.do("link", document="east", claim=claims["east"].claim, relation="twin")
    with pytest.raises(ConflictError):
        session.do("link", document="nowhere", claim="c1", relation="same")
    with pytest.raises(EditError, match="in none"):
        session.do("cluster_proposition", text="Ships came.")
    session.do("focus", card=None)
    with pytest.raises(EditError, match="in focus"):
        session.do("link", document="east", claim=claims["east"].claim, relation="same")
    with pytest.raises(EditError, match="in focus"):
        session.ask("candidates")
    with pytest.raises(UsageError):
        session.do("link", relation="same")
    assert store.links(LAYER) == ()


def test_what_a_cluster_states_is_kept_with_the_larger(
    store: Store, claims: dict[str, ClaimRef]
) -> None:
    session = link(store, claims["west"], claims["east"], "same")
    session.do("cluster_proposition", text=" وصلت   سفن. ")
    (cluster,) = {each for each in read_clusters(store, claims).values() if each}
    assert store.cluster_lines(LAYER)[cluster].proposition == "وصلت سفن."
    assert session.snapshot()["clusters"][cluster]["proposition"] == "وصلت سفن."
    link(store, claims["north"], claims["south"], "same")
    session = link(store, claims["north"], claims["east"], "same")
    (kept,) = {each for each in read_clusters(store, claims).values() if each}
    assert store.cluster_lines(LAYER)[kept].proposition == "وصلت سفن."
    session.do("cluster_proposition", text="")
    assert store.cluster_lines(LAYER)[kept].proposition is None
    session.do("undo")
    assert store.cluster_lines(LAYER)[kept].proposition == "وصلت سفن."
    assert store.check() == ()


def test_candidates_are_told_with_all_that_a_panel_shows(
    store: Store, claims: dict[str, ClaimRef]
) -> None:
    link(store, claims["west"], claims["east"], "same")
    session = link(store, claims["west"], claims["north"], "updates", reversed=True)
    told = session.ask("candidates", count=2)
    assert told["claim"] == claims["west"].claim
    assert told["cluster"]["proposed"] == "41 سفينة وصلت"
    assert len(told["candidates"]) == 2
    everybody = [*told["candidates"], *told["cluster"]["members"], *told["linked"]]
    by_name = {each["document"]: each for each in everybody}
    assert len(by_name) == len(everybody)
    assert by_name["east"]["relation"] == "same"
    assert (by_name["north"]["relation"], by_name["north"]["reversed"]) == ("updates", True)
    assert by_name["east"]["holders"] == [
        {
            "words": "البلدية",
            "stance": "affirm",
            "certainty": "certain",
            "realization": "explicit",
            "entities": [],
        }
    ]
    (cluster,) = told["clusters"].values()
    assert cluster["size"] == 2


def test_one_annotator_sees_nothing_of_anothers_links(
    store: Store, claims: dict[str, ClaimRef]
) -> None:
    link(store, claims["west"], claims["east"], "same")
    session = open_session(store, "badr")
    assert session.snapshot()["clusters"] == {}
    assert store.links("annotator:a02") == ()


def test_links_of_a_withdrawn_article_wait_for_it(
    store: Store, claims: dict[str, ClaimRef], tmp_path: Path
) -> None:
    link(store, claims["west"], claims["east"], "same")
    cluster = read_clusters(store, claims)["west"] or ""
    store.withdraw("document", "east", by="Dana", reason="asked for it")
    assert store.links(LAYER) == ()
    assert store.cluster_members(LAYER, [cluster]) == {cluster: (claims["west"],)}
    store.take_back("document", "east", by="Dana", reason="a mistake")
    assert len(store.links(LAYER)) == 1
    store.withdraw("document", "east", by="Dana", reason="asked for it")
    erased = store.erase("document", "east", by="Dana", reason="asked for it")
    assert erased.erased["links"] == 1
    assert store.check() == ()


def test_another_word_on_one_pair_takes_no_earlier_answer_with_it(
    store: Store, claims: dict[str, ClaimRef]
) -> None:
    east, west = claims["east"], claims["west"]
    with Elsewhere(store, LAYER) as elsewhere:
        elsewhere.begin()
        state(elsewhere, east, west, "none", "k1")
        state(elsewhere, east, west, "same", "k2")
        assert elsewhere.taken_back == 0
        assert [each.relation for each in elsewhere.links([east])] == ["same"]
