"""Splitting and merging sentences, and keeping up with what others did meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from workbench.errors import ConflictError, EditError, UnconfirmedError
from workbench.session.focus import Focus, mend
from workbench.session.operations import FOCUS, STEPS
from workbench.session.reply import Json, Reply
from workbench.session.wording import refusal

if TYPE_CHECKING:
    from workbench.model import Annotation
    from workbench.session.judging import Refused
    from workbench.session.sheet import Sheet
    from workbench.store import Resegmented, Rule, Store, Verdict

HARMLESS = {*STEPS, *FOCUS, "goto", "undo", "redo", "settings"}
"""What certifies nothing that is on the screen: it may go on where sentences have changed."""


class Boundaries:
    """The part of a session that knows that sentences can change."""

    store: Store
    layer: str
    own_layer: str
    _focus: Focus
    _sheet: Sheet | None
    _refused: Refused

    if TYPE_CHECKING:

        @property
        def sheet(self) -> Sheet: ...  # noqa: D102
        def _delta(self, sentences: Iterable[str] = ()) -> Json: ...
        def _save(
            self,
            key: str,
            name: str,
            changes: dict[str, Annotation],
            active_s: float | None,
            verdicts: Sequence[Verdict] = (),
            rules: Sequence[Rule] = (),
        ) -> set[str]: ...
        def _leave_withdrawn(self, *, is_edit: bool) -> None: ...
        def _name(self, pseudonym: str) -> str: ...
        def _word(self, key: str, **values: str | int) -> str: ...

    def _catch_up(self, name: str, key: str) -> bool:
        """Read the open document again where its sentences have changed; tells whether they had.

        An edit of a sentence that is no more is refused: the person has not seen what it would be
        done to.
        """
        sheet = self._sheet
        if sheet is None or self.store.get_outline(sheet.id) == sheet.outline:
            return False
        if not self.store.has_document(sheet.id):
            self._leave_withdrawn(is_edit=name not in HARMLESS)
            return True
        start = sheet.ref(self._focus.sentence).start
        sheet.reload()
        if sheet.sentence_of(self._focus.sentence) is not None:
            self._focus = mend(self._focus, sheet.draft)
            return True
        self._focus = Focus(sheet.draft.sentence_at(start))
        if name not in HARMLESS and not self.store.has_action(key):
            raise _make_gone()
        return True

    def _split(
        self, *, key: str, at: int, confirmed: bool = False, active_s: float | None = None
    ) -> Reply:
        sheet = self.sheet
        sentence = sheet.draft.sentence_at(at)
        self._confirm([sentence], key, confirmed=confirmed)
        with _in_words():
            made = self.store.split_sentence(
                sheet.id,
                sentence,
                at,
                based_on=sheet.stored.segmentation,
                layer=self.layer,
                key=key,
                active_s=active_s,
            )
        return self._show_change(made, "split")

    def _merge(
        self,
        *,
        key: str,
        sentence: str | None = None,
        confirmed: bool = False,
        active_s: float | None = None,
    ) -> Reply:
        sheet = self.sheet
        if self.store.has_action(key):  # the answer was lost, the sentences are merged
            return Reply(self._delta(), self._word("done.merge"), opened=True)
        here = sheet.ref(sentence or self._focus.sentence)
        refs = sheet.stored.sentences
        after = refs[refs.index(here) + 1 :][:1]
        self._confirm([here.sentence, *(r.sentence for r in after)], key, confirmed=confirmed)
        with _in_words():
            made = self.store.merge_sentences(
                sheet.id,
                here.sentence,
                based_on=sheet.stored.segmentation,
                layer=self.layer,
                key=key,
                active_s=active_s,
            )
        return self._show_change(made, "merge")

    def _show_change(self, made: Resegmented, name: str) -> Reply:
        self.sheet.reload()
        known = [each.id for each in made.came if self.sheet.sentence_of(each.id) is not None]
        if known:
            self._focus = Focus(known[0])
        # Not how much: nobody is to see what others found before they have decided themselves.
        others = any(layer != self.layer for layer in made.carried)
        carried = self._word("carried") if others else ""
        return Reply(self._delta(), f"{self._word(f'done.{name}')} {carried}".rstrip(), opened=True)

    def _confirm(self, sentences: Sequence[str], key: str, *, confirmed: bool) -> None:
        """Refuse to move what others have said, unless the person has been told."""
        if confirmed or self.store.has_action(key):
            return
        touched = self.store.get_touched(self.sheet.id, sentences)
        others = [each for each in touched if each.layer != self.layer]
        if not others:
            return
        if self.layer == self.own_layer:
            # How many, and neither who nor what: see above.
            raise refusal("others_here", kind=UnconfirmedError, count=len(others))
        people = tuple(
            f"{self._name(each.layer.removeprefix('annotator:'))} ({each.claims})"
            for each in others
        )
        raise refusal("others_work", kind=UnconfirmedError, subject=others, people=people)

    def _resolve(self, *, key: str, choice: str) -> Reply:
        """Settle a conflict: ``mine`` saves what was refused over what came first."""
        if choice not in ("mine", "theirs"):
            raise EditError(f"Expected mine or theirs, got {choice!r}.")
        mine, verdicts, rules = self._refused
        redraw = set(mine)
        if choice == "mine":
            redraw |= self._save(key, "resolve", mine, None, verdicts, rules)
        self._refused = ({}, (), ())  # not before: a store that cannot be reached is asked again
        self._focus = mend(self._focus, self.sheet.draft)
        return Reply(self._delta(redraw), self._word("done.resolve"))


@contextmanager
def _in_words() -> Iterator[None]:
    """Raise what the store refuses as an error that knows its text in every language."""
    try:
        yield
    except EditError as error:
        known = {
            "edge": refusal("split_edge"),
            "word": refusal("split_word"),
            "empty": refusal("split_empty"),
            "last": refusal("merge_last"),
            "kinds": refusal("merge_kinds"),
            "gold": refusal("merge_gold"),
        }
        raise known.get(str(error.subject), error) from error


def _make_gone() -> ConflictError:
    text = refusal("sentences_changed")
    return ConflictError(text.message, mine={}, theirs={}, hint=text.hint, wording=text.wording)


def as_opened(reply: Reply) -> Reply:
    """Return `reply` such that all views get a whole snapshot."""
    return reply if reply.opened else msgspec.structs.replace(reply, opened=True)
