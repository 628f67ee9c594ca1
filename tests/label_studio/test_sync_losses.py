"""Answers that are lost and runs that are cut off: nothing is lost, and nothing is there twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from tests.label_studio.server import LabelStudio
from tests.label_studio.sides import (
    AMAL,
    HARBOUR,
    PALACE,
    Sides,
    choose,
    dump,
    find_region,
    make_sides,
)
from workbench.sync.remote import Remote


class Cut(BaseException):
    """What ends a run at some instant; nothing in between may take it for a failure."""


@pytest.fixture
def sides(label_studio: LabelStudio, tmp_path: Path) -> Iterator[Sides]:
    """Give a project whose annotator is a member there, not pushed yet."""
    if AMAL not in [user["email"] for user in label_studio.call("GET", "users")]:
        label_studio.make_user(AMAL)
    made = make_sides(tmp_path, label_studio)
    yield made
    made.recorder.before = made.recorder.after = None
    if made.sync.status().project is not None:
        label_studio.drop_project(made.number)
    assert made.project.store.check() == ()
    made.close()


def _lose_writes(sides: Sides, status: int | None) -> Callable[[], int]:
    """Lose the answer to each write the first time; return how many were lost."""
    lost: list[str] = []

    def after(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        name = f"{request.method} {request.url.path}"
        if request.method == "GET" or "validate" in name or name in lost:
            return response
        lost.append(name)
        if status is None:
            raise httpx.ReadError("reset by peer", request=request)
        return httpx.Response(status, content=b"<html>bad gateway</html>", request=request)

    sides.recorder.after = after
    return lambda: len(lost)


def _show_there(sides: Sides) -> str:
    """Return what stands there, without the numbers and times of the server."""
    shown: dict[str, list[object]] = {}
    for task in sides.server.export(sides.number):
        found = [
            {name: each[name] for name in ("result", "completed_by", "ground_truth")}
            for each in task["annotations"]
        ]
        shown.setdefault(task["data"]["wb_id"], []).append(found)
    return dump(shown)


def _work(sides: Sides) -> None:
    """Do a little of everything, both ways."""
    sides.sync.push()
    cue = find_region(sides.annotation(HARBOUR)["result"], "a4", "CUE")
    if "noncommittal" not in dump(sides.annotation(HARBOUR)["result"]):
        sides.edit(HARBOUR, lambda each: choose(each, cue, "stance", "noncommittal"))
    if {each.id: each.stance for each in sides.read(HARBOUR, "s2").attributions}["a3"] == "deny":
        sides.set_stance("a3", "affirm")
    sides.sync.push()
    sides.sync.pull()
    sides.sync.push()


@pytest.mark.parametrize("status", [None, 502])
def test_answers_that_are_lost_after_the_work_make_nothing_twice(
    sides: Sides, status: int | None
) -> None:
    count = _lose_writes(sides, status)
    _work(sides)
    assert count() >= 3
    sides.recorder.after = None
    tasks = sides.server.export(sides.number)
    assert [len(each["annotations"]) for each in tasks].count(1) == 2
    assert len(tasks) == 3
    result = dump(sides.annotation(HARBOUR)["result"])
    assert ("noncommittal" in result, sides.sync.conflicts()) == (True, ())
    stances = {each.id: each.stance for each in sides.read(HARBOUR, "s2").attributions}
    assert (stances["a3"], stances["a4"]) == ("affirm", "noncommittal")
    sides.recorder.take_writes()
    assert (sides.sync.push().counts, sides.sync.pull().counts) == ((), ())
    assert sides.recorder.take_writes() == []


@pytest.mark.parametrize("ends", [False, True], ids=["answered 504", "killed"])
def test_an_import_that_the_server_still_works_on_is_waited_for(sides: Sides, ends: bool) -> None:
    held: list[httpx.Request] = []
    looks: list[str] = []

    def before(request: httpx.Request) -> None:
        if request.url.path.endswith("/import") and not held:
            held.append(request)
            if ends:
                raise Cut
            raise httpx.ReadTimeout("a proxy lost its patience", request=request)
        if held and len(looks) < 3 and "wb_id" in request.url.params.get("query", ""):
            looks.append(request.url.path)
            if len(looks) == 3:  # only now the server has finished
                sides.recorder._real.handle_request(held[0]).read()

    sides.recorder.before = before
    if ends:
        with pytest.raises(Cut):
            sides.sync.push()
    sides.sync.push()
    assert len(looks) == 3
    keys = [task["data"]["wb_id"] for task in sides.server.export(sides.number)]
    assert sorted(keys) == sorted(set(keys))
    assert len(keys) == 3
    assert sides.sync.status().unfinished == 0
    assert sides.sync.push().counts == ()


def test_a_run_cut_off_at_any_border_ends_like_an_undisturbed_one(
    sides: Sides, label_studio: LabelStudio, tmp_path: Path
) -> None:
    undisturbed = make_sides(tmp_path, label_studio)
    names: list[str] = []
    real = undisturbed.sync._connect

    def connect() -> Remote:
        remote = real()
        remote.step = names.append
        return remote

    undisturbed.sync._connect = connect
    _work(undisturbed)
    there, here = _show_there(undisturbed), undisturbed.records()
    label_studio.drop_project(undisturbed.number)
    undisturbed.close()

    left = iter(range(0, len(names), 2))
    mine = sides.sync._connect
    countdown = [next(left)]

    def step(_name: str) -> None:
        countdown[0] -= 1
        if countdown[0] == 0:
            raise Cut

    def connect_cut() -> Remote:
        remote = mine()
        remote.step = step
        return remote

    sides.sync._connect = connect_cut
    sides.project.store._database.step = step
    for number in left:
        try:
            _work(sides)
        except Cut:
            sides.sync.close()
        countdown[0] = number
    countdown[0] = 0
    _work(sides)
    assert _show_there(sides) == there
    assert sides.records() == here
    sides.recorder.take_writes()
    assert (sides.sync.push().counts, sides.sync.pull().counts) == ((), ())
    assert sides.recorder.take_writes() == []
    assert sides.sync.status().unfinished == 0


def test_what_was_sent_before_a_cut_is_not_taken_for_somebody_elses(sides: Sides) -> None:
    """The answer came, the row was not kept, and here the change was taken back meanwhile."""
    sides.sync.push()
    sides.set_stance("a3", "affirm")

    def cut(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.method == "PATCH":
            raise Cut
        return response

    sides.recorder.after = cut
    with pytest.raises(Cut):
        sides.sync.push()
    sides.recorder.after = None
    assert sides.sync.status().unfinished == 1
    sides.set_stance("a3", "deny")
    sides.sync.pull()
    assert {each.id: each.stance for each in sides.read(HARBOUR, "s2").attributions}["a3"] == "deny"
    sides.sync.push()
    assert '"affirm"' not in json.dumps(
        [each for each in sides.annotation(HARBOUR)["result"] if each.get("id") == "a3-cue-0"]
    )
    assert sides.sync.status().unfinished == 0


def test_reads_that_fail_are_tried_again_with_growing_pauses(sides: Sides) -> None:
    left = [3]

    def after(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.url.path.endswith("/export") and left[0]:
            left[0] -= 1
            return httpx.Response([429, 500, 200][left[0]], content=b"{]", request=request)
        return response

    sides.recorder.after = after
    sides.sync.push()
    assert len(sides.tasks()) == 3
    assert len(sides.waits) == 3
    assert sides.waits == sorted(sides.waits)


def test_one_task_that_the_server_refuses_does_not_hold_up_the_others(sides: Sides) -> None:
    def before(request: httpx.Request) -> None:
        if request.url.path.endswith("/import") and PALACE.encode() in request.read():
            # The server's own refusal: a batch with something that is no task.
            request.stream = httpx.ByteStream(b'[{"data": 1}]')
            request.headers["content-length"] = "13"

    sides.recorder.before = before
    report = sides.sync.push()
    assert [each.key for each in report.notable if each.why == "refused"] == [f"doc:{PALACE}"]
    assert report.has_problems
    assert f"doc:{HARBOUR}" in sides.tasks()
    sides.recorder.before = None
    sides.sync.push()
    assert len(sides.tasks()) == 3
