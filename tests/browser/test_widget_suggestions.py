"""Suggestions in the annotator: dashed, apart from one's own, answered by one key each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.page_fixture import AnnotatorPage, make_store, open_session
from workbench.model import Attribution, Claim, Document, Sentence, Source, Span, Suggestion
from workbench.session import SuggestionPlan

CLAIM, SOME, AGENCY = "إن نحو 2000 طن من القمح وصلت إلى الميناء", "مسؤول لم تسمه", "وكالة المرفأ"
ORIGIN = "suggestion:harbour@2"

Start = Callable[..., AnnotatorPage]


def suggest(document: Document, sentences: Sequence[Sentence]) -> Iterator[Suggestion]:
    """Suggest a claim, who affirms it, and who relays that one."""
    sentence = sentences[3].id

    def at(words: str) -> tuple[Span, ...]:
        start = document.text.index(words)
        return (Span(start, start + len(words), words),)

    said, relayed = Source(at(SOME), "explicit"), Source(at(AGENCY), "explicit")
    yield Suggestion(Claim("c1", sentence, at(CLAIM)), 0.912)
    yield Suggestion(
        Attribution("a1", sentence, said, at("قوله"), ("c1",), stance="affirm", certainty="certain")
    )
    yield Suggestion(Attribution("a2", sentence, relayed, at("ونقلت"), ("a1",), stance="report"))


suggest.name, suggest.version = "harbour", "2"  # type: ignore[attr-defined]


@pytest.fixture
def start(page: Page, tmp_path: Path) -> Iterator[Start]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with make_store(tmp_path) as store:

        def start(held_back: float = 0.0) -> AnnotatorPage:
            plan = SuggestionPlan((suggest,), held_back)
            return AnnotatorPage(page, open_session(store, suggestions=plan)).open()

        yield start
        page.evaluate("() => window.closeWidget?.()")
    assert errors == []


@pytest.fixture
def annotator(start: Start) -> AnnotatorPage:
    return start()


def suggested(annotator: AnnotatorPage) -> list[str]:
    rows = annotator.page.locator("[data-suggestion]")
    return rows.all_inner_texts()


def marks(annotator: AnnotatorPage, role: str) -> str:
    found = annotator.page.locator(f".wb-row[data-index='3'] mark.wb-suggested-{role}")
    return "".join(found.all_inner_texts())


def test_a_suggestion_is_dashed_with_its_origin_and_score(annotator: AnnotatorPage) -> None:
    card = annotator.page.locator(".wb-suggested-card")
    expect(card).to_have_count(1)
    expect(card).to_have_css("border-top-style", "dashed")
    expect(card.locator(".wb-origin").first).to_have_text(f"{ORIGIN} · 0.91")
    expect(annotator.page.locator(".wb-suggesting")).to_contain_text("3 suggestions")
    expect(annotator.page.locator(".wb-suggesting")).to_contain_text("untaken")
    expect(annotator.page.locator(".wb-card[data-claim]")).to_have_count(0)
    assert (marks(annotator, "claim"), marks(annotator, "source")) == (CLAIM, AGENCY + SOME)
    mark = annotator.page.locator("mark.wb-suggested-claim").first
    assert "repeating-linear-gradient" in mark.evaluate("m => getComputedStyle(m).backgroundImage")
    plain = annotator.sentence(3).evaluate(
        "s => { const width = () => { const r = document.createRange(); r.selectNodeContents(s);"
        " return r.getBoundingClientRect().width; }; const marked = width();"
        " s.textContent = s.textContent; return Math.abs(width() - marked); }"
    )
    assert plain < 0.5


def test_one_key_takes_the_card_and_undo_brings_the_suggestions_back(
    annotator: AnnotatorPage,
) -> None:
    annotator.press("5")
    said = annotator.annotation()
    assert {each["origin"] for each in (*said["claims"], *said["attributions"])} == {ORIGIN}
    assert len(said["attributions"]) == 2
    expect(annotator.page.locator(".wb-suggested-card")).to_have_count(0)
    expect(annotator.page.locator(".wb-card[data-claim] .wb-att")).to_have_count(2)
    assert marks(annotator, "claim") == ""
    annotator.press("Control+z")
    expect(annotator.page.locator(".wb-suggested-card")).to_have_count(1)
    annotator.press("5", "Enter")
    annotator.page.wait_for_selector(".wb[data-sentence='port-s4']")
    assert annotator.annotation("port-s3")["status"] == "done"


def test_the_keys_for_cards_step_through_suggestions_too(annotator: AnnotatorPage) -> None:
    on = annotator.page.locator("[data-suggestion].here, [data-suggestion].on")
    expect(on).to_contain_text(CLAIM)
    annotator.press("BracketRight")
    expect(on).to_contain_text(AGENCY)
    annotator.press("BracketRight", "7")  # the official is refused, and with him his relay
    assert len(suggested(annotator)) == 1
    expect(on).to_contain_text(CLAIM)
    annotator.press("BracketLeft", "Escape")
    expect(on).to_have_count(0)
    annotator.press("5")
    expect(annotator.page.locator(".wb-notice")).to_contain_text("No suggestion is in focus")
    assert annotator.annotation()["claims"] == []


def test_change_takes_it_with_its_source_armed(annotator: AnnotatorPage) -> None:
    annotator.press("BracketRight", "BracketRight", "6")
    expect(annotator.page.locator(".wb-card[data-claim].on")).to_have_count(1)
    annotator.select("القصر")
    annotator.settle()
    annotator.press("w")
    (changed,) = annotator.annotation()["attributions"]
    assert changed["source"]["spans"][0]["text"] == "القصر"
    assert (changed["stance"], changed["origin"]) == ("deny", ORIGIN)
    assert [AGENCY in words for words in suggested(annotator)] == [True]
    expect(annotator.page.locator(".wb-about")).to_contain_text(CLAIM)


def test_the_mouse_does_all_of_it(annotator: AnnotatorPage) -> None:
    page = annotator.page
    box = annotator.edges("المرفأ")
    page.mouse.click((box["from"]["x"] + box["to"]["x"]) / 2, box["from"]["y"])
    annotator.settle()
    expect(page.locator("[data-suggestion].on")).to_contain_text(AGENCY)
    page.locator(".wb-answers button", has_text="refuse").click()
    annotator.settle()
    assert len(suggested(annotator)) == 2
    page.locator("[data-suggestion]", has_text=SOME).click()
    annotator.settle()
    page.locator(".wb-answers button", has_text="take").first.click()
    annotator.settle()
    assert len(annotator.annotation()["attributions"]) == 1


def test_a_reload_keeps_what_was_refused_and_a_new_day_too(
    start: Start, annotator: AnnotatorPage
) -> None:
    annotator.press("7")
    expect(annotator.page.locator(".wb-suggested-card")).to_have_count(0)
    annotator.open()
    expect(annotator.page.locator(".wb-row.on")).to_have_count(1)
    expect(annotator.page.locator(".wb-suggested-card")).to_have_count(0)


def test_what_is_held_back_comes_after_the_decision(start: Start) -> None:
    annotator = start(held_back=1.0)
    expect(annotator.page.locator(".wb-suggesting")).to_contain_text("after your decision")
    assert (suggested(annotator), marks(annotator, "claim")) == ([], "")
    assert CLAIM not in str(annotator.session.snapshot()["suggestions"])
    annotator.press("n")
    annotator.page.wait_for_selector(".wb[data-sentence='port-s4']")
    annotator.press("PageUp")
    expect(annotator.page.locator(".wb-suggesting")).to_contain_text(
        "held back until your decision"
    )
    assert len(suggested(annotator)) == 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(annotator: AnnotatorPage, theme: str) -> None:
    annotator.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    annotator.press("BracketRight")
    results = Axe().run(annotator.page)
    assert results.violations_count == 0, results.generate_report()
