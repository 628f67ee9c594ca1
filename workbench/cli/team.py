"""The commands that give out sentences, and let people and documents leave: assign and withdraw."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from workbench.cli.app import JsonOption, ProjectOption, app
from workbench.cli.projects import open_named
from workbench.cli.terminal import printable, say, show, show_json
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.project import Project
    from workbench.project.leaving import WithdrawReport
    from workbench.project.reports import AssignReport
    from workbench.store import Withdrawal

NamesOption = Annotated[
    bool, typer.Option("--names", help="Put people's own names into the JSON as well.")
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Only say what would be done; nothing is kept.")
]


@app.command()
def assign(  # noqa: PLR0913, PLR0917  one for each option
    people: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...",
            help="Everybody who reads from now on; else those of the last time.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="document|sentence", help="What stays together.", show_default="document"
        ),
    ] = None,
    overlap: Annotated[
        str | None,
        typer.Option(
            metavar="SHARE", help="How many sentences several read: 20% or 0.2.", show_default="0"
        ),
    ] = None,
    readers: Annotated[
        int | None, typer.Option(help="How many people those are read by.", show_default="2")
    ] = None,
    stances: Annotated[
        str | None,
        typer.Option(
            metavar="LIST",
            help="Several read each sentence whose suggestions or annotations hold one of these, "
            "for example deny,decline,doubt; an empty list for none.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Who gets what.", show_default="0")] = None,
    dry_run: DryRunOption = False,
    clear: Annotated[
        bool, typer.Option("--clear", help="Make all sentences everybody's again.")
    ] = False,
    as_json: JsonOption = False,
    names: NamesOption = False,
    project: ProjectOption = None,
) -> None:
    """Give out sentences to people, or change who has what; what is begun stays where it is.

    Without arguments the terms of the last time are applied again: to new articles, and to
    sentences whose first annotations hold one of the stances.
    """
    if clear and (people or as_json or dry_run):
        raise UsageError("Expected --clear alone, got more with it.")
    with open_named(project) as opened:
        if clear:
            opened.unassign()
            show("All sentences are everybody's again.")
            return
        report = opened.assign(
            people or None,
            by=by,
            overlap=None if overlap is None else parse_share(overlap),
            readers=readers,
            stances=None if stances is None else [each for each in stances.split(",") if each],
            seed=seed,
            dry_run=dry_run,
        )
    if as_json:
        show_json(hide_names(msgspec.to_builtins(report), names=names))
    else:
        _show_assignment(report)


@app.command()
def withdraw(  # noqa: PLR0913, PLR0917  one for each option
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="DOCUMENT|annotator:NAME", help="What leaves the project.", show_default=False
        ),
    ] = None,
    reason: Annotated[
        str | None, typer.Option(help="Why; kept with the decision.", show_default=False)
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who decides so; else you.", show_default=False),
    ] = None,
    take_back: Annotated[
        bool, typer.Option("--take-back", help="Make it part of the project again.")
    ] = False,
    erase: Annotated[
        bool, typer.Option("--erase", help="Erase what was said, for ever; needs --yes.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Erase indeed.")] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="Show who decided what, when and why.")
    ] = False,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Take a document or a person out of queues, exports, agreement, scores, releases and sync."""
    with open_named(project) as opened:
        if listed:
            _show_withdrawals(opened.withdrawals(), as_json=as_json)
            return
        if subject is None or not reason:
            raise UsageError(
                "Expected a document or annotator:NAME, and a --reason.",
                hint="`workbench withdraw --list` shows what was decided.",
            )
        if take_back and erase:
            raise UsageError("Expected --take-back or --erase, got both.")
        report = _leave(opened, subject, reason, by, take_back, erase, yes, dry_run)
    if as_json:
        show_json(_dump([report.decision], report))
        return
    show(printable(str(report)))
    for remark in report.remarks:
        say(f"Note: {printable(remark)}")


def _leave(
    project: Project,
    subject: str,
    reason: str,
    by: str | None,
    take_back: bool,
    erase: bool,
    yes: bool,
    dry_run: bool,
) -> WithdrawReport:
    if take_back:
        return project.take_back(subject, reason, by=by)
    if not erase:
        return project.withdraw(subject, reason, by=by, dry_run=dry_run)
    if not (yes or dry_run):
        raise UsageError(
            "Expected --yes with --erase: what is erased never comes back.",
            hint="`--dry-run` shows what it would be.",
        )
    return project.erase(subject, reason, by=by, dry_run=dry_run)


def parse_share(text: str) -> float:
    """Return a share from 0 to 1, written as ``20%`` or ``0.2``."""
    try:
        number = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise UsageError(f"Expected a share such as 20% or 0.2, got {text!r}.")
    return number


def hide_names(data: dict[str, Any], *, names: bool) -> dict[str, Any]:
    """Return the JSON of a report without people's own names, unless they are wanted."""
    if names:
        return data
    for rows in (data.get("people", ()), data.get("layers", ())):
        for row in rows:
            row["name"] = None
    return data


def _show_assignment(report: AssignReport) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    show(str(report))
    several = ", ".join(f"{count:,} {why}" for why, count in sorted(report.read_by_several.items()))
    if several:
        show(f"Read by {report.readers}: {several}.")
    if report.short:
        say(f"Note: there is nobody left for {report.short:,} further readings; name more people.")
    table = Table("layer", "name", box=None, pad_edge=False)
    for title in ("articles", "assigned", "done", "left", "came", "went"):
        table.add_column(title, justify="right")
    for each in report.people:
        counts = (each.documents, each.assigned, each.done, each.left, each.came, each.went)
        name = (each.name or "") + (" (new)" if each.is_new else "")
        if not each.reads_on:
            name += " (reads no more)"
        words = (Text(printable(each.layer)), Text(printable(name.strip())))
        table.add_row(*words, *(f"{count:,}" for count in counts))
    Console(file=sys.stdout, highlight=False, markup=False).print(table)


def _show_withdrawals(withdrawals: tuple[Withdrawal, ...], *, as_json: bool) -> None:
    if as_json:
        show_json(_dump(withdrawals))
        return
    if not withdrawals:
        show("Nobody and nothing was withdrawn.")
    for each in withdrawals:
        what = "document" if each.kind == "document" else "annotator"
        counts = ", ".join(f"{count:,} {name}" for name, count in each.erased.items() if count)
        line = f"{each.at_utc[:16]}Z {each.decision}: {what} {each.subject}, by {each.by}: "
        show(printable(line + each.reason + (f" ({counts})" if counts else "")))


def _dump(decisions: Sequence[Withdrawal], report: WithdrawReport | None = None) -> dict[str, Any]:
    return {
        "decisions": msgspec.to_builtins(decisions),
        "is_dry_run": report is not None and report.is_dry_run,
        "is_scrubbed": None if report is None else report.is_scrubbed,
        "remarks": [] if report is None else list(report.remarks),
    }
