"""The suggestions of one session: asked for as documents are opened, and what a view is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec

from workbench.model import Claim
from workbench.scheme import Scheme
from workbench.session.focus import Focus, mend
from workbench.session.offers import Look, Offer, Offers, arrange
from workbench.session.sheet import Sheet
from workbench.session.sources import SuggestionPlan, has_sources, read_offers
from workbench.store import Store, StoredAnnotation

Json = dict[str, Any]

KEPT_DOCUMENTS = 16
_FEW = 500


@dataclass
class _Standing:
    """What is known of the suggestions for the open document, and of what its view was told.

    Every operation asks for it, and an article may have thousands of suggestions: so only those
    near `stale` sentences are looked at again.
    """

    place: tuple[str, Any]
    offers: Offers
    seen: dict[str, StoredAnnotation]
    told: Json | None = None
    stale: set[str] = field(default_factory=set)


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
        self._standing: _Standing | None = None

    def of(self, sheet: Sheet) -> Offers:
        """Return the suggestions for a document as they stand now."""
        return self._stand(sheet).offers if self._is_on else Offers(sheet.id)

    def _stand(self, sheet: Sheet) -> _Standing:
        """Bring what is known of a document to what its sheet says: only what has changed."""
        standing = self._standing
        if standing is None or standing.place != (sheet.id, sheet.outline):
            standing = self._begin(sheet)
        changed = sheet.find_changes(standing.seen)
        if changed:
            few = changed if len(changed) <= _FEW else None
            verdicts = self._store.verdicts(self._layer, sheet.id, few)
            before = [standing.seen[each] for each in changed if each in standing.seen]
            standing.offers.hear(each.verdict for each in verdicts)
            standing.seen.update(changed)
            for each in (*before, *changed.values()):
                standing.stale |= standing.offers.find_touched(each.annotation)
        return standing

    def _begin(self, sheet: Sheet) -> _Standing:
        def is_assigned(sentence: str) -> bool:
            return self._plan.is_held_back(sheet.id, sentence)

        offers, _ = self._make(sheet)
        verdicts = self._store.verdicts(self._layer, sheet.id)
        self._standing = _Standing(
            place=(sheet.id, sheet.outline),
            offers=Offers(sheet.id, offers, is_assigned, verdicts),
            seen=dict(sheet.find_changes({})),
        )
        return self._standing

    def problems(self, sheet: Sheet | None) -> list[str]:
        """Return what went wrong with the suggestions for a document, one sentence each."""
        return self._make(sheet)[1] if self._is_on and sheet is not None else []

    def arrive(self, sheet: Sheet, sentence: str) -> Focus:
        """Return the focus on a sentence: on its first suggestion, where one is shown."""
        look = self.of(sheet).look(sheet.draft, [sentence])
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
        standing = self._stand(sheet)
        if standing.told is None:
            look = standing.offers.look(sheet.draft)
            parts = {
                ref.sentence: self._dump_part(standing.offers, look, sheet, ref.sentence)
                for ref in sheet.stored.sentences
            }
            standing.told = {name: part for name, part in parts.items() if part is not None}
            standing.stale.clear()
        else:
            self._refresh(standing, sheet)
        return dict(standing.told)

    def dump_changes(self, sheet: Sheet) -> Json | None:
        """Return the sentences whose suggestions a view shows otherwise now, ``None`` for none."""
        if not self._is_on:
            return None
        standing = self._stand(sheet)
        if standing.told is None:
            return self.dump(sheet) or None
        return self._refresh(standing, sheet) or None

    def _refresh(self, standing: _Standing, sheet: Sheet) -> Json:
        """Look again at what may have changed, and return what did."""
        offers, told = standing.offers, standing.told
        if not standing.stale or told is None:
            return {}
        look = offers.look(sheet.draft, standing.stale)
        homes = {offer.item.sentence for offer in offers.near(standing.stale)}
        changes = {}
        for sentence in homes | standing.stale:
            part = self._dump_part(offers, look, sheet, sentence)
            if part == told.get(sentence):
                continue
            changes[sentence] = _make_part() if part is None else part
            told.pop(sentence, None)
            if part is not None:
                told[sentence] = part
        standing.stale.clear()
        return changes

    def _dump_part(self, offers: Offers, look: Look, sheet: Sheet, sentence: str) -> Json | None:
        held = self._plan.held_back > 0 and offers.is_held(sheet.draft, sentence)
        revealed = not held and sentence in offers.revealed
        if not held and not revealed and sentence not in look.by_sentence:
            return None
        part = _make_part(held=held, revealed=revealed)
        for name, depth in arrange(look, sentence).items():
            part["items"].append(dump_offer(look.visible[name], look, depth))
        return part


def _make_part(*, held: bool = False, revealed: bool = False) -> Json:
    return {"held": held, "revealed": revealed, "items": []}


def dump_offer(offer: Offer, look: Look, depth: int) -> Json:
    """Return a suggestion as a view shows it; a target that was taken is the annotator's own."""
    item = msgspec.to_builtins(offer.item)
    if not isinstance(offer.item, Claim):
        item["targets"] = [look.own.get(each, each) for each in offer.item.targets]
    kind = "claim" if isinstance(offer.item, Claim) else "attribution"
    return {**item, "id": offer.id, "kind": kind, "score": offer.score, "depth": depth}
