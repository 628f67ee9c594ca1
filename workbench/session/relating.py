"""What annotators link, read from the store and put beside gold: one article and those it touches.

Only the articles that share a link with the open one are aligned, and each again only once somebody
has said something new of it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from workbench.curation.adjudication import Item, Units, align_answers, map_gold
from workbench.curation.adjudication.linking import (
    LinkRuling,
    Matched,
    Pair,
    complete_links,
    find_pairs,
    match_claims,
)
from workbench.model import Claim, ClaimRef, Link, name_pair
from workbench.session.bench import LINK, MARK, Bench, Seed, build_bench, list_seeds
from workbench.session.draft import Draft
from workbench.store import Rule, Store, StoredRule

GOLD = "gold"
_ANNOTATOR = "annotator:"
_KEPT = 200
"""So many articles stay aligned."""


class _Aligned(NamedTuple):
    """One other article: what it was read from, its units, and which of gold's claims they are."""

    people: Mapping[str, int]
    gold: int
    seeds: Sequence[Seed]
    units: Units
    matched: Matched


class Relating:
    """The links of annotators beside those of gold."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._aligned: OrderedDict[str, _Aligned] = OrderedDict()
        self._matched: Mapping[str, Matched] = {}  # of all articles of the last question
        self._read: tuple[Units, dict[str, tuple[Link, ...]]] | None = None

    def forget(self) -> None:
        """Read what people link again, the next time that it is asked for."""
        self._read = None

    def find(self, bench: Bench, draft: Draft) -> dict[str, Pair]:
        """Return the pairs that a claim of the open article is in, and anybody linked, by name.

        Parameters
        ----------
        draft
            Gold of the article.
        """
        document = bench.document
        links = self._read_links(bench)
        if not any(links.values()):
            return {}
        ends = {end for each in links.values() for link in each for end in (link.start, link.end)}
        matched = self._match(sorted({end.document for end in ends} - {document}), bench)
        own = {claim.id: claim.cluster for claim in draft.claims.values()}
        matched[document] = match_claims(bench.units, bench.map(draft), own)
        self._matched = matched
        wanted = [ClaimRef(document, each) for each in {*matched[document].golds.values()}]
        gold = self._store.links(GOLD, wanted)
        rulings = read_rulings(self._store.link_rules(list(matched)))
        pairs = find_pairs(matched, links, gold, rulings)
        return {
            name: pair
            for name, pair in pairs.items()
            if document in (pair.first.document, pair.second.document)
        }

    def list_refs(self, bench: Bench, draft: Draft, pair: Pair) -> list[tuple[str, str, str]]:
        """Return the claims of those who spoke of a pair: each a name, a document, and an id."""
        own = {claim.id: claim.cluster for claim in draft.claims.values()}
        here = match_claims(bench.units, bench.map(draft), own)
        found = []
        for person in sorted(pair.said):
            for end in (pair.first, pair.second):
                is_here = end.document == bench.document
                matched = here if is_here else self._matched[end.document]
                found.append((person, end.document, matched.refs[person, end.claim]))
        return found

    def find_own(self, pair: Pair, person: str) -> tuple[ClaimRef, ClaimRef]:
        """Return a person's claims of a pair that `find` has just returned, and they spoke of."""
        first, second = (
            ClaimRef(end.document, self._matched[end.document].refs[person, end.claim])
            for end in (pair.first, pair.second)
        )
        return first, second

    def _read_links(self, bench: Bench) -> dict[str, tuple[Link, ...]]:
        """Return what each person links with the claims of the open article, clusters included."""
        if self._read is None or self._read[0] is not bench.units:
            found = {each: self._read_person(bench, each) for each in bench.units.people}
            self._read = (bench.units, found)
        return self._read[1]

    def _read_person(self, bench: Bench, person: str) -> tuple[Link, ...]:
        layer, document = _ANNOTATOR + person, bench.document
        claims = [
            claim
            for annotation in bench.units.answers[person].values()
            for claim in annotation.claims
        ]
        clusters = {claim.cluster for claim in claims if claim.cluster is not None}
        members = self._store.cluster_members(layer, sorted(clusters)) if clusters else {}
        wanted = {ClaimRef(document, claim.id) for claim in claims}.union(*members.values())
        links = self._store.links(layer, sorted(wanted)) if wanted else ()
        return complete_links(links, members.values())

    # -- the other articles ------------------------------------------------------------------------

    def _match(self, documents: Sequence[str], bench: Bench) -> dict[str, Matched]:
        people = bench.units.people
        newest = {
            person: self._store.newest_revisions(_ANNOTATOR + person, documents)
            for person in people
        }
        golds = self._store.newest_revisions(GOLD, documents)
        return {
            document: self._align(
                document,
                {person: newest[person].get(document, 0) for person in people},
                golds.get(document, 0),
            )
            for document in documents
        }

    def _align(self, document: str, people: Mapping[str, int], gold: int) -> Matched:
        known = self._aligned.get(document)
        if known is None or (known.people, known.gold) != (people, gold):
            known = self._aligned[document] = self._align_again(document, people, gold, known)
        self._aligned.move_to_end(document)
        while len(self._aligned) > _KEPT:
            self._aligned.popitem(last=False)
        return known.matched

    def _align_again(
        self, document: str, people: Mapping[str, int], gold: int, known: _Aligned | None
    ) -> _Aligned:
        rules = self._store.rules(document)
        seeds = list_seeds(rules)
        if known is not None and known.people == people and known.seeds == seeds:
            units = known.units
        else:
            units = align_answers({each: self._read_done(document, each) for each in people}, seeds)
        items: dict[str, Item] = {}
        for each in self._store.get_annotations(document, GOLD).values():
            said = each.annotation
            items.update({item.id: item for item in said.claims})
            items.update({item.id: item for item in said.attributions})
        bench = build_bench(document, units.answers, rules, units=units)
        mapped = map_gold(units, bench.rulings, items)
        own = {each.id: each.cluster for each in items.values() if isinstance(each, Claim)}
        return _Aligned(people, gold, seeds, units, match_claims(units, mapped, own))

    def _read_done(self, document: str, person: str) -> dict[str, Any]:
        stored = self._store.get_annotations(document, _ANNOTATOR + person)
        said = {sentence: each.annotation for sentence, each in stored.items()}
        return {sentence: each for sentence, each in said.items() if each.status == "done"}


def make_rule(document: str, sentence: str, ruling: LinkRuling) -> Rule:
    """Return a ruling on a link as the store keeps it, on a sentence of one of its claims."""
    name = name_pair(ruling.first, ruling.second).partition(":")[2]
    content = {MARK: LINK, **msgspec.to_builtins(ruling)}
    return Rule(document, sentence, f"{LINK}:{name}", content, ruling.adjudicator)


def read_rulings(rules: Iterable[StoredRule]) -> list[LinkRuling]:
    """Return the rulings on links that stand; each may be kept in the one article or the other."""
    kept: dict[tuple[str, str], Any] = {}
    for stored in rules:
        rule = stored.rule
        kept.pop((rule.item, rule.document), None)  # the newest stands last
        if rule.content is not None:
            kept[rule.item, rule.document] = rule.content
    newest = {item: content for (item, _), content in kept.items()}
    return [load_ruling(content) for content in newest.values()]


def load_ruling(content: Mapping[str, Any]) -> LinkRuling:
    """Return a ruling on a link from what the store keeps."""
    return msgspec.convert({k: v for k, v in content.items() if k != MARK}, LinkRuling)
