"""`workbench sync plan|push|pull|status|conflicts|resolve`: a project and a Label Studio server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast

import msgspec
import typer

from workbench.cli.app import INTERRUPTED, PROBLEMS, JsonOption, ProjectOption
from workbench.cli.projects import open_named
from workbench.cli.sync_serve import group
from workbench.cli.terminal import Progress, say, show, show_json, showing_progress
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.store.remote_values import Choice
    from workbench.sync import Entry, Plan, Sync, SyncReport

SHOWN = 20
"""So many things to look at are listed; `--json` has all of them."""

T = TypeVar("T")

UrlOption = Annotated[
    str | None,
    typer.Option(
        "--url",
        metavar="URL",
        help="The server; else [label_studio] url in workbench.toml.",
        show_default=False,
    ),
]
LayerOption = Annotated[
    str | None,
    typer.Option(
        "--layer",
        "-l",
        metavar="LAYER",
        help="gold (as ground truth), annotator:NAME or system:NAME (as predictions); else all "
        "annotators with an address there.",
        show_default=False,
    ),
]
PlanOption = Annotated[
    Path | None,
    typer.Option(
        "--plan",
        metavar="FILE",
        help="Only if both sides are still as they were when this plan was made.",
        show_default=False,
    ),
]
DryOption = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")
]
PersonOption = Annotated[
    list[str] | None,
    typer.Option(
        "--person",
        metavar="NAME=EMAIL",
        help="Whose address is whose, beside [label_studio] people.",
        show_default=False,
    ),
]


@group.command()
def plan(
    layer: LayerOption = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Keep the plan.", show_default=False),
    ] = None,
    person: PersonOption = None,
    url: UrlOption = None,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Show every create, update, delete and conflict that a pull and a push would make."""
    with _open_sync(project, url, person) as sync:
        made = _run(lambda progress: sync.plan(layer, on_progress=progress))
    if out is not None:
        made.write(out)
    if as_json:
        show_json(_dump_plan(made))
        return
    _show_lines(made)
    _list_notable(made.entries)


@group.command()
def push(  # noqa: PLR0913, PLR0917  one for each option
    layer: LayerOption = None,
    plan_file: PlanOption = None,
    dry_run: DryOption = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over unsaved drafts of others: they are lost.")
    ] = False,
    recreate: Annotated[
        bool, typer.Option("--recreate", help="Make again what was deleted there.")
    ] = False,
    create_users: Annotated[
        bool, typer.Option("--create-users", help="Make members there for unknown addresses.")
    ] = False,
    person: PersonOption = None,
    url: UrlOption = None,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Bring what changed here to the server."""
    with _open_sync(project, url, person) as sync:
        report = _run(
            lambda progress: sync.push(
                layer,
                _read_plan(plan_file),
                dry_run=dry_run,
                force=force,
                recreate=recreate,
                create_users=create_users,
                on_progress=progress,
            )
        )
    _finish(report, as_json=as_json)


@group.command()
def pull(
    plan_file: PlanOption = None,
    dry_run: DryOption = False,
    full: Annotated[
        bool, typer.Option("--full", help="List all tasks, to notice deleted ones.")
    ] = False,
    person: PersonOption = None,
    url: UrlOption = None,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Bring what changed on the server here, as revisions of the annotators."""
    with _open_sync(project, url, person) as sync:
        report = _run(
            lambda progress: sync.pull(
                _read_plan(plan_file), dry_run=dry_run, full=full, on_progress=progress
            )
        )
    _finish(report, as_json=as_json)


@group.command("status")
def sync_status(
    url: UrlOption = None, as_json: JsonOption = False, project: ProjectOption = None
) -> None:
    """Show what is known of the server, without asking it; drafts there are no labels here."""
    with _open_sync(project, url, None) as sync:
        found, drafts, remarks = sync.status(), sync.drafts(), sync.remarks()
    if as_json:
        answer = msgspec.to_builtins(found)
        show_json(
            {
                **answer,
                "unfinished_there": msgspec.to_builtins(drafts),
                "remarks": msgspec.to_builtins(remarks),
            }
        )
        return
    _show_lines(found)
    for draft in drafts[:SHOWN]:
        show(f"  unfinished there: {draft.wb_id} of {draft.author} ({draft.regions} regions)")
    for remark in remarks[:SHOWN]:
        show(f"  {remark.wb_id} of {remark.layer}: {remark.kind}: {remark.message}")


@group.command()
def conflicts(
    every: Annotated[bool, typer.Option("--all", help="Those that are over, too.")] = False,
    url: UrlOption = None,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """List what both sides changed, each in its own way; both values are kept."""
    with _open_sync(project, url, None) as sync:
        found = sync.conflicts(all=every)
    if as_json:
        show_json({"conflicts": msgspec.to_builtins(found)})
    else:
        for each in found:
            values = f"here {_show_value(each.ours)}, there {_show_value(each.theirs)}"
            show(f"{each.number}: {each.wb_id} of {each.layer}, {each.field}: {values}")
        if not found:
            show("No conflicts.")
    if any(each.state == "open" for each in found):
        raise typer.Exit(PROBLEMS)


@group.command()
def resolve(
    numbers: Annotated[
        list[int], typer.Argument(metavar="NUMBER...", help="As `conflicts` lists them.")
    ],
    choice: Annotated[
        str, typer.Option("--take", metavar="SIDE", help="ours (here) or theirs (there).")
    ],
    url: UrlOption = None,
    project: ProjectOption = None,
) -> None:
    """Choose a side of conflicts; the next pull and push carry it out."""
    if choice not in {"ours", "theirs"}:
        raise UsageError(f"Expected ours or theirs after --take, got {choice!r}.")
    with _open_sync(project, url, None) as sync:
        for number in numbers:
            sync.resolve(number, cast("Choice", choice))
    show("Decided; `workbench sync pull` and `workbench sync push` carry it out.")


@contextmanager
def _open_sync(project: str | None, url: str | None, people: list[str] | None) -> Iterator[Sync]:
    with open_named(project) as opened:
        sync = opened.sync(url, people=dict(_split_person(each) for each in people or ()))
        try:
            yield sync
        finally:
            sync.close()


def _run(work: Callable[[Progress], T]) -> T:
    """Do something long with a bar; Ctrl+C ends it between two requests, with all kept."""
    try:
        with showing_progress() as progress:
            return work(progress)
    except KeyboardInterrupt:
        say("Interrupted; what was done is kept, and the same command goes on from there.")
        raise typer.Exit(INTERRUPTED) from None


def _finish(report: SyncReport, *, as_json: bool) -> None:
    for warning in report.warnings:
        say(f"Warning: {warning}")
    if as_json:
        show_json(msgspec.to_builtins(report))
    else:
        _show_lines(report)
        _list_notable(report.notable)
    if report.has_problems:
        raise typer.Exit(PROBLEMS)


def _show_lines(answer: object) -> None:
    for line in str(answer).splitlines():
        show(line)


def _list_notable(entries: tuple[Entry, ...]) -> None:
    notable = [each for each in entries if each.action in {"conflict", "hold", "delete"}]
    for each in notable[:SHOWN]:
        show(f"  {each}")
    if len(notable) > SHOWN:
        show(f"  and {len(notable) - SHOWN} more; --json has all of them")


def _dump_plan(made: Plan) -> Any:
    return {
        "server": made.server,
        "project": made.project,
        "layer": made.layer,
        "fingerprint": made.fingerprint,
        "counts": msgspec.to_builtins(made.counts),
        "entries": msgspec.to_builtins(made.entries),
    }


def _read_plan(path: Path | None) -> Plan | None:
    from workbench.sync import read_plan

    return None if path is None else read_plan(path)


def _split_person(given: str) -> tuple[str, str]:
    name, found, email = given.rpartition("=")
    if not found or not name.strip() or "@" not in email:
        raise UsageError(f"Expected NAME=EMAIL after --person, got {given!r}.")
    return name.strip(), email.strip()


def _show_value(value: Any) -> str:
    shown = "nothing" if value is None else msgspec.json.encode(value).decode()
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
