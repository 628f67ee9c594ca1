"""Pictures: the right numbers, Arabic that is shaped and runs from the right, and no markup."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import partial
from pathlib import Path

import pytest
from matplotlib.textpath import TextPath

from workbench.errors import UsageError
from workbench.exchange import iter_records
from workbench.model import Record
from workbench.pictures import Picture, Table, drawing, tables
from workbench.resources import resource_path

HOSTILE = "<script>alert(1)</script> $x^2$ \u202eevil"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return list(iter_records(resource_path("exports") / "sample-gold.jsonl"))


def make(*rows: str) -> Picture:
    table = Table(rows, ("affirm", "deny"), tuple((2, 1) for _ in rows))
    draw = partial(drawing.draw_bars, table=table, title="العنوان", unit="items", colours={})
    return Picture(draw, "bars", table)


def count(table: Table) -> float:
    return sum(value or 0 for line in table.cells for value in line)


# -- text -----------------------------------------------------------------------------------------


def test_arabic_letters_are_joined_and_run_from_the_right() -> None:
    """The same outlines as the joined letters themselves, written as presentation forms."""
    joined = TextPath((0, 0), "سلام", size=20)
    forms = TextPath((0, 0), "\ufeb3\ufefc\ufee1", size=20)
    assert joined.vertices.tolist() == forms.vertices.tolist()


def test_a_label_with_arabic_runs_from_the_right_whatever_it_begins_with() -> None:
    plain, tidied = "SIT جهاز", drawing.tidy("SIT جهاز")
    assert tidied.endswith(plain)
    outlines = TextPath((0, 0), tidied, size=20).vertices.tolist()
    assert outlines != TextPath((0, 0), plain, size=20).vertices.tolist()
    # What a line from the left shows when the Latin word comes last: it is at the right end.
    assert outlines == TextPath((0, 0), "\u200eجهاز SIT", size=20).vertices.tolist()


def test_controls_do_not_reach_the_picture() -> None:
    assert drawing.tidy("a\nb\u202e\u2067c\x07") == "a bc"
    assert len(drawing.tidy("كلمة " * 40)) <= drawing.LONGEST + 1


def test_labels_are_text_and_no_markup(tmp_path: Path) -> None:
    path = make(HOSTILE, "سلام").save(tmp_path / "bars.svg")
    root = ET.parse(path).getroot()
    assert root.tag == f"{SVG}svg"
    names = {element.tag for element in root.iter()}
    assert not names & {f"{SVG}script", f"{SVG}foreignObject", f"{SVG}image", f"{SVG}a"}


def test_a_letter_that_no_font_has_is_no_error(tmp_path: Path) -> None:
    assert make("سفينة 🚢 \U000e0041").save(tmp_path / "bars.png").stat().st_size > 1000


# -- files ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_same_numbers_give_the_same_bytes(tmp_path: Path, ending: str) -> None:
    first = make("سلام", "b").save(tmp_path / f"one.{ending}").read_bytes()
    assert make("سلام", "b").save(tmp_path / f"two.{ending}").read_bytes() == first
    assert make("سلام", "c").save(tmp_path / f"three.{ending}").read_bytes() != first


def test_a_file_of_no_known_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.png"):
        make("a").save(tmp_path / "bars.gif")
    with pytest.raises(UsageError, match="nowhere"):
        make("a").save(tmp_path / "nowhere" / "bars.png")


def test_the_notebooks_own_settings_stay(tmp_path: Path) -> None:
    import matplotlib as mpl

    with mpl.rc_context({"font.size": 3.0}):
        make("a").save(tmp_path / "a.png")
        assert mpl.rcParams["font.size"] == 3.0


@pytest.mark.parametrize("rows", [(), ("",), ("a",) * 30])
def test_nothing_and_much_can_be_drawn(rows: tuple[str, ...]) -> None:
    assert make(*rows)._repr_png_().startswith(b"\x89PNG")


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.pictures.picture.find_spec", lambda _name: None)
    with pytest.raises(UsageError, match="matplotlib") as caught:
        make("a")
    assert "[pictures]" in (caught.value.hint or "")


# -- numbers --------------------------------------------------------------------------------------


def test_stances_by_source_count_every_attribution_of_a_source(records: list[Record]) -> None:
    stances = ["affirm", "deny", "doubt", "noncommittal", "decline", "report"]
    table = tables.count_stances_by_source(records, stances, {}, {}, 1000)
    expected = sum(
        max(1, len(each.source.entities)) for record in records for each in record.attributions
    )
    assert count(table) == expected
    few = tables.count_stances_by_source(records, stances, {}, {}, 3)
    assert len(few.rows) == 4
    assert count(few) == expected


def test_spellings_of_a_source_are_one_row(records: list[Record]) -> None:
    import msgspec

    from workbench.model import Attribution, Source, Span

    def said(words: str, number: int) -> Attribution:
        source = Source((Span(0, len(words), words),), "explicit")
        return Attribution(f"a{number}", "s1", source, stance="deny")

    spellings = ["أحمد", "احمد", "أحمد"]
    record = msgspec.structs.replace(
        records[0], attributions=tuple(said(each, at) for at, each in enumerate(spellings))
    )
    table = tables.count_stances_by_source([record], ["deny"], {}, {}, 10)
    assert (table.rows, table.cells) == (("أحمد",), ((3,),))


def test_an_entity_is_called_by_its_name_else_by_its_words(records: list[Record]) -> None:
    plain = tables.count_stances_by_source(records, ["affirm"], {}, {}, 1000)
    assert "المرسى" in plain.rows
    named = tables.count_stances_by_source(
        records, ["affirm"], {"ent:marsa-agency": "Marsa"}, {}, 1000
    )
    assert "Marsa" in named.rows


def test_labels_and_lengths_count_everything(records: list[Record]) -> None:
    attributions = sum(len(record.attributions) for record in records)
    stances = ["affirm", "deny", "doubt", "noncommittal", "decline", "report"]
    table = tables.count_labels(records, stances, ["certain", "probable", "possible"])
    assert count(table) == attributions
    lengths = tables.measure_spans(records)
    with_spans = sum(bool(claim.spans) for record in records for claim in record.claims)
    assert len(lengths["claim"]) == with_spans


def test_a_confusion_matrix_leaves_out_what_nobody_has() -> None:
    table = tables.build_confusion(
        [("affirm", "deny", 2), ("affirm", None, 1), ("deny", "deny", 4)],
        ["affirm", "deny", "doubt"],
    )
    assert table.rows == ("affirm", "deny")
    assert table.columns == ("affirm", "deny", "none")
    assert table.cells == ((0, 2, 1), (0, 4, 0))


def test_what_has_no_order_is_counted_from_either_side() -> None:
    cells = [("affirm", "affirm", 4), ("affirm", "deny", 2), ("deny", "none", 1)]
    labels = ["affirm", "deny", "none"]
    table = tables.build_confusion(tables.mirror(cells), labels, with_none=True)
    assert table.rows == table.columns == ("affirm", "deny", "none")
    assert table.cells == ((4, 2, 0), (2, 0, 1), (0, 1, 0))


def test_heat_has_a_place_for_what_is_undefined_and_for_nothing_at_all() -> None:
    table = Table(("all", "a01 – a02"), ("stance", "cue"), ((0.5, None), (-0.2, 1.0)))
    for each in (table, Table((), (), ())):
        draw = partial(
            drawing.draw_heat, table=each, title="t", minimums={"stance": 0.8}, shortfall="!"
        )
        assert Picture(draw, "heat", each)._repr_png_()


def test_days_are_in_order_and_undefined_values_stay_out() -> None:
    points = [
        ("2026-02-01", "x", 0.5, 1),
        ("2026-01-01", "x", 1.0, 1),
        ("2026-01-01", "x", 0.0, 3),
        ("2026-01-01", "y", None, 3),
    ]
    table = tables.average_by_day(points, ["x", "y"])
    assert table.rows == ("2026-01-01", "2026-02-01")
    assert table.cells == ((0.25, None), (0.5, None))
    draw = partial(drawing.draw_lines, table=table, title="t", unit="u", goal=0.8)
    assert Picture(draw, "lines", table)._repr_png_()
