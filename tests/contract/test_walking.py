"""Walking: the next sentence, the next open one, and where one was."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.contract.building import LAYER, OTHER, add, decide, make_document, make_key
from tests.contract.conftest import Place
from workbench.errors import DocumentError
from workbench.model import SegmentKind
from workbench.store import SentenceRef, Store

KINDS: Sequence[SegmentKind] = ("headline", "body", "boilerplate", "body")


def walk(store: Store, step: int, *, only_open: bool, layer: str = LAYER) -> list[int]:
    position = -1 if step > 0 else store.progress(layer).sentences
    found = []
    while ref := store.next_sentence(position, layer=layer, step=step, only_open=only_open):
        position = ref.position
        found.append(position)
    return found


def test_an_empty_project_has_no_sentence(store: Store) -> None:
    assert store.sentence_at(0) is None
    assert walk(store, 1, only_open=True) == []
    assert walk(store, -1, only_open=False) == []


def test_sentences_have_positions_over_the_project(store: Store) -> None:
    add(store, make_document("d1", KINDS), make_document("d2", KINDS))
    ref = store.sentence_at(5)
    assert ref == store.find_sentence("d2", "s2") == store.get_document("d2").sentences[1]
    assert isinstance(ref, SentenceRef)
    assert (ref.document, ref.sentence, ref.position, ref.kind) == ("d2", "s2", 5, "body")
    assert store.sentence_at(8) is store.sentence_at(-1) is None


@pytest.mark.parametrize(("document", "sentence"), [("d1", "s9"), ("d9", "s1"), ("d1", "\0")])
def test_an_unknown_sentence_is_refused(store: Store, document: str, sentence: str) -> None:
    add(store, make_document())
    with pytest.raises(DocumentError):
        store.find_sentence(document, sentence)


def test_boilerplate_is_passed_over(store: Store) -> None:
    add(store, make_document("d1", KINDS), make_document("d2", ("boilerplate", "body")))
    assert walk(store, 1, only_open=False) == [0, 1, 3, 5]
    assert walk(store, -1, only_open=False) == [5, 3, 1, 0]


def test_what_is_decided_is_passed_over(store: Store) -> None:
    add(store, make_document("d1", KINDS), make_document("d2", KINDS))
    for sentence in ("s1", "s4"):
        decide(store, sentence)
    decide(store, "s1", "skipped", document="d2")
    assert walk(store, 1, only_open=True) == [1, 5, 7]
    assert walk(store, -1, only_open=True) == [7, 5, 1]
    assert walk(store, 1, only_open=False) == [0, 1, 3, 4, 5, 7]
    assert walk(store, 1, only_open=True, layer=OTHER) == [0, 1, 3, 4, 5, 7]


def test_what_is_opened_again_is_found_again(store: Store) -> None:
    add(store, make_document("d1", KINDS), make_document("d2", KINDS))
    for document in ("d1", "d2"):
        for sentence in ("s1", "s2", "s3", "s4"):
            decide(store, sentence, document=document)
    assert walk(store, 1, only_open=True) == []
    decide(store, "s4", "open")
    decide(store, "s2", "open", document="d2")
    assert walk(store, 1, only_open=True) == [3, 5]
    assert store.check() == ()
    store.undo(LAYER, make_key())
    assert walk(store, -1, only_open=True) == [3]


def test_documents_that_come_later_are_walked_to(store: Store) -> None:
    add(store, make_document("d1", KINDS))
    for sentence in ("s1", "s2", "s4"):
        decide(store, sentence)
    assert walk(store, 1, only_open=True) == []
    add(store, make_document("d2", ("boilerplate", "body", "boilerplate")))
    assert walk(store, 1, only_open=True) == [5]
    decide(store, "s2", document="d2")
    assert walk(store, 1, only_open=True) == []


def test_places_are_kept_by_layer(place: Place, store: Store) -> None:
    assert store.get_place(LAYER) is None
    store.set_place(LAYER, 3)
    store.set_place(OTHER, 4)
    store.set_place(LAYER, 5)
    again = place.open()
    assert (again.get_place(LAYER), again.get_place(OTHER)) == (5, 4)
    assert store.layers() == ()
