"""The folder of a server that a person keeps: its data survive, and one process holds it."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from workbench.errors import ServerError, UsageError
from workbench.sync.server.account import (
    DEFAULT_EMAIL,
    PASSWORD_NAME,
    TOKEN_NAME,
    Account,
    make_account,
    read_account,
    write_account,
)
from workbench.sync.server.installation import VERSION
from workbench.sync.server.process import HOST, PortTaken, Server, is_free, start_server

FIRST_PORT, LAST_PORT = 8080, 8179
_TRIES = 10
_APPLICATION = "claims-workbench"
_DATA_NAME, _LOCK_NAME = "data", "running.json"


@dataclass(frozen=True)
class Served:
    """A server that a person keeps, while it runs.

    Parameters
    ----------
    server
        The process and its address.
    account
        Who logs in.
    folder
        Where the password and the token lie, readable by their owner alone.
    """

    server: Server
    account: Account
    folder: Path

    @property
    def password_path(self) -> Path:
        """The file with the password."""
        return self.folder / PASSWORD_NAME

    @property
    def token_path(self) -> Path:
        """The file with the token."""
        return self.folder / TOKEN_NAME


def find_environment() -> Path:
    """Return the user's cache folder for this version of Label Studio."""
    from platformdirs import user_cache_path

    return user_cache_path(_APPLICATION) / f"label-studio-{VERSION}"


def find_home() -> Path:
    """Return the user's folder for what Label Studio keeps."""
    from platformdirs import user_data_path

    return user_data_path(_APPLICATION) / "label-studio"


@contextmanager
def serving(
    home: Path, command: Path, *, email: str | None = None, port: int | None = None
) -> Iterator[Served]:
    """Run the server of a folder until the block ends.

    The first time makes its tables and its account, aside and as a whole: what Ctrl+C breaks off
    is begun again. Later times keep the port, because projects remember the address.

    Parameters
    ----------
    home
        The folder of the server.
    command
        What `install_server` returned.
    email
        The account to make; without it ``annotator@example.org``.
    port
        The port on the loopback device; without it the last one, else the first free one.

    Raises
    ------
    UsageError
        The port is taken, or the folder has an account of another name.
    ServerError
        Another process runs this server, or it does not start.
    """
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _held(home / _LOCK_NAME) as lock:
        last = _read_state(lock).get("port")
        find_port(port, last)  # before the minute that a first start takes
        data = home / _DATA_NAME
        if not data.exists():
            make_data(data, command, make_account(email or DEFAULT_EMAIL))
        account = _check_account(read_account(data), email, data)
        server = _start(
            lambda chosen: start_server(
                command, data, account, port=chosen, keep_open=[lock.fileno()]
            ),
            port,
            last,
        )
        try:
            _write_state(lock, {"port": server.port, "url": server.url, "pid": server.process.pid})
            yield Served(server, account, data)
        finally:
            server.stop()


def _start(start: Callable[[int], Server], wanted: int | None, last: object) -> Server:
    """Start the server on a free port, or on the next one where somebody else was faster."""
    tried: list[int] = []
    while True:
        tried.append(find_port(wanted, last, tried))
        try:
            return start(tried[-1])
        except PortTaken:
            if wanted is not None or len(tried) >= _TRIES:
                raise


def find_port(wanted: int | None, last: object = None, tried: Collection[int] = ()) -> int:
    """Return a free port: the one that is wanted, else the last one, else the first from 8080.

    Without one that is wanted, those that were `tried` are passed over.
    """
    if wanted is not None:
        if not is_free(wanted):
            raise UsageError(
                f"Expected a free port on {HOST}, got {wanted}, which is taken.",
                hint="Name another one with `--port`, or leave that out.",
            )
        return wanted
    candidates = list(range(FIRST_PORT, LAST_PORT + 1))
    if isinstance(last, int) and 0 < last < 65536:
        candidates.insert(0, last)
    for port in candidates:
        if port not in tried and is_free(port):
            return port
    raise UsageError(
        f"Expected a free port on {HOST}, got none from {FIRST_PORT} to {LAST_PORT}.",
        hint="Name one with `--port`.",
    )


def make_data(data: Path, command: Path, account: Account) -> None:
    """Make the tables and the account of a server in the folder `data`: as a whole, or nothing."""
    # A server killed between its user and that user's token would never take the token.
    half = data.with_name(f"{data.name}-unfinished")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(mode=0o700)
    start_server(command, half, account).stop()
    write_account(account, half)
    half.rename(data)


def _check_account(account: Account | None, email: str | None, data: Path) -> Account:
    if account is None:
        raise ServerError(
            f"Expected the account of Label Studio in {data}, got none.",
            hint="Serve from another folder with `--data DIR`, or put its files back.",
        )
    if email is not None and email != account.email:
        raise UsageError(
            f"Expected the account {account.email}, with which this server was made; got {email}.",
            hint="Leave `--email` out, or serve from another folder with `--data DIR`.",
        )
    return account


@contextmanager
def _held(path: Path) -> Iterator[IO[str]]:
    """Give the lock file; the server inherits it, so that it is held until both have ended."""
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _already_running(_read_state(file)) from None
        yield file


def _already_running(state: dict[str, Any]) -> ServerError:
    where = f"at {state['url']} (process {state['pid']})" if "url" in state else "or is starting"
    return ServerError(
        f"Expected Label Studio not to run yet; it does, {where}.",
        hint="Use that one, or end it first with Ctrl+C where it was started.",
    )


def _read_state(file: IO[str]) -> dict[str, Any]:
    file.seek(0)
    with suppress(ValueError):
        found = json.loads(file.read())
        if isinstance(found, dict):
            return found
    return {}


def _write_state(file: IO[str], state: dict[str, Any]) -> None:
    file.seek(0)
    file.truncate()
    file.write(json.dumps(state))
    file.flush()
