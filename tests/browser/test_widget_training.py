"""Practice in the widget: a decision by keyboard, the known answer at once, said and seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.page_fixture import AnnotatorPage
from workbench.project import Project, open_sample_project

SENTENCES = 3
LINES = """() => {
  const text = document.querySelector('.wb-row.on .wb-s');
  const range = document.createRange();
  range.selectNodeContents(text);
  return {text: text.textContent, width: text.getBoundingClientRect().width,
    height: text.getBoundingClientRect().height};
}"""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with open_sample_project(tmp_path / "sample") as project:
        yield project


@pytest.fixture
def learner(page: Page, project: Project) -> Iterator[AnnotatorPage]:
    """Return a round of training, open in a page; an error on the page fails the test."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    session = project.training_session("Amal", sentences=SENTENCES)
    yield AnnotatorPage(page, session).open()
    page.evaluate("() => window.closeWidget?.()")
    assert errors == []


def violations(learner: AnnotatorPage) -> list[str]:
    found = Axe().run(learner.page).response["violations"]
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]


def measure(learner: AnnotatorPage) -> Any:
    return learner.page.evaluate(LINES)


def decide(learner: AnnotatorPage) -> None:
    """Mark the first word as a claim of the writer's own, and say done: five keys."""
    learner.press("ArrowLeft", "1", "0", "Enter")


def test_a_decision_is_answered_at_once(learner: AnnotatorPage) -> None:
    page = learner.page
    panel, live = page.locator(".wb-feedback"), page.locator(".wb-live")
    expect(panel).to_contain_text("Your first decision counts")
    first = page.locator(".wb").get_attribute("data-sentence")
    before = measure(learner)
    decide(learner)
    expect(panel).to_have_attribute("data-answered", "true")
    rows = panel.locator("li")
    expect(rows.filter(has=page.locator("dd")).first).to_be_visible()
    wrong = panel.locator("li:not([data-verdict='right'])").first
    expect(wrong.locator(".wb-definition")).not_to_be_empty()
    assert wrong.locator("bdi").first.get_attribute("dir") == "rtl"
    expect(live).to_contain_text("right.")
    # the words of the article stand where they stood
    assert measure(learner) == before
    # the focus is in the text: the next key goes there
    expect(learner.pane).to_be_focused()
    assert violations(learner) == []
    learner.press("Enter")
    expect(page.locator(".wb")).not_to_have_attribute("data-sentence", str(first))
    expect(panel).to_have_attribute("data-answered", "false")


def test_the_first_decision_counts(learner: AnnotatorPage) -> None:
    decide(learner)
    expect(learner.page.locator(".wb-feedback")).to_have_attribute("data-answered", "true")
    learner.press("Control+z")
    expect(learner.page.locator(".wb-notice")).to_contain_text("first decision counts")
    assert learner.annotation()["status"] == "done"


def test_a_round_ends_with_its_score(learner: AnnotatorPage, project: Project) -> None:
    page = learner.page
    for _ in range(SENTENCES):
        decide(learner)
        expect(page.locator(".wb-feedback")).to_have_attribute("data-answered", "true")
        learner.press("Enter")
    result = page.locator(".wb-result")
    expect(result).to_have_attribute("data-passed", "false")
    expect(result).to_contain_text("70 %")
    assert violations(learner) == []
    [begun] = project.training_report().rounds
    assert (begun.answered, begun.passed) == (SENTENCES, False)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_in_arabic_it_runs_from_right_to_left(learner: AnnotatorPage, theme: str) -> None:
    page = learner.page
    page.emulate_media(reduced_motion="reduce")
    learner.session.do("settings", theme=theme, language="ar")
    learner.open()
    decide(learner)
    panel = page.locator(".wb-feedback")
    expect(panel).to_have_attribute("data-answered", "true")
    assert panel.evaluate("node => getComputedStyle(node).direction") == "rtl"
    expect(page.locator(".wb-live")).to_contain_text("صحيح")
    assert violations(learner) == []
