"""Suggestions of a project: its settings, what they change, and where they must not appear."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.golden.export.invented import find_span, make_records
from workbench.errors import InputError, UsageError
from workbench.exchange import write_lines
from workbench.model import Claim, Document, Sentence, dump_record
from workbench.project import Project, open_project
from workbench.project.config import CONFIG_NAME, SuggestionConfig, read_config, write_config
from workbench.project.reports import SuggestionCounts
from workbench.session import Session

CLAIM = "إن نحو 40 سفينة وصلت إلى الميناء"
PAGE = Path(__file__).parents[3] / "docs" / "suggestions.md"


def suggest(document: Document, sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """Suggest the claim about the ships, and one in the sentence after it."""
    if CLAIM in document.text:
        span = find_span(document.text, CLAIM)
        yield Claim("c1", "", (span,), "author")
        yield Claim("c2", "", (find_span(document.text, "أن العاصفة قد تصل غدا"),), "author")


def home(session: Session, wanted: str = CLAIM) -> Session:
    """Return the session at the sentence with the words that are `wanted`."""
    text = session.sheet.stored.document.text
    start = text.index(wanted)
    refs = session.sheet.stored.sentences
    session.do("goto", id=next(ref.sentence for ref in refs if ref.start <= start < ref.end))
    return session


@pytest.fixture
def plain(filled: Project) -> Project:
    """A project in which one document has the ships."""
    session = filled.session("amal", suggestions=[])
    session.do("goto", id=next(each.document.id for each in make_records()))
    assert CLAIM in session.sheet.stored.document.text
    return filled


def test_the_settings_of_a_project_are_those_of_its_sessions(
    filled: Project, tmp_path: Path
) -> None:
    assert filled.suggestions == SuggestionConfig()
    folder = filled.directory
    assert folder is not None
    chosen = SuggestionConfig(("system:one",), 0.25, 7)
    config = read_config(folder)
    write_config(folder, type(config)(config.name, config.store, suggestions=chosen))
    with (folder / CONFIG_NAME).open("a", encoding="utf-8") as file:
        file.write('\n[suggestions]\nlayers = ["system:one"]\nheld_back = 0.25\nseed = 7\n')
    with open_project(folder) as project:
        assert project.suggestions == chosen
    write_config(tmp_path, config)
    with (tmp_path / CONFIG_NAME).open("a", encoding="utf-8") as file:
        file.write("\n[suggestions]\nshare = 1\n")
    with pytest.raises(InputError, match="share"):
        read_config(tmp_path)


def test_a_layer_of_a_system_is_suggested_unless_the_project_says_otherwise(
    filled: Project, tmp_path: Path
) -> None:
    path = tmp_path / "system.jsonl"
    write_lines(path, map(dump_record, make_records("system:harbour")))
    filled.import_records(path, "system:harbour")
    document = next(each.document.id for each in make_records() if each.claims)

    def count(session: Session) -> int:
        session.do("goto", id=document)
        return sum(len(part["items"]) for part in session.snapshot()["suggestions"].values())

    items = next(each for each in make_records() if each.document.id == document)
    assert count(filled.session("amal")) == len(items.claims) + len(items.attributions)
    assert count(filled.session("badr", suggestions=[])) == 0
    assert count(filled.session("cora", suggestions="system:other")) == 0
    with pytest.raises(UsageError, match="share"):
        filled.session("amal", held_back=2)


def test_nothing_that_was_not_taken_leaves_the_screen(plain: Project) -> None:
    session = home(plain.session("amal", suggestions=suggest))
    session.do("refuse")
    session.do("decide", status="done", nothing=True)
    home(session, "أن العاصفة").do("decide", status="done", nothing=True)
    layer = session.layer
    assert len(plain.store.verdicts(layer)) == 2
    assert [len(each.claims) for each in plain.records(layer)] == [0]
    assert plain.frame("claims", layer).empty
    lines: list[str] = []
    plain.export_to(lines.append, layer, "history")
    assert next(json.loads(line)["action"] for line in lines) == "refuse suggestion"
    assert not [line for line in lines if "suggestion:" in line]


def test_influence_compares_what_was_decided_with_and_without(plain: Project) -> None:
    first = home(plain.session("amal", suggestions=suggest))
    first.do("take", active_s=2.0)
    first.do("decide", status="done", active_s=1.0)
    blind = home(plain.session("amal", suggestions=suggest, held_back=1.0), "أن العاصفة")
    assert blind.focus.suggestion is None
    blind.do("decide", status="done", nothing=True, active_s=8.0)
    report = plain.influence("annotator:amal")
    shown, held = report.conditions
    assert (shown.condition, shown.sentences, shown.taken, shown.agreement) == ("with", 1, 1, 1.0)
    assert shown.median_active_s == 3.0
    assert (held.condition, held.suggested, held.agreement) == ("without", 1, 0.0)
    assert held.median_active_s == 8.0
    # What is done after the first decision changes what became of it, not how it was decided.
    home(blind, "أن العاصفة").do("take", active_s=5.0)
    blind.do("decide", status="done")
    home(first).do("delete", item_id="c1")
    shown, held = plain.influence("annotator:amal").conditions
    assert (shown.taken, shown.changed, shown.agreement) == (0, 1, 1.0)
    assert (held.taken, held.agreement, held.median_active_s) == (1, 0.0, 8.0)
    frame = plain.influence().frame()
    assert list(frame["condition"]) == ["with", "without"]
    assert "without suggestions in view: 1 sentences" in str(report)
    assert "<td>with</td>" in report._repr_html_()
    assert plain.influence("gold").conditions == ()


def test_hours_of_work_and_answers_to_suggestions_are_in_the_status(plain: Project) -> None:
    session = home(plain.session("amal", suggestions=suggest))
    session.do("take", active_s=90.0)
    session.do("decide", status="done", active_s=90.0)
    home(session, "أن العاصفة").do("refuse")
    status = {each.layer: each for each in plain.status().layers}
    assert status[session.layer].active_h == 0.05
    assert status[session.layer].suggestions == SuggestionCounts(taken=1, refused=1)
    assert (status["gold"].active_h, status["gold"].suggestions) == (0.0, SuggestionCounts())
    assert "<td>0.05</td>" in plain.status()._repr_html_()


def test_the_example_of_the_page_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(
        r"<!-- example -->\n```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL
    )
    names: dict[str, Any] = {}
    for block in blocks:
        exec(compile(block, str(PAGE), "exec"), names)  # the page's own code
    project: Project = names["project"]
    said = capsys.readouterr().out
    assert len(blocks) == 3
    assert "annotator:a01" in said
    decided = {each.condition: each for each in names["report"].conditions}
    assert sum(each.sentences for each in decided.values()) == 2
    assert sum(each.taken for each in decided.values()) == 2
    (record,) = project.records("annotator:amal")
    assert {each.origin for each in record.attributions} == {"suggestion:said@2"}
    project.close()
