"""Machine output that a person is asked about: a claim or an attribution, with a score."""

from __future__ import annotations

from workbench.model.record import Attribution, Claim, Frozen


class Suggestion(Frozen, frozen=True):
    """A claim or an attribution that somebody is asked about.

    An attribution's targets are the ids of other suggestions for the same document. `score` is how
    sure the system is, in its own units; ``None`` where it does not say.
    """

    item: Claim | Attribution
    score: float | None = None
