"""The annotation loop as a plain class that knows no Jupyter."""

from workbench.session.accepting import Tally, make_gold
from workbench.session.adjudicating import Adjudicating, AdjudicationPlan, name_people
from workbench.session.reply import Reply
from workbench.session.session import Session
from workbench.session.sources import ALL_SYSTEMS, Suggester, SuggestionPlan, matches_layer
from workbench.session.training import TrainingPlan, TrainingResult, TrainingSession

__all__ = [
    "ALL_SYSTEMS",
    "Adjudicating",
    "AdjudicationPlan",
    "Reply",
    "Session",
    "Suggester",
    "SuggestionPlan",
    "Tally",
    "TrainingPlan",
    "TrainingResult",
    "TrainingSession",
    "make_gold",
    "matches_layer",
    "name_people",
]
