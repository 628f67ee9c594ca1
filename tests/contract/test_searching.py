"""Searching: both databases find the same words, whatever becomes of the sentences."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.contract.building import LAYER, OTHER, NewDocument, add, make_action, make_key
from tests.contract.test_sentences import AT, make, merge, save, say, split
from tests.strategies import hard_text
from workbench.errors import DocumentError, UsageError
from workbench.model import (
    Annotation,
    Attribution,
    Document,
    Segment,
    Sentence,
    Source,
    Span,
    compute_text_sha256,
)
from workbench.store import Store
from workbench.text import index_words

LINES = (
    "نفت وزارة البحر إغلاق الجسر.",
    "وقال الوزير إن للجسر حارسين، وبالجسر ضوءان.",
    "The Minister's bridge opened in 2031; بعد ٢٠٣١ جَسْرٌ آخر.",
    "هذه القرارات 'لا' تخص: {البحر} & | ! * \" الوزارة",
    "كتاب البحر والوزارة",
)


def make_article(document_id: str = "d1", lines: tuple[str, ...] = LINES) -> NewDocument:
    text = "\n".join(lines)
    sentences, start = [], 0
    for number, line in enumerate(lines, 1):
        sentences.append(Sentence(f"s{number}", start, start + len(line)))
        start += len(line) + 1
    digest = compute_text_sha256(text)
    document = Document(document_id, "ar", None, None, None, None, {}, text, digest)
    return document, (Segment(0, len(text), "body"),), tuple(sentences)


def found(store: Store, query: str, **given: object) -> list[str]:
    hits = store.search(query, **given).hits  # type: ignore[arg-type]
    for hit in hits:
        text = store.get_document(hit.document).document.text
        assert all(text[span.start : span.end] == span.text for span in hit.spans)
        assert text[hit.start : hit.end] == hit.text
    return [f"{hit.document}.{hit.sentence}" for hit in hits]


def words(store: Store, query: str) -> list[list[str]]:
    return [[span.text for span in hit.spans] for hit in store.search(query).hits]


@pytest.mark.parametrize(
    ("query", "sentences"),
    [
        ("جسر", ["s1", "s2", "s3"]),
        ("الجسر", ["s1", "s2"]),
        ("بحر", ["s1", "s4", "s5"]),
        ("البحر وزارة", ["s1", "s4", "s5"]),
        ('"وزارة البحر"', ["s1"]),
        ('"البحر وزارة"', []),
        ("«البحر والوزارة»", ["s5"]),
        ("minister", ["s3"]),
        ("2031", ["s3"]),
        ("٢٠٣١", ["s3"]),
        ("قال", ["s2"]),
        ("قَالَ الوزير", ["s2"]),
        ('"وزير"', ["s2"]),
        ("وز", ["s1", "s2", "s4", "s5"]),
        ("حارس", ["s2"]),
        ('"حارس"', []),
        ("لا & | ! * ' \" {}", ["s4"]),
        ("NEAR(البحر)", []),
        ("غير موجود", []),
    ],
)
def test_words_are_met_folded_with_their_proclitics(
    store: Store, query: str, sentences: list[str]
) -> None:
    add(store, make_article())
    assert found(store, query) == [f"d1.{each}" for each in sentences]


def test_what_is_met_is_told_to_the_letter(store: Store) -> None:
    add(store, make_article())
    assert words(store, "جسر") == [["الجسر"], ["للجسر", "وبالجسر"], ["جَسْرٌ"]]
    assert words(store, '"وزارة البحر"') == [["وزارة البحر"]]


@pytest.mark.parametrize("query", ["", "  ", "!?", '""'])
def test_a_query_without_words_is_refused(store: Store, query: str) -> None:
    with pytest.raises(UsageError, match="words to look for"):
        store.search(query)


def test_hits_come_in_pages_and_of_one_document(store: Store) -> None:
    add(store, *(make_article(f"d{number}") for number in range(3)))
    first = store.search("جسر", count=4)
    assert [hit.position for hit in first.hits] == [0, 1, 2, 5]
    assert first.rest is not None
    rest = store.search("جسر", first=first.rest)
    assert ([hit.position for hit in rest.hits], rest.rest) == ([6, 7, 10, 11, 12], None)
    assert found(store, "جسر", document_id="d1") == ["d1.s1", "d1.s2", "d1.s3"]
    with pytest.raises(DocumentError):
        store.search("جسر", document_id="d9")


def test_hits_follow_splits_and_merges(store: Store) -> None:
    add(store, make("d1"))
    made = split(store)
    assert found(store, "البلدية") == [f"d1.{made.came[1].id}"]
    assert found(store, "الناطق البلدية") == []
    store.undo(LAYER, make_key())
    assert found(store, "الناطق البلدية") == ["d1.s1"]
    split(store, AT)
    merge(store, store.get_document("d1").sentences[0].sentence)
    assert len(found(store, "الناطق البلدية")) == 1


def test_a_very_long_sentence_is_indexed_too(store: Store) -> None:
    line = "كلمة " * 40_000 + "نهاية"
    add(store, make_article("d1", (f"بداية {line}",)))
    assert found(store, "بداية كلمة") == ["d1.s1"]
    assert store.check() == ()


def name(store: Store, sentence: str, *names: str, layer: str = LAYER) -> None:
    stored = store.get_annotations("d1", layer).get(sentence)
    attributions = tuple(
        Attribution(f"a{n}", sentence, Source((Span(0, len(each), each),), "explicit"))
        for n, each in enumerate(names)
    )
    said = Annotation(sentence, (), attributions)
    store.save(make_action(("d1", said, stored.revision if stored else 0), layer=layer))


def test_sources_that_were_named_are_offered_to_the_one_who_did(store: Store) -> None:
    add(store, make_article())
    name(store, "s1", "وزارة البحر", "الوزارة")
    name(store, "s2", "وزارة البحر")
    name(store, "s3", "وَزارة الجسور")
    name(store, "s3", "حارس", layer=OTHER)
    assert [(n.name, n.count) for n in store.named_sources(LAYER, "وزاره")] == [
        ("وزارة البحر", 2),
        ("وَزارة الجسور", 1),
        ("الوزارة", 1),
    ]
    assert [n.name for n in store.named_sources(LAYER, "بحر")] == ["وزارة البحر"]
    assert [n.name for n in store.named_sources(OTHER, "")] == ["حارس"]
    assert store.named_sources(LAYER, "%") == store.named_sources(LAYER, "_") == ()
    assert len(store.named_sources(LAYER, "", 2)) == 2
    name(store, "s2")
    name(store, "s1", "الوزارة")
    assert [n.name for n in store.named_sources(LAYER, "البحر")] == []
    store.undo(LAYER, make_key())
    assert [(n.name, n.count) for n in store.named_sources(LAYER, "البحر")] == [("وزارة البحر", 1)]


def test_names_follow_splits_and_merges(store: Store) -> None:
    add(store, make("d1"))
    save(store, say())
    before = store.named_sources(LAYER, "")
    split(store)
    assert store.named_sources(LAYER, "") == before
    store.undo(LAYER, make_key())
    assert store.named_sources(LAYER, "") == before


@given(text=hard_text(12))
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_each_word_of_the_hardest_texts_is_found(store: Store, text: str) -> None:
    text = text.strip()
    document_id = f"d{len(list(store.document_ids()))}"
    if text:
        digest = compute_text_sha256(text)
        document = Document(document_id, "ar", None, None, None, None, {}, text, digest)
        whole = (Segment(0, len(text), "body"),), (Sentence("s1", 0, len(text)),)
        add(store, (document, *whole))
    words, bare = index_words(text)
    for word in dict.fromkeys([*words, *bare]):
        assert found(store, word, document_id=document_id) == [f"{document_id}.s1"]
    if len(words) > 1:
        assert found(store, f'"{words[0]} {words[1]}"', document_id=document_id)
