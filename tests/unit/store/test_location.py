"""Places of stores: paths, URLs, and the file systems under them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workbench.errors import UsageError
from workbench.store import location, open_store
from workbench.store.location import find_network_type, parse_location, read_mounts, show_location


def test_a_path_is_a_file_and_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    expected = str(tmp_path / "a.sqlite")
    for given in ("a.sqlite", Path("a.sqlite"), "sqlite:///a.sqlite", f"sqlite:///{expected}"):
        assert show_location(parse_location(given)) == expected


def test_a_url_of_postgresql_takes_our_driver_and_never_shows_its_password() -> None:
    url = parse_location("postgresql://amal:secret@db.example/claims?password=secret&host=/tmp")
    assert url.drivername == "postgresql+psycopg"
    assert url.password == "secret"
    shown = show_location(url)
    assert shown == "postgresql+psycopg://amal@db.example/claims?host=%2Ftmp"


def test_without_its_driver_postgresql_names_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UsageError, match=r"claims-workbench\[postgres\]"):
        open_store("postgresql://amal@db.example/claims")


@pytest.mark.parametrize("given", ["postgresql+asyncpg://h/d", "oracle://h/d", "http://h/d"])
def test_other_drivers_are_refused(given: str) -> None:
    with pytest.raises(UsageError, match="Expected the path"):
        parse_location(given)


@pytest.mark.parametrize(
    ("mounts", "expected"),
    [
        ([("/", "ext4")], None),
        ([("/", "ext4"), ("/home", "nfs4")], "nfs4"),
        ([("/home", "nfs4"), ("/", "ext4")], "nfs4"),
        ([("/", "ext4"), ("/home", "nfs4"), ("/home/amal", "xfs")], None),
        ([("/", "nfs"), ("/", "ext4")], None),
        ([("/", "ext4"), ("/home", "ext4"), ("/home", "cifs")], "cifs"),
        ([("/", "ext4"), ("/ho", "nfs4"), ("/home/amalia", "nfs4")], None),
        ([("/", "overlay"), ("/home/amal/a.sqlite", "9p")], "9p"),
        ([], None),
    ],
)
def test_the_nearest_mount_decides(mounts: list[tuple[str, str]], expected: str | None) -> None:
    assert find_network_type(Path("/home/amal/a.sqlite"), lambda: mounts) == expected


def test_lines_of_linux_are_read_spaces_and_all() -> None:
    text = "srv:/x /mnt/my\\040disk nfs4 rw 0 0\n/dev/sda1 / ext4 rw 0 0\nbroken\n"
    assert location._parse_linux_mounts(text) == [("/mnt/my disk", "nfs4"), ("/", "ext4")]


def test_lines_of_a_mac_are_read() -> None:
    text = (
        "/dev/disk1s1 on / (apfs, local)\n//amal@nas/a on /Volumes/a (b) (smbfs, nodev)\nbroken\n"
    )
    assert location._parse_mac_mounts(text) == [("/", "apfs"), ("/Volumes/a (b)", "smbfs")]


def test_this_machine_has_mounts() -> None:
    assert "/" in {point for point, _ in read_mounts()}


def test_where_mounts_cannot_be_told_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise OSError

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(location, "_run_mount", fail)
    assert read_mounts() == []
