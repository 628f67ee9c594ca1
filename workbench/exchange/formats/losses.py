"""The loss report: what a format cannot hold of a record, counted.

Every conversion, in either direction, fills a `Losses`. A part of the data model that the format
has a place for is not mentioned; every other value that occurs is counted with its fate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from workbench.model import Attribution, Claim, Record
from workbench.model.record import Frozen

Fate = Literal["kept", "changed", "dropped"]
"""What becomes of a value that a format has no place for.

``kept``: it travels along where only this workbench reads it, so that it comes back on import.
``changed``: something near it stands in its place. ``dropped``: it is not there any more.
"""

FATES: tuple[Fate, ...] = ("dropped", "changed", "kept")


class Loss(Frozen, frozen=True):
    """How many values of one kind met with one fate, and why (one clause, or ``""``)."""

    what: str
    fate: Fate
    count: int
    why: str = ""

    def __str__(self) -> str:
        """Return the loss as one line for a person: ``certainties: 12 dropped``."""
        return f"{self.what}: {self.count:,} {self.fate}{f' ({self.why})' if self.why else ''}"


class LossReport(Frozen, frozen=True):
    """What one export or import of one format lost: the worst first, then by name."""

    format: str
    direction: Literal["export", "import"]
    losses: tuple[Loss, ...] = ()

    @property
    def is_lossless(self) -> bool:
        """Answer whether every value is still there, in the format or beside it."""
        return all(loss.fate == "kept" for loss in self.losses)

    def lines(self) -> list[str]:
        """Return the report as lines for a person; never empty."""
        if not self.losses:
            return [f"{self.format} {self.direction}: nothing lost"]
        return [f"{self.format} {self.direction}: {loss}" for loss in self.losses]


class Losses:
    """Counts what is lost while records are converted."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, Fate, str]] = Counter()

    def add(self, what: str, fate: Fate, count: int = 1, why: str = "") -> None:
        """Count `count` more values; zero is not remembered."""
        if count:
            self._counts[what, fate, why] += count

    def add_parts(self, record: Record, fates: Mapping[str, Fate]) -> None:
        """Count the values of `record` that a format of these `fates` has no place for."""
        for part, fate in fates.items():
            self.add(part, fate, PARTS[part](record))

    def report(self, name: str, direction: Literal["export", "import"]) -> LossReport:
        """Return what was counted so far."""
        found = (Loss(what, fate, n, why) for (what, fate, why), n in self._counts.items())
        order = sorted(found, key=lambda loss: (FATES.index(loss.fate), loss.what, loss.why))
        return LossReport(name, direction, tuple(order))


def _items(record: Record) -> tuple[Claim | Attribution, ...]:
    return (*record.claims, *record.attributions)


def _count(values: Iterable[object]) -> int:
    return sum(1 for value in values if value)


def _count_document_fields(record: Record) -> int:
    document = record.document
    named = (document.title, document.publisher, document.url, document.published)
    return sum(value is not None for value in (document.language, *named)) + len(document.metadata)


def _count_split(record: Record) -> int:
    roles = [claim.spans for claim in record.claims]
    for each in record.attributions:
        roles += [each.source.spans, each.cue or (), each.anchor]
    return sum(len(spans) > 1 for spans in roles)


def _count_nested(record: Record) -> int:
    known = {each.id for each in record.attributions}
    return sum(target in known for each in record.attributions for target in each.targets)


PARTS: dict[str, Callable[[Record], int]] = {
    "document fields": _count_document_fields,
    "segments": lambda record: len(record.segments),
    "sentences": lambda record: len(record.sentences),
    "decisions": lambda record: len(record.decisions),
    "comments and flags": lambda record: _count(
        each.flagged or each.comment is not None for each in record.decisions
    ),
    "provenance": lambda _record: 1,
    "ids": lambda record: len(_items(record)),
    "claims without spans": lambda record: _count(not claim.spans for claim in record.claims),
    "split spans": _count_split,
    "voices": lambda record: len(record.claims),
    "clusters": lambda record: _count(claim.cluster for claim in record.claims),
    "propositions": lambda record: _count(claim.proposition for claim in record.claims),
    "links": lambda record: sum(len(each.targets) for each in record.attributions),
    "nested attributions": _count_nested,
    "attributions without a cue": lambda record: _count(not a.cue for a in record.attributions),
    "anchors": lambda record: sum(len(each.anchor) for each in record.attributions),
    "stances": lambda record: len(record.attributions),
    "certainties": lambda record: _count(each.certainty for each in record.attributions),
    "realizations": lambda record: len(record.attributions),
    "entities": lambda record: sum(len(each.source.entities) for each in record.attributions),
    "features": lambda record: sum(_count(each.features.values()) for each in _items(record)),
    "origins": lambda record: len(_items(record)),
    "unsure": lambda record: _count(each.unsure for each in _items(record)),
    "notes": lambda record: _count(each.note is not None for each in _items(record)),
}
"""The parts of a record that a format may lack a place for, and how their values are counted."""
