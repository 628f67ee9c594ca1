"""Scores of predictions against gold, as the data model defines them, row by row."""

from workbench.evaluation.baselines import predict_cue_words, predict_majority
from workbench.evaluation.clusters import compute_b_cubed, compute_ceaf_e, compute_lea
from workbench.evaluation.evaluation import compare, evaluate
from workbench.evaluation.results import Anchoring, Comparison, Evaluation, Report
from workbench.evaluation.scores import compute_macro_f1, compute_partial, compute_prf
from workbench.evaluation.triples import anchor_triples, is_triple

__all__ = [
    "Anchoring",
    "Comparison",
    "Evaluation",
    "Report",
    "anchor_triples",
    "compare",
    "compute_b_cubed",
    "compute_ceaf_e",
    "compute_lea",
    "compute_macro_f1",
    "compute_partial",
    "compute_prf",
    "evaluate",
    "is_triple",
    "predict_cue_words",
    "predict_majority",
]
