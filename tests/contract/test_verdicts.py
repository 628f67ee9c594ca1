"""What is said of suggestions: kept with the action, taken back with it, never changed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

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
from workbench.errors import ConflictError, UsageError
from workbench.model import Annotation
from workbench.store import Store, StoredVerdict, Verdict, VerdictName


@pytest.fixture(autouse=True)
def _documents(store: Store) -> None:
    add(store, make_document("d1"), make_document("d2"))


def say(
    store: Store,
    *verdicts: Verdict,
    key: str | None = None,
    layer: str = LAYER,
    based_on: int | None = None,
) -> None:
    """Save `verdicts` with an action that changes nothing else."""
    changes = []
    for document, sentence in dict.fromkeys((each.document, each.sentence) for each in verdicts):
        stored = store.get_annotations(document, layer).get(sentence)
        annotation = stored.annotation if stored else Annotation(sentence)
        revision = based_on if based_on is not None else stored.revision if stored else 0
        changes.append((document, annotation, revision))
    action = make_action(*changes, name="refuse suggestion", key=key, layer=layer)
    store.save(replace(action, verdicts=verdicts))


def verdict(name: VerdictName, item: str = "i1", sentence: str = "s1") -> Verdict:
    return Verdict("d1", sentence, item, name, content={"spans": [[0, 1]], "score": 0.5})


def said(store: Store, layer: str = LAYER) -> list[tuple[int, str, str]]:
    found = store.verdicts(layer, "d1")
    return [(each.revision, each.verdict.item, each.verdict.verdict) for each in found]


def test_a_verdict_comes_back_whole(place: Place, store: Store) -> None:
    taken = Verdict("d1", "s1", "i1", "taken", "c1", {"text": "نعم", "score": None})
    say(store, taken)
    assert place.open().verdicts(LAYER, "d1") == (StoredVerdict(LAYER, 1, taken),)
    assert store.verdicts(LAYER) == store.verdicts(LAYER, "d1")
    assert store.verdicts(LAYER, "d2") == ()
    assert store.verdicts(OTHER) == ()


def test_it_is_in_the_history_by_the_name_of_its_action(store: Store) -> None:
    say(store, verdict("refused"))
    (row,) = store.history(LAYER)
    assert (row.action, row.content["claims"]) == ("refuse suggestion", [])
    assert store.get_annotations("d1", LAYER)["s1"].annotation == Annotation("s1")


def test_undo_says_again_what_was_said_before_and_redo_turns_it_back(store: Store) -> None:
    say(store, verdict("ignored"), verdict("ignored", "i2"))
    say(store, verdict("refused"), verdict("refused", "i3", "s2"))
    assert store.undo(LAYER, make_key()) is not None
    assert said(store)[4:] == [(3, "i1", "ignored"), (2, "i3", "open")]
    assert store.redo(LAYER, make_key()) is not None
    assert said(store)[6:] == [(4, "i1", "refused"), (3, "i3", "refused")]
    store.undo(LAYER, make_key())
    store.undo(LAYER, make_key())
    assert {item: name for _, item, name in said(store)} == {
        "i1": "open",
        "i2": "open",
        "i3": "open",
    }


def test_the_newest_of_each_suggestion_is_counted(store: Store) -> None:
    assert store.count_verdicts(LAYER) == {}
    say(store, verdict("ignored"), verdict("ignored", "i2"), verdict("held", "i3", "s2"))
    say(store, verdict("taken"))
    assert store.count_verdicts(LAYER) == {"taken": 1, "ignored": 1, "held": 1}
    store.undo(LAYER, make_key())
    store.undo(LAYER, make_key())
    assert store.count_verdicts(LAYER) == {}


def test_a_repeated_key_says_nothing_twice(store: Store) -> None:
    say(store, verdict("refused"), key="k1")
    say(store, verdict("refused"), key="k1")
    assert said(store) == [(1, "i1", "refused")]
    store.undo(LAYER, "k2")
    store.undo(LAYER, "k2")
    assert said(store) == [(1, "i1", "refused"), (2, "i1", "open")]


def test_a_refused_action_says_nothing(store: Store) -> None:
    with pytest.raises(ConflictError):
        say(store, verdict("refused"), based_on=7)
    elsewhere = replace(verdict("refused"), sentence="s3")
    action = make_action(("d1", annotate("s1"), 0))
    with pytest.raises(UsageError, match="s3"):
        store.save(replace(action, verdicts=(verdict("refused"), elsewhere)))
    assert said(store) == []
    assert store.layers() == ()


def test_each_layer_says_its_own(store: Store) -> None:
    say(store, verdict("refused"))
    say(store, verdict("taken"), layer=OTHER)
    assert said(store) == [(1, "i1", "refused")]
    assert said(store, OTHER) == [(1, "i1", "taken")]


def test_what_is_said_of_suggestions_is_part_of_the_state(store: Store) -> None:
    say(store, verdict("ignored"))
    before = store.state_hash()
    say(store, verdict("refused"))
    store.undo(LAYER, make_key())
    assert store.state_hash() != before


def test_the_seconds_of_a_layer_are_summed_over_its_sentences(store: Store) -> None:
    assert store.active_s(LAYER) == 0.0
    store.save(make_action(("d1", annotate("s1"), 0), ("d1", annotate("s2"), 0), active_s=2.5))
    store.save(make_action(("d2", annotate("s1"), 0), active_s=1.0))
    store.save(make_action(("d2", annotate("s1"), 0), active_s=40.0, layer=OTHER))
    assert store.active_s(LAYER) == 3.5
