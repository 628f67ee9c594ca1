"""A record that goes out in a two-way format comes back as it was; same state, same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from tests.golden.export.invented import make_records
from tests.record_strategies import records, small_record
from tests.unit.exchange.formats.conftest import TWO_WAY, WRITTEN, export, read, round_trip
from workbench.exchange.formats.found import Ground
from workbench.exchange.formats.losses import PARTS
from workbench.exchange.formats.registry import FORMATS
from workbench.model import Record, canonicalize, compute_text_sha256, load_record
from workbench.offsets import OffsetMap
from workbench.scheme import adopt_features, load_scheme, upgrade_record

ROOT = Path(__file__).resolve().parents[4]
HEAVY = ("huggingface", "spacy")  # seconds to load
QUICK_FIRST = [
    pytest.param(name, marks=pytest.mark.slow if name in HEAVY else ()) for name in WRITTEN
]


@pytest.mark.parametrize("name", TWO_WAY)
def test_nothing_is_lost_on_the_way_out_and_back(name: str) -> None:
    @given(records())
    @settings(max_examples=40)
    def holds(record: Record) -> None:
        back, out, into = round_trip(name, record)
        assert back == [record]
        assert out.is_lossless
        assert into.losses == ()

    holds()


@pytest.mark.parametrize("name", TWO_WAY)
def test_invented_articles_and_the_contract_example_come_back(name: str, shared: Path) -> None:
    example = load_record((shared / "example-record.json").read_text("utf-8"))
    for record in (*make_records(), small_record(), canonicalize(example)):
        assert round_trip(name, record)[0] == [record]


@pytest.mark.parametrize("name", TWO_WAY)
def test_ids_of_documents_become_safe_file_names(name: str, tmp_path: Path) -> None:
    ids = ["../../etc/passwd", "A", "a", "جسر", ".hidden", "x" * 255, "workbench-export", "a/b"]
    written = [_renamed(small_record(), document_id) for document_id in ids]
    export(name, written, tmp_path)
    back, _ = read(name, tmp_path, "gold")
    assert sorted(record.document.id for record in back) == sorted(ids)
    assert {path.parent for path in tmp_path.rglob("*")} == {tmp_path}


@pytest.mark.parametrize("name", TWO_WAY)
def test_a_claim_over_a_line_end_comes_back_whole(name: str) -> None:
    record = small_record()
    text = record.document.text
    claim = record.claims[1]
    start = text.index("فيما")
    span = msgspec.structs.replace(
        claim.spans[0], start=start, text=text[start : claim.spans[0].end]
    )
    claim = msgspec.structs.replace(claim, spans=(span,), sentence="s1")
    record = canonicalize(msgspec.structs.replace(record, claims=(record.claims[0], claim)))
    assert round_trip(name, record)[0] == [record]


@pytest.mark.parametrize("name", QUICK_FIRST)
def test_the_same_records_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    reports = [export(name, make_records(), folder) for folder in folders]
    assert reports[0] == reports[1]
    files = [sorted(each.relative_to(folder) for each in folder.rglob("*.*")) for folder in folders]
    assert files[0] == files[1] != []
    for file in files[0]:
        assert (folders[0] / file).read_bytes() == (folders[1] / file).read_bytes()


SCRIPT = """
import hashlib, sys
from tests.golden.export.invented import make_records
from workbench.exchange.formats.losses import Losses
from workbench.exchange.formats.registry import FORMATS
from workbench.scheme import load_scheme
for name in sys.argv[1:]:
    for file, content in FORMATS[name].write(make_records(), load_scheme(), Losses()):
        print(name, file, hashlib.sha256(content).hexdigest())
"""


@pytest.mark.slow
def test_the_bytes_do_not_depend_on_the_process() -> None:
    """Python hashes strings otherwise in each process, which is where an order may come from."""
    outputs = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-W", "ignore", "-c", SCRIPT, *WRITTEN]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        outputs.append(ran.stdout)
    assert outputs[0] == outputs[1]
    assert len(outputs[0].splitlines()) > len(WRITTEN)


@pytest.mark.parametrize("name", TWO_WAY)
def test_a_format_that_goes_both_ways_drops_nothing(name: str) -> None:
    assert "dropped" not in FORMATS[name].fates.values()


@pytest.mark.parametrize("name", QUICK_FIRST)
def test_the_loss_report_counts_each_part_that_has_no_place(name: str, tmp_path: Path) -> None:
    record = small_record()
    report = export(name, [record], tmp_path)
    counted = {(loss.what, loss.fate): loss.count for loss in report.losses}
    for part, fate in FORMATS[name].fates.items():
        assert counted.get((part, fate), 0) == PARTS[part](record)


def test_offsets_in_a_cas_count_utf16_units(tmp_path: Path) -> None:
    text = "🚢🚢 قال الربان إن البحر هادئ."
    record = _with_text(text, "إن البحر هادئ")
    export("cas-json", [record], tmp_path)
    data = msgspec.json.decode(next(tmp_path.glob("*.json")).read_bytes())
    claim = next(fs for fs in data["%FEATURE_STRUCTURES"] if fs["%TYPE"].endswith(".Claim"))
    units, span = OffsetMap(text), record.claims[0].spans[0]
    assert (claim["begin"], claim["end"]) == (units.to_utf16(span.start), units.to_utf16(span.end))
    assert claim["begin"] == span.start + 2


def _renamed(record: Record, document_id: str) -> Record:
    document = msgspec.structs.replace(record.document, id=document_id)
    return msgspec.structs.replace(record, document=document)


def _with_text(text: str, words: str) -> Record:
    """Return a record of one sentence with one claim of the writer's."""
    record = small_record()
    start, length = text.index(words), len(text)
    claim = record.claims[1]
    span = msgspec.structs.replace(claim.spans[0], start=start, end=start + len(words), text=words)
    return msgspec.structs.replace(
        record,
        document=msgspec.structs.replace(
            record.document, text=text, text_sha256=compute_text_sha256(text)
        ),
        segments=(msgspec.structs.replace(record.segments[0], end=length),),
        sentences=(msgspec.structs.replace(record.sentences[0], end=length),),
        claims=(msgspec.structs.replace(claim, spans=(span,), sentence="s1"),),
        attributions=(),
        decisions=record.decisions[:1],
    )


@pytest.mark.parametrize("name", TWO_WAY)
def test_figures_and_dates_come_along(name: str, tmp_path: Path) -> None:
    names = ["figure", "date"]
    scheme = load_scheme(features=names).with_features(names)
    small = adopt_features(upgrade_record(small_record(), "1.1"), scheme)
    stated: dict[str, str | None] = {"figure": "~1500 soldier; part 6", "date": "2031-10"}
    claims = tuple(msgspec.structs.replace(each, features=stated) for each in small.claims)
    record = canonicalize(msgspec.structs.replace(small, claims=claims))
    export(name, [record], tmp_path)
    (back,), _ = read(name, tmp_path, record.provenance.layer, ground=Ground(scheme, "gold"))
    assert back.schema_version == "1.1"
    assert [each.features for each in back.claims] == [stated, stated]
