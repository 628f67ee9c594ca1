"""The manifest: what a release is called, and the SHA-256 of each of its files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from workbench.errors import InputError
from workbench.model.record import Frozen
from workbench.release.folder import iter_files

MANIFEST = "manifest.json"
FORMAT = "claims-workbench-release 1.0"
_PIECE_BYTES = 1024 * 1024


class FileEntry(Frozen, frozen=True):
    """A file of a release: its name inside the folder, its size, its SHA-256 in hex."""

    path: str
    bytes: int
    sha256: str


class Manifest(Frozen, frozen=True):
    """What a release says of itself.

    `layer` is what was released as gold; `full_sha256` is, in a release without texts, the SHA-256
    of the manifest that the same release has with them. `notes` are sentences on what is missing.
    """

    format: str
    name: str
    layer: str
    texts: Literal["included", "withheld"]
    full_sha256: str | None
    schema_version: str
    scheme: str
    scheme_version: str
    guideline_versions: tuple[str, ...]
    license: str | None
    documents: int
    splits_sha256: str | None
    notes: tuple[str, ...]
    files: tuple[FileEntry, ...] = ()


def dump_manifest(manifest: Manifest) -> str:
    """Return `manifest` as the text of its file."""
    return json.dumps(msgspec.to_builtins(manifest), ensure_ascii=False, indent=1) + "\n"


def list_files(folder: Path) -> tuple[FileEntry, ...]:
    """Return an entry for each file below `folder` except its manifest, by name."""
    return tuple(
        FileEntry(name, (folder / name).stat().st_size, compute_file_sha256(folder / name))
        for name in iter_files(folder)
        if name != MANIFEST
    )


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of the release in `folder`.

    Raises
    ------
    InputError
        There is none, or it is of another form.
    """
    path = folder / MANIFEST
    try:
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"Expected a release in {folder}, got: {MANIFEST}: {reason}.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"Expected the manifest of a release in {path}, got: {error}.") from error
    if manifest.format != FORMAT:
        raise InputError(
            f"Expected a release of the format {FORMAT!r} in {folder}, got {manifest.format!r}.",
            hint="A newer workbench may read it.",
        )
    return manifest


def is_release(folder: Path) -> bool:
    """Answer whether `folder` has a manifest."""
    return (folder / MANIFEST).is_file()


def compute_file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file as 64 lower-case hex digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE_BYTES):
            digest.update(piece)
    return digest.hexdigest()


def iter_differences(folder: Path, manifest: Manifest) -> Iterator[str]:
    """Yield a sentence for each file that is not as `manifest` says: changed, missing, or extra."""
    listed = {entry.path: entry for entry in manifest.files}
    found = [name for name in iter_files(folder) if name != MANIFEST]
    for name in sorted({*listed, *found}):
        if name not in listed:
            yield f"{name}: expected no such file, got one."
        elif name not in found or (folder / name).is_symlink():
            yield f"{name}: expected a file, got none."
        elif problem := _describe_change(folder / name, listed[name]):
            yield f"{name}: {problem}"
    if (folder / MANIFEST).read_text("utf-8") != dump_manifest(manifest):
        yield f"{MANIFEST}: expected the form that a release has, got another one."


def _describe_change(path: Path, entry: FileEntry) -> str | None:
    size, sha256 = path.stat().st_size, compute_file_sha256(path)
    if (size, sha256) == (entry.bytes, entry.sha256):
        return None
    return f"expected {entry.bytes} bytes of sha256 {entry.sha256}, got {size} of {sha256}."


def list_facts(manifest: Manifest) -> dict[str, str]:
    """Return what the records of a release were made by and how they are split, in words."""
    return {
        "layer": manifest.layer,
        "label scheme": f"{manifest.scheme} {manifest.scheme_version}",
        "guidelines": ", ".join(manifest.guideline_versions) or "no version",
        "licence": manifest.license or "not stated",
        "splits": manifest.splits_sha256 or "none",
    }
