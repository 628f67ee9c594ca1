"""The ledger of a project: messages, frames, pictures, and files that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from matplotlib.figure import Figure

from tests.ledgers import Saying, make_record
from workbench.errors import UsageError
from workbench.ledger import Ledger, build_ledger
from workbench.model import dump_record
from workbench.pictures.ledger_relays import draw_relays
from workbench.pictures.ledgers import draw_ledger
from workbench.project import Project, init_project, open_sample_project
from workbench.project.ledgers import VIEWS, iter_tables, make_palette
from workbench.scheme import Scheme, load_scheme


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with open_sample_project(tmp_path_factory.mktemp("story") / "story", "story") as opened:
        yield opened


def test_the_sample_fills_a_ledger_with_all_that_it_shows(project: Project) -> None:
    ledger = project.build_ledger()
    assert sum(row.disputed for row in ledger.rows) == 4
    stances = {each.stance for row in ledger.rows for each in row.statements}
    assert stances >= {"affirm", "deny", "doubt", "decline", "noncommittal", "report"}
    changed = {row.id: row.changed for row in ledger.rows if row.changed}
    assert changed["k:crack"] == ("ent:ministry",)
    assert changed["k:warning"] == ("ent:rafid",)
    assert sum(row.copies for row in ledger.rows) == 4
    assert {each.kind for each in ledger.relays} == {"relay", "copy"}
    assert {each.relation for row in ledger.rows for each in row.related} == {
        "updates",
        "contradicts",
    }
    assert any(each.amount.approximate for each in ledger.points)
    assert {each.amount.proposed for each in ledger.points} == {True, False}
    assert [row.id for row in ledger.rows if row.conflicts] == ["k:crack-length"]


def test_frames_have_the_columns_that_are_named(project: Project) -> None:
    frames = project.ledger_frames()
    assert set(frames) == {"claims", "statements", "figures", "relays", "matrix"}
    ledger = project.build_ledger()
    assert len(frames["claims"]) == len(frames["matrix"]) == len(ledger.rows)
    assert str(frames["claims"]["witnesses"].dtype) == "Int64"
    assert frames["matrix"].loc[
        frames["matrix"]["cluster"] == "k:crack", "وزارة المياه في سهوان"
    ].item() == ("decline > deny > affirm")


def test_a_project_without_annotations_has_an_empty_ledger(tmp_path: Path) -> None:
    with init_project(tmp_path / "p") as empty:
        assert empty.build_ledger().rows == ()
        assert len(empty.ledger_frames()["statements"]) == 0
        report = empty.save_ledger()
    assert report.claims == 0
    assert all((report.path / each).stat().st_size for each in report.files)


def test_tables_hold_nothing_that_a_spreadsheet_computes() -> None:
    hostile = "=HYPERLINK(1)"
    record = make_record("d", [Saying(hostile, "@SUM(A1)", cluster="k")], publisher="+1")
    ledger = build_ledger([record], load_scheme("claims-sources-stances"))
    for name, content in iter_tables(ledger):
        lines = csv.reader(io.StringIO(content.decode("utf-8-sig")))
        cells = [cell for line in lines for cell in line]
        assert cells, name
        assert not [cell for cell in cells if cell[:1] in "=+@-" and cell], name


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pictures_are_the_same_each_time_in_the_language_asked_for(
    project: Project, language: str
) -> None:
    ledger = project.build_ledger()
    for view in VIEWS:
        first = project.draw_ledger(ledger, view, "svg", language=language)
        assert ET.fromstring(first).tag.endswith("svg")
        assert project.draw_ledger(ledger, view, "svg", language=language) == first
    other = {"en": "ar", "ar": "en"}[language]
    assert project.draw_ledger(ledger, "ledger", "svg", language=other) != project.draw_ledger(
        ledger, "ledger", "svg", language=language
    )


def test_a_picture_of_some_rows_and_of_sides_is_another_one(project: Project) -> None:
    ledger = project.build_ledger()
    whole = project.draw_ledger(ledger, "ledger", "csv")
    some = project.draw_ledger(ledger, "ledger", "csv", rows=[ledger.rows[0].id], sides=True)
    assert len(some.splitlines()) == 2 < len(whole.splitlines())
    assert len(some.splitlines()[0]) < len(whole.splitlines()[0])


@pytest.mark.parametrize(
    ("language", "said"), [("en", "both cannot be true"), ("ar", "لا يصحّان معا")]
)
def test_what_cannot_be_true_is_explained_in_the_language_asked_for(
    project: Project, language: str, said: str
) -> None:
    ledger = project.build_ledger()
    tables = dict(iter_tables(ledger, language))
    lines = list(csv.DictReader(io.StringIO(tables["claims.csv"].decode("utf-8-sig"))))
    told = {line["row"]: line["conflicts"] for line in lines if line["conflicts"]}
    (row,) = [row for row in ledger.rows if row.conflicts]
    assert list(told) == [row.id]
    assert told[row.id].count(said) == len(row.conflicts) == 6
    for stating in (row.conflicts[0].first, row.conflicts[0].second):
        for part in (stating.words, stating.value, ledger.articles[stating.document].outlet):
            assert part in told[row.id]
    assert "both cannot be true" in project.ledger_frames()["claims"]["conflicts"].dropna().item()


@pytest.mark.parametrize(
    ("view", "wanted"),
    [
        ("ledger", {"disputed", "figures that clash", "relay", "copy"}),
        ("relays", {"relay", "copy"}),
    ],
)
def test_the_legend_says_what_signs_relays_and_copies_look_like(
    project: Project, view: str, wanted: set[str]
) -> None:
    ledger = project.build_ledger()
    assert wanted <= read_legend(project.scheme, ledger, view)
    plain = msgspec.structs.replace(
        ledger,
        rows=tuple(
            msgspec.structs.replace(
                row,
                disputed=False,
                conflicts=(),
                statements=tuple(each for each in row.statements if each.part == "witness"),
            )
            for row in ledger.rows
        ),
        relays=tuple(each for each in ledger.relays if each.kind == "relay"),
    )
    left = read_legend(project.scheme, plain, view) & wanted
    assert left == ({"relay"} if view == "relays" else set())


def read_legend(scheme: Scheme, ledger: Ledger, view: str) -> set[str]:
    figure = Figure()
    draw = {"ledger": draw_ledger, "relays": draw_relays}[view]
    draw(figure, ledger, "title", make_palette(scheme, "en"))
    return {text.get_text() for legend in figure.legends for text in legend.get_texts()}


def test_an_unknown_view_is_refused_with_those_that_there_are(project: Project) -> None:
    with pytest.raises(UsageError, match="ledger, figures, relays"):
        project.ledger_picture("pie")
    with pytest.raises(UsageError, match="articles, story"):
        open_sample_project("anywhere", "novel")


def test_a_view_is_told_everything_and_a_fault_is_answered(project: Project) -> None:
    widget = project.ledger()
    content, _ = widget.handle({"t": "hello"})
    assert json.loads(json.dumps(content))["ledger"]["layer"] == "gold"
    file, buffers = widget.handle({"t": "save", "key": "k", "view": "relays", "kind": "csv"})
    assert file == {"t": "file", "key": "k", "name": "gold.relays.csv", "kind": "csv"}
    assert buffers[0].startswith(b"\xef\xbb\xbf")
    failed, _ = widget.handle({"t": "save", "key": "k", "view": "pie", "kind": "csv"})
    assert failed["t"] == "failed"
    assert widget.handle({"t": "nonsense"}) == (None, [])
    assert widget.handle({"t": "open", "document": "d", "sentence": "s"}) == (None, [])
    widget.close()


def test_an_annotators_own_layer_has_a_ledger(project: Project, tmp_path: Path) -> None:
    record = make_record("d", [Saying("إن الجسر مفتوح", "شهود")], layer="annotator:a01")
    path = tmp_path / "a.jsonl"
    path.write_text(f"{dump_record(record)}\n", encoding="utf-8")
    with init_project(tmp_path / "p") as own:
        own.import_records(path, "annotator:a01")
        ledger = own.build_ledger("annotator:a01")
    assert (ledger.layer, len(ledger.rows)) == ("annotator:a01", 1)


def test_the_reference_of_real_articles_has_a_ledger(shared: Path) -> None:
    from workbench.exchange import iter_records

    scheme = load_scheme("claims-sources-stances")
    records = list(iter_records(shared / "reference" / "gold-001-003.jsonl"))
    ledger = build_ledger(records, scheme)
    assert len(ledger.rows) < sum(len(record.claims) for record in records)
    assert any(len(row.documents) > 1 for row in ledger.rows)
    assert ledger.points
    assert ledger.relays
