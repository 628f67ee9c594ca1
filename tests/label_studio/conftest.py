"""Fixtures of the tests that talk to a real Label Studio: one server for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.label_studio.server import label_studio, own_label_studio, project_id

__all__ = ["label_studio", "own_label_studio", "project_id"]

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give these tests their marker."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.label_studio)
