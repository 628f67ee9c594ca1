"""The commands that look at a file and need no project: validate and segment."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.app import PROBLEMS, WRONG, app
from workbench.cli.terminal import dump_json, say, show, show_data
from workbench.errors import InputError

if TYPE_CHECKING:
    from workbench.scheme import Scheme


@app.command()
def validate(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files of records.")],
    scheme: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="A label scheme, by file or by name.", show_default=False
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print each violation as a line of JSON.")
    ] = False,
) -> None:
    """Name each violation of the data model: file, line, JSON pointer, expected and got."""
    from workbench.scheme import load_scheme

    labels = load_scheme(scheme) if scheme else None
    status = 0
    for file in files:
        try:
            violations = _show_violations(file, labels, as_json=as_json)
        except InputError as error:
            say(f"Error: {error}")
            status = WRONG
            continue
        if violations:
            say(f"{file}: {violations:,} violation{'s' if violations > 1 else ''}")
            status = status or PROBLEMS
    raise typer.Exit(status)


@app.command()
def segment(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="One article as a text file.", readable=False),
    ],
    language: Annotated[
        str | None,
        typer.Option(help="A tag such as ar or en; else by script.", show_default=False),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(help="Of the file; else it is found out.", show_default=False),
    ] = None,
    _as_json: Annotated[
        bool, typer.Option("--json", help="One JSON line a sentence, which is the default.")
    ] = True,
) -> None:
    """Print the sentences of an article as JSON lines: start, end, kind, text."""
    from workbench.ingest import read_text, segment_lines

    for line in segment_lines(read_text(file, encoding), language):
        show_data(dump_json(line))


def _show_violations(file: str, scheme: Scheme | None, *, as_json: bool) -> int:
    """Show what is wrong with `file` as it is found, and return how many violations there were."""
    from workbench.scheme.validation import iter_violations

    count = 0
    for violation in iter_violations(file, scheme):
        count += not violation.is_warning
        if as_json:
            show_data(dump_json(dataclasses.asdict(violation)))
        else:
            show(str(violation))
    return count
