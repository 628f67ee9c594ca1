"""Every hard sentence is selected by mouse and by keyboard, marked, and looks as it did before."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageOps
from playwright.sync_api import Page

from tests.browser.bidi_sentences import CASES, Case
from tests.browser.page_fixture import EDGES, AnnotatorPage, make_document, make_store, open_session

LANGUAGES = tuple(dict.fromkeys(case.language for case in CASES))
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
WIDTH_PX = 0.5
STRAY = 90  # where two pieces meet, the smoothing of an edge differs by this much

# Where each word stands, line by line: the boxes of its letters from the sentence's own corner.
BOXES = """index => {
  const text = document.querySelector(`.wb-row[data-index='${index}'] .wb-s`);
  const origin = text.getBoundingClientRect();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let node, start = 0; node = walker.nextNode(); start += node.length) {
    nodes.push({node, start});
  }
  const place = offset => {
    const {node, start} = nodes.findLast(each => each.start <= offset);
    return [node, offset - start];
  };
  const merged = rects => {
    const boxes = [];
    for (const {left, right, top} of rects) {
      const last = boxes.at(-1);
      if (last && Math.abs(last[2] - top) < 2 && left - last[1] < .1 && last[0] - right < .1) {
        boxes[boxes.length - 1] = [Math.min(last[0], left), Math.max(last[1], right), last[2]];
      } else boxes.push([left, right, top]);
    }
    boxes.sort((one, other) => one[2] - other[2] || one[0] - other[0]);
    return boxes.map(box => [box[0] - origin.left, box[1] - origin.left, box[2] - origin.top]);
  };
  return [...new Intl.Segmenter('ar', {granularity: 'word'}).segment(text.textContent)]
    .filter(part => part.isWordLike)
    .map(part => {
      const range = document.createRange();
      range.setStart(...place(part.index));
      range.setEnd(...place(part.index + part.segment.length));
      return merged([...range.getClientRects()].filter(box => box.width > 0));
    });
}"""
# No colour and no line of ours: what is left are the letters.
INVISIBLE = """
  .wb-pane .wb-page .wb-row .wb-s mark[data-items] {
    background: none !important; box-shadow: none !important; text-decoration: none !important; }
  .wb-caret, .wb-margin { visibility: hidden !important; }
  ::highlight(wb-selection), ::highlight(wb-pending) {
    background-color: transparent; color: inherit; text-decoration: none; }
  * { transition: none !important; animation: none !important; }
"""
UNMARK = """text => { text.replaceChildren(text.textContent); }"""
SHOW = """({index, words}) => {
  const pane = document.querySelector('.wb-pane');
  const text = document.querySelector(`.wb-row[data-index='${index}'] .wb-s`);
  pane.dispatchEvent(new Event('wheel'));  // as a person who scrolls: nothing jumps back
  const part = text.textContent.indexOf(words) / text.textContent.length;
  const top = text.closest('.wb-row').offsetTop + part * text.offsetHeight;
  pane.scrollTop = top - pane.clientHeight / 3;
}"""


# Which UTF-16 units of a sentence are selected; the case's own text turns them into code points.
SELECTED = """index => {
  const text = document.querySelector(`.wb-row[data-index='${index}'] .wb-s`);
  const ranges = [...(CSS.highlights.get('wb-selection') ?? [])];
  if (ranges.length !== 1) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(ranges[0].startContainer, ranges[0].startOffset);
  return [before.toString(), ranges[0].toString()];
}"""

# How many words stand before, in and after a phrase.
STEPS = """([sentence, phrase]) => {
  const [start, end] = [sentence.indexOf(phrase), sentence.indexOf(phrase) + phrase.length];
  const words = [...new Intl.Segmenter('ar', {granularity: 'word'}).segment(sentence)]
    .filter(part => part.isWordLike)
    .map(part => [part.index, part.index + part.segment.length]);
  const before = words.filter(word => word[1] <= start).length;
  const after = words.filter(word => word[0] >= end).length;
  return [before, words.length - before - after, after];
}"""


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", LANGUAGES)
def test_hard_sentences(page: Page, tmp_path: Path, language: str) -> None:
    cases = [case for case in CASES if case.language == language]
    lines = [("body", case.sentence) for case in cases]
    failures: list[str] = []
    with make_store(tmp_path, make_document("hard", lines, language=language)) as store:
        annotator = AnnotatorPage(page, open_session(store, at="hard-s0")).open()
        page.add_style_tag(content=INVISIBLE)
        for index, case in enumerate(cases):
            hard = HardSentence(annotator, index, case)
            failures += [f"{case.name}: {failure}" for failure in hard.try_all()]
            annotator.press("j")
        page.evaluate("() => window.closeWidget()")
    assert not failures, "\n".join(failures)


def ink(screenshot: bytes) -> Image.Image:
    """Where the letters are: 255 for the strongest ink, 0 for the paper."""
    return ImageOps.invert(Image.open(io.BytesIO(screenshot)).convert("L"))


def stray(one: Image.Image, other: Image.Image) -> int:
    """How strong the ink of one picture is where the other has none within a pixel."""
    grown = other.filter(ImageFilter.MaxFilter(3))
    return max(
        level for level, count in enumerate(ImageChops.subtract(one, grown).histogram()) if count
    )


class HardSentence:
    """One sentence in focus, and what is tried on it."""

    def __init__(self, annotator: AnnotatorPage, index: int, case: Case) -> None:
        self.annotator = annotator
        self.page = annotator.page
        self.index = index
        self.case = case
        arrows = ("ArrowLeft", "ArrowRight")
        rtl = case.language in RIGHT_TO_LEFT
        self.onwards, self.back = arrows if rtl else reversed(arrows)
        self.failures: list[str] = []

    def try_all(self) -> list[str]:
        """Return what went wrong; nothing should."""
        before = self.page.evaluate(BOXES, self.index)
        for phrase, key in zip(self.case.phrases, ("1", "2"), strict=False):
            self.expect("dragged onwards", phrase, self.drag(phrase))
            self.expect("dragged back", phrase, self.drag(phrase, backwards=True))
            self.expect("selected by keys", phrase, self.walk(phrase))
            self.annotator.press(key)
            self.expect_stored(phrase)
            # no slot waits, and no card is in focus whose edge a drag would move
            self.annotator.press("Escape", "Escape")
        self.expect_same_letters(before)
        return self.failures

    def expect(self, what: str, phrase: str, got: tuple[int, int] | None) -> None:
        if got != self.span(phrase):
            words = got and self.case.sentence[slice(*got)]
            self.failures.append(f"{what}: expected {phrase!a}, got {words!a}")

    def expect_stored(self, phrase: str) -> None:
        start, end = self.span(phrase)
        offset = self.annotator.session.snapshot()["document"]["sentences"][self.index]["start"]
        expected = {"start": offset + start, "end": offset + end, "text": phrase}
        said = self.annotator.annotation(f"hard-s{self.index}")
        spans = [span for claim in said["claims"] for span in claim["spans"]]
        spans += [span for each in said["attributions"] for span in each["source"]["spans"]]
        if expected not in spans:
            self.failures.append(f"stored: expected {expected}, got {spans}")

    def expect_same_letters(self, before: list[Any]) -> None:
        """Compare the marked line with the line as it was, and with one that was never marked."""
        after = self.page.evaluate(BOXES, self.index)
        text = self.annotator.sentence(self.index)
        if text.locator("mark").count() == 0:
            self.failures.append("nothing is marked")
        if [len(boxes) for boxes in after] != [len(boxes) for boxes in before]:
            self.failures.append("a word is broken into other pieces than before")
        elif after != [[pytest.approx(box, abs=WIDTH_PX) for box in boxes] for boxes in before]:
            moved = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
            self.failures.append(f"words stand elsewhere, or are wider: {moved}")
        marked = ink(text.screenshot())
        text.evaluate(UNMARK)
        plain = ink(text.screenshot())
        strayed = max(stray(marked, plain), stray(plain, marked))
        if strayed > STRAY:
            self.failures.append(f"the letters look different: {strayed} of 255")

    def span(self, phrase: str) -> tuple[int, int]:
        start = self.case.sentence.index(phrase)
        return start, start + len(phrase)

    def selected(self) -> tuple[int, int] | None:
        """The code points of the sentence that are selected."""
        found = self.page.evaluate(SELECTED, self.index)
        if found is None:
            return None
        before, covered = found
        return len(before), len(before) + len(covered)

    def drag(self, phrase: str, *, backwards: bool = False) -> tuple[int, int] | None:
        self.page.evaluate(SHOW, {"index": self.index, "words": phrase})
        edges = self.page.evaluate(EDGES, {"index": self.index, "words": phrase})
        start, end = (edges["to"], edges["from"]) if backwards else (edges["from"], edges["to"])
        self.annotator.drag(start, end)
        return self.selected()

    def walk(self, phrase: str) -> tuple[int, int] | None:
        """Go to the phrase's first word and extend to its last, as a person does."""
        before, inside, after = self.page.evaluate(STEPS, [self.case.sentence, phrase])
        if before <= after:
            self.press("Home", *[self.onwards] * before)
        else:
            self.press("End", *[self.back] * (inside + after - 1))
        while (reached := self.selected()) and reached[0] < self.span(phrase)[0] < reached[1]:
            self.press("Comma")  # a letter written together with what is meant
            if self.selected() == reached:
                break
        self.press(*[f"Shift+{self.onwards}"] * (inside - 1))
        return self.selected()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
