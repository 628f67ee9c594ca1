"""Chains of attributions: where they end, what voice they give, and that they never circle."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model import (
    Attribution,
    Claim,
    Voice,
    compute_leaf_claims,
    derive_voices,
    find_cycle,
)

Links = dict[str, tuple[str, ...]]


def attributions_of(links: Links) -> dict[str, Attribution]:
    return {name: Attribution(name, "s1", targets=targets) for name, targets in links.items()}


def claim(name: str, voice: Voice | None = None) -> Claim:
    return Claim(name, "s1", (), voice)


NAMES = [f"a{number}" for number in range(6)]
LINKS = st.dictionaries(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from([*NAMES, "c1", "c2", "c3"]), max_size=4).map(tuple),
)


def reachable(start: str, links: Links) -> set[str]:
    """Return what is reached from `start` by one step or more: the plain definition."""
    found: set[str] = set()
    edge = set(links.get(start, ()))
    while edge:
        found |= edge
        edge = {target for name in edge for target in links.get(name, ())} - found
    return found


@given(LINKS)
def test_leaf_claims_are_what_a_chain_reaches_and_is_no_attribution(links: Links) -> None:
    attributions = attributions_of(links)
    for name, attribution in attributions.items():
        leaves = compute_leaf_claims(attribution, attributions)
        assert set(leaves) == reachable(name, links) - links.keys()
        assert len(set(leaves)) == len(leaves)


@given(LINKS)
def test_a_cycle_is_found_exactly_where_something_reaches_itself(links: Links) -> None:
    cycle = find_cycle(attributions_of(links))
    circling = {name for name in links if name in reachable(name, links)}
    assert bool(cycle) == bool(circling)
    for name, following in zip(cycle, cycle[1:] + cycle[:1], strict=True):
        assert following in links[name]


@given(LINKS)
def test_a_claim_is_attributed_exactly_where_a_chain_ends_in_it(links: Links) -> None:
    attributions = attributions_of(links)
    claims = [claim("c1", "author"), claim("c2"), claim("c3", "attributed")]
    voiced = derive_voices(claims, attributions.values())
    reached = {name for start in links for name in reachable(start, links)}
    for before, after in zip(claims, voiced, strict=True):
        otherwise = "author" if before.voice == "author" else None
        assert after.voice == ("attributed" if before.id in reached else otherwise)


def test_leaf_claims_keep_the_order_of_targets() -> None:
    attributions = attributions_of({"a1": ("c3", "a2", "c1"), "a2": ("c2", "c3")})
    assert compute_leaf_claims(attributions["a1"], attributions) == ("c3", "c2", "c1")


def test_a_long_chain_is_followed_without_recursion() -> None:
    count = 20_000
    links: Links = {f"a{number}": (f"a{number + 1}",) for number in range(count)}
    links[f"a{count}"] = ("c1",)
    attributions = attributions_of(links)
    assert compute_leaf_claims(attributions["a0"], attributions) == ("c1",)
    assert find_cycle(attributions) == ()
