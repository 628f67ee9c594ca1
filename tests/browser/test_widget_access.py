"""The annotator is for everybody: screen readers, keyboards, small windows, other pages."""

from __future__ import annotations

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


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_axe_finds_nothing(annotator: AnnotatorPage, theme: str, language: str) -> None:
    page = annotator.page
    page.emulate_media(reduced_motion="reduce")
    annotator.session.do("settings", theme=theme, language=language)
    annotator.open()
    expect(page.locator(".wb[data-contrast]")).to_have_count(int(theme == "contrast"))
    assert violations(annotator) == []
    annotate(annotator)
    annotator.press("a")  # an armed slot
    page.keyboard.press("h")
    assert violations(annotator) == []
    page.keyboard.press("Shift+Slash")
    assert violations(annotator) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+KeyK")
    page.locator("[data-bind='note']").press("Enter")
    page.keyboard.press("q")  # taken
    assert violations(annotator) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+KeyL")
    assert violations(annotator) == []
    page.keyboard.press("Escape")
    page.evaluate("() => { model.offline = true; }")
    page.keyboard.press("f")
    expect(page.locator("[data-save='unsaved']").first).to_be_visible()
    assert violations(annotator) == []


@pytest.mark.parametrize("theme", ["auto", "dark"])
def test_under_forced_colours_every_role_keeps_a_line(annotator: AnnotatorPage, theme: str) -> None:
    page = annotator.page
    page.emulate_media(forced_colors="active")
    annotator.session.do("settings", theme=theme)
    annotator.open()
    annotate(annotator)
    annotator.select("نفت")
    annotator.press("3")
    annotator.select("ذلك")
    annotator.press("4")
    assert violations(annotator) == []
    lines = page.evaluate(
        "() => ['claim', 'source', 'cue', 'anchor'].map(role => { const style ="
        " getComputedStyle(document.querySelector(`.wb-row.on mark.wb-${role}`));"
        " return style.textDecorationLine === 'none' ? 'box ' + style.outlineStyle"
        " : style.textDecorationStyle; })"
    )
    assert len(set(lines)) == 4
    assert "none" not in lines
    row = page.locator(".wb-row.on").evaluate("row => getComputedStyle(row).outlineStyle")
    assert row == "solid"


def test_colour_is_never_the_only_sign(annotator: AnnotatorPage) -> None:
    """What a greyscale screen leaves: signs and words, weights and lines."""
    page = annotator.page
    annotate(annotator)
    stances = page.locator(".wb-editor .wb-stance")
    signs = stances.locator("i").all_inner_texts()
    assert len(set(signs)) == stances.count() == len(signs)
    assert all(sign.strip() for sign in signs)
    weight = "button => getComputedStyle(button).fontWeight"
    pressed = page.locator(".wb-editor .wb-stance[aria-pressed='true']").evaluate(weight)
    assert pressed > page.locator(".wb-editor .wb-stance[aria-pressed='false']").first.evaluate(
        weight
    )
    expect(page.locator(".wb-row.on .wb-m-flag")).to_have_text("⚑")
    annotator.press("Escape", "Escape", "PageDown", "n", "Space")
    expect(page.locator(".wb-row[data-status='done'] .wb-m-status")).to_have_text("✓")
    expect(page.locator(".wb-row[data-status='skipped'] .wb-m-status")).to_have_text("⤼")
    expect(page.locator(".wb-save")).to_contain_text("Saved")
    annotator.press("PageUp", "PageUp", "PageUp")
    annotator.select("التعليق")
    annotator.press("1", "Escape", "Escape")
    expect(page.locator(".wb-lack").first).to_contain_text("source?")


def test_what_is_saved_and_armed_is_announced(annotator: AnnotatorPage) -> None:
    page = annotator.page
    expect(page.locator(".wb-save")).to_have_attribute("role", "status")
    annotator.select(CLAIM)
    annotator.press("1")
    expect(page.locator(".wb-live")).to_contain_text("Next: source.")
    annotator.press("p", "q")
    expect(page.locator(".wb-live")).to_have_text("affirm, certain.")
    card = page.locator(".wb-card.on")
    expect(card).to_have_attribute("aria-current", "true")
    expect(card.locator(".wb-stance[aria-pressed='true']")).to_contain_text("affirm")
    page.evaluate("() => { model.offline = true; }")
    page.keyboard.press("f")
    expect(page.locator(".wb-save[role='status']")).to_contain_text("NOT SAVED 1")


def test_nothing_moves_where_less_motion_is_asked_for(annotator: AnnotatorPage) -> None:
    page = annotator.page
    moving = (
        "() => [...document.querySelectorAll('.wb, .wb *')].filter(node => {"
        " const style = getComputedStyle(node);"
        " return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;"
        "}).length"
    )
    page.emulate_media(reduced_motion="no-preference")
    annotate(annotator)
    annotator.pane.focus()
    assert page.evaluate(moving) > 0
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == 0


def test_a_question_gives_the_focus_back(annotator: AnnotatorPage) -> None:
    page = annotator.page
    for key in ["m", "g", "Shift+Slash", "Shift+KeyK", "Shift+KeyB"]:
        page.keyboard.press(key)
        expect(page.locator("dialog[open]")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_have_count(0)
        expect(annotator.pane).to_be_focused()
    help_button = page.get_by_label("Keys and help")
    help_button.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(help_button).to_be_focused()


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
    # what is worked on moves on to the card that is left
    assert annotator.session.focus.card is not None
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


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (900, 700), (640, 400), (420, 800)])
def test_nothing_is_cut_off_in_a_small_window(
    annotator: AnnotatorPage, width: int, height: int, language: str
) -> None:
    """A window of 640 by 400 is one of 1280 by 800 at 200 % zoom."""
    page = annotator.page
    annotator.session.do("settings", language=language)
    annotator.open()
    annotate(annotator)
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    for part in (".wb-save", ".wb-place", ".wb-key[data-operation='done']", ".wb-card"):
        box = page.locator(part).first.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    assert page.evaluate(CUT) == []
    page.keyboard.press("Shift+KeyL")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert page.evaluate(CUT) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+KeyK")
    assert (
        page.evaluate(
            "() => { const box = document.querySelector('dialog');"
            " return box.scrollWidth - box.clientWidth; }"
        )
        <= 0
    )


# Texts of the frame that do not fit into their boxes, but for those that end in an ellipsis.
CUT = """() => [...document.querySelectorAll('.wb button, .wb span, .wb p, .wb h2, .wb li')]
  .filter(node => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0
    && getComputedStyle(node).overflowX !== 'visible'
    && getComputedStyle(node).textOverflow !== 'ellipsis' && !node.closest('.wb-hidden'))
  .map(node => node.outerHTML.slice(0, 90))"""


def test_the_text_can_be_larger(annotator: AnnotatorPage) -> None:
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    before = annotator.sentence(3).evaluate(size)
    annotator.page.get_by_label("Larger text").click()
    assert annotator.sentence(3).evaluate(size) > before
    annotator.settle()
    assert annotator.session.snapshot()["settings"]["text_size"] > 1
