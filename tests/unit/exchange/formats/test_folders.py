"""Folders of interchange: whole or not at all, never over somebody's work, never outside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import InputError, UsageError
from workbench.exchange.formats.folders import (
    MANIFEST,
    File,
    iter_files,
    load_json,
    name_file,
    read_bytes,
    read_neighbour,
    write_folder,
)

FILES: list[File] = [("a.txt", b"one"), ("data/b.txt", b"two")]


def describe() -> dict[str, str]:
    return {"format": "test"}


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_a_file_name_is_safe_everywhere(document_id: str) -> None:
    name = name_file(document_id)
    assert 0 < len(name) <= 64
    assert name == name.lower()
    assert not name.startswith((".", "-"))
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789_.-")
    assert name == document_id or len(name) > 12


@given(st.lists(st.text("aA/.", min_size=1, max_size=4), unique=True))
def test_different_documents_have_different_files(ids: list[str]) -> None:
    assert len({name_file(each) for each in ids}) == len(ids)


def test_a_folder_is_written_with_a_manifest_and_replaced_while_untouched(tmp_path: Path) -> None:
    target = tmp_path / "out"
    assert write_folder(target, FILES, describe) == 2
    assert write_folder(target, FILES[:1], describe) == 1
    assert sorted(each.name for each in target.iterdir()) == ["a.txt", MANIFEST]
    assert list(json.loads((target / MANIFEST).read_text())["files"]) == ["a.txt"]
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("change", ["edit", "add", "remove", "forget"])
def test_what_a_person_touched_is_never_replaced(tmp_path: Path, change: str) -> None:
    write_folder(tmp_path / "out", FILES, describe)
    file = tmp_path / "out" / "a.txt"
    if change == "edit":
        file.write_text("my annotations")
    elif change == "add":
        (tmp_path / "out" / "data" / "new.txt").write_text("mine")
    elif change == "remove":
        file.unlink()
    else:
        (tmp_path / "out" / MANIFEST).unlink()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UsageError, match="nobody has touched"):
        write_folder(tmp_path / "out", FILES, describe)
    assert sorted(tmp_path.rglob("*")) == before


def test_an_error_on_the_way_leaves_what_was_there(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", FILES, describe)

    def failing() -> Iterator[File]:
        yield "c.txt", b"three"
        raise InputError("Expected more, got none.")

    with pytest.raises(InputError):
        write_folder(tmp_path / "out", failing(), describe)
    assert (tmp_path / "out" / "a.txt").read_bytes() == b"one"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_a_file_in_the_way_and_a_name_twice_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="folder"):
        write_folder(tmp_path / "file", FILES, describe)
    with pytest.raises(UsageError, match="twice"):
        write_folder(tmp_path / "out", [FILES[0], FILES[0]], describe)
    assert not (tmp_path / "out").exists()


def test_links_that_lead_out_are_passed_over(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / f"{folder.name}.ann").write_text("")
    (inside / "link.ann").symlink_to(outside / "out.ann")
    assert [each.name for each in iter_files(inside, ".ann")] == ["in.ann"]


@pytest.mark.parametrize("name", ["../x", "/x", "..", "", "a\0", "a\\b"])
def test_a_neighbour_is_a_plain_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        read_neighbour(tmp_path / "a.ann", name)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b'"\\ud800"', b'{"\\udfff": 1}', b"NaN", b"[Infinity]", b"\xff", b"[" * 99_999],
)
def test_json_that_is_none_is_named(content: bytes) -> None:
    with pytest.raises(InputError, match=r"^here: "):
        load_json(content, "here")


@pytest.mark.parametrize("content", [b"PK\x03\x04...", b"\x1f\x8b..."])
def test_an_archive_is_to_be_unpacked_first(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(InputError, match="Unpack it"):
        read_bytes(tmp_path / "a.json")
