"""The commands that carry annotations in and out: import and export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from workbench.cli.app import JsonOption, ProjectOption, app
from workbench.cli.projects import open_named
from workbench.cli.terminal import dump_json, say, show, show_data, show_json
from workbench.exchange.formats.losses import Loss

LayerOption = Annotated[
    str,
    typer.Option("--layer", "-l", metavar="LAYER", help="gold, annotator:NAME or system:NAME."),
]


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Records, or what others wrote.")],
    layer: LayerOption,
    replace: Annotated[
        bool, typer.Option("--replace", help="Save over annotations that differ.")
    ] = False,
    file_format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="records, links, clusters, brat, cas-json, cas-xmi, w3c or label-studio; auto "
            "finds out.",
        ),
    ] = "auto",
    stance: Annotated[
        str | None,
        typer.Option(
            "--stance",
            metavar="STANCE",
            help="Of attributions for which another program's file states none.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Bring a file of records, or of another program, into one layer: whole or not at all."""
    with open_named(project) as opened:
        report = opened.import_records(file, layer, replace, file_format, stance)
        is_suggested = opened.is_suggested(report.layer)
    if as_json:
        show_json(msgspec.to_builtins(report))
        return
    show(str(report))
    _tell_losses(show, report.format, report.losses)
    if is_suggested:
        said = f"Annotators see {report.layer} as suggestions"
        say(f"{said}, unless workbench.toml says otherwise under [suggestions].")


@app.command("export")
def export_layer(
    layer: LayerOption,
    line_format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="documents, sentences, triples, links, history, rulings; or brat, cas-json, "
            "cas-xmi, w3c, huggingface, spacy, conll, csv.",
        ),
    ] = "documents",
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="The file or folder, or - for standard output; else in exports/.",
            show_default=False,
        ),
    ] = None,
    all_documents: Annotated[
        bool, typer.Option("--all", help="Documents without any decision too.")
    ] = False,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Write one layer as JSONL or in a format of other programs; same state, same bytes."""
    with open_named(project) as opened:
        if out == "-":
            report = opened.export_to(show_data, layer, line_format, all=all_documents)
        else:
            report = opened.export(layer, line_format, out, all=all_documents)
    tell = say if out == "-" else show
    if as_json:
        answer = msgspec.to_builtins(report, enc_hook=str)
        say(dump_json(answer)) if out == "-" else show_json(answer)
        return
    tell(str(report))
    _tell_losses(tell, report.format, report.losses)


def _tell_losses(tell: Callable[[str], None], name: str, losses: tuple[Loss, ...] | None) -> None:
    """Say what did not come along; of the workbench's own lines everything does."""
    if losses is None:
        return
    tell(f"What {name} has no place for:" if losses else f"{name} has a place for everything.")
    for loss in losses:
        tell(f"  {loss}")
