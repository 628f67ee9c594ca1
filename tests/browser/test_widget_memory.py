"""Hours of work leave nothing behind: no node, listener, document, comm or widget."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from ipywidgets.widgets import widget as ipywidget
from playwright.sync_api import CDPSession, Page

from tests.browser.page_fixture import AnnotatorPage, make_document, make_store, open_session
from workbench.session import Session
from workbench.widgets import Annotator

SENTENCES = 12
SWITCHES = 500  # of a round; there are at least two
ROUNDS = 5
LEAK_BYTES = 200  # for each switch: less than one listener or node with what it holds

# Walks through the document and back, with a step on to the next one when the answer is drawn.
WALK = """async switches => {
  const root = document.querySelector('.wb');
  const pane = root.querySelector('.wb-pane');
  const press = code => pane.dispatchEvent(
    new KeyboardEvent('keydown', {code, key: code, bubbles: true, composed: true}));
  // the moves of the first round are answered by Python, and the same moves from then on as it did
  const answers = window.answers ??= new Map();
  const ask = window.ask ??= window.toPython;
  window.toPython = async message => {
    if (message.t !== 'do') return ask(message);
    const place = message.name + root.dataset.sentence;
    if (!answers.has(place)) answers.set(place, await ask(message));
    const again = JSON.parse(answers.get(place));
    return JSON.stringify(again.map(each => ({...each, key: message.key})));
  };
  const move = (box, type) => pane.dispatchEvent(new MouseEvent(
    type, {clientX: box.left + box.width / 2, clientY: box.top + 20, bubbles: true}));
  for (let done = 0; done < switches; done++) {
    const before = root.dataset.sentence;
    const back = Math.floor(done / 10) % 2 === 1;
    press(back ? 'KeyK' : 'KeyJ');
    const settled = () => root.dataset.sentence !== before && root.dataset.queue === '0';
    while (!settled()) await new Promise(resolve => setTimeout(resolve));
    press('ArrowLeft');
    move(pane.getBoundingClientRect(), 'mousemove');
    model.sent.length = 0;  // the test's own list
  }
}"""
REDISPLAY = """async times => {
  const widget = (await import('/annotator.js')).default;
  for (let done = 0; done < times; done++) {
    window.closeWidget();
    window.closeWidget = widget.render({model, el: document.getElementById('cell')});
    while (!document.querySelector('.wb[data-ready]')) {
      await new Promise(resolve => setTimeout(resolve));
    }
  }
}"""


def count(devtools: CDPSession) -> dict[str, float]:
    """What is alive in the page after a thorough collection of garbage."""
    for _ in range(3):
        devtools.send("HeapProfiler.collectGarbage")
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return {each["name"]: each["value"] for each in metrics}


def grown(devtools: CDPSession, work: Callable[[], object]) -> dict[str, float]:
    """How much more there is of each kind after some work than before."""
    before = count(devtools)
    work()
    after = count(devtools)
    return {name: after[name] - before[name] for name in before}


def heaps(rounds: list[dict[str, float]]) -> list[float]:
    """How many bytes the page's heap grew in each round."""
    return [more["JSHeapUsedSize"] for more in rounds]


@pytest.mark.timeout(900)  # seconds where nothing else runs
def test_a_thousand_switches_and_twenty_displays_leave_nothing(page: Page, tmp_path: Path) -> None:
    lines = [("body", f"قالت وكالة المرفأ إن السفينة رقم {n} وصلت.") for n in range(SENTENCES)]
    with make_store(tmp_path, make_document("long", lines)) as store:
        session = open_session(store, at="long-s0")
        for number in range(SENTENCES):
            session.do("goto", id=f"long-s{number}")
            session.do("mark", role="claim", spans=session.find("إن السفينة رقم"))
            session.do("mark", role="source", spans=session.find("وكالة المرفأ"))
        session.do("goto", id="long-s0")
        annotator = AnnotatorPage(page, session).open()
        devtools = page.context.new_cdp_session(page)
        devtools.send("Performance.enable")

        page.evaluate(WALK, 40)
        rounds = [grown(devtools, lambda: page.evaluate(WALK, SWITCHES)) for _ in range(2)]
        for more in rounds:
            assert more["Nodes"] <= 5
            assert more["JSEventListeners"] <= 2
            assert more["Documents"] == 0
        # a leak grows in every round; what the browser compiles and caches, in some
        while min(heaps(rounds)) > LEAK_BYTES * SWITCHES and len(rounds) < ROUNDS:
            rounds.append(grown(devtools, lambda: page.evaluate(WALK, SWITCHES)))
        assert min(heaps(rounds)) <= LEAK_BYTES * SWITCHES, heaps(rounds)

        page.evaluate(REDISPLAY, 2)
        more = grown(devtools, lambda: page.evaluate(REDISPLAY, 20))
        assert more["Nodes"] <= 5
        assert more["JSEventListeners"] <= 2
        assert more["Documents"] == 0
        assert page.evaluate("() => CSS.highlights.get('wb-selection').size") <= 1
        annotator.settle()
        page.evaluate("() => window.closeWidget()")


def test_the_kernel_keeps_one_widget_and_one_session(tmp_path: Path) -> None:
    with make_store(tmp_path) as store:
        Annotator(open_session(store)).close()
        registered = len(ipywidget._instances)
        annotators, sessions = alive(Annotator), alive(Session)
        widget = Annotator(open_session(store))
        for _ in range(20):
            widget = Annotator(open_session(store))
        assert widget.comm is not None
        # the widget and its layout
        assert len(ipywidget._instances) <= registered + 2
        assert alive(Annotator) == annotators + 1
        assert alive(Session) == sessions + 1
        widget.close()
        assert len(ipywidget._instances) == registered


def alive(kind: type) -> int:
    gc.collect()
    return sum(issubclass(type(each), kind) for each in gc.get_objects())
