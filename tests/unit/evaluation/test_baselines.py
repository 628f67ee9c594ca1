"""The two simple systems."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.record_strategies import small_record
from workbench.evaluation import evaluate, predict_cue_words, predict_majority
from workbench.exchange import iter_records
from workbench.model import Record, Segment, Sentence, compute_text_sha256
from workbench.scheme import load_scheme

SCHEME = load_scheme()


def sentence(text: str, kind: str = "body") -> Record:
    record = small_record()
    return msgspec.structs.replace(
        record,
        document=msgspec.structs.replace(
            record.document, text=text, text_sha256=compute_text_sha256(text)
        ),
        segments=(msgspec.convert({"start": 0, "end": len(text), "kind": kind}, Segment),),
        sentences=(Sentence("s1", 0, len(text)),),
        claims=(),
        attributions=(),
    )


@pytest.mark.parametrize(
    ("text", "source", "cue", "claim", "stance"),
    [
        ("وقالت وزارة الري إن السد ممتلئ.", "وزارة الري", "قالت", "إن السد ممتلئ", "affirm"),
        ("نفى الحاكم أنّ المدينة خالية.", "الحاكم", "نفى", "أنّ المدينة خالية", "deny"),
        ("وأضاف أن السوق مغلق.", None, "أضاف", "أن السوق مغلق", "affirm"),
        ("بحسب إذاعة التلال، عاد القطار.", "إذاعة التلال", "بحسب", "عاد القطار", "affirm"),
        ("The mayor denied that the bridge fell.", "The mayor", "denied",
         "the bridge fell", "deny"),
        ("The bridge fell, according to the mayor.", "the mayor", "according to",
         "The bridge fell", "affirm"),
    ],
)  # fmt: skip
def test_cue_words_find_simple_attributions(
    text: str, source: str | None, cue: str, claim: str, stance: str
) -> None:
    (found,) = predict_cue_words([sentence(text)])
    (attribution,) = found.attributions
    assert [span.text for span in attribution.source.spans] == ([source] if source else [])
    assert [span.text for span in attribution.cue or ()] == [cue]
    assert [span.text for span in found.claims[0].spans] == [claim]
    assert (attribution.stance, found.claims[0].voice) == (stance, "attributed")


def test_a_refusal_speaks_of_what_was_said_before() -> None:
    (found,) = predict_cue_words(
        [sentence("قالت الوزارة إن السد ممتلئ، ورفض التعليق رئيس البلدية.")]
    )
    assert [each.stance for each in found.attributions] == ["affirm", "decline"]
    assert found.attributions[1].targets == found.attributions[0].targets


def test_boilerplate_is_not_read() -> None:
    (found,) = predict_cue_words([sentence("قالت الوزارة إن السد ممتلئ.", "boilerplate")])
    assert found.attributions == ()


def test_cue_words_never_see_the_answers() -> None:
    gold = small_record()
    bare = msgspec.structs.replace(gold, claims=(), attributions=())
    assert predict_cue_words([gold]) == predict_cue_words([bare])
    assert predict_cue_words([gold])[0].provenance.layer == "system:cue-words"


def test_cue_words_find_something_in_real_articles(shared: Path) -> None:
    gold = list(iter_records(shared / "reference" / "gold-001-003.jsonl"))
    found = evaluate(gold, predict_cue_words(gold), SCHEME)
    assert found.cue.strict.f1 is not None
    assert found.cue.strict.f1 > 0.4
    assert found.attribution.lenient.f1 is not None
    assert found.attribution.lenient.f1 > 0.25


def test_the_majority_system_scores_what_the_majority_row_says() -> None:
    gold = [small_record("one"), small_record("two")]
    first = gold[0]
    flat = tuple(
        msgspec.structs.replace(each, stance="deny", certainty="certain")
        for each in first.attributions
    )
    gold[0] = msgspec.structs.replace(first, attributions=flat)
    found = evaluate(gold, predict_majority(gold), SCHEME).stance
    assert found.majority is not None
    assert (found.majority.label, found.majority.accuracy) == ("deny", 5 / 8)
    assert found.accuracy == 5 / 8
    assert found.macro_f1 == pytest.approx(found.majority.macro_f1)


def test_the_majority_of_nothing_is_nothing() -> None:
    (found,) = predict_majority([sentence("لا شيء هنا.")])
    assert found.attributions == ()
