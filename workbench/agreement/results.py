"""What agreement says: frozen, and plain data on demand."""

from __future__ import annotations

from workbench.evaluation.results import Result


class Interval(Result, frozen=True):
    """The bounds of a percentile interval; at most 1, and below 0 where chance does better."""

    low: float
    high: float


class Gate(Result, frozen=True):
    """What a coefficient should reach; `passed` is ``None`` where the coefficient is undefined."""

    name: str
    minimum: float
    passed: bool | None


class Coefficient(Result, frozen=True):
    """One number of the report.

    `observed` is, for an alpha, the share of pairs of values that are the same, before chance is
    taken off. `support` counts what the number is made from: units with two values for an alpha,
    items of both sides of all pairs otherwise. `reason` says why `value` is ``None``. `interval` is
    ``None`` where there are too few documents.
    """

    name: str
    value: float | None
    interval: Interval | None
    observed: float | None
    support: int
    reason: str | None
    gates: tuple[Gate, ...]


class LayerExtent(Result, frozen=True):
    """What one layer has in the documents that are compared.

    `sentences` are those that it has done; `values` are the means of the coefficients over the
    pairs that the layer is in.
    """

    layer: str
    documents: int
    sentences: int
    claims: int
    attributions: int
    values: dict[str, float | None]


class Cell(Result, frozen=True):
    """How often `first` stood against `second` for the same attribution."""

    first: str
    second: str
    count: int


class Pair(Result, frozen=True):
    """Two layers: what both looked at, every coefficient, and their stances, first by second."""

    first: str
    second: str
    documents: int
    sentences: int
    values: dict[str, float | None]
    confusion: tuple[Cell, ...]


class DocumentAgreement(Result, frozen=True):
    """One document: sentences that two layers or more have done, and its own coefficients."""

    document: str
    sentences: int
    values: dict[str, float | None]


class LabelAgreement(Result, frozen=True):
    """One label of one coefficient against all others.

    `values` counts how often it was given; `agreement` is the share of these for which another
    annotator gave it too; `alpha` is that of the label against the rest.
    """

    coefficient: str
    label: str
    values: float
    agreement: float | None
    alpha: float | None


class Worst(Result, frozen=True):
    """A sentence on which annotators differ.

    `score` is the number of differences, a mean over the pairs that looked at it; `differences`
    counts them by kind: missed, boundary, source, stance, certainty. `number` is the place of the
    sentence in its document, from 1.
    """

    document: str
    sentence: str
    number: int
    start: int
    end: int
    layers: tuple[str, ...]
    score: float
    differences: dict[str, int]


class Extent(Result, frozen=True):
    """What was compared: documents and sentences that two layers or more have done."""

    documents: int
    sentences: int


class Resampling(Result, frozen=True):
    """How the intervals came about; counts are 0 where there are none.

    `indicative` says that there are too few documents to trust them.
    """

    level: float
    resamples: int
    unitizing_resamples: int
    cluster_resamples: int
    seed: int
    indicative: bool


class Agreement(Result, frozen=True):
    """How far annotators agree.

    `passed` is whether every gate is passed; ``None`` where none failed and some is undefined.
    `confusion` counts pairs of annotators whose stances to one attribution differ or are the same,
    without regard to who is who; ``none`` is an attribution that one of them has not.
    """

    scheme: str
    scheme_version: str
    layers: tuple[LayerExtent, ...]
    extent: Extent
    resampling: Resampling
    passed: bool | None
    coefficients: tuple[Coefficient, ...]
    pairs: tuple[Pair, ...]
    documents: tuple[DocumentAgreement, ...]
    labels: tuple[LabelAgreement, ...]
    confusion: tuple[Cell, ...]
    worst: tuple[Worst, ...]

    def coefficient(self, name: str) -> Coefficient:
        """Return the coefficient called `name`, such as ``claim.overlap``."""
        return next(each for each in self.coefficients if each.name == name)
