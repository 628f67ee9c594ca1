"""Documents: added once, refused when they differ, read back as they came."""

from __future__ import annotations

import msgspec
import pytest

from tests.contract.building import (
    INFO,
    LAYER,
    add,
    annotate,
    decide,
    make_action,
    make_document,
    make_key,
)
from tests.contract.conftest import Place
from workbench.errors import ConflictError, DocumentError, StoreError, UsageError
from workbench.model import Document, Segment, SegmentKind, Sentence, compute_text_sha256
from workbench.store import Progress, Store, create_store, open_store


def test_a_new_store_knows_its_project(empty_location: str) -> None:
    with create_store(empty_location, INFO) as store:
        assert store.info == INFO
        assert store.check() == ()
    with open_store(empty_location) as store:
        assert store.info == INFO


def test_an_existing_store_is_not_made_again(empty_location: str) -> None:
    create_store(empty_location, INFO).close()
    with pytest.raises(StoreError, match="something already"):
        create_store(empty_location, msgspec.structs.replace(INFO, name="other"))
    with open_store(empty_location) as store:
        assert store.info == INFO


def test_a_document_comes_back_as_it_went_in(store: Store) -> None:
    document, segments, sentences = make_document(
        "أخبار/1 — ½", ("headline", "body", "boilerplate")
    )
    assert add(store, (document, segments, sentences)) == [(document.id, True)]
    stored = store.get_document(document.id)
    assert (stored.document, stored.segments, stored.segmentation) == (document, segments, 1)
    assert [(r.sentence, r.start, r.end) for r in stored.sentences] == [
        (s.id, s.start, s.end) for s in sentences
    ]
    assert [(r.position, r.kind) for r in stored.sentences] == [
        (0, "headline"),
        (1, "body"),
        (2, "boilerplate"),
    ]
    assert store.has_document(document.id)


def test_adding_again_adds_nothing(store: Store) -> None:
    documents = [make_document(f"d{number}") for number in range(3)]
    add(store, *documents)
    before = store.state_hash()
    assert add(store, *documents) == [("d0", False), ("d1", False), ("d2", False)]
    assert store.state_hash() == before
    assert list(store.document_ids()) == ["d0", "d1", "d2"]


def test_the_same_document_twice_in_one_batch_is_one(store: Store) -> None:
    assert add(store, make_document(), make_document()) == [("d1", True), ("d1", False)]


def test_another_text_under_a_known_id_is_refused_and_the_others_stand(store: Store) -> None:
    add(store, make_document("d1"))
    adding = store.add_documents(
        [make_document("d0"), make_document("d1", tail="!"), make_document("d2")]
    )
    assert next(adding) == ("d0", True)
    with pytest.raises(DocumentError, match=r"at code point \d+ .* got '!") as caught:
        next(adding)
    assert caught.value.subject == "d1"
    assert list(adding) == [("d2", True)]
    assert store.get_document("d1").document == make_document("d1")[0]


def test_other_sentences_are_refused_naming_the_first(store: Store) -> None:
    document, segments, sentences = make_document()
    add(store, (document, segments, sentences))
    moved = msgspec.structs.replace(sentences[1], end=sentences[1].end - 1)
    with pytest.raises(DocumentError, match="sentence 2 s2"):
        add(store, (document, segments, (sentences[0], moved, sentences[2])))
    with pytest.raises(DocumentError, match=r"sentence 3 .* got none"):
        add(store, (document, segments, sentences[:2]))


def _document(text: str = "نص", document_id: str = "d1") -> Document:
    digest = compute_text_sha256(text) if text.isprintable() else "0" * 64
    return Document(document_id, "ar", None, None, None, None, {}, text, digest)


@pytest.mark.parametrize(
    ("document", "sentences"),
    [
        (_document("a\0b"), ()),
        (_document("a\ud800b"), ()),
        (_document(document_id=""), ()),
        (_document(document_id="a\nb"), ()),
        (_document(document_id="a\ud800"), ()),
        (_document(document_id="x" * 256), ()),
        (msgspec.structs.replace(_document(), text_sha256="f" * 64), ()),
        (msgspec.structs.replace(_document(), metadata={"a": float("nan")}), ()),
        (msgspec.structs.replace(_document(), metadata={"a": "\udfff"}), ()),
        (msgspec.structs.replace(_document(), title="\udfff"), ()),
        (_document(), (Sentence("s1", 0, 3),)),
        (_document(), (Sentence("s1", 0, 1), Sentence("s1", 1, 2))),
        (_document(), (Sentence("s1", 1, 2), Sentence("s2", 0, 1))),
        (_document(), (Sentence("s\0", 0, 1),)),
    ],
)
def test_what_cannot_be_kept_is_refused_in_one_sentence(
    store: Store, document: Document, sentences: tuple[Sentence, ...]
) -> None:
    with pytest.raises(DocumentError) as caught:
        add(store, (document, (), sentences))
    str(caught.value).encode()
    assert add(store, make_document("d2")) == [("d2", True)]
    assert list(store.document_ids()) == ["d2"]


def test_ids_of_any_other_characters_are_taken(store: Store) -> None:
    ids = ["x" * 255, "'; DROP TABLE document; --", "%s :name ?", "\u202eمعكوس", "a b\u00a0c", "😀"]
    add(store, *(make_document(each) for each in ids))
    assert list(store.document_ids()) == ids
    for each in ids:
        assert store.get_document(each).document.id == each
        decide(store, "s1", document=each)
        assert list(store.get_annotations(each, LAYER)) == ["s1"]


@pytest.mark.parametrize("document_id", ["d9", "", "a\0b", "\ud800", "x" * 300])
def test_an_unknown_document_is_named(store: Store, document_id: str) -> None:
    assert not store.has_document(document_id)
    with pytest.raises(DocumentError, match="Expected a document") as caught:
        store.get_document(document_id)
    str(caught.value).encode()


def test_a_document_without_sentences_is_kept(store: Store) -> None:
    document = _document("")
    add(store, (document, (), ()), make_document("d2"))
    assert store.get_document("d1").sentences == ()
    assert store.sentence_at(0) == store.find_sentence("d2", "s1")


def test_many_documents_come_in_batches_read_lazily(store: Store) -> None:
    asked = []

    def documents() -> object:
        for number in range(150):
            asked.append(number)
            yield make_document(f"d{number}", ("body",))

    adding = store.add_documents(documents())  # type: ignore[arg-type]
    assert asked == []
    assert next(adding) == ("d0", True)
    assert 0 < len(asked) < 150
    assert store.has_document("d0")
    assert len(list(adding)) == 149
    assert store.progress(LAYER).sentences == 150


# ---------------------------------------------------------------- segments


def test_segments_have_revisions_and_bring_kinds_and_counts_along(store: Store) -> None:
    document, segments, _ = make_document(kinds=("body", "body", "boilerplate"))
    add(store, make_document(kinds=("body", "body", "boilerplate")))
    decide(store, "s1")
    decide(store, "s2", "skipped")
    assert store.progress(LAYER) == Progress(3, 2, 1, 1, 0)
    changed = (
        msgspec.structs.replace(segments[0], kind="boilerplate"),
        msgspec.structs.replace(segments[1], published="2031-05"),
        msgspec.structs.replace(segments[2], kind="related"),
    )
    number = store.save_segments(document.id, changed, based_on=1, layer=LAYER, key="g1")
    assert number == 2
    stored = store.get_document(document.id)
    assert (stored.segments, stored.segmentation) == (changed, 2)
    assert [each.kind for each in stored.sentences] == ["boilerplate", "body", "related"]
    assert store.progress(LAYER) == Progress(3, 2, 0, 1, 0)
    assert store.check() == ()


def test_segments_saved_again_with_the_same_key_change_nothing(store: Store) -> None:
    add(store, make_document())
    segments = make_document()[1][:1]
    for _ in range(2):
        number = store.save_segments("d1", segments, based_on=1, layer=LAYER, key="g1")
        assert number == 2
    assert store.get_document("d1").segmentation == 2


def test_segments_that_somebody_saved_first_are_shown(store: Store) -> None:
    _, segments, _ = make_document()
    add(store, make_document())
    store.save_segments("d1", segments[:1], based_on=1, layer=LAYER, key="g1")
    with pytest.raises(ConflictError) as caught:
        store.save_segments("d1", segments[:2], based_on=1, layer=LAYER, key="g2")
    assert (caught.value.mine, caught.value.theirs) == (segments[:2], segments[:1])
    assert store.get_document("d1").segments == segments[:1]


def test_segments_outside_the_text_are_refused(store: Store) -> None:
    add(store, make_document())
    with pytest.raises(DocumentError, match="inside"):
        store.save_segments("d1", (Segment(0, 10_000, "body"),), based_on=1, layer=LAYER, key="g1")
    with pytest.raises(UsageError, match="key"):
        store.save_segments("d1", (), based_on=1, layer=LAYER, key="two words")


def test_kinds_that_come_and_go_keep_the_walk_right(place: Place, store: Store) -> None:
    kinds: tuple[SegmentKind, ...] = (
        "body",
        "body",
        "boilerplate",
        "body",
        "boilerplate",
        "body",
    )
    document, segments, _ = make_document(kinds=kinds)
    add(store, (document, segments, make_document(kinds=kinds)[2]))
    for sentence in ("s1", "s2", "s3", "s6"):
        decide(store, sentence)
    based_on = 1
    for number in (2, 3, 4, 3, 2, 4, 1, 0):
        flipped = "body" if segments[number].kind == "boilerplate" else "boilerplate"
        segments = (
            *segments[:number],
            msgspec.structs.replace(segments[number], kind=flipped),
            *segments[number + 1 :],
        )
        based_on = store.save_segments(
            "d1", segments, based_on=based_on, layer=LAYER, key=f"g{based_on}"
        )
        assert store.check() == ()
        open_ = [n for n in (3, 4) if segments[n].kind != "boilerplate"]
        found = store.next_sentence(-1, layer=LAYER, step=1, only_open=True)
        assert (found.position if found else None) == (open_[0] if open_ else None)
    store.save(make_action(("d1", annotate("s4"), 0)))


def test_many_documents_are_read_as_each_of_them_is(store: Store) -> None:
    names = ["d10", "d2", "d1"]
    add(store, *(make_document(each, tail=each) for each in names))
    store.save_segments("d2", (), based_on=1, layer=LAYER, key=make_key())
    assert store.get_documents([*names, "unknown", "\0"]) == {
        each: store.get_document(each) for each in names
    }
    assert store.get_documents([]) == {}
