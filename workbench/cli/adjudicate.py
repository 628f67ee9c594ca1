"""The command that makes gold of what annotators agree on, or of one person's answers."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.app import JsonOption, ProjectOption, app
from workbench.cli.projects import open_named
from workbench.cli.terminal import show, show_json


@app.command()
def adjudicate(
    accept: Annotated[
        str | None,
        typer.Option(
            metavar="annotator:NAME",
            help="Make this person's answers gold wherever gold has not decided.",
            show_default=False,
        ),
    ] = None,
    unanimous: Annotated[
        bool,
        typer.Option("--unanimous", help="Decide what two or more have answered alike."),
    ] = False,
    sample: Annotated[
        float,
        typer.Option(min=0, max=1, help="The share of those that is left to be looked at."),
    ] = 0.0,
    seed: Annotated[int, typer.Option(min=0, help="Which ones these are.")] = 0,
    annotators: Annotated[
        str | None,
        typer.Option(
            metavar="A,B,...",
            help="Whose answers to compare, by name or pseudonym; else everybody's.",
            show_default=False,
        ),
    ] = None,
    adjudicator: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="NAME",
            help="Who decides with --accept; else the person whose answers they are.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Take over into gold what annotators agree on; say what is left to settle."""
    import msgspec

    named = None if annotators is None else [part.strip() for part in annotators.split(",")]
    with open_named(project) as opened:
        report = opened.make_gold(
            accept,
            unanimous=unanimous,
            annotators=named,
            adjudicator=adjudicator,
            sample=sample,
            seed=seed,
        )
    if as_json:
        show_json(msgspec.to_builtins(report))
    else:
        show(str(report))
