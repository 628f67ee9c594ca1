"""A server that a person keeps: made once, held by one process, found at the same address."""

from __future__ import annotations

import signal
import socket
import stat
from pathlib import Path

import psutil
import pytest

from tests.unit.sync.server.standin import write_server
from workbench.errors import ServerError, UsageError
from workbench.sync.server import VERSION, Account, make_account, serving
from workbench.sync.server import home as home_module
from workbench.sync.server.process import START_S, PortTaken


@pytest.fixture
def command(tmp_path: Path) -> Path:
    return write_server(tmp_path / "bin" / "label-studio", version=VERSION)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_the_account_is_made_once_and_only_its_owner_may_read_it(home: Path, command: Path) -> None:
    with serving(home, command, email="amal@example.org") as first:
        paths = (first.password_path, first.token_path)
        assert [stat.S_IMODE(path.stat().st_mode) for path in paths] == [0o600, 0o600]
        assert first.token_path.read_text().strip() == first.account.token
    with serving(home, command) as second:
        assert second.account == first.account


def test_no_repr_shows_a_secret(home: Path, command: Path) -> None:
    with serving(home, command) as served:
        for secret in (served.account.password, served.account.token):
            assert secret not in repr(served) + repr(served.server)


def test_two_accounts_are_never_alike() -> None:
    first, second = make_account(), make_account()
    assert len({first.password, second.password, first.token, second.token}) == 4


def test_the_address_stays(home: Path, command: Path) -> None:
    with serving(home, command) as first:
        pass
    with serving(home, command) as second:
        assert second.server.url == first.server.url


def test_a_taken_address_is_left(home: Path, command: Path) -> None:
    with serving(home, command) as first:
        pass
    with socket.socket() as busy:
        busy.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        busy.bind(("127.0.0.1", first.server.port))
        busy.listen()
        with serving(home, command) as second:
            assert second.server.port != first.server.port


def test_a_port_that_somebody_takes_at_the_same_instant_is_left_for_the_next(
    home: Path, command: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home_module, "is_free", lambda _port: True)
    with serving(home, command) as first:
        pass
    with socket.socket() as busy:
        busy.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        busy.bind(("127.0.0.1", first.server.port))
        busy.listen()
        with serving(home, command) as second:
            assert second.server.port != first.server.port
        with pytest.raises(PortTaken), serving(home, command, port=first.server.port):
            pass


def test_a_port_that_is_wanted_and_taken_is_named(home: Path, command: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        taken = busy.getsockname()[1]
        with pytest.raises(UsageError, match=str(taken)), serving(home, command, port=taken):
            pass


def test_a_second_process_is_sent_to_the_first(home: Path, command: Path) -> None:
    with serving(home, command) as served:
        with pytest.raises(ServerError, match=served.server.url), serving(home, command):
            pass
        assert served.server.is_alive()


def test_a_server_whose_parent_is_gone_still_holds_its_folder(home: Path, command: Path) -> None:
    with serving(home, command) as served:
        held = psutil.Process(served.server.process.pid).open_files()
        assert str(home / "running.json") in [each.path for each in held]


def test_what_was_broken_off_is_begun_again(home: Path, command: Path, tmp_path: Path) -> None:
    dying = write_server(tmp_path / "dying", version=VERSION, ends="users")
    with pytest.raises(ServerError, match="no such table: users"), serving(home, dying):
        pass
    with serving(home, command) as served:
        assert served.account.token


def test_another_account_is_not_taken_for_the_one_that_is_there(home: Path, command: Path) -> None:
    with serving(home, command, email="amal@example.org"):
        pass
    with (
        pytest.raises(UsageError, match=r"amal@example\.org"),
        serving(home, command, email="basil@example.org"),
    ):
        pass


@pytest.mark.parametrize("email", ["amal", "a@b", "amal @example.org", ""])
def test_an_account_is_an_address(email: str) -> None:
    with pytest.raises(UsageError, match="e-mail"):
        make_account(email)


def test_an_account_that_is_lost_is_not_made_again(home: Path, command: Path) -> None:
    with serving(home, command) as served:
        pass
    served.token_path.unlink()
    with pytest.raises(ServerError, match="account"), serving(home, command):
        pass
    assert (home / "data" / "label_studio.sqlite3").exists()


def test_another_version_is_not_taken(home: Path, tmp_path: Path) -> None:
    older = write_server(tmp_path / "older", version="1.0.0")
    with pytest.raises(ServerError, match=r"1\.0\.0"), serving(home, older):
        pass


def test_a_server_that_does_not_listen_to_reason_is_ended(home: Path, command: Path) -> None:
    assert START_S >= 180
    with serving(home, command) as served:
        process = served.server.process
    assert process.returncode == -signal.SIGTERM


def test_nothing_of_the_environment_reaches_it(
    home: Path, command: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOST", "DEBUG", "PASSWORD", "DJANGO_DB", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "leaked")
    with serving(home, command) as served:
        seen = psutil.Process(served.server.process.pid).environ()
    assert "leaked" not in seen.values()
    assert seen["LABEL_STUDIO_COLLECT_ANALYTICS"] == "false"


def test_an_account_says_nothing() -> None:
    assert repr(Account("a@example.org", "p", "t")) == "Account(email='a@example.org')"
