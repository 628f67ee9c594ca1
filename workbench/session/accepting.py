"""Gold for a whole project at once: what is agreed is taken over, one person's answers accepted."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.curation.adjudication import ANNOTATOR
from workbench.scheme import Scheme
from workbench.session.adjudicating import GOLD, Adjudicating
from workbench.session.cases import find_outcome
from workbench.session.desk import Desk
from workbench.session.focus import Focus
from workbench.session.judging import accept_unanimous
from workbench.session.ruling import take_versions
from workbench.session.sheet import Sheet
from workbench.store import Store


@dataclass
class Tally:
    """What was done to gold, and how far it is.

    `outcomes` counts sentences that somebody answered, `kinds` the differences that are open;
    `taken_over` sentences that were brought up to what is agreed, `accepted` those decided, `kept`
    those that gold had decided before, `left` the unanimous ones that are to be looked at. `linked`
    counts pairs of claims that were linked as all link them.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    taken_over: int = 0
    linked: int = 0
    accepted: int = 0
    kept: int = 0
    left: int = 0


def make_gold(
    store: Store,
    scheme: Scheme,
    judge: Adjudicating,
    *,
    accept: str | None = None,
    unanimous: bool = False,
) -> Tally:
    """Bring gold of all documents up to what is agreed, and return how far it is.

    Each document is one transaction. Whoever calls it again writes nothing.

    Parameters
    ----------
    accept
        The pseudonym of the person whose answers are made gold where it has not decided.
    unanimous
        Whether to decide the sentences that two or more answered alike.
    """
    tally = Tally()
    linked = _link_agreed(store, judge, tally)
    for document in store.document_ids():
        sheet = Sheet(store, GOLD, document)
        tally.taken_over += len(judge.take_over(sheet))
        if unanimous:
            done = accept_unanimous(store, judge, secrets.token_hex(16), [document])
            tally.accepted += len(done.changes)
            tally.left += done.left
            sheet.reload()
        if accept is not None:
            _accept_person(sheet, scheme, judge, accept, tally)
        _count(sheet, judge, tally)
    _count_links(store, judge, accept, linked, tally)
    return tally


def _link_agreed(store: Store, judge: Adjudicating, tally: Tally) -> list[str]:
    """Bring the links of gold up to what is agreed, and return the articles that have any.

    First gold has the claims of all articles; last, what is decided can be undone.
    """
    linked = frozenset().union(
        *(store.linked_documents(f"{ANNOTATOR}{person}") for person in judge.people)
    )
    documents = [each for each in store.document_ids() if each in linked]
    for document in documents:
        tally.taken_over += len(judge.take_over(Sheet(store, GOLD, document)))
    for document in documents:
        sheet = Sheet(store, GOLD, document)
        judge.refresh(sheet)
        tally.linked += judge.take_over_links(sheet)[0]
    return documents


def _count_links(
    store: Store, judge: Adjudicating, accept: str | None, linked: Iterable[str], tally: Tally
) -> None:
    """Count the links that wait; with `accept` they come from that person first."""
    seen = set()
    for document in linked:
        seen.add(document)
        sheet = Sheet(store, GOLD, document)
        judge.refresh(sheet)
        if accept is not None:
            judge.accept_links(sheet, accept)
        pairs = judge.find_pairs(sheet).values()
        # A pair counts where the second of its articles comes along.
        tally.kinds["link"] += sum(
            each.state == "open" and {each.first.document, each.second.document} <= seen
            for each in pairs
        )


def _accept_person(
    sheet: Sheet, scheme: Scheme, judge: Adjudicating, person: str, tally: Tally
) -> None:
    bench = judge.of(sheet)
    answered = [each for each, case in bench.cases.items() if person in case.answered]
    managed = bench.managed(sheet.draft)
    wanted = [each for each in answered if each in managed]
    tally.kept += len(answered) - len(wanted)
    if not wanted:
        return
    key = secrets.token_hex(16)
    desk = Desk(sheet.draft.fork(), Focus(wanted[0]), scheme, key, bench=bench)
    decided = take_versions(desk, person, wanted)
    sheet.save(key, "accept answers", desk.changes(), None, desk.verdicts, desk.rules)
    tally.accepted += len(decided)


def _count(sheet: Sheet, judge: Adjudicating, tally: Tally) -> None:
    cases = judge.of(sheet).cases
    tally.documents += bool(cases)
    for sentence, case in cases.items():
        outcome = find_outcome(case, sheet.draft.decision(sentence).status)
        tally.outcomes[outcome] += 1
        if outcome == "differs":
            tally.kinds.update(each.kind for each in case.open)
