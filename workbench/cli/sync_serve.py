"""`workbench sync serve`: a Label Studio for somebody who has none."""

from __future__ import annotations

import shlex
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.app import WRONG, app
from workbench.cli.terminal import say, showing_progress
from workbench.errors import ServerError

if TYPE_CHECKING:
    from workbench.sync.server import Served

group = typer.Typer(
    help="Exchange a project's annotations with Label Studio, both ways.",
    invoke_without_command=True,
)
app.add_typer(group, name="sync")


@group.callback()
def describe(ctx: typer.Context) -> None:
    """Exchange a project's annotations with Label Studio, both ways."""
    if ctx.invoked_subcommand is None:
        sys.stdout.write(ctx.get_help())
        raise typer.Exit(WRONG)


@group.command()
def serve(
    data: Annotated[
        Path | None,
        typer.Option(
            "--data",
            metavar="DIR",
            help="Where Label Studio keeps its projects; else a folder of yours.",
            show_default=False,
        ),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=65535,
            help="The port on this machine; else the last one, else the first free one from 8080.",
            show_default=False,
        ),
    ] = None,
    email: Annotated[
        str | None,
        typer.Option(
            help="Who logs in, decided at the first start; else annotator@example.org.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Run a Label Studio of your own, which only this machine reaches, until Ctrl+C.

    The first time installs it apart from everything else, about 1 GB in your cache folder.
    Its projects and its account are kept between two runs.
    """
    from workbench.sync.server import find_environment, find_home, install_server, serving

    with _stoppable():
        _announce_installation(find_environment())
        with showing_progress() as progress:
            command = install_server(find_environment(), report=progress)
        say("Starting Label Studio; the first time takes a minute.")
        with serving(data or find_home(), command, email=email, port=port) as served:
            _say_what_next(served)
            _wait(served)
    say("Label Studio has stopped; its projects are kept.")


def _announce_installation(environment: Path) -> None:
    from workbench.sync.server import SIZE, VERSION, is_installed

    if not is_installed(environment):
        say(f"Installing Label Studio {VERSION} in {environment} ({SIZE}); this happens once.")


def _say_what_next(served: Served) -> None:
    from workbench.sync.server import VERSION

    url, token = served.server.url, shlex.quote(str(served.token_path))
    say(f"Label Studio {VERSION} runs at {url} until you press Ctrl+C here.")
    say(f"Log in there as {served.account.email}; the password is in {served.password_path}.")
    say("To sync a project with it, from another terminal:")
    say(f'  export LABEL_STUDIO_API_KEY="$(cat {token})"')
    say(f"  workbench sync plan --project my-project --url {url}")


def _wait(served: Served) -> None:
    try:
        status = served.server.process.wait()
    except KeyboardInterrupt:
        say("Stopping Label Studio.")
        return
    raise ServerError(
        f"Expected Label Studio to run until Ctrl+C; it ended by itself with status {status}.",
        hint=f"All that it said is in {served.server.log}.",
    )


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let a closed terminal or a polite kill stop the server as Ctrl+C does."""
    before = {
        number: signal.signal(number, _interrupt) for number in (signal.SIGTERM, signal.SIGHUP)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(_number: int, _frame: Any) -> None:
    raise KeyboardInterrupt
