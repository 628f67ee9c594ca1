"""The commands that look at a file and need no project: validate and segment."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.app import PROBLEMS, WRONG, JsonOption, app
from workbench.cli.terminal import say, show, show_json
