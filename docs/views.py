"""Takes the pictures of search, lists, suggestions, the ledger and Arabic again.

Run ``python docs/views.py``; with names of pictures it takes those alone.

A real JupyterLab shows the sample articles with their gold; every word in the pictures is invented.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from dev import find_browser  # noqa: E402 (the root of the checkout comes first)
from docs.screenshots import SETTLED, open_widget  # noqa: E402
from tests.browser.jupyterlab import JupyterLab, Notebook  # noqa: E402
from workbench import init_project  # noqa: E402

IMAGES = ROOT / "docs" / "images"
CELL = "from workbench import open_project\nopen_project('.').annotate({})"
LEDGER = (
    "from workbench import open_sample_project\n"
    "project = open_sample_project('story', 'story')\nproject.ledger()"
)
MINE, SUGGESTED = "'amal'", "'basim', suggestions=['system:*']"


def main() -> None:
    """Write the pictures."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        lab = JupyterLab(Path(folder))
        try:
            make_project(lab.root / "harbour")
            own = lab.write_notebook("harbour/annotate.ipynb", CELL.format(MINE))
            other = lab.write_notebook("harbour/suggested.ipynb", CELL.format(SUGGESTED))
            views: dict[str, tuple[str, Callable[[Page], None]]] = {
                "annotator-search": (own, show_search),
                "annotator-claims": (own, show_claims),
                "annotator-suggestions": (other, show_suggestions),
                "annotator-linking": (own, show_linking),
                "annotator-arabic": (own, show_arabic),
            }
            wanted = set(sys.argv[1:] or [*views, "ledger"])
            for picture, (notebook, show) in views.items():
                if picture in wanted:
                    take(browser, lab, notebook, picture, show)
            if "ledger" in wanted:
                take_ledger(browser, lab)
        finally:
            lab.stop()


def make_project(folder: Path) -> None:
    """Make a project in which one has done all that the gold says, and a system suggests it."""
    gold = ROOT / "exports" / "sample-gold.jsonl"
    with init_project(folder) as project:
        project.ingest(sorted((ROOT / "seeds").glob("*.txt")))
        project.session("amal")
        project.import_records(gold, layer="annotator:amal")
        project.import_records(gold, layer="system:sample")


def take(
    browser: Browser,
    lab: JupyterLab,
    notebook_name: str,
    picture: str,
    show: Callable[[Page], None],
    theme: str = "light",
) -> None:
    """Write one picture of the widget in a theme of JupyterLab."""
    page = open_widget(browser, lab, notebook_name, theme)
    show(page)
    page.locator(SETTLED).wait_for()
    page.locator(".wb").screenshot(path=IMAGES / f"{picture}.png")
    page.close()
    lab.close_kernels()


def take_ledger(browser: Browser, lab: JupyterLab) -> None:
    """Write the picture of the ledger of the sample story, with a claim's sentences open."""
    # So high that the whole table stands above JupyterLab's status bar.
    page = browser.new_page(viewport={"width": 1440, "height": 1300}, device_scale_factor=2)
    notebook = Notebook(lab, page, lab.write_notebook("harbour/ledger.ipynb", LEDGER))
    notebook.open()
    notebook.run_all()
    ledger = page.locator(".wb-ledger[data-ready]")
    ledger.locator("tr[data-row='k:crack'] [data-column='ent:ministry']").click()
    ledger.locator(".wb-statements > li").first.wait_for()
    page.mouse.move(0, 0)
    ledger.screenshot(path=IMAGES / "ledger.png")
    page.close()
    lab.close_kernels()


def show_card(page: Page) -> None:
    """Put a claim that one affirms, one does not comment on and one denies in focus."""
    page.locator(".wb-card").first.click()
    page.locator(".wb-card.on").wait_for()
    page.mouse.move(0, 0)


def show_search(page: Page) -> None:
    """Find a word here and in the other articles."""
    page.set_viewport_size({"width": 1440, "height": 1400})
    page.keyboard.press("Slash")
    page.keyboard.type("المهندسين")
    page.locator(".wb-hit").first.wait_for()


def show_claims(page: Page) -> None:
    """List what is denied in all articles."""
    page.keyboard.press("Shift+KeyL")
    page.locator("[name='scope']").select_option("all")
    page.locator("[name='stance']").select_option("deny")
    page.locator(".wb-listing:not([aria-busy]) .wb-listed").first.wait_for()
    page.locator(".wb-listed").first.focus()


def show_linking(page: Page) -> None:
    """Judge claims of other articles beside the one in focus."""
    page.keyboard.press("g")
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    page.locator(".wb[data-sentence='s4']").wait_for()
    page.locator(".wb-card").first.click()
    page.locator(".wb-other").first.wait_for()
    page.keyboard.press("8")
    page.keyboard.press("Shift+KeyU")
    page.locator(".wb[data-queue='0'] [data-relation='updates reversed']").wait_for()
    page.keyboard.press("1")


def show_suggestions(page: Page) -> None:
    """Take the first suggestion; the next one is in focus."""
    page.locator("[data-suggestion]").first.wait_for()
    page.keyboard.press("5")
    page.locator(".wb-card").first.wait_for()


def show_arabic(page: Page) -> None:
    """Choose the Arabic interface."""
    page.keyboard.press("Shift+KeyK")
    page.locator("dialog select[name='language']").select_option("ar")
    page.keyboard.press("Escape")
    page.locator(".wb[lang='ar']").wait_for()
    show_card(page)


if __name__ == "__main__":
    main()
