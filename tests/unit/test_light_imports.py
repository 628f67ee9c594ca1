"""What costs seconds is not loaded before it is used."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "cassis", "datasets", "datasketch", "matplotlib", "spacy",
    "IPython", "alembic", "anywidget", "ipywidgets", "jupyter_server", "jupyterlab",
    "label_studio_sdk", "numpy", "pandas", "psycopg", "pyarrow", "scipy", "sqlalchemy", "traitlets",
}  # fmt: skip
SHOW_MODULES = (
    "import atexit, json, sys; atexit.register(lambda: print(json.dumps([*sys.modules])))"
)


@pytest.mark.parametrize(
    "script",
    [
        "import workbench; dir(workbench)",
        "sys.argv[1:] = ['--help']; from workbench.cli import main; main()",
        "sys.argv[1:] = ['lab', '--help']; from workbench.cli import main; main()",
        "sys.argv[1:] = ['segment', '--help']; from workbench.cli import main; main()",
    ],
)
def test_nothing_heavy_is_loaded(script: str) -> None:
    command = [sys.executable, "-c", f"{SHOW_MODULES}; {script}"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = json.loads(ran.stdout.splitlines()[-1])
    assert "workbench" in loaded
    assert HEAVY.intersection(loaded) == set()
