from __future__ import annotations

import msgspec
import pytest

from tests.golden.export.invented import make_records
from workbench.exchange import assemble_record, select_finished, split_record
from workbench.model import Annotation, Attribution, Claim, Record, Source, Span, dump_record

SPAN = (Span(0, 1, "x"),)
SOURCE = Source((), "implicit")


def reassemble(
    record: Record, annotations: dict[str, Annotation]
) -> tuple[Record, tuple[str, ...]]:
    assembly = assemble_record(
        record.document, record.segments, record.sentences, annotations, record.provenance
    )
    return assembly.record, assembly.left_out


def attribute(name: str, *targets: str, source: Source = SOURCE) -> Attribution:
    return Attribution(name, "s1", source, None, targets, (), "report")


@pytest.mark.parametrize("record", make_records(), ids=lambda record: record.document.id)
def test_a_record_split_and_assembled_is_the_same(record: Record) -> None:
    assert reassemble(record, split_record(record)) == (record, ())


def test_the_order_of_parts_does_not_matter() -> None:
    record = make_records()[0]
    turned = {
        sentence: msgspec.structs.replace(
            each, claims=each.claims[::-1], attributions=each.attributions[::-1]
        )
        for sentence, each in reversed(split_record(record).items())
    }
    assert dump_record(reassemble(record, turned)[0]) == dump_record(record)


def test_a_sentence_that_nobody_touched_is_open() -> None:
    record = make_records()[0]
    empty, left_out = reassemble(record, {})
    assert [each.status for each in empty.decisions] == ["open"] * len(record.sentences)
    assert left_out == ()


def test_a_claim_that_waits_for_its_source_is_left_out_and_counted() -> None:
    record = make_records()[0]
    annotations = split_record(record)
    waiting = Claim("c9", "s1", (Span(0, 7, "الميناء"),))
    annotations["s1"] = msgspec.structs.replace(annotations["s1"], claims=(waiting,))
    assert reassemble(record, annotations) == (record, ("c9",))


@pytest.mark.parametrize(
    "missing",
    [
        {"source": Source()},
        {"source": Source((), "explicit")},
        {"stance": None},
        {"targets": ()},
        {"targets": ("nowhere",)},
    ],
)
def test_what_hangs_on_an_unfinished_attribution_goes_with_it(missing: dict[str, object]) -> None:
    claims = [Claim("c1", "s1", SPAN, "attributed"), Claim("c2", "s1", SPAN, "attributed")]
    inner = msgspec.structs.replace(attribute("a1", "c1"), **missing)
    outer, other = attribute("a2", "a1"), attribute("a3", "c2")
    kept_claims, kept = select_finished(claims, [outer, inner, other])
    assert ([each.id for each in kept_claims], [each.id for each in kept]) == (["c2"], ["a3"])


def test_attributions_in_a_circle_are_never_finished() -> None:
    circle = [attribute("a1", "a2", "c1"), attribute("a2", "a1")]
    assert select_finished([Claim("c1", "s1", SPAN)], circle) == ((), ())


def test_voices_follow_from_the_attributions_that_stay() -> None:
    claims = [Claim("c1", "s1", SPAN, "author"), Claim("c2", "s1", SPAN, "author")]
    kept, _ = select_finished(claims, [attribute("a1", "c1")])
    assert [each.voice for each in kept] == ["attributed", "author"]


def test_an_understood_claim_needs_a_proposition_and_a_source() -> None:
    bare, alone = Claim("c1", "s1", ()), Claim("c2", "s1", (), "author", proposition="p")
    held = Claim("c3", "s1", (), proposition="q")
    kept, attributions = select_finished(
        [bare, alone, held], [attribute("a1", "c1"), attribute("a2", "c3")]
    )
    assert ([each.id for each in kept], [each.id for each in attributions]) == (["c3"], ["a2"])


def test_a_missing_certainty_counts_where_the_stance_needs_one() -> None:
    claim, attribution = Claim("c1", "s1", SPAN), attribute("a1", "c1")
    finished = select_finished([claim], [attribution], needs_certainty=lambda _: False)
    waiting = select_finished([claim], [attribution], needs_certainty=lambda _: True)
    assert (len(finished[1]), waiting) == (1, ((), ()))


def test_a_long_chain_of_relays_is_followed_to_its_end() -> None:
    chain = [attribute(f"a{n}", f"a{n + 1}") for n in range(300)]
    end, claim = attribute("a300", "c1"), Claim("c1", "s1", SPAN)
    assert select_finished([claim], chain) == ((), ())
    assert len(select_finished([claim], [*chain, end])[1]) == 301
