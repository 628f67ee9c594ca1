"""Listing claims: over all documents, whatever the size of a page, as both databases hold them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.contract.building import LAYER, OTHER, add, make_action, make_document, make_key
from workbench.model import Annotation, Attribution, Claim, Source, Span
from workbench.store import ClaimFilter, ListedClaim, Store, listing


def claim(name: str, sentence: str = "s1", *, unsure: bool = False) -> Claim:
    return Claim(name, sentence, (), "author", proposition=f"claim {name}", unsure=unsure)


def hold(
    name: str,
    target: str,
    words: str | None = "نَفَت الوزارة",
    *,
    sentence: str = "s1",
    stance: str = "affirm",
    unsure: bool = False,
) -> Attribution:
    spans = (Span(0, len(words), words),) if words else ()
    source = Source(spans, "explicit" if words else "implicit")
    return Attribution(name, sentence, source, None, (target,), (), stance, unsure=unsure)


def save(
    store: Store,
    document: str,
    sentence: str,
    *items: Claim | Attribution,
    flagged: bool = False,
    layer: str = LAYER,
) -> None:
    claims = tuple(each for each in items if isinstance(each, Claim))
    attributions = tuple(each for each in items if isinstance(each, Attribution))
    annotation = Annotation(sentence, claims, attributions, flagged=flagged)
    store.save(make_action((document, annotation, 0), layer=layer))


def listed(store: Store, count: int = 50, **wanted: object) -> list[str]:
    """Return the names of all claims that are asked for, a page of `count` at a time."""
    found: list[ListedClaim] = []
    first: int | None = 0
    while first is not None:
        page = store.claims(
            LAYER,
            ClaimFilter(**wanted),  # type: ignore[arg-type]
            first=first,
            count=count,
        )
        assert page.rest is None or page.rest > first
        found += page.claims
        first = page.rest
    return [f"{each.document}.{each.claim.id}" for each in found]


@pytest.fixture
def filled(store: Store) -> Store:
    add(store, *(make_document(f"d{number}") for number in range(4)))
    save(store, "d0", "s1", claim("c1"), claim("c2"), hold("a1", "c1"))
    # a relay in another sentence, and a doubt on it
    relay = hold("a2", "a1", None, sentence="s3", stance="report", unsure=True)
    save(store, "d0", "s3", relay)
    save(store, "d1", "s2", claim("c1", "s2", unsure=True), flagged=True)
    save(store, "d2", "s1", claim("c9"), layer=OTHER)
    save(store, "d3", "s1", hold("a1", "c1", "قال الناطق", stance="deny"))
    save(store, "d3", "s3", claim("c1", "s3"), claim("c2", "s3"))
    return store


ALL = ["d0.c1", "d0.c2", "d1.c1", "d3.c1", "d3.c2"]


CASES: list[tuple[dict[str, object], Sequence[str]]] = [
    ({}, ALL),
    ({"stance": "deny"}, ["d3.c1"]),
    ({"stance": "report"}, ["d0.c1"]),
    ({"stance": "cheer"}, []),
    ({"source": "نفت"}, ["d0.c1"]),  # compared folded
    ({"source": "الناطق", "stance": "deny"}, ["d3.c1"]),
    ({"source": "نفت", "stance": "deny"}, []),
    ({"source": "%"}, []),
    ({"realization": "implicit"}, ["d0.c1"]),
    ({"flagged": True}, ["d1.c1"]),
    ({"unsure": True}, ["d0.c1", "d1.c1"]),
    ({"unsure": True, "flagged": True}, ["d1.c1"]),
]


def test_claims_are_found_whatever_the_page(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for window, count in ((500, 50), (500, 1), (1, 50), (1, 2)):
        monkeypatch.setattr(listing, "MOST_DOCUMENTS", window)
        for wanted, found in CASES:
            assert listed(filled, count, **wanted) == found, (window, count, wanted)


def test_a_claim_comes_with_its_place_its_voice_and_all_who_hold_it(filled: Store) -> None:
    first, *_, denied, _ = filled.claims(LAYER, ClaimFilter()).claims
    assert (first.document, first.title, first.language, first.position) == ("d0", "جسر", "ar", 0)
    assert first.claim.voice == "attributed"
    assert [each.id for each in first.attributions] == ["a1", "a2"]
    assert denied.position == 3 * 3 + 2


def test_claims_of_one_sentence_are_not_parted(filled: Store) -> None:
    page = filled.claims(LAYER, ClaimFilter(), count=1)
    assert [each.claim.id for each in page.claims] == ["c1", "c2"]


def test_what_was_taken_back_is_not_listed(filled: Store) -> None:
    filled.undo(LAYER, make_key())
    assert listed(filled) == ALL[:3]
    assert listed(filled, stance="deny") == []


def test_what_was_withdrawn_is_not_listed(filled: Store) -> None:
    filled.withdraw("document", "d0", by="amal", reason="on request")
    assert listed(filled) == ALL[2:]
