"""Scores of predictions against gold, as the data model defines them, row by row."""

from workbench.evaluation.clusters import compute_b_cubed, compute_ceaf_e, compute_lea
from workbench.evaluation.evaluation import compare, evaluate
from workbench.evaluation.results import Comparison, Evaluation
from workbench.evaluation.scores import compute_macro_f1, compute_partial, compute_prf

__all__ = [
    "Comparison",
    "Evaluation",
    "compare",
    "compute_b_cubed",
    "compute_ceaf_e",
    "compute_lea",
    "compute_macro_f1",
    "compute_partial",
    "compute_prf",
    "evaluate",
]
