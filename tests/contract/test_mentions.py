"""Searching what somebody said: roles, stances, sources and dates, on both databases alike."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from sqlalchemy import delete

from tests.contract.building import LAYER, OTHER, add, make_action, make_key
from tests.contract.test_searching import make_article
from workbench.errors import UsageError
from workbench.model import Annotation, Attribution, Claim, Segment, Source, Span
from workbench.scheme import Query
from workbench.store import Store, tables
from workbench.store.mentions import MENTION_TEXT, fill_mentions
from workbench.text import Namesakes

LINES = (
    "قال وزير البحر إن الجسر سيفتح في نيسان.",
    "ونفت شرطة المرفأ ذلك.",
    "وأكد ترامب أن السفينة وصلت، والجسر مغلق.",
    "The port police said the bridge is open.",
)
FIRST, SECOND, THIRD, FOURTH = ("s1", "s2", "s3", "s4")


def at(words: str, text: str = "\n".join(LINES)) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words), words),)


def hold(
    name: str, sentence: str, source: str, cue: str, targets: str, stance: str, **more: Any
) -> Attribution:
    given = Source(at(source), "explicit", more.pop("entities", ()))
    return Attribution(name, sentence, given, at(cue), (targets,), stance=stance, **more)


BRIDGE = Claim("c1", FIRST, at("إن الجسر سيفتح في نيسان"), features={"date": "2031-04"})
SHIP = Claim("c2", THIRD, at("أن السفينة وصلت"))
OPEN = Claim("c3", FOURTH, at("the bridge is open"))
UNDERSTOOD = Claim("c4", SECOND, (), proposition="المرفأ آمن")
SAID = {
    FIRST: Annotation(
        FIRST, (BRIDGE,), (hold("a1", FIRST, "وزير البحر", "قال", "c1", "affirm"),), "done"
    ),
    # the denial stands in another sentence than what it denies
    SECOND: Annotation(
        SECOND,
        (UNDERSTOOD,),
        (hold("a2", SECOND, "شرطة المرفأ", "نفت", "c1", "deny", entities=("e7", "e8")),),
    ),
    THIRD: Annotation(THIRD, (SHIP,), (hold("a3", THIRD, "ترامب", "أكد", "c2", "affirm"),)),
    FOURTH: Annotation(
        FOURTH, (OPEN,), (hold("a4", FOURTH, "The port police", "said", "c3", "report"),)
    ),
}


def say(
    store: Store, document: str, layer: str = LAYER, said: dict[str, Annotation] = SAID
) -> None:
    stored = store.get_annotations(document, layer)
    changes = [
        (document, each, stored[name].revision if name in stored else 0)
        for name, each in said.items()
    ]
    store.save(make_action(*changes, layer=layer))


def publish(store: Store, document: str, published: str | None, *more: Segment) -> None:
    length = len(store.get_document(document).document.text)
    segments = (Segment(0, more[0].start if more else length, "body", published), *more)
    store.save_segments(document, segments, based_on=1, layer=LAYER, key=make_key())


@pytest.fixture
def filled(store: Store) -> Store:
    add(store, *(make_article(f"d{number}", LINES) for number in range(3)))
    say(store, "d0")
    publish(store, "d0", "2031-05-03?")
    say(store, "d2", OTHER, {FOURTH: SAID[FOURTH]})
    return store


def found(store: Store, words: str = "", layer: str | None = LAYER, **asked: Any) -> list[str]:
    given = {name: asked.pop(name) for name in ("namesakes", "document_id") if name in asked}
    hits = store.search(Query(words, **asked), layer=layer, **given).hits
    return [f"{hit.document}.{hit.item or hit.sentence}" for hit in hits]


CASES: list[tuple[dict[str, Any], list[str]]] = [
    ({"role": "claim"}, ["d0.c1", "d0.c4", "d0.c2", "d0.c3"]),
    ({"words": "جسر", "role": "claim"}, ["d0.c1"]),
    ({"words": "الوزير", "role": "claim"}, []),
    ({"words": "المرفأ", "role": "claim"}, ["d0.c4"]),  # only understood: its proposition
    ({"words": "المرفأ", "role": "source"}, ["d0.a2"]),
    ({"words": "نفى", "role": "cue"}, []),
    ({"words": "نفت", "role": "cue"}, ["d0.a2"]),
    ({"role": "source", "stance": "affirm"}, ["d0.a1", "d0.a3"]),
    ({"role": "cue", "source": "ترامب"}, ["d0.a3"]),
    ({"stance": "deny"}, ["d0.c1"]),
    ({"stance": "deny", "source": "البحر"}, []),  # of one attribution
    ({"stance": "affirm", "source": "البحر"}, ["d0.c1"]),
    # without a role the words may stand in the claim, or with any who hold it
    ({"words": "جسر شرطة نفت", "stance": "deny"}, ["d0.c1"]),
    ({"words": "جسر سفينة", "source": "ترامب"}, []),
    ({"source": "ترمب"}, ["d0.c2"]),  # another spelling
    ({"source": "%"}, []),
    ({"stance": "cheer"}, []),
    ({"role": "claim", "published": "2031-05"}, ["d0.c1", "d0.c4", "d0.c2", "d0.c3"]),
    ({"role": "claim", "published": "2031-04"}, []),
    ({"role": "claim", "date": "2031-04"}, ["d0.c1"]),
    ({"role": "claim", "date": "2030/2031-05-02"}, ["d0.c1"]),
    ({"role": "source", "date": "2031-05/.."}, ["d0.a1", "d0.a2", "d0.a3", "d0.a4"]),
    ({"words": '"the bridge"', "role": "claim"}, ["d0.c3"]),
]


@pytest.mark.parametrize(("asked", "items"), CASES, ids=lambda each: str(each)[:40])
def test_what_is_meant_is_found(filled: Store, asked: dict[str, Any], items: list[str]) -> None:
    assert found(filled, **asked) == items


def test_each_layer_is_searched_alone(filled: Store) -> None:
    assert found(filled, "bridge", OTHER, role="claim") == ["d2.c3"]
    assert found(filled, "جسر", OTHER, role="claim") == []
    with pytest.raises(UsageError, match="layer"):
        found(filled, "جسر", None, role="claim")
    with pytest.raises(UsageError, match="words to look for"):
        found(filled)


def test_a_hit_tells_what_it_is_and_who_speaks_of_it(filled: Store) -> None:
    (hit,) = filled.search(Query("جسر", stance="deny"), layer=LAYER).hits
    assert (hit.role, hit.item, hit.sentence) == ("claim", "c1", "s1")
    assert [span.text for span in hit.spans] == ["الجسر"]
    assert [(each.words, each.stance) for each in hit.holders] == [
        ("وزير البحر", "affirm"),
        ("شرطة المرفأ", "deny"),
    ]
    (all_of_it,) = filled.search(Query(stance="deny"), layer=LAYER).hits
    assert [span.text for span in all_of_it.spans] == [BRIDGE.spans[0].text]


def test_texts_are_found_by_when_they_were_published(filled: Store) -> None:
    assert found(filled, "جسر", None, published="2031-05") == ["d0.s1", "d0.s3"]
    assert found(filled, published="2031-05-03", document_id="d0") == [
        f"d0.{name}" for name in SAID
    ]
    assert found(filled, "جسر", None, published="2031-04") == []
    assert found(filled, "جسر", date="2031-04") == ["d0.s1"]  # a claim in it is of that time
    # a spliced article has its own date, or none
    text = filled.get_document("d1").document.text
    third = text.index(LINES[2])
    later = Segment(third, len(text), "related", "2029")
    publish(filled, "d1", "2028", later)
    assert found(filled, "جسر", None, published="2029") == ["d1.s3"]
    assert found(filled, "جسر", None, published="../2029-06") == ["d1.s1", "d1.s3"]


def test_names_of_one_and_the_same_are_met_by_each_other(filled: Store) -> None:
    namesakes = Namesakes([(["e7"], ["شرطة المرفأ", "The port police", "حرس الميناء"])])
    assert found(filled, source="حرس الميناء") == []
    # by the name, and by the entity
    assert found(filled, source="حرس الميناء", namesakes=namesakes) == ["d0.c1", "d0.c3"]
    assert found(filled, "حرس الميناء", role="source", namesakes=namesakes) == ["d0.a2", "d0.a4"]
    assert "d0.s2" in found(filled, '"حرس الميناء"', None, namesakes=namesakes)


def test_pages_go_on_where_the_last_one_ended(filled: Store) -> None:
    say(filled, "d1")
    items: list[str] = []
    first: int | None = 0
    while first is not None:
        page = filled.search(Query(role="claim"), layer=LAYER, first=first, count=3)
        assert len(page.hits) <= 3
        items += [f"{hit.document}.{hit.item}" for hit in page.hits]
        first = page.rest
    assert items == found(filled, role="claim")
    assert len(items) == 8


def test_what_is_found_follows_each_change(filled: Store) -> None:
    said = SAID[THIRD]
    (attribution,) = said.attributions
    doubt = msgspec.structs.replace(attribution, stance="doubt", unsure=True)
    changed = msgspec.structs.replace(said, attributions=(doubt,))
    say(filled, "d0", said={THIRD: changed})
    assert found(filled, stance="doubt") == ["d0.c2"]
    filled.undo(LAYER, make_key())
    assert found(filled, stance="doubt") == []
    filled.redo(LAYER, make_key())
    say(filled, "d0", said={THIRD: Annotation(THIRD)})
    assert found(filled, "سفينة", role="claim") == []
    filled.withdraw("document", "d0", by="amal", reason="on request")
    assert found(filled, role="claim") == []
    assert found(filled, published="2031-05") == []
    filled.erase("document", "d0", by="amal", reason="on request")
    assert filled.check() == ()


def test_what_is_found_follows_splits_and_merges(filled: Store) -> None:
    sentence = filled.get_document("d0").sentences[0]
    cut = sentence.start + LINES[0].index("إن")
    filled.split_sentence("d0", sentence.sentence, cut, layer=LAYER, key=make_key(), based_on=2)
    (hit,) = filled.search(Query("جسر", role="claim"), layer=LAYER).hits
    assert hit.text == LINES[0][LINES[0].index("إن") :]
    assert filled.check() == ()
    filled.undo(LAYER, make_key())
    assert found(filled, "جسر", role="claim") == ["d0.c1"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("UPDATE mention SET stance = 'deny' WHERE item = 'a1'", "affirm"),
        ("UPDATE mention SET layer = 'gold' WHERE item = 'c1'", "annotator:a01"),
        ("UPDATE dated SET since = 7 WHERE document = 1", None),
    ],
)
def test_what_is_kept_wrongly_is_named(filled: Store, wrong: str, right: str | None) -> None:
    assert filled.check() == ()
    value = wrong.partition(" = ")[2].partition(" WHERE")[0]
    for statement, is_right in ((wrong, False), (_put(wrong, value, right), True)):
        with filled._database.writing() as connection:
            connection.exec_driver_sql(statement)
        assert (filled.check() == ()) is is_right


def _put(statement: str, old: str, new: str | None) -> str:
    return statement.replace(f"= {old}", "= NULL" if new is None else f"= '{new}'", 1)


def test_words_that_are_missing_in_the_index_are_named(filled: Store) -> None:
    with filled._database.writing() as connection:
        MENTION_TEXT.clear(connection)
    assert any("indexed" in each for each in filled.check())
    with filled._database.writing() as connection:
        connection.execute(delete(tables.mention))
        fill_mentions(connection)
    assert filled.check() == ()


def test_any_claim_is_found_by_its_id(filled: Store) -> None:
    assert filled.documents_with("c1") == ("d0",)
    assert filled.documents_with("c3") == ("d0", "d2")
    assert filled.documents_with("s1") == ("d0", "d1", "d2")
    assert filled.documents_with("c9") == ()
