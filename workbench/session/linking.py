"""Edits that say how claims of one's articles belong together: links, clusters, what they state."""

from __future__ import annotations

from workbench.errors import ConflictError, EditError
from workbench.model import RELATIONS, UNITING, ClaimRef, Cluster, Relation
from workbench.session.desk import Desk
from workbench.session.draft import Draft
from workbench.session.elsewhere import Elsewhere
from workbench.session.wording import refusal

LINKING = ("link", "cluster_proposition")
"""The operations that are done to what is in the store now, whatever the person saw last."""


def link(
    desk: Desk,
    document: str,
    claim: str,
    relation: Relation | None,
    item_id: str | None = None,
    *,
    reversed: bool = False,  # noqa: A002  the protocol's name
) -> None:
    """Say how the claim in focus stands to another one; ``None`` takes back what was said.

    Parameters
    ----------
    document, claim
        The other claim.
    reversed
        A directed relation goes from the other claim to the one in focus.
    """
    if relation is not None and relation not in RELATIONS:
        raise EditError(f"Expected one of {', '.join(RELATIONS)} or null, got {relation!r}.")
    found, other = _find_claim(desk, item_id), ClaimRef(document, claim)
    if found == other:
        raise refusal("link_itself", subject=claim)
    elsewhere = desk.use_elsewhere()
    if elsewhere.claim(other) is None:
        raise _make_gone()
    state(elsewhere, found, other, relation, desk.new_id("k"), backwards=reversed)


def cluster_proposition(desk: Desk, text: str, item_id: str | None = None) -> None:
    """Say in one sentence what the cluster of a claim states; an empty text takes that back."""
    found = _find_claim(desk, item_id)
    cluster = desk.draft.claim(found.claim).cluster
    if cluster is None:
        raise refusal("no_cluster", subject=found.claim)
    elsewhere = desk.use_elsewhere()
    known = elsewhere.line(cluster)
    proposition = " ".join(text.split()) or None
    elsewhere.write(Cluster(cluster, proposition, known.note if known else None))


def state(
    elsewhere: Elsewhere,
    focus: ClaimRef,
    other: ClaimRef,
    relation: Relation | None,
    new_cluster: str,
    *,
    backwards: bool = False,
) -> None:
    """Say `relation` of two claims, and put them into one cluster or into two.

    Parameters
    ----------
    focus
        The claim that leaves a cluster where the two may not stay in one.
    new_cluster
        The id of a cluster that has to be made.
    backwards
        The relation goes from `other` to `focus`.
    """
    if relation in UNITING:
        _unite(elsewhere, focus, other, new_cluster)
    elif _is_in_one(elsewhere, focus, other):
        _leave(elsewhere, focus, other)
    start, end = (other, focus) if backwards else (focus, other)
    elsewhere.say(start, end, relation)


def close_clusters(desk: Desk, before: Draft) -> None:
    """Make an end of clusters that only one claim is left in, after claims were deleted."""
    gone = [claim for claim in before.claims.values() if claim.id not in desk.draft.claims]
    clusters = {claim.id: claim.cluster for claim in gone if claim.cluster is not None}
    elsewhere = desk.use_elsewhere()
    for claim_id, cluster in clusters.items():
        elsewhere.lose(ClaimRef(elsewhere.document, claim_id), cluster)
    for cluster in dict.fromkeys(clusters.values()):
        elsewhere.close(cluster)


def _find_claim(desk: Desk, item_id: str | None) -> ClaimRef:
    """Return the claim that is meant, and keep what is said on its sentence."""
    if not (item_id or desk.focus.card):
        raise refusal("no_claim")
    claim = desk.draft.claim(item_id or desk.focus.card or "")
    elsewhere = desk.use_elsewhere()
    elsewhere.keep_on(elsewhere.document, claim.sentence)
    return ClaimRef(elsewhere.document, claim.id)


def _is_in_one(elsewhere: Elsewhere, focus: ClaimRef, other: ClaimRef) -> bool:
    cluster = elsewhere.cluster_of(focus)
    return cluster is not None and cluster == elsewhere.cluster_of(other)


def _unite(elsewhere: Elsewhere, focus: ClaimRef, other: ClaimRef, new_cluster: str) -> None:
    """Make one cluster of those of two claims: the smaller joins the larger."""
    if _is_in_one(elsewhere, focus, other):
        return
    mine, theirs = elsewhere.cluster_of(focus), elsewhere.cluster_of(other)
    sides = [
        (mine, elsewhere.members(mine) if mine else (focus,)),
        (theirs, elsewhere.members(theirs) if theirs else (other,)),
    ]
    # A cluster stays before a claim without one, then the larger, then that whose id comes first.
    sides.sort(key=lambda side: (side[0] is None, -len(side[1]), side[0] or ""))
    (stays, kept), (joins, moved) = sides
    _forget_parting(elsewhere, moved, kept, {focus, other})
    target = stays or new_cluster
    for ref in moved if stays else (*kept, *moved):
        elsewhere.move(ref, target)
    if joins is not None:
        _hand_on(elsewhere, joins, target)


def _forget_parting(
    elsewhere: Elsewhere,
    moved: tuple[ClaimRef, ...],
    kept: tuple[ClaimRef, ...],
    meant: set[ClaimRef],
) -> None:
    """Take back what told claims apart that come to stand in one cluster; `meant` is said anew."""
    both = {*moved, *kept}
    for each in elsewhere.links(moved):
        ends = {each.start, each.end}
        if each.relation not in UNITING and ends <= both and ends != meant:
            elsewhere.take_back(each)


def _hand_on(elsewhere: Elsewhere, joins: str, target: str) -> None:
    """Let a cluster without a proposition have that of the one that joined it."""
    known, line = elsewhere.line(joins), elsewhere.line(target)
    if known is not None and known.proposition and not (line and line.proposition):
        note = (line.note if line else None) or known.note
        elsewhere.write(Cluster(target, known.proposition, note))


def _leave(elsewhere: Elsewhere, focus: ClaimRef, other: ClaimRef) -> None:
    """Take a claim out of its cluster, with all that tied it to the others there."""
    cluster = elsewhere.cluster_of(focus) or ""
    members = set(elsewhere.members(cluster)) - {focus}
    for each in elsewhere.links([focus]):
        partner = each.end if each.start == focus else each.start
        if each.relation in UNITING and partner in members and partner != other:
            elsewhere.take_back(each)
    elsewhere.move(focus, None)
    elsewhere.close(cluster)


def _make_gone() -> ConflictError:
    text = refusal("link_gone")
    return ConflictError(text.message, mine={}, theirs={}, hint=text.hint, wording=text.wording)
