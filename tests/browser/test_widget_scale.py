"""A long document is as quick under the hand as a short one."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.page_fixture import AnnotatorPage, make_document, make_store, open_session

SENTENCES = 5_000

# The sentences whose text is drawn again from now on.
WATCH = """() => {
  const seen = new Set();
  const note = change => seen.add(change.target.closest?.('.wb-row')?.dataset.index);
  const page = document.querySelector('.wb-page');
  new MutationObserver(changes => changes.forEach(note)).observe(
    page, {childList: true, subtree: true});
  window.changedRows = () => [...seen].filter(index => index !== undefined);
}"""


@pytest.mark.timeout(300)
def test_five_thousand_sentences(page: Page, tmp_path: Path) -> None:
    lines = tuple(
        ("body", f"قالت وكالة المرفأ إن السفينة رقم {number} وصلت إلى الميناء 🚢.")
        for number in range(SENTENCES)
    )
    document = make_document("long", lines)
    with make_store(tmp_path, document) as store:
        session = open_session(store, at="long-s2500")
        session.do("mark", role="claim", spans=session.find("إن السفينة رقم 2500 وصلت"))
        annotator = AnnotatorPage(page, session).open()
        assert page.locator(".wb-row").count() == SENTENCES
        row = page.locator(".wb-row[data-index='2500']")
        assert row.evaluate("row => row.getBoundingClientRect().top") < 500
        page.evaluate(WATCH)
        annotator.select("وكالة المرفأ", index=2500)
        annotator.settle()
        annotator.press("q")
        assert page.evaluate("() => changedRows()") == ["2500"]
        annotator.press("j")
        page.wait_for_selector(".wb[data-sentence='long-s2501']")
        assert set(page.evaluate("() => changedRows()")) <= {"2500", "2501"}
