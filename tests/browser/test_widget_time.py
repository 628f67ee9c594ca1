"""The seconds of work on a sentence, as the history has them: work, and nothing else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.page_fixture import AnnotatorPage

HIDE = """hidden => {
  const value = hidden ? 'hidden' : 'visible';
  Object.defineProperty(document, 'visibilityState', {value, configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}"""


@pytest.fixture
def stopped(page: Page) -> Page:
    """A page whose clock moves only when it is told to."""
    page.clock.install(time=0)
    return page


@pytest.fixture
def timed(stopped: Page, annotator: AnnotatorPage) -> AnnotatorPage:
    annotator.press("f")  # what passed while the page was opened is told here
    stopped.clock.pause_at(3_600_000)
    annotator.page.locator(".wb-pane").focus()
    annotator.press("ArrowLeft", "f")
    return annotator


def work(annotator: AnnotatorPage, seconds: float, *keys: str) -> None:
    annotator.page.clock.run_for(round(seconds * 1000))
    annotator.press(*keys)


def seconds(annotator: AnnotatorPage, sentence: str = "port-s3") -> list[float | None]:
    rows = annotator.session.store.history(annotator.session.layer)
    return [row.active_s for row in rows if row.sentence == sentence][2:]


def test_work_counts_and_a_long_silence_hardly(timed: AnnotatorPage) -> None:
    work(timed, 4, "ArrowLeft")
    work(timed, 5, "f")
    work(timed, 3000, "f")
    assert seconds(timed) == pytest.approx([9, 15], abs=0.5)


def test_a_hidden_page_counts_nothing(timed: AnnotatorPage) -> None:
    timed.page.clock.run_for(2_000)
    timed.page.evaluate(HIDE, True)
    timed.page.clock.run_for(8_000)
    timed.page.evaluate(HIDE, False)
    work(timed, 4, "ArrowLeft")
    work(timed, 3, "f")
    timed.page.evaluate("window.dispatchEvent(new Event('blur'))")
    work(timed, 10, "f")
    assert seconds(timed) == pytest.approx([5, 0], abs=0.5)


def test_what_was_read_without_an_edit_is_counted_with_the_next_one_there(
    timed: AnnotatorPage,
) -> None:
    work(timed, 6, "PageDown")
    work(timed, 7, "PageUp")
    work(timed, 1, "a")
    work(timed, 2, "f")
    assert seconds(timed) == pytest.approx([9], abs=0.5)
    assert seconds(timed, "port-s4") == []
