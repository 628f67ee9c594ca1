"""The command that looks for suspicious annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.app import PROBLEMS, JsonOption, ProjectOption, app
from workbench.cli.terminal import say, show, show_json

if TYPE_CHECKING:
    from workbench.project.checking import CheckReport


@app.command()
def check(
    project: ProjectOption = None,
    layer: Annotated[
        str | None,
        typer.Option(
            "--layer",
            "-l",
            help="gold, annotator:NAME or system:NAME; else gold and all annotators.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Find suspicious annotations: repeats marked otherwise, stances, edges, links, pace."""
    import msgspec

    from workbench.project import open_project

    with open_project(project) as opened:
        report = opened.check(layer)
    if as_json:
        show_json(msgspec.to_builtins(report))
    else:
        _show_report(report)
    raise typer.Exit(PROBLEMS if report.findings else 0)


def _show_report(report: CheckReport) -> None:
    for finding in report.findings:
        where = " ".join([finding.layer, finding.document, finding.sentence, *finding.items])
        show(f"{finding.kind} {finding.score:.2f} {where}: {finding.why}")
    for note in report.notes:
        say(note)
    layers = ", ".join(report.layers) or "no layer"
    say(f"{len(report.findings):,} findings in {layers}.")
