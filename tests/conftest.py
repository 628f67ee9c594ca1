"""What every test may ask for: where the real articles lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE_THE_REPOSITORY = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real articles and references; its sentences stay out of the repository."""
    folder = Path(os.environ.get("WORKBENCH_SHARED", _BESIDE_THE_REPOSITORY))
    if not folder.is_dir():
        pytest.skip(f"the real articles are not at {folder}; WORKBENCH_SHARED can name their folder")
    return folder
