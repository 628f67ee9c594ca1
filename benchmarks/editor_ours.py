"""A practised person at our annotator in a real JupyterLab: drags for words, a key for a stance."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.editor_task import GOLD, PLACE, Hand, Said, Task, list_said
from tests.browser.jupyterlab import JupyterLab, Notebook
from workbench.model import Attribution, Claim, Sentence, Span
from workbench.project import init_project, open_project
from workbench.scheme import Scheme

CELL = "from workbench import open_project\nopen_project('.').annotate('amal')"
KINDS = {"pro_drop": "p", "implicit": "i", "author": "9"}


class OwnEditor:
    """The annotator on the article of the task."""

    def __init__(self, lab: JupyterLab, task: Task, scheme: Scheme) -> None:
        self._lab, self._task, self._scheme = lab, task, scheme
        self._folder = Path(lab.root / "editor")
        with init_project(self._folder) as project:
            project.import_records(_first_article(lab), layer="gold")
        self._sentences = task.record.sentences
        self._rows = {sentence.id: row for row, sentence in enumerate(self._sentences)}

    def open(self, browser: Browser) -> None:
        """Open the notebook and run its cell."""
        name = self._lab.write_notebook("editor/annotate.ipynb", CELL)
        self._page: Page = browser.new_page(viewport={"width": 1600, "height": 1200})
        notebook = Notebook(self._lab, self._page, name)
        notebook.open()
        notebook.run_all()
        self._page.locator(".wb[data-ready]").wait_for()
        self._page.locator(".wb-pane").focus()
        self.hand = Hand(self._page)

    def enter(self) -> float:
        """Enter the task, each step saved before the next one; return the seconds."""
        started = time.perf_counter()
        entered: set[str] = set()
        self._do(lambda: self.hand.press("1"))  # the pen of claims, once for all of them
        before = None
        for attribution in self._task.attributions:
            if attribution.anchor and before == attribution.sentence:
                self._do(lambda: self.hand.press("Escape"))  # somebody else in the same sentence
            before = attribution.sentence
            self._enter(attribution, entered)
            entered |= set(attribution.targets)
        return time.perf_counter() - started

    def read(self) -> list[Said]:
        """Return what the store holds."""
        with open_project(self._folder) as project:
            (record,) = project.records("annotator:amal", all=True)
        return list_said(record.claims, record.attributions, self._scheme)

    # -- one attribution ---------------------------------------------------------------------------

    def _enter(self, attribution: Attribution, entered: set[str]) -> None:
        claims = self._task.new_claims(attribution, entered)
        if attribution.targets[0] not in self._task.claims:
            self._do(lambda: self.hand.press("l"))  # a relay of the one that was just entered
        elif attribution.anchor:
            self._point_back(attribution)
        else:
            self._mark(claims.pop(0).spans)
        self._give_source(attribution)
        self._mark(attribution.cue or ())
        if attribution.targets[0] in self._task.claims:
            self._do(lambda: self.hand.press(self._key(attribution)))
        for claim in claims:
            self._do(lambda: self.hand.press("x"))
            self._mark(claim.spans)

    def _point_back(self, attribution: Attribution) -> None:
        """Mark the words that point back, and pick the claims by their own words."""
        self._do(lambda: self.hand.press("4"))
        self._mark(attribution.anchor)
        for number, name in enumerate(attribution.targets):
            self._pick(self._task.claims[name], "Control" if number > 0 else None)

    def _give_source(self, attribution: Attribution) -> None:
        kind = KINDS.get(attribution.source.realization or "")
        if kind:
            self._do(lambda: self.hand.press(kind))
        else:
            self._mark(attribution.source.spans)

    def _key(self, attribution: Attribution) -> str:
        """Return the key of a stance; its further certainties are with Shift and with Alt."""
        (stance,) = [each for each in self._scheme.stances if each.value == attribution.stance]
        key = str(stance.hotkey).removeprefix("Key").lower()
        if attribution.certainty in (None, stance.default_certainty):
            return key
        allowed = self._scheme.certainties(stance.value)
        further = [each for each in allowed if each != stance.default_certainty]
        return f"{('Shift', 'Alt')[further.index(attribution.certainty)]}+{key}"

    # -- what a hand does --------------------------------------------------------------------------

    def _mark(self, spans: tuple[Span, ...]) -> None:
        """Drag over the words that a slot or the pen waits for; Ctrl adds a fragment."""
        for number, span in enumerate(spans):
            self._drag(span, ["Control"] if number > 0 else [])

    def _pick(self, claim: Claim, holding: str | None) -> None:
        self._do(lambda: self.hand.click(self._place(claim.spans[0]), holding=holding))

    def _drag(self, span: Span, holding: list[str]) -> None:
        text = self._task.record.document.text
        around = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
        exact = ["Alt"] if any(map(str.isalpha, around)) else []  # a drag takes whole words
        self._do(lambda: self.hand.drag(self._place(span), holding=[*holding, *exact]))

    def _do(self, act: Callable[[], None]) -> None:
        """Do something, and wait until nothing of it is unsaved."""
        act()
        self._page.wait_for_selector(".wb[data-queue='0']", state="attached")

    def _place(self, span: Span) -> Any:
        sentence = self._sentence_of(span)
        row = self._page.locator(f".wb-row[data-index='{self._rows[sentence.id]}'] .wb-s")
        offsets = {"start": span.start - sentence.start, "end": span.end - sentence.start}
        return row.evaluate(PLACE, offsets)

    def _sentence_of(self, span: Span) -> Sentence:
        (found,) = [each for each in self._sentences if each.start <= span.start < each.end]
        return found


def _first_article(lab: JupyterLab) -> Path:
    with GOLD.open(encoding="utf-8") as lines:
        path = Path(lab.root / "first.jsonl")
        path.write_text(next(lines), encoding="utf-8")
        return path
