"""The part of an adjudication in which links are made one: taken over, told, ruled, accepted."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from workbench.curation.adjudication import ANNOTATOR
from workbench.curation.adjudication.linking import Pair
from workbench.model import Claim, ClaimRef
from workbench.scheme import Scheme
from workbench.session.desk import Desk
from workbench.session.draft import Draft
from workbench.session.elsewhere import Elsewhere
from workbench.session.focus import Focus
from workbench.session.link_rulings import Linker, dump_pair
from workbench.session.relating import Relating
from workbench.session.sheet import Sheet
from workbench.store import MERGE, Store

if TYPE_CHECKING:
    from workbench.session.bench import Bench

Json = dict[str, Any]

GOLD = "gold"


class JudgingLinks:
    """How annotators link claims, beside how gold does."""

    relating: Relating
    adjudicator: str | None
    _store: Store
    _scheme: Scheme
    _opened: Sheet | None = None

    if TYPE_CHECKING:

        @property
        def order(self) -> tuple[str, ...]: ...  # noqa: D102
        @property
        def shown(self) -> dict[str, str]: ...  # noqa: D102
        def of(self, sheet: Sheet) -> Bench: ...  # noqa: D102

    @property
    def linker(self) -> Linker:
        """What says in gold how claims belong together."""
        return Linker(self.relating, self.adjudicator, self.order)

    def find_pairs(self, sheet: Sheet) -> dict[str, Pair]:
        """Return the pairs of claims that one of the open article is in, and anybody linked."""
        return self.relating.find(self.of(sheet), sheet.draft)

    def tell_pairs(self, sheet: Sheet, focus: ClaimRef) -> dict[ClaimRef, Json]:
        """Return what people say of a claim and others, as a view shows it, by the other claim."""
        told = {}
        for pair in self.find_pairs(sheet).values():
            if focus in (pair.first, pair.second):
                other = pair.second if pair.first == focus else pair.first
                told[other] = dump_pair(pair, focus, self.order, self.shown)
        return told

    def propose(self, sheet: Sheet, claim: str) -> str | None:
        """Return what most annotators have written of the cluster that a claim of gold is in."""
        bench = self.of(sheet)
        numbers = [n for n, gold in bench.map(sheet.draft).items() if gold == claim]
        items = [each for n in numbers for each in bench.units.all[n].items.items()]
        written = [
            line.proposition
            for person, item in items
            if isinstance(item, Claim) and item.cluster is not None
            for line in self._store.cluster_lines(ANNOTATOR + person, [item.cluster]).values()
            if line.proposition
        ]
        return Counter(written).most_common(1)[0][0] if written else None

    def rule_link(self, desk: Desk, before: Draft, args: Json | None) -> None:
        """Keep with a link in gold who made it."""
        self.linker.rule(desk, before, args)

    def take_agreed_links(self, desk: Desk, sentences: Iterable[str]) -> None:
        """Link in gold what all link now, as part of an operation."""
        self.relating.forget()
        self.linker.take_agreed(desk, sentences)

    def take_over_links(self, sheet: Sheet, *, spare: bool = False) -> tuple[int, set[str]]:
        """Link in gold all that annotators agree on with the claims of an article.

        One transaction, and no action of anybody. Returns of how many pairs something was said,
        and the sentences to draw again.

        Parameters
        ----------
        spare
            Whether to do nothing where it would meet an undo of the last action.
        """
        key = secrets.token_hex(16)
        with Elsewhere(self._store, GOLD) as elsewhere:
            desk = self._open_desk(sheet, elsewhere, key)
            count = self.linker.take_agreed(desk, {each.id for each in desk.draft.sentences})
            changes = desk.changes()
            touched = {(sheet.id, sentence) for sentence in changes}
            touched |= {(each.document, each.annotation.sentence) for each in elsewhere.changes()}
            if not count or (spare and touched & self._store.undo_sentences(GOLD)):
                return 0, set()
            return count, sheet.save(key, MERGE, changes, None, elsewhere=elsewhere)

    def arrive(self, sheet: Sheet) -> set[str]:
        """Link in gold what annotators agree on, once for each article that is opened.

        Not at each step: an undo of what was done in between would meet it.
        """
        if self._opened is sheet:
            return set()
        self._opened = sheet
        return self.take_over_links(sheet, spare=True)[1] if self.find_pairs(sheet) else set()

    def accept_links(self, sheet: Sheet, person: str) -> int:
        """Settle the links of an article that are open as a person has them; return how many."""
        key = secrets.token_hex(16)
        with Elsewhere(self._store, GOLD) as elsewhere:
            desk = self._open_desk(sheet, elsewhere, key)
            count = self.linker.take_person(desk, person)
            if count:
                changes, rules = desk.changes(), desk.rules
                sheet.save(key, "accept answers", changes, None, rules=rules, elsewhere=elsewhere)
            return count

    def _open_desk(self, sheet: Sheet, elsewhere: Elsewhere, key: str) -> Desk:
        elsewhere.begin()
        sheet.refresh()
        draft = sheet.draft.fork()
        elsewhere.open(sheet.id, draft)
        bench = self.of(sheet)
        return Desk(draft, Focus(""), self._scheme, key, bench=bench, elsewhere=elsewhere)
