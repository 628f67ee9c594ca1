"""Precision, recall and F1 from counts, one at a time or many at once."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

Array = Any
"""A numpy array of floats; numpy itself is loaded when it is used."""

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
"""A number from 0 to 1."""

MINIMUM_SUPPORT = 5
"""Gold pairs from which a class counts in the second macro average."""


class Prf(msgspec.Struct, frozen=True):
    """Precision, recall and F1, each in [0, 1], or ``None`` where it is undefined (0/0)."""

    precision: Share | None
    recall: Share | None
    f1: Share | None


def compute_prf(matched: float, gold: float, predicted: float) -> Prf:
    """Return precision, recall and F1 of counts.

    Parameters
    ----------
    matched
        Items of both sides that are paired; half a pair counts one half (see `compute_partial`).
    gold, predicted
        Items of each side; neither is below `matched`.

    Returns
    -------
    Prf
        ``P = matched / predicted``, ``R = matched / gold``, ``F1 = 2 matched / (gold +
        predicted)``, which is the harmonic mean of P and R. Each is ``None`` where its denominator
        is 0, so F1 is 0 where only one side has items, and undefined where neither has.

    Notes
    -----
    Source: van Rijsbergen (1979), Information Retrieval, 2nd edition, chapter 7.

    Examples
    --------
    >>> compute_prf(2, 4, 3)
    Prf(precision=0.6666666666666666, recall=0.5, f1=0.5714285714285714)
    >>> compute_prf(0, 0, 0)
    Prf(precision=None, recall=None, f1=None)
    """
    return Prf(
        _divide(matched, predicted), _divide(matched, gold), _divide(2 * matched, gold + predicted)
    )


def compute_partial(correct: int, partial: int, gold: int, predicted: int) -> Prf:
    """Return the partial scores of SemEval-2013: an overlap that is not exact counts one half.

    Parameters
    ----------
    correct
        Pairs with the same span (COR).
    partial
        Pairs whose spans overlap and differ (PAR).
    gold, predicted
        Items of each side, the missing (MIS) and the spurious (SPU) among them: POS and ACT.

    Returns
    -------
    Prf
        ``P = (COR + PAR / 2) / ACT``, ``R = (COR + PAR / 2) / POS``; undefined as in `compute_prf`.

    Notes
    -----
    Source: Segura-Bedmar, Martínez and Herrero-Zazo (2013), "SemEval-2013 Task 9: Extraction of
    drug-drug interactions from biomedical texts", SemEval 2013, section on evaluation, after the
    measures of MUC-5 (Chinchor and Sundheim 1993). Types are left out: a role has only one.

    Examples
    --------
    >>> compute_partial(correct=2, partial=1, gold=5, predicted=4)
    Prf(precision=0.625, recall=0.5, f1=0.5555555555555556)
    """
    return compute_prf(correct + partial / 2, gold, predicted)


def compute_f1(counts: Array) -> Array:
    """Return F1 of counts ``(..., 3)``: matched, gold, predicted; NaN where it is undefined."""
    return divide(2 * counts[..., 0], counts[..., 1] + counts[..., 2])


def compute_class_f1(confusion: Array) -> Array:
    """Return the F1 of each class.

    Parameters
    ----------
    confusion
        Shape ``(..., classes, classes + 1)``: gold by predicted class; the last column counts gold
        items that have no prediction.

    Returns
    -------
    Array
        Shape ``(..., classes)``; NaN for a class that neither side uses.
    """
    import numpy as np

    answered = confusion[..., :-1]
    right = np.diagonal(answered, axis1=-2, axis2=-1)
    return divide(2 * right, confusion.sum(axis=-1) + answered.sum(axis=-2))


def compute_macro_f1(confusion: Array, minimum_support: int = 1) -> Array:
    """Return the mean F1 over the classes with gold support.

    Parameters
    ----------
    confusion
        As for `compute_class_f1`.
    minimum_support
        Gold items that a class needs to count in the mean; at least 1.

    Returns
    -------
    Array
        Shape ``(...)``, in [0, 1]; NaN where no class has the support.

    Notes
    -----
    It is the mean of the F1 of the classes, not the F1 of mean precision and recall; the two
    differ: Opitz and Burst (2019), "Macro F1 and Macro F1", arXiv:1911.03347.

    Examples
    --------
    One class right three times of four, one right once of two, one that gold never uses:

    >>> import numpy as np
    >>> round(float(compute_macro_f1(np.array([[3, 1, 0, 0], [0, 1, 1, 0], [0, 0, 0, 0]]))), 4)
    0.6786
    """
    import numpy as np

    supported = confusion.sum(axis=-1) >= minimum_support
    values = np.where(supported, np.nan_to_num(compute_class_f1(confusion)), 0.0)
    return divide(values.sum(axis=-1), supported.sum(axis=-1))


def divide(numerator: Array, denominator: Array) -> Array:
    """Return the quotient as floats, NaN wherever the denominator is 0."""
    import numpy as np

    top = np.asarray(numerator, dtype=float)
    bottom = np.asarray(denominator, dtype=float)
    result = np.full(np.broadcast_shapes(top.shape, bottom.shape), np.nan)
    return np.divide(top, bottom, out=result, where=bottom != 0)


def as_number(value: Any) -> float | None:
    """Return a float as JSON knows it: NaN is ``None``."""
    number = float(value)
    return None if number != number else number  # noqa: PLR0124 - NaN alone differs from itself


def _divide(numerator: float, denominator: float) -> float | None:
    return numerator / denominator if denominator else None
