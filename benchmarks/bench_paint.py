"""An article of 5,000 sentences: from its message to the painted page, from a key to the frame.

The peers are measured in the same browser, in turns with ours: the same sentences as bare
paragraphs, and a key that changes one letter of an empty page. What the annotator adds
is marks, margins, the index of what is said where, and everything beside the text. The work of the
page's own thread is told beside the time on the wall, because that one grows with whatever else the
machine does.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from dev import find_browser
from tests.browser.page_fixture import AnnotatorPage, make_document, make_store, open_session
from workbench.session import Session

SENTENCES = 5_000
MARKED = 100  # sentences around the one in focus that carry a claim
OPENINGS = 7
PRESSES = 60
ARGUMENTS = ["--no-sandbox"] if os.geteuid() == 0 else []

# From the message to the frame after the page was changed.
OPEN = """async snap => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  await frame();
  const started = performance.now();
  const row = document.querySelector('.wb-row');
  model.receive(JSON.parse(snap));
  if (row.isConnected) throw new Error('the article was not drawn anew');
  await frame();
  return performance.now() - started;
}"""
PLAIN = """async snap => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const pane = document.body.appendChild(document.createElement('div'));
  pane.style = 'position: fixed; inset: 0; overflow: auto; background: white';
  pane.dir = 'rtl';
  await frame();
  const started = performance.now();
  const {text, sentences} = JSON.parse(snap).document;
  pane.replaceChildren(...sentences.map(({start, end}) => {
    const line = document.createElement('p');
    line.textContent = text.slice(start, end);
    return line;
  }));
  await frame();
  const took = performance.now() - started;
  pane.remove();
  return took;
}"""
# From the key's own event to the frame that shows what it did.
WATCH = """() => {
  const times = window.times = [];
  const empty = document.createElement('p');
  window.echoKeys = on => on ? document.body.append(empty) : empty.remove();
  addEventListener('keydown', event => {
    const pressed = event.timeStamp;
    if (empty.isConnected) {
      empty.textContent = event.code;
      event.stopImmediatePropagation();
    }
    requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - pressed)));
  }, true);
}"""
# From the key's own event to the frame after the answer was drawn.
SAVED = """async () => {
  const root = document.querySelector('.wb');
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const pressed = await new Promise(done => addEventListener(
    'keydown', event => done(event.timeStamp), {capture: true, once: true}));
  while (root.dataset.queue !== '0' || !document.querySelector('.wb-saved')) await frame();
  await frame();
  return performance.now() - pressed;
}"""


def measure() -> list[dict[str, object]]:
    """Return rows for the painting, one for a caret key, and one for a key that saves."""
    lines = tuple(
        ("body", f"قالت وكالة المرفأ إن السفينة رقم {number} وصلت إلى الميناء أمس 🚢.")
        for number in range(SENTENCES)
    )
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        with make_store(Path(folder), make_document("long", lines)) as store:
            session = open_session(store, at=f"long-s{SENTENCES // 2}")
            _mark(session)
            AnnotatorPage(page, session).open()
            rows = [*_paint(page, session), *_press(page)]
        browser.close()
    return rows


def _mark(session: Session) -> None:
    middle = SENTENCES // 2
    for number in range(middle - MARKED // 2, middle + MARKED // 2):
        session.do("goto", id=f"long-s{number}")
        session.do("mark", role="claim", spans=session.find(f"إن السفينة رقم {number}"))
        session.do("mark", role="source", spans=session.find("وكالة المرفأ"))
    session.do("goto", id=f"long-s{middle}")


def _paint(page: Page, session: Session) -> list[dict[str, object]]:
    view = page.evaluate("() => model.sent.find(message => message.t === 'hello').view")
    hello = {"t": "hello", "view": view, "proto": 1, "resume": None}
    (answer,) = session.handle(hello)
    snap = json.dumps(answer)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    wall_ms: dict[str, list[float]] = {OPEN: [], PLAIN: []}
    work_ms: dict[str, list[float]] = {OPEN: [], PLAIN: []}
    for script in [OPEN, PLAIN] * OPENINGS:
        before = _worked_ms(devtools)
        wall_ms[script].append(page.evaluate(script, snap))
        work_ms[script].append(_worked_ms(devtools) - before)
    name = f"{SENTENCES:,} sentences, message to painted page"
    peer = "bare paragraphs"
    return [
        _row(f"{name}, work", work_ms[OPEN], peer, work_ms[PLAIN], "ours under 1 s"),
        _row(name, wall_ms[OPEN], peer, wall_ms[PLAIN], "ours under 1 s"),
    ]


def _worked_ms(devtools: CDPSession) -> float:
    """Return how long the page's thread has run so far."""
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return sum(1000 * float(each["value"]) for each in metrics if each["name"] == "TaskDuration")


def _press(page: Page) -> list[dict[str, object]]:
    page.evaluate(WATCH)
    page.locator(".wb-pane").focus()
    caret_ms, echo_ms, saved_ms = [], [], []
    for _ in range(PRESSES):
        page.evaluate("() => { times.length = 0; }")
        caret_ms.append(_time_key(page, "ArrowLeft"))
        page.evaluate("() => { times.length = 0; echoKeys(true); }")
        echo_ms.append(_time_key(page, "ArrowLeft"))
        page.evaluate("() => echoKeys(false)")
    for _ in range(PRESSES):
        page.evaluate(f"() => {{ window.saved = ({SAVED})(); }}")
        page.keyboard.press("f")
        saved_ms.append(page.evaluate("() => window.saved"))
    empty = "a letter on an empty page"
    return [
        _row(
            "key that moves the caret, to the frame", caret_ms, empty, echo_ms, "ours under 100 ms"
        ),
        _row("key that edits, to saved and drawn", saved_ms, empty, echo_ms, "ours under 100 ms"),
    ]


def _time_key(page: Page, key: str) -> float:
    page.keyboard.press(key)
    took: float = page.evaluate(
        "async () => { while (times.length === 0)"
        " await new Promise(done => setTimeout(done, 1)); return times[0]; }"
    )
    return took


def _row(
    name: str, ours_ms: list[float], peer: str, peer_ms: list[float], target: str
) -> dict[str, Any]:
    ours, peers = statistics.median(ours_ms), statistics.median(peer_ms)
    return {
        "name": name,
        "ours_s": ours / 1000,
        "peer": peer,
        "peer_s": peers / 1000,
        "ratio": ours / peers,
        "target": target,
    }
