"""In JupyterLab the widget's keys are its own, and Ctrl+S is JupyterLab's."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenNotebook
from tests.browser.jupyterlab import JupyterLab
from workbench.project import init_project

TEXT = "أعلنت بلدية مرسى أن الجسر سيفتح بعد غد.\n\nوكان البحر هادئا مساء السبت.\n"
CELLS = ("from workbench import open_project", "open_project('.').annotate('amal')", "3")

# What a key of the notebook's would change: cells, their outputs, which is active, the mode.
STATE = """() => {
  const {content} = window.jupyterapp.shell.currentWidget;
  return JSON.stringify([content.widgets.map(cell => [cell.model.type,
    cell.model.sharedModel.getSource(), cell.model.executionCount]), content.activeCellIndex,
    content.mode]);
}"""
IS_DIRTY = "() => window.jupyterapp.shell.currentWidget.context.model.dirty"


@pytest.mark.timeout(300)
def test_no_key_is_stolen_and_the_notebook_is_still_saved(
    lab: JupyterLab, open_notebook: OpenNotebook, tmp_path: Path
) -> None:
    folder = lab.root / tmp_path.name
    with init_project(folder, name="keys") as project:
        article = tmp_path / "bridge.txt"
        article.write_text(TEXT, encoding="utf-8")
        project.ingest(article)
    notebook = open_notebook(lab.write_notebook(f"{tmp_path.name}/keys.ipynb", *CELLS))
    notebook.run_all()
    page = notebook.page
    expect(page.locator(".wb[data-ready][data-document]")).to_be_visible()
    page.locator(".wb-pane").focus()
    before = page.evaluate(STATE)
    letters = ["x", "b", "a", "v", "z", "m", "y", "i", "i", "0", "0", "d", "d", "c", "r", "1", "j"]
    combined = ["Shift+Enter", "Control+Enter", "Alt+Enter", "Control+z", "Control+Shift+z"]
    for key in [*letters, *combined, "Shift+m", "ArrowDown", "ArrowUp", "Space", "Enter"]:
        page.keyboard.press(key)
        if page.locator("dialog[open]").count():
            page.keyboard.press("Escape")
        page.locator(".wb-pane").focus()
    assert page.evaluate(STATE) == before

    # JupyterLab's own still work: the file is saved
    page.evaluate("() => { window.jupyterapp.shell.currentWidget.context.model.dirty = true; }")
    page.keyboard.press("Control+s")
    page.wait_for_function(f"!({IS_DIRTY})()")
    expect(page.locator(".wb-pane")).to_be_focused()
