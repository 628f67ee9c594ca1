"""The annotator is for everybody: screen readers, keyboards, small windows, other pages."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.page_fixture import AnnotatorPage

CLAIM = "إن نحو 2000 طن من القمح وصلت إلى الميناء"


def annotate(annotator: AnnotatorPage) -> None:
    """Bring most of what can be drawn onto the page."""
    annotator.select(CLAIM)
    annotator.press("1")
    annotator.select("مسؤول لم تسمه")
    annotator.settle()
    annotator.press("q", "l")
    annotator.select("وكالة المرفأ")
    annotator.settle()
    annotator.press("a")
    annotator.select("وزارة البحر")
    annotator.settle()
    annotator.press("w", "f")


def violations(annotator: AnnotatorPage) -> list[str]:
    found = Axe().run(annotator.page).response["violations"]
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(annotator: AnnotatorPage, theme: Literal["light", "dark"]) -> None:
    page = annotator.page
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    expect(page.locator(f".wb[data-theme='{theme}']")).to_be_visible()
    assert violations(annotator) == []
    annotate(annotator)
    assert violations(annotator) == []
    annotator.press("a")  # an armed slot
    page.keyboard.press("h")
    assert violations(annotator) == []
    page.keyboard.press("Shift+Slash")
    assert violations(annotator) == []
    page.keyboard.press("Escape")
    page.evaluate("() => { model.offline = true; }")
    annotator.select("القصر")
    expect(page.locator("[data-save='unsaved']").first).to_be_visible()
    assert violations(annotator) == []


def test_axe_finds_nothing_under_high_contrast(annotator: AnnotatorPage) -> None:
    annotator.page.emulate_media(forced_colors="active")
    annotate(annotator)
    assert violations(annotator) == []


def test_marks_are_announced_and_moves_are_said(annotator: AnnotatorPage) -> None:
    annotate(annotator)
    names = annotator.page.evaluate(
        "() => [...document.querySelectorAll('.wb-row.on mark')]"
        ".map(mark => getComputedStyle(mark, '::before').content)"
    )
    assert '"" / "claim: "' in names
    assert '"" / "source: "' in names
    annotator.press("Home")
    expect(annotator.page.locator(".wb-live")).to_have_text("ونقلت")


def test_each_role_has_a_shape_as_well_as_a_colour(annotator: AnnotatorPage) -> None:
    annotate(annotator)
    annotator.select("نفت")
    annotator.press("3")
    annotator.select("ذلك")
    annotator.press("4")
    shapes = annotator.page.evaluate(
        "() => ['claim', 'source', 'cue', 'anchor'].map(role => { const style ="
        " getComputedStyle(document.querySelector(`.wb-row.on mark.wb-on-${role}`));"
        " return [style.textDecorationLine, style.textDecorationStyle, style.boxShadow !== 'none']"
        ".join(' '); })"
    )
    assert len(set(shapes)) == 4


def test_the_focus_is_never_lost(annotator: AnnotatorPage) -> None:
    page = annotator.page
    focused = "() => document.querySelector('.wb').contains(document.activeElement)"
    annotator.select(CLAIM)
    annotator.press("1", "p")
    stance = page.locator(".wb-editor .wb-stance[data-stance='affirm']")
    stance.focus()
    page.keyboard.press("Enter")
    annotator.settle()
    assert stance.evaluate("button => button === document.activeElement")
    delete = page.locator(".wb-editor .wb-tool", has_text="delete")
    delete.focus()
    page.keyboard.press("Enter")
    annotator.settle()
    expect(page.locator(".wb-editor")).to_have_count(0)
    assert page.evaluate(focused)
    annotator.press("n", "Control+z")
    assert page.evaluate(focused)


def test_keys_stay_in_the_widget_and_the_browsers_own_get_through(annotator: AnnotatorPage) -> None:
    page = annotator.page
    page.evaluate(
        "() => { window.leaked = []; document.addEventListener('keydown',"
        " event => { leaked.push(event.code); event.preventDefault(); }); }"
    )
    for key in ["x", "b", "z", "d", "Enter", "Shift+Enter", "Control+Enter", "ArrowLeft", "7"]:
        page.keyboard.press(key)
    page.keyboard.press("Escape")
    assert [code for code in page.evaluate("() => leaked") if "Control" not in code] == []
    page.keyboard.press("Control+s")
    page.keyboard.press("Control+Shift+c")
    assert {"KeyS", "KeyC"} <= set(page.evaluate("() => leaked"))


def test_typing_into_a_question_is_typing(annotator: AnnotatorPage) -> None:
    page = annotator.page
    page.keyboard.press("m")
    page.keyboard.type("qwn 12")
    assert page.locator("dialog textarea").input_value() == "qwn 12"
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert annotator.session.snapshot()["annotations"] == {}


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (900, 700), (640, 400), (420, 800)])
def test_nothing_is_cut_off_in_a_small_window(
    annotator: AnnotatorPage, width: int, height: int
) -> None:
    """A window of 640 by 400 is one of 1280 by 800 at 200 % zoom."""
    page = annotator.page
    annotate(annotator)
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    for part in (".wb-save", ".wb-place", ".wb-key[data-operation='done']", ".wb-card"):
        box = page.locator(part).first.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_the_text_can_be_larger(annotator: AnnotatorPage) -> None:
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    before = annotator.sentence(3).evaluate(size)
    annotator.page.get_by_label("Larger text").click()
    assert annotator.sentence(3).evaluate(size) > before
    annotator.settle()
    assert annotator.session.snapshot()["settings"]["text_size"] > 1
