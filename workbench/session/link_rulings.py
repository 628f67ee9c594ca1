"""Links in gold: what annotators agree on is taken over, and what an adjudicator says is ruled."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.curation.adjudication import ANNOTATOR, OWN
from workbench.curation.adjudication.linking import LinkRuling, Pair, Said, orient
from workbench.model import DIRECTED, UNITING, ClaimRef, Relation, make_link, name_pair
from workbench.session.desk import Desk
from workbench.session.draft import Draft
from workbench.session.elsewhere import Elsewhere
from workbench.session.linking import state
from workbench.session.relating import Relating, make_rule
from workbench.store import Rule, SaidLink

Json = dict[str, Any]


@dataclass(frozen=True)
class Linker:
    """Says in gold how claims of the open article stand to others, and keeps who said so.

    `order` has the people in the order in which their versions are shown.
    """

    relating: Relating
    adjudicator: str | None
    order: tuple[str, ...]

    def rule(self, desk: Desk, before: Draft, args: Mapping[str, Any] | None) -> None:
        """Keep with a link who made it, whose version that is, and what else it took back.

        Parameters
        ----------
        before
            Gold of the article as it was.
        args
            Those of the operation; None where it linked nothing.
        """
        elsewhere = desk.use_elsewhere()
        pairs = self.relating.find(desk.use_bench(), before)
        said: dict[tuple[ClaimRef, ClaimRef], Said | None] = {}
        for each in elsewhere.said:
            if isinstance(each, SaidLink):
                said.update([_orient(each.start, each.end, each.relation)])
        if args is not None:
            focus = ClaimRef(elsewhere.document, args.get("item_id") or desk.focus.card or "")
            ends = [focus, ClaimRef(args["document"], args["claim"])]
            start, end = reversed(ends) if args.get("reversed") else ends
            said.update([_orient(start, end, args["relation"])])  # also what gold said already
        sentence = elsewhere.kept_on[1]
        for (first, second), value in said.items():
            pair = pairs.get(name_pair(first, second)) or Pair(first, second, {})
            desk.rules.append(self._rule(desk, before, sentence, pair, value))
        if not said:
            desk.rules.append(desk.use_bench().make_aside(sentence))

    def _rule(
        self, desk: Desk, before: Draft, sentence: str, pair: Pair, value: Said | None
    ) -> Rule:
        people = [each for each in self.order if each in pair.said and pair.said[each] == value]
        choice = None if value is None else f"{ANNOTATOR}{people[0]}" if people else OWN
        bench = desk.use_bench()
        ruling = LinkRuling(
            pair.first,
            pair.second,
            tuple(self.relating.list_refs(bench, before, pair)),
            choice,
            tuple(people) if choice is not None else (),
            value,
            pair.seen,
            self.adjudicator,
        )
        return make_rule(bench.document, sentence, ruling)

    def take_agreed(self, desk: Desk, sentences: Iterable[str]) -> int:
        """Say in gold what all say of claims of `sentences`, and return of how many pairs.

        What would take back or part anything else that gold says is left for a person.
        """
        elsewhere, wanted, count = desk.use_elsewhere(), set(sentences), 0
        for pair in self.relating.find(desk.use_bench(), desk.draft).values():
            focus, other = _turn(pair, desk)
            sentence = desk.draft.claim(focus.claim).sentence
            if not pair.is_taken_over or pair.agreed is None or sentence not in wanted:
                continue
            if not _is_free(elsewhere, focus, other, pair.agreed.relation):
                continue
            self._state(desk, pair, pair.agreed)
            count += 1
        return count

    def take_person(self, desk: Desk, person: str) -> int:
        """Settle all pairs of the article that are open as `person` has them; return how many."""
        count = 0
        for pair in self.relating.find(desk.use_bench(), desk.draft).values():
            said = pair.said.get(person)
            if pair.state != "open" or said is None:
                continue
            focus, _ = _turn(pair, desk)
            self._state(desk, pair, said)
            sentence = desk.draft.claim(focus.claim).sentence
            desk.rules.append(self._rule(desk, desk.draft, sentence, pair, said))
            count += 1
        return count

    def _state(self, desk: Desk, pair: Pair, said: Said) -> None:
        elsewhere = desk.use_elsewhere()
        focus, other = _turn(pair, desk)
        elsewhere.keep_on(focus.document, desk.draft.claim(focus.claim).sentence)
        new = hashlib.sha256(f"{desk.key}/{pair.name}".encode()).hexdigest()[:20]
        backwards = is_reversed(said, is_turned=focus != pair.first)
        state(elsewhere, focus, other, said.relation, f"k{new}", backwards=backwards)


UNJUDGED: Json = {"versions": [], "state": None, "stale": False, "chosen": None}
"""What is told of a claim that nobody linked with the one in focus."""


def dump_pair(pair: Pair, focus: ClaimRef, order: Iterable[str], shown: Mapping[str, str]) -> Json:
    """Return who says what of a claim and the one in focus, and which version gold has.

    Parameters
    ----------
    order, shown
        The people in the order in which they are shown, and what each is called.
    """
    is_turned = focus != pair.first
    versions = pair.versions(order)
    states = {"ruled": "settled", "implied": "settled", "unsaid": None}
    chosen: int | str | None = None
    if pair.value is not None and pair.state != "open":
        same = [n for n, (_, said) in enumerate(versions, 1) if said == pair.value]
        chosen = same[0] if same else OWN
    return {
        "versions": [
            {
                "people": [shown[each] for each in people],
                "relation": None if said is None else said.relation,
                "reversed": said is not None and is_reversed(said, is_turned=is_turned),
            }
            for people, said in versions
        ],
        "state": states.get(pair.state, pair.state),
        "stale": pair.is_stale,
        "chosen": chosen,
    }


def is_reversed(said: Said, *, is_turned: bool) -> bool:
    """Answer whether a directed relation goes to the claim in focus."""
    return said.relation in DIRECTED and said.reversed != is_turned


def _orient(
    start: ClaimRef, end: ClaimRef, relation: Relation | None
) -> tuple[tuple[ClaimRef, ClaimRef], Said | None]:
    if relation is None:
        first, second = sorted((start, end))
        return (first, second), None
    return orient(make_link(relation, start, end))


def _turn(pair: Pair, desk: Desk) -> tuple[ClaimRef, ClaimRef]:
    """Return the claim of the open article, and the other one."""
    here = desk.use_elsewhere().document
    if pair.first.document == here:
        return pair.first, pair.second
    return pair.second, pair.first


def _is_free(elsewhere: Elsewhere, focus: ClaimRef, other: ClaimRef, relation: Relation) -> bool:
    """Answer whether a relation can be said without taking anything back."""
    mine, theirs = elsewhere.cluster_of(focus), elsewhere.cluster_of(other)
    if mine is not None and mine == theirs:
        return relation in UNITING
    if relation not in UNITING:
        return True
    sides = [
        set(elsewhere.members(cluster) if cluster else (ref,))
        for cluster, ref in ((mine, focus), (theirs, other))
    ]
    both = set.union(*sides)
    return not any(
        each.relation not in UNITING and {each.start, each.end} <= both
        for each in elsewhere.links(sides[0])
    )
