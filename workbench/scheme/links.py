"""What claims and attributions say of each other: ids, targets, cycles, voices."""

from __future__ import annotations

from typing import Any

from workbench.model import compute_leaf_claims, find_cycle
from workbench.scheme.form import UNREADABLE, Problems
from workbench.scheme.names import ID_FORM, is_id
from workbench.scheme.violations import Problem, show, show_text

Leaves = dict[int, tuple[str, ...]]


def check_ids(record: Any, problems: Problems) -> None:
    """Check that ids are of their alphabet, and unique in the document (invariant 3)."""
    seen: dict[str, str] = {}
    for kind in ("sentences", "claims", "attributions"):
        for index, item in enumerate(getattr(record, kind)):
            name = item.id
            if name is UNREADABLE:
                continue
            if name in seen:
                expected = "an id that nothing else in the document has"
                got = f"{show_text(name)}, the id of {seen[name]}"
                problems.append(Problem(f"/{kind}/{index}/id", expected, got))
                continue
            seen[name] = f"/{kind}/{index}"
            if not is_id(name):
                problems.append(Problem(f"/{kind}/{index}/id", ID_FORM, show_text(name)))


def check_links(record: Any, problems: Problems) -> Leaves:
    """Check targets, cycles and voices (invariants 8, 9, 10); return leaf claims by index."""
    claims = {claim.id for claim in record.claims if claim.id is not UNREADABLE}
    attributions = {
        attribution.id: attribution
        for attribution in record.attributions
        if attribution.id is not UNREADABLE
    }
    is_nested = False
    leaves: Leaves = {}
    for index, attribution in enumerate(record.attributions):
        targets = attribution.targets
        if claims.issuperset(targets) and targets and len(set(targets)) == len(targets):
            leaves[index] = targets
            continue
        known = claims | attributions.keys() if _is_readable(record) else None
        _check_targets(targets, known, f"/attributions/{index}", problems)
        is_nested = is_nested or not attributions.keys().isdisjoint(targets)
        found = compute_leaf_claims(attribution, attributions)
        leaves[index] = tuple(leaf for leaf in found if leaf in claims)
    if is_nested:
        _check_cycles(record, attributions, problems)
    _check_voices(record, {leaf for found in leaves.values() for leaf in found}, problems)
    return leaves


def _is_readable(record: Any) -> bool:
    """Answer whether all ids can be read: otherwise a target may be what one of them was."""
    if UNREADABLE in (record.claims, record.attributions):
        return False
    return all(item.id is not UNREADABLE for item in (*record.claims, *record.attributions))


def _check_targets(targets: Any, known: set[str] | None, at: str, problems: Problems) -> None:
    if not targets and targets is not UNREADABLE:
        problems.append(Problem(f"{at}/targets", "at least one target", "[]"))
    seen: set[str] = set()
    for index, target in enumerate(targets):
        if target is UNREADABLE:
            continue
        if known is not None and target not in known:
            expected = "the id of a claim or an attribution"
            problems.append(Problem(f"{at}/targets/{index}", expected, show_text(target)))
        if target in seen:
            got = f"{show_text(target)} again"
            problems.append(Problem(f"{at}/targets/{index}", "each target once", got))
        seen.add(target)


def _check_cycles(record: Any, attributions: dict[str, Any], problems: Problems) -> None:
    left = dict(attributions)
    indices = {attribution.id: index for index, attribution in enumerate(record.attributions)}
    while cycle := find_cycle(left):
        got = " -> ".join((*cycle, cycle[0]))
        at = f"/attributions/{indices[cycle[0]]}/targets"
        problems.append(Problem(at, "no cycle", show(got)))
        for name in cycle:
            del left[name]


def _check_voices(record: Any, reached: set[str], problems: Problems) -> None:
    for index, claim in enumerate(record.claims):
        is_attributed = claim.id in reached
        if claim.voice == "author" and is_attributed:
            expected = '"attributed", since an attribution reaches the claim'
            problems.append(Problem(f"/claims/{index}/voice", expected, '"author"'))
        elif claim.voice == "attributed" and not is_attributed and claim.id is not UNREADABLE:
            expected = '"author", since no attribution reaches the claim'
            problems.append(Problem(f"/claims/{index}/voice", expected, '"attributed"'))
        elif claim.voice == "author" and claim.spans == () and claim.spans is not UNREADABLE:
            expected = '"attributed", since the claim has no spans'
            problems.append(Problem(f"/claims/{index}/voice", expected, '"author"'))
