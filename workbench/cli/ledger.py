"""The command that writes who says what: tables and pictures of a layer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from workbench.cli.app import JsonOption, ProjectOption, app
from workbench.cli.projects import open_named
from workbench.cli.terminal import show, show_json


@app.command()
def ledger(
    layer: Annotated[str, typer.Option(metavar="LAYER", help="Whose answers.")] = "gold",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="DIR",
            help="The folder that gets the files; else exports/LAYER.ledger in the project.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Write who says what: claims by sources, figures in time, who relays whom (CSV, SVG, PNG)."""
    with open_named(project) as opened:
        report = opened.save_ledger(layer, out)
    if as_json:
        show_json(msgspec.to_builtins(report, enc_hook=str))
    else:
        for line in str(report).rsplit("\n", 1):  # a folder's name may have line ends of its own
            show(line)
