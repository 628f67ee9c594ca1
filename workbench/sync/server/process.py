"""One running Label Studio: started on the loopback device, watched until it answers, stopped."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import time
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import Any

from workbench.errors import ServerError
from workbench.sync.server.account import Account
from workbench.sync.server.installation import VERSION

START_S = 240.0  # an empty database takes 40 s, and twice as long on a busy machine
STOP_S = 15.0
LOG_NAME = "server.log"
HOST = "127.0.0.1"
# Proxies of the environment are no way to this machine.
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))
_TAKEN = "already in use"
_ANNOUNCED = re.compile(rf"Starting development server at http://{re.escape(HOST)}:(\d+)/")


class PortTaken(ServerError):  # noqa: N818  what happened to it
    """Another program took the port between the look and the start."""


@dataclass(frozen=True)
class Server:
    """A server that answers.

    Parameters
    ----------
    url
        Its address, without a slash at the end.
    process
        The server itself; it has no children.
    log
        The file that it writes to.
    """

    url: str
    process: subprocess.Popen[bytes] = field(repr=False)
    log: Path

    @property
    def port(self) -> int:
        """The port on the loopback device."""
        return int(self.url.rpartition(":")[2])

    def is_alive(self) -> bool:
        """Answer whether the process still runs."""
        return self.process.poll() is None

    def stop(self) -> None:
        """Ask the server to end, and wait until it has."""
        self.process.terminate()
        try:
            self.process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End the server as a crash would."""
        self.process.kill()
        self.process.wait()


def start_server(
    command: Path,
    folder: Path,
    account: Account,
    *,
    port: int | None = None,
    keep_open: Sequence[int] = (),
) -> Server:
    """Start Label Studio and return when it answers.

    Nobody but this machine reaches it, and it reaches nobody: no statistics, no look for newer
    versions, no proxy that leads outside.

    Parameters
    ----------
    command
        What `install_server` returned.
    folder
        Where its database and its log lie; the first start in a folder takes longer, for it makes
        the tables and the account.
    account
        The account to make at the first start; later ones know it.
    port
        The port on the loopback device; without it a free one.
    keep_open
        File descriptors that the server holds as long as it lives: a lock, for example.

    Raises
    ------
    ServerError
        The server ended, or does not answer in time; its last words are in the sentence.
    """
    wanted = port or find_free_port()
    log = folder / LOG_NAME
    (folder / "home").mkdir(parents=True, exist_ok=True)
    options = ["--no-browser", "--internal-host", HOST, "--log-level", "WARNING"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(command), "start", *options, "--port", str(wanted)],
            cwd=folder,
            env=build_environment(command, folder, account),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl+C is for whoever started it, who then stops it
            pass_fds=keep_open,
        )
    try:
        url = _wait_until_it_answers(process, log)
    except BaseException:
        process.kill()
        process.wait()
        raise
    return Server(url, process, log)


def build_environment(command: Path, folder: Path, account: Account) -> dict[str, str]:
    """Return all variables that the server sees.

    Nothing is inherited: it reads settings from names as common as HOST, DEBUG and PASSWORD.
    """
    settings = {
        "BASE_DATA_DIR": str(folder),
        "USERNAME": account.email,
        "PASSWORD": account.password,
        "USER_TOKEN": account.token,
        "ENABLE_LEGACY_API_TOKEN": "true",
        "COLLECT_ANALYTICS": "false",
        "LATEST_VERSION_CHECK": "false",
        "SENTRY_DSN": "",
        "FRONTEND_SENTRY_DSN": "",
        "DISABLE_SIGNUP_WITHOUT_LINK": "true",
    }
    nowhere = f"http://{HOST}:9"  # the port that discards
    return {
        "PATH": os.pathsep.join([str(command.parent), os.environ.get("PATH", os.defpath)]),
        "HOME": str(folder / "home"),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONUNBUFFERED": "1",
        "http_proxy": nowhere,
        "https_proxy": nowhere,
        "no_proxy": f"{HOST},localhost",
        **{f"LABEL_STUDIO_{name}": value for name, value in settings.items()},
    }


def find_free_port() -> int:
    """Return a port of the loopback device that is free now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    """Answer whether nobody listens on `port` of the loopback device."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _wait_until_it_answers(process: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + START_S
    while process.poll() is None and time.monotonic() < end:
        # A busy port sends it to the next one, so only its own word says where it is.
        announced = _ANNOUNCED.search(log.read_text(encoding="utf-8", errors="replace"))
        if announced:
            url = f"http://{HOST}:{announced[1]}"
            with suppress(OSError, HTTPException, ValueError):
                if _ask(f"{url}/health")["status"] == "UP":
                    _check_version(url)
                    return url
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.1)  # between two questions; its death ends the wait at once
    if process.poll() is not None and _TAKEN in log.read_text("utf-8", "replace").casefold():
        raise PortTaken(
            "Expected a free port for Label Studio, got one that another program took first.",
            hint="Start it again, or name another port with `--port`.",
        )
    state = "it ended" if process.poll() is not None else f"no answer in {START_S:.0f} s"
    raise ServerError(
        f"Expected Label Studio to start, got: {state} ({_last_words(log)}).",
        hint=f"All that it said is in {log}.",
    )


def _check_version(url: str) -> None:
    version = _ask(f"{url}/api/version").get("release")
    if version != VERSION:
        raise ServerError(f"Expected Label Studio {VERSION} at {url}, got {version}.")


def _ask(url: str) -> dict[str, Any]:
    with _OPENER.open(url, timeout=10) as answer:
        found = json.loads(answer.read())
    return found if isinstance(found, dict) else {}


def _last_words(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing")
