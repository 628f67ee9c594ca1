"""Each level of the report from the table of counts."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.evaluation.counting import CLASSIFIED, COUNTED
from workbench.evaluation.results import (
    Cell,
    ClassScore,
    ClassScores,
    Interval,
    Majority,
    Score,
    SpanScores,
)
from workbench.evaluation.scores import (
    MINIMUM_SUPPORT,
    Array,
    Prf,
    as_number,
    compute_macro_f1,
    compute_prf,
    divide,
)
from workbench.evaluation.tables import Table

ALL = (*COUNTED, *CLASSIFIED)
"""The names of all scores that add up over documents."""


def build_score(table: Table, name: str, interval: Interval | None) -> Score:
    """Return one score: micro over all documents, macro as the mean over documents.

    A document where a value is undefined has no part in that mean.
    """
    counts = table.select(name)
    matched, gold, predicted = counts.sum(axis=0).tolist()
    micro = compute_prf(matched, gold, predicted)
    macro = Prf(
        _average(divide(counts[:, 0], counts[:, 2])),
        _average(divide(counts[:, 0], counts[:, 1])),
        _average(table.compute(name)),
    )
    return Score(matched, gold, predicted, micro.precision, micro.recall, micro.f1, macro, interval)


def build_spans(table: Table, role: str, intervals: Mapping[str, Interval | None]) -> SpanScores:
    """Return the scores of one role: strict, partial, character."""
    names = [f"{role}.{how}" for how in ("strict", "partial", "character")]
    return SpanScores(*(build_score(table, name, intervals.get(name)) for name in names))


def build_class_scores(table: Table, name: str, interval: Interval | None) -> ClassScores:
    """Return the scores of a classification, with its confusion matrix and majority baseline."""
    confusion = table.select(name).sum(axis=0)
    labels = table.labels[name]
    support, right = confusion.sum(), confusion[:, :-1].diagonal().sum()
    return ClassScores(
        support=int(support),
        accuracy=as_number(divide(right, support)),
        macro_f1=as_number(compute_macro_f1(confusion)),
        macro_f1_supported=as_number(compute_macro_f1(confusion, MINIMUM_SUPPORT)),
        macro_documents=_average(table.compute(name)),
        interval=interval,
        majority=compute_majority(dict(zip(labels, confusion.sum(axis=1).tolist(), strict=True))),
        classes=tuple(_build_class(label, place, confusion) for place, label in enumerate(labels)),
        confusion=tuple(
            Cell(gold, predicted, int(confusion[row, column]))
            for row, gold in enumerate(labels)
            for column, predicted in enumerate((*labels, None))
            if confusion[row, column]
        ),
    )


def compute_majority(supports: Mapping[str, float]) -> Majority | None:
    """Return what always answering the most frequent class of gold scores.

    Accuracy is its share of all items; its macro-F1 is its F1 divided by the number of classes with
    support, because all others have F1 0. Of classes with the same support the first is taken.
    ``None`` without items.

    Examples
    --------
    >>> compute_majority({"affirm": 6, "deny": 2, "doubt": 0})
    Majority(label='affirm', accuracy=0.75, macro_f1=0.42857142857142855)
    """
    total = sum(supports.values())
    if not total:
        return None
    label = max(supports, key=lambda each: supports[each])
    classes = sum(support > 0 for support in supports.values())
    f1 = 2 * supports[label] / (total + supports[label])
    return Majority(label, supports[label] / total, f1 / classes)


def _build_class(label: str, place: int, confusion: Array) -> ClassScore:
    right = float(confusion[place, place])
    support, predicted = float(confusion[place].sum()), float(confusion[:, place].sum())
    score = compute_prf(right, support, predicted)
    return ClassScore(label, int(support), int(predicted), score.precision, score.recall, score.f1)


def _average(values: Array) -> float | None:
    """Return the mean of the defined values, or ``None`` where there are none."""
    defined = values[values == values]  # noqa: PLR0124 - NaN alone differs from itself
    return float(defined.mean()) if len(defined) else None
