"""The page on the mapping names every field, and every key that travels unseen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from tests.record_strategies import small_record
from workbench.exchange.label_studio import dump_result
from workbench.model import Attribution, Claim, Decision
from workbench.scheme import load_scheme

PAGE = Path(__file__).resolve().parents[4] / "docs" / "label-studio-mapping.md"


def test_every_field_has_its_place_on_the_page() -> None:
    named = re.findall(
        r"^\| (claim|attribution|decision) `(\w+)` \|", PAGE.read_text("utf-8"), re.MULTILINE
    )
    kinds: dict[str, Any] = {"claim": Claim, "attribution": Attribution, "decision": Decision}
    fields = [(name, field) for name, kind in kinds.items() for field in kind.__struct_fields__]
    assert named == fields


def test_the_page_names_what_travels_unseen() -> None:
    record = small_record()
    claim = msgspec.structs.replace(record.claims[0], origin="system:x@1", features={"old": "x"})
    record = msgspec.structs.replace(record, claims=(claim, record.claims[1]))
    unseen: set[str] = set()
    for each in dump_result(record, load_scheme()):
        unseen.update(each.get("meta", {}).get("wb", {}))
    table = PAGE.read_text("utf-8").partition("| key | holds |")[2].partition("\n\n")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert unseen == {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
