"""The search finds words here and elsewhere; sources that were named before are offered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.page_fixture import (
    ARTICLE,
    AnnotatorPage,
    make_document,
    make_store,
    open_session,
)

CLAIM = "إن نحو 2000 طن من القمح وصلت إلى الميناء"
OTHER = (("headline", "ميناء الجنوب"), ("body", "قال بحار إن الموانئ مزدحمة، وفي الميناء سفن."))


@pytest.fixture
def two_articles(page: Page, tmp_path: Path) -> Iterator[AnnotatorPage]:
    documents = [make_document("port", ARTICLE), make_document("south", OTHER)]
    with make_store(tmp_path, *documents) as store:
        yield AnnotatorPage(page, open_session(store)).open()
        page.evaluate("() => window.closeWidget?.()")


def painted(annotator: AnnotatorPage) -> list[str]:
    """What is highlighted as found, in the order of the page."""
    found: list[str] = annotator.page.evaluate(
        "() => [...(CSS.highlights.get('wb-hits') ?? [])].map(String)"
    )
    return found


def search(annotator: AnnotatorPage, words: str) -> None:
    annotator.press("Slash")
    annotator.page.keyboard.type(words)
    annotator.page.wait_for_selector(".wb-hit")


def test_hits_of_this_article_are_painted_and_listed_before_the_others(
    two_articles: AnnotatorPage,
) -> None:
    annotator, page = two_articles, two_articles.page
    search(annotator, "ميناء")
    expect(page.locator(".wb-hit")).to_have_count(5)
    expect(page.locator(".wb-search-count")).to_have_text(
        "3 sentences of this article · 2 sentences of other articles"
    )
    assert painted(annotator) == ["ميناء", "الميناء", "الميناء"]
    expect(page.locator(".wb-search-field")).to_be_focused()
    assert Axe().run(page).response["violations"] == []


def test_enter_goes_there_escape_comes_back_and_enter_again_stays(
    two_articles: AnnotatorPage,
) -> None:
    annotator, page = two_articles, two_articles.page
    search(annotator, "ميناء")
    annotator.press("ArrowDown", "ArrowDown", "ArrowDown", "Enter")
    page.wait_for_selector(".wb[data-document='south'][data-sentence='south-s0']")
    assert painted(annotator) == ["ميناء", "الميناء"]
    expect(page.locator(".wb-search-field")).to_be_focused()
    page.keyboard.press("Escape")
    page.wait_for_selector(".wb[data-document='port'][data-sentence='port-s3']")
    expect(page.locator(".wb-search")).to_be_hidden()
    assert painted(annotator) == []
    expect(page.locator(".wb-pane")).to_be_focused()

    search(annotator, "بحار")
    annotator.press("Enter", "Enter")
    page.wait_for_selector(".wb[data-document='south'][data-sentence='south-s1']")
    expect(page.locator(".wb-search")).to_be_hidden()
    annotator.press("f")
    assert annotator.annotation("south-s1")["flagged"]


def test_nothing_found_is_said(annotator: AnnotatorPage) -> None:
    annotator.press("Slash")
    annotator.page.keyboard.type("زرافة")
    expect(annotator.page.locator(".wb-search-count")).to_have_text(
        "Nothing in this article. · Nothing in other articles."
    )
    annotator.page.keyboard.press("Escape")
    expect(annotator.page.locator(".wb-pane")).to_be_focused()


def test_hits_stay_painted_where_a_sentence_is_drawn_anew(annotator: AnnotatorPage) -> None:
    search(annotator, "الميناء")
    annotator.page.locator(".wb-pane").focus()
    annotator.select(CLAIM)
    annotator.press("1")
    annotator.page.wait_for_selector(".wb-card")
    assert painted(annotator)[0].startswith("الميناء")


def test_a_source_named_before_is_chosen_by_keys(annotator: AnnotatorPage) -> None:
    annotator.select(CLAIM)
    annotator.press("1")
    annotator.select("وكالة المرفأ")
    annotator.settle()
    annotator.press("PageDown")
    annotator.page.wait_for_selector(".wb[data-sentence='port-s4']")
    annotator.select("ما بين 1500 و2500 طن", index=4)
    annotator.press("1", "Shift+KeyP")
    options = annotator.page.locator("dialog [role=option]")
    expect(options).to_have_text(["وكالة المرفأin this article · 1 time"])
    annotator.page.keyboard.type("مرف")
    expect(options).to_have_count(1)
    annotator.press("ArrowDown")
    expect(annotator.page.locator("dialog input")).to_have_value("وكالة المرفأ")
    assert Axe().run(annotator.page).response["violations"] == []
    annotator.press("Enter")
    expect(annotator.page.locator("dialog")).to_have_count(0)
    annotator.settle()
    (only,) = annotator.annotation()["attributions"]
    assert (only["source"]["realization"], only["note"]) == ("pro_drop", "وكالة المرفأ")


def test_a_name_that_is_typed_and_stands_in_the_sentence_is_marked(
    annotator: AnnotatorPage,
) -> None:
    annotator.select(CLAIM)
    annotator.press("1", "Shift+KeyP")
    annotator.page.keyboard.type("وزاره البحر")
    annotator.press("Enter")
    annotator.page.wait_for_selector(".wb-source-words")
    (only,) = annotator.annotation()["attributions"]
    assert [span["text"] for span in only["source"]["spans"]] == ["وزارة البحر"]
