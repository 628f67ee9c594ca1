from __future__ import annotations

import json

import msgspec

from tests.golden.export.invented import make_records
from workbench.exchange import dump_lines, dump_object, iter_sentence_lines, iter_triples
from workbench.model import Source


def code(stance: str, certainty: str | None) -> str:
    return f"{stance}/{certainty}"


def test_every_sentence_has_a_line_with_the_kind_and_date_of_its_segment() -> None:
    lines = list(iter_sentence_lines(make_records()[0]))
    assert [line["kind"] for line in lines] == [
        "headline", "body", "body", "body", "boilerplate", "related",
    ]  # fmt: skip
    assert [line["published"] for line in lines] == [None] * 5 + ["2031-04?"]
    assert [line["text"] for line in lines] == make_records()[0].document.text.split("\n")


def test_a_related_article_does_not_take_the_date_of_the_one_around_it() -> None:
    record = make_records()[0]
    dated = msgspec.structs.replace(record.document, published="2031-06-01")
    bare = tuple(msgspec.structs.replace(each, published=None) for each in record.segments)
    record = msgspec.structs.replace(record, document=dated, segments=bare)
    dates = [line["published"] for line in iter_sentence_lines(record)]
    assert dates == ["2031-06-01"] * 5 + [None]


def test_a_relay_gives_a_triple_of_its_own_and_paths_start_at_the_outermost() -> None:
    triples = list(iter_triples(make_records()[0], code))
    found = [(each["attribution"], each["path"], each["claim"]["id"]) for each in triples]
    assert found == [
        ("a1", ["a1"], "c1"),
        ("a2", ["a1", "a2"], "c1"),
        ("a3", ["a3"], "c1"),
        ("a4", ["a4"], "c1"),
        ("a5", ["a5"], "c2"),
    ]
    assert [each["factbank"] for each in triples][:3] == [
        "report/None", "affirm/certain", "deny/certain",
    ]  # fmt: skip


def test_an_attribution_of_two_claims_gives_two_triples_in_the_order_of_the_text() -> None:
    record = make_records()[0]
    both = msgspec.structs.replace(record.attributions[0], targets=("c2", "c1"))
    record = msgspec.structs.replace(record, attributions=(both,))
    assert [each["claim"]["id"] for each in iter_triples(record, code)] == ["c1", "c2"]


def test_where_several_relay_the_same_the_first_gives_the_path() -> None:
    record = make_records()[0]
    first, *others = record.attributions
    second = msgspec.structs.replace(first, id="a0", source=Source((), "implicit"))
    record = msgspec.structs.replace(record, attributions=(second, first, *others))
    paths = {each["attribution"]: each["path"] for each in iter_triples(record, code)}
    assert paths["a2"] == ["a0", "a2"]


def test_an_understood_claim_is_quoted_by_its_proposition() -> None:
    (triple,) = iter_triples(make_records()[1], code)
    assert triple["claim"] == {"id": "c1", "spans": (), "text": "the bridge is closed"}


def test_lines_keep_the_order_of_their_keys_and_are_plain_json() -> None:
    (line,) = dump_lines(iter_triples(make_records()[1], code))
    assert list(json.loads(line)) == [
        "document", "sentence", "attribution", "path", "source", "claim", "stance", "certainty",
        "factbank",
    ]  # fmt: skip
    assert dump_object({"z": {"b": 1, "a": "ذلك"}, "a": None}) == '{"z":{"a":"ذلك","b":1},"a":null}'
