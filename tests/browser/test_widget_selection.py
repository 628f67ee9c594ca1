"""Words are selected exactly, with the mouse and by keyboard, whatever stands between them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.page_fixture import (
    FIGURES,
    PORT,
    QUOTED,
    AnnotatorPage,
    make_document,
    make_store,
    open_session,
)

PHRASES = [
    (3, PORT, "وكالة المرفأ"),
    (3, PORT, "مسؤول لم تسمه"),
    (3, PORT, "إن نحو 2000 طن من القمح وصلت إلى الميناء"),
    (3, PORT, "نحو 2000"),
    (4, FIGURES, "منظمة WGO"),
    (4, FIGURES, "WGO"),
    (4, FIGURES, "12/03/2024"),
    (4, FIGURES, "ما بين 1500 و2500 طن"),
    (4, FIGURES, "قبل نهاية الشهر"),
    (6, QUOTED, "سنعلن الأرقام غدا"),
    (6, QUOTED, "من 3 صفحات"),
]


@pytest.mark.parametrize("backwards", [False, True], ids=["forwards", "backwards"])
def test_a_drag_selects_exactly_the_words_it_covers(
    annotator: AnnotatorPage, backwards: bool
) -> None:
    for index, text, words in PHRASES:
        edges = annotator.edges(words, index=index)
        start, end = (edges["to"], edges["from"]) if backwards else (edges["from"], edges["to"])
        annotator.drag(start, end)
        assert annotator.selected() == words
        annotator.press("1")
        claims = annotator.annotation(f"port-s{index}")["claims"]
        span = next(claim["spans"][0] for claim in claims if claim["spans"][0]["text"] == words)
        offset = annotator.session.snapshot()["document"]["sentences"][index]["start"]
        assert span["start"] == offset + text.index(words)
        assert span["end"] == span["start"] + len(words)
        annotator.press("Delete", "Escape")


def test_a_sloppy_drag_selects_whole_words_without_punctuation(annotator: AnnotatorPage) -> None:
    for index, words in [(3, "الميناء"), (4, "نهاية الشهر"), (6, "سنعلن الأرقام غدا")]:
        edges = annotator.edges(words, index=index)
        annotator.drag(
            {"x": edges["from"]["x"] - 4, "y": edges["from"]["y"]},
            {"x": edges["to"]["x"] - 3, "y": edges["to"]["y"]},
        )
        assert annotator.selected() == words


def test_with_alt_a_drag_is_exact(annotator: AnnotatorPage) -> None:
    edges = annotator.edges("نفت")
    annotator.page.keyboard.down("Alt")
    annotator.drag(edges["from"], edges["to"])
    annotator.page.keyboard.up("Alt")
    assert annotator.selected() == "نفت"


def test_a_drag_that_the_browser_dropped_is_rescued(annotator: AnnotatorPage) -> None:
    edges = annotator.edges("وزارة البحر")
    # what a dropped drag leaves behind is a collapsed selection
    annotator.page.evaluate(
        "() => document.addEventListener('mouseup', () => getSelection().removeAllRanges(), true)"
    )
    annotator.drag(edges["from"], edges["to"])
    assert annotator.selected() == "وزارة البحر"


def test_the_caret_goes_by_word_and_extends(annotator: AnnotatorPage) -> None:
    annotator.press("ArrowLeft", "ArrowLeft")
    assert annotator.selected() == "وكالة"
    annotator.press("Shift+ArrowLeft")
    assert annotator.selected() == "وكالة المرفأ"
    annotator.press("Shift+ArrowLeft", "Shift+ArrowRight", "Alt+Shift+ArrowRight")
    assert annotator.selected() == "وكالة المرف"
    annotator.press("ArrowRight")
    assert annotator.selected() == "ونقلت"
    annotator.press(",")
    assert annotator.selected() == "نقلت"
    annotator.press("End", "Shift+ArrowRight")
    assert annotator.selected() == "القصر التعليق"
    annotator.press("ArrowDown")
    assert annotator.selected() == "وكانت"
    annotator.press("Home", "Shift+End")
    # the bracket that the words opened is closed
    assert annotator.selected() == FIGURES[: FIGURES.index("»") + 1]


def test_a_physical_key_means_the_same_on_an_arabic_layout(annotator: AnnotatorPage) -> None:
    annotator.press("ArrowLeft")
    annotator.pane.dispatch_event("keydown", {"code": "Comma", "key": "و", "bubbles": True})
    assert annotator.selected() == "نقلت"


def test_a_click_brings_a_sentence_into_focus(annotator: AnnotatorPage) -> None:
    annotator.sentence(5).click()
    annotator.page.wait_for_selector(".wb[data-sentence='port-s5']")
    assert annotator.session.focus.sentence == "port-s5"


def test_in_a_text_from_left_to_right_the_arrows_go_the_other_way(
    page: Page, tmp_path: Path
) -> None:
    lines = (("body", "The harbour office (H.O.) said 40 ships arrived."),)
    with make_store(tmp_path, make_document("en", lines, language="en")) as store:
        annotator = AnnotatorPage(page, open_session(store, at=None)).open()
        annotator.press("ArrowRight", "ArrowRight", "Shift+ArrowRight")
        assert annotator.selected() == "harbour office"
        annotator.select("40 ships", index=0)
        assert annotator.selected() == "40 ships"


def test_it_works_inside_a_shadow_root(page: Page, tmp_path: Path) -> None:
    with make_store(tmp_path) as store:
        annotator = AnnotatorPage(page, open_session(store)).open(shadow=True)
        annotator.select("وكالة المرفأ")
        annotator.press("1")
        assert annotator.annotation()["claims"][0]["spans"][0]["text"] == "وكالة المرفأ"
