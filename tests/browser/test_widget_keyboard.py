"""Everything without the mouse, under an English and an Arabic keyboard layout."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import CDPSession, expect

from tests.browser.page_fixture import AnnotatorPage

CLAIM = "إن نحو 2000 طن من القمح وصلت إلى الميناء"

# What the keys of an Arabic layout type, with Arabic digits as on a Mac or under Linux.
LETTERS = dict(zip("QWERTYUIOPASDFGHJKLZXCVBNM", "ضصثقفغعهخحشسيبلاتنمئءؤرىة ", strict=False))
ARABIC = {f"Key{letter}": typed for letter, typed in LETTERS.items()} | {
    **{f"Digit{digit}": "٠١٢٣٤٥٦٧٨٩"[digit] for digit in range(10)},
    "Comma": "و",
    "Slash": "ظ",
    "BracketLeft": "ج",
    "BracketRight": "د",
    "Backslash": "\\",
}
ENGLISH = {f"Key{letter}": letter.lower() for letter in LETTERS} | {
    **{f"Digit{digit}": str(digit) for digit in range(10)},
    "Comma": ",",
    "Slash": "/",
    "BracketLeft": "[",
    "BracketRight": "]",
    "Backslash": "\\",
}
SHIFTED = {"Slash": ("?", "؟")}
MODIFIERS = {"Alt": 1, "Control": 2, "Shift": 8}


class Keyboard:
    """A keyboard of one layout; moves of the caret are not counted."""

    def __init__(self, annotator: AnnotatorPage, layout: str) -> None:
        self.annotator, self.page = annotator, annotator.page
        self.layout = ARABIC if layout == "arabic" else ENGLISH
        self.is_arabic = layout == "arabic"
        self.cdp: CDPSession = self.page.context.new_cdp_session(self.page)
        self.counted = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.counted += 1
            self.strike(key)
            self.annotator.settle()

    def strike(self, key: str) -> None:
        """Press one key by its place: what it types is the layout's affair."""
        *modifiers, code = key.split("+")
        if code not in self.layout:
            self.page.keyboard.press(key)
            return
        typed = self.layout[code]
        if "Shift" in modifiers:
            typed = SHIFTED.get(code, (typed.upper(), typed))[self.is_arabic]
        flags = sum(MODIFIERS[each] for each in modifiers)
        event = {"code": code, "key": typed, "modifiers": flags}
        for kind in ("rawKeyDown", "keyUp"):
            self.cdp.send("Input.dispatchKeyEvent", {"type": kind, **event})

    def reach(self, words: str) -> None:
        """Move until `words` are selected: no counted key."""
        page = self.page
        page.keyboard.press("Home")
        for _ in range(40):
            selected = self.annotator.selected()
            if selected is not None and words.startswith(selected):
                break
            page.keyboard.press("ArrowLeft")
        for _ in range(40):
            if self.annotator.selected() == words:
                return
            page.keyboard.press("Shift+ArrowLeft")
        raise AssertionError(f"{words} was not reached, {self.annotator.selected()} was")


@pytest.fixture(params=["english", "arabic"])
def keyboard(annotator: AnnotatorPage, request: pytest.FixtureRequest) -> Keyboard:
    annotator.page.evaluate(
        "() => { window.clicks = 0; document.addEventListener('mousedown', () => clicks++, true); }"
    )
    return Keyboard(annotator, request.param)


def texts(spans: list[dict[str, Any]] | None) -> list[str]:
    return [span["text"] for span in spans or []]


def attributions(annotator: AnnotatorPage, sentence: str) -> dict[str, dict[str, Any]]:
    """The attributions of a sentence by the first word of their source, or its kind."""
    return {
        (texts(each["source"]["spans"]) or [each["source"]["realization"]])[0]: each
        for each in annotator.annotation(sentence)["attributions"]
    }


def test_a_full_claim_takes_at_most_eight_keys_and_no_claim_takes_one(
    annotator: AnnotatorPage, keyboard: Keyboard
) -> None:
    keyboard.reach(CLAIM)
    keyboard.press("Digit1")
    keyboard.reach("مسؤول لم تسمه")
    keyboard.press("Enter")  # fills the armed slot
    keyboard.reach("قوله")
    keyboard.press("Digit3", "KeyQ", "KeyC", "Enter")
    assert keyboard.counted <= 8
    annotator.page.wait_for_selector(".wb[data-sentence='port-s4']")
    said = annotator.annotation("port-s3")
    only = said["attributions"][0]
    assert (said["status"], texts(said["claims"][0]["spans"])) == ("done", [CLAIM])
    assert (texts(only["source"]["spans"]), texts(only["cue"])) == (["مسؤول لم تسمه"], ["قوله"])
    assert (only["stance"], only["certainty"]) == ("affirm", "probable")
    keyboard.counted = 0
    keyboard.press("KeyN")
    assert keyboard.counted == 1
    annotator.page.wait_for_selector(".wb[data-sentence='port-s5']")
    assert annotator.annotation("port-s4")["status"] == "done"
    assert annotator.page.evaluate("() => clicks") == 0


def test_nesting_a_second_source_a_split_cue_and_an_anchor(
    annotator: AnnotatorPage, keyboard: Keyboard
) -> None:
    keyboard.reach(CLAIM)
    keyboard.press("Digit1")
    keyboard.reach("مسؤول لم تسمه")
    keyboard.press("Enter", "KeyQ", "KeyL")
    keyboard.reach("وكالة المرفأ")
    keyboard.press("Enter", "KeyA")  # the relay, then another source
    keyboard.reach("وزارة البحر")
    keyboard.press("Enter")
    keyboard.reach("ونفت")
    keyboard.strike("Comma")  # the proclitic comes off
    assert annotator.selected() == "نفت"
    keyboard.press("Digit3", "KeyW")
    keyboard.reach("ذلك")
    keyboard.press("Digit4", "KeyA")
    keyboard.reach("القصر")
    keyboard.press("Enter")
    keyboard.reach("رفض")
    keyboard.press("Digit3")
    keyboard.reach("التعليق")
    keyboard.press("Shift+Digit3", "KeyT")
    said = attributions(annotator, "port-s3")
    claim = annotator.annotation("port-s3")["claims"][0]["id"]
    assert {name: each["stance"] for name, each in said.items()} == {
        "مسؤول لم تسمه": "affirm",
        "وكالة المرفأ": "report",
        "وزارة البحر": "deny",
        "القصر": "decline",
    }
    assert said["وكالة المرفأ"]["targets"] == [said["مسؤول لم تسمه"]["id"]]
    assert said["وزارة البحر"]["targets"] == [claim]
    assert texts(said["وزارة البحر"]["anchor"]) == ["ذلك"]
    assert texts(said["القصر"]["cue"]) == ["رفض", "التعليق"]
    keyboard.press("Enter")
    annotator.page.wait_for_selector(".wb[data-sentence='port-s4']")
    assert annotator.page.evaluate("() => clicks") == 0


def test_sources_without_words_and_the_writers_own_voice(
    annotator: AnnotatorPage, keyboard: Keyboard
) -> None:
    for key, kind in [("KeyP", "pro_drop"), ("KeyI", "implicit"), ("Digit9", "author")]:
        keyboard.page.keyboard.press("Home")
        keyboard.press("Digit1", key, "KeyE")
        sentence = annotator.session.focus.sentence
        only = annotator.annotation(sentence)["attributions"][0]
        assert (only["source"]["realization"], only["stance"]) == (kind, "doubt")
        keyboard.press("Enter")
        assert annotator.annotation(sentence)["status"] == "done"
    keyboard.page.keyboard.press("Home")
    keyboard.press("Digit1", "Digit0", "Enter")
    assert annotator.annotation("port-s6")["claims"][0]["voice"] == "author"
    assert annotator.page.evaluate("() => clicks") == 0


def test_going_about_deciding_and_taking_back(annotator: AnnotatorPage, keyboard: Keyboard) -> None:
    page = annotator.page
    keyboard.press("KeyV")
    expect(page.locator(".wb[data-whole]")).to_be_visible()
    keyboard.press("KeyV", "KeyF")
    expect(page.locator(".wb[data-whole]")).to_have_count(0)
    assert annotator.annotation("port-s3")["flagged"]
    keyboard.press("KeyM")
    page.keyboard.type("تراجع")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".wb-idle")).to_contain_text("comment")  # what an undo would take back
    expect(annotator.pane).to_be_focused()
    assert annotator.annotation("port-s3")["comment"] == "تراجع"
    keyboard.press("Control+KeyZ")
    assert annotator.annotation("port-s3")["comment"] is None
    keyboard.press("Control+Shift+KeyZ", "Space", "PageUp", "KeyO")  # skipped, back, next open
    assert annotator.session.focus.sentence == "port-s4"
    assert annotator.annotation("port-s3")["status"] == "skipped"
    keyboard.press("PageUp", "Shift+KeyN")  # opened again
    assert annotator.annotation("port-s3")["status"] == "open"
    keyboard.strike("KeyG")
    expect(page.locator("dialog input")).to_be_focused()
    page.keyboard.type("6")
    page.keyboard.press("Enter")
    page.wait_for_selector(".wb[data-sentence='port-s5']")
    page.keyboard.press("Home")
    keyboard.press("Digit1", "KeyI", "Escape", "Escape", "BracketRight", "BracketRight", "Delete")
    assert annotator.annotation("port-s5")["attributions"] == []
    keyboard.strike("Shift+Slash")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    keyboard.strike("KeyH")
    expect(page.locator(".wb-guide")).to_be_visible()
    assert page.evaluate("() => clicks") == 0


def test_the_strip_is_one_stop_for_tab_and_is_walked_by_arrows(annotator: AnnotatorPage) -> None:
    page = annotator.page
    keys = page.locator(".wb-keys button")
    assert page.locator(".wb-keys [tabindex='0']").count() == 1
    page.locator(".wb-keys [tabindex='0']").focus()
    here = "() => document.activeElement.dataset.operation"
    reached = []
    for _ in range(keys.count()):
        reached.append(page.evaluate(here))
        page.keyboard.press("ArrowRight")
    assert sorted(reached) == sorted(set(reached))
    assert len(reached) == keys.count()
    assert page.evaluate(here) == reached[0]  # around
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(here) == reached[-1]
    page.keyboard.press("Home")
    for _ in range(reached.index("flag")):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    annotator.settle()
    assert annotator.annotation("port-s3")["flagged"]
    assert page.evaluate(here) == "flag"  # drawn anew, and still there
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(here) == "flag"
    # in Arabic the next one lies to the left
    annotator.session.do("settings", language="ar")
    annotator.open()
    page.locator(".wb-keys [tabindex='0']").focus()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(here) == reached[1]
