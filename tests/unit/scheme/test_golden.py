"""What `workbench validate` says of broken files, byte for byte."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.scheme import iter_violations

FOLDER = Path(__file__).parents[2] / "golden" / "validate"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.jsonl")), ids=lambda path: path.stem)
def test_a_broken_file_is_described_as_it_was(path: Path) -> None:
    lines = [f"{violation}\n" for violation in iter_violations(path, name=path.name)]
    said = "".join(lines).encode("utf-8")
    golden = path.with_suffix(".txt")
    if os.environ.get("WORKBENCH_RENEW"):
        golden.write_bytes(said)
    assert said == golden.read_bytes()
