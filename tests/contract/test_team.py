"""Many people on one store: nothing lost, nothing twice, nobody waits for another's open work."""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.contract.team import (
    CLAIM,
    SENTENCES_PER_ARTICLE,
    WAIT_S,
    Acknowledged,
    Office,
    annotate_sentences,
    check_sentences,
    fight_over_a_sentence,
    make_project,
    working,
)
from tests.postgresql import OwnServer, PostgresqlServer, own_server
from workbench.project import Project, open_project

# A longer run outside of CI: TEAM_SENTENCES=40 TEAM_ACCIDENTS=30 pytest tests/contract/test_team.py
ANNOTATORS = int(os.environ.get("TEAM_ANNOTATORS", "50"))
SENTENCES = int(os.environ.get("TEAM_SENTENCES", "2"))
ACCIDENTS = int(os.environ.get("TEAM_ACCIDENTS", "4"))
PROCESSES = 4
FEWEST_OPERATIONS = 5  # for a sentence that nobody takes a step back in


def read_keys(project: Project) -> Counter[str]:
    """Return how often each key is among the actions."""
    with project.store._database.reading() as connection:
        return Counter(connection.scalars(text("SELECT key FROM action")))


# ---------------------------------------------------------------- PostgreSQL


@pytest.fixture
def server() -> Iterator[OwnServer]:
    with own_server(max_connections="150") as server:
        yield server


def have_an_accident(server: OwnServer, database: str, office: Office, number: int) -> None:
    """Cut all connections, stop the server and start it, or let it crash."""
    kind = ("cut", "fast", "cut", "immediate")[number % 4]
    if kind == "cut":
        server.cut_connections(database)
        return
    office.up.clear()
    server.restart(kind)
    office.up.set()


@pytest.mark.postgres
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_nothing_is_lost_and_nothing_twice_whatever_happens_to_the_server(
    server: OwnServer, tmp_path: Path
) -> None:
    database = server.make_database()
    address = server.url(database)
    make_project(tmp_path / "team", address, 1 + SENTENCES // SENTENCES_PER_ARTICLE)
    names = [f"annotator {number}" for number in range(ANNOTATORS)]
    shifts = [names[process::PROCESSES] for process in range(PROCESSES)]
    between = ANNOTATORS * SENTENCES * FEWEST_OPERATIONS // (ACCIDENTS + 1)
    acknowledged: list[Acknowledged] = []
    with working(annotate_sentences, address, shifts, SENTENCES) as office:
        for number in range(ACCIDENTS):
            acknowledged += office.collect(between)
            have_an_accident(server, database, office, number)
        acknowledged += office.collect_rest()
    with open_project(address) as project:
        keys = read_keys(project)
        assert keys == Counter(key for _, key in acknowledged)
        assert set(keys.values()) == {1}
        for name in names:
            check_sentences(project, name, SENTENCES)
        assert project.store.check() == ()


@pytest.fixture
def team(postgresql_server: PostgresqlServer, tmp_path: Path) -> Iterator[str]:
    """Give the address of a project in PostgreSQL that Amal and Basil have begun."""
    name = postgresql_server.make_database()
    address = postgresql_server.url(name)
    make_project(tmp_path / "team", address, 1)
    with open_project(address) as project:
        for person in ("amal", "basil"):
            project.session(person).do("flag")
    yield address
    postgresql_server.drop_database(name)


@pytest.mark.postgres
def test_nobody_waits_for_a_save_that_hangs(team: str) -> None:
    hanging, go_on = threading.Event(), threading.Event()

    def hang(step: str) -> None:
        if step == "commit":
            hanging.set()
            assert go_on.wait(WAIT_S)

    with open_project(team) as project, open_project(team) as other:
        amal = project.session("amal")
        project.store._database.step = hang
        with ThreadPoolExecutor(1) as pool:
            saving = pool.submit(lambda: amal.do("comment", text="still on its way"))
            try:
                assert hanging.wait(WAIT_S)
                # Whoever is known comes in, whoever is new too, and both save, undo and walk on.
                for name in ("basil", "camil"):
                    session = other.session(name)
                    session.do("mark", role="claim", spans=session.find(CLAIM))
                    session.do("undo")
                    session.do("next_open")
                assert other.status().documents == 1
                assert len(list(other.records("annotator:basil", all=True))) == 1
                assert not saving.done()
            finally:
                go_on.set()
            saving.result(WAIT_S)
        assert other.store.check() == ()


# ---------------------------------------------------------------- SQLite


@pytest.mark.parametrize("names", [("amal", "basil"), ("amal", "amal")], ids=["two", "one"])
def test_two_notebooks_on_one_file_are_safe(tmp_path: Path, names: tuple[str, str]) -> None:
    folder = tmp_path / "project"
    make_project(folder, None, 2)
    work: Any = annotate_sentences if names[0] != names[1] else fight_over_a_sentence
    with working(work, str(folder), [[name] for name in names], 8) as office:
        acknowledged = office.collect_rest()
    with open_project(folder) as project:
        keys = read_keys(project)
        assert keys == Counter(key for _, key in acknowledged)
        assert set(keys.values()) == {1}
        if work is annotate_sentences:
            for name in names:
                check_sentences(project, name, 8)
        assert project.store.check() == ()
