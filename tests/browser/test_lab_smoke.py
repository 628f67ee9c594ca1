"""JupyterLab opens, runs a cell, and a kernel can be killed: the ground of all browser tests."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import OpenNotebook
from tests.browser.jupyterlab import JupyterLab
from workbench.lab.opening import prepare_project


def test_a_killed_kernel_is_gone_and_another_takes_its_place(
    lab: JupyterLab, open_notebook: OpenNotebook
) -> None:
    name = lab.write_notebook("kill.ipynb", "import os; os.getpid()")
    notebook = open_notebook(name)
    notebook.run_all()
    output = notebook.page.locator(".jp-OutputArea-executeResult .jp-OutputArea-output")
    before = output.inner_text()
    assert before.isdecimal()
    notebook.kill_kernel()
    notebook.run_all()
    expect(output).to_have_text(re.compile(r"^\d+$"))
    assert output.inner_text() != before


def test_the_annotate_notebook_shows_the_first_sample_from_right_to_left(
    lab: JupyterLab, open_notebook: OpenNotebook
) -> None:
    warnings: list[str] = []
    assert prepare_project(lab.root / "samples", say=warnings.append)
    assert warnings == []
    notebook = open_notebook("samples/annotate.ipynb")
    notebook.run_all()
    annotator = notebook.page.locator("[data-ready][data-document]")
    expect(annotator).to_be_visible()
    expect(annotator.locator("[dir=rtl]").first).to_be_visible()
    expect(notebook.page.get_by_text("Drop articles here")).to_be_visible()
