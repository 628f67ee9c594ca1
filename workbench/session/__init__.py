"""The annotation loop as a plain class that knows no Jupyter."""

from workbench.session.session import Reply, Session

__all__ = ["Reply", "Session"]
