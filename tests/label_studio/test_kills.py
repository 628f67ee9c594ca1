"""Killed between any two steps of a sync, and begun again: both sides end as if nothing had been.

A step is a request that goes out or has come back, or a transaction of the store that begins, is
about to be committed or has been. Children are forked from this process, which has all loaded.
"""

from __future__ import annotations

import os
import random
import signal
import traceback
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.golden.export.invented import make_records
from tests.label_studio.server import LabelStudio
from tests.label_studio.syncing import (
    add_here,
    change_here,
    change_there,
    drop,
    ensure_user,
    find_project,
    make_project,
    make_sync,
    read_here,
    read_there,
)
from workbench.project import open_project
from workbench.store import open_store
from workbench.sync import Sync

KILLS = 200
SOON = 8  # so many steps there are in every run

pytestmark = [pytest.mark.kill, pytest.mark.slow, pytest.mark.timeout(1_800)]

Step = Callable[[str], None]


def push_and_pull(sync: Sync) -> None:
    sync.pull()
    sync.push()


# What is done one after the other to one project; before each, people work on both sides.
STAGES: tuple[Callable[[Sync], Any], ...] = (Sync.push, Sync.pull, Sync.push, push_and_pull)


class Chain:
    """One project on its way: the first push, a pull, a later push, and a conflict."""

    def __init__(self, folder: Path, label_studio: LabelStudio) -> None:
        self.folder = folder
        self.place = folder / "project"
        self.label_studio = label_studio
        folder.mkdir()
        make_project(self.place, make_records()[:2]).close()

    def prepare(self, stage: int) -> None:
        """Let people work on both sides before a stage."""
        with closing(open_project(self.place)) as project:
            if stage == 1:
                there = find_project(self.label_studio, project)
                change_there(self.label_studio, there, "doubt")
            elif stage == 2:
                change_here(project, "doubt")
                add_here(project, self.folder)
            elif stage == 3:
                there = find_project(self.label_studio, project)
                change_here(project, "deny", attribution="a4")
                change_there(self.label_studio, there, "report")

    def run(self, stage: int, step: Step) -> None:
        """Do what a stage is about, as a command would; `step` is told each step."""
        with (
            closing(open_project(self.place)) as project,
            closing(open_store(self.place / "workbench.sqlite", step=step)) as store,
            closing(
                make_sync(
                    project, self.label_studio.url, store=store, step=step, read_s=60, long_s=60
                )
            ) as sync,
        ):
            STAGES[stage](sync)

    def run_and_die(self, stage: int, last: int) -> bool:
        """Do it in a child that is killed before its step `last`; answer whether it was."""
        child = os.fork()
        if not child:
            try:
                self.run(stage, Killer(last))
            except BaseException:  # noqa: BLE001  the child must not go on as a second pytest
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child failed"
        return os.WIFSIGNALED(status)

    def read(self) -> tuple[Any, Any]:
        """Return what both sides say at the end, and check that nothing is left to do."""
        with closing(open_project(self.place)) as project:
            with closing(make_sync(project, self.label_studio.url)) as sync:
                assert sync.push().writes == 0
                assert sync.status().unfinished == 0
            there = read_there(self.label_studio, find_project(self.label_studio, project))
            return there, read_here(project)

    def drop(self) -> None:
        """Delete what was made there."""
        with closing(open_project(self.place)) as project:
            drop(self.label_studio, project)


class Killer:
    """Ends this process, without a word, before its step `last`."""

    def __init__(self, last: int) -> None:
        self.left = last

    def __call__(self, _name: str) -> None:
        self.left -= 1
        if not self.left:
            os.kill(os.getpid(), signal.SIGKILL)


def test_killed_at_every_step(label_studio: LabelStudio, tmp_path: Path) -> None:
    ensure_user(label_studio)
    undisturbed = Chain(tmp_path / "undisturbed", label_studio)
    steps: list[list[str]] = []
    for stage in range(len(STAGES)):
        undisturbed.prepare(stage)
        steps.append([])
        undisturbed.run(stage, steps[stage].append)
    there, here = undisturbed.read()
    assert any(known[-1] == 1 for known in here["known"]), "one conflict"
    undisturbed.drop()

    kills = 0
    half = (max(map(len, steps)) + 1) // 2
    for number in range(1, half + 1):
        chain = Chain(tmp_path / f"chain-{number}", label_studio)
        for stage, names in enumerate(steps):
            chain.prepare(stage)
            # The first life covers the first half of the steps and the second one the rest; a third
            # ends while it asks who is there.
            for last in (number, number + half, random.randint(1, SOON)):
                is_step = last <= len(names)
                kills += chain.run_and_die(stage, last if is_step else random.randint(1, SOON))
            chain.run(stage, lambda _name: None)
        assert chain.read() == (there, here), f"killed before steps {number} and {number + half}"
        chain.drop()
    assert kills >= KILLS
