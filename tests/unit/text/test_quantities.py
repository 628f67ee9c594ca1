"""Figures that texts state, read by the rules of figures.toml and units.toml."""

# ruff: noqa: E501  cases stand in tables

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import dump_figures, is_figures, propose_figures

_ARABIC = [
    ("غرق نحو ألفي جندي", "~2000 soldier"),
    ("أرسلت مملكة سارلند ما يصل إلى 12 ألف جندي", "<=12000 soldier"),
    ("قد ترسل ما يصل إلى 10,000 إلى 12,000 جندي", "10000..12000 soldier"),
    ("أكثر من ١٠ آلاف مقاتل", ">10000 soldier"),
    ("٣٠٠٠ بحار على الأقل", ">=3000 person"),
    ("ما لا يقل عن ثلاثة آلاف شخص", ">=3000 person"),
    ("لا يقل عددهم عن 40 شخصا", ">=40 person"),
    ("يتجاوز عددهم 40 شخصا", ">40 person"),
    ("لا يتجاوز 500 دولار", "<=500 dollar"),
    ("أقل من مئة سفينة", "<100 ship"),
    ("بين 10 و12 ألف جندي", "10000..12000 soldier"),
    ("ما بين خمسة وسبعة أشخاص", "5..7 person"),
    ("من 100 إلى 200 عائلة", "100..200 family"),
    ("3-5 سنوات", "3..5 year"),
    ("ارتفع العدد من 100 إلى 200 شخص", "100; 200 person"),
    ("قتل 4700 شخص، من بينهم 600 طفل", "4700 person; part 600 child"),
    ("وصل 80 لاجئا بينهم نحو 12 امرأة", "80 person; part ~12 woman"),
    ("عشرات الآلاف من المدنيين خرجوا", "~>=20000 person"),
    ("عشرات الآلاف من مدنيين", "~>=20000 person"),
    ("مئات الجنود", "~>=200 soldier"),
    ("بضعة آلاف جندي", "~3000..9000 soldier"),
    ("مئتان وخمسون سفينة", "250 ship"),
    ("مئتي سفينة ومئتين أخرى", "200 ship; 200"),
    ("ثلاثة آلاف وخمسمئة وعشرون حاوية", "3520 container"),
    ("خمسة عشر زورقا", "15 ship"),
    ("خمسة عشر قاربا", "15 ship"),
    ("إحدى عشرة سفينة", "11 ship"),
    ("واحد وعشرون قتيلا", "21 killed"),
    ("قرابة مليون ونصف المليون نسمة", "~1500000 person"),
    ("نصف مليون برميل", "500000 barrel"),
    ("3 ملايين و200 ألف برميل", "3200000 barrel"),
    ("مليوني دولار", "2000000 dollar"),
    ("1,5 مليار يورو", "1500000000 euro"),
    ("١٢٬٥٠٠ طن", "12500 tonne"),
    ("12.500 طن", "12500 tonne"),
    ("10 000 طن", "10000 tonne"),
    ("بنسبة 12.5 في المئة", "12.5 %"),
    ("نحو ٤٥٪ من الأصوات", "~45 %"),
    ("خلال شهرين", "2 month"),
    ("أسبوع واحد", "1 week"),
    ("ستة أشهر", "6 month"),
    ("لـ12 قرية وبثلاث قرى", "12 town; 3 town"),
    ("سبعة زوارق فأكثر", ">=7 ship"),
    ("جرح ثلاثة وقتل اثنان", "3"),
]
_ENGLISH = [
    ("up to 1,500 elite Sarlund soldiers", "<=1500 soldier"),
    ("at least two dozen people", ">=24 person"),
    ("about 12k troops", "~12000 soldier"),
    ("two hundred and fifty-three thousand votes", "253000 vote"),
    ("between 10 and 12 people", "10..12 person"),
    ("from 10 to 12 ships", "10..12 ship"),
    ("rose from 10 to 12 ships", "10; 12 ship"),
    ("hundreds of thousands of people", "~>=200000 person"),
    ("several hundred soldiers", "~300..900 soldier"),
    ("$3.5bn", "3500000000 dollar"),
    ("more than €5 million", ">5000000 euro"),
    ("30 per cent of voters", "30 %"),
    ("4,700 people, including 600 children", "4700 person; part 600 child"),
    ("600 of them", "part 600"),
    ("no more than 40 ships", "<=40 ship"),
    ("fewer than forty ships", "<40 ship"),
    ("half a million people", "500000 person"),
    ("some 70 or more ships", "~>=70 ship"),
    ("~ 70 ships", "~70 ship"),
    ("1.500 metres", "1.5 metre"),
    ("a ten-year plan and a 5-day trip", "10 year; 5 day"),
]


@pytest.mark.parametrize(("text", "written"), _ARABIC)
def test_an_arabic_figure_is_read(text: str, written: str) -> None:
    assert dump_figures(found.figure for found in propose_figures(text, "ar")) == written


@pytest.mark.parametrize(("text", "written"), _ENGLISH)
def test_an_english_figure_is_read(text: str, written: str) -> None:
    assert dump_figures(found.figure for found in propose_figures(text, "en")) == written


@pytest.mark.parametrize(
    "text",
    [
        "المادة 5 من الاتفاق", "القرار رقم 2231", "في 3 يونيو 2031", "منذ عام 2022", "الساعة 10:30",
        "يلتقي الثلاثة غدا", "https://example.org/?p=36884", "F-16 و S-300", "1. البند", "covid-19",
        "Article 5", "one of the men", "24th", "2031", "لم يقل واحد شيئا", "ألف كتابا عن البحر", "10.30.5.1",
    ],
)  # fmt: skip
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert propose_figures(text) == ()


@pytest.mark.parametrize(("text", "written"), _ARABIC)
def test_harakat_and_letter_forms_do_not_matter(text: str, written: str) -> None:
    vowelled = (
        text.replace("ل", "لَ")
        .replace("ن", "نـن"[:2])
        .translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    )
    assert dump_figures(found.figure for found in propose_figures(vowelled, "ar")) == written


_PIECES = st.sampled_from(
    [
        "نحو",
        "أكثر من",
        "ما يصل إلى",
        "بين",
        "و",
        "إلى",
        "من",
        "12",
        "10,000",
        "٣",
        "ألف",
        "آلاف",
        "مئة",
        "خمسة",
        "عشر",
        "وعشرون",
        "جندي",
        "شهرين",
        "%",
        "منهم",
        "على الأقل",
        "about",
        "up to",
        "two",
        "hundred",
        "and",
        "thousand",
        "people",
        "of them",
        "$",
        "-",
        "~",
        ".",
        "،",
        "\n",
        "3.5",
        "m",
        "2031",
        "يونيو",
        "half a",
        "a few",
    ]
)


@given(st.lists(_PIECES, max_size=12), st.sampled_from([" ", "", " "]))
def test_every_proposal_lies_in_the_text(pieces: list[str], space: str) -> None:
    text = space.join(pieces)
    found = propose_figures(text)
    edges = [edge for each in found for edge in (each.start, each.end)]
    assert edges == sorted(edges)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    written = dump_figures(each.figure for each in found)
    assert written is None or len(written) > 400 or is_figures(written)


def test_a_proposal_covers_its_words() -> None:
    text = "وصل نَحوَ ألفَي جندي أمس"
    (found,) = propose_figures(text)
    assert text[found.start : found.end] == "نَحوَ ألفَي جندي"
