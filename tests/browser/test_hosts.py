"""In each host a claim, its source and a stance are marked, saved, and there after a reload."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hosts import (
    ROOT,
    Person,
    check_store,
    find_card,
    make_project,
    read_old_lab,
    running_marimo,
)
from tests.browser.jupyterlab import JupyterLab, Notebook
from workbench.lab.opening import prepare_project

NOTEBOOK = "annotate.ipynb"


@pytest.fixture(scope="module")
def wheel_share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder `share` of an environment into which our wheel was installed."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    (data,) = (folder / "unpacked").glob("*.data")
    return data / "data" / "share"


@pytest.fixture(scope="module")
def old_lab(
    tmp_path_factory: pytest.TempPathFactory, wheel_share: Path, browser_type_launch_args: object
) -> Iterator[JupyterLab]:
    """Return a running JupyterLab 4.2 with the card of the wheel."""
    python = read_old_lab()
    server = JupyterLab(
        tmp_path_factory.mktemp("old"),
        python=python,
        labextensions=wheel_share / "jupyter" / "labextensions",
    )
    yield server
    server.stop()


def open_launcher(lab: JupyterLab, page: Page, folder: str) -> None:
    """Open JupyterLab with its file browser in `folder`."""
    page.goto(f"{lab.url}/lab/tree/{folder}?token={lab.token}&reset")
    page.locator(".jp-BreadCrumbs-item", has_text=folder).wait_for()


def annotate_from_the_card(lab: JupyterLab, page: Page, folder: Path) -> None:
    person = Person(page)
    make_project(folder)
    open_launcher(lab, page, folder.name)
    find_card(page).click()
    notebook = Notebook(lab, page, f"{folder.name}/{NOTEBOOK}")
    notebook.wait_for_kernel()
    notebook.run_all()
    person.say_a_claim()
    check_store(folder)
    notebook.save()
    lab.close_kernels()
    notebook.reload()
    notebook.run_all()
    expect(person.attributions).to_have_count(1)
    assert notebook.page_errors == []


def test_jupyterlab(lab: JupyterLab, page: Page) -> None:
    annotate_from_the_card(lab, page, lab.root / "newest")


@pytest.mark.timeout(600)  # the environment is made the first time
def test_jupyterlab_4_2(old_lab: JupyterLab, page: Page) -> None:
    annotate_from_the_card(old_lab, page, old_lab.root / "oldest")


def test_notebook_7(lab: JupyterLab, page: Page) -> None:
    pytest.importorskip("notebook", reason="Notebook 7 is missing: pip install notebook")
    folder = lab.root / "seven"
    make_project(folder)
    prepare_project(folder, print)
    notebook = Notebook(lab, page, f"seven/{NOTEBOOK}")
    page.goto(f"{lab.url}/notebooks/seven/{NOTEBOOK}?token={lab.token}")
    notebook.wait_for_kernel()
    notebook.run_all()
    Person(page).say_a_claim()
    check_store(folder)
    lab.close_kernels()
    notebook.reload()
    notebook.run_all()
    expect(Person(page).attributions).to_have_count(1)  # Notebook 7.6 has page errors of its own


def test_voila(lab: JupyterLab, page: Page) -> None:
    pytest.importorskip("voila", reason="Voila is missing: pip install voila")
    folder = lab.root / "voila"
    make_project(folder)
    prepare_project(folder, print)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(re.compile(r"^https://"), lambda route: route.abort())  # fonts of its template
    person = Person(page)
    page.goto(f"{lab.url}/voila/render/voila/{NOTEBOOK}?token={lab.token}")
    person.say_a_claim()
    check_store(folder)
    page.reload()
    expect(person.attributions).to_have_count(1, timeout=60_000)
    assert errors == []


def test_marimo(page: Page, tmp_path: Path) -> None:
    """The page shows the widget in a shadow root; its notebook is the one of the documentation."""
    make_project(tmp_path)
    guide = (ROOT / "docs" / "hosts.md").read_text(encoding="utf-8")
    (source,) = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    person = Person(page)
    with running_marimo(tmp_path, source) as address:
        page.goto(address)
        person.root.wait_for()
        assert page.evaluate("document.querySelector('.wb')") is None
        person.say_a_claim()
        check_store(tmp_path)
        page.reload()
        expect(person.attributions).to_have_count(1, timeout=60_000)
        page.goto("about:blank")
    assert errors == []
