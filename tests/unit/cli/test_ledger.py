"""`workbench ledger`, and what an import of links and of clusters says of itself."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.unit.cli.conftest import Run
from workbench.project import open_sample_project
from workbench.resources import resource_path


def make_story(tmp_path: Path) -> Path:
    place = tmp_path / "story"
    open_sample_project(place, "story").close()
    return place


def test_what_was_written_is_said_in_two_lines(run: Run, tmp_path: Path) -> None:
    ran = run("ledger", "-p", make_story(tmp_path), "--out", tmp_path / "two\nlines")
    assert ran.status == 0
    first, second = ran.out.splitlines()
    assert first.endswith("two\\nlines: 11 files.")
    assert second.startswith("11 claims of 8 articles, ")


def test_an_import_of_links_or_clusters_counts_these_and_no_sentences(
    run: Run, tmp_path: Path
) -> None:
    place = make_story(tmp_path)
    path = tmp_path / "links.jsonl"
    shutil.copy(resource_path("seeds") / "story" / "links.lines", path)
    again = run("import", path, "-f", "links", "-l", "gold", "-p", place)
    assert "0 links saved, 7 unchanged." in again.out + again.err
    path.write_text('{"id":"k:none","proposition":"No claim is in it.","note":null}\n')
    ran = run("import", path, "-f", "clusters", "-l", "gold", "-p", place)
    assert "0 clusters saved, 0 unchanged, 1 passed over" in ran.out + ran.err
    assert "sentence" not in again.out + again.err + ran.out + ran.err
