"""The annotation loop as a plain class that knows no Jupyter."""

from workbench.session.reply import Reply
from workbench.session.session import Session

__all__ = ["Reply", "Session"]
