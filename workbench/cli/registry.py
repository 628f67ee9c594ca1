"""The command that writes who and what a layer's annotations refer to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from workbench.cli.app import JsonOption, ProjectOption, app
from workbench.cli.exchange import LayerOption
from workbench.cli.projects import open_named
from workbench.cli.terminal import show, show_json


@app.command()
def registry(
    layer: LayerOption,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help="The folder that gets the files.")
    ],
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Write the entities, clusters and links of one layer: who and what its ids stand for."""
    with open_named(project) as opened:
        report = opened.write_registry(layer, out)
    if as_json:
        show_json(msgspec.to_builtins(report, enc_hook=str))
    else:
        show(str(report))
