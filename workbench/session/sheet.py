"""The open document, and what the annotator has said about it, as the store has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workbench.errors import EditError
from workbench.model import Annotation, Sentence, Span
from workbench.session import wire
from workbench.session.draft import Draft
from workbench.store import (
    Action,
    Change,
    Rule,
    Saved,
    SentenceRef,
    Store,
    StoredAnnotation,
    Verdict,
)

if TYPE_CHECKING:
    from workbench.session.elsewhere import Elsewhere


class Sheet:
    """One document in front of one annotator.

    Parameters
    ----------
    store, layer
        Where the document lies, and whose answers are read and written.
    document_id
        The document to open; an unknown one is a `DocumentError`.
    """

    def __init__(self, store: Store, layer: str, document_id: str) -> None:
        self._store, self._layer = store, layer
        self.id = document_id
        self.reload()

    def reload(self) -> None:
        """Read the document and the annotations again."""
        self.stored = self._store.get_document(self.id)
        self._refs = {ref.sentence: ref for ref in self.stored.sentences}
        self._take(self._store.get_annotations(self.id, self._layer))

    def refresh(self) -> set[str]:
        """Read the annotations again, and return the sentences of which something else is said."""
        seen = self._annotations
        self._take(self._store.get_annotations(self.id, self._layer))
        return {*self.find_changes(seen), *(seen.keys() - self._annotations)}

    def _take(self, annotations: dict[str, StoredAnnotation]) -> None:
        self._annotations = annotations
        self.draft = Draft(
            self.stored.document.text,
            [Sentence(ref.sentence, ref.start, ref.end) for ref in self.stored.sentences],
            {sentence: stored.annotation for sentence, stored in annotations.items()},
        )

    @property
    def outline(self) -> tuple[int, int]:
        """What `Store.get_outline` said when the document was read."""
        refs = self.stored.sentences
        return self.stored.segmentation, refs[0].position if refs else 0

    def dump_document(self) -> dict[str, Any]:
        """Return the document as plain data, with which sentences its person was given."""
        return wire.dump_document(self.stored, self._store.given(self.id, self._layer))

    def ref(self, sentence: str) -> SentenceRef:
        """Return a sentence of this document by its id."""
        if sentence not in self._refs:
            raise EditError(f"Expected a sentence of this document, got {sentence!r}.")
        return self._refs[sentence]

    def find(self, sentence: str, quote: str, occurrence: int = 0) -> Span:
        """Return where `quote` stands in a sentence; `occurrence` counts from 0."""
        ref = self.ref(sentence)
        start = ref.start - 1
        for _ in range(occurrence + 1):
            start = self.stored.document.text.find(quote, start + 1, ref.end)
            if start < 0:
                raise EditError(f"Expected {quote!r} in sentence {ref.sentence}, it is not there.")
        return Span(start, start + len(quote), quote)

    def revision(self, sentence: str) -> int:
        """Return the number of the newest revision that was read or written, 0 before the first."""
        stored = self._annotations.get(sentence)
        return stored.revision if stored else 0

    def find_changes(self, seen: Mapping[str, StoredAnnotation]) -> dict[str, StoredAnnotation]:
        """Return what is said otherwise than `seen`, by sentence."""
        return {
            sentence: stored
            for sentence, stored in self._annotations.items()
            if sentence not in seen or seen[sentence].revision != stored.revision
        }

    def save(
        self,
        key: str,
        name: str,
        changes: Mapping[str, Annotation],
        active_s: float | None,
        verdicts: Sequence[Verdict] = (),
        rules: Sequence[Rule] = (),
        elsewhere: Elsewhere | None = None,
    ) -> set[str]:
        """Commit `changes` as one action, and return the sentences to draw again.

        Those are the changed ones and those whose claims now have another voice. What changes
        `elsewhere` is part of the action.
        """
        before = self.draft.voiced()
        saved = self._store.save(
            Action(
                key=key,
                layer=self._layer,
                name=name,
                changes=(
                    *(
                        Change(self.id, annotation, self.revision(sentence))
                        for sentence, annotation in changes.items()
                    ),
                    *(() if elsewhere is None else elsewhere.changes()),
                ),
                active_s=active_s,
                verdicts=tuple(verdicts),
                rules=tuple(rules),
                links=() if elsewhere is None else elsewhere.said,
            )
        )
        if elsewhere is not None:
            elsewhere.commit()
        self._settle(changes, saved)
        after = self.draft.voiced()
        revoiced = {
            claim.sentence for claim in after.values() if before.get(claim.id, claim) != claim
        }
        return revoiced | set(changes)

    def _settle(self, changes: Mapping[str, Annotation], saved: Saved) -> None:
        for sentence, annotation in changes.items():
            revision = saved.revisions[self.id, sentence]
            self._annotations[sentence] = StoredAnnotation(annotation, revision)
        self.draft = self.draft.settle(changes)

    def dump(self, sentences: Iterable[str] | None = None) -> dict[str, Any]:
        """Return what is said of `sentences` (all of them by default), as plain data.

        A sentence whose answer was taken back entirely is there too, with nothing in it.
        """
        chosen = self._annotations if sentences is None else sentences
        return wire.dump_annotations(self.draft, self._annotations, chosen)

    def sentence_of(self, item_id: str) -> str | None:
        """Return the sentence that `item_id` is, or that the claim or attribution names."""
        if item_id in self._refs:
            return item_id
        item = self.draft.claims.get(item_id) or self.draft.attributions.get(item_id)
        return item.sentence if item else None
