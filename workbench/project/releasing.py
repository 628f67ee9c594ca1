"""What a project hands to a release: its layers as files, its registry, its guidelines."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import InputError
from workbench.exchange import iter_records, write_lines
from workbench.model import Record, dump_record
from workbench.project.exporting import LayerReader, is_decided
from workbench.project.layers import ANNOTATOR, find_layer, list_layers
from workbench.project.linking import read_whole_registry
from workbench.resources import resource_path

if TYPE_CHECKING:
    from workbench.model import LinkLine
    from workbench.release import Material
    from workbench.scheme import Scheme
    from workbench.store import Store

GUIDELINES = "guidelines.md"
SHIPPED_GUIDELINES = "1.0"
_SHORTEST_NAME = 3


class Gathering:
    """Gathers what is released of one layer of a project.

    `warnings` are for whoever releases, and never written into the release: an own name that stands
    in a comment or a note.
    """

    def __init__(
        self,
        store: Store,
        scheme: Scheme,
        *,
        directory: Path | None,
        guideline_version: str | None,
    ) -> None:
        self.warnings: list[str] = []
        self._store, self._scheme = store, scheme
        self._directory, self._guideline_version = directory, guideline_version
        self._names = {
            person.pseudonym: re.compile(rf"\b{re.escape(person.name)}\b", re.IGNORECASE)
            for person in store.people(withdrawn=True)
            if person.name and len(person.name) >= _SHORTEST_NAME
            and person.name != person.pseudonym
        }  # fmt: skip

    @contextmanager
    def material(self, name: str, layer: str, license: str | None) -> Iterator[Material]:  # noqa: A002
        """Give the material of the release `name`; its files are there inside the block only."""
        from workbench.release import Material

        reader = self._make_reader(find_layer(self._store, layer))
        with tempfile.TemporaryDirectory(prefix="workbench-release-") as made:
            folder = Path(made)
            with self._store.transaction():  # one state, whoever saves meanwhile
                documents = self._write(folder / "gold.jsonl", reader, None)
                annotators = dict(self._iter_annotators(folder, documents))
                layers = (reader.layer, *annotators)
                registry = read_whole_registry(self._store, self._directory, layers)
                links = tuple(self._iter_links(reader.layer, folder / "gold.jsonl", annotators))
            yield Material(
                name=name,
                layer=reader.layer,
                gold=folder / "gold.jsonl",
                scheme=self._scheme,
                annotators=annotators,
                registry=registry,
                links=links,
                guidelines=self._find_guidelines(),
                license=license,
                notes=tuple(_note_left_out(reader)),
            )

    def _make_reader(self, layer: str) -> LayerReader:
        return LayerReader(self._store, self._scheme, layer, self._guideline_version)

    def _iter_annotators(self, folder: Path, documents: set[str]) -> Iterator[tuple[str, Path]]:
        for number, layer in enumerate(list_layers(self._store)):
            path = folder / f"{number}.jsonl"
            if not layer.startswith(ANNOTATOR):
                continue
            if self._write(path, self._make_reader(layer), documents):
                yield layer, path

    def _write(self, path: Path, reader: LayerReader, documents: set[str] | None) -> set[str]:
        """Write the records of a layer on `documents` (without, on all); return their ids."""
        written: set[str] = set()

        def lines() -> Iterator[str]:
            for record in reader.iter_records(is_decided):
                if documents is None or record.document.id in documents:
                    written.add(record.document.id)
                    self._warn_of_names(record)
                    yield dump_record(record)

        write_lines(path, lines())
        return written

    def _warn_of_names(self, record: Record) -> None:
        for what, said in _iter_remarks(record):
            for pseudonym, name in self._names.items():
                if said and name.search(said):
                    self.warnings.append(
                        f"{record.document.id}: {what} in the layer {record.provenance.layer} "
                        f"holds the own name of {pseudonym}."
                    )

    def _iter_links(
        self, layer: str, gold: Path, annotators: Mapping[str, Path]
    ) -> Iterator[LinkLine]:
        """Yield what the released layers say of pairs of claims that are released."""
        for name, path in {layer: gold, **annotators}.items():
            yield from self._make_reader(name).iter_links(iter_records(path))

    def _find_guidelines(self) -> str | None:
        """Return the project's own guidelines, else ours where it follows their version."""
        own = self._directory / GUIDELINES if self._directory else None
        if own is not None and own.is_file():
            return _read_text(own)
        shipped = resource_path("docs") / GUIDELINES
        if self._guideline_version == SHIPPED_GUIDELINES and shipped.is_file():
            return _read_text(shipped)
        return None


def _read_text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"Expected guidelines in UTF-8 in {path}, got: {error}.") from error


def _iter_remarks(record: Record) -> Iterable[tuple[str, str | None]]:
    """Yield what a person wrote freely, each with what it is."""
    for decision in record.decisions:
        yield f"the comment on {decision.sentence}", decision.comment
    for claim in record.claims:
        yield f"the note of {claim.id}", claim.note
    for attribution in record.attributions:
        yield f"the note of {attribution.id}", attribution.note


def _note_left_out(reader: LayerReader) -> Iterator[str]:
    if reader.left_out:
        yield f"{reader.left_out} unfinished claims and attributions are left out."
