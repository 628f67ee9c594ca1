"""Takes the pictures of the documentation again: ``python docs/screenshots.py``.

A real JupyterLab shows the sample articles with their gold; every word in the pictures is invented.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from dev import find_browser  # noqa: E402 (the root of the checkout comes first)
from tests.browser.jupyterlab import JupyterLab, Notebook  # noqa: E402
from workbench import init_project  # noqa: E402

IMAGES = ROOT / "docs" / "images"
CELL = "from workbench import open_project\nopen_project('.').annotate('amal')"
SENTENCE = "3"
SETTLED = ".wb[data-ready][data-queue='0']"


def main() -> None:
    """Write one picture in light and one in dark."""
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
        finally:
            lab.stop()


def make_project(folder: Path) -> None:
    """Make a project in which the person of the pictures has done all that the gold says."""
    with init_project(folder) as project:
        project.ingest(sorted((ROOT / "seeds").glob("*.txt")))
        project.session("amal")
        project.import_records(ROOT / "exports" / "sample-gold.jsonl", layer="annotator:amal")


def take(browser: Browser, lab: JupyterLab, name: str, theme: str) -> None:
    """Write the picture of the widget in one theme of JupyterLab."""
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
    page.locator(".wb-card").first.click()
    page.locator(".wb-card.on").wait_for()
    page.locator(SETTLED).wait_for()
    page.locator(".wb").screenshot(path=IMAGES / f"annotator-{theme}.png")
    page.close()


if __name__ == "__main__":
    main()
