"""The commands around releases: freeze, verify, put texts back, compare."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from workbench.cli.app import PROBLEMS, JsonOption, ProjectOption, app
from workbench.cli.projects import open_named
from workbench.cli.terminal import say, show, show_json
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.release import Change, Diff, ReleaseReport


@app.command()
def release(  # noqa: PLR0913, PLR0917 (each is an option)
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME", help="What it is called; its folder too.", show_default=False
        ),
    ] = None,
    layer: Annotated[
        str, typer.Option("--layer", "-l", metavar="LAYER", help="What is released as gold.")
    ] = "gold",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="DIR",
            help="The folder it is made in; else releases in the project.",
            show_default=False,
        ),
    ] = None,
    without_texts: Annotated[
        bool, typer.Option("--without-texts", help="Leave the articles' words out.")
    ] = False,
    splits: Annotated[
        str | None,
        typer.Option(
            metavar="SHARES_OR_FILE",
            help="Train, dev and test, such as 80,10,10; or the splits of an earlier release.",
            show_default=False,
        ),
    ] = None,
    group_by: Annotated[
        str,
        typer.Option(
            metavar="KINDS",
            help="Keep on one side what is of one outlet, date, or outlet,date.",
        ),
    ] = "",
    seed: Annotated[int | None, typer.Option(help="Where ties fall.", show_default=False)] = None,
    license_name: Annotated[
        str | None,
        typer.Option(
            "--license", metavar="TEXT", help="An SPDX id or address.", show_default=False
        ),
    ] = None,
    verify: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Prove that DIR is the release it says.", show_default=False
        ),
    ] = None,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Freeze gold as a folder: records, registry, scheme, card, splits; or verify one."""
    if (name is None) == (verify is None):
        raise UsageError("Expected either a NAME or --verify DIR.")
    if verify is not None:
        _verify(verify, as_json=as_json)
        return
    with open_named(project) as opened:
        report = opened.release(
            name or "",
            layer,
            out,
            with_texts=not without_texts,
            splits=splits,
            group_by=[each.strip() for each in group_by.split(",") if each.strip()],
            seed=seed,
            license=license_name,
        )
    _show_report(report, as_json=as_json)


@app.command("rehydrate")
def rehydrate_release(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A release without texts.")],
    texts: Annotated[
        list[Path], typer.Argument(metavar="TEXTS...", help="Your copies: files and folders.")
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="DIR",
            help="The new folder; else DIR-with-texts.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Put the texts back into a release without them, each checked by its hash."""
    from workbench.release import rehydrate

    target = out or folder.resolve().with_name(f"{folder.resolve().name}-with-texts")
    _show_report(rehydrate(folder, texts, target), as_json=as_json)


@app.command()
def diff(
    before: Annotated[Path, typer.Argument(metavar="A", help="A release, or a file of records.")],
    after: Annotated[Path, typer.Argument(metavar="B", help="Another one.")],
    as_json: JsonOption = False,
) -> None:
    """Say what changed from A to B in claims, sources and stances, not in lines."""
    from workbench.release import compute_diff

    found = compute_diff(before, after)
    if as_json:
        show_json(found.as_json())
        return
    _show_diff(found)


def _verify(folder: Path, *, as_json: bool) -> None:
    from workbench.release import verify_release

    report = verify_release(folder)
    _show_report(report, as_json=as_json)
    if report.problems:
        raise typer.Exit(PROBLEMS)


def _show_report(report: ReleaseReport, *, as_json: bool) -> None:
    for each in (*report.notes, *report.warnings):
        say(f"Note: {each}")
    for each in report.problems:
        say(f"Problem: {each}")
    if as_json:
        show_json({**msgspec.to_builtins(report, enc_hook=str), "path": str(report.path)})
        return
    texts = "with texts" if report.texts == "included" else "without texts"
    verdict = f"; {len(report.problems)} problems" if report.problems else ""
    show(f"{report.path}: {report.documents:,} documents {texts}, {report.files} files{verdict}.")
    show(f"manifest sha256 {report.sha256}")


def _show_diff(found: Diff) -> None:
    document = ""
    for change in found.changes:
        place = change.document or change.kind
        if place != document:
            document = place
            show(document)
        show(f"  {_describe(change)}")
    said = [
        f"{kind}: " + ", ".join(f"{number} {way}" for way, number in ways.items() if number)
        for kind, ways in found.counts.items()
        if any(ways.values())
    ]
    show("; ".join(said) if said else "No difference.")


def _describe(change: Change) -> str:
    place = f"{change.sentence} " if change.sentence else ""
    if change.way == "changed":
        said = f"{change.before or 'nothing'} -> {change.after or 'nothing'}"
    else:
        said = change.after or change.before or ""
    return f"{place}{change.kind} {change.way}: {change.about}: {said}"
