"""How far annotators agree, level by level, as the data model's table of agreement asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import Any

from workbench.agreement.alpha import alpha_of, collapse
from workbench.agreement.continuum import Continuum
from workbench.agreement.features import name_alpha
from workbench.agreement.gathering import Gathered, gather
from workbench.agreement.measures import (
    AlphaMeasure,
    ClusterMeasure,
    F1Measure,
    Measure,
    UnitizingMeasure,
)
from workbench.agreement.pairs import KINDS, ROLES
from workbench.agreement.reading import read_layers
from workbench.agreement.relations import COUNTED as COUNTED_RELATIONS
from workbench.agreement.results import (
    Agreement,
    Cell,
    Coefficient,
    DocumentAgreement,
    Extent,
    Gate,
    Interval,
    LabelAgreement,
    LayerExtent,
    Pair,
    Resampling,
    Worst,
)
from workbench.evaluation.resampling import (
    FEW_DOCUMENTS,
    LEVEL,
    RESAMPLES,
    TOO_FEW_DOCUMENTS,
    find_bounds,
    iter_draws,
)
from workbench.evaluation.scores import Array, as_number
from workbench.model import Link, Record
from workbench.scheme import Scheme

GATES: Mapping[str, Sequence[tuple[str, float]]] = {
    "has_claim.alpha": [("", 0.80)],
    "claim.overlap": [("", 0.80)],
    "source.overlap": [("", 0.80)],
    "cue.overlap": [("", 0.80)],
    "claim.u_alpha": [("", 0.65)],
    "source.u_alpha": [("", 0.75)],
    "link.given_spans": [("", 0.85)],
    "stance.alpha": [("publish", 0.67), ("gold", 0.80)],
    "clusters.b_cubed": [("", 0.75)],
    "clusters.lea": [("", 0.75)],
}
"""The name and the minimum of each gate, by coefficient."""

WORST = 50
"""How many of the worst sentences are listed."""


def compute_agreement(
    layers: Mapping[str, Iterable[Record]],
    scheme: Scheme,
    *,
    links: Mapping[str, Iterable[Link]] | None = None,
    seed: int = 0,
    resamples: int = RESAMPLES,
    worst: int = WORST,
) -> Agreement:
    """Return how far the annotators of `layers` agree.

    A sentence that is done and empty counts; one that is open or skipped was not looked at, and
    what stands in it is left out wherever it would be compared.

    Parameters
    ----------
    layers
        The records of each annotator by the name of the layer, one for each document, in any order.
    scheme
        Its stances and certainties are the labels, and the features that are on.
    links
        What annotators say of pairs of claims, by the name of the layer.
    seed
        Where the random numbers start; the same seed gives the same intervals.
    resamples
        How many bootstrap resamples of the documents the intervals take; 0 for none.
    worst
        How many of the worst sentences are listed.

    Raises
    ------
    UsageError
        There are fewer than two layers, or a layer has two records of one document.
    InputError
        A document has another text or other sentences in another layer.
    RecordError
        A record whose spans or targets are broken.
    """
    names, documents = read_layers(layers)
    said = {number: list((links or {}).get(name, ())) for number, name in enumerate(names)}
    gathered = gather(documents, len(names), scheme, said)
    measures = _build_measures(gathered)
    if len(documents) < TOO_FEW_DOCUMENTS:
        resamples = 0
    coefficients = tuple(
        coefficient
        for measure in measures
        for coefficient in _build_coefficients(measure, len(documents), resamples, seed)
    )
    values = [
        {name: value for each in measures for name, value in _compute_pair(each, number)}
        for number in range(len(gathered.pairs))
    ]
    return Agreement(
        scheme=scheme.name,
        scheme_version=scheme.version,
        layers=tuple(
            _build_layer(number, name, gathered, values) for number, name in enumerate(names)
        ),
        extent=Extent(len(documents), sum(document.count_shared() for document in documents)),
        resampling=_build_resampling(measures, len(documents), resamples, seed),
        passed=_judge(coefficients),
        coefficients=coefficients,
        pairs=tuple(_iter_pairs(gathered, names, values)),
        documents=tuple(_iter_documents(gathered, measures)),
        labels=tuple(label for each in measures for label in _iter_labels(each)),
        confusion=_build_confusion(gathered),
        worst=tuple(_iter_worst(gathered, names, worst)),
    )


def _build_measures(gathered: Gathered) -> list[Measure]:
    """Return all measures in the order of the data model's table."""
    documents, pairs = len(gathered.documents), gathered.pairs
    f1s = {
        name: F1Measure(name, gathered.table.select(name, documents, len(pairs)))
        for name in gathered.table.names
    }
    unitizing = {
        role: UnitizingMeasure(
            f"{role}.u_alpha",
            [Continuum(data.stretches[role]) for data in gathered.pair_data],
            documents,
        )
        for role in ROLES
    }
    return [
        AlphaMeasure("has_claim.alpha", gathered.has_claim, documents, pairs),
        *(
            measure
            for role in ROLES
            for measure in (f1s[f"{role}.strict"], f1s[f"{role}.overlap"], unitizing[role])
        ),
        f1s["link.given_spans"],
        f1s["link.end_to_end"],
        AlphaMeasure("stance.alpha", gathered.stance, documents, pairs),
        AlphaMeasure("stance.alpha_with_none", gathered.stance_or_none, documents, pairs),
        AlphaMeasure("certainty.alpha", gathered.certainty, documents, pairs),
        ClusterMeasure(
            "clusters",
            [data.mentions for data in gathered.pair_data],
            "No claim was put into a cluster.",
        ),
        *_build_relations(gathered),
        f1s["entity.given_attributions"],
        ClusterMeasure(
            "entities",
            [data.entities for data in gathered.pair_data],
            "No source was given an entity.",
        ),
        *(
            AlphaMeasure(name_alpha(name), ratings, documents, pairs)
            for name, ratings in gathered.features.ratings.items()
        ),
        *(f1s[name] for name in gathered.features.counted),
    ]


def _build_relations(gathered: Gathered) -> Iterator[Measure]:
    relations, pairs = gathered.relations, gathered.pairs
    for name, ratings in (
        ("relation.alpha", relations.both),
        ("relation.alpha_with_none", relations.with_none),
    ):
        yield AlphaMeasure(name, ratings, relations.size, pairs, relations.weigh)
    for name in COUNTED_RELATIONS:
        yield F1Measure(name, relations.select(name), relations.weigh)


def _build_coefficients(
    measure: Measure, documents: int, resamples: int, seed: int
) -> Iterator[Coefficient]:
    import numpy as np

    values: Array = [np.nan] * len(measure.names)
    intervals: Sequence[Interval | None] = [None] * len(measure.names)
    if documents:
        values = measure.compute(np.ones((1, documents), dtype=int))[0]
        draws = iter_draws(documents, measure.afford(resamples), seed)
        rows = [measure.compute(draw) for draw in draws]
        if rows:
            bounds = (find_bounds(column) for column in np.concatenate(rows).T)
            intervals = [Interval(each.low, each.high) if each else None for each in bounds]
    for name, value, interval in zip(measure.names, values, intervals, strict=True):
        number = as_number(value)
        reason = None if number is not None else measure.explain() or _NOTHING_COMMON
        gates = tuple(
            Gate(gate, minimum, None if number is None else number >= minimum)
            for gate, minimum in GATES.get(name, ())
        )
        yield Coefficient(
            name, number, interval, measure.observe(), measure.count_support(), reason, gates
        )


_NOTHING_COMMON = "No two annotators have anything of this kind that could be compared."


def _compute_pair(measure: Measure, pair: int) -> Iterator[tuple[str, float | None]]:
    return zip(measure.names, measure.compute_pair(pair), strict=True)


def _judge(coefficients: Iterable[Coefficient]) -> bool | None:
    found = [gate.passed for each in coefficients for gate in each.gates]
    if False in found:
        return False
    return None if None in found else True


def _build_resampling(
    measures: Sequence[Measure], documents: int, resamples: int, seed: int
) -> Resampling:
    unitizing = [each.afford(resamples) for each in measures if isinstance(each, UnitizingMeasure)]
    clusters = [
        each.afford(resamples)
        for each in measures
        if isinstance(each, ClusterMeasure) and each.is_present
    ]
    few = documents < FEW_DOCUMENTS
    return Resampling(LEVEL, resamples, min(unitizing), min(clusters, default=0), seed, few)


def _build_layer(
    number: int, name: str, gathered: Gathered, values: Sequence[Mapping[str, float | None]]
) -> LayerExtent:
    own = [each for each in gathered.documents if each.done.get(number)]
    items = [document.count_items(number) for document in own]
    part = [found for pair, found in zip(gathered.pairs, values, strict=True) if number in pair]
    return LayerExtent(
        layer=name,
        documents=len(own),
        sentences=sum(len(document.done[number]) for document in own),
        claims=sum(claims for claims, _ in items),
        attributions=sum(attributions for _, attributions in items),
        values={key: _average(found[key] for found in part) for key in (part[0] if part else ())},
    )


def _average(values: Iterable[float | None]) -> float | None:
    defined = sorted(value for value in values if value is not None)
    return sum(defined) / len(defined) if defined else None


def _iter_pairs(
    gathered: Gathered, names: Sequence[str], values: Sequence[dict[str, float | None]]
) -> Iterator[Pair]:
    labels = gathered.stance_or_none.labels
    parts = zip(gathered.pairs, gathered.pair_data, values, strict=True)
    for (first, second), data, found in parts:
        counts = gathered.stance_or_none.count_pair(first, second)
        cells = tuple(
            Cell(one, other, int(counts[row, column]))
            for row, one in enumerate(labels)
            for column, other in enumerate(labels)
            if counts[row, column]
        )
        yield Pair(names[first], names[second], data.documents, data.sentences, found, cells)


def _build_confusion(gathered: Gathered) -> tuple[Cell, ...]:
    labels = gathered.stance_or_none.labels
    total: Any = sum(gathered.stance_or_none.count_pair(*pair) for pair in gathered.pairs)
    return tuple(
        Cell(one, other, count)
        for row, one in enumerate(labels if gathered.pairs else ())
        for column, other in enumerate(labels)
        if column >= row
        if (count := int(total[row, column] + (total[column, row] if row != column else 0)))
    )


def _iter_documents(gathered: Gathered, measures: Sequence[Measure]) -> Iterator[DocumentAgreement]:
    columns: dict[str, Sequence[float | None]] = {}
    for measure in measures:
        columns.update(measure.compute_documents())
    for row, document in enumerate(gathered.documents):
        values = {name: column[row] for name, column in columns.items()}
        yield DocumentAgreement(document.id, document.count_shared(), values)


def _iter_labels(measure: Measure) -> Iterator[LabelAgreement]:
    if not isinstance(measure, AlphaMeasure):
        return
    name = measure.names[0].removesuffix(".alpha").replace(".alpha_", "_")
    for place, label in enumerate(measure.ratings.labels):
        values, own = float(measure.total[place].sum()), float(measure.total[place, place])
        alpha = as_number(alpha_of(collapse(measure.total, place)))
        yield LabelAgreement(name, label, values, own / values if values else None, alpha)


def _iter_worst(gathered: Gathered, names: Sequence[str], limit: int) -> Iterator[Worst]:
    """Yield the sentences with differences, those with the most for each pair first."""
    looked = [document.count_looks() for document in gathered.documents]
    scores = []
    for (number, place), kinds in gathered.differences.items():
        people = looked[number][place]
        scores.append((-sum(kinds) / (people * (people - 1) / 2), number, place))
    for score, number, place in nsmallest(limit, scores):
        document = gathered.documents[number]
        sentence = document.sentences[place]
        layers = sorted(layer for layer, done in document.done.items() if place in done)
        kinds = gathered.differences[number, place]
        yield Worst(
            document=document.id,
            sentence=sentence.id,
            number=place + 1,
            start=sentence.start,
            end=sentence.end,
            layers=tuple(names[layer] for layer in layers),
            score=-score,
            differences=dict(zip(KINDS, kinds, strict=True)),
        )
