"""The lines of one layer as an export writes them, in an order of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from workbench.errors import UsageError
from workbench.exchange import (
    Assembly,
    assemble_record,
    dump_lines,
    iter_sentence_lines,
    iter_triples,
)
from workbench.exchange.derived import Line
from workbench.model import (
    Annotation,
    ClaimRef,
    LinkLine,
    Provenance,
    Record,
    Sentence,
    dump_line,
    dump_record,
)
from workbench.model.register import Register
from workbench.model.resolving import resolve_annotation
from workbench.project.layers import ANNOTATOR

if TYPE_CHECKING:
    from workbench.scheme import Scheme
    from workbench.store import HistoryRow, Store, StoredDocument

FORMATS = ("documents", "sentences", "triples", "history", "rulings", "links")


class LayerReader:
    """Reads one layer of a store as records, the entities as the register has them now.

    `left_out` counts the unfinished items that the records read so far leave out.
    """

    def __init__(
        self, store: Store, scheme: Scheme, layer: str, guideline_version: str | None
    ) -> None:
        self.store = store
        self.scheme = scheme
        self.layer = layer
        self.left_out = 0
        self._guideline_version = guideline_version

    def iter_records(self, is_wanted: Callable[[dict[str, Annotation]], bool]) -> Iterator[Record]:
        """Yield the records whose annotations `is_wanted`, by document id in code-point order."""
        for document_id in sorted(self.store.document_ids()):
            annotations = self.read_annotations(document_id)
            shown = annotations
            if self.layer == "gold":  # what gold leaves open is not in its record
                shown = {key: each for key, each in annotations.items() if each.status != "open"}
            if is_wanted(shown):
                yield self.read_record(document_id, annotations)

    def read_annotations(self, document_id: str) -> dict[str, Annotation]:
        """Return what the layer says of a document, by sentence id."""
        stored = self.store.get_annotations(document_id, self.layer)
        return {sentence: each.annotation for sentence, each in stored.items()}

    def read_record(self, document_id: str, annotations: dict[str, Annotation]) -> Record:
        """Return the record of a document, and add to `left_out`."""
        assembly = self.assemble(self.store.get_document(document_id), annotations)
        self.left_out += len(assembly.left_out)
        if self.layer == "gold" and not assembly.record.provenance.annotators:
            return self._as_gold(assembly.record)
        return assembly.record

    def _as_gold(self, record: Record) -> Record:
        """Return the record of a document that nobody decided anything of, as valid gold."""
        if not self._gold_annotators:
            raise UsageError(
                f"Expected gold that names its annotators, got document {record.document.id!r}, "
                "which nobody has made gold of.",
                hint="Leave out the documents without a decision.",
            )
        annotators = self._gold_annotators
        provenance = msgspec.structs.replace(record.provenance, annotators=annotators)
        return msgspec.structs.replace(record, provenance=provenance)

    @cached_property
    def _gold_annotators(self) -> tuple[str, ...]:
        found = (self.store.get_provenance(each, "gold") for each in self.store.document_ids())
        return tuple(sorted({name for each in found if each for name in each.annotators}))

    def assemble(self, stored: StoredDocument, annotations: dict[str, Annotation]) -> Assembly:
        """Return the record of a stored document and what it leaves out."""
        waiting: tuple[str, ...] = ()
        if self.layer == "gold":
            annotations, waiting = leave_out_open(annotations)
        annotations = self.resolve(stored.document.id, annotations)
        assembly = assemble_record(
            stored.document,
            stored.segments,
            tuple(Sentence(ref.sentence, ref.start, ref.end) for ref in stored.sentences),
            annotations,
            self.read_provenance(stored.document.id),
            needs_certainty=lambda stance: not self.scheme.allows(stance, None),
            scheme=self.scheme,
        )
        return msgspec.structs.replace(assembly, left_out=(*assembly.left_out, *waiting))

    @cached_property
    def _register(self) -> Register:
        return Register(entries=self.store.register())

    def resolve(
        self, document_id: str, annotations: dict[str, Annotation]
    ) -> dict[str, Annotation]:
        """Return annotations of a document with what their entities stand for now."""
        return {
            sentence: resolve_annotation(each, document_id, self._register)
            for sentence, each in annotations.items()
        }

    def read_provenance(self, document_id: str) -> Provenance:
        """Return the provenance of the layer: the imported one, else what the project knows.

        Gold that was adjudicated names whose answers were compared, and who decided most of it.
        """
        from workbench.session.provenance import add_adjudication

        known = self._read_known(document_id)
        if self.layer == "gold":
            return add_adjudication(known, self.store.rules(document_id))
        return known

    def _read_known(self, document_id: str) -> Provenance:
        imported = self.store.get_provenance(document_id, self.layer)
        if imported is not None:
            # The project may have gone on to a newer version of the scheme since.
            return msgspec.structs.replace(imported, scheme_version=self.scheme.version)
        name = self.layer.removeprefix(ANNOTATOR)
        return Provenance(
            layer=self.layer,
            annotators=() if name == self.layer else (name,),
            adjudicator=None,
            guideline_version=self._guideline_version,
            scheme=self.scheme.name,
            scheme_version=self.scheme.version,
        )

    def iter_history(self) -> Iterator[Line]:
        """Yield every revision of the layer, in the order of documents, sentences and numbers."""
        rows: dict[str, list[HistoryRow]] = {}
        for row in self.store.history(self.layer):
            rows.setdefault(row.document, []).append(row)
        for document_id in sorted(rows):
            # What was split or merged away has a history too.
            sentences = self.store.sentence_order(document_id)
            order = {sentence: place for place, sentence in enumerate(sentences)}
            # Within a sentence they come in the order of their numbers already.
            for row in sorted(rows.pop(document_id), key=lambda row: order[row.sentence]):
                content = msgspec.convert(row.content, Annotation)
                yield {**msgspec.structs.asdict(row), "content": content}

    def iter_rulings(self) -> Iterator[Line]:
        """Yield how each field of gold came there, by document and sentence.

        Raises
        ------
        UsageError
            The layer is not gold: nobody rules on another.
        """
        from workbench.session.provenance import iter_ruling_lines

        if self.layer != "gold":
            raise UsageError(
                f"Expected gold, of which rulings are, got the layer {self.layer}.",
                hint="Leave --layer at gold, or take another format.",
            )
        for document_id in sorted(self.store.document_ids()):
            yield from iter_ruling_lines(self.store, self.scheme, document_id)

    def iter_links(self, records: Iterable[Record]) -> Iterator[LinkLine]:
        """Yield what the layer says of pairs of claims of these records, and count the others."""
        claims = {
            ClaimRef(record.document.id, claim.id) for record in records for claim in record.claims
        }
        for link in self.store.links(self.layer):
            if {link.start, link.end} <= claims:
                yield LinkLine(self.layer, link.relation, link.start, link.end)
            else:
                self.left_out += 1

    def iter_lines(self, line_format: str, records: Iterator[Record]) -> Iterator[str]:
        """Yield the lines of `line_format` (one of `FORMATS`); `records` for all but two."""
        if line_format == "documents":
            return (dump_record(record) for record in records)
        if line_format == "history":
            return dump_lines(self.iter_history())
        if line_format == "rulings":
            return dump_lines(self.iter_rulings())
        if line_format == "links":
            return map(dump_line, self.iter_links(records))
        return dump_lines(line for record in records for line in self._derive(line_format, record))

    def _derive(self, line_format: str, record: Record) -> Iterator[Line]:
        if line_format == "sentences":
            return iter_sentence_lines(record)
        return iter_triples(record, self.scheme.factbank)


def check_format(line_format: str) -> str:
    """Return `line_format` where it is one; otherwise the `UsageError` lists those that are."""
    if line_format not in FORMATS:
        raise UsageError(
            f"Expected one of {', '.join(FORMATS)}, got {line_format!r}.",
            hint="The formats of other programs are files and folders, not lines.",
        )
    return line_format


def leave_out_open(
    annotations: dict[str, Annotation],
) -> tuple[dict[str, Annotation], tuple[str, ...]]:
    """Return gold without what stands in sentences that are not decided, and the ids of that.

    There it is only what annotators agree on so far.
    """
    kept, waiting = {}, []
    for sentence, each in annotations.items():
        kept[sentence] = each
        if each.status == "open":
            waiting += [item.id for item in each.claims]
            waiting += [item.id for item in each.attributions]
            kept[sentence] = msgspec.structs.replace(each, claims=(), attributions=())
    return kept, tuple(waiting)


def is_decided(annotations: dict[str, Annotation]) -> bool:
    """Answer whether any sentence has a decision that is not ``open``."""
    return any(each.status != "open" for each in annotations.values())
