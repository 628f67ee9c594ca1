"""What is voted on, who counts, and the simplest way to count: more than half."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

QUORUM = 3
"""At least so many annotators have to have looked: two can only agree or not."""


class Ballot(NamedTuple):
    """What each annotator (by name of layer) says of one question."""

    votes: Mapping[str, str]


class Answer(NamedTuple):
    """What a vote came to.

    `label` is ``None`` where there is no winner. `share` is how sure the method is of its best
    label, 0 to 1: a share of the votes, or a probability.
    """

    label: str | None
    share: float


class Voter(Protocol):
    """A way to count votes; its answers depend on the ballots alone, whatever their order."""

    name: str
    version: str

    def count(self, ballots: Sequence[Ballot]) -> list[Answer]:
        """Return an answer for each of the ballots, which are all of one field."""


class Majority:
    """More than half of the votes; a lead that is no more than half wins nothing."""

    name = "majority"
    version = "1.0"

    def count(self, ballots: Sequence[Ballot]) -> list[Answer]:
        """Return the label that more than half of each ballot's votes are for."""
        return [_count_one(ballot) for ballot in ballots]


def _count_one(ballot: Ballot) -> Answer:
    counts = Counter(ballot.votes.values())
    if not counts:
        return Answer(None, 0.0)
    label, most = min(counts.items(), key=lambda each: (-each[1], each[0]))
    share = most / counts.total()
    return Answer(label if 2 * most > counts.total() else None, share)
