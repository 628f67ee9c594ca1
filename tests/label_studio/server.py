"""A real Label Studio server for tests, and what a test asks of it without the code under test.

A test module elsewhere imports the fixture: ``from tests.label_studio.server import
label_studio``. Each worker has a server of its own; the environment and the template database,
which are made once, lie in `.dev` of the checkout.
"""

from __future__ import annotations

import fcntl
import json
import shutil
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import ServerError
from workbench.sync.server import (
    SIZE,
    VERSION,
    Account,
    Server,
    install_server,
    is_installed,
    start_server,
)
from workbench.sync.server.home import make_data

ROOT = Path(__file__).resolve().parent.parent.parent
STATE = ROOT / ".dev"
ENVIRONMENT = STATE / f"label-studio-{VERSION}"
TEMPLATE = STATE / f"label-studio-{VERSION}-template"
ACCOUNT = Account("admin@example.org", "test-password-1", "0123456789abcdef" * 2 + "01234567")
TEXT_CONFIG = """<View><Labels name="label" toName="text"><Label value="CLAIM"/></Labels>
<Text name="text" value="$text" granularity="symbol" saveTextResult="yes"/></View>"""


class Refused(Exception):  # noqa: N818  what the server did
    """An answer of the server that is no success."""

    def __init__(self, status: int, body: str) -> None:
        super().__init__(f"{status}: {body[:300]}")
        self.status = status


@dataclass
class LabelStudio:
    """A running server and the one account that it begins with.

    Parameters
    ----------
    folder
        Its data; a restart finds them again.
    address
        Where it is, if somebody else has started it.
    """

    folder: Path
    command: Path
    account: Account = ACCOUNT
    address: str = ""
    _server: Server | None = field(default=None, repr=False)
    _access_token: str = field(default="", repr=False)

    @property
    def server(self) -> Server:
        assert self._server is not None, "the server is stopped"
        return self._server

    @property
    def url(self) -> str:
        return self.address or self.server.url

    @property
    def is_running(self) -> bool:
        return self._server is not None

    @property
    def token(self) -> str:
        return self.account.token

    def start(self, port: int | None = None) -> None:
        """Start the server, or start it again, at the same port if one is given."""
        self._server = start_server(self.command, self.folder, self.account, port=port)

    def stop(self) -> None:
        """Stop the server as Ctrl+C does."""
        self.server.stop()
        self._server = None

    def kill(self) -> None:
        """Stop the server as a crash does."""
        self.server.kill()
        self._server = None

    def call(
        self, method: str, path: str, body: Any = None, *, token: str | None = None, **query: Any
    ) -> Any:
        """Return what the REST interface answers; raise `Refused` where that is no success."""
        url = f"{self.url}/api/{path.lstrip('/')}"
        if query:
            url += "?" + urllib.parse.urlencode(query, doseq=True)
        token = token or self.token
        scheme = "Bearer" if token.count(".") == 2 else "Token"
        request = urllib.request.Request(
            url,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"{scheme} {token}", "Content-Type": "application/json"},
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=120) as answer:
                content = answer.read()
        except urllib.error.HTTPError as error:
            with error:
                raise Refused(error.code, error.read().decode("utf-8", "replace")) from None
        return json.loads(content) if content else None

    def make_project(self, title: str = "A project", config: str = TEXT_CONFIG) -> int:
        """Make a project and return its number."""
        made = self.call("POST", "projects", {"title": title, "label_config": config})
        return int(made["id"])

    def drop_project(self, project: int) -> None:
        """Delete a project with all that is in it."""
        self.call("DELETE", f"projects/{project}")

    def make_user(self, email: str) -> int:
        """Make one more member; nobody can log in as that person, who may have annotations."""
        made = self.call("POST", "users", {"email": email, "username": email.partition("@")[0]})
        return int(made["id"])

    def make_access_token(self) -> str:
        """Return the personal access token (a JWT to refresh), the newer of the two kinds."""
        if not self._access_token:  # a second one is refused while the first is valid
            self._access_token = str(self.call("POST", "token/")["token"])
        return self._access_token

    def allow_tokens(self, *, legacy: bool, personal: bool = True) -> None:
        """Say which kinds of tokens the organization takes; asked with a personal one."""
        access = self.call("POST", "token/refresh", {"refresh": self.make_access_token()})
        settings = {"api_tokens_enabled": personal, "legacy_api_tokens_enabled": legacy}
        self.call("POST", "jwt/settings", settings, token=access["access"])

    def import_tasks(self, project: int, tasks: list[dict[str, Any]]) -> list[int]:
        """Import tasks and return their numbers."""
        made = self.call("POST", f"projects/{project}/import", tasks, return_task_ids=True)
        return list(made["task_ids"])

    def export(self, project: int, *tasks: int) -> list[dict[str, Any]]:
        """Return the tasks with everything in them: annotations, drafts, predictions."""
        query = {"exportType": "JSON", "download_all_tasks": "true"}
        if tasks:
            query["ids[]"] = list(tasks)  # type: ignore[assignment]
        found = self.call("GET", f"projects/{project}/export", **query)
        return sorted(found, key=lambda task: task["id"])


@pytest.fixture(scope="session")
def label_studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabelStudio]:
    """Give a running server; where there can be none, say what is missing."""
    made = make_server(tmp_path_factory.mktemp("label-studio"))
    made.start()
    yield made
    if made._server is not None:
        made.stop()


@pytest.fixture
def own_label_studio(tmp_path: Path) -> Iterator[LabelStudio]:
    """Give a server for one test, which may kill it, restart it or change its settings."""
    made = make_server(tmp_path / "label-studio")
    made.start()
    yield made
    if made._server is not None:
        made.stop()


@pytest.fixture
def project_id(label_studio: LabelStudio) -> Iterator[int]:
    """Give an empty project that is gone after the test."""
    project = label_studio.make_project()
    yield project
    label_studio.drop_project(project)


def make_server(folder: Path) -> LabelStudio:
    """Return a server with an account and nothing else in `folder`; it is not started yet."""
    command = find_command()
    make_template(command)
    shutil.copytree(TEMPLATE, folder, dirs_exist_ok=True)
    return LabelStudio(folder, command)


def find_command() -> Path:
    """Return the server's command, installed first where it is not; skip where it cannot be."""
    if not is_installed(ENVIRONMENT):
        # Past pytest's capture, for otherwise minutes would go by in silence.
        print(f"Installing Label Studio {VERSION} into .dev ({SIZE})", file=sys.__stderr__)
    try:
        return install_server(ENVIRONMENT)
    except ServerError as error:
        pytest.skip(f"no Label Studio: {error}")


def make_template(command: Path) -> None:
    """Keep a database with its tables and the account, from which a server is up in seconds."""
    if TEMPLATE.is_dir():
        return
    with (STATE / f"{TEMPLATE.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if TEMPLATE.is_dir():
            return
        make_data(TEMPLATE, command, ACCOUNT)


if __name__ == "__main__":  # what `dev.py test` runs while its checks do
    make_template(find_command())
