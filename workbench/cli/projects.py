"""The commands that make a project, fill it, open it, and tell how far it is."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from workbench.cli.app import INTERRUPTED, PROBLEMS, JsonOption, ProjectOption, app
from workbench.cli.terminal import printable, say, show, show_json, showing_progress
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.project import Project, StatusReport


FeaturesOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAMES",
        help="Optional features that are on, with commas: figure,date.",
        show_default=False,
    ),
]


def split_names(names: str | None) -> list[str]:
    """Return the names that an option joins with commas."""
    return [name.strip() for name in (names or "").split(",") if name.strip()]


@contextmanager
def open_named(place: str | None) -> Iterator[Project]:
    """Open the project that `--project` names, and say what is unsafe about its store."""
    from workbench.project import open_project

    with open_project(place) as project:
        for warning in project.warnings:
            say(f"Warning: {warning}")
        yield project


@app.command()
def lab(
    project: ProjectOption = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open a browser as well.")
    ] = True,
    port: Annotated[
        int | None, typer.Option(help="The server's port.", min=1, max=65535, show_default=False)
    ] = None,
) -> None:
    """Open JupyterLab on the annotation notebook; makes a project of samples if there is none."""
    from workbench.lab import open_lab

    raise typer.Exit(open_lab(project, browser=browser, port=port))


@app.command()
def init(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The project's folder.")],
    store: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Where annotations go: postgresql+psycopg://USER@HOST/NAME; else an SQLite file.",
            show_default=False,
        ),
    ] = None,
    scheme: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="A label scheme, by file or by name.", show_default=False
        ),
    ] = None,
    features: FeaturesOption = None,
) -> None:
    """Make a project: a folder with workbench.toml and a store."""
    from workbench.project import init_project

    wanted = split_names(features)
    with init_project(str(directory), store=store, scheme=scheme, features=wanted) as project:
        for warning in project.warnings:
            say(f"Warning: {warning}")
    place = shlex.quote(str(directory))
    show(f"Made the project {directory}; add articles with: workbench ingest -p {place} PATH")


@app.command()
def upgrade(features: FeaturesOption = None, project: ProjectOption = None) -> None:
    """Turn features of the label scheme on, in a newer version of it if need be."""
    from workbench.project.upgrading import upgrade_project

    with open_named(project) as opened:
        report = upgrade_project(opened, split_names(features))
    names = ", ".join(report.features)
    show(f"The scheme is {report.scheme} {report.scheme_version}; features: {names}.")


@app.command()
def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="Files (txt, JSONL, CSV, Parquet), folders.",
            readable=False,  # the ingest names it and goes on
        ),
    ],
    language: Annotated[
        str | None,
        typer.Option(help="A tag such as ar or en; else by script.", show_default=False),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(help="Of text files; else it is found out.", show_default=False),
    ] = None,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Add articles; what is known already is passed over."""
    for path in paths:
        if not path.exists():
            raise UsageError(f"Expected a file or folder, got {path}, which is not there.")
    with open_named(project) as opened:
        try:
            with showing_progress() as progress:
                report = opened.ingest(
                    paths, language=language, encoding=encoding, on_progress=progress
                )
        except KeyboardInterrupt:
            say("Interrupted; what was added is saved, and the same command goes on from there.")
            raise typer.Exit(INTERRUPTED) from None
    for remark in report.notes:
        say(f"Note: {remark.name}: {remark.reason}")
    for remark in report.failed:
        say(f"Error: {remark.name}: {remark.reason}")
    if as_json:
        show_json(msgspec.to_builtins(report))
    else:
        show(str(report))
    if report.failed:
        raise typer.Exit(PROBLEMS)


@app.command()
def status(
    as_json: JsonOption = False,
    names: Annotated[
        bool, typer.Option("--names", help="Put people's own names into the JSON as well.")
    ] = False,
    project: ProjectOption = None,
) -> None:
    """Show documents, sentences, who was given how many and has done how many, and what is left."""
    with open_named(project) as opened:
        report = opened.status()
    if as_json:
        data = msgspec.to_builtins(report)
        for layer in data["layers"]:
            layer["name"] = layer["name"] if names else None
        show_json(data)
    else:
        _show_status(report)


def _show_status(report: StatusReport) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    show(str(report))
    if not report.layers:
        return
    table = Table("layer", "name", box=None, pad_edge=False)
    is_given = report.ungiven is not None
    for title in ("assigned",) * is_given + ("done", "skipped", "flagged", "left", "pace s"):
        table.add_column(title, justify="right")
    table.add_column("active h", justify="right")
    for each in report.layers:
        counts: tuple[int | None, ...] = (each.done, each.skipped, each.flagged, each.left)
        if is_given:
            counts = (each.assigned, *counts)
        pace = "" if each.pace_s is None else f"{each.pace_s:.0f}"
        words = (Text(printable(each.layer)), Text(printable(each.name or "")))
        numbers = ("" if count is None else f"{count:,}" for count in counts)
        table.add_row(*words, *numbers, pace, f"{each.active_h:.2f}")
    Console(file=sys.stdout, highlight=False, markup=False).print(table)
    for each in report.layers:
        answers = msgspec.structs.asdict(each.suggestions)
        if any(answers.values()):
            said = ", ".join(f"{count:,} {name}" for name, count in answers.items())
            show(f"Suggestions to {printable(each.layer)}: {said}.")
