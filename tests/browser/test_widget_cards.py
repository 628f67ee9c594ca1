"""Cards and lists: chains told as sentences, the list of claims with its filters, what is lit."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.page_fixture import AnnotatorPage

CLAIM = "إن نحو 2000 طن من القمح وصلت إلى الميناء"
FIGURES = "ما بين 1500 و2500 طن قد تصل"


def annotate(annotator: AnnotatorPage) -> None:
    """Two claims in two sentences: one relayed and denied, one with an unnamed source."""
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
    annotator.press("w", "u", "f", "PageDown")
    annotator.select(FIGURES, index=4)
    annotator.press("1", "i", "e")


def listed(annotator: AnnotatorPage) -> Locator:
    return annotator.page.locator(".wb-listed")


def lit(annotator: AnnotatorPage) -> list[str]:
    words: list[str] = annotator.page.evaluate(
        "() => [...document.querySelectorAll('.wb-s mark.wb-lit')].map(mark => mark.textContent)"
    )
    return words


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "relays that مسؤول لم تسمه affirms (certain): «إن نحو",
                "وزارة البحر denies (certain)",
            ],
        ),
        ("ar", ["بحسب وكالة المرفأ، صدر عن مسؤول لم تسمه إثبات (مؤكد): «إن", "عن وزارة البحر نفي"]),
    ],
)
def test_a_relay_chain_reads_as_a_sentence(
    annotator: AnnotatorPage, language: str, said: list[str]
) -> None:
    annotate(annotator)
    annotator.session.do("settings", language=language)
    annotator.open()
    annotator.press("PageUp", "BracketRight")
    chains = annotator.page.locator(".wb-card.on .wb-chain")
    expect(chains).to_contain_text(said)
    # and is said when the card comes into focus
    expect(annotator.page.locator(".wb-live")).to_contain_text(said[0])
    annotator.press("BracketLeft", "BracketRight", "BracketRight", "BracketRight", "BracketRight")
    expect(annotator.page.locator(".wb-live")).to_contain_text(said[1])


def test_the_list_of_claims_is_walked_and_left_by_keys(annotator: AnnotatorPage) -> None:
    page = annotator.page
    annotate(annotator)
    page.keyboard.press("Shift+KeyL")
    expect(listed(annotator)).to_have_count(2)
    expect(page.locator(".wb-live")).to_have_text("2 claims of 2")
    expect(listed(annotator).nth(1)).to_be_focused()  # the claim in focus
    page.keyboard.press("ArrowUp")
    expect(listed(annotator).nth(0)).to_be_focused()
    page.keyboard.press("ArrowUp")  # nothing is above
    expect(listed(annotator).nth(0)).to_be_focused()
    assert CLAIM in "".join(lit(annotator))
    page.keyboard.press("q")  # no key of the text acts from here on a claim that is not in focus
    page.keyboard.press("Enter")
    annotator.settle()
    expect(annotator.pane).to_be_focused()
    assert page.locator(".wb").get_attribute("data-sentence") == "port-s3"
    expect(page.locator(".wb-card.on .wb-open .wb-words")).to_have_text(CLAIM)
    page.keyboard.press("Shift+KeyL")
    page.keyboard.press("Escape")
    expect(annotator.pane).to_be_focused()
    expect(page.locator(".wb-list")).to_be_hidden()
    assert lit(annotator) == []


def test_the_list_of_claims_is_on_the_strip(annotator: AnnotatorPage) -> None:
    button = annotator.page.locator(".wb-key[data-operation='claim list']")
    expect(button).to_have_text("⇧L claims".replace(" ", ""))
    button.click()
    expect(annotator.page.locator(".wb-list")).to_be_visible()


def test_the_list_is_filtered_by_stance_source_flag_and_doubt(annotator: AnnotatorPage) -> None:
    page = annotator.page
    annotate(annotator)
    page.keyboard.press("Shift+KeyL")
    filters = page.locator(".wb-filters")
    stance = filters.locator("select[name='stance']")
    source = filters.locator("select[name='source']")
    shown = page.locator(".wb-listed-head .wb-words")
    stance.select_option("doubt")
    expect(shown).to_have_text([FIGURES])
    expect(filters.locator(".wb-count")).to_have_text("1 claim of 2")
    stance.select_option("deny")
    expect(shown).to_have_text([CLAIM])
    source.select_option(label="وكالة المرفأ")  # who does not deny it
    expect(shown).to_have_count(0)
    expect(page.locator(".wb-listing")).to_contain_text("No claim is like that.")
    stance.select_option("")
    expect(shown).to_have_text([CLAIM])
    source.select_option(label="unnamed")
    expect(shown).to_have_text([FIGURES])
    source.select_option("")
    for name in ("flagged", "unsure"):
        box = filters.locator(f"input[name='{name}']")
        box.focus()
        page.keyboard.press("Space")  # and not: skip the sentence
        expect(shown).to_have_text([CLAIM])
        page.keyboard.press("Space")
        expect(shown).to_have_count(2)
    assert annotator.annotation("port-s4")["status"] == "open"


def test_what_a_card_speaks_of_is_outlined_and_the_rest_dimmed(annotator: AnnotatorPage) -> None:
    page = annotator.page
    annotate(annotator)
    annotator.press("PageUp")
    page.locator(".wb-card .wb-open").hover()
    assert CLAIM in "".join(lit(annotator))
    assert {"وكالة المرفأ", "مسؤول لم تسمه", "وزارة البحر"} <= set(lit(annotator))
    outline = "mark => getComputedStyle(mark).outlineWidth"
    assert page.locator(".wb-s mark.wb-lit").first.evaluate(outline) == "2px"
    colour = "text => getComputedStyle(text).color"
    dimmed = annotator.sentence(3).evaluate(colour)
    page.mouse.move(0, 0)
    expect(page.locator(".wb[data-lit]")).to_have_count(0)
    assert annotator.sentence(3).evaluate(colour) != dimmed
    # a row alone, by the keyboard
    page.locator(".wb-card .wb-open").focus()
    assert lit(annotator)
    annotator.pane.focus()
    page.locator(".wb-att", has_text="وزارة البحر").hover()
    assert "وكالة المرفأ" not in lit(annotator)
    assert "وزارة البحر" in lit(annotator)


def test_nothing_is_drawn_over_the_text(annotator: AnnotatorPage) -> None:
    page = annotator.page
    annotate(annotator)
    annotator.press("PageUp", "BracketRight", "BracketRight")
    page.keyboard.press("h")
    expect(page.locator(".wb-guide")).to_be_visible()
    page.locator(".wb-card .wb-open").first.hover()
    assert page.evaluate(COVERED) == []


# Words inside the pane where something that is not the text lies on top of them.
COVERED = """() => {
  const pane = document.querySelector('.wb-pane');
  const room = pane.getBoundingClientRect();
  return [...pane.querySelectorAll('.wb-s')].flatMap(text => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()]
      .map(box => [(box.left + box.right) / 2, (box.top + box.bottom) / 2])
      .filter(([x, y]) => x > room.left && x < room.right && y > room.top && y < room.bottom)
      .map(([x, y]) => document.elementsFromPoint(x, y)[0])
      .filter(top => !text.contains(top))
      .map(top => top.outerHTML.slice(0, 80));
  });
}"""
