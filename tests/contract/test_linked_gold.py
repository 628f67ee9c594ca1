"""Links made gold on both databases: what is read for it, what is ruled, what an erasure takes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.contract.building import LAYER, OTHER, add, make_action, make_document, make_key
from workbench.model import Annotation, Claim, ClaimRef, Relation, Span
from workbench.scheme import load_scheme
from workbench.session import Adjudicating, AdjudicationPlan, Session, make_gold
from workbench.store import Rule, SaidLink, Store

NAMES = ("d1", "d2", "d3")
GOLD = "gold"
SCHEME = load_scheme()
WHO = {"by": "Dana", "reason": "asked for it"}


@pytest.fixture
def project(store: Store) -> Store:
    """Two people with a claim of their own writing in each of three articles."""
    for name in ("Amal", "Basil"):
        store.ensure_person(name)
    add(store, *(make_document(name) for name in NAMES))
    for layer in (LAYER, OTHER):
        for name in NAMES:
            claim = Claim(f"c.{layer[-3:]}.{name}", "s1", (Span(0, 1, "1"),), "author")
            store.save(
                make_action((name, Annotation("s1", (claim,), status="done"), 0), layer=layer)
            )
    return store


def claim_of(layer: str, document: str) -> ClaimRef:
    return ClaimRef(document, f"c.{layer[-3:]}.{document}")


def say(store: Store, layer: str, one: str, other: str, relation: Relation | None) -> None:
    stored = store.get_annotations(one, layer)["s1"]
    statement = SaidLink(one, "s1", claim_of(layer, one), claim_of(layer, other), relation)
    action = make_action((one, stored.annotation, stored.revision), layer=layer, name="link")
    store.save(replace(action, links=(statement,)))


def test_what_is_new_of_an_article_has_another_number(project: Store) -> None:
    before = project.newest_revisions(LAYER, NAMES)
    assert set(before) == set(NAMES)
    say(project, LAYER, "d1", "d2", "updates")
    after = project.newest_revisions(LAYER, [*NAMES, "nowhere"])
    assert {name for name in NAMES if before[name] != after[name]} == {"d1"}
    project.undo(LAYER, make_key())
    assert project.newest_revisions(LAYER, ["d1"])["d1"] > after["d1"]
    assert project.newest_revisions(GOLD, NAMES) == {}


def test_articles_with_links_or_clusters_are_known(project: Store) -> None:
    assert project.linked_documents(LAYER) == frozenset()
    say(project, LAYER, "d1", "d2", "contradicts")
    stored = project.get_annotations("d3", LAYER)["s1"]
    (claim,) = stored.annotation.claims
    clustered = replace(stored.annotation, claims=(replace(claim, cluster="k1"),))
    project.save(make_action(("d3", clustered, stored.revision)))
    assert project.linked_documents(LAYER) == frozenset(NAMES)
    assert project.linked_documents(OTHER) == frozenset()
    project.withdraw("document", "d2", **WHO)
    assert project.linked_documents(LAYER) == {"d3"}


def test_links_are_read_by_many_claims_at_once(project: Store) -> None:
    say(project, LAYER, "d1", "d2", "updates")
    say(project, LAYER, "d3", "d2", "contradicts")
    every = [claim_of(LAYER, name) for name in NAMES]
    assert project.links(LAYER, every) == project.links(LAYER)
    assert len(project.links(LAYER, every[:1])) == 1
    # The id of a claim in one article is nothing in another.
    assert project.links(LAYER, [ClaimRef("d3", every[0].claim)]) == ()


def test_agreed_links_are_taken_over_and_others_ruled_and_undone(project: Store) -> None:
    for layer in (LAYER, OTHER):
        say(project, layer, "d1", "d2", "part_of")
    say(project, LAYER, "d1", "d3", "same")
    tally = make_gold(project, SCHEME, Adjudicating(project, SCHEME), unanimous=True)
    assert (tally.linked, tally.kinds["link"]) == (1, 1)
    assert [link.relation for link in project.links(GOLD)] == ["part_of"]
    assert project.link_rules(NAMES) == ()
    judge = Session(project, SCHEME, "Noor", adjudication=AdjudicationPlan())
    judge.do("goto", id="d3")
    (claim,) = judge.sheet.draft.claims
    judge.do("goto", id=claim, document="d3")
    (waits,) = [e for e in judge.ask("candidates")["candidates"] if e["state"] == "open"]
    judge.do("link", document=waits["document"], claim=waits["claim"], relation="same")
    (ruled,) = project.link_rules(NAMES)
    assert (ruled.rule.document, ruled.rule.adjudicator) == ("d3", "a03")
    assert project.link_rules(["d1"]) == ()
    judge.do("undo")
    assert project.link_rules(NAMES)[-1].rule.content is None
    assert [link.relation for link in project.links(GOLD)] == ["part_of"]
    assert project.check() == ()


def test_an_erased_article_is_named_by_no_ruling(project: Store) -> None:
    content = {
        "mark": "link",
        "first": {"document": "d1", "claim": "c1"},
        "second": {"document": "d2", "claim": "c2"},
        "refs": [["a01", "d1", "c1"], ["a01", "d2", "c2"]],
    }
    add_rule(project, Rule("d1", "s1", "link:12", content, "a03"))
    project.withdraw("document", "d2", **WHO)
    project.erase("document", "d2", **WHO)
    assert [each.rule.content for each in project.link_rules(["d1"])] == [None]
    assert project.check() == ()


def test_a_person_who_is_erased_is_named_by_no_ruling(project: Store) -> None:
    say(project, LAYER, "d1", "d2", "same")
    make_gold(project, SCHEME, Adjudicating(project, SCHEME))
    judge = Session(project, SCHEME, "Noor", adjudication=AdjudicationPlan())
    judge.do("goto", id="d1")
    (claim,) = judge.sheet.draft.claims
    judge.do("goto", id=claim, document="d1")
    (waits,) = [e for e in judge.ask("candidates")["candidates"] if e["state"] == "open"]
    judge.do("link", document=waits["document"], claim=waits["claim"], relation="none")
    project.withdraw("person", "a01", **WHO)
    project.erase("person", "a01", **WHO)
    (ruled,) = project.link_rules(["d1"])
    assert ruled.rule.content is not None
    assert {ref[0] for ref in ruled.rule.content["refs"]} == {"a02"}
    # What gold says stays, and nothing is left to settle in it.
    assert [link.relation for link in project.links(GOLD)] == ["none"]
    assert make_gold(project, SCHEME, Adjudicating(project, SCHEME)).kinds["link"] == 0


def add_rule(store: Store, rule: Rule) -> None:
    stored = store.get_annotations(rule.document, GOLD).get(rule.sentence)
    said = Annotation(rule.sentence) if stored is None else stored.annotation
    action = make_action((rule.document, said, stored.revision if stored else 0), layer=GOLD)
    store.save(replace(action, rules=(rule,)))
