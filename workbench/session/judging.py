"""The part of a session in which gold is adjudicated: what its operations need beside an edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import msgspec

from workbench.errors import EditError
from workbench.model import Annotation, ClaimRef
from workbench.session.adjudicating import GOLD
from workbench.session.focus import find_missing
from workbench.session.linking import LINKING
from workbench.session.reply import Json, Reply
from workbench.session.ruling import RULINGS, decide_gold, note_edits
from workbench.session.sheet import Sheet
from workbench.session.wording import refusal
from workbench.store import Action, Change, Rule, SentenceRef, Store, Verdict

if TYPE_CHECKING:
    from workbench.session.adjudicating import Adjudicating
    from workbench.session.desk import Desk
    from workbench.session.draft import Draft
    from workbench.session.focus import Focus
    from workbench.session.outcomes import Outcomes

SCOPES = ("document", "project")

Refused = tuple[dict[str, Annotation], tuple[Verdict, ...], tuple[Rule, ...]]
"""What a conflict kept from being saved: it waits for the person's word."""


class Judging:
    """The part of a session that settles differences between annotators."""

    store: Store
    layer: str
    language: str
    _focus: Focus
    _sheet: Sheet | None
    _judge: Adjudicating | None
    _fresh: set[str]
    _outcomes: Outcomes

    if TYPE_CHECKING:

        @property
        def sheet(self) -> Sheet: ...  # noqa: D102
        def _delta(self, sentences: Iterable[str] = ()) -> Json: ...
        def _word(self, key: str, **values: str | int) -> str: ...

    def _find_edit(self, name: str, edit: Callable[..., None]) -> Callable[..., None]:
        """Return what an operation runs: gold asks more of a decision."""
        return decide_gold if self._judge is not None and name == "decide" else edit

    def _rule(self, name: str, desk: Desk, before: Draft, args: Json) -> None:
        """Keep with an edit of gold who made it, and rule ``own`` on what it changed."""
        if self._judge is None:
            return
        if name in LINKING:
            self._judge.rule_link(desk, before, args if name == "link" else None)
            return
        if name not in RULINGS:
            note_edits(desk, before)
        ruled = {each.sentence for each in desk.rules if each.adjudicator is not None}
        bench = desk.use_bench()
        for sentence in sorted(set(desk.changes()) - ruled):
            desk.rules.append(bench.make_mark(sentence, "edit"))
        decided = desk.focus.sentence
        if name in ("decide", "nothing") and desk.draft.decision(decided).status == "done":
            self._judge.take_agreed_links(desk, [decided])

    def _find_judged(self, focus: ClaimRef) -> dict[ClaimRef, Json]:
        """Return what annotators say of a claim of gold and others, by the other claim."""
        if self._judge is None:
            return {}
        self._judge.relating.forget()
        return self._judge.tell_pairs(self.sheet, focus)

    def _propose(self, claim: str) -> str | None:
        """Return what annotators have written of the cluster of a claim of gold, if anything."""
        return None if self._judge is None else self._judge.propose(self.sheet, claim)

    def _take_over(self) -> None:
        """Bring gold of the open document up to what annotators agree on."""
        if self._judge is not None and self._sheet is not None:
            self._fresh |= self._judge.take_over(self._sheet)
            self._fresh |= self._judge.arrive(self._sheet)

    def _use_fresh(self) -> set[str]:
        """Return the sentences that were taken over since the last time, for a view to draw."""
        fresh, self._fresh = self._fresh, set()
        return fresh

    @contextmanager
    def _own_step(self, step: Literal["undo", "redo"]) -> Iterator[None]:
        """Refuse to take back what another adjudicator has done."""
        if self._judge is None:
            yield
            return
        with self.store.transaction():
            author = self.store.author_of(step)
            if author not in (None, self._judge.adjudicator):
                name = self._name(str(author))
                raise refusal("others_undo", subject=author, name=name)
            yield

    def _name(self, pseudonym: str) -> str:
        """Return what a person is called here: nothing of their name where names are hidden."""
        if self._judge is not None and self._judge.plan.hide_names:
            return self._judge.shown.get(pseudonym, pseudonym)
        people = {each.pseudonym: each.name or each.pseudonym for each in self.store.people()}
        return people.get(pseudonym, pseudonym)

    def _list_people(self) -> list[str]:
        if self._judge is not None and self._judge.plan.hide_names:
            return []
        return [person.name or person.pseudonym for person in self.store.people()]

    def _judgement(self, sheet: Sheet | None, *, changes: bool = False) -> Json:
        """Return what a view is told of the answers to the open document, or of what became of it.

        Parameters
        ----------
        changes
            Whether to tell only what the view does not know yet.
        """
        if self._judge is None:
            outcome = self._outcomes.dump(sheet, self.language, changes=changes)
            return {"adjudication": None, "outcome": outcome}
        if changes and sheet is not None:
            return {"adjudication": self._judge.dump_changes(sheet, self.language), "outcome": None}
        return {"adjudication": self._judge.dump(sheet, self.language), "outcome": None}

    def _find_open(self, position: int, step: int) -> SentenceRef | None:
        """Return the next open sentence; to adjudicate, one that somebody has answered."""
        while True:
            ref = self.store.next_sentence(
                position, layer=self.layer, step=step, only_open=True, given=True
            )
            if ref is None or self._judge is None or self._judge.is_answered(ref):
                return ref
            position = ref.position

    def _say_ruling(self, name: str, args: Json, desk: Desk) -> str:
        """Return what a ruling led to, and how much is left in the sentence."""
        if name in ("decide", "nothing"):
            return self._say_links_left(desk.focus.sentence)
        if name not in RULINGS:
            return ""
        bench = desk.use_bench()
        case = bench.cases.get(self._focus.sentence)
        said = []
        if name == "choose":
            said.append(self._word("chosen", number=args["version"]))
        elif name == "gap":
            content = desk.rules[-1].content or {}
            said.append(self._word("gap" if content.get("gap") else "no_gap"))
        if name != "remark" and case is not None:
            left = len(case.open)
            said.append(self._word("left", count=left) if left else self._word("all_settled"))
        return " ".join(said)

    def _say_links_left(self, sentence: str) -> str:
        """Return how many links of the claims of a sentence wait, though it is gold already."""
        if self._judge is None:
            return ""
        claims, _ = self.sheet.draft.items_of(sentence)
        here = {ClaimRef(self.sheet.id, claim.id) for claim in claims}
        pairs = self._judge.find_pairs(self.sheet).values()
        waiting = [{each.first, each.second} for each in pairs if each.state == "open"]
        left = sum(not here.isdisjoint(ends) for ends in waiting)
        return self._word("links_left", count=left) if left else ""

    # -- all at once -------------------------------------------------------------------------------

    def _accept_unanimous(
        self, *, key: str, scope: str = "document", share: float | None = None
    ) -> Reply:
        """Decide all sentences on which everybody agrees; a share is left to be looked at."""
        if self._judge is None:
            raise refusal("not_adjudicating")
        if scope not in SCOPES:
            raise EditError(f"Expected document or project, got {scope!r}.")
        if share is not None and not 0 <= share <= 1:
            raise refusal("share", share=str(share))
        names = [self.sheet.id] if scope == "document" else list(self.store.document_ids())
        accepted = accept_unanimous(self.store, self._judge, key, names, share)
        self.sheet.reload()
        self._judge.refresh(self.sheet)
        said = self._word("accepted", count=len(accepted.changes))
        left = self._word("sampled", count=accepted.left) if accepted.left else "."
        return Reply(self._delta(self.sheet.dump()), f"{said}{left}")


@dataclass
class Accepted:
    """What is accepted at once, and how many sentences are left to be looked at."""

    changes: list[Change] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    left: int = 0


def accept_unanimous(
    store: Store,
    judge: Adjudicating,
    key: str,
    documents: Iterable[str],
    share: float | None = None,
) -> Accepted:
    """Decide in gold, as one action, what at least two have answered and all alike.

    Parameters
    ----------
    share
        Of the sentences that are left open, to be looked at; by default what the plan says.
    """
    accepted = Accepted()
    for document in documents:
        sheet = Sheet(store, GOLD, document)
        judge.take_over(sheet)
        _accept(sheet, judge, accepted, share)
    if accepted.changes and not store.has_action(key):
        changes, rules = tuple(accepted.changes), tuple(accepted.rules)
        store.save(Action(key, GOLD, "accept unanimous", changes, rules=rules))
    return accepted


def _accept(sheet: Sheet, judge: Adjudicating, accepted: Accepted, share: float | None) -> None:
    bench, draft = judge.of(sheet), sheet.draft.fork()
    managed = bench.managed(draft)
    for sentence, case in bench.cases.items():
        if not case.is_unanimous or sentence not in managed:
            continue
        if find_missing(draft, sentence) or bench.find_waiting(draft, sentence):
            continue
        if judge.plan.is_sampled(sheet.id, sentence, share):
            accepted.left += 1
            continue
        draft.decide(msgspec.structs.replace(draft.decision(sentence), status="done"))
        said = {"status": "done", "answered": list(case.answered)}
        accepted.rules.append(bench.make_mark(sentence, "decision", **said))
    accepted.changes += [
        Change(sheet.id, each, sheet.revision(sentence))
        for sentence, each in draft.changes().items()
    ]
