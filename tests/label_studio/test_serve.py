"""`workbench sync serve` as a person calls it, with the real server."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.label_studio.server import (
    ACCOUNT,
    ENVIRONMENT,
    ROOT,
    TEMPLATE,
    LabelStudio,
    find_command,
    make_template,
)
from workbench.sync.server import find_environment

Serve = Callable[[], "subprocess.Popen[str]"]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Start the command, with the environment and the account already made."""
    make_template(find_command())
    cache, data = tmp_path / "cache", tmp_path / "share"
    (cache / "claims-workbench").mkdir(parents=True)
    (cache / "claims-workbench" / ENVIRONMENT.name).symlink_to(ENVIRONMENT)
    shutil.copytree(TEMPLATE, data / "claims-workbench" / "label-studio" / "data")
    started: list[subprocess.Popen[str]] = []

    def serve() -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "workbench", "sync", "serve"],
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "XDG_CACHE_HOME": str(cache),
                "XDG_DATA_HOME": str(data),
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield serve
    for process in started:
        if process.poll() is None:
            process.terminate()
        process.communicate()


def read_until(process: subprocess.Popen[str], words: str) -> str:
    """Return what the process says, up to a line with `words`."""
    said = ""
    for line in process.stderr or ():
        said += line
        if words in line:
            return said
    raise AssertionError(said)


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has its own folders for users")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_what_to_do_next_and_stops_when_told(
    serve: Serve, tmp_path: Path, number: signal.Signals
) -> None:
    process = serve()
    said = read_until(process, "sync plan")
    url = re.search(r"runs at (http://127\.0\.0\.1:\d+) ", said)
    export = re.search(r"(export LABEL_STUDIO_API_KEY=.*)\n", said)
    assert url is not None
    assert export is not None
    assert ACCOUNT.token not in said
    assert ACCOUNT.password not in said
    shown = subprocess.run(
        ["/bin/sh", "-c", f'{export[1]}; printf %s "$LABEL_STUDIO_API_KEY"'],
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout == ACCOUNT.token
    asked = LabelStudio(tmp_path, tmp_path, address=url[1])
    assert asked.call("GET", "current-user/whoami")["email"] == ACCOUNT.email

    second = serve()
    assert url[1] in read_until(second, "Error")
    assert second.wait() == 2

    process.send_signal(number)
    assert "are kept" in read_until(process, "stopped")
    assert process.wait() == 0
    with pytest.raises(OSError, match="refused"):
        asked.call("GET", "version")


def test_the_environment_is_one_for_each_version() -> None:
    assert find_environment().name == ENVIRONMENT.name
