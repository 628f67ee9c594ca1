"""The sentences that a person was given: where they begin, and what is not theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.errors import WithdrawnError
from workbench.session.wording import refusal

if TYPE_CHECKING:
    from workbench.session.focus import Focus
    from workbench.session.sheet import Sheet
    from workbench.store import SentenceRef, Store

ABOUT_A_SENTENCE = ("decide", "flag", "comment")
"""Operations about a sentence as a whole: of somebody else's they are refused.

What an annotation reaches beyond one's own sentences, it may: a claim lies where it lies.
"""


class Queueing:
    """The part of a session that knows what its person was given.

    Where nobody said who reads what, everything is everybody's.
    """

    store: Store
    layer: str
    _place: str
    _focus: Focus
    _sheet: Sheet | None

    if TYPE_CHECKING:

        @property
        def sheet(self) -> Sheet: ...  # noqa: D102
        def _open_first(self) -> None: ...
        def _find_open(self, position: int, step: int) -> SentenceRef | None: ...

    def _find_first(self) -> SentenceRef | None:
        """Return where the annotator was, else the first open sentence, else any."""
        place = self.store.get_place(self._place)
        ref = None if place is None else self.store.sentence_at(place)
        if ref is not None and self._may_open(ref):
            return ref
        for only_open in (True, False):
            ref = self._find_next(-1, 1, only_open=only_open)
            if ref is not None:
                return ref
        first = self.store.sentence_at(0)
        return first if first is not None and self._may_open(first) else None

    def _find_next(self, position: int, step: int, *, only_open: bool) -> SentenceRef | None:
        if only_open:
            return self._find_open(position, step)
        return self.store.next_sentence(
            position, layer=self.layer, step=step, only_open=False, given=True
        )

    def _find_empty(self) -> str | None:
        """Return why nothing is open: there are no ``articles``, or nothing in the ``queue``."""
        if self._sheet is not None:
            return None
        return "articles" if next(self.store.document_ids(), None) is None else "queue"

    def _may_open(self, ref: SentenceRef) -> bool:
        """Answer whether a sentence is of an article in which the person has something to read."""
        if not self.store.has_document(ref.document):
            return False
        given = self.store.given(ref.document, self.layer)
        return given is None or bool(given)

    def _refuse_closed(self, ref: SentenceRef) -> None:
        """Refuse to go to an article in which the person has been given nothing."""
        if self.store.has_document(ref.document) and not self._may_open(ref):
            after = self._find_next(ref.position, 1, only_open=False)
            number = "–" if after is None else str(after.position + 1)
            raise refusal("not_given_article", number=ref.position + 1, next=number)

    def _choose_given(self, refs: Sequence[SentenceRef]) -> SentenceRef | None:
        """Return the first sentence of a document that the person was given, else the first."""
        first = next(iter(refs), None)
        if first is None:
            return None
        given = self.store.given(first.document, self.layer)
        return next((ref for ref in refs if given is None or ref.sentence in given), first)

    def _refuse_not_given(self, name: str) -> None:
        """Refuse what is said of somebody else's sentence as a whole."""
        if name not in ABOUT_A_SENTENCE:
            return
        given = self.store.given(self.sheet.id, self.layer)
        if given is not None and self._focus.sentence not in given:
            raise refusal("not_given")

    def _leave_withdrawn(self, *, is_edit: bool) -> None:
        """Open another article in place of one that was withdrawn meanwhile."""
        left, self._sheet = self.sheet.id, None
        self._open_first()
        if is_edit:
            text = refusal("withdrawn")
            error = WithdrawnError(text.message, hint=text.hint, subject=left)
            error.wording = text.wording
            raise error
