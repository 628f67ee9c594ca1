"""The fast way to resample clusters gives what the slow one gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.evaluation.cluster_table import ClusterTable
from workbench.evaluation.clusters import compute_b_cubed, compute_lea
from workbench.evaluation.mentions import Mention, Mentions, partition_mentions

CLUSTERS = st.sampled_from((None, "k1", "k2", "k3"))
DOCUMENTS = 3
ROWS = st.lists(
    st.tuples(st.integers(0, DOCUMENTS - 1), st.sampled_from("bgp"), CLUSTERS, CLUSTERS),
    max_size=12,
)
DRAWS = st.lists(
    st.lists(st.integers(0, 3), min_size=DOCUMENTS, max_size=DOCUMENTS), min_size=1, max_size=3
)


@given(ROWS, DRAWS)
def test_counting_clusters_gives_what_building_them_gives(
    rows: list[tuple[int, str, str | None, str | None]], draws: list[list[int]]
) -> None:
    mentions = Mentions(
        [Mention(n, d, left) for n, (d, side, left, _) in enumerate(rows) if side != "p"],
        [Mention(n, d, right) for n, (d, side, _, right) in enumerate(rows) if side != "g"],
    )
    found = ClusterTable(mentions, DOCUMENTS).compute(np.array(draws))
    for column, draw in enumerate(draws):
        expected = [
            measure(*sides).f1
            for sides in partition_mentions(mentions, np.array(draw))
            for measure in (compute_b_cubed, compute_lea)
        ]
        for value, wanted in zip(found[:, column], expected, strict=True):
            assert value == pytest.approx(np.nan if wanted is None else wanted, nan_ok=True)
