"""The command line as a whole: its group of commands, and what becomes of an error."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from workbench.cli.terminal import printable, say
from workbench.errors import ConflictError, DocumentError, RecordError, WorkbenchError

PROBLEMS, WRONG, INTERRUPTED, CLOSED, UNEXPECTED = 1, 2, 130, 141, 70
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
    no_args_is_help=True,
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
    if isinstance(error, RecordError | DocumentError | ConflictError):
        return PROBLEMS
    return WRONG if isinstance(error, WorkbenchError | OSError) else UNEXPECTED


@app.callback(invoke_without_command=True)
def describe(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Tag claims, sources and stances in news articles, Arabic first, inside JupyterLab."""
    if version:
        from importlib.metadata import version as find_version

        sys.stdout.write(f"claims-workbench {printable(find_version('claims-workbench'))}\n")
        raise typer.Exit


def _is_usage_error(error: Exception) -> bool:
    # Typer's own errors show themselves, with the usage of the command, and exit with 2.
    return hasattr(error, "exit_code") and hasattr(error, "show")


def _forget_output() -> None:
    """Point standard output nowhere, so that the interpreter's last flush fails on nothing."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
