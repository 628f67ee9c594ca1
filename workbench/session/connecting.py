"""The part of a session that knows how claims of different articles belong together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.errors import EditError
from workbench.model import ClaimRef, Link
from workbench.session.candidates import find_candidates, prepare_candidates
from workbench.session.link_rulings import UNJUDGED
from workbench.session.linking import LINKING
from workbench.session.others import (
    dump_clusters,
    dump_other,
    propose_proposition,
    read_others,
)
from workbench.session.stated import say_conflict
from workbench.session.wording import refusal

if TYPE_CHECKING:
    from workbench.session.desk import Desk
    from workbench.session.elsewhere import Elsewhere
    from workbench.session.focus import Focus
    from workbench.session.sheet import Sheet
    from workbench.store import Store

Json = dict[str, Any]

OFFERED, MOST = 5, 50
"""So many candidates are told by default, and at most; so many members of a cluster at most."""


class Connecting:
    """What a view is told of clusters, and what may belong to a claim."""

    store: Store
    layer: str
    language: str
    _focus: Focus
    _sheet: Sheet | None

    if TYPE_CHECKING:

        @property
        def sheet(self) -> Sheet: ...  # noqa: D102
        def _word(self, key: str, **values: str | int) -> str: ...
        def _find_judged(self, focus: ClaimRef) -> dict[ClaimRef, Json]: ...
        def _propose(self, claim: str) -> str | None: ...

    def _look_again(self, name: str, elsewhere: Elsewhere) -> set[str]:
        """Read the open article again for an edit that is done to what is there now.

        Returns the sentences of which something else is said than the person saw.
        """
        if name not in LINKING:
            return set()
        elsewhere.begin()
        return self.sheet.refresh()

    def _say_link(self, name: str, args: Json, desk: Desk) -> str:
        """Return what a link led to, and how many earlier answers it took with it."""
        if name != "link":
            return ""
        said = self._word(f"link.{args['relation'] or 'nothing'}")
        count = desk.use_elsewhere().taken_back
        return f"{said} {self._word('link.parted', count=count)}" if count else said

    def _dump_clusters(self, more: Iterable[str | None] = ()) -> Json:
        """Return what is known of the clusters of the open article, and of others."""
        claims = [] if self._sheet is None else self._sheet.draft.claims.values()
        names = {each.cluster for each in claims}.union(more) - {None}
        if not names:
            return {}
        ids = sorted(str(each) for each in names)
        sizes = self.store.cluster_sizes(self.layer, ids)
        return dump_clusters(sizes, self.store.cluster_lines(self.layer, ids))

    def _list_candidates(
        self,
        id: str | None = None,  # noqa: A002  the protocol's name
        count: int = OFFERED,
        words: str | None = None,
    ) -> Json:
        """Return claims of other articles that may belong to a claim, and those that do.

        With `words` claims that say these are looked for, in the same article too.
        """
        if not (id or self._focus.card):
            raise refusal("no_claim")
        if not 0 <= count <= MOST:
            raise EditError(f"Expected 0 to {MOST} candidates, got {count}.")
        claim = self.sheet.draft.claim(id or self._focus.card or "")
        focus = ClaimRef(self.sheet.id, claim.id)
        around = self._look_around(focus, claim.cluster, count, words)
        others = read_others(self.store, self.layer, around.list_all())
        clusters = self._dump_clusters(each.claim.cluster for each in others.values())

        def tell(ref: ClaimRef) -> Json:
            told = dump_other(others[ref], focus, around.scores.get(ref), around.links)
            sides = (focus, claim, ref, others[ref].claim)
            told["conflict"] = say_conflict(self.language, *sides, around.links)
            return told | around.pairs.get(ref, UNJUDGED)

        told = {
            name: [tell(ref) for ref in refs if ref in others]
            for name, refs in around.list_parts().items()
        }
        cluster = None
        if claim.cluster is not None:
            cluster = {
                "id": claim.cluster,
                "proposition": clusters.get(claim.cluster, {}).get("proposition"),
                "proposed": self._propose(claim.id) or propose_proposition(claim),
                "members": told["members"],
            }
        return {
            "claim": claim.id,
            "cluster": cluster,
            "candidates": told["candidates"],
            "linked": told["linked"],
            "preparing": not around.is_ready,
            "clusters": clusters,
        }

    def _look_around(
        self, focus: ClaimRef, cluster: str | None, count: int, words: str | None
    ) -> Around:
        """Find out which claims are shown beside one, and what was said of them and it."""
        is_ready = prepare_candidates(self.store, self.layer)
        asked = (self.store, self.layer, focus.document, focus.claim, count, words)
        pairs, found = self._find_judged(focus), dict(find_candidates(*asked) if is_ready else ())
        # What waits to be settled comes before what may belong together.
        scores = {ref: found.get(ref) for ref, told in pairs.items() if told["state"] == "open"}
        links = self.store.links(self.layer, [focus])
        members: tuple[ClaimRef, ...] = ()
        if cluster is not None:
            members = self.store.cluster_members(self.layer, [cluster]).get(cluster, ())
        return Around(
            {**scores, **found},
            tuple(ref for ref in members if ref != focus),
            {_find_partner(each, focus): each for each in links},
            pairs,
            is_ready,
        )


@dataclass(frozen=True)
class Around:
    """The claims that are shown beside one, by what they are to it.

    Attributes
    ----------
    scores
        The candidates in their order; None for one that is there to be settled.
    members
        The other claims of its cluster, in the order of the texts.
    links, pairs
        What was said of the claim and others; and what annotators say, where gold is adjudicated.
    is_ready
        Whether the most similar claims are known; else they are being prepared.
    """

    scores: Mapping[ClaimRef, float | None]
    members: tuple[ClaimRef, ...]
    links: Mapping[ClaimRef, Link]
    pairs: Mapping[ClaimRef, Json]
    is_ready: bool

    def list_parts(self) -> dict[str, list[ClaimRef]]:
        """Return each claim once: a candidate, else a member, else spoken of."""
        beside = [ref for ref in self.members if ref not in self.scores]
        spoken = dict.fromkeys([*self.links, *self.pairs])
        rest = [ref for ref in spoken if ref not in self.scores and ref not in self.members]
        return {"candidates": list(self.scores), "members": beside[:MOST], "linked": rest}

    def list_all(self) -> list[ClaimRef]:
        """Return all of them."""
        return [ref for refs in self.list_parts().values() for ref in refs]


def _find_partner(link: Link, focus: ClaimRef) -> ClaimRef:
    return link.end if link.start == focus else link.start
