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


def test_claims_of_all_articles_are_listed_filtered_and_gone_to(
    two_articles: AnnotatorPage,
) -> None:
    annotator, page = two_articles, two_articles.page
    session = annotator.session
    session.do("mark", role="claim", spans=session.find(CLAIM))
    session.do("mark", role="source", spans=session.find("مسؤول لم تسمه"))
    session.do("stance", value="deny")
    session.do("goto", id="south-s1", document="south")
    session.do("mark", role="claim", spans=session.find("الموانئ مزدحمة"))
    session.do("mark", role="source", spans=session.find("بحار"))
    session.do("stance", value="affirm")
    session.do("unsure")
    session.do("goto", id="port-s0", document="port")
    annotator.open()
    page.keyboard.press("Shift+KeyL")
    rows, filters = page.locator(".wb-listed"), page.locator(".wb-filters")
    expect(rows).to_have_count(1)
    filters.locator("[name='scope']").select_option("all")
    expect(rows).to_have_count(2)
    expect(filters.locator(".wb-count")).to_have_text("2 claims")
    expect(rows.nth(1)).to_contain_text("بحار affirms")
    expect(rows.nth(1)).to_contain_text("sentence 11")
    assert Axe().run(page).response["violations"] == []
    # by stance, by a name typed, by doubt
    filters.locator("[name='stance']").select_option("deny")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text(CLAIM)
    filters.locator("[name='stance']").select_option("")
    field = filters.locator("[name='source']")
    field.fill("بحّار")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("الموانئ مزدحمة")
    field.fill("")
    expect(rows).to_have_count(2)
    filters.locator("[name='unsure']").check()
    expect(rows).to_have_count(1)
    # the keys walk it, and go there
    rows.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".wb[data-document='south']")
    expect(page.locator(".wb-card.on")).to_contain_text("الموانئ مزدحمة")
    expect(annotator.pane).to_be_focused()


def test_a_long_list_of_claims_comes_in_pages(page: Page, tmp_path: Path) -> None:
    lines = [("body", f"قال ناطق إن السفينة رقم {number} وصلت.") for number in range(120)]
    with make_store(tmp_path, make_document("long", lines)) as store:
        session = open_session(store, at="long-s0")
        for number in range(120):
            session.do("goto", id=f"long-s{number}")
            session.do("mark", role="claim", spans=session.find(f"السفينة رقم {number} وصلت"))
        annotator = AnnotatorPage(page, session).open()
        page.keyboard.press("Shift+KeyL")
        page.locator("[name='scope']").select_option("all")
        rows = page.locator(".wb-listed")
        expect(rows).to_have_count(50)
        expect(page.locator(".wb-count")).to_have_text("the first 50 claims")
        rows.nth(0).focus()
        page.keyboard.press("End")
        page.keyboard.press("ArrowDown")
        expect(rows).to_have_count(100)
        expect(rows.nth(50)).to_be_focused()
        page.locator("[data-more]").click()
        expect(rows).to_have_count(120)
        expect(page.locator(".wb-count")).to_have_text("120 claims")
        expect(page.locator("[data-more]")).to_have_count(0)
        page.keyboard.press("Escape")
        expect(annotator.pane).to_be_focused()
        page.evaluate("() => window.closeWidget()")


def hold(annotator: AnnotatorPage, sentence: str, claim: str, source: str, stance: str) -> None:
    session = annotator.session
    session.do("goto", id=sentence, document=sentence.partition("-")[0])
    session.do("mark", role="claim", spans=session.find(claim))
    session.do("mark", role="source", spans=session.find(source))
    session.do("stance", value=stance)


@pytest.fixture
def said(two_articles: AnnotatorPage) -> AnnotatorPage:
    """Give two articles in which a claim is denied, and another one affirmed."""
    hold(two_articles, "port-s3", CLAIM, "مسؤول لم تسمه", "deny")
    hold(two_articles, "south-s1", "إن الموانئ مزدحمة", "بحار", "affirm")
    two_articles.session.do("goto", id="port-s0", document="port")
    return two_articles.open()


def open_search(annotator: AnnotatorPage, language: str) -> None:
    if language == "ar":
        annotator.session.do("settings", language="ar")
        annotator.open()
    annotator.press("Slash")
    expect(annotator.page.locator(".wb-search-field")).to_be_focused()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_search_is_narrowed_by_role_stance_source_and_date(
    said: AnnotatorPage, language: str, tmp_path: Path
) -> None:
    page = said.page
    open_search(said, language)
    hits, row = page.locator(".wb-hit"), page.locator(".wb-narrowing")
    # without any words: all claims, then those that somebody denies
    row.locator("[name='role']").select_option("claim")
    expect(hits).to_have_count(2)
    row.locator("[name='stance']").select_option("deny")
    expect(hits).to_have_count(1)
    expect(hits).to_contain_text("مسؤول لم تسمه")
    expect(hits.locator("[data-stance='deny']")).to_have_count(1)
    assert Axe().run(page).response["violations"] == []
    page.screenshot(path=tmp_path / f"narrowed-{language}.png")
    # by a name, letters compared folded
    row.locator("[name='stance']").select_option("")
    row.locator("[name='source']").fill("بحّار")
    expect(hits).to_have_count(1)
    expect(hits).to_contain_text("الموانئ مزدحمة")
    # a time of which nothing is, and one that is none
    row.locator("[name='date']").fill("1999")
    expect(hits).to_have_count(0)
    row.locator("[name='date']").fill("soon")
    expect(page.locator(".wb-problem")).to_contain_text("soon")
    row.locator("[name='date']").fill("")
    expect(hits).to_have_count(1)
    # the claim that was found is in focus in its article
    page.locator(".wb-search-field").focus()
    said.press("Enter")
    page.wait_for_selector(".wb[data-document='south'][data-sentence='south-s1']")
    expect(page.locator(".wb-card.on")).to_contain_text("الموانئ مزدحمة")
    row.locator("[name='source']").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".wb-search")).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "typed"),
    [("en", "stance:deny role:claim القمح"), ("ar", "موقف:نفي دور:ادعاء القمح")],
)
def test_filters_are_typed_among_the_words(said: AnnotatorPage, language: str, typed: str) -> None:
    page = said.page
    open_search(said, language)
    page.keyboard.type(typed)
    hits = page.locator(".wb-hit")
    expect(hits).to_have_count(1)
    expect(hits.locator("b")).to_have_text("القمح")
    said.press("Enter", "Enter")
    page.wait_for_selector(".wb[data-document='port'][data-sentence='port-s3']")
    expect(page.locator(".wb-card.on")).to_contain_text(CLAIM)
    expect(page.locator(".wb-search")).to_be_hidden()
