"""How far annotators agree: alpha, unitizing alpha, pairwise F1, clusters, and the gates."""

from workbench.agreement.agreement import GATES, compute_agreement
from workbench.agreement.alpha import compute_alpha
from workbench.agreement.results import Agreement
from workbench.agreement.unitizing import compute_unitizing_alpha

__all__ = [
    "GATES",
    "Agreement",
    "compute_agreement",
    "compute_alpha",
    "compute_unitizing_alpha",
]
