"""Each command with what it was made for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.golden.export.invented import HARBOUR, make_records
from tests.unit.cli.conftest import Run
from workbench import lab
from workbench.model import dump_record
from workbench.project.config import ENVIRONMENT_VARIABLE
from workbench.resources import resource_path


def test_help_names_each_command(run: Run) -> None:
    shown = run("--help")
    assert shown.status == 0
    for command in ("lab", "init", "ingest", "segment", "status", "import", "export", "validate"):
        assert command in shown.out
        assert run(command, "--help").status == 0


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out.startswith("claims-workbench ")


def test_the_whole_path_from_articles_to_gold(run: Run, tmp_path: Path, gold: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("\n".join(HARBOUR))
    (articles / "b.jsonl").write_text('{"text": "The sea was calm.", "id": "b", "tone": 3}\n')
    place = tmp_path / "harbour"
    assert run("init", place).status == 0
    first = run("ingest", articles, "-p", place, "--json")
    assert (first.status, json.loads(first.out)) == (
        0, {"added": 2, "known": 0, "failed": [], "notes": []},
    )  # fmt: skip
    again = run("ingest", articles, "-p", place, "--json")
    assert json.loads(again.out)["known"] == 2
    imported = run("import", gold, "--layer", "gold", "-p", place, "--json")
    assert json.loads(imported.out)["added"] == 3
    status = json.loads(run("status", "-p", place, "--json").out)
    assert (status["documents"], [each["layer"] for each in status["layers"]]) == (5, ["gold"])
    exported = run("export", "--layer", "gold", "-p", place)
    assert exported.status == 0
    written = place / "exports" / "gold.documents.jsonl"
    assert set(written.read_text().splitlines()) == {
        dump_record(each) for each in make_records()[:2]
    }
    assert run("validate", written).status == 0


def test_the_project_comes_from_the_environment(
    run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(filled))
    assert "3 documents" in run("status").out


def test_status_is_a_table_for_people(run: Run, filled: Path) -> None:
    shown = run("status", "-p", filled)
    assert shown.status == 0
    row = next(line.split() for line in shown.out.splitlines() if line.startswith("gold"))
    assert row == ["gold", "6", "1", "1", "1", "0.00"]


def test_data_alone_goes_to_standard_output(run: Run, filled: Path) -> None:
    shown = run("export", "--layer", "gold", "-p", filled, "--out", "-", "--all", "--json")
    assert sorted(shown.out.splitlines()) == sorted(dump_record(each) for each in make_records())
    report = json.loads(shown.err)
    assert (report["path"], report["lines"], report["left_out_unfinished"]) == ("-", 3, 0)


def test_each_format_has_its_own_file(run: Run, filled: Path) -> None:
    for line_format in ("documents", "sentences", "triples", "history"):
        shown = run("export", "--layer", "gold", "--format", line_format, "-p", filled, "--json")
        path = Path(json.loads(shown.out)["path"])
        assert path == filled / "exports" / f"gold.{line_format}.jsonl"
        assert len(path.read_text().splitlines()) == json.loads(shown.out)["lines"] > 0


def test_lab_opens_what_it_was_asked_to(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []

    def open_lab(place: str | None, *, browser: bool, port: int | None) -> int:
        opened.append((place, browser, port))
        return 3

    monkeypatch.setattr(lab, "open_lab", open_lab)
    assert run("lab", "-p", "harbour", "--no-browser", "--port", "8901").status == 3
    assert run("lab").status == 3
    assert opened == [("harbour", False, 8901), (None, True, None)]


def test_segment_gives_every_sentence_with_offsets_that_cut_it_out(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    text = "\n".join(HARBOUR)
    path.write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    for arguments in (("segment", path), ("segment", path, "--json")):
        shown = run(*arguments)
        lines = [json.loads(line) for line in shown.out.splitlines()]
        assert shown.status == 0
        assert [text[line["start"] : line["end"]] for line in lines] == [
            line["text"] for line in lines
        ]
        assert all(list(line) == ["start", "end", "kind", "text"] for line in lines)


def test_validate_names_every_violation_and_counts_them(
    run: Run, gold: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.jsonl"
    lines = gold.read_text().splitlines()
    bad.write_text("\n".join([lines[0].replace('"voice":"author"', '"voice":"attributed"'), "]"]))
    shown = run("validate", gold, bad)
    assert shown.status == 1
    assert all(line.startswith(f"{bad}:") for line in shown.out.splitlines())
    as_json = run("validate", bad, "--json")
    found = [json.loads(line) for line in as_json.out.splitlines()]
    assert {each["line"] for each in found} == {1, 2}


def test_validate_takes_a_scheme(run: Run, gold: Path, tmp_path: Path) -> None:
    scheme = tmp_path / "mine.json"
    data = json.loads((resource_path("schemas") / "claims-sources-stances-1.0.json").read_text())
    scheme.write_text(json.dumps({**data, "name": "mine"}))
    other = tmp_path / "mine.jsonl"
    other.write_text(gold.read_text().replace("claims-sources-stances", "mine"))
    assert run("validate", other).status == 1
    assert run("validate", other, "--scheme", scheme).status == 0


def test_a_file_without_records_is_valid_with_a_warning(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    shown = run("validate", empty)
    assert (shown.status, "warning: " in shown.out) == (0, True)
