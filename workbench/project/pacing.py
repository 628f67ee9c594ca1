"""How fast people work, day by day: from the history of their decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.model.record import Frozen

if TYPE_CHECKING:
    from workbench.store import HistoryRow

DECIDED = ("done", "skipped")


class Day(Frozen, frozen=True):
    """One day (UTC) of one annotator: sentences decided, and hours of work on any sentence.

    A sentence counts on the day of its last decision; `pace_s` is the seconds of work for each
    decided sentence, ``None`` where none was decided or nothing was timed.
    """

    day: str
    annotator: str
    decided: int
    active_h: float
    pace_s: float | None


def compute_pace(annotator: str, rows: Iterable[HistoryRow]) -> list[Day]:
    """Return the days of one annotator, in order; `rows` are the whole history of the layer."""
    last: dict[tuple[str, str], str] = {}
    was: dict[tuple[str, str], str] = {}
    seconds: dict[str, float] = {}
    for row in rows:
        day, name, status = row.at_utc[:10], (row.document, row.sentence), row.content["status"]
        seconds[day] = seconds.get(day, 0.0) + (row.active_s or 0.0)
        if status not in DECIDED:
            last.pop(name, None)
        elif status != was.get(name):
            last[name] = day
        was[name] = status
    decided = Counter(last.values())
    return [_make_day(day, annotator, decided[day], seconds[day]) for day in sorted(seconds)]


def _make_day(day: str, annotator: str, decided: int, seconds: float) -> Day:
    pace = round(seconds / decided, 1) if decided and seconds else None
    return Day(day, annotator, decided, round(seconds / 3600, 4), pace)
