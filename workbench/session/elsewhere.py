"""What the layer says in all articles, for an operation that reaches beyond the open one.

Everything is read where the operation first asks for it. What it changes in other articles is saved
with its own changes, as one action.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from workbench.model import Claim, ClaimRef, Cluster, Link, Relation, make_link, name_pair
from workbench.session.draft import Draft
from workbench.session.sheet import Sheet
from workbench.store import Change, ClusterLine, SaidLink, Store


class Elsewhere:
    """The clusters and links of a layer, as an operation changes them.

    Parameters
    ----------
    store, layer
        Where all is read, and whose answers.

    Attributes
    ----------
    document
        The open article, ``""`` where there is none.
    taken_back
        How many pairs something is no longer said of, besides the one that was meant.
    """

    def __init__(self, store: Store, layer: str) -> None:
        self._store, self._layer = store, layer
        self._stack: ExitStack | None = None
        self._sheets: dict[str, Sheet | None] = {}
        self._drafts: dict[str, Draft] = {}
        self._members: dict[str, dict[ClaimRef, None]] = {}
        self._statements: dict[str, SaidLink] = {}
        self._spoken: dict[ClaimRef, dict[str, None]] = {}  # the names of pairs, by claim
        self._lines: dict[str, ClusterLine] = {}
        self._kept_on = ("", "")
        self.document = ""
        self.taken_back = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let others write again; what was not committed is not saved."""
        if self._stack is not None:
            stack, self._stack = self._stack, None
            stack.__exit__(kind, error, trace)

    def open(self, document: str, draft: Draft) -> None:
        """Say which draft of which article the operation works on itself."""
        self.document, self._kept_on = document, (document, "")
        self._drafts[document] = draft

    def begin(self) -> None:
        """Keep others from writing from now on, so that what is read stays true."""
        if self._stack is None:
            self._stack = ExitStack()
            self._stack.enter_context(self._store.transaction())

    def commit(self) -> None:
        """Save what was written since `begin`."""
        self.__exit__(None, None, None)

    # -- reading -----------------------------------------------------------------------------

    def draft(self, document: str) -> Draft | None:
        """Return the draft of a document, or None where it is not part of the project."""
        if document not in self._drafts:
            if document not in self._sheets:
                self.begin()
                known = self._store.has_document(document)
                self._sheets[document] = (
                    Sheet(self._store, self._layer, document) if known else None
                )
            sheet = self._sheets[document]
            if sheet is None:
                return None
            self._drafts[document] = sheet.draft.fork()
        return self._drafts[document]

    def claim(self, ref: ClaimRef) -> Claim | None:
        """Return a claim as it stands now, or None where it is gone."""
        draft = self.draft(ref.document)
        return None if draft is None else draft.claims.get(ref.claim)

    def cluster_of(self, ref: ClaimRef) -> str | None:
        """Return the cluster that a claim is in."""
        claim = self.claim(ref)
        return None if claim is None else claim.cluster

    def members(self, cluster: str) -> tuple[ClaimRef, ...]:
        """Return the claims of a cluster, in the order of the texts, what came since at the end."""
        if cluster not in self._members:
            self.begin()
            found = self._store.cluster_members(self._layer, [cluster])
            self._members[cluster] = dict.fromkeys(found.get(cluster, ()))
        return tuple(self._members[cluster])

    def links(self, claims: Iterable[ClaimRef]) -> tuple[Link, ...]:
        """Return what is said of pairs that one of `claims` is in."""
        wanted = set(claims)
        self.begin()
        stored = self._store.links(self._layer, tuple(wanted))
        found: dict[str, Link] = {name_pair(each.start, each.end): each for each in stored}
        for name in (name for each in wanted for name in self._spoken.get(each, ())):
            said = self._statements[name]
            if said.relation is None:
                found.pop(name, None)
            else:
                found[name] = make_link(said.relation, said.start, said.end)
        return tuple(found.values())

    def line(self, cluster: str) -> Cluster | None:
        """Return what the layer has written of a cluster."""
        if cluster in self._lines:
            return self._lines[cluster].cluster
        self.begin()
        return self._store.cluster_lines(self._layer, [cluster]).get(cluster)

    # -- changing ----------------------------------------------------------------------------

    @property
    def kept_on(self) -> tuple[str, str]:
        """The article and the sentence on which what is said now is kept."""
        return self._kept_on

    def keep_on(self, document: str, sentence: str) -> None:
        """Say on which sentence all that is said from now on is kept."""
        self._kept_on = (document, sentence)

    def move(self, ref: ClaimRef, cluster: str | None) -> None:
        """Put a claim into a cluster, or into none."""
        before, draft = self.cluster_of(ref), self.draft(ref.document)
        if draft is None or before == cluster:
            return
        if before is not None:
            self.members(before)
            self._members[before].pop(ref, None)
        if cluster is not None:
            self.members(cluster)
            self._members[cluster][ref] = None
        draft.update(ref.claim, cluster=cluster)

    def lose(self, ref: ClaimRef, cluster: str) -> None:
        """Take a claim that is no more out of its cluster; see `close`."""
        self.members(cluster)
        self._members[cluster].pop(ref, None)

    def close(self, cluster: str) -> None:
        """Make an end of a cluster that only one claim is left in."""
        left = self.members(cluster)
        if len(left) == 1:
            self.move(left[0], None)

    def say(self, start: ClaimRef, end: ClaimRef, relation: Relation | None) -> None:
        """Say something of a pair, or nothing any more; what is said already is not said again."""
        name = name_pair(start, end)
        known = next((e for e in self.links([start]) if name_pair(e.start, e.end) == name), None)
        if known != (None if relation is None else make_link(relation, start, end)):
            self._statements[name] = SaidLink(*self._kept_on, start, end, relation)
            for each in (start, end):
                self._spoken.setdefault(each, {})[name] = None

    def take_back(self, link: Link) -> None:
        """Say nothing any more of a pair that is not the one that was meant."""
        self.say(link.start, link.end, None)
        self.taken_back += 1

    def write(self, cluster: Cluster) -> None:
        """Write what a cluster states."""
        if self.line(cluster.id) != cluster:
            self._lines[cluster.id] = ClusterLine(*self._kept_on, cluster)

    # -- saving ------------------------------------------------------------------------------

    @property
    def said(self) -> tuple[SaidLink | ClusterLine, ...]:
        """All that was said of pairs and of clusters."""
        return (*self._statements.values(), *self._lines.values())

    def list_kept(self) -> list[str]:
        """Return the sentences of the open article that something is kept on."""
        return [each.sentence for each in self.said if each.document == self.document]

    def changes(self) -> tuple[Change, ...]:
        """Return what to save in other articles: what came out different, and what is kept on."""
        found: list[Change] = []
        for document, sheet in self._sheets.items():
            draft = self._drafts.get(document)
            if sheet is None or draft is None:
                continue
            changes = draft.changes()
            for each in self.said:
                if each.document == document:
                    changes.setdefault(each.sentence, draft.saved(each.sentence))
            found += (Change(document, a, sheet.revision(name)) for name, a in changes.items())
        return tuple(found)
