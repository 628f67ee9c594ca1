"""Opens JupyterLab on the annotate notebook of a project: what ``workbench lab`` does."""

from workbench.lab.opening import open_lab

__all__ = ["open_lab"]
