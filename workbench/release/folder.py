"""A folder that comes into being whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workbench.errors import UsageError


@contextmanager
def making_folder(target: Path) -> Iterator[Path]:
    """Give a new folder to write into, which is called `target` once the block is done.

    Until everything is on the disk it has another name, which begins with a dot and ends in
    ``.part``. An error in the block, a full disk included, takes it away; a killed process leaves
    it lying there, and never half a `target`.

    Raises
    ------
    UsageError
        `target` exists, or nothing can be written there.
    """
    check_new(target)
    part = target.parent / f".{target.name[:100]}.{secrets.token_hex(4)}.part"
    try:
        part.mkdir(parents=True)
        yield part
        _sync_tree(part)
        check_new(target)
        part.rename(target)
        _sync(target.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(
            f"Expected a place to write the folder {target}, got: {reason}.",
            hint="Nothing of it was kept.",
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def check_new(target: Path) -> None:
    """Raise `UsageError` where there is something called `target`."""
    if os.path.lexists(target):
        raise UsageError(
            f"Expected the name of a new folder, got {target}, which exists.",
            hint="What is released stays as it is; choose another name.",
        )


def write_file(path: Path, content: bytes | str) -> None:
    """Write a new file of these bytes (or of this text in UTF-8), and the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content.encode("utf-8") if isinstance(content, str) else content)


def iter_files(folder: Path) -> Iterator[str]:
    """Yield the names of all files below `folder`, ``/`` between their parts, by code point."""
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    yield from sorted(path.relative_to(folder).as_posix() for path in found)


def _sync_tree(folder: Path) -> None:
    for place, _, names in os.walk(folder):
        for name in names:
            _sync(Path(place) / name)
        _sync(Path(place))


def _sync(path: Path) -> None:
    """Bring a file or folder to the disk; some file systems cannot do so for folders."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        if path.is_dir():
            with suppress(OSError):
                os.fsync(descriptor)
        else:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
