"""Dates that texts state, and which of them are proposed."""

# ruff: noqa: E501  cases stand in tables, and paragraphs are whole

from __future__ import annotations

import pytest

from workbench.text import find_dates, is_edtf, propose_published, segment_text
from workbench.text.dates import infer_related_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("24th, October 2031 GMT", "2031-10-24"),
        ("March 3, 2031", "2031-03-03"),
        ("Sept. 5, 2031", "2031-09-05"),
        ("3 of May 2031", "2031-05-03"),
        ("٣ آذار ٢٠٣١", "2031-03-03"),
        ("8 تشرين الثاني/نوفمبر 2031", "2031-11-08"),
        ("8 نوفمبر / تشرين الثاني 2031", "2031-11-08"),
        ("يناير 20, 2031", "2031-01-20"),
        ("7 من كانون الأول عام 2031", "2031-12-07"),
        ("12 جويلية 2031", "2031-07-12"),
        ("شباط 2031", "2031-02"),
        ("2031-02-28", "2031-02-28"),
        ("13/04/2031", "2031-04-13"),
        ("04/13/2031", "2031-04-13"),
        ("بتاريخ 03/04/2031", "2031-04-03"),
        ("le 3 février 2031", "2031-02-03"),
        ("2031年10月24日", "2031-10-24"),
    ],
)
def test_a_stated_date_is_read(text: str, edtf: str) -> None:
    assert [found.edtf for found in find_dates(text)] == [edtf]


@pytest.mark.parametrize(
    "text", ["2031-02-30", "03/04/2031", "31 أبريل 2031", "maybe 2031", "2031"]
)
def test_what_is_no_certain_date_is_not_read(text: str) -> None:
    assert find_dates(text) == []


def test_a_date_stands_where_it_is_found() -> None:
    text = "عُقد يومَ ٣ آذَار ٢٠٣١ في المدينة"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == "٣ آذَار ٢٠٣١"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("من يناير إلى مارس 2031 ثم منذ مارس الماضي", "2031-04?"),
        ("في ديسمبر/كانون الأول 2031، وفي ديسمبر الماضي", "2032-01?"),
        ("في مايو 2031 وفي 3 يونيو 2030", "2031-05?"),
        ("In March 2031 and since last March", "2031-04?"),
        ("لا تاريخ هنا في مارس", None),
    ],
)
def test_a_related_article_is_dated_by_the_latest_month_it_names(
    text: str, edtf: str | None
) -> None:
    assert infer_related_date(text) == edtf


_BODY = "عادت السفن إلى الميناء القديم صباح أمس بعد غياب طويل. ولم يعلق أحد على ذلك.\n"


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("عودة السفن إلى الميناء القديم\nتاريخ النشر: 3 مارس 2031\n" + _BODY, ["2031-03-03"]),
        ("عودة السفن إلى الميناء القديم\nالاثنين 3 مارس 2031 10:30\n" + _BODY, ["2031-03-03"]),
        ("الاثنين, مارس 3, 2031\n12.5 C\nOslo\nعودة السفن إلى الميناء القديم\n" + _BODY, []),
        ("عودة السفن إلى الميناء القديم\n" + _BODY + "وكان ذلك في 3 مارس 2031.\n", []),
        (
            "Ships return to the harbour\nLast updated: 4 March 2031\nPublished: 3 March 2031\nThey are back.\n",
            ["2031-03-03", "2031-03-04"],
        ),
        (
            "Ships return to the old harbour\nRIVERTON, March 3, 2031 (RNA) - The ships are back.\n",
            ["2031-03-03"],
        ),
        ("Ships return\nBy Jane Rivers | March 3, 2031\nThe ships came back.\n", ["2031-03-03"]),
        ("نص أول كامل هنا.\nالمصدر: وكالة\nاقرأ أيضاً\nعنوان آخر\nتاريخ النشر: 3 مارس 2031\n", []),
    ],
)
def test_only_the_article_s_own_date_is_proposed(text: str, proposed: list[str]) -> None:
    proposals = propose_published(text, segment_text(text).stretches)
    assert [proposal.edtf for proposal in proposals] == proposed
    for proposal in proposals:
        assert "2031" in text[proposal.start : proposal.end]


@pytest.mark.parametrize(
    "value",
    [
        "2031", "2031-10", "2031-10-24", "2031-10-24T10:00:00", "2031-10-24T10:00:00Z",
        "2031-10-24T10:00:00+03:00", "2031-04?", "2031~", "2031-10-24%", "2031-XX", "203X", "2031-10-XX",
        "2031-21", "2031/2032", "2031-10/..", "../2031", "2031-10/", "-0044", "Y17000", "2028-02-29",
    ],
)  # fmt: skip
def test_edtf_is_known(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize(
    "value",
    [
        "", "24/10/2031", "20311024", "2031-13", "2031-02-29", "2031-1-1", "October 2031", "..", "/",
        "2031-10-24T25:00:00", "2031-10-24 10:00:00", "2031-13-XX", "2031 ", "٢٠٣١", "2031/2032/2033",
        "9" * 100,
    ],
)  # fmt: skip
def test_what_is_not_edtf_is_refused(value: str) -> None:
    assert not is_edtf(value)
