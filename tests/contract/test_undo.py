"""Undo and redo: across days, over several sentences, never over somebody else's work."""

from __future__ import annotations

import pytest

from tests.contract.building import (
    LAYER,
    OTHER,
    add,
    annotate,
    decide,
    make_action,
    make_document,
    make_key,
)
from tests.contract.conftest import Place
from workbench.errors import ConflictError, UsageError
from workbench.model import Annotation
from workbench.store import Store, Undone


@pytest.fixture(autouse=True)
def _documents(store: Store) -> None:
    add(store, make_document("d1"), make_document("d2"))


def read(store: Store, sentence: str = "s1", document: str = "d1") -> Annotation | None:
    stored = store.get_annotations(document, LAYER).get(sentence)
    return None if stored is None else stored.annotation


def save(store: Store, comment: str, revision: int, name: str = "mark claim") -> None:
    store.save(make_action(("d1", annotate(comment=comment), revision), name=name))


def undo(store: Store) -> Undone | None:
    return store.undo(LAYER, make_key())


def redo(store: Store) -> Undone | None:
    return store.redo(LAYER, make_key())


def test_nothing_to_undo(store: Store) -> None:
    assert undo(store) is None
    assert redo(store) is None
    assert store.undo_names(LAYER) == (None, None)
    assert store.layers() == ()


def test_undo_is_one_more_revision_with_the_old_content(store: Store) -> None:
    save(store, "one", 0, "first")
    save(store, "two", 1, "second")
    undone = undo(store)
    assert undone is not None
    assert (undone.name, undone.document, undone.sentences) == ("second", "d1", (("d1", "s1"),))
    assert undone.saved.revisions == {("d1", "s1"): 3}
    assert read(store) == annotate(comment="one")
    assert store.undo_names(LAYER) == ("first", "second")
    undo(store)
    assert read(store) == Annotation("s1")
    assert store.undo_names(LAYER) == (None, "first")
    assert undo(store) is None


def test_redo_goes_back_up_step_by_step(store: Store) -> None:
    for revision, comment in enumerate("abc"):
        save(store, comment, revision, comment)
    for _ in "abc":
        undo(store)
    for name in "abc":
        done = redo(store)
        assert done is not None
        assert done.name == name
        assert read(store) == annotate(comment=name)
    assert redo(store) is None
    assert store.undo_names(LAYER) == ("c", None)


def test_an_edit_ends_what_could_be_redone(store: Store) -> None:
    save(store, "a", 0, "a")
    save(store, "b", 1, "b")
    undo(store)
    save(store, "c", 3, "c")
    assert redo(store) is None
    assert store.undo_names(LAYER) == ("c", None)
    undo(store)
    assert read(store) == annotate(comment="a")
    undo(store)
    assert read(store) == Annotation("s1")


def test_back_and_forth_for_long(store: Store) -> None:
    save(store, "a", 0)
    save(store, "b", 1)
    for _ in range(5):
        undo(store)
        undo(store)
        redo(store)
        redo(store)
    assert read(store) == annotate(comment="b")
    undo(store)
    assert read(store) == annotate(comment="a")
    assert store.check() == ()


def test_yesterdays_work_can_be_undone_today(place: Place, store: Store) -> None:
    save(store, "a", 0, "a")
    save(store, "b", 1, "b")
    undo(store)
    store.close()
    with place.open() as today:
        assert today.undo_names(LAYER) == ("a", "b")
        undo(today)
        redo(today)
        redo(today)
        assert read(today) == annotate(comment="b")


def test_an_action_over_several_sentences_is_undone_whole(store: Store) -> None:
    store.save(
        make_action(
            ("d1", annotate("s1", "done"), 0),
            ("d1", annotate("s3"), 0),
            ("d2", annotate("s2", "skipped"), 0),
            name="link",
        )
    )
    undone = undo(store)
    assert undone is not None
    assert undone.sentences == (("d1", "s1"), ("d1", "s3"), ("d2", "s2"))
    assert [read(store, "s1"), read(store, "s3"), read(store, "s2", "d2")] == [
        Annotation("s1"),
        Annotation("s3"),
        Annotation("s2"),
    ]
    assert store.progress(LAYER).done == store.progress(LAYER).skipped == 0
    redo(store)
    assert read(store, "s2", "d2") == annotate("s2", "skipped")
    assert (store.progress(LAYER).done, store.progress(LAYER).skipped) == (1, 1)


def test_a_decision_undone_is_open_again(store: Store) -> None:
    decide(store, "s1")
    undo(store)
    found = store.next_sentence(-1, layer=LAYER, step=1, only_open=True)
    assert found is not None
    assert found.sentence == "s1"


def test_an_import_is_not_the_annotators_to_undo(store: Store) -> None:
    save(store, "mine", 0, "mine")
    store.save(make_action(("d1", annotate("s2"), 0), name="import"))
    assert store.undo_names(LAYER) == ("mine", None)
    undone = undo(store)
    assert undone is not None
    assert undone.name == "mine"
    assert read(store, "s2") == annotate("s2")
    assert undo(store) is None


def test_an_import_in_between_is_not_undone_with_it(store: Store) -> None:
    save(store, "mine", 0, "mine")
    theirs = annotate(comment="theirs")
    store.save(make_action(("d1", theirs, 1), name="import"))
    with pytest.raises(ConflictError) as caught:
        undo(store)
    assert caught.value.mine == {"s1": Annotation("s1")}
    assert caught.value.theirs["s1"].annotation == theirs
    assert caught.value.theirs["s1"].revision == 2
    assert read(store) == theirs
    assert store.undo_names(LAYER) == ("mine", None)


def test_an_import_after_an_undo_is_not_overwritten_by_the_redo(store: Store) -> None:
    save(store, "mine", 0)
    undo(store)
    store.save(make_action(("d1", annotate(comment="theirs"), 2), name="import"))
    with pytest.raises(ConflictError):
        redo(store)
    assert read(store) == annotate(comment="theirs")


def test_the_newest_action_is_undone_from_whichever_window(place: Place, store: Store) -> None:
    window = place.open()
    save(store, "a", 0, "a")
    save(window, "b", 1, "b")
    undone = undo(store)
    assert undone is not None
    assert undone.name == "b"
    assert window.undo_names(LAYER) == ("a", "b")


def test_undo_of_one_layer_knows_no_other(store: Store) -> None:
    save(store, "a", 0)
    assert store.undo(OTHER, make_key()) is None
    assert store.undo_names(OTHER) == (None, None)


def test_a_key_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="key"):
        store.undo(LAYER, "")
