"""Servers beside JupyterLab, and a person who says one claim in whatever page the widget is on."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

import psutil
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.jupyterlab import find_free_port
from workbench.project import init_project, open_project

ROOT = Path(__file__).parents[2]
OLD_LAB = ROOT / ".dev" / "jupyterlab-4.2"
OLD_LAB_NEEDS = ("jupyterlab==4.2.*", "ipywidgets>=8.1", "anywidget>=0.10")
START_S = 90

# The words to mark come first: they stand in one line, however narrow the host.
HEADLINE = "جسر جديد في مرسى النور"
SENTENCE = "أعلنت بلدية مرسى أن الجسر سيفتح بعد غد أمام الشاحنات الصغيرة."
SOURCE, CUE, CLAIM = "بلدية مرسى", "أعلنت", "الجسر سيفتح"

# Where words that run to the left begin and end on the page.
WORDS = """(element, words) => {
  const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const start = element.textContent.indexOf(words), end = start + words.length;
  let passed = 0;
  while (node.nextNode()) {
    const length = node.currentNode.length;
    const has = offset => offset >= passed && offset <= passed + length;
    if (has(start) && start < passed + length) range.setStart(node.currentNode, start - passed);
    if (has(end) && end > passed) range.setEnd(node.currentNode, end - passed);
    passed += length;
  }
  const box = range.getBoundingClientRect();
  return {start: box.right - 1, end: box.left + 1, y: (box.top + box.bottom) / 2};
}"""


def make_project(folder: Path) -> None:
    """Make a project of one short article."""
    with init_project(folder) as project:
        article = folder / "bridge.txt"
        article.write_text(f"{HEADLINE}\n{SENTENCE}\n", encoding="utf-8")
        project.ingest([article])


class Person:
    """Somebody at the annotator of a page, in whatever frame or shadow root it is."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.page.set_default_timeout(90_000)  # a whole kernel starts behind some of the waits
        self.root = page.locator(".wb[data-ready][data-document]")
        self.sentence = self.root.locator(".wb-row.on .wb-s", has_text=SENTENCE)
        self.attributions = self.root.locator(".wb-card [data-attribution]")

    def say_a_claim(self) -> None:
        """Mark the claim by mouse, its source by mouse, the cue by keyboard, and the stance."""
        self.root.locator(".wb-s", has_text=SENTENCE).click()
        self.sentence.wait_for()
        self.select(CLAIM)
        self.press("1")
        self.select(SOURCE)  # the armed slot takes it
        self.press("Home", "3", "q")
        expect(self.attributions).to_have_count(1)

    def select(self, words: str) -> None:
        place = self._find(words)
        mouse = self.page.mouse
        mouse.move(place["start"], place["y"])
        mouse.down()
        mouse.move(place["end"], place["y"], steps=8)
        mouse.up()
        self.saved()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.saved()

    def saved(self) -> None:
        expect(self.root).to_have_attribute("data-queue", "0", timeout=30_000)

    def _find(self, words: str) -> dict[str, float]:
        self.sentence.scroll_into_view_if_needed()
        found: dict[str, float] = self.sentence.evaluate(WORDS, words)
        return found


def check_store(folder: Path) -> None:
    """What the person said is in the store, and nothing else."""
    with open_project(folder) as project:
        frame = project.frame("attributions")
        (said,) = frame.to_dict("records")
        (claim,) = project.frame("claims").to_dict("records")
    triple = {"source": said["source"], "cue": said["cue"], "claim": claim["text"]}
    assert triple == {"source": SOURCE, "cue": CUE, "claim": CLAIM}
    assert said["stance"] == "affirm"


def read_old_lab() -> Path:
    """Return the Python of JupyterLab 4.2, in an environment that is made once."""
    python = OLD_LAB / "bin" / "python"
    OLD_LAB.parent.mkdir(exist_ok=True)
    with (OLD_LAB.parent / "jupyterlab-4.2.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two runs at once make it once
        done = OLD_LAB / "done"
        if not done.exists():
            _make_environment(python)
            done.touch()
    return python


def _make_environment(python: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", OLD_LAB], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-input", "--quiet"]
    made = subprocess.run([*pip, *OLD_LAB_NEEDS], capture_output=True, text=True, check=False)
    if re.search(r"NewConnectionError|NameResolution|unreachable|timed out", made.stderr):
        pytest.skip("JupyterLab 4.2 is missing: the package index cannot be reached to install it")
    assert made.returncode == 0, made.stderr


@contextmanager
def running_marimo(folder: Path, source: str) -> Iterator[str]:
    """Serve a marimo notebook of `source` in `folder`; gives its address."""
    pytest.importorskip("marimo", reason="marimo is missing: pip install marimo")
    (folder / "annotate.py").write_text(source, encoding="utf-8")
    port = find_free_port()
    options = ["--headless", "--no-token", f"--port={port}", "--host=127.0.0.1"]
    with (folder / "marimo.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "marimo", "-q", "run", "annotate.py", *options],
            cwd=folder,
            env={**os.environ, **_own_places(folder)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        yield _wait_for_answer(process, f"http://127.0.0.1:{port}", folder / "marimo.log")
    finally:
        _stop(process)


def _own_places(folder: Path) -> dict[str, str]:
    places = {f"XDG_{name}_HOME": str(folder / "home") for name in ("CONFIG", "STATE", "CACHE")}
    return {**places, "MARIMO_SKIP_UPDATE_CHECK": "1"}


def _wait_for_answer(process: subprocess.Popen[bytes], address: str, log: Path) -> str:
    end = monotonic() + START_S
    while process.poll() is None and monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(f"{address}/health", timeout=5):
            return address
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)  # between two questions; its death ends the wait at once
    raise RuntimeError(f"the server does not answer:\n{log.read_text('utf-8')}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    family = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    process.send_signal(signal.SIGTERM)

    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for child in family:
        with suppress(psutil.NoSuchProcess):
            child.kill()


def find_card(page: Page) -> Locator:
    """Return the launcher's card."""
    return page.locator(".jp-LauncherCard", has_text=re.compile("^Annotate$"))
