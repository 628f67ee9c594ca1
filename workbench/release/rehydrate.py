"""Putting the texts back into a release that was made without them, from a person's own copies."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from workbench.errors import InputError, RecordError, ReleaseError, UsageError
from workbench.exchange import iter_lines, iter_records, write_lines
from workbench.ingest import BadInput, build_document, iter_articles
from workbench.model import Document, compute_text_sha256
from workbench.release.building import ReleaseReport, make_report, write_derived
from workbench.release.folder import check_new, iter_files, making_folder
from workbench.release.manifest import (
    MANIFEST,
    Manifest,
    compute_file_sha256,
    iter_differences,
    read_manifest,
)
from workbench.release.material import name_file
from workbench.release.places import CARD, CROISSANT, DOCUMENTS, STANDOFF, WHOLE
from workbench.release.standoff import restore
from workbench.release.verify import read_scheme_of

_SHOWN = 5
_RECORD_START = b'{"schema_version"'


@dataclass(slots=True)
class Copies:
    """The articles that are at hand.

    Attributes
    ----------
    texts
        Text by its SHA-256: only those that are wanted.
    fields
        By the same key, each title and metadata that a copy of the text came with.
    unread
        What could not be read, one sentence each.
    """

    wanted: frozenset[str]
    texts: dict[str, str] = field(default_factory=dict)
    fields: dict[str, list[tuple[str | None, dict[str, Any]]]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)

    def add(self, document: Document) -> None:
        """Take in an article where its text, or its text but for LFs at the end, is wanted."""
        bare = document.text.rstrip("\n")
        for text in dict.fromkeys((document.text, bare, bare + "\n")):
            key = compute_text_sha256(text)
            if key in self.wanted:
                self.texts[key] = text
                known = self.fields.setdefault(key, [])
                if (document.title, document.metadata) not in known:
                    known.append((document.title, document.metadata))


def rehydrate(folder: Path, texts: Iterable[Path], target: Path) -> ReleaseReport:
    """Write the release in `folder` with its texts to `target`, and return what it is.

    Each copy is checked by its hash, and so is each file of the result: it is byte for byte the
    release as it is with its texts, or nothing.

    Parameters
    ----------
    texts
        Files and folders of articles, as `workbench ingest` reads them, or files of records. Which
        article is which is told by the hash of its text alone.

    Raises
    ------
    UsageError
        The release has its texts already, or `target` exists.
    ReleaseError
        Copies are missing or are others; the message names the documents.
    InputError
        The release was changed since it was made.
    """
    check_new(target)
    manifest = _read_whole_manifest(folder)
    files = [name for name in iter_files(folder) if name.endswith(STANDOFF)]
    copies = read_copies(texts, frozenset(_iter_wanted(folder, files)))
    _check_complete(folder, files, copies)
    with making_folder(target) as part:
        for name in files:
            path = part / f"{name.removesuffix(STANDOFF)}{DOCUMENTS}"
            write_lines(path, _iter_restored(folder / name, copies))
        _copy_rest(folder, part)
        write_derived(part, name_file(manifest.layer), read_scheme_of(folder))
        for problem in iter_differences(part, manifest):
            raise InputError(
                f"Expected the release as it was with its texts, got another: {problem}"
            )
    return make_report(target, manifest)


def read_copies(paths: Iterable[Path], wanted: frozenset[str]) -> Copies:
    """Return the articles of `paths` whose texts have one of the `wanted` SHA-256."""
    copies = Copies(wanted)
    for path in paths:
        if not path.exists():
            raise UsageError(f"Expected a file or folder of articles, got none: {path}.")
        for each in _iter_files(path):
            _add_file(each, copies)
    return copies


def _iter_files(path: Path) -> Iterator[Path]:
    """Yield `path`, or the files in it; what is hidden is passed over, as by ingest."""
    if not path.is_dir():
        yield path
        return
    for each in sorted(path.rglob("*")):
        is_hidden = any(part.startswith(".") for part in each.relative_to(path).parts)
        if each.is_file() and not is_hidden:
            yield each


def _add_file(path: Path, copies: Copies) -> None:
    try:
        with path.open("rb") as file:
            is_records = file.read(len(_RECORD_START)) == _RECORD_START
    except OSError as error:
        copies.unread.append(f"{path}: {error.strerror or error}")
        return
    if is_records:
        for record in iter_records(path):
            copies.add(record.document)
        return
    for item in iter_articles([path]):
        if isinstance(item, BadInput):
            copies.unread.append(str(item))
        else:
            copies.add(build_document(item)[0])


def _read_whole_manifest(folder: Path) -> Manifest:
    manifest = read_manifest(folder)
    if manifest.texts != "withheld":
        raise UsageError(f"Expected a release without its texts, got {folder}, which has them.")
    for problem in iter_differences(folder, manifest):
        raise InputError(f"Expected the release in {folder} as it was made, got changes: {problem}")
    if compute_file_sha256(folder / WHOLE / MANIFEST) != manifest.full_sha256:
        raise InputError(f"Expected {WHOLE}/{MANIFEST} of sha256 {manifest.full_sha256}.")
    return read_manifest(folder / WHOLE)


def _iter_documents(folder: Path, files: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    for name in files:
        for _, line in iter_lines(folder / name):
            yield msgspec.json.decode(line)["record"]["document"]


def _iter_wanted(folder: Path, files: Iterable[str]) -> Iterator[str]:
    return (document["text_sha256"] for document in _iter_documents(folder, files))


def _check_complete(folder: Path, files: Iterable[str], copies: Copies) -> None:
    missing = {
        document["id"]: document["url"]
        for document in _iter_documents(folder, files)
        if document["text_sha256"] not in copies.texts
    }
    if not missing:
        return
    shown = ", ".join(
        f"{each} ({missing[each]})" if missing[each] else each
        for each in islice(sorted(missing), _SHOWN)
    )
    unread = f" Could not be read: {copies.unread[0]}" if copies.unread else ""
    raise ReleaseError(
        f"Expected a copy of each document, got none with the text of {len(missing)}: {shown}"
        f"{', …' if len(missing) > _SHOWN else ''}.{unread}",
        hint="A copy is the article's text letter for letter, whatever its file is called.",
        subject=sorted(missing),
    )


def _iter_restored(path: Path, copies: Copies) -> Iterator[str]:
    for _, line in iter_lines(path):
        key = msgspec.json.decode(line)["record"]["document"]["text_sha256"]
        yield _restore(line, copies.texts[key], copies.fields[key])


def _restore(line: str, text: str, fields: Iterable[tuple[str | None, dict[str, Any]]]) -> str:
    refused: RecordError | None = None
    for title, metadata in fields:
        try:
            return restore(line, text, title, metadata)
        except RecordError as error:
            refused = error
    raise ReleaseError(
        str(refused), hint="Give copies with their titles and metadata, as JSONL for example."
    ) from refused


def _copy_rest(folder: Path, part: Path) -> None:
    """Copy what has no texts: what is in both forms of the release, and what waits for this one."""
    for name in iter_files(folder):
        if name.endswith(STANDOFF) or name in (CARD, CROISSANT, MANIFEST):
            continue
        target = part / name.removeprefix(f"{WHOLE}/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / name, target)
