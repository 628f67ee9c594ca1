"""What follows from the attributions: leaf claims, voices, and cycles.

A chain starts at an attribution and follows its targets until it ends in claims, its leaf claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from workbench.model.record import Attribution, Claim, Voice


def compute_leaf_claims(
    attribution: Attribution, attributions: Mapping[str, Attribution]
) -> tuple[str, ...]:
    """Return the ids of the claims that the chain of `attribution` ends in, each once, in order.

    Ids that are no key of `attributions` are taken for claims; a cycle is followed only once.
    """
    leaves: dict[str, None] = {}
    seen = {attribution.id}
    stack = list(reversed(attribution.targets))
    while stack:
        target = stack.pop()
        if target not in attributions:
            leaves[target] = None
        elif target not in seen:
            seen.add(target)
            stack.extend(reversed(attributions[target].targets))
    return tuple(leaves)


def derive_voices(
    claims: Iterable[Claim], attributions: Iterable[Attribution]
) -> tuple[Claim, ...]:
    """Return `claims`, each with the voice that `attributions` give it.

    A claim that an attribution's chain ends in is `attributed`. A claim that none reaches keeps
    ``author`` where somebody said so, and otherwise waits for its source (voice ``None``).
    """
    by_id = {attribution.id: attribution for attribution in attributions}
    reached = {leaf for each in by_id.values() for leaf in compute_leaf_claims(each, by_id)}

    def voiced(claim: Claim) -> Claim:
        stated: Voice | None = "author" if claim.voice == "author" else None
        voice = "attributed" if claim.id in reached else stated
        return claim if claim.voice == voice else msgspec.structs.replace(claim, voice=voice)

    return tuple(voiced(claim) for claim in claims)


def find_cycle(attributions: Mapping[str, Attribution]) -> tuple[str, ...]:
    """Return the ids along one cycle of attributions, or ``()`` where there is none."""
    done: set[str] = set()
    for start in attributions:
        path: dict[str, None] = {}
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            node, leaving = stack.pop()
            if leaving:
                path.pop(node, None)
                done.add(node)
            elif node in path:
                ids = list(path)
                return tuple(ids[ids.index(node) :])
            elif node in attributions and node not in done:
                path[node] = None
                stack.append((node, True))
                stack.extend((target, False) for target in reversed(attributions[node].targets))
    return ()
