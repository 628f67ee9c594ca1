"""JupyterLab opens, runs a cell, and a kernel can be killed: the ground of all browser tests."""

from __future__ import annotations

from tests.browser.conftest import OpenNotebook
from tests.browser.jupyterlab import JupyterLab


def test_a_killed_kernel_is_gone_and_can_be_restarted(
    lab: JupyterLab, open_notebook: OpenNotebook
) -> None:
    name = lab.write_notebook("kill.ipynb", "import os; print('kernel', os.getpid())")
    notebook = open_notebook(name)
    notebook.run_all()
    before = notebook.page.get_by_text("kernel ").last.inner_text()
    lab.kill_kernel(name)
    notebook.restart_kernel()
    notebook.run_all()
    assert notebook.page.get_by_text("kernel ").last.inner_text() != before
