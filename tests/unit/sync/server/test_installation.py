"""Label Studio is installed once, in one place, and a run that was broken off is begun again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.sync.server.standin import write_python
from workbench.errors import ServerError
from workbench.sync.server import VERSION, install_server, installation, is_installed

UsePip = Callable[[str], None]
COLLECTS = (
    "echo 'Collecting django==5 (from label-studio)'\necho 'Installing collected packages: a'"
)
FAILS = "echo 'ERROR: No matching distribution found for label-studio'\nexit 1"
NO_NETWORK = "echo 'WARNING: Retrying after NewConnectionError'\nexit 1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "environment"


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    return tmp_path / "calls"


@pytest.fixture
def use_pip(tmp_path: Path, calls: Path, monkeypatch: pytest.MonkeyPatch) -> UsePip:
    def use(pip: str) -> None:
        python = write_python(tmp_path / "python", calls=calls, pip=pip)
        monkeypatch.setattr(installation, "_find_python", lambda: str(python))

    return use


def count_calls(calls: Path) -> int:
    return len(calls.read_text().splitlines())


def test_it_is_installed_once(folder: Path, calls: Path, use_pip: UsePip) -> None:
    use_pip(COLLECTS)
    assert install_server(folder) == folder / "bin" / "label-studio"
    assert is_installed(folder)
    install_server(folder)
    assert count_calls(calls) == 1
    assert f"label-studio=={VERSION}" in calls.read_text()


def test_progress_names_what_comes(folder: Path, use_pip: UsePip) -> None:
    use_pip(COLLECTS)
    told: list[tuple[float, str]] = []
    install_server(folder, report=lambda share, name: told.append((share, name)))
    assert [name for _, name in told] == ["a Python environment", "django", "unpacking", ""]
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_what_was_broken_off_is_begun_again(folder: Path, calls: Path, use_pip: UsePip) -> None:
    use_pip(FAILS)
    with pytest.raises(ServerError, match="No matching distribution"):
        install_server(folder)
    assert not is_installed(folder)
    (folder / "left-over").touch()
    use_pip(COLLECTS)
    install_server(folder)
    assert is_installed(folder)
    assert not (folder / "left-over").exists()


def test_no_network_is_told_apart(folder: Path, use_pip: UsePip) -> None:
    use_pip(NO_NETWORK)
    with pytest.raises(ServerError, match="no connection"):
        install_server(folder)


def test_an_interrupted_installation_is_none(folder: Path, use_pip: UsePip) -> None:
    use_pip(COLLECTS)

    def press_ctrl_c(_share: float, name: str) -> None:
        if name == "unpacking":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        install_server(folder, report=press_ctrl_c)
    assert not is_installed(folder)


def test_of_two_at_once_one_installs(folder: Path, calls: Path, use_pip: UsePip) -> None:
    use_pip(COLLECTS)
    threads = [threading.Thread(target=install_server, args=(folder,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count_calls(calls) == 1


def test_other_versions_of_its_parts_are_installed_again(
    folder: Path, tmp_path: Path, calls: Path, use_pip: UsePip, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_pip(COLLECTS)
    install_server(folder)
    newer = tmp_path / "constraints.txt"
    newer.write_text("django==6\n")
    monkeypatch.setattr(installation, "_CONSTRAINTS", newer)
    assert not is_installed(folder)
    install_server(folder)
    assert count_calls(calls) == 2


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ServerError, match="XDG_CACHE_HOME"):
        install_server(tmp_path / "file" / "environment")


def test_a_python_that_is_too_new_looks_for_an_older_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "_NEWEST", (3, 0))
    monkeypatch.setattr("shutil.which", lambda name: f"/opt/{name}")
    assert installation._find_python() == "/opt/python3.13"
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(ServerError, match=r"Python 3\.11 to 3\.13"):
        installation._find_python()
