"""What a disk does to a store: full, read-only, on a network, gone."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.contract.building import (
    INFO,
    LAYER,
    add,
    annotate,
    decide,
    local_mounts,
    make_action,
    make_document,
)
from tests.disks import fill, small_disk
from workbench.errors import StoreError, StoreUnavailable
from workbench.store import Store, create_store, open_store

__all__ = ["small_disk"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite"
    with create_store(path, INFO, mounts=local_mounts) as store:
        add(store, make_document())
        decide(store, "s1")
    return path


def read_pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


# ---------------------------------------------------------------- settings


def test_a_local_store_uses_the_log_and_waits_for_the_disk(path: Path) -> None:
    with open_store(path, mounts=local_mounts) as store:
        assert store.warnings == ()
        with store._database.writing() as connection:
            names = ("journal_mode", "synchronous", "foreign_keys")
            found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
    assert found == ["wal", 2, 1]


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "smbfs"])
def test_on_a_network_disk_there_is_no_log_and_a_warning(path: Path, kind: str) -> None:
    folder = str(path.parent)
    with open_store(path, mounts=lambda: [("/", "ext4"), (folder, kind)]) as store:
        (warning,) = store.warnings
        assert kind in warning
        decide(store, "s2")
        assert store.check() == ()
    assert read_pragma(path, "journal_mode") == "delete"
    with open_store(path, mounts=local_mounts) as store:
        assert store.warnings == ()
    assert read_pragma(path, "journal_mode") == "wal"


def test_closing_leaves_one_file(path: Path) -> None:
    open_store(path).close()
    assert [each.name for each in path.parent.iterdir()] == ["store.sqlite"]


def test_a_new_store_has_the_ordinary_permissions(path: Path) -> None:
    plain = path.with_name("plain")
    plain.touch()
    assert path.stat().st_mode == plain.stat().st_mode


def test_a_store_may_lie_behind_any_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "مشروع 100% #1?x=y&z"
    folder.mkdir()
    monkeypatch.chdir(folder)
    with create_store("st%20ore.sqlite", INFO) as store:
        add(store, make_document())
    assert [each.name for each in folder.iterdir()] == ["st%20ore.sqlite"]
    monkeypatch.chdir(tmp_path)
    with open_store(folder / "st%20ore.sqlite") as store:
        assert store.has_document("d1")


# ---------------------------------------------------------------- gone


def test_a_file_that_vanished_is_not_written_into_the_void(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.sqlite"
    with open_store(path) as store:
        path.rename(elsewhere)
        action = make_action(("d1", annotate("s2"), 0))
        for _ in range(2):
            with pytest.raises(StoreUnavailable, match="no longer there"):
                store.save(action)
        assert not path.exists()
        elsewhere.rename(path)
        assert store.save(action).repeated is False
    with open_store(path) as store:
        assert store.get_annotations("d1", LAYER).keys() == {"s1", "s2"}


def test_a_restored_copy_is_taken_and_a_stranger_is_not(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    shutil.copy(path, copy)
    with open_store(path) as store:
        decide(store, "s2")
        _remove(path)
        other = create_store(path, type(INFO)("f" * 32, "other", "s", "1.0"))
        with pytest.raises(StoreUnavailable, match="another project"):
            decide(store, "s3")
        other.close()
        _remove(path)
        os.replace(copy, path)  # noqa: PTH105  what a restore does
        decide(store, "s3")
        assert store.get_annotations("d1", LAYER).keys() == {"s1", "s3"}


def test_a_log_without_its_store_is_not_taken_over(path: Path) -> None:
    with open_store(path) as store:
        decide(store, "s2")
        path.unlink()
        with pytest.raises(StoreError, match="something already"):
            create_store(path, INFO)


def _remove(path: Path) -> None:
    for each in path.parent.glob(f"{path.name}*"):
        each.unlink()


# ---------------------------------------------------------------- full


@pytest.mark.parametrize("kind", ["ext4", "nfs4"])
def test_on_a_full_disk_nothing_is_half_saved(small_disk: Path, kind: str) -> None:
    path = small_disk / "store.sqlite"
    with create_store(path, INFO, mounts=lambda: [("/", kind)]) as store:
        documents = [make_document(f"d{number}") for number in range(3)]
        add(store, *documents)
        before = store.state_hash()
        filler = small_disk / "filler"
        fill(filler)
        sentences = ("s1", "s2", "s3")
        long = "طويل " * 20_000
        changes = [("d1", annotate(each, "done", long), 0) for each in sentences]
        action = make_action(*changes)
        with pytest.raises(StoreUnavailable, match="full") as caught:
            store.save(action)
        assert "Free some space" in str(caught.value)
        with pytest.raises(StoreUnavailable, match="full"):
            add(store, *(make_document(f"n{number}", ("body",), long) for number in range(9)))
        assert store.state_hash() == before
        filler.unlink()
        assert store.save(action).repeated is False
        assert store.check() == ()
    assert read_pragma(path, "integrity_check") == "ok"


def test_on_a_full_disk_no_store_is_begun(small_disk: Path) -> None:
    fill(small_disk / "filler")
    with pytest.raises(StoreUnavailable, match=r"/store\.sqlite is full"):
        create_store(small_disk / "store.sqlite", INFO)
    assert [each.name for each in small_disk.iterdir()] == ["filler"]


def test_a_store_on_a_full_disk_says_so_before_it_is_open(small_disk: Path) -> None:
    path = small_disk / "store.sqlite"
    create_store(path, INFO).close()
    fill(small_disk / "filler")
    with pytest.raises(StoreUnavailable, match="full"):
        open_store(path)
    (small_disk / "filler").unlink()
    with open_store(path) as store:
        assert store.check() == ()


# ---------------------------------------------------------------- read-only


@pytest.fixture
def read_only(path: Path) -> Iterator[Path]:
    """Give a store that cannot be written: by a read-only mount for root, else by permissions."""
    folder = path.parent
    if os.geteuid() != 0:
        path.chmod(0o444)
        folder.chmod(0o555)
        yield path
        folder.chmod(0o755)
        return
    if not sys.platform.startswith("linux"):
        pytest.skip("root may write everywhere, and cannot mount read-only here")
    for options in (["--bind"], ["-o", "remount,bind,ro"]):
        command = ["mount", *options, str(folder), str(folder)]
        if subprocess.run(command, capture_output=True, check=False).returncode != 0:
            pytest.skip("a folder cannot be mounted read-only here")
    yield path
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_read_only_store_says_so(read_only: Path) -> None:
    with (
        pytest.raises(StoreUnavailable) as caught,
        open_store(read_only, mounts=local_mounts) as store,
    ):
        decide(store, "s2")
    assert "read-only" in str(caught.value)
    assert "writable" in str(caught.value)


def test_in_a_read_only_folder_no_store_is_made(read_only: Path) -> None:
    with pytest.raises(StoreUnavailable, match="read-only"):
        create_store(read_only.with_name("new.sqlite"), INFO)


def test_a_store_that_becomes_read_only_says_so(path: Path) -> None:
    with open_store(path) as store, store._database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA query_only = ON")
        connection.close()
        with pytest.raises(StoreUnavailable, match="read-only"):
            decide(store, "s2")


def _save_as(user: int, path: Path, queue: Any) -> None:
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)
    try:
        with open_store(path, mounts=local_mounts) as store:
            store.ensure_person("Amal")
        queue.put("saved")
    except StoreUnavailable as error:
        queue.put(str(error))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_store_of_somebody_else_says_so(path: Path) -> None:
    # pytest's folders are closed to others: the store has to lie where they may look.
    folder = Path("/var/tmp" if Path("/var/tmp").is_dir() else "/tmp") / f"wb-{os.getpid()}"
    folder.mkdir(mode=0o755)
    try:
        shown = Path(shutil.copy(path, folder / "store.sqlite"))
        context = multiprocessing.get_context("fork")
        queue = context.Queue()
        child = context.Process(target=_save_as, args=(65534, shown, queue))
        child.start()
        answer = queue.get(timeout=60)
        child.join(60)
    finally:
        shutil.rmtree(folder)
    assert "read-only" in answer


# ---------------------------------------------------------------- broken


def test_an_error_of_the_disk_is_unavailable(path: Path) -> None:
    with open_store(path) as store:
        decide(store, "s2")
        _raise_at(store, "commit", OSError(5, "Input/output error"))
        with pytest.raises(StoreUnavailable, match="Input/output error"):
            decide(store, "s3")
        store._database.step = lambda _step: None
        assert store.get_annotations("d1", LAYER).keys() == {"s1", "s2"}


def _raise_at(store: Store, step: str, error: Exception) -> None:
    def fail(name: str) -> None:
        if name == step:
            raise error

    store._database.step = fail
