"""The annotation loop as a plain class that knows no Jupyter."""

from workbench.session.reply import Reply
from workbench.session.session import Session
from workbench.session.sources import ALL_SYSTEMS, Suggester, SuggestionPlan, matches_layer

__all__ = ["ALL_SYSTEMS", "Reply", "Session", "Suggester", "SuggestionPlan", "matches_layer"]
