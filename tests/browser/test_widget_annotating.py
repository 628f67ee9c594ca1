"""Everything that the model can say is said by keyboard and by mouse."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.page_fixture import AnnotatorPage

CLAIM = "إن نحو 2000 طن من القمح وصلت إلى الميناء"


def texts(spans: list[dict[str, Any]] | None) -> list[str]:
    return [span["text"] for span in spans or []]


def by_source(annotation: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {texts(each["source"]["spans"])[0]: each for each in annotation["attributions"]}


def test_a_whole_claim_takes_eight_keys_besides_moving(annotator: AnnotatorPage) -> None:
    keys = 0

    def press(key: str) -> None:
        nonlocal keys
        keys += 1
        annotator.press(key)

    def move(*moves: str) -> None:
        annotator.press(*moves)

    move(*["ArrowLeft"] * 9, *["Shift+ArrowLeft"] * 8)
    assert annotator.selected() == CLAIM
    press("1")
    move(*["Home"], *["ArrowLeft"] * 4, *["Shift+ArrowLeft"] * 2)
    assert annotator.selected() == "مسؤول لم تسمه"
    press("Enter")
    move("ArrowLeft")
    assert annotator.selected() == "قوله"
    press("3")
    press("q")
    press("c")
    press("Enter")
    annotator.page.wait_for_selector(".wb[data-sentence='port-s4']")
    assert keys <= 8
    said = annotator.annotation("port-s3")
    assert said["status"] == "done"
    assert texts(said["claims"][0]["spans"]) == [CLAIM]
    only = said["attributions"][0]
    assert texts(only["source"]["spans"]) == ["مسؤول لم تسمه"]
    assert texts(only["cue"]) == ["قوله"]
    assert (only["stance"], only["certainty"]) == ("affirm", "probable")


def test_three_stances_a_relay_of_it_and_a_split_cue_on_one_claim(annotator: AnnotatorPage) -> None:
    annotator.select(CLAIM)
    annotator.press("1")
    annotator.select("مسؤول لم تسمه")  # the armed slot takes it at once
    annotator.settle()
    annotator.press("q", "l")
    annotator.select("وكالة المرفأ")
    annotator.settle()
    annotator.press("a")
    annotator.select("وزارة البحر")
    annotator.settle()
    annotator.press("w")
    annotator.select("ذلك")
    annotator.press("4", "a")
    annotator.select("القصر")
    annotator.settle()
    annotator.select("رفض")
    annotator.press("3")
    annotator.select("التعليق")
    annotator.press("Shift+Digit3", "t")

    said = by_source(annotator.annotation())
    claim = annotator.annotation()["claims"][0]["id"]
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

    rows = annotator.page.locator(".wb-card .wb-att")
    assert rows.evaluate_all("rows => rows.map(row => row.dataset.depth)") == ["0", "1", "0", "0"]
    relay, relayed = rows.nth(0).bounding_box(), rows.nth(1).locator(".wb-said").bounding_box()
    assert relay is not None
    assert relayed is not None
    outer = rows.nth(0).locator(".wb-said").bounding_box()
    assert outer is not None
    assert (
        relayed["x"] + relayed["width"] < outer["x"] + outer["width"] - 10
    )  # indented, from the right
    expect(rows.nth(1)).to_contain_text("relayed by وكالة المرفأ")
    annotator.press("Enter")
    annotator.page.wait_for_selector(".wb[data-sentence='port-s4']")


@pytest.mark.parametrize(
    ("key", "realization"), [("p", "pro_drop"), ("i", "implicit"), ("9", "author")]
)
def test_a_source_without_words_is_one_key(
    annotator: AnnotatorPage, key: str, realization: str
) -> None:
    annotator.select(CLAIM)
    annotator.press("1", key, "q")
    only = annotator.annotation()["attributions"][0]
    assert only["source"]["realization"] == realization


def test_the_writers_own_claim_is_one_key(annotator: AnnotatorPage) -> None:
    annotator.select(CLAIM)
    annotator.press("1", "0")
    assert annotator.annotation()["claims"][0]["voice"] == "author"
    expect(annotator.page.locator(".wb-card")).to_contain_text("the writer's own")
    annotator.press("Enter")
    assert annotator.annotation("port-s3")["status"] == "done"


def test_an_empty_required_slot_is_marked_and_keeps_the_sentence_open(
    annotator: AnnotatorPage,
) -> None:
    annotator.select(CLAIM)
    annotator.press("1", "Escape", "Enter")
    expect(annotator.page.locator(".wb-error")).to_be_visible()
    assert annotator.session.focus.sentence == "port-s3"
    assert annotator.annotation()["status"] == "open"
    annotator.press("Escape", "Escape")
    expect(annotator.page.locator(".wb-lack")).to_be_visible()


def test_an_anchor_takes_its_claim_from_the_list(annotator: AnnotatorPage) -> None:
    annotator.select(CLAIM)
    annotator.press("1", "i", "q", "Escape", "Escape")
    annotator.select("ذلك")
    annotator.press("4")
    choices = annotator.page.locator("[data-choice]")
    expect(choices).to_have_count(1)
    annotator.press("]", "Enter")
    said = annotator.annotation()
    anchored = next(each for each in said["attributions"] if each["anchor"])
    assert anchored["targets"] == [said["claims"][0]["id"]]


def test_a_claim_of_an_earlier_sentence_is_picked_with_the_mouse(annotator: AnnotatorPage) -> None:
    annotator.select(CLAIM)
    annotator.press("1", "i", "q", "j")
    annotator.page.wait_for_selector(".wb[data-sentence='port-s4']")
    annotator.select("منظمة WGO", index=4)
    annotator.press("2", "x")
    annotator.page.locator("[data-choice]").first.click()
    annotator.settle()
    only = annotator.annotation("port-s4")["attributions"][0]
    assert only["targets"] == [annotator.annotation("port-s3")["claims"][0]["id"]]
    expect(annotator.page.locator(".wb-card")).to_contain_text("sentence 4")


def test_the_claim_of_an_anchor_is_found_by_typing(annotator: AnnotatorPage) -> None:
    page = annotator.page
    words = ["وصلت سفينتان", "فجر الجمعة", "إجراءات مشددة", "ميناء", "سفينتان", "وسط"]
    annotator.session.do("goto", id="port-s2")
    for each in words:
        annotator.session.do("mark", role="claim", spans=annotator.session.find(each))
    annotator.session.do("goto", id="port-s3")
    annotator.open()
    annotator.select("ذلك")
    annotator.press("4")
    choices, field = page.locator("[data-choice]"), page.locator("[data-find]")
    expect(choices).to_have_count(6)
    expect(field).not_to_be_focused()  # the keys of the text still work
    annotator.press("x")
    expect(field).to_be_focused()
    page.keyboard.type("اجراءات")  # letters are compared folded
    expect(choices).to_have_count(1)
    page.keyboard.press("Escape")
    expect(choices).to_have_count(6)
    expect(annotator.pane).to_be_focused()
    annotator.press("x")
    page.keyboard.type("سفينتان")
    expect(choices).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".wb-choice.on .wb-words")).to_have_text("سفينتان")
    page.keyboard.press("Enter")
    annotator.settle()
    expect(annotator.pane).to_be_focused()
    [target] = annotator.annotation()["attributions"][0]["targets"]
    claims = annotator.annotation("port-s2")["claims"]
    assert [each["id"] for each in claims if each["spans"][0]["text"] == "سفينتان"] == [target]


def test_an_existing_span_fills_an_armed_slot(annotator: AnnotatorPage) -> None:
    annotator.select("القمح وصلت")
    annotator.press("1")
    annotator.select("وكالة المرفأ")
    annotator.settle()
    annotator.press("q")
    annotator.select("القصر التعليق")
    annotator.press("1")
    annotator.sentence(3).locator("mark.wb-source").click()
    annotator.settle()
    sources = [texts(each["source"]["spans"]) for each in annotator.annotation()["attributions"]]
    assert sources == [["وكالة المرفأ"], ["وكالة المرفأ"]]


def test_nothing_here_is_one_key_and_not_the_same_as_not_looked(annotator: AnnotatorPage) -> None:
    annotator.press("n")
    annotator.page.wait_for_selector(".wb[data-sentence='port-s4']")
    assert annotator.annotation("port-s3")["status"] == "done"
    expect(annotator.page.locator(".wb-row[data-index='3']")).to_have_attribute(
        "data-status", "done"
    )
    annotator.press("Space")
    annotator.page.wait_for_selector(".wb[data-sentence='port-s5']")
    assert annotator.annotation("port-s4")["status"] == "skipped"


def test_undo_and_redo(annotator: AnnotatorPage) -> None:
    annotator.select(CLAIM)
    annotator.press("1", "Control+z")
    assert annotator.annotation()["claims"] == []
    expect(annotator.page.locator(".wb-card")).to_have_count(0)
    annotator.press("Control+Shift+z")
    assert texts(annotator.annotation()["claims"][0]["spans"]) == [CLAIM]
    annotator.press("Control+z", "Control+y")
    expect(annotator.page.locator(".wb-card")).to_have_count(1)


def test_everything_of_a_row_with_the_mouse(annotator: AnnotatorPage) -> None:
    page = annotator.page
    annotator.select(CLAIM)
    page.locator(".wb-tools .wb-tool-claim").click()
    annotator.settle()
    annotator.select("وزارة البحر")
    annotator.settle()
    page.locator(".wb-editor .wb-stance[data-stance='deny']").click()
    annotator.settle()
    page.locator(".wb-sure", has_text="probable").click()
    annotator.settle()
    only = annotator.annotation()["attributions"][0]
    assert (only["stance"], only["certainty"]) == ("deny", "probable")
    page.locator(".wb-key[data-operation='done']").click()
    page.wait_for_selector(".wb[data-sentence='port-s4']")


def test_notes_comments_flags_and_doubt(annotator: AnnotatorPage) -> None:
    page = annotator.page
    annotator.select(CLAIM)
    annotator.press("1", "u")
    page.keyboard.press("Shift+M")
    page.locator("dialog textarea").fill("غامض")
    page.locator("dialog .wb-primary").click()
    annotator.settle()
    page.keyboard.press("m")
    page.locator("dialog textarea").fill("تراجع لاحقا")
    page.locator("dialog .wb-primary").click()
    annotator.settle()
    annotator.press("f")
    said = annotator.annotation()
    assert (said["claims"][0]["unsure"], said["claims"][0]["note"]) == (True, "غامض")
    assert (said["flagged"], said["comment"]) == (True, "تراجع لاحقا")
    expect(page.locator(".wb-row[data-index='3'] .wb-m-flag")).to_be_visible()
    assert page.evaluate("() => document.activeElement.className") == "wb-pane"


def test_a_claim_in_words_and_one_that_is_only_understood(annotator: AnnotatorPage) -> None:
    page = annotator.page
    annotator.select(CLAIM)
    annotator.press("1")
    for key, text in [("s", "وصل القمح"), ("Shift+S", "الميناء مفتوح")]:
        page.keyboard.press(key)
        page.locator("dialog textarea").fill(text)
        page.locator("dialog .wb-primary").click()
        annotator.settle()
    said = annotator.annotation()["claims"]
    assert sorted(claim["proposition"] for claim in said) == ["الميناء مفتوح", "وصل القمح"]
    expect(page.locator(".wb-understood")).to_have_text("الميناء مفتوح")


def test_the_cards_are_walked_by_keyboard(annotator: AnnotatorPage) -> None:
    annotator.select(CLAIM)
    annotator.press("1", "i", "q", "Escape", "Escape")
    assert annotator.session.focus.card is None
    annotator.press("]")
    assert (annotator.session.focus.card is not None, annotator.session.focus.attribution) == (
        True,
        None,
    )
    annotator.press("]")
    assert annotator.session.focus.attribution is not None
    annotator.press("Delete")
    assert annotator.annotation()["attributions"] == []


def test_boilerplate_is_reached_and_unmarked_with_one_key(annotator: AnnotatorPage) -> None:
    banner = annotator.page.locator(".wb-row[data-index='0']")
    expect(banner).to_have_attribute("data-kind", "boilerplate")
    expect(banner.locator(".wb-margin")).to_contain_text("menu")
    annotator.sentence(0).click()
    annotator.page.wait_for_selector(".wb[data-sentence='port-s0']")
    annotator.press("b")
    expect(banner).to_have_attribute("data-kind", "body")
    assert annotator.session.snapshot()["document"]["segments"][0]["kind"] == "body"


def test_kind_and_date_of_a_stretch_in_one_form(annotator: AnnotatorPage) -> None:
    page = annotator.page
    page.keyboard.press("Shift+B")
    page.locator("dialog select[name='kind']").select_option("related")
    page.locator("dialog input[name='published']").fill("2021-05")
    page.locator("dialog .wb-primary").click()
    annotator.settle()
    segment = next(
        each
        for each in annotator.session.snapshot()["document"]["segments"]
        if each["kind"] == "related"
    )
    assert segment["published"] == "2021-05"


def test_going_about(annotator: AnnotatorPage) -> None:
    page = annotator.page
    annotator.press("j")
    assert annotator.session.focus.sentence == "port-s4"
    annotator.press("PageUp", "k")
    assert annotator.session.focus.sentence == "port-s2"
    page.keyboard.press("g")
    page.locator("dialog input").fill("٩")  # as an Arabic keyboard types it
    page.keyboard.press("Enter")
    page.wait_for_selector(".wb[data-sentence='port-s8']")
    page.keyboard.press("v")
    expect(page.locator(".wb[data-whole]")).to_be_visible()


def test_help_and_guidelines(annotator: AnnotatorPage) -> None:
    page = annotator.page
    page.keyboard.press("Shift+Slash")
    expect(page.locator("dialog")).to_contain_text("nothing here")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    page.locator(".wb-key[data-operation='stance deny']").hover()
    expect(page.locator(".wb-guide")).to_contain_text("But not")
    page.mouse.move(5, 5)
    expect(page.locator(".wb-guide")).to_be_hidden()
    page.keyboard.press("h")
    expect(page.locator(".wb-guide")).to_contain_text("claim")


def test_an_attribution_takes_one_more_claim_and_lets_it_go(annotator: AnnotatorPage) -> None:
    annotator.select("القصر التعليق")
    annotator.press("1", "i", "q")
    annotator.select("القمح وصلت")
    annotator.press("1", "p", "w", "x")
    choices = annotator.page.locator("[data-choice]")
    expect(choices).to_have_count(2)
    pressed = annotator.page.locator("[data-choice][aria-pressed='true']")
    expect(pressed).to_have_text("القمح وصلت4")
    annotator.page.locator("[data-choice][aria-pressed='false']").click()
    annotator.settle()
    denial = next(
        each for each in annotator.annotation()["attributions"] if each["stance"] == "deny"
    )
    assert len(denial["targets"]) == 2
    annotator.press("x")
    pressed.first.click()
    annotator.settle()
    denial = next(
        each for each in annotator.annotation()["attributions"] if each["stance"] == "deny"
    )
    assert len(denial["targets"]) == 1
