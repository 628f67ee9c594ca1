"""Splitting and merging sentences: for everybody, with what has been said, and taken back again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contract.building import LAYER, OTHER, add, make_action, make_key
from tests.contract.conftest import Place
from workbench.errors import ConflictError, DocumentError, EditError
from workbench.model import (
    Annotation,
    Attribution,
    Claim,
    Document,
    Segment,
    SegmentKind,
    Sentence,
    Source,
    Span,
    Status,
    compute_text_sha256,
)
from workbench.store import Progress, Resegmented, Store

FIRST = "قال الناطق إن الجسر سيفتح غدًا."
SECOND = "ونفت البلدية ذلك."
LINES = (f"{FIRST} {SECOND}", "وصل الوفد 👩‍🚒 مساء.", "شارك الخبر")
KINDS: tuple[SegmentKind, ...] = ("body", "body", "boilerplate")
AT = LINES[0].index(SECOND)


def make(document_id: str = "d1") -> tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]]:
    text = "\n".join(LINES)
    starts = [text.index(line) for line in LINES]
    ranges = [(start, start + len(line)) for start, line in zip(starts, LINES, strict=True)]
    digest = compute_text_sha256(text)
    document = Document(document_id, "ar", None, None, None, None, {}, text, digest)
    segments = tuple(Segment(*edges, kind) for edges, kind in zip(ranges, KINDS, strict=True))
    return document, segments, tuple(Sentence(f"s{n}", *e) for n, e in enumerate(ranges, 1))


def span(words: str) -> Span:
    start = "\n".join(LINES).index(words)
    return Span(start, start + len(words), words)


def say(
    status: Status = "done", *, flagged: bool = False, comment: str | None = None
) -> Annotation:
    """Return two claims of the first sentence, one in each half, and who holds them."""
    first = Claim("c1", "s1", (span("الجسر سيفتح غدًا"),))
    understood = Claim("c2", "s1", (), proposition="سيبقى مغلقا")
    affirms = Attribution(
        "a1", "s1", Source((span("الناطق"),), "explicit"), (span("قال"),), ("c1",), (), "affirm"
    )
    denies = Attribution(
        "a2", "s1", Source((span("البلدية"),), "explicit"), (span("نفت"),), ("c2",), (), "deny"
    )
    relays = Attribution("a3", "s1", Source((), "implicit"), None, ("a1",), (), "report")
    return Annotation(
        "s1", (first, understood), (affirms, denies, relays), status, flagged, comment
    )


def save(store: Store, said: Annotation, layer: str = LAYER, based_on: int = 0) -> None:
    store.save(make_action(("d1", said, based_on), layer=layer, name="decide"))


def split(store: Store, at: int = AT, sentence: str = "s1", **given: Any) -> Resegmented:
    settings = {
        "based_on": store.get_document("d1").segmentation,
        "layer": LAYER,
        "key": make_key(),
    }
    return store.split_sentence("d1", sentence, at, **{**settings, **given})


def merge(store: Store, sentence: str = "s1", **given: Any) -> Resegmented:
    settings = {
        "based_on": store.get_document("d1").segmentation,
        "layer": LAYER,
        "key": make_key(),
    }
    return store.merge_sentences("d1", sentence, **{**settings, **given})


def words(store: Store, document: str = "d1") -> list[str]:
    stored = store.get_document(document)
    return [stored.document.text[ref.start : ref.end] for ref in stored.sentences]


def read(store: Store, layer: str = LAYER) -> dict[str, Annotation]:
    found = store.get_annotations("d1", layer)
    return {sentence: stored.annotation for sentence, stored in found.items()}


@pytest.fixture(autouse=True)
def _documents(store: Store) -> None:
    add(store, make("d0"), make("d1"), make("d2"))


def test_a_split_is_for_everybody_and_a_revision_of_the_segmentation(
    place: Place, store: Store
) -> None:
    made = split(store)
    assert words(store) == [FIRST, SECOND, *LINES[1:]]
    assert (made.gone, made.segmentation, made.carried) == (("s1",), 2, {})
    stored = place.open().get_document("d1")
    assert [ref.sentence for ref in stored.sentences] == [*(s.id for s in made.came), "s2", "s3"]
    assert [ref.kind for ref in stored.sentences] == ["body", *KINDS]
    assert stored.segmentation == 2
    with pytest.raises(DocumentError):
        store.find_sentence("d1", "s1")


def test_positions_go_on_without_a_gap_through_all_documents(store: Store) -> None:
    store.set_place(LAYER, 7)
    store.set_place(OTHER, 3)
    split(store)
    refs = [store.sentence_at(position) for position in range(10)]
    assert [ref.position for ref in refs if ref] == list(range(10))
    assert [(ref.document, ref.position) for ref in refs if ref and ref.sentence == "s3"] == [
        ("d0", 2),
        ("d1", 6),
        ("d2", 9),
    ]
    assert store.sentence_at(10) is None
    assert (store.get_place(LAYER), store.get_place(OTHER)) == (8, 3)
    assert store.progress(LAYER) == Progress(10, 7, 0, 0, 0)
    add(store, make("d3"))
    last = store.get_document("d3").sentences
    assert [ref.position for ref in last] == [10, 11, 12]


def test_claims_go_to_the_sentence_that_they_start_in_in_every_layer(store: Store) -> None:
    save(store, say())
    save(store, say("skipped", flagged=True, comment="نعم"), OTHER)
    made = split(store)
    first, second = (each.id for each in made.came)
    assert made.carried == {LAYER: 2, OTHER: 2}
    for layer in (LAYER, OTHER):
        said = read(store, layer)
        assert [claim.id for claim in said[first].claims] == ["c1"]
        assert [each.id for each in said[first].attributions] == ["a1", "a3"]
        assert [claim.id for claim in said[second].claims] == ["c2"]
        assert [each.id for each in said[second].attributions] == ["a2"]
        assert {each.status for each in said.values()} == {"open"}
        assert {claim.sentence for each in said.values() for claim in each.claims} == {
            first,
            second,
        }
    assert {each.flagged for each in read(store, OTHER).values()} == {True}
    assert [each.comment for each in read(store, OTHER).values()] == ["نعم", "نعم"]
    assert store.progress(OTHER) == Progress(10, 7, 0, 0, 2)
    assert store.progress(LAYER).done == 0


def test_the_history_names_the_operation_and_keeps_what_went(store: Store) -> None:
    save(store, say())
    save(store, say(), OTHER)
    made = split(store, active_s=4.0)
    rows = [(row.sentence, row.action, row.revision) for row in store.history(OTHER)]
    came = [each.id for each in made.came]
    assert rows == [("s1", "decide", 1), *((each, "split sentence", 1) for each in came)]
    assert [row.active_s for row in store.history(LAYER)] == [None, 4.0, None]
    assert store.sentence_order("d1")[:3] == (came[0], "s1", came[1])


def test_nothing_here_is_open_again(store: Store) -> None:
    save(store, Annotation("s1", status="done"))
    split(store)
    assert read(store) == {}
    found = store.next_sentence(2, layer=LAYER, step=1, only_open=True)
    assert found is not None
    assert found.position == 3


def test_gold_keeps_its_decision(store: Store) -> None:
    save(store, say(), "gold")
    split(store)
    assert {each.status for each in read(store, "gold").values()} == {"done"}
    assert store.progress("gold").done == 2


def test_gold_that_is_half_decided_is_not_made_one(store: Store) -> None:
    save(store, say(), "gold")
    with pytest.raises(EditError, match="one decision of gold"):
        merge(store)
    assert store.get_document("d1").segmentation == 1


def test_a_merge_makes_one_of_two(store: Store) -> None:
    split(store)
    save(store, Annotation(store.get_document("d1").sentences[0].sentence, status="done"))
    made = merge(store, store.get_document("d1").sentences[0].sentence)
    assert words(store) == list(LINES)
    assert len(made.came) == 1
    assert store.progress(LAYER) == Progress(9, 6, 0, 0, 0)


def test_a_merge_unites_flags_and_comments(store: Store) -> None:
    save(store, say(comment="أ"))
    said = Annotation("s2", status="done", flagged=True, comment="ب")
    save(store, said)
    made = merge(store)
    (only,) = read(store).values()
    assert (only.sentence, only.flagged, only.comment) == (made.came[0].id, True, "أ\nب")
    assert (len(only.claims), len(only.attributions), only.status) == (2, 3, "open")


@pytest.mark.parametrize(
    ("at", "why"),
    [
        (0, "inside the sentence"),
        (len(LINES[0]), "inside the sentence"),
        (AT + 2, "inside a word"),
        (FIRST.index("ًا") + 0, "inside a word"),
        (len(FIRST) - 1, None),
        (AT - 1, None),
    ],
)
def test_a_sentence_ends_between_words(store: Store, at: int, why: str | None) -> None:
    if why is None:
        split(store, at)
        assert "".join(words(store)[:2]).replace(" ", "") == LINES[0].replace(" ", "")
        return
    with pytest.raises(EditError, match=why):
        split(store, at)
    assert words(store) == list(LINES)


def test_no_half_is_without_words(store: Store) -> None:
    start = "\n".join(LINES).index(LINES[1])
    with pytest.raises(EditError, match="words on both sides"):
        split(store, start + len(LINES[1]) - 1, "s2")


def test_what_cannot_be_merged(store: Store) -> None:
    with pytest.raises(EditError, match="boilerplate"):
        merge(store, "s2")
    with pytest.raises(EditError, match="last"):
        merge(store, "s3")
    with pytest.raises(DocumentError):
        merge(store, "s9")


def test_the_same_key_again_changes_nothing(store: Store) -> None:
    made = split(store, key="k1", based_on=1)
    again = split(store, key="k1", based_on=1)
    assert again.repeated
    assert (again.came, again.segmentation) == (made.came, made.segmentation)
    assert len(words(store)) == 4


def test_who_saw_older_sentences_is_refused(store: Store) -> None:
    split(store)
    with pytest.raises(ConflictError, match="somebody changed them first"):
        merge(store, "s2", based_on=1)
    with pytest.raises(ConflictError, match="split or merged"):
        save(store, say())
    assert read(store) == {}


def test_a_known_document_with_the_older_sentences_is_refused(store: Store) -> None:
    made = split(store)
    with pytest.raises(DocumentError, match=f"as sentence 1 {made.came[0].id}"):
        add(store, make("d1"))
    document, segments, _ = make("d1")
    now = tuple(Sentence(r.sentence, r.start, r.end) for r in store.get_document("d1").sentences)
    assert add(store, (document, segments, now)) == [("d1", False)]


def test_a_split_is_taken_back_and_done_again(store: Store) -> None:
    save(store, say())
    save(store, say("skipped", comment="نعم"), OTHER)
    before, progress = read(store), store.progress(OTHER)
    made = split(store)
    after = read(store)
    undone = store.undo(LAYER, make_key())
    assert undone is not None
    assert (undone.name, undone.sentences) == ("split sentence", (("d1", "s1"),))
    assert words(store) == list(LINES)
    assert read(store) == before
    assert read(store, OTHER) == {"s1": say("skipped", comment="نعم")}
    assert store.progress(OTHER) == progress
    assert store.check() == ()
    redone = store.redo(LAYER, make_key())
    assert redone is not None
    assert [sentence for _, sentence in redone.sentences] == [each.id for each in made.came]
    assert read(store) == after
    assert store.check() == ()
    store.undo(LAYER, make_key())
    # What was done before it can be taken back as ever.
    store.undo(LAYER, make_key())
    assert read(store) == {"s1": Annotation("s1")}


def test_an_undo_that_is_sent_again_is_done_once(store: Store) -> None:
    split(store)
    first = store.undo(LAYER, "u1")
    again = store.undo(LAYER, "u1")
    assert first is not None
    assert again is not None
    assert (again.sentences, again.saved.repeated) == (first.sentences, True)
    assert words(store) == list(LINES)


def test_a_split_that_somebody_worked_in_is_not_taken_back(store: Store) -> None:
    save(store, say(), OTHER)
    made = split(store)
    first = made.came[0].id
    said = Annotation(first, status="done")
    save(store, said, OTHER, based_on=1)
    with pytest.raises(ConflictError, match=f"got work of {OTHER}"):
        store.undo(LAYER, make_key())
    assert read(store, OTHER)[first] == said


def test_an_older_edit_of_a_split_sentence_is_not_taken_back_by_another(store: Store) -> None:
    save(store, say(), OTHER)
    split(store)
    with pytest.raises(ConflictError, match="split or merged"):
        store.undo(OTHER, make_key())


def test_the_state_depends_on_the_sentences(store: Store) -> None:
    before = store.state_hash()
    split(store)
    split_ = store.state_hash()
    merge(store, store.get_document("d1").sentences[0].sentence)
    assert len({before, split_, store.state_hash()}) == 3


def test_what_is_touched_is_told(store: Store) -> None:
    save(store, say(flagged=True))
    save(store, Annotation("s2", status="skipped"), OTHER)
    found = store.get_touched("d1", ["s1", "s2"])
    assert [(t.layer, t.claims, t.attributions, t.decided, t.flagged) for t in found] == [
        (LAYER, 2, 3, 1, 1),
        (OTHER, 0, 0, 1, 0),
    ]


def test_all_or_nothing(place: Place, store: Store) -> None:
    save(store, say())
    for border in ("inserted", "commit"):

        def stop(name: str, border: str = border) -> None:
            if name == border:
                raise RuntimeError(border)

        failing = place.open(step=stop)
        with pytest.raises(RuntimeError):
            split(failing)
    assert words(store) == list(LINES)
    assert read(store) == {"s1": say()}
