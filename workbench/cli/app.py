"""The command line as a whole: its group of commands, and what becomes of an error."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from workbench.cli.terminal import say, show
from workbench.errors import (
    ConflictError,
    DocumentError,
    MovedError,
    RecordError,
    ReleaseError,
    WorkbenchError,
)

PROBLEMS, WRONG, INTERRUPTED, CLOSED, UNEXPECTED = 1, 2, 130, 141, 70
ORDER = (
    *(
        "lab",
        "init",
        "ingest",
        "segment",
        "assign",
        "status",
        "withdraw",
        "import",
        "export",
        "entities",
        "registry",
        "validate",
    ),
    *(
        "search",
        "check",
        "agreement",
        "adjudicate",
        "aggregate",
        "training",
        "evaluate",
        "ledger",
        "sync",
        "release",
        "rehydrate",
        "diff",
        "copy",
        "upgrade",
        "grant",
    ),
)
DEBUG_VARIABLE = "WORKBENCH_DEBUG"

ProjectOption = Annotated[
    str | None,
    typer.Option(
        "--project",
        "-p",
        metavar="DIR_OR_URL",
        help="The project's folder or its store's address; else WORKBENCH_PROJECT, else here.",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the numbers as JSON.")]


class Commands(TyperGroup):
    """The group of commands: turns each error into one sentence and an exit status."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the command line and leave with its exit status."""
        try:
            status = super().main(*arguments, **{**options, "standalone_mode": False})
        except Exception as error:
            if not _is_usage_error(error):
                raise
            _show_usage_error(error)
            status = WRONG
        sys.exit(status if isinstance(status, int) else 0)

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the commands in the order in which a person meets them."""
        names = super().list_commands(ctx)
        return sorted(names, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            answer = super().invoke(ctx)
            sys.stdout.flush()
        except (typer.Exit, typer.Abort):
            raise
        except BrokenPipeError:
            _forget_output()
            raise typer.Exit(CLOSED) from None
        except KeyboardInterrupt:
            say("Interrupted.")
            raise typer.Exit(INTERRUPTED) from None
        except Exception as error:
            if _is_usage_error(error):
                raise
            if os.environ.get(DEBUG_VARIABLE):
                raise
            say(describe_error(error))
            if isinstance(error, OSError):
                _forget_output()
            raise typer.Exit(find_status(error)) from None
        return answer


app = typer.Typer(
    name="workbench",
    cls=Commands,
    help="Tag claims, sources and stances in news articles, Arabic first, inside JupyterLab.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def describe_error(error: Exception) -> str:
    """Return one sentence that says what went wrong, and where there is one the next step."""
    if isinstance(error, WorkbenchError):
        return f"Error: {error}"
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return f"Error: {place}{error.strerror or error}."
    kind = type(error).__name__
    return (
        f"Error: something unexpected happened ({kind}: {str(error)[:200]}); "
        f"run it again with {DEBUG_VARIABLE}=1 to see where."
    )


def find_status(error: Exception) -> int:
    """Return the exit status of an error: 1 for problems in the data, 2 for wrong usage."""
    if isinstance(error, RecordError | DocumentError | ConflictError | ReleaseError | MovedError):
        return PROBLEMS
    return WRONG if isinstance(error, WorkbenchError | OSError) else UNEXPECTED


@app.callback(invoke_without_command=True)
def describe(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Tag claims, sources and stances in news articles, Arabic first, inside JupyterLab."""
    if version:
        show(f"claims-workbench {_find_version()}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        sys.stdout.write(ctx.get_help())
        raise typer.Exit(WRONG)


def _find_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("claims-workbench")
    except PackageNotFoundError:
        return "(run from its source, not installed)"


def _is_usage_error(error: Any) -> bool:
    # Which module has the classes of these errors differs between versions of typer.
    return hasattr(error, "exit_code") and hasattr(error, "format_message")


def _show_usage_error(error: Any) -> None:
    """Say what is wrong with the arguments."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "workbench"
    message = str(error.format_message()).strip().rstrip(".")
    say(f"Error: {message}. See `{command} --help`.")


def _forget_output() -> None:
    """Point standard output nowhere, so that the interpreter's last flush fails on nothing."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
