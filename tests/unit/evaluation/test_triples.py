"""Predictions as triples: quotes find their places, and what cannot is reported."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from tests.record_strategies import records, small_record
from workbench.evaluation import anchor_triples, evaluate, is_triple
from workbench.exchange import dump_object, iter_triples
from workbench.model import Record, compute_text_sha256
from workbench.scheme import load_scheme

SCHEME = load_scheme()


def triples(record: Record) -> list[dict[str, Any]]:
    def code(stance: str, certainty: str | None) -> str:
        return SCHEME.factbank(stance, certainty) or ""

    return [json.loads(dump_object(line)) for line in iter_triples(record, code)]


def with_text(text: str) -> Record:
    record = small_record()
    document = msgspec.structs.replace(
        record.document, text=text, text_sha256=compute_text_sha256(text)
    )
    return msgspec.structs.replace(record, document=document, claims=(), attributions=())


def quoted(line: dict[str, Any]) -> dict[str, Any]:
    """Take the offsets away."""
    source = line["source"]
    return {
        **line,
        "claim": line["claim"]["text"],
        "source": {
            "realization": source["realization"],
            "spans": [{"text": span["text"]} for span in source["spans"]],
        },
    }


def is_open_at(record: Record, offset: int) -> bool:
    """Answer whether the sentence at `offset` was never decided on."""
    pairs = zip(record.sentences, record.decisions, strict=True)
    return any(s.start <= offset < s.end and d.status == "open" for s, d in pairs)


@settings(max_examples=40)
@given(records())
def test_exported_triples_come_back_as_they_went(record: Record) -> None:
    lines = [line for line in triples(record) if line["claim"]["spans"]]
    if len(lines) < len(triples(record)):
        return  # a claim without spans has no place in a text
    if any(is_open_at(record, span["start"]) for line in lines for span in line["source"]["spans"]):
        return  # without its cue such an attribution stands in a sentence that gold leaves open
    found, report = anchor_triples(enumerate(lines, 1), [record])
    assert report.failures == ()
    if lines:
        scores = evaluate([record], found, SCHEME, resamples=0)
        assert scores.triples.f1 == 1
        assert scores.attribution.lenient.f1 == 1
        assert scores.segments is None


def test_quotes_alone_find_their_places() -> None:
    record = small_record()
    found, report = anchor_triples(enumerate(map(quoted, triples(record)), 1), [record])
    assert (report.used, report.exact, report.given) == (4, 8, 0)
    scores = evaluate([record], found, SCHEME, resamples=0)
    assert (scores.triples.f1, scores.nesting.whole_chain.f1) == (1, 1)


def test_a_quote_in_other_letters_is_found_by_folding() -> None:
    record = small_record()
    line = {"document": "small-1", "claim": "ان الجسر الجديد اغلق", "source": "البلديه",
            "stance": "deny", "certainty": "certain"}  # fmt: skip
    (found,), report = anchor_triples([(1, line)], [record])
    assert report.folded == 2
    assert found.claims[0].spans == record.claims[0].spans


def test_a_repeated_quote_is_settled_by_the_sentence_that_is_named() -> None:
    record = small_record()
    words = "الجسر"
    line = {"document": "small-1", "claim": words, "source": None, "stance": None}
    _, report = anchor_triples([(1, line)], [record])
    assert [failure.role for failure in report.failures] == ["claim"]
    (found,), report = anchor_triples([(1, {**line, "sentence": "s2"})], [record])
    assert report.nearest == 1
    assert found.claims[0].spans[0].start > record.sentences[1].start
    assert found.claims[0].voice == "author"


@pytest.mark.parametrize(
    ("part", "role"),
    [
        ({"claim": "nowhere in the text"}, "claim"),
        ({"claim": ""}, "claim"),
        ({"claim": 5}, "claim"),
        ({"source": "nobody at all"}, "source"),
        ({"source": {"spans": [], "realization": "explicit"}}, "source"),
        ({"source": {"realization": "whispered"}}, "source"),
        ({"claim": {"spans": [{"start": 0, "end": 4, "text": "else"}]}}, "claim"),
        ({"document": "unheard of"}, None),
        ({"document": None}, None),
        ({"cue": ["نفت", "نفت"]}, "cue"),
    ],
)
def test_what_cannot_be_anchored_is_reported_and_left_out(
    part: dict[str, Any], role: str | None
) -> None:
    good = quoted(triples(small_record())[2])
    _, report = anchor_triples([(1, good), (2, {**good, **part})], [small_record()])
    assert (report.lines, report.used) == (2, 1)
    assert [(each.line, each.role) for each in report.failures] == [(2, role)]


def test_a_source_that_is_understood_needs_no_words() -> None:
    line = {**quoted(triples(small_record())[1]), "source": {"realization": "pro_drop"}}
    (found,), _ = anchor_triples([(1, line)], [small_record()])
    assert found.attributions[0].source.realization == "pro_drop"


def test_lines_tell_triples_from_records() -> None:
    assert is_triple({"document": "d", "claim": "words"})
    assert not is_triple(msgspec.to_builtins(small_record()))
    assert not is_triple([])
