"""How well claims are put into clusters: B3, CEAFe and LEA.

A partition is a sequence of clusters, each a collection of mentions; a mention is any hashable
value that is the same on both sides where the claims were matched. No mention is in two clusters of
one side. Mentions of one side only are allowed and are neither added nor removed: Pradhan et al.
(2014), "Scoring coreference partitions of predicted mentions: a reference implementation", ACL
2014, pages 30-35. The numbers of the examples are those of the papers, or of the test cases that
come with that implementation and with the one of LEA.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from math import fsum  # rounds once, so that the order of clusters cannot show

from workbench.evaluation.scores import Prf
from workbench.matching import Edge, assign

Partition = Sequence[Collection[Hashable]]


def compute_b_cubed(key: Partition, response: Partition) -> Prf:
    """Return B3 of two partitions.

    Recall is the mean over the mentions of `key` of the share of its cluster that stands in the
    same cluster of `response` (0 for a mention that `response` lacks); precision is the same with
    the sides exchanged. Range [0, 1]; each is ``None`` where its side has no mentions, and F1 where
    neither has.

    Notes
    -----
    Source: Bagga and Baldwin (1998), "Algorithms for scoring coreference chains", LREC workshop on
    linguistic coreference. Precision of their two responses is 16/21 and 7/12:

    Examples
    --------
    >>> key = ["12345", "67", "89ABC"]
    >>> round(compute_b_cubed(key, ["12345", "6789ABC"]).precision, 4), round(16 / 21, 4)
    (0.7619, 0.7619)
    >>> round(compute_b_cubed(key, ["1234589ABC", "67"]).precision, 4), round(7 / 12, 4)
    (0.5833, 0.5833)
    """
    return _combine(_sum_b_cubed(response, key), _sum_b_cubed(key, response))


def compute_ceaf_e(key: Partition, response: Partition) -> Prf:
    """Return the entity-based CEAF of two partitions.

    Clusters are assigned one to one so that the sum of ``2 |K & R| / (|K| + |R|)`` (phi 4) is the
    largest; recall is that sum over the number of clusters of `key`, precision over that of
    `response`. Range [0, 1]; ``None`` where a side has no clusters, F1 where neither has.

    Notes
    -----
    Source: Luo (2005), "On coreference resolution performance metrics", HLT/EMNLP 2005, pages
    25-32; his table of four responses to the key below gives .733 and .667 for the first two.

    Examples
    --------
    >>> key = ["12345", "67", "89ABC"]
    >>> round(compute_ceaf_e(key, ["12345", "6789ABC"]).f1, 3)
    0.733
    >>> round(compute_ceaf_e(key, ["1234589ABC", "67"]).f1, 3)
    0.667
    """
    where = _locate(response)
    edges = []
    for number, cluster in enumerate(key):
        for other, common in _count_shared(cluster, where).items():
            edges.append(Edge(number, other, 2 * common / (len(cluster) + len(response[other]))))
    similarity = fsum(edge.weight for edge in assign(edges, int, int))
    return _combine((similarity, len(response)), (similarity, len(key)))


def compute_lea(key: Partition, response: Partition) -> Prf:
    """Return LEA, the link-based entity-aware score, of two partitions.

    Each cluster of `key` weighs as much as it has mentions, and is resolved to the share of its
    links (pairs of mentions) that some cluster of `response` holds as well; a singleton has one
    link, to itself, and is resolved by the same singleton. Recall is the weighted mean, precision
    the same with the sides exchanged. Range [0, 1]; ``None`` where a side has no mentions, F1 where
    neither has.

    Notes
    -----
    Source: Moosavi and Strube (2016), "Which coreference evaluation metric do you trust? A proposal
    for a link-based entity aware metric", ACL 2016, pages 632-642.

    Examples
    --------
    Recall (3 * 1/3 + 4 * 1/6) / 7, precision (2 + 2 * 0 + 3 * 1/3) / 7:

    >>> score = compute_lea(["ABC", "DEFG"], ["AB", "CD", "FGH"])
    >>> round(score.recall, 4), round(score.precision, 4)
    (0.2381, 0.4286)
    """
    return _combine(_sum_lea(response, key), _sum_lea(key, response))


def drop_singletons(partition: Iterable[Collection[Hashable]]) -> list[Collection[Hashable]]:
    """Return the clusters of more than one mention."""
    return [cluster for cluster in partition if len(cluster) > 1]


def _locate(partition: Partition) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(partition) for mention in cluster}


def _count_shared(
    cluster: Collection[Hashable], where: Mapping[Hashable, int]
) -> Mapping[int, int]:
    """Return how many mentions of `cluster` stand in which clusters of the other side."""
    shared: dict[int, int] = {}
    for mention in cluster:
        other = where.get(mention)
        if other is not None:
            shared[other] = shared.get(other, 0) + 1
    return shared


def _sum_b_cubed(key: Partition, response: Partition) -> tuple[float, int]:
    """Return the sum over the mentions of `key`, and their number."""
    where = _locate(response)
    parts: list[float] = []
    for cluster in key:
        shared = _count_shared(cluster, where)
        parts.append(sum([common * common for common in shared.values()]) / len(cluster))
    return fsum(parts), sum(map(len, key))


def _sum_lea(key: Partition, response: Partition) -> tuple[float, int]:
    """Return the weighted sum over the clusters of `key`, and the sum of the weights."""
    where = _locate(response)
    parts: list[float] = []
    for cluster in key:
        shared = _count_shared(cluster, where)
        if len(cluster) == 1:
            parts.append(sum([len(response[other]) == 1 for other in shared]))
        else:
            links = len(cluster) * (len(cluster) - 1)
            common = sum([count * (count - 1) for count in shared.values()])
            parts.append(len(cluster) * common / links)
    return fsum(parts), sum(map(len, key))


def _combine(precision: tuple[float, int], recall: tuple[float, int]) -> Prf:
    """Return the scores of two quotients; F1 is 0 where one side is empty and the other is not."""
    first = precision[0] / precision[1] if precision[1] else None
    second = recall[0] / recall[1] if recall[1] else None
    if first is None and second is None:
        return Prf(None, None, None)
    if not first or not second:
        return Prf(first, second, 0.0)
    return Prf(first, second, 2 * first * second / (first + second))
