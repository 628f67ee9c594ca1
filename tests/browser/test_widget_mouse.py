"""The mouse forgives: slips, dropped drags, edges of sentences; and it moves what is marked."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page_fixture import (
    CLOSING,
    FIGURES,
    PORT,
    QUOTED,
    AnnotatorPage,
    make_document,
    make_store,
    open_session,
)

SLIP_PX = 4
ENGLISH = "The harbour office (H.B.A.) said that 2,500 tons of مرسى النور wheat arrived."
CLAIM = "إن نحو 2000 طن من القمح"


def point(at: dict[str, float], x: float = 0, y: float = 0) -> dict[str, float]:
    return {"x": at["x"] + x, "y": at["y"] + y}


def claim_words(annotator: AnnotatorPage, sentence: str = "port-s3") -> list[str]:
    """The words of the first claim of a sentence, fragment by fragment."""
    return [span["text"] for span in annotator.annotation(sentence)["claims"][0]["spans"]]


def mark_claim(annotator: AnnotatorPage, words: str = CLAIM) -> None:
    """Mark a claim that waits for no source."""
    annotator.select(words)
    annotator.press("1", "Escape")


@pytest.mark.parametrize("backwards", [False, True], ids=["forwards", "backwards"])
def test_a_drag_that_slips_some_pixels_takes_whole_words(
    annotator: AnnotatorPage, backwards: bool
) -> None:
    phrases = [
        (3, "وكالة المرفأ عن"),
        (3, "نحو 2000 طن"),
        (4, "منظمة WGO"),
        (4, "12/03/2024"),
        (4, "ما بين 1500 و2500 طن"),
        (6, "بيان من 3 صفحات"),
    ]
    for index, words in phrases:
        edges = annotator.edges(words, index=index)
        for first, last in [(-SLIP_PX, SLIP_PX), (SLIP_PX, -SLIP_PX), (-SLIP_PX, -SLIP_PX)]:
            ends = [point(edges["from"], first, 3), point(edges["to"], last, -3)]
            annotator.drag(*(reversed(ends) if backwards else ends))
            assert annotator.selected() == words, (first, last)


def test_slips_in_a_line_from_left_to_right(page: Page, tmp_path: Path) -> None:
    document = make_document("en", [("body", ENGLISH)], language="en")
    with make_store(tmp_path, document) as store:
        annotator = AnnotatorPage(page, open_session(store, at=None)).open()
        for words in ("harbour office", "2,500 tons", "tons of مرسى النور wheat", "مرسى النور"):
            edges = annotator.edges(words, index=0)
            for slip in (-SLIP_PX, SLIP_PX):
                annotator.drag(point(edges["from"], slip), point(edges["to"], -slip))
                assert annotator.selected() == words
                annotator.drag(point(edges["to"], slip), point(edges["from"], slip))
                assert annotator.selected() == words
        page.evaluate("() => window.closeWidget()")


def test_no_drag_is_lost_wherever_in_a_letter_it_begins(annotator: AnnotatorPage) -> None:
    """Chromium drops some: its own selection stays empty, and nobody can say which."""
    words = [word for word in PORT.split() if PORT.count(word) == 1]
    dice = random.Random(4)
    at = {word: annotator.edges(word) for word in words}
    for _ in range(60):
        first, last = sorted(dice.sample(range(len(words)), 2))
        phrase = PORT[PORT.index(words[first]) : PORT.index(words[last]) + len(words[last])]
        ends = [inside(at[words[first]], dice.uniform(0.05, 0.4))]
        ends.append(inside(at[words[last]], dice.uniform(0.6, 0.95)))
        dice.shuffle(ends)
        annotator.drag(*ends)
        assert annotator.selected() == phrase.rstrip("،.")


def inside(edges: dict[str, dict[str, float]], part: float) -> dict[str, float]:
    start, end = edges["from"], edges["to"]
    return {"x": start["x"] + (end["x"] - start["x"]) * part, "y": start["y"]}


def test_a_claim_may_run_over_the_edge_of_a_sentence(annotator: AnnotatorPage) -> None:
    words = FIGURES[FIGURES.index("قد تصل") :] + "\n" + CLOSING[: CLOSING.index(" أسبوعا")]
    for backwards in (False, True):
        annotator.edges("الميناء سيغلق", index=5)  # scrolls
        ends = [annotator.edges("قد تصل", index=4)["from"]]
        ends.append(annotator.edges("الميناء سيغلق", index=5)["to"])
        annotator.drag(*(reversed(ends) if backwards else ends))
        assert annotator.selected() == words.replace("\n", "|")
        annotator.press("1")
        assert claim_words(annotator, "port-s4") == [words]
        expect(annotator.sentence(4).locator("mark.wb-claim")).to_have_count(1)
        expect(annotator.sentence(5).locator("mark.wb-claim")).to_have_count(1)
        annotator.press("Control+z", "Escape")


def test_the_keys_go_over_the_edge_of_a_sentence_too(annotator: AnnotatorPage) -> None:
    annotator.press("End", "Shift+ArrowLeft", "Shift+ArrowLeft", "1")
    assert claim_words(annotator) == ["التعليق.\nوكانت منظمة"]
    annotator.press("Escape", "Home", "Shift+ArrowRight", "Shift+ArrowRight")
    annotator.press("Shift+ArrowLeft", "1")
    claims = annotator.annotation("port-s3")["claims"]
    assert "التعليق.\nوكانت" in [claim["spans"][0]["text"] for claim in claims]


def test_a_hand_that_slips_below_its_line_takes_no_more(annotator: AnnotatorPage) -> None:
    edges = annotator.edges("رفض القصر")
    for below in (10, 25, 34):
        annotator.drag(edges["from"], point(edges["to"], 0, below))
        assert annotator.selected() == "رفض القصر"


def test_two_clicks_take_a_word_and_three_the_sentence(annotator: AnnotatorPage) -> None:
    middle = inside(annotator.edges("المتحدث", index=6), 0.5)
    annotator.page.mouse.click(middle["x"], middle["y"])
    annotator.settle()
    middle = inside(annotator.edges("المتحدث", index=6), 0.5)
    annotator.page.mouse.dblclick(middle["x"], middle["y"])
    assert annotator.selected() == "المتحدث"
    annotator.page.mouse.click(middle["x"], middle["y"], click_count=3)
    assert annotator.selected() == QUOTED.rstrip(".")


def test_dragging_an_edge_moves_it(annotator: AnnotatorPage) -> None:
    mark_claim(annotator)
    annotator.press("n")  # refused: something is here, and it is not finished
    edges = annotator.edges(CLAIM)
    pane = annotator.pane
    annotator.page.mouse.move(edges["to"]["x"] - 2, edges["to"]["y"])
    expect(pane).to_have_attribute("data-grip", "")
    longer = annotator.edges("وصلت إلى")["to"]
    annotator.drag(point(edges["to"], -2), point(longer, 3))
    annotator.settle()
    assert claim_words(annotator) == ["إن نحو 2000 طن من القمح وصلت إلى"]
    start = annotator.edges("إن نحو")["from"]
    annotator.drag(point(start, 2), inside(annotator.edges("2000"), 0.3))
    annotator.settle()
    assert claim_words(annotator) == ["2000 طن من القمح وصلت إلى"]
    assert annotator.selected() is None
    annotator.press("Control+z", "Control+z")
    assert claim_words(annotator) == [CLAIM]


def test_a_drag_that_can_move_no_edge_selects_words(annotator: AnnotatorPage) -> None:
    mark_claim(annotator)
    annotator.press("n")
    start = point(annotator.edges(CLAIM)["from"], 1)
    annotator.drag(start, annotator.edges("ونفت وزارة")["to"])  # over the edge that stays
    assert annotator.selected() == "إن نحو 2000 طن من القمح وصلت إلى الميناء، ونفت وزارة"
    assert claim_words(annotator) == [CLAIM]
    # a press that stays where it is is a click still
    annotator.page.mouse.click(start["x"], start["y"])
    annotator.settle()
    assert annotator.selected() is None
    assert annotator.session.focus.card is not None


def test_moving_an_edge_voids_the_decision(annotator: AnnotatorPage) -> None:
    mark_claim(annotator)
    annotator.press("0", "Enter")
    assert annotator.annotation("port-s3")["status"] == "done"
    annotator.press("k", "]")
    annotator.drag(annotator.edges(CLAIM)["to"], annotator.edges("وصلت")["to"])
    annotator.settle()
    assert claim_words(annotator) == [f"{CLAIM} وصلت"]
    assert annotator.annotation("port-s3")["status"] == "open"


def test_an_edge_moves_by_letter_with_alt_and_escape_lets_it_go(annotator: AnnotatorPage) -> None:
    mark_claim(annotator, "ونفت وزارة البحر")
    page = annotator.page
    start = annotator.edges("ونفت")["from"]
    letter = annotator.edges("نفت")["from"]
    page.keyboard.down("Alt")
    annotator.drag(start, letter)
    page.keyboard.up("Alt")
    annotator.settle()
    assert claim_words(annotator) == ["نفت وزارة البحر"]
    page.mouse.move(letter["x"], letter["y"])
    page.mouse.down()
    page.mouse.move(*annotator.edges("البحر")["from"].values())
    assert page.evaluate("() => CSS.highlights.get('wb-edge').size") == 1
    annotator.press("Escape")
    assert page.evaluate("() => CSS.highlights.get('wb-edge').size") == 0
    page.mouse.up()
    annotator.settle()
    assert claim_words(annotator) == ["نفت وزارة البحر"]


def test_while_a_slot_waits_a_drag_from_an_edge_selects(annotator: AnnotatorPage) -> None:
    annotator.select("مسؤول لم تسمه قوله إن نحو 2000 طن")
    annotator.press("1")
    annotator.select("مسؤول لم تسمه")
    annotator.settle()
    said = annotator.annotation()
    assert said["attributions"][0]["source"]["spans"][0]["text"] == "مسؤول لم تسمه"
    assert claim_words(annotator) == ["مسؤول لم تسمه قوله إن نحو 2000 طن"]


def test_the_keys_move_an_edge(annotator: AnnotatorPage) -> None:
    mark_claim(annotator, "ونفت وزارة البحر")
    annotator.press("d", "Shift+ArrowLeft", "Enter")
    assert claim_words(annotator) == ["ونفت وزارة البحر ذلك"]
    annotator.press("d", "d", "Shift+ArrowLeft", "Enter")
    assert claim_words(annotator) == ["وزارة البحر ذلك"]
    annotator.press("d", "Shift+ArrowRight", "d", "Shift+ArrowRight", "Enter")
    assert claim_words(annotator) == ["ونفت وزارة البحر"]
    annotator.press("d", "Comma", "Enter")
    assert claim_words(annotator) == ["نفت وزارة البحر"]
    annotator.press("d", "Shift+ArrowLeft", "Escape")
    assert claim_words(annotator) == ["نفت وزارة البحر"]


@pytest.fixture
def overlapping(annotator: AnnotatorPage) -> AnnotatorPage:
    """Return the annotator with a source inside a claim, and nothing in focus."""
    annotator.select("مسؤول لم تسمه قوله إن نحو 2000 طن")
    annotator.press("1")
    annotator.select("مسؤول لم تسمه")
    annotator.settle()
    annotator.press("q", "Escape", "Escape", "Escape")
    return annotator


def test_a_click_on_overlapping_spans_lists_them(overlapping: AnnotatorPage) -> None:
    page = overlapping.page
    overlapping.sentence(3).locator("mark.wb-claim.wb-source").click()
    choices = page.get_by_role("menuitem")
    expect(choices).to_have_count(2)
    expect(choices.first).to_be_focused()
    expect(choices.first).to_contain_text("مسؤول لم تسمه")
    overlapping.press("ArrowDown", "Enter")
    focus = overlapping.session.focus
    assert (focus.card is not None, focus.attribution) == (True, None)
    expect(overlapping.pane).to_be_focused()
    expect(choices).to_have_count(0)
    overlapping.sentence(3).locator("mark.wb-claim.wb-source").click()
    overlapping.press("1")
    assert overlapping.session.focus.attribution is not None


def test_the_list_of_overlapping_spans_goes_away(overlapping: AnnotatorPage) -> None:
    page = overlapping.page
    mark = overlapping.sentence(3).locator("mark.wb-claim.wb-source")
    mark.click()
    overlapping.press("Escape")
    expect(page.get_by_role("menu")).to_have_count(0)
    expect(overlapping.pane).to_be_focused()
    mark.click()
    page.mouse.click(*overlapping.edges("القصر")["from"].values())
    expect(page.get_by_role("menu")).to_have_count(0)
    assert overlapping.session.focus.attribution is None
    mark.dblclick()
    expect(page.get_by_role("menu")).to_have_count(0)
    assert overlapping.selected() in ("مسؤول", "لم", "تسمه")


def test_with_control_a_drag_adds_a_fragment(annotator: AnnotatorPage) -> None:
    mark_claim(annotator)
    annotator.page.keyboard.down("Control")
    annotator.select("إلى الميناء")
    annotator.page.keyboard.up("Control")
    annotator.settle()
    assert claim_words(annotator) == [CLAIM, "إلى الميناء"]


def test_a_pen_selects_and_a_finger_taps(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 900, "height": 900})
    page = context.new_page()
    with make_store(tmp_path) as store:
        annotator = AnnotatorPage(page, open_session(store)).open()
        edges = annotator.edges(CLAIM)
        pen = context.new_cdp_session(page)
        held = {"button": "left", "clickCount": 1, "pointerType": "pen"}
        for kind, at, buttons in (
            ("mousePressed", edges["from"], 1),
            ("mouseMoved", inside({"from": edges["from"], "to": edges["to"]}, 0.5), 1),
            ("mouseMoved", edges["to"], 1),
            ("mouseReleased", edges["to"], 0),
        ):
            event = {"type": kind, **at, "buttons": buttons, **held}
            pen.send("Input.dispatchMouseEvent", event)
        page.wait_for_function("() => CSS.highlights.get('wb-selection')?.size > 0")
        assert annotator.selected() == CLAIM
        page.locator(".wb-tool-claim").tap()
        annotator.settle()
        assert claim_words(annotator) == [CLAIM]
        word = inside(annotator.edges("المتحدث", index=6), 0.5)
        page.touchscreen.tap(**word)
        page.wait_for_selector(".wb[data-sentence='port-s6']")
        word = inside(annotator.edges("المتحدث", index=6), 0.5)
        page.touchscreen.tap(**word)
        page.touchscreen.tap(**word)
        page.wait_for_function("() => CSS.highlights.get('wb-selection')?.size > 0")
        assert annotator.selected() == "المتحدث"
        page.evaluate("() => window.closeWidget()")
    context.close()
