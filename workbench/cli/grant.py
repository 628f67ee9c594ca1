"""The command that gives a role of the database what an annotator needs, and nothing more."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.app import ProjectOption, app
from workbench.cli.projects import open_named
from workbench.cli.terminal import printable, show


@app.command()
def grant(
    role: Annotated[
        str, typer.Argument(metavar="ROLE", help="A role of the PostgreSQL server, or a group.")
    ],
    project: ProjectOption = None,
) -> None:
    """Give a role of the PostgreSQL server the rights of an annotator, and no others."""
    with open_named(project) as opened:
        opened.store.grant_annotating(role)
    show(f"{printable(role)} may annotate here, and neither change texts nor delete annotations.")
