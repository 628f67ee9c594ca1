"""What changed is said in claims, sources and stances."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record_strategies import records
from tests.unit.release.conftest import LIGHTHOUSE, MILL, MakeMaterial, make_record, write_records
from workbench.errors import UsageError
from workbench.model import Attribution, Claim, Cluster, Record, Registry, Source, Span
from workbench.release import Change, build_release, compute_diff

replace = msgspec.structs.replace
GOLD = [make_record("lamp", LIGHTHOUSE, clusters=["k:1"]), make_record("mill", MILL)]


def compare(tmp_path: Path, before: list[Record], after: list[Record]) -> tuple[Change, ...]:
    one = write_records(tmp_path / "one.jsonl", before)
    other = write_records(tmp_path / "other.jsonl", after)
    return compute_diff(one, other).changes


def edit(record: Record, **changes: Any) -> list[Record]:
    """Return the gold with the first claim or attribution of the lighthouse changed."""
    claims, attributions = list(record.claims), list(record.attributions)
    claim = {key: value for key, value in changes.items() if key in Claim.__struct_fields__}
    if "stance" in changes or "source" in changes or "targets" in changes:
        attributions[0] = replace(attributions[0], **changes)
    else:
        claims[0] = replace(claims[0], **claim)
    return [replace(record, claims=tuple(claims), attributions=tuple(attributions)), *GOLD[1:]]


def test_nothing_changed_is_no_change(tmp_path: Path) -> None:
    assert compare(tmp_path, GOLD, GOLD) == ()


@pytest.mark.parametrize(
    ("changes", "kind", "before", "after"),
    [
        ({"stance": "deny"}, "stance", "affirm, certain", "deny, certain"),
        ({"source": Source((), "pro_drop")}, "source", "قال, explicit", "pro_drop"),
        ({"targets": ("c0", "c1")}, "link", "«المنارة", "«المنارة"),
        ({"cluster": None}, "cluster", "k:1", None),
        ({"spans": (Span(9, 16, LIGHTHOUSE[0][9:16]),)}, "claim", "المنارة", LIGHTHOUSE[0][9:16]),
        ({"unsure": True}, "note", "human", "unsure, human"),
    ],
)
def test_each_change_is_of_its_kind(
    tmp_path: Path, changes: dict[str, Any], kind: str, before: str, after: str | None
) -> None:
    found = compare(tmp_path, GOLD, edit(GOLD[0], **changes))
    assert [(each.kind, each.way, each.document, each.sentence) for each in found] == [
        (kind, "changed", "lamp", "s1")
    ]
    assert (found[0].before or "").startswith(before)
    assert found[0].after == after or (found[0].after or "").startswith(after or "")


def test_items_and_documents_come_and_go(tmp_path: Path) -> None:
    fewer = replace(GOLD[0], claims=GOLD[0].claims[:1], attributions=GOLD[0].attributions[:1])
    found = compare(tmp_path, GOLD, [fewer])
    assert [(each.kind, each.way) for each in found] == [
        ("claim", "removed"), ("attribution", "removed"), ("document", "removed"),
    ]  # fmt: skip
    back = compare(tmp_path, [fewer], GOLD)
    assert [(each.kind, each.way) for each in back] == [
        ("claim", "added"), ("attribution", "added"), ("document", "added"),
    ]  # fmt: skip


def test_the_same_items_under_other_ids_are_the_same(tmp_path: Path) -> None:
    record = GOLD[0]
    renamed = replace(
        record,
        claims=tuple(replace(each, id=f"new-{each.id}") for each in record.claims),
        attributions=tuple(_rename(each) for each in record.attributions),
    )
    assert compare(tmp_path, [record], [renamed]) == ()


def _rename(attribution: Attribution) -> Attribution:
    targets = tuple(f"new-{target}" for target in attribution.targets)
    return replace(attribution, id=f"new-{attribution.id}", targets=targets)


@settings(max_examples=20)
@given(st.lists(records(), min_size=2, max_size=2))
def test_what_is_added_one_way_is_removed_the_other(
    tmp_path_factory: pytest.TempPathFactory, found: list[Record]
) -> None:
    folder = tmp_path_factory.mktemp("diff")
    one, other = (replace(each, document=found[0].document) for each in found)
    there, back = compare(folder, [one], [other]), compare(folder, [other], [one])
    turned = {"added": "removed", "removed": "added", "changed": "changed"}
    assert sorted((each.kind, each.way) for each in there) == sorted(
        (each.kind, turned[each.way]) for each in back
    )
    assert compare(folder, [one], [one]) == ()


def test_releases_are_compared_with_their_registry_and_with_files(
    make_material: MakeMaterial, tmp_path: Path
) -> None:
    registry = Registry(clusters={"k:1": Cluster("k:1", "The lamp went out.", None)})
    one = build_release(make_material(GOLD, registry=registry), tmp_path / "one").path
    registry = Registry(clusters={"k:1": Cluster("k:1", "The lamp failed.", None)})
    after = make_material(edit(GOLD[0], stance="deny"), registry=registry)
    other = build_release(after, tmp_path / "other").path
    found = compute_diff(one, other)
    assert [(each.kind, each.about) for each in found.changes][-1] == ("registry", "k:1")
    assert found.counts["stance"] == {"added": 0, "removed": 0, "changed": 1}
    assert found.counts["registry"]["changed"] == 1
    assert found.counts["release"]["changed"] == 0
    stated = make_material(edit(GOLD[0], stance="deny"), registry=registry, license="CC0-1.0")
    licensed = build_release(stated, tmp_path / "licensed").path
    assert [
        (each.kind, each.about, each.after) for each in compute_diff(other, licensed).changes
    ] == [("release", "licence", "CC0-1.0")]
    bare = build_release(after, tmp_path / "bare", with_texts=False).path
    assert {each.kind for each in compute_diff(other, bare).changes} <= {"document"}
    file = write_records(tmp_path / "file.jsonl", GOLD)
    assert {each.kind for each in compute_diff(one, file).changes} == {"registry"}


def test_an_annotator_is_compared_with_the_gold(tmp_path: Path) -> None:
    theirs = [make_record("lamp", LIGHTHOUSE, layer="annotator:a02", stances=["deny"],
                          clusters=["k:1"])]  # fmt: skip
    found = compare(tmp_path, GOLD[:1], theirs)
    assert [(each.kind, each.after) for each in found] == [("stance", "deny, certain")]


def test_a_folder_that_is_no_release_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="without manifest"):
        compute_diff(tmp_path, tmp_path)
