"""Widgets for notebooks: they draw and report, what a click means is decided by the session."""

from workbench.widgets.annotator import Annotator
from workbench.widgets.articles import Articles
from workbench.widgets.ledger import LedgerWidget

__all__ = ["Annotator", "Articles", "LedgerWidget"]
