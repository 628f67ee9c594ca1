"""The command that says how far annotators agree."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.app import JsonOption, ProjectOption, app
from workbench.cli.projects import open_named
from workbench.cli.terminal import show_json


@app.command()
def agreement(
    layers: Annotated[
        str | None,
        typer.Option(
            metavar="A,B,...",
            help="The layers to compare, by name or pseudonym; else every annotator's.",
            show_default=False,
        ),
    ] = None,
    resamples: Annotated[
        int, typer.Option(min=0, help="Bootstrap resamples of the intervals; 0 for none.")
    ] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Where the random numbers start.")] = 0,
    worst: Annotated[
        int, typer.Option(min=0, help="How many of the worst sentences to list.")
    ] = 50,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Show how far annotators agree: claims, spans, links, stances, clusters, and the gates."""
    named = None if layers is None else [part.strip() for part in layers.split(",")]
    with open_named(project) as opened:
        found = opened.agreement(named, seed=seed, resamples=resamples, worst=worst)
    if as_json:
        show_json(found.as_json())
    else:
        from workbench.cli.agreement_table import show_agreement

        show_agreement(found)
