"""Web Annotations of other makers, and the selectors of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.record_strategies import small_record
from tests.unit.exchange.formats.conftest import export, read
from workbench.errors import InputError, WorkbenchError
from workbench.exchange.formats.found import Ground, Known
from workbench.model import Record
from workbench.scheme import load_scheme

TEXT = "🚢🚢 The minister said the port is open. The port is open."


def annotation(name: str, tag: str, *selectors: dict[str, Any], **more: Any) -> dict[str, Any]:
    target = {"source": "page.txt", "selector": list(selectors)}
    body = [{"type": "TextualBody", "purpose": "tagging", "value": tag}, *more.pop("links", [])]
    return {"id": name, "type": "Annotation", "body": body, "target": target}


def position(start: int, end: int) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def quote(exact: str, prefix: str = "", suffix: str = "") -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def write(folder: Path, *items: Any, text: str = TEXT) -> Path:
    (folder / "page.txt").write_bytes(text.encode())
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage"}
    (folder / "page.jsonld").write_text(json.dumps({**page, "items": list(items)}), "utf-8")
    return folder


def find_words(record: Record) -> list[str]:
    return [claim.spans[0].text for claim in record.claims]


def test_positions_are_code_points_and_quotes_their_words(tmp_path: Path) -> None:
    record = small_record()
    export("w3c", [record], tmp_path)
    page = json.loads((tmp_path / "small-1.jsonld").read_text("utf-8"))
    text = (tmp_path / "small-1.txt").read_text("utf-8")
    selected = 0
    for item in page["items"]:
        for target in item["target"]:
            by_position, by_quote = target["selector"]
            start, end = by_position["start"], by_position["end"]
            assert text[start:end] == by_quote["exact"]
            assert text[:start].endswith(by_quote["prefix"])
            assert text[end:].startswith(by_quote["suffix"])
            selected += 1
    assert selected == 12


def test_each_way_to_select_is_understood(tmp_path: Path, with_stance: Ground) -> None:
    start = TEXT.index("the port")
    by_position = position(start, start + 16)
    in_utf16 = position(start + 2, start + 18)
    for selectors, changed in (
        ([by_position], 0),
        ([by_position, quote("the port is open")], 0),
        ([in_utf16, quote("the port is open")], 1),
        ([position(0, 3), quote("the port is open")], 1),
        ([quote("port is open", "the ", ". The")], 1),
    ):
        (record,), report = read("w3c", write(tmp_path, annotation("#1", "claim", *selectors)))
        assert find_words(record)[0].endswith("port is open")
        assert record.claims[0].spans[0].start < 40
        assert sum(loss.what == "positions" for loss in report.losses) == changed


def test_a_quote_that_stands_twice_is_not_guessed(tmp_path: Path) -> None:
    folder = write(tmp_path, annotation("#1", "claim", quote("port is open")))
    (record,), report = read("w3c", folder)
    assert record.claims == ()
    assert "selectors: 1 dropped (a quote that stands nowhere or twice)" in map(str, report.losses)


def test_links_between_tagged_annotations_make_an_attribution(
    tmp_path: Path, with_stance: Ground
) -> None:
    links = [{"purpose": "linking", "source": "#2"}, {"purpose": "linking", "source": "#3"}]
    folder = write(
        tmp_path,
        annotation("#1", "Cue", quote("said"), links=links),
        annotation("#2", "Source", quote("The minister")),
        annotation("#3", "Claim", quote("the port is open")),
        annotation("#4", "typo", quote("said")),
    )
    (record,), report = read("w3c", folder, ground=with_stance)
    (found,) = record.attributions
    assert (found.source.spans[0].text, found.targets) == ("The minister", (record.claims[0].id,))
    assert "annotations: 1 dropped (without a tag that is a role)" in map(str, report.losses)


def test_the_text_may_be_that_of_a_known_document(tmp_path: Path) -> None:
    record = small_record()
    known = Known(record.document, record.segments, record.sentences)
    item = annotation("#1", "claim", quote("الجسر الجديد"))
    item["target"]["source"] = "https://example.org/a#p"
    (tmp_path / "a.jsonld").write_text(json.dumps(item), "utf-8")
    ground = Ground(load_scheme(), "gold", {"https://example.org/a#p": known}.get)
    (found,), _ = read("w3c", tmp_path, ground=ground)
    assert found.document == record.document
    assert found.sentences == record.sentences


@pytest.mark.parametrize(
    "source", ["../secret.txt", "/etc/passwd", "..%2Fsecret.txt", "file:///etc/passwd", "", "gone"]
)
def test_a_source_never_leads_out_of_the_folder(tmp_path: Path, source: str) -> None:
    (tmp_path / "secret.txt").write_text("secret secret")
    folder = tmp_path / "in"
    folder.mkdir()
    item = annotation("#1", "claim", position(0, 6))
    item["target"]["source"] = source
    write(folder, item)
    with pytest.raises(InputError):
        read("w3c", folder)


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret secret")
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder, annotation("#1", "claim", position(0, 6)))
    (folder / "page.txt").unlink()
    (folder / "page.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(InputError, match="leads away"):
        read("w3c", folder)


@pytest.mark.parametrize(
    "items",
    [
        [3],
        [{"type": "Person"}],
        [annotation("#1", "claim", position(0, 10**30))],
        [annotation("#1", "claim", {"type": "TextPositionSelector", "start": "1", "end": 2.0})],
        [annotation("#1", "claim", position(5, 5))],
        [annotation("#1", "claim", position(0, 2)), annotation("#1", "claim", position(0, 2))],
    ],
)
def test_broken_annotations_are_a_clear_error(tmp_path: Path, items: list[Any]) -> None:
    with pytest.raises(WorkbenchError, match=r"page\.jsonld"):
        read("w3c", write(tmp_path, *items))


def test_a_foreign_part_under_our_name_is_a_clear_error(tmp_path: Path) -> None:
    item = annotation("#1", "claim", position(0, 2))
    with pytest.raises(InputError, match="workbench"):
        read("w3c", write(tmp_path, {**item, "workbench": {"id": 3}}))
