"""A plan: a file that says what would be done, and is refused when it is stale."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from workbench.errors import InputError, MovedError
from workbench.sync import WHY, Entry, read_plan
from workbench.sync.plan import Plan, make_plan

ENTRY = Entry(
    "there", "update", "annotation", "doc:مرفأ", "annotator:a01", None, {"added": 1}, "5f", "0a"
)


def make(*entries: Entry) -> Plan:
    return make_plan("https://labels.example.org/", 3, None, entries)


def test_a_plan_comes_back_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.jsonl"
    plan = make(ENTRY, replace(ENTRY, action="conflict", details=("a/value:stance",)))
    plan.write(path)
    assert read_plan(path) == plan
    assert read_plan(path).fingerprint == plan.fingerprint


def test_the_order_of_entries_does_not_matter_to_whether_anything_moved() -> None:
    other = replace(ENTRY, key="doc:other")
    make(ENTRY, other).check_same(make(other, ENTRY))
    for moved in (make(ENTRY), make(ENTRY, replace(other, ours="5e")), make()):
        with pytest.raises(MovedError, match="Expected both sides"):
            make(ENTRY, other).check_same(moved)


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", "nonsense", '{"version":2,"server":"x","project":1,"layer":null}']
)
def test_what_is_no_plan_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError, match="plan"):
        read_plan(path)


def test_half_a_plan_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.jsonl"
    make(ENTRY, replace(ENTRY, key="doc:other")).write(path)
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(lines[:-1]), "utf-8")
    with pytest.raises(InputError, match="whole plan"):
        read_plan(path)
    with pytest.raises(InputError, match="can be read"):
        read_plan(tmp_path / "nowhere")


def test_each_reason_is_a_sentence_for_a_person() -> None:
    for why, words in WHY.items():
        assert words in str(replace(ENTRY, action="hold", why=why))
    assert str(ENTRY) == "there: update annotation doc:مرفأ of annotator:a01 (1 added)"
    assert str(make()) == "Both sides are the same: nothing to do."
