"""A release without its texts, made from one that has them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from workbench.errors import ReleaseError
from workbench.exchange import iter_lines, read_registry, write_lines
from workbench.model import load_record
from workbench.model.registry import REGISTRY, Registry
from workbench.release.card import Card
from workbench.release.folder import iter_files
from workbench.release.manifest import MANIFEST, compute_file_sha256
from workbench.release.places import CARD, CROISSANT, DOCUMENTS, SENTENCES, STANDOFF, TRIPLES, WHOLE
from workbench.release.sealing import seal
from workbench.release.standoff import LEAK_WORDS, find_runs, withhold
from workbench.release.words import find_words

_SEALED = (CARD, CROISSANT, MANIFEST)


def withhold_texts(whole: Path, target: Path, card: Card) -> Card:
    """Write the release in the folder `whole` into `target` without its texts; return its card.

    Sentences and triples are left out, since `rehydrate` derives them again.

    Raises
    ------
    ReleaseError
        A registry line quotes an article; the message names both.
    """
    _check_registry(read_registry(whole / REGISTRY), whole / f"{card.material.prefix}{DOCUMENTS}")
    for name in iter_files(whole):
        if name in _SEALED:
            _copy(whole / name, target / WHOLE / name)
        elif name.endswith(DOCUMENTS):
            standoff = target / f"{name.removesuffix(DOCUMENTS)}{STANDOFF}"
            write_lines(standoff, (withhold(line) for _, line in iter_lines(whole / name)))
        elif not name.endswith((SENTENCES, TRIPLES)):
            _copy(whole / name, target / name)
    manifest = msgspec.structs.replace(
        card.manifest,
        texts="withheld",
        full_sha256=compute_file_sha256(whole / MANIFEST),
        files=(),
    )
    shutil.rmtree(whole)
    return seal(target, replace(card, manifest=manifest))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _check_registry(registry: Registry, documents: Path) -> None:
    """Raise where a proposition or note has as many words in a row as make a quotation."""
    runs: dict[tuple[str, ...], str] = {}
    for place, value in _iter_statements(registry):
        runs.update((run, place) for run in find_runs(find_words(value)))
    if not runs:
        return
    for _, line in iter_lines(documents):
        document = load_record(line).document
        for run in find_runs(find_words(document.text)):
            if run in runs:
                raise ReleaseError(
                    f"Expected the registry in words of its own, got {LEAK_WORDS} in a row of the "
                    f"document {document.id} in {runs[run]}: {' '.join(run)}.",
                    hint="Put it differently, or release with the texts.",
                )


def _iter_statements(registry: Registry) -> Iterator[tuple[str, str]]:
    for entity in registry.entities.values():
        yield f"the note of {entity.id}", entity.note or ""
    for cluster in registry.clusters.values():
        yield f"the proposition of {cluster.id}", cluster.proposition or ""
        yield f"the note of {cluster.id}", cluster.note or ""
