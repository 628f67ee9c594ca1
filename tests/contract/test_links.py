"""Links and clusters: kept with the revision that they made, and taken back with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from tests.contract.building import (
    LAYER,
    OTHER,
    add,
    annotate,
    make_action,
    make_document,
    make_key,
)
from tests.contract.conftest import Place
from workbench.errors import ConflictError, DocumentError, UsageError
from workbench.model import UNITING, Annotation, ClaimRef, Cluster, Link, Relation
from workbench.project.linking import save_links
from workbench.store import Action, ClusterLine, SaidLink, Store
from workbench.store.tables import claim as claim_table
from workbench.store.tables import link as link_table

ONE, TWO, THREE = (ClaimRef(f"d{number}", "c.s1") for number in (1, 2, 3))
Said = tuple[ClaimRef, ClaimRef, Relation | None]


@pytest.fixture(autouse=True)
def _documents(store: Store) -> None:
    add(store, *(make_document(name) for name in ("d1", "d2", "d3")))
    changes = [(ref.document, annotate("s1"), 0) for ref in (ONE, TWO, THREE)]
    store.save(make_action(*changes))


def put(store: Store, document: str, cluster: str | None) -> tuple[str, Annotation, int]:
    """Return the change that puts the claim of a document into a cluster."""
    stored = store.get_annotations(document, LAYER)["s1"]
    claims = tuple(replace(each, cluster=cluster) for each in stored.annotation.claims)
    return document, replace(stored.annotation, claims=claims), stored.revision


def say(
    store: Store,
    *said: Said,
    clusters: dict[str, str | None] | None = None,
    lines: tuple[Cluster, ...] = (),
    key: str | None = None,
    name: str = "link",
) -> Action:
    """Save statements on the first sentence of `d1`, with changes of clusters."""
    moved = dict.fromkeys(("d1",)) | (clusters or {})
    known = store.get_annotations("d1", LAYER)["s1"].annotation.claims
    if "d1" not in (clusters or {}):
        moved["d1"] = known[0].cluster if known else None
    changes = [put(store, document, cluster) for document, cluster in moved.items()]
    action = make_action(*changes, name=name, key=key)
    links = [SaidLink("d1", "s1", *each) for each in said]
    links_and_lines = (*links, *(ClusterLine("d1", "s1", each) for each in lines))
    action = replace(action, links=links_and_lines)
    store.save(action)
    return action


def members(store: Store) -> dict[str, tuple[ClaimRef, ...]]:
    return store.cluster_members(LAYER, ["k1", "k2"])


def test_a_link_comes_back_whole_with_its_ends_in_order(place: Place, store: Store) -> None:
    say(store, (TWO, ONE, "contradicts"), (TWO, THREE, "restates"))
    again = place.open()
    assert again.links(LAYER) == (
        Link("contradicts", ONE, TWO),
        Link("restates", TWO, THREE),
    )
    assert again.links(LAYER, [THREE]) == (Link("restates", TWO, THREE),)
    assert again.links(LAYER, [ONE, THREE]) == again.links(LAYER)
    assert again.links(LAYER, []) == again.links(OTHER) == ()
    assert again.check() == ()


def test_a_layer_has_so_many_claims_or_fewer(store: Store) -> None:
    assert [store.has_claims(LAYER, count) for count in (0, 1, 3, 4)] == [True, True, True, False]
    assert not store.has_claims(OTHER, 1)


def test_the_newest_word_on_a_pair_counts(store: Store) -> None:
    say(store, (ONE, TWO, "updates"))
    say(store, (TWO, ONE, "updates"))
    assert store.links(LAYER) == (Link("updates", TWO, ONE),)
    say(store, (ONE, TWO, None))
    assert store.links(LAYER) == ()
    assert store.check() == ()


def test_undo_and_redo_take_links_clusters_and_lines_of_all_articles(store: Store) -> None:
    line = Cluster("k1", "الجسر سيفتح.", None)
    say(store, (ONE, TWO, "same"), clusters={"d1": "k1", "d2": "k1"}, lines=(line,))
    say(
        store,
        (ONE, TWO, "none"),
        (ONE, THREE, "same"),
        clusters={"d1": "k2", "d3": "k2", "d2": None},
    )
    assert members(store) == {"k2": (ONE, THREE)}
    undone = store.undo(LAYER, make_key())
    assert undone is not None
    assert {document for document, _ in undone.sentences} == {"d1", "d2", "d3"}
    assert members(store) == {"k1": (ONE, TWO)}
    assert store.links(LAYER) == (Link("same", ONE, TWO),)
    assert store.cluster_lines(LAYER) == {"k1": line}
    store.undo(LAYER, make_key())
    assert (members(store), store.links(LAYER), store.cluster_lines(LAYER)) == ({}, (), {})
    for _ in range(2):
        store.redo(LAYER, make_key())
    assert members(store) == {"k2": (ONE, THREE)}
    assert len(store.links(LAYER)) == 2
    assert store.check() == ()


def test_a_pair_spoken_of_twice_at_once_ends_as_it_began(store: Store) -> None:
    say(store, (ONE, TWO, "same"))
    say(store, (ONE, TWO, "none"), (TWO, ONE, "restates"))
    assert store.links(LAYER) == (Link("restates", TWO, ONE),)
    store.undo(LAYER, make_key())
    assert store.links(LAYER) == (Link("same", ONE, TWO),)
    assert store.check() == ()


def test_undo_is_refused_where_an_import_spoke_of_the_pair(store: Store) -> None:
    say(store, (ONE, TWO, "same"))
    say(store, (ONE, TWO, "part_of"), name="import")
    with pytest.raises(ConflictError, match="another word"):
        store.undo(LAYER, make_key())
    say(store, (ONE, TWO, "same"), name="import")
    assert store.undo(LAYER, make_key()) is not None
    assert store.links(LAYER) == ()
    assert store.check() == ()


def test_a_key_that_is_sent_again_says_nothing_again(store: Store) -> None:
    action = say(store, (ONE, TWO, "same"), key="k-once")
    state = store.state_hash()
    assert store.save(action).repeated
    assert store.state_hash() == state


def test_a_refused_save_leaves_no_link_and_no_cluster(store: Store) -> None:
    say(store, (ONE, TWO, "same"))
    state = store.state_hash()
    stale = make_action(("d1", annotate("s1"), 0), name="link")
    with pytest.raises(ConflictError):
        store.save(replace(stale, links=(SaidLink("d1", "s1", ONE, THREE, "same"),)))
    fresh = make_action(put(store, "d1", "k1"), name="link")
    with pytest.raises(UsageError, match="s2"):
        store.save(replace(fresh, links=(SaidLink("d1", "s2", ONE, THREE, "same"),)))
    gone = ClaimRef("nowhere", "c1")
    with pytest.raises(DocumentError):
        store.save(replace(fresh, links=(SaidLink("d1", "s1", ONE, gone, "same"),)))
    assert store.state_hash() == state
    assert members(store) == {}


def test_a_link_is_there_as_long_as_both_claims_are(store: Store) -> None:
    say(store, (ONE, TWO, "same"), clusters={"d1": "k1", "d2": "k1"})
    stored = store.get_annotations("d2", LAYER)["s1"]
    bare = replace(stored.annotation, claims=(), attributions=())
    store.save(make_action(("d2", bare, stored.revision), name="delete"))
    assert store.links(LAYER) == ()
    assert members(store) == {"k1": (ONE,)}
    store.undo(LAYER, make_key())
    assert store.links(LAYER) == (Link("same", ONE, TWO),)
    assert members(store) == {"k1": (ONE, TWO)}
    assert store.check() == ()


def test_a_layer_knows_nothing_of_anothers_links(store: Store) -> None:
    say(store, (ONE, TWO, "same"), clusters={"d1": "k1", "d2": "k1"})
    changes = [(name, annotate("s1"), 0) for name in ("d1", "d2")]
    action = make_action(*changes, layer=OTHER)
    store.save(replace(action, links=(SaidLink("d1", "s1", ONE, TWO, "none"),)))
    assert store.links(OTHER) == (Link("none", ONE, TWO),)
    assert store.links(LAYER) == (Link("same", ONE, TWO),)
    assert store.cluster_members(OTHER, ["k1"]) == {}
    assert store.check() == ()


def test_a_split_and_a_merge_keep_clusters_and_links(store: Store) -> None:
    say(store, (ONE, TWO, "same"), clusters={"d1": "k1", "d2": "k1"})
    text = store.get_document("d2").document.text
    at = text.index(" ", text.index(" ") + 1) + 1
    made = store.split_sentence("d2", "s1", at, based_on=1, layer=LAYER, key=make_key())
    assert members(store) == {"k1": (ONE, TWO)}
    assert store.links(LAYER) == (Link("same", ONE, TWO),)
    assert store.check() == ()
    first = made.came[0].id
    store.merge_sentences("d2", first, based_on=2, layer=LAYER, key=make_key())
    assert members(store) == {"k1": (ONE, TWO)}
    assert store.check() == ()
    for _ in range(2):
        store.undo(LAYER, make_key())
    store.undo(LAYER, make_key())
    assert (members(store), store.links(LAYER)) == ({}, ())
    assert store.check() == ()


def test_a_withdrawn_article_takes_its_links_along_and_brings_them_back(store: Store) -> None:
    say(store, (ONE, TWO, "same"), clusters={"d1": "k1", "d2": "k1"})
    state = members(store), store.links(LAYER)
    store.withdraw("document", "d2", by="Dana", reason="asked for it")
    assert (members(store), store.links(LAYER)) == ({"k1": (ONE,)}, ())
    store.take_back("document", "d2", by="Dana", reason="a mistake")
    assert (members(store), store.links(LAYER)) == state


def test_two_who_link_at_once_make_whole_clusters(place: Place, store: Store) -> None:
    refs = [ClaimRef(f"e{number}", "c.s1") for number in range(6)]
    add(store, *(make_document(ref.document) for ref in refs))
    store.save(make_action(*((ref.document, annotate("s1"), 0) for ref in refs)))
    relations: tuple[Relation | None, ...] = ("same", "none", "same", "restates", None)

    def link_all(turn: int) -> None:
        own = place.open()
        for step, relation in enumerate(relations * 3):
            one = refs[(turn + step) % len(refs)]
            other = refs[(turn * 3 + step * 2 + 1) % len(refs)]
            if one != other:
                save_links(own, LAYER, [(one, other, relation)], "link")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(link_all, range(4)))
    clusters = {
        ClaimRef(ref.document, claim.id): claim.cluster
        for ref in refs
        for claim in store.get_annotations(ref.document, LAYER)["s1"].annotation.claims
    }
    sizes = Counter(each for each in clusters.values() if each is not None)
    assert all(size > 1 for size in sizes.values())
    for link in store.links(LAYER):
        together = clusters[link.start] == clusters[link.end] is not None
        assert together == (link.relation in UNITING)
    assert store.check() == ()


def read_rows(store: Store) -> Iterator[tuple[str | None, str | None]]:
    with store._database.reading() as connection:
        for row in connection.execute(select(link_table.c.before, link_table.c.content)):
            yield row.before, row.content


def test_erasing_an_article_empties_all_that_names_it(store: Store) -> None:
    line = Cluster("k1", "الجسر سيفتح.", None)
    say(store, (ONE, TWO, "same"), (ONE, THREE, "none"), clusters={"d1": "k1", "d2": "k1"})
    say(store, lines=(line,))
    say(store, (ONE, TWO, "restates"))
    store.withdraw("document", "d2", by="Dana", reason="asked for it")
    erased = store.erase("document", "d2", by="Dana", reason="asked for it")
    assert erased.erased["links"] == 2
    assert all("d2" not in f"{before}{content}" for before, content in read_rows(store))
    assert store.links(LAYER) == (Link("none", ONE, THREE),)
    assert store.cluster_lines(LAYER) == {"k1": line}, "it was written in an article that stays"
    assert store.check() == ()
    store.withdraw("document", "d1", by="Dana", reason="asked for it")
    store.erase("document", "d1", by="Dana", reason="asked for it")
    assert set(read_rows(store)) == {(None, None)}
    assert store.check() == ()


def test_erasing_a_person_empties_all_that_they_linked(store: Store) -> None:
    store.ensure_person("Amal")
    say(store, (ONE, TWO, "same"), clusters={"d1": "k1", "d2": "k1"})
    store.withdraw("person", "Amal", by="Dana", reason="asked for it")
    erased = store.erase("person", "Amal", by="Dana", reason="asked for it")
    assert erased.erased["links"] == 1
    assert set(read_rows(store)) == {(None, None)}
    assert members(store) == {}
    assert store.check() == ()


def test_the_hash_of_the_state_knows_links(store: Store) -> None:
    say(store, (ONE, TWO, "same"))
    before = store.state_hash()
    say(store, (ONE, TWO, "none"))
    assert store.state_hash() != before


def test_a_copy_has_all_links(store: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    say(store, (ONE, TWO, "same"), clusters={"d1": "k1", "d2": "k1"})
    from workbench.store import open_store

    target = tmp_path_factory.mktemp("copy") / "copy.sqlite"
    store.copy_to(target)
    with open_store(target) as copy:
        assert copy.links(LAYER) == store.links(LAYER)
        assert copy.cluster_members(LAYER, ["k1"]) == members(store)
        copy.undo(LAYER, make_key())
        assert copy.links(LAYER) == ()
        assert copy.check() == ()


def test_check_names_what_the_revisions_contradict(store: Store) -> None:
    say(store, (ONE, TWO, "same"), clusters={"d1": "k1", "d2": "k1"})
    with store._database.writing() as connection:
        connection.execute(claim_table.update().values(cluster="k2"))
    assert any("are not put down" in each for each in store.check())
    with store._database.writing() as connection:
        mine = claim_table.c.spot.in_(select(claim_table.c.spot).order_by("spot").limit(2))
        connection.execute(claim_table.update().values(cluster=None))
        connection.execute(claim_table.update().where(mine).values(cluster="k1"))
