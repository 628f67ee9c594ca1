from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.golden.export.invented import make_records
from workbench.errors import InputError, RecordError, UsageError
from workbench.exchange import files, iter_lines, iter_records, write_lines
from workbench.model import dump_record


def list_names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_records_that_were_written_are_read_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "records.jsonl"
    assert write_lines(path, map(dump_record, make_records())) == 3
    assert tuple(iter_records(path)) == make_records()
    assert list_names(path.parent) == ["records.jsonl"]


def test_a_last_line_without_its_end_is_read(tmp_path: Path) -> None:
    path = tmp_path / "two"
    path.write_bytes("a\nب".encode())
    assert list(iter_lines(path)) == [(1, "a"), (2, "ب")]


@pytest.mark.parametrize(
    "line", [b"{}", b"\xff", b"", b"[", b"[" * 100_000, b'{"schema_version":1}']
)
def test_a_line_that_is_no_record_is_named(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(dump_record(make_records()[0]).encode() + b"\n" + line + b"\n")
    with pytest.raises(RecordError, match=r"records\.jsonl:2: "):
        list(iter_records(path))


def test_a_line_that_is_too_long_is_not_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_LINE_BYTES", 10)
    path = tmp_path / "long"
    path.write_bytes(b"0123456789\n")
    with pytest.raises(RecordError, match="at most 10 bytes"):
        list(iter_lines(path))


@pytest.mark.parametrize("name", [".", "missing"])
def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=str(tmp_path)):
        list(iter_lines(tmp_path / name))


def test_an_error_in_the_middle_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old\n")

    def broken() -> Iterator[str]:
        yield "new"
        raise RecordError("Expected more, got this.")

    with pytest.raises(RecordError):
        write_lines(path, broken())
    assert (path.read_text(), list_names(tmp_path)) == ("old\n", ["out.jsonl"])


def test_a_disk_that_is_full_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old\n")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="No space left"):
        write_lines(path, ["new"])
    assert (path.read_text(), list_names(tmp_path)) == ("old\n", ["out.jsonl"])


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "out.jsonl", tmp_path / "link"
    path.write_text("old\n")
    path.chmod(0o640)
    link.symlink_to(path)
    write_lines(link, ["new"])
    assert link.is_symlink()
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new\n", 0o640)


def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    write_lines(pipe, ["a", "b"])
    reader.join(10)
    assert (read, stat.S_ISFIFO(pipe.stat().st_mode)) == (["a\nb\n"], True)


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="folder"):
        write_lines(tmp_path, ["a"])


def test_a_file_is_no_folder_to_write_into(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="place to write"):
        write_lines(tmp_path / "file" / "out", ["a"])
