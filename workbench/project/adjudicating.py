"""What a project does to make one gold of several answers."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.scheme import Scheme
    from workbench.session import Session
    from workbench.store import Store


class Adjudicated:
    """The part of a project in which gold is made."""

    store: Store
    scheme: Scheme
    name: str

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
        return Session(self.store, self.scheme, name, self.name, adjudication=plan)

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
