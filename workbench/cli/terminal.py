"""What a person sees in a terminal: clean text, messages on standard error, progress."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

# Controls, surrogates, line separators, and format characters that move or hide other text. The
# two joiners (U+200C, U+200D) stay: Arabic-script words and emoji are written with them.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


class Progress(Protocol):
    """Shows how much is done, and what comes next."""

    def __call__(self, share: float, name: str, /) -> None:
        """Show that `share` (0 to 1) is done, and the `name` of the last thing."""


def printable(text: str) -> str:
    r"""Return `text` with what could steer a terminal or hide in it as ``\uXXXX``."""
    return _UNSAFE.sub(lambda match: _escape(match[0]), text)


def say(text: str) -> None:
    """Write one line for the person to standard error."""
    sys.stderr.write(printable(text) + "\n")
    sys.stderr.flush()


def show(text: str) -> None:
    """Write one line of an answer to standard output."""
    sys.stdout.write(printable(text) + "\n")


def show_data(line: str) -> None:
    """Write one line of JSON to standard output: byte for byte, or escaped in a terminal."""
    if sys.stdout.isatty():
        # Nothing but a string of JSON holds such characters, and there an escape is the same.
        line = printable(line)
    sys.stdout.buffer.write(line.encode("utf-8") + b"\n")


def show_json(value: Any) -> None:
    """Write `value` (plain data) as one line of JSON to standard output."""
    sys.stdout.flush()
    show_data(dump_json(value))


def dump_json(value: Any) -> str:
    """Return `value` (plain data) as one line of JSON."""
    # A file name that is no UTF-8 holds lone surrogates, which only an escape can carry.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return re.sub("[\ud800-\udfff]", lambda match: _escape(match[0]), text)


@contextmanager
def showing_progress() -> Iterator[Progress]:
    """Give a callable that shows progress on standard error, where that is a terminal."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield _show_nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True, markup=False, highlight=False)
    name_column = TextColumn("{task.description}", markup=False)
    share_column = TaskProgressColumn("{task.percentage:>3.0f}%", markup=False)
    columns = (BarColumn(), share_column, TimeRemainingColumn(), name_column)
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda share, name: bar.update(task, completed=share, description=printable(name))


def _show_nothing(_share: float, _name: str) -> None:
    """Take the place of a progress bar where nobody looks."""


def _escape(characters: str) -> str:
    return json.dumps(characters)[1:-1] if characters != "\x7f" else "\\u007f"
