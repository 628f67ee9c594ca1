"""What a project does to make one gold of several answers."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.project.registering import read_files
from workbench.project.reports import GoldReport

if TYPE_CHECKING:
    from workbench.scheme import Scheme
    from workbench.session import Session, Tally
    from workbench.store import Store


class Adjudicated:
    """The part of a project in which gold is made."""

    store: Store
    scheme: Scheme
    name: str
    directory: Path | None

    def adjudication(
        self,
        name: str,
        annotators: Iterable[str] | None = None,
        *,
        hide_names: bool = False,
        sample: float = 0.0,
        seed: int = 0,
    ) -> Session:
        """Return the adjudication of the person `name`, without a widget.

        The arguments are those of `adjudicate`.
        """
        from workbench.session import AdjudicationPlan, Session, name_people

        named = None if annotators is None else name_people(self.store, annotators)
        plan = AdjudicationPlan(named, hide_names, sample, seed)
        known = read_files(self.directory).entities
        return Session(self.store, self.scheme, name, self.name, adjudication=plan, entities=known)

    def make_gold(
        self,
        accept: str | None = None,
        *,
        unanimous: bool = False,
        annotators: Iterable[str] | None = None,
        adjudicator: str | None = None,
        sample: float = 0.0,
        seed: int = 0,
    ) -> GoldReport:
        """Take over into gold what all agree on, in the whole project, and return what is left.

        Done again, it writes nothing. What gold has decided stays.

        Parameters
        ----------
        accept
            The person whose answers become gold wherever gold has not decided, by name or
            ``annotator:NAME``.
        unanimous
            Whether to decide the sentences that two or more have answered alike.
        annotators
            Whose answers are compared; by default everybody's.
        adjudicator
            Who decides with `accept`; by default the person whose answers they are.
        sample, seed
            The share of unanimous sentences that is left to be looked at, and which these are.
        """
        from workbench.session import Adjudicating, AdjudicationPlan, make_gold, name_people

        named = None if annotators is None else name_people(self.store, annotators)
        person = None if accept is None else name_people(self.store, [accept])[0]
        if person is not None and named is not None:
            named = tuple(dict.fromkeys([*named, person]))
        who = person if adjudicator is None else self.store.ensure_person(adjudicator).pseudonym
        plan = AdjudicationPlan(named, sample=sample, seed=seed)
        judge = Adjudicating(self.store, self.scheme, plan, who if accept else None)
        tally = make_gold(self.store, self.scheme, judge, accept=person, unanimous=unanimous)
        return build_gold_report(tally, person)

    def adjudicate(
        self,
        name: str,
        annotators: Iterable[str] | None = None,
        *,
        hide_names: bool = False,
        sample: float = 0.0,
        seed: int = 0,
    ) -> Any:
        """Return the widget in which the person `name` makes gold of what annotators answered.

        What all agree on is in gold already; each difference is settled by one key, or gold is
        edited afresh.

        Parameters
        ----------
        annotators
            Whose answers are compared, by name or pseudonym; by default everybody's.
        hide_names
            Show people as A, B, C, in an order that follows from `seed`.
        sample
            The share, 0 to 1, of unanimous sentences that are left to be looked at where they are
            accepted in one go.
        """
        from workbench.widgets import Annotator

        for warning in self.store.warnings:
            warnings.warn(warning, stacklevel=2)
        session = self.adjudication(
            name, annotators, hide_names=hide_names, sample=sample, seed=seed
        )
        return Annotator(session)


def build_gold_report(tally: Tally, person: str | None) -> GoldReport:
    """Return what was done to gold as a report."""
    from workbench.curation.adjudication import KINDS

    counts = tally.outcomes
    return GoldReport(
        documents=tally.documents,
        sentences=counts.total(),
        done=counts["done"],
        agreed=counts["agreed"],
        settled=counts["settled"],
        differing=counts["differs"],
        differences={kind: tally.kinds[kind] for kind in KINDS},
        taken_over=tally.taken_over,
        linked=tally.linked,
        accepted=tally.accepted,
        accepted_from=None if person is None else f"annotator:{person}",
        kept=tally.kept,
        left=tally.left,
    )
