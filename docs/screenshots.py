"""Takes the pictures of the documentation again: ``python docs/screenshots.py``.

A real JupyterLab shows the sample articles with their gold; every word in the pictures is invented.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from dev import find_browser  # noqa: E402 (the root of the checkout comes first)
from tests.browser.jupyterlab import JupyterLab, Notebook  # noqa: E402
from workbench import init_project  # noqa: E402

IMAGES = ROOT / "docs" / "images"
CELL = "from workbench import open_project\nopen_project('.').annotate('amal')"
SENTENCE = "3"
TEAM_CELL = "from workbench import open_project\nopen_project('.').{}"
SETTLED = ".wb[data-ready][data-queue='0']"


def main() -> None:
    """Write each picture once in light and once in dark."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        lab = JupyterLab(Path(folder))
        try:
            make_project(lab.root / "harbour")
            name = lab.write_notebook("harbour/annotate.ipynb", CELL)
            for theme in ("light", "dark"):
                take(browser, lab, name, theme)
            for theme in ("light", "dark"):
                take_adjudication(browser, lab, theme)
        finally:
            lab.stop()


def make_project(folder: Path) -> None:
    """Make a project in which the person of the pictures has done all that the gold says."""
    with init_project(folder) as project:
        project.ingest(sorted((ROOT / "seeds").glob("*.txt")))
        project.session("amal")
        project.import_records(ROOT / "exports" / "sample-gold.jsonl", layer="annotator:amal")


def make_team(folder: Path) -> None:
    """Make a project in which three people have answered an article, not all alike."""
    line = (ROOT / "exports" / "sample-gold.jsonl").read_text("utf-8").splitlines()[0]
    with init_project(folder) as project:
        project.ingest(ROOT / "seeds" / "04-the-numbers.txt")
        for number, name in enumerate(("Amal", "Badr", "Dana")):
            project.session(name)
            answer = folder / f"{name}.jsonl"
            answer.write_text(json.dumps(differ(json.loads(line), number)) + "\n", "utf-8")
            project.import_records(answer, layer=f"annotator:{name}")


def differ(record: dict[str, Any], person: int) -> dict[str, Any]:
    """Return the record as another person would have it: other edges, stances, and a gap."""
    claims = {each["id"]: each for each in record["claims"]}
    held = {each["id"]: each for each in record["attributions"]}
    if person == 1:  # leaves out the conjunction, and who relays
        span = claims["c5"]["spans"][0]
        first, _, rest = span["text"].partition(" ")
        span["start"], span["text"] = span["start"] + len(first) + 1, rest
        record["attributions"] = [each for each in record["attributions"] if each["id"] != "a3"]
    if person == 2:  # hears no certainty, and misses a claim
        held["a4"]["certainty"] = "probable"
        held["a4"]["targets"] = ["c5"]
        held["a9"]["stance"], held["a9"]["certainty"] = "noncommittal", None
        record["claims"] = [each for each in record["claims"] if each["id"] != "c6"]
    return record


def take_adjudication(browser: Browser, lab: JupyterLab, theme: str) -> None:
    """Write the pictures of who settles differences, and of who sees what became of theirs."""
    make_team(lab.root / f"team-{theme}")
    page = show(browser, lab, f"team-{theme}/adjudicate", "adjudicate('Noor')", theme)
    page.keyboard.press("z")
    page.keyboard.press("1")
    page.locator("[data-settled='settled']").first.wait_for()
    for key in ("ArrowUp", "ArrowRight", "ArrowRight"):  # look at the version not taken
        page.keyboard.press(key)
    page.locator("mark.wb-looked").first.wait_for()
    page.locator(".wb").screenshot(path=IMAGES / f"adjudicate-{theme}.png")
    while page.locator("[data-settled='open']").count():
        page.keyboard.press("1")
        page.locator(SETTLED).wait_for()
    page.keyboard.press("Enter")
    page.locator(".wb-row[data-index='2'][data-status='done']").wait_for()
    page.close()
    page = show(browser, lab, f"team-{theme}/annotate", "annotate('Badr')", theme)
    page.keyboard.press("Shift+KeyZ")
    page.locator("[data-fate]").first.wait_for()
    page.locator(".wb").screenshot(path=IMAGES / f"outcome-{theme}.png")
    page.close()


def take(browser: Browser, lab: JupyterLab, name: str, theme: str) -> None:
    """Write the picture of the widget in one theme of JupyterLab."""
    page = open_widget(browser, lab, name, theme)
    page.locator(".wb-card").first.click()
    page.locator(".wb-card.on").wait_for()
    page.mouse.move(0, 0)
    page.locator(SETTLED).wait_for()
    page.locator(".wb").screenshot(path=IMAGES / f"annotator-{theme}.png")
    page.close()


def show(browser: Browser, lab: JupyterLab, name: str, call: str, theme: str) -> Page:
    """Return a page on a notebook of one cell, which calls the project of its folder."""
    written = lab.write_notebook(f"{name}.ipynb", TEAM_CELL.format(call))
    return open_widget(browser, lab, written, theme)


def open_widget(browser: Browser, lab: JupyterLab, name: str, theme: str) -> Page:
    """Return a page on the widget of a notebook, at the sentence of the pictures."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000}, device_scale_factor=2)
    notebook = Notebook(lab, page, name)
    notebook.open()
    chosen = f"JupyterLab {theme.capitalize()}"
    page.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})", chosen
    )
    notebook.run_all()
    page.locator(SETTLED).wait_for()
    page.locator(".wb-pane").focus()
    page.keyboard.press("g")
    page.keyboard.type(SENTENCE)
    page.keyboard.press("Enter")
    page.locator(".wb-row.on .wb-m-number", has_text=SENTENCE).wait_for()
    return page


if __name__ == "__main__":
    main()
