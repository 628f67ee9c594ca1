from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.browser.jupyterlab import find_free_port, own_folders
from workbench import UsageError, open_project
from workbench.lab.opening import build_options, find_folder, find_port, prepare_project


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_the_named_folder_is_opened(tmp_path: Path) -> None:
    assert find_folder(tmp_path / "mine") == tmp_path / "mine"


def test_the_environment_names_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_PROJECT", str(tmp_path / "named"))
    assert find_folder(None) == tmp_path / "named"


def test_a_current_folder_that_is_a_project_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "workbench.toml").touch()
    monkeypatch.chdir(tmp_path)
    assert find_folder(None) == tmp_path


def test_any_other_current_folder_gets_a_project_of_its_own_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_folder(None) == tmp_path / "my-project"


def test_the_address_of_a_store_is_no_folder() -> None:
    with pytest.raises(UsageError, match="folder"):
        find_folder("postgresql+psycopg://host/name")


def test_a_taken_port_is_refused_when_it_was_asked_for(taken_port: int) -> None:
    with pytest.raises(UsageError, match=str(taken_port)):
        find_port(taken_port)


def test_without_a_wish_a_free_port_is_found() -> None:
    with socket.socket() as listener, suppress(OSError):
        listener.bind(("127.0.0.1", 8888))
        listener.listen()
    assert find_port(None) in range(8888, 8988)


def test_a_new_project_has_the_samples_and_the_notebook(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    assert prepare_project(folder, print)
    with open_project(folder) as project:
        assert project.status().documents == 5
    for name in ("annotate.ipynb", "dashboard.ipynb", "gold.ipynb"):
        nbformat.validate(nbformat.read(folder / name, as_version=4))


@pytest.mark.parametrize("existed", [True, False])
def test_a_first_time_that_is_cut_short_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, existed: bool
) -> None:
    folder = tmp_path / "project"
    if existed:
        folder.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr("workbench.ingest.build_document", raise_interrupt)
        with pytest.raises(KeyboardInterrupt):
            prepare_project(folder, print)
    assert list(tmp_path.rglob("*")) == ([folder] if existed else [])
    assert prepare_project(folder, print)
    with open_project(folder) as project:
        assert project.status().documents == 5


def raise_interrupt(_article: object) -> None:
    raise KeyboardInterrupt


def test_a_second_time_nothing_is_made_and_no_edit_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    prepare_project(folder, print)
    (folder / "annotate.ipynb").write_text("edited", encoding="utf-8")
    assert not prepare_project(folder, print)
    assert (folder / "annotate.ipynb").read_text("utf-8") == "edited"
    with open_project(folder) as project:
        assert project.status().documents == 5


def test_the_server_is_reached_from_this_machine_only(tmp_path: Path) -> None:
    options = build_options(tmp_path, browser=False, port=9999, extensions=tmp_path)
    assert "--ServerApp.ip=127.0.0.1" in options


def test_a_browser_is_opened_unless_it_is_not_wanted(tmp_path: Path) -> None:
    for browser in (True, False):
        options = build_options(tmp_path, browser=browser, port=9999, extensions=tmp_path)
        assert ("--no-browser" in options) is not browser


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """Return the port and the process of `workbench lab` on a new project."""
    port = find_free_port()
    command = [sys.executable, "-m", "workbench", "lab", "--no-browser", f"--port={port}"]
    process = subprocess.Popen(
        [*command, "-p", str(tmp_path / "project")],
        env={**os.environ, **own_folders(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    yield port, process
    process.kill()
    process.communicate()


@pytest.mark.slow
def test_the_server_answers_stays_quiet_and_stops_at_once(
    server: tuple[int, subprocess.Popen[str]],
) -> None:
    port, process = server
    assert process.stdout is not None
    assert process.stdout.readline().startswith("Made the project")
    said = process.stdout.readline()
    assert f"127.0.0.1:{port}" in said
    assert "Ctrl+C" in said
    token = said.partition("token=")[2].partition(" ")[0]
    settings = ask(port, token, "lab/api/settings/@jupyterlab/apputils-extension:notification")
    assert settings["settings"] == {}
    assert settings["schema"]["properties"]["fetchNews"]["default"] == "false"
    assert settings["schema"]["properties"]["checkForUpdates"]["default"] is False
    template: Any = ask(port, token, "lab/extensions/claims-workbench/static/annotate.ipynb")
    assert template["nbformat"] == 4  # the launcher's card has what it writes
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=60)
    assert rest in ("", "Interrupted.\n")


def ask(port: int, token: str, path: str) -> dict[str, dict[str, dict[str, dict[str, object]]]]:
    """Return what the server answers as soon as it does."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}/{path}")
    request.add_header("Authorization", f"token {token}")
    end = time.monotonic() + 60
    while True:
        try:
            with closing(urllib.request.urlopen(request, timeout=30)) as answer:
                found: dict[str, dict[str, dict[str, dict[str, object]]]] = json.load(answer)
                return found
        except OSError:
            if time.monotonic() > end:
                raise
            threading.Event().wait(0.05)  # between two questions; the answer ends the wait
