"""Label Studio in an environment of its own, for it asks for other versions than the workbench."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.errors import ServerError

VERSION = "1.23.2"
SIZE = "about 160 packages, 1 GB on the disk"
_CONSTRAINTS = Path(__file__).parent / "constraints.txt"
_STAMP = "installed-by-workbench"
_NEWEST = (3, 13)  # of Python, for this version
_COLLECTED = 0.6  # what share of the time it takes to fetch, before anything is installed
_NETWORK = re.compile(r"NewConnectionError|NameResolution|Network is unreachable|timed out")

Report = Callable[[float, str], object]


def install_server(folder: Path, *, report: Report | None = None) -> Path:
    """Make an environment with Label Studio in `folder`, unless it is there already.

    Of several processes that ask for the same folder one installs, and the others wait. An
    installation that was broken off is begun again; what was fetched comes from pip's cache.

    Parameters
    ----------
    folder
        The environment; its parents are made.
    report
        Is given what share (0 to 1) is done, and the name of what comes next.

    Returns
    -------
    Path
        The command that starts the server.

    Raises
    ------
    ServerError
        There is no Python for it, no network, or no space.
    """
    command = folder / "bin" / "label-studio"
    if is_installed(folder):
        return command
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _locked(folder.with_name(f"{folder.name}.lock")):
            if not is_installed(folder):
                _install(folder, report or _tell_nobody)
    except OSError as error:
        raise ServerError(
            f"Expected to make an environment for Label Studio in {folder}, "
            f"got: {error.strerror or error}.",
            hint="It needs 1 GB; XDG_CACHE_HOME names another place.",
        ) from error
    return command


def is_installed(folder: Path) -> bool:
    """Answer whether `folder` holds this version, completely."""
    try:
        return (folder / _STAMP).read_text(encoding="utf-8") == _fingerprint()
    except OSError:
        return False


def _fingerprint() -> str:
    return f"{VERSION} {hashlib.sha256(_CONSTRAINTS.read_bytes()).hexdigest()}\n"


def _install(folder: Path, report: Report) -> None:
    report(0.0, "a Python environment")
    # What a broken-off run has left may be half a package that looks like a whole one.
    shutil.rmtree(folder, ignore_errors=True)
    made = subprocess.run(
        [_find_python(), "-m", "venv", str(folder)], capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise ServerError(
            f"Python could not make an environment in {folder}: {_last_line(made)}.",
            hint="On Debian and Ubuntu it needs `sudo apt install python3-venv`.",
        )
    _run_pip(folder, report)
    (folder / _STAMP).write_text(_fingerprint(), encoding="utf-8")
    report(1.0, "")


def _run_pip(folder: Path, report: Report) -> None:
    options = ["--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    wanted = ["--constraint", str(_CONSTRAINTS), f"label-studio=={VERSION}"]
    log = folder / "pip.log"
    with subprocess.Popen(
        [str(folder / "bin" / "python"), "-m", "pip", "install", *options, *wanted],
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        try:
            said = list(_follow(pip, report))
        except BaseException:
            pip.terminate()
            raise
    log.write_text("".join(said), encoding="utf-8")
    if pip.returncode:
        raise _explain("".join(said), log)


def _follow(pip: subprocess.Popen[str], report: Report) -> Iterator[str]:
    total = sum(1 for line in _CONSTRAINTS.read_text("utf-8").splitlines() if "==" in line)
    collected = 0
    for line in pip.stdout or ():
        yield line
        if line.startswith("Collecting "):
            collected += 1
            name = re.split(r"[\s<>=!~;\[(]", line.removeprefix("Collecting "))[0]
            report(min(1.0, collected / total) * _COLLECTED, name)
        elif line.startswith("Installing collected packages"):
            report(_COLLECTED, "unpacking")


def _explain(said: str, log: Path) -> ServerError:
    if _NETWORK.search(said):
        return ServerError(
            "Expected to fetch Label Studio from the package index, got no connection.",
            hint="Try again with a network; what was fetched so far is kept.",
        )
    errors = [line.strip() for line in said.splitlines() if line.lower().startswith("error")]
    reason = (errors or ["no reason given"])[-1].removeprefix("ERROR: ").rstrip(".")
    return ServerError(
        f"Expected pip to install Label Studio {VERSION}, got: {reason}.",
        hint=f"All that it said is in {log}.",
    )


def _find_python() -> str:
    """Return a Python that this version runs on: this one, else one of the system's."""
    if sys.version_info[:2] <= _NEWEST:
        return sys.executable
    names = (f"python3.{minor}" for minor in (13, 12, 11))
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise ServerError(
            f"Expected Python 3.11 to 3.13 for Label Studio {VERSION}, got none.",
            hint="Install one of them beside this one, and it will be found.",
        )
    return found


def _last_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return (lines or ["no reason given"])[-1].rstrip(".")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _tell_nobody(_share: float, _name: str) -> None:
    """Take the place of a report where nobody looks."""
