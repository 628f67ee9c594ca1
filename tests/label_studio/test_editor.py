"""What the real editor keeps and drops: records pushed, saved there by a robot, and read back."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.label_studio.editor import Editor, browser_type_launch_args, editor
from tests.label_studio.server import LabelStudio
from tests.record_strategies import small_record
from workbench.exchange.label_studio import (
    ResultGround,
    canonicalize_result,
    dump_config,
    dump_result,
    dump_task,
    load_result,
)
from workbench.model import Record, canonicalize, dump_record, load_record
from workbench.resources import resource_path
from workbench.scheme import load_scheme

__all__ = ["browser_type_launch_args", "editor"]

SCHEME = load_scheme()


@pytest.fixture(scope="module")
def project(label_studio: LabelStudio) -> int:
    """Give a project with the configuration of the default scheme."""
    return label_studio.make_project("Editor", dump_config(SCHEME))


def push(server: LabelStudio, project: int, record: Record) -> tuple[int, list[Any]]:
    """Send `record` as a task with one annotation, and return the task and what was sent."""
    (task,) = server.import_tasks(
        project, [dump_task(record.document, record.segments, record.sentences)]
    )
    result = dump_result(record, SCHEME)
    server.call("POST", f"tasks/{task}/annotations", {"result": result})
    return task, result


def read_back(result: list[Any], record: Record) -> Record:
    """Return `record` with the answers of `result`."""
    ground = ResultGround(record.document, record.sentences, SCHEME)
    answers = load_result(result, ground).annotations.values()
    return canonicalize(
        msgspec.structs.replace(
            record,
            claims=tuple(each for answer in answers for each in answer.claims),
            attributions=tuple(each for answer in answers for each in answer.attributions),
            decisions=tuple(answer.decision for answer in answers),
        )
    )


def count_regions(result: list[Any]) -> int:
    return len({each["id"] for each in result if each["type"] == "labels"})


def check(server: LabelStudio, project: int, editor: Editor, record: Record) -> None:
    """Check that `record` is the same after a save in the editor."""
    task, sent = push(server, project, record)
    editor.open(project, task, count_regions(sent))
    editor.touch()
    saved = editor.save()
    assert dump_record(read_back(saved, record)) == dump_record(record)
    assert canonicalize_result(saved) == canonicalize_result(sent)


def read_sample() -> list[Record]:
    lines = (resource_path("exports") / "sample-gold.jsonl").read_text("utf-8").splitlines()
    return [load_record(line) for line in lines]


@pytest.mark.parametrize("number", range(5))
def test_the_sample_gold_survives_a_save(
    label_studio: LabelStudio, project: int, editor: Editor, number: int
) -> None:
    record = read_sample()[number]
    check(label_studio, project, editor, record)
