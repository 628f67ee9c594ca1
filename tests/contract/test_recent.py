"""What claims say, read along as it changes: always what reading all of it anew gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.contract.building import LAYER, OTHER, add, make_action, make_document, make_key
from tests.contract.conftest import Place
from tests.contract.following import Reader
from workbench.model import Annotation, Claim, ClaimRef, Span
from workbench.store import ChangedClaims, Mark, SaidClaim, Store


@pytest.fixture
def filled(store: Store) -> Store:
    add(store, make_document("d1"), make_document("d2", tail=" two"), make_document("d3"))
    save(store, "d1", "s1", claim("c1", "ab"), claim("c2"))
    save(store, "d1", "s2", claim("c3", "xy", "z", sentence="s2", proposition="more"))
    save(store, "d2", "s1", claim("c1", "cd"))
    return store


def claim(name: str, *words: str, sentence: str = "s1", proposition: str | None = None) -> Claim:
    spans = tuple(Span(2 * at, 2 * at + len(word), word) for at, word in enumerate(words))
    return Claim(name, sentence, spans, None, proposition=proposition)


def save(store: Store, document: str, sentence: str, *claims: Claim, layer: str = LAYER) -> None:
    known = store.get_annotations(document, layer).get(sentence)
    annotation = Annotation(sentence, claims)
    based_on = 0 if known is None else known.revision
    store.save(make_action((document, annotation, based_on), layer=layer))


def test_first_all_is_told_and_then_nothing(filled: Store) -> None:
    reader = Reader(filled)
    assert reader.read() == ["d1", "d2"]
    assert reader.said[ClaimRef("d1", "c3")] == ("xy z", "more")
    assert reader.said[ClaimRef("d1", "c2")] == ()
    assert reader.read() == []
    assert filled.changed_claims(LAYER, reader.mark) == ChangedClaims(
        reader.mark or Mark(), is_all=False, documents={}
    )


def test_a_layer_that_says_nothing_yet_is_empty(filled: Store) -> None:
    reader = Reader(filled, OTHER)
    assert reader.read() == []
    assert reader.said == {}
    save(filled, "d3", "s1", claim("c9", "words"), layer=OTHER)
    assert reader.read() == ["d3"]
    assert filled.changed_claims(OTHER).documents == {
        "d3": (SaidClaim(ClaimRef("d3", "c9"), ("words",)),)
    }


def test_only_what_the_layer_changed_is_read(filled: Store) -> None:
    reader = Reader(filled)
    reader.read()
    save(filled, "d2", "s1", claim("c1", "other"), layer=OTHER)
    assert reader.read() == []
    save(filled, "d2", "s2", claim("c7", "new", sentence="s2"))
    assert reader.read() == ["d2"]
    save(filled, "d1", "s1", claim("c1", "changed"))  # c2 is deleted
    assert reader.read() == ["d1"]
    assert ClaimRef("d1", "c2") not in reader.said


def test_undo_and_redo_are_changes(filled: Store) -> None:
    reader = Reader(filled)
    reader.read()
    before = dict(reader.said)
    save(filled, "d1", "s1")
    assert reader.read() == ["d1"]
    filled.undo(LAYER, make_key())
    assert reader.read() == ["d1"]
    assert reader.said == before
    filled.redo(LAYER, make_key())
    assert reader.read() == ["d1"]
    assert reader.said != before


def test_what_another_process_saves_is_seen(place: Place) -> None:
    here, there = place.open(), place.open()
    add(here, make_document())
    reader = Reader(here)
    assert reader.read() == []
    save(there, "d1", "s1", claim("c1", "ab"))
    assert reader.read() == ["d1"]


def test_a_withdrawn_document_says_nothing_until_it_is_taken_back(filled: Store) -> None:
    reader, decided = Reader(filled), {"by": "amal", "reason": "asked for"}
    reader.read()
    filled.withdraw("document", "d1", **decided)
    assert reader.read() == ["d1"]
    assert {ref.document for ref in reader.said} == {"d2"}
    filled.take_back("document", "d1", **decided)
    assert reader.read() == ["d1"]
    assert {ref.document for ref in reader.said} == {"d1", "d2"}
    filled.withdraw("document", "d2", **decided)
    filled.erase("document", "d2", **decided)
    assert reader.read() == ["d2"]
    assert Reader(filled).read() == ["d1"]


def test_nothing_is_left_of_a_person_who_was_erased(store: Store) -> None:
    person = store.ensure_person("amal")
    layer = f"annotator:{person.pseudonym}"
    add(store, make_document())
    save(store, "d1", "s1", claim("c1", "ab"), layer=layer)
    reader, gold = Reader(store, layer), Reader(store, "gold")
    assert reader.read() == ["d1"]
    gold.read()
    store.withdraw("person", "amal", by="noor", reason="asked for")
    reader.read()
    store.erase("person", "amal", by="noor", reason="asked for")
    reader.read()
    assert reader.said == {}
    assert gold.read() == []


def test_split_and_merged_sentences_keep_their_claims(filled: Store) -> None:
    reader = Reader(filled)
    reader.read()
    before = dict(reader.said)
    steps: list[Callable[[int], object]] = [
        lambda based: filled.merge_sentences(
            "d1", "s1", based_on=based, layer=LAYER, key=make_key()
        ),
        lambda _: filled.undo(LAYER, make_key()),
        lambda _: filled.redo(LAYER, make_key()),
    ]
    for step in steps:
        step(filled.get_document("d1").segmentation)
        reader.read()
        assert reader.said == before
    sentence = filled.get_document("d1").sentences[0].sentence
    save(filled, "d1", sentence, claim("c3", "xy", sentence=sentence))
    assert reader.read() == ["d1"]
    assert {ref.claim for ref in reader.said if ref.document == "d1"} == {"c3"}


def test_a_copy_of_earlier_days_is_read_whole(filled: Store) -> None:
    late = Mark(revision=10**6, withdrawal=0)
    changed = filled.changed_claims(LAYER, late)
    assert changed.is_all
    assert set(changed.documents) == {"d1", "d2"}
    assert filled.changed_claims(LAYER, Mark(changed.mark.revision, 99)).is_all
