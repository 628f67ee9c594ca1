"""The command that makes one answer from several annotators' by vote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.app import JsonOption, ProjectOption, app
from workbench.cli.projects import open_named
from workbench.cli.terminal import say, show, show_json

if TYPE_CHECKING:
    from workbench.aggregation import Aggregation
    from workbench.aggregation.results import LeftOut

REASONS = {
    "too_few": "fewer than three annotators have done this sentence",
    "no_winner": "no label won the vote",
    "not_common": "not everybody who looked has it",
    "spans_differ": "the annotators' spans or links differ",
    "target": "what it speaks of is left out",
    "voice": "no aggregated attribution holds it",
}


@app.command()
def aggregate(
    method: Annotated[str, typer.Option(help="majority, or dawid-skene.")] = "majority",
    layers: Annotated[
        str | None,
        typer.Option(
            metavar="A,B,C,...",
            help="Whose answers, by name or pseudonym; else every annotator's.",
            show_default=False,
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Count, and write nothing.")] = False,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Make one answer from three annotators or more by vote: labels only, no spans."""
    named = None if layers is None else [part.strip() for part in layers.split(",")]
    with open_named(project) as opened:
        report = opened.aggregate(method, named, save=not dry_run)
    if as_json:
        show_json(report.as_json())
    else:
        _show_report(report)


def _show_report(report: Aggregation) -> None:
    counts = report.counts
    for each in report.fields:
        show(f"{each.field}: {each.votes:,} votes, {each.unanimous:,} unanimous, {each.won:,} won")
    for left in report.left_out:
        show(_describe(left))
    say(
        f"{report.layer}: {counts.claims:,} claims and {counts.attributions:,} attributions; "
        f"{counts.complete:,} of {counts.looked:,} sentences that three or more have done are "
        f"complete, {counts.sentences - counts.looked:,} were done by fewer."
    )


def _describe(left: LeftOut) -> str:
    field = f" ({left.field})" if left.field else ""
    words = f" «{left.words}»" if left.words else ""
    place = f"{left.document} {left.sentence}"
    return f"left out {left.kind} {place}{words}: {REASONS[left.reason]}{field}"
