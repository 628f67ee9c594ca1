"""The annotation loop as a plain class that knows no Jupyter."""

from workbench.session.adjudicating import Adjudicating, AdjudicationPlan, name_people
from workbench.session.judging import accept_unanimous
from workbench.session.reply import Reply
from workbench.session.session import Session
from workbench.session.sources import ALL_SYSTEMS, Suggester, SuggestionPlan, matches_layer

__all__ = [
    "ALL_SYSTEMS",
    "Adjudicating",
    "AdjudicationPlan",
    "Reply",
    "Session",
    "Suggester",
    "SuggestionPlan",
    "accept_unanimous",
    "matches_layer",
    "name_people",
]
