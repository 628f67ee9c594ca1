"""Claims of other articles as a view shows them beside the claim in focus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from workbench.model import DIRECTED, Attribution, Claim, ClaimRef, Cluster, Link
from workbench.store import ClaimFilter, Store, StoredDocument
from workbench.store.listing import find_claims
from workbench.text import direction_of, fold_key

Json = dict[str, Any]

_COMPLEMENTISERS = frozenset({"ان", "that"})
"""Words, folded, that a claim begins with and a proposition does not."""


class Other(msgspec.Struct, frozen=True):
    """A claim with its article and those who hold it."""

    stored: StoredDocument
    claim: Claim
    holders: tuple[Attribution, ...]


def read_others(store: Store, layer: str, refs: Iterable[ClaimRef]) -> dict[ClaimRef, Other]:
    """Return these claims of a layer; those that are gone are left out."""
    wanted = dict.fromkeys(refs)
    names = list(dict.fromkeys(ref.document for ref in wanted))
    documents = store.get_documents(names)
    said = store.get_many_annotations(names, layer)
    found = {}
    for document in names:
        if document not in documents or not store.has_document(document):
            continue
        annotations = [each.annotation for each in said.get(document, {}).values()]
        for claim, holders in find_claims(annotations, ClaimFilter()):
            ref = ClaimRef(document, claim.id)
            if ref in wanted:
                found[ref] = Other(documents[document], claim, holders)
    return found


def dump_other(
    other: Other, focus: ClaimRef, score: float | None, links: Mapping[ClaimRef, Link]
) -> Json:
    """Return a claim as the panel shows it, with what was said of it and the one in focus.

    Parameters
    ----------
    links
        What was said of the claim in focus and others, by the other one.
    """
    claim = other.claim
    link = links.get(ClaimRef(other.stored.document.id, claim.id))
    return {
        **dump_place(other),
        "words": show_words(claim),
        "proposition": claim.proposition,
        "voice": claim.voice,
        "cluster": claim.cluster,
        "features": claim.features,
        "figure": claim.features.get("figure"),
        "date": claim.features.get("date"),
        "conflict": None,
        "holders": [_dump_holder(each) for each in other.holders],
        "score": score,
        "relation": None if link is None else link.relation,
        "reversed": link is not None and _is_reversed(link, focus),
        "versions": [],
    }


def dump_place(other: Other) -> Json:
    """Return where a claim stands: its article, its sentence, its id."""
    claim, document = other.claim, other.stored.document
    ref = next(each for each in other.stored.sentences if each.sentence == claim.sentence)
    return {
        "document": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": _find_published(other.stored, ref.start),
        "language": document.language,
        "dir": direction_of(document.language),
        "sentence": claim.sentence,
        "position": ref.position,
        "claim": claim.id,
    }


def show_words(claim: Claim) -> str:
    """Return a claim's words; of one that is only understood, its proposition."""
    return " … ".join(span.text for span in claim.spans) or claim.proposition or ""


def propose_proposition(claim: Claim) -> str:
    """Return a sentence that a claim's cluster may state: its proposition, else its words.

    Without the complementiser that they begin with, which leads into a sentence and is none of it.
    """
    if claim.proposition:
        return claim.proposition
    words = " ".join(span.text for span in claim.spans).split()
    if len(words) > 1 and fold_key(words[0]) in _COMPLEMENTISERS:
        words = words[1:]
    return " ".join(words)


def dump_clusters(sizes: Mapping[str, tuple[int, int]], lines: Mapping[str, Cluster]) -> Json:
    """Return how many claims clusters have, in how many articles, and what they state."""
    return {
        cluster: {
            "size": claims,
            "documents": documents,
            "proposition": lines[cluster].proposition if cluster in lines else None,
        }
        for cluster, (claims, documents) in sizes.items()
    }


def _find_published(stored: StoredDocument, start: int) -> str | None:
    """Return when the stretch of a sentence was published: its own date, else the article's."""
    for segment in stored.segments:
        if segment.start <= start < segment.end and segment.published:
            return segment.published
    return stored.document.published


def _dump_holder(attribution: Attribution) -> Json:
    return {
        "words": " ".join(span.text for span in attribution.source.spans),
        "stance": attribution.stance,
        "certainty": attribution.certainty,
        "realization": attribution.source.realization,
        "entities": list(attribution.source.entities),
    }


def _is_reversed(link: Link, focus: ClaimRef) -> bool:
    return link.relation in DIRECTED and link.start != focus
