"""A robot that links claims in the annotator: by keys, seeing only what the page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from playwright.sync_api import Page

from tests.browser.page_fixture import AnnotatorPage
from workbench.model import DIRECTED, UNITING, ClaimRef, Record

KEYS = {
    "same": "s",
    "contradicts": "c",
    "updates": "u",
    "part_of": "p",
    "restates": "r",
    "none": "n",
}
FIRST_FIVE = 5
PATIENCE_MS = 30_000


@dataclass(frozen=True)
class Linked:
    """What a person would say: which claims are one cluster, and what else of pairs.

    Parameters
    ----------
    clusters
        The cluster of each claim that is in one.
    said
        A relation, from the first claim to the second; one that unites is of one cluster.
    """

    clusters: Mapping[ClaimRef, str]
    said: Mapping[tuple[ClaimRef, ClaimRef], str] = field(default_factory=dict)

    def relation(self, focus: ClaimRef, other: ClaimRef) -> str | None:
        """Return what to say of two claims, as the page names it."""
        if (focus, other) in self.said:
            return self.said[focus, other]
        relation = self.said.get((other, focus))
        if relation is not None:
            return f"{relation} reversed" if relation in DIRECTED else relation
        mine = self.clusters.get(focus)
        return "same" if mine is not None and mine == self.clusters.get(other) else None

    def partners(self, claim: ClaimRef) -> Iterator[ClaimRef]:
        """Return the claims of which something is to be said beside this one."""
        mine = self.clusters.get(claim)
        for other, cluster in self.clusters.items():
            if cluster == mine and other != claim:
                yield other
        for one, other in self.said:
            if claim in {one, other}:
                yield other if claim == one else one


class Shown(NamedTuple):
    """A claim as the panel shows it beside the one in focus."""

    ref: ClaimRef
    relation: str


class LinkingRobot:
    """Somebody who links by keys alone."""

    def __init__(self, annotator: AnnotatorPage, answer: Linked) -> None:
        self.annotator = annotator
        self.page: Page = annotator.page
        self.answer = answer
        self.pressed = 0
        self._said: set[frozenset[ClaimRef]] = set()
        self._clusters: dict[ClaimRef, set[ClaimRef]] = {}

    def link(self, claims: Mapping[ClaimRef, str]) -> None:
        """Go through claims, by their words, and say what is to be said: of each pair once."""
        for claim in claims:
            if any(self._waits(claim)):
                self.go_to(claim)
                self.judge(claim)
        for claim in claims:
            for other in list(self._waits(claim)):
                self.go_to(claim)
                self.find(claim, claims[other])

    def _waits(self, claim: ClaimRef) -> Iterator[ClaimRef]:
        """Return the claims of which nothing was said yet beside this one."""
        cluster = self._clusters.get(claim, {claim})
        for other in self.answer.partners(claim):
            united = other in cluster and self.answer.relation(claim, other) == "same"
            if not united and frozenset((claim, other)) not in self._said:
                yield other

    def _note(self, claim: ClaimRef, other: ClaimRef, relation: str) -> None:
        self._said.add(frozenset((claim, other)))
        if relation.removesuffix(" reversed") in UNITING:
            both = self._clusters.get(claim, {claim}) | self._clusters.get(other, {other})
            self._clusters.update(dict.fromkeys(both, both))

    def settle(self, documents: Iterable[str]) -> int:
        """Settle all links that people differ in, led by the keys; return on how many claims."""
        claims = 0
        left = self.page.locator(".wb-ruled [data-operation='links']")
        for document in documents:
            self._open(document)
            key = "8"
            while left.count():
                self._press(key)
                self.page.wait_for_selector(".wb-linking:focus-within [data-relation='differs']")
                name = self.page.locator(".wb-card.on").get_attribute("data-claim") or ""
                self._wait(ClaimRef(document, name))
                self.judge(ClaimRef(document, name))
                claims += 1
                key = "]"
            if key == "]":
                self._press("Escape")
        return claims

    def _open(self, document: str) -> None:
        if self.page.locator(f".wb[data-document='{document}']").count() == 0:
            self._type(document)
            self.page.wait_for_selector(f".wb[data-document='{document}']")

    def go_to(self, claim: ClaimRef) -> None:
        """Put a claim in focus, and the keys among the claims of other articles."""
        self._open(claim.document)
        self._type(claim.claim)
        self._wait(claim)
        if self.page.locator(".wb-linking:focus-within").count() == 0:
            self._press("8")
        self._wait(claim)

    def judge(self, claim: ClaimRef) -> None:
        """Say what the answer says of all that stands beside the claim in focus."""
        while (found := self._find_next(claim)) is not None:
            place, ref, relation = found
            self._go(place, ref)
            self._press(to_key(relation))
            name = f"[data-other='{ref.document} {ref.claim}']"
            shown = f"{name}:is([data-relation='{relation}'], [data-relation='member'])"
            self.page.wait_for_selector(shown, timeout=PATIENCE_MS)
            self._wait(claim)
            self._note(claim, ref, relation)
        if self._misses_own(claim):
            self._press("m")
            self._wait(claim)
            self.judge(claim)

    def find(self, claim: ClaimRef, words: str) -> None:
        """Look for a claim by words of its own, and say what is to be said of what is found."""
        self._press("f")
        self.page.locator("dialog input").fill(words)
        self._press("Enter")
        self.page.wait_for_selector(".wb-linking > .wb-hint .wb-words")
        self._wait(claim)
        self.judge(claim)

    def accept_proposition(self, claim: ClaimRef) -> str:
        """Take what is proposed for the cluster of a claim, and return it."""
        self.go_to(claim)
        self._press("e")
        field = self.page.locator("dialog textarea")
        proposed = field.input_value()
        self._press("Tab")
        self._press("Enter")
        self.page.wait_for_selector(".wb-own-cluster .wb-words:not(.wb-hollow)")
        self._wait(claim)
        return proposed

    def shown(self) -> list[Shown]:
        """Return what stands beside the claim in focus."""
        rows: list[list[str]] = self.page.evaluate(
            "() => [...document.querySelectorAll('[data-other]')]"
            ".map(each => [each.dataset.other, each.dataset.relation])"
        )
        return [Shown(ClaimRef(*name.split(" ", 1)), relation) for name, relation in rows]

    def _find_next(self, claim: ClaimRef) -> tuple[int, ClaimRef, str] | None:
        for place, (ref, relation) in enumerate(self.shown()):
            wanted = self.answer.relation(claim, ref)
            follows = wanted == "same" and relation in {"member", "restates", "restates reversed"}
            if wanted not in {None, relation} and not follows:
                return place, ref, wanted or ""
        return None

    def _misses_own(self, claim: ClaimRef) -> bool:
        """Answer whether the same article has claims to link that are not shown yet."""
        shown = {each.ref for each in self.shown()}
        mine = self.answer.clusters.get(claim)
        more = self.page.locator("[data-operation='linking more']").count() > 0
        return more and any(
            ref.document == claim.document and ref not in shown and ref != claim
            for ref, cluster in self.answer.clusters.items()
            if cluster == mine
        )

    def _go(self, place: int, ref: ClaimRef) -> None:
        name = f"[data-other='{ref.document} {ref.claim}'][aria-current='true']"
        if place < FIRST_FIVE and self.page.locator(".wb-other:nth-child(5) kbd").count():
            self._press(str(place + 1))
        for _ in range(40):
            if self.page.locator(name).count():
                return
            here = self.page.evaluate(
                "() => [...document.querySelectorAll('[data-other]')]"
                ".findIndex(each => each.getAttribute('aria-current') === 'true')"
            )
            self._press("ArrowDown" if here < place else "ArrowUp")
        raise AssertionError(f"no key leads to {ref}")

    def _type(self, text: str) -> None:
        self.page.keyboard.press("g")
        self.page.locator("dialog input").fill(text)
        self.page.keyboard.press("Enter")
        self.annotator.settle()

    def _wait(self, claim: ClaimRef) -> None:
        """Wait until everything is saved and the answer for a claim has come."""
        self.annotator.settle()
        ready = f".wb[data-queue='0'] .wb-linking[data-claim='{claim.claim}']"
        self.page.wait_for_selector(ready, state="attached", timeout=PATIENCE_MS)

    def _press(self, key: str) -> None:
        self.pressed += 1
        self.annotator.press(key)


def to_key(relation: str) -> str:
    """Return the key that says a relation."""
    key = KEYS[relation.removesuffix(" reversed")]
    return f"Shift+{key.upper()}" if relation.endswith(" reversed") else key


def find_clusters(records: Iterable[Record]) -> dict[ClaimRef, str]:
    """Return the cluster of each claim that is in one."""
    return {
        ClaimRef(record.document.id, claim.id): claim.cluster
        for record in records
        for claim in record.claims
        if claim.cluster is not None
    }


def find_pairs(clusters: Mapping[ClaimRef, str]) -> set[frozenset[ClaimRef]]:
    """Return the pairs of claims that stand in one cluster."""
    members = defaultdict(list)
    for ref, cluster in clusters.items():
        members[cluster].append(ref)
    return {
        frozenset((one, other))
        for refs in members.values()
        for one in refs
        for other in refs
        if one != other
    }
