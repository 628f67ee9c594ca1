"""What is ruled on gold: kept with the revision that it makes, taken back with it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from tests.contract.building import add, annotate, make_action, make_document, make_key
from tests.contract.conftest import Place
from workbench.errors import ConflictError, UsageError
from workbench.store import MERGE, Rule, Store, StoredRule
from workbench.store.tables import ruling

GOLD = "gold"


@pytest.fixture(autouse=True)
def _documents(store: Store) -> None:
    add(store, make_document("d1"), make_document("d2"))


def rule(item: str = "r1", choice: str | None = "own", sentence: str = "s1") -> Rule:
    content = None if choice is None else {"choice": choice, "value": {"نص": [1, None]}}
    return Rule("d1", sentence, item, content, "a07")


def say(store: Store, *rules: Rule, key: str | None = None, name: str = "choose") -> None:
    """Save `rules` with an action that leaves the annotations as they are."""
    stored = store.get_annotations("d1", GOLD)
    changes = []
    for sentence in dict.fromkeys(each.sentence for each in rules):
        known = stored.get(sentence)
        before = annotate(sentence) if known is None else known.annotation
        changes.append(("d1", before, 0 if known is None else known.revision))
    action = make_action(*changes, name=name, key=key, layer=GOLD)
    store.save(replace(action, rules=rules))


def ruled(store: Store) -> list[tuple[int, str, str | None]]:
    return [
        (each.revision, each.rule.item, (each.rule.content or {}).get("choice"))
        for each in store.rules("d1")
    ]


def test_a_ruling_comes_back_whole(place: Place, store: Store) -> None:
    say(store, rule())
    (found,) = place.open().rules("d1")
    assert found == StoredRule(GOLD, 1, found.at_utc, rule())
    assert store.rules() == (found,)
    assert store.rules("d2") == ()


def test_undo_says_again_what_was_ruled_before(store: Store) -> None:
    say(store, rule(choice="own"))
    say(store, rule(choice="annotator:a01"), rule("r2", "own", "s2"))
    assert store.author_of("undo") == "a07"
    store.undo(GOLD, make_key())
    assert sorted(ruled(store)[3:], key=str) == [(2, "r2", None), (3, "r1", "own")]
    store.redo(GOLD, make_key())
    assert sorted(ruled(store)[5:], key=str) == [(3, "r2", "own"), (4, "r1", "annotator:a01")]
    assert store.check() == ()


def test_an_item_that_is_ruled_on_twice_at_once_ends_as_it_began(store: Store) -> None:
    say(store, rule(choice="a"))
    say(store, rule(choice="b"), rule(choice="c"))
    store.undo(GOLD, make_key())
    assert ruled(store)[-1] == (3, "r1", "a")
    assert store.check() == ()


def test_a_key_that_is_sent_again_rules_nothing_again(store: Store) -> None:
    say(store, rule(), key="k1")
    say(store, rule(), key="k1")
    assert len(store.rules()) == 1


def test_a_refused_save_leaves_no_ruling(store: Store) -> None:
    say(store, rule())
    before = store.rules()
    stale = make_action(("d1", annotate("s1"), 0), name="choose", layer=GOLD)
    with pytest.raises(ConflictError):
        store.save(replace(stale, rules=(rule(choice="theirs"),)))
    other = make_action(("d1", annotate("s2"), 0), name="choose", layer=GOLD)
    with pytest.raises(UsageError, match="s3"):
        store.save(replace(other, rules=(rule(sentence="s3"),)))
    assert store.rules() == before
    assert "s2" not in store.get_annotations("d1", GOLD)


def test_what_is_taken_over_is_nobodys_to_undo(store: Store) -> None:
    nobody = replace(rule("merge:s1"), adjudicator=None)
    say(store, nobody, name=MERGE)
    assert store.undo_names(GOLD) == (None, None)
    assert store.author_of("undo") is None
    assert store.undo(GOLD, make_key()) is None


def test_the_hash_of_the_state_knows_rulings(store: Store) -> None:
    say(store, rule())
    before = store.state_hash()
    say(store, rule(choice="annotator:a01"))
    assert store.state_hash() != before


def test_erasing_a_document_forgets_what_was_ruled_on_it(store: Store) -> None:
    say(store, rule())
    say(store, rule(choice="annotator:a01"))
    store.withdraw("document", "d1", by="Dana", reason="asked for it")
    store.erase("document", "d1", by="Dana", reason="asked for it")
    with store._database.reading() as connection:
        rows = connection.execute(select(ruling.c.before, ruling.c.content)).all()
    assert {tuple(row) for row in rows} == {(None, None)}
    assert store.check() == ()


def test_erasing_a_person_forgets_their_versions_and_keeps_gold(store: Store) -> None:
    store.ensure_person("Amal")
    content = {"refs": [["a01", "c1"], ["a02", "c2"]], "seen": ["زنجبار"], "value": "kept"}
    say(store, replace(rule(), content=content))
    say(store, rule("r2"))
    store.withdraw("person", "Amal", by="Dana", reason="asked for it")
    erased = store.erase("person", "Amal", by="Dana", reason="asked for it")
    assert erased.erased["rulings"] == 1
    first, second = (each.rule.content for each in store.rules("d1"))
    assert first == {"refs": [["a02", "c2"]], "seen": [], "value": "kept"}
    assert second == rule("r2").content
    assert store.check() == ()
