"""All checks of one layer, and of all its annotators, in one order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from workbench.curation.conflicts import find_conflicting
from workbench.curation.cues import find_unusual_stances
from workbench.curation.edges import find_edges
from workbench.curation.finding import Finding, order_findings
from workbench.curation.links import find_unlinked
from workbench.curation.pairs import find_odd_links, list_parted
from workbench.curation.people import Worker, find_odd_labels, find_odd_paces
from workbench.curation.reading import Page
from workbench.curation.repeats import find_repeats, find_twins
from workbench.model import Link, Record

CHECKS: dict[str, Callable[[Sequence[Page]], Iterator[Finding]]] = {
    "twin": find_twins,
    "repeat": find_repeats,
    "stance": find_unusual_stances,
    "edge": find_edges,
}
KINDS = (*CHECKS, "unlinked", "link", "figure", "pace", "labels")
"""The kinds of findings."""


def read_pages(records: Iterable[Record]) -> list[Page]:
    """Return the records as the checks see them, by document id."""
    return [Page(record) for record in sorted(records, key=lambda each: each.document.id)]


def check_layer(records: Iterable[Record], links: Collection[Link] = ()) -> list[Finding]:
    """Return what looks wrong in the records of one layer, the surest first.

    The order of the records does not matter.

    Parameters
    ----------
    links
        What the layer says of pairs of its claims.
    """
    pages = read_pages(records)
    findings = [finding for check in CHECKS.values() for finding in check(pages)]
    findings += find_unlinked(pages, list_parted(links))
    findings += find_conflicting(pages, links)
    return order_findings([*findings, *find_odd_links(pages, links)])


def check_people(workers: Sequence[Worker]) -> list[Finding]:
    """Return which annotators are out of line with the others, the surest first."""
    ordered = sorted(workers, key=lambda worker: worker.layer)
    return order_findings([*find_odd_paces(ordered), *find_odd_labels(ordered)])
