"""The suggestions of one session: asked for as documents are opened, and what a view is told."""

from __future__ import annotations

from typing import Any

import msgspec

from workbench.model import Claim
from workbench.scheme import Scheme
from workbench.session.focus import Focus, mend
from workbench.session.offers import Look, Offer, Offers, arrange
from workbench.session.sheet import Sheet
from workbench.session.sources import SuggestionPlan, has_sources, read_offers
from workbench.store import Store

Json = dict[str, Any]

KEPT_DOCUMENTS = 16


class Offering:
    """What is suggested to one annotator.

    A source is asked when a document is opened, once; the last few answers are kept.

    Parameters
    ----------
    store, scheme, layer
        Where the session works.
    plan
        Who suggests, and what is held back.
    """

    def __init__(self, store: Store, scheme: Scheme, layer: str, plan: SuggestionPlan) -> None:
        self._store, self._scheme, self._layer, self._plan = store, scheme, layer, plan
        self._is_on = has_sources(store, plan)
        self._made: dict[str, tuple[list[Any], list[Offer], list[str]]] = {}
        self._told: Json = {}

    def of(self, sheet: Sheet) -> Offers:
        """Return the suggestions for a document as they stand now."""
        if not self._is_on:
            return Offers(sheet.id)
        offers, _ = self._make(sheet)
        verdicts = self._store.verdicts(self._layer, sheet.id)

        def is_assigned(sentence: str) -> bool:
            return self._plan.is_held_back(sheet.id, sentence)

        return Offers(sheet.id, offers, is_assigned, verdicts)

    def problems(self, sheet: Sheet | None) -> list[str]:
        """Return what went wrong with the suggestions for a document, one sentence each."""
        return self._make(sheet)[1] if self._is_on and sheet is not None else []

    def arrive(self, sheet: Sheet, sentence: str) -> Focus:
        """Return the focus on a sentence: on its first suggestion, where one is shown."""
        look = self.of(sheet).look(sheet.draft)
        return Focus(sentence, suggestion=next(iter(arrange(look, sentence)), None))

    def mend(self, focus: Focus, sheet: Sheet) -> Focus:
        """Return `focus` without what is gone; where nothing is left, the first suggestion."""
        mended = mend(focus, sheet.draft)
        if mended.card or mended.attribution or mended.armed:
            return mended
        return self.arrive(sheet, focus.sentence)

    def _make(self, sheet: Sheet) -> tuple[list[Offer], list[str]]:
        # Where sentences were split or merged, the old suggestions would name those before.
        sentences = [(ref.sentence, ref.start, ref.end) for ref in sheet.stored.sentences]
        if sheet.id not in self._made or self._made[sheet.id][0] != sentences:
            made = read_offers(self._store, self._scheme, self._plan, sheet.stored)
            self._made[sheet.id] = (sentences, *made)
            while len(self._made) > KEPT_DOCUMENTS:
                del self._made[next(iter(self._made))]
        return self._made[sheet.id][1:]

    def dump(self, sheet: Sheet | None) -> Json:
        """Return what a view shows of suggestions, by sentence; nothing of what is held back."""
        if not self._is_on or sheet is None:
            return {}
        offers = self.of(sheet)
        look = offers.look(sheet.draft)
        dumped: Json = {}
        for ref in sheet.stored.sentences:
            held = self._plan.held_back > 0 and offers.is_held(sheet.draft, ref.sentence)
            if held or ref.sentence in offers.revealed:
                dumped[ref.sentence] = _make_part(held=held, revealed=not held)
        for sentence in look.by_sentence:
            part = dumped.setdefault(sentence, _make_part())
            for name, depth in arrange(look, sentence).items():
                part["items"].append(dump_offer(look.visible[name], look, depth))
        self._told = dumped
        return dumped

    def dump_changes(self, sheet: Sheet) -> Json | None:
        """Return the sentences whose suggestions a view shows otherwise now, ``None`` for none."""
        before = self._told
        now = self.dump(sheet)
        gone = {sentence: _make_part() for sentence in before if sentence not in now}
        changed = {sentence: part for sentence, part in now.items() if part != before.get(sentence)}
        return {**gone, **changed} or None


def _make_part(*, held: bool = False, revealed: bool = False) -> Json:
    return {"held": held, "revealed": revealed, "items": []}


def dump_offer(offer: Offer, look: Look, depth: int) -> Json:
    """Return a suggestion as a view shows it; a target that was taken is the annotator's own."""
    item = msgspec.to_builtins(offer.item)
    if not isinstance(offer.item, Claim):
        item["targets"] = [look.own.get(each, each) for each in offer.item.targets]
    kind = "claim" if isinstance(offer.item, Claim) else "attribution"
    return {**item, "id": offer.id, "kind": kind, "score": offer.score, "depth": depth}
