"""Files of one JSON object a line: read lazily, written whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from workbench.errors import InputError, RecordError, UsageError
from workbench.model import Record, load_record

MAX_LINE_BYTES = 256 * 1024 * 1024
"""The longest line that is read, in bytes: a guard against files that are no lines at all."""


def iter_lines(path: str | Path) -> Iterator[tuple[int, str]]:
    """Yield the number (from 1) and the text of each line of `path`, without its LF.

    Raises
    ------
    InputError
        The file cannot be opened or read.
    RecordError
        A line is longer than `MAX_LINE_BYTES`, or no UTF-8; the message names it.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            yield from _iter_file(path, file)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"Expected a file that can be read, got {path}: {reason}.") from error


def iter_records(path: str | Path) -> Iterator[Record]:
    """Yield the records of `path`, one at a time; errors as for `iter_lines`, with the line."""
    for number, line in iter_lines(path):
        try:
            yield load_record(line)
        except RecordError as error:
            raise RecordError(f"{path}:{number}: {error.message}", hint=error.hint) from error


def write_lines(path: str | Path, lines: Iterable[str]) -> int:
    """Write `lines`, each with an LF, and return how many there were.

    An existing file is replaced only once all lines are on disk: a full disk, a killed process or
    an error in `lines` leaves it as it was. Something that is no ordinary file (a pipe, a device)
    is written into directly. Missing folders are made.

    Raises
    ------
    UsageError
        Nothing can be written there.
    """
    path = Path(os.path.realpath(path))
    try:
        if path.is_dir():
            raise UsageError(f"Expected the name of a file to write, got the folder {path}.")
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                return _write_all(file, lines)
        path.parent.mkdir(parents=True, exist_ok=True)
        return _replace(path, lines)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(
            f"Expected a place to write {path}, got: {reason}.",
            hint="What was there before is untouched.",
        ) from error


def _iter_file(path: Path, file: BinaryIO) -> Iterator[tuple[int, str]]:
    number = 0
    while line := file.readline(MAX_LINE_BYTES + 1):
        number += 1
        if len(line) > MAX_LINE_BYTES:
            raise RecordError(
                f"{path}:{number}: Expected at most {MAX_LINE_BYTES} bytes in a line, got more."
            )
        try:
            yield number, line.removesuffix(b"\n").decode("utf-8")
        except UnicodeDecodeError as error:
            raise RecordError(
                f"{path}:{number}: Expected UTF-8, got byte 0x{line[error.start]:02x} "
                f"at byte {error.start} of the line."
            ) from error


def _replace(path: Path, lines: Iterable[str]) -> int:
    part = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            if path.exists():
                os.fchmod(file.fileno(), stat.S_IMODE(path.stat().st_mode))
            count = _write_all(file, lines)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    return count


def _write_all(file: BinaryIO, lines: Iterable[str]) -> int:
    count = 0
    for line in lines:
        file.write(line.encode("utf-8") + b"\n")
        count += 1
    return count


def _sync_folder(folder: Path) -> None:
    # The rename itself is only durable once the folder is; some file systems cannot say so.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
