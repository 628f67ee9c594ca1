"""Segments: kinds and reasons of lines, on invented articles and on the real ones."""

# ruff: noqa: E501  cases stand in tables, and paragraphs are whole

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

from tests.strategies import hard_text
from workbench.text import Pattern, load_patterns, normalize_text, propose_published, segment_text
from workbench.text.patterns import match_pattern

# One character a kind; each line is its kind, then its sentences between bars.
_KINDS = {
    "H": "headline", "h": "subheading", "S": "summary", "B": "body", "R": "related", "C": "credit",
    "X": "boilerplate",
}  # fmt: skip

ARABIC_PORTAL = """
X الأربعاء, مارس 5, 2031
X 21.4 C
X ميناء النهر
X الأكثر قراءة
H وزارة الملاحة في نهرستان تعلن عودة السفن إلى الميناء القديم
X تاريخ النشر: 3 مارس/آذار 2031
C كتبت: سلمى نور
S - الوزارة تقول إن 12 سفينة وصلت منذ السبت، وفق بيان رسمي.
S - النقابة تنفي وصول أي سفينة وتطالب بتحقيق مستقل.
B أعلنت وزارة الملاحة اليوم الاثنين عودة "12 سفينة" إلى الميناء القديم، بعد غياب دام عاما.|وقال الوزير للصحفيين: "لن نغلق الميناء مرة أخرى".
B ونقلت وكالة النهر عن مسؤول -لم تسمه- قوله إن العدد قد يصل إلى 1,500 حاوية.|ولم تعلق النقابة على ذلك.
X اقرأ أيضاً:
R تأجيل افتتاح الجسر الجديد بسبب العاصفة
h موقف النقابة
B لكن النقابة نفت ذلك، وقالت في بيان: "لم تصل أي سفينة.|هذا الرقم غير صحيح".
h ما الذي يحدث في الميناء؟
B ويرى خبراء أن الأزمة مستمرة، رغم وعود الحكومة.|وكان الميناء قد أغلق في 3 مارس 2030.
C المصدر: وكالة النهر
X كلمات دلالية: ميناء سفن نهرستان
X إقرأ أيضاً
R نقابة البحارة تعلن إضرابا مفتوحا في موانئ الشمال
R أعلنت نقابة البحارة إضرابا مفتوحا في موانئ الشمال اعتبارا من الأحد.
R وكان الإضراب السابق قد انتهى في يناير 2029.
X تابعونا على تيليغرام
"""

ARABIC_WORDPRESS = """
H هل تعود الحرب إلى سهل الريح.. خبراء يجيبون
X أخبار
H هل تعود الحرب إلى سهل الريح؟|خبراء يجيبون
B تخشى حكومة ريحانيا أن تعود الحرب إلى سهل الريح قبل نهاية العام.|وقالت وزيرة الدفاع إن الجيش "مستعد لكل شيء".
B "لا نريد الحرب" — قالت الوزيرة، ثم غادرت القاعة.|ورفض مكتب الرئاسة التعليق.
X .
X https://example.org/?p=77
X شارك المقال عبر فيسبوك
X المقال السابق
X منوعات
"""

ARABIC_PLAIN = """
B أعلنت بلدية القلعة البيضاء، مساء السبت، أن شبكة المياه عادت إلى العمل في معظم الأحياء بعد إصلاح الخط الرئيس الذي انكسر قبل أسبوع.|وأضافت أن الأحياء الشرقية ستنتظر يومين.
B وقال أحد السكان: نحن ننتظر منذ أيام.|لا أحد يرد على الهاتف!
X حمّل تطبيق القلعة الآن
X جميع الحقوق محفوظة © 2031
"""

ENGLISH_AGENCY = """
X Home > World > Riverlands
H Riverland ministry denies ships have left the old harbour
h Union says twelve vessels sailed on Sunday
C By Jane Rivers
X March 3, 2031
X Share this article
B RIVERTON - The Ministry of Shipping on Monday denied that any ship had left the old harbour.|"No vessel has sailed," Dr. J. R. Hill told reporters at 5 p.m. on Sunday.
B The U.N. envoy declined to comment.|A union official, who asked not to be named, said: "Twelve ships left.|We counted them."
X Advertisement
h What happens next
B Talks resume at 10 a.m. on Tuesday, according to River News.|Will they succeed?|Nobody knows.
X Read more: Storm delays the opening of the bridge
C Reporting by Jane Rivers; editing by Tom Hill
X Related articles
R Dockers strike enters its second week in the northern ports
R Dockers in the northern ports entered the second week of their strike on Friday.
X © 2031 River News.|All rights reserved.
"""

ENGLISH_LIST = """
H Five things to know about the harbour dispute
B The harbour of Riverton has been closed for a year, and the dispute goes on.
B - The ministry wants to reopen it
B - The union wants a safety review
B - The city wants both
B Nobody expects a quick end, as the minister said:
B "We have time."
"""


def parse(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text of a marked article and its units: start, end and kind."""
    text, units = "", []
    for line in marked.strip().split("\n"):
        kind, content = _KINDS[line[0]], line[2:]
        for number, sentence in enumerate(content.split("|")):
            text += " " if number else ""
            units.append((len(text), len(text) + len(sentence), kind))
            text += sentence
        text += "\n"
    return text, units


def units_of(text: str) -> list[tuple[int, int, str]]:
    segmentation = segment_text(text)
    kinds = {
        offset: stretch.kind
        for stretch in segmentation.stretches
        for offset in range(stretch.start, stretch.end)
    }
    return [(start, end, kinds[start]) for start, end in segmentation.sentences]


def compute_f1(found: set[tuple[int, int]], expected: set[tuple[int, int]]) -> float:
    return 2 * len(found & expected) / (len(found) + len(expected))


@pytest.mark.parametrize(
    "marked",
    [ARABIC_PORTAL, ARABIC_WORDPRESS, ARABIC_PLAIN, ENGLISH_AGENCY, ENGLISH_LIST],
    ids=["portal", "wordpress", "plain", "agency", "list"],
)
def test_sentences_and_kinds_of_an_invented_article_are_found(marked: str) -> None:
    text, expected = parse(marked.replace("X Read more: Storm", "R Read more: Storm"))
    found = units_of(text)
    spans = compute_f1({unit[:2] for unit in found}, {unit[:2] for unit in expected})
    assert spans >= 0.985
    assert [(text[a:b], kind) for a, b, kind in found] == [(text[a:b], k) for a, b, k in expected]


def test_a_headline_that_asks_is_one_and_its_repetition_too() -> None:
    text = "سفن نهرستان في الميناء: ماذا نعرف حتى الآن؟\nسفن نهرستان في الميناء.. ماذا نعرف حتى الآن؟\n"
    text += "عادت السفن أمس إلى الميناء القديم. ولم يعلق أحد.\n"
    assert [kind for _, _, kind in units_of(text)] == ["headline", "headline", "body", "body"]


def test_the_spliced_article_has_an_inferred_date_and_the_banner_none() -> None:
    text, _ = parse(ARABIC_PORTAL)
    segmentation = segment_text(text)
    related = [stretch for stretch in segmentation.stretches if stretch.kind == "related"]
    assert [stretch.published for stretch in related] == [None, "2029-01?"]
    proposals = propose_published(text, segmentation.stretches)
    assert [proposal.edtf for proposal in proposals] == ["2031-03-03"]
    reasons = [stretch.reason for stretch in segmentation.stretches]
    assert reasons[0] == "pattern:date-banner"


@pytest.mark.parametrize(
    "text",
    [
        "כותרת קצרה על הנמל הישן\nהספינות חזרו אתמול אל הנמל הישן. איש לא הגיב.\n",
        "بازگشت کشتی‌ها به بندر قدیمی\nکشتی‌ها دیروز به بندر قدیمی بازگشتند. کسی نظر نداد.\n",
        "Les navires reviennent au vieux port\nLes navires sont revenus hier. Personne n'a réagi.\n",
        "船只返回旧港口的消息传来\n船只昨天返回了旧港口。没有人发表评论。\n",
    ],
    ids=["he", "fa", "fr", "zh"],
)
def test_other_languages_have_headline_and_body_too(text: str) -> None:
    assert [kind for _, _, kind in units_of(text)] == ["headline", "body", "body"]


@given(hard_text())
def test_stretches_cover_the_text_in_order_and_hold_whole_sentences(raw: str) -> None:
    text = normalize_text(raw)
    segmentation = segment_text(text)
    covered: set[int] = set()
    last = 0
    for stretch in segmentation.stretches:
        assert last <= stretch.start < stretch.end
        covered.update(range(stretch.start, stretch.end))
        last = stretch.end
    assert all(offset in covered for offset, char in enumerate(text) if not char.isspace())
    for start, end in segmentation.sentences:
        assert any(s.start <= start and end <= s.end for s in segmentation.stretches)


def test_nothing_is_made_of_nothing() -> None:
    assert segment_text(" \n\u00a0\n").stretches == ()


@pytest.mark.parametrize("pattern", load_patterns(), ids=lambda pattern: pattern.name)
def test_each_example_of_a_pattern_matches_it_first(pattern: Pattern) -> None:
    assert pattern.examples
    for example in pattern.examples:
        assert match_pattern(example) is pattern


@pytest.mark.parametrize(
    "line",
    [
        "أخبار سارة من الميناء القديم هذا الصباح",
        "تطبيق القانون الجديد يبدأ غدا في كل الموانئ",
        "شارك الوزير في افتتاح الجسر الجديد",
        "تابع الوزير زيارته إلى الميناء القديم",
        "نشر الجيش قواته على الحدود",
        "تحديث الأسطول القديم يكلف الكثير",
        "قبل 3 سنوات كان الميناء مغلقا",
        "News of the harbour reached the city",
        "By the river the ships wait",
        "Share prices fall after the strike",
        "Tags on the boxes told the story",
        "Source of the leak still unknown",
        "نشرت في 3 مارس 2031 دراسة جديدة عن الميناء القديم.",
        "حدث في 3 مارس 2031 ما لم يتوقعه أحد",
    ],
)
def test_prose_that_looks_like_a_pattern_is_left_alone(line: str) -> None:
    assert match_pattern(line) is None


@pytest.mark.parametrize(
    "text",
    ["أخبار\n" * 3000, "اقرأ أيضا\n" * 3000, "أ ب\n" * 3000 + "نص كامل.\n", "نص.\nاقرأ أيضا\nعنوان\n" * 1500],
    ids=["menu", "read also", "labels", "mixed"],
)  # fmt: skip
@pytest.mark.timeout(30)  # not a measure of speed
def test_many_short_lines_are_no_trouble(text: str) -> None:
    assert segment_text(text).stretches[-1].end == len(text.rstrip())


# ---------------------------------------------------------------- the real articles
def read_articles(shared: Path) -> dict[str, str]:
    files = sorted((shared / "seeds").glob("*.txt"))
    return {path.name: normalize_text(path.read_text("utf-8")) for path in files}


def test_the_referenced_articles_are_segmented_as_by_hand(shared: Path) -> None:
    articles = read_articles(shared)
    references = json.loads((shared / "reference" / "sentences-001-003.json").read_text("utf-8"))
    for reference in references:
        expected = [(unit["start"], unit["end"], unit["kind"]) for unit in reference["sentences"]]
        assert units_of(articles[reference["file"]]) == expected


def test_all_real_articles_have_the_measured_numbers(shared: Path) -> None:
    articles = read_articles(shared)
    lines = [line for text in articles.values() for line in text.split("\n") if line.strip()]
    assert len(lines) == 103
    assert sum(len(segment_text(text).sentences) for text in articles.values()) == 137


def test_the_spliced_real_article_is_one_related_stretch_of_another_year(shared: Path) -> None:
    text = next(text for name, text in read_articles(shared).items() if name.startswith("000"))
    segmentation = segment_text(text)
    assert [stretch.kind for stretch in segmentation.stretches] == [
        "headline", "boilerplate", "body", "subheading", "body", "credit", "boilerplate",
        "boilerplate", "related",
    ]  # fmt: skip
    assert segmentation.stretches[-1].published == "2025-04?"
    proposals = propose_published(text, segmentation.stretches)
    assert [proposal.edtf for proposal in proposals] == ["2024-10-24"]


def test_no_date_of_a_real_page_banner_is_proposed(shared: Path) -> None:
    for name, text in read_articles(shared).items():
        if not name.startswith("000"):
            assert propose_published(text, segment_text(text).stretches) == ()
