"""Sentences are split and merged from the text; kinds and dates beside it are corrected there."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.page_fixture import PORT, AnnotatorPage, open_session

SECOND = "ونفت وزارة البحر ذلك، فيما رفض القصر التعليق."


def texts(annotator: AnnotatorPage) -> list[str]:
    found: list[str] = annotator.page.locator(".wb-s").all_text_contents()
    return found


def test_one_key_splits_before_the_word_and_one_merges_with_the_next(
    annotator: AnnotatorPage,
) -> None:
    annotator.select("ونفت")
    annotator.press("Backslash")
    expect(annotator.page.locator(".wb-row")).to_have_count(10)
    assert texts(annotator)[3:5] == [PORT.removesuffix(SECOND).rstrip(), SECOND]
    expect(annotator.page.locator(".wb-live")).to_have_text("Split in two.")
    annotator.press("Shift+Backslash")
    expect(annotator.page.locator(".wb-row")).to_have_count(9)
    assert texts(annotator)[3] == PORT
    annotator.press("Control+z", "Control+z")
    expect(annotator.page.locator(".wb[data-sentence='port-s3']")).to_be_visible()
    assert annotator.page.locator(".wb-pane").evaluate("e => e === document.activeElement")


def test_a_split_inside_a_word_says_why_not(annotator: AnnotatorPage) -> None:
    annotator.press("ArrowLeft", "Home", "Alt+ArrowLeft", "Alt+ArrowLeft", "Backslash")
    expect(annotator.page.locator(".wb-notice")).to_contain_text("inside a word")


def test_others_work_is_moved_only_after_a_yes(annotator: AnnotatorPage) -> None:
    other = open_session(annotator.session.store, "badr")
    other.do("mark", role="claim", spans=other.find("وصلت إلى الميناء"))
    annotator.select("ونفت")
    annotator.press("Backslash")
    dialog = annotator.page.locator("dialog")
    expect(dialog).to_contain_text("somebody else has worked here")
    annotator.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(annotator.page.locator(".wb-row")).to_have_count(9)
    annotator.select("ونفت")
    annotator.press("Backslash")
    dialog.get_by_role("button", name="Do it for everybody").click()
    expect(annotator.page.locator(".wb-row")).to_have_count(10)
    first = annotator.session.focus.sentence
    moved = annotator.session.store.get_annotations("port", other.layer)
    assert list(moved) == [first]


def test_kinds_and_dates_stand_beside_the_text_and_a_click_corrects_them(
    annotator: AnnotatorPage,
) -> None:
    annotator.press("v")
    kinds = annotator.page.locator(".wb-m-kind")
    expect(kinds).to_have_text(["boilerplate", "headline", "boilerplate"])
    expect(annotator.page.locator(".wb-m-date")).to_have_text(["2024-10-23"])
    kinds.nth(1).click()
    dialog = annotator.page.locator("dialog")
    dialog.locator("select[name=kind]").select_option("related")
    dialog.locator("input[name=published]").fill("2024-11")
    dialog.get_by_role("button", name="OK").click()
    annotator.settle()
    expect(kinds).to_have_text(["boilerplate", "related", "boilerplate"])
    expect(annotator.page.locator(".wb-m-date")).to_have_text(["2024-11", "2024-10-23"])
    segment = annotator.session.sheet.stored.segments[1]
    assert (segment.kind, segment.published) == ("related", "2024-11")
