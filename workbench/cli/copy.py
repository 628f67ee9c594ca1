"""The command that copies a whole project: a backup, or the way to a server and back."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from workbench.cli.app import INTERRUPTED, JsonOption, app
from workbench.cli.terminal import say, show, show_json, showing_progress


@app.command()
def copy(
    source: Annotated[
        str, typer.Argument(metavar="FROM", help="A project's folder, or its store's address.")
    ],
    target: Annotated[
        str,
        typer.Argument(
            metavar="TO", help="A new folder, or the address of a database without a store."
        ),
    ],
    as_json: JsonOption = False,
) -> None:
    """Copy a whole project between SQLite and PostgreSQL, verified by hash; also its backup."""
    from workbench.project.copying import copy_project

    try:
        with showing_progress() as progress:
            report = copy_project(source, target, progress)
    except KeyboardInterrupt:
        say("Interrupted; there is no copy, and the project is as it was.")
        raise typer.Exit(INTERRUPTED) from None
    for remark in report.notes:
        say(f"Note: {remark}")
    if as_json:
        show_json(msgspec.to_builtins(report))
    else:
        show(str(report))
