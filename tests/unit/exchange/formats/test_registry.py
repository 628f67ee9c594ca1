"""The registry, the page about interchange, and what a file is taken for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.record_strategies import small_record
from tests.unit.exchange.formats.conftest import TWO_WAY, WRITTEN, export
from workbench.errors import UsageError
from workbench.exchange.formats import extras
from workbench.exchange.formats.losses import PARTS, Loss, Losses
from workbench.exchange.formats.registry import FORMATS, RECORDS, detect_format, find_format

ROOT = Path(__file__).resolve().parents[4]
WAYS = {"both": "out and in", "export": "out", "import": "in"}


def iter_ways() -> Iterator[str]:
    """Yield the table of the formats as `docs/interchange.md` has it."""
    yield "| `--format` | what it is | way | extra |"
    yield "|---|---|---|---|"
    for each in FORMATS.values():
        extra = f"`{each.extra}`" if each.extra else ""
        yield f"| `{each.name}` | {each.title} | {WAYS[each.direction]} | {extra} |".replace(
            "|  |", "| |"
        )


def iter_fates() -> Iterator[str]:
    """Yield the table of the parts: held where nothing is said."""
    names = [each.name for each in FORMATS.values() if each.write is not None]
    yield f"| part | {' | '.join(f'`{name}`' for name in names)} |"
    yield f"|---|{'---|' * len(names)}"
    for part in PARTS:
        fates = [FORMATS[name].fates.get(part, "") for name in names]
        yield f"| {part} | {' | '.join(fates)} |".replace("  ", " ")


@pytest.mark.parametrize("lines", [iter_ways, iter_fates])
def test_the_page_says_what_the_registry_says(lines: object) -> None:
    page = (ROOT / "docs" / "interchange.md").read_text("utf-8")
    assert callable(lines)
    assert "\n".join(lines()) in page


def test_each_part_that_a_format_lacks_is_one_that_is_counted() -> None:
    for each in FORMATS.values():
        assert set(each.fates) <= set(PARTS)


def test_a_format_goes_only_its_own_way() -> None:
    assert find_format("brat", "import") is FORMATS["brat"]
    for name, direction in (("label-studio", "export"), ("conll", "import"), ("doc", "export")):
        with pytest.raises(UsageError, match="one of brat, cas-json"):
            find_format(name, direction)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", TWO_WAY)
def test_what_was_written_is_known_again(name: str, tmp_path: Path) -> None:
    export(name, [small_record()], tmp_path)
    assert detect_format(tmp_path) == name
    suffix = {"brat": "ann", "cas-json": "json", "cas-xmi": "xmi", "w3c": "jsonld"}[name]
    assert detect_format(tmp_path / f"small-1.{suffix}") == name


@pytest.mark.parametrize(
    ("name", "content", "taken_for"),
    [
        ("a.jsonl", "{}", RECORDS),
        ("a.json", "{}", RECORDS),
        ("a.json", "not json", RECORDS),
        ("a.json", json.dumps([{"data": {"text": "x"}, "annotations": []}]), "label-studio"),
        ("a.json", json.dumps({"@context": "http://www.w3.org/ns/anno.jsonld"}), "w3c"),
        ("a.txt", "text", RECORDS),
    ],
)
def test_a_file_is_taken_for_what_it_surely_is(
    tmp_path: Path, name: str, content: str, taken_for: str
) -> None:
    (tmp_path / name).write_text(content)
    assert detect_format(tmp_path / name) == taken_for
    assert detect_format(tmp_path / "gone.ann") == "brat"


def test_a_missing_library_names_its_extra() -> None:
    with pytest.raises(UsageError, match="no_such_module") as caught:
        extras.import_extra("no_such_module", "cas")
    assert "claims-workbench[cas]" in str(caught.value)


def test_the_worst_losses_come_first_and_nothing_is_not_counted() -> None:
    losses = Losses()
    losses.add("notes", "kept", 3)
    losses.add("certainties", "changed", 12, "the default of affirm")
    losses.add("features", "dropped", 0)
    losses.add("spans", "dropped")
    losses.add("spans", "dropped", 2)
    report = losses.report("brat", "import")
    assert report.losses == (
        Loss("spans", "dropped", 3),
        Loss("certainties", "changed", 12, "the default of affirm"),
        Loss("notes", "kept", 3),
    )
    assert not report.is_lossless
    assert report.lines()[1] == ("brat import: certainties: 12 changed (the default of affirm)")
    assert Losses().report("w3c", "export").lines() == ["w3c export: nothing lost"]


def test_every_written_format_is_said_to_be_written() -> None:
    assert len(WRITTEN) == 8
