"""Words on pairs of claims that their clusters contradict, as after an import of either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.curation.finding import Finding, Place, shorten
from workbench.curation.reading import Page
from workbench.model import UNITING, Claim, ClaimRef, Link, name_pair

_SAID = {
    "same": "the same as",
    "restates": "a copy of",
    "contradicts": "contradicting",
    "updates": "newer than",
    "part_of": "a part of",
    "none": "unlike",
}


def find_odd_links(pages: Sequence[Page], links: Iterable[Link]) -> Iterator[Finding]:
    """Yield the links whose claims stand in one cluster and should not, or the other way round.

    In the annotator that cannot come about: one is brought along with the other.
    """
    claims = {
        ClaimRef(page.document, claim.id): (page, claim)
        for page in pages
        for claim in page.record.claims
    }
    for link in links:
        if link.start not in claims or link.end not in claims:
            continue
        (page, start), (other, end) = claims[link.start], claims[link.end]
        together = start.cluster is not None and start.cluster == end.cluster
        if together == (link.relation in UNITING):
            continue
        stand = f"both stand in cluster {start.cluster}" if together else "they share no cluster"
        yield Finding(
            "link",
            page.layer,
            page.document,
            start.sentence,
            (start.id,),
            f"The claim «{_quote(start)}» is said to be {_SAID[link.relation]} «{_quote(end)}» of "
            f"{other.document}, and {stand}.",
            1.0,
            (Place(other.layer, other.document, end.sentence, end.id),),
        )


def list_parted(links: Iterable[Link]) -> frozenset[str]:
    """Return the names of the pairs that somebody said not to state the same."""
    return frozenset(
        name_pair(each.start, each.end) for each in links if each.relation not in UNITING
    )


def _quote(claim: Claim) -> str:
    return shorten(" … ".join(span.text for span in claim.spans) or claim.proposition or "")
