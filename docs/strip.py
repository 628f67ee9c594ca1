"""Takes the strip of pictures of one claim's path again: ``python docs/strip.py``.

A real JupyterLab shows a sample article; every word in the pictures is invented.
"""

from __future__ import annotations

import base64
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.editor_task import PLACE  # noqa: E402 (the root of the checkout comes first)
from dev import find_browser  # noqa: E402
from tests.browser.jupyterlab import JupyterLab, Notebook  # noqa: E402
from workbench import init_project  # noqa: E402

IMAGES = ROOT / "docs" / "images"
CELL = "from workbench import open_project\nopen_project('.').annotate('amal')"
SENTENCE = "ونقلت وكالة المرسى عن مسؤول تيلوري"
SETTLED = ".wb[data-ready][data-queue='0']"
STEPS: tuple[tuple[str, str | None, str], ...] = (
    ("1. Select the words of the claim", "وجود 600 مهندس كالدوري على الأقل", ""),
    ("2. Press 1: its source slot is armed", None, "1"),
    ("3. Select the source: the slot takes it", "مسؤول تيلوري", ""),
    ("4. Select the word that says it: the cue's slot takes it", "قوله", ""),
    ("5. Press Q: affirms", None, "q"),
    ("6. Press L: a relay around it; select who relays", "وكالة المرسى", ""),
    ("7. Its own cue, with Alt to the letter: without the و", "نقلت", ""),
    ("8. Enter: done, and on to the next sentence", None, "Enter"),
)
SHEET = """<style>
body { margin: 0; padding: 12px; width: 1216px; background: GROUND; color: INK;
  font: 600 15px "Noto Sans", sans-serif;
  display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
figure { margin: 0; } figcaption { padding: 2px 4px 6px; } img { width: 602px; display: block; }
</style>"""


def main() -> None:
    """Write one strip in light and one in dark."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        lab = JupyterLab(Path(folder))
        try:
            for theme in ("light", "dark"):
                write_strip(browser, lab, theme)
        finally:
            lab.stop()


def write_strip(browser: Browser, lab: JupyterLab, theme: str) -> None:
    """Mark the claim step by step, and put the pictures of the steps on one sheet."""
    with init_project(lab.root / theme) as project:
        project.ingest([min((ROOT / "seeds").glob("*.txt"))])
    page = browser.new_page(viewport={"width": 1500, "height": 1000})
    notebook = Notebook(lab, page, lab.write_notebook(f"{theme}/annotate.ipynb", CELL))
    notebook.open()
    chosen = f"JupyterLab {theme.capitalize()}"
    page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', {theme})", chosen)
    notebook.run_all()
    page.locator(SETTLED).wait_for()
    sheet = browser.new_page(viewport={"width": 1240, "height": 800})
    ground, ink = ("#fff", "#222") if theme == "light" else ("#111", "#ddd")
    style = SHEET.replace("GROUND", ground).replace("INK", ink)
    figures = "".join(
        f"<figure><figcaption>{caption}</figcaption><img src='data:image/png;base64,"
        f"{base64.b64encode(picture).decode()}'></figure>"
        for caption, picture in iter_pictures(page)
    )
    sheet.set_content(style + figures)
    sheet.screenshot(path=IMAGES / f"claim-{theme}.png", full_page=True)
    sheet.close()
    page.close()


def iter_pictures(page: Page) -> Iterator[tuple[str, bytes]]:
    """Do one step after the other, and give its caption and its picture."""
    page.locator(".wb-s", has_text=SENTENCE).click()
    page.locator(".wb-row.on .wb-s", has_text=SENTENCE).wait_for()
    frame = find_frame(page)
    for caption, words, keys in STEPS:
        if caption.startswith("6"):
            page.keyboard.press("l")
            page.locator(SETTLED).wait_for()
        if words is not None:
            drag(page, words, exact="Alt" in caption)
        for key in keys.split():
            page.keyboard.press(key)
            page.locator(SETTLED).wait_for()
        yield caption, page.screenshot(clip=frame)


def drag(page: Page, words: str, *, exact: bool) -> None:
    """Drag over some words of the sentence, or with Alt over some letters."""
    sentence = page.locator(".wb-s", has_text=SENTENCE)
    start = (sentence.text_content() or "").index(words)
    place: Any = sentence.evaluate(PLACE, {"start": start, "end": start + len(words)})
    if exact:
        page.keyboard.down("Alt")
    page.mouse.move(place["from"]["x"], place["from"]["y"])
    page.mouse.down()
    page.mouse.move(place["to"]["x"], place["to"]["y"], steps=8)
    page.mouse.up()
    if exact:
        page.keyboard.up("Alt")
    page.locator(SETTLED).wait_for()


def find_frame(page: Page) -> FloatRect:
    """Return the upper part of the annotator: the sentence in focus, and its cards."""
    whole = page.locator(".wb[data-document]").bounding_box()
    if whole is None:
        raise SystemExit("The annotator is not on the page.")
    return {"x": whole["x"], "y": whole["y"], "width": whole["width"], "height": 430}


if __name__ == "__main__":
    main()
