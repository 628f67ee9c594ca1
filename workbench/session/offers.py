"""Suggestions for one document: checked against it, told apart by what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from workbench.model import Annotation, Attribution, Claim
from workbench.model.record import Frozen
from workbench.session.draft import Draft
from workbench.session.groups import Groups
from workbench.store import StoredVerdict, Verdict, VerdictName

Item = Claim | Attribution


class Offer(Frozen, frozen=True):
    """A suggestion that fits the document.

    `id` follows from what it says and who says it, so that it is the same after another import.
    The item keeps the id that the system gave it; the targets of an attribution are ids of offers.
    """

    id: str
    item: Item
    score: float | None = None


@dataclass(frozen=True)
class Look:
    """How the offers stand beside what the annotator says.

    `own` holds, by offer, the annotator's item that says the same (taken, or marked by hand);
    `visible` the offers that are to be shown, what they need before them.
    """

    own: dict[str, str]
    visible: dict[str, Offer]

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each of the visible offers stands, what is needed first."""
        return {name: place for place, name in enumerate(self.visible)}

    @cached_property
    def holders(self) -> dict[str, list[str]]:
        """The visible offers that have an offer as a target."""
        holders: dict[str, list[str]] = {}
        for name, offer in self.visible.items():
            for target in _targets(offer):
                holders.setdefault(target, []).append(name)
        return holders

    @cached_property
    def by_sentence(self) -> dict[str, list[Offer]]:
        """The visible offers of each sentence that has any."""
        found: dict[str, list[Offer]] = {}
        for offer in self.visible.values():
            found.setdefault(offer.item.sentence, []).append(offer)
        return found


class Offers:
    """The suggestions for one document in front of one annotator.

    Parameters
    ----------
    document_id
        The document.
    offers
        What is suggested, as `make_offers` returns it.
    is_assigned
        Answers whether a sentence is one of those that are first shown without suggestions.
    verdicts
        What the annotator has said of suggestions for this document, oldest first.
    """

    def __init__(
        self,
        document_id: str,
        offers: Sequence[Offer] = (),
        is_assigned: Callable[[str], bool] | None = None,
        verdicts: Iterable[StoredVerdict] = (),
    ) -> None:
        self.document_id = document_id
        self.by_id = {each.id: each for each in offers}
        self._groups = Groups(
            {each.id: each.item.sentence for each in offers},
            {each.id: _targets(each) for each in offers},
        )
        self._is_assigned = is_assigned or (lambda _sentence: False)
        self._said: dict[str, Verdict] = {}
        self._owners: dict[str, str] = {}
        self.revealed: set[str] = set()
        self.hear(each.verdict for each in verdicts)

    def hear(self, verdicts: Iterable[Verdict]) -> None:
        """Take note of verdicts, oldest first."""
        for each in verdicts:
            self._said[each.item] = each
            if each.verdict == "held":
                self.revealed.add(each.sentence)
            if each.own:
                self._owners[each.own] = each.sentence

    def after(self, verdicts: Iterable[Verdict]) -> Offers:
        """Return the offers as they stand once `verdicts` are saved too."""
        then = copy(self)
        then._said = dict(self._said)  # noqa: SLF001 (a copy of this very object)
        then._owners = dict(self._owners)  # noqa: SLF001
        then.revealed = set(self.revealed)
        then.hear(verdicts)
        return then

    def near(self, sentences: Iterable[str]) -> list[Offer]:
        """Return the offers of `sentences`, and all that hang together with them."""
        return [self.by_id[name] for name in self._groups.near(sentences)]

    def find_touched(self, annotation: Annotation) -> set[str]:
        """Return the sentences whose offers may look otherwise where `annotation` is said or not.

        Those are its own, and those that its items were taken from: an item may have moved on.
        """
        items: list[Item] = [*annotation.claims, *annotation.attributions]
        taken_from = {self._owners[each.id] for each in items if each.id in self._owners}
        return {annotation.sentence, *taken_from}

    def said(self, offer_id: str) -> VerdictName:
        """Return the newest verdict on an offer."""
        verdict = self._said.get(offer_id)
        return verdict.verdict if verdict else "open"

    def is_held(self, draft: Draft, sentence: str) -> bool:
        """Answer whether the suggestions for a sentence wait until it is decided."""
        if sentence in self.revealed or draft.decision(sentence).status != "open":
            return False
        return self._is_assigned(sentence)

    def look(self, draft: Draft, sentences: Iterable[str] | None = None) -> Look:
        """Return how the offers stand beside what `draft` says.

        With `sentences` only theirs, and those that hang together with them: an article may have
        thousands.
        """
        look = Look({}, {})
        offers = list(self.by_id.values()) if sentences is None else self.near(sentences)
        if not offers:
            return look
        homes = {offer.item.sentence for offer in offers}
        same = _index(draft, homes)
        held = {each: self.is_held(draft, each) for each in homes}
        for offer in offers:
            own = self._find_own(offer, draft, same, look.own)
            if own is not None:
                look.own[offer.id] = own
            elif not held[offer.item.sentence] and self._is_open(offer, look):
                look.visible[offer.id] = offer
        return look

    def _is_open(self, offer: Offer, look: Look) -> bool:
        if self.said(offer.id) in ("taken", "refused"):
            return False
        # Who refused what it speaks of, or deleted it, is not asked about it.
        return all(each in look.own or each in look.visible for each in _targets(offer))

    def _find_own(
        self, offer: Offer, draft: Draft, same: Mapping[Any, str], own: Mapping[str, str]
    ) -> str | None:
        verdict = self._said.get(offer.id)
        if verdict and verdict.verdict == "taken" and verdict.own:
            items = draft.claims if isinstance(offer.item, Claim) else draft.attributions
            if verdict.own in items:
                return verdict.own
        if not all(each in own for each in _targets(offer)):
            return None
        return same.get(describe_item(offer.item, tuple(own[each] for each in _targets(offer))))

    def say(self, offer_id: str, verdict: VerdictName, own: str | None = None) -> Verdict:
        """Return a verdict on an offer."""
        offer = self.by_id[offer_id]
        content = {
            "kind": "claim" if isinstance(offer.item, Claim) else "attribution",
            "score": offer.score,
            **msgspec.to_builtins(offer.item),
        }
        return Verdict(self.document_id, offer.item.sentence, offer_id, verdict, own, content)


def describe_item(item: Item, targets: Iterable[str]) -> tuple[Any, ...]:
    """Return what makes two items say the same: words and labels, not ids, notes or origins."""
    if isinstance(item, Claim):
        return ("claim", item.spans, None if item.spans else (item.sentence, item.proposition))
    return (
        "attribution",
        item.source.spans,
        item.source.realization,
        None if item.cue or item.source.spans else item.sentence,
        item.cue,
        item.anchor,
        item.stance,
        item.certainty,
        frozenset(targets),
    )


def _index(draft: Draft, homes: set[str]) -> dict[tuple[Any, ...], str]:
    """Return the items of some sentences by what they say: what says the same has the same home."""
    items: tuple[Item, ...] = (*draft.claims.values(), *draft.attributions.values())
    return {
        describe_item(each, () if isinstance(each, Claim) else each.targets): each.id
        for each in items
        if each.sentence in homes
    }


def find_dependents(look: Look, offer_id: str) -> list[Offer]:
    """Return an offer and what is shown only together with it, what is needed first."""
    found = {offer_id}
    waiting = [offer_id]
    while waiting:
        new = [each for each in look.holders.get(waiting.pop(), ()) if each not in found]
        found.update(new)
        waiting.extend(new)
    return [look.visible[each] for each in sorted(found, key=look.places.__getitem__)]


def arrange(look: Look, sentence: str) -> dict[str, int]:
    """Return what is shown for a sentence in the order of its cards, each with its depth.

    A card is a claim and those who hold it, outermost first; what speaks of claims elsewhere comes
    after the cards.
    """
    here = {each.id: each for each in look.by_sentence.get(sentence, ())}
    order: dict[str, int] = {}
    for offer in sorted(here.values(), key=_first):
        if isinstance(offer.item, Claim):
            order[offer.id] = 0
            rows = [each for each in find_dependents(look, offer.id)[1:] if each.id in here]
            _arrange_rows(rows, order)
    _arrange_rows([each for each in here.values() if each.id not in order], order)
    return order


def _arrange_rows(rows: Sequence[Offer], order: dict[str, int]) -> None:
    ids = {each.id: each for each in rows if isinstance(each.item, Attribution)}
    inner = {target for each in ids.values() for target in _targets(each)}

    def visit(offer: Offer, depth: int) -> None:
        if offer.id not in order:
            order[offer.id] = depth
            for target in _targets(offer):
                if target in ids:
                    visit(ids[target], depth + 1)

    for outer in sorted((each for each in ids.values() if each.id not in inner), key=_first):
        visit(outer, 0)


def _targets(offer: Offer) -> tuple[str, ...]:
    return offer.item.targets if isinstance(offer.item, Attribution) else ()


def _first(offer: Offer) -> tuple[int, str]:
    item = offer.item
    spans = item.spans if isinstance(item, Claim) else item.source.spans or item.cue or ()
    return (spans[0].start if spans else 2**31, offer.id)
