"""The built bundles keep to what any host allows, VS Code's webviews among them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[3] / "workbench" / "widgets" / "static"
SCRIPTS = sorted(STATIC.glob("*.js"))
STYLES = sorted(STATIC.glob("*.css"))
FORBIDDEN = {
    "code from text": r"\beval\s*\(|\bnew Function\b|\bsetTimeout\(\s*[\"'`]",
    "markup from text": r"\b(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b",
    "the network": r"\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b",
    "other modules": r"^\s*import\b|\bimport\s*\(|\bimportScripts\b|\bnew (Shared)?Worker\b",
    "JupyterLab": r"\bjupyterapp\b|@jupyterlab/|\brequire\s*\(",
}


def test_there_are_bundles() -> None:
    assert SCRIPTS
    assert STYLES


@pytest.mark.parametrize("what", FORBIDDEN)
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_bundle_asks_for_nothing_that_a_host_may_forbid(script: Path, what: str) -> None:
    found = re.search(FORBIDDEN[what], script.read_text(encoding="utf-8"), re.MULTILINE)
    assert found is None


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_loads_nothing(style: Path) -> None:
    text = style.read_text(encoding="utf-8")
    assert "@import" not in text
    assert not re.search(r"url\(\s*[\"']?(?!data:)", text)
