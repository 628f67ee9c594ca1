"""Whatever a person can cause gives one sentence, the right status, and no traceback."""

from __future__ import annotations

import json
import os
import shlex
import signal
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.disks import unprivileged
from tests.golden.export.invented import make_records
from tests.unit.cli.conftest import Ran, Run
from workbench.cli import projects
from workbench.exchange import write_lines
from workbench.model import dump_record
from workbench.project import open_project

__all__ = ["unprivileged"]

Start = Callable[..., subprocess.Popen[bytes]]


def assert_one_sentence(ran: Ran, status: int) -> None:
    assert ran.status == status
    assert "Traceback" not in ran.err
    lines = ran.err.strip().splitlines()
    assert len(lines) == 1, ran.err
    assert lines[0].startswith("Error: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("init",),
        ("ingest",),
        ("export",),
        ("import", "file"),
        ("export", "--layer"),
        ("validate",),
        ("lab", "--port", "99999999"),
        ("status", "--nonsense"),
    ],
)
def test_wrong_usage_is_status_2(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert_one_sentence(ran, 2)
    assert "--help" in ran.err
    assert ran.out == ""


def test_nothing_at_all_gets_the_help(run: Run) -> None:
    ran = run()
    assert ran.status == 2
    assert "ingest" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("status",),
        ("ingest", "."),
        ("export", "--layer", "gold"),
        ("import", "gold.jsonl", "--layer", "gold"),
    ],
)
def test_a_folder_that_is_no_project(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, "-p", tmp_path)
    assert_one_sentence(ran, 2)
    assert "workbench init" in ran.err


def test_a_second_project_in_a_folder(run: Run, place: Path) -> None:
    assert_one_sentence(run("init", place), 2)


def test_a_store_address_with_a_password(run: Run, tmp_path: Path) -> None:
    ran = run("init", tmp_path / "x", "--store", "postgresql://amal:secret@localhost/x")
    assert_one_sentence(ran, 2)
    assert "secret" not in ran.err


@pytest.mark.parametrize("scheme", ["nothing", "./nothing.json"])
def test_a_scheme_that_is_not_there(run: Run, tmp_path: Path, gold: Path, scheme: str) -> None:
    assert_one_sentence(run("init", tmp_path / "x", "--scheme", scheme), 2)
    assert_one_sentence(run("validate", gold, "--scheme", scheme), 2)


def test_articles_that_are_not_there(run: Run, place: Path) -> None:
    assert_one_sentence(run("ingest", place / "missing.txt", "-p", place), 2)


def test_a_bad_article_is_named_and_the_others_are_added(
    run: Run, place: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text("The sea was calm.")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "empty.txt").touch()
    ran = run("ingest", folder, "-p", place)
    assert (ran.status, ran.out.split(",")[0]) == (1, "1 added")
    named = [line for line in ran.err.splitlines() if line.startswith("Error: ")]
    assert len(named) == 2
    assert all(str(folder) in line for line in named)


def test_a_language_or_encoding_that_is_none(run: Run, place: Path, gold: Path) -> None:
    assert_one_sentence(run("ingest", gold, "-p", place, "--encoding", "klingon"), 2)
    assert_one_sentence(run("ingest", gold, "-p", place, "--language", "!!"), 2)


@pytest.mark.parametrize("name", ["missing", "folder", "binary", "empty"])
def test_a_file_that_cannot_be_segmented(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary").write_bytes(b"\x7fELF\0\0\1\2" * 50)
    (tmp_path / "empty").touch()
    assert_one_sentence(run("segment", tmp_path / name), 2)


def test_a_file_that_cannot_be_validated(run: Run, tmp_path: Path, gold: Path) -> None:
    for name in ("missing", "."):
        ran = run("validate", tmp_path / name, gold)
        assert_one_sentence(ran, 2)


def test_a_binary_file_has_violations(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "binary"
    path.write_bytes(bytes(range(256)))
    ran = run("validate", path)
    assert (ran.status, "Traceback" in ran.err) == (1, False)
    assert ran.out.startswith(f"{path}:1: ")


def test_an_import_that_does_not_fit(run: Run, filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("{}\n")
    assert_one_sentence(run("import", path, "--layer", "gold", "-p", filled), 1)
    path.write_text(dump_record(make_records()[0]).replace('"غدا؟"', '"!"') + "\n")
    ran = run("import", path, "--layer", "gold", "-p", filled)
    assert_one_sentence(ran, 1)
    assert "--replace" in ran.err
    for place, layer in ((tmp_path / "missing", "gold"), (tmp_path, "gold"), (path, "golden")):
        assert_one_sentence(run("import", place, "--layer", layer, "-p", filled), 2)


def test_an_export_that_cannot_be(run: Run, filled: Path, tmp_path: Path) -> None:
    assert_one_sentence(run("export", "--layer", "annotator:nobody", "-p", filled), 2)
    assert_one_sentence(run("export", "--layer", "gold", "-f", "poems", "-p", filled), 2)
    assert_one_sentence(run("export", "--layer", "gold", "-o", tmp_path, "-p", filled), 2)
    assert_one_sentence(run("export", "--layer", "gold", "-o", "/dev/full", "-p", filled), 2)


@pytest.mark.slow
def test_a_project_that_is_read_only(
    start: Start, filled: Path, gold: Path, unprivileged: list[str]
) -> None:
    before = (filled / "workbench.sqlite").read_bytes()
    for path in (*filled.iterdir(), filled):
        path.chmod(0o500 if path.is_dir() else 0o400)
    running = [
        start(*arguments, before=unprivileged, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for arguments in (
            ("init", filled / "inside"),
            ("ingest", gold, "-p", filled),
            ("export", "--layer", "gold", "-p", filled),
        )
    ]
    for process in running:
        out, err = process.communicate(timeout=120)
        assert_one_sentence(Ran(process.returncode, out.decode(), err.decode()), 2)
        assert str(filled) in err.decode()
    filled.chmod(0o700)
    assert (filled / "workbench.sqlite").read_bytes() == before
    assert {path.name for path in filled.iterdir()} == {"workbench.sqlite", "workbench.toml"}


@pytest.mark.slow
def test_a_file_that_may_not_be_read_is_named_and_the_others_are_added(
    start: Start, place: Path, tmp_path: Path, unprivileged: list[str]
) -> None:
    good, closed = tmp_path / "good.txt", tmp_path / "closed.txt"
    good.write_text("The sea was calm.")
    closed.write_text("The sea was rough.")
    closed.chmod(0)
    process = start(
        "ingest", closed, good, "-p", place,
        before=unprivileged, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    out, err = process.communicate(timeout=120)
    assert out.decode() == "1 added, 0 known, 1 failed.\n"
    assert_one_sentence(Ran(process.returncode, out.decode(), err.decode()), 1)
    assert str(closed) in err.decode()


def test_a_store_of_something_else(run: Run, place: Path) -> None:
    (place / "workbench.sqlite").write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    assert_one_sentence(run("status", "-p", place), 2)


def test_a_project_of_a_newer_workbench(run: Run, place: Path) -> None:
    with closing(sqlite3.connect(place / "workbench.sqlite")) as database:
        database.execute("UPDATE alembic_version SET version_num = 'r9999'")
        database.commit()
    before = (place / "workbench.sqlite").read_bytes()
    assert_one_sentence(run("status", "-p", place), 2)
    assert (place / "workbench.sqlite").read_bytes() == before


def test_what_nobody_thought_of_is_one_sentence_too(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_report: object) -> None:
        raise ZeroDivisionError("by <script>\x1b[31m")

    monkeypatch.setattr(projects, "_show_status", fail)
    ran = run("status", "-p", place)
    assert_one_sentence(ran, 70)
    assert "WORKBENCH_DEBUG=1" in ran.err
    assert "\x1b" not in ran.err
    monkeypatch.setenv("WORKBENCH_DEBUG", "1")
    assert run("status", "-p", place).status == 1


def test_controls_and_bidi_marks_never_reach_the_terminal(
    run: Run, place: Path, tmp_path: Path
) -> None:
    name = tmp_path / "a\x1b[31m\u202eb\nc.txt"
    name.write_bytes(b"\0" * 100)
    ran = run("ingest", name, "-p", place)
    assert ran.status == 1
    assert not set(ran.err) & set("\x1b\u202e")
    assert "\\u202e" in ran.err
    assert run("ingest", tmp_path / "\u202emissing", "-p", place).err.count("\u202e") == 0


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_error(start: Start, filled: Path, tmp_path: Path) -> None:
    process = start(
        "export", "--layer", "gold", "--out", "-", "-p", filled,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr as stderr:
        assert b"Traceback" not in stderr.read()
    assert process.wait(60) == 141


@pytest.mark.slow
def test_a_disk_that_is_full_is_named(start: Start, filled: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        process = start(
            "export", "--layer", "gold", "--out", "-", "-p", filled,
            stdout=full, stderr=subprocess.PIPE,
        )  # fmt: skip
    assert process.stderr is not None
    with process.stderr as stderr:
        said = stderr.read()
    assert process.wait(60) == 2
    assert b"No space left" in said
    assert b"Traceback" not in said
    assert b"Exception ignored" not in said


@pytest.mark.slow
def test_an_interrupted_ingest_says_that_it_can_go_on(
    start: Start, run: Run, place: Path, tmp_path: Path
) -> None:
    pipe = tmp_path / "slow.txt"
    os.mkfifo(pipe)
    first = tmp_path / "first.jsonl"
    write_lines(first, (f'{{"text": "The sea was calm on day {day}."}}' for day in range(200)))
    process = start(
        "ingest", first, pipe, "-p", place, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )
    # Once the pipe can be opened for writing, the command waits for what will never come.
    with pipe.open("wb"):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert err.decode().strip().splitlines() == [
        "Interrupted; what was added is saved, and the same command goes on from there."
    ]
    again = run("ingest", first, "-p", place, "--json")
    assert again.status == 0
    counts = json.loads(again.out)
    assert counts["added"] + counts["known"] == 200
    with open_project(place) as project:
        assert len(set(project.store.document_ids())) == 200
        assert project.store.check() == ()


def test_the_next_command_can_be_pasted(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "مشروع 'الميناء' 100% $x"
    shown = run("init", place)
    command = shown.out.partition("with: ")[2]
    assert shlex.split(command) == ["workbench", "ingest", "-p", str(place), "PATH"]
    articles = tmp_path / "مقالات اليوم"
    articles.mkdir()
    (articles / "مقال 1.txt").write_text("كان البحر هادئا.")
    assert run("ingest", articles, "-p", place).out == "1 added, 0 known, 0 failed.\n"
    assert "1 document, 1 sentence, 1 to decide" in run("status", "-p", place).out
