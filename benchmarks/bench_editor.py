"""The same twenty attributions entered in our annotator and in Label Studio's own editor.

Both are real, in one browser on one machine: JupyterLab with a kernel, and a Label Studio server
with a configuration that gives every label, stance and certainty a key. In each, a hand that knows
every key does what a practised person would; a drag, a click, a key and a chord count one each,
scrolling and looking count nothing. What was entered is read back from the store and from the
server, and has to be what gold says. `docs/effort.md` says what came out.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, sync_playwright

from benchmarks.editor_label_studio import LabelStudioEditor
from benchmarks.editor_ours import OwnEditor
from benchmarks.editor_task import Hand, Said, Task, choose_task, list_said
from dev import find_browser
from tests.browser.jupyterlab import JupyterLab
from tests.label_studio.server import make_server
from workbench.scheme import Scheme, load_scheme

ARGUMENTS = ["--no-sandbox"] if os.geteuid() == 0 else []
TARGET = "at most 0.33"


class Editor(Protocol):
    """Where the task is entered."""

    hand: Hand

    def open(self, browser: Browser) -> None:
        """Open the editor on the article."""

    def enter(self) -> float:
        """Enter the task; return the seconds."""
        ...

    def read(self) -> list[Said]:
        """Return what was saved."""
        ...


def measure() -> list[dict[str, object]]:
    """Return rows for events and time, beside each of the two orders of work in Label Studio."""
    scheme, task = load_scheme("claims-sources-stances"), choose_task()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        ours = _enter_ours(browser, Path(folder), task, scheme)
        theirs = _enter_theirs(browser, Path(folder), task, scheme)
    return [row for name, peer in theirs.items() for row in _rows(name, ours, peer)]


Result = tuple[float, Counter[str]]


def _enter_ours(browser: Browser, folder: Path, task: Task, scheme: Scheme) -> Result:
    lab = JupyterLab(folder)
    try:
        return _enter(OwnEditor(lab, task, scheme), browser, task, scheme)
    finally:
        lab.stop()


def _enter_theirs(browser: Browser, folder: Path, task: Task, scheme: Scheme) -> dict[str, Result]:
    server = make_server(folder / "label-studio")
    server.start()
    try:
        return {
            name: _enter(
                LabelStudioEditor(server, task, scheme, by_label=by_label), browser, task, scheme
            )
            for name, by_label in (("sentence by sentence", False), ("label by label", True))
        }
    finally:
        server.stop()


def _enter(editor: Editor, browser: Browser, task: Task, scheme: Scheme) -> Result:
    """Enter the task, and see that what was saved is what gold says."""
    editor.open(browser)
    seconds = editor.enter()
    wanted = list_said(task.claims.values(), task.attributions, scheme)
    saved = editor.read()
    assert saved == wanted, f"{len([s for s in saved if s in wanted])} of {len(wanted)} are right"
    return seconds, editor.hand.events


def _rows(name: str, ours: Result, theirs: Result) -> list[dict[str, Any]]:
    peer = f"Label Studio, {name}"
    counted = (ours[1].total(), theirs[1].total())
    return [
        {
            "name": "20 attributions, input events",
            "unit": _describe(ours[1]),
            "ours_s": counted[0],
            "peer": peer,
            "peer_unit": _describe(theirs[1]),
            "peer_s": counted[1],
            "ratio": counted[0] / counted[1],
            "target": TARGET,
        },
        {
            "name": "20 attributions, time of entering",
            "ours_s": ours[0],
            "peer": peer,
            "peer_s": theirs[0],
            "ratio": ours[0] / theirs[0],
            "target": TARGET,
        },
    ]


def _describe(events: Counter[str]) -> str:
    return f"({', '.join(f'{count} {kind}' for kind, count in sorted(events.items()))})"
