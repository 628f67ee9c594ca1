"""Two people of one team, each logged in to a real JupyterHub, annotate one store in PostgreSQL."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.hosts import ROOT, SENTENCE, Person
from tests.browser.hub import running_hub
from tests.browser.jupyterlab import Notebook
from tests.postgresql import OwnServer, own_server
from workbench.project import Project, init_project, open_project

ARTICLE = f"جسر جديد في مرسى النور\n{SENTENCE}\n"
PEOPLE = ("amal", "basil")
HUB_S = 120_000

pytestmark = [pytest.mark.postgres, pytest.mark.slow]


@pytest.fixture
def server() -> Iterator[OwnServer]:
    """Give a server with a role for each person, of whom none owns anything."""
    with own_server() as server:
        server.run("CREATE ROLE annotators")
        for name in PEOPLE:
            server.run(f"CREATE ROLE {name} LOGIN IN ROLE annotators")
        server.run("CREATE DATABASE claims")
        yield server


@pytest.fixture
def hub(server: OwnServer, tmp_path: Path) -> Iterator[str]:
    """Give the address of a hub that is set up as docs/team.md says."""
    project = tmp_path / "claims"
    with init_project(project, store=server.url("claims")) as made:
        (tmp_path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
        made.ingest(tmp_path / "bridge.txt")
        made.store.grant_annotating("annotators")
    settings = project / "workbench.toml"
    named = settings.read_text("utf-8")
    settings.write_text(named.replace("//workbench@/", "///"), encoding="utf-8")
    shutil.copy(ROOT / "notebooks" / "annotate.ipynb", project)
    guide = (ROOT / "docs" / "team.md").read_text(encoding="utf-8")
    (configuration,) = re.findall(r"```python\n(.*?get_config.*?)```", guide, re.DOTALL)
    places = {"/srv/claims": str(project), "/srv/homes": str(tmp_path / "homes")}
    for place, own in places.items():
        configuration = configuration.replace(place, own)
    with running_hub(tmp_path, configuration) as address:
        yield address


def log_in(page: Page, hub: str, name: str) -> Notebook:
    """Log in as a person would, and wait for the notebook that the hub opens."""
    page.goto(f"{hub}/hub/login")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill("any")
    page.get_by_role("button", name=re.compile("Sign in", re.IGNORECASE)).click()
    page.wait_for_url(f"{hub}/user/{name}/**", timeout=HUB_S)
    lab: Any = None  # the hub's, which nobody asks here
    notebook = Notebook(lab, page, "annotate.ipynb")
    notebook.wait_for_kernel(HUB_S / 1000)
    return notebook


def check_layers(project: Project) -> None:
    """What each has said is in their own layer, under their own name, once."""
    people = {person.name: f"annotator:{person.pseudonym}" for person in project.store.people()}
    assert set(people) == set(PEOPLE)
    frame = project.frame("attributions")
    assert sorted(frame["layer"]) == sorted(people.values())
    assert project.store.check() == ()


@pytest.mark.timeout(600)
def test_two_people_annotate_through_a_hub_and_see_their_own_work(
    hub: str, server: OwnServer, browser: Browser, browser_context_args: dict[str, Any]
) -> None:
    pages = [browser.new_context(**browser_context_args).new_page() for _ in PEOPLE]
    for page, name in zip(pages, PEOPLE, strict=True):
        notebook = log_in(page, hub, name)
        notebook.run_all(HUB_S / 1000)
        person = Person(page)
        person.root.wait_for()
        expect(person.attributions).to_have_count(0)  # whatever the other one has said
        person.say_a_claim()
        expect(person.attributions).to_have_count(1)
        assert notebook.page_errors == []
    with open_project(server.url("claims")) as project:
        check_layers(project)
    roles = server.run("SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = 'claims'")
    assert {role for (role,) in roles} >= set(PEOPLE)
    for page in pages:
        page.context.close()
