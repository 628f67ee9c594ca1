"""Articles that are copies of each other, more or less: agency reports in several outlets.

MinHash (Broder 1997) over runs of three folded words, by `datasketch`: two articles are copies
where the estimated share of runs that they have in common (Jaccard) is at least one half. Those
that agree in one of 64 bands of four hashes are compared: a pair that shares half of its runs is
found with a chance of .98, one that shares 60 % with .9999, and the same words give the same sketch
on every machine. The bands are sorted, not kept in dictionaries: 1.5 kB an article.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from workbench.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from workbench.release.components import Components

    Sketches = NDArray[np.uint32]

RUN_WORDS = 3
SIMILARITY = 0.5
_BANDS, _ROWS = 64, 4
_SEED = 1


class CopyFinder:
    """Takes in articles one after the other, and joins those that are copies in the end."""

    def __init__(self) -> None:
        self._empty = _make_empty()
        self._numbers: list[int] = []
        self._sketches: list[Any] = []

    def add(self, number: int, words: Sequence[str]) -> None:
        """Take in the article `number` with these folded words; one without words is no copy."""
        if words:
            sketch = self._empty.copy()
            sketch.update_batch(hash_runs(words))
            self._numbers.append(number)
            self._sketches.append(sketch.hashvalues)

    def join(self, components: Components) -> list[tuple[int, int]]:
        """Join all copies in `components`, and return the pairs by which that was done.

        Of many copies of one article there are as many pairs as are needed to join them all.
        """
        import numpy as np

        pairs: list[tuple[int, int]] = []
        if not self._sketches:
            return pairs
        sketches = np.stack(self._sketches)
        for one, other in _iter_candidates(sketches):
            first, second = self._numbers[one], self._numbers[other]
            is_new = components.find(first) != components.find(second)
            if is_new and np.mean(sketches[one] == sketches[other]) >= SIMILARITY:
                components.join(first, second)
                pairs.append((first, second))
        return pairs


def hash_runs(words: Sequence[str]) -> list[int]:
    """Return 32 bits for each different run of `RUN_WORDS` words; of fewer words for the whole."""
    last = max(1, len(words) - RUN_WORDS + 1)
    runs = {" ".join(words[first : first + RUN_WORDS]) for first in range(last)}
    return [zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs]


def _iter_candidates(sketches: Sketches) -> Iterator[tuple[int, int]]:
    """Yield pairs of rows that are the same, and then pairs that agree in a band."""
    repeated: set[int] = set()
    for first, *others in _iter_same(sketches, range(len(sketches))):
        repeated.update(others)
        yield from ((first, other) for other in others)
    representatives = [each for each in range(len(sketches)) if each not in repeated]
    kept = sketches[representatives]
    for band in range(_BANDS):
        columns = kept[:, band * _ROWS : (band + 1) * _ROWS]
        for members in _iter_same(columns, representatives):
            for place, other in enumerate(members):
                yield from ((one, other) for one in members[:place])


def _iter_same(rows: Sketches, names: Sequence[int]) -> Iterator[list[int]]:
    """Yield the names, ascending, of two or more `rows` that are the same."""
    import numpy as np

    order = np.lexsort(rows.T)
    is_same = np.all(rows[order[1:]] == rows[order[:-1]], axis=1)
    edges = np.flatnonzero(np.diff(is_same, prepend=False, append=False))
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        yield [names[each] for each in sorted(order[first : last + 1].tolist())]


def _make_empty() -> Any:
    try:
        from datasketch import MinHash  # type: ignore[import-untyped]
    except ImportError as error:
        raise UsageError(
            "Expected the package datasketch, which finds copies of an article, got none.",
            hint="Install it with `pip install 'claims-workbench[splits]'`.",
        ) from error
    return MinHash(_BANDS * _ROWS, seed=_SEED, hashfunc=_keep, scheme="affine32")


def _keep(value: int) -> int:
    return value
