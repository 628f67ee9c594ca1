"""Times of a server: always with six digits, as its filters need them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

OVERLAP = timedelta(minutes=5)
"""A change may become visible after a later one: so much is read again each time."""


def normalize_time(value: str | None) -> str:
    """Return an ISO 8601 time in UTC with microseconds; ``""`` where it is none.

    Servers leave the fraction out where it is zero, and answer a filter without one with status
    500. Normalized times compare as texts.
    """
    if not value:
        return ""
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return ""
    aware = found if found.tzinfo is not None else found.replace(tzinfo=UTC)
    return _show(aware)


def step_back(value: str) -> str:
    """Return the time `OVERLAP` before a normalized one."""
    return _show(datetime.fromisoformat(value) - OVERLAP)


def seconds_between(earlier: str, later: str) -> float:
    """Return the seconds from one normalized time to another."""
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()


def _show(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
