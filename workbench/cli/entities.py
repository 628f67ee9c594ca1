"""The command that lists the register of sources, and adds entities of a file to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from workbench.cli.app import JsonOption, ProjectOption, app
from workbench.cli.projects import open_named
from workbench.cli.terminal import printable, show, show_json


@app.command()
def entities(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]",
            help="Lines of `entities.jsonl`: what the register does not know of it is added.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """List who the sources are, with where each was chosen; or add entities of a file."""
    from workbench.project.register_frames import iter_entity_rows

    with open_named(project) as opened:
        report = None if file is None else opened.import_entities(file)
        rows = list(iter_entity_rows(opened.read_register(), opened.store))
    if as_json:
        show_json({"imported": msgspec.to_builtins(report), "entities": rows})
        return
    if report is not None:
        show(str(report))
        return
    for row in rows:
        chosen = f"{row['attributions']:,} in {row['documents']:,}"
        facts = [row["kind"], row["anonymity"], row["affiliation"]]
        said = ", ".join(each for each in facts if each)
        show(printable(f"{row['entity']}  {row['name'] or ''}  ({said})  {chosen}"))
