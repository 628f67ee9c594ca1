"""Dates that texts state, resolved against their publication."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import is_edtf, propose_dates

_PUBLISHED = "2031-11-13"  # a Thursday
_CASES = [
    ("في 8 تشرين الثاني/نوفمبر", "2031-11-08"),
    ("في 8 نوفمبر / تشرين الثاني الجاري", "2031-11-08"),
    ("في ٢٥ أكتوبر الماضي", "2031-10-25"),
    ("20 نوفمبر الماضي", "2030-11-20"),
    ("في يونيو/حزيران الماضي", "2031-06"),
    ("في كانون الثاني المقبل", "2032-01"),
    ("في تشرين/الأول الماضي", "2031-10"),
    ("في يونيو من العام الماضي", "2030-06"),
    ("في ديسمبر", "2031-12"),
    ("منذ شهر مارس", "2031-03"),
    ("في جانفي", "2032-01"),
    ("من 8 إلى 13 أكتوبر الماضي", "2031-10-08/2031-10-13"),
    ("8 و9 نوفمبر", "2031-11-08/2031-11-09"),
    ("27-28 أكتوبر/ تشرين الأول", "2031-10-27/2031-10-28"),
    ("من يناير إلى مارس 2031", "2031-01/2031-03"),
    ("من نوفمبر إلى فبراير 2031", "2030-11/2031-02"),
    ("بين عامي 2022 و2024", "2022/2024"),
    ("من مطلع شهر أكتوبر/تشرين الأول إلى منتصفه", "2031-10"),
    ("السابع من نوفمبر 2031", "2031-11-07"),
    ("الحادي والعشرين من آذار 2031", "2031-03-21"),
    ("اليوم الخميس", "2031-11-13"),
    ("مساء أمس الأربعاء", "2031-11-12"),
    ("يوم الأحد الماضي", "2031-11-09"),
    ("الخميس الماضي", "2031-11-06"),
    ("الجمعة المقبلة", "2031-11-14"),
    ("والثلاثاء", "2031-11-11"),
    ("أول من أمس", "2031-11-11"),
    ("غدا", "2031-11-14"),
    ("خلال الشهر الجاري", "2031-11"),
    ("الشهر المقبل", "2031-12"),
    ("العام الماضي", "2030"),
    ("هذا الأسبوع", "2031-11-10~/2031-11-16~"),
    ("منذ عام 2022", "2022"),
    ("في 2022 قال", "2022"),
    ("قبل ثلاثة أيام", "2031-11-10"),
    ("قبل يومين", "2031-11-11"),
    ("قبل نحو 3 أشهر", "2031-08~"),
    ("قبل عام", "2030"),
    ("قبل عام 2028", "2028"),
    ("صيف 2031", "2031-22"),
    ("شتاء العام الماضي", "2030-24"),
    ("الربع الأول من عام 2031", "2031-33"),
    ("النصف الثاني من 2031", "2031-41"),
    ("تسعينيات القرن الماضي", "199X"),
    ("يناير2031", "2031-01"),
    ("13/04/2031", "2031-04-13"),
    ("on Tuesday", "2031-11-11"),
    ("last Friday", "2031-11-07"),
    ("next Monday", "2031-11-17"),
    ("last June", "2031-06"),
    ("in May", "2031-05"),
    ("October 8-13", "2031-10-08/2031-10-13"),
    ("from 3 October to 5 November 2031", "2031-10-03/2031-11-05"),
    ("Sept. 5, 2031", "2031-09-05"),
    ("three days ago", "2031-11-10"),
    ("a week ago", "2031-11-06"),
    ("about two months ago", "2031-09~"),
    ("in the 1990s", "199X"),
    ("the summer of 2031", "2031-22"),
    ("Q1 2031", "2031-33"),
    ("last year", "2030"),
    ("yesterday", "2031-11-12"),
]


@pytest.mark.parametrize(("text", "edtf"), _CASES)
def test_a_date_is_resolved_against_the_publication(text: str, edtf: str) -> None:
    assert [found.edtf for found in propose_dates(text, _PUBLISHED)] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "مارس مهنته",
        "he may 5 times",
        "10:30",
        "500 شخص",
        "في 2000 سفينة",
        "31 أبريل 2031",
        "بين الأحياء",
        "45%",
    ],
)
def test_what_is_no_date_is_left_out(text: str) -> None:
    assert propose_dates(text, _PUBLISHED) == ()


@pytest.mark.parametrize(
    ("published", "found"),
    [
        (None, ["2022"]),
        ("2031", ["2022", "2030"]),
        ("2031-11", ["2022", "2031-06", "2030", "2031-10"]),
        ("2031-11?", ["2022", "2031-06", "2030", "2031-10"]),
        ("2031-11-13T10:00Z", ["2022", "2031-06", "2030", "2031-10", "2031-11-09", "2031-11-12"]),
        ("unknown", ["2022"]),
    ],
)
def test_only_what_the_publication_tells_is_resolved(
    published: str | None, found: list[str]
) -> None:
    text = "منذ عام 2022، في يونيو، ثم العام الماضي والشهر الماضي ويوم الأحد وأمس"
    assert [each.edtf for each in propose_dates(text, published)] == found


_PIECES = st.sampled_from(
    [
        "يوم",
        "الأحد",
        "الماضي",
        "من",
        "إلى",
        "بين",
        "و",
        "8",
        "13",
        "2031",
        "أكتوبر",
        "/",
        "تشرين الأول",
        "قبل",
        "ثلاثة",
        "أيام",
        "هذا",
        "الأسبوع",
        "عام",
        "صيف",
        "-",
        "،",
        "أمس",
        "مطلع",
        "شهر",
        "May",
        "in",
        "last",
        "week",
        "ago",
        "two",
        "Q1",
        "Monday",
        "31",
        "0",
        "9999",
        "the",
        "1990s",
        "القرن الماضي",
        "منتصفه",
    ]
)
_REFERENCES = st.sampled_from(
    [None, "2031-11-13", "2032-02-29", "2031", "2031-01?", "0001-01-01", "9999-12-31"]
)


@given(st.lists(_PIECES, max_size=12), st.sampled_from([" ", ""]), _REFERENCES)
def test_every_proposal_is_a_date_in_the_text(
    pieces: list[str], space: str, published: str | None
) -> None:
    text = space.join(pieces)
    found = propose_dates(text, published)
    edges = [edge for each in found for edge in (each.start, each.end)]
    assert edges == sorted(edges)
    assert all(0 <= each.start < each.end <= len(text) and is_edtf(each.edtf) for each in found)


@pytest.mark.parametrize(("text", "edtf"), [case for case in _CASES if not case[0].isascii()])
def test_harakat_and_letter_forms_do_not_matter(text: str, edtf: str) -> None:
    changed = (
        text.replace("ل", "لَ")
        .replace("أ", "ا")
        .translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    )
    assert [found.edtf for found in propose_dates(changed, _PUBLISHED)] == [edtf]
