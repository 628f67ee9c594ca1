"""Language, colours, size and keys are the person's, and are remembered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.page_fixture import AnnotatorPage, make_store, open_session

CLAIM = "إن نحو 2000 طن من القمح وصلت إلى الميناء"


def open_settings(annotator: AnnotatorPage) -> Locator:
    annotator.page.keyboard.press("Shift+KeyK")
    box = annotator.page.locator("dialog.wb-settings")
    expect(box).to_be_visible()
    return box


def choose(annotator: AnnotatorPage, name: str, value: str) -> None:
    box = open_settings(annotator)
    box.locator(f"select[name='{name}']").select_option(value)
    annotator.page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    annotator.settle()


def settings(annotator: AnnotatorPage) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(annotator.session.snapshot()["settings"]))
    return found


def test_in_arabic_the_frame_is_turned_and_everything_is_said(annotator: AnnotatorPage) -> None:
    page = annotator.page
    choose(annotator, "language", "ar")
    root = annotator.root
    assert (root.get_attribute("dir"), root.get_attribute("lang")) == ("rtl", "ar")
    expect(page.locator(".wb-place")).to_have_text("الجملة 4 من 9")
    expect(page.locator(".wb-save")).to_have_text("✓ محفوظ")
    side, pane = page.locator(".wb-side").bounding_box(), annotator.pane.bounding_box()
    assert side
    assert pane
    assert side["x"] + side["width"] <= pane["x"]
    annotator.select(CLAIM)
    annotator.press("1")
    expect(page.locator(".wb-live")).to_contain_text("ادعاء: إن نحو")
    expect(page.locator(".wb-armed").first).to_contain_text("المصدر؟ حدّده في النص")
    annotator.press("p", "w")
    expect(page.locator(".wb-stance[aria-pressed='true']")).to_contain_text("نفي")
    annotator.press("n")
    expect(page.locator(".wb-error")).to_contain_text("تلزم جملة بلا وسوم، وفي هذه وسمان.")
    # a cap is never turned: Ctrl stands before Z
    expect(page.locator(".wb-key[data-operation='undo'] kbd")).to_have_attribute("dir", "ltr")
    assert page.evaluate(LATIN) == []


# Latin words that are no key, no name and no code, in what is drawn around the article.
LATIN = """() => [...document.querySelectorAll('.wb *')].flatMap(node =>
  [...node.childNodes].filter(each => each.nodeType === 3).map(each => each.data)
    .concat(['title', 'aria-label'].map(name => node.getAttribute(name) ?? ''))
    .filter(text => /[a-z]{3}/i.test(text)
      && !node.closest('kbd, bdi, .wb-s, .wb-who, .wb-m-reason')))"""


def test_what_is_chosen_holds_in_another_browser(
    browser: Browser, annotator: AnnotatorPage, tmp_path: Path
) -> None:
    choose(annotator, "theme", "dark")
    choose(annotator, "text_size", "1.5")
    choose(annotator, "language", "ar")
    assert settings(annotator) == {
        "language": "ar",
        "theme": "dark",
        "text_size": 1.5,
        "keys": {},
    }
    # another kernel, another browser
    session = open_session(annotator.session.store)
    with browser.new_context() as context:
        other = AnnotatorPage(context.new_page(), session).open()
        expect(other.page.locator(".wb[data-theme='dark'][lang='ar']")).to_be_visible()
        assert other.root.evaluate("root => root.style.getPropertyValue('--wb-size')") == "1.5"
    # somebody else has chosen nothing
    somebody = open_session(annotator.session.store, "badr")
    assert somebody.snapshot()["settings"]["language"] == "auto"


def test_every_view_of_the_person_follows(annotator: AnnotatorPage) -> None:
    page = annotator.page
    session = annotator.session
    (ack,) = session.handle(
        {"t": "do", "view": "other", "key": "e" * 32, "name": "settings", "args": {"theme": "dark"}}
    )
    page.evaluate("message => model.receive(message)", ack)
    expect(page.locator(".wb[data-theme='dark']")).to_be_visible()


def test_a_browser_in_arabic_is_answered_in_arabic(browser: Browser, tmp_path: Path) -> None:
    with (
        make_store(tmp_path) as store,
        browser.new_context(locale="ar-EG", color_scheme="dark") as context,
    ):
        annotator = AnnotatorPage(context.new_page(), open_session(store)).open()
        assert annotator.root.get_attribute("lang") == "ar"
        annotator.press("f")
        expect(annotator.page.locator(".wb-live")).to_have_text("عُلِّمت للمراجعة.")


def test_a_key_is_changed_by_pressing_another(annotator: AnnotatorPage) -> None:
    page = annotator.page
    box = open_settings(annotator)
    box.locator("[data-bind='flag']").press("Enter")
    expect(box.locator("[data-bind='flag']")).to_be_focused()
    page.keyboard.press("F8")
    expect(box.locator("[data-bind='flag'] kbd")).to_have_text("F8")
    expect(box.locator("[data-bind='flag']")).to_be_focused()
    page.keyboard.press("Escape")
    annotator.settle()
    annotator.press("f")
    assert annotator.session.snapshot()["annotations"] == {}
    annotator.press("F8")
    assert annotator.annotation()["flagged"]
    expect(page.locator(".wb-key[data-operation='flag'] kbd")).to_have_text("F8")
    page.keyboard.press("Shift+Slash")
    expect(page.locator("dialog")).to_contain_text("F8")


def test_a_key_that_is_taken_is_named_and_can_be_swapped(annotator: AnnotatorPage) -> None:
    page = annotator.page
    box = open_settings(annotator)
    box.locator("[data-bind='note']").press("Enter")
    page.keyboard.press("q")
    expect(box.locator(".wb-clash")).to_contain_text("Q already means: affirm")
    box.locator("[data-leave]").press("Enter")
    expect(box.locator("[data-bind='note'] kbd")).to_have_text("⇧M")
    box.locator("[data-bind='flag']").press("Enter")
    page.keyboard.press("q")
    page.keyboard.press("Escape")  # leaves the question, not the box
    expect(box.locator(".wb-clash")).to_have_count(0)
    expect(box.locator("[data-bind='flag']")).to_be_focused()
    box.locator("[data-bind='flag']").press("Enter")
    page.keyboard.press("q")
    page.keyboard.press("Enter")  # the swap has the focus
    annotator.settle()
    assert settings(annotator)["keys"] == {"flag": ["KeyQ"], "stance affirm": ["KeyF"]}
    expect(box.locator("[data-bind='stance affirm'] kbd")).to_have_text("F")
    # one as it was: the other gets its own back too
    box.locator("[data-reset='flag']").press("Enter")
    annotator.settle()
    assert settings(annotator)["keys"] == {}
    page.keyboard.press("Escape")
    annotator.press("f")
    assert annotator.annotation()["flagged"]


def test_keys_of_the_notebook_and_of_the_caret_are_not_given_away(
    annotator: AnnotatorPage,
) -> None:
    page = annotator.page
    box = open_settings(annotator)
    box.locator("[data-bind='flag']").press("Enter")
    page.keyboard.press("Control+KeyS")
    expect(box.locator(".wb-clash")).to_contain_text("Ctrl S belongs to the browser")
    page.keyboard.press("Shift+ArrowLeft")
    expect(box.locator(".wb-clash")).to_contain_text("word to the left")
    expect(box.locator("[data-swap]")).to_have_count(0)
    box.locator("[data-leave]").press("Enter")
    box.locator("[data-bind='flag']").press("Enter")
    page.keyboard.press("Escape")  # leaves the key, not the box
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    assert settings(annotator)["keys"] == {}


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"language": "xx"}, "settings"),
        ({"text_size": 9}, "settings"),
        ({"keys": {"flag": ["KeyQ"], "note": ["KeyQ"]}}, "KeyQ"),
        ({"keys": {"no such": ["KeyQ"]}}, "no such"),
        ({"keys": {"flag": ["<b>"]}}, "<b>"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_settings_that_cannot_be_are_refused(
    annotator: AnnotatorPage, changes: dict[str, Any], word: str
) -> None:
    before = settings(annotator)
    message = {"t": "do", "view": "v", "key": "a" * 32, "name": "settings", "args": changes}
    (nack,) = annotator.session.handle(message)
    assert nack["t"] == "nack"
    assert word in nack["error"]["message"]
    assert settings(annotator) == before


def test_caps_are_those_of_the_keyboard(annotator: AnnotatorPage) -> None:
    page = annotator.page
    page.add_init_script(
        "Object.defineProperty(navigator, 'keyboard', {value: {getLayoutMap: async () =>"
        " new Map([['KeyQ', 'a'], ['KeyA', 'q']])}})"
    )
    annotator.open()
    expect(page.locator(".wb-key[data-operation='stance affirm'] kbd")).to_have_text("A")
    expect(page.locator(".wb-key[data-operation='another source'] kbd")).to_have_text("Q")
