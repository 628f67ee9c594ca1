"""Votes counted by crowd-kit, which learns how each annotator errs: the extra `aggregation`."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from workbench.aggregation import Answer, Ballot
from workbench.errors import UsageError

ROUNDS = 100
"""At most so many rounds of expectation and maximisation; it ends by itself when little changes."""
_SAME = 1e-6


class DawidSkene:
    """The labels that are likeliest when each annotator errs in ways of their own.

    The model is that of Dawid and Skene (1979), *Maximum Likelihood Estimation of Observer
    Error-Rates Using the EM Algorithm*, Applied Statistics 28 (1), pages 20-28, as crowd-kit
    computes it: it begins with the shares of the votes, so that nothing is drawn at random.

    Raises
    ------
    UsageError
        crowd-kit is not installed.
    """

    name = "dawid-skene"

    def __init__(self) -> None:
        try:
            self.version = version("crowd-kit")
        except PackageNotFoundError as error:
            raise UsageError(
                "Expected the library crowd-kit for this method, got none.",
                hint='Install it with `pip install "claims-workbench[aggregation]"`.',
            ) from error

    def count(self, ballots: Sequence[Ballot]) -> list[Answer]:
        """Return the likeliest label of each ballot; two that are as likely win nothing."""
        rows = [
            (number, layer, label)
            for number, ballot in enumerate(ballots)
            for layer, label in sorted(ballot.votes.items())
        ]
        if not rows:
            return [Answer(None, 0.0)] * len(ballots)
        shares = _fit(rows)
        return [
            _choose(shares.loc[number]) if number in shares.index else Answer(None, 0.0)
            for number in range(len(ballots))
        ]


def _fit(rows: Sequence[tuple[int, str, str]]) -> Any:
    import pandas as pd

    with warnings.catch_warnings():
        # It calls pandas in ways that pandas 4 will not know any more; pandas 3 does.
        warnings.simplefilter("ignore")
        from crowdkit.aggregation import DawidSkene as Model

        frame = pd.DataFrame(rows, columns=["task", "worker", "label"])
        return Model(n_iter=ROUNDS).fit_predict_proba(frame)


def _choose(shares: Any) -> Answer:
    best, *others = sorted(((float(p), str(label)) for label, p in shares.items()), reverse=True)
    is_tie = bool(others) and best[0] - others[0][0] < _SAME
    return Answer(None if is_tie else best[1], best[0])
