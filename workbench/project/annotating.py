"""What a project does for the people who annotate it: sessions, widgets, and their influence."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import UsageError
from workbench.project.config import SuggestionConfig
from workbench.project.influence import InfluenceReport, compute_influence
from workbench.project.layers import find_layer, list_layers
from workbench.project.registering import read_files

if TYPE_CHECKING:
    from workbench.scheme import Scheme
    from workbench.session import Session, Suggester, SuggestionPlan
    from workbench.store import Store

    Sources = str | Suggester | Sequence[str | Suggester] | None


HUB_USER = "JUPYTERHUB_USER"
"""The variable in which JupyterHub tells a kernel whose it is."""


class Annotating:
    """The part of a project that people annotate with."""

    store: Store
    scheme: Scheme
    name: str
    directory: Path | None
    suggestions: SuggestionConfig

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is unsafe about where the store lies, one sentence each."""
        return self.store.warnings

    def session(
        self,
        name: str,
        suggestions: Sources = None,
        held_back: float | None = None,
        seed: int | None = None,
    ) -> Session:
        """Return the annotation loop of the person `name`, without a widget.

        The other arguments are those of `annotate`.
        """
        from workbench.session import Session

        plan = self._plan(suggestions, held_back, seed)
        known = read_files(self.directory).entities
        return Session(self.store, self.scheme, name, self.name, suggestions=plan, entities=known)

    def annotate(
        self,
        name: str | None = None,
        suggestions: Sources = None,
        held_back: float | None = None,
        seed: int | None = None,
    ) -> Any:
        """Return the annotation widget for the person `name`; show it in a cell of a notebook.

        The name stays in the store: exports carry a pseudonym.

        Parameters
        ----------
        name
            By default, under JupyterHub, who is logged in there.
        suggestions
            Who suggests: names of layers (``system:NAME``), functions that take a document and its
            sentences and return claims and attributions, or several of both; ``[]`` for nobody. By
            default what ``workbench.toml`` says, and without that all layers of systems.
        held_back
            The share of sentences, 0 to 1, that are shown without suggestions until they are
            decided; by default what ``workbench.toml`` says, and without that 0.
        seed
            Which sentences these are.
        """
        from workbench.widgets import Annotator

        for warning in self.warnings:
            warnings.warn(warning, stacklevel=2)
        return Annotator(self.session(name or _find_user(), suggestions, held_back, seed))

    def is_suggested(self, layer: str) -> bool:
        """Answer whether the records of `layer` are suggested to annotators of this project."""
        from workbench.session import matches_layer

        return any(matches_layer(layer, each) for each in self.suggestions.layers)

    def influence(self, layer: str | None = None) -> InfluenceReport:
        """Compare the sentences decided with suggestions in view and those decided without.

        Parameters
        ----------
        layer
            An annotator's layer, ``annotator:NAME``; without it, each annotator's.
        """
        layers = list_layers(self.store) if layer is None else [find_layer(self.store, layer)]
        return compute_influence(self.store, layers)

    def _plan(
        self, suggestions: Sources, held_back: float | None, seed: int | None
    ) -> SuggestionPlan:
        from workbench.session import SuggestionPlan

        config = self.suggestions
        sources = config.layers if suggestions is None else suggestions
        if isinstance(sources, str) or callable(sources):
            sources = [sources]
        return SuggestionPlan(
            tuple(sources),
            config.held_back if held_back is None else held_back,
            config.seed if seed is None else seed,
        )


def _find_user() -> str:
    """Return who is logged in to the JupyterHub that this kernel belongs to."""
    user = os.environ.get(HUB_USER)
    if not user:
        raise UsageError(
            "Expected the name of an annotator, got none.",
            hint='Name yourself: project.annotate("amal"). Under JupyterHub your login is taken.',
        )
    return user
