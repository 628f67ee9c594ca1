"""What became of what an annotator said of pairs of claims, once gold has settled them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from workbench.curation.adjudication.linking import NONE, Pair, Said
from workbench.model import ClaimRef
from workbench.scheme import Scheme
from workbench.session.adjudicating import GOLD, Adjudicating
from workbench.session.link_rulings import is_reversed
from workbench.session.others import Other, dump_place, read_others, show_words
from workbench.session.provenance import find_adjudicators
from workbench.session.sheet import Sheet
from workbench.store import Store

Json = dict[str, Any]

_SETTLED = ("ruled", "agreed", "implied")


class LinkOutcomes:
    """What gold says of the pairs of claims that one annotator spoke of.

    Parameters
    ----------
    layer
        The annotator's.
    """

    def __init__(self, store: Store, scheme: Scheme, layer: str) -> None:
        self._store, self._layer = store, layer
        self._person = layer.removeprefix("annotator:")
        self._judge = Adjudicating(store, scheme)

    def read_state(self, document: str) -> tuple[Any, ...]:
        """Return what is another one once the annotator or gold links a claim of a document."""
        layers = (self._layer, GOLD)
        return tuple(self._store.newest_revisions(each, [document]) for each in layers)

    def tell(self, document: str, visible: Collection[str]) -> dict[str, list[Json]]:
        """Return what became of the links of an article, by the sentence of the claim here.

        Parameters
        ----------
        visible
            The sentences that the annotator and gold have decided; of other articles, too, only
            those are told of.
        """
        gold = Sheet(self._store, GOLD, document)
        pairs = [each for each in self._find_pairs(gold) if self._is_answered(each)]
        documents = {end.document for each in pairs for end in (each.first, each.second)}
        decided = {each: self._find_decided(each) for each in documents - {document}}
        here = {each.id: each.sentence for each in gold.draft.claims.values()}
        decided[document] = {claim: name for claim, name in here.items() if name in visible}
        shown = [
            (pair, self._judge.relating.find_own(pair, self._person))
            for pair in pairs
            if all(end.claim in decided[end.document] for end in (pair.first, pair.second))
        ]
        own = [ref for _, ends in shown for ref in ends]
        found = read_others(self._store, self._layer, own)
        told: dict[str, list[Json]] = {}
        for pair, ends in shown:
            for end, line in self._iter_lines(document, pair, [found.get(each) for each in ends]):
                told.setdefault(here[end.claim], []).append(line)
        return told

    def _is_linked(self, gold: Sheet) -> bool:
        """Answer whether gold says anything of claims of an article: nothing is read otherwise."""
        claims = list(gold.draft.claims.values())
        if any(each.cluster is not None for each in claims):
            return True
        refs = [ClaimRef(gold.id, each.id) for each in claims]
        return bool(refs and self._store.links(GOLD, refs))

    def _find_pairs(self, gold: Sheet) -> list[Pair]:
        if not self._is_linked(gold):
            return []
        self._judge.refresh(gold)
        return list(self._judge.find_pairs(gold).values())

    def _is_answered(self, pair: Pair) -> bool:
        """Answer whether a pair is settled, and the annotator has said something of it."""
        if self._person not in pair.said or pair.value is None or pair.state not in _SETTLED:
            return False
        return pair.said[self._person] is not None or self._was_silent(pair)

    def _was_silent(self, pair: Pair) -> bool:
        """Answer whether saying nothing was an answer that somebody settled otherwise.

        Who has not come to linking yet is told nothing.
        """
        ruling = pair.ruling if pair.state == "ruled" else None
        is_seen = ruling is not None and (self._person, None) in ruling.seen
        return is_seen and pair.value != NONE

    def _find_decided(self, document: str) -> dict[str, str]:
        """Return the sentences of gold's claims that adjudication has decided, by the claim."""
        decided = find_adjudicators(self._store.rules(document))
        stored = self._store.get_annotations(document, GOLD)
        return {
            claim.id: sentence
            for sentence, each in stored.items()
            if sentence in decided and each.annotation.status == "done"
            for claim in each.annotation.claims
        }

    def _iter_lines(
        self, document: str, pair: Pair, own: Sequence[Other | None]
    ) -> Iterator[tuple[ClaimRef, Json]]:
        """Yield what is told of a pair at each of its claims that is of the open article."""
        first, second = own
        if first is None or second is None:  # an article that was withdrawn
            return
        if pair.first.document == document:
            yield pair.first, self._tell(pair, first, second, is_turned=False)
        if pair.second.document == document:
            yield pair.second, self._tell(pair, second, first, is_turned=True)

    def _tell(self, pair: Pair, focus: Other, other: Other, *, is_turned: bool) -> Json:
        mine, value = pair.said[self._person], pair.value
        return {
            "claim": focus.claim.id,
            "words": show_words(focus.claim),
            "other": {**dump_place(other), "words": show_words(other.claim)},
            "verdict": "missed" if mine is None else "taken" if mine == value else "changed",
            "mine": _dump(mine, is_turned=is_turned),
            "gold": _dump(value, is_turned=is_turned),
        }


def _dump(said: Said | None, *, is_turned: bool) -> Json | None:
    if said is None:
        return None
    return {"relation": said.relation, "reversed": is_reversed(said, is_turned=is_turned)}
