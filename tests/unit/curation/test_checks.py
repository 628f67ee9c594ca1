"""Each check finds what was made wrong, stays silent where nothing is, and minds no order."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.curation.building import Line, make_record
from workbench.curation import Finding, check_layer
from workbench.curation.edges import find_proclitic
from workbench.exchange import iter_records
from workbench.model import RELATIONS, UNITING, ClaimRef, Record, make_link
from workbench.resources import resource_path

BRIDGE = "أن الجسر القديم مغلق منذ الأحد"


def kinds(*records: Record) -> list[str]:
    return sorted(finding.kind for finding in check_layer(records))


def only(kind: str, *records: Record) -> Finding:
    found = [finding for finding in check_layer(records) if finding.kind == kind]
    assert len(found) == 1, found
    return found[0]


# -- edges ----------------------------------------------------------------------------------------


def test_a_claim_that_begins_with_a_proclitic_is_found() -> None:
    record = make_record("d", Line("صرح بأن الجسر مغلق.", ["بأن الجسر مغلق"]))
    finding = only("edge", record)
    assert (finding.items, finding.sentence) == (("d-c1",), "s1")
    assert " ب," in finding.why


@pytest.mark.parametrize("claim", ["أن الجسر مغلق", "الجسر مغلق", "مغلق"])
def test_a_claim_with_good_edges_is_not(claim: str) -> None:
    assert kinds(make_record("d", Line("صرح بأن الجسر مغلق.", [claim]))) == []


@pytest.mark.parametrize(
    ("cue", "is_wrong"), [("ونفت", True), ("نفت", False), ("وفق", False), ("بحسب", False)]
)
def test_the_rest_of_a_cue_has_to_be_a_word_of_the_articles(cue: str, is_wrong: bool) -> None:
    line = Line(f"{cue} البلدية الخبر.", ["الخبر"], [("البلدية", cue, "deny")])
    other = make_record("e", Line("نفت المدرسة حسب قولها."))
    assert kinds(make_record("d", line), other) == (["edge"] if is_wrong else [])


def test_without_a_witness_a_first_letter_is_no_proclitic() -> None:
    assert find_proclitic("بيان الوزارة", Counter({"بيان": 3})) == (0.0, "")
    assert find_proclitic("بيان الوزارة", Counter({"بيان": 3, "يان": 1})) == (0.0, "")


def test_harakat_hide_no_proclitic() -> None:
    assert find_proclitic("بِأَنَّ الجسر", Counter())[1] == "ب"


def test_a_mark_that_begins_inside_a_word_is_found() -> None:
    finding = only("edge", make_record("d", Line("مدينة النور صامتة.", ["دينة النور صامتة"])))
    assert "inside a word" in finding.why


def test_final_punctuation_and_enclosing_quotation_marks_are_found() -> None:
    line = Line("قال «الجسر مغلق» ثم الباب مفتوح.", ["«الجسر مغلق»", "الباب مفتوح."])
    found = check_layer([make_record("d", line)])
    assert [finding.kind for finding in found] == ["edge", "edge"]
    assert {finding.items[0] for finding in found} == {"d-c1", "d-c2"}


# -- stances --------------------------------------------------------------------------------------


def said(document: str, stance: str) -> Record:
    line = Line(f"نفت بلدية {document} أن الباب {document} مفتوح", [f"أن الباب {document} مفتوح"])
    line.said = [(f"بلدية {document}", "نفت", stance)]
    return make_record(document, line)


def test_a_stance_against_its_cues_usual_one_is_found() -> None:
    records = [said(name, "deny") for name in ("ا", "ت", "ث", "ج", "ح")]
    assert kinds(*records) == []
    finding = only("stance", *records, said("خ", "affirm"))
    assert (finding.document, finding.items) == ("خ", ("خ-a1",))
    assert "deny in 5 of 5" in finding.why


def test_a_cue_that_was_seen_three_times_has_no_usual_stance() -> None:
    records = [said(name, "deny") for name in ("ا", "ت", "ث")]
    assert kinds(*records, said("خ", "affirm")) == []


# -- repeats --------------------------------------------------------------------------------------


def test_a_claim_that_is_left_out_elsewhere_is_found() -> None:
    marked = make_record("d", Line(f"قال {BRIDGE}", [BRIDGE]))
    bare = make_record("e", Line(f"وذكر الحارس {BRIDGE} ليلا"))
    finding = only("repeat", marked, bare)
    assert (finding.document, finding.sentence, finding.items) == ("e", "s1", ())
    assert finding.elsewhere[0].item == "d-c1"


def test_what_nobody_has_decided_on_is_held_against_nobody() -> None:
    marked = make_record("d", Line(f"قال {BRIDGE}", [BRIDGE]))
    bare = make_record("e", Line(f"وذكر الحارس {BRIDGE} ليلا", is_open=True))
    assert kinds(marked, bare) == []


def test_spelling_and_a_conjunction_do_not_hide_a_repeat() -> None:
    marked = make_record("d", Line("إغلاق الجسر القديم نهائيا قريب", ["إغلاق الجسر القديم نهائيا"]))
    bare = make_record("e", Line("ثم واغلاق الجسر القديــم نهائيًا امر آخر"))
    assert only("repeat", marked, bare).document == "e"


def test_the_rarer_role_of_a_quote_is_found() -> None:
    def line(place: str) -> Line:
        return Line(
            f"قالت وزارة البحر {place} كلاما", [f"{place} كلاما"], [("وزارة البحر", None, "affirm")]
        )

    records = [make_record(name, line(name)) for name in ("ا", "ت", "ث")]
    odd = make_record("خ", Line("زارت وزارة البحر", ["زارت"], [("زارت", "وزارة البحر", "affirm")]))
    finding = only("repeat", *records, odd)
    assert finding.items == ("خ-a1",)
    assert "is a cue here and a source in 3 places" in finding.why


def test_two_equal_sentences_with_different_answers_are_found() -> None:
    text = f"قالت البلدية {BRIDGE}"
    full = [
        make_record(name, Line(text, [BRIDGE], [("البلدية", "قالت", "affirm")])) for name in "de"
    ]
    other = make_record("f", Line(text, [BRIDGE], [("البلدية", "قالت", "report")]))
    finding = only("twin", *full, other)
    assert finding.document == "f"
    assert "twin" not in kinds(*full)


# -- links ----------------------------------------------------------------------------------------


def claims(document: str, text: str, cluster: str | None = None) -> Record:
    return make_record(document, Line(text, [text], clusters=[cluster]))


def test_a_claim_repeated_without_a_link_is_found() -> None:
    first = claims("d", "أن الجسر القديم مغلق منذ يوم الأحد")
    again = claims("e", "إنّ الجسر القديم مغلق منذ يوم الاحد")
    finding = only("unlinked", first, again)
    assert (finding.document, finding.elsewhere[0].document) == ("e", "d")
    assert finding.score == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أن نحو 40 سفينة وصلت إلى الميناء", "أن نحو 50 سفينة وصلت إلى الميناء"),
        ("الجسر القديم مغلق منذ يوم الأحد", "الجسر القديم غير مغلق منذ يوم الأحد"),
        ("الجسر القديم مغلق", "الجسر القديم مغلق"),
    ],
)
def test_another_figure_a_negation_or_few_words_are_no_repetition(one: str, other: str) -> None:
    assert "unlinked" not in kinds(claims("d", one), claims("e", other))


def test_a_common_cluster_settles_it_and_two_clusters_do_not() -> None:
    text = "أن الجسر القديم مغلق منذ يوم الأحد"
    assert kinds(claims("d", text, "k:1"), claims("e", text, "k:1")) == []
    assert kinds(claims("d", text, "k:1"), claims("e", text, "k:2")) == ["unlinked"]


def test_who_looked_at_a_pair_is_not_asked_again() -> None:
    text = "أن الجسر القديم مغلق منذ يوم الأحد"
    records = [claims("d", text), claims("e", text)]
    ends = (ClaimRef("d", "d-c1"), ClaimRef("e", "e-c1"))
    for relation in RELATIONS:
        found = {each.kind for each in check_layer(records, [make_link(relation, *ends)])}
        assert found == ({"unlinked", "link"} if relation in UNITING else set())


def test_a_word_on_a_pair_that_its_clusters_contradict_is_found() -> None:
    one, other = "أن الجسر القديم مغلق", "أن المدرسة ستفتح غدا"
    ends = (ClaimRef("d", "d-c1"), ClaimRef("e", "e-c1"))
    together = [claims("d", one, "k:1"), claims("e", other, "k:1")]
    apart = [claims("d", one, "k:1"), claims("e", other)]
    for relation in RELATIONS:
        link = make_link(relation, *ends)
        wrong = apart if relation in UNITING else together
        (finding,) = check_layer(wrong, [link])
        assert (finding.kind, finding.items) == ("link", ("d-c1",))
        assert finding.elsewhere[0].item == "e-c1"
        right = together if relation in UNITING else apart
        assert check_layer(right, [link]) == []
    gone = make_link("same", ends[0], ClaimRef("e", "gone"))
    assert check_layer(apart, [gone]) == []


# -- all of them ----------------------------------------------------------------------------------


@settings(max_examples=10)
@given(st.permutations(range(5)))
def test_the_order_of_records_does_not_matter(order: list[int]) -> None:
    records = list(iter_records(resource_path("exports") / "sample-gold.jsonl"))
    expected = check_layer(records)
    assert check_layer([records[place] for place in order]) == expected
    assert expected == sorted(expected, key=lambda each: -each.score)


def test_our_own_gold_is_nearly_clean() -> None:
    found = check_layer(iter_records(resource_path("exports") / "sample-gold.jsonl"))
    assert {finding.kind for finding in found} <= {"repeat"}
    assert len(found) <= 2


@pytest.mark.parametrize("name", ["gold-001-003.jsonl"])
def test_the_reference_annotation_is_clean(shared: object, name: str) -> None:
    assert check_layer(iter_records(f"{shared}/reference/{name}")) == []


def test_a_corrupted_gold_is_found_out() -> None:
    """Each claim begins one letter early where a proclitic stands before it."""
    records = list(iter_records(resource_path("exports") / "sample-gold.jsonl"))
    spoilt, count = [], 0
    for record in records:
        text = record.document.text
        changed = []
        for claim in record.claims:
            start = claim.spans[0].start if claim.spans else 0
            if start and text[start - 1] in "وفبلك" and len(claim.spans) == 1:
                count += 1
                claim = _move(claim, start - 1, text)  # noqa: PLW2901
            changed.append(claim)
        spoilt.append(_replace(record, tuple(changed)))
    found = [finding for finding in check_layer(spoilt) if finding.kind == "edge"]
    assert count > 10
    assert len(found) >= 0.6 * count


def _move(claim, start: int, text: str):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    import msgspec

    span = msgspec.structs.replace(
        claim.spans[0], start=start, text=text[start : claim.spans[0].end]
    )
    return msgspec.structs.replace(claim, spans=(span,))


def _replace(record: Record, changed: tuple) -> Record:  # type: ignore[type-arg]
    import msgspec

    return msgspec.structs.replace(record, claims=changed)
