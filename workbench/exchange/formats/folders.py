"""Folders and files of interchange: written whole or not at all, read with care."""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from workbench.errors import InputError, UsageError

MANIFEST = "workbench-export.json"
"""Names the format of a folder, its files with their SHA-256, and what was lost."""

MAX_FILE_BYTES = 256 * 1024 * 1024
"""The largest file that is read, in bytes."""

_PLAIN = re.compile(r"[a-z0-9_][a-z0-9_.-]{0,63}")
_ARCHIVES = {b"PK\x03\x04": "a ZIP archive", b"\x1f\x8b": "a gzip archive"}
_SURROGATE = re.compile("[\ud800-\udfff]")

File = tuple[str, bytes]
"""The name of a file inside its folder, and its bytes."""


def name_file(document_id: str) -> str:
    """Return a file name (without suffix) for a document, the same on every system.

    An id of lower-case letters, digits and ``_ . -`` is its own name. Any other gets 12 hex digits
    of its SHA-256, so that neither a path nor a file system that folds case can mix up two of them.
    """
    if _PLAIN.fullmatch(document_id) and document_id != Path(MANIFEST).stem:
        return document_id
    digest = hashlib.sha256(document_id.encode("utf-8")).hexdigest()[:12]
    readable = re.sub(r"[^a-z0-9_]+", "-", document_id.lower())[:40].strip("-")
    return f"{readable or 'document'}-{digest}"


def write_folder(path: Path, files: Iterable[File], describe: Any) -> int:
    """Write `files` and a manifest into the folder `path`; return how many files there are.

    The folder appears only once everything is written. One that is there already is replaced where
    it is an export that nobody has touched since, and refused otherwise.

    Parameters
    ----------
    describe
        Called after the last file; returns what else the manifest says.

    Raises
    ------
    UsageError
        Nothing can be written there, or something is there that is no untouched export.
    """
    path = Path(os.path.realpath(path))
    _check_replaceable(path)
    part = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        part.mkdir(parents=True)
        hashes = _write_files(part, files)
        manifest = {**describe(), "files": hashes}
        text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
        _write_file(part / MANIFEST, text.encode("utf-8"))
        _move(part, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"Expected a place to write {path}, got: {reason}.") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return len(hashes)


def write_one(path: Path, content: bytes) -> None:
    """Write one file whole; an existing one is replaced.

    Raises
    ------
    UsageError
        Nothing can be written there.
    """
    path = Path(os.path.realpath(path))
    if path.is_dir():
        raise UsageError(f"Expected the name of a file to write, got the folder {path}.")
    part = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_file(part, content)
        part.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"Expected a place to write {path}, got: {reason}.") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def iter_files(root: Path, suffix: str) -> Iterator[Path]:
    """Yield the files of `root` that end in `suffix`, by name; `root` itself where it is a file.

    Links that lead out of `root` are passed over, and so is the manifest.

    Raises
    ------
    InputError
        There is no such file or folder, or it has no file of this kind.
    """
    if root.is_file():
        yield root
        return
    if not root.is_dir():
        raise InputError(f"Expected a file or folder, got {root}, which is neither.")
    inside = Path(os.path.realpath(root))
    found = [each for each in root.rglob(f"*{suffix}") if each.name != MANIFEST]
    safe = [each for each in found if _is_inside(each, inside) and each.is_file()]
    if not safe:
        raise InputError(f"Expected files that end in {suffix} in {root}, got none.")
    yield from sorted(safe, key=lambda each: each.relative_to(root).as_posix())


def read_neighbour(path: Path, name: str) -> bytes | None:
    """Return the bytes of the file `name` in the folder of `path`, or ``None`` without one.

    Raises
    ------
    InputError
        The name leads out of the folder.
    """
    if name in ("", ".", "..") or "/" in name or "\\" in name or "\0" in name:
        raise InputError(f"{path}: Expected the name of a file beside it, got {name!r}.")
    neighbour = path.parent / name
    if not neighbour.is_file():
        return None
    if not _is_inside(neighbour, Path(os.path.realpath(path.parent))):
        raise InputError(f"{path}: Expected a file beside it, got {name!r}, which leads away.")
    return read_bytes(neighbour)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file; an archive and a file that is too large are an `InputError`."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"Expected a file that can be read, got {path}: {reason}.") from error
    if len(content) > MAX_FILE_BYTES:
        raise InputError(f"Expected at most {MAX_FILE_BYTES:,} bytes, got more in {path}.")
    for magic, kind in _ARCHIVES.items():
        if content.startswith(magic):
            raise InputError(f"Expected a file of text, got {kind}: {path}.", hint="Unpack it.")
    return content


def read_utf8(path: Path) -> str:
    """Return the text of a file, line ends and a BOM as they are; other bytes are an error."""
    return decode_utf8(read_bytes(path), str(path))


def decode_utf8(content: bytes, place: str) -> str:
    """Return `content` as text; what is no UTF-8 is an `InputError` that names `place`."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{place}: Expected UTF-8, got byte 0x{content[error.start]:02x} at {error.start}."
        ) from error


def load_json(content: bytes, place: str) -> Any:
    """Return the JSON of `content`, which holds no half of a surrogate pair.

    Raises
    ------
    InputError
        It is no JSON, or no Unicode; the message names `place`.
    """
    try:
        text = decode_utf8(content, place).removeprefix("\ufeff")
        value = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: Expected JSON, got something else: {error}.") from error
    if "\\u" in text and _has_surrogate(value):
        raise InputError(f"{place}: Expected characters, got half of a surrogate pair.")
    return value


def dump_json(value: Any) -> bytes:
    """Return `value` as JSON for a file: indented, its keys in their order, with a last LF."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8") + b"\n"


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _has_surrogate(value: Any) -> bool:
    if isinstance(value, str):
        return _SURROGATE.search(value) is not None
    if isinstance(value, dict):
        return any(_has_surrogate(key) or _has_surrogate(value[key]) for key in value)
    return isinstance(value, list) and any(map(_has_surrogate, value))


def _is_inside(path: Path, folder: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(folder)


def _write_files(folder: Path, files: Iterable[File]) -> dict[str, str]:
    hashes: dict[str, str] = {}
    for name, content in files:
        if name in hashes or name == MANIFEST:
            raise UsageError(f"Expected file names that differ, got {name!r} twice.")
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_file(target, content)
        hashes[name] = hashlib.sha256(content).hexdigest()
    return dict(sorted(hashes.items()))


def _write_file(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _move(part: Path, path: Path) -> None:
    old = part.with_suffix(".old")
    if path.exists():
        path.rename(old)
    part.rename(path)
    shutil.rmtree(old, ignore_errors=True)


def _check_replaceable(path: Path) -> None:
    if not path.exists():
        return
    if not path.is_dir():
        raise UsageError(f"Expected the name of a folder to write, got the file {path}.")
    names = {each.relative_to(path).as_posix() for each in path.rglob("*") if not each.is_dir()} - {
        MANIFEST
    }
    if not names and not (path / MANIFEST).exists():
        return
    if _read_hashes(path) != {name: _hash_file(path / name) for name in names}:
        raise UsageError(
            f"Expected a new folder or an export that nobody has touched, got {path}.",
            hint="Import it first if its annotations were edited, or give another place.",
        )


def _read_hashes(path: Path) -> Any:
    try:
        return load_json(read_bytes(path / MANIFEST), MANIFEST).get("files")
    except (InputError, AttributeError):
        return None


def _hash_file(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
