"""Fixtures of the browser tests: one JupyterLab and one Chromium a run, one page a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from dev import find_browser
from tests.browser.jupyterlab import JupyterLab, Notebook
from tests.browser.page_fixture import annotator

__all__ = ["annotator"]  # the fixture of the bare page

HERE = Path(__file__).parent
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",  # small in containers
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",  # refused to root and in many containers; every page here is our own
]

OpenNotebook = Callable[..., Notebook]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the browser tests their marker."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the system's browser."""
    executable = find_browser()
    if executable is None:
        pytest.skip("no browser of Chromium's family: install chromium, or name one in CHROMIUM")
    return {**browser_type_launch_args, "executable_path": executable, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Use a window of the size of a small laptop's."""
    return {**browser_context_args, "viewport": {"width": 1280, "height": 900}}


@pytest.fixture(scope="session")
def lab(
    tmp_path_factory: pytest.TempPathFactory, browser_type_launch_args: dict[str, Any]
) -> Iterator[JupyterLab]:
    """Return a running JupyterLab; no browser, no server."""
    server = JupyterLab(tmp_path_factory.mktemp("jupyterlab"))
    yield server
    server.stop()


@pytest.fixture
def open_notebook(lab: JupyterLab, page: Page) -> Iterator[OpenNotebook]:
    """Return ``open_notebook(name, on=None, workspace=None)``; it waits for the kernel.

    A JavaScript error that nobody caught fails the test, unless the test clears `page_errors`.
    """
    opened: list[Notebook] = []

    def _open(name: str, *, on: Page | None = None, workspace: str | None = None) -> Notebook:
        notebook = Notebook(lab, on or page, name)
        opened.append(notebook)
        notebook.open(workspace=workspace)
        return notebook

    yield _open
    lab.close_kernels()
    errors = [error for notebook in opened for error in notebook.page_errors]
    assert not errors, errors
