"""brat collections of other makers, made by hand as the published description says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.record_strategies import small_record
from tests.unit.exchange.formats.conftest import export, read
from workbench.errors import InputError, OffsetError
from workbench.exchange.formats.found import Ground
from workbench.model import Span

TEXT = "The minister said the port is open, aides said.\nNobody confirmed that.\n"

# As PolNeAR has it: the trigger is a span of its own over the words of the cue.
POLNEAR = """\
T1\tSource 0 12\tThe minister
T2\tCue 13 17\tsaid
T3\tContent 18 34\tthe port is open
T4\tAttribution 13 17\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tCue 42 46\tsaid
T6\tSource 36 41\taides
T7\tAttribution 42 46\tsaid
E2\tAttribution:T7 Source:T6 Cue:T5 Content:E1
T8\tDiscuss 48 69\tNobody confirmed that
"""


def write(folder: Path, ann: str, text: str = TEXT, name: str = "doc") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_bytes(text.encode())
    (folder / f"{name}.ann").write_bytes(ann.encode())
    return folder


def test_polnear_is_read_with_its_nesting(tmp_path: Path, with_stance: Ground) -> None:
    (record,), report = read("brat", write(tmp_path, POLNEAR), ground=with_stance)
    assert [claim.spans for claim in record.claims] == [(Span(18, 34, "the port is open"),)]
    inner, outer = record.attributions
    assert inner.source.spans == (Span(0, 12, "The minister"),)
    assert inner.cue == (Span(13, 17, "said"),)
    assert inner.targets == (record.claims[0].id,)
    assert outer.targets == (inner.id,)
    assert record.claims[0].origin == "imported:brat"
    assert [each.status for each in record.decisions] == ["done", "open"]
    assert "spans: 1 dropped (of type Discuss, in no event)" in [str(x) for x in report.losses]


def test_an_attribution_without_a_stance_is_not_given_one(tmp_path: Path) -> None:
    (record,), report = read("brat", write(tmp_path, POLNEAR))
    assert record.attributions == ()
    assert [claim.voice for claim in record.claims] == ["author"]
    assert "attributions: 2 dropped (without a stance of the scheme)" in map(str, report.losses)


def test_texts_may_lie_in_a_folder_of_their_own_as_in_polnear(tmp_path: Path) -> None:
    folder = write(tmp_path / "attributions", POLNEAR, name="doc_ab12")
    (tmp_path / "text").mkdir()
    (folder / "doc_ab12.txt").rename(tmp_path / "text" / "doc.txt")
    (record,), _ = read("brat", tmp_path)
    assert record.document.id == "doc"
    assert record.document.text == TEXT


def test_the_offsets_count_both_characters_of_a_line_end(tmp_path: Path) -> None:
    text = "\ufeffOne\r\ntwo 😀 cafe\u0301 three"
    start = text.index("cafe")
    ann = f"T1\tContent {start} {start + 5}\tcafe\u0301\nT2\tContent 6 9\ttwo\n"
    (record,), _ = read("brat", write(tmp_path, ann, text))
    assert record.document.text == "One\ntwo 😀 café three"
    assert [claim.spans[0].text for claim in record.claims] == ["two", "café"]


def test_split_spans_numbered_roles_attributes_and_notes(tmp_path: Path) -> None:
    ann = (
        "T1\tContent 18 21;27 34\tthe is open\nT2\tCue 13 17\tsaid\nT3\tSource 0 12\tThe minister\n"
        "T4\tSource 36 41\taides\nE1\tAttribution:T2 Cue:T2 Source:T3 Source2:T4 Content:T1\n"
        "A1\tStance E1 deny\nA2\tCertainty E1 probable\nA3\tUnsure E1\n"
        "#1\tAnnotatorNotes E1\twho else?\n*\tEquiv T3 T4\n"
    )
    (record,), report = read("brat", write(tmp_path, ann))
    (found,) = record.attributions
    assert [span.text for span in record.claims[0].spans] == ["the", "is open"]
    assert [span.text for span in found.source.spans] == ["The minister", "aides"]
    assert (found.stance, found.certainty, found.unsure, found.note) == (
        "deny", "probable", True, "who else?",
    )  # fmt: skip
    assert any(loss.what == "lines" and loss.count == 1 for loss in report.losses)


def test_relations_between_spans_are_read_where_there_are_no_events(
    tmp_path: Path, with_stance: Ground
) -> None:
    ann = (
        "T1\tClaim 18 34\tthe port is open\nT2\tCue 13 17\tsaid\nT3\tHolder 0 12\tThe minister\n"
        "R1\thas Arg1:T2 Arg2:T1\nR2\tby Arg1:T3 Arg2:T2\nR3\todd Arg1:T1 Arg2:T1\n"
    )
    (record,), report = read("brat", write(tmp_path, ann), ground=with_stance)
    (found,) = record.attributions
    assert found.source.spans[0].text == "The minister"
    assert found.targets == (record.claims[0].id,)
    assert any(loss.what == "links" and loss.count == 1 for loss in report.losses)


def test_what_a_person_changes_in_brat_comes_back(tmp_path: Path) -> None:
    export("brat", [small_record()], tmp_path)
    path = tmp_path / "small-1.ann"
    ann = path.read_text("utf-8")
    before = next(line for line in ann.splitlines() if "Stance" in line and line.endswith("deny"))
    ann = ann.replace(before, before.replace("deny", "doubt"))
    ann = ann.replace("Certainty E3 certain", "Certainty E3 possible")
    text = small_record().document.text
    start = text.index("300 متر")
    path.write_text(f"{ann}T90\tContent {start} {start + 7}\t300 متر\n", "utf-8")
    (record,), report = read("brat", tmp_path, "gold")
    assert [each.stance for each in record.attributions] == ["report", "affirm", "doubt", "decline"]
    assert [claim.spans[0].text for claim in record.claims][-1] == "300 متر"
    assert record.claims[0] == small_record().claims[0]
    assert report.is_lossless


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("T1\tContent 18 9999\tx", OffsetError),
        ("T1\tContent 18 99999999999999999999\tx", InputError),
        ("T1\tContent 34 18\tx", OffsetError),
        ("T1\tContent -1 4\tx", InputError),
        ("T1\tContent 18 34\tother words", InputError),
        ("T1 Content 18 34", InputError),
        ("E1\tAttribution", InputError),
        ("R1\thas Arg1:T2", InputError),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, error: type[InputError]) -> None:
    with pytest.raises(error, match=r"doc\.(ann:1|txt)"):
        read("brat", write(tmp_path, f"{line}\n"))


def test_attributions_in_a_circle_are_cut(tmp_path: Path, with_stance: Ground) -> None:
    ann = (
        "T1\tCue 13 17\tsaid\nT2\tCue 42 46\tsaid\n"
        "E1\tAttribution:T1 Cue:T1 Content:E2\nE2\tAttribution:T2 Cue:T2 Content:E1\n"
    )
    (record,), report = read("brat", write(tmp_path, ann), ground=with_stance)
    assert record.attributions == ()
    assert sum(loss.count for loss in report.losses if loss.what == "attributions") == 2


def test_a_changed_text_is_refused_where_the_exported_one_is_known(tmp_path: Path) -> None:
    export("brat", [small_record()], tmp_path)
    path = tmp_path / "small-1.txt"
    path.write_text(path.read_text("utf-8").replace("300", "301"), "utf-8")
    with pytest.raises(InputError):
        read("brat", tmp_path, "gold")


def test_the_text_has_to_be_there(tmp_path: Path) -> None:
    write(tmp_path, POLNEAR)
    (tmp_path / "doc.txt").unlink()
    with pytest.raises(InputError, match=r"doc\.txt beside it"):
        read("brat", tmp_path)
