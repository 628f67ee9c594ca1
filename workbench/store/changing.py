"""The part of a store that changes sentences, and tells whether they were changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.store import documents, resegmenting, segments
from workbench.store.annotations import check_names
from workbench.store.boundaries import Plan, plan_merge, plan_split
from workbench.store.database import Database
from workbench.store.people import refuse_withdrawn
from workbench.store.renumbering import Author
from workbench.store.values import Resegmented, Touched


class SentenceChanges:
    """Splitting and merging sentences, for everybody."""

    _database: Database

    if TYPE_CHECKING:

        def _now(self) -> str: ...

    def split_sentence(
        self,
        document_id: str,
        sentence_id: str,
        at: int,
        *,
        based_on: int,
        layer: str,
        key: str,
        active_s: float | None = None,
    ) -> Resegmented:
        """Make two sentences of one, for everybody, and carry along what each layer has said.

        This is one action of `layer`, which an undo takes back, and one more revision of the
        segmentation. The decisions on the sentence are void; gold keeps its own.

        Parameters
        ----------
        at
            The code point before which the second one begins.

        Raises
        ------
        EditError
            Where no sentence may end: inside a word, at an edge.
        ConflictError
            Where the newest segmentation is not `based_on`.
        """
        author = Author(layer, key, self._now(), active_s)
        return self._change_sentences(
            document_id,
            based_on,
            author,
            lambda text, rows: plan_split(document_id, text, rows, sentence_id, at, key),
        )

    def merge_sentences(
        self,
        document_id: str,
        sentence_id: str,
        *,
        based_on: int,
        layer: str,
        key: str,
        active_s: float | None = None,
    ) -> Resegmented:
        """Make one sentence of this one and the next; else as `split_sentence`.

        Raises
        ------
        EditError
            Where there is no next one, one of the two is boilerplate, or gold has decided only one.
        """
        author = Author(layer, key, self._now(), active_s)
        return self._change_sentences(
            document_id,
            based_on,
            author,
            lambda _, rows: plan_merge(document_id, rows, sentence_id, key),
        )

    def _change_sentences(
        self,
        document_id: str,
        based_on: int,
        author: Author,
        make_plan: Callable[[str, Sequence[Any]], Plan],
    ) -> Resegmented:
        check_names(author.layer, author.key)
        with self._database.writing() as connection:
            resegmenting.lock_project(connection)
            refuse_withdrawn(connection, author.layer)
            document = documents.find_document(connection, document_id, lock=True)
            known = resegmenting.find_resegmented(connection, author.key)
            if known is not None:
                return known
            segments.check_newest(document, based_on)
            plan = make_plan(document.text, documents.read_live(connection, document))
            step = self._database.step
            return resegmenting.change_sentences(connection, document, plan, author, step)

    def get_touched(self, document_id: str, sentence_ids: Iterable[str]) -> tuple[Touched, ...]:
        """Return what each layer says of some sentences: what a split or merge would carry."""
        with self._database.reading() as connection:
            document = documents.find_document(connection, document_id)
            return resegmenting.read_touched(connection, document, sentence_ids)

    def get_outline(self, document_id: str) -> tuple[int, int]:
        """Return the number of a document's segmentation, and the position of its first sentence.

        Whoever has the document open asks whether it is still as it was read.
        """
        with self._database.reading() as connection:
            return documents.read_outline(connection, document_id)

    def sentence_order(self, document_id: str) -> tuple[str, ...]:
        """Return the ids of all sentences that a document has or had, in the order of the text."""
        with self._database.reading() as connection:
            return documents.read_order(connection, document_id)
