"""Figures and dates on a claim's card: proposed, confirmed by key or click, edited, cleared."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.page_fixture import AnnotatorPage, make_document
from workbench.model import Claim
from workbench.scheme import load_scheme
from workbench.session import AdjudicationPlan, Session
from workbench.store import ProjectInfo, create_store

FEATURES = ("figure", "date")
ARTICLE = [
    ("headline", "وصول القمح إلى ميناء سارلند"),
    ("body", "قالت وزارة البحر إن نحو ألفي طن من القمح وصلت إلى الميناء في حزيران/يونيو الماضي."),
    ("body", "ونفى مسؤول في الميناء أن تكون السفينة قد وصلت."),
]
CLAIM = "إن نحو ألفي طن من القمح وصلت إلى الميناء في حزيران/يونيو الماضي"
DENIED = "أن تكون السفينة قد وصلت"


@pytest.fixture
def annotator(page: Page, tmp_path: Path) -> Iterator[AnnotatorPage]:
    """Return an annotator with a claim that states a figure and a date."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    info = ProjectInfo("0" * 32, "harbour", "claims-sources-stances", "1.1", "1.0", FEATURES)
    with create_store(tmp_path / "workbench.sqlite", info) as store:
        for _ in store.add_documents([make_document("port", ARTICLE, published="2031-10-23")]):
            pass
        scheme = load_scheme(version="1.1").with_features(FEATURES)
        session = Session(store, scheme, "amal")
        session.do("goto", id="port-s1")
        annotator = AnnotatorPage(page, session).open()
        annotator.select(CLAIM, index=1)
        annotator.press("1", "0")
        yield annotator
        page.evaluate("() => window.closeWidget?.()")
    assert errors == []


def said(annotator: AnnotatorPage) -> dict[str, str | None]:
    """What the claim in focus has as its features."""
    card = annotator.session.focus.card
    claim = annotator.session.sheet.draft.claims[card or ""]
    assert isinstance(claim, Claim)
    return dict(claim.features)


def test_one_key_confirms_what_is_proposed(annotator: AnnotatorPage) -> None:
    hollow = annotator.page.locator(".wb-stated.wb-hollow")
    expect(hollow).to_have_text(["~2000 tonne?", "2031-06?"])
    assert said(annotator) == {"figure": None, "date": None}
    annotator.press("Shift+F")
    expect(hollow).to_have_count(0)
    expect(annotator.page.locator(".wb-stated")).to_have_text(["~2000 tonne", "2031-06"])
    assert said(annotator) == {"figure": "~2000 tonne", "date": "2031-06"}
    annotator.press("Control+z")
    expect(hollow).to_have_count(2)
    assert said(annotator) == {"figure": None, "date": None}


def test_a_click_confirms_one_of_them(annotator: AnnotatorPage) -> None:
    annotator.page.locator(".wb-hollow[data-feature='date']").click()
    annotator.settle()
    assert said(annotator) == {"figure": None, "date": "2031-06"}
    expect(annotator.page.locator(".wb-hollow")).to_have_text(["~2000 tonne?"])


def test_a_value_is_edited_in_its_place(annotator: AnnotatorPage) -> None:
    annotator.press("Shift+F", "Shift+F")  # once more: to the field
    field = annotator.page.locator("input[data-feature='figure']")
    expect(field).to_be_focused()
    field.fill(" >=2000 tonne;part 500 ")
    field.press("Enter")
    annotator.settle()
    assert said(annotator)["figure"] == ">=2000 tonne; part 500"
    expect(annotator.pane).to_be_focused()
    field = annotator.page.locator("input[data-feature='figure']")
    field.fill("many")
    field.press("Escape")
    expect(field).to_have_value(">=2000 tonne; part 500")
    annotator.page.locator(".wb-typed", has=field).get_by_role("button").click()
    annotator.settle()
    assert said(annotator)["figure"] is None
    expect(annotator.page.locator(".wb-hollow")).to_have_text(["~2000 tonne?"])


@pytest.mark.parametrize(("language", "words"), [("en", "Expected a figure"), ("ar", "يلزم عدد")])
def test_what_is_no_figure_is_refused_and_stays_typed(
    annotator: AnnotatorPage, language: str, words: str
) -> None:
    annotator.session.do("settings", language=language)
    annotator.open()
    field = annotator.page.locator("input[data-feature='figure']")
    field.fill("2,000 tonnes")
    field.press("Enter")
    annotator.settle()
    expect(annotator.page.locator(".wb-notice")).to_contain_text(words)
    expect(field).to_have_value("2,000 tonnes")
    assert said(annotator) == {"figure": None, "date": None}


def test_a_claim_that_states_none_says_so(annotator: AnnotatorPage) -> None:
    annotator.press("PageDown")
    annotator.select(DENIED, index=2)
    annotator.press("1", "0")
    expect(annotator.page.locator(".wb-card.on .wb-stated")).to_have_count(0)
    annotator.press("Shift+F")
    expect(annotator.page.locator("input[data-feature='figure']")).to_be_focused()


@pytest.mark.parametrize(("theme", "language"), [("light", "ar"), ("dark", "en")])
def test_axe_finds_nothing(annotator: AnnotatorPage, theme: str, language: str) -> None:
    annotator.session.do("settings", language=language, theme=theme)
    annotator.open()
    label = annotator.page.locator(".wb-hollow").first.get_attribute("aria-label") or ""
    assert "~2000 tonne" in label
    folder = os.environ.get("WORKBENCH_SCREENSHOTS")
    if folder:
        annotator.page.screenshot(path=Path(folder) / f"figures-{language}.png")
    found = Axe().run(annotator.page).response["violations"]
    assert [(each["id"], node["html"]) for each in found for node in each["nodes"]] == []


def test_figures_that_differ_are_settled_by_one_key(page: Page, tmp_path: Path) -> None:
    info = ProjectInfo("0" * 32, "harbour", "claims-sources-stances", "1.1", "1.0", FEATURES)
    scheme = load_scheme(version="1.1").with_features(FEATURES)
    with create_store(tmp_path / "workbench.sqlite", info) as store:
        for _ in store.add_documents([make_document("port", ARTICLE, published="2031-10-23")]):
            pass
        for name, figure in (("amal", "~2000 tonne"), ("badr", "2000 tonne")):
            session = Session(store, scheme, name)
            session.do("goto", id="port-s1")
            session.do("mark", role="claim", spans=session.find(CLAIM))
            session.do("writer")
            session.do("confirm", values={"figure": figure, "date": "2031-06"})
            session.do("decide", status="done")
        session = Session(store, scheme, "noor", adjudication=AdjudicationPlan())
        session.do("goto", id="port-s1")
        adjudicator = AnnotatorPage(page, session).open()
        adjudicator.press("z")
        difference = page.locator(".wb-difference.on")
        expect(difference).to_contain_text("~2000 tonne")
        adjudicator.press("2")
        (claim,) = session.sheet.draft.claims.values()
        assert claim.features == {"figure": "2000 tonne", "date": "2031-06"}
        page.evaluate("() => window.closeWidget?.()")
