"""From a key in a real JupyterLab to the acknowledgement of what is on disk.

The peer is an empty message through the same kernel and back, measured in the same page, in turns
with ours: what the workbench adds is drawing, deciding, and a commit that is synced to disk.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from dev import find_browser
from tests.browser.jupyterlab import JupyterLab, Notebook
from workbench.project import init_project

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
PRESSES = 200
ARGUMENTS = ["--no-sandbox"] if os.geteuid() == 0 else []

ECHO = """
import anywidget

class Echo(anywidget.AnyWidget):
    _esm = '''
    export default { render({ model }) {
      const waiting = new Map();
      model.on("msg:custom", message => { waiting.get(message.number)?.(); });
      let number = 0;
      window.echo = () => new Promise(resolve => {
        const started = performance.now(), own = ++number;
        waiting.set(own, () => resolve(performance.now() - started));
        model.send({ number: own });
      });
    } };
    '''

    def __init__(self):
        super().__init__()
        self.on_msg(lambda widget, message, buffers: self.send(message))

Echo()
"""
ANNOTATE = """
from workbench import open_project
project = open_project('.')
project.annotate('amal')
"""
# The time from the key's own event to the empty queue that an acknowledgement leaves.
WATCH = """() => {
  const root = document.querySelector('.wb');
  const times = window.times = [];
  let pressed = 0;
  root.addEventListener('keydown', () => { pressed = performance.now(); }, true);
  new MutationObserver(() => {
    if (root.dataset.queue === '0' && pressed) {
      times.push(performance.now() - pressed);
      pressed = 0;
    }
  }).observe(root, { attributes: true, attributeFilter: ['data-queue'] });
}"""


def measure() -> list[dict[str, object]]:
    """Return a row for the median and one for the 95th percentile."""
    with tempfile.TemporaryDirectory() as folder:
        lab = JupyterLab(Path(folder))
        try:
            ours_ms, bare_ms = _measure_in_lab(lab)
        finally:
            lab.stop()
    return [
        _row("median", statistics.median(ours_ms), statistics.median(bare_ms)),
        _row("95th percentile", _p95(ours_ms), _p95(bare_ms)),
    ]


def _measure_in_lab(lab: JupyterLab) -> tuple[list[float], list[float]]:
    with init_project(lab.root / "project") as project:
        project.ingest(sorted(SEEDS.glob("*.txt")))
    name = lab.write_notebook("project/latency.ipynb", ECHO, ANNOTATE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        page = browser.new_page()
        notebook = Notebook(lab, page, name)
        notebook.open()
        notebook.run_all()
        page.locator(".wb[data-ready]").wait_for()
        page.locator(".wb-pane").focus()
        return _take_turns(page)


def _take_turns(page: Page) -> tuple[list[float], list[float]]:
    page.evaluate(WATCH)
    bare_ms = []
    for press in range(1, PRESSES + 1):
        page.keyboard.press("f")
        page.evaluate(
            "async count => { while (times.length < count)"
            " await new Promise(resolve => setTimeout(resolve, 1)); }",
            press,
        )
        bare_ms.append(page.evaluate("() => window.echo()"))
    return page.evaluate("() => times"), bare_ms


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _row(which: str, ours_ms: float, bare_ms: float) -> dict[str, object]:
    return {
        "name": f"key to disk to acknowledgement, {which}",
        "ours_s": ours_ms / 1000,
        "peer": "an empty message and back",
        "peer_s": bare_ms / 1000,
        "ratio": ours_ms / bare_ms,
        "target": "at most 1.5",
    }
