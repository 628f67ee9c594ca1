"""What a sync does or would do, item by item, without a word of any article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from workbench.model.record import Frozen

Side = Literal["there", "here"]
Action = Literal["create", "update", "delete", "conflict", "hold"]
What = Literal["project", "configuration", "task", "annotation", "predictions", "person"]

WHY = {
    "draft": "somebody has an unsaved draft of it there: ask them to submit it, or use --force",
    "gone": "it was deleted there, and kept here: --recreate makes it again",
    "skipped": "it was skipped there",
    "foreign": "it is not ours, or its text is another: kept as it is",
    "withdrawn": "its article was withdrawn here: nothing of it is taken or sent",
    "twice": "there is more than one of it there: the one with annotations is used",
    "second": "the person has a second annotation of the same task: kept as it is",
    "invalid": "the server's editor could not show it",
    "unmapped": "nobody there has an e-mail address for it: see [label_studio] people",
    "stranger": "nobody here is known by the author's address",
    "refused": "the server does not take it",
    "raced": "somebody saved it there at the same moment",
    "taken": "its uuid stands in another task there",
    "resegmented": "its sentences changed here since the task was made: push brings them there",
    "finding": "something in it has no place here: `workbench sync status` says what",
}


class Entry(Frozen, frozen=True):
    """One thing that a sync does, or keeps from doing.

    Attributes
    ----------
    side
        Which side changes: ``there`` the server, ``here`` the store.
    key
        Our key of the task, or the name of what there is one of.
    why
        A key of `WHY`, for what is held back.
    changes
        How many regions and relations come, change and go.
    ours, theirs
        Hashes of what both sides said, so that a plan notices when one moves.
    """

    side: Side
    action: Action
    what: What
    key: str
    layer: str | None = None
    why: str | None = None
    changes: dict[str, int] | None = None
    ours: str | None = None
    theirs: str | None = None
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return one line for a person."""
        named = f" of {self.layer}" if self.layer else ""
        line = f"{self.side}: {self.action} {self.what} {self.key}{named}"
        parts = [f"{number} {name}" for name, number in (self.changes or {}).items() if number]
        if parts:
            line += f" ({', '.join(parts)})"
        if self.why:
            line += f": {WHY.get(self.why, self.why)}"
        return "; ".join([line, *self.details])


class Count(Frozen, frozen=True):
    """How many entries there are of one kind."""

    side: Side
    action: Action
    what: What
    count: int
    why: str | None = None

    def __str__(self) -> str:
        """Return one line for a person."""
        why = f": {WHY.get(self.why, self.why)}" if self.why else ""
        return f"{self.side}: {self.count:,} x {self.action} {self.what}{why}"


def count_entries(entries: Iterable[Entry]) -> tuple[Count, ...]:
    """Return how many entries there are of each kind, in a fixed order."""
    counts = Counter((each.side, each.action, each.what, each.why) for each in entries)
    listed = sorted(counts.items(), key=lambda item: tuple(str(part) for part in item[0]))
    return tuple(
        Count(side, action, what, count, why) for (side, action, what, why), count in listed
    )
