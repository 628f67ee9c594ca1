"""Fixtures of the tests that talk to a real Label Studio: one server for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.label_studio.server import label_studio, own_label_studio, project_id

__all__ = ["label_studio", "own_label_studio", "project_id"]

INSTALL_S = 1_200
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give these tests their marker, and the first of them the time to install the server."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.label_studio)
            if item.get_closest_marker("timeout") is None:
                item.add_marker(pytest.mark.timeout(INSTALL_S))
