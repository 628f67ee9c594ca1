"""A project: its articles, its people, and what a notebook or a command does with them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import msgspec

from workbench.exchange import build_frame, check_kind, iter_rows, write_lines
from workbench.exchange.frames import Row
from workbench.model import Annotation, Record
from workbench.project.adding import Ingest, OnProgress, add_article
from workbench.project.adjudicating import Adjudicated
from workbench.project.annotating import Annotating
from workbench.project.assigning import Sharing
from workbench.project.config import LabelStudioConfig, SuggestionConfig
from workbench.project.exporting import LayerReader, check_format, is_decided
from workbench.project.importing import Importer, check_file
from workbench.project.interchange import choose_format, export_interchange, find_interchange
from workbench.project.layers import (
    find_layer,
    list_layers,
    make_layer,
    name_layer,
)
from workbench.project.leaving import Leaving
from workbench.project.ledgers import Ledgers
from workbench.project.linking import REGISTRY_IMPORTS, Linking
from workbench.project.quality import Quality
from workbench.project.registering import Registered
from workbench.project.releasing import Gathering
from workbench.project.reports import (
    ExportReport,
    ImportReport,
    IngestReport,
)
from workbench.project.searching import Searching
from workbench.project.similar import Similar
from workbench.project.syncing import Syncing
from workbench.project.training import Training

if TYPE_CHECKING:
    import pandas as pd

    from workbench.release import ReleaseReport
    from workbench.scheme import Scheme
    from workbench.store import Store


class Project(
    Adjudicated,
    Annotating,
    Leaving,
    Ledgers,
    Linking,
    Quality,
    Registered,
    Searching,
    Sharing,
    Similar,
    Syncing,
    Training,
):
    """An open project; `open_project` and `init_project` make one.

    Parameters
    ----------
    store
        Where its documents and annotations are.
    scheme
        What may be said of a claim.
    directory
        The project's folder, or ``None`` where only the store's address is known.
    guideline_version
        Of the guidelines that its people follow.
    label_studio
        Its server, and who is who there.
    suggestions
        Who suggests to its annotators, unless they are told otherwise.
    """

    def __init__(
        self,
        store: Store,
        scheme: Scheme,
        *,
        directory: Path | None = None,
        name: str | None = None,
        guideline_version: str | None = None,
        label_studio: LabelStudioConfig | None = None,
        suggestions: SuggestionConfig | None = None,
    ) -> None:
        self.store = store
        self.scheme = scheme
        self.directory = directory
        self.name = name or store.info.name
        self.guideline_version = guideline_version or store.info.guideline_version
        self.label_studio = label_studio or LabelStudioConfig()
        self.suggestions = suggestions or SuggestionConfig()

    @property
    def layers(self) -> list[str]:
        """The layers that exist, by pseudonym: ``annotator:a01``, ..., ``gold``."""
        return list_layers(self.store)

    def ingest(
        self,
        paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        language: str | None = None,
        encoding: str | None = None,
        on_progress: OnProgress | None = None,
    ) -> IngestReport:
        """Add the articles of files and folders: txt, JSONL, CSV, Parquet.

        What is known already is passed over, so an ingest that was interrupted can be repeated. A
        file that cannot be read is named in the report, and the others are added.

        Parameters
        ----------
        language
            A BCP 47 tag such as ``ar``; without it each article's script decides.
        encoding
            Of text files; without it, it is found out.
        on_progress
            Called after each article with how much of the input is done (0 to 1) and the name of
            the file that it is in.
        """
        names = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
        ingest = Ingest(self.store)
        ingest.add_files(
            [Path(each) for each in names],
            language=language,
            encoding=encoding,
            on_progress=on_progress,
        )
        return ingest.report

    def add_articles(self) -> Any:
        """Return a widget onto which files can be dropped; they are added as `ingest` does."""
        from workbench.widgets.articles import Articles

        return Articles(lambda name, content: add_article(self.store, name, content))

    def records(self, layer: str, *, all: bool = False) -> Iterator[Record]:  # noqa: A002
        """Return the records of `layer` as an export writes them, by document id.

        These are the documents with a decision that is not ``open``, or with `all` every one.
        """
        return self._reader(layer, unused=all).iter_records(lambda found: all or is_decided(found))

    def frame(self, kind: str, layer: str | None = None) -> pd.DataFrame:
        """Return a pandas frame of one kind.

        Parameters
        ----------
        kind
            ``documents sentences claims attributions triples decisions`` or ``history``.
        layer
            One layer; without it all of them, told apart by the column `layer`. Documents that the
            layer says nothing about have no rows; the frame of documents has a row for each.
        """
        check_kind(kind)
        if kind == "documents":
            return build_frame(kind, self._iter_document_rows())
        layers = self.layers if layer is None else [layer]
        readers = [self._reader(each) for each in layers]
        return build_frame(kind, (row for each in readers for row in self._iter_rows(kind, each)))

    def export(
        self,
        layer: str,
        format: str = "documents",  # noqa: A002
        out: str | os.PathLike[str] | None = None,
        all: bool = False,  # noqa: A002, FBT001, FBT002
    ) -> ExportReport:
        """Write one layer and return what was written.

        Same state, same bytes, whatever the order in which things arrived.

        Parameters
        ----------
        layer
            ``gold``, ``annotator:NAME`` or ``system:NAME``; a person's own name is understood, and
            never written.
        format
            ``documents`` (the records), ``sentences``, ``triples``, ``links``, ``history`` or
            ``rulings``; or one of other programs (``brat cas-json cas-xmi w3c huggingface spacy
            conll csv``), whose report says what it cannot hold.
        out
            The file or folder; by default ``exports/LAYER.FORMAT`` and an ending in the project.
        all
            Documents without any decision too.
        """
        reader = self._reader(layer, unused=all)
        other = find_interchange(format)
        ending = ".jsonl" if other is None else other.suffix
        name = f"{reader.layer}.{format}{ending}"
        path = Path(out) if out is not None else (self.directory or Path()) / "exports" / name
        if other is not None:
            return export_interchange(reader, other, path, lambda got: all or is_decided(got))
        lines = write_lines(path, self._iter_lines(reader, format, all_documents=all))
        return ExportReport(reader.layer, format, path, lines, reader.left_out)

    def export_to(
        self,
        write: Callable[[str], object],
        layer: str,
        format: str = "documents",  # noqa: A002
        *,
        all: bool = False,  # noqa: A002
    ) -> ExportReport:
        """Hand each line of an export (without its LF) to `write`, as `export` does to a file."""
        reader = self._reader(layer, unused=all)
        count = 0
        for line in self._iter_lines(reader, format, all_documents=all):
            write(line)
            count += 1
        return ExportReport(reader.layer, format, Path("-"), count, reader.left_out)

    def import_records(
        self,
        path: str | os.PathLike[str],
        layer: str,
        replace: bool = False,  # noqa: FBT001, FBT002
        format: str = "auto",  # noqa: A002
        default_stance: str | None = None,
    ) -> ImportReport:
        """Bring the records of a file into one layer, the whole file or nothing.

        Documents that are unknown come along with their sentences and segments. An equal annotation
        adds no revision, a different one needs `replace`, and an ``open`` one never takes the place
        of one that is ``done``.

        Parameters
        ----------
        format
            ``records``; ``links`` or ``clusters``, the registry's lines; or one of other programs
            (``brat cas-json cas-xmi w3c label-studio``). ``auto`` goes by the name and, for
            ``.json``, by the content.
        default_stance
            The stance of attributions whose file of another program states none; without it they
            are left out, and counted in the report.

        Raises
        ------
        InputError
            A file of another program is not as its format says.
        RecordError
            The file holds something that is no valid record of the project's scheme.
        DocumentError
            A known document has another text or other sentences in the file.
        ConflictError
            An annotation differs from the stored one, and `replace` is off.
        """
        if format in REGISTRY_IMPORTS:
            name = find_layer(self.store, layer)
            return REGISTRY_IMPORTS[format](self.store, Path(path), name)
        other = choose_format(Path(path), format)
        if other is None:
            check_file(Path(path), self.scheme, name_layer(self.store, layer))
        with self.store.transaction():
            importer = Importer(self._make_reader(make_layer(self.store, layer)), replace=replace)
            if other is not None:
                return importer.import_others(Path(path), other, default_stance)
            return importer.import_file(Path(path))

    def release(
        self,
        name: str,
        layer: str = "gold",
        out: str | os.PathLike[str] | None = None,
        *,
        with_texts: bool = True,
        splits: str | os.PathLike[str] | None = None,
        group_by: Iterable[str] = (),
        seed: int | None = None,
        license: str | None = None,  # noqa: A002
    ) -> ReleaseReport:
        """Freeze a layer as the folder `name`, whole or not at all, and return what was written.

        Same state, same bytes, on any machine. The entities and clusters that the annotations refer
        to come from the register, and from ``registry/*.jsonl`` in the project.

        Parameters
        ----------
        out
            The folder that the release is made in; by default ``releases`` in the project.
        with_texts
            Without, the articles' words are left out, and `workbench.release.rehydrate` puts them
            back from copies.
        splits
            Shares of train, dev and test such as ``80,10,10``, or a file of earlier splits.
        group_by
            What besides clusters and copies must not stand on two sides: ``outlet``, ``date``.
        seed
            Where ties between equally good sides fall.
        license
            The licence of the release: an SPDX id, an address or a sentence.

        Raises
        ------
        UsageError
            The name is taken, or nothing can be written there.
        ReleaseError
            Nothing is decided in the layer, or the splits leak or cannot be made.
        """
        from workbench.release import build_release, check_new_release, choose_splits

        folder = Path(out) if out is not None else (self.directory or Path()) / "releases"
        target = check_new_release(folder, name)
        chosen = None if splits is None else choose_splits(os.fspath(splits), group_by, seed)
        gathering = Gathering(
            self.store,
            self.scheme,
            directory=self.directory,
            guideline_version=self.guideline_version,
        )
        with gathering.material(name, layer, license) as material:
            report = build_release(material, target, splits=chosen, with_texts=with_texts)
        return msgspec.structs.replace(report, warnings=tuple(gathering.warnings))

    def close(self) -> None:
        """Close the store; the project cannot be used afterwards."""
        self._rooms.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Project {self.name!r}>"

    def _repr_html_(self) -> str:
        """Return how far the project is, as a table for a notebook."""
        return self.status()._repr_html_()

    def _make_reader(self, layer: str) -> LayerReader:
        return LayerReader(self.store, self.scheme, layer, self.guideline_version)

    def _reader(self, layer: str, *, unused: bool = False) -> LayerReader:
        return self._make_reader(find_layer(self.store, layer, unused=unused))

    def _iter_lines(
        self, reader: LayerReader, line_format: str, *, all_documents: bool
    ) -> Iterator[str]:
        check_format(line_format)
        records = reader.iter_records(lambda found: all_documents or is_decided(found))
        return reader.iter_lines(line_format, records)

    def _iter_rows(self, kind: str, reader: LayerReader) -> Iterator[Row]:
        if kind == "history":
            yield from map(_history_row, reader.iter_history())
            return
        for record in reader.iter_records(bool):
            yield from iter_rows(kind, record, self.scheme.factbank)

    def _iter_document_rows(self) -> Iterator[Row]:
        for document_id in sorted(self.store.document_ids()):
            stored = self.store.get_document(document_id)
            row = msgspec.structs.asdict(stored.document)
            counts = {"characters": len(row["text"]), "sentences": len(stored.sentences)}
            yield {"document": document_id, **row, **counts}


def _history_row(line: Row) -> Row:
    content: Annotation = line["content"]
    return {
        **line,
        "status": content.status,
        "claims": len(content.claims),
        "attributions": len(content.attributions),
        "content": msgspec.to_builtins(content),
    }
