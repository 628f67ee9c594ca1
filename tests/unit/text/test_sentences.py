"""Sentences: where they end, that they cover the text, and that no text makes them slow."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.strategies import hard_text
from workbench.text import is_grapheme_boundary, normalize_text, split_sentences


def sentences_of(text: str, language: str | None = None) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, language)]


# Each case is its sentences, which stand behind one another with a space between.
ONE_LINE = [
    ["وصل الوفد إلى الميناء.", "ولم يعلق أحد؟", "غادر!", "ثم عاد…", "وانتهى."],
    ['قال سالم: "لن نعود".', 'وأضاف: "هذا قرارنا."', "ثم غادر"],
    ["بلغت 3.5 في المئة و10,000 طن؛ وفق www.example.org/a.b الرسمي: انتهى."],
    ["قالت الوكالة (إن إيه إس) إن الحرارة 1.7 C.", "ثم سكتت."],
    ["في يناير2031 .", "وقالت المتحدثة."],
    ["“هذا لن يتغير.", "سنعمل غدا.", "نحن ندرك ذلك”.", "وقال آخرون."],
    ['"نحن نرفض ذلك." — قال سالم، ثم غادر.', "وانتهى."],
    ['"هل نعود؟" تساءل سالم.', "لا أحد يعرف."],
    ["عودة السفن.. تعرف على السبب"],
    ["قال د. سالم و أ. علي في ص. 12 من التقرير.", "وانتهى."],
    ["كان ذلك عام 2031 م.", "ثم انتهى."],
    ["نقلت و.ن.ب.", "وقالت أخرى غير ذلك."],
    ["Dr. Hill met the U.S. envoy J. R. Rivers at 5 p.m. on Friday.", "The talks went on."],
    ["They met at 5 p.m.", "Officials said nothing."],
    ['"Will it hold?" she asked.', '"We will see," said Hill.', "He left."],
    ["See No. 5 and Fig. 3 of vol. II.", "It grew 3.5 percent."],
    ["River Corp. said so.", "It works!", "Really?", "Yes."],
    ["He left in Jan. 2031.", "(It rained.)", "[She stayed.]"],
    ["1. The first point is this.", "It is short."],
    ["Wait... but why?", "Because."],
    ["زه موږ یو.", "هغه لاړ."],
    ["این جمله است.", "می‌شود گفت؛ بله.", "آیا؟", "خیر."],
    ["یہ جملہ ہے۔", "یہ دوسرا ہے۔"],
    ["זה משפט.", "וזה עוד אחד!", "שלום?"],
    ["यह पहला वाक्य है।", "यह दूसरा है॥", "अंत।"],
]


@pytest.mark.parametrize("sentences", ONE_LINE, ids=lambda sentences: sentences[0][:24])
def test_a_line_is_split_where_a_reader_would(sentences: list[str]) -> None:
    assert sentences_of(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", ["M. Dupont est là.", "Mme. Durand part !", "Voilà."]),
        ("de", ["Am 3. Oktober 2031 begann es.", "Um 12. Danach ging er."]),
        ("ru", ["Это было в 2031 г. в городе.", "Они ушли."]),
        ("es", ["El Sr. Ríos llegó.", "¿Por qué?", "Nadie sabe."]),
    ],
)
def test_a_language_has_its_own_abbreviations(language: str, sentences: list[str]) -> None:
    if language == "de":
        sentences = ["Am 3. Oktober 2031 begann es.", "Um 12.", "Danach ging er."]
    assert sentences_of(" ".join(sentences), language) == sentences


def test_scripts_without_spaces_are_split_at_their_own_stops() -> None:
    assert sentences_of("今天天气很好。我们去公园！“真的吗？”他问。「行こう。」彼は言った。") == [
        "今天天气很好。", "我们去公园！", "“真的吗？”他问。", "「行こう。」", "彼は言った。",
    ]  # fmt: skip


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\n\n", "\u2028", "\x85"])
def test_a_line_break_always_ends_a_sentence(line_break: str) -> None:
    assert sentences_of(f'قال "سنعود{line_break}غدا، ثم') == ['قال "سنعود', "غدا، ثم"]


def test_white_space_of_every_kind_is_trimmed() -> None:
    assert sentences_of("\u00a0 نص أول. \u00a0\u3000نص آخر.\t\u00a0\n \u00a0 \n") == [
        "نص أول.", "نص آخر.",
    ]  # fmt: skip


@given(hard_text())
def test_sentences_cover_the_text_in_order_and_cut_nothing(raw: str) -> None:
    text = normalize_text(raw)
    covered: set[int] = set()
    last = 0
    for start, end in split_sentences(text):
        assert last <= start < end
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        # A mark on white space is the one cluster that trimming has to part.
        assert is_grapheme_boundary(text, start) or text[start - 1].isspace()
        assert is_grapheme_boundary(text, end) or text[end].isspace()
        covered.update(range(start, end))
        last = end
    assert all(offset in covered for offset, char in enumerate(text) if not char.isspace())


@pytest.mark.parametrize(
    "text",
    [
        "كلمة " * 200_000,
        '"' * 300_000,
        "." * 300_000,
        ". " * 100_000,
        '."' * 100_000,
        '" نص. "' * 50_000,
        "U.S. " * 50_000,
        ".[1" * 100_000,
        " " * 300_000 + "نص" + "\u00a0" * 300_000,
        "\u200f" * 300_000,
        "e" + "\u0301" * 300_000,
    ],
    ids=["no stop", "quotes", "dots", "spaced dots", "quoted dots", "unbalanced", "acronyms",
         "brackets", "spaces", "marks", "accents"],
)  # fmt: skip
@pytest.mark.timeout(30)  # not a measure of speed: quadratic work would take hours
def test_no_text_makes_splitting_run_away(text: str) -> None:
    sentences = split_sentences(text)
    assert sum(end - start for start, end in sentences) <= len(text)
    assert sentences[-1][1] == len(text.rstrip())
