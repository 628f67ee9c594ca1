"""Our side of a sync: what a layer says of a document, as a result; and a result as revisions."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from workbench.exchange.label_studio import Finding, ResultGround, dump_result, load_result
from workbench.model import (
    Annotation,
    Claim,
    Provenance,
    Record,
    Sentence,
    canonicalize,
    derive_voices,
)
from workbench.model.record import Frozen
from workbench.scheme import Scheme, fill_features
from workbench.store import Action, Change, Store, StoredAnnotation, StoredDocument

ACTION = "sync"
"""The name of the actions of a sync; an annotator's undo passes them over."""


class Applied(Frozen, frozen=True):
    """What saving a result came to: how many sentences changed, and what a person should know."""

    sentences: int
    findings: tuple[Finding, ...]
    quarantined: tuple[Any, ...]


_ENCODER = msgspec.json.Encoder(order="deterministic")

Stored = Mapping[str, StoredAnnotation]
"""What a layer says of one document, by sentence."""


class Local:
    """Reads and writes the layers of a store as results of Label Studio.

    What will be needed is read at once by `read`, and what is applied is saved at once by `save`:
    statement by statement a store costs more than all that is made of its rows.
    """

    def __init__(self, store: Store, scheme: Scheme, guideline_version: str | None = None) -> None:
        self._store = store
        self._scheme = scheme
        self._guideline_version = guideline_version
        self._documents: dict[str, StoredDocument] = {}
        self._annotations: dict[tuple[str, str], Stored] = {}
        self._changes: dict[str, dict[str, list[Change]]] = {}

    def forget(self, document_ids: Collection[str] | None = None) -> None:
        """Read some documents again, or all of them, when they are met: they may have changed."""
        if document_ids is None:
            self._documents.clear()
            self._annotations.clear()
            return
        for each in document_ids:
            self._documents.pop(each, None)
        for key in [key for key in self._annotations if key[0] in document_ids]:
            del self._annotations[key]

    def read(self, document_ids: Iterable[str], layer: str | None = None) -> None:
        """Read documents, or what `layer` says of them, to be met until `forget`."""
        names = list(document_ids)
        if layer is None:
            missing = [each for each in names if each not in self._documents]
            self._documents |= self._store.get_documents(missing) if missing else {}
            return
        found = self._store.get_many_annotations(names, layer)
        self._annotations |= {(each, layer): found.get(each, {}) for each in names}

    def find(self, document_id: str) -> StoredDocument | None:
        """Return a document, or ``None`` where there is none."""
        if document_id not in self._documents:
            self.read([document_id])
        return self._documents.get(document_id)

    def document(self, document_id: str) -> StoredDocument:
        """Return a document; `DocumentError` where there is none."""
        return self.find(document_id) or self._store.get_document(document_id)

    def sentences(self, stored: StoredDocument) -> tuple[Sentence, ...]:
        """Return the sentences of a stored document."""
        return tuple(Sentence(ref.sentence, ref.start, ref.end) for ref in stored.sentences)

    def dump(self, document_id: str, layer: str, base: Any = None) -> list[Any]:
        """Return the result that says what `layer` does; ``[]`` where it says nothing.

        Parameters
        ----------
        base
            The result on which both sides last agreed: its regions keep their ids, and what has
            no place in a record is said again.
        """
        record = self.record(document_id, layer)
        if not base and (record is None or _is_undecided_gold(record)):
            return []
        shown = record or self._build(document_id, layer, {})
        return dump_result(shown, self._scheme, base or [])

    def record(self, document_id: str, layer: str) -> Record | None:
        """Return what `layer` says, unfinished items too; ``None`` where it says nothing."""
        stored = self._read_annotations(document_id, layer)
        annotations = {sentence: each.annotation for sentence, each in stored.items()}
        if not any(_says_something(each) for each in annotations.values()):
            return None
        return self._build(document_id, layer, annotations)

    def apply(self, document_id: str, layer: str, result: Any) -> Applied:
        """Take what `result` says over what `layer` says, sentence by sentence, for `save`.

        Called inside the transaction of the store that `save` is called in, so that nobody else
        saves in between. Sentences of which both say the same get no revision.
        """
        document = self.document(document_id)
        ground = ResultGround(document.document, self.sentences(document), self._scheme)
        loaded = load_result(result, ground)
        stored = self._read_annotations(document_id, layer)
        shown = _voice({name: each.annotation for name, each in stored.items()})
        changes = []
        for sentence, annotation in loaded.annotations.items():
            before = stored.get(sentence)
            if annotation == (shown.get(sentence) or Annotation(sentence)):
                continue
            revision = 0 if before is None else before.revision
            changes.append(Change(document_id, _unvoice(annotation), revision))
        if changes:
            self._changes.setdefault(layer, {})[document_id] = changes
        return Applied(len(changes), loaded.findings, tuple(loaded.quarantined))

    def save(self) -> None:
        """Save all that was applied: of each layer one action, the same one each time."""
        for layer, listed in self._changes.items():
            changes = [change for each in listed.values() for change in each]
            self._store.save(Action(_make_key(layer, changes), layer, ACTION, tuple(changes)))
        self._changes.clear()
        self._annotations.clear()

    def _read_annotations(self, document_id: str, layer: str) -> Stored:
        if document_id in self._changes.get(layer, {}):
            self.save()
        found = self._annotations.get((document_id, layer))
        return self._store.get_annotations(document_id, layer) if found is None else found

    def _build(self, document_id: str, layer: str, annotations: dict[str, Annotation]) -> Record:
        stored = self.document(document_id)
        sentences = self.sentences(stored)
        answers = [annotations.get(each.id, Annotation(each.id)) for each in sentences]
        claims = fill_features((each for answer in answers for each in answer.claims), self._scheme)
        attributions = fill_features(
            (each for answer in answers for each in answer.attributions), self._scheme
        )
        name = layer.removeprefix("annotator:")
        record = Record(
            schema_version=self._scheme.schema_version,
            document=stored.document,
            segments=stored.segments,
            sentences=sentences,
            claims=derive_voices(claims, attributions),
            attributions=attributions,
            decisions=tuple(answer.decision for answer in answers),
            provenance=Provenance(
                layer=layer,
                annotators=() if name == layer else (name,),
                adjudicator=None,
                guideline_version=self._guideline_version,
                scheme=self._scheme.name,
                scheme_version=self._scheme.version,
            ),
        )
        return canonicalize(record)


def hash_sentences(sentences: tuple[Sentence, ...]) -> str:
    """Return a hash that tells whether a task was made with these sentences."""
    listed = "\n".join(f"{each.id} {each.start} {each.end}" for each in sentences)
    return hashlib.sha256(listed.encode()).hexdigest()


def _is_undecided_gold(record: Record) -> bool:
    """Answer whether gold is only what annotators agree on so far: nobody has called it gold."""
    is_open = all(each.status == "open" for each in record.decisions)
    return record.provenance.layer == "gold" and is_open


def _says_something(annotation: Annotation) -> bool:
    return annotation != Annotation(annotation.sentence)


def _voice(annotations: dict[str, Annotation]) -> dict[str, Annotation]:
    """Return the annotations with derived voices and in one order, to be compared."""
    claims = [claim for each in annotations.values() for claim in each.claims]
    attributions = [item for each in annotations.values() for item in each.attributions]
    voiced = {claim.id: claim for claim in derive_voices(claims, attributions)}
    return {
        sentence: replace(
            each,
            claims=tuple(sorted((voiced[claim.id] for claim in each.claims), key=_order)),
            attributions=tuple(sorted(each.attributions, key=lambda item: item.id)),
        )
        for sentence, each in annotations.items()
    }


def _order(claim: Claim) -> tuple[int, int, str]:
    first = claim.spans[0] if claim.spans else None
    return (first.start, first.end, claim.id) if first else (1 << 60, 0, claim.id)


def _unvoice(annotation: Annotation) -> Annotation:
    """Return the annotation as the store keeps it: that a claim is attributed is derived."""
    claims = tuple(
        replace(claim, voice=None) if claim.voice == "attributed" else claim
        for claim in annotation.claims
    )
    return replace(annotation, claims=claims)


def _make_key(layer: str, changes: list[Change]) -> str:
    """Return a key that the same change has each time, so that repeating it is harmless."""
    try:
        said = _ENCODER.encode((layer, changes))
    except UnicodeEncodeError:  # half of a pair: the store will say where
        said = repr((layer, changes)).encode("utf-8", "surrogatepass")
    return f"sync-{hashlib.sha256(said).hexdigest()}"
