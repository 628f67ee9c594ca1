"""Where a sentence, a claim or an attribution of a project is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from workbench.curation import Finding, Place
from workbench.errors import UsageError
from workbench.project.layers import ANNOTATOR

if TYPE_CHECKING:
    from workbench.store import Store

SHOWN = 5


def as_place(finding: Finding) -> Place:
    """Return the place that a finding speaks of."""
    item = finding.items[0] if finding.items else None
    return Place(finding.layer, finding.document, finding.sentence, item)


def find_place(
    store: Store, item: str, layers: Iterable[str], document: str | None, home: str
) -> Place:
    """Return where `item`, the id of a sentence, a claim or an attribution, is.

    An id keeps to its item from layer to layer (gold takes over what annotators made), so that one
    document may have it in several: then the first layer is meant.

    Parameters
    ----------
    layers
        Where claims and attributions are looked for.
    home
        The layer that is meant where it is a sentence, which all layers have.
    document
        The only document to look in; without it, all of them.

    Raises
    ------
    UsageError
        It is nowhere, or in several places.
    """
    names = list(layers)
    documents = [document] if document is not None else store.documents_with(item)
    found = [place for each in documents for place in _iter_places(store, each, item, names, home)]
    if not found:
        raise UsageError(
            f"Expected the id of a sentence, a claim or an attribution, got {item!r}, which is "
            f"nowhere in {', '.join(names) or 'this project'}.",
            hint="Name the layer with layer=... where it is another one's.",
        )
    if len({each.document for each in found}) > 1:
        known = ", ".join(sorted({each.document for each in found})[:SHOWN])
        raise UsageError(
            f"Expected the id of one place, got {item!r}, which is in {known}.",
            hint="Name the document with document=....",
        )
    people = [each.layer for each in found if each.layer.startswith(ANNOTATOR)]
    if len(people) > 1:
        raise UsageError(
            f"Expected the id of one place, got {item!r}, which is in {', '.join(people)}.",
            hint="Name the layer with layer=....",
        )
    return found[0]


def _iter_places(
    store: Store, document: str, item: str, layers: list[str], home: str
) -> Iterator[Place]:
    if any(ref.sentence == item for ref in store.get_document(document).sentences):
        yield Place(home, document, item)
        return
    for layer in layers:
        for sentence, stored in store.get_annotations(document, layer).items():
            annotation = stored.annotation
            claims = {claim.id for claim in annotation.claims}
            if item in claims or any(each.id == item for each in annotation.attributions):
                yield Place(layer, document, sentence, item)
