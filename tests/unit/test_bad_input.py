"""What disks, files and people do to the whole path: it is said, and nothing is lost."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import workbench.store
from tests.contract.test_versions import make_later
from tests.disks import fill, network_disk, small_disk
from tests.unit.cli.conftest import Ran, Run, gold, run
from workbench.errors import RecordError, UsageError
from workbench.exchange import write_lines
from workbench.lab.opening import prepare_project
from workbench.project import Project, init_project, open_project
from workbench.session import Session
from workbench.store import open_store

__all__ = ["gold", "network_disk", "run", "small_disk"]

ROOT = Path(__file__).resolve().parents[2]
CALM = "كان البحر هادئا."
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> said \u202ethe mayor\u202c."


def make_project(folder: Path, *texts: str) -> Project:
    project = init_project(folder)
    articles = folder / "articles.jsonl"
    write_lines(articles, (json.dumps({"text": text}) for text in texts or (CALM,)))
    assert project.ingest(articles).added == len(texts or (CALM,))
    return project


def do(session: Session, key: str, name: str, **args: Any) -> list[dict[str, Any]]:
    """Send one operation as the widget does."""
    message = {"t": "do", "view": "v", "key": key * 32, "name": name, "args": args}
    return session.handle(message)


def assert_one_error(ran: Ran, status: int, said: str) -> None:
    assert (ran.status, "Traceback" in ran.err) == (status, False)
    (line,) = ran.err.strip().splitlines()
    assert line.startswith("Error: ")
    assert said in line


# ---------------------------------------------------------------- a full disk


@pytest.mark.slow
def test_an_ingest_that_fills_the_disk_goes_on_when_there_is_space(
    run: Run, small_disk: Path, tmp_path: Path
) -> None:
    articles = tmp_path / "articles.jsonl"
    line = "\n\n".join(f"قالت وكالة المرفأ إن السفينة {n} وصلت." for n in range(8))
    write_lines(articles, (json.dumps({"text": f"{number}\n\n{line}"}) for number in range(140)))
    place = small_disk / "harbour"
    run("init", place)
    (small_disk / "filler").write_bytes(bytes(1_000_000))
    ran = run("ingest", articles, "-p", place)
    assert_one_error(ran, 2, "is full")
    said = re.search(r"([0-9,]+) new articles from before are saved", ran.err)
    assert said is not None
    with open_project(place) as project:
        saved = project.status().documents
        assert 0 < saved < 140
        assert saved == int(said[1])
    (small_disk / "filler").unlink()
    again = json.loads(run("ingest", articles, "-p", place, "--json").out)
    assert (again["added"] + again["known"], again["known"]) == (140, saved)


def test_an_edit_on_a_full_disk_is_kept_by_the_view_and_saved_later(small_disk: Path) -> None:
    with make_project(small_disk / "harbour") as project:
        session = project.session("amal")
        do(session, "a", "comment", text="before")
        fill(small_disk / "filler")
        text = "طويل" * 20_000
        (later,) = do(session, "b", "comment", text=text)
        assert later["t"] == "later"
        assert "is full" in later["message"]
        (annotation,) = session.snapshot()["annotations"].values()
        assert annotation["comment"] == "before"
        (small_disk / "filler").unlink()
        (ack,) = do(session, "b", "comment", text=text)
        assert ack["t"] == "ack"
        (annotation,) = project.session("amal").snapshot()["annotations"].values()
        assert annotation["comment"] == text
        assert project.store.check() == ()


def test_an_export_onto_a_full_disk_leaves_the_file_that_was_there(
    small_disk: Path, tmp_path: Path
) -> None:
    with make_project(tmp_path / "harbour", CALM * 3_000) as project:
        session = project.session("amal")
        session.do("decide", status="skipped")
        out = small_disk / "gold.jsonl"
        out.write_text("precious\n")
        fill(small_disk / "filler")
        with pytest.raises(UsageError, match="No space left") as caught:
            project.export("annotator:amal", out=out)
        assert str(out) in str(caught.value)
        assert out.read_text() == "precious\n"
        assert {each.name for each in small_disk.iterdir()} == {"gold.jsonl", "filler"}
        (small_disk / "filler").unlink()
        assert project.export("annotator:amal", out=out).lines == 1


# ---------------------------------------------------------------- what the person has to know


def test_a_network_disk_is_said_wherever_a_person_looks(
    run: Run, tmp_path: Path, network_disk: None
) -> None:
    place = tmp_path / "harbour"
    made = run("init", place)
    shown = run("status", "-p", place, "--json")
    (line,) = shown.err.strip().splitlines()
    assert made.err == shown.err
    assert line.startswith("Warning: ")
    assert "network file system" in line
    assert json.loads(shown.out)["documents"] == 0
    said: list[str] = []
    assert not prepare_project(place, said.append)
    assert said == [line]
    with open_project(place) as project:
        assert session_warnings(project) == [line.removeprefix("Warning: ")]
        with pytest.warns(UserWarning, match="network file system"):
            project.annotate("amal").close()


def session_warnings(project: Project) -> Any:
    return project.session("amal").snapshot()["project"]["warnings"]


def test_an_older_project_is_kept_as_a_copy_and_that_is_said_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "harbour"
    make_project(place).close()
    later = partial(open_store, migrations=make_later(tmp_path))
    monkeypatch.setattr(workbench.store, "open_store", later)
    first, second = (run("status", "-p", place) for _ in range(2))
    (copy,) = place.glob("*.backup")
    (line,) = first.err.strip().splitlines()
    assert line.startswith("Warning: ")
    assert str(copy) in line
    assert (second.status, second.err) == (0, "")
    assert first.out == second.out
    assert "1 document" in first.out


def test_a_project_of_a_newer_workbench_is_left_alone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "harbour"
    make_project(place).close()
    with monkeypatch.context() as patch:
        later = partial(open_store, migrations=make_later(tmp_path))
        patch.setattr(workbench.store, "open_store", later)
        run("status", "-p", place)
    before = (place / "workbench.sqlite").read_bytes()
    for command in ("status", "lab"):
        ran = run(command, "-p", place)
        assert_one_error(ran, 2, "made by a newer workbench")
    assert (place / "workbench.sqlite").read_bytes() == before


@pytest.mark.slow
def test_a_notebook_shows_the_sentence_and_the_trace_for_those_who_ask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    cell = f"import workbench; workbench.open_project({str(tmp_path)!r})"
    command = [sys.executable, "-m", "IPython", "--colors=NoColor", "-c", cell]
    for debug in ("", "1"):
        monkeypatch.setenv("WORKBENCH_DEBUG", debug)
        ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
        lines = [line for line in ran.stdout.splitlines() if line.strip()]
        assert lines[-1].startswith(("UsageError: Exp", "workbench.errors.UsageError: Exp"))
        assert "workbench init" in lines[-1]
        assert (len(lines) == 1, "Traceback" in ran.stdout) == (not debug, bool(debug))


# ---------------------------------------------------------------- two notebooks


def test_two_notebooks_of_one_person_show_both_and_lose_neither(tmp_path: Path) -> None:
    make_project(tmp_path / "harbour").close()
    with open_project(tmp_path / "harbour") as one, open_project(tmp_path / "harbour") as two:
        here, there = one.session("amal"), two.session("Amal")
        assert here.layer == there.layer
        do(here, "a", "comment", text="here")
        nack, snap = do(there, "b", "comment", text="there")
        (conflict,) = nack["conflict"].values()
        assert [conflict[side]["comment"] for side in ("mine", "theirs")] == ["there", "here"]
        (shown,) = snap["annotations"].values()
        assert shown["comment"] == "here"
        do(there, "c", "resolve", choice="mine")
        comments = [row.content["comment"] for row in one.store.history(here.layer)]
        assert comments == ["here", "there"]


def test_two_notebooks_of_two_people_do_not_meet(tmp_path: Path) -> None:
    make_project(tmp_path / "harbour").close()
    with open_project(tmp_path / "harbour") as one, open_project(tmp_path / "harbour") as two:
        here, there = one.session("amal"), two.session("badr")
        for session, key in ((here, "a"), (there, "b")):
            assert [each["t"] for each in do(session, key, "comment", text=key)] == ["ack"]
        for session, key in ((here, "a"), (there, "b")):
            (shown,) = session.snapshot()["annotations"].values()
            assert shown["comment"] == key


# ---------------------------------------------------------------- files


def test_a_half_written_file_gives_its_whole_lines(run: Run, tmp_path: Path, gold: Path) -> None:
    place = tmp_path / "harbour"
    init_project(place).close()
    half = tmp_path / "half.jsonl"
    half.write_text('{"text": "One."}\n{"text": "Two."}\n{"text": "Thr')
    ran = run("ingest", half, "-p", place)
    assert_one_error(ran, 1, f"{half}:3: ")
    assert ran.out == "2 added, 0 known, 1 failed.\n"
    records = gold.read_bytes()
    half.write_bytes(records[: len(records) * 2 // 3])
    assert run("validate", half).status == 1
    with open_project(place) as project:
        with pytest.raises(RecordError, match=r"half\.jsonl:\d"):
            project.import_records(half, "gold")
        assert (project.layers, project.status().documents) == ([], 2)


@pytest.mark.slow
def test_a_line_of_200_megabytes_is_one_short_sentence(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "harbour"
    init_project(place).close()
    path = tmp_path / "long.jsonl"
    with path.open("wb") as file:  # sparse: it takes no space
        file.truncate(200_000_000)
        file.seek(0, 2)
        file.write(b'\n{"text": "The sea was calm."}\n')
    ran = run("ingest", path, "-p", place)
    assert_one_error(ran, 1, f"{path}:1: ")
    assert ran.out == "1 added, 0 known, 1 failed.\n"
    shown = run("validate", path)
    assert shown.status == 1
    assert shown.out.startswith(f"{path}:1: ")
    assert max(len(ran.err), *map(len, shown.out.splitlines())) < 1_000


# ---------------------------------------------------------------- text that would be markup


def test_markup_and_bidi_marks_stay_text(run: Run, tmp_path: Path) -> None:
    name = '<b onclick="x">amal\u202e'
    with make_project(tmp_path / "<i>harbour", HOSTILE) as project:
        session = project.session(name)
        (span,) = session.find("the mayor")
        session.do("mark", role="claim", spans=[span])
        session.do("writer")
        session.do("decide", status="done")
        for kind in ("documents", "sentences", "claims", "decisions"):
            assert_inert(project.frame(kind).to_html())
        assert_inert(project.status()._repr_html_())
        report = project.export(session.layer)
        assert_inert(report._repr_html_())
        bad = tmp_path / "<b>x.txt"
        bad.touch()
        failed = project.ingest(bad)
        assert "&lt;b&gt;x.txt" in failed._repr_html_()
        assert_inert(failed._repr_html_())
        out = report.path
    (record,) = (json.loads(line) for line in out.read_text("utf-8").splitlines())
    assert record["document"]["text"] == HOSTILE
    assert record["claims"][0]["spans"][0]["text"] == "the mayor"
    assert name not in out.read_text("utf-8")
    assert run("validate", out).status == 0
    shown = run("status", "-p", tmp_path / "<i>harbour")
    assert "\u202e" not in shown.out


def assert_inert(html: str) -> None:
    """Fail where an element of the text became one of the page."""
    assert not re.search(r"<(script|img|i|b>x|b onclick)\b", html), html
