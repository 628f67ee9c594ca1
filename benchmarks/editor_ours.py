"""A practised person at our annotator in a real JupyterLab: drags for words, keys for the rest."""

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
CERTAINTIES = ("certain", "probable", "possible")  # the order in which one key goes through them
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
        here = self._sentences[0].id
        for attribution in self._task.attributions:
            while here != attribution.sentence:
                self._do(lambda: self.hand.press("j"))
                here = self._sentences[self._rows[here] + 1].id
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
        elif len(claims[0].spans) == 1:
            self._mark(claims.pop(0).spans, "1")
        else:  # a drag for the next fragment would fill the claim's empty source
            self._mark(attribution.source.spans, "2")
            self._mark(claims.pop(0).spans, "1")
        self._give_source(attribution)
        self._mark(attribution.cue or (), "3")
        if attribution.targets[0] in self._task.claims:
            self._do(lambda: self.hand.press(self._key(attribution.stance)))
        for _ in range(self._steps(attribution)):
            self._do(lambda: self.hand.press("c"))
        for claim in claims:
            self._do(lambda: self.hand.press("x"))
            self._mark(claim.spans, "1")

    def _point_back(self, attribution: Attribution) -> None:
        """Mark the words that point back, and pick the claims by their own words."""
        self._do(lambda: self.hand.press("Escape"))
        self._mark(attribution.anchor, "4")
        for number, name in enumerate(attribution.targets):
            if number > 0:
                self._do(lambda: self.hand.press("x"))
            self._pick(self._task.claims[name])

    def _give_source(self, attribution: Attribution) -> None:
        kind = KINDS.get(attribution.source.realization or "")
        if kind:
            self._do(lambda: self.hand.press(kind))
        elif self._page.locator("[data-armed='source']").count():
            for span in attribution.source.spans:
                self._drag(span)  # the armed slot takes it

    def _steps(self, attribution: Attribution) -> int:
        (stance,) = [each for each in self._scheme.stances if each.value == attribution.stance]
        if attribution.certainty is None or attribution.certainty == stance.default_certainty:
            return 0
        allowed = CERTAINTIES
        first = allowed.index(stance.default_certainty or allowed[0])
        return (allowed.index(attribution.certainty) - first) % len(allowed)

    # -- what a hand does --------------------------------------------------------------------------

    def _mark(self, spans: tuple[Span, ...], key: str) -> None:
        for number, span in enumerate(spans):
            self._drag(span)
            self._do(lambda: self.hand.press(key if number == 0 else f"Shift+{key}"))  # noqa: B023

    def _pick(self, claim: Claim) -> None:
        self._do(lambda: self.hand.click(self._place(claim.spans[0])))

    def _drag(self, span: Span) -> None:
        text = self._task.record.document.text
        around = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
        exact = "Alt" if any(map(str.isalpha, around)) else None  # a drag takes whole words
        self._do(lambda: self.hand.drag(self._place(span), holding=exact))

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

    def _key(self, stance: str | None) -> str:
        (found,) = [each.hotkey for each in self._scheme.stances if each.value == stance]
        return str(found).removeprefix("Key").lower()


def _first_article(lab: JupyterLab) -> Path:
    with GOLD.open(encoding="utf-8") as lines:
        path = Path(lab.root / "first.jsonl")
        path.write_text(next(lines), encoding="utf-8")
        return path
