"""The commands that carry annotations in and out: import and export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from workbench.cli.app import JsonOption, ProjectOption, app
from workbench.cli.projects import open_named
from workbench.cli.terminal import dump_json, say, show, show_data, show_json

LayerOption = Annotated[
    str,
    typer.Option("--layer", "-l", metavar="LAYER", help="gold, annotator:NAME or system:NAME."),
]


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Records, one a line.")],
    layer: LayerOption,
    replace: Annotated[
        bool, typer.Option("--replace", help="Save over annotations that differ.")
    ] = False,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Bring a file of records into one layer, the whole file or nothing."""
    with open_named(project) as opened:
        report = opened.import_records(file, layer, replace=replace)
    if as_json:
        show_json(msgspec.to_builtins(report))
        return
    show(
        f"{report.documents:,} documents ({report.added:,} new): {report.sentences:,} sentences "
        f"saved, {report.unchanged:,} unchanged, {report.kept:,} kept because they are done here."
    )


@app.command("export")
def export_layer(
    layer: LayerOption,
    line_format: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="documents, sentences, triples or history."
        ),
    ] = "documents",
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="The file, or - for standard output; else exports/LAYER.FORMAT.jsonl.",
            show_default=False,
        ),
    ] = None,
    all_documents: Annotated[
        bool, typer.Option("--all", help="Documents without any decision too.")
    ] = False,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Write one layer as JSONL; the same state gives the same bytes."""
    with open_named(project) as opened:
        if out == "-":
            report = opened.export_to(show_data, layer, line_format, all=all_documents)
        else:
            report = opened.export(layer, line_format, out, all=all_documents)
    tell = say if out == "-" else show
    if as_json:
        answer = {**msgspec.structs.asdict(report), "path": str(report.path)}
        say(dump_json(answer)) if out == "-" else show_json(answer)
        return
    tell(
        f"{'standard output' if out == '-' else report.path}: {report.lines:,} lines; "
        f"{report.left_out_unfinished:,} unfinished items left out."
    )
