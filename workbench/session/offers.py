"""Suggestions for one document: checked against it, told apart by what they say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import msgspec

from workbench.errors import EditError
from workbench.model import Attribution, Claim, Sentence, Span, Suggestion
from workbench.model.record import Frozen
from workbench.scheme import Scheme
from workbench.session.draft import Draft
from workbench.store import StoredDocument, StoredVerdict, Verdict, VerdictName

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


def make_offers(
    name: str, suggestions: Iterable[Suggestion], stored: StoredDocument, scheme: Scheme
) -> tuple[list[Offer], int]:
    """Return what fits the document, what is needed first, and how many suggestions do not fit.

    A suggestion does not fit where its words are not in the text at its offsets, a label is unknown
    to the scheme, or what it needs is not there or does not fit.
    """
    checker = _Checker(name, stored, scheme)
    waiting = {}
    misfits = 0
    for each in suggestions:
        if each.item.id in waiting:
            misfits += 1
        else:
            waiting[each.item.id] = each
    while True:
        fitting = [each for each in waiting.values() if checker.take(each)]
        for each in fitting:
            del waiting[each.item.id]
        if not fitting:
            return list(checker.offers.values()), misfits + len(waiting)


class _Checker:
    """Takes suggestions one after another, those that others need first."""

    def __init__(self, name: str, stored: StoredDocument, scheme: Scheme) -> None:
        # Another version that says the same is not another suggestion.
        self._name = name.partition("@")[0]
        self._scheme = scheme
        sentences = [Sentence(each.sentence, each.start, each.end) for each in stored.sentences]
        self._draft = Draft(stored.document.text, sentences, {})
        self._sentences = {each.id for each in sentences}
        self._ids: dict[str, str] = {}
        self.offers: dict[str, Offer] = {}

    def take(self, suggestion: Suggestion) -> bool:
        """Answer whether a suggestion fits, and keep it where it does."""
        try:
            item = _reread(suggestion.item)
            if isinstance(item, Attribution) and not self._ids.keys() >= set(item.targets):
                return False
            fitted = self._fit(item)
        except (EditError, msgspec.ValidationError, TypeError, ValueError):
            return False
        if fitted is None:
            return False
        offer = Offer(_compute_id(self._name, fitted), fitted, suggestion.score)
        self._ids[item.id] = offer.id
        self.offers.setdefault(offer.id, offer)
        return True

    def _fit(self, item: Item) -> Item | None:
        features = self._load_features(item)
        if isinstance(item, Claim):
            spans = self._draft.check_spans(item.spans)
            home = self._find_home(spans, item.sentence)
            if home is None or not (spans or (item.proposition or "").strip()):
                return None
            voice: Literal["author"] | None = "author" if item.voice == "author" else None
            return msgspec.structs.replace(
                item, spans=spans, sentence=home, voice=voice, features=features
            )
        if not item.targets or not self._allows(item):
            return None
        spans = self._draft.check_spans(item.source.spans)
        if (item.source.realization == "explicit") != bool(spans):
            return None
        cue = self._draft.check_spans(item.cue or ()) or None
        home = self._find_home(cue or spans, item.sentence)
        if home is None:
            return None
        return msgspec.structs.replace(
            item,
            sentence=home,
            source=msgspec.structs.replace(item.source, spans=spans),
            cue=cue,
            anchor=self._draft.check_spans(item.anchor),
            targets=tuple(dict.fromkeys(self._ids[each] for each in item.targets)),
            features=features,
        )

    def _allows(self, item: Attribution) -> bool:
        if item.stance is None:
            return item.certainty is None
        known = item.stance in {each.value for each in self._scheme.stances}
        return known and self._scheme.allows(item.stance, item.certainty)

    def _find_home(self, spans: Sequence[Span], otherwise: str) -> str | None:
        if spans:
            return self._draft.sentence_at(spans[0].start)
        return otherwise if otherwise in self._sentences else None

    def _load_features(self, item: Item) -> dict[str, str | None]:
        on = "claims" if isinstance(item, Claim) else "attributions"
        known = {
            each.name: {label.value for label in each.values}
            for each in self._scheme.features_on(on)
        }
        return {
            name: item.features.get(name) if item.features.get(name) in values else None
            for name, values in known.items()
        }


def _reread(item: Item) -> Item:
    """Check the types of what a function made: nothing has until now."""
    plain = json.loads(json.dumps(msgspec.to_builtins(item)))  # no NaN, no half of a pair
    json.dumps(plain, ensure_ascii=False).encode()
    return msgspec.convert(plain, type(item))


def _compute_id(name: str, item: Item) -> str:
    """Return the id of an offer: what it says, not which id it has or which version says it."""
    if isinstance(item, Claim):
        words = item.proposition if not item.spans else None
        at = item.sentence if not item.spans else None
        said: list[Any] = ["claim", _places(item.spans), at, words, item.voice]
    else:
        at = item.sentence if not (item.cue or item.source.spans) else None
        said = ["attribution", _places(item.source.spans), item.source.realization, at]
        said += [_places(item.cue or ()), _places(item.anchor), sorted(item.targets)]
        said += [item.stance, item.certainty]
    chosen = sorted((key, value) for key, value in item.features.items() if value is not None)
    digest = hashlib.sha256(json.dumps([name, said, chosen]).encode()).hexdigest()
    return f"s{digest[:24]}"


def _places(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


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
        self._is_assigned = is_assigned or (lambda _sentence: False)
        said = [each.verdict for each in verdicts]
        self._said = {each.item: each for each in said}
        self.revealed = {each.sentence for each in said if each.verdict == "held"}

    def after(self, verdicts: Iterable[Verdict]) -> Offers:
        """Return the offers as they stand once `verdicts` are saved too."""
        then = Offers(self.document_id, tuple(self.by_id.values()), self._is_assigned)
        new = list(verdicts)
        then._said = {**self._said, **{each.item: each for each in new}}
        then.revealed = self.revealed | {each.sentence for each in new if each.verdict == "held"}
        return then

    def said(self, offer_id: str) -> VerdictName:
        """Return the newest verdict on an offer."""
        verdict = self._said.get(offer_id)
        return verdict.verdict if verdict else "open"

    def is_held(self, draft: Draft, sentence: str) -> bool:
        """Answer whether the suggestions for a sentence wait until it is decided."""
        if sentence in self.revealed or draft.decision(sentence).status != "open":
            return False
        return self._is_assigned(sentence)

    def look(self, draft: Draft) -> Look:
        """Return how the offers stand beside what `draft` says."""
        look = Look({}, {})
        if not self.by_id:
            return look
        same = _index(draft)
        held = {
            each: self.is_held(draft, each)
            for each in {offer.item.sentence for offer in self.by_id.values()}
        }
        for offer in self.by_id.values():
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


def _index(draft: Draft) -> dict[tuple[Any, ...], str]:
    claims = {describe_item(each, ()): each.id for each in draft.claims.values()}
    attributions = {
        describe_item(each, each.targets): each.id for each in draft.attributions.values()
    }
    return {**claims, **attributions}


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
