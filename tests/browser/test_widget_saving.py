"""Saved means saved: what is not on disk is visibly unsaved, kept, and sent again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.page_fixture import AnnotatorPage, make_store, open_session

SOURCE = "وكالة المرفأ"

# How many operations the browser keeps; the choices for the interface lie beside them.
KEPT = "() => Object.keys(localStorage).filter(key => key !== 'workbench:settings').length"


def stored(annotator: AnnotatorPage) -> list[str]:
    said = annotator.session.snapshot()["annotations"].get("port-s3", {"claims": []})
    return [claim["spans"][0]["text"] for claim in said["claims"]]


def test_silence_is_not_saved_and_is_made_good_later(annotator: AnnotatorPage) -> None:
    page = annotator.page
    page.evaluate("() => { model.deaf = true; }")
    annotator.select(SOURCE)
    page.keyboard.press("1")
    expect(page.locator("[data-save='unsaved']").first).to_be_visible()
    expect(page.locator(".wb-save")).to_contain_text("NOT SAVED 1")
    assert page.evaluate("() => CSS.highlights.get('wb-pending').size") == 1
    assert stored(annotator) == []
    page.evaluate("() => { model.deaf = false; }")
    annotator.settle()
    expect(page.locator(".wb-save")).to_have_text("✓ Saved")
    assert stored(annotator) == [SOURCE]
    assert page.evaluate(KEPT) == 0


def test_a_dead_kernel_is_told_at_once(annotator: AnnotatorPage) -> None:
    page = annotator.page
    page.evaluate("() => { model.offline = true; }")
    annotator.select(SOURCE)
    page.keyboard.press("1")
    expect(page.locator(".wb-save")).to_contain_text("the kernel cannot be reached", timeout=1500)
    assert page.evaluate(KEPT) == 1


def test_work_is_replayed_in_its_order_after_a_reload_into_a_new_kernel(
    annotator: AnnotatorPage,
) -> None:
    page = annotator.page
    page.evaluate("() => { model.offline = true; }")
    annotator.select("إن نحو 2000 طن")
    page.keyboard.press("1")
    page.keyboard.press("p")
    page.keyboard.press("w")
    page.on("dialog", lambda dialog: dialog.accept())
    annotator.session = open_session(annotator.session.store, at="port-s2")
    annotator.open()
    annotator.settle()
    said = annotator.annotation("port-s3")
    assert said["attributions"][0]["stance"] == "deny"
    assert said["attributions"][0]["source"]["realization"] == "pro_drop"
    assert said["attributions"][0]["targets"] == [said["claims"][0]["id"]]


def test_a_repeated_operation_is_done_once(annotator: AnnotatorPage) -> None:
    page = annotator.page
    lost: list[str] = []

    def lose_first_answer(message: dict[str, Any]) -> list[dict[str, Any]] | None:
        if message["t"] == "do" and not lost:
            lost.append(message["key"])
            annotator.session.handle(message)
            return []
        return None

    annotator.before = lose_first_answer
    annotator.select(SOURCE)
    page.keyboard.press("1")
    page.wait_for_selector(".wb[data-queue='1']", state="attached")
    annotator.settle()
    assert stored(annotator) == [SOURCE]
    assert [message.get("key") for message in annotator.handled].count(lost[0]) == 2


def test_a_locked_store_says_why_and_is_waited_for(annotator: AnnotatorPage) -> None:
    page = annotator.page
    locked = True

    def locked_store(message: dict[str, Any]) -> list[dict[str, Any]] | None:
        if not locked or message["t"] != "do":
            return None
        keys = {"view": message["view"], "key": message["key"]}
        return [{"t": "later", **keys, "message": "The store is locked by another program."}]

    annotator.before = locked_store
    annotator.select(SOURCE)
    page.keyboard.press("1")
    expect(page.locator(".wb-save")).to_contain_text("locked by another program")
    locked = False
    annotator.settle()
    assert stored(annotator) == [SOURCE]


def test_without_storage_the_page_says_that_it_keeps_nothing(annotator: AnnotatorPage) -> None:
    page = annotator.page
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full'); };"
        " model.offline = true; }"
    )
    annotator.select(SOURCE)
    page.keyboard.press("1")
    save = page.locator(".wb-save")
    expect(save).to_contain_text("NOT SAVED")
    expect(save).to_have_attribute("title", "NOT kept by this browser: do not close the page")
    page.evaluate("() => { model.offline = false; }")
    annotator.settle()
    assert stored(annotator) == [SOURCE]


def test_leaving_with_unsaved_work_is_asked_about(annotator: AnnotatorPage) -> None:
    page = annotator.page
    leave = "() => !dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    assert page.evaluate(leave) is False
    page.evaluate("() => { model.offline = true; }")
    annotator.select(SOURCE)
    page.keyboard.press("1")
    assert page.evaluate(leave) is True
    page.evaluate("() => { model.offline = false; }")
    annotator.settle()


def test_a_refusal_says_what_was_expected_and_leaves_nothing_behind(
    annotator: AnnotatorPage,
) -> None:
    page = annotator.page
    annotator.press("q")
    expect(page.locator(".wb-error")).to_be_visible()
    expect(page.locator(".wb-error")).to_contain_text("Expected")
    expect(page.locator(".wb-save")).to_have_text("✓ Saved")
    assert page.evaluate(KEPT) == 0
    annotator.press("Escape")
    expect(page.locator(".wb-error")).to_have_count(0)


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_a_conflict_shows_both_contents_and_the_person_decides(
    annotator: AnnotatorPage, choice: str
) -> None:
    page = annotator.page
    other = open_session(annotator.session.store)
    other.do("mark", role="claim", spans=other.find("القمح"))
    annotator.select(SOURCE)
    page.keyboard.press("1")
    box = page.locator("dialog")
    expect(box.locator("[data-side='mine']")).to_contain_text(SOURCE)
    expect(box.locator("[data-side='theirs']")).to_contain_text("القمح")
    box.locator(f"button[value='{choice}']").click()
    annotator.settle()
    assert stored(annotator) == ([SOURCE] if choice == "mine" else ["القمح"])
    expected = SOURCE if choice == "mine" else "القمح"
    expect(page.locator(".wb-card .wb-words")).to_have_text(expected)


def test_two_views_of_one_session_show_the_same(annotator: AnnotatorPage) -> None:
    annotator.select(SOURCE)
    annotator.press("1")
    annotator.page.evaluate(
        "async () => { const widget = (await import('/annotator.js')).default;"
        " const el = document.body.appendChild(document.createElement('section'));"
        " widget.render({model, el}); }"
    )
    cards = annotator.page.locator("section .wb-card .wb-words")
    expect(cards).to_have_text([SOURCE])
    annotator.pane.first.focus()
    annotator.press("Control+z")
    expect(cards).to_have_count(0)


def test_what_is_unsafe_about_the_store_is_said_in_the_bar(page: Page, tmp_path: Path) -> None:
    with make_store(tmp_path) as store:
        store.warnings = ("The store lies on a network disk.",)
        annotator = AnnotatorPage(page, open_session(store)).open()
        warning = page.get_by_text("network disk")
        expect(warning).to_be_hidden()
        page.get_by_text("about this store").click()
        expect(warning).to_be_visible()
        annotator.page.evaluate("() => window.closeWidget?.()")
