"""How sure a score is: bootstrap over documents, and randomisation between two systems."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from workbench.evaluation.results import Interval
from workbench.evaluation.scores import Array, as_number
from workbench.evaluation.tables import Table

LEVEL = 0.95
RESAMPLES = 1_000
SHUFFLES = 10_000
SEED = 20_240_229
FEW_DOCUMENTS = 20
"""Below this many documents an interval is only indicative."""
TOO_FEW_DOCUMENTS = 6
"""Below this many documents there is no interval."""

_CHUNK = 2_000_000  # numbers drawn at once, so that memory stays small


def iter_draws(documents: int, resamples: int, seed: int) -> Iterator[Array]:
    """Yield resamples as how often each document was drawn: shape ``(some, documents)``."""
    import numpy as np

    random = np.random.default_rng(seed)
    step = max(1, _CHUNK // max(1, documents))
    for first in range(0, resamples, step):
        size = min(step, resamples - first)
        drawn = random.integers(documents, size=(size, documents))
        drawn += np.arange(size)[:, None] * documents
        counts = np.bincount(drawn.ravel(), minlength=size * documents)
        yield counts.reshape(size, documents)


def compute_intervals(
    table: Table, names: Sequence[str], resamples: int = RESAMPLES, seed: int = SEED
) -> dict[str, Interval | None]:
    """Return the percentile bootstrap interval of each score over documents.

    Documents are drawn with replacement, as many as there are; the score of each resample comes
    from its summed counts; the bounds are the 2.5th and 97.5th percentiles. Resamples where the
    score is undefined are left out. The same table and seed give the same bounds.

    Notes
    -----
    Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13 (percentile
    intervals). The document is the unit, because sentences of one document are not independent.
    """
    import numpy as np

    found: dict[str, list[Array]] = {name: [] for name in names}
    for draws in iter_draws(len(table.values), resamples, seed):
        sums = draws.astype(float) @ table.values
        for name in names:
            found[name].append(table.compute(name, sums))
    return {name: find_bounds(np.concatenate(values)) for name, values in found.items() if values}


def find_bounds(values: Array) -> Interval | None:
    """Return the percentile interval of resampled `values`, NaN left out."""
    import numpy as np

    defined = values[~np.isnan(values)]
    if not len(defined):
        return None
    tail = 100 * (1 - LEVEL) / 2
    low, high = np.percentile(defined, [tail, 100 - tail])
    return Interval(float(low), float(high))


def compute_p_values(
    first: Table,
    second: Table,
    names: Sequence[str],
    shuffles: int = SHUFFLES,
    seed: int = SEED,
) -> Mapping[str, float | None]:
    """Return, for each score, the p-value of the difference between two systems.

    Paired approximate randomisation: each shuffle exchanges the answers of the two systems in each
    document with probability one half; the p-value is the share of shuffles, the observed one
    counted in, whose absolute difference is at least the observed one. Range (0, 1]; ``None`` where
    either score is undefined. Rows of both tables are the same documents, columns the same counts.

    Notes
    -----
    Source: Noreen (1989), Computer-Intensive Methods for Testing Hypotheses, chapter 2; for F1:
    Yeh (2000), "More accurate tests for the statistical significance of result differences",
    COLING 2000.
    """
    import numpy as np

    random = np.random.default_rng(seed)
    change = second.values - first.values
    start, end = first.values.sum(axis=0), second.values.sum(axis=0)
    observed = {name: abs(first.compute(name, start) - first.compute(name, end)) for name in names}
    larger = dict.fromkeys(names, 1)
    step = max(1, _CHUNK // max(1, len(change)))
    for done in range(0, shuffles, step):
        swapped = random.integers(2, size=(min(step, shuffles - done), len(change)))
        moved = swapped.astype(float) @ change
        for name in names:
            spread = first.compute(name, start + moved) - first.compute(name, end - moved)
            # Rounding must not make an equal difference look smaller; undefined ones are none.
            larger[name] += int((np.abs(np.nan_to_num(spread)) >= observed[name] - 1e-12).sum())
    return {
        name: None if as_number(observed[name]) is None else larger[name] / (shuffles + 1)
        for name in names
    }


def resample(
    documents: int, resamples: int, seed: int, score: Callable[[Array], Sequence[float | None]]
) -> list[Interval | None]:
    """Return the interval of each number that `score` gives for how often documents were drawn."""
    import numpy as np

    rows = [
        [np.nan if value is None else value for value in score(draw)]
        for draws in iter_draws(documents, resamples, seed)
        for draw in draws
    ]
    return [find_bounds(column) for column in np.array(rows, dtype=float).T] if rows else []
