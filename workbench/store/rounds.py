"""Rounds of training as the store takes and gives them: plain frozen values, as `values` has."""

from __future__ import annotations

from workbench.model import Annotation
from workbench.model.record import Frozen


class Known(Frozen, frozen=True):
    """A sentence with a known answer, for a round of training."""

    document: str
    gold: Annotation


class TrainingItem(Frozen, frozen=True):
    """A sentence of a round: the known answer, and the person's first, where there is one."""

    document: str
    gold: Annotation
    answer: Annotation | None
    at_utc: str | None


class TrainingRound(Frozen, frozen=True):
    """A round of training of the person of `layer`; `settings` and `result` are JSON."""

    number: int
    layer: str
    at_utc: str
    settings: str
    result: str | None
    items: tuple[TrainingItem, ...]
