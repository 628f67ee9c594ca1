"""Killed at any instant: nothing that was acknowledged is lost, and the store opens again.

Children are forked from this process, which has everything loaded: a death costs milliseconds.
Connections do not survive a fork: all are closed before it, and each child opens its own.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sqlite3
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import msgspec
import pytest

from tests.contract.building import (
    INFO,
    LAYER,
    add,
    annotate,
    local_mounts,
    make_action,
    make_document,
)
from workbench.model import RELATIONS, STATUSES, ClaimRef, Segment
from workbench.store import SaidLink, Saved, Store, create_store, open_store

KILLS = 210
SENTENCES = ("s1", "s2", "s3")

pytestmark = pytest.mark.kill


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite"
    with create_store(path, INFO, mounts=local_mounts) as store:
        add(store, make_document())
    return path


def fork(work: Callable[[int], None]) -> tuple[int, int]:
    """Run `work` in a child; return its process id and the pipe on which it reports."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    os.close(reading)
    try:
        work(writing)
    except BaseException:  # noqa: BLE001  the child must not go on as a second pytest
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def save_for_ever(store: Store, seed: int, pipe: int) -> None:
    """Save, undo, redo, add and segment; report each key after it was acknowledged."""
    numbers = random.Random(seed)
    for number in range(100_000):
        key = f"k-{seed}-{number}"
        call_once(store, numbers, key)
        os.write(pipe, f"{key}\n".encode())


def call_once(store: Store, numbers: random.Random, key: str) -> None:
    kind = numbers.choice(["save", "save", "save", "undo", "redo", "add", "segment"])
    if kind == "save":
        stored = store.get_annotations("d1", LAYER)
        names = numbers.sample(SENTENCES, numbers.randint(1, 3))
        status = numbers.choice(STATUSES)
        changes = [
            ("d1", annotate(name, status, key), stored[name].revision if name in stored else 0)
            for name in names
        ]
        action = make_action(*changes, key=key, active_s=1.0)
        one, other = (ClaimRef("d1", f"c.{name}") for name in numbers.sample(SENTENCES, 2))
        said = SaidLink("d1", names[0], one, other, numbers.choice([*RELATIONS, None]))
        store.save(msgspec.structs.replace(action, links=(said,)))
    elif kind == "add":
        add(store, make_document(key))
    elif kind == "segment":
        based_on = store.get_document("d1").segmentation
        segment = Segment(0, 5, numbers.choice(["body", "boilerplate"]))
        store.save_segments("d1", (segment,), based_on=based_on, layer=LAYER, key=key)
    else:
        done = store.undo(LAYER, key) if kind == "undo" else store.redo(LAYER, key)
        if done is None:
            add(store, make_document(key))


def read_reports(pipe: int, content: bytes = b"") -> list[str]:
    """Return the keys that a dead child had reported; a line cut in two was not read by anybody."""
    while part := os.read(pipe, 65_536):
        content += part
    os.close(pipe)
    lines = content.decode().splitlines(keepends=True)
    return [line.strip() for line in lines if line.endswith("\n")]


def read_keys(store: Store) -> set[str]:
    """Return all keys that the store has kept, of whatever kind."""
    with store._database.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT key FROM action UNION SELECT key FROM segmentation"
            " UNION SELECT id FROM document"
        )
        return {row[0] for row in rows}


def check_survivor(path: Path, acknowledged: set[str], store: Store | None = None) -> None:
    """Check that the file is sound, opens, and holds all that was acknowledged.

    `store` is one that knows its statements already, which saves compiling them again.
    """
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with open_store(path, mounts=local_mounts) as opened:
        checked = store or opened
        assert checked.check() == ()
        assert acknowledged <= read_keys(checked)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_no_kill_loses_what_was_acknowledged(path: Path) -> None:
    seed = random.randrange(2**32)
    numbers = random.Random(seed)
    acknowledged: set[str] = set()
    pace_s = 0.01
    with open_store(path, mounts=local_mounts) as store:
        for kill in range(KILLS):
            store.close()  # its connections; the next call makes new ones
            child, pipe = fork(partial(save_for_ever, store, seed + kill))
            # From the opening on (0 reports) to the fourth save.
            pace_s, content = read_some(pipe, numbers.randint(0, 4), pace_s)
            # Waiting for nothing: at which instant of a save it dies is what varies.
            select.select([], [], [], numbers.uniform(0.0, 1.5 * pace_s))
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            assert os.WIFSIGNALED(status), f"the child ended by itself (seed {seed})"
            acknowledged.update(read_reports(pipe, content))
            check_survivor(path, acknowledged, store)
    assert len(acknowledged) > KILLS / 2


def read_some(pipe: int, count: int, pace_s: float) -> tuple[float, bytes]:
    """Read until there are `count` reports; return how long a save takes now, and what was read."""
    content, started = b"", None
    while content.count(b"\n") < count:
        content += os.read(pipe, 1)
        started = started or time.perf_counter()
    if started is not None and count > 1:
        pace_s = (time.perf_counter() - started) / (count - 1)
    return pace_s, content


@pytest.mark.parametrize("point", ["begin", "inserted", "commit", "committed"])
@pytest.mark.parametrize("nth", [1, 2])
def test_a_death_at_each_border_of_a_save(path: Path, point: str, nth: int) -> None:
    before = annotate("s1", "done", "before")
    action = make_action(
        ("d1", annotate("s1", "open", "after"), 1), ("d1", annotate("s2", "done", "after"), 0)
    )

    def work(pipe: int) -> None:
        with open_store(path, mounts=local_mounts) as store:
            store.save(make_action(("d1", before, 0), key="before"))
            os.write(pipe, b"before\n")
            left = nth if point == "inserted" else 1

            def die(step: str) -> None:
                nonlocal left
                left -= step == point
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

            store._database.step = die
            store.save(action)
            os.write(pipe, b"after\n")

    child, pipe = fork(work)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert read_reports(pipe) == ["before"]
    check_survivor(path, {"before"})
    with open_store(path, mounts=local_mounts) as store:
        stored = store.get_annotations("d1", LAYER)
        is_saved = point == "committed"
        assert len(stored) == (2 if is_saved else 1)
        assert stored["s1"].annotation.comment == ("after" if is_saved else "before")
        # The client sends again what was not acknowledged: once, whatever happened.
        again = store.save(action)
        assert again == Saved(action.key, {("d1", "s1"): 2, ("d1", "s2"): 1}, repeated=is_saved)


@pytest.mark.parametrize("point", ["begin", "commit", "committed"])
def test_a_death_while_a_store_is_made_leaves_a_store_or_none(
    tmp_path: Path, point: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.sqlite"

    def die(step: str) -> None:
        if step == point:
            os.kill(os.getpid(), signal.SIGKILL)

    def work(_pipe: int) -> None:
        monkeypatch.setattr(
            "workbench.store.database.Database.__init__.__kwdefaults__",
            {
                "busy_timeout_s": 10.0,
                "step": die,
            },
        )
        create_store(path, INFO)

    child, pipe = fork(work)
    os.close(pipe)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert not path.exists()
    with create_store(path, INFO) as store:
        assert store.check() == ()
