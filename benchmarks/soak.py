"""Ask whether an edit is lost, in thousands of them in a real browser with every accident.

Not a test of every run, and not a benchmark: ``python -m benchmarks.soak [--edits N] [--seed N]``
prints what it did and what it found, and ends with status 1 where the store does not say what was
acknowledged. Keys are pressed at random on an invented article, faster than Python answers; the
page is reloaded, kernels are new, questions and answers are lost, the line is cut. What goes over
the line is kept beside it: the operations that were acknowledged are done again, in their order, by
one session on a second store; in the end both stores must say the same of every sentence.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from dev import find_browser
from tests.browser.page_fixture import AnnotatorPage, make_document, make_store, open_session
from workbench.store import Store

ARGUMENTS = ["--no-sandbox"] if os.geteuid() == 0 else []
SENTENCES = 60
# A whole burst at once, as the browser would pass on the keys of a quick hand.
PRESS = """keys => {
  const pane = document.querySelector('.wb-pane');
  for (const [code, ...held] of keys.map(key => key.split('+').reverse())) {
    const modifiers = {ctrlKey: held.includes('Control'), shiftKey: held.includes('Shift')};
    pane.dispatchEvent(new KeyboardEvent(
      'keydown', {code, key: code, bubbles: true, composed: true, ...modifiers}));
  }
}"""
# Operations that wait in the browser's storage; preferences lie there too.
KEPT = "() => Object.values(localStorage).filter(kept => kept.includes('operation')).length"
WORDS = "قالت وكالة المرفأ إن السفينة رقم {} وصلت إلى الميناء فجر الجمعة، ونفت وزارة البحر ذلك 🚢."
BURST = 25
# What a person presses, and how often beside the rest.
KEYS = {
    "ArrowLeft": 6,
    "Shift+ArrowLeft": 5,
    "ArrowRight": 2,
    "Digit1": 6,
    "Digit2": 4,
    "Digit3": 3,
    "Shift+Digit1": 1,
    "KeyQ": 3,
    "KeyW": 3,
    "KeyP": 2,
    "KeyC": 2,
    "KeyU": 1,
    "KeyF": 1,
    "Comma": 1,
    "Digit0": 1,
    "Delete": 1,
    "Control+KeyZ": 3,
    "Control+Shift+KeyZ": 1,
    "KeyN": 1,
    "Enter": 3,
    "KeyJ": 3,
    "KeyK": 1,
    "Escape": 3,
}


@dataclass
class Line:
    """The line between page and kernel, with its accidents, and all that was acknowledged."""

    annotator: AnnotatorPage
    dice: random.Random
    acknowledged: list[dict[str, Any]] = field(default_factory=list)
    # what the model is told: greetings, operations once each, and `None` for a new kernel
    told: list[dict[str, Any] | None] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    accidents: Counter[str] = field(default_factory=Counter)
    calm: bool = True

    def handle(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """Answer a message, lose it, or lose its answer."""
        accident = self.dice.random()
        if message["t"] == "do" and not self.calm and accident < 0.004:
            self.accidents["lost questions"] += 1
            return []
        answers: list[dict[str, Any]] = json.loads(
            json.dumps(self.annotator.session.handle(message))
        )
        if message["t"] != "do" or message["key"] not in self.seen:
            self.told.append(message)
        if message["t"] == "do":
            self._note(message, answers)
            if not self.calm and accident > 0.996:
                self.accidents["lost answers"] += 1
                return []
        return answers

    def _note(self, message: dict[str, Any], answers: list[dict[str, Any]]) -> None:
        done = any(answer["t"] == "ack" and answer["key"] == message["key"] for answer in answers)
        if done and message["key"] not in self.seen:
            self.acknowledged.append(message)
        self.seen[message["key"]] += 1

    @property
    def edits(self) -> int:
        """Return how many edits were acknowledged."""
        return sum(message["name"] not in NAVIGATION for message in self.acknowledged)


NAVIGATION = frozenset({"next", "previous", "next_open", "previous_open", "goto", "focus", "arm"})


def main(arguments: list[str]) -> int:
    """Run the soak and say what was found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--edits", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60, help="stop then, whatever was done")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        found = soak(page, Path(folder), wanted)
        browser.close()
    for name, value in found.items():
        print(f"{name}: {value}")
    return 1 if found["sentences that differ"] else 0


def soak(page: Page, folder: Path, wanted: argparse.Namespace) -> dict[str, Any]:
    """Edit until enough was acknowledged, or the time is over; return what was done and found."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: dialog.accept())
    dice = random.Random(wanted.seed)
    started = time.monotonic()
    latest = started + 60 * wanted.minutes
    with store_in(folder / "real") as real, store_in(folder / "model") as model:
        annotator = AnnotatorPage(page, open_session(real, at="long-s0"))
        line = Line(annotator, dice)
        annotator.before = line.handle
        annotator.open()
        while line.edits < wanted.edits and time.monotonic() < latest:
            _burst(line)
            _accident(line, real)
        line.calm = True
        annotator.settle()
        differing = compare(line.told, real, model)
        return {
            "edits acknowledged": line.edits,
            "operations acknowledged": len(line.acknowledged),
            "sent more than once": sum(count > 1 for count in line.seen.values()),
            **line.accidents,
            "errors on the page": len(errors),
            "sentences that differ": len(differing),
            "left in the browser": page.evaluate(KEPT),
            "seconds": round(time.monotonic() - started),
        }


def store_in(folder: Path) -> Store:
    """Return a new store with the article of the soak."""
    folder.mkdir()
    lines = [("body", WORDS.format(number)) for number in range(SENTENCES)]
    return make_store(folder, make_document("long", lines))


def _burst(line: Line) -> None:
    """Press keys without waiting; the page settles mostly, as a person stops to read."""
    line.calm = False
    keys = line.dice.choices(list(KEYS), weights=list(KEYS.values()), k=BURST)
    line.annotator.page.evaluate(PRESS, keys)
    if line.dice.random() < 0.8:
        line.annotator.settle()


def _accident(line: Line, store: Store) -> None:
    """Reload the page, now and then into a new kernel; or cut the line for a while."""
    annotator, dice = line.annotator, line.dice.random()
    if dice < 0.03:
        line.accidents["reloads"] += 1
        annotator.open()
    elif dice < 0.05:
        line.accidents["new kernels"] += 1
        line.told.append(None)
        annotator.session = open_session(store, at=None)
        annotator.open()
    elif dice < 0.07:
        line.accidents["cut lines"] += 1
        annotator.page.evaluate("() => { model.offline = true; }")
        _burst_offline(line)
        annotator.page.evaluate("() => { model.offline = false; }")
        annotator.settle()


def _burst_offline(line: Line) -> None:
    keys = line.dice.choices(["ArrowLeft", "Digit1", "Digit2", "Escape", "KeyU"], k=8)
    line.annotator.page.evaluate(PRESS, keys)


def compare(told: list[dict[str, Any] | None], real: Store, model: Store) -> list[str]:
    """Return the sentences of which the two stores say different things."""
    replay(told, model)
    said, expected = (
        open_session(store, at=None).snapshot()["annotations"] for store in (real, model)
    )
    return [
        sentence
        for sentence in sorted({*said, *expected})
        if _content(said.get(sentence)) != _content(expected.get(sentence))
    ]


def replay(told: list[dict[str, Any] | None], model: Store) -> None:
    """Do everything again, each operation once, with a new kernel where there was one."""
    session = open_session(model, at="long-s0")
    for message in told:
        if message is None:
            session = open_session(model, at=None)
        else:
            session.handle(message)


def _content(annotation: Any) -> str:
    """Return what an annotation says, without the number of its revision."""
    content = {**(annotation or {})}
    content.pop("revision", None)
    return json.dumps(content, sort_keys=True, default=str)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
