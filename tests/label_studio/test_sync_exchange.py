"""Push and pull against the real server: what goes comes back, and nothing goes twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace

from tests.label_studio.server import LabelStudio
from tests.label_studio.sides import (
    AMAL,
    BADR,
    HARBOUR,
    LAYER,
    PALACE,
    QUIET,
    Sides,
    choose,
    connect,
    dump,
    find_region,
    make_sides,
)
from workbench.errors import MovedError, RemoteError, UsageError
from workbench.model import Annotation
from workbench.project import init_project
from workbench.sync import read_plan
from workbench.sync.pairs import make_uuid


@pytest.fixture(scope="module")
def members(label_studio: LabelStudio) -> dict[str, int]:
    """Give the numbers of two members of the organization."""
    known = {user["email"]: int(user["id"]) for user in label_studio.call("GET", "users")}
    return {email: known.get(email) or label_studio.make_user(email) for email in (AMAL, BADR)}


@pytest.fixture
def sides(label_studio: LabelStudio, members: dict[str, int], tmp_path: Path) -> Iterator[Sides]:
    """Give a project with the invented records in amal's layer, not pushed yet."""
    made = make_sides(tmp_path, label_studio)
    yield made
    if made.sync.status().project is not None:
        label_studio.drop_project(made.number)
    assert made.project.store.check() == ()
    made.close()


@pytest.fixture
def pushed(sides: Sides) -> Sides:
    sides.sync.push()
    sides.recorder.take_writes()
    return sides


def test_a_first_push_makes_everything_once_and_a_second_one_nothing(
    sides: Sides, members: dict[str, int]
) -> None:
    before = sides.records()
    report = sides.sync.push()
    assert sides.recorder.take_writes() == [
        ("POST", "/api/projects/"),
        ("POST", f"/api/projects/{sides.number}/import"),
    ]
    assert (report.writes, report.has_problems) == (2, False)
    tasks = sides.tasks()
    assert set(tasks) == {f"doc:{each}" for each in (HARBOUR, PALACE, QUIET)}
    assert [len(task["annotations"]) for task in tasks.values()].count(1) == 2
    made = sides.annotation(HARBOUR)
    assert (made["completed_by"], made["ground_truth"]) == (members[AMAL], False)
    for again in (sides.sync.push, sides.sync.pull, sides.sync.push):
        assert again().counts == ()
        assert sides.recorder.take_writes() == []
    assert sides.records() == before
    assert sides.sync.status().unfinished == 0


@pytest.mark.parametrize("exported", [50, 1], ids=["at once", "one by one"])
def test_somebody_elses_project_pulls_the_same_bytes(
    pushed: Sides, monkeypatch: pytest.MonkeyPatch, exported: int
) -> None:
    """A copy of the project without annotations gets them from the server alone."""
    monkeypatch.setattr("workbench.sync.pulling.PULLED_TASKS", exported)
    records = [json.loads(each)["document"]["id"] for each in pushed.records()]
    assert len(records) == 3
    other = pushed.project.store.remotes
    before = pushed.records()
    for document in (HARBOUR, PALACE):
        for sentence in pushed.project.store.get_annotations(document, LAYER):
            pushed.save(document, sentence, lambda each: Annotation(each.sentence))
    # What was synchronised is forgotten: as after the loss of these tables.
    number = other.all()[0].number
    with pushed.project.store._database.writing() as connection:
        for table in ("remote_annotation", "remote_task", "remote_journal"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE remote = {number}")
    pushed.sync.pull(full=True)
    assert pushed.records() == before
    assert pushed.recorder.take_writes() == []
    pushed.sync.push()
    assert pushed.recorder.take_writes() == []


def test_a_change_there_becomes_a_revision_that_undo_passes_over(pushed: Sides) -> None:
    cue = find_region(pushed.annotation(HARBOUR)["result"], "a3", "CUE")
    pushed.edit(HARBOUR, lambda result: choose(result, cue, "stance", "affirm"))
    report = pushed.sync.pull()
    assert [str(each) for each in report.counts] == ["here: 1 x update annotation"]
    found = {each.id: each.stance for each in pushed.read(HARBOUR, "s2").attributions}
    assert found["a3"] == "affirm"
    rows = [row for row in pushed.project.store.history(LAYER) if row.action == "sync"]
    assert [(row.sentence, row.revision) for row in rows] == [("s2", 2)]
    assert pushed.project.store.undo_names(LAYER) == (None, None)
    assert pushed.sync.pull().counts == ()
    assert pushed.sync.push().counts == ()
    assert pushed.recorder.take_writes() == []


def test_only_what_changed_there_is_read(pushed: Sides) -> None:
    pushed.sync.pull()
    cue = find_region(pushed.annotation(HARBOUR)["result"], "a4", "CUE")
    pushed.edit(HARBOUR, lambda each: choose(each, cue, "stance", "noncommittal"))
    read: list[str] = []

    def after(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.url.path.endswith("/export"):
            read.extend(task["data"]["wb_id"] for task in response.json())
        return response

    pushed.recorder.after = after
    pushed.sync.pull()
    pushed.recorder.after = None
    assert read == [f"doc:{HARBOUR}"]


def test_a_change_here_sends_its_result_and_nothing_else(pushed: Sides) -> None:
    pushed.set_stance("a3", "affirm")
    before = pushed.annotation(HARBOUR)
    pushed.recorder.bodies.clear()
    pushed.sync.push()
    bodies = [json.loads(each) for each in pushed.recorder.bodies if each]
    assert [sorted(each) for each in bodies] == [["lead_time", "result"]]
    assert pushed.recorder.take_writes() == [("PATCH", f"/api/annotations/{before['id']}/")]
    after = pushed.annotation(HARBOUR)
    assert (after["unique_id"], after["completed_by"]) == (
        before["unique_id"], before["completed_by"],
    )  # fmt: skip
    assert "affirm" in dump(after["result"])
    assert pushed.sync.push().counts == ()
    assert pushed.sync.pull().counts == ()
    assert pushed.recorder.take_writes() == []


def test_changes_of_both_sides_to_different_things_are_merged(pushed: Sides) -> None:
    result = pushed.annotation(HARBOUR)["result"]
    cue = find_region(result, "a4", "CUE")
    pushed.edit(HARBOUR, lambda each: choose(each, cue, "stance", "noncommittal"))
    pushed.set_stance("a3", "affirm")
    assert not pushed.sync.push().has_problems
    stances = {each.id: each.stance for each in pushed.read(HARBOUR, "s2").attributions}
    assert (stances["a3"], stances["a4"]) == ("affirm", "decline")  # a push changes nothing here
    pushed.sync.pull()
    stances = {each.id: each.stance for each in pushed.read(HARBOUR, "s2").attributions}
    assert (stances["a3"], stances["a4"]) == ("affirm", "noncommittal")
    assert "affirm" in dump(pushed.annotation(HARBOUR)["result"])
    assert "noncommittal" in dump(pushed.annotation(HARBOUR)["result"])
    pushed.recorder.take_writes()
    assert (pushed.sync.push().counts, pushed.sync.pull().counts) == ((), ())
    assert pushed.recorder.take_writes() == []


def _quarrel(sides: Sides) -> None:
    """Give an attribution one stance here and another there."""
    cue = find_region(sides.annotation(HARBOUR)["result"], "a3", "CUE")
    sides.edit(HARBOUR, lambda each: choose(each, cue, "stance", "noncommittal"))
    sides.set_stance("a3", "affirm")


def _stances(sides: Sides) -> tuple[str | None, str]:
    """Return the stance of the attribution here and there."""
    here = {each.id: each.stance for each in sides.read(HARBOUR, "s2").attributions}
    result = sides.annotation(HARBOUR)["result"]
    cue = find_region(result, "a3", "CUE")
    there = next(
        each for each in result if (each.get("id"), each.get("from_name")) == (cue, "stance")
    )
    return here["a3"], there["value"]["choices"][0]


@pytest.mark.parametrize("first", ["pull", "push"])
@pytest.mark.parametrize("choice", ["ours", "theirs"])
def test_a_conflict_is_kept_on_both_sides_until_somebody_decides(
    pushed: Sides, first: str, choice: str
) -> None:
    _quarrel(pushed)
    report = getattr(pushed.sync, first)()
    assert first == "push" or report.has_problems
    for _ in range(2):
        pushed.sync.pull()
        pushed.sync.push()
        assert _stances(pushed) == ("affirm", "noncommittal")
    (conflict,) = pushed.sync.conflicts()
    assert (conflict.ours, conflict.theirs) == ("affirm", "noncommittal")
    assert conflict.base == "deny"
    pushed.sync.resolve(conflict.number, choice)  # type: ignore[arg-type]
    pushed.sync.pull()
    pushed.sync.push()
    decided = "affirm" if choice == "ours" else "noncommittal"
    assert _stances(pushed) == (decided, decided)
    assert pushed.sync.conflicts() == ()
    pushed.recorder.take_writes()
    assert (pushed.sync.push().counts, pushed.sync.pull().counts) == ((), ())
    assert pushed.recorder.take_writes() == []


def test_what_is_not_in_conflict_flows_beside_a_conflict(pushed: Sides) -> None:
    _quarrel(pushed)
    pushed.sync.pull()
    pushed.save(HARBOUR, "s4", lambda each: replace(each, flagged=True))
    cue = find_region(pushed.annotation(HARBOUR)["result"], "a4", "CUE")
    pushed.edit(HARBOUR, lambda result: choose(result, cue, "stance", "report"))
    pushed.sync.push()
    pushed.sync.pull()
    assert _stances(pushed) == ("affirm", "noncommittal")
    assert {each.id: each.stance for each in pushed.read(HARBOUR, "s2").attributions}[
        "a4"
    ] == "report"
    assert dump(pushed.annotation(HARBOUR)["result"]).count('["flagged"]') == 2
    assert len(pushed.sync.conflicts()) == 1


def test_a_decision_is_asked_again_when_its_values_moved(pushed: Sides) -> None:
    _quarrel(pushed)
    pushed.sync.pull()
    (conflict,) = pushed.sync.conflicts()
    pushed.sync.resolve(conflict.number, "ours")
    cue = find_region(pushed.annotation(HARBOUR)["result"], "a3", "CUE")
    pushed.edit(HARBOUR, lambda each: choose(each, cue, "stance", "report"))
    pushed.sync.pull()
    pushed.sync.push()
    assert _stances(pushed) == ("affirm", "report")
    (newer,) = pushed.sync.conflicts()
    assert newer.number != conflict.number
    with pytest.raises(UsageError, match="open conflict"):
        pushed.sync.resolve(conflict.number, "ours")


def test_a_draft_is_never_written_over(pushed: Sides) -> None:
    known = pushed.annotation(HARBOUR)
    body = {"result": known["result"][:3], "lead_time": 3}
    pushed.server.call("POST", f"tasks/{known['task']}/annotations/{known['id']}/drafts", body)
    pushed.set_stance("a3", "affirm")
    (held,) = pushed.sync.push().notable
    assert (held.action, held.why) == ("hold", "draft")
    assert pushed.recorder.take_writes() == []
    assert len(pushed.tasks()[f"doc:{HARBOUR}"]["drafts"]) == 1
    pushed.edit(PALACE, list)
    pushed.sync.pull(full=True)
    pushed.sync.push(force=True)
    assert "affirm" in dump(pushed.annotation(HARBOUR)["result"])


def test_a_draft_is_shown_as_unfinished_and_is_no_label(pushed: Sides) -> None:
    before = pushed.records()
    task = pushed.tasks()[f"doc:{QUIET}"]["id"]
    body = {"result": pushed.annotation(HARBOUR)["result"][1:2], "lead_time": 1}
    pushed.server.call("POST", f"tasks/{task}/drafts", body)
    pushed.server.call("PATCH", f"tasks/{task}", {"meta": pushed.tasks()[f"doc:{QUIET}"]["meta"]})
    pushed.sync.pull()
    (draft,) = pushed.sync.drafts()
    assert (draft.wb_id, draft.regions) == (f"doc:{QUIET}", 1)
    assert pushed.sync.status().drafts == 1
    assert pushed.records() == before


def test_skipped_there_is_a_status_and_deletes_nothing(pushed: Sides) -> None:
    before = pushed.records()
    known = pushed.annotation(HARBOUR)
    pushed.server.call("PATCH", f"annotations/{known['id']}", {"was_cancelled": True})
    pushed.sync.pull()
    assert pushed.sync.status().skipped == 1
    assert pushed.records() == before
    pushed.server.call("PATCH", f"annotations/{known['id']}", {"was_cancelled": False})
    pushed.sync.pull()
    assert pushed.sync.status().skipped == 0
    assert (pushed.sync.push().counts, pushed.records()) == ((), before)


def test_deleted_there_is_kept_here_until_somebody_wants_it_back(pushed: Sides) -> None:
    before = pushed.records()
    known = pushed.annotation(HARBOUR)
    pushed.server.call("DELETE", f"annotations/{known['id']}")
    (said,) = pushed.sync.pull().notable
    assert (said.action, said.why) == ("delete", "gone")
    assert (pushed.records(), pushed.sync.status().gone) == (before, 1)
    pushed.sync.push()
    assert pushed.tasks()[f"doc:{HARBOUR}"]["annotations"] == []
    pushed.sync.push(recreate=True)
    assert pushed.annotation(HARBOUR)["result"] == known["result"]
    pushed.recorder.take_writes()
    assert (pushed.sync.push().counts, pushed.sync.pull().counts) == ((), ())
    assert pushed.recorder.take_writes() == []


@pytest.mark.parametrize("choice", ["ours", "theirs"])
def test_deleted_there_and_changed_here_is_a_conflict(pushed: Sides, choice: str) -> None:
    pushed.server.call("DELETE", f"annotations/{pushed.annotation(HARBOUR)['id']}")
    pushed.set_stance("a3", "affirm")
    assert pushed.sync.pull().has_problems
    (conflict,) = pushed.sync.conflicts()
    pushed.sync.push()
    assert pushed.tasks()[f"doc:{HARBOUR}"]["annotations"] == []
    pushed.sync.resolve(conflict.number, choice)  # type: ignore[arg-type]
    pushed.sync.push()
    pushed.sync.pull()
    there = pushed.tasks()[f"doc:{HARBOUR}"]["annotations"]
    assert len(there) == (1 if choice == "ours" else 0)
    assert {each.id: each.stance for each in pushed.read(HARBOUR, "s2").attributions}[
        "a3"
    ] == "affirm"
    assert pushed.sync.conflicts() == ()


def test_a_deleted_task_is_a_tombstone_and_its_number_may_be_anothers(pushed: Sides) -> None:
    before = pushed.records()
    tasks = pushed.tasks()
    last = max(tasks.values(), key=lambda each: int(each["id"]))
    name = last["data"]["wb_id"].removeprefix("doc:")
    pushed.server.call("DELETE", f"tasks/{last['id']}")
    (number,) = pushed.server.import_tasks(
        pushed.number, [{"data": {"text": "another article", "wb_id": "doc:other"}}]
    )
    assert number == last["id"], "the server gives numbers again: the point of this test"
    if pushed.project.store.get_annotations(name, LAYER):
        sentence = next(iter(pushed.project.store.get_annotations(name, LAYER)))
        pushed.save(name, sentence, lambda each: replace(each, flagged=True))
        before = pushed.records()
    report = pushed.sync.push()
    assert pushed.recorder.take_writes() == []
    assert {each.why for each in report.notable} <= {"gone", "foreign"}
    pushed.sync.pull(full=True)
    assert pushed.tasks()["doc:other"]["data"] == {"text": "another article", "wb_id": "doc:other"}
    assert pushed.sync.status().gone >= 1
    assert pushed.sync.status().foreign == 1
    assert pushed.records() == before
    pushed.sync.push(recreate=True)
    assert last["data"]["wb_id"] in pushed.tasks()


def test_a_task_whose_text_was_changed_there_is_foreign(pushed: Sides) -> None:
    task = pushed.tasks()[f"doc:{HARBOUR}"]
    pushed.server.call(
        "PATCH", f"tasks/{task['id']}", {"data": {**task["data"], "text": "something else"}}
    )
    pushed.set_stance("a3", "affirm")
    pushed.sync.pull()
    (held,) = pushed.sync.push().notable
    assert held.why == "foreign"
    assert pushed.recorder.take_writes() == []


@pytest.mark.parametrize(("kind", "subject"), [("document", HARBOUR), ("person", "a01")])
def test_what_was_withdrawn_is_neither_sent_nor_taken(
    pushed: Sides, kind: str, subject: str
) -> None:
    store = pushed.project.store
    pushed.set_stance("a3", "affirm")
    cue = find_region(pushed.annotation(HARBOUR)["result"], "a3", "CUE")
    pushed.edit(HARBOUR, lambda result: choose(result, cue, "stance", "doubt"))
    store.withdraw(kind, subject, by="dana", reason="asked for it")
    held = {each.why for each in pushed.sync.pull().notable}
    assert held == {"withdrawn" if kind == "document" else "stranger"}
    pushed.sync.push()
    assert pushed.recorder.take_writes() == []
    assert [row for row in store.history() if row.action == "sync"] == []
    store.take_back(kind, subject, by="dana", reason="came back")
    (conflict,) = pushed.sync.pull().notable
    assert conflict.action == "conflict"


def test_an_annotation_by_somebody_unknown_gets_a_layer_of_its_own(
    pushed: Sides, members: dict[str, int]
) -> None:
    known = pushed.annotation(HARBOUR)
    body = {"result": known["result"], "completed_by": members[BADR]}
    pushed.server.call("POST", f"tasks/{known['task']}/annotations", body)
    pushed.sync.pull()
    assert pushed.project.layers == [LAYER, "annotator:a02"]
    mine, theirs = (json.loads(pushed.records(each)[1]) for each in (LAYER, "annotator:a02"))
    assert (mine["claims"], mine["attributions"], mine["decisions"]) == (
        theirs["claims"], theirs["attributions"], theirs["decisions"],
    )  # fmt: skip
    assert BADR not in "".join(pushed.records("annotator:a02"))
    assert pushed.project.store.remotes.emails() == {BADR: "a02"}
    assert pushed.sync.push().counts == ()
    assert pushed.recorder.take_writes() == []


def test_nobody_is_written_under_another_name(sides: Sides, label_studio: LabelStudio) -> None:
    other = connect(sides.project, label_studio, a01="nobody@example.org")
    (held,) = other.sync.push().notable
    assert (held.why, held.layer) == ("unmapped", LAYER)
    assert all(not task["annotations"] for task in other.tasks().values())
    other.sync.push(create_users=True)
    assert len(other.annotation(HARBOUR)["result"]) > 10
    users = {user["id"]: user["email"] for user in label_studio.call("GET", "users")}
    assert users[other.annotation(HARBOUR)["completed_by"]] == "nobody@example.org"
    other.sync.close()


def test_gold_goes_as_ground_truth_and_comes_back(
    label_studio: LabelStudio, tmp_path: Path, members: dict[str, int]
) -> None:
    sides = make_sides(tmp_path, label_studio, layer="gold")
    before = sides.records("gold")
    sides.sync.push("gold")
    made = sides.annotation(HARBOUR)
    assert made["ground_truth"]
    assert (sides.sync.pull().counts, sides.records("gold")) == ((), before)
    cue = find_region(made["result"], "a3", "CUE")
    sides.edit(HARBOUR, lambda each: choose(each, cue, "stance", "affirm"))
    sides.sync.pull()
    stances = {each.id: each.stance for each in sides.read(HARBOUR, "s2", "gold").attributions}
    assert stances["a3"] == "affirm"
    sides.recorder.take_writes()
    sides.sync.push("gold")
    assert sides.recorder.take_writes() == []
    label_studio.drop_project(sides.number)
    sides.close()


def test_a_system_goes_as_predictions_of_its_own_version(
    label_studio: LabelStudio, tmp_path: Path, members: dict[str, int]
) -> None:
    sides = make_sides(tmp_path, label_studio, layer="system:model-1")
    sides.sync.push("system:model-1")
    versions = label_studio.call("GET", f"projects/{sides.number}/model-versions")
    ((version, count),) = versions.items()
    assert (version.split("@")[0], count) == ("model-1", 2)
    assert label_studio.call("GET", f"projects/{sides.number}")["model_version"] == version
    assert all(not task["annotations"] for task in sides.tasks().values())
    sides.recorder.take_writes()
    sides.sync.push("system:model-1")
    assert sides.recorder.take_writes() == []
    stored = sides.project.store.get_annotations(HARBOUR, "system:model-1")["s2"]
    from workbench.store import Action, Change

    change = Change(HARBOUR, replace(stored.annotation, flagged=True), stored.revision)
    sides.project.store.save(Action("later", "system:model-1", "edit", (change,)))
    sides.sync.push("system:model-1")
    newer = label_studio.call("GET", f"projects/{sides.number}/model-versions")
    assert (len(newer), version in newer) == (1, False)
    label_studio.drop_project(sides.number)
    sides.close()


def test_a_uuid_that_is_taken_is_looked_up_and_compared(pushed: Sides) -> None:
    """The row is lost and the annotation is there: a POST would be refused with 409."""
    known = pushed.annotation(HARBOUR)
    pushed.server.call("DELETE", f"annotations/{known['id']}")
    pushed.sync.push(recreate=True)
    made = pushed.annotation(HARBOUR)
    with pushed.project.store._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM remote_annotation")
    pushed.set_stance("a3", "affirm")
    pushed.sync.push()
    assert [each["id"] for each in pushed.tasks()[f"doc:{HARBOUR}"]["annotations"]] == [made["id"]]
    assert "affirm" in dump(pushed.annotation(HARBOUR)["result"])


def test_a_uuid_that_stands_in_another_task_is_told_and_goes_on_when_it_is_free(
    pushed: Sides,
) -> None:
    before = pushed.records()
    pushed.server.call("DELETE", f"annotations/{pushed.annotation(HARBOUR)['id']}")
    name = make_uuid(pushed.sync._open(), f"doc:{HARBOUR}", LAYER)
    elsewhere = pushed.tasks()[f"doc:{QUIET}"]["id"]
    other = pushed.server.call(
        "POST", f"tasks/{elsewhere}/annotations", {"result": [], "unique_id": name}
    )
    pushed.recorder.take_writes()
    report = pushed.sync.push(recreate=True)
    assert [each[0] for each in pushed.recorder.take_writes()].count("POST") == 1
    assert [(each.key, each.why) for each in report.notable] == [(f"doc:{HARBOUR}", "taken")]
    assert report.has_problems
    assert pushed.tasks()[f"doc:{HARBOUR}"]["annotations"] == []
    pushed.server.call("DELETE", f"annotations/{other['id']}")
    assert pushed.sync.push(recreate=True).notable == ()
    assert pushed.annotation(HARBOUR)["unique_id"] == name
    assert pushed.records() == before


def test_a_task_that_is_there_twice_is_told_and_one_is_used(sides: Sides) -> None:
    sides.sync.push()
    task = sides.tasks()[f"doc:{HARBOUR}"]
    sides.server.import_tasks(sides.number, [{"data": task["data"], "meta": task["meta"]}])
    report = sides.sync.pull()
    assert [each.why for each in report.notable] == ["twice"]
    sides.set_stance("a3", "affirm")
    sides.sync.push()
    tasks = [each for each in sides.server.export(sides.number)
             if each["data"]["wb_id"] == f"doc:{HARBOUR}"]  # fmt: skip
    assert [len(each["annotations"]) for each in tasks] == [1, 0]
    assert "affirm" in dump(tasks[0]["annotations"][0]["result"])


def test_foreign_tasks_and_unknown_labels_are_kept_as_they_are(pushed: Sides) -> None:
    pushed.server.import_tasks(pushed.number, [{"data": {"text": "not ours"}}])
    odd = {"id": "x1", "from_name": "mood", "to_name": "text", "type": "choices",
           "value": {"choices": ["calm"]}}  # fmt: skip
    pushed.edit(HARBOUR, lambda result: result.append(odd))
    before = pushed.records()
    pushed.sync.pull()
    assert pushed.records() == before
    assert pushed.sync.status().foreign == 1
    assert pushed.sync.pull().counts == ()
    pushed.set_stance("a3", "affirm")
    pushed.sync.push()
    values = [each.get("value") for each in pushed.annotation(HARBOUR)["result"]]
    assert odd["value"] in values


def test_an_impossible_span_there_is_put_aside(pushed: Sides) -> None:
    value = {"start": 10**6, "end": 10**6 + 5, "text": "?", "labels": ["CLAIM"]}
    bad = {"id": "far", "from_name": "role", "to_name": "text", "type": "labels", "value": value}
    pushed.edit(HARBOUR, lambda result: result.append(bad))
    before = pushed.records()
    pushed.sync.pull()
    assert pushed.records() == before
    assert pushed.sync.push().counts == ()


def test_a_plan_writes_nothing_and_says_what_would_happen(sides: Sides, tmp_path: Path) -> None:
    plan = sides.sync.plan()
    assert sides.recorder.take_writes() == []
    assert [str(each) for each in plan.counts] == [
        "there: 2 x create annotation",
        "there: 1 x create project",
        "there: 3 x create task",
    ]
    sides.sync.push()
    _quarrel(sides)
    pushed_here = sides.sync.plan()
    sides.recorder.take_writes()
    kinds = {(each.side, each.action) for each in pushed_here.entries}
    assert ("here", "conflict") in kinds
    path = tmp_path / "plan.jsonl"
    pushed_here.write(path)
    content = path.read_text("utf-8")
    assert read_plan(path) == pushed_here
    assert sides.server.token not in content
    assert not any(word in content for word in ("الميناء", "palace", "السفن"))


def test_a_plan_is_refused_when_either_side_moved(pushed: Sides) -> None:
    pushed.set_stance("a3", "affirm")
    plan = pushed.sync.plan()
    pushed.set_stance("a4", "noncommittal")
    with pytest.raises(MovedError, match="1 place"):
        pushed.sync.push(plan=plan)
    plan = pushed.sync.plan()
    cue = find_region(pushed.annotation(HARBOUR)["result"], "a1", "CUE")
    pushed.edit(HARBOUR, lambda each: choose(each, cue, "stance", "affirm"))
    for direction in (pushed.sync.push, pushed.sync.pull):
        with pytest.raises(MovedError):
            direction(plan=plan)
    assert pushed.recorder.take_writes() == []
    plan = pushed.sync.plan()
    pushed.sync.push(plan=plan)
    assert "affirm" in dump(pushed.annotation(HARBOUR)["result"])


def test_an_editor_that_saves_what_it_had_is_a_conflict_and_no_loss(pushed: Sides) -> None:
    """The editor was open while a push added something, then saved without it."""
    opened = pushed.annotation(HARBOUR)
    cue = find_region(opened["result"], "a4", "CUE")
    pushed.set_stance("a3", "affirm")
    pushed.sync.push()
    choose(opened["result"], cue, "stance", "noncommittal")
    body = {"result": opened["result"], "lead_time": 10_000}
    pushed.server.call("PATCH", f"annotations/{opened['id']}", body)
    pushed.sync.pull()
    stances = {each.id: each.stance for each in pushed.read(HARBOUR, "s2").attributions}
    assert (stances["a3"], stances["a4"]) == ("affirm", "noncommittal")
    (conflict,) = pushed.sync.conflicts()
    assert conflict.field.endswith("value:stance")
    for _ in range(2):
        pushed.sync.push()
        pushed.sync.pull()
    assert _stances(pushed) == ("affirm", "deny")
    pushed.sync.resolve(pushed.sync.conflicts()[0].number, "ours")
    pushed.sync.pull()
    pushed.sync.push()
    assert _stances(pushed) == ("affirm", "affirm")
    assert pushed.sync.conflicts() == ()


def test_a_save_between_reading_and_writing_is_noticed(pushed: Sides) -> None:
    """Somebody saves right after our write: their change and ours both survive."""
    opened = pushed.annotation(HARBOUR)
    cue = find_region(opened["result"], "a4", "CUE")
    choose(opened["result"], cue, "stance", "noncommittal")
    pushed.set_stance("a3", "affirm")

    def interfere(request: object, response: object) -> object:
        if request.method == "PATCH":  # type: ignore[attr-defined]
            pushed.recorder.after = None
            body = {"result": opened["result"]}
            pushed.server.call("PATCH", f"annotations/{opened['id']}", body)
        return response

    pushed.recorder.after = interfere  # type: ignore[assignment]
    (held,) = pushed.sync.push().notable
    assert held.why == "raced"
    pushed.sync.pull()
    stances = {each.id: each.stance for each in pushed.read(HARBOUR, "s2").attributions}
    assert (stances["a3"], stances["a4"]) == ("affirm", "noncommittal")
    assert len(pushed.sync.conflicts()) == 1


def test_somebody_who_works_here_meanwhile_is_not_written_over(pushed: Sides) -> None:
    cue = find_region(pushed.annotation(HARBOUR)["result"], "a4", "CUE")
    pushed.edit(HARBOUR, lambda each: choose(each, cue, "stance", "noncommittal"))

    def work(request: object, response: object) -> object:
        if request.url.path.endswith("/export"):  # type: ignore[attr-defined]
            pushed.recorder.after = None
            pushed.set_stance("a3", "affirm")
        return response

    pushed.recorder.after = work  # type: ignore[assignment]
    pushed.sync.pull()
    stances = {each.id: each.stance for each in pushed.read(HARBOUR, "s2").attributions}
    assert (stances["a3"], stances["a4"]) == ("affirm", "noncommittal")
    pushed.sync.push()
    assert _stances(pushed)[1] == "affirm"


def test_a_project_of_another_workbench_is_refused(
    pushed: Sides, label_studio: LabelStudio, tmp_path: Path
) -> None:
    other = init_project(tmp_path / "other", name="other")
    sync = connect(other, label_studio).sync
    sync._settings = replace(sync._settings, project=pushed.number)
    with pytest.raises(RemoteError, match="one of another"):
        sync.push()
    sync.close()
    other.close()


def test_a_project_without_a_mark_is_taken_when_it_is_named(
    sides: Sides, label_studio: LabelStudio
) -> None:
    number = label_studio.make_project("Ours to be")
    sides.sync._settings = replace(sides.sync._settings, project=number)
    sides.sync.push()
    assert sides.number == number
    there = label_studio.call("GET", f"projects/{number}")
    assert sides.project.store.info.id in there["description"]
    assert "stance" in there["label_config"]
    sides.recorder.take_writes()
    assert sides.sync.push().counts == ()
    assert sides.recorder.take_writes() == []


def test_the_token_and_the_words_stand_in_nothing_that_is_kept(
    pushed: Sides, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    pushed.set_stance("a3", "affirm")
    pushed.sync.plan()
    pushed.sync.push()
    pushed.sync.pull()
    assert pushed.server.token not in caplog.text
    assert "الميناء" not in caplog.text
    assert pushed.server.token not in repr(pushed.sync._remote)
    store = pushed.project.store._database.path
    assert store is not None
    with closing(sqlite3.connect(store)) as connection:
        dumped = "\n".join(connection.iterdump())
    assert pushed.server.token not in dumped


def test_records_of_two_annotators_stay_apart(
    label_studio: LabelStudio, tmp_path: Path, members: dict[str, int]
) -> None:
    sides = make_sides(tmp_path, label_studio)
    sides.project.session("badr")
    path = tmp_path / "more.jsonl"
    path.write_text("\n".join(sides.records()), "utf-8")
    sides.project.import_records(path, "annotator:a02")
    both = connect(sides.project, label_studio, a02=BADR)
    both.sync.push()
    authors = sorted(each["completed_by"] for each in both.tasks()[f"doc:{HARBOUR}"]["annotations"])
    assert authors == sorted(members.values())
    cue = find_region(both.annotation(HARBOUR, 1)["result"], "a3", "CUE")
    both.edit(HARBOUR, lambda each: choose(each, cue, "stance", "affirm"), 1)
    both.sync.pull()
    stances = [
        next(
            each.stance for each in both.read(HARBOUR, "s2", layer).attributions if each.id == "a3"
        )
        for layer in (LAYER, "annotator:a02")
    ]
    assert sorted(map(str, stances)) == ["affirm", "deny"]
    label_studio.drop_project(both.number)
    both.close()


def test_sentences_that_changed_here_are_brought_there_and_lose_nothing(pushed: Sides) -> None:
    """One is split here while somebody works there on the old ones."""
    store = pushed.project.store
    document = store.get_document(HARBOUR)
    second = document.sentences[1]
    at = document.document.text.index("ونفت")
    store.split_sentence(
        HARBOUR, second.sentence, at, based_on=document.segmentation, layer=LAYER, key="split"
    )
    before = json.loads(pushed.records()[1])
    cue = find_region(pushed.annotation(HARBOUR)["result"], "a3", "CUE")
    pushed.edit(HARBOUR, lambda each: choose(each, cue, "stance", "affirm"))
    report = pushed.sync.pull()
    assert "resegmented" in [each.why for each in report.notable]
    after = json.loads(pushed.records()[1])
    assert after["sentences"] == before["sentences"]
    assert after["claims"] == before["claims"]
    assert {each["id"]: each["stance"] for each in after["attributions"]} == {
        each["id"]: "affirm" if each["id"] == "a3" else each["stance"]
        for each in before["attributions"]
    }
    assert after["decisions"] == before["decisions"]
    pushed.sync.push()
    assert len(pushed.tasks()[f"doc:{HARBOUR}"]["meta"]["wb"]["sentences"]) == 7
    pushed.recorder.take_writes()
    for again in (pushed.sync.pull, pushed.sync.push, pushed.sync.pull):
        assert again().counts == ()
    assert pushed.recorder.take_writes() == []
    assert json.loads(pushed.records()[1]) == after
