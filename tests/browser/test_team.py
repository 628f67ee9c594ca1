"""Three people in three tabs with three kernels, one store in PostgreSQL, one adjudicator, gold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.jupyterlab import JupyterLab, Notebook
from tests.browser.test_whole_path import (
    CLAIM,
    DENIED,
    MINISTRY,
    OFFICIAL,
    ROOT,
    SAID,
    Desk,
    find_long_sentence,
    run,
)
from tests.postgresql import PostgresqlServer, postgresql_server
from workbench.project import init_project, open_project

__all__ = ["postgresql_server"]

SHORTER = (CLAIM[0], CLAIM[1] - 1)
PEOPLE = ("amal", "basil", "camil")
KERNEL_S = 90
WAIT_MS = 60_000

pytestmark = [pytest.mark.postgres, pytest.mark.slow]


@pytest.fixture
def address(postgresql_server: PostgresqlServer) -> Iterator[str]:
    name = postgresql_server.make_database()
    yield postgresql_server.url(name)
    postgresql_server.drop_database(name)


@pytest.fixture
def team(lab: JupyterLab, tmp_path: Path, address: str) -> Path:
    """Make a project of the sample articles on PostgreSQL; return its folder."""
    folder = lab.root / tmp_path.name
    with init_project(folder, store=address) as project:
        project.ingest(ROOT / "seeds")
    return folder


class Team:
    """The tabs of several people, each with a notebook and a kernel of their own."""

    def __init__(self, lab: JupyterLab, folder: Path, browser: Browser, size: Any) -> None:
        self.lab, self.folder, self.browser, self.size = lab, folder, browser, size
        self.opened: list[Notebook] = []

    def open(self, name: str, call: str) -> Desk:
        """Open a tab for somebody, and the widget that `call` returns in it."""
        cell = f"from workbench import open_project\nproject = open_project('.')\n{call}"
        path = self.lab.write_notebook(f"{self.folder.name}/{name}.ipynb", cell)
        page = self.browser.new_context(**self.size).new_page()
        notebook = Notebook(self.lab, page, path)
        notebook.open()
        notebook.run_all(KERNEL_S)
        self.opened.append(notebook)
        return Desk(notebook)


@pytest.fixture
def tabs(
    lab: JupyterLab, team: Path, browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[Team]:
    made = Team(lab, team, browser, browser_context_args)
    yield made
    lab.close_kernels()
    errors = [error for notebook in made.opened for error in notebook.page_errors]
    for notebook in made.opened:
        notebook.page.context.close()
    assert not errors, errors


def go_to(desk: Desk, position: int) -> None:
    desk.press("g")
    desk.page.keyboard.type(str(position + 1))
    desk.press("Enter")


def annotate(desk: Desk, place: tuple[int, int], name: str) -> None:
    """Say one claim, each with a mind of their own, and that there is nothing in the next one."""
    position, index = place
    go_to(desk, position)
    desk.select(index, SHORTER if name == "basil" else CLAIM)
    desk.press("1")
    desk.select(index, OFFICIAL)  # the armed slot takes it
    desk.select(index, SAID)
    desk.press("3", "w" if name == "camil" else "q")
    if name == "amal":
        desk.select(index, MINISTRY)
        desk.press("2")
        desk.select(index, DENIED)
        desk.press("3", "w")
    desk.press("Enter")
    expect(desk.page.locator(".wb-save")).to_contain_text("Saved", timeout=WAIT_MS)


def adjudicate(desk: Desk, position: int) -> None:
    """Take a version of each difference, by keys alone, and decide."""
    page = desk.page
    go_to(desk, position)
    desk.press("z")
    differences = page.locator(".wb-difference[data-settled='open']")
    expect(differences.first).to_be_visible(timeout=WAIT_MS)
    for _ in range(20):
        left = differences.count()
        if not left:
            break
        desk.press("1")
        expect(differences).not_to_have_count(left, timeout=WAIT_MS)
    expect(page.locator(".wb-case")).to_have_attribute("data-case", "settled", timeout=WAIT_MS)
    desk.press("Enter")


def check_agreement(folder: Path, tmp_path: Path) -> None:
    said = json.loads(run("agreement", "--json", "--project", str(folder), cwd=tmp_path))
    assert [each["layer"] for each in said["layers"]] == [f"annotator:a0{n}" for n in (1, 2, 3)]
    assert len(said["pairs"]) == 3
    (worst,) = said["worst"]
    assert {kind for kind, count in worst["differences"].items() if count} >= {"boundary", "stance"}


def check_gold(folder: Path, tmp_path: Path) -> None:
    run("export", "--layer", "gold", "--project", str(folder), cwd=tmp_path)
    (exported,) = (folder / "exports").glob("gold*.jsonl")
    run("validate", str(exported), cwd=tmp_path)
    (record,) = [json.loads(line) for line in exported.read_text("utf-8").splitlines()]
    assert len(record["claims"]) == 1
    assert set(record["provenance"]["annotators"]) == {"a01", "a02", "a03"}
    assert record["provenance"]["adjudicator"] == "a04"


@pytest.mark.timeout(900)
def test_three_people_annotate_one_adjudicates_and_all_see_the_outcome(
    tabs: Team, team: Path, address: str, tmp_path: Path
) -> None:
    place = find_long_sentence(team)
    desks = {name: tabs.open(name, f"project.annotate('{name}')") for name in PEOPLE}
    for name, desk in desks.items():
        expect(desk.page.locator(".wb-card")).to_have_count(0)
        annotate(desk, place, name)
    check_agreement(team, tmp_path)

    adjudicate(tabs.open("noor", "project.adjudicate('noor')"), place[0])
    check_gold(team, tmp_path)
    with open_project(address) as project:
        assert project.store.check() == ()

    for desk in desks.values():  # each in their own tab, which was open all the time
        go_to(desk, place[0])
        outcome = desk.page.locator(".wb-outcome")
        expect(outcome).to_contain_text("What became of it", timeout=WAIT_MS)
        desk.press("Shift+KeyZ")
        expect(outcome.locator("[data-fate]").first).to_be_visible(timeout=WAIT_MS)
