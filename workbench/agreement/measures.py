"""Each coefficient as something that can be computed for any draw of documents, pair, document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from workbench.agreement.alpha import observed_agreement
from workbench.agreement.clusters import (
    BUDGET,
    compute_clusters,
    count_mentions,
    has_clusters,
    list_names,
)
from workbench.agreement.continuum import Continuum
from workbench.agreement.tables import Ratings
from workbench.evaluation.mentions import Mentions
from workbench.evaluation.scores import Array, as_number, compute_f1, divide

MINIMUM_RESAMPLES = 100
_UNITIZING_BUDGET = 8_000_000  # documents that are joined for the intervals of one role
_PER_PAIR = 200  # what a pair of annotators costs however few its documents, in documents


class Measure(Protocol):
    """One coefficient over a set of documents, or several that are computed together."""

    @property
    def names(self) -> Sequence[str]:
        """The names of its coefficients."""

    def compute(self, draws: Array) -> Array:
        """Return ``(draws, names)`` for draws of shape ``(draws, documents)``."""

    def compute_pair(self, pair: int) -> Sequence[float | None]:
        """Return the values of one pair of annotators, one for each name."""

    def compute_documents(self) -> Mapping[str, Sequence[float | None]]:
        """Return the values of each document by name; a name may be left out."""

    def count_support(self) -> int:
        """Return what the coefficients are made from."""

    def observe(self) -> float | None:
        """Return the observed agreement before chance is taken off; ``None`` for none."""

    def explain(self) -> str | None:
        """Return why the coefficients are undefined, or ``None``."""

    def afford(self, resamples: int) -> int:
        """Return how many of `resamples` are affordable; 0 for no intervals."""


Weigh = Callable[[Array], Array]
"""Says how often each row counts in draws, where the rows are not the documents themselves."""


class AlphaMeasure:
    """Krippendorff's alpha of one table of ratings, which are of `documents` or of other rows."""

    def __init__(
        self,
        name: str,
        ratings: Ratings,
        documents: int,
        pairs: Sequence[tuple[int, int]],
        weigh: Weigh | None = None,
    ) -> None:
        self.names = (name,)
        self.ratings = ratings
        self._documents, self._pairs, self._weigh = documents, pairs, weigh

    @cached_property
    def by_document(self) -> Array:
        """The coincidence matrix of each document."""
        return self.ratings.count_by_document(self._documents)

    @cached_property
    def total(self) -> Array:
        """The coincidence matrix of all documents."""
        return self.by_document.sum(axis=0)

    def compute(self, draws: Array) -> Array:
        """Return the alpha of each draw."""
        size = len(self.ratings.labels)
        draws = draws if self._weigh is None else self._weigh(draws)
        flat = self.by_document.reshape(self._documents, size * size)
        return self.ratings.compute((draws @ flat).reshape(-1, size, size))[:, None]

    def compute_pair(self, pair: int) -> Sequence[float | None]:
        """Return the alpha of two annotators alone."""
        counts = self.ratings.count_pair(*self._pairs[pair])
        return [as_number(self.ratings.compute(counts + counts.T))]

    def compute_documents(self) -> Mapping[str, Sequence[float | None]]:
        """Return the alpha of each document."""
        if self._weigh is not None:
            return {}
        return {self.names[0]: [as_number(x) for x in self.ratings.compute(self.by_document)]}

    def count_support(self) -> int:
        """Return how many units have two values."""
        return self.ratings.units

    def observe(self) -> float | None:
        """Return the share of pairs of values that are the same."""
        return as_number(observed_agreement(self.total))

    def explain(self) -> str | None:
        """Return why alpha is undefined, or ``None``."""
        return self.ratings.explain(self.total)

    def afford(self, resamples: int) -> int:
        """Return `resamples`."""
        return resamples


class F1Measure:
    """The mean over pairs of annotators of one F1; `counts` are of documents or of other rows."""

    def __init__(self, name: str, counts: Array, weigh: Weigh | None = None) -> None:
        self.names = (name,)
        self._counts, self._weigh = counts, weigh

    def compute(self, draws: Array) -> Array:
        """Return the mean F1 of each draw."""
        draws = draws if self._weigh is None else self._weigh(draws)
        counts = (draws @ self._counts).reshape(len(draws), -1, 3)
        return average(compute_f1(counts))[:, None]

    def compute_pair(self, pair: int) -> Sequence[float | None]:
        """Return the F1 of two annotators."""
        totals = self._counts.sum(axis=0).reshape(-1, 3)
        return [as_number(compute_f1(totals[pair]))]

    def compute_documents(self) -> Mapping[str, Sequence[float | None]]:
        """Return the mean F1 of each document."""
        if self._weigh is not None:
            return {}
        rows = (row.toarray().reshape(-1, 3) for row in self._counts)
        return {self.names[0]: [as_number(average(compute_f1(row))) for row in rows]}

    def count_support(self) -> int:
        """Return how many items all pairs have together."""
        return int(self._counts.sum(axis=0).reshape(-1, 3)[:, 1:].sum())

    def observe(self) -> float | None:
        """Return nothing: no chance is taken off."""
        return None

    def explain(self) -> str | None:
        """Return why there is no F1, or ``None``."""
        return None if self.count_support() else "No annotator has anything of this kind."

    def afford(self, resamples: int) -> int:
        """Return `resamples`."""
        return resamples


class UnitizingMeasure:
    """The mean over pairs of annotators of the unitizing alpha of one role."""

    def __init__(self, name: str, continua: Sequence[Continuum], documents: int) -> None:
        self.names = (name,)
        self._continua, self._documents = continua, documents

    def compute(self, draws: Array) -> Array:
        """Return the mean alpha of each draw."""
        import numpy as np

        values = [continuum.compute(draws) for continuum in self._continua]
        return average(np.stack(values, axis=1))[:, None]

    def compute_pair(self, pair: int) -> Sequence[float | None]:
        """Return the alpha of two annotators."""
        import numpy as np

        everything = np.ones((1, self._documents), dtype=int)
        return [as_number(self._continua[pair].compute(everything)[0])]

    def compute_documents(self) -> Mapping[str, Sequence[float | None]]:
        """Return the mean alpha of each document by itself."""
        import numpy as np

        values = np.full((self._documents, len(self._continua)), np.nan)
        for pair, continuum in enumerate(self._continua):
            for document, alpha in continuum.compute_documents():
                values[document, pair] = np.nan if alpha is None else alpha
        return {self.names[0]: [as_number(value) for value in average(values)]}

    def count_support(self) -> int:
        """Return how many units all pairs have together."""
        return sum(continuum.count_units() for continuum in self._continua)

    def observe(self) -> float | None:
        """Return nothing: no chance is taken off."""
        return None

    def explain(self) -> str | None:
        """Return why there is no alpha, or ``None``."""
        return None if self.count_support() else "No annotator has a span of this role."

    def afford(self, resamples: int) -> int:
        """Return fewer resamples for a large set, and none for a huge one."""
        visited = sum(_PER_PAIR + continuum.count_documents() for continuum in self._continua)
        return _afford(resamples, _UNITIZING_BUDGET, visited)


class ClusterMeasure:
    """The means over pairs of annotators of the measures of clusters.

    `reason` says why there is no value where nobody has a cluster.
    """

    def __init__(self, prefix: str, mentions: Sequence[Mentions], reason: str) -> None:
        self.names = list_names(prefix)
        self._mentions, self._reason = mentions, reason
        self._clustered = [each for each in mentions if has_clusters(each)]
        self.is_present = bool(self._clustered)

    def compute(self, draws: Array) -> Array:
        """Return the means of each draw."""
        import numpy as np

        if not self.is_present:
            return np.full((len(draws), len(self.names)), np.nan)
        values = [
            self._once
            if (draw == 1).all()
            else [compute_clusters(each, draw) for each in self._clustered]
            for draw in draws
        ]
        return np.stack([average(np.array(each, dtype=float), axis=0) for each in values])

    def compute_pair(self, pair: int) -> Sequence[float | None]:
        """Return the values of two annotators."""
        return self._once[pair]

    @cached_property
    def _once(self) -> Sequence[Sequence[float | None]]:
        """The values of each pair, each document counted once."""
        nothing: list[float | None] = [None] * len(self.names)
        return [
            compute_clusters(each) if has_clusters(each) else nothing for each in self._mentions
        ]

    def compute_documents(self) -> Mapping[str, Sequence[float | None]]:
        """Return nothing: clusters run across documents."""
        return {}

    def count_support(self) -> int:
        """Return how many mentions all pairs have together."""
        return sum(map(count_mentions, self._mentions))

    def observe(self) -> float | None:
        """Return nothing: no chance is taken off."""
        return None

    def explain(self) -> str | None:
        """Return why there is no value, or ``None``."""
        return None if self.is_present else self._reason

    def afford(self, resamples: int) -> int:
        """Return fewer resamples for a large set, and none for a huge one."""
        return _afford(resamples, BUDGET, self.count_support()) if self.is_present else 0


def average(values: Array, axis: int = -1) -> Array:
    """Return the mean of the values that are defined; NaN where none is."""
    import numpy as np

    defined = ~np.isnan(values)
    return divide(np.where(defined, values, 0.0).sum(axis=axis), defined.sum(axis=axis))


def _afford(resamples: int, budget: int, visited: int) -> int:
    affordable = min(resamples, budget // max(1, visited))
    return affordable if affordable >= min(resamples, MINIMUM_RESAMPLES) else 0
