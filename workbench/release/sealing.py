"""The last three files of a release, which speak of all others: card, metadata and manifest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec

from workbench.release.card import Card, dump_card
from workbench.release.croissant import dump_croissant
from workbench.release.folder import write_file
from workbench.release.manifest import MANIFEST, dump_manifest, list_files
from workbench.release.places import CARD, CROISSANT


def seal(folder: Path, card: Card) -> Card:
    """Write card, metadata and manifest into `folder`; return `card` with the whole manifest."""
    files = list_files(folder)
    write_file(folder / CARD, dump_card(card, files))
    write_file(folder / CROISSANT, dump_croissant(card, files))
    manifest = msgspec.structs.replace(card.manifest, files=list_files(folder))
    write_file(folder / MANIFEST, dump_manifest(manifest))
    return replace(card, manifest=manifest)
