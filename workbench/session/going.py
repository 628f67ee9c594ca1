"""Going on, or to any sentence, claim or document by its id, and what a view may ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.errors import UsageError
from workbench.model import Attribution
from workbench.session.desk import find_card
from workbench.session.focus import Focus
from workbench.session.reply import Json, Reply
from workbench.session.searching import MOST, search
from workbench.session.sheet import Sheet
from workbench.session.wording import refusal
from workbench.store import ClaimFilter
from workbench.text import direction_of, fold_key

if TYPE_CHECKING:
    from workbench.scheme import Scheme
    from workbench.session.draft import Draft
    from workbench.store import ListedClaim, SentenceRef, Store

OFFERED = 12
"""At most so many sources are offered."""


class Going:
    """The part of a session that finds its way."""

    store: Store
    scheme: Scheme
    layer: str
    language: str
    _focus: Focus
    _sheet: Sheet | None

    if TYPE_CHECKING:

        @property
        def sheet(self) -> Sheet: ...  # noqa: D102
        def _delta(self, sentences: Iterable[str] = ()) -> Json: ...
        def _move(self, ref: SentenceRef) -> Reply: ...
        def _word(self, key: str, **values: str | int) -> str: ...
        def _find_next(
            self, position: int, step: int, *, only_open: bool
        ) -> SentenceRef | None: ...
        def _refuse_closed(self, ref: SentenceRef) -> None: ...
        def _dump_clusters(self, more: Iterable[str | None] = ()) -> Json: ...
        def _list_candidates(self) -> Json: ...
        def _list_entities(self) -> Json: ...
        def _list_register(self) -> Json: ...
        def _choose_given(self, refs: Sequence[SentenceRef]) -> SentenceRef | None: ...

    def _step(self, step: int, *, only_open: bool) -> Reply:
        position = self.sheet.ref(self._focus.sentence).position
        ref = self._find_next(position, step, only_open=only_open)
        if ref is None and only_open:
            # What was passed over lies on the other side.
            edge = -1 if step > 0 else self.store.progress(self.layer).sentences
            ref = self._find_next(edge, step, only_open=True)
        if ref is None:
            return Reply(self._delta(), self._word("no_open" if only_open else "no_sentence"))
        return self._move(ref)

    def _goto(
        self,
        *,
        key: str,
        position: int | None = None,
        item_id: str | None = None,
        document: str | None = None,
    ) -> Reply:
        del key
        if item_id is not None:
            found = self._find(item_id, document)
            self._refuse_closed(found)
            reply = self._move(found)
            self._point_at(item_id)
            return Reply(self._delta(), reply.say, reply.opened)
        ref = None if position is None else self.store.sentence_at(position)
        if ref is None:
            last = self.store.progress(self.layer).sentences
            raise refusal("no_sentence", last=last, number=(position or 0) + 1)
        self._refuse_closed(ref)
        return self._move(ref)

    def _find(self, item_id: str, document: str | None) -> SentenceRef:
        """Return the sentence that `item_id` is or belongs to, in this article or in another."""
        if document in (None, self.sheet.id) and self.sheet.sentence_of(item_id) is not None:
            return _find_in(self.sheet, item_id)[0]
        if document is None and self.store.has_document(item_id):
            first = self._choose_given(self.store.get_document(item_id).sentences)
            if first is not None:
                return first
        names = self.store.documents_with(item_id) if document is None else (document,)
        sheets = (Sheet(self.store, self.layer, each) for each in names)
        found = [ref for sheet in sheets for ref in _find_in(sheet, item_id)]
        if len(found) > 1:
            listed = tuple(ref.document for ref in found)
            raise refusal("several_places", subject=item_id, id=repr(item_id), documents=listed)
        if not found:
            raise refusal("unknown_id", subject=item_id, id=repr(item_id))
        return found[0]

    def _point_at(self, item_id: str) -> None:
        """Put the claim or attribution that was gone to in focus."""
        draft, sentence = self.sheet.draft, self._focus.sentence
        if item_id in draft.claims:
            self._focus = Focus(sentence, item_id)
        elif item_id in draft.attributions:
            self._focus = Focus(sentence, find_card(draft, item_id), item_id)

    # -- questions of a view, which change nothing ---------------------------------------------

    def ask(self, name: str, **args: Any) -> Json:
        """Answer a question of `docs/widget-protocol.md`: such as ``claims``, ``search``.

        Raises
        ------
        UsageError
            There is no such question, or the query has no words.
        """
        questions: dict[str, Callable[..., Json]] = {
            "candidates": self._list_candidates,
            "claims": self._list_claims,
            "entities": self._list_entities,
            "register": self._list_register,
            "search": partial(search, self),
            "sources": self._offer_sources,
        }
        if name not in questions:
            raise UsageError(f"Expected one of {', '.join(questions)}, got {name!r}.")
        return questions[name](**args)

    def _list_claims(self, first: int = 0, count: int = 50, **wanted: Any) -> Json:
        """Return this annotator's claims in all articles that a filter lets through."""
        try:
            chosen = msgspec.convert(wanted, ClaimFilter)
        except msgspec.ValidationError as error:
            raise UsageError(f"Expected a filter of claims, got another: {error}.") from error
        found = self.store.claims(self.layer, chosen, first=first, count=min(count, MOST))
        return {
            "claims": [_dump_listed(each) for each in found.claims],
            "rest": found.rest,
            "clusters": self._dump_clusters(each.claim.cluster for each in found.claims),
        }

    def _offer_sources(self, text: str = "") -> Json:
        """Return sources with `text` in their names: this article's, nearest first, then others."""
        here = _list_named(self.sheet.draft, self._focus, fold_key(" ".join(text.split())))
        known = {fold_key(each["name"]) for each in here}
        others = self.store.named_sources(self.layer, text, OFFERED + len(known))
        project: list[Json] = []
        for each in others:
            if fold_key(each.name) not in known:
                known.add(fold_key(each.name))
                project.append({"name": each.name, "count": each.count, "item": None})
        return {"text": text, "sources": [*here, *project][:OFFERED]}


def _find_in(sheet: Sheet, item_id: str) -> list[SentenceRef]:
    sentence = sheet.sentence_of(item_id)
    return [] if sentence is None else [sheet.ref(sentence)]


def _list_named(draft: Draft, focus: Focus, key: str) -> list[Json]:
    """Return the sources that an article names, each once: before the focus, nearest first."""
    order = {sentence.id: place for place, sentence in enumerate(draft.sentences)}
    here = order.get(focus.sentence, 0)

    def distance(attribution: Attribution) -> tuple[bool, int]:
        place = order.get(attribution.sentence, 0)
        return (place > here, abs(here - place))

    named: dict[str, Json] = {}
    for attribution in sorted(draft.attributions.values(), key=distance):
        name = " ".join(span.text for span in attribution.source.spans)
        folded = fold_key(name)
        if name and key in folded:
            found = named.setdefault(folded, {"name": name, "count": 0, "item": attribution.id})
            found["count"] += 1
    return sorted(named.values(), key=lambda each: not fold_key(each["name"]).startswith(key))


def _dump_listed(listed: ListedClaim) -> Json:
    return {**msgspec.to_builtins(listed), "dir": direction_of(listed.language)}
