"""Suggestions as they come, checked against the document and the scheme."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any, Literal

import msgspec

from workbench.errors import EditError
from workbench.model import Attribution, Claim, Sentence, Span, Suggestion
from workbench.scheme import Scheme
from workbench.session.draft import Draft
from workbench.session.offers import Item, Offer
from workbench.store import StoredDocument


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
        said = {each: item.features.get(each.name) for each in self._scheme.features_on(on)}
        return {
            feature.name: value if value is not None and feature.accepts(value) else None
            for feature, value in said.items()
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
