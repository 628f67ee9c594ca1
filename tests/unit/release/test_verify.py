"""A release that was changed is noticed, whatever was changed."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.unit.release.conftest import BRIDGE, LIGHTHOUSE, MILL, MakeMaterial, make_record
from workbench.errors import InputError
from workbench.release import build_release, load_plan, read_manifest, verify_release
from workbench.release.manifest import MANIFEST, dump_manifest, list_files
from workbench.release.splits import SPLITS, SplitPlan, dump_splits, make_splits, read_splits

RECORDS = [make_record("lamp", LIGHTHOUSE, clusters=["k:1"]), make_record("mill", MILL),
           make_record("span", BRIDGE)]  # fmt: skip


@pytest.fixture
def made(make_material: MakeMaterial, tmp_path: Path) -> Path:
    plan = load_plan("34,33,33")
    return build_release(make_material(RECORDS), tmp_path / "lamps-1", splits=plan).path


def seal_again(folder: Path) -> None:
    """Let the manifest of `folder` be of what lies there, as a forger would."""
    manifest = msgspec.structs.replace(read_manifest(folder), files=list_files(folder))
    (folder / MANIFEST).write_text(dump_manifest(manifest))


def test_every_changed_missing_or_extra_file_is_named(made: Path) -> None:
    names = [entry.path for entry in read_manifest(made).files]
    assert len(names) == 13
    for name in names:
        content = (made / name).read_bytes()
        (made / name).write_bytes(content + b" ")
        assert [problem.split(":")[0] for problem in verify_release(made).problems] == [name]
        (made / name).unlink()
        assert verify_release(made).problems == (f"{name}: expected a file, got none.",)
        (made / name).write_bytes(content)
    (made / "more.txt").touch()
    assert verify_release(made).problems == ("more.txt: expected no such file, got one.",)
    (made / "more.txt").unlink()
    assert verify_release(made).problems == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("gold.sentences.jsonl", b'"done"', b'"open"', "gold.sentences.jsonl:1: expected what"),
        ("gold.triples.jsonl", b'"affirm"', b'"deny"', "gold.triples.jsonl:1: expected what"),
        ("gold.documents.jsonl", b'"certain"', b'"sure"', "gold.documents.jsonl:1: /attributions"),
    ],
)
def test_what_does_not_follow_from_the_records_is_named(
    made: Path, name: str, old: bytes, new: bytes, expected: str
) -> None:
    path = made / name
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    seal_again(made)
    assert verify_release(made).problems[0].startswith(expected)


def test_splits_that_leak_or_are_others_are_named(made: Path) -> None:
    path = made / SPLITS
    splits = read_splits(path)
    sides = dict(zip(splits.sides, ("train", "dev", "test"), strict=True))
    turned = {document: sides[other] for document, other in zip(sides, [*sides][::-1], strict=True)}
    path.write_text(dump_splits(make_splits(turned, {}, SplitPlan(), groups=3, stock=0)))
    seal_again(made)
    assert verify_release(made).problems[0].startswith(f"{SPLITS}: expected sha256")


def test_a_leak_in_a_release_is_named(make_material: MakeMaterial, tmp_path: Path) -> None:
    made = build_release(
        make_material(RECORDS), tmp_path / "lamps-1", splits=load_plan("34,33,33")
    ).path
    torn = build_release(
        make_material([*RECORDS[:2], make_record("span", BRIDGE, clusters=["k:1"])]),
        tmp_path / "lamps-2",
    ).path
    (torn / SPLITS).write_bytes((made / SPLITS).read_bytes())
    manifest = msgspec.structs.replace(
        read_manifest(torn), splits_sha256=read_splits(made).sha256, files=list_files(torn)
    )
    (torn / MANIFEST).write_text(dump_manifest(manifest))
    problems = verify_release(torn).problems
    assert any("cluster k:1 stands in" in problem for problem in problems)


def test_what_is_no_release_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"manifest\.json"):
        verify_release(tmp_path)
    (tmp_path / MANIFEST).write_text('{"format": "x"}')
    with pytest.raises(InputError, match="manifest"):
        verify_release(tmp_path)


def test_a_manifest_of_another_format_is_refused(made: Path) -> None:
    path = made / MANIFEST
    path.write_text(path.read_text().replace("release 1.0", "release 9.0"))
    with pytest.raises(InputError, match=r"release 9\.0"):
        verify_release(made)
