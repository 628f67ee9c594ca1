"""Marks change nothing of the text: no width, no order, no letter; and a text stays a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.page_fixture import PORT, AnnotatorPage, make_document, make_store, open_session

# Where each character stands, and how wide each line is.
LAYOUT = """index => {
  const text = document.querySelector(`.wb-row[data-index='${index}'] .wb-s`);
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const boxes = [];
  const origin = text.getBoundingClientRect();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let offset = 0; offset < node.length; offset++) {
      const range = document.createRange();
      range.setStart(node, offset); range.setEnd(node, offset + 1);
      const box = range.getBoundingClientRect();
      boxes.push([box.left - origin.left, box.right - origin.left, box.top - origin.top]);
    }
  }
  return boxes;
}"""


def lines_of(boxes: list[list[float]]) -> dict[float, tuple[float, float]]:
    """The left and right edge of each line."""
    lines: dict[float, tuple[float, float]] = {}
    for left, right, top in boxes:
        known = lines.get(round(top), (left, right))
        lines[round(top)] = (min(known[0], left), max(known[1], right))
    return lines


def test_marks_keep_the_width_and_the_order_of_every_line(annotator: AnnotatorPage) -> None:
    before = annotator.page.evaluate(LAYOUT, 3)
    session = annotator.session
    session.do("mark", role="claim", spans=session.find("إن نحو 2000 طن من القمح وصلت إلى الميناء"))
    session.do("mark", role="source", spans=session.find("مسؤول لم تسمه"))
    session.do("mark", role="cue", spans=session.find("نقلت"))  # cut from its proclitic
    session.do("mark", role="anchor", spans=session.find("ذلك"))
    session.do("mark", role="claim", spans=session.find("القمح وصلت"))  # over another
    annotator.open()
    marks = annotator.sentence(3).locator("mark")
    assert marks.count() == 6
    after = annotator.page.evaluate(LAYOUT, 3)
    assert annotator.sentence(3).evaluate("element => element.textContent") == PORT
    assert lines_of(after).keys() == lines_of(before).keys()
    for top, (left, right) in lines_of(before).items():
        assert lines_of(after)[top] == pytest.approx((left, right), abs=0.5)
    order = sorted(range(len(before)), key=lambda at: (before[at][2], before[at][0]))
    assert order == sorted(range(len(after)), key=lambda at: (after[at][2], after[at][0]))


def test_marks_are_flat_and_name_their_roles(annotator: AnnotatorPage) -> None:
    annotator.select("مسؤول لم تسمه قوله إن نحو 2000 طن")
    annotator.press("1")
    annotator.select("مسؤول لم تسمه")
    annotator.settle()
    sentence = annotator.sentence(3)
    assert sentence.locator("mark mark").count() == 0
    both = sentence.locator("mark.wb-claim.wb-source")
    assert both.text_content() == "مسؤول لم تسمه"


HOSTILE = (
    '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">',
    "قال \u202eضابط\u202c إن <b>السفينة</b> غرقت &amp; \u2067اختفت\u2069 \u202e123",
)


def test_a_hostile_text_is_shown_and_not_obeyed(page: Page, tmp_path: Path) -> None:
    lines = tuple(("body", line) for line in HOSTILE)
    with make_store(tmp_path, make_document("evil", lines)) as store:
        annotator = AnnotatorPage(page, open_session(store, at=None)).open()
        session = annotator.session
        session.do("mark", role="claim", spans=session.find(HOSTILE[0]))
        session.do("note", text="<img src=x onerror='window.hacked = 2'>")
        session.do("comment", text="<script>window.hacked = 3</script>")
        annotator.open()
        for index, line in enumerate(HOSTILE):
            assert annotator.sentence(index).evaluate("element => element.textContent") == line
        assert page.evaluate("() => window.hacked") is None
        assert page.locator(".wb script, .wb img, .wb b b").count() == 0
        # what turns the direction around in one sentence stops at its end
        menu = page.locator(".wb-bar").bounding_box()
        assert menu is not None
        assert menu["width"] > 600
