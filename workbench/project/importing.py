"""The import of a file of records into one layer: the whole file or nothing."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from workbench.errors import ConflictError, DocumentError, InputError, RecordError
from workbench.exchange import as_layer, iter_records, split_record
from workbench.exchange.formats.losses import Losses
from workbench.model import Annotation, Record, canonicalize
from workbench.project.exporting import LayerReader
from workbench.project.interchange import read_interchange
from workbench.project.reports import ImportReport

if TYPE_CHECKING:
    from workbench.exchange.formats.registry import Format
    from workbench.scheme import Scheme
    from workbench.store import Change, StoredAnnotation

VALIDATE_HINT = "Nothing was imported; run `workbench validate FILE` to see every violation."


class Importer:
    """Brings records into the layer that `reader` reads.

    Parameters
    ----------
    replace
        Whether an annotation that differs from the stored one replaces it; otherwise it is refused.
    """

    def __init__(self, reader: LayerReader, *, replace: bool) -> None:
        self._reader = reader
        self._store = reader.store
        self._replace = replace
        self._counts: Counter[str] = Counter()

    def import_file(self, path: Path) -> ImportReport:
        """Import `path`, which `check_file` let pass; the caller holds the transaction.

        Raises
        ------
        RecordError
            The file holds something that is no valid record of the project's scheme.
        DocumentError
            A known document has another text or other sentences in the file.
        ConflictError
            An annotation differs from the stored one, and `replace` is off.
        """
        for number, record in enumerate(iter_records(path), 1):
            try:
                self._import_record(canonicalize(as_layer(record, self._reader.layer)))
            except (DocumentError, RecordError) as error:
                raise type(error)(
                    f"{path}:{number}: {error.message}",
                    hint="Nothing was imported.",
                    subject=error.subject,
                ) from error
        return self._report()

    def import_others(self, path: Path, chosen: Format, default_stance: str | None) -> ImportReport:
        """Import what `path` holds in a format of other programs; the caller as before.

        Raises
        ------
        InputError
            A file is not as its format says; and as for `import_file`.
        """
        losses, seen = Losses(), dict[str, int]()
        records = read_interchange(self._reader, chosen, path, default_stance, losses)
        for number, record in enumerate(records, 1):
            name = record.document.id
            try:
                first = seen.setdefault(name, number)
                _check_fits(record, self._reader.scheme, self._reader.layer, first, number)
                self._import_record(canonicalize(as_layer(record, self._reader.layer)))
            except (DocumentError, RecordError) as error:
                raise type(error)(
                    f"{path}: document {name!r}: {error.message}",
                    hint="Nothing was imported.",
                    subject=error.subject,
                ) from error
        report = losses.report(chosen.name, "import")
        return replace(self._report(), format=chosen.name, losses=report.losses)

    def _report(self) -> ImportReport:
        counts = self._counts
        return ImportReport(
            self._reader.layer,
            documents=counts["documents"],
            added=counts["added"],
            sentences=counts["sentences"],
            unchanged=counts["unchanged"],
            kept=counts["kept"],
        )

    def _import_record(self, record: Record) -> None:
        from workbench.scheme import adopt_features, upgrade_record

        self._counts["documents"] += 1
        scheme = self._reader.scheme
        record = adopt_features(upgrade_record(record, scheme.version), scheme)
        document = record.document
        added = self._store.add_documents([(document, record.segments, record.sentences)])
        self._counts["added"] += sum(is_new for _, is_new in added)
        stored = self._store.get_annotations(document.id, self._reader.layer)
        changes = self._find_changes(record, stored)
        if changes:
            self._save(changes)
        self._keep_provenance(record, is_first=not stored)

    def _find_changes(self, record: Record, stored: Mapping[str, StoredAnnotation]) -> list[Change]:
        """Return the sentences to save, after all checks, and count the others."""
        from workbench.store import Change

        document_id = record.document.id
        before = {sentence: each.annotation for sentence, each in stored.items()}
        # Compared with what an export would write: unfinished items never came along.
        exported = self._reader.assemble(self._store.get_document(document_id), before).record
        shown = split_record(exported)
        resolved = self._reader.resolve(document_id, split_record(record))
        after = dict(before)
        changes = []
        for sentence, annotation in split_record(record).items():
            if resolved[sentence] == shown[sentence]:
                self._counts["unchanged"] += 1
            elif annotation.status == "open" and shown[sentence].status == "done":
                self._counts["kept"] += 1
            else:
                self._check_replaces(document_id, annotation, before.get(sentence))
                revision = stored[sentence].revision if sentence in stored else 0
                after[sentence] = annotation
                changes.append(Change(document_id, annotation, revision))
        if changes:
            check_links(document_id, after)
        self._counts["sentences"] += len(changes)
        return changes

    def _check_replaces(
        self, document_id: str, mine: Annotation, theirs: Annotation | None
    ) -> None:
        if theirs is not None and not self._replace:
            raise ConflictError(
                f"Expected the stored annotation of sentence {mine.sentence!r} of document "
                f"{document_id!r} or an equal one, got a different one.",
                mine={mine.sentence: mine},
                theirs={mine.sentence: theirs},
                hint="Nothing was imported; `--replace` saves the file's over the stored ones.",
            )

    def _save(self, changes: list[Change]) -> None:
        from workbench.store import Action

        action = Action(
            key=secrets.token_hex(16),
            layer=self._reader.layer,
            name="import",
            changes=tuple(changes),
        )
        self._store.save(action)

    def _keep_provenance(self, record: Record, *, is_first: bool) -> None:
        document_id, mine = record.document.id, record.provenance
        theirs = self._reader.read_provenance(document_id)
        if mine == theirs:
            return
        if not is_first and not self._replace:
            raise ConflictError(
                f"Expected the stored provenance of document {document_id!r}, got another one.",
                mine=mine,
                theirs=theirs,
                hint="Nothing was imported; `--replace` saves the file's over the stored one.",
            )
        self._store.set_provenance(document_id, self._reader.layer, mine)


def check_links(document_id: str, annotations: Mapping[str, Annotation]) -> None:
    """Raise `RecordError` where an id is there twice or a target is not there at all."""
    counts = Counter(claim.id for each in annotations.values() for claim in each.claims)
    counts.update(item.id for each in annotations.values() for item in each.attributions)
    targets = {
        target
        for each in annotations.values()
        for attribution in each.attributions
        for target in attribution.targets
    }
    wrong = [each for each, number in counts.items() if number > 1]
    wrong += sorted(targets - counts.keys())
    if wrong:
        raise RecordError(
            f"Expected the sentences of document {document_id!r} to fit those that stay, got the "
            f"id {wrong[0]!r} twice or not at all."
        )


def check_file(path: Path, scheme: Scheme, layer: str) -> None:
    """Raise `RecordError` unless `path` holds valid records for `layer`, one of each document."""
    from workbench.scheme.validation import iter_violations

    if path.exists() and not path.is_file():
        # It is read more than once: a pipe would be empty the second time.
        raise InputError(f"Expected a file of records, got {path}, which is no ordinary file.")
    for violation in iter_violations(path, scheme):
        if not violation.is_warning:
            raise RecordError(f"{violation}.", hint=VALIDATE_HINT, subject=violation)
    seen: dict[str, int] = {}
    for number, record in enumerate(iter_records(path), 1):
        try:
            _check_fits(record, scheme, layer, seen.setdefault(record.document.id, number), number)
        except RecordError as error:
            raise RecordError(
                f"{path}:{number}: {error.message}", hint="Nothing was imported."
            ) from error


def _check_fits(record: Record, scheme: Scheme, layer: str, first: int, number: int) -> None:
    """Raise `RecordError` where a valid record cannot stand in `layer` of a project of `scheme`."""
    from workbench.scheme import find_versions
    from workbench.scheme.records import check_record

    if first != number:
        raise RecordError(
            f"Expected one record of each document for one layer, got {record.document.id!r} "
            f"again (as in line {first})."
        )
    wanted = (scheme.name, scheme.version)
    got = (record.provenance.scheme, record.provenance.scheme_version)
    if got[0] != wanted[0] or (got != wanted and wanted[1] not in find_versions(*got)):
        raise RecordError(f"Expected records of {' '.join(wanted)}, got {' '.join(got)}.")
    if layer == record.provenance.layer:
        return
    for violation in check_record(as_layer(record, layer), scheme):
        if not violation.is_warning:
            raise RecordError(
                f"Expected {violation.expected} at {violation.pointer} in a record of {layer}, "
                f"got {violation.got}.",
                subject=violation,
            )
