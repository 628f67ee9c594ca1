"""The command line: `workbench COMMAND`; each command loads what it needs when it runs."""

from __future__ import annotations

import io
import sys

from workbench.cli import (
    adjudicate,
    aggregate,
    agreement,
    check,
    checks,
    copy,
    entities,
    evaluate,
    exchange,
    grant,
    ledger,
    projects,
    registry,
    release,
    search,
    sync,
    sync_serve,
    team,
    training,
)
from workbench.cli.app import INTERRUPTED, app

__all__ = [
    "adjudicate",
    "aggregate",
    "agreement",
    "app",
    "check",
    "checks",
    "copy",
    "entities",
    "evaluate",
    "exchange",
    "grant",
    "ledger",
    "main",
    "projects",
    "registry",
    "release",
    "search",
    "sync",
    "sync_serve",
    "team",
    "training",
]


def main() -> None:
    """Run the command that the arguments name, and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Articles are Arabic whatever the locale says.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
