"""The whole way: pushed by the sync, worked on in the real editor, pulled, compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.label_studio.editor import Editor, browser_type_launch_args, editor
from tests.label_studio.server import ACCOUNT, LabelStudio
from tests.label_studio.sides import Sides, connect
from workbench.exchange import as_layer, write_lines
from workbench.model import Record, dump_record, load_record
from workbench.project import init_project
from workbench.resources import resource_path

__all__ = ["browser_type_launch_args", "editor"]

LAYER = "annotator:a01"


def read_records(path: Path) -> list[Record]:
    lines = path.read_text("utf-8").splitlines()
    return [as_layer(load_record(line), LAYER) for line in lines]


def push(folder: Path, server: LabelStudio, records: list[Record]) -> Sides:
    """Return a project with `records`, pushed as the work of the server's own account."""
    project = init_project(folder / "project", name="editor")
    path = folder / "records.jsonl"
    write_lines(path, [dump_record(each) for each in records])
    project.import_records(path, LAYER)
    sides = connect(project, server, a01=ACCOUNT.email)
    sides.sync.push()
    sides.recorder.take_writes()
    return sides


@pytest.fixture
def sample(label_studio: LabelStudio, tmp_path: Path) -> Iterator[Sides]:
    records = read_records(resource_path("exports") / "sample-gold.jsonl")
    sides = push(tmp_path, label_studio, records)
    yield sides
    label_studio.drop_project(sides.number)
    sides.close()


def save_all(sides: Sides, editor: Editor) -> None:
    """Open each article in the editor and save it as it is."""
    for task in sides.tasks().values():
        result = task["annotations"][0]["result"]
        regions = {each["id"] for each in result if each["type"] == "labels"}
        editor.open(sides.number, task["id"], len(regions))
        editor.touch()
        editor.save()


def check(sides: Sides, editor: Editor) -> None:
    """Check that a save in the editor of all there is is no change here, and needs no write."""
    before = sides.records()
    save_all(sides, editor)
    report = sides.sync.pull()
    assert not report.has_problems
    assert sides.records() == before
    sides.sync.push()
    assert sides.recorder.take_writes() == []


def test_the_sample_gold_goes_through_push_editor_and_pull(sample: Sides, editor: Editor) -> None:
    check(sample, editor)


def test_real_articles_go_through_push_editor_and_pull(
    label_studio: LabelStudio, editor: Editor, shared: Path, tmp_path: Path
) -> None:
    records = read_records(shared / "reference" / "gold-001-003.jsonl")
    sides = push(tmp_path, label_studio, records)
    check(sides, editor)
    label_studio.drop_project(sides.number)
    sides.close()


def test_what_a_person_changes_in_the_editor_arrives_here_and_nothing_else(
    sample: Sides, editor: Editor
) -> None:
    before = {each.document.id: each for each in map(load_record, sample.records())}
    key, task = next(iter(sample.tasks().items()))
    record = before[key.removeprefix("doc:")]
    changed = next(each for each in record.attributions if each.stance == "affirm" and each.cue)
    regions = [each for each in task["annotations"][0]["result"] if each["type"] == "labels"]
    cue = next(
        each["id"] for each in regions
        if each["meta"]["wb"]["item"] == changed.id and each["value"]["labels"] == ["CUE"]
    )  # fmt: skip
    editor.open(sample.number, task["id"], len(regions))
    editor.say("stance", "deny", cue)
    editor.save()
    sample.sync.pull()
    after = {each.document.id: each for each in map(load_record, sample.records())}
    found = {each.id: each for each in after[record.document.id].attributions}
    assert found[changed.id].stance == "deny"
    assert found[changed.id].certainty == changed.certainty
    others = [each for each in record.attributions if each.id != changed.id]
    assert [found[each.id] for each in others] == others
    assert {name for name in before if before[name] != after[name]} == {record.document.id}
    sample.sync.push()
    assert sample.recorder.take_writes() == []
