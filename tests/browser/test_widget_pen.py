"""Marking without keys in between: slots and pens take what the mouse goes over."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from tests.browser.page_fixture import AnnotatorPage

CLAIM = "إن نحو 2000 طن من القمح وصلت إلى الميناء"
FIGURE = "ما بين 1500 و2500 طن"


def drag(annotator: AnnotatorPage, words: str, *, index: int = 3, holding: str = "") -> None:
    """Drag over words, and wait until what came of it is saved."""
    if holding:
        annotator.page.keyboard.down(holding)
    annotator.select(words, index=index)
    if holding:
        annotator.page.keyboard.up(holding)
    annotator.settle()


def said(annotator: AnnotatorPage, sentence: str = "port-s3") -> list[dict[str, Any]]:
    """The attributions of a sentence, with the words of each role."""
    return [
        {
            "source": words(each["source"]["spans"]),
            "cue": words(each["cue"] or []),
            "anchor": words(each["anchor"]),
            "stance": (each["stance"], each["certainty"]),
            "targets": each["targets"],
        }
        for each in annotator.annotation(sentence)["attributions"]
    ]


def words(spans: list[dict[str, Any]]) -> list[str]:
    return [span["text"] for span in spans]


def test_with_the_claims_pen_an_attribution_is_three_drags_and_a_key(
    annotator: AnnotatorPage,
) -> None:
    annotator.press("1")
    for phrase in (CLAIM, "مسؤول لم تسمه", "قوله"):
        drag(annotator, phrase)
    annotator.press("Shift+q")
    (only,) = said(annotator)
    assert (only["source"], only["cue"]) == (["مسؤول لم تسمه"], ["قوله"])
    assert only["stance"] == ("affirm", "probable")

    # the pen is still in the hand, and goes on in the sentence that it touches
    for phrase in (FIGURE, "منظمة WGO", "قدّرت"):
        drag(annotator, phrase, index=4)
    annotator.press("Alt+q")
    (other,) = said(annotator, "port-s4")
    assert other["stance"] == ("affirm", "possible")
    assert words(annotator.annotation("port-s4")["claims"][0]["spans"]) == [FIGURE]


def test_a_pen_is_shown_and_laid_down_last(annotator: AnnotatorPage) -> None:
    key = annotator.page.locator("[data-operation='mark claim']")
    tools = annotator.page.locator(".wb-tools")
    expect(key).to_have_attribute("aria-pressed", "false")
    annotator.press("1")
    expect(key).to_have_attribute("aria-pressed", "true")
    expect(tools).to_contain_text("claim")
    expect(annotator.page.locator(".wb-live")).to_contain_text("claim")
    drag(annotator, CLAIM)
    annotator.press("1")  # the key of what the drag has done, out of habit
    expect(key).to_have_attribute("aria-pressed", "true")
    annotator.press("Escape", "Escape")
    expect(key).to_have_attribute("aria-pressed", "true")
    annotator.press("Escape")
    expect(key).to_have_attribute("aria-pressed", "false")
    drag(annotator, "القصر")
    assert annotator.selected() == "القصر"
    assert len(annotator.annotation("port-s3")["claims"]) == 1


def test_control_adds_a_fragment_to_what_the_drag_before_has_marked(
    annotator: AnnotatorPage,
) -> None:
    annotator.press("1")
    drag(annotator, "إن نحو 2000 طن")
    drag(annotator, "وصلت إلى الميناء", holding="Control")
    drag(annotator, "القصر")
    drag(annotator, "رفض")
    drag(annotator, "التعليق", holding="Control")
    annotator.press("t")
    (only,) = said(annotator)
    assert only["cue"] == ["رفض", "التعليق"]
    claim = annotator.annotation("port-s3")["claims"][0]
    assert words(claim["spans"]) == ["إن نحو 2000 طن", "وصلت إلى الميناء"]


def test_a_relay_takes_its_source_and_its_cue(annotator: AnnotatorPage) -> None:
    annotator.press("1")
    for phrase in (CLAIM, "مسؤول لم تسمه", "قوله"):
        drag(annotator, phrase)
    annotator.press("q", "l")
    drag(annotator, "وكالة المرفأ")
    drag(annotator, "ونقلت")
    relay = next(each for each in said(annotator) if each["stance"][0] == "report")
    assert (relay["source"], relay["cue"]) == (["وكالة المرفأ"], ["ونقلت"])


def test_words_that_point_back_and_the_claims_that_they_mean(annotator: AnnotatorPage) -> None:
    annotator.press("1")
    drag(annotator, CLAIM)
    drag(annotator, "مسؤول لم تسمه")
    annotator.press("q")
    drag(annotator, FIGURE, index=4)
    drag(annotator, "منظمة WGO", index=4)
    annotator.press("q", "4")
    drag(annotator, "الأرقام", index=6)  # somebody else's sentence: a new attribution
    first, second = (
        annotator.annotation(sentence)["claims"][0]["id"] for sentence in ("port-s3", "port-s4")
    )
    click(annotator, CLAIM, index=3)
    click(annotator, FIGURE, index=4, holding="Control")
    drag(annotator, "المتحدث", index=6)
    (only,) = said(annotator, "port-s6")
    assert (only["anchor"], only["source"]) == (["الأرقام"], ["المتحدث"])
    assert sorted(only["targets"]) == sorted([first, second])
    click(annotator, FIGURE, index=4, holding="Control")
    assert said(annotator, "port-s6")[0]["targets"] == [first]
    assert said(annotator)[0]["anchor"] == []


def click(annotator: AnnotatorPage, phrase: str, *, index: int, holding: str = "") -> None:
    """Click the first letter of some words."""
    place = annotator.edges(phrase, index=index)["from"]
    if holding:
        annotator.page.keyboard.down(holding)
    annotator.page.mouse.click(place["x"] - 2, place["y"])
    if holding:
        annotator.page.keyboard.up(holding)
    annotator.settle()
